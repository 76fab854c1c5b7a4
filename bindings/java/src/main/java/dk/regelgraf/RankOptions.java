package dk.regelgraf;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** How elements are ranked; see {@link Model#rank(RankOptions)}. */
public final class RankOptions {
  String by = "breaks";
  int top;
  List<String> among;
  LocalDate date;
  Limits limits;

  /** "breaks", "hours" or "duties"; "breaks" if not said. */
  public RankOptions by(String by) {
    this.by = by;
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
    among = List.copyOf(ids);
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

  int number() {
    int number = List.of("breaks", "hours", "duties").indexOf(by);
    if (number < 0) {
      throw new InvalidQuestionException("expected `breaks`, `hours` or `duties`", "by");
    }
    return number;
  }
}
