#pragma once

/// @file
/// @brief DESIGN section 3, "Retained, and the special before the general": which covering grants
/// stay.

#include <map>
#include <string>

#include "cover_by_definition.hpp"

namespace regelgraf::reference {

/// The covering grants of one case, and who takes out whom. "literal and simultaneous" (choice 12):
/// whether or not a taker is taken out itself.
class Displacement {
 public:
  explicit Displacement(const Case& the) : the_(the) {
    for (const auto& [id, element] : the.world.elements) {
      if (element.kind() != Kind::grant) continue;
      const Cover cover = covers(the, id);
      if (cover.value != Truth::no) covering_.emplace(id, cover);
    }
  }

  [[nodiscard]] const std::map<std::string, Cover>& covering() const { return covering_; }

  /// What became of a covering grant.
  struct Fate {
    bool stays = true;
    bool taken_by_exclusive = false;  ///< Surely.
    Names depends;
  };

  [[nodiscard]] Fate fate(const std::string& id) const {
    Fate fate{true, false, covering_.at(id).depends};
    Names sure, unsure;  // of the more special grants
    for (const auto& [taker, cover] : covering_) {
      if (exclusive_takes_out(taker, id)) {
        if (cover.value == Truth::yes) return {false, true, {}};
        fate.depends.insert("n:" + taker);
      }
      if (special_takes_out(taker, id)) (cover.value == Truth::yes ? sure : unsure).insert(taker);
    }
    if (sure.empty() && unsure.empty()) return fate;

    // "A level stays while a grant below it in `from` stays"; how surely, by choice 13.
    std::optional<Fate> first_below;
    for (const auto& [below, cover] : covering_) {
      if (!is_above(id, below)) continue;
      const Fate its = this->fate(below);
      if (!its.stays) continue;
      if (its.depends.empty()) return fate;
      if (!first_below) first_below = its;
    }
    if (sure.empty()) {
      for (const std::string& taker : unsure) fate.depends.insert("n:" + taker);
      return fate;
    }
    if (!first_below) return {false, false, {}};
    fate.depends.insert(first_below->depends.begin(), first_below->depends.end());
    return fate;
  }

  /// "and the implied authority of others": choice 14, for an option held by @p holders. Adds to
  /// @p depends what may take it out; true: something surely does.
  [[nodiscard]] bool takes_out_implied(const Names& holders, Names& depends) const {
    for (const auto& [taker, cover] : covering_) {
      const Grant& grant = *the_.world.find<Grant>(taker);
      if (!grant.exclusive || grant.exceptional) continue;
      const Names own = holders_named(the_, grant);
      if (std::includes(own.begin(), own.end(), holders.begin(), holders.end())) continue;
      if (cover.value == Truth::yes) return true;
      depends.insert("n:" + taker);
    }
    return false;
  }

  [[nodiscard]] Distance over_distance(const std::string& id) const {
    return *reach_of_grant(the_, *the_.world.find<Grant>(id));
  }
  [[nodiscard]] Distance within_distance(const std::string& id) const {
    return reference::within_distance(the_, the_.world.find<Grant>(id)->within);
  }

 private:
  /// Strictly above in `from`.
  [[nodiscard]] bool is_above(const std::string& high, const std::string& low) const {
    return high != low && as_set(chain_of(the_.world, low)).contains(high);
  }

  /// "An `exclusive` grant takes out every covering grant not derived from it that is above it in
  /// `from`, has a greater over-distance (exclusive or not), or the same and reaches the unit from
  /// farther". "`exceptional` grants [...] never displace, and are displaced only by exclusive
  /// ones."
  [[nodiscard]] bool exclusive_takes_out(const std::string& taker, const std::string& id) const {
    const Grant& grant = *the_.world.find<Grant>(taker);
    if (taker == id || !grant.exclusive || grant.exceptional || is_above(taker, id)) return false;
    if (is_above(id, taker)) return true;
    if (over_distance(id) != over_distance(taker)) return over_distance(id) > over_distance(taker);
    return within_distance(id) > within_distance(taker);
  }

  /// "a covering grant with a smaller over-distance takes out those with a greater one that are not
  /// exclusive and not above or below it in `from`, unless it is marked `alongside`".
  [[nodiscard]] bool special_takes_out(const std::string& taker, const std::string& id) const {
    const Grant& special = *the_.world.find<Grant>(taker);
    const Grant& general = *the_.world.find<Grant>(id);
    return !special.alongside && !special.exceptional && !general.exceptional &&
           !general.exclusive && !is_above(taker, id) && !is_above(id, taker) &&
           over_distance(taker) < over_distance(id);
  }

  const Case& the_;
  std::map<std::string, Cover> covering_;
};

}  // namespace regelgraf::reference
