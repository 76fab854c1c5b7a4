package dk.regelgraf;

import java.util.List;

/**
 * An element field by field.
 *
 * @param element its id
 * @param begun the state that last brought it in
 * @param ended the state that ended it; 0: it is there
 * @param fields by name; as they were at the end
 * @param entries those that made the states above, oldest first
 */
public record Blame(
    String element, long begun, long ended, List<BlameField> fields, List<StoreEntry> entries) {
  static Blame of(Detail said) {
    return new Blame(
        said.string("element"),
        said.count("begun"),
        said.count("ended"),
        said.details("fields").stream().map(BlameField::of).toList(),
        said.details("entries").stream().map(StoreEntry::of).toList());
  }
}
