// COIN-OR CBC, with CLP below it: silent, one thread, no limits by its own clock.

#include <CbcCompareDefault.hpp>
#include <CbcCutGenerator.hpp>
#include <CbcEventHandler.hpp>
#include <CbcFeasibilityBase.hpp>
#include <CbcModel.hpp>
#include <CglCutGenerator.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <limits>

#include "optimise/optimiser.hpp"

namespace regelgraf::optimise {

namespace {

/// A solution as the whole numbers that it is but for rounding.
std::vector<double> rounded(const double* values, std::size_t variables) {
  std::vector<double> point(values, values + variables);
  for (double& value : point) value = std::round(value);
  return point;
}

/// What of ours is called from within CBC. What it throws must not run through CBC, which frees by
/// hand: it is kept, and the search stopped.
class Calls {
 public:
  Calls(const Program& program, const Bounds& bounds) : program_(program), bounds_(bounds) {}

  /// Looks up from the search. True: stop.
  bool is_late() {
    if (!stopped_ && bounds_.is_late) kept([&] { stopped_ = bounds_.is_late(); });
    return stopped_;
  }
  /// The rows not yet written down that a point breaks.
  std::vector<Row> broken(std::span<const double> point) {
    std::vector<Row> rows;
    if (!stopped_ && program_.broken) kept([&] { rows = program_.broken(point); });
    return rows;
  }
  std::vector<Row> broken_at(const double* values) {
    return broken({values, program_.cost.size()});
  }
  /// Those that a solution breaks.
  std::vector<Row> broken_by(const double* solution) {
    return broken(rounded(solution, program_.cost.size()));
  }
  [[nodiscard]] bool stopped() const { return stopped_; }
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  template <class Call>
  void kept(const Call& call) {
    try {
      call();
    } catch (...) {
      thrown_ = std::current_exception();
      stopped_ = true;
    }
  }

  const Program& program_;
  const Bounds& bounds_;
  bool stopped_ = false;
  std::exception_ptr thrown_;
};

/// Stops when it is late, and when CBC takes for a solution what breaks rows that it has not heard
/// of: whether it accepts that or not, it has done with the node that led there.
class LookBetweenNodes : public CbcEventHandler {
 public:
  LookBetweenNodes(Calls& calls, std::vector<Row>& missed) : calls_(&calls), missed_(&missed) {}
  CbcAction event(CbcEvent which) override {
    if (which == beforeSolution2) {
      std::vector<Row> rows = calls_->broken_by(model_->bestSolution());
      std::move(rows.begin(), rows.end(), std::back_inserter(*missed_));
    }
    return calls_->is_late() || !missed_->empty() ? stop : noAction;
  }
  [[nodiscard]] CbcEventHandler* clone() const override { return new LookBetweenNodes(*this); }

 private:
  Calls* calls_;
  std::vector<Row>* missed_;
};

class LookBetweenPivots : public ClpEventHandler {
 public:
  explicit LookBetweenPivots(Calls& calls) : calls_(&calls) {}
  int event(Event what) override {
    constexpr int go_on = -1, stop_as_by_user = 5;
    if (what != endOfIteration) return go_on;
    return calls_->is_late() ? stop_as_by_user : go_on;
  }
  [[nodiscard]] ClpEventHandler* clone() const override { return new LookBetweenPivots(*this); }

 private:
  Calls* calls_;
};

/// What comes out whole in strong branching is a solution only if it breaks no row.
class BreaksNothing : public CbcFeasibilityBase {
 public:
  explicit BreaksNothing(Calls& calls) : calls_(&calls) {}
  int feasible(CbcModel* model, int when) override {
    constexpr int after_strong_branching = -1, no_opinion = 0, no_solution = -1;
    if (when != after_strong_branching) return no_opinion;
    return calls_->broken_by(model->solver()->getColSolution()).empty() ? no_opinion : no_solution;
  }
  [[nodiscard]] CbcFeasibilityBase* clone() const override { return new BreaksNothing(*this); }

