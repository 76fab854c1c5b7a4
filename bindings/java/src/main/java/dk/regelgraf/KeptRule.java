package dk.regelgraf;

import java.util.List;

/**
 * A rule that is kept.
 *
 * @param id the rule
 * @param because the duties, core tasks and elements to be kept that are lost if it goes too, it
 *     alone
 */
public record KeptRule(String id, List<String> because) {
  static KeptRule of(Detail said) {
    return new KeptRule(said.string("id"), said.strings("because"));
  }
}
