// Where a rule comes from, what it rests on and what it is for.

#include <regelgraf/why.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regelgraf/error.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Parliament's act gives citizens a right to a plan. The council and its staff make the rest.
Draft town() {
  return draft(
      {actor("parliament", Tier::state, Form::body), actor("council", Tier::council, Form::body),
       actor("staff", Tier::partner, Form::outside), rule("act", Instrument::act, {"parliament"}),
       with(make("right", Duty{}), [](Element& e) { e.basis = {any({"act"})}; })});
}

Element the_rule(Ids issuer = {"council"}, Instrument instrument = Instrument::procedure) {
  return rule("form", instrument, std::move(issuer));
}

Why why_of(const Draft& draft, const std::string& id = "form") {
  const Model model = model_of(draft);
  return why(model, *model.find(id));
}

// The duty `right` needs what is listed.
Draft with_right_needing(Element form, Ids listed, std::initializer_list<Element> more = {}) {
  Draft result;
  const Draft base = town();
  for (Element element : base.elements()) {
    if (element.id == "right") element.needs = {any(listed)};
    result += element;
  }
  result += std::move(form);
  for (const Element& element : more) result += element;
  return result;
}

TEST(Origin, WhatSeveralIssuedJointlyIsAgreed) {
  Draft model = town();
  model += with_fields<Rule>(the_rule({"council", "staff"}), [](Rule& r) { r.jointly.all = true; });
  EXPECT_EQ(why_of(model).origin, Origin::agreed);
}

TEST(Origin, EveryKindOfAgreementIsAgreed) {
  for (const Instrument instrument :
       {Instrument::collective_agreement, Instrument::med_agreement, Instrument::local_agreement}) {
    Draft model = town();
    model += the_rule({"council"}, instrument);
    EXPECT_EQ(why_of(model).origin, Origin::agreed) << to_text(instrument);
  }
}

// Two issuers each of whom could have done it alone agreed on nothing.
TEST(Origin, SeveralIssuersThatActAloneHaveNotAgreed) {
  Draft model = town();
  model += the_rule({"council", "staff"});
  EXPECT_EQ(why_of(model).origin, Origin::home_made);
}

TEST(Origin, WhatTheStateIssuedIsTheStates) {
  EXPECT_EQ(why_of(town(), "act").origin, Origin::state);
}

TEST(Origin, WhatADutyOfTheStatesCannotDoWithoutIsRequired) {
  const Why answer = why_of(with_right_needing(the_rule(), {"form"}));
  EXPECT_EQ(answer.origin, Origin::required);
  EXPECT_EQ(answer.required_by.size(), 1U);
}

TEST(Origin, WhatADutyOfTheStatesHasAlternativesToIsOneOfSeveral) {
  const Why answer = why_of(with_right_needing(the_rule(), {"form", "talk"}, {rule("talk")}));
  EXPECT_EQ(answer.origin, Origin::one_of_several);
  EXPECT_THAT(answer.required_by, IsEmpty());
}

TEST(Origin, WhatRestsOnAnActButServesNoDutyIsAllowed) {
  Draft model = town();
  model += with(rule("order", Instrument::regulation, {"council"}),
                [](Element& e) { e.basis = {any({"act"})}; });
  model += with(the_rule(), [](Element& e) { e.basis = {any({"order"})}; });
  EXPECT_EQ(why_of(model).origin, Origin::allowed);
}

TEST(Origin, WhatOnlyItsIssuerExplainsIsHomeMade) {
  Draft model = town();
  model += the_rule();
  EXPECT_EQ(why_of(model).origin, Origin::home_made);
}

TEST(Origin, WhatNobodyIsKnownToHaveIssuedIsUnknown) {
  Draft model = town();
  model += the_rule({}, Instrument::practice);
  EXPECT_EQ(why_of(model).origin, Origin::unknown);
}

// A duty that the municipality gave itself makes nothing required by the state.
TEST(Origin, ADutyWithoutAGroundOfTheStatesRequiresNothing) {
  Draft model = town();
  model += the_rule();
  model += with(make("promise", Duty{}), [](Element& e) { e.needs = {any({"form"})}; });
  const Why answer = why_of(model);
  EXPECT_EQ(answer.origin, Origin::home_made);
  EXPECT_EQ(answer.required_by.size(), 1U);
}

// Where no issuer is recorded, an act is the state's all the same.
TEST(Origin, AnActWithoutARecordedIssuerIsTheStates) {
  const auto of = [](Instrument instrument) {
    return why(model_of(draft({rule("r", instrument)})), 0).origin;
  };
  EXPECT_EQ(of(Instrument::act), Origin::state);
  EXPECT_EQ(of(Instrument::state_guidance), Origin::state);
  EXPECT_EQ(of(Instrument::collective_agreement), Origin::agreed);
  EXPECT_EQ(of(Instrument::bylaws), Origin::unknown);
}

