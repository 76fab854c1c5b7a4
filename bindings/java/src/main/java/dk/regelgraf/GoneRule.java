package dk.regelgraf;

import java.util.List;

/**
 * A rule that goes.
 *
 * @param id the rule
 * @param hours hours a year
 * @param effect "no_effect", or "not_examined": nobody has looked for what depends on it
 */
public record GoneRule(String id, Hours hours, String effect) {
  static List<GoneRule> all(Detail said, String name) {
    return said.details(name).stream()
        .map(one -> new GoneRule(one.string("id"), one.hours("hours"), one.string("effect")))
        .toList();
  }
}
