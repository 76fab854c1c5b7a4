#pragma once

/// @file
/// @ingroup queries
/// @brief How to remove rules: who decides it, who is involved first, what must be there instead.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>

namespace regelgraf {

/// The question: these elements are to go; in which steps?
struct RemovalPlanQuestion {
  std::vector<Index> elements;  ///< Each of the model; repeats count once; may be empty.
  /// Unit, date, facts, disqualified and absent; with a date it is the day on which work begins.
  AuthorityQuestion context;  ///< Its power and target are not looked at.
};

/// Who may repeal one of the elements.
struct PlannedDecision {
  Index element = none;  ///< What is to go.
  Decision decision;     ///< As who_decides() says, power `repeal`.
};

/// What a duty lacks once the elements are gone, it alone held standing: what falls with it is not
/// missing.
struct Missing {
  Index duty = none;           ///< It would go unmet.
  std::uint32_t at_least = 1;  ///< How many of `of` it needs.
  std::vector<Index> of;       ///< What it lists.
  std::vector<Index> left;     ///< Which of these are left.
};

/// One step of a plan.
struct PlanStep {
  /// What is to be done, in the order of a plan.
  enum class What : std::uint8_t {
    examine,       ///< Look for what depends on `elements`: nobody has.
    put_in_place,  ///< Give the duties `elements` what they lack.
    involve,       ///< Ask or tell `body`, by `involvement`, about `elements`.
    decide,        ///< `holders` decide that `elements` go; nobody: there is no authority.
    notice,        ///< Let the notice of `months` run.
    take_effect    ///< `elements` are gone.
  };
  What what = What::examine;    ///< What is to be done.
  std::vector<Index> elements;  ///< About which elements, by id.
  Index involvement = none;     ///< What::involve.
  Index body = none;            ///< What::involve; none: not resolved.
  std::vector<Index> holders;   ///< What::decide, by id.
  std::uint32_t jointly = 1;    ///< What::decide: how many of them act together.
  bool depends = false;         ///< What::decide, involve: on what is not known; see there.
  double days = 0;              ///< What::involve before: the time the body must have.
  double months = 0;            ///< What::notice.
  std::optional<Day> done;      ///< With a date: when it can be done at the earliest.
};

template <>
struct Spelling<PlanStep::What> {
  static constexpr std::array<std::string_view, 6> words{"examine", "put_in_place", "involve",
                                                         "decide",  "notice",       "take_effect"};
};

/// The answer of removal_plan().
struct RemovalPlan {
  std::vector<Index> removed;               ///< What is to go, by id, each once.
  std::vector<PlanStep> steps;              ///< In order.
  std::vector<PlannedDecision> decisions;   ///< One an element, by id.
  std::vector<Missing> put_in_place_first;  ///< By duty, then as its requirements stand.
  std::vector<Index> can_go_along;          ///< Become redundant, by id.
  bool possible = true;                     ///< Somebody has the authority over each.
  double days = 0;                          ///< From the begin to the last decision.
  double months = 0;                        ///< Of notice after it.
  /// When all can be gone, the day of the question where nothing is to go; absent without a date,
  /// or where it is not possible.
  std::optional<Day> earliest;
};

/// @brief In which steps are these elements removed, and when can they be gone at the earliest?
///
/// Each element is decided on by the first option of who_decides() for `repeal`; a duty by nobody,
/// since it stands and falls with the rules it comes from. Steps: examine what nobody has examined;
/// put in place what duties would lack; involve before (hearings and discussions side by side, each
/// body with its days; then the recommendations one after the other, in the order of
/// who_decides()); decide (one step for all that the same holders decide); involve
/// after; notice, where the option is one by notice; take effect. Days and months are those
/// recorded; what takes time and is not recorded takes none. A month ends on the same day of a
/// later month, or on its last.
///
/// @throws Error unknown_element, wrong_type as who_decides().
/// Complexity: one what_breaks(), and one who_decides() an element. Thread rule: reentrant.
[[nodiscard]] RemovalPlan removal_plan(const Model& model, const RemovalPlanQuestion& question);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/removal_plan.hpp>  // IWYU pragma: export
#endif
