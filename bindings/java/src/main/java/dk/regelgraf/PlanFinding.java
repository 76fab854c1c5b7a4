package dk.regelgraf;

/**
 * One thing in a table that is worth a look.
 *
 * @param code as "no_decider"; the C++ header delegation_plan.hpp lists them
 * @param severity "warning" or "note"
 * @param line where the cell begins, from 1; 0 for the table as a whole
 * @param column in bytes, from 1; 0 for the table as a whole
 * @param element the row's matter, and so its number; "" where it is about no row
 * @param field the head of the column; "" where it is about none
 * @param text what it says
 * @param advice what would help
 */
public record PlanFinding(
    String code,
    String severity,
    int line,
    int column,
    String element,
    String field,
    Text text,
    Text advice) {
  static PlanFinding of(Detail said) {
    return new PlanFinding(
        said.string("code"),
        said.string("severity"),
        said.whole("line"),
        said.whole("column"),
        said.string("element"),
        said.string("field"),
        said.text("text"),
        said.text("advice"));
  }
}