// `jointly: all` of one issuer is no agreement: he had nobody to agree with.
TEST(Origin, OneIssuerAloneHasNotAgreed) {
  Draft model = town();
  model += with_fields<Rule>(the_rule(), [](Rule& r) { r.jointly.all = true; });
  EXPECT_EQ(why_of(model).origin, Origin::home_made);
}

// What the duty leans on may itself rest on the rule: without `form` neither visit nor talk is
// left.
TEST(Origin, ADutyLeansOnTheGroundOfWhatItNeedsToo) {
  const auto model = [](Ids basis) {
    return with_right_needing(the_rule(), {"visit"},
                              {with(rule("visit"), [&](Element& e) { e.basis = {any(basis)}; }),
                               rule("order", Instrument::practice)});
  };
  EXPECT_EQ(why_of(model({"form"})).origin, Origin::required);
  EXPECT_EQ(why_of(model({"form", "order"})).origin, Origin::one_of_several);
}

// The duty's act was repealed: nothing is left that the state requires.
TEST(Origin, WhatNoLongerStandsRequiresAndAllowsNothing) {
  const auto model = [](Status of_the_act) {
    Draft result;
    const Draft whole = with_right_needing(
        with(the_rule(),
             [](Element& e) {
               e.basis = {any({"act", "decision"})};
             }),
        {"form", "talk"}, {rule("talk"), rule("decision", Instrument::council_decision)});
    for (Element element : whole.elements()) {
      if (element.id == "act") element.status = of_the_act;
      result += element;
    }
    return result;
  };
  EXPECT_EQ(why_of(model(Status::in_force)).origin, Origin::one_of_several);
  EXPECT_EQ(why_of(model(Status::repealed)).origin, Origin::home_made);
  const Model repealed = model_of(model(Status::repealed));
  EXPECT_EQ(why(repealed, *repealed.find("form")).ground.size(), 2U);  // as recorded
}

TEST(Origin, IsThatOfTheDayAskedAbout) {
  Draft model = town();
  model += with(rule("old", Instrument::act), [](Element& e) { e.valid.to = day("2026-01-01"); });
  model += with(the_rule(), [](Element& e) { e.basis = {any({"old", "practice"})}; });
  model += rule("practice", Instrument::practice);
  const Model frozen = model_of(model);
  const auto on = [&](const char* date) {
    return why(frozen, *frozen.find("form"), day(date)).origin;
  };
  EXPECT_EQ(on("2025-12-31"), Origin::allowed);
  EXPECT_EQ(on("2026-01-01"), Origin::home_made);
}

// "We thought it was the state": the claim stands beside what the graph shows.
TEST(Why, AClaimIsGivenBesideTheComputedOrigin) {
  Draft model = town();
  model += with(the_rule(), [](Element& e) { e.claims.make().origin = Origin::state; });
  const Why answer = why_of(model);
  EXPECT_EQ(answer.origin, Origin::home_made);
  EXPECT_EQ(answer.claimed, Origin::state);
}

std::vector<std::vector<std::string>> names(const Model& model,
                                            const std::vector<std::vector<Index>>& paths) {
  std::vector<std::vector<std::string>> result;
  for (const auto& path : paths) result.push_back(ids(model, path));
  return result;
}

TEST(Why, GroundIsAShortestPathToEachLastGround) {
  const Model model =
      model_of(draft({with(rule("form"),
                           [](Element& e) {
                             e.basis = {any({"order", "plan"})};
                           }),
                      with(rule("order"), [](Element& e) { e.basis = {any({"act"})}; }),
                      with(rule("plan"),
                           [](Element& e) {
                             e.basis = {any({"order"}), any({"decision"})};
                           }),
                      rule("act"), rule("decision")}));
  const Why answer = why(model, *model.find("form"));
  EXPECT_THAT(names(model, answer.ground), ElementsAre(ElementsAre("form", "order", "act"),
                                                       ElementsAre("form", "plan", "decision")));
}

TEST(Why, OfTwoPathsAsShortTheOneOfLesserIdsIsGiven) {
  const Model model =
      model_of(draft({with(rule("form"),
                           [](Element& e) {
                             e.basis = {any({"b", "a"})};
                           }),
                      with(rule("a"), [](Element& e) { e.basis = {any({"z"})}; }),
                      with(rule("b"), [](Element& e) { e.basis = {any({"z"})}; }), rule("z")}));
  EXPECT_THAT(names(model, why(model, *model.find("form")).ground),
              ElementsAre(ElementsAre("form", "a", "z")));
}

TEST(Why, WhatHasNoBasisHasNoGroundAbove) {
  const Model model = model_of(draft({rule("form")}));
  const Why answer = why(model, 0);
  EXPECT_TRUE(answer.stands);
  EXPECT_THAT(answer.ground, IsEmpty());
  EXPECT_THAT(answer.purpose, IsEmpty());
}

