// Each rule of refusal, by its name; and that no row is ever lost.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <regelgraf/canonical.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/review.hpp>

#include "review/shape.hpp"
#include "review/tree.hpp"
#include "review/view.hpp"

namespace regelgraf::test {
namespace {

using review::Tree;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

Model model_of(const std::string& text) {
  Frozen frozen = load_model_text(text);
  for (const Finding& finding : frozen.findings)
    if (finding.severity == Severity::error)
      ADD_FAILURE() << finding.message.en << " " << finding.field;
  return std::move(*frozen.model);
}

/// A house with a chief, two leaders, MED, a council, two duties and some rules.
const Model& house() {
  static const Model model = model_of(R"({"regelgraf": 1, "model": {"id": "hus", "facts": [
      {"name": "principled", "type": "judgement", "ask": "Er det principielt?"}]}, "elements": [
    {"id": "raad", "kind": "actor", "tier": "council", "form": "body", "name": "Rådet"},
    {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "raad", "name": "Chefen"},
    {"id": "leder", "kind": "actor", "tier": "workplace", "form": "post", "part_of": "chef", "name": "Lederen"},
    {"id": "anden", "kind": "actor", "tier": "workplace", "form": "post", "part_of": "chef", "name": "Den anden leder"},
    {"id": "ansatte", "kind": "actor", "tier": "med", "form": "body", "name": "Medarbejdersiden"},
    {"id": "person", "kind": "actor", "tier": "workplace", "form": "person", "holds": "leder", "name": "NN"},
    {"id": "huset", "kind": "actor", "tier": "workplace", "form": "unit", "leader": "leder", "name": "Huset"},
    {"id": "haven", "kind": "actor", "tier": "workplace", "form": "unit", "part_of": "huset", "name": "Haven"},
    {"id": "med", "kind": "actor", "tier": "med", "form": "body", "med_for": ["leder", "chef", "anden"], "name": "MED"},
    {"id": "emne", "kind": "matter"},
    {"id": "lov", "kind": "rule", "instrument": "act"},
    {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "leder", "binds": "huset", "concerns": "emne", "examined": {"on": "2026-01-01"},
     "burden": {"minutes": 60, "times_per_year": [10, 20, 30]}, "name": {"da": "Skemaet", "en": "The form"}},
    {"id": "liste", "kind": "rule", "instrument": "procedure", "issuer": "leder", "binds": "huset", "concerns": "emne", "name": "Listen"},
    {"id": "alene", "kind": "rule", "instrument": "procedure", "issuer": "leder", "binds": "huset"},
    {"id": "faelles", "kind": "rule", "instrument": "med_guideline", "issuer": ["chef", "ansatte"], "jointly": "all", "notice": {"months": 3}},
    {"id": "hemmelig", "kind": "rule", "instrument": "policy", "issuer": "raad", "concerns": "emne"},
    {"id": "hast", "kind": "rule", "instrument": "policy", "issuer": "raad"},
    {"id": "pligt", "kind": "duty", "basis": "lov", "needs": [{"any": ["skema", "liste"]}]},
    {"id": "enepligt", "kind": "duty", "basis": "lov", "needs": ["alene"]},
    {"id": "i-med", "kind": "involvement", "body": "med", "how": "discuss", "timing": "before", "days": 14, "powers": ["repeal", "amend"], "over": ["skema"]},
    {"id": "i-efter", "kind": "involvement", "body": "raad", "how": "inform", "timing": "after", "powers": ["repeal"], "over": ["skema"]},
    {"id": "i-maaske", "kind": "involvement", "body": "raad", "how": "consult", "timing": "before", "powers": ["repeal"], "over": ["liste"],
     "conditions": [{"fact": "principled", "op": "==", "value": true}]},
    {"id": "g-hemmelig", "kind": "grant", "to": "chef", "powers": ["repeal"], "over": ["hemmelig"], "conditions": [{"fact": "principled", "op": "==", "value": false}]},
    {"id": "g-hast", "kind": "grant", "to": "chef", "powers": ["repeal"], "over": ["hast"], "exceptional": true},
    {"id": "g-vedtag", "kind": "grant", "to": "chef", "powers": ["adopt"], "over": [{"instrument": "procedure"}]}
  ]})");
  return model;
}

Review empty_review() { return Review::begin(house(), R"({"id": "r"})"); }

std::string disposition(const std::string& fields) {
  return R"({"event": "dispose", "on": "2026-06-01", "disposition": {)" + fields + "}}";
}

/// `code:element` of everything that speaks against the event.
std::vector<std::string> refused(const std::string& event, const Review& review = empty_review()) {
  std::vector<std::string> keys;
  for (const ReviewLack& lack : review.apply(house(), event).refused) {
    EXPECT_FALSE(lack.text.da.empty()) << lack.code;
    EXPECT_FALSE(lack.text.en.empty()) << lack.code;
    keys.push_back(lack.key());
  }
  return keys;
}

