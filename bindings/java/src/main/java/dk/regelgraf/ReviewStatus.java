package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a review has come.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: when all that has an end is over
 * @param closed whether it was closed
 * @param next the word of the first step that lacks something; null: none does
 * @param steps all seven, in order
 * @param trialsOver trials whose period is over without a result
 * @param notHappened decided, due, and not done
 * @param warnings worth a look; nothing waits for them
 * @param overrides what was let pass: "where", "elements", "by", "reason", "of"
 * @param redeclared what is fixed and open, said anew: "what", "first", "now", "reason"
 */
public record ReviewStatus(
    String json,
    LocalDate date,
    boolean closed,
    String next,
    List<ReviewStep> steps,
    List<ReviewLack> trialsOver,
    List<ReviewLack> notHappened,
    List<ReviewLack> warnings,
    List<Detail> overrides,
    List<Detail> redeclared)
    implements Answer {
  static ReviewStatus of(String json) {
    Detail said = Detail.of(json);
    return new ReviewStatus(
        json,
        said.date("date"),
        said.is("closed"),
        said.string("next"),
        said.details("steps").stream().map(ReviewStep::of).toList(),
        ReviewLack.all(said, "trials_over"),
        ReviewLack.all(said, "not_happened"),
        ReviewLack.all(said, "warnings"),
        said.details("overrides"),
        said.details("redeclared"));
  }
}
