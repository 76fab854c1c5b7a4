// Work is proportional to what changes: counted, not timed. Nothing grows with the model, or with
// the length of a circle of grounds, in a single removal.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/freeze.hpp>
#include <regelgraf/what_if.hpp>

#include "bench/chains.hpp"
#include "bench/generate.hpp"
#include "bench/must.hpp"
#include "support/build.hpp"

namespace regelgraf {
namespace {

/// What one removal and its undoing cost, in dependencies looked at, and what fell.
struct Cost {
  std::uint64_t touched = 0;
  std::size_t fell = 0;
};

Cost cost_of(WhatIf& what_if, std::vector<Index> removed) {
  const std::uint64_t before = what_if.touched();
  what_if.remove(removed);
  Cost cost;
  cost.fell = what_if.fallen().size();
  what_if.undo();
  cost.touched = what_if.touched() - before;
  return cost;
}

/// A governance-shaped model and beside it ten rules that lean on it and each other, the first of
/// which holds up the rest: two by counting, one in a ring of three.
Draft with_ten_more(std::uint32_t elements) {
  Draft draft = bench::governance_shaped(elements);
  const std::string some = draft.elements()[elements / 2].id;
  const auto name = [](int i) { return "ten-" + std::to_string(i); };
  const auto add = [&](int i, std::vector<Requirement> basis, std::vector<Requirement> needs) {
    Element rule = test::rule(name(i));
    rule.basis = std::move(basis);
    rule.needs = std::move(needs);
    draft.add(std::move(rule));
  };
  add(0, {}, {{1, {some}}});
  add(1, {{1, {name(0)}}}, {});
  add(2, {{1, {name(0), name(4)}}}, {});  // 2, 3, 4 may ground each other, and stand on 0
  add(3, {{1, {name(2)}}}, {});
  add(4, {{1, {name(3)}}}, {});
  add(5, {}, {{2, {name(1), name(4), some}}});
  add(6, {}, {{1, {name(5), name(7)}}, {1, {name(0)}}});
  add(7, {}, {{1, {name(6)}}});
  add(8, {}, {{2, {name(5), name(6), name(7)}}});
  add(9, {{1, {name(8)}}}, {{1, {some}}});
  return draft;
}

TEST(Growth, ASingleRemovalCostsTheSameInASmallModelAndALarge) {
  std::vector<std::uint64_t> touched;
  for (const std::uint32_t elements : {1'000U, 100'000U}) {
    const Model model = bench::must(freeze(with_ten_more(elements)));
    WhatIf what_if(model);
    const Cost cost = cost_of(what_if, {*model.find("ten-0")});
    EXPECT_EQ(cost.fell, 9U);
    EXPECT_LE(cost.touched, 60U);
    EXPECT_EQ(cost_of(what_if, {*model.find("ten-0")}).touched, cost.touched);  // warm or not
    touched.push_back(cost.touched);
  }
  EXPECT_EQ(touched[0], touched[1]);
}

TEST(Growth, ARingOfGroundsCostsTheSameHoweverLong) {
  std::vector<std::uint64_t> one_act, act_and_rule;
  for (const std::uint32_t members : {100U, 100'000U}) {
    const Model ring = bench::must(freeze(bench::basis_ring(members)));
    WhatIf what_if(ring);
    const Index act = members / 2, rule = members + members / 2;
    const Cost without_act = cost_of(what_if, {act});
    EXPECT_EQ(without_act.fell, 0U);
    one_act.push_back(without_act.touched);
    act_and_rule.push_back(cost_of(what_if, {act, rule - 1}).touched);  // its other ground too
  }
  EXPECT_LE(one_act[0], 60U);
  EXPECT_EQ(one_act[0], one_act[1]);
  EXPECT_EQ(act_and_rule[0], act_and_rule[1]);
}

/// The control: where more falls the counter does count.
TEST(Growth, WhatFallsIsCounted) {
  const Model chain = bench::must(freeze(bench::long_chain(10'000)));
  WhatIf what_if(chain);
  for (const Index from : {Index{0}, Index{5'000}, Index{9'990}}) {
    const Cost cost = cost_of(what_if, {from});
    EXPECT_EQ(cost.fell, 9'999 - from);
    EXPECT_GE(cost.touched, cost.fell);
    EXPECT_LE(cost.touched, 3 * cost.fell + 10);
  }
}

}  // namespace
}  // namespace regelgraf
