// Step 4, test and implement: the trial, and who does what when.

#include "worksheets/sheets.hpp"

namespace regelgraf::worksheets_of {

void trial_plan(const Facts& facts, Paper& paper) {
  each_rule(facts, [&](const RuleFacts* rule) {
    paper.page(rule ? rule->name : std::string());
    if (!rule) paper.field(paper.say("Reglen", "The rule"), {});
    paper.field(paper.say("Hvor", "Where"), facts.unit(), 1);
    paper.blanks({paper.say("Fra (dato)", "From (date)"), paper.say("Til (dato)", "To (date)"),
                  paper.say("Tovholder", "Coordinator")});
    paper.heading(
        paper.say("Hvad gør vi anderledes i forsøget?", "What do we do differently in the trial?"));
    paper.lines(3);
    paper.heading(paper.say("Må vi?", "May we?"));
    std::string who, before, risk;
    if (rule) {
      const Decision decision = facts.decide(rule->rule, "waive");
      who = facts.deciders(decision);
      if (who.empty())
        who = paper.say("Ingen, vi kender til, kan fravige den: spørg, før I begynder.",
                        "Nobody that we know of may waive it: ask before you begin.");
      for (const std::string& one : facts.involved(decision, Timing::before))
        before += (before.empty() ? "" : "; ") + one;
      if (before.empty() && !decision.options.empty())
        before = paper.say("ingen registreret", "nobody recorded");
      const WhatBreaks breaks = facts.breaks(rule->rule, true);
      if (!breaks.unmet_duties.empty())
        risk = paper.say("Disse pligter skal opfyldes på en anden måde imens: ",
                         "These duties must be met in another way meanwhile: ") +
               facts.names(breaks.unmet_duties);
      else if (breaks.broken.empty() && breaks.lapsed.empty())
        risk = paper.say("Intet er registreret, som går i stykker i enheden.",
                         "Nothing is recorded that breaks in the unit.");
      else
        risk = std::to_string(breaks.broken.size() + breaks.lapsed.size()) +
               paper.say(" ting i enheden går i stykker: se udfordringsarket.",
                         " things in the unit break: see the challenge sheet.");
    }
    paper.field(paper.say("Kan fraviges af", "May be waived by"), who, 2);
    paper.field(paper.say("Spørg eller hør først", "Ask or hear first"), before, 3);
    paper.field(paper.say("Pas på", "Take care"), risk, 4);
    paper.blanks({paper.say("Ja givet af", "Yes given by"), paper.say("Dato", "Date")});
    paper.heading(paper.say("Hvad venter vi at se? Skriv det, før I begynder",
                            "What do we expect to see? Write it before you begin"));
    paper.table(
        {"c34", "c22", "c22", "c22"},
        {paper.say("Virkning", "Effect"), paper.say("Målt ved", "Measured by"),
         paper.say("Før", "Before"), paper.say("Ventet efter", "Expected after")},
        rule && rule->hours.high > 0
            ? std::vector<std::vector<std::string>>{{paper.say("Tid på reglen", "Time on the rule"),
                                                     paper.say("tidslog", "time log"),
                                                     facts.hours(rule->hours) +
                                                         paper.say(" timer/år (skøn)",
                                                                   " hours/year (estimate)"),
                                                     ""}}
            : std::vector<std::vector<std::string>>{},
        3);
    paper.heading(paper.say("Vi stopper straks, hvis", "We stop at once if"));
    paper.fill();
    paper.blanks({paper.say("Det siger vi til borgere og kolleger",
                            "What we tell citizens and colleagues")});
  });
}

void action_plan(const Facts& facts, Paper& paper) {
  paper.page(facts.worked_on().size() == 1 ? facts.worked_on().front().name : std::string());
  paper.hint(paper.say("Skriv så konkret, at en kollega, der ikke var med, kan gøre det.",
                       "Write so plainly that a colleague who was not there can do it."));
  std::vector<std::vector<std::string>> rows;
  const auto row = [&](const std::string& what, const std::string& who) {
    if (rows.size() < 9) rows.push_back({fit(what, 34, 2), fit(who, 18, 2), "", ""});
  };
  for (const RuleFacts& rule : facts.worked_on()) {
    const std::string about =
        facts.worked_on().size() > 1 ? " (" + fit(rule.name, 24, 1) + ")" : "";
    for (const std::string& one : facts.involved(rule.repeal, Timing::before)) row(one + about, "");
    row(paper.say("Beslutning om reglen", "Decision on the rule") + about,
        facts.deciders(rule.repeal));
    for (const std::string& one : facts.involved(rule.repeal, Timing::after)) row(one + about, "");
  }
  row(paper.say("Skrivelser, skemaer og systemer rettes", "Texts, forms and systems are changed"),
      "");
  row(paper.say("Nye kolleger får det at vide", "New colleagues are told"), "");
  paper.table({"c40", "c24", "c18", "c18"},
              {paper.say("Hvad skal ske", "What is to happen"), paper.say("Hvem", "Who"),
               paper.say("Hvornår", "When"), paper.say("Gjort", "Done")},
              rows, 12 - static_cast<int>(rows.size()));
  paper.heading(paper.say("Hvem gør noget nyt, og hvem noget anderledes?",
                          "Who does something new, and who something different?"));
  paper.lines(2);
  paper.heading(
      paper.say("Hvad skal vi kunne eller vide? Hvad i kulturen kan stå i vejen?",
                "What must we know or be able to do? What in our culture may stand in the way?"));
  paper.fill();
}

}  // namespace regelgraf::worksheets_of
