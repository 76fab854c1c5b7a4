package dk.regelgraf;

import java.util.List;

/**
 * One power over one target, and where {@code may} puts it.
 *
 * @param power the power
 * @param target rule, task or matter
 * @param grant the grant that gives it; null for implied authority, and where the actor may not
 * @param implied by issuing the rule, not by a grant
 * @param notice months of notice with which the actor may end the rule alone; null: none needed
 * @param with others who must take part
 * @param dependsOn conditions that are not known
 * @param internal the unit above that has it; how it distributes its work is not recorded
 * @param involve whom to involve, in order, as in whoDecides
 * @param hours hours a year of the target itself; null: not known
 * @param because why not; null where the actor may, or may under conditions
 */
public record PowerOver(
    String power,
    String target,
    String grant,
    boolean implied,
    Double notice,
    List<String> with,
    List<Detail> dependsOn,
    String internal,
    List<Detail> involve,
    Hours hours,
    Detail because) {
  static PowerOver of(Detail said) {
    return new PowerOver(
        said.string("power"),
        said.string("target"),
        said.string("grant"),
        said.is("implied"),
        said.has("notice") ? said.detail("notice").number("months") : null,
        said.strings("with"),
        said.details("depends_on"),
        said.string("internal"),
        said.details("involve"),
        said.hours("hours"),
        said.detail("because"));
  }
}
