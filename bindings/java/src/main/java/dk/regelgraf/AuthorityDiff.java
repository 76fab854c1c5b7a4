package dk.regelgraf;

import java.util.List;

/**
 * A target over which the authority is another than before.
 *
 * @param target what is decided about
 * @param power the power
 * @param gained who may now and might not
 * @param lost who might and may not now
 * @param before who might
 * @param after who may
 */
public record AuthorityDiff(
    String target,
    String power,
    List<String> gained,
    List<String> lost,
    List<Decider> before,
    List<Decider> after) {
  static AuthorityDiff of(Detail said) {
    return new AuthorityDiff(
        said.string("target"),
        said.string("power"),
        said.strings("gained"),
        said.strings("lost"),
        said.details("before").stream().map(Decider::of).toList(),
        said.details("after").stream().map(Decider::of).toList());
  }
}
