package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * The few removals that free the most and leave every duty and core task standing; lists in order
 * of id.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param atMost so many were asked for
 * @param remove what to remove
 * @param falls falls with it; none of it must stand
 * @param notStanding of what was to be kept: does not stand as things are
 * @param hours hours a year of what is removed
 * @param hoursFallen hours a year of what falls; not counted in the choice
 * @param bound no removals free more likely hours a year
 * @param gap how far these are below the bound, as a part of it
 * @param proven none free more
 * @param settled and of those that free as much these are the first: by number, then by ids
 * @param complete false: the time ran out
 * @param text the answer in words
 */
public record BestRemovals(
    String json,
    LocalDate date,
    int atMost,
    List<GoneRule> remove,
    List<String> falls,
    List<String> notStanding,
    Hours hours,
    Hours hoursFallen,
    double bound,
    double gap,
    boolean proven,
    boolean settled,
    boolean complete,
    Text text)
    implements Answer {
  static BestRemovals of(String json) {
    Detail said = Detail.of(json);
    return new BestRemovals(
        json,
        said.date("date"),
        said.whole("at_most"),
        GoneRule.all(said, "remove"),
        said.strings("falls"),
        said.strings("not_standing"),
        said.hours("hours"),
        said.hours("hours_fallen"),
        said.number("bound"),
        said.number("gap"),
        said.is("proven"),
        said.is("settled"),
        said.is("complete"),
        said.text("text"));
  }
}
