#pragma once

/// @file
/// @brief "`rank`: every element by how many others break if it alone goes, by hours, by duties
/// that hang on it alone": each removed alone, and the figures counted.

#include <algorithm>
#include <string>
#include <vector>

#include "what_breaks_by_definition.hpp"

namespace regelgraf::reference {

struct Ranked {
  std::string id;
  std::size_t breaks = 0;
  std::size_t duties = 0;
  Range hours;  ///< Of itself and of what fell.
};

enum class By : unsigned char { breaks, hours, duties };

/// Does @p a come before @p b? "Most first; ties by breaks, duties, likely hours, then id." Hours
/// are sums, and a sum taken in another order may differ in its last digit: so near is a tie.
inline bool comes_before(const Ranked& a, const Ranked& b, By by) {
  const auto more_hours = [](double x, double y) { return x - y > 1e-9 * (1 + x + y); };
  const double a_hours = a.hours.likely, b_hours = b.hours.likely;
  if (by == By::hours && more_hours(a_hours, b_hours)) return true;
  if (by == By::hours && more_hours(b_hours, a_hours)) return false;
  if (by == By::duties && a.duties != b.duties) return a.duties > b.duties;
  if (a.breaks != b.breaks) return a.breaks > b.breaks;
  if (a.duties != b.duties) return a.duties > b.duties;
  if (more_hours(a_hours, b_hours)) return true;
  if (more_hours(b_hours, a_hours)) return false;
  return a.id < b.id;
}

/// All that stand on the day, in order.
inline std::vector<Ranked> rank(const World& world, By by, std::optional<Day> date) {
  std::vector<Ranked> order;
  for (const std::string& id : standing(world, date)) {
    const Breaks alone = what_breaks(world, {id}, date);
    order.push_back({id, alone.lapsed.size() + alone.broken.size(), alone.unmet_duties.size(),
                     alone.hours_removed + alone.hours_fallen});
  }
  std::sort(order.begin(), order.end(),
            [by](const Ranked& a, const Ranked& b) { return comes_before(a, b, by); });
  return order;
}

}  // namespace regelgraf::reference
