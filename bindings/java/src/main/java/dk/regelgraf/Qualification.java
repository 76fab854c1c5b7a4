package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The qualification sheet: a row a rule, by heap.
 *
 * @param json the sheet as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param unit whose sheet it is; null: everybody's
 * @param atLeast fewer units than this are not counted
 * @param nominations rows of the table
 * @param withheld how many internal elements the sheet does not name
 * @param rules by heap
 * @param trends by "issuer", "area", "type", "level", "proposal": "key", "name", and "suppressed"
 *     or "nominated", "units", "hours"
 */
public record Qualification(
    String json,
    LocalDate date,
    String unit,
    int atLeast,
    int nominations,
    int withheld,
    List<QualifiedRule> rules,
    Map<String, List<Detail>> trends)
    implements Answer {
  static Qualification of(String json) {
    Detail said = Detail.of(json);
    return new Qualification(
        json,
        said.date("date"),
        said.string("unit"),
        said.whole("at_least"),
        said.whole("nominations"),
        said.whole("withheld"),
        said.details("rules").stream().map(QualifiedRule::of).toList(),
        said.details("trends").stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> one.string("by"), one -> one.details("groups"))));
  }

  /** The rows of one heap. */
  public List<QualifiedRule> heap(String heap) {
    return rules.stream().filter(row -> row.heap().equals(heap)).toList();
  }
}
