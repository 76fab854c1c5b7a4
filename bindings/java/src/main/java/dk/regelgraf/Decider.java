package dk.regelgraf;

import java.util.List;

/**
 * Somebody who may use a power, and on which terms.
 *
 * @param actor the actor
 * @param terms one an option; an empty text: alone and whatever the case
 */
public record Decider(String actor, List<Text> terms) {
  static Decider of(Detail said) {
    return new Decider(
        said.string("actor"),
        said.texts("terms"));
  }
}
