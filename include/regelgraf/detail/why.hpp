#pragma once

// Walks up the graph from one element.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/error.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf::detail {

/// The elements that @p i lists in requirements of @p relation, ascending, each once.
inline std::vector<Index> listed_in(const Model& model, Index i, Relation relation) {
  std::vector<Index> result;
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r)
    if (model.requirement(r).relation == relation)
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

inline bool issued_by_state(const Model& model, Index i) {
  const auto issuers = model.issuers(i);
  return std::any_of(issuers.begin(), issuers.end(),
                     [&](Index issuer) { return model.tier(issuer) == Tier::state; });
}

/// Does the ground of @p i reach an element for which @p is holds?
template <class Is>
bool ground_reaches(const Model& model, Index i, const Is& is) {
  const Ascent ascent(model, i, [&](Index at) { return listed_in(model, at, Relation::basis); });
  return std::any_of(ascent.order.begin() + 1, ascent.order.end(), is);
}

inline bool rests_on_state(const Model& model, Index i) {
  return ground_reaches(model, i, [&](Index at) { return issued_by_state(model, at); });
}

inline Origin origin_of(const Model& model, Index i, const std::vector<Index>& unmet) {
  if (model.kind(i) == Kind::rule) {
    const Instrument instrument = model.instrument(i);
    if (model.joint_issuers(i) > 1 || instrument == Instrument::collective_agreement ||
        instrument == Instrument::med_agreement || instrument == Instrument::local_agreement)
      return Origin::agreed;
    if (issued_by_state(model, i)) return Origin::state;
  }
  if (std::any_of(unmet.begin(), unmet.end(),
                  [&](Index duty) { return rests_on_state(model, duty); }))
    return Origin::required;
  // What leans on i, down `needs`: is a duty with a state ground among it?
  const Ascent leaning(model, i, [&](Index at) {
    std::vector<Index> owners;
    for (const std::uint32_t r : model.listing(at))
      if (model.requirement(r).relation == Relation::needs)
        owners.push_back(model.requirement(r).owner);
    return owners;
  });
  if (std::any_of(leaning.order.begin() + 1, leaning.order.end(), [&](Index at) {
        return model.kind(at) == Kind::duty && rests_on_state(model, at);
      }))
    return Origin::one_of_several;
  if (ground_reaches(model, i, [&](Index at) {
        return model.kind(at) == Kind::rule && (model.instrument(at) == Instrument::act ||
                                                model.instrument(at) == Instrument::constitution);
      }))
    return Origin::allowed;
  return model.issuers(i).empty() ? Origin::unknown : Origin::home_made;
}

}  // namespace regelgraf::detail

namespace regelgraf {

inline Why why(const Model& model, Index element, std::optional<Day> date) {
  if (element >= model.size()) throw Error(Errc::unknown_element, "no such element in this model");
  Removal removal;
  removal.elements = {element};
  removal.date = date;
  removal.causes = false;
  Why answer;
  answer.stands = standing_on(model, date)[element] != 0;
  answer.required_by = what_breaks(model, removal).unmet_duties;
  answer.origin = detail::origin_of(model, element, answer.required_by);
  const Element written = model.element(element);
  if (written.claims) answer.claimed = written.claims->origin;
  answer.ground = detail::paths_to_ends(
      model, element, [&](Index i) { return detail::listed_in(model, i, Relation::basis); });
  answer.purpose = detail::paths_to_ends(model, element, [&](Index i) {
    return std::vector<Index>(model.serves(i).begin(), model.serves(i).end());
  });
  answer.issuers.assign(model.issuers(element).begin(), model.issuers(element).end());
  if (const Burden* burden = burden_of(written)) answer.surplus_hours = hours_of(*burden).surplus;
  answer.used_by.assign(model.used_by(element).begin(), model.used_by(element).end());
  return answer;
}

}  // namespace regelgraf
