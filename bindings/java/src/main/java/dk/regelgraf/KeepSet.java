package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * The zero-base review: what to keep and because of what, what can go; lists in order of id.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param objective "hours" or "count": what is least
 * @param keep what to keep
 * @param go the rest of the scope
 * @param falls falls with what goes; none of it must stand
 * @param notStanding of what was to be kept: does not stand as things are
 * @param hours hours a year of what is kept
 * @param hoursGone hours a year of what goes
 * @param bound no set to keep is cheaper: likely hours a year, or a number of rules
 * @param gap how far this one is above the bound, as a part of what it costs
 * @param proven none is cheaper
 * @param settled and of those as cheap this is the first: by number, then by ids
 * @param complete false: the time ran out
 * @param text the answer in words
 */
public record KeepSet(
    String json,
    LocalDate date,
    String objective,
    List<KeptRule> keep,
    List<GoneRule> go,
    List<String> falls,
    List<String> notStanding,
    Hours hours,
    Hours hoursGone,
    double bound,
    double gap,
    boolean proven,
    boolean settled,
    boolean complete,
    Text text)
    implements Answer {
  static KeepSet of(String json) {
    Detail said = Detail.of(json);
    return new KeepSet(
        json,
        said.date("date"),
        said.string("objective"),
        said.details("keep").stream().map(KeptRule::of).toList(),
        GoneRule.all(said, "go"),
        said.strings("falls"),
        said.strings("not_standing"),
        said.hours("hours"),
        said.hours("hours_gone"),
        said.number("bound"),
        said.number("gap"),
        said.is("proven"),
        said.is("settled"),
        said.is("complete"),
        said.text("text"));
  }
}
