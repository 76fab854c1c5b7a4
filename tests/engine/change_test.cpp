// what_if by example: one model small enough to check by hand in each test.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regelgraf/change.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Element costing(Element element, Range minutes, double times) {
  Burden burden;
  burden.minutes = minutes;
  burden.times_per_year = Range{times, times, times};
  std::get<Rule>(element.fields).burden = burden;
  return element;
}
Element needing(Element element, const Ids& ids) {
  for (const std::string& id : ids) element.needs.push_back(any({id}));
  return element;
}
Element serving(Element element, const Ids& ids) {
  element.serves = ids;
  return element;
}
Element grounded(Element element, const Ids& ids) {
  for (const std::string& id : ids) element.basis.push_back(any({id}));
  return element;
}
Element with_status(Element element, Status status) {
  element.status = status;
  return element;
}

std::vector<Index> elements(const std::vector<Effect>& effects) {
  std::vector<Index> list;
  for (const Effect& effect : effects) list.push_back(effect.element);
  return list;
}

/// A weekly note that a task serves by; a list that controls it; a duty that needs the task.
Draft office() {
  return draft({make("duty", Duty{}), serving(task("task"), {"duty"}),
                serving(costing(rule("weekly"), {20, 30, 60}, 52), {"task"}),
                serving(costing(rule("control"), {60, 60, 60}, 12), {"weekly"})});
}

TEST(WhatIf, ReplacingFreesTheDifferenceAndCountsItCrosswise) {
  const Model model = model_of(office());
  Change change;
  change.removed = {*model.find("weekly")};
  change.added = {serving(costing(rule("monthly"), {30, 30, 60}, 12), {"task"})};
  const WhatIfAnswer answer = what_if(model, change);
  const Model& after = *answer.after;
  EXPECT_THAT(ids(after, answer.removed), ElementsAre("weekly"));
  EXPECT_THAT(ids(after, answer.added), ElementsAre("monthly"));
  EXPECT_THAT(ids(after, answer.stands_anew), ElementsAre("monthly"));
  EXPECT_THAT(ids(after, elements(answer.redundant)), ElementsAre("control"));
  EXPECT_THAT(answer.lapsed, IsEmpty());
  EXPECT_THAT(answer.broken, IsEmpty());
  // Weekly 52 x 20, 30, 60 minutes; monthly 12 x 30, 30, 60 minutes.
  EXPECT_EQ(answer.hours_added, (Range{6, 6, 12}));
  EXPECT_NEAR(answer.hours_net.low, 52 * 20 / 60.0 - 12, 1e-9);
  EXPECT_NEAR(answer.hours_net.likely, 26 - 6, 1e-9);
  EXPECT_NEAR(answer.hours_net.high, 52 - 6, 1e-9);
  // What became redundant is still there: it is no part of the net.
  EXPECT_EQ(answer.hours_redundant, (Range{12, 12, 12}));
}

TEST(WhatIf, ADifferenceOfTheSameFigureIsNothing) {
  Draft d = office();
  const Model model = model_of(d);
  Change change;
  change.changed = {model.element(*model.find("weekly"))};
  change.changed.front().name.en = "Another name";
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_THAT(ids(*answer.after, answer.changed), ElementsAre("weekly"));
  EXPECT_THAT(ids(*answer.after, answer.unexamined), ElementsAre("weekly"));
  EXPECT_EQ(answer.hours_changed, Range{});
  EXPECT_EQ(answer.hours_net, Range{});
}

TEST(WhatIf, SimplifyingFreesWhatItNoLongerCosts) {
  const Model model = model_of(office());
  Change change;
  change.changed = {serving(costing(rule("weekly"), {20, 30, 60}, 26), {"task"})};
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_EQ(answer.hours_changed.likely, 13);
  EXPECT_NEAR(answer.hours_changed.low, (52 * 20 - 26 * 60) / 60.0, 1e-9);
  EXPECT_EQ(answer.hours_net, answer.hours_changed);
  EXPECT_THAT(answer.stands_anew, IsEmpty());
}

