package dk.regelgraf;

import java.util.List;

/**
 * Hours of several elements together.
 *
 * @param key the tier, instrument, issuer, matter or actor; null: not known, and of the total
 * @param hours hours a year
 * @param oneOff hours once
 * @param surplus hours a year above the law's minimum
 * @param elements what was counted, in order of id
 */
public record Group(String key, Hours hours, Hours oneOff, Hours surplus, List<String> elements) {
  static Group of(Detail said) {
    return new Group(
        said.string("key"),
        said.hours("hours"),
        said.hours("one_off"),
        said.hours("surplus"),
        said.strings("elements"));
  }
}
