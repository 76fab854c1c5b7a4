#pragma once

/// @file
/// @brief The same 300 removals through the engine and through plain searches, in one run.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <regelgraf/model.hpp>

#include "bench/removals.hpp"

namespace regelgraf::bench {

/// The ways to answer, in the order they are printed.
enum Way : std::size_t {
  search_fresh,       ///< boost::breadth_first_search, colours new for each search.
  search_fresh_wide,  ///< The same with a vector of colours.
  search_wiped,       ///< boost::breadth_first_visit, colours wiped where they were set.
  engine_numbers,     ///< Numbers in, numbers out.
  engine_ids,         ///< Ids in, ids out in order.
  engine_effects,     ///< Every effect, without causes, in a warm workspace.
  engine_new,         ///< The same by what_breaks(), which makes a workspace for each question.
  ways
};

/// What one way cost. Sums are of processor time: the least of several passes over all removals.
struct Cost {
  double sum = 0;         ///< Seconds for `asked` removals.
  std::size_t asked = 0;  ///< All, or the first so many where the way was too slow for all.
  double median = 0;      ///< Seconds of one removal (each the least of the passes).
  double p99 = 0;
  std::array<double, sort_names.size()> mean{};  ///< By sort.
  [[nodiscard]] double each() const { return sum / static_cast<double>(asked); }
};

struct Comparison {
  std::array<Cost, ways> cost;
  std::size_t removals = 0;
  std::size_t search_wrong = 0;    ///< Removals that plain reachability gets wrong.
  std::size_t fell = 0;            ///< Elements, over all removals.
  std::size_t search_reached = 0;  ///< What the search takes for lost, over all removals.
  std::size_t edges = 0;           ///< Dependencies listed on what is gone: the engine's work.
  std::size_t search_edges = 0;    ///< The search's.
  /// The better of the two fresh searches: what we are held against.
  [[nodiscard]] const Cost& search() const {
    return cost[search_fresh].sum < cost[search_fresh_wide].sum ? cost[search_fresh]
                                                                : cost[search_fresh_wide];
  }
  /// How many times faster than @p other the engine is, numbers in, numbers out.
  [[nodiscard]] double times_faster_than(const Cost& other) const {
    return other.each() / cost[engine_numbers].each();
  }
};

/// Measures all ways, turn by turn. Throws std::logic_error where the engine's answer differs from
/// fallen_anew() (looked at for some of the removals; for all where the model is small).
[[nodiscard]] Comparison compare(const Model& model, const std::vector<MixedRemoval>& removals);

/// The comparison in lines for people.
[[nodiscard]] std::string printed(const Comparison& comparison);

}  // namespace regelgraf::bench
