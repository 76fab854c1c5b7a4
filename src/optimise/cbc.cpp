// COIN-OR CBC, with CLP below it: silent, one thread, no limits by its own clock.

#include <CbcCompareDefault.hpp>
#include <CbcEventHandler.hpp>
#include <CbcHeuristic.hpp>
#include <CbcModel.hpp>
#include <CglProbing.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>
#include <exception>

#include "optimise/optimiser.hpp"

namespace regelgraf::optimise {

namespace {

/// Looks up from the search now and then. What the look throws must not run through CBC, which
/// frees by hand: it is kept, and the search stopped.
class CbcLook {
 public:
  explicit CbcLook(const Bounds& bounds) : bounds_(bounds) {}

  /// True: stop.
  bool operator()() {
    if (stopped_ || !bounds_.is_late) return stopped_;
    try {
      stopped_ = bounds_.is_late();
    } catch (...) {
      thrown_ = std::current_exception();
      stopped_ = true;
    }
    return stopped_;
  }
  [[nodiscard]] bool stopped() const { return stopped_; }
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  const Bounds& bounds_;
  bool stopped_ = false;
  std::exception_ptr thrown_;
};

class LookBetweenNodes : public CbcEventHandler {
 public:
  explicit LookBetweenNodes(CbcLook& look) : look_(&look) {}
  CbcAction event(CbcEvent) override { return (*look_)() ? stop : noAction; }
  [[nodiscard]] CbcEventHandler* clone() const override { return new LookBetweenNodes(*this); }

 private:
  CbcLook* look_;
};

class LookBetweenPivots : public ClpEventHandler {
 public:
  explicit LookBetweenPivots(CbcLook& look) : look_(&look) {}
  int event(Event what) override {
    constexpr int go_on = -1, stop_as_by_user = 5;
    if (what != endOfIteration) return go_on;
    return (*look_)() ? stop_as_by_user : go_on;
  }
  [[nodiscard]] ClpEventHandler* clone() const override { return new LookBetweenPivots(*this); }

 private:
  CbcLook* look_;
};

void load(const Program& program, OsiClpSolverInterface& solver) {
  const int columns = static_cast<int>(program.cost.size());
  CoinPackedMatrix matrix(false, 0, 0);
  matrix.setDimensions(0, columns);
  std::vector<double> at_least;
  const std::vector<double> no_limit(program.rows.size(), solver.getInfinity());
  std::vector<int> places;
  std::vector<double> factors;
  for (const Row& row : program.rows) {
    places.clear();
    factors.clear();
    for (const Term& term : row.terms) {
      places.push_back(static_cast<int>(term.variable));
      factors.push_back(term.factor);
    }
    matrix.appendRow(static_cast<int>(places.size()), places.data(), factors.data());
    at_least.push_back(row.at_least);
  }
  const std::vector<double> lower(program.lower.begin(), program.lower.end()),
      upper(program.upper.begin(), program.upper.end());
  solver.loadProblem(matrix, lower.data(), upper.data(), program.cost.data(), at_least.data(),
                     no_limit.data());
  for (int i = 0; i < columns; ++i)
    if (program.whole[static_cast<std::size_t>(i)]) solver.setInteger(i);
}

class Cbc : public Optimiser {
 public:
  Outcome minimise(const Program& program, const Bounds& bounds) override {
    Outcome outcome;
    CbcLook look(bounds);
    OsiClpSolverInterface solver;
    solver.messageHandler()->setLogLevel(0);
    solver.getModelPtr()->messageHandler()->setLogLevel(0);
    solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
    load(program, solver);
    LookBetweenPivots between_pivots(look);
    solver.getModelPtr()->passInEventHandler(&between_pivots);

    CbcModel model(solver);
    model.setLogLevel(0);
    model.messageHandler()->setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    LookBetweenNodes between_nodes(look);
    model.passInEventHandler(&between_nodes);
    // Costs are whole numbers: what is less than one below the best is no better.
    model.setCutoff(bounds.below - 0.5);
    model.setCutoffIncrement(0.999);
    model.setDblParam(CbcModel::CbcAllowableGap, 0.0);
    model.setDblParam(CbcModel::CbcAllowableFractionGap, 0.0);
    if (bounds.most_nodes > 0)
      model.setMaximumNodes(static_cast<int>(std::min<std::uint64_t>(bounds.most_nodes, 1U << 30)));
    model.setNumberStrong(5);
    model.setNumberBeforeTrust(5);
    CglProbing probing;
    probing.setUsingObjective(1);
    probing.setMaxPassRoot(3);
    probing.setMaxProbeRoot(1000);
    probing.setMaxLookRoot(50);
    probing.setRowCuts(3);
    probing.setLogLevel(0);
    model.addCutGenerator(&probing, -1, "probing");
    CbcRounding rounding(model);
    model.addHeuristic(&rounding);
    CbcCompareDefault comparison;
    model.setNodeComparison(comparison);

    for (std::size_t i = 0; i < program.cost.size(); ++i)
      outcome.bound += program.lower[i] == 1 ? program.cost[i]
                                             : std::min(0.0, program.cost[i] * program.upper[i]);
    model.initialSolve();
    if (!look.stopped() && model.solver()->isProvenPrimalInfeasible()) {
      outcome.bound = bounds.below;
      outcome.proven = true;
      return outcome;
    }
    if (!look.stopped()) {
      outcome.bound = model.solver()->getObjValue();
      model.branchAndBound();
      outcome.proven = model.status() == 0 && !look.stopped();
      outcome.nodes = static_cast<std::uint64_t>(std::max(0, model.getNodeCount()));
    }
    look.rethrow();
    const double* const best = model.bestSolution();
    double cost = bounds.below;
    if (best) {
      cost = 0;
      for (std::size_t i = 0; i < program.cost.size(); ++i) {
        outcome.values.push_back(best[i] > 0.5);
        if (best[i] > 0.5) cost += program.cost[i];
      }
    }
    if (outcome.proven)
      outcome.bound = std::min(cost, bounds.below);
    else if (model.getBestPossibleObjValue() < 1e40)
      outcome.bound = std::max(outcome.bound, std::min(model.getBestPossibleObjValue(), cost));
    return outcome;
  }
};

}  // namespace

std::unique_ptr<Optimiser> make_optimiser() { return std::make_unique<Cbc>(); }

}  // namespace regelgraf::optimise
