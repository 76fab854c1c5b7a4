// What x hangs on: by hand, and held to every set tried.

#include <regelgraf/cuts.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "reference/cuts_by_definition.hpp"
#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Sets = std::vector<std::vector<std::string>>;

Sets in_ids(const Model& model, const Cuts& answer) {
  Sets sets;
  for (const std::vector<Index>& set : answer.sets) sets.push_back(ids(model, set));
  return sets;
}

Sets cuts_of(const Model& model, const char* x, CutsTo to = CutsTo::fell,
             std::optional<Day> date = {}) {
  CutsQuestion question;
  question.element = *model.find(x);
  question.to = to;
  question.date = date;
  const Cuts answer = cuts(model, question);
  EXPECT_TRUE(answer.complete);
  return in_ids(model, answer);
}

Element needing(const char* id, std::vector<Requirement> needs, Status status = Status::in_force) {
  Element element = rule(id);
  element.needs = std::move(needs);
  element.status = status;
  return element;
}

TEST(Cuts, SinglePointsOfFailureComeFirst) {
  const Model model = model_of(draft(
      {rule("a"), rule("b"), rule("c"), rule("d"), rule("apart"), needing("middle", {any({"d"})}),
       needing("x", {any({"middle"}), any({"a", "b"}), at_least(2, {"a", "b", "c"})})}));
  EXPECT_EQ(cuts_of(model, "x"), (Sets{{"d"}, {"middle"}, {"a", "b"}, {"a", "c"}, {"b", "c"}}));
  EXPECT_THAT(cuts_of(model, "a"), IsEmpty());  // leans on nothing
}

TEST(Cuts, WhereNothingNeedBeDoneTheSetIsEmpty) {
  const Model model = model_of(draft({rule("a"), needing("x", {any({"a"})}, Status::proposed)}));
  EXPECT_EQ(cuts_of(model, "x"), Sets{{}});
  EXPECT_EQ(cuts_of(model, "a", CutsTo::restore), Sets{{}});
  EXPECT_EQ(cuts_of(model, "x", CutsTo::restore), Sets{{"x"}});
}

TEST(Cuts, WhatCannotBeRestoredHasNoSet) {
  Element self = rule("x");
  self.basis = {any({"x"})};
  const Model model = model_of(draft({self}));
  EXPECT_THAT(cuts_of(model, "x", CutsTo::restore), IsEmpty());
}

TEST(Cuts, RestoringTakesWhatIsOutOfForceOnTheDay) {
  Element past = rule("past");
  past.valid.to = day("2020-01-01");
  const Model model =
      model_of(draft({past, needing("plan", {}, Status::proposed),
                      needing("old", {any({"plan"})}, Status::repealed),
                      needing("x", {any({"old", "past"}), any({"plan", "past"})})}));
  EXPECT_EQ(cuts_of(model, "x", CutsTo::restore), (Sets{{"past"}, {"old", "plan"}}));
  EXPECT_EQ(cuts_of(model, "x", CutsTo::restore, day("2019-06-01")), Sets{{}});
  EXPECT_EQ(cuts_of(model, "x", CutsTo::fell, day("2019-06-01")), Sets{{"past"}});
}

TEST(Cuts, ALoopOfGroundsDoesNotHoldItselfUp) {
  Element r = rule("r"), s = rule("s"), x = rule("x");
  r.basis = {any({"act", "s"})};
  s.basis = {any({"r"})};
  x.basis = {any({"s"})};
  const Model model = model_of(draft({rule("act", Instrument::act), r, s, x}));
  EXPECT_EQ(cuts_of(model, "x"), (Sets{{"act"}, {"r"}, {"s"}}));
}

// Each of a and b has a ground of its own and, by way of the other, a second. x needs both. No
// ground by itself lies behind the requirements of both.
TEST(Cuts, ALoopOfGroundsThroughWhatIsIndispensable) {
  const auto on = [](const char* id, Ids basis) {
    Element element = rule(id);
    element.basis = {any(std::move(basis))};
    return element;
  };
  const Model model =
      model_of(draft({rule("act1", Instrument::act), rule("act2", Instrument::act),
                      on("a", {"a2", "act1"}), on("a2", {"b"}), on("b", {"act2", "b2"}),
                      on("b2", {"a"}), needing("x", {any({"a"}), any({"b"})})}));
  EXPECT_EQ(cuts_of(model, "x"),
            (Sets{{"a"}, {"b"}, {"a2", "act1"}, {"act1", "act2"}, {"act2", "b2"}}));
}

// a and b fell one requirement; of the other all sets hold a, and those with b are not minimal.
TEST(Cuts, WhatFellsOneRequirementIsNoPartOfWhatFellsAnother) {
  const Model model = model_of(
      draft({rule("a"), rule("b"), rule("c"), rule("d"), rule("e"),
             needing("y", {any({"b"}), any({"d"})}), needing("z", {any({"c"}), any({"e"})}),
             needing("x", {any({"a", "b"}), any({"a", "y", "z"})})}));
  EXPECT_EQ(cuts_of(model, "x"), (Sets{{"a", "b"},
                                       {"a", "c", "d"},
                                       {"a", "c", "y"},
                                       {"a", "d", "e"},
                                       {"a", "d", "z"},
                                       {"a", "e", "y"},
                                       {"a", "y", "z"}}));
}

