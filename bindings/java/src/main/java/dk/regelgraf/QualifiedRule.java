package dk.regelgraf;

import java.util.List;
import java.util.Map;

/**
 * A row of the qualification sheet: a rule with all that must be known before somebody decides.
 *
 * @param rule its id; null: it is not to be named
 * @param name its name; null: it has none
 * @param draft the model does not have it
 * @param stands it stands on the day
 * @param instrument what sort of rule
 * @param cluster of its nominations
 * @param nominated by how many rows
 * @param units by how many units; null: fewer than {@link Qualification#atLeast}
 * @param heap "own", "manager", "management", "med_agreement", "council", "exemption" or
 *     "state_or_agreement"
 * @param heapBecause on what that rests: "decider", "instrument", "issuer", "waive", "claimed",
 *     "nobody"
 * @param issuer who made it
 * @param issuerClaimed who is said to have; null: nobody says
 * @param origin where it comes from
 * @param originClaimed where it is said to; null: nobody says
 * @param hours hours a year, as the model has it
 * @param hoursNominated as the nominations have it; null: none states any, or too few units do
 * @param surplusHours hours a year above what is required
 * @param duties duties it serves
 * @param usedBy what uses what comes of it
 * @param med MED is to be involved
 * @param verdict of who may repeal it
 * @param deciders best first: "holders", "jointly", "tier", perhaps "grant"
 * @param involve whom to involve: "involvement", "how", "timing", perhaps "body"
 * @param breaks what breaks without it
 * @param unmetDuties the alarm
 * @param redundant can go too
 * @param unexamined nobody has looked for what depends on it
 * @param proposals what is proposed, how often
 */
public record QualifiedRule(
    String rule,
    Text name,
    boolean draft,
    boolean stands,
    String instrument,
    String cluster,
    int nominated,
    Integer units,
    String heap,
    String heapBecause,
    List<String> issuer,
    String issuerClaimed,
    String origin,
    String originClaimed,
    Hours hours,
    Hours hoursNominated,
    Hours surplusHours,
    List<String> duties,
    List<String> usedBy,
    boolean med,
    Verdict verdict,
    List<Detail> deciders,
    List<Detail> involve,
    List<String> breaks,
    List<String> unmetDuties,
    List<String> redundant,
    boolean unexamined,
    Map<String, Long> proposals) {
  static QualifiedRule of(Detail said) {
    return new QualifiedRule(
        said.string("rule"),
        said.name("name"),
        said.is("draft"),
        said.is("stands"),
        said.string("instrument"),
        said.string("cluster"),
        said.whole("nominated"),
        said.counted("units"),
        said.string("heap"),
        said.string("heap_because"),
        said.strings("issuer"),
        said.string("issuer_claimed"),
        said.string("origin"),
        said.string("origin_claimed"),
        said.hours("hours"),
        said.hours("hours_nominated"),
        said.hours("surplus_hours"),
        said.strings("duties"),
        said.strings("used_by"),
        said.is("med"),
        Verdict.of(said.string("verdict")),
        said.details("deciders"),
        said.details("involve"),
        said.strings("breaks"),
        said.strings("unmet_duties"),
        said.strings("redundant"),
        said.is("unexamined"),
        said.countsByName("proposals"));
  }
}
