package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What breaks if elements are removed; every list in order of id.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param removed what was removed
 * @param within the unit it is seen from; null: everywhere
 * @param lapsed lost their legal ground
 * @param broken can no longer work
 * @param unmetDuties the alarm
 * @param redundant can go too, and nothing more breaks
 * @param purposeless lost their purpose but are still leaned on
 * @param weakened stand with nothing to spare
 * @param affected use something that is gone
 * @param revived apply now, because what kept them away is gone
 * @param unexamined not empty: nobody may read "nothing breaks"
 * @param involvementsGone involvements that are gone
 * @param authority authority that lapsed or moved; of a WhatIf always empty
 * @param hours hours a year by "removed", "fallen", "redundant", and "one_off"
 * @param through for each element affected, the shortest way to it from a removed one
 * @param text the answer in words
 */
public record Breaks(
    String json,
    LocalDate date,
    List<String> removed,
    String within,
    List<String> lapsed,
    List<String> broken,
    List<String> unmetDuties,
    List<String> redundant,
    List<String> purposeless,
    List<String> weakened,
    List<String> affected,
    List<String> revived,
    List<String> unexamined,
    List<String> involvementsGone,
    List<MovedAuthority> authority,
    Map<String, Hours> hours,
    Map<String, List<String>> through,
    Text text)
    implements Answer {
  static Breaks of(String json) {
    Detail said = Detail.of(json);
    return new Breaks(
        json,
        said.date("date"),
        said.strings("removed"),
        said.string("within"),
        said.strings("lapsed"),
        said.strings("broken"),
        said.strings("unmet_duties"),
        said.strings("redundant"),
        said.strings("purposeless"),
        said.strings("weakened"),
        said.strings("affected"),
        said.strings("revived"),
        said.strings("unexamined"),
        said.strings("involvements_gone"),
        said.details("authority").stream().map(MovedAuthority::of).toList(),
        said.hoursByName("hours"),
        through(said),
        said.text("text"));
  }

  static Map<String, List<String>> through(Detail said) {
    return Stream.of("lapsed", "broken", "redundant", "purposeless", "weakened")
        .flatMap(list -> said.details(list).stream())
        .collect(
            Collectors.toUnmodifiableMap(one -> one.string("id"), one -> one.strings("through")));
  }
}