// What all sets have in common is found first, so that long chains cost no more than they are long.
TEST(Cuts, AChainOfProposalsIsRestoredAsAWhole) {
  Draft chain;
  std::string last;
  for (int i = 0; i < 400; ++i) {
    const std::string id = "p" + std::to_string(1000 + i);
    chain +=
        needing(id.c_str(), last.empty() ? std::vector<Requirement>{} : std::vector{any({last})},
                Status::proposed);
    last = id;
  }
  const Model model = model_of(std::move(chain));
  const Sets sets = cuts_of(model, last.c_str(), CutsTo::restore);
  ASSERT_EQ(sets.size(), 1U);
  EXPECT_EQ(sets.front().size(), 400U);
}

// Twelve times any of four: twelve sets, and it is known at once that there are no others, though
// the ways to keep x up are sixteen million.
TEST(Cuts, ManyAlternativesAreCompleteSoon) {
  Draft many;
  Element x = rule("x");
  for (int group = 0; group < 12; ++group) {
    Ids of;
    for (int i = 0; i < 4; ++i) {
      of.push_back("a" + std::to_string(10 * (group + 1) + i));
      many += rule(of.back());
    }
    x.needs.push_back(any(of));
  }
  many += x;
  const Model model = model_of(std::move(many));
  EXPECT_EQ(cuts_of(model, "x").size(), 12U);
}

TEST(Cuts, LimitsCutTheListAndSayIt) {
  const Model model = model_of(draft({rule("a"), rule("b"), rule("c"), rule("d"),
                                      needing("x", {at_least(2, {"a", "b", "c", "d"})})}));
  CutsQuestion question;
  question.element = *model.find("x");
  question.at_most = 3;
  Cuts answer = cuts(model, question);
  EXPECT_EQ(in_ids(model, answer), (Sets{{"a", "b", "c"}, {"a", "b", "d"}, {"a", "c", "d"}}));
  EXPECT_FALSE(answer.complete);
  question.at_most = 4;
  EXPECT_TRUE(cuts(model, question).complete);
  Limits limits;
  limits.seconds = 0;
  answer = cuts(model, question, limits);
  EXPECT_THAT(answer.sets, IsEmpty());
  EXPECT_FALSE(answer.complete);
  CancelToken token;
  token.cancel();
  limits.seconds.reset();
  limits.cancel = &token;
  EXPECT_THROW((void)cuts(model, question, limits), Error);
  question.at_most = 0;
  EXPECT_THROW((void)cuts(model, question), Error);
  question = {};
  EXPECT_THROW((void)cuts(model, question), Error);
}

// There are more sets than anybody can count: it stops by itself, and says so.
TEST(Cuts, TooManySetsToCountAreGivenUp) {
  Draft many;
  std::vector<std::string> all;
  for (int i = 100; i < 140; ++i) all.push_back("a" + std::to_string(i));
  for (const std::string& id : all) many += rule(id);
  many += needing("x", {at_least(20, all)});
  const Model model = model_of(std::move(many));
  CutsQuestion question;
  question.element = *model.find("x");
  EXPECT_FALSE(cuts(model, question).complete);
}

/// The reference's sets of @p x, and whether it was small enough to try them all.
std::optional<Sets> by_definition(const reference::World& world, const std::string& x, CutsTo to,
                                  std::optional<Day> date) {
  const reference::Names now = reference::standing(world, date);
  std::size_t among = 0;
  for (const std::string& id : reference::worth_trying(world, x))
    among += to == CutsTo::fell ? id != x && now.contains(id)
                                : !reference::in_force(world.element(id), date);
  if (among > 9) return std::nullopt;
  Sets sets;
  for (const reference::Names& set : to == CutsTo::fell
                                         ? reference::cuts_to_break(world, x, date)
                                         : reference::cuts_to_restore(world, x, date))
    sets.emplace_back(set.begin(), set.end());
  return sets;
}

TEST(Cuts, AsByDefinition) {
  const std::uint64_t drafts = models(2000);
  std::size_t asked = 0, several = 0;
  for (std::uint64_t n = 0; n < drafts; ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    ModelOptions options;
    options.focus = n % 3 == 0 ? Focus::mixed : Focus::standing;
    options.elements = n % 2 == 0 ? 9 : 14;
    options.dates_percent = n % 4 < 2 ? 25 : 50;
    const Draft draft = random_draft(seed, options);
    const reference::World world(draft);
    const Model model = model_of(draft);
    const std::optional<Day> date = random_removal(draft, seed).date;
    const Baseline baseline(model, date);
    for (int question = 0; question < 3; ++question) {
      CutsQuestion asking;
      asking.element = static_cast<Index>(random() % model.size());
      asking.to =
          baseline.stands(asking.element) == (question < 2) ? CutsTo::fell : CutsTo::restore;
      asking.date = date;
      asking.at_most = 1000;
      if (model.inert(asking.element)) continue;
      const auto wanted = by_definition(world, model.id(asking.element), asking.to, date);
      if (!wanted) continue;
      const std::string what = model.id(asking.element) + " to " + std::string(to_text(asking.to)) +
                               (date ? " date " + to_text(*date) : "") + "\n";
      const Cuts all = cuts(baseline, asking);
      ASSERT_EQ(in_ids(model, all), *wanted) << as_text(draft) << what;
      ASSERT_TRUE(all.complete) << as_text(draft) << what;
      ++asked;
      several += wanted->size() > 1;
      for (asking.at_most = 1; asking.at_most < wanted->size(); ++asking.at_most) {
        const Cuts some = cuts(baseline, asking);
        ASSERT_FALSE(some.complete) << as_text(draft) << what;
        const auto end = all.sets.begin() + static_cast<std::ptrdiff_t>(asking.at_most);
        ASSERT_EQ(some.sets, std::vector(all.sets.begin(), end)) << as_text(draft) << what;
      }
    }
  }
  EXPECT_GT(asked, drafts);
  EXPECT_GT(several, drafts / 20);
}

}  // namespace
}  // namespace regelgraf::test
