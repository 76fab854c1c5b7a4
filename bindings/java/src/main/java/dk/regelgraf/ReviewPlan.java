package dk.regelgraf;

import java.util.List;

/**
 * How removals that were decided alike are carried out.
 *
 * @param decidedBy who decided
 * @param grant by which grant; null: by having made the rules
 * @param plan with the fields of a {@link RemovalPlan}'s JSON
 */
public record ReviewPlan(List<String> decidedBy, String grant, Detail plan) {
  static ReviewPlan of(Detail said) {
    return new ReviewPlan(
        said.strings("decided_by"),
        said.string("grant"),
        said.detail("plan"));
  }
}
