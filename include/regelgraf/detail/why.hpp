#pragma once

// Walks up the graph from one element.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/detail/fields.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf::detail {

/// The elements that @p i lists in requirements of @p relation, ascending, each once.
inline std::vector<Index> listed_in(const Model& model, Index i, Relation relation) {
  std::vector<Index> result;
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r)
    if (model.relation_of(r) == relation)
      result.insert(result.end(), model.listed(r).begin(), model.listed(r).end());
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

/// Breadth first from @p start along @p up: the elements reached, @p start first, each with the one
/// it was reached from. Elements are reached in the order of their paths.
struct Ascent {
  std::vector<Index> order;
  std::vector<Index> from;

  template <class Up>
  Ascent(const Model& model, Index start, const Up& up) : from(model.size(), none) {
    std::vector<std::uint8_t> seen(model.size(), 0);
    seen[start] = 1;
    order.push_back(start);
    for (std::size_t at = 0; at < order.size(); ++at) {
      const Index below = order[at];
      for (const Index above : up(below))
        if (!seen[above]) {
          seen[above] = 1;
          from[above] = below;
          order.push_back(above);
        }
    }
  }

  [[nodiscard]] std::vector<Index> path(Index to) const {
    std::vector<Index> path;
    for (Index i = to; i != none; i = from[i]) path.push_back(i);
    std::reverse(path.begin(), path.end());
    return path;
  }
};

