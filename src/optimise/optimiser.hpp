#pragma once

// A solver of mixed-integer programs as the questions see it. Which one it is, one file knows.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace regelgraf::optimise {

/// One variable times a factor.
struct Term {
  std::uint32_t variable;
  double factor;
};

/// The sum of the terms is at least `at_least`.
struct Row {
  std::vector<Term> terms;
  double at_least = 0;
};

/// Minimise the sum of cost times variable. Every variable is 0 or 1; every cost is a whole number.
struct Program {
  std::vector<double> cost;
  std::vector<char> lower, upper;  ///< 0 or 1; one a variable.
  std::vector<Row> rows;
  /// Rows that hold too, and are too many to write down: of these some that @p point breaks, if it
  /// breaks any. One number a variable. Empty: `rows` are all.
  std::function<std::vector<Row>(std::span<const double> point)> broken;
  /// Of those, what has been broken so far: what a search found, the next need not find again.
  std::vector<Row> found;

  /// A variable that may be 0 or 1.
  std::uint32_t add(double its_cost) {
    cost.push_back(its_cost);
    lower.push_back(0);
    upper.push_back(1);
    return static_cast<std::uint32_t>(cost.size() - 1);
  }
};

/// When a search ends before its end.
struct Bounds {
  double below = 0;               ///< Only solutions that cost less count.
  std::uint64_t most_nodes = 0;   ///< So many nodes at most; 0: any number.
  std::function<bool()> is_late;  ///< Looked at often; true: stop. May throw; empty: never.
};

/// What a search came to.
struct Outcome {
  std::vector<char> values;  ///< The cheapest solution found, rounded; empty: none below the bound.
  double bound = 0;          ///< No solution is cheaper, or cheaper than Bounds::below.
  bool proven = false;       ///< The search went to its end: `values` is the cheapest, or none is.
  std::uint64_t nodes = 0;   ///< How many nodes it took.
};

/// Thread rule: one search at a time each.
class Optimiser {
 public:
  virtual ~Optimiser() = default;
  /// @brief The cheapest solution of @p program below Bounds::below.
  ///
  /// Rows that a search must not miss again go to Program::rows. One thread, no clock, no output:
  /// the same program gives the same outcome, unless it is stopped by `is_late`. What that throws
  /// goes through.
  [[nodiscard]] virtual Outcome minimise(Program& program, const Bounds& bounds) = 0;
};

/// The solver that is built in; null: none is (REGELGRAF_OPTIMISER is off).
[[nodiscard]] std::unique_ptr<Optimiser> make_optimiser();

}  // namespace regelgraf::optimise
