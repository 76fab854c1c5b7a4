// Which elements stand: dates, status, and the two relations that carry (DESIGN section 2).

#include <regelgraf/standing.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> standing(const Model& model, const Situation& situation = {}) {
  const auto set = standing_set(model, situation);
  std::vector<std::string> names;
  for (Index i = 0; i < model.size(); ++i)
    if (set[i]) names.push_back(model.id(i));
  return names;
}
std::vector<std::string> standing_on(const Model& model, const char* date) {
  Situation situation;
  situation.date = day(date);
  return standing(model, situation);
}
std::vector<std::string> standing_without(const Model& model, const std::string& id) {
  const std::vector<Index> removed{*model.find(id)};
  Situation situation;
  situation.removed = removed;
  return standing(model, situation);
}

Element between(Element element, const char* from, const char* to) {
  if (*from) element.valid.from = day(from);
  if (*to) element.valid.to = day(to);
  return element;
}
Element based_on(Element element, std::vector<Requirement> basis) {
  element.basis = std::move(basis);
  return element;
}
Element needing(Element element, std::vector<Requirement> needs) {
  element.needs = std::move(needs);
  return element;
}

// The old form runs out on the day the new one begins: never both, never neither.
TEST(Standing, APeriodHoldsItsFirstDayAndNotItsLast) {
  const Model model = model_of(draft(
      {between(rule("old"), "2025-01-01", "2026-07-01"), between(rule("new"), "2026-07-01", "")}));
  EXPECT_THAT(standing_on(model, "2024-12-31"), IsEmpty());
  EXPECT_THAT(standing_on(model, "2025-01-01"), ElementsAre("old"));
  EXPECT_THAT(standing_on(model, "2026-06-30"), ElementsAre("old"));
  EXPECT_THAT(standing_on(model, "2026-07-01"), ElementsAre("new"));
}

// Without a date the model's last state is meant: what has an end is over, what will begin has
// begun.
TEST(Standing, WithoutADateTheLastStateIsMeant) {
  const Model model = model_of(draft({between(rule("old"), "2025-01-01", "9999-12-31"),
                                      between(rule("new"), "9999-12-31", ""), rule("always")}));
  EXPECT_THAT(standing(model), ElementsAre("always", "new"));
  EXPECT_TRUE(model.stands(*model.find("new")));
  EXPECT_FALSE(model.stands(*model.find("old")));
}

TEST(Standing, WhatIsOnlyProposedNeverStands) {
  const Model model = model_of(draft({with(between(rule("idea"), "2025-01-01", ""),
                                           [](Element& e) { e.status = Status::proposed; }),
                                      based_on(rule("detail"), {any({"idea"})})}));
  EXPECT_THAT(standing(model), IsEmpty());
  EXPECT_THAT(standing_on(model, "2026-01-01"), IsEmpty());
}

// A repealed rule stood until its end: a question about a day before that must say so.
TEST(Standing, WhatIsRepealedStoodUntilItsEnd) {
  const Model model = model_of(draft({with(between(rule("ended"), "2025-01-01", "2026-01-01"),
                                           [](Element& e) { e.status = Status::repealed; }),
                                      with(between(rule("endless"), "2025-01-01", ""),
                                           [](Element& e) { e.status = Status::repealed; })}));
  EXPECT_THAT(standing_on(model, "2025-12-31"), ElementsAre("ended"));
  EXPECT_THAT(standing_on(model, "2026-01-01"), IsEmpty());
  EXPECT_THAT(standing(model), IsEmpty());
}

// Two procedures that refer to each other work, as long as nobody takes one away.
TEST(Standing, TwoThatNeedEachOtherStand) {
  const Model model = model_of(draft(
      {needing(rule("record"), {any({"review"})}), needing(rule("review"), {any({"record"})})}));
  EXPECT_THAT(standing(model), ElementsAre("record", "review"));
  EXPECT_THAT(standing_without(model, "review"), IsEmpty());
}

// Two rules may not be each other's only legal ground.
TEST(Standing, TwoThatAreEachOthersOnlyBasisFall) {
  const Model model = model_of(draft(
      {based_on(rule("hen"), {any({"egg"})}), based_on(rule("egg"), {any({"hen"})}), rule("act")}));
  EXPECT_THAT(standing(model), ElementsAre("act"));
}

