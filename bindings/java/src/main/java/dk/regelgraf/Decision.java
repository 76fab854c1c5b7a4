package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Who decides.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param verdict what the answer comes to
 * @param options best first
 * @param recommends of the first option: who recommends before
 * @param informed who is informed after
 * @param heard who is heard before
 * @param also powers that a decision on this matter needs besides
 * @param appeal where a complaint goes; null: nothing recorded
 * @param nearMisses who would have been competent but for one thing
 * @param barredBy bars that take out a holder otherwise left
 * @param ignoredFacts facts that were given and that the model does not know
 * @param text the answer in words
 */
public record Decision(
    String json,
    LocalDate date,
    Verdict verdict,
    List<Option> options,
    List<String> recommends,
    List<String> informed,
    List<String> heard,
    List<Detail> also,
    Detail appeal,
    List<Detail> nearMisses,
    List<String> barredBy,
    List<String> ignoredFacts,
    Text text)
    implements Answer {
  static Decision of(String json) {
    Detail said = Detail.of(json);
    return new Decision(
        json,
        said.date("date"),
        Verdict.of(said.string("verdict")),
        said.details("options").stream().map(Option::of).toList(),
        said.strings("recommends"),
        said.strings("informed"),
        said.strings("heard"),
        said.details("also"),
        said.detail("appeal"),
        said.details("near_misses"),
        said.strings("barred_by"),
        said.strings("ignored_facts"),
        said.text("text"));
  }
}
