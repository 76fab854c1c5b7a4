package dk.regelgraf;

import java.util.List;

/**
 * One of the seven steps of a review.
 *
 * @param step from 1 to 7
 * @param word as "demand"
 * @param name what it is called
 * @param state "done", "missing" or "skipped"
 * @param missing what it lacks; empty where it is done
 * @param skipped of a step that was skipped: "on", "by", "reason"; else null
 */
public record ReviewStep(
    int step, String word, Text name, String state, List<ReviewLack> missing, Detail skipped) {
  static ReviewStep of(Detail said) {
    return new ReviewStep(
        said.whole("step"),
        said.string("word"),
        said.text("name"),
        said.string("state"),
        ReviewLack.all(said, "missing"),
        said.detail("skipped"));
  }
}
