package dk.regelgraf;

import java.util.List;

/**
 * Nominations about the same thing.
 *
 * @param id "c1", "c2", ... by its first nomination
 * @param nominations their numbers, in the order of the table
 * @param element the rule of the model; null: none was found
 * @param draft where none was found: a rule to put in its place, as a model file has it; else null
 */
public record Cluster(String id, List<String> nominations, String element, Detail draft) {
  static Cluster of(Detail said) {
    return new Cluster(
        said.string("id"),
        said.strings("nominations"),
        said.string("element"),
        said.detail("draft"));
  }
}
