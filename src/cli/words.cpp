#include "cli/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "json/writer.hpp"

namespace regelgraf::cli {

namespace {

struct Pair {
  const char* da;
  const char* en;
};

template <class Enum, std::size_t n>
const char* pick(Language language, const Pair (&list)[n], Enum which) {
  static_assert(n == Spelling<Enum>::words.size());
  const Pair& pair = list[static_cast<std::size_t>(which)];
  return language == Language::da ? pair.da : pair.en;
}

constexpr Pair tiers[] = {{"frontlinje", "front line"},
                          {"arbejdsplads", "workplace"},
                          {"forvaltning", "administration"},
                          {"ledelse", "management"},
                          {"MED", "MED"},
                          {"politisk udvalg", "political committee"},
                          {"kommunalbestyrelse", "municipal council"},
                          {"samarbejdspart", "partner"},
                          {"borger", "citizen"},
                          {"stat", "state"}};

constexpr Pair instruments[] = {{"grundlov", "constitution"},
                                {"lov", "act"},
                                {"bekendtgørelse", "statutory order"},
                                {"cirkulære", "circular"},
                                {"statslig vejledning", "state guidance"},
                                {"overenskomst", "collective agreement"},
                                {"styrelsesvedtægt", "bylaws"},
                                {"regulativ", "regulation"},
                                {"delegationsplan", "delegation plan"},
                                {"budget", "budget"},
                                {"byrådsbeslutning", "council decision"},
                                {"politik", "policy"},
                                {"kvalitetsstandard", "quality standard"},
                                {"plan", "plan"},
                                {"administrativ retningslinje", "administrative guideline"},
                                {"MED-aftale", "MED agreement"},
                                {"MED-retningslinje", "MED guideline"},
                                {"MED-procedureretningslinje", "MED procedure guideline"},
                                {"instruks", "instruction"},
                                {"arbejdsgang", "procedure"},
                                {"dokumentationskrav", "documentation requirement"},
                                {"lokalaftale", "local agreement"},
                                {"praksis", "practice"}};

constexpr Pair kinds[] = {{"aktør", "actor"},
                          {"emne", "matter"},
                          {"regel", "rule"},
                          {"opgave", "task"},
                          {"pligt", "duty"},
                          {"mål", "goal"},
                          {"bemyndigelse", "grant of authority"},
                          {"inddragelse", "involvement"},
                          {"forbud", "bar"}};

constexpr Pair many_kinds[] = {{"aktører", "actors"},
                               {"emner", "matters"},
                               {"regler", "rules"},
                               {"opgaver", "tasks"},
                               {"pligter", "duties"},
                               {"mål", "goals"},
                               {"bemyndigelser", "grants of authority"},
                               {"inddragelser", "involvements"},
                               {"forbud", "bars"}};

constexpr Pair grounds[] = {{"ved lov", "by statute"},
                            {"ved styrelsesvedtægt", "by the bylaws"},
                            {"efter plan", "by plan"},
                            {"ved beslutning", "by decision"},
                            {"kun efter praksis", "by practice only"}};

constexpr Pair hows[] = {{"orienteres", "is informed"},
                         {"høres", "is consulted"},
                         {"drøfter sagen", "discusses it"},
                         {"afgiver indstilling", "makes a recommendation"},
                         {"skal være enig", "must agree"}};

constexpr Pair severities[] = {{"fejl", "error"}, {"advarsel", "warning"}, {"bemærk", "note"}};

}  // namespace

const char* Say::word(Tier tier) const { return pick(language, tiers, tier); }
const char* Say::word(Ground ground) const { return pick(language, grounds, ground); }
const char* Say::word(How how) const { return pick(language, hows, how); }
const char* Say::word(Severity severity) const { return pick(language, severities, severity); }

const char* Say::word(Kind kind, bool several) const {
  return several ? pick(language, many_kinds, kind) : pick(language, kinds, kind);
}

const char* Say::word(Instrument instrument) const {
  return pick(language, instruments, instrument);
}

const char* Say::word(const Element& element) const {
  if (const auto* rule = std::get_if<Rule>(&element.fields)) return word(rule->instrument);
  return word(element.kind(), false);
}

std::string Say::figure(double value) const {
  std::string text = json::number(value);
  if (text.find_first_of("eE") != std::string::npos) return text;
  const char group = language == Language::da ? '.' : ',';
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size()) text[point] = language == Language::da ? ',' : '.';
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) text.insert(at -= 3, 1, group);
  return text;
}

std::string Say::hours(double value) const { return figure(std::round(value * 10) / 10); }

std::string Say::count(std::size_t n, const char* da_one, const char* da_many, const char* en_one,
                       const char* en_many) const {
  const char* const noun = n == 1 ? (*this)(da_one, en_one) : (*this)(da_many, en_many);
  return figure(static_cast<double>(n)) + " " + noun;
}

}  // namespace regelgraf::cli
