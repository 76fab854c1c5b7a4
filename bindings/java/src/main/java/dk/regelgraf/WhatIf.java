package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What follows from a change; every list in order of id.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param removed what was removed
 * @param added elements that came
 * @param changed given other fields
 * @param standsAnew stand now and did not before, added ones included
 * @param standsNot added or changed, and stand neither before nor after
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
 * @param hours as of Breaks, and "added" (of what stands anew), "changed" (freed by other
 *     figures), "net" (removed + fallen + changed - added) and "one_off_added"; a difference is
 *     low less high, likely less likely, high less low
 * @param through for each element affected, the shortest way to it from a removed one
 * @param text the answer in words
 */
public record WhatIf(
    String json,
    LocalDate date,
    List<String> removed,
    List<String> added,
    List<String> changed,
    List<String> standsAnew,
    List<String> standsNot,
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
  static WhatIf of(String json) {
    Detail said = Detail.of(json);
    return new WhatIf(
        json,
        said.date("date"),
        said.strings("removed"),
        said.strings("added"),
        said.strings("changed"),
        said.strings("stands_anew"),
        said.strings("stands_not"),
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
        Breaks.through(said),
        said.text("text"));
  }
}
