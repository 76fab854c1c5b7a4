// Step 6, learn and decide the next step: the learning sheet.

#include <algorithm>

#include "worksheets/sheets.hpp"

namespace regelgraf::worksheets_of {

void learning(const Facts& facts, Paper& paper) {
  paper.page();
  for (const std::string& question :
       {paper.say("Hvad har vi lært hver for sig?", "What did each of us learn?"),
        paper.say("Hvad har vi lært som arbejdsplads?", "What did we learn as a workplace?"),
        paper.say("Hvad bør andre i kommunen vide?",
                  "What should others in the municipality know?"),
        paper.say("Hvad ville vi gøre anderledes næste gang?",
                  "What would we do differently next time?")}) {
    paper.heading(question);
    paper.lines(2);
  }
  paper.heading(paper.say("Hvad kan vi tage fat på næste gang?", "What can we take up next?"));
  std::vector<std::vector<std::string>> rows;
  for (const RuleFacts& rule : facts.binding()) {
    if (rows.size() == 5) break;
    const auto& done = facts.request.rules;
    if (std::find(done.begin(), done.end(), rule.rule) != done.end()) continue;
    if (rule.frame == Frame::fixed || rule.reach > Reach::together) continue;
    rows.push_back({fit(rule.name, 32, 2), facts.hours(rule.hours),
                    fit(facts.deciders(rule.repeal), 22, 2), ""});
  }
  paper.table({"c40", "c14", "c28", "c18"},
              {paper.say("Regel, der ikke ligger fast", "A rule that is not fixed"),
               paper.say("Timer om året", "Hours a year"),
               paper.say("Kan fjernes af", "May be removed by"), paper.say("Tages op", "Taken up")},
              rows, 2);
  paper.heading(paper.say("Sådan holder vi fast: hvem holder øje, og hvornår ser vi på det igen?",
                          "How we keep it: who watches, and when do we look again?"));
  paper.fill();
  paper.blanks({paper.say("Næste møde", "Next meeting"), paper.say("Ansvarlig", "Responsible")});
}

}  // namespace regelgraf::worksheets_of