Review applied(const Review& review, const std::string& event) {
  Applied answer = review.apply(house(), event);
  for (const ReviewLack& lack : answer.refused)
    ADD_FAILURE() << lack.key() << " " << lack.text.en << "\n" << event;
  return answer.review ? *answer.review : review;
}

const std::string skema =
    R"("rule": "skema", "what": "remove", "decided_by": "leder", "effect_from": "2026-07-01")";
const std::string held = R"("involved": [{"involvement": "i-med", "on": "2026-05-01"}])";

TEST(Decide, AllThatIsNeededLetsItPassAndIsKept) {
  const Review review = applied(empty_review(), disposition(skema + ", " + held));
  const Tree& row = review.tree().entries_at("dispositions").front();
  EXPECT_EQ(row.find("authority")->entries().front().text_at("power"), "repeal");
  EXPECT_THAT(row.ids_at("after"), ElementsAre("i-efter"));
  EXPECT_EQ(*row.find("effects")->find("hours")->range_at("net"), (Range{10, 20, 30}));
  const Tree& log = review.tree().entries_at("log").front();
  EXPECT_EQ(log.text_at("event"), "dispose");
  EXPECT_EQ(log.find("model")->text_at("digest"), digest(house()));
}

TEST(Decide, WhoMayNotIsRefusedAndWhoMayIsNamed) {
  const Applied answer = empty_review().apply(
      house(), disposition(R"("rule": "skema", "what": "remove", "decided_by": "anden")"));
  ASSERT_FALSE(answer.review);
  const ReviewLack& first = answer.refused.front();
  EXPECT_EQ(first.key(), "no_authority:skema");
  EXPECT_TRUE(first.overridable);
  EXPECT_THAT(first.deciders, Contains(Ids{"leder"}));
  EXPECT_THAT(first.text.da, HasSubstr("Lederen"));
}

TEST(Decide, EverythingMissingIsSaidAtOnce) {
  EXPECT_THAT(
      refused(disposition(
          R"("rule": "alene", "what": "remove", "decided_by": "anden", "effect_from": "2026-05-01")")),
      IsSupersetOf({"no_authority:alene", "unmet_duty:enepligt", "effect_before_decision:alene"}));
}

TEST(Decide, AnInvolvementThatWasNotHeldIsMissing) {
  EXPECT_THAT(refused(disposition(skema)), ElementsAre("involvement_missing:i-med"));
}

TEST(Decide, AnInvolvementHasItsDays) {
  EXPECT_THAT(refused(disposition(
                  skema + R"(, "involved": [{"involvement": "i-med", "on": "2026-05-19"}])")),
              ElementsAre("involvement_too_late:i-med"));
  EXPECT_THAT(refused(disposition(
                  skema + R"(, "involved": [{"involvement": "i-med", "on": "2026-05-18"}])")),
              IsEmpty());
}

TEST(Decide, AnInvolvementAfterTheDecisionIsNone) {
  EXPECT_THAT(refused(disposition(
                  skema + R"(, "involved": [{"involvement": "i-med", "on": "2026-06-02"}])")),
              Contains("involvement_after_decision:i-med"));
}

TEST(Decide, AnInvolvementThatMayApplyIsSaid) {
  const std::string liste = R"("rule": "liste", "what": "remove", "decided_by": "leder")";
  EXPECT_THAT(refused(disposition(liste)), ElementsAre("involvement_unknown:i-maaske"));
  EXPECT_THAT(refused(disposition(liste + R"(, "facts": {"principled": false})")), IsEmpty());
}

TEST(Decide, AuthorityThatHangsOnAFactAsksForIt) {
  const std::string rule = R"("rule": "hemmelig", "what": "remove", "decided_by": "chef")";
  EXPECT_THAT(refused(disposition(rule)), ElementsAre("authority_depends:hemmelig"));
  EXPECT_THAT(refused(disposition(rule + R"(, "facts": {"principled": false})")), IsEmpty());
}

TEST(Decide, OneOfTwoPartiesIsNotEnough) {
  EXPECT_THAT(refused(disposition(
                  R"("rule": "faelles", "what": "remove", "decided_by": ["chef", "ansatte"])")),
              IsEmpty());
  EXPECT_THAT(refused(disposition(R"("rule": "faelles", "what": "change", "decided_by": "chef")")),
              Contains("no_authority:faelles"));
}

TEST(Decide, NoticeRunsBeforeItHasEffect) {
  const std::string rule =
      R"("rule": "faelles", "what": "remove", "decided_by": "chef", "effect_from": )";
  EXPECT_THAT(refused(disposition(rule + R"("2026-08-31")")), ElementsAre("notice_period:faelles"));
  EXPECT_THAT(refused(disposition(rule + R"("2026-09-01")")), IsEmpty());
}

TEST(Decide, AnUrgentGrantIsNamedOrNotUsed) {
  const std::string rule = R"("rule": "hast", "what": "remove", "decided_by": "chef")";
  EXPECT_THAT(refused(disposition(rule)), ElementsAre("grant_not_used:g-hast"));
  EXPECT_THAT(refused(disposition(rule + R"(, "grant": "g-hast")")), IsEmpty());
  EXPECT_THAT(refused(disposition(skema + ", " + held + R"(, "grant": "g-hast")")),
              Contains("grant_not_used:g-hast"));
}

