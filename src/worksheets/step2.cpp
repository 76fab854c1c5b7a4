// Step 2, point out, examine and prioritise: interviews, registration, challenges, priorities.

#include <algorithm>
#include <array>

#include "worksheets/sheets.hpp"

namespace regelgraf::worksheets_of {

void interview_guide(const Facts& facts, Paper& paper) {
  paper.page();
  paper.hint(
      paper.say("To taler sammen i en halv time: én spørger, én skriver. Skriv, hvad der bliver "
                "sagt, ikke hvem der sagde det. Ingen navne og ingen CPR-numre.",
                "Two talk for half an hour: one asks, one writes. Write what is said, not who said "
                "it. No names and no civil registration numbers."));
  paper.heading(paper.say("Hvem taler vi med?", "Whom do we talk to?"));
  std::vector<std::vector<std::string>> rows;
  const auto row = [&](const std::string& who, const std::string& as) {
    for (const auto& known : rows)
      if (known[0] == who) return;
    if (rows.size() < 10) rows.push_back({fit(who, 34, 2), fit(as, 30, 2), "", ""});
  };
  for (const auto& [who, as] : facts.people()) row(who, as);
  for (const RuleFacts& rule : facts.worked_on())
    for (const auto& [who, as] : facts.stakeholders(rule)) row(who, as);
  const int empty = 14 - static_cast<int>(rows.size());
  paper.table({"c40", "c34", "c14", "c12"},
              {paper.say("Hvem", "Who"), paper.say("Fordi", "Because"),
               paper.say("Spørges af", "Asked by"), paper.say("Hvornår", "When")},
              rows, empty);
  paper.heading(paper.say("Sådan begynder I", "How to begin"));
  paper.list(
      {paper.say("Fortæl, hvad svarene skal bruges til, og hvem der ser dem.",
                 "Tell what the answers are for, and who sees them."),
       paper.say("Fortæl, hvad der ligger fast, og hvad der er åbent.",
                 "Tell what is fixed and what is open."),
       paper.say(
           "Spørg til noget, der skete: »Hvornår sidst?« i stedet for »Hvad synes du?«",
           "Ask for something that happened: “When last?” rather than “What do you think?”")});
  paper.fill();

  paper.page(facts.worked_on().size() == 1 ? facts.worked_on().front().name : std::string());
  for (const std::string& question :
       {paper.say("Hvad er det vigtigste i dit arbejde for borgeren?",
                  "What matters most in your work for the citizen?"),
        paper.say("Hvilken regel, hvilket skema eller hvilken arbejdsgang tog sidst tid fra det?",
                  "Which rule, form or procedure last took time from it?"),
        paper.say("Fortæl, hvad du gjorde, trin for trin. Hvor lang tid tog det?",
                  "Tell what you did, step by step. How long did it take?"),
        paper.say("Hvem bruger det, du skriver eller gør? Til hvad?",
                  "Who uses what you write or do? For what?"),
        paper.say("Hvad er reglen god for? Hvem beskytter den?",
                  "What is the rule good for? Whom does it protect?"),
        paper.say("Hvad ville ske, hvis den var væk i morgen?",
                  "What would happen if it were gone tomorrow?"),
        paper.say("Hvad gør du i dag for at få det til at fungere alligevel?",
                  "What do you do today to make things work all the same?"),
        paper.say("Hvis du måtte ændre én ting, hvad skulle det så være?",
                  "If you could change one thing, what would it be?")}) {
    paper.heading(question);
    paper.lines(2);
  }
  paper.fill();
}

void registration_guide(const Facts& facts, Paper& paper) {
  paper.page();
  paper.hint(
      paper.say("Sæt en streg, hver gang du bruger reglen. Skriv minutter for en typisk gang. En "
                "uge er nok. Uden navn: det er reglen, vi måler, ikke dig.",
                "Make a stroke each time you use the rule. Write the minutes of a typical time. "
                "One week is enough. No name: it is the rule we measure, not you."));
  paper.blanks({paper.say("Uge", "Week"), paper.say("Kode (ikke navn)", "Code (no name)"),
                paper.say("Opgave", "Work")});
  std::vector<std::vector<std::string>> rows;
  const auto& rules = facts.worked_on().empty() ? facts.binding() : facts.worked_on();
  for (const RuleFacts& rule : rules) {
    if (rows.size() == 9) break;
    if (facts.worked_on().empty() && rule.hours.high <= 0) continue;
    rows.push_back({fit(rule.name, 22, 3), "", "", "", "", "", "", "", ""});
  }
  const int empty = 12 - static_cast<int>(rows.size());
  paper.table({"c24", "c8", "c8", "c8", "c8", "c8", "c10", "c14", "c12"},
              {paper.say("Regel, skema eller arbejdsgang", "Rule, form or procedure"),
               paper.say("man", "Mon"), paper.say("tirs", "Tue"), paper.say("ons", "Wed"),
               paper.say("tors", "Thu"), paper.say("fre", "Fri"),
               paper.say("minutter pr. gang", "minutes each"),
               paper.say("hjalp (+) forstyrrede (–)", "helped (+) disturbed (–)"),
               paper.say("hvem brugte det?", "who used it?")},
              rows, empty, true);
  paper.heading(paper.say("Læg mærke til", "Notice"));
  paper.hint(
      paper.say("Skriver du det samme to steder? Venter du på nogen? Gør du det kun, fordi du "
                "altid har gjort det?",
                "Do you write the same in two places? Do you wait for somebody? Do you do it only "
                "because you always did?"));
  paper.fill();
}

void challenge(const Facts& facts, Paper& paper) {
  each_rule(facts, [&](const RuleFacts* rule) {
    paper.page(rule ? rule->name : std::string());
    paper.heading(paper.say("Hvad ved vi om reglen?", "What do we know of the rule?"));
    if (!rule) paper.field(paper.say("Reglen", "The rule"), {});
    paper.field(paper.say("Slags", "Sort"), rule ? rule->sort : "", 1);
    paper.field(paper.say("Lavet af", "Made by"), rule ? rule->issuers : "");
    paper.field(paper.say("Hvor den kommer fra", "Where it comes from"),
                rule ? ask::origin_text(rule->origin, paper.language()) : "");
    paper.field(paper.say("Fast eller åben", "Fixed or open"),
                rule ? facts.frame_word(*rule) + ": " + rule->why : "", 3);
    paper.field(paper.say("Timer om året", "Hours a year"), rule ? facts.hours(rule->hours) : "",
                1);
    std::string without;
    if (rule) {
      const WhatBreaks breaks = facts.breaks(rule->rule, false);
      if (!breaks.unmet_duties.empty())
        without = paper.say("Disse pligter opfyldes ikke: ", "These duties go unmet: ") +
                  facts.names(breaks.unmet_duties);
      else if (breaks.broken.empty() && breaks.lapsed.empty())
        without = paper.say("Intet er registreret, som går i stykker.",
                            "Nothing is recorded that breaks.");
      else
        without = std::to_string(breaks.broken.size() + breaks.lapsed.size()) +
                  paper.say(" ting går i stykker.", " things break.");
      if (!breaks.unexamined.empty())
        without += paper.say(" Ingen har undersøgt det: spørg rundt.",
                             " Nobody has examined it: ask around.");
    }
    paper.field(paper.say("Hvis den fjernes", "If it is removed"), without, 4);
    paper.heading(paper.say("Hvem har aktier i den?", "Who has a stake in it?"));
    std::vector<std::vector<std::string>> rows;
    if (rule) {
      const auto all = facts.stakeholders(*rule);
      for (const auto& [who, how] : all) {
        if (rows.size() == 7) break;
        rows.push_back({fit(who, 30, 2), fit(how, 38, 2), ""});
      }
      if (all.size() > rows.size())
        rows.back()[1] =
            fit(paper.say("og ", "and ") + std::to_string(all.size() - rows.size() + 1) +
                    paper.say(" flere, se modellen", " more, see the model"),
                38, 1),
        rows.back()[0] = "…";
    }
    paper.table({"c34", "c40", "c24"},
                {paper.say("Hvem", "Who"), paper.say("Hvordan", "How"),
                 paper.say("Tales med af", "Talked to by")},
                rows, std::max(2, 6 - static_cast<int>(rows.size())));
    paper.heading(paper.say("Hvad er det egentlige problem, og hvorfor?",
                            "What is the real problem, and why?"));
    paper.fill();
    paper.heading(paper.say("Skal vi arbejde videre med den?", "Do we go on with it?"));
    paper.ticks({paper.say("ja, nu", "yes, now"), paper.say("ja, senere", "yes, later"),
                 paper.say("nej, den skal blive", "no, it stays"),
                 paper.say("den skal forklares bedre", "it must be explained better")});
  });
}

void priority_map(const Facts& facts, Paper& paper) {
  constexpr std::size_t most = 18;
  std::vector<RuleFacts> rules = facts.worked_on();  // first, then the others that bind the unit
  for (const RuleFacts& rule : facts.binding())
    if (std::none_of(rules.begin(), rules.end(),
                     [&](const RuleFacts& known) { return known.rule == rule.rule; }))
      rules.push_back(rule);
  paper.page();
  paper.hint(
      paper.say("Oppe: koster mange timer. Til venstre: kan ændres tæt på jer. Begynd i det grønne "
                "felt. Skriv selv flere regler ind.",
                "Up: costs many hours. Left: can be changed close to you. Begin in the green "
                "field. Write in more rules yourselves."));
  constexpr std::array<double, 4> floors{200, 50, 0.0001, 0};
  const std::array<std::string, 4> bands{
      paper.say("over 200 timer", "over 200 hours"), paper.say("50–200 timer", "50–200 hours"),
      paper.say("under 50 timer", "under 50 hours"), paper.say("timer ukendt", "hours not known")};
  const std::array<std::string, 6> columns{
      paper.say("Os selv", "Ourselves"),
      paper.say("Ledelse og forvaltning", "Management"),
      paper.say("Aftale med en anden part", "By agreement with another"),
      paper.say("Udvalg og kommunal­bestyrelse", "Committee and council"),
      paper.say("Stat eller overenskomst", "State or central agreement"),
      paper.say("Ved ikke", "Not known")};
  html::Writer& out = paper.out();
  out.open("table", {{"class", "map"}})
      .open("thead")
      .open("tr")
      .element("th", paper.say("Timer om året", "Hours a year"), {{"class", "c10"}});
  for (const std::string& column : columns) out.element("th", column, {{"scope", "col"}});
  out.close().close().open("tbody");
  for (std::size_t band = 0; band < bands.size(); ++band) {
    out.open("tr").element("th", bands[band], {{"scope", "row"}});
    for (std::size_t column = 0; column < columns.size(); ++column) {
      out.open("td", {{"class", band < 2 && column < 2 ? "first" : "other"}});
      for (std::size_t i = 0; i < std::min(rules.size(), most); ++i) {
        const double hours = rules[i].hours.likely;
        std::size_t in = 0;
        while (in + 1 < floors.size() && hours < floors[in]) ++in;
        if (in == band && static_cast<std::size_t>(rules[i].reach) == column)
          out.element("span", std::to_string(i + 1), {{"class", "dot"}}).text(" ");
      }
      out.close();
    }
    out.close();
  }
  out.close().close();
  out.open("div", {{"class", "legend"}});
  for (std::size_t i = 0; i < std::min(rules.size(), most); ++i) {
    std::string text = std::to_string(i + 1) + ". " + fit(rules[i].name, 30, 2);
    if (const std::string hours = facts.hours(rules[i].hours); !hours.empty())
      text += " (" + hours + paper.say(" t)", " h)");
    out.open("p").name(text).close();
  }
  if (rules.size() > most)
    out.element("p", "… " + std::to_string(rules.size() - most) + paper.say(" flere", " more"));
  out.close();
  paper.fill();
}

}  // namespace regelgraf::worksheets_of