TEST(Why, PurposeFollowsWhatTheElementServes) {
  const Model model =
      model_of(draft({with(rule("form"), [](Element& e) { e.serves = {"visit"}; }),
                      with(task("visit"), [](Element& e) { e.serves = {"well-being"}; }),
                      make("well-being", Goal{})}));
  EXPECT_THAT(names(model, why(model, *model.find("form")).purpose),
              ElementsAre(ElementsAre("form", "visit", "well-being")));
}

TEST(Why, IssuersAndUsersAreNamed) {
  Draft draft = town();
  draft += the_rule({"council", "staff"});
  draft += with(task("visit"), [](Element& e) { e.uses = {"form"}; });
  const Model model = model_of(draft);
  const Why answer = why(model, *model.find("form"));
  EXPECT_THAT(ids(model, answer.issuers), ElementsAre("council", "staff"));
  EXPECT_THAT(ids(model, answer.used_by), ElementsAre("visit"));
}

// 30 minutes 12 times a year for 10 people is 60 hours; the law asks for 4 times: 20 of them.
TEST(Why, SurplusIsWhatExceedsTheLawsMinimum) {
  Draft draft = town();
  draft += with_fields<Rule>(the_rule(), [](Rule& r) {
    Burden& burden = r.burden.make();
    burden.minutes = Range{30, 30, 30};
    burden.times_per_year = Range{12, 12, 12};
    burden.people = Range{10, 10, 10};
    burden.minimum.emplace().times_per_year = Range{4, 4, 4};
  });
  EXPECT_DOUBLE_EQ(why_of(draft).surplus_hours.likely, 40);
}

// Each claim agrees, is contradicted, or there is nothing to hold it against.
TEST(Why, ClaimsAreHeldAgainstTheModel) {
  const auto held = [](Element element) {
    Draft model = town();
    model += with(std::move(element), [](Element& e) {
      Claims& claims = e.claims.make();
      claims.origin = Origin::home_made;
      claims.issuer = "council";
      claims.hours = Range{1, 2, 3};
    });
    const ClaimsHeld claims = why_of(model).claims;
    return std::vector{claims.origin, claims.issuer, claims.hours};
  };
  const auto costing = [](double hours) {
    return with_fields<Rule>(the_rule(), [&](Rule& r) {
      r.burden.make().minutes = Range{60, 60, 60};
      r.burden.make().times_per_year = Range{hours, hours, hours};
    });
  };
  using enum Claim;
  EXPECT_THAT(held(costing(3)), ElementsAre(agrees, agrees, agrees));
  EXPECT_THAT(held(costing(4))[2], contradicted);
  EXPECT_THAT(held(the_rule({"parliament"})), ElementsAre(contradicted, contradicted, open));
  EXPECT_THAT(held(the_rule({}, Instrument::practice)), ElementsAre(open, open, open));
  Draft model = town();
  model += the_rule();
  EXPECT_EQ(why_of(model).claims.origin, none);
}

TEST(Why, AGroundThatGoesRoundInACircleIsSaid) {
  const Model model =
      model_of(draft({with(rule("a"), [](Element& e) { e.basis = {any({"b"})}; }),
                      with(rule("b"), [](Element& e) { e.basis = {any({"a"})}; }), rule("c")}));
  EXPECT_TRUE(why(model, 0).circular);
  EXPECT_THAT(why(model, 0).ground, IsEmpty());
  EXPECT_FALSE(why(model, 2).circular);
}

TEST(Why, AStepThatFollowsFromAnotherFieldIsTold) {
  const Model model = model_of(draft(
      {actor("council", Tier::council, Form::body), rule("act", Instrument::act),
       with(grant("root", {"council"}, {"*"}, {"*"}), [](Element& e) { e.basis = {any({"act"})}; }),
       grant("below", {"council"}, {"*"}, {"*"}, "root")}));
  const Why answer = why(model, *model.find("below"));
  EXPECT_THAT(names(model, answer.ground), ElementsAre(ElementsAre("below", "root", "act")));
  EXPECT_TRUE(implied_ground(model, *model.find("below"), *model.find("root")));
  EXPECT_FALSE(implied_ground(model, *model.find("root"), *model.find("act")));
}

TEST(Why, StandsIsAskedOfTheDate) {
  const Model model =
      model_of(draft({with(rule("form"), [](Element& e) { e.valid.from = day("2026-01-01"); })}));
  EXPECT_FALSE(why(model, 0, day("2025-12-31")).stands);
  EXPECT_TRUE(why(model, 0, day("2026-01-01")).stands);
}

TEST(Why, AnElementOutsideTheModelIsAnError) {
  const Model model = model_of(draft({rule("form")}));
  try {
    (void)why(model, 1);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), Errc::unknown_element);
  }
}

}  // namespace
}  // namespace regelgraf::test
