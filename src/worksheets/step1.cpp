// Step 1, introduction and common language: the dialogue cards.

#include "worksheets/sheets.hpp"

namespace regelgraf::worksheets_of {

namespace {

constexpr std::size_t cards_a_page = 8;
constexpr std::size_t most_cards = 36;  // beside four that only ask: five pages

void question_card(Paper& paper, const std::string& title, const std::vector<std::string>& lines) {
  html::Writer& out = paper.out();
  out.open("div", {{"class", "card ask"}})
      .element("span", paper.say("Til samtale", "To talk about"), {{"class", "sort"}});
  out.element("span", title, {{"class", "what"}});
  paper.list(lines);
  out.close();
}

void rule_card(const Facts& facts, const RuleFacts& rule, Paper& paper) {
  html::Writer& out = paper.out();
  out.open("div", {{"class", "card"}});
  std::string sort = rule.sort;
  if (!rule.issuers.empty()) sort += paper.say(" · lavet af ", " · made by ") + rule.issuers;
  out.open("span", {{"class", "sort"}}).name(fit(sort, 50, 2)).close();
  out.open("span", {{"class", "what"}}).name(fit(rule.name, 34, 3)).close();
  out.open("p").element("span", facts.frame_word(rule), {{"class", Facts::frame_class(rule)}});
  out.name(fit(rule.why, 42, 3)).close();
  const std::string who = facts.deciders(rule.repeal);
  out.open("p").element("b", paper.say("Kan fjernes af: ", "May be removed by: "));
  out.name(who.empty() ? paper.say("vi ved det ikke", "we do not know") : fit(who, 42, 2)).close();
  if (const std::string hours = facts.hours(rule.hours); !hours.empty())
    out.open("p").element("b", paper.say("Timer om året: ", "Hours a year: ")).text(hours).close();
  paper.ticks({paper.say("hjælper", "helps"), paper.say("forstyrrer", "disturbs"),
               paper.say("begge dele", "both"), paper.say("ved ikke", "do not know")});
  out.close();
}

}  // namespace

void dialogue_cards(const Facts& facts, Paper& paper) {
  const auto& rules = facts.binding();
  const std::size_t shown = std::min(rules.size(), most_cards);
  std::size_t at = 0;
  const auto next = [&] {
    if (at % cards_a_page == 0) {
      if (at) paper.out().close();
      paper.page();
      paper.hint(
          paper.say("Klip kortene ud. Vælg ét ad gangen: Hjælper reglen jer med kerneopgaven, "
                    "eller forstyrrer den? Sæt kryds, og læg kortene i bunker.",
                    "Cut out the cards. Take one at a time: does the rule help you with the core "
                    "task, or does it disturb? Tick, and sort the cards into heaps."));
      paper.out().open("div", {{"class", "cards"}});
    }
    ++at;
  };
  next();
  question_card(
      paper, paper.say("Hvornår hjælper styring os?", "When does steering help us?"),
      {paper.say("Fortæl om en regel, der gør jeres arbejde bedre.",
                 "Tell of a rule that makes your work better."),
       paper.say("Hvad ville I savne, hvis den var væk?", "What would you miss if it were gone?")});
  next();
  question_card(paper, paper.say("Hvornår forstyrrer den?", "When does it disturb?"),
                {paper.say("Fortæl om sidste gang en regel tog tid fra kerneopgaven.",
                           "Tell of the last time a rule took time from the core task."),
                 paper.say("Er det selve reglen, eller måden vi følger den på?",
                           "Is it the rule itself, or how we follow it?")});
  next();
  question_card(paper, paper.say("Hvad ligger fast?", "What is fixed?"),
                {paper.say("FAST: kan ikke ændres her. Tal om, hvorfor den er der.",
                           "FIXED: cannot be changed here. Talk about why it is there."),
                 paper.say("KAN JUSTERES: formen kan ændres, men noget skal være der.",
                           "ADJUSTABLE: its form can change, but something must be there."),
                 paper.say("ÅBEN: kan ændres eller fjernes.", "OPEN: can be changed or removed.")});
  for (std::size_t i = 0; i < shown; ++i) {
    next();
    rule_card(facts, rules[i], paper);
  }
  if (rules.empty() || rules.size() > shown) {
    next();
    question_card(
        paper,
        rules.empty()
            ? paper.say("Ingen regler er registreret for enheden",
                        "No rules are recorded for the unit")
            : paper.say("Der er flere regler end kort", "There are more rules than cards"),
        {rules.empty()
             ? paper.say("Det betyder ikke, at der ingen er. Skriv dem, I kender, på tomme kort.",
                         "That does not mean there are none. Write those you know on empty cards.")
             : std::to_string(rules.size() - shown) +
                   paper.say(" regler med færre timer er ikke med.",
                             " rules with fewer hours are not here.")});
  }
  while (at % cards_a_page) {
    next();
    html::Writer& out = paper.out();
    out.open("div", {{"class", "card"}})
        .element("span", paper.say("En regel, vi selv kender", "A rule that we know ourselves"),
                 {{"class", "sort"}});
    paper.lines(4);
    paper.ticks({paper.say("hjælper", "helps"), paper.say("forstyrrer", "disturbs"),
                 paper.say("begge dele", "both"), paper.say("ved ikke", "do not know")});
    out.close();
  }
  paper.out().close();
}

}  // namespace regelgraf::worksheets_of
