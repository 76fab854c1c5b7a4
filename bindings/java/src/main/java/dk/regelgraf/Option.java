package dk.regelgraf;

import java.util.List;

/**
 * One way to decide: who, on what authority, on what it depends, whom to involve.
 *
 * @param holders who may decide so
 * @param jointly how many of the holders must act together: 1 for one alone
 * @param tier the tier of the holders
 * @param grant the grant; null for implied authority
 * @param chain ids of the grants from the root to this one
 * @param implied by issuing the rule, not by a grant
 * @param notice months after which the rule is ended by notice; null: not by notice
 * @param exceptional for the case that the ordinary holder cannot act
 * @param dependsOn what the question did not tell and the option depends on; empty: on nothing
 * @param involve whom to involve, in order
 * @param warnings what to mind
 * @param must bodies that must be among those who act
 */
public record Option(
    List<String> holders,
    int jointly,
    String tier,
    String grant,
    List<String> chain,
    boolean implied,
    Double notice,
    boolean exceptional,
    List<Detail> dependsOn,
    List<Detail> involve,
    List<Detail> warnings,
    List<String> must) {
  static Option of(Detail said) {
    return new Option(
        said.strings("holders"),
        said.whole("jointly"),
        said.string("tier"),
        said.string("grant"),
        said.details("chain").stream().map(one -> one.string("grant")).toList(),
        said.is("implied"),
        said.has("notice") ? said.detail("notice").number("months") : null,
        said.is("exceptional"),
        said.details("depends_on"),
        said.details("involve"),
        said.details("warnings"),
        said.strings("must"));
  }
}