 private:
  Calls* calls_;
};

/// A row as the solver's classes take it.
struct Packed {
  explicit Packed(const Row& row) {
    for (const Term& term : row.terms) {
      places.push_back(static_cast<int>(term.variable));
      factors.push_back(term.factor);
    }
  }
  [[nodiscard]] int size() const { return static_cast<int>(places.size()); }

  std::vector<int> places;
  std::vector<double> factors;
};

/// Adds, at every node, the rows that its relaxation breaks.
class BrokenRows : public CglCutGenerator {
 public:
  explicit BrokenRows(Calls& calls) : calls_(&calls) {}
  void generateCuts(const OsiSolverInterface& solver, OsiCuts& cuts, const CglTreeInfo) override {
    for (const Row& row : calls_->broken_at(solver.getColSolution())) {
      const Packed packed(row);
      OsiRowCut cut;
      cut.setRow(packed.size(), packed.places.data(), packed.factors.data());
      cut.setLb(row.at_least);
      cut.setUb(solver.getInfinity());
      cut.setGloballyValid();
      cuts.insert(cut);
    }
  }
  [[nodiscard]] bool mayGenerateRowCutsInTree() const override { return true; }
  [[nodiscard]] bool needsOptimalBasis() const override { return false; }
  [[nodiscard]] CglCutGenerator* clone() const override { return new BrokenRows(*this); }

 private:
  Calls* calls_;
};

void load(const Program& program, OsiClpSolverInterface& solver) {
  // An assertion of CLP's fails in strong branching where there are only two columns: more stay 0.
  constexpr std::size_t least_columns = 3;
  const std::size_t columns = std::max(program.cost.size(), least_columns);
  CoinPackedMatrix matrix(false, 0, 0);
  matrix.setDimensions(0, static_cast<int>(columns));
  std::vector<double> at_least;
  const std::vector<double> no_limit(program.rows.size() + program.found.size(),
                                     solver.getInfinity());
  for (const std::vector<Row>* rows : {&program.rows, &program.found})
    for (const Row& row : *rows) {
      const Packed packed(row);
      matrix.appendRow(packed.size(), packed.places.data(), packed.factors.data());
      at_least.push_back(row.at_least);
    }
  std::vector<double> lower(program.lower.begin(), program.lower.end()),
      upper(program.upper.begin(), program.upper.end()), cost = program.cost;
  for (std::vector<double>* of : {&lower, &upper, &cost}) of->resize(columns);
  solver.loadProblem(matrix, lower.data(), upper.data(), cost.data(), at_least.data(),
                     no_limit.data());
  for (std::size_t i = 0; i < program.cost.size(); ++i) solver.setInteger(static_cast<int>(i));
}

/// @brief Solves the relaxation, with rows that it breaks until it breaks none.
///
/// In the search, what is far from being broken only makes each pivot slower (twice as slow, with
/// all rows found): it is left out, and comes back where a node breaks it.
void relax(Program& program, Calls& calls, OsiClpSolverInterface& solver) {
  solver.initialSolve();
  while (!calls.stopped() && solver.isProvenOptimal()) {
    std::vector<Row> rows = calls.broken_at(solver.getColSolution());
    if (rows.empty()) break;
    for (Row& row : rows) {
      const Packed packed(row);
      solver.addRow(packed.size(), packed.places.data(), packed.factors.data(), row.at_least,
                    solver.getInfinity());
      program.found.push_back(std::move(row));
    }
    solver.resolve();
  }
  if (!solver.isProvenOptimal()) return;
  constexpr double far = 0.2;
  std::vector<int> idle;
  for (int i = static_cast<int>(program.rows.size()); i < solver.getNumRows(); ++i)
    if (solver.getRowActivity()[i] > solver.getRowLower()[i] + far) idle.push_back(i);
  solver.deleteRows(static_cast<int>(idle.size()), idle.data());
  solver.resolve();
}

class Cbc : public Optimiser {
 public:
  Outcome minimise(Program& program, const Bounds& bounds) override {
    Bounds left = bounds;
    std::uint64_t nodes = 0;
    double bound = std::numeric_limits<double>::lowest();
    for (;;) {
      std::vector<Row> missed;
      Outcome outcome = search(program, left, missed);
      outcome.nodes = nodes += outcome.nodes;
      outcome.bound = bound = std::max(bound, outcome.bound);
      if (missed.empty()) return outcome;
      std::move(missed.begin(), missed.end(), std::back_inserter(program.rows));
      if (bounds.most_nodes == 0) continue;
      if (nodes >= bounds.most_nodes) return {{}, bound, false, nodes};
      left.most_nodes = bounds.most_nodes - nodes;
    }
  }

