package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What changed between two models, in meaning.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param elements what is written otherwise
 * @param authority who decides what, where that is another
 * @param breaks of the elements that both have: stood before and do not now
 * @param standsAnew did not stand before and do now
 * @param unmetDuties duties that were met and are not
 * @param hours hours a year: "before", "after", "net"
 * @param text the answer in words
 */
public record Diff(
    String json,
    LocalDate date,
    List<ElementDiff> elements,
    List<AuthorityDiff> authority,
    List<String> breaks,
    List<String> standsAnew,
    List<String> unmetDuties,
    Map<String, Hours> hours,
    Text text)
    implements Answer {
  static Diff of(String json) {
    Detail said = Detail.of(json);
    return new Diff(
        json,
        said.date("date"),
        said.details("elements").stream().map(ElementDiff::of).toList(),
        said.details("authority").stream().map(AuthorityDiff::of).toList(),
        said.strings("breaks"),
        said.strings("stands_anew"),
        said.strings("unmet_duties"),
        said.hoursByName("hours"),
        said.text("text"));
  }
}
