#pragma once

/// @file
/// @ingroup queries
/// @brief Why an element is there: its ground, its purpose, who issued it, where it comes from.

#include <cstdint>
#include <optional>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/what_breaks.hpp>

namespace regelgraf {

/// The answer of why().
struct Why {
  bool stands = false;                      ///< Does it stand on the day asked about?
  Origin origin = Origin::unknown;          ///< Computed from the graph.
  std::optional<Origin> claimed;            ///< What somebody says, if anybody did.
  std::vector<std::vector<Index>> ground;   ///< A shortest path up to each last ground.
  std::vector<std::vector<Index>> purpose;  ///< A shortest path up to each last purpose.
  std::vector<Index> issuers;               ///< Who made it, as recorded.
  std::vector<Index> required_by;           ///< Duties that are unmet if it alone is removed.
  Range surplus_hours;                      ///< Hours a year above the law's minimum.
  std::vector<Index> used_by;               ///< What lists it in `uses`.
};

/// @brief What does @p element rest on, what is it for, and where does it come from?
///
/// A path starts with @p element and follows `basis` (or `serves`) to an element that has none; to
/// each such end the shortest path is given, ties by the least ids from @p element. The origin is
/// the first that holds: `agreed` (joint issuers, or an agreement), `state` (issued by the state),
/// `required` (removing it leaves unmet a duty that rests on a state rule), `one_of_several` (such
/// a duty leans on it, with alternatives), `allowed` (its ground reaches an act or the
/// constitution), `home_made` (its issuer is known), `unknown`. Definition: DESIGN section 4.
///
/// @throws Error unknown_element for a number that is not of the model.
/// Complexity: as what_breaks(). Thread rule: reentrant.
[[nodiscard]] Why why(const Model& model, Index element, std::optional<Day> date = std::nullopt);

}  // namespace regelgraf

#include <regelgraf/detail/why.hpp>  // IWYU pragma: export
