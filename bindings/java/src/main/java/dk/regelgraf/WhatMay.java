package dk.regelgraf;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that one actor may, may perhaps, and may not: each pair of power and target in one
 * list.
 *
 * @param json the answer as the library gave it
 * @param date the day asked about; null: the model's last state
 * @param actor the actor
 * @param powers the powers looked at
 * @param may alone, with nothing unknown
 * @param depends on others, on facts, or on internal distribution
 * @param mayNot and why not
 * @param ignoredFacts facts that were given and that the model does not know
 * @param complete false: the time ran out, and some targets were not looked at
 * @param text the answer in words
 */
public record WhatMay(
    String json,
    LocalDate date,
    String actor,
    List<String> powers,
    List<PowerOver> may,
    List<PowerOver> depends,
    List<PowerOver> mayNot,
    List<String> ignoredFacts,
    boolean complete,
    Text text)
    implements Answer {
  static WhatMay of(String json) {
    Detail said = Detail.of(json);
    return new WhatMay(
        json,
        said.date("date"),
        said.string("actor"),
        said.strings("powers"),
        said.details("may").stream().map(PowerOver::of).toList(),
        said.details("depends").stream().map(PowerOver::of).toList(),
        said.details("not").stream().map(PowerOver::of).toList(),
        said.strings("ignored_facts"),
        said.is("complete"),
        said.text("text"));
  }
}
