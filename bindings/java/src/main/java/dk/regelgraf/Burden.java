package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Hours a year in groups.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param by what they are grouped by
 * @param within the unit it is seen in; null: everywhere
 * @param groups in the order of the words or of id; what belongs nowhere last
 * @param total each element once
 * @param shared elements that stand in several groups
 */
public record Burden(
    String json,
    LocalDate date,
    String by,
    String within,
    List<Group> groups,
    Group total,
    List<String> shared)
    implements Answer {
  static Burden of(String json) {
    Detail said = Detail.of(json);
    return new Burden(
        json,
        said.date("date"),
        said.string("by"),
        said.string("within"),
        said.details("groups").stream().map(Group::of).toList(),
        Group.of(said.detail("total")),
        said.strings("shared"));
  }
}
