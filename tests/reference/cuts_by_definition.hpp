#pragma once

/// @file
/// @brief DESIGN section 4, `cuts`: every set tried, smallest first.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "standing_by_definition.hpp"

namespace regelgraf::reference {

/// The sets of @p among, by size and then by their ids, that are @p enough and hold none that is.
inline std::vector<Names> minimal_sets(const Names& among,
                                       const std::function<bool(const Names&)>& enough) {
  const std::vector<std::string> ids(among.begin(), among.end());
  std::vector<Names> found;
  std::function<void(Names, std::size_t, std::size_t)> add = [&](Names set, std::size_t from,
                                                                 std::size_t more) {
    if (more > 0) {
      for (std::size_t at = from; at < ids.size(); ++at) {
        Names larger = set;
        larger.insert(ids[at]);
        add(larger, at + 1, more - 1);
      }
      return;
    }
    for (const Names& smaller : found)
      if (std::includes(set.begin(), set.end(), smaller.begin(), smaller.end())) return;
    if (enough(set)) found.push_back(set);
  };
  for (std::size_t size = 0; size <= ids.size(); ++size) add({}, 0, size);
  return found;
}

/// @p x and what it leans on, directly or not.
inline Names leaned_on(const World& world, const std::string& x) {
  Names found;
  std::vector<std::string> open{x};
  while (!open.empty()) {
    const std::string id = open.back();
    open.pop_back();
    if (!world.has(id) || !found.insert(id).second) continue;
    for (const Required& r : requirements(world.element(id)))
      open.insert(open.end(), r.of.begin(), r.of.end());
  }
  return found;
}

/// Whom to try. In larger models only what x leans on, for time's sake.
inline Names worth_trying(const World& world, const std::string& x) {
  if (world.elements.size() > 9) return leaned_on(world, x);
  Names all;
  for (const auto& [id, element] : world.elements) all.insert(id);
  return all;
}

/// "the minimal sets without x whose removal fells x". (To take out what does not stand changes
/// nothing, so no minimal set holds it.)
inline std::vector<Names> cuts_to_break(const World& world, const std::string& x,
                                        std::optional<Day> date) {
  const Names standing_now = standing(world, date);
  Names among;
  for (const std::string& id : worth_trying(world, x))
    if (id != x && standing_now.contains(id)) among.insert(id);
  return minimal_sets(
      among, [&](const Names& removed) { return !standing(world, date, removed).contains(x); });
}

/// "the minimal sets of repealed, proposed or out-of-period elements that, put in force, make x
/// stand"
inline std::vector<Names> cuts_to_restore(const World& world, const std::string& x,
                                          std::optional<Day> date) {
  Names among;
  for (const std::string& id : worth_trying(world, x))
    if (!in_force(world.element(id), date)) among.insert(id);
  return minimal_sets(among, [&](const Names& adopted) {
    World then = world;
    for (const std::string& id : adopted) {
      then.elements.at(id).status = Status::in_force;
      then.elements.at(id).valid = {};
    }
    return standing(then, date).contains(x);
  });
}

}  // namespace regelgraf::reference
