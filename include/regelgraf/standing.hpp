#pragma once

/// @file
/// @ingroup queries
/// @brief Which elements stand: the one semantics behind "what breaks".

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf {

/// On which day and without what a model is looked at.
struct Situation {
  std::optional<Day> date;         ///< Absent: the model's last state.
  std::span<const Index> removed;  ///< R: elements taken out.
  Index held = none;               ///< Stands whatever else is so (for unmet duties).
  /// Not empty: one byte an element, 1 = keeps the standing it has in `before`. What of `removed` is
  /// itself kept supports nobody who is not.
  std::span<const std::uint8_t> kept;
  std::span<const std::uint8_t> before;  ///< The standing set that `kept` refers to.
};

/// @brief Is element @p i in force on @p date, whatever it leans on?
///
/// Proposed and inert elements never are. A repealed one is only on a given date, if its period has
/// an end, and then by its period alone.
[[nodiscard]] bool in_force(const Model& model, Index i, std::optional<Day> date);

/// @brief Which elements stand in @p situation?
///
/// The largest set such that no member is removed or out of force, every `needs` requirement of
/// every member has at least k of its listed elements in the set, and every member with `basis`
/// requirements is well-founded in it: the members can be put in an order in which each `basis`
/// requirement has at least k of its listed elements earlier (DESIGN section 2).
///
/// @return One byte an element, 1 = stands.
/// Complexity: linear in the model for each alternation between the two fixpoints, of which real
/// models need two or three. Memory: about 10 bytes an element. Thread rule: reentrant.
[[nodiscard]] std::vector<std::uint8_t> standing_set(const Model& model,
                                                     const Situation& situation = {});

/// @brief Which elements stand on @p date with nothing removed?
///
/// Without a date the model's last state, which freeze() has worked out already.
/// Complexity: a copy without a date, else as standing_set().
[[nodiscard]] std::vector<std::uint8_t> standing_on(const Model& model, std::optional<Day> date);

}  // namespace regelgraf

#include <regelgraf/detail/standing.hpp>  // IWYU pragma: export
