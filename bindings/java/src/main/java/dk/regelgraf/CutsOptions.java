package dk.regelgraf;

import java.time.Duration;
import java.time.LocalDate;

/** Which cuts are looked for; see {@link Model#cuts(String, CutsOptions)}. */
public final class CutsOptions {
  Native.CutsTo to = Native.CutsTo.BREAK;
  int atMost = 100;
  double seconds = -1;
  LocalDate date;

  /** "break" (if not said): what fells the element; "restore": what makes it stand. */
  public CutsOptions to(String to) {
    if (!to.equals("break") && !to.equals("restore")) {
      throw new InvalidQuestionException("expected `break` or `restore`", "to");
    }
    this.to = to.equals("break") ? Native.CutsTo.BREAK : Native.CutsTo.RESTORE;
    return this;
  }

  /** So many sets at most, from 1; 100 if not said. */
  public CutsOptions atMost(int atMost) {
    if (atMost < 1) {
      throw new InvalidQuestionException("expected a whole number from 1", "atMost");
    }
    this.atMost = atMost;
    return this;
  }

  /** Stop then with what was found, not complete. */
  public CutsOptions deadline(Duration deadline) {
    if (deadline.isNegative()) {
      throw new InvalidQuestionException("expected a time from 0", "deadline");
    }
    seconds = Calls.seconds(deadline);
    return this;
  }

  /** The day to look at; the model's last state if not said. */
  public CutsOptions date(LocalDate date) {
    this.date = date;
    return this;
  }
}
