#include "ask/text.hpp"

namespace regelgraf::ask {

namespace {

/// A change and what follows from it, in one language.
class ChangeText {
 public:
  ChangeText(const WhatIfAnswer& answer, Language language)
      : a_(answer), model_(*answer.after), l_(language) {}

  std::string run() {
    if (a_.removed.empty() && a_.added.empty() && a_.changed.empty())
      return say("Intet er ændret.", "Nothing is changed.");
    text_ = say("Hvis ", "If ") + what_is_done() + say(": ", ": ");
    falls();
    list(" ADVARSEL: uopfyldte pligter: ", " ALARM: unmet duties: ", a_.unmet_duties);
    list(" Gælder nu: ", " Stands now: ", a_.stands_anew);
    list(" Ændret eller tilføjet, men gælder ikke: ", " Changed or added, but does not stand: ",
         elements(a_.stands_not));
    list(" Overflødige bagefter: ", " Redundant afterwards: ", elements(a_.redundant));
    list(" Uden formål, men i brug: ", " Without purpose, but leaned on: ",
         elements(a_.purposeless));
    list(" Svækkede: ", " Weakened: ", elements(a_.weakened));
    list(" Gælder nu igen: ", " Apply again: ", a_.revived);
    if (!nothing_falls()) list(" Ikke undersøgt: ", " Not examined: ", a_.unexamined);
    hours();
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(const char* da, const char* en) const {
    return l_ == Language::da ? da : en;
  }
  [[nodiscard]] std::string names(const std::vector<Index>& list) const {
    return names_of(model_, list, l_);
  }
  [[nodiscard]] static std::vector<Index> elements(const std::vector<Effect>& effects) {
    std::vector<Index> list;
    for (const Effect& effect : effects) list.push_back(effect.element);
    return list;
  }
  [[nodiscard]] bool nothing_falls() const { return a_.lapsed.empty() && a_.broken.empty(); }

  void list(const char* da, const char* en, const std::vector<Index>& list) {
    if (!list.empty()) text_ += say(da, en) + names(list) + ".";
  }

  /// `A og B fjernes, C ændres og D tilføjes`.
  [[nodiscard]] std::string what_is_done() const {
    std::vector<std::string> parts;
    const auto part = [&](const std::vector<Index>& list, const char* da, const char* one,
                          const char* more) {
      if (!list.empty()) parts.push_back(names(list) + say(da, list.size() == 1 ? one : more));
    };
    part(a_.removed, " fjernes", " is removed", " are removed");
    part(a_.changed, " ændres", " is changed", " are changed");
    part(a_.added, " tilføjes", " is added", " are added");
    std::string text = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
      text += (i + 1 == parts.size() ? say(" og ", " and ") : ", ") + parts[i];
    return text;
  }

  void falls() {
    if (nothing_falls() && a_.unexamined.empty()) {
      text_ += say("intet mister sit grundlag eller går i stykker.",
                   "nothing loses its ground or breaks.");
    } else if (nothing_falls()) {
      text_ += say("intet er registreret, der falder. Ingen har undersøgt, hvad der afhænger af ",
                   "nothing is recorded to fall. Nobody has examined what depends on ") +
               names(a_.unexamined) +
               say(", så det er ikke et svar på, om noget går i stykker.",
                   ", so this does not say whether anything breaks.");
    } else {
      if (!a_.lapsed.empty())
        text_ +=
            say("uden grundlag: ", "without legal ground: ") + names(elements(a_.lapsed)) + ". ";
      if (!a_.broken.empty())
        text_ += say("virker ikke mere: ", "no longer works: ") + names(elements(a_.broken)) + ". ";
      text_.pop_back();
    }
  }

  void hours() {
    const Range& net = a_.hours_net;
    if (net == Range{} && a_.hours_added == Range{}) return;
    const auto figure = [&](double hours) { return hours_text({hours, hours, hours}, l_); };
    text_ +=
        say(" Frigjorte timer om året, netto: ", " Hours a year freed, net: ") + figure(net.likely);
    if (net.low != net.high)
      text_ += say(" (mellem ", " (between ") + figure(net.low) + say(" og ", " and ") +
               figure(net.high) + ")";
    if (!(a_.hours_added == Range{}))
      text_ += say("; det nye koster ", "; what is new costs ") + hours_text(a_.hours_added, l_);
    text_ += ".";
    if (!(a_.hours_redundant == Range{}))
      text_ += say(" Yderligere, hvis det overflødige også fjernes: ",
                   " More if what is redundant goes too: ") +
               hours_text(a_.hours_redundant, l_) + ".";
  }

  const WhatIfAnswer& a_;
  const Model& model_;
  Language l_;
  std::string text_;
};

}  // namespace

Name text_of(const WhatIfAnswer& answer) {
  return {ChangeText(answer, Language::da).run(), ChangeText(answer, Language::en).run()};
}

}  // namespace regelgraf::ask
