// Each finding of check() with a planted offender, and a model beside it that is clean of it.

#include <regelgraf/check.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The findings of one code as `severity element field others...`.
std::vector<std::string> found(const Draft& draft, const std::string& code,
                               std::optional<Day> date = {}) {
  const Model model = model_of(draft);
  std::vector<std::string> lines;
  for (const Finding& one : check(model, date)) {
    EXPECT_NE(one.message.da, "");
    EXPECT_NE(one.message.en, "");
    if (one.code != code) continue;
    std::string line = std::string(to_text(one.severity)) + " " + one.element + " " + one.field;
    for (const std::string& other : one.elements) line += " " + other;
    lines.push_back(line);
  }
  return lines;
}

Element resting(Element element, const Ids& basis) {
  return with(std::move(element), [&](Element& e) { e.basis = {any(basis)}; });
}
Element serving(Element element, const Ids& serves) {
  return with(std::move(element), [&](Element& e) { e.serves = serves; });
}
Element repealed(Element element) {
  return with(std::move(element), [](Element& e) { e.status = Status::repealed; });
}

TEST(Check, AModelInOrderHasNoFindings) {
  const Draft tidy = draft(
      {actor("parliament", Tier::state, Form::body), actor("council", Tier::council, Form::body),
       rule("act", Instrument::act, {"parliament"}),
       resting(rule("bylaws", Instrument::bylaws, {"council"}), {"act"}),
       resting(grant("root", {"council"}, {"*"}, {"*"}), {"act"}), make("well-being", Goal{}),
       serving(task("visit", true, {"council"}), {"well-being"})});
  EXPECT_THAT(check(model_of(tidy)), IsEmpty());
}

TEST(Check, WhatFreezingFoundComesFirst) {
  Element repeat = rule("a", Instrument::practice);
  repeat.uses = {"b", "b"};
  const Model model = model_of(draft({repeat, rule("b", Instrument::order)}));
  const auto findings = check(model);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].code, "repeat");
  EXPECT_EQ(findings[1].code, "no_ground");
}

TEST(Check, ARuleThatMustHaveAGroundAndStatesNone) {
  const auto without = [](Instrument instrument) {
    return found(draft({rule("r", instrument)}), "no_ground");
  };
  EXPECT_THAT(without(Instrument::order), ElementsAre("warning r basis"));
  EXPECT_THAT(without(Instrument::med_guideline), ElementsAre("warning r basis"));
  EXPECT_THAT(without(Instrument::procedure), ElementsAre("note r basis"));
  for (const Instrument own : {Instrument::constitution, Instrument::act, Instrument::practice,
                               Instrument::collective_agreement})
    EXPECT_THAT(without(own), IsEmpty()) << to_text(own);
  EXPECT_THAT(
      found(draft({rule("act", Instrument::act), resting(rule("r", Instrument::order), {"act"})}),
            "no_ground"),
      IsEmpty());
  EXPECT_THAT(found(draft({repealed(rule("r", Instrument::order))}), "no_ground"), IsEmpty());
}

TEST(Check, AGrantThatRestsOnNothing) {
  const Draft model = draft({actor("a", Tier::council, Form::body), grant("g", {"a"}, {"*"}, {"*"}),
                             grant("h", {"a"}, {"*"}, {"*"}, "g")});
  EXPECT_THAT(found(model, "no_ground"), ElementsAre("warning g basis"));
}

TEST(Check, OnlyEachOtherAsGround) {
  Draft model = draft({resting(rule("a"), {"b"}), resting(rule("b"), {"a"}),
                       resting(rule("self"), {"self"}), resting(rule("above"), {"a"})});
  EXPECT_THAT(found(model, "circular_ground"),
              ElementsAre("warning a basis b", "warning self basis"));
  // With a ground outside for one of them both stand; without its basis in force neither would.
  model = draft(
      {rule("act", Instrument::act), resting(rule("a"), {"b", "act"}), resting(rule("b"), {"a"})});
  EXPECT_THAT(found(model, "circular_ground"), IsEmpty());
  model = draft({repealed(rule("form")),
                 with(resting(rule("a"), {"b"}), [](Element& e) { e.needs = {any({"form"})}; }),
                 resting(rule("b"), {"a"})});
  EXPECT_THAT(found(model, "circular_ground"), IsEmpty());
}

TEST(Check, AGroundThatIsOver) {
  Element act = rule("act", Instrument::act);
  act.valid.to = day("2026-01-01");
  const Draft model = draft({act, repealed(rule("policy", Instrument::policy)),
                             resting(rule("a"), {"act"}), resting(rule("b"), {"act", "policy"})});
  EXPECT_THAT(found(model, "expired_ground"),
              ElementsAre("warning a basis act", "warning b basis act policy"));
  EXPECT_THAT(found(model, "expired_ground", day("2025-12-31")),
              ElementsAre("warning b basis policy"));
  // Not yet in force is another thing than over.
  Element bill = rule("bill", Instrument::act);
  bill.status = Status::proposed;
  EXPECT_THAT(found(draft({bill, resting(rule("a"), {"bill"})}), "expired_ground"), IsEmpty());
}