TEST(Decide, ADutyIsNotLeftUnmet) {
  const std::string rule = R"("rule": "alene", "what": "remove", "decided_by": "leder")";
  EXPECT_THAT(refused(disposition(rule)), ElementsAre("unmet_duty:enepligt"));
}

TEST(Decide, SomethingPutInPlaceFirstMeetsTheDuty) {
  const std::string rule =
      R"("rule": "alene", "what": "replace", "decided_by": ["leder", "chef"], "change": {
    "add": [{"id": "ny", "kind": "rule", "instrument": "procedure", "issuer": "chef", "binds": "huset"}],
    "change": {"enepligt": {"needs": [{"any": ["alene", "ny"]}]}}})";
  EXPECT_THAT(refused(disposition(rule)), IsEmpty());
}

TEST(Decide, TwoRemovalsCannotTogetherLeaveADutyUnmet) {
  const Review first = applied(empty_review(), disposition(skema + ", " + held));
  const std::string liste = disposition(
      R"("rule": "liste", "what": "remove", "decided_by": "leder", "facts": {"principled": false})");
  EXPECT_THAT(refused(liste), IsEmpty());
  EXPECT_THAT(refused(liste, first), ElementsAre("unmet_duty:pligt"));
}

TEST(Decide, ToBeNamedAsIssuerGivesNoAuthorityToAdopt) {
  const auto replace = [](const std::string& issuer, const std::string& by) {
    return disposition(
        R"("rule": "liste", "what": "replace", "facts": {"principled": false}, "decided_by": )" +
        by +
        R"(, "change": {"add": {"id": "ny", "kind": "rule", "instrument": "policy", "binds": "huset", "issuer": ")" +
        issuer + R"("}})");
  };
  EXPECT_THAT(refused(replace("leder", R"(["leder"])")), Contains("no_authority:ny"));
}

