package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a proposed rule is ready to be decided on.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param rule the proposed rule
 * @param name its name; null: it has none
 * @param ready every demand is met
 * @param demands all seven, in order
 * @param questions for the proposer, one a demand that is not met
 * @param adopters who may adopt it, best first: "holders", "jointly", "certain", perhaps "grant"
 * @param involve whom to involve: "involvement", "how", "timing", perhaps "body", "days"
 * @param overlaps rules like it, the likest first: "rule", "matters", "places", "purposes", "name"
 * @param conflicts standing rules that it cannot be followed with
 * @param unmetDuties duties that go unmet by what goes for it
 * @param hours hours a year
 * @param hoursNet hours a year that are freed in all, with what goes for it; below 0: it costs
 * @param agenda text for an agenda, lines and all
 */
public record Proposal(
    String json,
    LocalDate date,
    String rule,
    Text name,
    boolean ready,
    List<Demand> demands,
    List<Text> questions,
    List<Detail> adopters,
    List<Detail> involve,
    List<Detail> overlaps,
    List<String> conflicts,
    List<String> unmetDuties,
    Hours hours,
    Hours hoursNet,
    Text agenda)
    implements Answer {
  static Proposal of(String json) {
    Detail said = Detail.of(json);
    return new Proposal(
        json,
        said.date("date"),
        said.string("rule"),
        said.name("name"),
        said.string("verdict").equals("ready"),
        said.details("demands").stream().map(Demand::of).toList(),
        said.texts("questions"),
        said.details("adopters"),
        said.details("involve"),
        said.details("overlaps"),
        said.strings("conflicts"),
        said.strings("unmet_duties"),
        said.hours("hours"),
        said.hours("hours_net"),
        said.text("agenda"));
  }
}
