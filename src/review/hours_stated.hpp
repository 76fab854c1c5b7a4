#pragma once

// Hours a year that nominations of one thing state.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/nominations.hpp>

#include "review/alike.hpp"

namespace regelgraf::collect {

/// @brief The hours of @p rows, units added up.
///
/// What one unit says several times counts once, as the interval that holds all it said; rows
/// without a unit are one unit. Absent where no row states any.
[[nodiscard]] inline std::optional<Range> hours_stated(const std::vector<Nomination>& all,
                                                       const std::vector<std::size_t>& rows) {
  std::map<std::string, Range> by_unit;
  for (const std::size_t row : rows) {
    const auto hours = all[row].hours();
    if (!hours) continue;
    const auto [at, fresh] = by_unit.try_emplace(key_of(all[row].unit), *hours);
    if (fresh) continue;
    Range& whole = at->second;
    whole.low = std::min(whole.low, hours->low);
    whole.high = std::max(whole.high, hours->high);
    whole.likely = (whole.low + whole.high) / 2;
  }
  if (by_unit.empty()) return std::nullopt;
  Range sum;
  for (const auto& [unit, hours] : by_unit) sum += hours;
  return sum;
}

}  // namespace regelgraf::collect
