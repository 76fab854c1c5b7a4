#pragma once

/// @file
/// @ingroup queries
/// @brief Why an element is there: its ground, its purpose, who issued it, where it comes from.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/what_breaks.hpp>

namespace regelgraf {

/// A claim held against the model.
enum class Claim : std::uint8_t {
  none,         ///< Nobody claims anything.
  agrees,       ///< The model shows the same.
  open,         ///< The model shows nothing to hold it against.
  contradicted  ///< The model shows otherwise.
};

template <>
struct Spelling<Claim> {
  static constexpr std::array<std::string_view, 4> words{"none", "agrees", "open", "contradicted"};
};

/// What is claimed of an element, each held against the model.
struct ClaimsHeld {
  Claim origin = Claim::none;  ///< Against the origin computed; open where that is unknown.
  Claim issuer = Claim::none;  ///< Agrees if it is among the issuers; open where none is recorded.
  Claim hours = Claim::none;   ///< Contradicted if the two intervals have nothing in common; open
                               ///< where no burden is recorded.
};

/// The answer of why().
struct Why {
  bool stands = false;                     ///< Does it stand on the day asked about?
  Origin origin = Origin::unknown;         ///< Computed from the graph.
  std::optional<Origin> claimed;           ///< The origin that somebody claims, if anybody does.
  ClaimsHeld claims;                       ///< All claims held against the model.
  std::vector<std::vector<Index>> ground;  ///< A shortest path up to each last ground.
  bool circular = false;  ///< States a ground, but it leads round in a circle only.
  std::vector<std::vector<Index>> purpose;  ///< A shortest path up to each last purpose.
  std::vector<Index> issuers;               ///< Who made it, as recorded.
  std::vector<Index> required_by;           ///< Duties that are unmet if it alone is removed.
  Range surplus_hours;                      ///< Hours a year above the law's minimum.
  std::vector<Index> used_by;               ///< What lists it in `uses`.
};

/// @brief What does @p element rest on, what is it for, and where does it come from?
///
/// A path starts with @p element and follows `basis` (or `serves`) to an element that has none; to
/// each such end the shortest path is given, ties by the least ids from @p element. Paths, issuers
/// and users are as recorded, whether or not they stand.
///
/// The origin looks at what stands on the day. It is the first that holds: `agreed` (joint issuers,
/// or an agreement), `state` (issued by the state; where no issuer is recorded, an instrument that
/// only the state has), `required` (removing it leaves unmet a duty that rests on a state rule),
/// `one_of_several` (it stands and such a duty leans on it, with alternatives), `allowed` (its
/// ground reaches an act or the constitution), `home_made` (its issuer is known), `unknown`. To
/// *rest on* and to *reach* is to lead up `basis`, through what stands, to what stands; a standing
/// duty *leans on* what it needs and on what that rests on and needs in turn. Definition: DESIGN
/// section 4.
///
/// @throws Error unknown_element for a number that is not of the model.
/// Complexity: as what_breaks(). Thread rule: reentrant.
[[nodiscard]] Why why(const Model& model, Index element, std::optional<Day> date = std::nullopt);

/// @brief Does the step from @p below up to @p ground, one that it lists as its basis, follow from
/// another field alone (a grant's `from`)?
/// Complexity: linear in the requirements of @p below.
[[nodiscard]] bool implied_ground(const Model& model, Index below, Index ground);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/why.hpp>  // IWYU pragma: export
#endif
