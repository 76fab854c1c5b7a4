package dk.regelgraf;

/**
 * Where an answer is not what was expected.
 *
 * @param at as "options[0].holders[0]"; "": the whole answer
 * @param expected as JSON has it: Map, List, String, Long, Double, Boolean, null
 * @param got null where the answer has nothing there, or null
 */
public record PlanDifference(String at, Object expected, Object got) {
  static PlanDifference of(Detail said) {
    return new PlanDifference(
        said.string("at"),
        said.toMap().get("expected"),
        said.toMap().get("got"));
  }
}
