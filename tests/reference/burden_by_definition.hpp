#pragma once

/// @file
/// @brief Hours by group, counted as include/regelgraf/burden_by.hpp says.

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "what_breaks_by_definition.hpp"

namespace regelgraf::reference {

struct Sum {
  Range hours, one_off, surplus;
  Names elements;
};

struct BurdenAnswer {
  std::map<std::string, Sum> groups;  ///< The unknown under "".
  Sum total;
  Names shared;
};

/// "what exceeds `minimum` is local surplus"; what the minimum leaves out is as in the burden.
/// Place by place, never below 0, and put in order.
inline Range surplus_a_year(Element element) {
  const Burden* burden = burden_written(element);
  if (!burden || !burden->minimum) return {};
  const Range whole = hours_a_year(element);
  Burden lawful = *burden;
  const BurdenPart least = *burden->minimum;
  if (least.minutes) lawful.minutes = least.minutes;
  if (least.times_per_year) lawful.times_per_year = least.times_per_year;
  if (least.people) lawful.people = least.people;
  Element by_law;
  Task task;
  task.burden = lawful;
  by_law.fields = task;
  const Range law = hours_a_year(by_law);
  const double low = std::max(0.0, whole.low - law.low),
               high = std::max(0.0, whole.high - law.high);
  const double likely = std::max(0.0, whole.likely - law.likely);
  return {std::min({low, likely, high}), likely, std::max({low, likely, high})};
}

/// Which groups an element belongs to; none: the unknown.
inline Names groups_of(const World& world, const Element& element, const std::string& by) {
  const auto* rule = std::get_if<Rule>(&element.fields);
  const auto* task = std::get_if<Task>(&element.fields);
  if (by == "matter") return as_set(rule ? rule->concerns : task->concerns);
  if (by == "actor") return as_set(rule ? rule->binds : task->performed_by);
  if (!rule) return {};
  if (by == "issuer") return as_set(rule->issuer);
  if (by == "instrument") return {std::string(to_text(rule->instrument))};
  if (rule->issuer.empty()) return {};
  Tier farthest = Tier::frontline;
  for (const std::string& issuer : rule->issuer)
    farthest = std::max(farthest, world.actor(issuer).tier);
  return {std::string(to_text(farthest))};
}

inline BurdenAnswer burden(const World& world, const std::string& by, std::optional<Day> date,
                           const std::optional<std::string>& within) {
  BurdenAnswer answer;
  for (const std::string& id : standing(world, date)) {
    const Element& element = world.element(id);
    if (!burden_written(element)) continue;
    const Names at = places(element);
    Names inside;
    for (const std::string& place : at)
      if (!within || world.at_or_below(place, world.actual(*within))) inside.insert(place);
    if (!at.empty() && inside.empty()) continue;
    const auto add = [&](Sum& sum, double part) {
      sum.hours = sum.hours + hours_a_year(element) * part;
      sum.one_off = sum.one_off + hours_once(element) * part;
      sum.surplus = sum.surplus + surplus_a_year(element) * part;
      sum.elements.insert(id);
    };
    const double n = static_cast<double>(at.size());
    const double part = at.empty() ? 1 : static_cast<double>(inside.size()) / n;
    add(answer.total, part);
    Names groups = groups_of(world, element, by);
    if (by == "actor") groups = inside;
    for (const std::string& group : groups) add(answer.groups[group], by == "actor" ? 1 / n : part);
    if (groups.empty()) add(answer.groups[""], part);
    if (groups.size() > 1) answer.shared.insert(id);
  }
  return answer;
}

}  // namespace regelgraf::reference