 private:
  /// One search. @p missed: rows that what it took for a solution breaks; then it came to nothing.
  static Outcome search(Program& program, const Bounds& bounds, std::vector<Row>& missed) {
    Outcome outcome;
    Calls calls(program, bounds);
    OsiClpSolverInterface solver;
    solver.messageHandler()->setLogLevel(0);
    solver.getModelPtr()->messageHandler()->setLogLevel(0);
    solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
    load(program, solver);
    LookBetweenPivots between_pivots(calls);
    solver.getModelPtr()->passInEventHandler(&between_pivots);
    relax(program, calls, solver);

    CbcModel model(solver);
    model.setLogLevel(0);
    model.messageHandler()->setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    LookBetweenNodes between_nodes(calls, missed);
    model.passInEventHandler(&between_nodes);
    // Costs are whole numbers: what is less than one below the best is no better.
    model.setCutoff(bounds.below - 0.5);
    model.setCutoffIncrement(0.999);
    model.setDblParam(CbcModel::CbcAllowableGap, 0.0);
    model.setDblParam(CbcModel::CbcAllowableFractionGap, 0.0);
    if (bounds.most_nodes > 0)
      model.setMaximumNodes(static_cast<int>(std::min<std::uint64_t>(bounds.most_nodes, 1U << 30)));
    model.setNumberStrong(5);
    model.setNumberBeforeTrust(1);  // most of the time goes there
    // No probing, and nothing else that reasons from the rows that are there: what none of them
    // asks for would be left out for good.
    constexpr int bounds_as_they_are = 1 << 30;  // resolve() does not tighten them
    model.setMoreSpecialOptions(model.moreSpecialOptions() | bounds_as_they_are);
    BrokenRows broken(calls);
    constexpr int every_node = 1;
    BreaksNothing breaks_nothing(calls);
    if (program.broken) {
      model.addCutGenerator(&broken, every_node, "rows");
      model.cutGenerator(model.numberCutGenerators() - 1)->setMustCallAgain(true);
      model.setProblemFeasibility(breaks_nothing);
    }
    CbcCompareDefault comparison;
    model.setNodeComparison(comparison);

    for (std::size_t i = 0; i < program.cost.size(); ++i)
      outcome.bound += program.lower[i] == 1 ? program.cost[i]
                                             : std::min(0.0, program.cost[i] * program.upper[i]);
    model.initialSolve();
    if (!calls.stopped() && model.solver()->isProvenPrimalInfeasible()) {
      outcome.bound = bounds.below;
      outcome.proven = true;
      return outcome;
    }
    if (!calls.stopped()) {
      outcome.bound = model.solver()->getObjValue();
      model.branchAndBound();
      outcome.proven = model.status() == 0 && !calls.stopped();
      outcome.nodes = static_cast<std::uint64_t>(std::max(0, model.getNodeCount()));
    }
    calls.rethrow();
    const double* const best = model.bestSolution();
    double cost = bounds.below;
    if (best) {
      cost = 0;
      for (const double value : rounded(best, program.cost.size()))
        outcome.values.push_back(value > 0);
      for (std::size_t i = 0; i < program.cost.size(); ++i)
        if (outcome.values[i]) cost += program.cost[i];
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
