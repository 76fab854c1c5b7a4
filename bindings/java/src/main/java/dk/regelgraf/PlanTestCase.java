package dk.regelgraf;

import java.util.List;

/**
 * One question of a file of plan tests.
 *
 * @param name its name
 * @param passed the answer was as expected
 * @param differences where it was not
 */
public record PlanTestCase(String name, boolean passed, List<PlanDifference> differences) {
  static PlanTestCase of(Detail said) {
    return new PlanTestCase(
        said.string("name"),
        said.is("passed"),
        said.details("differences").stream().map(PlanDifference::of).toList());
  }
}
