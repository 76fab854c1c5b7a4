// The reference evaluator of standing and of what breaks, on models small enough to judge by eye.
// Each test is named after the sentence of DESIGN that it holds the evaluator to.

#include <gtest/gtest.h>

#include "support/build.hpp"
#include "what_breaks_by_definition.hpp"

namespace regelgraf::test {
namespace {

using reference::Breaks;
using reference::Names;
using reference::standing;
using reference::what_breaks;
using reference::World;
using Path = std::vector<std::string>;

Element needing(Element e, std::vector<Requirement> needs) {
  e.needs = std::move(needs);
  return e;
}
Element based_on(Element e, std::vector<Requirement> basis) {
  e.basis = std::move(basis);
  return e;
}
Element serving(Element e, Ids serves) {
  e.serves = std::move(serves);
  return e;
}

TEST(Standing, TwoProceduresMayNeedEachOtherAndOneItself) {
  const World world(draft({needing(rule("a"), {any({"b"})}), needing(rule("b"), {any({"a"})}),
                           needing(rule("c"), {any({"c"})})}));
  EXPECT_EQ(standing(world, {}), (Names{"a", "b", "c"}));
  EXPECT_EQ(standing(world, {}, {"b"}), (Names{"c"}));
}

TEST(Standing, TwoRulesMayNotBeEachOthersOnlyGroundAndNoneIsItsOwn) {
  const World world(
      draft({based_on(rule("a"), {any({"b", "act"})}), based_on(rule("b"), {any({"a"})}),
             based_on(rule("c"), {any({"c"})}), rule("act")}));
  EXPECT_EQ(standing(world, {}), (Names{"a", "act", "b"}));
  EXPECT_EQ(standing(world, {}, {"act"}), Names{});
}

TEST(Standing, AFixpointOverBasisIsNestedInTheOneOverNeeds) {
  // Without `tool` a falls, and with it the only founded ground of b and c, which rest on each
  // other.
  const World world(
      draft({needing(rule("a"), {any({"tool"})}), based_on(rule("b"), {any({"a", "c"})}),
             based_on(rule("c"), {any({"b"})}), task("tool")}));
  EXPECT_EQ(standing(world, {}).size(), 4U);
  EXPECT_EQ(standing(world, {}, {"tool"}), Names{});
}

TEST(Standing, ARequirementAsksForSoManyOfThoseListed) {
  const World world(
      draft({needing(rule("r"), {at_least(2, {"x", "y", "z"})}), task("x"), task("y"), task("z")}));
  EXPECT_TRUE(standing(world, {}, {"x"}).contains("r"));
  EXPECT_FALSE(standing(world, {}, {"x", "y"}).contains("r"));
}

TEST(Standing, APeriodIsHalfOpenAndWithoutADateTheLastStateCounts) {
  const auto valid = [](Element e, const char* from, const char* to, Status status) {
    if (from) e.valid.from = day(from);
    if (to) e.valid.to = day(to);
    e.status = status;
    return e;
  };
  const World world(draft({valid(rule("ends"), nullptr, "2026-07-01", Status::in_force),
                           valid(rule("begins"), "2026-07-01", nullptr, Status::in_force),
                           valid(rule("proposed"), nullptr, nullptr, Status::proposed),
                           valid(rule("repealed"), nullptr, nullptr, Status::repealed),
                           valid(rule("was"), nullptr, "2026-07-01", Status::repealed)}));
  EXPECT_EQ(standing(world, day("2026-06-30")), (Names{"ends", "was"}));
  EXPECT_EQ(standing(world, day("2026-07-01")), (Names{"begins"}));
  EXPECT_EQ(standing(world, {}), (Names{"begins"}));
}

TEST(Standing, SomeRequirementsAreImplied) {
  const Element two_of_three = with_fields<Grant>(
      grant("two", {"a", "b", "c"}, {"*"}, {"*"}, "root"), [](Grant& g) { g.jointly.count = 2; });
  const Element leader_and_one = with_fields<Grant>(grant("led", {"a", "leader"}, {"*"}, {"*"}),
                                                    [](Grant& g) { g.jointly.all = true; });
  const Element pairs =
      with_fields<Grant>(grant("pairs", {"a", "b", "c"}, {"*"}, {"*"}), [](Grant& g) {
        g.concur = {{"a", "b"}, {"c"}};
      });
  const World world(
      draft({actor("house", Tier::management, Form::unit),
             actor("a", Tier::workplace, Form::post, "house"),
             actor("b", Tier::workplace, Form::post), actor("c", Tier::workplace, Form::post),
             grant("root", {"b", "c"}, {"*"}, {"*"}), two_of_three, leader_and_one, pairs,
             task("t", false, {"a", "b"}), involvement("i", "a", How::consult, {"*"}, {"*"}),
             grant("free", {"leader"}, {"*"}, {"*"})}));
  EXPECT_EQ(standing(world, {}).size(), 11U);
  EXPECT_EQ(standing(world, {}, {"house"}), (Names{"b", "c", "free", "pairs", "root", "t", "two"}));
  EXPECT_EQ(standing(world, {}, {"a", "b"}), (Names{"c", "free", "house", "root"}));
  EXPECT_EQ(standing(world, {}, {"root"}).contains("two"), false);
}

TEST(Standing, AnActorTakesThePlaceOfTheOneTheLayerNames) {
  Draft layers;
  layers += actor("dk:council", Tier::council, Form::body);
  layers += grant("dk:root", {"dk:council"}, {"*"}, {"*"});
  layers.open_layer({});
  Element own = actor("byraad", Tier::council, Form::body);
  fields<Actor>(own).is = "dk:council";
  layers += own;
  const World world(layers);
  EXPECT_EQ(standing(world, {}), (Names{"byraad", "dk:root"}));
  EXPECT_EQ(standing(world, {}, {"dk:council"}), Names{});
}

// --- what breaks ---

TEST(WhatBreaks, LapsedLosesItsGroundAndBrokenWhatItNeeds) {
  const World world(draft({rule("act"), based_on(rule("order"), {any({"act"})}),
                           needing(rule("form"), {any({"order"})}),
                           based_on(rule("other"), {any({"act", "form"})})}));
  const Breaks breaks = what_breaks(world, {"act"});
  EXPECT_EQ(breaks.lapsed, (Names{"order", "other"}));
  EXPECT_EQ(breaks.broken, (Names{"form"}));
  EXPECT_EQ(breaks.through.at("form"), (Path{"act", "order", "form"}));
  EXPECT_EQ(breaks.unexamined, (Names{"act"}));
}

TEST(WhatBreaks, ADutyThatOnlyLapsedNoLongerApplies) {
  Draft model = draft({rule("act"), rule("plan"), based_on(rule("schema"), {any({"act"})})});
  model += based_on(needing(make("apart", Duty{}), {any({"plan"})}), {any({"act"})});
  model += based_on(needing(make("held", Duty{}), {any({"schema"})}), {any({"act"})});
  const World world(model);
  // Without the act both lapse; held standing, `held` still misses the form that lapsed with it.
  EXPECT_EQ(what_breaks(world, {"act"}).lapsed, (Names{"apart", "held", "schema"}));
  EXPECT_EQ(what_breaks(world, {"act"}).unmet_duties, (Names{"held"}));
  EXPECT_EQ(what_breaks(world, {"plan"}).unmet_duties, (Names{"apart"}));
}

TEST(WhatBreaks, ADutyWithAnAlternativeIsMetButWeakened) {
  const World world(draft({needing(make("duty", Duty{}), {any({"form", "free"})}), rule("form"),
                           rule("free"), rule("third")}));
  EXPECT_EQ(what_breaks(world, {"form"}).weakened, (Names{"duty"}));
  EXPECT_TRUE(what_breaks(world, {"form"}).unmet_duties.empty());
  EXPECT_EQ(what_breaks(world, {"form", "free"}).unmet_duties, (Names{"duty"}));
  EXPECT_TRUE(what_breaks(world, {"third"}).weakened.empty());
}

TEST(WhatBreaks, WhatLosesItsPurposeIsRedundantUnlessLeanedOn) {
  const World world(
      draft({serving(rule("report"), {"goal"}), make("goal", Goal{}),
             serving(rule("template"), {"report"}), serving(rule("guide"), {"template"}),
             serving(rule("register"), {"report"}), needing(rule("user"), {any({"register"})}),
             serving(rule("alive"), {"report", "core"}), task("core", true), rule("unstated")}));
  const Breaks breaks = what_breaks(world, {"report"});
  EXPECT_EQ(breaks.redundant, (Names{"guide", "template"}));
  EXPECT_EQ(breaks.purposeless, (Names{"register"}));
  EXPECT_EQ(breaks.through.at("guide"), (Path{"report", "template", "guide"}));
}

TEST(WhatBreaks, APathIsShortestAndTiesGoByTheLeastIdsFromTheRemovedEnd) {
  const World world(draft(
      {rule("r"), needing(rule("b"), {any({"r"})}), needing(rule("a"), {any({"r"})}),
       needing(rule("x"), {any({"b"}), any({"a"})}), needing(rule("y"), {any({"x"})}), rule("q")}));
  const Breaks breaks = what_breaks(world, {"r", "q"});
  EXPECT_EQ(breaks.through.at("y"), (Path{"r", "a", "x", "y"}));
}

TEST(WhatBreaks, EffectsOneStepAway) {
  Draft model = draft({with(rule("user"), [](Element& e) { e.uses = {"help"}; }), rule("help"),
                       rule("agreement"), actor("council", Tier::council, Form::body)});
  model += with_fields<Involvement>(involvement("elders", "council", How::consult, {"*"}, {"*"}),
                                    [](Involvement& i) { i.unless = {"agreement"}; });
  model += with(involvement("based", "council", How::consult, {"*"}, {"*"}),
                [](Element& e) { e.basis = {any({"agreement"})}; });
  const World world(model);
  EXPECT_EQ(what_breaks(world, {"help"}).affected, (Names{"user"}));
  EXPECT_EQ(what_breaks(world, {"agreement"}).revived, (Names{"elders"}));
  EXPECT_EQ(what_breaks(world, {"agreement"}).involvements_gone, (Names{"based"}));
  EXPECT_EQ(what_breaks(world, {"elders"}).involvements_gone, Names{});  // it did not apply
}

TEST(WhatBreaks, HoursGoPlaceByPlace) {
  const auto costing = [](Element e, Range minutes, double times, double people, double once) {
    Burden burden;
    burden.minutes = minutes;
    burden.times_per_year = Range{times, times, times};
    burden.people = Range{people, people, people};
    burden.one_off_hours = Range{once, once, once};
    fields<Rule>(e).burden = burden;
    return e;
  };
  const World world(
      draft({costing(rule("r"), {20, 30, 45}, 12, 30, 1),
             needing(costing(rule("f"), {60, 60, 60}, 1, 1, 2), {any({"r"})}),
             costing(with(rule("never"), [](Element& e) { e.status = Status::proposed; }),
                     {60, 60, 60}, 1, 1, 4)}));
  const Breaks breaks = what_breaks(world, {"r", "never"});
  EXPECT_DOUBLE_EQ(breaks.hours_removed.low, 120);
  EXPECT_DOUBLE_EQ(breaks.hours_removed.likely, 180);
  EXPECT_DOUBLE_EQ(breaks.hours_removed.high, 270);
  EXPECT_DOUBLE_EQ(breaks.hours_fallen.likely, 1);
  EXPECT_DOUBLE_EQ(breaks.one_off.likely, 3);
}

TEST(WhatBreaks, WithinAUnitOthersAreHeldAsTheyStand) {
  const auto bound_in = [](const char* id, const Ids& units) {
    return needing(rule(id, Instrument::procedure, {}, {}, units), {any({"r"})});
  };
  Element removed = rule("r", Instrument::procedure, {}, {}, {"north", "south"});
  Burden hour;
  hour.minutes = Range{60, 60, 60};
  hour.times_per_year = Range{1, 1, 1};
  fields<Rule>(removed).burden = hour;
  const World world(
      draft({actor("town", Tier::management, Form::unit),
             actor("north", Tier::workplace, Form::unit, "town"),
             actor("south", Tier::workplace, Form::unit, "town"), removed,
             bound_in("here", {"north"}), bound_in("there", {"south"}),
             bound_in("both", {"north", "south"}), needing(make("duty", Duty{}), {any({"r"})})}));
  const Breaks breaks = what_breaks(world, {"r"}, {}, "north");
  EXPECT_EQ(breaks.broken, (Names{"both", "duty", "here"}));
  EXPECT_EQ(breaks.unmet_duties, (Names{"duty"}));
  EXPECT_DOUBLE_EQ(breaks.hours_removed.likely, 0.5);
  EXPECT_EQ(what_breaks(world, {"r"}, {}, "town").broken, (Names{"both", "duty", "here", "there"}));
}

TEST(WhatBreaks, WhatOfTheRemovedIsHeldSupportsNobodyWhoIsNot) {
  const World world(draft(
      {actor("north", Tier::workplace, Form::unit), actor("south", Tier::workplace, Form::unit),
       rule("r", Instrument::procedure, {}, {}, {"south"}),
       needing(rule("mine", Instrument::procedure, {}, {}, {"north"}), {any({"r"})}),
       needing(rule("theirs", Instrument::procedure, {}, {}, {"south"}), {any({"r"})})}));
  EXPECT_EQ(standing(world, {}, {"r"}, "north"), (Names{"north", "r", "south", "theirs"}));
  EXPECT_EQ(what_breaks(world, {"r"}, {}, "north").broken, (Names{"mine"}));
}

}  // namespace
}  // namespace regelgraf::test
