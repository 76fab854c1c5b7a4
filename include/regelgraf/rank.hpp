#pragma once

/// @file
/// @ingroup queries
/// @brief Every element by what depends on it alone.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/burden.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// What elements are put in order by, most first.
enum class RankBy : std::uint8_t { breaks, hours, duties };

template <>
struct Spelling<RankBy> {
  static constexpr std::array<std::string_view, 3> words{"breaks", "hours", "duties"};
};

/// The question: of these, which matter most?
struct RankQuestion {
  RankBy by = RankBy::breaks;  ///< The figure that orders.
  std::size_t top = 0;         ///< How many are listed; 0: all.
  std::vector<Index> among;    ///< Whom to look at; repeats count once. Empty: all that stand.
  std::optional<Day> date;     ///< Absent: the model's last state.
};

/// One element, and what would come of removing it alone.
struct Ranked {
  Index element = none;      ///< The element.
  std::uint32_t breaks = 0;  ///< How many others would fall.
  std::uint32_t duties = 0;  ///< How many duties would be unmet.
  Range hours;               ///< Hours a year of itself and of what would fall.
};

/// The answer of rank().
struct Ranking {
  std::vector<Ranked> order;  ///< Most first; ties by breaks, duties, likely hours, then id.
  bool complete = true;       ///< False: the time ran out, and some were not looked at.
};

/// @brief How much falls with each element if it alone is removed?
///
/// The figures of an element are those of what_breaks() with it alone removed: exact under all, any
/// and k of n, with loops in `needs` and in `basis`. One that does not stand has none.
///
/// How: elements are removed one by one, each at the cost of what falls. Where that comes to many
/// times the model (chains: what falls is the whole rest), what falls together is folded into a
/// tree first: x hangs below p if x falls just when p or something p hangs below falls. A
/// requirement that can spare nobody hangs below its deepest supporter, one that can spare t below
/// the deepest common ancestor of t + 1 of them, loops of plain needs are one node. Then a figure
/// is the sum over a subtree. Where each requirement lists one element, or any one of its list will
/// do, this is the dominator tree. An element that hangs on two branches at once has no place in a
/// tree: one such, and all are removed one by one after all.
///
/// @throws Error unknown_element; cancelled by @p limits. With Limits::seconds the answer lists
/// what was looked at in time, in order of id, and is not `complete`. Complexity: the sum of the
/// single removals, or with the tree O(n log n). Memory: 70 bytes an element and 24 for the hours
/// of each that has any, with the tree some 60 more. Thread rule: reentrant.
[[nodiscard]] Ranking rank(const Model& model, const RankQuestion& question = {},
                           const Limits& limits = {});

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/rank.hpp>  // IWYU pragma: export
#endif
