#pragma once

/// @file
/// @ingroup queries
/// @brief Which elements stand, and which have a purpose: whole sets, a byte an element.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/detail/removals.hpp>

namespace regelgraf {

/// On which day and without what a model is looked at.
struct Situation {
  std::optional<Day> date;         ///< Absent: the model's last state.
  std::span<const Index> removed;  ///< R: elements taken out.
};

/// @brief Which elements stand in @p situation? Defined at Baseline.
///
/// @return One byte an element, 1 = stands.
/// @throws Error unknown_element for a number that is not of the model.
/// Complexity: linear in the model; who asks more than once wants a WhatIf. Thread rule: reentrant.
[[nodiscard]] inline std::vector<std::uint8_t> standing_set(const Model& model,
                                                            const Situation& situation = {}) {
  detail::Removals removals(Baseline(model, situation.date), none);
  removals.remove(situation.removed);
  std::vector<std::uint8_t> stands(model.size());
  for (Index i = 0; i < model.size(); ++i) stands[i] = removals.stands(i);
  return stands;
}

/// @brief Which elements stand on @p date with nothing removed?
/// Complexity: a copy without a date and from Model::settled_from() on, else as standing_set().
[[nodiscard]] inline std::vector<std::uint8_t> standing_on(const Model& model,
                                                           std::optional<Day> date) {
  if (!date || *date >= model.settled_from())
    return {model.standing().begin(), model.standing().end()};
  return standing_set(model, {date, {}});
}

/// @brief Which elements of @p standing have a purpose, given that these stand? Defined at
/// Baseline.
/// @return One byte an element, 1 = purposeful. Complexity: linear. Thread rule: reentrant.
[[nodiscard]] inline std::vector<std::uint8_t> purposeful_set(
    const Model& model, std::span<const std::uint8_t> standing) {
  detail::Bits stand;
  stand.assign(model.size(), false);
  for (Index i = 0; i < model.size(); ++i)
    if (standing[i]) stand.set(i);
  const detail::PurposeGraph purposes = detail::Footing::purposes_in(model, stand);
  std::vector<std::uint8_t> purposeful(model.size());
  for (Index i = 0; i < model.size(); ++i) purposeful[i] = purposes.members()[i];
  return purposeful;
}

}  // namespace regelgraf
