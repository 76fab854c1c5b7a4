package dk.regelgraf;

/**
 * A letter to a unit that nominated something.
 *
 * @param unit as it stands in the nominations
 * @param letter plain text with lines, nothing about other units
 * @param sent a reply to it is recorded
 * @param nominations how many are its own; null: fewer than the review shows on their own
 */
public record ReviewReply(String unit, Text letter, boolean sent, Integer nominations) {
  static ReviewReply of(Detail said) {
    return new ReviewReply(
        said.string("unit"),
        said.text("letter"),
        said.is("sent"),
        said.counted("nominations"));
  }
}
