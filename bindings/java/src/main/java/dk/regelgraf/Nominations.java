package dk.regelgraf;

import java.util.List;

/**
 * A nomination table read, matched and put together.
 *
 * @param json the answer as the library gave it
 * @param nominations in the order of the table
 * @param clusters in the order of their first nomination
 * @param extra heads of the columns that were kept as notes
 * @param findings of the table, then of the matching, with the row's number as element and the
 *     column's head as field. An error among them: there are no nominations
 */
public record Nominations(
    String json,
    List<Nomination> nominations,
    List<Cluster> clusters,
    List<String> extra,
    List<SourceFinding> findings) {
  static Nominations of(String json) {
    Detail said = Detail.of(json);
    return new Nominations(
        json,
        said.details("nominations").stream().map(Nomination::of).toList(),
        said.details("clusters").stream().map(Cluster::of).toList(),
        said.strings("extra"),
        said.details("findings").stream().map(SourceFinding::of).toList());
  }
}
