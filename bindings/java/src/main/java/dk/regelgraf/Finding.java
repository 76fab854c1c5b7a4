package dk.regelgraf;

import java.util.List;

/**
 * One thing worth a look.
 *
 * @param code as "dead_rule"; the C++ header check.hpp lists them
 * @param severity "warning" or "note"
 * @param element the element it is about; null: the model's head
 * @param field the field meant; null: no one field
 * @param elements all elements concerned, in order of id
 * @param text what it says
 * @param advice what would help; null: nothing to say
 */
public record Finding(
    String code,
    String severity,
    String element,
    String field,
    List<String> elements,
    Text text,
    Text advice) {
  static Finding of(Detail said) {
    return new Finding(
        said.string("code"),
        said.string("severity"),
        said.string("element"),
        said.string("field"),
        said.strings("elements"),
        said.text("text"),
        said.text("advice"));
  }
}