TEST(Check, ADeadRule) {
  const Draft model =
      draft({repealed(make("unit-price", Goal{})), serving(rule("registration"), {"unit-price"}),
             serving(rule("control"), {"registration"}), rule("unstated")});
  EXPECT_THAT(found(model, "dead_rule"), ElementsAre("warning control serves registration",
                                                     "warning registration serves unit-price"));
  EXPECT_THAT(found(draft({make("goal", Goal{}), serving(rule("form"), {"goal"})}), "dead_rule"),
              IsEmpty());
}

TEST(Check, NobodyToPerformATask) {
  const auto model = [](Element second) {
    return draft({repealed(actor("a", Tier::workplace, Form::unit)), std::move(second),
                  task("visit", true, {"a", "b"}), task("nobody-said")});
  };
  EXPECT_THAT(found(model(repealed(actor("b", Tier::workplace, Form::unit))), "nobody_performs"),
              ElementsAre("warning visit performed_by a b"));
  EXPECT_THAT(found(model(actor("b", Tier::workplace, Form::unit)), "nobody_performs"), IsEmpty());
}

TEST(Check, ADutyWithNothingToSpare) {
  const auto duty = [](std::vector<Requirement> needs) {
    return draft({rule("form"), rule("talk"), repealed(rule("letter")),
                  with(make("right", Duty{}), [&](Element& e) { e.needs = std::move(needs); })});
  };
  EXPECT_THAT(found(duty({any({"form"})}), "single_point"), ElementsAre("note right needs form"));
  EXPECT_THAT(found(duty({any({"form", "letter"})}), "single_point"),
              ElementsAre("note right needs form"));
  EXPECT_THAT(found(duty({at_least(2, {"form", "talk", "letter"})}), "single_point"),
              ElementsAre("note right needs form talk"));
  EXPECT_THAT(found(duty({any({"form", "talk"})}), "single_point"), IsEmpty());
  EXPECT_THAT(found(duty({any({"right"})}), "single_point"), IsEmpty());
}

TEST(Check, RulesThatCannotBeFollowedBoth) {
  const auto model = [](Element other) {
    return draft({with_fields<Rule>(rule("b"), [](Rule& r) { r.conflicts_with = {"a"}; }),
                  with_fields<Rule>(std::move(other), [](Rule& r) { r.conflicts_with = {"b"}; })});
  };
  EXPECT_THAT(found(model(rule("a")), "conflict"), ElementsAre("warning a conflicts_with b"));
  EXPECT_THAT(found(model(repealed(rule("a"))), "conflict"), IsEmpty());
  const auto advice = [&](Instrument instrument) {
    for (const Finding& one : check(model_of(model(rule("a", instrument)))))
      if (one.code == "conflict") return one.advice.en;
    return std::string();
  };
  EXPECT_THAT(advice(Instrument::act), HasSubstr("`a` goes before"));
  EXPECT_THAT(advice(Instrument::policy), HasSubstr("a person must judge"));
}

// A committee has decisions on care in the area up to 100; it gives some of it to the home's
// leader.
Draft delegated(Element child, std::uint32_t redelegable = 1) {
  Element parent = grant("parent", {"committee"}, {"decide", "amend"}, {"care"});
  auto& given = std::get<Grant>(parent.fields);
  given.within = {"area"};
  given.redelegable = redelegable;
  given.conditions = {{"amount", Op::le, {100.0}, {}}};
  auto& grant = std::get<Grant>(child.fields);
  grant.redelegable = 0;
  Draft result = draft({actor("committee", Tier::committee, Form::body),
                        actor("leader", Tier::workplace, Form::post),
                        actor("house", Tier::management, Form::unit),
                        actor("area", Tier::administration, Form::unit, "house"),
                        actor("home", Tier::workplace, Form::unit, "area"), matter("all"),
                        matter("care", {"all"}), matter("plans", {"care"}),
                        rule("form", Instrument::procedure, {}, {"plans"}), rule("loose")});
  result += std::move(parent);
  result += std::move(child);
  return result;
}
Element child(const Ids& powers, const Ids& over, const Ids& within = {}, double limit = -1) {
  return with_fields<Grant>(grant("child", {"leader"}, powers, over, "parent"), [&](Grant& g) {
    g.within = within;
    if (limit >= 0) g.conditions = {{"amount", Op::le, {limit}, {}}};
  });
}
Element child_over(OverEntry entry) {
  return with_fields<Grant>(child({"decide"}, {}), [&](Grant& g) { g.over = {entry}; });
}

TEST(Check, AGrantWithinWhatItIsGivenFrom) {
  for (const Element& fits :
       {child({"decide"}, {"care"}), child({"amend", "decide"}, {"plans", "form"}),
        child({"decide"}, {"care"}, {"home"}), child({"decide"}, {"care"}, {"area"}, 100),
        child_over({{}, "plans", Instrument::procedure, {}})})
    EXPECT_THAT(found(delegated(fits), "exceeds_parent"), IsEmpty());
}

