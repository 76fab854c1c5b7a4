#pragma once

// Text that came from outside: is it UTF-8, could it be personal data, how is it quoted in a
// message.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regelgraf::detail {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Is @p text ten digits DDMMYY-NNNN with a date that exists in some century?
inline bool is_cpr(std::string_view text) {
  if (text.size() != 11 || text[6] != '-') return false;
  for (std::size_t i = 0; i < 11; ++i)
    if (i != 6 && !is_digit(text[i])) return false;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int day = two(0), month = two(2), year = two(4);
  constexpr int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0;  // year 00 was a leap year in 2000
  return day <= length[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// The place of the first CPR-like number in @p text that no digit touches; npos if there is none.
inline std::size_t find_cpr(std::string_view text, std::size_t from = 0) {
  for (std::size_t dash = text.find('-', from); dash != std::string_view::npos;
       dash = text.find('-', dash + 1)) {
    if (dash < from + 6 || dash + 5 > text.size()) continue;
    const std::size_t at = dash - 6;
    if (at > 0 && is_digit(text[at - 1])) continue;
    if (at + 11 < text.size() && is_digit(text[at + 11])) continue;
    if (is_cpr(text.substr(at, 11))) return at;
  }
  return std::string_view::npos;
}

inline bool has_cpr(std::string_view text) { return find_cpr(text) != std::string_view::npos; }

/// The number of bytes of the UTF-8 character at the start of @p text; 0 if it is none.
inline std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  if (byte(0) < 0x80) return 1;
  if (byte(0) >= 0xC2 && byte(0) <= 0xDF) return tail(1) ? 2 : 0;
  if (byte(0) >= 0xE0 && byte(0) <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    if (byte(0) == 0xE0 && byte(1) < 0xA0) return 0;
    if (byte(0) == 0xED && byte(1) > 0x9F) return 0;  // surrogates are no characters
    return 3;
  }
  if (byte(0) >= 0xF0 && byte(0) <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (byte(0) == 0xF0 && byte(1) < 0x90) return 0;
    if (byte(0) == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

/// The place of the first byte of @p text that is not UTF-8; npos if all is.
inline std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

/// @p text in backticks, fit for a one-line message: what could be a CPR number is masked, control
/// characters and bytes that are not UTF-8 become `?`, and it is cut after 80 bytes.
inline std::string quote(std::string_view text) {
  std::string result = "`";
  std::size_t hidden = find_cpr(text);
  for (std::size_t at = 0; at < text.size();) {
    if (result.size() > 80) {
      result += "…";
      break;
    }
    if (at == hidden) {
      result += "DDMMYY-NNNN";
      at += 11;
      hidden = find_cpr(text, at);
      continue;
    }
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0 || static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7F)
      result += '?';
    else
      result += text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return result + "`";
}

/// @p text, or its beginning and `…` where it is longer than an id may be: what a finding names is
/// named once for each finding, and both may be many.
inline std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

/// The number of single edits (insert, drop, change, swap neighbours) between two texts, or
/// @p limit + 1 when there are more.
inline std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> before(a.size() + 1), row(a.size() + 1), next(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    next[0] = j;
    std::size_t least = next[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t change = row[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      next[i] = std::min({change, row[i] + 1, next[i - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[i] = std::min(next[i], before[i - 2] + 1);
      least = std::min(least, next[i]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, row);
    std::swap(row, next);
  }
  return std::min(row[a.size()], limit + 1);
}

}  // namespace regelgraf::detail
