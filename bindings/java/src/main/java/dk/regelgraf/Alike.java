package dk.regelgraf;

/**
 * Something a nomination is like, for a person to decide.
 *
 * @param element a rule of the model; null: the cluster is meant
 * @param cluster a cluster; null: the element is meant
 * @param score 0 to 1
 * @param doubt why they were not taken to be the same: "score", "ambiguous", "frequency", "number",
 *     "negation", "contrast"
 */
public record Alike(String element, String cluster, double score, String doubt) {
  static Alike of(Detail said) {
    return new Alike(
        said.string("element"),
        said.string("cluster"),
        said.number("score"),
        said.string("doubt"));
  }
}
