package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether an actor may, by itself: "it depends" is not yes.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param may yes, no, or it depends
 * @param because why, or why not: "kind" and what belongs to the kind
 * @param options the actor's own options
 * @param ignoredFacts facts that were given and that the model does not know
 */
public record May(
    String json,
    LocalDate date,
    Permission may,
    Detail because,
    List<Option> options,
    List<String> ignoredFacts)
    implements Answer {
  static May of(String json) {
    Detail said = Detail.of(json);
    return new May(
        json,
        said.date("date"),
        Permission.of(said.toMap().get("may")),
        said.detail("because"),
        said.details("options").stream().map(Option::of).toList(),
        said.strings("ignored_facts"));
  }
}
