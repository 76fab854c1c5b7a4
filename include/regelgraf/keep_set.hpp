#pragma once

/// @file
/// @ingroup queries
/// @brief The zero-base review: what to keep so that every duty stands, what can go; and the best
/// few removals. Compiled: link regelgraf::regelgraf.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <regelgraf/burden.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// Which standing rules are up for review: those that match every field that is not empty.
struct KeepScope {
  std::vector<Instrument> instruments;  ///< One of these.
  std::vector<Index> issuers;           ///< Issued by one of these.
  std::vector<Tier> tiers;     ///< Made at one of these levels: of several issuers the farthest.
  std::vector<Index> matters;  ///< Every matter it concerns is one of these or below one.
  std::vector<Index> ids;      ///< One of these rules.
  Index repealable_by = none;  ///< This actor may repeal it alone, as may() has it.
};

/// What is to be as little as it can be.
enum class KeepObjective : std::uint8_t { hours, count };

template <>
struct Spelling<KeepObjective> {
  static constexpr std::array<std::string_view, 2> words{"hours", "count"};
};

/// The question: of these rules, which must we keep?
struct KeepSetQuestion {
  KeepScope scope;          ///< What is up for review.
  std::vector<Index> keep;  ///< Must stand afterwards, as duties and core tasks must.
  KeepObjective objective = KeepObjective::hours;
  std::optional<Day> date;  ///< Absent: the model's last state.
};

/// A rule that is kept.
struct KeptRule {
  Index rule = none;
  /// The duties, core tasks and elements of the `keep` list that are lost if it goes too, it alone.
  std::vector<Index> because;
};

/// A rule that goes.
struct GoneRule {
  Index rule = none;
  Range hours;            ///< Hours a year.
  bool examined = false;  ///< Has somebody looked for what depends on it?
};

/// The answer of keep_set(). Lists are in order of id.
struct KeepSet {
  std::vector<KeptRule> keep;       ///< What to keep.
  std::vector<GoneRule> go;         ///< The rest of the scope.
  std::vector<Index> falls;         ///< Falls with what goes; none of it must stand.
  std::vector<Index> not_standing;  ///< Of the `keep` list: stands not as things are.
  Range hours;                      ///< Hours a year of what is kept.
  Range hours_gone;                 ///< Hours a year of what goes.
  double bound = 0;       ///< No set costs less: likely hours a year, or a number of rules.
  double gap = 0;         ///< What the set costs above `bound`, as a part of what it costs.
  bool proven = false;    ///< No set costs less.
  bool settled = false;   ///< And among those that cost as much this is the first.
  bool complete = false;  ///< False: the time ran out.
};

/// The question: which few of these rules free the most?
struct BestRemovalsQuestion {
  KeepScope scope;          ///< What may be removed.
  std::size_t at_most = 1;  ///< So many rules; 1 or more.
  std::vector<Index> keep;  ///< Must stand afterwards, as duties and core tasks must.
  std::optional<Day> date;  ///< Absent: the model's last state.
};

/// The answer of best_removals(). Lists are in order of id.
struct BestRemovals {
  std::vector<GoneRule> remove;     ///< What to remove.
  std::vector<Index> falls;         ///< Falls with it; none of it must stand.
  std::vector<Index> not_standing;  ///< Of the `keep` list: stands not as things are.
  Range hours;                      ///< Hours a year of what is removed.
  Range hours_fallen;               ///< Hours a year of what falls; not counted in the choice.
  double bound = 0;                 ///< No removals free more likely hours a year.
  double gap = 0;                   ///< What they free less than `bound`, as a part of `bound`.
  bool proven = false;              ///< None free more.
  bool settled = false;             ///< And among those that free as much these are the first.
  bool complete = false;            ///< False: the time ran out.
};

/// Is a solver built into the library? Without one the questions below end
/// with Error invalid_question.
[[nodiscard]] bool has_optimiser();

/// @brief The cheapest part of @p question's scope to keep so that, when the rest of it goes, every
/// duty and core task that stands today still stands, and everything in the `keep` list that does.
///
/// Cheapest: the likely hours a year of what is kept are least (of each rule in whole minutes), or
/// its number. Among sets as cheap the one with fewer rules, then the one that holds the least id
/// of those in which they differ; `settled` says whether that was carried through. What falls
/// beside must not stand, and is told in `falls`.
///
/// How: what stands without the whole scope, and each rule without which alone something is lost,
/// is settled by the engine. The rest is taken apart into parts that share nothing, each a
/// mixed-integer program over what its duties lean on (k of n: k x <= the sum). Elements that hold
/// each other up as ground alone are found by the engine in what the solver proposes, and excluded
/// by a loop formula (F. Lin, Y. Zhao, Artificial Intelligence 157, 2004,
/// doi:10.1016/j.artint.2004.04.004), until the proposal stands.
///
/// Anytime: it begins with everything kept, then drops what can be dropped, most hours first. With
/// Limits::seconds the answer is the best found, with its bound and gap, and not `complete`.
/// @throws Error unknown_element, invalid_question (an id of the scope that is no rule, an issuer
/// that is no actor, ...), cancelled. Complexity: exponential in the worst case.
/// Thread rule: reentrant. The same question without `seconds` has the same answer each time.
[[nodiscard]] KeepSet keep_set(const Model& model, const KeepSetQuestion& question,
                               const Limits& limits = {});

/// @brief At most so many removals from @p question's scope that leave every duty and core task and
/// the `keep` list standing and free the most likely hours a year.
///
/// Counted are the hours of the rules removed; what falls with them is told beside them, and counts
/// only where it is removed itself. Ties: fewer rules, then the least ids, as in keep_set(). How,
/// errors and limits: as keep_set().
[[nodiscard]] BestRemovals best_removals(const Model& model, const BestRemovalsQuestion& question,
                                         const Limits& limits = {});

}  // namespace regelgraf
