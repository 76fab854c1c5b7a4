package dk.regelgraf;

/**
 * The rule of the model that a nomination is about.
 *
 * @param element its id
 * @param how by what it was found: "id", "name" or "text"
 * @param score how sure, 0 to 1
 */
public record Matched(String element, String how, double score) {
  static Matched of(Detail said) {
    return said == null
        ? null
        : new Matched(said.string("element"), said.string("how"), said.number("score"));
  }
}
