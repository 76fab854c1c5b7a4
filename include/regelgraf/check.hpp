#pragma once

/// @file
/// @ingroup queries
/// @brief What in a model deserves a look: rules without ground, dead rules, single points of
/// failure.

#include <optional>
#include <vector>

#include <regelgraf/finding.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/why.hpp>

namespace regelgraf {

/// @brief What is worth a look in @p model, as it stands on @p date?
///
/// First what freeze() found (Model::findings(), in its order), then what the graph shows, in the
/// order of this list and within a code by `element`, then field. None of it is an error; `warning`
/// is what somebody ought to put right, `note` what he ought to know. `elements` holds the others
/// concerned.
///
/// - `no_ground` (warning or note): a standing rule that states no basis: a warning where its
///   instrument must have one (order, circular, bylaws, regulation, delegation plan, budget, and
///   what MED agrees on), a note where the general competence or the right to lead can carry it;
///   acts, the constitution, state guidance, practices, collective and local agreements need none.
///   A standing grant with neither basis nor `from`: a warning.
/// - `circular_ground` (warning): elements that would stand but for having only each other as
///   ground; one finding a circle.
/// - `expired_ground` (warning): an element in force whose basis (a grant's `from` too) lists what
///   is repealed or past its end; the message says whether it stands all the same.
/// - `dead_rule` (warning): a standing element that states purposes, none of them purposeful
///   (DESIGN section 2).
/// - `nobody_performs` (warning): a task in force, none of whose performers stand.
/// - `single_point` (note): a standing duty with a requirement in `needs` that has nothing to
///   spare: without any one of `elements` the duty is unmet.
/// - `conflict` (warning): two standing rules of which one says that it cannot be followed with the
///   other; `advice` tells which goes before, where the instruments alone decide it.
/// - `exceeds_parent` (warning or note): a grant in force that says more than the grant in `from`
///   gives: `powers`, `over`, `within` and `conditions` (a number beyond the limit) hold the
///   excess; `redelegable`: a link further than a grant above allows, so that it covers nothing,
///   or, a note, a promise of more links than are left. What a grant leaves out it has from above
///   and is no excess.
/// - `barred_grant` (warning or note): a standing grant of named powers of which bars, whatever the
///   case, keep something from all its holders: all of it, a warning, or part of it, a note. A note
///   too where a bar that hangs on the case is meant against just these holders. Of the case is
///   known what the grant itself says with `==`, and defaults. A grant of every power is read as
///   every power that is not forbidden.
/// - `exclusive_overlap` (warning; a note where a condition other than a bound on a number may tell
///   them apart): two standing exclusive grants of one power over one entry, neither above the
///   other, that share a unit and a case, with what they have from the grants above them.
/// - `limit_gap` (warning): between two standing grants of one power over one entry from one grant
///   in one place, each bounded in one number alone, lie numbers of which none of them speaks, nor
///   a grant of all numbers there or everywhere.
/// - `limit_overlap` (note): two such grants to different holders share a stretch, and neither is
///   the wider.
/// - `nobody_decides` (note; a warning where nobody has general competence): a matter of the
///   model's own layer at the end of the subject tree that no standing grant, one of general
///   competence apart, reaches.
/// - `lost_holder` (warning): a grant in force to somebody who does not stand, or an involvement in
///   force of such a body.
/// - `expired_grant` (warning): a grant past its end that nobody repealed though its ground stands,
///   and no grant in force gives the same to the same.
/// - `same_person` (warning): a standing grant to several together, of whom one person holds two
///   posts.
/// - `old_edition` (note): a standing rule or grant whose source cites an edition (a date) older
///   than that of an element of an earlier layer that it rests on.
/// - `claim_contradicted` (warning): a standing element whose claimed origin, issuer or hours the
///   model contradicts (see ClaimsHeld).
/// - `hours_twice` (warning): two standing rules or tasks with the same figures (minutes, times,
///   people) of which one serves the other, or that serve the same and bind the same actors: the
///   hours look to be counted twice.
///
/// From `barred_grant` to `old_edition` only elements of the model's own layer are found.
///
/// Complexity: linear in the model, and for each element that claims an origin, and that a duty
/// resting on a state rule leans on, that of what_breaks(); quadratic in the exclusive grants, and
/// in the bounded ones, over one entry. Thread rule: reentrant.
[[nodiscard]] std::vector<Finding> check(const Model& model,
                                         std::optional<Day> date = std::nullopt);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/check.hpp>  // IWYU pragma: export
#endif
