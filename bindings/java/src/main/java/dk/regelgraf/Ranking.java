package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Elements by what depends on each alone.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param by the figure that orders
 * @param order most first; ties by breaks, duties, likely hours, then id
 * @param complete false: the time ran out, and some were not looked at
 */
public record Ranking(
    String json,
    LocalDate date,
    String by,
    List<Ranked> order,
    boolean complete)
    implements Answer {
  static Ranking of(String json) {
    Detail said = Detail.of(json);
    return new Ranking(
        json,
        said.date("date"),
        said.string("by"),
        said.details("order").stream().map(Ranked::of).toList(),
        said.is("complete"));
  }
}
