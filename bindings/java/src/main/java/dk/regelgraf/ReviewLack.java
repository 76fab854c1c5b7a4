package dk.regelgraf;

import java.util.List;

/**
 * Something that a step of a review, or a decision, lacks.
 *
 * @param code as "no_coordinator", "involvement_missing"; src/review/REVIEW.md lists them
 * @param elements all elements concerned, the one it is about first
 * @param text one sentence
 * @param key of a refusal: what an override names, as "no_authority:ugenotat"; else null
 * @param overridable of a refusal: a named override may let it pass
 * @param deciders of a refusal for want of authority: who could decide instead
 */
public record ReviewLack(
    String code,
    List<String> elements,
    Text text,
    String key,
    boolean overridable,
    List<List<String>> deciders) {
  static ReviewLack of(Detail said) {
    return new ReviewLack(
        said.string("code"),
        said.strings("elements"),
        said.name("text"),
        said.string("key"),
        said.is("overridable"),
        said.lists("deciders"));
  }

  static List<ReviewLack> all(Detail said, String name) {
    return said.details(name).stream().map(ReviewLack::of).toList();
  }
}
