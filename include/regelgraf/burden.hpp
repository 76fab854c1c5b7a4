#pragma once

/// @file
/// @ingroup queries
/// @brief Hours a year, as intervals.

#include <algorithm>
#include <optional>
#include <variant>

#include <regelgraf/element.hpp>

namespace regelgraf {

/// Sums go place by place: low with low, likely with likely, high with high.
inline Range& operator+=(Range& sum, const Range& more) {
  sum.low += more.low;
  sum.likely += more.likely;
  sum.high += more.high;
  return sum;
}

/// The part of a figure, 0 to 1.
[[nodiscard]] inline Range part_of(const Range& range, double part) {
  return {range.low * part, range.likely * part, range.high * part};
}

/// What a rule or task costs.
struct Hours {
  Range per_year;  ///< minutes x times_per_year x people / 60; 0 where a factor is not given.
  Range one_off;   ///< Hours once.
  Range surplus;   ///< What exceeds `minimum`, hours a year, never below 0; 0 without a minimum.
};

/// The hours of @p burden. `people` is 1 where it is not given.
[[nodiscard]] inline Hours hours_of(const Burden& burden) {
  const auto yearly = [](const std::optional<Range>& minutes, const std::optional<Range>& times,
                         const std::optional<Range>& people) -> Range {
    if (!minutes || !times) return {};
    const Range n = people.value_or(Range{1, 1, 1});
    return {minutes->low * times->low * n.low / 60, minutes->likely * times->likely * n.likely / 60,
            minutes->high * times->high * n.high / 60};
  };
  Hours hours;
  hours.per_year = yearly(burden.minutes, burden.times_per_year, burden.people);
  hours.one_off = burden.one_off_hours.value_or(Range{});
  if (burden.minimum) {
    const BurdenPart& least = *burden.minimum;
    const auto or_whole = [](const std::optional<Range>& part, const std::optional<Range>& whole) {
      return part ? part : whole;
    };
    const Range lawful = yearly(or_whole(least.minutes, burden.minutes),
                                or_whole(least.times_per_year, burden.times_per_year),
                                or_whole(least.people, burden.people));
    const auto above = [](double whole, double part) { return whole > part ? whole - part : 0; };
    const double low = above(hours.per_year.low, lawful.low);
    const double likely = above(hours.per_year.likely, lawful.likely);
    const double high = above(hours.per_year.high, lawful.high);
    // A minimum less sure than the burden turns low and high about; they are put in order.
    hours.surplus = {std::min({low, likely, high}), likely, std::max({low, likely, high})};
  }
  return hours;
}

/// The burden of an element; null where it has none.
[[nodiscard]] inline const Burden* burden_of(const Element& element) {
  const Rare<Burden>* burden = nullptr;
  if (const auto* rule = std::get_if<Rule>(&element.fields)) burden = &rule->burden;
  if (const auto* task = std::get_if<Task>(&element.fields)) burden = &task->burden;
  return burden && *burden ? &**burden : nullptr;
}

}  // namespace regelgraf