TEST(Decide, AManagerAdoptsAProcedureForThoseHeLeads) {
  EXPECT_THAT(
      refused(disposition(
          R"("rule": "liste", "what": "replace", "facts": {"principled": false}, "decided_by": "leder",
    "change": {"add": {"id": "ny", "kind": "rule", "instrument": "procedure", "binds": "huset", "issuer": "leder"}})")),
      IsEmpty());
}

TEST(Decide, EachKindHasItsChange) {
  EXPECT_THAT(refused(disposition(R"("rule": "liste", "what": "simplify", "decided_by": "leder")")),
              Contains("no_change:liste"));
  EXPECT_THAT(refused(disposition(R"("rule": "liste", "what": "replace", "decided_by": "leder")")),
              Contains("no_replacement:liste"));
  EXPECT_THAT(
      refused(disposition(
          R"("rule": "liste", "what": "keep", "decided_by": "leder", "change": {"remove": ["skema"]})")),
      Contains("change_not_expected:liste"));
  EXPECT_THAT(
      refused(disposition(
          R"("rule": "liste", "what": "change", "decided_by": "leder", "change": {"add": [{"id": "liste", "kind": "rule"}]})")),
      Not(IsEmpty()));
  EXPECT_THAT(refused(disposition(R"("rule": "skema", "what": "keep", "decided_by": "anden")")),
              IsEmpty());
}

TEST(Decide, SimplifyingGoesThroughWhatIf) {
  const Review review = applied(
      empty_review(),
      disposition(
          R"("rule": "skema", "what": "simplify", "decided_by": "leder", )" + held +
          R"(, "change": {"change": {"skema": {"burden": {"minutes": 30, "times_per_year": [10, 20, 30]}}}})"));
  const Tree& row = review.tree().entries_at("dispositions").front();
  EXPECT_EQ(row.find("authority")->entries().front().text_at("power"), "amend");
  EXPECT_EQ(row.find("effects")->find("hours")->range_at("net")->likely, 10);
}

TEST(Decide, WhatElseTheChangeDoesIsAskedForToo) {
  EXPECT_THAT(
      refused(disposition(
          R"("rule": "liste", "what": "change", "decided_by": "leder", "facts": {"principled": false},
    "change": {"remove": ["hemmelig"]})")),
      Contains("no_authority:hemmelig"));
}

TEST(Decide, WhatWasDeclaredFixedIsFixed) {
  const Review review = applied(
      empty_review(),
      R"({"event": "declare", "on": "2026-01-01", "declaration": {"what": "Skemaet", "rule": "skema", "frame": "fixed"}})");
  EXPECT_THAT(refused(disposition(skema + ", " + held), review),
              ElementsAre("declared_fixed:skema"));
}

TEST(Decide, WhatThereIsNotCannotBeDecidedOnAndNothingOverridesThat) {
  EXPECT_THAT(
      refused(disposition(
          R"("rule": "findes-ikke", "what": "remove", "decided_by": "ingen", "grant": "intet",
      "involved": [{"involvement": "heller-ikke", "on": "2026-05-01"}], "override": {"by": "chef", "reason": "Derfor", "of": "unknown_rule:findes-ikke"})")),
      IsSupersetOf({"unknown_rule:findes-ikke", "unknown_actor:ingen", "unknown_grant:intet",
                    "unknown_involvement:heller-ikke",
                    "override_in_vain:unknown_rule:findes-ikke"}));
}

TEST(Decide, PersonsDecideNothingHere) {
  EXPECT_THAT(refused(disposition(R"("rule": "skema", "what": "remove", "decided_by": "person")")),
              ElementsAre("person_named:person"));
}

TEST(Decide, AnEventDoesNotBringWhatTheGraphSays) {
  EXPECT_THAT(refused(disposition(skema + ", " + held + R"(, "authority": [])")),
              ElementsAre("written_by_apply:authority"));
}

TEST(Override, ANamedOneLetsPassExactlyWhatItNamesAndStays) {
  const std::string with =
      skema +
      R"(, "override": {"by": "chef", "reason": "Det haster", "of": ["involvement_missing:i-med"]})";
  const Review review = applied(empty_review(), disposition(with));
  const Tree& row = review.tree().entries_at("dispositions").front();
  EXPECT_EQ(row.entries_at("overridden").front().text_at("code"), "involvement_missing");
  const ReviewStatus status = review.status(house(), {});
  ASSERT_EQ(status.overrides.size(), 1U);
  EXPECT_EQ(status.overrides[0].by, "chef");
  EXPECT_EQ(status.overrides[0].where, "dispositions[0]");
  EXPECT_THAT(status.overrides[0].of, ElementsAre("involvement_missing:i-med"));
}

TEST(Override, WhatItNamesInVainIsRefused) {
  EXPECT_THAT(
      refused(disposition(
          skema + ", " + held +
          R"(, "override": {"by": "chef", "reason": "Det haster", "of": ["involvement_missing:i-med"]})")),
      ElementsAre("override_in_vain:involvement_missing:i-med"));
  EXPECT_THAT(
      refused(disposition(
          skema +
          R"(, "override": {"by": "chef", "reason": "Det haster", "of": ["no_authority:skema"]})")),
      IsSupersetOf({"involvement_missing:i-med", "override_in_vain:no_authority:skema"}));
  EXPECT_THAT(
      refused(disposition(
          skema +
          R"(, "override": {"by": "person", "reason": "Det haster", "of": ["involvement_missing:i-med"]})")),
      ElementsAre("person_named:person"));
}

std::string trial(const std::string& fields) {
  return R"({"event": "trial", "on": "2026-06-01", "trial": {"id": "t", "unit": "haven", "rules": "liste", )" +
         fields + "}}";
}

TEST(Trial, NeedsAnEndAnAuthorityAndWhatIsExpected) {
  EXPECT_THAT(
      refused(trial(
          R"("period": {"from": "2026-06-02"}, "decided_by": "leder", "expected": [{"effect": "Mere tid"}])")),
      ElementsAre("trial_without_end:t"));
  EXPECT_THAT(
      refused(
          trial(R"("period": {"from": "2026-06-02", "to": "2026-07-01"}, "decided_by": "anden")")),
      IsSupersetOf({"nothing_expected:t", "no_authority:liste"}));
  const Review review = applied(
      empty_review(),
      trial(
          R"("period": {"from": "2026-06-02", "to": "2026-07-01"}, "decided_by": "leder", "expected": [{"effect": "Mere tid"}])"));
  EXPECT_EQ(review.tree()
                .entries_at("trials")
                .front()
                .find("authority")
                ->entries()
                .front()
                .text_at("power"),
            "waive");
  EXPECT_THAT(review.status(house(), *day_from_text("2026-06-30")).trials_over, IsEmpty());
  EXPECT_EQ(review.status(house(), *day_from_text("2026-07-01")).trials_over.front().key(),
            "trial_without_result:t");
  EXPECT_THAT(
      refused(
          trial(
              R"("period": {"from": "2026-06-02", "to": "2026-07-01"}, "decided_by": "leder", "expected": [{"effect": "Mere tid"}])"),
          review),
      ElementsAre("trial_twice:t"));
  EXPECT_THAT(
      refused(
          R"({"event": "trial_result", "on": "2026-06-01", "result": {"trial": "t", "outcome": "works"}})",
          review),
      ElementsAre("trial_not_begun:t"));
  EXPECT_THAT(
      refused(
          R"({"event": "trial_result", "on": "2026-07-01", "result": {"trial": "u", "outcome": "works"}})",
          review),
      ElementsAre("unknown_trial:u"));
}

TEST(Record, WhatIsSetAgainHasAReasonAndTheFirstStays) {
  const Review first =
      applied(empty_review(),
              R"({"event": "set", "on": "2026-01-01", "field": "mode", "value": "one_rule"})");
  EXPECT_THAT(
      refused(R"({"event": "set", "on": "2026-02-01", "field": "mode", "value": "culture"})",
              first),
      ElementsAre("no_reason:mode"));
  const Review second = applied(
      first,
      R"({"event": "set", "on": "2026-02-01", "field": "mode", "value": "culture", "reason": "Det blev større"})");
  EXPECT_EQ(second.tree().text_at("mode"), "one_rule");
  EXPECT_EQ(review::View(second.tree()).mode(), "culture");
}

TEST(Record, WhatIsFixedAndOpenSaidAnewShows) {
  const Review first = applied(
      empty_review(),
      R"({"event": "declare", "on": "2026-01-01", "declaration": {"what": "Skemaet", "rule": "skema", "frame": "open"}})");
  const std::string again =
      R"({"event": "declare", "on": "2026-03-01", "declaration": {"what": "Skemaet", "rule": "skema", "frame": "fixed")";
  EXPECT_THAT(refused(again + "}}", first), ElementsAre("no_reason:skema"));
  const ReviewStatus status =
      applied(first, again + R"(, "reason": "Ny lov"}})").status(house(), {});
  ASSERT_EQ(status.redeclared.size(), 1U);
  EXPECT_EQ(status.redeclared[0].first, Frame::open);
  EXPECT_EQ(status.redeclared[0].now, Frame::fixed);
  EXPECT_EQ(status.redeclared[0].reason.da, "Ny lov");
}

TEST(Record, OnlyCultureSkipsStepsAndOnlyFourToSix) {
  const std::string skip =
      R"({"event": "skip", "on": "2026-03-01", "skip": {"reason": "Lederne rydder selv op", "step": )";
  EXPECT_THAT(refused(skip + R"("collect"}})"), ElementsAre("step_belongs:collect"));
  const Review culture =
      applied(empty_review(),
              R"({"event": "set", "on": "2026-01-01", "field": "mode", "value": "culture"})");
  EXPECT_THAT(refused(skip + R"("evaluate"}})", culture), ElementsAre("step_belongs:evaluate"));
  Review review = culture;
  for (const char* step : {"collect", "qualify", "decide"})
    review = applied(review, skip + '"' + step + R"("}})");
  const ReviewStatus status = review.status(house(), {});
  EXPECT_EQ(status.steps[3].state, ReviewState::skipped);
  EXPECT_EQ(status.steps[5].reason.da, "Lederne rydder selv op");
  EXPECT_THAT(refused(skip + R"("collect"}})", review), ElementsAre("skipped_twice:collect"));
}

TEST(Record, WhatIsDecidedHappensOrShows) {
  const Review decided = applied(empty_review(), disposition(skema + ", " + held));
  const std::string implement =
      R"({"event": "implement", "on": "2026-07-01", "implementation": {"rule": "skema", "who": "huset", "what": "Ingen skemaer")";
  EXPECT_THAT(decided.status(house(), *day_from_text("2026-06-30")).not_happened, IsEmpty());
  EXPECT_EQ(decided.status(house(), *day_from_text("2026-07-01")).not_happened.front().key(),
            "not_happened:skema");
  EXPECT_THAT(refused(implement + "}}"), ElementsAre("not_decided:skema"));
  EXPECT_THAT(
      refused(R"({"event": "implement", "on": "2026-06-30", "implementation": {"rule": "skema"}})",
              decided),
      ElementsAre("before_effect:skema"));
  const auto missing = [](const Review& review) {
    std::vector<std::string> keys;
    const ReviewStatus status = review.status(house(), {});
    for (const ReviewLack& lack : status.steps[5].missing) keys.push_back(lack.key());
    return keys;
  };
  const Review done = applied(decided, implement + "}}");
  EXPECT_THAT(missing(done), Contains("involvement_after:i-efter"));
  const Review told = applied(
      done, implement + R"(, "involved": [{"involvement": "i-efter", "on": "2026-07-02"}]}})");
  EXPECT_THAT(missing(told), Not(Contains("involvement_after:i-efter")));
}

TEST(Record, AClosedReviewTakesMeasurementsAndLessonsOnly) {
  EXPECT_THAT(refused(R"({"event": "close", "on": "2026-12-01", "closing": {}})"),
              IsSupersetOf({"no_commissioner", "no_lesson"}));
  std::string of;
  for (const std::string& key : refused(R"({"event": "close", "on": "2026-12-01", "closing": {}})"))
    of += (of.empty() ? "\"" : ", \"") + key + "\"";
  const Review closed = applied(
      empty_review(),
      R"({"event": "close", "on": "2026-12-01", "closing": {"override": {"by": "chef", "reason": "Opgivet", "of": [)" +
          of + "]}}}");
  EXPECT_TRUE(closed.status(house(), {}).closed);
  EXPECT_THAT(refused(disposition(skema + ", " + held), closed), Contains("closed"));
  applied(closed,
          R"({"event": "lesson", "on": "2026-12-02", "lesson": {"text": "Begynd i det små"}})");
}

TEST(Record, NominationsComeOnceAndAreOfUnits) {
  const std::string one =
      R"({"event": "collect", "on": "2026-03-01", "nominations": [{"nr": 1, "rule": "Skema", "unit": "huset"}]})";
  EXPECT_THAT(refused(one, applied(empty_review(), one)), ElementsAre("nomination_twice:1"));
  EXPECT_THAT(
      refused(
          R"({"event": "collect", "on": "2026-03-01", "nominations": [{"nr": 2, "rule": "Skema", "unit": "person"}]})"),
      ElementsAre("person_named:2"));
  EXPECT_THAT(
      refused(
          R"({"event": "collect", "on": "2026-03-01", "nominations": [{"nr": 2, "rule": "Skema", "matched": {"element": "x"}}]})"),
      ElementsAre("unknown_rule:x"));
}

TEST(Record, ADraftThatTheModelHasNotIsKeptInTheSheet) {
  const Review review =
      applied(empty_review(), R"({"event": "qualify", "on": "2026-04-01", "rows": [
    {"rule": null, "draft": true, "cluster": "c1"}, {"rule": "indmeldt:nyt", "draft": true, "cluster": "c2"}, {"rule": "skema"}]})");
  EXPECT_EQ(review.tree().entries_at("qualification").size(), 3U);
  EXPECT_EQ(review::View(review.tree()).qualified().size(), 1U);
  EXPECT_EQ(Review::read(review.json()).json(), review.json());
  EXPECT_THAT(
      refused(
          R"({"event": "qualify", "on": "2026-04-01", "rows": [{"rule": "skema", "draft": true}]})"),
      ElementsAre("no_draft:skema"));
}

