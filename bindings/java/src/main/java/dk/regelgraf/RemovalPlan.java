package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How to remove elements, step by step.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param removed what is to go
 * @param steps in order: "step" ("examine", "put_in_place", "involve", "decide", "notice" or
 *     "take_effect"), "elements", "done" and more
 * @param decisions one an element: an answer as of whoDecides, and "remove"
 * @param putInPlaceFirst what duties would lack: "duty", "at_least", "of", "left"
 * @param canGoAlong become redundant
 * @param possible somebody has the authority over each
 * @param earliest the day all can be gone; null: not possible, or no date given
 * @param takes without a date: the "days" and "months" that pass; else null
 * @param ignoredFacts facts that were given and that the model does not know
 * @param text the answer in words
 */
public record RemovalPlan(
    String json,
    LocalDate date,
    List<String> removed,
    List<Detail> steps,
    List<Detail> decisions,
    List<Detail> putInPlaceFirst,
    List<String> canGoAlong,
    boolean possible,
    LocalDate earliest,
    Detail takes,
    List<String> ignoredFacts,
    Text text)
    implements Answer {
  static RemovalPlan of(String json) {
    Detail said = Detail.of(json);
    return new RemovalPlan(
        json,
        said.date("date"),
        said.strings("removed"),
        said.details("steps"),
        said.details("decisions"),
        said.details("put_in_place_first"),
        said.strings("can_go_along"),
        said.is("possible"),
        said.toMap().get("earliest") instanceof String ? said.date("earliest") : null,
        said.toMap().get("earliest") instanceof Map ? said.detail("earliest") : null,
        said.strings("ignored_facts"),
        said.text("text"));
  }
}