TEST(Check, AGrantThatExceedsWhatItIsGivenFrom) {
  const auto exceeds = [](const Element& grant) {
    return found(delegated(grant), "exceeds_parent");
  };
  const auto in = [](const char* field) {
    return ElementsAre("warning child " + std::string(field) + " parent");
  };
  EXPECT_THAT(exceeds(child({"decide", "repeal"}, {"care"})), in("powers"));
  EXPECT_THAT(exceeds(child({"*"}, {"care"})), in("powers"));
  EXPECT_THAT(exceeds(child({"decide"}, {"all"})), in("over"));
  EXPECT_THAT(exceeds(child({"decide"}, {"*"})), in("over"));
  EXPECT_THAT(exceeds(child({"decide"}, {"loose"})), in("over"));
  EXPECT_THAT(exceeds(child_over({{}, {}, Instrument::procedure, {}})), in("over"));
  EXPECT_THAT(exceeds(child({"decide"}, {"care"}, {"house"})), in("within"));
  EXPECT_THAT(exceeds(child({"decide"}, {"care"}, {}, 101)), in("conditions"));
}

TEST(Check, AGrantDelegatedTooFar) {
  Draft model = delegated(child({"decide"}, {"care"}), 0);
  EXPECT_THAT(found(model, "exceeds_parent"), ElementsAre("warning child redelegable parent"));
  model = delegated(child({"decide"}, {"care"}));
  Element grandchild = grant("grandchild", {"leader"}, {"decide"}, {"care"}, "child");
  std::get<Grant>(grandchild.fields).redelegable = 0;
  model += grandchild;
  EXPECT_THAT(found(model, "exceeds_parent"), ElementsAre("warning grandchild redelegable child"));
  Draft promises = draft({actor("a", Tier::council, Form::body)});
  promises +=
      with_fields<Grant>(grant("g", {"a"}, {"*"}, {"*"}), [](Grant& g) { g.redelegable = 2; });
  promises += grant("h", {"a"}, {"*"}, {"*"}, "g");  // any number of links
  EXPECT_THAT(found(promises, "exceeds_parent"), ElementsAre("note h redelegable g"));
}

TEST(Check, AClaimThatTheModelContradicts) {
  const auto form = [](const std::function<void(Claims&)>& claim) {
    return draft({actor("council", Tier::council, Form::body),
                  actor("state", Tier::state, Form::body),
                  with_fields<Rule>(with(rule("form", Instrument::procedure, {"council"}),
                                         [&](Element& e) { claim(e.claims.make()); }),
                                    [](Rule& r) {
                                      r.burden.make().minutes = Range{60, 60, 60};
                                      r.burden.make().times_per_year = Range{10, 20, 30};
                                    })});
  };
  const auto claimed = [&](const std::function<void(Claims&)>& claim) {
    return found(form(claim), "claim_contradicted");
  };
  EXPECT_THAT(claimed([](Claims& c) { c.origin = Origin::state; }),
              ElementsAre("warning form claims.origin"));
  EXPECT_THAT(claimed([](Claims& c) { c.origin = Origin::home_made; }), IsEmpty());
  EXPECT_THAT(claimed([](Claims& c) { c.issuer = "state"; }),
              ElementsAre("warning form claims.issuer"));
  EXPECT_THAT(claimed([](Claims& c) { c.issuer = "council"; }), IsEmpty());
  EXPECT_THAT(claimed([](Claims& c) {
                c.hours = Range{31, 40, 50};
              }),
              ElementsAre("warning form claims.hours"));
  EXPECT_THAT(claimed([](Claims& c) { c.hours = Range{30, 40, 50}; }), IsEmpty());
}

TEST(Check, HoursCountedTwice) {
  const auto costs = [](Element element, double minutes) {
    Burden burden;
    burden.minutes = Range{minutes, minutes, minutes};
    burden.times_per_year = Range{4, 4, 4};
    if (auto* rule = std::get_if<Rule>(&element.fields)) rule->burden = burden;
    if (auto* task = std::get_if<Task>(&element.fields)) task->burden = burden;
    return element;
  };
  const auto with_note = [&](double minutes) {
    return draft(
        {costs(task("visit", true), 30), costs(serving(rule("note"), {"visit"}), minutes)});
  };
  EXPECT_THAT(found(with_note(30), "hours_twice"), ElementsAre("warning note burden visit"));
  EXPECT_THAT(found(with_note(20), "hours_twice"), IsEmpty());
  const auto two_rules = [&](const char* place) {
    return draft(
        {actor("home", Tier::workplace, Form::unit), actor("office", Tier::workplace, Form::unit),
         task("visit", true),
         costs(serving(rule("a", Instrument::procedure, {}, {}, {"home"}), {"visit"}), 30),
         costs(serving(rule("b", Instrument::procedure, {}, {}, {place}), {"visit"}), 30)});
  };
  EXPECT_THAT(found(two_rules("home"), "hours_twice"), ElementsAre("warning a burden b"));
  EXPECT_THAT(found(two_rules("office"), "hours_twice"), IsEmpty());
}

}  // namespace
}  // namespace regelgraf::test
