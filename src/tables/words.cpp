#include "tables/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

#include "tables/csv.hpp"

namespace regelgraf::tables {

namespace {

/// Names of bodies end in these, the definite form taken off; the first that fits.
constexpr std::pair<std::string_view, Tier> endings[] = {
    {"udvalg", Tier::committee},           {"borgmester", Tier::committee},
    {"direktion", Tier::management},       {"chef", Tier::management},
    {"direktør", Tier::management},        {"administration", Tier::administration},
    {"forvaltning", Tier::administration}, {"center", Tier::administration},
    {"centr", Tier::administration},       {"leder", Tier::workplace}};

constexpr std::pair<std::string_view, std::string_view> verbs[] = {
    {"decide", "afgøre"},    {"decide", "beslutte"},    {"start", "igangsætte"},
    {"adopt", "vedtage"},    {"amend", "ændre"},        {"waive", "fravige"},
    {"waive", "dispensere"}, {"repeal", "ophæve"},      {"sign", "underskrive"},
    {"pay", "anvise"},       {"appropriate", "bevilge"}};

/// @p word, and @p word without the ending of the definite form.
bool ends_in(std::string_view word, std::string_view ending) {
  if (word.ends_with(ending)) return true;
  for (const std::string_view article : {"en", "et", "n", "t"})
    if (word.ends_with(article) && word.substr(0, word.size() - article.size()).ends_with(ending))
      return true;
  return false;
}

/// Each character through @p map, then in normal form C.
std::string mapped(std::string_view text, utf8proc_custom_func map) {
  utf8proc_uint8_t* made = nullptr;
  const auto length = utf8proc_map_custom(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &made,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE), map, nullptr);
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> guard(made, std::free);
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) return std::string(text);  // not UTF-8, which was reported before
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
}

}  // namespace

std::optional<Known> known_head(std::string_view head) {
  const std::string word = lower(one_line(head));
  for (std::size_t i = 0; i < known_heads.size(); ++i)
    if (word == known_heads[i]) return static_cast<Known>(i);
  return std::nullopt;
}

std::string lower(std::string_view text) {
  return mapped(text, [](utf8proc_int32_t c, void*) { return utf8proc_tolower(c); });
}

std::string normal(std::string_view text) {
  return mapped(text, [](utf8proc_int32_t c, void*) { return c; });
}

std::string slug(std::string_view text) {
  std::string id = lower(one_line(text));
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

bool names_council(std::string_view slug) {
  for (const std::string_view name :
       {"byråd", "byrådet", "kommunalbestyrelse", "kommunalbestyrelsen"})
    if (slug == name) return true;
  return false;
}

std::string_view national_name_of(std::string_view slug) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"økonomiudvalg", "dk:finance-committee"},
      {"borgmester", "dk:mayor"},
      {"direktion", "dk:management"},
      {"administration", "dk:administration"},
      {"forvaltning", "dk:administration"}};
  for (const auto& [name, national] : names)
    if (slug.starts_with(name) && ends_in(slug, name)) return national;
  return {};
}

std::optional<Tier> tier_of(std::string_view slug) {
  if (names_council(slug)) return Tier::council;
  for (const auto& [ending, tier] : endings)
    if (ends_in(slug, ending)) return tier;
  const std::string_view first = slug.substr(0, slug.find('-'));  // `center for ...`
  if (first == "center") return Tier::administration;
  return std::nullopt;
}

Form form_of(std::string_view slug, std::optional<Tier> tier) {
  if (!tier) return Form::unit;
  if (*tier == Tier::administration) return Form::unit;
  if (*tier == Tier::workplace || ends_in(slug, "borgmester")) return Form::post;
  if (*tier == Tier::management && !ends_in(slug, "direktion")) return Form::post;
  return Form::body;
}

std::string power_of(std::string_view word) {
  const std::string small = lower(word);
  for (const auto& [power, verb] : verbs)
    if (small == verb || small == power) return std::string(power);
  return std::string(word);
}

std::string word_of(std::string_view power) {
  for (const auto& [known, verb] : verbs)
    if (power == known) return std::string(verb);
  return std::string(power);
}

bool is_common_power(std::string_view power) {
  return std::any_of(std::begin(verbs), std::end(verbs),
                     [&](const auto& one) { return one.first == power; });
}

}  // namespace regelgraf::tables
