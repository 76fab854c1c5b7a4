#pragma once

/// @file
/// @brief DESIGN section 4, `why`: ground, purpose and origin, as they are defined.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "burden_by_definition.hpp"

namespace regelgraf::reference {

using Path = std::vector<std::string>;

struct Why {
  bool stands = false, circular = false;
  Origin origin = Origin::unknown;
  std::string claims;  ///< `origin agrees`, ...
  std::set<Path> ground, purpose;
  Names issuers, required_by, used_by;
  Range surplus;
};

/// What an element lists in `basis` (implied ones too), or in `needs`.
inline Names listed(const World& world, const std::string& id, Required::By by) {
  Names all;
  for (const Required& r : requirements(world.element(id)))
    if (r.by == by) all.insert(r.of.begin(), r.of.end());
  return all;
}

/// "to each such end the shortest path is given, ties by the least ids".
inline std::set<Path> paths_up(const std::string& from,
                               const std::function<Names(const std::string&)>& up) {
  std::map<std::string, Path> found{{from, {from}}};
  for (;;) {
    std::map<std::string, Path> next;
    for (const auto& [id, path] : found)
      for (const std::string& above : up(id)) {
        if (found.contains(above)) continue;
        Path longer = path;
        longer.push_back(above);
        const auto known = next.find(above);
        if (known == next.end() || longer.size() < known->second.size() ||
            (longer.size() == known->second.size() && longer < known->second))
          next[above] = longer;
      }
    // Only the shortest of them are final.
    std::size_t least = SIZE_MAX;
    for (const auto& [id, path] : next) least = std::min(least, path.size());
    if (next.empty()) break;
    for (const auto& [id, path] : next)
      if (path.size() == least) found[id] = path;
  }
  std::set<Path> ends;
  for (const auto& [id, path] : found)
    if (id != from && up(id).empty()) ends.insert(path);
  return ends;
}

class Origins {
 public:
  Origins(const World& world, std::optional<Day> date)
      : world_(world), date_(date), stands_(standing(world, date)) {}

  [[nodiscard]] const Names& stands() const { return stands_; }

  /// "issued by the state; where no issuer is recorded, an instrument that only the state has"
  [[nodiscard]] bool is_state_rule(const std::string& id) const {
    const Rule* rule = world_.find<Rule>(id);
    if (!rule) return false;
    for (const std::string& issuer : rule->issuer)
      if (world_.actor(issuer).tier == Tier::state) return true;
    static const std::set<Instrument> of_the_state{Instrument::constitution, Instrument::act,
                                                   Instrument::order, Instrument::circular,
                                                   Instrument::state_guidance};
    return rule->issuer.empty() && of_the_state.contains(rule->instrument);
  }
  [[nodiscard]] bool is_act(const std::string& id) const {
    const Rule* rule = world_.find<Rule>(id);
    return rule &&
           (rule->instrument == Instrument::act || rule->instrument == Instrument::constitution);
  }

  /// What leads up `basis`, through what stands.
  [[nodiscard]] Names ground(const std::string& id) const {
    Names reached;
    Names open{id};
    while (!open.empty()) {
      Names next;
      for (const std::string& at : open)
        for (const std::string& above : listed(world_, at, Required::By::basis))
          if (stands_.contains(above) && reached.insert(above).second) next.insert(above);
      open = next;
    }
    return reached;
  }
  [[nodiscard]] bool rests_on_state(const std::string& id) const {
    for (const std::string& above : ground(id))
      if (is_state_rule(above)) return true;
    return false;
  }

  /// "a standing duty leans on what it needs and on what that rests on and needs in turn"
  [[nodiscard]] Names leant_on_by(const std::string& duty) const {
    Names all;
    for (const std::string& id : listed(world_, duty, Required::By::needs))
      if (stands_.contains(id)) all.insert(id);
    for (bool grows = true; grows;) {
      grows = false;
      for (const std::string& at : Names{all})
        for (const Required::By by : {Required::By::basis, Required::By::needs})
          for (const std::string& id : listed(world_, at, by))
            if (stands_.contains(id) && all.insert(id).second) grows = true;
    }
    return all;
  }

  [[nodiscard]] Origin of(const std::string& id) const {
    const Rule* rule = world_.find<Rule>(id);
    const bool agreement = rule && (rule->instrument == Instrument::collective_agreement ||
                                    rule->instrument == Instrument::med_agreement ||
                                    rule->instrument == Instrument::local_agreement);
    if (agreement || (rule && rule->jointly.among(rule->issuer.size()) > 1)) return Origin::agreed;
    if (is_state_rule(id)) return Origin::state;
    for (const std::string& duty : what_breaks(world_, {id}, date_).unmet_duties)
      if (rests_on_state(duty)) return Origin::required;
    for (const std::string& duty : stands_)
      if (world_.find<Duty>(duty) && rests_on_state(duty) && leant_on_by(duty).contains(id))
        return Origin::one_of_several;
    for (const std::string& above : ground(id))
      if (is_act(above)) return Origin::allowed;
    return rule && !rule->issuer.empty() ? Origin::home_made : Origin::unknown;
  }

 private:
  const World& world_;
  std::optional<Day> date_;
  Names stands_;
};

/// Which claims agree, are contradicted or cannot be told, as `origin agrees `.
inline std::string claims_held(const World& world, const Element& element, Origin origin) {
  if (!element.claims) return {};
  std::string text;
  if (element.claims->origin)
    text += origin == Origin::unknown           ? "origin open "
            : origin == *element.claims->origin ? "origin agrees "
                                                : "origin contradicted ";
  if (!element.claims->issuer.empty()) {
    const Rule* rule = std::get_if<Rule>(&element.fields);
    if (!rule || rule->issuer.empty())
      text += "issuer open ";
    else
      text += as_set(rule->issuer).contains(world.actual(element.claims->issuer))
                  ? "issuer agrees "
                  : "issuer contradicted ";
  }
  if (element.claims->hours) {
    const Range claimed = *element.claims->hours, shown = hours_a_year(element);
    if (!burden_written(element))
      text += "hours open ";
    else
      text += claimed.high < shown.low || shown.high < claimed.low ? "hours contradicted "
                                                                   : "hours agrees ";
  }
  return text;
}

inline Why why(const World& world, const std::string& id, std::optional<Day> date) {
  const Origins origins(world, date);
  const Element& element = world.element(id);
  Why answer;
  answer.stands = origins.stands().contains(id);
  answer.origin = origins.of(id);
  answer.claims = claims_held(world, element, answer.origin);
  const auto basis = [&](const std::string& at) { return listed(world, at, Required::By::basis); };
  answer.ground = paths_up(id, basis);
  answer.circular = answer.ground.empty() && !basis(id).empty();
  answer.purpose =
      paths_up(id, [&](const std::string& at) { return as_set(world.element(at).serves); });
  if (const auto* rule = std::get_if<Rule>(&element.fields)) answer.issuers = as_set(rule->issuer);
  answer.required_by = what_breaks(world, {id}, date).unmet_duties;
  answer.surplus = surplus_a_year(element);
  for (const auto& [user, one] : world.elements)
    if (as_set(one.uses).contains(id)) answer.used_by.insert(user);
  return answer;
}

}  // namespace regelgraf::reference
