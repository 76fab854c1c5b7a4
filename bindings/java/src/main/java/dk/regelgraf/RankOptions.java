package dk.regelgraf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How elements are ranked; see {@link Model#rank(RankOptions)}. */
public final class RankOptions {
  Native.RankBy by = Native.RankBy.BREAKS;
  int top;
  List<String> among;
  LocalDate date;
  Limits limits;

  /** "breaks", "hours" or "duties"; "breaks" if not said. */
  public RankOptions by(String by) {
    this.by =
        switch (by) {
          case "breaks" -> Native.RankBy.BREAKS;
          case "hours" -> Native.RankBy.HOURS;
          case "duties" -> Native.RankBy.DUTIES;
          default ->
              throw new InvalidQuestionException("expected `breaks`, `hours` or `duties`", "by");
        };
    return this;
  }

  /** How many are listed, from 1; all if not said. */
  public RankOptions top(int top) {
    if (top < 1) {
      throw new InvalidQuestionException("expected a whole number from 1", "top");
    }
    this.top = top;
    return this;
  }

  /** Whom to look at; all that stand if not said. An empty list is refused. */
  public RankOptions among(Collection<String> ids) {
    among = new ArrayList<>(ids);
    return this;
  }

  /** The day to look at; the model's last state if not said. */
  public RankOptions date(LocalDate date) {
    this.date = date;
    return this;
  }

  /** How long it may take, who may stop it, who wants to see it. */
  public RankOptions limits(Limits limits) {
    this.limits = limits;
    return this;
  }
}
