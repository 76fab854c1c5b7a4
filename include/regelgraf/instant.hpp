#pragma once

/// @file
/// @ingroup vocabulary
/// @brief A moment, as RFC 3339 writes it. The library never reads a clock.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/date.hpp>

namespace regelgraf {

/// A moment, counted in microseconds from 1970-01-01T00:00:00Z. Years 0001 to 9999; no leap
/// seconds.
struct Instant {
  std::int64_t since_epoch = 0;  ///< Microseconds since 1970-01-01T00:00:00Z; negative before it.

  /// The earlier moment is the lesser.
  friend constexpr auto operator<=>(Instant, Instant) = default;
};

/// The last microsecond of @p day, in UTC.
[[nodiscard]] constexpr Instant end_of(Day day) {
  return {(std::int64_t{day.since_epoch} + 1) * 86'400'000'000 - 1};
}

/// Reads `YYYY-MM-DDTHH:MM:SS`, then perhaps a point and 1 to 6 digits, then `Z` or `+HH:MM` or
/// `-HH:MM`. Empty when @p text is no such moment; one without its offset from UTC is none.
[[nodiscard]] constexpr std::optional<Instant> instant_from_text(std::string_view text) {
  const auto two = [&](std::size_t at) {
    if (at + 2 > text.size()) return -1;
    const char a = text[at], b = text[at + 1];
    return a >= '0' && a <= '9' && b >= '0' && b <= '9' ? (a - '0') * 10 + (b - '0') : -1;
  };
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  const auto day = day_from_text(text.substr(0, 10));
  const int hour = two(11), minute = two(14), second = two(17);
  if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return std::nullopt;
  std::size_t at = 19;
  std::int64_t micros = 0;
  if (text[at] == '.') {
    std::int64_t unit = 100'000;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) {
      if (unit == 0) return std::nullopt;
      micros += unit * (text[at] - '0');
    }
    if (text[at - 1] == '.') return std::nullopt;
  }
  std::int64_t offset = 0;  // minutes
  if (at >= text.size()) return std::nullopt;
  if (text[at] == '+' || text[at] == '-') {
    const int hours = two(at + 1), minutes = two(at + 4);
    if (at + 6 != text.size() || text[at + 3] != ':' || hours < 0 || hours > 23 || minutes < 0 ||
        minutes > 59)
      return std::nullopt;
    offset = (text[at] == '+' ? 1 : -1) * (hours * 60 + minutes);
  } else if (text[at] != 'Z' || at + 1 != text.size()) {
    return std::nullopt;
  }
  const std::int64_t minutes = std::int64_t{day->since_epoch} * 1440 + hour * 60 + minute - offset;
  constexpr Instant first{-62'135'596'800'000'000}, last{253'402'300'799'999'999};
  const Instant instant{(minutes * 60 + second) * 1'000'000 + micros};
  if (instant < first || instant > last) return std::nullopt;
  return instant;
}

/// Writes @p instant in UTC, as `2026-11-27T10:00:00Z`; with a fraction only where there is one.
[[nodiscard]] inline std::string to_text(Instant instant) {
  constexpr std::int64_t a_day = 86'400'000'000;
  std::int64_t days = instant.since_epoch / a_day, rest = instant.since_epoch % a_day;
  if (rest < 0) rest += a_day, --days;
  const auto digits = [](std::int64_t value, int count) {
    std::string text(static_cast<std::size_t>(count), '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, value /= 10)
      *digit = static_cast<char>('0' + value % 10);
    return text;
  };
  std::string text = to_text(Day{static_cast<std::int32_t>(days)}) + "T" +
                     digits(rest / 3'600'000'000, 2) + ":" + digits(rest / 60'000'000 % 60, 2) +
                     ":" + digits(rest / 1'000'000 % 60, 2);
  if (const std::int64_t micros = rest % 1'000'000; micros != 0) {
    text += "." + digits(micros, 6);
    while (text.back() == '0') text.pop_back();
  }
  return text + "Z";
}

}  // namespace regelgraf
