// What to keep, what can go, what to remove first: as sentences.

#include <algorithm>
#include <cstdio>
#include <string>

#include "ask/text.hpp"

namespace regelgraf::ask {

namespace {

std::string rules_in_words(std::size_t n, Language l) {
  return std::to_string(n) + (n == 1 ? say(l, " regel", " rule") : say(l, " regler", " rules"));
}

std::string a_year(const Range& hours, Language l) {
  return hours_text(hours, l) + say(l, " timer om året", " hours a year");
}

std::string what_falls(const std::vector<Index>& falls, Language l) {
  if (falls.empty()) return {};
  return say(l, " Med dem falder ", " With them ") + std::to_string(falls.size()) +
         say(l,
             falls.size() == 1 ? " andet element, der ikke skal bestå."
                               : " andre elementer, der ikke skal bestå.",
             falls.size() == 1 ? " other element falls that need not stand."
                               : " other elements fall that need not stand.");
}

std::string unexamined(const std::vector<GoneRule>& gone, Language l) {
  const auto n =
      std::count_if(gone.begin(), gone.end(), [](const GoneRule& one) { return !one.examined; });
  if (n == 0) return {};
  const std::string number = std::to_string(n);
  return say(l,
             " Hvad der afhænger af " + number +
                 " af dem, har ingen undersøgt: at intet er "
                 "registreret, er ikke det samme som, at intet går i stykker.",
             " Nobody has examined what depends on " + number +
                 " of them: that nothing is "
                 "recorded does not mean that nothing breaks.");
}

template <class Answer>
std::string how_sure(const Answer& answer, bool keeping, Language l) {
  if (answer.proven)
    return keeping ? say(l, " Det er bevist, at det ikke kan gøres med mindre.",
                         " It is proven that no less will do.")
                   : say(l, " Det er bevist, at ingen andre frigør mere.",
                         " It is proven that no others free more.");
  return say(l,
             " Tiden slap op, før det var bevist, at det er det bedste: der er højst " +
                 percent_text(answer.gap, l) + " at hente endnu.",
             " The time ran out before it was proven the best: at most " +
                 percent_text(answer.gap, l) + " are left to be gained.");
}

std::string keep_set_in_words(const KeepSet& a, Language l) {
  const std::size_t all = a.keep.size() + a.go.size();
  if (all == 0) return say(l, "Ingen gældende regel er omfattet.", "No standing rule is in scope.");
  std::string text =
      say(l, "Af ", "Of ") + rules_in_words(all, l) + say(l, " skal ", ", ") +
      std::to_string(a.keep.size()) + say(l, " beholdes (", " must be kept (") +
      a_year(a.hours, l) + say(l, "), og ", "), and ") + std::to_string(a.go.size()) +
      say(l, " kan udgå, hvad der frigør ", " can go, which frees ") + a_year(a.hours_gone, l) +
      say(l, ". Hver pligt og kerneopgave, der består i dag, består.",
          ". Every duty and core task that stands today stands.");
  return text + what_falls(a.falls, l) + how_sure(a, true, l) + unexamined(a.go, l);
}

std::string best_in_words(const Model& model, const BestRemovals& a, Language l) {
  if (a.remove.empty())
    return say(l,
               "Ingen regel, der frigør timer, kan fjernes, uden at en pligt, en kerneopgave eller "
               "det, der skal beholdes, falder.",
               "No rule that frees hours can be removed without the loss of a duty, a core task or "
               "what is to be kept.");
  std::vector<Index> rules;
  for (const GoneRule& one : a.remove) rules.push_back(one.rule);
  return say(l, "Mest frigøres ved at fjerne ", "Most is freed by removing ") +
         names_of(model, rules, l) + ": " + a_year(a.hours, l) +
         say(l, ". Hver pligt og kerneopgave, der består i dag, består.",
             ". Every duty and core task that stands today stands.") +
         what_falls(a.falls, l) + how_sure(a, false, l) + unexamined(a.remove, l);
}

}  // namespace

std::string percent_text(double part, Language language) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", std::max(part * 100, 0.1));
  std::string text = buffer;
  if (language == Language::da) std::replace(text.begin(), text.end(), '.', ',');
  return text + " %";
}

Name text_of(const Model&, const regelgraf::KeepSetQuestion&, const KeepSet& answer) {
  return {keep_set_in_words(answer, Language::da), keep_set_in_words(answer, Language::en)};
}

Name text_of(const Model& model, const regelgraf::BestRemovalsQuestion&,
             const BestRemovals& answer) {
  return {best_in_words(model, answer, Language::da), best_in_words(model, answer, Language::en)};
}

}  // namespace regelgraf::ask
