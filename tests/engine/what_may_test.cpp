// what_may on small models: what it asks about, in which order, and cases that a municipality
// knows.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <regelgraf/what_may.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// `target power: reason`, with who else must take part.
std::vector<std::string> texts(const Model& model, const WhatMay& answer,
                               const std::vector<PowerOver>& list) {
  std::vector<std::string> result;
  for (const PowerOver& one : list) {
    std::string text = std::string(model.id(one.target)) + " " + answer.powers[one.power] + ": " +
                       std::string(to_text(one.because.kind));
    if (one.grant != none) text += " " + model.id(one.grant);
    for (const Index i : one.because.with) text += " +" + model.id(i);
    result.push_back(text);
  }
  return result;
}

Element with_hours(Element element, double times_per_year) {
  Burden burden;
  burden.minutes = Range{60, 60, 60};
  burden.times_per_year = Range{times_per_year, times_per_year, times_per_year};
  if (auto* rule = std::get_if<Rule>(&element.fields)) rule->burden = burden;
  if (auto* task = std::get_if<Task>(&element.fields)) task->burden = burden;
  return element;
}

/// Folketing, council, socialchef and a home with its leader; a few rules from each.
Draft municipality() {
  return draft({
      actor("folketing", Tier::state, Form::outside),
      actor("byraad", Tier::council, Form::body),
      actor("socialchef", Tier::management, Form::post, "byraad"),
      with_fields<Actor>(actor("bosted", Tier::workplace, Form::unit, "socialchef"),
                         [](Actor& a) { a.leader = "leder"; }),
      actor("leder", Tier::workplace, Form::post, "socialchef"),
      actor("medarbejdersiden", Tier::med, Form::body),
      matter("27"),
      matter("27.03", {"27"}),
      matter("unnamed"),
      grant("g-root", {"byraad"}, {"*"}, {"*"}),
      grant("g-chef", {"socialchef"}, {"decide"}, {"27"}, "g-root"),
      rule("lov", Instrument::act, {"folketing"}, {"27.03"}),
      with_hours(
          rule("dagbog", Instrument::documentation_requirement, {"leder"}, {"27.03"}, {"bosted"}),
          100),
      with_hours(rule("skema", Instrument::procedure, {"socialchef"}, {"27.03"}, {"bosted"}), 40),
      with_hours(rule("vane", Instrument::practice, {}, {"27.03"}, {"bosted"}), 300),
      with_fields<Rule>(
          rule("aftale", Instrument::med_guideline, {"socialchef", "medarbejdersiden"}),
          [](Rule& r) {
            r.jointly = Jointly{2};
            r.notice = Notice{3, {}};
          }),
      task("rundering"),
  });
}

WhatMay asked(const Model& model, const std::string& actor, std::vector<std::string> powers = {},
              bool by_hours = false) {
  WhatMayQuestion question;
  question.actor = model.find(actor).value();
  question.powers = std::move(powers);
  question.by_hours = by_hours;
  return what_may(model, question);
}

TEST(WhatMay, TheRulesAWorkplaceLeaderCanRemoveItselfByHours) {
  const Model model = model_of(municipality());
  const WhatMay answer = asked(model, "leder", {"repeal"}, true);
  EXPECT_THAT(texts(model, answer, answer.may),
              ElementsAre("vane repeal: implied", "dagbog repeal: implied"));
  EXPECT_EQ(answer.may[0].hours, (Range{300, 300, 300}));
  EXPECT_THAT(answer.depends, IsEmpty());
  // Tasks and matters are asked about too, since the power was named.
  EXPECT_THAT(texts(model, answer, answer.may_not),
              ElementsAre("skema repeal: none", "27 repeal: none", "aftale repeal: none",
                          "lov repeal: none", "rundering repeal: none"));
  EXPECT_TRUE(answer.complete);
}

TEST(WhatMay, TheSocialchefReachesBelowEndsAnAgreementByNoticeAndDecidesInTheField) {
  const Model model = model_of(municipality());
  const WhatMay answer = asked(model, "socialchef", {"repeal", "decide"});
  EXPECT_THAT(
      texts(model, answer, answer.may),
      ElementsAre("27 decide: grant g-chef", "aftale repeal: notice", "dagbog decide: grant g-chef",
                  "dagbog repeal: implied", "lov decide: grant g-chef",
                  "skema decide: grant g-chef", "skema repeal: implied",
                  "vane decide: grant g-chef", "vane repeal: implied"));
  const WhatMay amend = asked(model, "socialchef", {"amend"});
  EXPECT_THAT(texts(model, amend, amend.depends),
              ElementsAre("aftale amend: with +medarbejdersiden"));
}

TEST(WhatMay, TheCouncilNeitherRepealsAnActNorAnAgreementAlone) {
  const Model model = model_of(municipality());
  const WhatMay answer = asked(model, "byraad", {"repeal"});
  EXPECT_THAT(texts(model, answer, answer.may_not),
              ElementsAre("aftale repeal: none", "lov repeal: none"));
}

TEST(WhatMay, TheMedBodyHasAPartInItsAgreementsAlone) {
  const Model model = model_of(municipality());
  const WhatMay answer = asked(model, "medarbejdersiden");
  EXPECT_THAT(texts(model, answer, answer.may), ElementsAre("aftale repeal: notice"));
  EXPECT_THAT(texts(model, answer, answer.depends),
              ElementsAre("aftale adopt: with +socialchef", "aftale amend: with +socialchef",
                          "aftale waive: with +socialchef"));
}

