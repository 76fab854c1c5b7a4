#pragma once

/// @file
/// @ingroup queries
/// @brief How many hours the rules and tasks cost, in groups.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/standing.hpp>

namespace regelgraf {

/// What the hours are grouped by.
enum class BurdenBy : std::uint8_t {
  tier,        ///< The level that made the rule: that of its issuer, of several the farthest.
  instrument,  ///< What sort of rule it is.
  issuer,      ///< Who made the rule.
  matter,      ///< What it concerns, as recorded (not what lies above).
  actor        ///< Who bears it: whom the rule binds, who performs the task.
};

template <>
struct Spelling<BurdenBy> {
  static constexpr std::array<std::string_view, 5> words{"tier", "instrument", "issuer", "matter",
                                                         "actor"};
};

/// The question of burden().
struct BurdenQuestion {
  BurdenBy by = BurdenBy::tier;  ///< What the groups are.
  Index within = none;           ///< A unit: what lies in its part of the organisation tree alone.
  std::optional<Day> date;       ///< Absent: the model's last state.
};

/// Hours of several elements together.
struct BurdenSum {
  Range hours;                  ///< Hours a year.
  Range one_off;                ///< Hours once, apart from the yearly ones.
  Range surplus;                ///< Hours a year above the law's minimum; part of `hours`.
  std::vector<Index> elements;  ///< What was counted, ascending.
};

/// One group. What it is for is in the field that `by` asks for; all empty: not known.
struct BurdenGroup : BurdenSum {
  std::optional<Tier> tier;              ///< By tier.
  std::optional<Instrument> instrument;  ///< By instrument.
  Index element = none;                  ///< By issuer, matter and actor: that one.

  /// Is this the group of what belongs nowhere (no issuer recorded, no rule, nobody bound)?
  [[nodiscard]] bool unknown() const { return !tier && !instrument && element == none; }
  /// The tier or instrument as files spell it, or the id; empty where unknown().
  [[nodiscard]] std::string_view key(const Model& model) const {
    if (tier) return to_text(*tier);
    if (instrument) return to_text(*instrument);
    return element == none ? std::string_view() : std::string_view(model.id(element));
  }
};

/// The answer of burden().
struct BurdenAnswer {
  std::vector<BurdenGroup> groups;  ///< In the order of the word list, or of id; the unknown last.
  BurdenSum total;                  ///< Each element once.
  std::vector<Index> shared;        ///< Elements that stand in several groups, ascending.
};

/// @brief How many hours a year do the model's rules and tasks cost, and where do they come from?
///
/// Counted are the rules and tasks that stand on the date and have a `burden` recorded, be it of 0
/// hours. Figures are intervals (low, likely, high), summed place by place.
///
/// An element with several issuers or matters counts whole in the group of each, since all of it is
/// due to each; `shared` names it, and `total` counts it once. By actor it counts in equal parts
/// for those it binds or who perform it, so that these groups sum up to the total. By tier it
/// stands in one group: an element of several issuers at the farthest of them from the citizen, as
/// joint decisions are ranked. A task has no issuer and no instrument, so these groups have it as
/// unknown.
///
/// Within a unit an element counts for the part of its places (`binds`, `performed_by`) that lies
/// in the unit's part of the organisation tree, and not at all where none does; what has no place
/// recorded counts whole, as in what_breaks(). A group is there if it has an element.
///
/// @throws Error unknown_element where `within` is not of the model, invalid_question where it is
/// no actor. Complexity: linear in the model, and n log n in what is counted; with a date, that of
/// standing_on() too. Thread rule: reentrant.
[[nodiscard]] BurdenAnswer burden(const Model& model, const BurdenQuestion& question);

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/burden_by.hpp>  // IWYU pragma: export
#endif
