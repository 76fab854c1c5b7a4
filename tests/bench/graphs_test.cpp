// The models that benchmarks are run on are what they are said to be.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include <regelgraf/freeze.hpp>

#include "bench/anew.hpp"
#include "bench/chains.hpp"
#include "bench/generate.hpp"
#include "bench/must.hpp"

namespace regelgraf::bench {
namespace {

constexpr std::uint32_t elements = 20'000;

const Model& governance() {
  static const Model model = must(freeze(governance_shaped(elements)));
  return model;
}

bool is_rule(const Model& model, Index i) { return model.kind(i) == Kind::rule; }
Instrument instrument(const Model& model, Index i) { return model.instrument(i); }

/// The area that an id begins with, as in `o17-rutine-3`.
int area(const Model& model, Index i) { return std::atoi(std::string(model.id(i)).c_str() + 1); }

TEST(GovernanceShaped, HasAThinLayerOfActsAndWiderOnesBelow) {
  const Model& model = governance();
  ASSERT_EQ(model.size(), elements);
  std::array<int, 6> count{};
  constexpr std::array order{Instrument::act,       Instrument::order,
                             Instrument::policy,    Instrument::administrative_guideline,
                             Instrument::procedure, Instrument::practice};
  for (Index i = 0; i < model.size(); ++i) {
    EXPECT_TRUE(model.stands(i)) << model.id(i);
    if (is_rule(model, i))
      ++count[static_cast<std::size_t>(std::find(order.begin(), order.end(), instrument(model, i)) -
                                       order.begin())];
  }
  EXPECT_EQ(count[0], elements / 100);
  EXPECT_TRUE(std::is_sorted(count.begin(), count.end()));
}

TEST(GovernanceShaped, RulesHaveOneToSixRequirementsMostlyNear) {
  const Model& model = governance();
  int rules = 0, requirements = 0, listed = 0, across = 0, of_several = 0, k_of_n = 0;
  for (Index i = 0; i < model.size(); ++i) {
    if (!is_rule(model, i) || instrument(model, i) == Instrument::act) continue;
    const auto [first, last] = model.requirements_of(i);
    EXPECT_GE(last - first, 1U) << model.id(i);
    EXPECT_LE(last - first, 6U) << model.id(i);
    ++rules;
    for (std::uint32_t r = first; r < last; ++r) {
      ++requirements;
      of_several += model.listed(r).size() > 1;
      k_of_n += model.requirement(r).at_least > 1;
      for (const Index one : model.listed(r)) {
        ++listed;
        across += std::abs(area(model, i) - area(model, one)) > 2;  // a block of acts is 3 areas
      }
    }
  }
  const auto percent = [](int part, int of) { return 100.0 * part / of; };
  EXPECT_NEAR(static_cast<double>(requirements) / rules, 3.5, 0.2);
  EXPECT_NEAR(percent(across, listed), 5, 1);
  EXPECT_NEAR(percent(of_several, requirements), 20, 3);
  EXPECT_NEAR(percent(k_of_n, requirements), 8, 2);
}

TEST(GovernanceShaped, SomeNeedEachOtherAndSomeMayGroundEachOther) {
  const Model& model = governance();
  const auto lists = [&](Index i, Relation relation, Index wanted) {
    const auto [first, last] = model.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r)
      if (model.requirement(r).relation == relation)
        if (const auto of = model.listed(r); std::find(of.begin(), of.end(), wanted) != of.end())
          return true;
    return false;
  };
  const auto each = [&](Index i, Relation relation, const auto& with) {
    const auto [first, last] = model.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r)
      if (model.requirement(r).relation == relation)
        for (const Index one : model.listed(r)) with(one);
  };
  int rules = 0, mutual = 0, rings = 0;
  for (Index a = 0; a < model.size(); ++a) {
    if (!is_rule(model, a)) continue;
    ++rules;
    bool paired = false, ringed = false;
    each(a, Relation::needs, [&](Index b) { paired |= lists(b, Relation::needs, a); });
    each(a, Relation::basis, [&](Index b) {
      each(b, Relation::basis, [&](Index c) { ringed |= c != a && lists(c, Relation::basis, a); });
    });
    mutual += paired;
    rings += ringed;
  }
  EXPECT_NEAR(100.0 * mutual / rules, 3, 0.7);
  EXPECT_NEAR(100.0 * rings / rules, 1, 0.5);
}

TEST(Chains, TheHeadTakesAllAlongABranchNothing) {
  for (const bool joins : {false, true}) {
    const Model model = must(freeze(joins ? long_chain_with_joins(60) : long_chain(60)));
    const auto fell = [&](Index one) { return fallen_anew(model, {&one, 1}).size(); };
    EXPECT_EQ(fell(0), 59U);
    EXPECT_EQ(fell(23), 36U);  // a join, where there are joins
    EXPECT_EQ(fell(21), joins ? 0U : 38U);
  }
}

TEST(BasisRing, EachRestsOnTheOneBeforeWhereItsActGoes) {
  const Model ring = must(freeze(basis_ring(10)));
  const Index act = *ring.find("act-0000000004");
  EXPECT_TRUE(fallen_anew(ring, {&act, 1}).empty());
  std::vector<Index> acts;
  for (Index i = 0; i < 10; ++i) acts.push_back(i);
  EXPECT_EQ(fallen_anew(ring, acts).size(), 10U);  // not only each other

  const Model sparse = must(freeze(basis_ring(10, 5)));
  EXPECT_EQ(sparse.size(), 12U);
  const Index first = 0, both[] = {0, 1};
  EXPECT_TRUE(fallen_anew(sparse, {&first, 1}).empty());
  EXPECT_EQ(fallen_anew(sparse, both).size(), 10U);
}

}  // namespace
}  // namespace regelgraf::bench
