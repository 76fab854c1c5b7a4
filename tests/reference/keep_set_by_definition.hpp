#pragma once

/// @file
/// @brief DESIGN section 4, `keep_set`, and its sister: every subset of the scope tried.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "standing_by_definition.hpp"
#include "what_breaks_by_definition.hpp"

namespace regelgraf::reference {

/// "every duty and core task that stands today", and what is to be kept besides.
inline Names must_stand(const World& world, std::optional<Day> date, const Names& keep) {
  const Names now = standing(world, date);
  Names must;
  for (const std::string& id : now) {
    const Element& element = world.element(id);
    const auto* task = std::get_if<Task>(&element.fields);
    if (element.kind() == Kind::duty || (task && task->core) || keep.contains(id)) must.insert(id);
  }
  return must;
}

/// Likely hours a year, in whole minutes (choice 80).
inline std::int64_t minutes_a_year(const World& world, const Names& ids) {
  std::int64_t minutes = 0;
  for (const std::string& id : ids)
    minutes += std::llround(hours_a_year(world.element(id)).likely * 60);
  return minutes;
}

inline Names without(const Names& all, const Names& some) {
  Names rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

/// Does the first of the ids in which they differ stand in @p a?
inline bool holds_the_least_id(const Names& a, const Names& b) {
  const Names only_a = without(a, b), only_b = without(b, a);
  return !only_a.empty() && (only_b.empty() || *only_a.begin() < *only_b.begin());
}

/// Calls @p visit with each subset of @p all.
template <class Visit>
void each_subset(const Names& all, const Visit& visit) {
  const std::vector<std::string> ids(all.begin(), all.end());
  for (std::uint64_t bits = 0; bits < std::uint64_t{1} << ids.size(); ++bits) {
    Names subset;
    for (std::size_t at = 0; at < ids.size(); ++at)
      if (bits >> at & 1) subset.insert(ids[at]);
    visit(subset);
  }
}

/// "the cheapest set to keep so that every duty and core task that stands today stands when
/// everything else in scope goes". @p scope: standing rules.
inline Names kept_by_definition(const World& world, std::optional<Day> date, const Names& scope,
                                const Names& keep, bool by_count) {
  const Names must = must_stand(world, date, keep);
  Names best = scope;
  const auto cost = [&](const Names& kept) {
    const std::int64_t minutes = minutes_a_year(world, kept);
    const auto count = static_cast<std::int64_t>(kept.size());
    return by_count ? std::pair(count, minutes) : std::pair(minutes, count);
  };
  each_subset(scope, [&](const Names& kept) {
    const Names then = standing(world, date, without(scope, kept));
    if (!std::includes(then.begin(), then.end(), must.begin(), must.end())) return;
    if (cost(kept) < cost(best) || (cost(kept) == cost(best) && holds_the_least_id(kept, best)))
      best = kept;
  });
  return best;
}

/// "the most hours freed by at most n removals that leave every duty met"
inline Names removed_by_definition(const World& world, std::optional<Day> date, const Names& scope,
                                   const Names& keep, std::size_t at_most) {
  const Names must = must_stand(world, date, keep);
  Names best;
  const auto cost = [&](const Names& removed) {
    return std::pair(-minutes_a_year(world, removed), removed.size());
  };
  each_subset(scope, [&](const Names& removed) {
    if (removed.size() > at_most) return;
    const Names then = standing(world, date, removed);
    if (!std::includes(then.begin(), then.end(), must.begin(), must.end())) return;
    if (cost(removed) < cost(best) ||
        (cost(removed) == cost(best) && holds_the_least_id(removed, best)))
      best = removed;
  });
  return best;
}

/// What must stand and is lost when @p id goes too.
inline Names lost_with(const World& world, std::optional<Day> date, const Names& keep,
                       const Names& gone, const std::string& id) {
  Names more = gone;
  more.insert(id);
  return without(must_stand(world, date, keep), standing(world, date, more));
}

}  // namespace regelgraf::reference
