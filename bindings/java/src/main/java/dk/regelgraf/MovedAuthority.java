package dk.regelgraf;

import java.util.List;

/**
 * Who decided about an entry of what changed, and who decides now.
 *
 * @param entry an id, "*", or a Map with the fields of the rules it is about: "matter",
 *     "instrument", "issuer"
 * @param power "*": what a grant of every power gives
 * @param unit asked of this unit; null: of no unit in particular
 * @param before who decided
 * @param after who decides; empty: a gap
 */
public record MovedAuthority(
    Object entry,
    String power,
    String unit,
    List<String> before,
    List<String> after) {
  static MovedAuthority of(Detail said) {
    return new MovedAuthority(
        said.toMap().get("entry"),
        said.string("power"),
        said.string("unit"),
        said.strings("before"),
        said.strings("after"));
  }
}