TEST(WhatMay, AsksAboutPowersThatGrantsNameAndTheFourOfRules) {
  Draft d = municipality();
  d += grant("g-sign", {"leder"}, {"sign", "*"}, {"27.03"}, "g-root");
  d += bar("b", {"pay"}, {"unnamed"});  // a bar's power is no grant's; but its matter is named
  const Model model = model_of(std::move(d));
  const WhatMay answer = asked(model, "leder");
  EXPECT_THAT(answer.powers, ElementsAre("adopt", "amend", "decide", "repeal", "sign", "waive"));
  std::vector<std::string> of_matter, of_rule;
  for (const auto* list : {&answer.may, &answer.depends, &answer.may_not})
    for (const PowerOver& one : *list) {
      if (model.id(one.target) == "unnamed") of_matter.push_back(answer.powers[one.power]);
      if (model.id(one.target) == "lov") of_rule.push_back(answer.powers[one.power]);
    }
  EXPECT_THAT(of_matter, testing::UnorderedElementsAre("decide", "sign"));
  EXPECT_THAT(of_rule, testing::UnorderedElementsAreArray(answer.powers));
}

TEST(WhatMay, TargetsStandAndAreOfTheKindsAskedFor) {
  Draft d = municipality();
  d += with(rule("fortid"), [](Element& e) { e.status = Status::repealed; });
  d += with(rule("fremtid", Instrument::procedure, {"leder"}),
            [](Element& e) { e.valid.from = day("2030-01-01"); });
  const Model model = model_of(std::move(d));
  WhatMayQuestion question;
  question.actor = model.find("leder").value();
  question.powers = {"repeal"};
  question.kinds = {Kind::rule};
  const WhatMay now = what_may(model, question);
  EXPECT_THAT(
      texts(model, now, now.may),
      ElementsAre("dagbog repeal: implied", "fremtid repeal: implied", "vane repeal: implied"));
  EXPECT_EQ(now.may_not.size(), 3U);
  question.context.date = day("2026-01-01");
  const WhatMay then = what_may(model, question);
  EXPECT_THAT(texts(model, then, then.may),
              ElementsAre("dagbog repeal: implied", "vane repeal: implied"));
}

TEST(WhatMay, AnUnknownActorMayDoNothing) {
  const Model model = model_of(municipality());
  WhatMayQuestion question;
  const WhatMay answer = what_may(model, question);
  EXPECT_THAT(answer.may, IsEmpty());
  EXPECT_THAT(answer.depends, IsEmpty());
  ASSERT_FALSE(answer.may_not.empty());
  for (const PowerOver& one : answer.may_not) EXPECT_EQ(one.because.kind, Because::Kind::unknown);
}

TEST(WhatMay, RefusesWhatItCannotBeAsked) {
  const Model model = model_of(municipality());
  const auto code = [&](auto change) -> std::string {
    WhatMayQuestion question;
    question.actor = model.find("leder").value();
    change(question);
    try {
      (void)what_may(model, question);
      return "answered";
    } catch (const Error& error) {
      return std::string(to_text(error.code()));
    }
  };
  EXPECT_EQ(code([](auto&) {}), "answered");
  EXPECT_EQ(code([](auto& q) { q.actor = 1000; }), "unknown_element");
  EXPECT_EQ(code([](auto& q) { q.context.unit = 1000; }), "unknown_element");
  EXPECT_EQ(code([](auto& q) { q.kinds = {Kind::duty}; }), "invalid_question");
  EXPECT_EQ(code([](auto& q) { q.powers = {""}; }), "invalid_question");
}

TEST(WhatMay, StopsWhenTheTimeIsUpAndWhenCancelled) {
  const Model model = model_of(municipality());
  WhatMayQuestion question;
  question.actor = model.find("leder").value();
  Limits limits;
  limits.seconds = 0;
  const WhatMay answer = what_may(model, question, limits);
  EXPECT_FALSE(answer.complete);
  EXPECT_LT(answer.may.size() + answer.depends.size() + answer.may_not.size(),
            what_may(model, question).may_not.size());
  CancelToken token;
  token.cancel();
  limits.cancel = &token;
  EXPECT_THROW((void)what_may(model, question, limits), Error);
}

// The council's general grant stays while one below it, to somebody else, stays: so it does not
// matter to the council that the leader's is nearer.
TEST(May, AGrantStaysByOneBelowItThatNamesSomebodyElse) {
  const Model model = model_of(draft({
      actor("byraad", Tier::council, Form::body),
      with_fields<Actor>(actor("enhed", Tier::administration, Form::unit),
                         [](Actor& unit) { unit.leader = "leder"; }),
      actor("leder", Tier::workplace, Form::post),
      matter("emne"),
      grant("g-leder", {"leader"}, {"decide"}, {"emne"}),
      grant("g-rod", {"byraad"}, {"decide"}, {"*"}),
      with_fields<Grant>(grant("g-enhed", {"enhed"}, {"decide"}, {"*"}, "g-rod"),
                         [](Grant& g) { g.exceptional = true; }),
  }));
  AuthorityQuestion question;
  question.power = "decide";
  question.target = *model.find("emne");
  question.unit = *model.find("enhed");
  EXPECT_EQ(may(model, *model.find("byraad"), question).may, Permission::yes);
  EXPECT_EQ(permission(model, *model.find("byraad"), question), Permission::yes);
}

}  // namespace
}  // namespace regelgraf::test
