// The rows of a zero-base review: they let whole points through exactly where everything stands,
// and cut nothing off that does.

#include "optimise/keep_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <regelgraf/baseline.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using optimise::KeepProblem;
using optimise::KeepRows;
using optimise::Row;

/// Rules, some of which need rules before them; tasks that need k of what is before them; duties.
/// @p circles: tasks may need tasks after them, too.
Draft layered_draft(std::uint64_t seed, bool circles) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const std::uint64_t rules = 4 + below(5), tasks = 2 + below(7), duties = 1 + below(3);
  Ids all;
  for (std::uint64_t i = 0; i < rules; ++i) all.push_back("r" + std::to_string(i));
  for (std::uint64_t i = 0; i < tasks; ++i) all.push_back("t" + std::to_string(i));
  const auto some_of = [&](std::uint64_t first) {
    std::set<std::string> of;
    for (std::uint64_t n = 1 + below(5); n > 0; --n) of.insert(all[below(first)]);
    Requirement requirement;
    requirement.of.assign(of.begin(), of.end());
    requirement.at_least = static_cast<std::uint32_t>(1 + below(of.size()));
    return requirement;
  };
  Draft draft;
  for (std::uint64_t i = 0; i < all.size(); ++i) {
    const bool is_rule = i < rules;
    Element element = is_rule ? rule(all[i]) : task(all[i]);
    if (is_rule ? i > 0 && below(3) == 0 : true)
      for (std::uint64_t n = 1 + below(2); n > 0; --n)
        element.needs.push_back(some_of(!is_rule && circles ? all.size() : i));
    draft += element;
  }
  for (std::uint64_t i = 0; i < duties; ++i) {
    Element duty = make("z" + std::to_string(i), Duty{});
    for (std::uint64_t n = 1 + below(2); n > 0; --n) duty.needs.push_back(some_of(all.size()));
    draft += duty;
  }
  return draft;
}

bool holds(const Row& row, const std::vector<double>& point) {
  double sum = 0;
  for (const auto& [variable, factor] : row.terms) sum += factor * point[variable];
  return sum >= row.at_least - 1e-9;
}

/// One model: every choice of its rules, and many points between them.
void look_at(std::uint64_t seed, bool circles, std::size_t& choices, std::size_t& broken) {
  const Model model = model_of(layered_draft(seed, circles));
  const Baseline baseline(model, std::nullopt);
  const Limits limits;
  detail::Watch watch(limits);
  std::vector<Index> rules;
  for (Index i = 0; i < model.size(); ++i)
    if (model.kind(i) == Kind::rule) rules.push_back(i);
  KeepProblem problem(baseline, rules, {}, watch);
  std::vector<Index> chosen;
  for (const Index i : problem.in_doubt())
    if (problem.in_scope(i) && !problem.indispensable(i)) chosen.push_back(i);
  KeepRows rows(problem, problem.in_doubt(), chosen);
  if (!circles) {
    ASSERT_EQ(rows.variables(), chosen.size());
  }

  std::vector<std::vector<double>> standing;
  for (std::size_t choice = 0; choice < std::size_t{1} << chosen.size(); ++choice) {
    std::vector<Index> gone;
    for (std::size_t at = 0; at < chosen.size(); ++at)
      if ((choice >> at & 1) == 0) gone.push_back(chosen[at]);
    const std::vector<Index> fallen = problem.fallen_without(gone);
    std::vector<double> point(rows.variables(), 1);
    bool all_stand = problem.all_stand_without(gone);
    for (const Index i : problem.in_doubt()) {
      if (rows.variable(i) == KeepRows::worked_out) continue;
      const bool is_gone = std::binary_search(gone.begin(), gone.end(), i);
      const bool falls = std::binary_search(fallen.begin(), fallen.end(), i);
      const bool is_chosen = std::binary_search(chosen.begin(), chosen.end(), i);
      if (is_chosen && falls) all_stand = false;  // kept, and does not stand
      point[rows.variable(i)] = is_gone || (!is_chosen && falls) ? 0 : 1;
    }
    ++choices;
    EXPECT_EQ(rows.broken(point).empty(), all_stand) << "seed " << seed << ", choice " << choice;
    if (all_stand) standing.push_back(point);
  }

  std::mt19937_64 random(seed);
  for (int tries = 0; tries < 20; ++tries) {
    std::vector<double> point;
    for (std::uint32_t v = 0; v < rows.variables(); ++v)
      point.push_back(static_cast<double>(random() % 5) / 4);
    for (const Row& row : rows.broken(point)) {
      ++broken;
      EXPECT_FALSE(holds(row, point)) << "seed " << seed;
      for (const auto& whole : standing) EXPECT_TRUE(holds(row, whole)) << "seed " << seed;
    }
  }
}

TEST(KeepRows, AWholePointBreaksNoneExactlyWhereAllStandsAndNoRowCutsThatOff) {
  std::size_t choices = 0, broken = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) look_at(seed, seed % 4 == 0, choices, broken);
  EXPECT_GT(choices, 5000U);
  EXPECT_GT(broken, 2000U);
}

}  // namespace
}  // namespace regelgraf::test
