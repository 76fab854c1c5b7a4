#include "review/personal_data.hpp"

#include <cstddef>
#include <string>

#include <regelgraf/detail/text.hpp>

#include "tables/words.hpp"

namespace regelgraf::collect {

namespace {

using detail::is_digit;

bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// `navn@kommune.dk`: something before the sign, and a dot between words after it.
bool has_mail(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at == 0 || !is_word(text[at - 1])) continue;
    std::size_t end = at + 1;
    bool dot = false;
    while (end < text.size() && (is_word(text[end]) || text[end] == '-' || text[end] == '.')) {
      dot = dot ||
            (text[end] == '.' && end > at + 1 && end + 1 < text.size() && is_word(text[end + 1]));
      ++end;
    }
    if (dot) return true;
  }
  return false;
}

/// Digits of one number, with at most one space, dot or hyphen between them.
struct Run {
  std::size_t begin = 0, end = 0;
  std::string digits;
  std::string groups;  // lengths between the separators, as characters
};

Run run_at(std::string_view text, std::size_t at) {
  Run run{at, at, {}, {}};
  char group = 0;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      run.digits += text[at];
      ++group;
      run.end = ++at;
      continue;
    }
    const bool separates = text[at] == ' ' || text[at] == '.' || text[at] == '-';
    if (!separates || at + 1 >= text.size() || !is_digit(text[at + 1])) break;
    run.groups += group;
    group = 0;
    ++at;
  }
  run.groups += group;
  return run;
}

bool is_birthday(std::string_view digits) {
  std::string cpr(digits.substr(0, 6));
  cpr += '-';
  cpr += digits.substr(6);
  return detail::is_cpr(cpr);
}

/// Does what stands before say that a telephone number comes?
bool called(std::string_view before) {
  std::string small = tables::lower(before.substr(before.size() > 24 ? before.size() - 24 : 0));
  while (!small.empty() && (small.back() == ' ' || small.back() == '.' || small.back() == ':'))
    small.pop_back();
  for (const std::string_view word :
       {"+45", "0045", "tlf", "telefon", "telefonnummer", "mobil", "ring til", "lokal", "tel"})
    if (small.ends_with(word)) return true;
  return false;
}

std::optional<Personal> run_is(std::string_view text, const Run& run, bool figure) {
  const std::string_view digits = run.digits;
  const bool touches = (run.begin > 0 && is_word(text[run.begin - 1])) ||
                       (run.end < text.size() && is_word(text[run.end]));
  if (digits.size() == 10 && !touches && is_birthday(digits) &&
      (run.groups == "\x0A" || run.groups == "\x06\x04"))
    return Personal::cpr;
  if (digits.size() == 10 && digits.starts_with("45") && run.begin > 0 &&
      text[run.begin - 1] == '+')
    return Personal::telephone;
  if (digits.size() != 8 || touches) return std::nullopt;
  if (called(text.substr(0, run.begin))) return Personal::telephone;
  if (figure) return std::nullopt;
  if (run.groups == "\x02\x02\x02\x02" || run.groups == "\x04\x04") return Personal::telephone;
  const bool year = digits.starts_with("19") || digits.starts_with("20");
  if (run.groups == "\x08" && !year) return Personal::telephone;
  return std::nullopt;
}

}  // namespace

std::optional<Personal> personal_data(std::string_view text, bool figure) {
  if (detail::has_cpr(text)) return Personal::cpr;
  if (has_mail(text)) return Personal::mail;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const Run run = run_at(text, at);
    if (const auto found = run_is(text, run, figure)) return found;
    at = run.end;
  }
  return std::nullopt;
}

}  // namespace regelgraf::collect
