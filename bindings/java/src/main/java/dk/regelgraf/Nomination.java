package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a nomination table. null: the cell was empty, or refused.
 *
 * @param nr its number; "#LINE" where it has none or it was used before
 * @param line where the row begins
 * @param rule what the rule is called
 * @param date when it was handed in
 * @param unit who handed it in
 * @param description what it is about
 * @param area as printed
 * @param type as printed
 * @param decidedBy who is said to have made the rule, as "institution"
 * @param proposal what is to become of it, as "remove"
 * @param timesPerYear how often for one person: low, likely, high; empty: not said
 * @param minutes each time for one person: from, to; empty: not said
 * @param people how many people do it
 * @param cost DKK a year beside the hours
 * @param cluster which nominations it is put together with; null: there is no text to go by
 * @param matched the rule of the model it is about; null: none was found
 * @param alike most alike first; at most three
 * @param all the row as the library gave it, with all that is not above
 */
public record Nomination(
    String nr,
    int line,
    String rule,
    LocalDate date,
    String unit,
    String description,
    String area,
    String type,
    String decidedBy,
    String proposal,
    List<Double> timesPerYear,
    List<Double> minutes,
    Double people,
    Double cost,
    String cluster,
    Matched matched,
    List<Alike> alike,
    Detail all) {
  static Nomination of(Detail said) {
    return new Nomination(
        said.string("nr"),
        said.whole("line"),
        said.string("rule"),
        said.date("date"),
        said.string("unit"),
        said.string("description"),
        said.string("area"),
        said.string("type"),
        said.string("decided_by"),
        said.string("proposal"),
        said.numbers("times_per_year"),
        said.numbers("minutes"),
        said.number("people"),
        said.number("cost"),
        said.string("cluster"),
        Matched.of(said.detail("matched")),
        said.details("alike").stream().map(Alike::of).toList(),
        said);
  }
}