TEST(WhatIf, AProposalThatIsAdoptedStandsAnewWithAllThatWaitedForIt) {
  const Model model =
      model_of(draft({with_status(rule("plan"), Status::proposed), needing(rule("guide"), {"plan"}),
                      grounded(rule("form"), {"guide"})}));
  Change change;
  change.changed = {with_status(rule("plan"), Status::in_force)};
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_THAT(ids(*answer.after, answer.stands_anew), ElementsAre("form", "guide", "plan"));
}

TEST(WhatIf, WhatFallsByItsOwnNewFieldsIsTheBeginningOfThePath) {
  const Model model =
      model_of(draft({rule("act", Instrument::act), grounded(rule("b"), {"act"}),
                      grounded(rule("c"), {"b"}), with_status(rule("gone"), Status::repealed)}));
  Change repealed;
  repealed.changed = {with_status(grounded(rule("b"), {"act"}), Status::repealed)};
  WhatIfAnswer answer = what_if(model, repealed);
  ASSERT_THAT(answer.broken, SizeIs(1));
  EXPECT_EQ(answer.broken[0].cause.of_what, Cause::Of::own);
  EXPECT_THAT(ids(*answer.after, answer.broken[0].through), ElementsAre("b"));
  ASSERT_THAT(answer.lapsed, SizeIs(1));
  EXPECT_THAT(ids(*answer.after, answer.lapsed[0].through), ElementsAre("b", "c"));

  Change moved;  // now it rests on what does not stand
  moved.changed = {grounded(rule("b"), {"gone"})};
  answer = what_if(model, moved);
  EXPECT_THAT(ids(*answer.after, elements(answer.lapsed)), ElementsAre("b", "c"));
  EXPECT_THAT(ids(*answer.after, answer.lapsed[0].cause.of), ElementsAre("gone"));
  EXPECT_THAT(ids(*answer.after, answer.lapsed[0].through), ElementsAre("b"));
}

TEST(WhatIf, AChangedElementThatFallsWithAnotherIsNoBeginning) {
  const Model model =
      model_of(draft({rule("a"), needing(rule("b"), {"a"}), needing(rule("c"), {"b"})}));
  Change change;
  change.removed = {*model.find("a")};
  change.changed = {with(needing(rule("b"), {"a"}), [](Element& e) { e.name.en = "b"; })};
  const WhatIfAnswer answer = what_if(model, change);
  ASSERT_THAT(answer.broken, SizeIs(2));
  EXPECT_THAT(ids(*answer.after, answer.broken[1].through), ElementsAre("a", "b", "c"));
}

TEST(WhatIf, ARingThatIsCutOffFromTheGroundBeginsWithWhatWasChanged) {
  // b rests on the act, c on b; then b is said to rest on c.
  const Model model = model_of(draft(
      {rule("act", Instrument::act), grounded(rule("b"), {"act"}), grounded(rule("c"), {"b"})}));
  Change change;
  change.changed = {grounded(rule("b"), {"c"})};
  const WhatIfAnswer answer = what_if(model, change);
  ASSERT_THAT(answer.lapsed, SizeIs(2));
  EXPECT_THAT(ids(*answer.after, answer.lapsed[0].through), ElementsAre("b"));
  EXPECT_THAT(ids(*answer.after, answer.lapsed[1].through), ElementsAre("b", "c"));
}

TEST(WhatIf, WhatIsAddedInVainIsSaid) {
  const Model model = model_of(draft({with_status(rule("gone"), Status::repealed), rule("other")}));
  Change change;
  change.added = {needing(rule("new"), {"gone"}), with_status(rule("later"), Status::proposed)};
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_THAT(answer.stands_anew, IsEmpty());
  ASSERT_THAT(ids(*answer.after, elements(answer.stands_not)), ElementsAre("later", "new"));
  EXPECT_EQ(answer.stands_not[0].cause.of_what, Cause::Of::own);
  EXPECT_THAT(ids(*answer.after, answer.stands_not[1].cause.of), ElementsAre("gone"));
  EXPECT_EQ(answer.hours_added, Range{});
}

