// Hours by group.

#include <regelgraf/burden_by.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regelgraf/error.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Burden hours(double a_year) {
  Burden burden;
  burden.minutes = Range{60, 60, 60};
  burden.times_per_year = Range{a_year, a_year, a_year};
  return burden;
}
Element costing(double a_year, Element element) {
  if (auto* rule = std::get_if<Rule>(&element.fields)) rule->burden = hours(a_year);
  if (auto* task = std::get_if<Task>(&element.fields)) task->burden = hours(a_year);
  return element;
}

// The chief's form binds two homes; chief and union agree on a note; a practice is nobody's.
Draft town() {
  return draft(
      {actor("chief", Tier::management, Form::post), actor("union", Tier::partner, Form::outside),
       actor("area", Tier::administration, Form::unit),
       actor("home-a", Tier::workplace, Form::unit, "area"),
       actor("home-b", Tier::workplace, Form::unit, "area"), matter("care"), matter("plans"),
       costing(8, rule("form", Instrument::procedure, {"chief"}, {"care", "plans"},
                       {"home-a", "home-b"})),
       costing(4, rule("note", Instrument::local_agreement, {"chief", "union"}, {}, {"home-a"})),
       costing(2, rule("habit", Instrument::practice)),
       costing(1, task("visit", false, {"home-b"})), rule("free")});
}

std::vector<std::string> told(const Model& model, const BurdenAnswer& answer) {
  std::vector<std::string> lines;
  const auto line = [&](const std::string& key, const BurdenSum& sum) {
    std::string text = key + " " + std::to_string(static_cast<int>(sum.hours.likely)) + ":";
    for (const Index i : sum.elements) text += " " + std::string(model.id(i));
    lines.push_back(text);
  };
  for (const BurdenGroup& group : answer.groups)
    line(group.unknown() ? "?" : std::string(group.key(model)), group);
  line("total", answer.total);
  return lines;
}
std::vector<std::string> by(BurdenBy what, const char* within = nullptr) {
  const Model model = model_of(town());
  BurdenQuestion question;
  question.by = what;
  if (within) question.within = *model.find(within);
  return told(model, burden(model, question));
}

TEST(Burden, ByTierARuleStandsOnceWithItsFarthestIssuer) {
  EXPECT_THAT(by(BurdenBy::tier),
              ElementsAre("management 8: form", "partner 4: note", "? 3: habit visit",
                          "total 15: form habit note visit"));
}

TEST(Burden, ByInstrumentTasksStandApart) {
  EXPECT_THAT(by(BurdenBy::instrument),
              ElementsAre("procedure 8: form", "local_agreement 4: note", "practice 2: habit",
                          "? 1: visit", "total 15: form habit note visit"));
}

TEST(Burden, WhatSeveralIssuedCountsWholeUnderEachAndOnceInAll) {
  const Model model = model_of(town());
  const BurdenAnswer answer = burden(model, {BurdenBy::issuer, none, {}});
  EXPECT_THAT(told(model, answer),
              ElementsAre("chief 12: form note", "union 4: note", "? 3: habit visit",
                          "total 15: form habit note visit"));
  EXPECT_THAT(ids(model, answer.shared), ElementsAre("note"));
}

TEST(Burden, WhatConcernsSeveralMattersCountsWholeUnderEach) {
  EXPECT_THAT(by(BurdenBy::matter),
              ElementsAre("care 8: form", "plans 8: form", "? 7: habit note visit",
                          "total 15: form habit note visit"));
}

TEST(Burden, ThoseWhoAreBoundShareTheHours) {
  EXPECT_THAT(by(BurdenBy::actor), ElementsAre("home-a 8: form note", "home-b 5: form visit",
                                               "? 2: habit", "total 15: form habit note visit"));
}

TEST(Burden, WithinAUnitCountsThePartThatLiesThere) {
  EXPECT_THAT(by(BurdenBy::instrument, "home-a"),
              ElementsAre("procedure 4: form", "local_agreement 4: note", "practice 2: habit",
                          "total 10: form habit note"));
  EXPECT_THAT(by(BurdenBy::actor, "area"), by(BurdenBy::actor));
}

TEST(Burden, OnlyWhatStandsOnTheDayCounts) {
  Draft draft;
  draft += costing(8, with(rule("old"), [](Element& e) { e.valid.to = day("2026-01-01"); }));
  draft += costing(4, with(rule("new"), [](Element& e) { e.valid.from = day("2026-01-01"); }));
  const Model model = model_of(draft);
  const auto on = [&](std::optional<Day> date) {
    return told(model, burden(model, {BurdenBy::tier, none, date}));
  };
  EXPECT_THAT(on(day("2025-12-31")), ElementsAre("? 8: old", "total 8: old"));
  EXPECT_THAT(on(day("2026-01-01")), ElementsAre("? 4: new", "total 4: new"));
  EXPECT_THAT(on(std::nullopt), ElementsAre("? 4: new", "total 4: new"));
}

TEST(Burden, WithoutFiguresThereAreNoGroups) {
  const Model model = model_of(draft({rule("free")}));
  const BurdenAnswer answer = burden(model, {});
  EXPECT_THAT(answer.groups, IsEmpty());
  EXPECT_EQ(answer.total.hours, Range{});
}

// 10 to 30 minutes where the law asks for 0 to 30: as many as 10 too many, at most; never -.
TEST(Burden, ASurplusIsAnIntervalInOrder) {
  Burden burden;
  burden.minutes = Range{10 * 60, 20 * 60, 30 * 60};
  burden.times_per_year = Range{1, 1, 1};
  burden.minimum.emplace().minutes = Range{0, 15 * 60, 30 * 60};
  EXPECT_EQ(hours_of(burden).surplus, (Range{0, 5, 10}));
}

TEST(Burden, AUnitThatIsNoneIsAnError) {
  const Model model = model_of(town());
  const auto code = [&](Index within) {
    try {
      (void)burden(model, {BurdenBy::tier, within, {}});
    } catch (const Error& error) {
      return to_text(error.code());
    }
    return std::string_view("no error");
  };
  EXPECT_EQ(code(model.size()), "unknown_element");
  EXPECT_EQ(code(*model.find("form")), "invalid_question");
}

}  // namespace
}  // namespace regelgraf::test
