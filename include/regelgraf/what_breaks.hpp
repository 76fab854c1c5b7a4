#pragma once

/// @file
/// @ingroup queries
/// @brief What breaks when rules are removed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/burden.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// The question: these elements are taken out; what follows?
struct Removal {
  std::vector<Index> elements;  ///< Each of the model; repeats count once; may be empty.
  Index within = none;          ///< A unit: seen from there alone (a trial, an exemption scheme).
  std::optional<Day> date;      ///< Absent: the model's last state.
  bool causes = true;           ///< Work out causes and derivations, not only ids.
};

/// Why an element is affected: a requirement that is not met, or a purpose that is gone.
struct Cause {
  /// Which relation fails.
  enum class Of : std::uint8_t { basis, needs, serves, own };
  /// A requirement in `basis` or `needs`, all of `serves`, or its own status or period (what_if()).
  Of of_what = Of::basis;
  bool implied = false;        ///< The requirement follows from another field.
  std::uint32_t at_least = 1;  ///< How many of the listed it asks for.
  std::vector<Index> of;       ///< What is listed.
  std::vector<Index> left;  ///< Which of them are left: they stand, or for serves have a purpose.
};

/// An element affected, its cause, and the shortest way from a removed element to it.
struct Effect {
  Index element = none;        ///< What is affected.
  Cause cause;                 ///< Empty lists when the question asked for no causes.
  std::vector<Index> through;  ///< From a removed element to this one, both included.
};

/// Authority that lapsed or moved: for one entry of what changed, who decided and who decides now.
struct MovedAuthority {
  OverRow entry;      ///< As the `over` of the grant or bar has it; a rule of a lost issuer.
  std::string power;  ///< `*`: what a grant of every power gives.
  Index unit = none;  ///< Asked of this unit: the grant or bar holds within it alone.
  std::vector<Index> before;  ///< Everybody who was an option, alone or with others, by id.
  std::vector<Index> after;   ///< The same now; empty: a gap.
};

/// The answer of what_breaks(). Every list is in order of id.
struct WhatBreaks {
  std::vector<Index> removed;       ///< What was asked about, each once.
  std::vector<Effect> lapsed;       ///< Lost their legal ground.
  std::vector<Effect> broken;       ///< Can no longer work.
  std::vector<Index> unmet_duties;  ///< The alarm.
  std::vector<Effect> redundant;    ///< Can go too, and nothing more breaks.
  std::vector<Effect> purposeless;  ///< Lost their purpose but are still leaned on.
  std::vector<Effect> weakened;     ///< Stand with nothing to spare; `through` ends before them.
  std::vector<Index> affected;      ///< Use something that is gone.
  std::vector<Index> revived;       ///< Apply now, because what kept them away is gone.
  std::vector<Index> unexamined;    ///< Removed elements that nobody has examined.
  std::vector<Index> involvements_gone;  ///< Applied and stand no longer.
  /// Where who decides is another than before; see what_breaks(). Not without causes.
  std::vector<MovedAuthority> authority;
  Range hours_removed;    ///< Hours a year of what was removed and stood.
  Range hours_fallen;     ///< Hours a year of what fell.
  Range hours_redundant;  ///< Hours a year of what became redundant.
  Range hours_one_off;    ///< Hours once, of all three.
};

/// @brief What breaks if the elements of @p question are removed from @p model?
///
/// An element *fell* if it stood, stands no longer and was not removed. Of what fell, it `lapsed`
/// if a `basis` requirement lists fewer than k elements still standing, else it `broke`. A fallen
/// duty is unmet if a `needs` requirement fails in the standing set rebuilt with that duty held
/// standing. An element is redundant or purposeless if it served a purposeful element and serves
/// none now. Causes lead from an element to what it lacks; `through` is a shortest path of causes,
/// ties by the least ids from the removed end. Definitions: DESIGN section 2.
///
/// Authority is asked about for each entry of each grant, bar and agreement that was removed, fell
/// or was revived, or lost a holder or body, and for each rule that lost an issuer; never for what
/// lies below an entry. By plain ids first, then entries with fields, then `*`; then by power and
/// unit. A rule meant by fields alone is one that is not recorded and binds nobody known.
///
/// @return Effects; all empty where nothing is recorded to depend on what was removed.
/// @throws Error unknown_element when an index is not of the model.
/// Complexity: the dependencies of what fell, lost its purpose or was weakened; beside that a copy
/// of some bytes a requirement, which a WhatIf that is kept saves, and, where the question has a
/// date, a Baseline of that day. Authority, where causes are asked for and something of it changed:
/// two questions as who_decides() an entry and power; where an actor goes also a pass over rules
/// and grants. Thread rule: reentrant.
[[nodiscard]] WhatBreaks what_breaks(const Model& model, const Removal& question);
/// As above, on a baseline at hand; Removal::date is not looked at.
[[nodiscard]] WhatBreaks what_breaks(const Baseline& baseline, const Removal& question);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/what_breaks.hpp>  // IWYU pragma: export
#endif
