// Authority that lapsed or moved, in words.

#include <algorithm>
#include <iterator>

#include "ask/text.hpp"

namespace regelgraf::ask {

std::string entry_text(const Model& model, const OverRow& entry, Language language) {
  if (entry.everything)
    return say(language, "hvad intet særligt er registreret om",
               "anything nothing specific is recorded about");
  if (entry.id != none) return name_of(model, entry.id, language);
  std::string text = entry.instrument ? instruments_text(*entry.instrument, language)
                                      : say(language, "regler", "rules");
  if (entry.matter != none)
    text += say(language, " om ", " about ") + name_of(model, entry.matter, language);
  if (entry.issuer != none)
    text += say(language, " udstedt af ", " issued by ") + name_of(model, entry.issuer, language);
  return text;
}

std::string moved_power_text(const std::string& power, Language language) {
  return power == "*" ? say(language, "bruge nogen beføjelse på", "use any power on")
                      : power_text(power, language);
}

std::string moved_text(const Model& model, const std::vector<MovedAuthority>& moved, Language l) {
  constexpr std::size_t most = 3;  // entries by name; the answer lists all
  std::string text;
  std::vector<const MovedAuthority*> gaps;
  for (const MovedAuthority& one : moved)
    if (one.after.empty()) gaps.push_back(&one);
  for (std::size_t i = 0; i < std::min(most, gaps.size()); ++i)
    text += (i > 0 ? "; " : "") + moved_power_text(gaps[i]->power, l) + " " +
            entry_text(model, gaps[i]->entry, l) + say(l, " (før: ", " (before: ") +
            names_of(model, gaps[i]->before, l) + ")";
  if (gaps.size() > most)
    text += say(l, " og ", " and ") + std::to_string(gaps.size() - most) + say(l, " til", " more");
  if (!text.empty()) text = say(l, " Ingen kan længere ", " Nobody may any longer ") + text + ".";
  const std::size_t others = moved.size() - gaps.size();
  if (others == 0) return text;
  return text + say(l, " Beføjelser, der flytter: ", " Authority that moves: ") +
         std::to_string(others) +
         (others == 1 ? say(l, " sted.", " entry.") : say(l, " steder.", " entries."));
}

std::string instruments_text(Instrument instrument, Language language) {
  static constexpr std::pair<const char*, const char*> plural[] = {
      {"grundlove", "constitutions"},
      {"love", "acts"},
      {"bekendtgørelser", "orders"},
      {"cirkulærer", "circulars"},
      {"vejledninger", "state guidance"},
      {"overenskomster", "collective agreements"},
      {"styrelsesvedtægter", "bylaws"},
      {"regulativer", "regulations"},
      {"delegationsplaner", "delegation plans"},
      {"budgetter", "budgets"},
      {"byrådsbeslutninger", "council decisions"},
      {"politikker", "policies"},
      {"kvalitetsstandarder", "quality standards"},
      {"planer", "plans"},
      {"administrative retningslinjer", "administrative guidelines"},
      {"MED-aftaler", "MED agreements"},
      {"MED-retningslinjer", "MED guidelines"},
      {"MED-procedureretningslinjer", "MED procedure guidelines"},
      {"instrukser", "instructions"},
      {"arbejdsgange", "procedures"},
      {"dokumentationskrav", "documentation requirements"},
      {"lokalaftaler", "local agreements"},
      {"praksisser", "practices"}};
  static_assert(std::size(plural) == words<Instrument>().size());
  const auto& word = plural[static_cast<std::size_t>(instrument)];
  return language == Language::da ? word.first : word.second;
}

}  // namespace regelgraf::ask
