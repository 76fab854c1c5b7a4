#pragma once

// Does a delegation plan have a matter, and does it name anybody there?

#include <regelgraf/model.hpp>

namespace regelgraf::ask {

/// What a plan says of a matter.
enum class PlanSays : std::uint8_t {
  nothing,       ///< No plan has the matter.
  nobody,        ///< A plan has it and names nobody who decides.
  not_this_case  ///< It names somebody, whose authority does not reach the question.
};

/// @brief What do the model's delegation plans say of @p target?
///
/// A plan in force on @p date has a matter that `uses` it, and one that a grant or an involvement
/// resting on it
/// (`basis`) names by id. Linear in grants and involvements.
[[nodiscard]] PlanSays plan_says(const Model& model, Index target, std::optional<Day> date);

}  // namespace regelgraf::ask
