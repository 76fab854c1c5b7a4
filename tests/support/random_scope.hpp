#pragma once

/// @file
/// @brief Random grants, involvements and bars, and the ids and facts that they draw from.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/element.hpp>

#include "random_draws.hpp"

namespace regelgraf::test {

/// Few distinct days, so that questions hit the boundaries.
inline Day boundary(std::size_t which) {
  static const std::vector<std::string> days{"2026-01-01", "2026-07-01", "2027-01-01",
                                             "2027-07-01"};
  return *day_from_text(days[which]);
}
inline Day some_day(Draws& draws) {
  Day day = boundary(draws.below(4));
  if (draws.chance(25)) --day.since_epoch;
  return day;
}

/// The ids of a model by kind. A list drawn from it names nobody twice, through `is` either.
class Pools {
 public:
  bool national_only = false;  ///< While the national layer is made.

  void add(Kind kind, std::string id, bool national) {
    ids_[kind].push_back(id);
    if (national) national_.push_back(std::move(id));
  }
  /// Both names mean the same actor; a list holds one of them.
  void same(const std::string& name, const std::string& id) { other_name_[id] = name; }

  [[nodiscard]] Ids of(Kind kind) const {
    const auto found = ids_.find(kind);
    return found == ids_.end() ? Ids{} : found->second;
  }
  [[nodiscard]] bool is_national(const std::string& id) const {
    return std::find(national_.begin(), national_.end(), id) != national_.end();
  }

  /// The same ids as the layer that is made may write them, and none it may not know.
  [[nodiscard]] Ids named(Draws& draws, const Ids& ids) const {
    Ids result;
    for (const std::string& id : ids) {
      if (national_only && !is_national(id)) continue;
      const bool taken = !national_only && taken_over(id);
      if (taken) continue;  // drawn under the name of the actor that is it
      const bool renamed = !national_only && other_name_.contains(id) && draws.chance(50);
      result.push_back(renamed ? other_name_.at(id) : id);
    }
    return result;
  }
  Ids pick(Draws& draws, Kind kind, std::size_t n) const {
    return draws.some_of(named(draws, of(kind)), n);
  }
  Ids pick_any(Draws& draws, std::size_t n) const {
    Ids all;
    for (const auto& [kind, ids] : ids_) all.insert(all.end(), ids.begin(), ids.end());
    return draws.some_of(named(draws, all), n);
  }
  std::string one(Draws& draws, Kind kind) const {
    const Ids picked = pick(draws, kind, 1);
    return picked.empty() ? std::string{} : picked.front();
  }

 private:
  [[nodiscard]] bool taken_over(const std::string& id) const {
    for (const auto& [actor, name] : other_name_)
      if (name == id) return true;
    return false;
  }

  std::map<Kind, Ids> ids_;
  Ids national_;
  std::map<std::string, std::string> other_name_;
};

/// `jointly` within its range for @p n.
inline Jointly draw_jointly(Draws& draws, std::size_t n) {
  Jointly jointly;
  if (draws.chance(40))
    jointly.all = true;
  else
    jointly.count = static_cast<std::uint32_t>(draws.between(1, n < 1 ? 1 : n));
  return jointly;
}

/// The facts that a head declares: each of those that conditions use, or not.
std::vector<Fact> declared_facts(Draws& draws);

/// Makes what has a scope. Grants are made root first: one that is asked for twice is made once.
class ScopeMaker {
 public:
  ScopeMaker(Draws& draws, const Pools& pools, const std::vector<Fact>& facts,
             std::map<std::string, Grant>& grants)
      : draws_(draws), pools_(pools), facts_(facts), grants_(grants) {}

  Grant grant(const std::string& id);
  Involvement involvement();
  Bar bar();

 private:
  void scope(Scope& scope);
  Ids powers();
  OverEntry over_entry();
  Condition condition();
  void holders(Grant& grant);
  [[nodiscard]] std::size_t chain_length(const std::string& grant) const;
  ActorPattern pattern(bool form_too, bool fact_too);

  Draws& draws_;
  const Pools& pools_;
  const std::vector<Fact>& facts_;
  std::map<std::string, Grant>& grants_;
};

}  // namespace regelgraf::test
