// Step 5, evaluate: the time log and the evaluation.

#include <algorithm>

#include "worksheets/sheets.hpp"

namespace regelgraf::worksheets_of {

void time_log(const Facts& facts, Paper& paper) {
  paper.page(facts.worked_on().size() == 1 ? facts.worked_on().front().name : std::string());
  paper.hint(
      paper.say("Én eller to medarbejdere skriver tid i en til to uger før og igen efter. Skriv "
                "minutter hver dag, også 0.",
                "One or two colleagues note time for one or two weeks before, and again after. "
                "Write minutes each day, also 0."));
  paper.ticks({paper.say("før ændringen", "before the change"),
               paper.say("efter ændringen", "after the change")});
  paper.blanks({paper.say("Kode (ikke navn)", "Code (no name)"),
                paper.say("Første dag", "First day"),
                paper.say("Timer på arbejde i alt", "Hours at work in all")});
  std::vector<std::string> names;
  for (const RuleFacts& rule : facts.worked_on())
    if (names.size() < 3) names.push_back(fit(rule.name, 18, 3));
  while (names.size() < 3) names.emplace_back();
  const std::vector<std::string> days =
      facts.request.language == Language::da
          ? std::vector<std::string>{"mandag", "tirsdag", "onsdag", "torsdag", "fredag"}
          : std::vector<std::string>{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
  std::vector<std::vector<std::string>> rows;
  for (int week = 1; week <= 2; ++week)
    for (const std::string& day : days)
      rows.push_back(
          {paper.say("Uge ", "Week ") + std::to_string(week) + ", " + day, "", "", "", "", ""});
  rows.push_back({paper.say("I alt", "In all"), "", "", "", "", ""});
  paper.table({"c22", "c18", "c18", "c18", "c8", "c16"},
              {paper.say("Uge og dag", "Week and day"), names[0] + paper.say(" (min)", " (min)"),
               names[1] + paper.say(" (min)", " (min)"), names[2] + paper.say(" (min)", " (min)"),
               paper.say("gange", "times"), paper.say("Bemærk", "Note")},
              rows, 0);
  if (!facts.worked_on().empty()) {
    paper.heading(paper.say("Skønnet i dag", "Today's estimate"));
    std::vector<std::string> list;
    for (const RuleFacts& rule : facts.worked_on()) {
      if (list.size() == 3) break;
      const std::string hours = facts.hours(rule.hours);
      list.push_back(fit(rule.name, 60, 1) + ": " +
                     (hours.empty() ? paper.say("ingen tal", "no figures")
                                    : hours + paper.say(" timer om året", " hours a year")));
    }
    paper.list(list);
  }
  paper.heading(paper.say("Var der noget særligt ved ugerne?",
                          "Was there anything special about the weeks?"));
  paper.fill();
}

void evaluation(const Facts& facts, Paper& paper) {
  each_rule(facts, [&](const RuleFacts* rule) {
    paper.page(rule ? rule->name : std::string());
    if (!rule) paper.field(paper.say("Reglen", "The rule"), {});
    paper.heading(paper.say("Hvad blev resultatet?", "What came of it?"));
    std::vector<std::vector<std::string>> rows{
        {paper.say("Timer om året", "Hours a year"), rule ? facts.hours(rule->hours) : "", "", "",
         ""},
        {paper.say("Kvalitet for borgeren", "Quality for the citizen"), "", "", "", ""},
        {paper.say("Arbejdsglæde", "Joy in the work"), "", "", "", ""}};
    paper.table(
        {"c28", "c18", "c18", "c18", "c18"},
        {paper.say("Hvad", "What"), paper.say("Skøn før", "Estimate before"),
         paper.say("Målt før", "Measured before"), paper.say("Målt efter", "Measured after"),
         paper.say("Hvor mange målte", "How many measured")},
        rows, 2, true);
    paper.heading(paper.say("Fik vi den virkning, vi skrev ned før forsøget?",
                            "Did we get the effect that we wrote down before the trial?"));
    paper.ticks({paper.say("ja", "yes"), paper.say("delvis", "partly"), paper.say("nej", "no"),
                 paper.say("for tidligt at sige", "too early to say")});
    paper.lines(2);
    paper.heading(paper.say("Skete der noget, vi ikke havde ventet?",
                            "Did something happen that we had not expected?"));
    paper.lines(2);
    paper.heading(
        paper.say("Hvad betød processen for os: samarbejde, tillid, fælles forståelse?",
                  "What did the process do for us: cooperation, trust, common understanding?"));
    paper.fill();
    paper.heading(paper.say("Vi indstiller, at ændringen", "We recommend that the change"));
    paper.ticks({paper.say("bliver", "stays"), paper.say("justeres", "is adjusted"),
                 paper.say("prøves længere", "is tried longer"),
                 paper.say("rulles tilbage", "is undone")});
    paper.field(paper.say("Besluttes af", "Decided by"), rule ? facts.deciders(rule->repeal) : "",
                2);
    paper.blanks({paper.say("Fortalt videre den", "Told to others on"), paper.say("Af", "By")});
  });
}

}  // namespace regelgraf::worksheets_of
