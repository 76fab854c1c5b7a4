#pragma once

/// @file
/// @ingroup queries
/// @brief Everything that one actor may, may perhaps, and may not.

#include <cstdint>
#include <string>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/may.hpp>

namespace regelgraf {

/// Over what may this actor use which power?
struct WhatMayQuestion {
  Index actor = none;  ///< Who; none: an actor that the model does not have, who may do nothing.
  /// Which powers. Empty: every power that some grant names; for a rule adopt, amend, waive and
  /// repeal too, for a task or matter decide.
  std::vector<std::string> powers;
  std::vector<Kind> kinds;  ///< Of targets: rule, task, matter. Empty: all three.
  /// Unit, date, facts, disqualified and absent; power, target and concerns are not looked at.
  AuthorityQuestion context;
  bool by_hours = false;  ///< Most hours a year first, instead of by id.
};

/// One power over one target, and where may() puts it.
struct PowerOver {
  Index target = none;            ///< Rule, task or matter.
  std::uint32_t power = 0;        ///< Place in WhatMay::powers.
  Index grant = none;             ///< That gives it; none for implied authority, and for a no.
  bool implied = false;           ///< By issuing the rule, not by a grant.
  Because because;                ///< Exactly the reason of may().
  std::vector<Involved> involve;  ///< Of the option that gives it, in order.
  Range hours;                    ///< Hours a year of the target itself; 0 where nothing is known.
};

/// The answer of what_may(): every pair stands in one of three lists.
struct WhatMay {
  std::vector<std::string> powers;  ///< Those looked at, byte for byte.
  std::vector<PowerOver> may;       ///< Alone, with nothing unknown.
  std::vector<PowerOver> depends;   ///< On others, on facts, or on internal distribution.
  std::vector<PowerOver> may_not;   ///< And why not.
  bool complete = true;  ///< False: the time ran out, and some targets were not looked at.
};

/// @brief What may @p question's actor do on its own, what with others or under conditions, and why
/// not the rest? The exact inverse of may().
///
/// Targets are the rules and tasks that stand on the day, and the standing matters that some `over`
/// of the model names. Every pair of a target and a power asked about is in exactly one list, the
/// one in which may() puts it in the same context, with the same reason. Each list is in order of
/// the target's id, then of the power; with WhatMayQuestion::by_hours in order of likely, then high
/// hours, most first, then as before.
///
/// How: what stands is worked out once. Grants, involvements and bars are looked up from the target
/// (by id, by the matters above it, by instrument and issuer), since what does not reach the target
/// cannot speak to it; the rest is may().
///
/// @throws Error unknown_element; wrong_type as may(); invalid_question for a kind that is no
/// target, or an empty power; cancelled by @p limits. With Limits::seconds the answer holds the
/// targets looked at in time, in order of id, and is not `complete`. Complexity: per pair linear in
/// the scopes that may reach the target, and quadratic in the grants that cover it; besides linear
/// in the model. Thread rule: reentrant.
[[nodiscard]] WhatMay what_may(const Model& model, const WhatMayQuestion& question,
                               const Limits& limits = {});

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/what_may.hpp>  // IWYU pragma: export
#endif
