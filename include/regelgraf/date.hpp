#pragma once

/// @file
/// @ingroup vocabulary
/// @brief A calendar day and a half-open period of days. The library never reads a clock.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regelgraf {

/// A day of the Gregorian calendar, counted from 1970-01-01. Years 0001 to 9999.
struct Day {
  std::int32_t since_epoch = 0;  ///< Days since 1970-01-01; negative before it.

  /// The earlier day is the lesser.
  friend constexpr auto operator<=>(Day, Day) = default;
};

/// A half-open period: `from` belongs to it, `to` does not. An absent end is open.
struct Period {
  std::optional<Day> from;  ///< First day in it; absent: open.
  std::optional<Day> to;    ///< First day after it; absent: open.

  /// Does the period hold @p day? Without a day the last state is meant: what has an end is out,
  /// what has begun or will begin is in.
  [[nodiscard]] constexpr bool holds(std::optional<Day> day) const {
    if (!day) return !to;
    return (!from || *from <= *day) && (!to || *day < *to);
  }

  /// Equal in every field.
  friend bool operator==(const Period&, const Period&) = default;
};

/// Reads `YYYY-MM-DD`, years 0001 to 9999. Empty when @p text is not a day that exists.
[[nodiscard]] constexpr std::optional<Day> day_from_text(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

/// Writes @p day as `YYYY-MM-DD`.
[[nodiscard]] inline std::string to_text(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.since_epoch}}};
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t at, std::size_t digits, int value) {
    for (std::size_t i = at + digits; i-- > at; value /= 10)
      text[i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, static_cast<int>(date.year()));
  put(5, 2, static_cast<int>(static_cast<unsigned>(date.month())));
  put(8, 2, static_cast<int>(static_cast<unsigned>(date.day())));
  return text;
}

}  // namespace regelgraf