/// Shortest paths from @p start to every element that has nothing above it.
template <class Up>
std::vector<std::vector<Index>> paths_to_ends(const Model& model, Index start, const Up& up) {
  std::vector<std::vector<Index>> paths;
  const Ascent ascent(model, start, up);
  for (const Index i : ascent.order)
    if (i != start && up(i).empty()) paths.push_back(ascent.path(i));
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// Is @p i a rule of the state: by its issuer, or where none is recorded by its instrument?
inline bool is_state_rule(const Model& model, Index i) {
  if (model.kind(i) != Kind::rule) return false;
  const auto issuers = model.issuers(i);
  if (!issuers.empty())
    return std::any_of(issuers.begin(), issuers.end(),
                       [&](Index issuer) { return model.tier(issuer) == Tier::state; });
  return model.instrument(i) <= Instrument::state_guidance;  // from the constitution
}

inline bool is_act(const Model& model, Index i) {
  return model.kind(i) == Kind::rule && model.instrument(i) <= Instrument::act;
}

/// Where rules come from, worked out for a whole model at once: linear.
class Origins {
 public:
  Origins(const Model& model, std::span<const std::uint8_t> stands)
      : model_(model), stands_(stands) {
    on_state_ = resting_on([&](Index i) { return is_state_rule(model, i); });
    on_act_ = resting_on([&](Index i) { return is_act(model, i); });
    mark_leaned_on();
  }

  [[nodiscard]] bool rests_on_state(Index i) const { return on_state_[i]; }

  /// The origin of @p i; @p required tells whether its removal leaves unmet a duty that
  /// rests_on_state(), and is asked only where one leans on it.
  template <class Required>
  [[nodiscard]] Origin of(Index i, const Required& required) const {
    if (model_.kind(i) == Kind::rule) {
      if (agreed(i)) return Origin::agreed;
      if (is_state_rule(model_, i)) return Origin::state;
    }
    if (leaned_on_[i]) return required() ? Origin::required : Origin::one_of_several;
    if (on_act_[i]) return Origin::allowed;
    return model_.issuers(i).empty() ? Origin::unknown : Origin::home_made;
  }

 private:
  [[nodiscard]] bool agreed(Index i) const {
    const Instrument instrument = model_.instrument(i);
    return model_.joint_issuers(i) > 1 || instrument == Instrument::collective_agreement ||
           instrument == Instrument::med_agreement || instrument == Instrument::local_agreement;
  }

  /// What leads up `basis`, through what stands, to a standing element for which @p is holds.
  template <class Is>
  [[nodiscard]] std::vector<std::uint8_t> resting_on(const Is& is) const {
    std::vector<std::uint8_t> rests(model_.size(), 0);
    std::vector<Index> open;
    for (Index i = 0; i < model_.size(); ++i)
      if (stands_[i] && is(i)) open.push_back(i);
    while (!open.empty()) {
      const Index ground = open.back();
      open.pop_back();
      for (const std::uint32_t r : model_.listing(ground)) {
        const Index owner = model_.owner_of(r);
        if (model_.relation_of(r) != Relation::basis || rests[owner]) continue;
        rests[owner] = 1;
        if (stands_[owner]) open.push_back(owner);
      }
    }
    return rests;
  }

  /// What standing duties that rest on the state need, and what that leans on, all standing.
  void mark_leaned_on() {
    leaned_on_.assign(model_.size(), 0);
    std::vector<Index> open;
    const auto lean = [&](Index owner, bool on_basis_too) {
      const auto [first, last] = model_.requirements_of(owner);
      for (std::uint32_t r = first; r < last; ++r) {
        if (!on_basis_too && model_.relation_of(r) == Relation::basis) continue;
        for (const Index i : model_.listed(r))
          if (stands_[i] && !leaned_on_[i]) {
            leaned_on_[i] = 1;
            open.push_back(i);
          }
      }
    };
    for (Index i = 0; i < model_.size(); ++i)
      if (stands_[i] && on_state_[i] && model_.kind(i) == Kind::duty) lean(i, false);
    while (!open.empty()) {
      const Index i = open.back();
      open.pop_back();
      lean(i, true);
    }
  }

  const Model& model_;
  std::span<const std::uint8_t> stands_;
  std::vector<std::uint8_t> on_state_, on_act_, leaned_on_;
};

/// What @p element claims, held against its origin, issuers and hours.
inline ClaimsHeld claims_held(const Model& model, const Element& element, Origin origin,
                              std::span<const Index> issuers) {
  ClaimsHeld held;
  if (!element.claims) return held;
  const auto said = [](bool known, bool same) {
    return !known ? Claim::open : same ? Claim::agrees : Claim::contradicted;
  };
  const Claims& claims = *element.claims;
  if (claims.origin) held.origin = said(origin != Origin::unknown, *claims.origin == origin);
  if (!claims.issuer.empty()) {
    const auto claimed = model.find(claims.issuer);
    held.issuer = said(!issuers.empty(), claimed && std::find(issuers.begin(), issuers.end(),
                                                              *claimed) != issuers.end());
  }
  if (claims.hours) {
    const Burden* burden = burden_of(element);
    const Range hours = burden ? hours_of(*burden).per_year : Range{};
    held.hours = said(burden, claims.hours->low <= hours.high && hours.low <= claims.hours->high);
  }
  return held;
}

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE bool implied_ground(const Model& model, Index below, Index ground) {
  bool implied = false;
  const auto [first, last] = model.requirements_of(below);
  for (std::uint32_t r = first; r < last; ++r) {
    if (model.relation_of(r) != Relation::basis) continue;
    const auto listed = model.listed(r);
    if (!std::binary_search(listed.begin(), listed.end(), ground)) continue;
    if (!model.implied(r)) return false;
    implied = true;
  }
  return implied;
}

REGELGRAF_INLINE Why why(const Model& model, Index element, std::optional<Day> date) {
  if (element >= model.size()) throw Error(Errc::unknown_element, "no such element in this model");
  Removal removal;
  removal.elements = {element};
  removal.date = date;
  removal.causes = false;
  const std::vector<std::uint8_t> stands = standing_on(model, date);
  const detail::Origins origins(model, stands);
  Why answer;
  answer.stands = stands[element] != 0;
  answer.required_by = what_breaks(model, removal).unmet_duties;
  answer.origin = origins.of(element, [&] {
    return std::any_of(answer.required_by.begin(), answer.required_by.end(),
                       [&](Index duty) { return origins.rests_on_state(duty); });
  });
  answer.issuers.assign(model.issuers(element).begin(), model.issuers(element).end());
  const Element written = model.element(element);
  if (written.claims) answer.claimed = written.claims->origin;
  answer.claims = detail::claims_held(model, written, answer.origin, answer.issuers);
  const auto basis = [&](Index i) { return detail::listed_in(model, i, Relation::basis); };
  answer.ground = detail::paths_to_ends(model, element, basis);
  answer.circular = answer.ground.empty() && !basis(element).empty();
  answer.purpose = detail::paths_to_ends(model, element, [&](Index i) {
    return std::vector<Index>(model.serves(i).begin(), model.serves(i).end());
  });
  if (const Burden* burden = burden_of(written)) answer.surplus_hours = hours_of(*burden).surplus;
  for (const Index user : model.used_by(element))
    if (!model.inert(user)) answer.used_by.push_back(user);
  return answer;
}

}  // namespace regelgraf
#endif