TEST(WhatIf, AReplacementKeepsTheDutyMet) {
  const Model model = model_of(draft({make("duty", Duty{}), rule("old"), rule("spare")}));
  // The duty is met by what is removed; it is given the new one to be met by.
  Change change;
  const Model leaning = model_of(draft({needing(make("duty", Duty{}), {"old"}), rule("old")}));
  change.removed = {*leaning.find("old")};
  change.added = {rule("new")};
  WhatIfAnswer answer = what_if(leaning, change);
  EXPECT_THAT(ids(*answer.after, answer.unmet_duties), ElementsAre("duty"));
  change.changed = {needing(make("duty", Duty{}), {"new"})};
  answer = what_if(leaning, change);
  EXPECT_THAT(answer.unmet_duties, IsEmpty());
  EXPECT_THAT(answer.broken, IsEmpty());
}

TEST(WhatIf, WhatIsRemovedMayStillBeNamed) {
  const Model model = model_of(draft(
      {actor("chief", Tier::management, Form::post), rule("r", Instrument::procedure, {"chief"})}));
  Change change;
  change.removed = {*model.find("chief")};
  change.added = {rule("s", Instrument::procedure, {"chief"})};
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_THAT(ids(*answer.after, answer.stands_anew), ElementsAre("s"));
  EXPECT_THAT(answer.broken, IsEmpty());  // nothing is implied by an issuer
}

TEST(WhatIf, AnInvolvementStopsApplyingWhereItsUnlessStandsAnew) {
  Element involved = involvement("i", "board", How::consult, {"decide"}, {"matter"});
  std::get<Involvement>(involved.fields).unless = {"agreement"};
  const Model model = model_of(draft({actor("board", Tier::committee, Form::body), matter("matter"),
                                      with_status(rule("agreement"), Status::proposed), involved}));
  Change change;
  change.changed = {rule("agreement")};
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_THAT(ids(*answer.after, answer.involvements_gone), ElementsAre("i"));
}

TEST(WhatIf, SeenFromAUnitAChangeElsewhereFreesNothing) {
  const auto unit = [](const char* id) { return actor(id, Tier::workplace, Form::unit); };
  const auto bound = [](const char* id, const Ids& binds) {
    return rule(id, Instrument::procedure, {}, {}, binds);
  };
  const Model model = model_of(draft(
      {unit("here"), unit("there"), costing(bound("both", {"here", "there"}), {60, 60, 60}, 10),
       needing(bound("mine", {"here"}), {"both"}), needing(bound("theirs", {"there"}), {"both"})}));
  Change change;
  change.removed = {*model.find("both")};
  change.added = {costing(bound("mixed", {"here", "there"}), {60, 60, 60}, 4),
                  costing(bound("far", {"there"}), {60, 60, 60}, 100)};
  change.within = *model.find("here");
  const WhatIfAnswer answer = what_if(model, change);
  EXPECT_EQ(ids(*answer.after, std::vector<Index>{answer.within}).front(), "here");
  EXPECT_THAT(ids(*answer.after, elements(answer.broken)), ElementsAre("mine"));
  EXPECT_THAT(ids(*answer.after, answer.stands_anew), ElementsAre("mixed"));
  EXPECT_EQ(answer.hours_removed.likely, 5);
  EXPECT_EQ(answer.hours_added.likely, 2);
  EXPECT_EQ(answer.hours_net.likely, 3);
}

TEST(WhatIf, AnswersForADateOnBothSides) {
  Element later = rule("later");
  later.valid.from = day("2027-01-01");
  const Model model = model_of(draft({rule("old")}));
  Change change;
  change.added = {later};
  change.date = day("2026-06-01");
  EXPECT_THAT(what_if(model, change).stands_anew, IsEmpty());
  change.date = day("2027-01-01");
  EXPECT_THAT(what_if(model, change).stands_anew, SizeIs(1));
}

