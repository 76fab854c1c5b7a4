// Step 3, develop solutions: for each variant who decides after whom, and which is best.

#include <algorithm>

#include "worksheets/sheets.hpp"

namespace regelgraf::worksheets_of {

namespace {

/// One way to solve it that the graph can say something about.
void variant(const Facts& facts, Paper& paper, const RuleFacts* rule, const std::string& title,
             const char* power, const std::string& follows) {
  html::Writer& out = paper.out();
  out.open("div", {{"class", "option"}}).element("h2", title);
  std::string who, before, after;
  if (rule) {
    const Decision decision = facts.decide(rule->rule, power);
    who = facts.deciders(decision);
    if (who.empty()) who = paper.say("ingen, vi kender til", "nobody that we know of");
    const auto join = [&](Timing timing) {
      std::string text;
      for (const std::string& one : facts.involved(decision, timing))
        text += (text.empty() ? "" : "; ") + one;
      return text.empty() ? paper.say("ingen registreret", "nobody recorded") : text;
    };
    if (!decision.options.empty()) {
      before = join(Timing::before);
      after = join(Timing::after);
    }
  }
  paper.field(paper.say("Besluttes af", "Decided by"), who, 1);
  paper.field(paper.say("Inddrag før", "Involve before"), before, 2);
  paper.field(paper.say("Bagefter", "Afterwards"), after, 1);
  if (!follows.empty()) paper.field(paper.say("Husk", "Remember"), follows, 2);
  paper.field(paper.say("Vores idé", "Our idea"), {});
  paper.lines(1);
  paper.field(paper.say("Ønsket virkning", "Effect we want"), {});
  paper.field(paper.say("Det kan vi se på", "We shall see it by"), {});
  out.close();
}

}  // namespace

void solution(const Facts& facts, Paper& paper) {
  each_rule(facts, [&](const RuleFacts* rule) {
    std::string without, trial;
    if (rule) {
      const WhatBreaks whole = facts.breaks(rule->rule, false),
                       here = facts.breaks(rule->rule, true);
      if (!whole.unmet_duties.empty())
        without = paper.say("Sæt noget andet i stedet, ellers opfyldes ikke: ",
                            "Put something else in its place, else these go unmet: ") +
                  facts.names(whole.unmet_duties);
      else if (!whole.broken.empty() || !whole.lapsed.empty())
        without = paper.say("Noget andet falder med den: se udfordringsarket.",
                            "Something else falls with it: see the challenge sheet.");
      if (!here.unmet_duties.empty())
        trial = paper.say("I forsøget opfyldes ikke: ", "In the trial these go unmet: ") +
                facts.names(here.unmet_duties);
    }
    paper.page(rule ? rule->name : std::string());
    paper.hint(
        paper.say("Find flere løsninger, før I vælger. Skriv for hver, hvad den skal give, og "
                  "hvordan I vil kunne se det.",
                  "Find several solutions before you choose. Write for each what it is to give, "
                  "and how you will see it."));
    if (!rule) paper.field(paper.say("Reglen", "The rule"), {});
    variant(facts, paper, rule, paper.say("Fjerne den", "Remove it"), "repeal", without);
    variant(facts, paper, rule, paper.say("Forsimple eller ændre den", "Simplify or change it"),
            "amend", {});
    variant(facts, paper, rule, paper.say("Prøve uden den en tid", "Try without it for a time"),
            "waive", trial);
    paper.fill();
    paper.page(rule ? rule->name : std::string());
    for (const std::string& title :
         {paper.say("Erstatte den med noget andet", "Replace it with something else"),
          paper.say("Forklare den bedre, og lade den stå (forankre)",
                    "Explain it better and let it stand (anchor)"),
          paper.say("En helt anden vej", "Quite another way")}) {
      paper.out().open("div", {{"class", "option"}}).element("h2", title);
      paper.field(paper.say("Vores idé", "Our idea"), {});
      paper.lines(2);
      paper.field(paper.say("Ønsket virkning", "Effect we want"), {});
      paper.field(paper.say("Det kan vi se på", "We shall see it by"), {});
      paper.field(paper.say("Hvem skal spørges?", "Who must be asked?"), {});
      paper.out().close();
    }
    paper.heading(
        paper.say("Den løsning, vi vælger, og hvorfor", "The solution we choose, and why"));
    paper.fill();
  });
}

void solution_assessment(const Facts& facts, Paper& paper) {
  paper.page(facts.worked_on().size() == 1 ? facts.worked_on().front().name : std::string());
  paper.hint(paper.say(
      "Giv hver løsning 1 (slet ikke) til 5 (helt). Tal om tallene: det er samtalen, der tæller.",
      "Give each solution 1 (not at all) to 5 (fully). Talk about the figures: it is the talk that "
      "counts."));
  paper.blanks({"A", "B", "C"});
  std::vector<std::vector<std::string>> rows;
  for (const std::string& asked :
       {paper.say("Løser den det egentlige problem?", "Does it solve the real problem?"),
        paper.say("Giver den mere tid til kerneopgaven?",
                  "Does it give more time for the core task?"),
        paper.say("Er den god for borgeren?", "Is it good for the citizen?"),
        paper.say("Er borgerens retssikkerhed i orden?", "Is the citizen's legal security kept?"),
        paper.say("Kan vi beslutte den selv eller tæt på?",
                  "Can we decide it ourselves, or nearby?"),
        paper.say("Kan den laves inden for tre måneder?", "Can it be done within three months?"),
        paper.say("Kan vi se, om den virker?", "Can we see whether it works?"),
        paper.say("Har vi det, der skal til: viden, tid, systemer?",
                  "Have we what it takes: knowledge, time, systems?")})
    rows.push_back({asked, "", "", ""});
  std::vector<std::string> duties;
  for (const RuleFacts& rule : facts.worked_on())
    for (const Index duty : facts.breaks(rule.rule, false).unmet_duties)
      if (std::string name = facts.name(duty);
          std::find(duties.begin(), duties.end(), name) == duties.end())
        duties.push_back(std::move(name));
  for (const std::string& duty : duties)
    if (rows.size() < 13)
      rows.push_back(
          {fit(paper.say("Opfyldes stadig: ", "Still met: ") + duty, 46, 2), "", "", ""});
  paper.table({"c40", "c20", "c20", "c20"}, {paper.say("Spørgsmål", "Question"), "A", "B", "C"},
              rows, 2);
  paper.heading(paper.say("Hvad kan gå galt, og hvad gør vi så?",
                          "What can go wrong, and what do we do then?"));
  paper.fill();
  paper.heading(paper.say("Vi går videre med", "We go on with"));
  paper.ticks({"A", "B", "C", paper.say("ingen af dem", "none of them")});
}

}  // namespace regelgraf::worksheets_of