TEST(Standing, TwoThatAreEachOthersBasisStandOnAGroundOutside) {
  const Model model = model_of(draft({based_on(rule("hen"), {any({"act", "egg"})}),
                                      based_on(rule("egg"), {any({"hen"})}), rule("act")}));
  EXPECT_THAT(standing(model), ElementsAre("act", "egg", "hen"));
  EXPECT_THAT(standing_without(model, "act"), IsEmpty());
}

TEST(Standing, WhatNeedsItselfStands) {
  EXPECT_THAT(standing(model_of(draft({needing(rule("loop"), {any({"loop"})})}))),
              ElementsAre("loop"));
}

TEST(Standing, WhatIsItsOwnBasisFalls) {
  EXPECT_THAT(standing(model_of(draft({based_on(rule("loop"), {any({"loop"})})}))), IsEmpty());
}

TEST(Standing, AnElementWithoutBasisIsItsOwnGround) {
  EXPECT_THAT(standing(model_of(draft({rule("practice", Instrument::practice)}))),
              ElementsAre("practice"));
}

// Two of three on duty are enough; one is not.
TEST(Standing, KOfNHoldsAsLongAsKAreLeft) {
  for (const bool as_basis : {false, true}) {
    const std::vector<Requirement> two_of_three{at_least(2, {"a", "b", "c"})};
    const Element shift =
        as_basis ? based_on(rule("shift"), two_of_three) : needing(rule("shift"), two_of_three);
    const Model model = model_of(draft({shift, rule("a"), rule("b"), rule("c")}));
    EXPECT_THAT(standing_without(model, "a"), ElementsAre("b", "c", "shift"));
    const std::vector<Index> two{*model.find("a"), *model.find("b")};
    Situation situation;
    situation.removed = two;
    EXPECT_THAT(standing(model, situation), ElementsAre("c"));
  }
}

TEST(Standing, EveryRequirementMustHold) {
  const Model model = model_of(draft({needing(rule("visit"), {any({"car"}), any({"key", "code"})}),
                                      rule("car"), rule("key"), rule("code")}));
  EXPECT_THAT(standing_without(model, "key"), ElementsAre("car", "code", "visit"));
  EXPECT_THAT(standing_without(model, "car"), ElementsAre("code", "key"));
}

// The loop of needs drops out because one of it loses its ground, and takes the rest with it.
TEST(Standing, ALostGroundIsFeltThroughALoopOfNeeds) {
  const Model model = model_of(draft({rule("act", Instrument::act),
                                      with(rule("record"),
                                           [](Element& e) {
                                             e.basis = {any({"act"})};
                                             e.needs = {any({"review"})};
                                           }),
                                      needing(rule("review"), {any({"record"})}),
                                      based_on(rule("report"), {any({"review"})})}));
  EXPECT_THAT(standing(model), ElementsAre("act", "record", "report", "review"));
  EXPECT_THAT(standing_without(model, "act"), IsEmpty());
}

Element serving(Element element, const std::string& what) {
  element.serves = {what};
  return element;
}

// What is a purpose in itself asks for none, though it may serve something that has none.
TEST(Standing, ADutyThatServesADeadEndIsAPurposeAllTheSame) {
  const Model model =
      model_of(draft({serving(make("duty", Duty()), "task"), serving(task("task"), "rule"),
                      rule("rule"), serving(task("work"), "duty")}));
  const auto purposeful = purposeful_set(model, model.standing());
  std::vector<std::string> names;
  for (Index i = 0; i < model.size(); ++i)
    if (purposeful[i]) names.push_back(model.id(i));
  EXPECT_THAT(names, ElementsAre("duty", "work"));
}

// A long chain must not exhaust the stack.
TEST(Standing, AChainOfAHundredThousandFallsWithItsRoot) {
  Draft chain;
  const auto name = [](int i) {
    std::string digits = std::to_string(i);
    return "r" + std::string(6 - digits.size(), '0') + digits;
  };
  chain += rule(name(0));
  for (int i = 1; i < 100000; ++i) chain += based_on(rule(name(i)), {any({name(i - 1)})});
  const Model model = model_of(std::move(chain));
  EXPECT_EQ(standing(model).size(), 100000U);
  EXPECT_THAT(standing_without(model, name(0)), IsEmpty());
}

}  // namespace
}  // namespace regelgraf::test
