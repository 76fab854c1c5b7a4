package dk.regelgraf;

import java.util.List;

/**
 * What came of a review.
 *
 * @param json the answer as the library gave it
 * @param hours one a rule that was decided on: "rule", "what", "verdict" ("confirmed", "less",
 *     "more" or "too_few"), and where known "estimate", "before", "after", "freed"
 * @param hoursFreedEstimated hours a year, by all that was done
 * @param hoursFreedMeasured hours a year, where enough was measured
 * @param ownHours what the review itself cost
 * @param payback "years" until it has paid for itself, and "from" what; null: not known
 * @param productResults changed rules, documents, pages: "aspect", "on" and more
 * @param processResults wellbeing, relations, shared understanding: the same
 * @param smallestSample measurements of fewer are too few
 * @param notHappened decided, due, and not done
 * @param lessons in order
 */
public record ReviewEvaluation(
    String json,
    List<Detail> hours,
    Hours hoursFreedEstimated,
    Hours hoursFreedMeasured,
    Hours ownHours,
    Detail payback,
    List<Detail> productResults,
    List<Detail> processResults,
    int smallestSample,
    List<ReviewLack> notHappened,
    List<Text> lessons) {
  static ReviewEvaluation of(String json) {
    Detail said = Detail.of(json);
    return new ReviewEvaluation(
        json,
        said.details("hours"),
        said.hours("hours_freed_estimated"),
        said.hours("hours_freed_measured"),
        said.hours("own_hours"),
        said.detail("payback"),
        said.details("product_results"),
        said.details("process_results"),
        said.whole("smallest_sample"),
        ReviewLack.all(said, "not_happened"),
        said.texts("lessons"));
  }
}