TEST(Replies, SayNothingOfOtherUnits) {
  Review review =
      applied(empty_review(), R"({"event": "collect", "on": "2026-03-01", "nominations": [
    {"nr": 1, "rule": "Skema A", "unit": "huset", "matched": {"element": "skema"}},
    {"nr": 2, "rule": "Noget i haven", "unit": "haven", "matched": {"element": "liste"}}]})");
  review = applied(
      review,
      R"({"event": "qualify", "on": "2026-04-01", "rows": [{"rule": "skema", "origin": "home_made", "heap": "manager", "deciders": [{"holders": ["leder"]}], "units": 2}]})");
  const std::vector<ReviewReply> replies = review.replies(house(), {});
  ASSERT_EQ(replies.size(), 2U);
  EXPECT_EQ(replies[1].unit, "huset");
  EXPECT_THAT(replies[1].letter.da, HasSubstr("Reglen er kommunens egen."));
  EXPECT_THAT(replies[1].letter.da, HasSubstr("Skema A"));
  EXPECT_THAT(replies[1].letter.da, Not(HasSubstr("have")));
  EXPECT_THAT(json_of(review, replies), HasSubstr(R"("nominations":"fewer than 3")"));
  review = applied(review, R"({"event": "reply", "on": "2026-05-01", "reply": {"unit": "huset"}})");
  EXPECT_TRUE(review.replies(house(), {})[1].sent);
  EXPECT_EQ(review.tree().entries_at("replies").front().name_at("letter").da, replies[1].letter.da);
  EXPECT_THAT(
      refused(R"({"event": "reply", "on": "2026-05-01", "reply": {"unit": "chef"}})", review),
      ElementsAre("unit_without_nominations:chef"));
}

