// What an actor may, as sentences.

#include <algorithm>
#include <string>
#include <vector>

#include "ask/text.hpp"

namespace regelgraf::ask {

namespace {

std::string count(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

/// `ophæve 3 (120–180 timer om året): A, B og C; ændre 1: D`. The first few names only.
std::string by_power(const Model& model, const WhatMay& a, const std::vector<PowerOver>& list,
                     Language l) {
  constexpr std::size_t named = 5;
  const auto say = [l](std::string da, std::string en) { return l == Language::da ? da : en; };
  std::string text;
  for (std::uint32_t power = 0; power < a.powers.size(); ++power) {
    std::vector<Index> targets;
    Range hours;
    for (const PowerOver& one : list)
      if (one.power == power) {
        targets.push_back(one.target);
        hours += one.hours;
      }
    if (targets.empty()) continue;
    text += (text.empty() ? "" : "; ") + power_text(a.powers[power], l) + " " +
            std::to_string(targets.size());
    if (hours.high > 0)
      text += " (" + hours_text(hours, l) + say(" timer om året", " hours a year") + ")";
    const std::size_t more = targets.size() > named ? targets.size() - named : 0;
    targets.resize(targets.size() - more);
    text += more == 0 ? ": " + names_of(model, targets, l) : ": ";
    if (more == 0) continue;
    for (const Index target : targets) text += name_of(model, target, l) + ", ";
    text += count(more, say("anden", "other").c_str(), say("andre", "others").c_str());
  }
  return text;
}

std::string in_words(const Model& model, const WhatMayQuestion& q, const WhatMay& a, Language l) {
  const auto say = [l](std::string da, std::string en) { return l == Language::da ? da : en; };
  const Index actor = q.question.actor;
  const std::string who = actor == none ? q.actor : name_of(model, actor, l);
  if (actor == none)
    return say("Modellen kender ikke ", "The model does not know ") + who +
           say(", der derfor intet kan.", ", who therefore may do nothing.");
  std::string text =
      a.may.empty()
          ? who + say(" kan ikke noget af det alene.", " may do none of it alone.")
          : who + say(" kan alene: ", " may alone: ") + by_power(model, a, a.may, l) + ".";
  if (!a.depends.empty())
    text +=
        say(" Det kommer an på andre eller på sagen: ", " It depends on others or on the case: ") +
        by_power(model, a, a.depends, l) + ".";
  if (!a.may_not.empty()) {
    const std::size_t bare = static_cast<std::size_t>(std::count_if(
        a.may_not.begin(), a.may_not.end(),
        [](const PowerOver& one) { return one.because.kind == Because::Kind::none; }));
    text +=
        say(" Ellers ikke: ", " Else not: ") +
        count(a.may_not.size(), say("par af beføjelse og genstand", "pair").c_str(),
              say("par af beføjelse og genstand", "pairs of power and target").c_str()) +
        (bare == 0 ? std::string()
                   : say(", heraf " + std::to_string(bare) + ", hvor intet er registreret",
                         ", " + std::to_string(bare) + " of them because nothing is recorded")) +
        ".";
  }
  if (!a.complete) text += say(" Tiden slap op.", " The time ran out.");
  return text;
}

}  // namespace

Name text_of(const Model& model, const WhatMayQuestion& question, const WhatMay& answer) {
  return {in_words(model, question, answer, Language::da),
          in_words(model, question, answer, Language::en)};
}

}  // namespace regelgraf::ask
