#pragma once

// What the requirements of a part say of a point of the relaxed program.

#include <cstdint>
#include <span>
#include <vector>

#include "optimise/keep_problem.hpp"
#include "optimise/optimiser.hpp"

namespace regelgraf::optimise {

/// @brief Which elements of a part are variables, and the rows that its requirements are.
///
/// A requirement, k of n, says of each m > n - k of the n: the element, times m - n + k, is at most
/// their sum. That is the hull of one requirement, and far too many rows to write down; but which
/// of them a point breaks most is seen from the supporters in order of their values.
///
/// An element that nobody chooses is no variable where it need not be: as much of it stands as its
/// requirements let, and its supporters are put in its place. Only whole choices are then asked
/// for: where they are whole, so is what is worked out. Elements in a circle are variables.
class KeepRows {
 public:
  /// @param in_doubt,chosen ascending; those chosen among are variables
  KeepRows(const KeepProblem& problem, std::span<const Index> in_doubt,
           std::span<const Index> chosen);

  /// No variable.
  static constexpr std::uint32_t worked_out = none;
  /// The number of the variable that says the element in doubt stands, or worked_out. Those there
  /// are go from 0 on, in order of number.
  [[nodiscard]] std::uint32_t variable(Index i) const { return variable_[place(i)]; }
  /// How many there are.
  [[nodiscard]] std::uint32_t variables() const { return variables_; }

  /// Of the rows that @p point breaks, the most broken one of each requirement of a variable and of
  /// each element that must stand. O(n log n) in what is listed.
  [[nodiscard]] std::vector<Row> broken(std::span<const double> point);

 private:
  /// At least `lacking` of these places; what stands anyhow is left out.
  struct Need {
    std::uint32_t lacking, first, last;
  };
  /// How much a need lets stand: the sum of the least `of` of its supporters, over `by`.
  struct Least {
    double share;
    std::uint32_t of, by;
  };

  [[nodiscard]] std::uint32_t place(Index i) const;
  void read_needs();
  void number_variables(std::span<const Index> chosen);
  [[nodiscard]] Least least(const Need& need);
  void work_out(std::span<const double> point);
  [[nodiscard]] Row said(const Need& need);

  const KeepProblem& problem_;
  std::vector<Index> in_doubt_;
  std::vector<Need> needs_;
  std::vector<std::uint32_t> first_need_;  // of each place, and the end
  std::vector<std::uint32_t> supporters_;  // places; in order of value once least() has seen them
  std::vector<std::uint32_t> variable_;
  std::vector<std::uint32_t> order_;  // places worked out, each after those it leans on
  std::vector<std::uint32_t> rank_;   // of each place in order_
  std::uint32_t variables_ = 0;
  // Of the point at hand:
  std::vector<double> value_;
  std::vector<std::uint32_t> tightest_;  // of each place worked out, a need; none: it is whole
};

}  // namespace regelgraf::optimise