TEST(Evaluation, EstimateIsHeldAgainstMeasurement) {
  Review review = applied(empty_review(), disposition(skema + ", " + held));  // 10 to 30 hours
  review = applied(
      review,
      R"({"event": "implement", "on": "2026-07-01", "implementation": {"rule": "skema", "who": "huset", "what": "Ingen"}})");
  const auto measured = [&](const std::string& before, const std::string& after, int n) {
    Review with = review;
    for (const auto& [when, hours] : {std::pair{"before", before}, {"after", after}})
      with = applied(
          with,
          std::string(
              R"({"event": "measure", "on": "2026-09-01", "measurement": {"measure": "hours", "rule": "skema", "method": "time_log", "period": {"from": "2026-08-01", "to": "2026-08-15"}, "when": ")") +
              when + R"(", "n": )" + std::to_string(n) + R"(, "hours": )" + hours + "}}");
    return with.evaluation(house(), {}).hours.front();
  };
  EXPECT_EQ(measured("[20, 25]", "[0, 5]", 2).verdict, MeasuredVerdict::confirmed);
  EXPECT_EQ(*measured("[20, 25]", "[0, 5]", 2).freed, (Range{15, 20, 25}));
  EXPECT_EQ(measured("[8, 9]", "0", 2).verdict, MeasuredVerdict::less);
  EXPECT_EQ(measured("[31, 40]", "0", 2).verdict, MeasuredVerdict::more);
  EXPECT_EQ(measured("[20, 25]", "[0, 5]", 1).verdict, MeasuredVerdict::too_few);
  const ReviewEvaluation paid =
      applied(
          review,
          R"({"event": "measure", "on": "2026-09-01", "measurement": {"measure": "own_hours", "hours": 10, "people": 4}})")
          .evaluation(house(), {});
  EXPECT_EQ(paid.own_hours.likely, 40);
  ASSERT_TRUE(paid.payback_years);
  EXPECT_EQ(paid.payback_years->likely, 2);
  EXPECT_FALSE(paid.payback_measured);
  EXPECT_THAT(
      refused(
          R"({"event": "measure", "on": "2026-09-01", "measurement": {"measure": "hours", "rule": "skema"}})"),
      IsSupersetOf({"measurement_incomplete:n", "measurement_incomplete:method",
                    "measurement_incomplete:period"}));
}

