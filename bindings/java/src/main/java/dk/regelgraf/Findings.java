package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * What in a model is worth a look.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param findings in the order of the codes
 */
public record Findings(String json, LocalDate date, List<Finding> findings) implements Answer {
  static Findings of(String json) {
    Detail said = Detail.of(json);
    return new Findings(
        json,
        said.date("date"),
        said.details("findings").stream().map(Finding::of).toList());
  }
}
