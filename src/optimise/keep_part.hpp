#pragma once

// One part of a problem as a mixed-integer program, solved until what it proposes stands.

#include <cstdint>
#include <functional>
#include <vector>

#include "optimise/keep_problem.hpp"
#include "optimise/keep_rows.hpp"
#include "optimise/optimiser.hpp"

namespace regelgraf::optimise {

/// What is chosen among the candidates: those to keep, or those to remove.
enum class Choose : std::uint8_t { kept, removed };

/// A part: elements in doubt that share nothing with others, and the candidates among its rules.
struct PartQuestion {
  Choose choose = Choose::kept;
  std::vector<Index> in_doubt;    ///< Ascending.
  std::vector<Index> candidates;  ///< Ascending; of removals some may not be in doubt.
  std::vector<double> cost;       ///< Of each candidate, where it is chosen: whole numbers.
  std::size_t at_most = 0;        ///< Of removals.
};

/// What came of a part.
struct PartAnswer {
  std::vector<char> chosen;  ///< One a candidate.
  double cost = 0;
  double bound = 0;  ///< No choice costs less.
  bool proven = false;
  bool settled = false;  ///< Of those that cost the same it is the first.
};

/// Solves one part.
class KeepPart {
 public:
  KeepPart(KeepProblem& problem, Optimiser& optimiser, PartQuestion question,
           std::function<bool()> is_late);

  /// Begins with @p chosen, which must do; finds the best there is in the time.
  [[nodiscard]] PartAnswer solve(std::vector<char> chosen);

 private:
  struct Found {
    std::vector<char> chosen;  ///< Empty: none that costs less.
    double bound = 0;
    bool proven = false;
  };

  void add_variables();
  [[nodiscard]] Found cheaper_than(double cost);
  [[nodiscard]] Found another_cheaper_than(double cost, const std::vector<char>& chosen);
  [[nodiscard]] bool stands(const std::vector<char>& chosen);
  void exclude_circles(const std::vector<char>& values);
  void settle(PartAnswer& answer);
  [[nodiscard]] double cost_of(const std::vector<char>& chosen) const;

  KeepProblem& problem_;
  Optimiser& optimiser_;
  PartQuestion question_;
  std::function<bool()> is_late_;
  KeepRows rows_;
  Program program_;
  std::vector<std::uint32_t> choice_;  // the variable of each candidate
  std::uint64_t nodes_left_ = 0;       // 0: no limit
};

}  // namespace regelgraf::optimise