TEST(Plan, RemovalsDecidedAlikeGoTogether) {
  Review review = applied(empty_review(), disposition(skema + ", " + held));
  review = applied(
      review,
      disposition(R"("rule": "hast", "what": "remove", "decided_by": "chef", "grant": "g-hast")"));
  const auto plans = review.plans(house(), *day_from_text("2026-06-01"));
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_THAT(plans[0].rules, ElementsAre("hast"));
  EXPECT_THAT(plans[1].rules, ElementsAre("skema"));
  EXPECT_TRUE(plans[1].plan.possible);
}

/// Every list of @p before is the beginning of the same list of @p after, and nothing else differs.
void expect_nothing_lost(const Tree& before, const Tree& after) {
  const auto lists = review::row_lists();
  for (const review::TreeField& field : before.fields()) {
    const Tree* now = after.find(field.key);
    ASSERT_TRUE(now) << field.key;
    if (std::find(lists.begin(), lists.end(), field.key) == lists.end()) {
      EXPECT_EQ(field.value, *now) << field.key;
      continue;
    }
    ASSERT_LE(field.value.entries().size(), now->entries().size()) << field.key;
    for (std::size_t i = 0; i < field.value.entries().size(); ++i)
      EXPECT_EQ(field.value.entries()[i], now->entries()[i]) << field.key << i;
  }
}

TEST(Record, NoRowIsEverLost) {
  std::mt19937 random(7);
  const auto any = [&](std::initializer_list<const char*> list) {
    return std::string(*(list.begin() + random() % list.size()));
  };
  const auto event = [&](int i) {
    const std::string on =
        "2026-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 9);
    const std::string rule = any({"skema", "liste", "alene", "faelles", "hemmelig", "hast", "x"});
    const std::string by = any({"leder", "chef", "raad", "anden"});
    const std::string head =
        R"("on": ")" + on + R"(", "by": ")" + by + R"(", "x-i": )" + std::to_string(i) + ", ";
    switch (random() % 12) {
      case 0:
        return R"({"event": "set", )" + head + R"("field": "mode", "value": ")" +
               any({"culture", "one_rule"}) + R"(", "reason": "r"})";
      case 1:
        return R"({"event": "declare", )" + head +
               R"("declaration": {"what": "w", "reason": "r", "rule": ")" + rule +
               R"(", "frame": ")" + any({"open", "fixed"}) + R"("}})";
      case 2:
        return R"({"event": "collect", )" + head + R"("nominations": [{"nr": )" +
               std::to_string(random() % 40) + R"(, "rule": "R", "unit": "huset", "x-a": [1]}]})";
      case 3:
        return R"({"event": "qualify", )" + head + R"("rows": [{"rule": ")" + rule + R"("}]})";
      case 4:
      case 5:
        return R"({"event": "dispose", )" + head + R"("disposition": {"rule": ")" + rule +
               R"(", "what": ")" + any({"remove", "keep", "anchor", "change"}) +
               R"(", "decided_by": ")" + by +
               R"(", "facts": {"principled": false}, "involved": [{"involvement": "i-med", "on": "2025-12-01"}]}})";
      case 6:
        return R"({"event": "trial", )" + head + R"("trial": {"id": "t)" +
               std::to_string(random() % 9) + R"(", "unit": "huset", "rules": ")" + rule +
               R"(", "decided_by": ")" + by +
               R"(", "period": {"from": "2026-10-01", "to": "2026-11-01"}, "expected": [{"effect": "e"}]}})";
      case 7:
        return R"({"event": "implement", )" + head + R"("implementation": {"rule": ")" + rule +
               R"("}})";
      case 8:
        return R"({"event": "reply", )" + head + R"("reply": {"unit": "huset"}})";
      case 9:
        return R"({"event": "measure", )" + head +
               R"("measurement": {"measure": "own_hours", "hours": 3}})";
      case 10:
        return R"({"event": "lesson", )" + head + R"("lesson": {"text": "t"}})";
      default:
        return R"({"event": "skip", )" + head + R"("skip": {"step": ")" +
               any({"collect", "qualify", "decide", "evaluate"}) + R"(", "reason": "r"}})";
    }
  };
  const int rounds = std::getenv("RG_TEST_LONG") ? 40 : 4;
  std::size_t taken = 0, refusals = 0;
  for (int round = 0; round < rounds; ++round) {
    Review review = Review::begin(house(), R"({"id": "r", "x-mine": {"a": 1}})");
    for (int i = 0; i < 60; ++i) {
      const std::string json = event(i);
      const std::string before = review.json();
      const Applied answer = review.apply(house(), json);
      EXPECT_EQ(review.json(), before);
      if (!answer.review) {
        EXPECT_FALSE(answer.refused.empty());
        ++refusals;
        continue;
      }
      ++taken;
      expect_nothing_lost(review.tree(), answer.review->tree());
      EXPECT_EQ(answer.review->tree().entries_at("log").size(),
                review.tree().entries_at("log").size() + 1);
      const Review again = Review::read(answer.review->json());
      EXPECT_EQ(again.json(), answer.review->json());
      review = again;
    }
    EXPECT_NO_THROW((void)review.status(house(), {}));
    EXPECT_NO_THROW((void)review.evaluation(house(), {}));
  }
  EXPECT_GT(taken, 20U * static_cast<std::size_t>(rounds));
  EXPECT_GT(refusals, 5U * static_cast<std::size_t>(rounds));
}

