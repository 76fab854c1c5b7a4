#include "cli/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "ask/words.hpp"
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

constexpr Pair grounds[] = {{"ved lov", "by statute"},
                            {"ved styrelsesvedtægt", "by the bylaws"},
                            {"efter plan", "by plan"},
                            {"ved beslutning", "by decision"},
                            {"kun efter praksis", "by practice only"}};

constexpr Pair severities[] = {{"fejl", "error"}, {"advarsel", "warning"}, {"bemærk", "note"}};

}  // namespace

const char* Say::word(Tier tier) const { return ask::tier_word(tier, language); }
const char* Say::word(Ground ground) const { return pick(language, grounds, ground); }
const char* Say::word(How how) const { return ask::how_word(how, language); }
const char* Say::word(Severity severity) const { return pick(language, severities, severity); }

const char* Say::word(Kind kind, bool several) const {
  return ask::kind_word(kind, several, language);
}

const char* Say::word(Instrument instrument) const {
  return ask::instrument_word(instrument, language);
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
