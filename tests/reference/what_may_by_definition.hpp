#pragma once

/// @file
/// @brief "`what_may(actor)`: every pair of power and target exactly where `may` puts it."

#include <map>
#include <string>
#include <utility>

#include "authority_by_definition.hpp"

namespace regelgraf::reference {

/// The matters that "some `over`" names, alone or in an object.
inline Names matters_named(const World& world) {
  Names matters;
  for (const auto& [id, element] : world.elements)
    std::visit(
        [&](const auto& fields) {
          if constexpr (requires { fields.over; })
            for (const OverEntry& entry : fields.over)
              for (const std::string& named : {entry.id, entry.matter})
                if (world.find<Matter>(named)) matters.insert(named);
        },
        element.fields);
  return matters;
}

/// "targets are standing rules, tasks, and matters named in some `over`"
inline Names targets(const World& world, std::optional<Day> date) {
  Names result;
  const Names named = matters_named(world);
  for (const std::string& id : standing(world, date))
    if (world.find<Rule>(id) || world.find<Task>(id) || named.contains(id)) result.insert(id);
  return result;
}

/// The powers asked about where the question names none: those that grants name; for rules the four
/// that make and unmake them too, for tasks and matters `decide`.
inline Names powers_over(const World& world, const std::string& target) {
  Names powers;
  for (const auto& [id, element] : world.elements)
    if (const auto* grant = std::get_if<Grant>(&element.fields))
      powers.insert(grant->powers.begin(), grant->powers.end());
  powers.erase("*");
  if (world.find<Rule>(target))
    powers.insert({"adopt", "amend", "waive", "repeal"});
  else
    powers.insert("decide");
  return powers;
}

/// Every pair of a target and a power, by target, then power. Without @p powers the usual ones.
inline std::map<std::pair<std::string, std::string>, May> what_may(const World& world,
                                                                   const std::string& actor,
                                                                   const Names& powers,
                                                                   Question context) {
  std::map<std::pair<std::string, std::string>, May> all;
  for (const std::string& target : targets(world, context.date))
    for (const std::string& power : powers.empty() ? powers_over(world, target) : powers) {
      context.target = target;
      context.power = power;
      all[{target, power}] = may(world, actor, context);
    }
  return all;
}

}  // namespace regelgraf::reference
