package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Why an element is there.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param stands whether it stands
 * @param origin where it comes from: "agreed", "state", "required", "one_of_several",
 *     "allowed", "home_made", "unknown"
 * @param claimed the origin that somebody claims; null: nothing recorded
 * @param claims claims held against the model: "agrees", "open" or "contradicted", by "origin",
 *     "issuer", "hours"
 * @param ground a shortest path up to each last ground
 * @param purpose a shortest path up to each last purpose
 * @param issuers who issued it
 * @param requiredBy duties that cannot be met without it
 * @param surplusHours hours a year above what is required
 * @param usedBy what uses it
 */
public record Why(
    String json,
    LocalDate date,
    boolean stands,
    String origin,
    String claimed,
    Map<String, String> claims,
    List<List<String>> ground,
    List<List<String>> purpose,
    List<String> issuers,
    List<String> requiredBy,
    Hours surplusHours,
    List<String> usedBy)
    implements Answer {
  static Why of(String json) {
    Detail said = Detail.of(json);
    return new Why(
        json,
        said.date("date"),
        said.is("stands"),
        said.string("origin"),
        said.string("claimed"),
        said.stringsByName("claims"),
        said.lists("ground"),
        said.lists("purpose"),
        said.strings("issuers"),
        said.strings("required_by"),
        said.hours("surplus_hours"),
        said.strings("used_by"));
  }
}
