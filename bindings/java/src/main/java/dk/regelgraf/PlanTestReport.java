package dk.regelgraf;

import java.util.List;

/**
 * What a file of plan tests came to.
 *
 * @param json the answer as the library gave it
 * @param cases each with what came of it
 * @param grantsAsked grants of the model and all it extends but {@code dk} that some answer
 *     names
 * @param grantsNotAsked the others
 * @param rowsAsked rows of delegation plans there that some question is about
 * @param rowsNotAsked the others
 */
public record PlanTestReport(
    String json,
    List<PlanTestCase> cases,
    List<String> grantsAsked,
    List<String> grantsNotAsked,
    List<String> rowsAsked,
    List<String> rowsNotAsked) {
  static PlanTestReport of(String json) {
    Detail said = Detail.of(json);
    return new PlanTestReport(
        json,
        said.details("cases").stream().map(PlanTestCase::of).toList(),
        said.detail("grants").strings("asked"),
        said.detail("grants").strings("not_asked"),
        said.detail("rows").strings("asked"),
        said.detail("rows").strings("not_asked"));
  }

  /** How many cases did not pass. */
  public long failed() {
    return cases.stream().filter(one -> !one.passed()).count();
  }
}
