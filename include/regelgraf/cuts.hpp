#pragma once

/// @file
/// @ingroup queries
/// @brief What x hangs on: the fewest removals that fell it, the fewest adoptions that raise it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// What the sets are to do to the element.
enum class CutsTo : std::uint8_t {
  fell,    ///< `break`: removed, they fell it.
  restore  ///< `restore`: put in force, they make it stand.
};

template <>
struct Spelling<CutsTo> {
  static constexpr std::array<std::string_view, 2> words{"break", "restore"};
};

/// Which minimal sets of elements decide over one.
struct CutsQuestion {
  Index element = none;       ///< x.
  CutsTo to = CutsTo::fell;   ///< Break it or restore it.
  std::size_t at_most = 100;  ///< So many sets are given, the first in order; 1 or more.
  std::optional<Day> date;    ///< Absent: the model's last state.
};

/// The answer to cuts().
struct Cuts {
  bool stands = false;  ///< Does x stand as things are?
  /// Smallest first, those of a size by their ids; each ascending, none part of another.
  std::vector<std::vector<Index>> sets;
  /// False: the limit or the time cut the list; there may be more.
  bool complete = false;
};

/// @brief To break: the minimal sets without x whose removal fells x. To restore: the minimal sets
/// of elements that, put in force, make x stand.
///
/// Minimal: no part of the set does it. A set of one is a single point of failure. To break, only
/// standing elements are named, and those that x leans on directly or not. To restore, only
/// elements that are repealed, proposed or out of their period on the date; one put in force counts
/// as in force whatever its status and period. If x itself is one of them, it is in every set.
///
/// Where nothing need be done the answer is the one empty set: x does not stand (to break), x
/// stands (to restore). No set at all: x leans on nothing that can be removed; nothing that could
/// be put in force makes it stand. An actor whose place another has taken never stands.
///
/// Exact under AND, OR and k-of-n and in cycles. The sets hit all reasons why x stands (to restore:
/// why it does not), found one by one as R. Reiter does (Artificial Intelligence 32(1), 1987,
/// doi:10.1016/0004-3702(87)90062-2), a size at a time; the reasons are kept, and sets of any size
/// that miss a known one are passed over untried.
///
/// Complexity: for single points of failure a removal for each element of one reason at most, each
/// within what x leans on; beyond them exponential in the worst case, as there may be as many sets:
/// without `seconds` it stops after a fixed amount of work (about a second), else after so many of
/// them, answers what it has found, and is not complete. Without them the answer is the same each
/// time. With more than 1,000 elements in question for every set, sets beyond are not looked for
/// and it says that it is not complete. Memory: what x leans on, and for each requirement with
/// alternatives 8 MB at most for reasons. Thread rule: reentrant.
/// @throws Error unknown_element; invalid_question where at_most is 0; cancelled.
[[nodiscard]] Cuts cuts(const Model& model, const CutsQuestion& question,
                        const Limits& limits = {});
/// @brief The same over @p baseline, whose date counts and not the question's.
[[nodiscard]] Cuts cuts(const Baseline& baseline, const CutsQuestion& question,
                        const Limits& limits = {});

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/cuts.hpp>  // IWYU pragma: export
#endif
