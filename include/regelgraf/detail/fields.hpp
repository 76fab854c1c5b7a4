#pragma once

// What single fields of an element come to.

#include <cstdint>
#include <optional>
#include <span>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// Is the element over on @p date: repealed, or past the end of its period? Not so what is
/// proposed, what has not begun, and what another has taken the place of.
inline bool is_over(const Model& model, Index i, std::optional<Day> date) {
  const Period valid = model.valid(i);
  if (model.inert(i) || model.status(i) == Status::proposed) return false;
  if (model.status(i) == Status::repealed && !(date && valid.to)) return true;
  return valid.to && (!date || *valid.to <= *date);
}

/// Does everything that @p i has its ground in hold, by what stands (a byte an element)?
inline bool ground_holds(const Model& model, Index i, std::span<const std::uint8_t> stands) {
  const auto [first, last] = model.requirements_of(i);
  for (std::uint32_t r = first; r < last; ++r) {
    if (model.relation_of(r) != Relation::basis) continue;
    std::uint32_t held = 0;
    for (const Index ground : model.listed(r)) held += stands[ground];
    if (held < model.at_least_of(r)) return false;
  }
  return true;
}

/// How many further links a grant allows.
inline std::uint32_t links_allowed(const GrantRow& grant) {
  return grant.in_meeting ? 0 : grant.redelegable;
}

}  // namespace regelgraf::detail
