package dk.regelgraf;

import java.time.Instant;
import java.time.LocalDate;

/** Part of a store's log; see {@link Store#log(LogQuery)}. */
public final class LogQuery {
  long after;
  String element;
  byte[] recordedBy;

  /** Only states after this one; all if not said. */
  public LogQuery after(long state) {
    after = Store.number(state, "after");
    return this;
  }

  /** Only what touched this element. */
  public LogQuery element(String id) {
    element = id;
    return this;
  }

  /** Only what was recorded by then. */
  public LogQuery recordedBy(Instant moment) {
    recordedBy = Store.moment(moment);
    return this;
  }

  /** Only what was recorded by the end of this day, in UTC. */
  public LogQuery recordedBy(LocalDate day) {
    recordedBy = Calls.optional(day);
    return this;
  }
}