TEST(WhatIf, ElementsOfALayerStayInTheirLayer) {
  Head national, own;
  national.id = "dk";
  own.id = "odder";
  own.extends = {"dk"};
  Draft d(national);
  d.add(rule("dk:act", Instrument::act));
  d.open_layer(own);
  d.add(rule("local"));
  const Model model = model_of(d);
  Change change;
  change.changed = {with_status(rule("dk:act", Instrument::act), Status::repealed)};
  change.added = {rule("new")};
  const WhatIfAnswer answer = what_if(model, change);
  const Model& after = *answer.after;
  EXPECT_EQ(after.element(*after.find("dk:act")).layer, 0U);
  EXPECT_EQ(after.element(*after.find("new")).layer, 1U);
  EXPECT_EQ(after.head().id, "odder");
}

TEST(WhatIf, NothingChangedIsAnAnswer) {
  const Model model = model_of(office());
  const WhatIfAnswer answer = what_if(model, {});
  EXPECT_THAT(answer.removed, IsEmpty());
  EXPECT_EQ(answer.hours_net, Range{});
}

/// The error that @p change ends in.
template <class Wanted = Error>
std::optional<Wanted> error_of(const Model& model, const Change& change) {
  try {
    (void)what_if(model, change);
  } catch (const Wanted& error) {
    return error;
  }
  return std::nullopt;
}

TEST(WhatIf, RefusesWhatIsNoQuestion) {
  const Model model = model_of(office());
  const Index weekly = *model.find("weekly");
  Change both;
  both.removed = {weekly};
  both.changed = {rule("weekly")};
  EXPECT_EQ(error_of(model, both)->code(), Errc::invalid_question);
  EXPECT_EQ(error_of(model, both)->at(), "change.weekly");
  Change twice;
  twice.changed = {rule("weekly"), rule("weekly")};
  EXPECT_EQ(error_of(model, twice)->code(), Errc::invalid_question);
  Change other_kind;
  other_kind.changed = {task("weekly")};
  EXPECT_EQ(error_of(model, other_kind)->at(), "change.weekly.kind");
  Change unknown;
  unknown.changed = {rule("weakly")};
  EXPECT_EQ(error_of(model, unknown)->code(), Errc::unknown_element);
  Change outside;
  outside.removed = {model.size()};
  EXPECT_EQ(error_of(model, outside)->code(), Errc::unknown_element);
  Change personal;
  personal.added = {with(rule("new"), [](Element& e) { e.name.da = "010190-1234"; })};
  EXPECT_EQ(error_of(model, personal)->code(), Errc::personal_data);
  EXPECT_EQ(error_of(model, personal)->at(), "add[0].name.da");
}

TEST(WhatIf, RefusesAChangeThatMakesNoModelWithAllThatIsWrong) {
  const Model model = model_of(office());
  Change change;
  change.added = {rule("fine"), needing(rule("new"), {"weekly", "nobody"}), rule("duty")};
  change.changed = {with(rule("weekly"), [](Element& e) { e.needs = {at_least(3, {"task"})}; })};
  const auto error = error_of<InvalidChange>(model, change);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code(), Errc::invalid_model);
  std::vector<std::string> found;
  for (const Finding& f : error->findings()) found.push_back(f.file + " " + f.code + " " + f.field);
  EXPECT_THAT(found, ElementsAre("add[2] duplicate_id id", "add[1] unknown_id needs[1].of[0]",
                                 "change.weekly bad_at_least needs[0].at_least"));
  EXPECT_EQ(error->at(), "add[2].id");
  for (const char* part : {"`nobody`", "`duty`", "at_least is 3 of 1"})
    EXPECT_THAT(error->what(), HasSubstr(part));
}

}  // namespace
}  // namespace regelgraf::test