std::vector<std::string> found(const std::string& text) {
  try {
    (void)Review::read(text, "r.json");
  } catch (const InvalidReview& error) {
    std::vector<std::string> all;
    for (const Finding& finding : error.findings())
      all.push_back(finding.code + " " + finding.field + " " + std::to_string(finding.line) + ":" +
                    std::to_string(finding.column));
    return all;
  }
  return {};
}

TEST(Form, EveryErrorIsSaidWithItsPlace) {
  EXPECT_THAT(found("{\"regelgraf_review\": 1, \"id\": \"r\", \"model\": {\"id\": \"m\"},\n "
                    "\"mode\": \"kultur\",\n \"dispositons\": [],\n \"skips\": [{\"step\": 4, "
                    "\"on\": \"2026-02-30\"}]}"),
              ElementsAre("unknown_field dispositons 3:17", "unknown_word mode 2:10",
                          "bad_date skips[0].on 4:30", "wrong_type skips[0].step 4:21",
                          "missing_field skips[0] 4:12"));
  EXPECT_THAT(found("{\"regelgraf_review\": 1"), ElementsAre(HasSubstr("bad_json")));
  EXPECT_THAT(found("[]"), ElementsAre(HasSubstr("wrong_type")));
  EXPECT_THAT(
      found("{\"id\": \"a\", \"id\": \"b\", \"regelgraf_review\": 2, \"model\": {\"id\": \"m\"}}"),
      Contains(HasSubstr("duplicate_field")));
  EXPECT_THAT(found("{\"id\": \"a\", \"regelgraf_review\": 2, \"model\": {\"id\": \"m\"}}"),
              Contains(HasSubstr("unknown_version")));
}

TEST(Form, PersonalDataIsRefusedWhereverItStandsAndNeverRepeated) {
  for (
      const char* text :
      {R"({"regelgraf_review": 1, "id": "r", "model": {"id": "m"}, "x-n": [{"a": "010190-1234"}]})",
       R"({"regelgraf_review": 1, "id": "r", "model": {"id": "m"}, "x-010190-1234": 1})",
       R"({"regelgraf_review": 1, "id": "r", "model": {"id": "m"}, "nominations": [{"nr": 1, "rule": "Ring 010190-1234"}]})"}) {
    try {
      (void)Review::read(text);
      ADD_FAILURE() << text;
    } catch (const InvalidReview& error) {
      EXPECT_EQ(error.findings().back().code, "personal_data");
      for (const Finding& finding : error.findings())
        EXPECT_THAT(finding.message.en + finding.field + error.what(),
                    Not(HasSubstr("010190-1234")));
    }
  }
}

TEST(Form, HostileTextIsRefused) {
  EXPECT_THROW((void)Review::read(std::string(100, '[')), InvalidReview);
  EXPECT_THROW((void)Review::read("\xff"), InvalidReview);
  EXPECT_THROW((void)Review::read(""), InvalidReview);
  EXPECT_THROW((void)Review::read(std::string(review::most_bytes + 1, ' ')), Error);
  EXPECT_THROW((void)empty_review().apply(house(), R"({"event": "sov", "on": "2026-01-01"})"),
               InvalidReview);
  EXPECT_THROW(
      (void)empty_review().apply(house(), R"({"event": "lesson", "lesson": {"text": "uden dag"}})"),
      InvalidReview);
  EXPECT_THROW((void)empty_review().apply(house(), "7"), InvalidReview);
  EXPECT_THROW((void)Review::begin(house(), R"({"id": "r", "log": []})"), InvalidReview);
  EXPECT_THROW((void)Review::begin(house(), "[]"), InvalidReview);
}

TEST(Form, AnotherModelIsAnError) {
  const Review review =
      Review::read(R"({"regelgraf_review": 1, "id": "r", "model": {"id": "et-andet"}})");
  EXPECT_THROW((void)review.status(house(), {}), Error);
}

}  // namespace
}  // namespace regelgraf::test
