package dk.regelgraf;

/**
 * One thing that is wrong with a model, or worth a look in a nomination table.
 *
 * @param severity "error", "warning" or "note"
 * @param code as "unknown_reference"
 * @param file the file it is in; of a change the place, as "add[0]"; "" where there is none
 * @param line from 1; 0 where there is none
 * @param column in bytes, from 1; 0 where there is none
 * @param element the id of the element it is about, or the row's number; "" where it is about none
 * @param field the field meant, or the head of the column; "" where none is
 * @param text what is wrong
 * @param advice what would help
 */
public record SourceFinding(
    String severity,
    String code,
    String file,
    int line,
    int column,
    String element,
    String field,
    Text text,
    Text advice) {
  static SourceFinding of(Detail said) {
    return new SourceFinding(
        said.string("severity"),
        said.string("code"),
        said.string("file"),
        said.whole("line"),
        said.whole("column"),
        said.string("element"),
        said.string("field"),
        said.text("text"),
        said.text("advice"));
  }
}
