#pragma once

// What a grant says beyond what the grant above it gives.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include <regelgraf/detail/fields.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// One excess: the field that says too much, and the grant above that gives less.
struct Excess {
  std::string_view field;
  Index above = none;
  bool covers_nothing = false;  ///< A link too far.
};

/// Is @p matter the matter @p above, or below it in the subject tree?
inline bool matter_within(const Model& model, Index matter, Index above) {
  std::vector<Index> open{matter}, seen{matter};
  while (!open.empty()) {
    const Index at = open.back();
    open.pop_back();
    if (at == above) return true;
    for (const Index broader : model.broader(at))
      if (std::find(seen.begin(), seen.end(), broader) == seen.end()) {
        seen.push_back(broader);
        open.push_back(broader);
      }
  }
  return false;
}

class ExcessOf {
 public:
  ExcessOf(const Model& model, const GrantRow& grant)
      : model_(model), grant_(grant), parent_(model.grant(grant.from)) {}

  /// In the order of the fields in a model file.
  [[nodiscard]] std::vector<Excess> run() const {
    std::vector<Excess> found;
    if (!powers_given()) found.push_back({"powers", grant_.from});
    if (!std::all_of(grant_.over.begin(), grant_.over.end(),
                     [&](const OverRow& entry) { return reaches(entry); }))
      found.push_back({"over", grant_.from});
    if (const Index above = wider_than(); above != none) found.push_back({"within", above});
    if (const Index above = beyond_limit_of(); above != none)
      found.push_back({"conditions", above});
    if (const Index above = too_far_below(); above != none)
      found.push_back({"redelegable", above, true});
    else if (links_allowed(parent_) != redelegable_without_end &&
             links_allowed(grant_) >= links_allowed(parent_) && links_allowed(grant_) > 0)
      found.push_back({"redelegable", grant_.from});
    return found;
  }

 private:
  [[nodiscard]] bool powers_given() const {
    if (parent_.every_power) return true;
    return !grant_.every_power &&
           std::all_of(grant_.powers.begin(), grant_.powers.end(), [&](std::uint32_t power) {
             return std::find(parent_.powers.begin(), parent_.powers.end(), power) !=
                    parent_.powers.end();
           });
  }

  /// Does what the parent is given reach all that an entry names?
  [[nodiscard]] bool reaches(const OverRow& entry) const {
    for (const OverRow& given : parent_.over) {
      if (given.everything) return true;
      if (entry.everything) continue;
      if (entry.id == none ? holds_object(given, entry) : holds_target(given, entry.id))
        return true;
    }
    if (entry.id == none) return false;
    // A rule or task by its matters: each of them by some entry.
    if (model_.kind(entry.id) == Kind::matter || model_.kind(entry.id) == Kind::actor) return false;
    const auto matters = model_.concerns(entry.id);
    return !matters.empty() && std::all_of(matters.begin(), matters.end(), [&](Index matter) {
      return std::any_of(parent_.over.begin(), parent_.over.end(), [&](const OverRow& given) {
        if (given.id != none)
          return model_.kind(given.id) == Kind::matter && matter_within(model_, matter, given.id);
        return given.matter != none && fits(given, entry.id) &&
               matter_within(model_, matter, given.matter);
      });
    });
  }

  /// Of an entry of the parent: its instrument and issuer are those of a target.
  [[nodiscard]] bool fits(const OverRow& given, Index target) const {
    if (!given.instrument && given.issuer == none) return true;
    if (model_.kind(target) != Kind::rule) return false;
    const auto issuers = model_.issuers(target);
    return (!given.instrument || *given.instrument == model_.instrument(target)) &&
           (given.issuer == none ||
            std::find(issuers.begin(), issuers.end(), given.issuer) != issuers.end());
  }

  [[nodiscard]] bool holds_target(const OverRow& given, Index target) const {
    if (given.id != none)
      return given.id == target ||
             (model_.kind(given.id) == Kind::matter && model_.kind(target) == Kind::matter &&
              matter_within(model_, target, given.id));
    if (model_.kind(target) == Kind::matter)
      return given.matter != none && !given.instrument && given.issuer == none &&
             matter_within(model_, target, given.matter);
    return given.matter == none && fits(given, target);
  }

  [[nodiscard]] bool holds_object(const OverRow& given, const OverRow& entry) const {
    const auto in = [&](Index above) {
      return entry.matter != none && matter_within(model_, entry.matter, above);
    };
    if (given.id != none) return model_.kind(given.id) == Kind::matter && in(given.id);
    return (given.matter == none || in(given.matter)) &&
           (!given.instrument || given.instrument == entry.instrument) &&
           (given.issuer == none || given.issuer == entry.issuer);
  }

  /// The nearest grant above that states where it holds, if some unit lies outside.
  [[nodiscard]] Index wider_than() const {
    if (grant_.within.empty()) return none;
    for (Index above = grant_.from; above != none; above = model_.grant(above).from) {
      const auto& within = model_.grant(above).within;
      if (within.empty()) continue;
      const bool inside = std::all_of(grant_.within.begin(), grant_.within.end(), [&](Index unit) {
        return std::any_of(within.begin(), within.end(),
                           [&](Index given) { return model_.at_or_below(unit, given); });
      });
      return inside ? none : above;
    }
    return none;
  }

  /// The bound that conditions set on a number; without one the worst there is.
  static double bound(const ScopeRow& scope, std::uint32_t fact, bool upper) {
    double least = upper ? HUGE_VAL : -HUGE_VAL;
    for (const ConditionRow& row : scope.conditions) {
      if (row.fact != fact || row.written->values.size() != 1) continue;
      const auto* value = std::get_if<double>(&row.written->values.front());
      const Op op = row.written->op;
      const bool bounds =
          op == Op::eq || (upper ? op == Op::lt || op == Op::le : op == Op::gt || op == Op::ge);
      if (value && bounds) least = upper ? std::min(least, *value) : std::max(least, *value);
    }
    return least;
  }

  /// The nearest grant above whose limit on some number a condition goes beyond.
  [[nodiscard]] Index beyond_limit_of() const {
    for (Index above = grant_.from; above != none; above = model_.grant(above).from)
      for (const ConditionRow& row : grant_.conditions) {
        const GrantRow& given = model_.grant(above);
        const double most = bound(grant_, row.fact, true), least = bound(grant_, row.fact, false);
        if (most != HUGE_VAL && most > bound(given, row.fact, true)) return above;
        if (least != -HUGE_VAL && least < bound(given, row.fact, false)) return above;
      }
    return none;
  }

  /// The nearest grant above that allows fewer links than there are.
  [[nodiscard]] Index too_far_below() const {
    std::uint32_t links = 1;
    for (Index above = grant_.from; above != none; above = model_.grant(above).from, ++links)
      if (links_allowed(model_.grant(above)) < links) return above;
    return none;
  }

  const Model& model_;
  const GrantRow& grant_;
  const GrantRow& parent_;
};

}  // namespace regelgraf::detail
