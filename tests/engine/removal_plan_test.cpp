// The way to remove a rule, step by step.

#undef REGELGRAF_DECLARATIONS_ONLY  // how it counts days is told inside alone

#include <regelgraf/removal_plan.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A step as `what elements [body|holders] [day]`.
std::vector<std::string> steps(const Model& model, const RemovalPlan& plan) {
  std::vector<std::string> lines;
  const auto add = [&](std::string& line, const std::vector<Index>& list) {
    for (const Index i : list) line += " " + std::string(model.id(i));
  };
  for (const PlanStep& step : plan.steps) {
    std::string line(to_text(step.what));
    add(line, step.elements);
    if (step.body != none) line += " | " + std::string(model.id(step.body));
    if (!step.holders.empty()) add(line += " |", step.holders);
    if (step.done) line += " " + to_text(*step.done);
    lines.push_back(line);
  }
  return lines;
}

RemovalPlan plan_for(const Model& model, const std::vector<const char*>& ids,
                     const char* date = nullptr) {
  RemovalPlanQuestion question;
  for (const char* id : ids) question.elements.push_back(*model.find(id));
  if (date) question.context.date = day(date);
  return removal_plan(model, question);
}

Element hearing(const char* id, const char* body, How how, double days, Timing timing) {
  Element element = involvement(id, body, how, {"repeal"}, {"skema", "notat"});
  auto& fields = std::get<Involvement>(element.fields);
  fields.days = days;
  fields.timing = timing;
  return element;
}

/// A manager's two rules, a duty on one of them, and whom to involve.
Draft office() {
  Element needs = make("pligt", Duty{});
  needs.needs = {any({"skema", "brev"})};
  Element letter = rule("brev", Instrument::procedure, {"chef"});
  letter.status = Status::repealed;
  Element examined = rule("notat", Instrument::procedure, {"chef"});
  examined.examined = Examined{day("2026-01-01"), {}};
  return draft(
      {actor("byraad", Tier::council, Form::body),
       actor("chef", Tier::management, Form::post, "byraad"), actor("med", Tier::med, Form::body),
       actor("raad", Tier::citizen, Form::body), actor("stab", Tier::administration, Form::unit),
       rule("skema", Instrument::procedure, {"chef"}), std::move(examined), std::move(letter),
       std::move(needs), hearing("i-med", "med", How::discuss, 14, Timing::before),
       hearing("i-raad", "raad", How::consult, 28, Timing::before),
       hearing("i-stab", "stab", How::recommend, 7, Timing::before),
       hearing("i-byraad", "byraad", How::inform, 0, Timing::after)});
}

TEST(RemovalPlan, HasItsStepsInOrderWithTheirDays) {
  const Model model = model_of(office());
  const RemovalPlan plan = plan_for(model, {"skema", "notat"}, "2026-03-01");
  EXPECT_THAT(
      steps(model, plan),
      ElementsAre("examine skema 2026-03-01", "put_in_place pligt 2026-03-01",
                  "involve notat skema | raad 2026-03-29", "involve notat skema | med 2026-03-15",
                  "involve notat skema | stab 2026-04-05", "decide notat skema | chef 2026-04-05",
                  "involve notat skema | byraad 2026-04-05", "take_effect notat skema 2026-04-05"));
  EXPECT_EQ(to_text(plan.earliest.value()), "2026-04-05");
  ASSERT_EQ(plan.put_in_place_first.size(), 1U);
  EXPECT_THAT(ids(model, plan.put_in_place_first[0].of), ElementsAre("brev", "skema"));
  EXPECT_THAT(plan.put_in_place_first[0].left, IsEmpty());
}

TEST(RemovalPlan, WithoutADateSaysHowLong) {
  const Model model = model_of(office());
  const RemovalPlan plan = plan_for(model, {"skema"});
  EXPECT_EQ(plan.days, 35);
  EXPECT_EQ(plan.months, 0);
  EXPECT_FALSE(plan.earliest.has_value());
}

TEST(RemovalPlan, AsksWhoDecidesForEach) {
  const Model model = model_of(office());
  const RemovalPlan plan = plan_for(model, {"skema", "notat", "skema"}, "2026-03-01");
  ASSERT_EQ(plan.decisions.size(), 2U);
  for (const PlannedDecision& one : plan.decisions) {
    AuthorityQuestion question;
    question.power = "repeal";
    question.target = one.element;
    question.date = day("2026-03-01");
    const Decision decision = who_decides(model, question);
    ASSERT_EQ(one.decision.options.size(), decision.options.size());
    EXPECT_EQ(one.decision.options.front().holders, decision.options.front().holders);
  }
}

TEST(RemovalPlan, WithoutAuthorityThereIsNoDay) {
  const Model model = model_of(draft({rule("lov", Instrument::act)}));
  const RemovalPlan plan = plan_for(model, {"lov"}, "2026-03-01");
  EXPECT_FALSE(plan.possible);
  EXPECT_FALSE(plan.earliest.has_value());
  EXPECT_THAT(steps(model, plan), ElementsAre("examine lov 2026-03-01", "decide lov"));
}

TEST(RemovalPlan, NobodyRepealsADuty) {
  Draft draft = office();
  draft.add(grant("g-alt", {"byraad"}, {"*"}, {"*"}));
  const RemovalPlan plan = plan_for(model_of(std::move(draft)), {"pligt"});
  EXPECT_FALSE(plan.possible);
  EXPECT_THAT(plan.decisions.at(0).decision.options, IsEmpty());
}

TEST(RemovalPlan, ForNothingIsEmpty) {
  const RemovalPlan plan = plan_for(model_of(office()), {});
  EXPECT_THAT(plan.steps, IsEmpty());
  EXPECT_TRUE(plan.possible);
  EXPECT_FALSE(plan.earliest.has_value());
  const RemovalPlan dated = plan_for(model_of(office()), {}, "2026-03-01");
  ASSERT_TRUE(dated.earliest.has_value());
  EXPECT_EQ(to_text(*dated.earliest), "2026-03-01");
}

// What falls with the duty alone stands again with it.
TEST(RemovalPlan, ADutyDoesNotLackItself) {
  Element duty = make("pligt", Duty{});
  duty.needs = {any({"pligt"}), any({"regel"}), any({"paa-pligten"})};
  Element leaning = rule("paa-pligten");
  leaning.basis = {any({"pligt"})};
  const Model model = model_of(draft({duty, leaning, rule("regel")}));
  const RemovalPlan plan = plan_for(model, {"regel"});
  ASSERT_EQ(plan.put_in_place_first.size(), 1U);
  EXPECT_EQ(ids(model, plan.put_in_place_first[0].of), std::vector<std::string>{"regel"});
}

TEST(RemovalPlan, AMonthEndsOnTheSameDayOrOnTheLast) {
  EXPECT_EQ(to_text(detail::months_after(day("2026-01-15"), 3)), "2026-04-15");
  EXPECT_EQ(to_text(detail::months_after(day("2026-11-30"), 3)), "2027-02-28");
  EXPECT_EQ(to_text(detail::months_after(day("2026-11-30"), 1e300)), "9999-12-31");
  EXPECT_EQ(to_text(detail::days_after(day("2026-11-30"), 1e300)), "9999-12-31");
}

}  // namespace
}  // namespace regelgraf::test
