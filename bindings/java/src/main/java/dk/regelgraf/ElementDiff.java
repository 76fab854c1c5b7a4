package dk.regelgraf;

import java.util.List;

/**
 * An element that only one of the models has, or that they write differently.
 *
 * @param id the element
 * @param change "added", "removed" or "changed"
 * @param fields of a change: the fields that differ
 */
public record ElementDiff(String id, String change, List<String> fields) {
  static ElementDiff of(Detail said) {
    return new ElementDiff(
        said.string("id"),
        said.string("change"),
        said.strings("fields"));
  }
}
