// What freeze() refuses, each with its place; what it only remarks on; what it resolves and
// implies.

#include <regelgraf/freeze.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

auto Is(Severity severity, const char* code, const std::string& element, const char* field) {
  return AllOf(Field("severity", &Finding::severity, severity), Field("code", &Finding::code, code),
               Field("element", &Finding::element, element),
               Field("field", &Finding::field, field));
}
auto Refused(const char* code, const std::string& element, const char* field) {
  return Is(Severity::error, code, element, field);
}
auto Remarked(const char* code, const char* element, const char* field) {
  return Is(Severity::warning, code, element, field);
}

/// The findings of @p draft. There is a model exactly when none is an error.
std::vector<Finding> findings(Draft draft) {
  const Frozen frozen = freeze(std::move(draft));
  EXPECT_EQ(frozen.model.has_value(), !has_errors(frozen.findings));
  return frozen.findings;
}

Element grant_to_a() { return grant("g", {"a"}, {"decide"}, {"*"}); }
Element actor_a() { return actor("a", Tier::council, Form::body); }

/// A draft whose only grant is g, changed.
template <class Change>
Draft with_grant(Change change) {
  return draft({actor_a(), with_fields<Grant>(grant_to_a(), change)});
}
template <class Change>
Draft with_rule(Change change) {
  return draft({actor_a(), with_fields<Rule>(rule("r"), change)});
}
Range exactly(double figure) { return {figure, figure, figure}; }

TEST(Freeze, ADraftWithoutElementsIsAModel) { EXPECT_THAT(findings(Draft()), IsEmpty()); }

// ---- ids

TEST(FreezeRefuses, AnIdThatIsUsedTwice) {
  EXPECT_THAT(findings(draft({rule("r"), task("r")})),
              ElementsAre(Refused("duplicate_id", "r", "id")));
}

TEST(FreezeRefuses, OfTwoWithOneIdTheSecond) {
  const auto found = findings(draft({rule("r"), rule("s"), task("r")}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].position, 2U);
}

TEST(FreezeRefuses, IdsThatAreNone) {
  for (const std::string& id :
       {std::string(), std::string("*"), std::string("a\nb"), std::string("a\x7F"),
        std::string("a\0b", 3), std::string("\xC3"), std::string("\xED\xA0\x80")})
    EXPECT_THAT(findings(draft({rule(id)})), ElementsAre(Refused("bad_id", id, "id")))
        << testing::PrintToString(id);
  const auto too_long = findings(draft({rule(std::string(201, 'x'))}));
  ASSERT_EQ(too_long.size(), 1U);
  EXPECT_EQ(too_long[0].code, "bad_id");
}

TEST(Freeze, AnIdMayHave200BytesAndAnyLetters) {
  EXPECT_THAT(findings(draft({rule(std::string(200, 'x')), rule("æøå §141, stk. 2"), rule("**")})),
              IsEmpty());
}

// ---- references

TEST(FreezeRefuses, AReferenceToWhatIsNotThereAndNamesTheNearest) {
  const auto found = findings(
      draft({rule("order"), with(rule("r"), [](Element& e) { e.basis = {any({"odrer"})}; })}));
  ASSERT_THAT(found, ElementsAre(Refused("unknown_id", "r", "basis[0].of[0]")));
  EXPECT_THAT(found[0].elements, ElementsAre("odrer"));
  EXPECT_THAT(found[0].advice.en, HasSubstr("`order`"));
  EXPECT_THAT(found[0].advice.da, HasSubstr("`order`"));
}

TEST(FreezeRefuses, NothingNearIsAdvisedWhereNothingIsNear) {
  const auto found =
      findings(draft({with(rule("r"), [](Element& e) { e.uses = {"handleplan-skabelon"}; })}));
  ASSERT_THAT(found, ElementsAre(Refused("unknown_id", "r", "uses[0]")));
  EXPECT_TRUE(found[0].advice.empty());
}

TEST(FreezeRefuses, AReferenceToAnotherKind) {
  EXPECT_THAT(findings(draft({rule("r"), actor("a", Tier::council, Form::body, "r")})),
              ElementsAre(Refused("wrong_kind", "a", "part_of")));
  EXPECT_THAT(findings(draft({rule("r", Instrument::act, {}, {"r"})})),
              ElementsAre(Refused("wrong_kind", "r", "concerns[0]")));
}

// Who adopted a rule is a record without effect: an old name there is worth a look, no more.
TEST(Freeze, AnUnknownIdInARecordIsAWarning) {
  EXPECT_THAT(findings(with_rule([](Rule& r) { r.adopted.make().by = {"former-council"}; })),
              ElementsAre(Remarked("unknown_id", "r", "adopted.by[0]")));
}

TEST(FreezeRefuses, EveryFieldThatNamesNobody) {
  const auto unknown = [](Element element, const char* field) {
    EXPECT_THAT(findings(draft({actor_a(), std::move(element)})),
                ElementsAre(Refused("unknown_id", "x", field)));
  };
  const auto of_actor = [&](auto change, const char* field) {
    unknown(with_fields<Actor>(actor("x", Tier::council, Form::body), change), field);
  };
  of_actor([](Actor& a) { a.leader = "nobody"; }, "leader");
  of_actor([](Actor& a) { a.holds = {"nobody"}; }, "holds[0]");
  of_actor([](Actor& a) { a.members = {"a", "nobody"}; }, "members[1]");
  of_actor([](Actor& a) { a.deputies = {"nobody"}; }, "deputies[0]");
  of_actor([](Actor& a) { a.med_for = {"nobody"}; }, "med_for[0]");
  unknown(matter("x", {"nothing"}), "broader[0]");
  unknown(with_fields<Matter>(matter("x"), [](Matter& m) { m.appeal.make().body = "nobody"; }),
          "appeal.body");
  unknown(with_fields<Matter>(matter("x"),
                              [](Matter& m) {
                                m.also = {{"appropriate", "nothing"}};
                              }),
          "also[0].target");
  unknown(rule("x", Instrument::act, {"nobody"}), "issuer[0]");
  unknown(rule("x", Instrument::act, {}, {}, {"nobody"}), "binds[0]");
  unknown(with_fields<Rule>(rule("x"), [](Rule& r) { r.conflicts_with = {"nothing"}; }),
          "conflicts_with[0]");
  unknown(task("x", false, {"nobody"}), "performed_by[0]");
  unknown(make("x", Duty{{}, {"nobody"}, false}), "owed_to[0]");
  unknown(make("x", Goal{{}, {"nobody"}}), "set_by[0]");
  unknown(grant("x", {"nobody"}, {"decide"}, {"*"}), "to[0]");
  unknown(grant("x", {"a"}, {"decide"}, {"nothing"}), "over[0]");
  unknown(grant("x", {"a"}, {"decide"}, {"*"}, "nothing"), "from");
  unknown(with_fields<Grant>(grant("x", {"a"}, {"decide"}, {}),
                             [](Grant& g) {
                               g.over = {{"", "nothing", {}, ""}};
                             }),
          "over[0].matter");
  unknown(with_fields<Grant>(grant("x", {"a"}, {"decide"}, {"*"}),
                             [](Grant& g) { g.within = {"nobody"}; }),
          "within[0]");
  unknown(with_fields<Grant>(grant("x", {"a"}, {"decide"}, {"*"}),
                             [](Grant& g) { g.unless = {"nothing"}; }),
          "unless[0]");
  unknown(involvement("x", "nobody", How::consult, {"decide"}, {"*"}), "body");
  unknown(with_fields<Bar>(bar("x", {"decide"}, {"*"}),
                           [](Bar& b) {
                             b.only = {{std::string("nobody"), false}};
                           }),
          "only[0]");
  unknown(with(rule("x"), [](Element& e) { e.serves = {"nothing"}; }), "serves[0]");
  unknown(with(rule("x"),
               [](Element& e) {
                 e.needs = {any({"a"}), any({"a", "nothing"})};
               }),
          "needs[1].of[1]");
}

// ---- requirements, periods

TEST(FreezeRefuses, ARequirementThatListsNothing) {
  EXPECT_THAT(findings(draft({with(rule("r"), [](Element& e) { e.needs = {any({})}; })})),
              ElementsAre(Refused("empty_requirement", "r", "needs[0]")));
}

TEST(FreezeRefuses, AtLeastThatIsNotFromOneToTheNumberListed) {
  for (const std::uint32_t k : {0U, 3U})
    EXPECT_THAT(findings(draft({rule("s"), rule("t"),
                                with(rule("r"),
                                     [&](Element& e) {
                                       e.basis = {at_least(k, {"s", "t"})};
                                     })})),
                ElementsAre(Refused("bad_at_least", "r", "basis[0].at_least")));
}

// Two of {s, s}: there are not two.
TEST(FreezeRefuses, AtLeastThatCountsARepeat) {
  EXPECT_THAT(findings(draft({rule("s"), with(rule("r"),
                                              [](Element& e) {
                                                e.basis = {at_least(2, {"s", "s"})};
                                              })})),
              ElementsAre(Remarked("repeat", "r", "basis[0].of[1]"),
                          Refused("bad_at_least", "r", "basis[0].at_least")));
}

TEST(FreezeRefuses, APeriodThatEndsBeforeItBegins) {
  EXPECT_THAT(findings(draft({with(rule("r"),
                                   [](Element& e) {
                                     e.valid = {day("2026-01-02"), day("2026-01-01")};
                                   })})),
              ElementsAre(Refused("bad_period", "r", "valid")));
}

TEST(Freeze, APeriodOfNoDaysIsAWarning) {
  EXPECT_THAT(findings(draft({with(rule("r"),
                                   [](Element& e) {
                                     e.valid = {day("2026-01-01"), day("2026-01-01")};
                                   })})),
              ElementsAre(Remarked("empty_period", "r", "valid")));
}

// ---- grants, involvements, bars

TEST(FreezeRefuses, AScopeWithoutPowersOrReach) {
  EXPECT_THAT(findings(draft({bar("b", {}, {"*"})})),
              ElementsAre(Refused("missing_field", "b", "powers")));
  EXPECT_THAT(findings(draft({bar("b", {"decide"}, {})})),
              ElementsAre(Refused("missing_field", "b", "over")));
  EXPECT_THAT(findings(draft({bar("b", {""}, {"*"})})),
              ElementsAre(Refused("bad_value", "b", "powers")));
  EXPECT_THAT(findings(with_grant([](Grant& g) { g.over = {OverEntry{}}; })),
              ElementsAre(Refused("bad_value", "g", "over[0]")));
}

TEST(FreezeRefuses, AGrantToNobody) {
  EXPECT_THAT(findings(with_grant([](Grant& g) { g.to.clear(); })),
              ElementsAre(Refused("missing_field", "g", "to")));
}

TEST(FreezeRefuses, MoreHoldersTogetherThanThereAre) {
  EXPECT_THAT(findings(with_grant([](Grant& g) { g.jointly.count = 2; })),
              ElementsAre(Refused("bad_jointly", "g", "jointly")));
  EXPECT_THAT(findings(with_grant([](Grant& g) { g.jointly.count = 0; })),
              ElementsAre(Refused("bad_jointly", "g", "jointly")));
  EXPECT_THAT(findings(with_rule([](Rule& r) {
                r.issuer = {"a"};
                r.jointly.count = 2;
              })),
              ElementsAre(Refused("bad_jointly", "r", "jointly")));
}

TEST(FreezeRefuses, MoreThanAThousandTogether) {
  Draft draft;
  Element g = grant("g", {}, {"sign"}, {"*"});
  for (int i = 0; i < 1001; ++i) {
    draft += actor("a" + std::to_string(i), Tier::council, Form::person);
    fields<Grant>(g).to.push_back({"a" + std::to_string(i), false});
  }
  fields<Grant>(g).jointly.all = true;
  draft += g;
  EXPECT_THAT(findings(draft), ElementsAre(Refused("too_large", "g", "jointly")));
}

TEST(Freeze, TheLeaderOfTheUnitCountsAsAHolder) {
  EXPECT_THAT(findings(with_grant([](Grant& g) {
                g.to.push_back({"", true});
                g.jointly.count = 2;
              })),
              IsEmpty());
}

TEST(FreezeRefuses, ConcurThatDoesNotFit) {
  EXPECT_THAT(findings(with_grant([](Grant& g) {
                g.concur = {{"a"}, {}};
              })),
              ElementsAre(Refused("empty_requirement", "g", "concur[1]")));
  EXPECT_THAT(findings(with_grant([](Grant& g) {
                g.concur = {{"a"}};
                g.jointly.all = true;
              })),
              ElementsAre(Refused("bad_value", "g", "concur")));
  Draft other = with_grant([](Grant& g) { g.concur = {{"b"}}; });
  other += actor("b", Tier::council, Form::body);
  EXPECT_THAT(findings(other), ElementsAre(Refused("bad_value", "g", "concur[0]")));
}

TEST(FreezeRefuses, ConcurOfMoreThanAThousandCombinations) {
  Draft draft;
  Element g = grant("g", {}, {"sign"}, {"*"});
  std::vector<Ids> sets(4);
  for (std::size_t i = 0; i < 24; ++i) {
    const std::string id = "a" + std::to_string(i);
    draft += actor(id, Tier::council, Form::person);
    fields<Grant>(g).to.push_back({id, false});
    sets[i / 6].push_back(id);
  }
  fields<Grant>(g).concur = sets;
  draft += g;
  EXPECT_THAT(findings(draft), ElementsAre(Refused("too_large", "g", "concur")));
}

TEST(FreezeRefuses, AnInvolvementOfNobodyOrInNegativeTime) {
  EXPECT_THAT(findings(draft({involvement("i", "", How::consult, {"decide"}, {"*"})})),
              ElementsAre(Refused("missing_field", "i", "body")));
  EXPECT_THAT(findings(draft({actor_a(), with_fields<Involvement>(
                                             involvement("i", "a", How::consult, {"*"}, {"*"}),
                                             [](Involvement& i) { i.days = -1; })})),
              ElementsAre(Refused("bad_value", "i", "days")));
}

TEST(FreezeRefuses, ABarThatSparesAFormOrAFact) {
  const auto with_only = [](ActorPattern pattern) {
    return draft({with_fields<Bar>(bar("b", {"*"}, {"*"}), [&](Bar& b) { b.only = {pattern}; })});
  };
  EXPECT_THAT(findings(with_only({Form::body, false})),
              ElementsAre(Refused("bad_value", "b", "only[0]")));
  EXPECT_THAT(findings(with_only({std::string("applicant"), true})),
              ElementsAre(Refused("bad_value", "b", "only[0]")));
  EXPECT_THAT(findings(with_only({Tier::council, false})), IsEmpty());
}

TEST(FreezeRefuses, ABarAgainstAFactThatNamesNobody) {
  Head head;
  head.facts.push_back({"amount", FactType::number, "DKK", {}, {}, "", {}});
  Draft draft(head);
  draft += with_fields<Bar>(bar("b", {"*"}, {"*"}), [](Bar& b) {
    b.against = {{std::string("amount"), true}};
  });
  EXPECT_THAT(findings(draft), ElementsAre(Refused("wrong_type", "b", "against[0]")));
}

// ---- conditions and facts

Condition condition(std::string fact, Op op, std::vector<FactValue> values) {
  return {std::move(fact), op, std::move(values), {}};
}
Draft with_condition(Condition written) {
  return with_grant([&](Grant& g) { g.conditions = {std::move(written)}; });
}

TEST(FreezeRefuses, AConditionThatTestsNothing) {
  EXPECT_THAT(findings(with_condition(condition("", Op::eq, {true}))),
              ElementsAre(Refused("missing_field", "g", "conditions[0]")));
  EXPECT_THAT(findings(with_condition(condition("f", Op::eq, {}))),
              ElementsAre(Refused("bad_value", "g", "conditions[0].value")));
  EXPECT_THAT(findings(with_condition(condition("f", Op::le, {1.0, 2.0}))),
              ElementsAre(Refused("bad_value", "g", "conditions[0].value")));
}

TEST(FreezeRefuses, AnOrderAmongTextsAndYesNo) {
  EXPECT_THAT(findings(with_condition(condition("f", Op::lt, {std::string("x")}))),
              ElementsAre(Refused("bad_value", "g", "conditions[0].op")));
  EXPECT_THAT(findings(with_condition(condition("f", Op::ge, {true}))),
              ElementsAre(Refused("bad_value", "g", "conditions[0].op")));
}

TEST(Freeze, DatesAndNumbersHaveAnOrderAndTextsAreListed) {
  EXPECT_THAT(findings(with_condition(condition("f", Op::lt, {std::string("2026-01-01")}))),
              IsEmpty());
  EXPECT_THAT(
      findings(with_condition(condition("f", Op::in, {std::string("x"), std::string("y")}))),
      IsEmpty());
}

TEST(FreezeRefuses, AConditionOfAnotherTypeThanItsFact) {
  Draft draft = with_condition(condition("amount", Op::eq, {std::string("much")}));
  Head head;
  head.facts.push_back({"amount", FactType::number, "DKK", {"beløb"}, {}, "", {}});
  draft.set_head(head);
  EXPECT_THAT(findings(draft), ElementsAre(Refused("wrong_type", "g", "conditions[0].value")));
}

// Nobody declared `amount`; its first use does, and the second must agree.
TEST(FreezeRefuses, TwoUsesOfAFactThatDisagree) {
  EXPECT_THAT(
      findings(with_grant([](Grant& g) {
        g.conditions = {condition("amount", Op::le, {100.0}), condition("amount", Op::eq, {true})};
      })),
      ElementsAre(Refused("wrong_type", "g", "conditions[1].value")));
}

Draft with_facts(std::vector<Fact> facts) {
  Head head;
  head.id = "town";
  head.facts = std::move(facts);
  return Draft(head);
}

TEST(FreezeRefuses, AFactThatIsDeclaredTwice) {
  EXPECT_THAT(findings(with_facts({{"amount", FactType::number, "", {}, {}, "", {}},
                                   {"amount", FactType::number, "", {}, {}, "", {}}})),
              ElementsAre(Refused("duplicate_fact", "", "model.facts[1]")));
}

TEST(FreezeRefuses, AnAliasThatIsTaken) {
  EXPECT_THAT(findings(with_facts({{"amount", FactType::number, "", {"sum"}, {}, "", {}},
                                   {"total", FactType::number, "", {"sum"}, {}, "", {}}})),
              ElementsAre(Refused("duplicate_fact", "", "model.facts[1]")));
}

TEST(FreezeRefuses, ADefaultOfAnotherType) {
  EXPECT_THAT(findings(with_facts({{"halted", FactType::boolean, "", {}, 1.0, "", {}}})),
              ElementsAre(Refused("wrong_type", "", "model.facts[0].default")));
}

TEST(FreezeRefuses, AJudgeWhoIsUnknown) {
  EXPECT_THAT(findings(with_facts({{"principled", FactType::judgement, "", {}, {}, "chief", {}}})),
              ElementsAre(Refused("unknown_id", "", "model.facts[0].by")));
}

TEST(FreezeRefuses, AFactThatALayerDeclaresWithAnotherType) {
  Draft draft = with_facts({{"amount", FactType::number, "", {}, {}, "", {}}});
  Head own;
  own.facts = {{"amount", FactType::text, "", {}, {}, "", {}}};
  draft.open_layer(own);
  EXPECT_THAT(findings(draft), ElementsAre(Refused("wrong_type", "", "model.facts[0]")));
}

// ---- figures

TEST(FreezeRefuses, FiguresBelowZeroOrOutOfOrder) {
  const auto burden = [](auto change) {
    return findings(with_rule([&](Rule& r) { change(r.burden.make()); }));
  };
  EXPECT_THAT(burden([](Burden& b) { b.minutes = exactly(-1); }),
              ElementsAre(Refused("negative_burden", "r", "burden.minutes")));
  EXPECT_THAT(burden([](Burden& b) {
                b.people = Range{3, 2, 4};
              }),
              ElementsAre(Refused("bad_range", "r", "burden.people")));
  EXPECT_THAT(burden([](Burden& b) {
                b.times_per_year = Range{1, 5, 4};
              }),
              ElementsAre(Refused("bad_range", "r", "burden.times_per_year")));
  EXPECT_THAT(burden([](Burden& b) { b.one_off_hours = exactly(std::nan("")); }),
              ElementsAre(Refused("bad_range", "r", "burden.one_off_hours")));
  EXPECT_THAT(burden([](Burden& b) { b.minimum.emplace().minutes = exactly(-1); }),
              ElementsAre(Refused("negative_burden", "r", "burden.minimum.minutes")));
  EXPECT_THAT(burden([](Burden& b) { b.rate = exactly(-1); }),
              ElementsAre(Refused("negative_burden", "r", "burden.rate")));
}

// A rate or a claim of hours is a figure as any other: low, likely, high.
TEST(FreezeRefuses, ARateOrAClaimOutOfOrder) {
  EXPECT_THAT(findings(with_rule([](Rule& r) {
                r.burden.make().rate = Range{1, 9, 2};
              })),
              ElementsAre(Refused("bad_range", "r", "burden.rate")));
  EXPECT_THAT(findings(draft({with(rule("r"),
                                   [](Element& e) {
                                     e.claims.make().hours = Range{5, 3, 1};
                                   })})),
              ElementsAre(Refused("bad_range", "r", "claims.hours")));
}

TEST(FreezeRefuses, NegativeTimes) {
  EXPECT_THAT(findings(with_rule([](Rule& r) { r.notice.make().months = -1; })),
              ElementsAre(Refused("bad_value", "r", "notice.months")));
}

TEST(FreezeRefuses, NoticeByWhoDidNotIssueTheRule) {
  EXPECT_THAT(findings(with_rule([](Rule& r) { r.notice.make().by = {"a"}; })),
              ElementsAre(Refused("bad_value", "r", "notice.by[0]")));
}

TEST(FreezeRefuses, APowerNeededBesidesThatHasNoName) {
  EXPECT_THAT(findings(draft({with_fields<Matter>(matter("m"),
                                                  [](Matter& m) {
                                                    m.also = {{"", "m"}};
                                                  })})),
              ElementsAre(Refused("missing_field", "m", "also[0].power")));
}

// ---- cycles

TEST(FreezeRefuses, CyclesInTheFourTrees) {
  const auto body = [](const char* id, const char* above) {
    return actor(id, Tier::council, Form::body, above);
  };
  const auto found = findings(draft({body("a", "b"), body("b", "c"), body("c", "a")}));
  ASSERT_THAT(found, ElementsAre(Refused("cycle", "a", "part_of")));
  EXPECT_THAT(found[0].elements, ElementsAre("a", "b", "c"));
  EXPECT_THAT(found[0].message.en, HasSubstr("a -> b -> c -> a"));
  EXPECT_THAT(findings(draft({matter("m", {"n"}), matter("n", {"m"})})),
              ElementsAre(Refused("cycle", "m", "broader")));
  EXPECT_THAT(findings(draft({matter("m", {"m"})})), ElementsAre(Refused("cycle", "m", "broader")));
  EXPECT_THAT(findings(draft({actor_a(), grant("g", {"a"}, {"*"}, {"*"}, "h"),
                              grant("h", {"a"}, {"*"}, {"*"}, "g")})),
              ElementsAre(Refused("cycle", "g", "from")));
  const auto with_deputy = [&](const char* id, const char* deputy) {
    return with_fields<Actor>(body(id, ""), [&](Actor& a) { a.deputies = {deputy}; });
  };
  EXPECT_THAT(findings(draft({with_deputy("a", "b"), with_deputy("b", "a")})),
              ElementsAre(Refused("cycle", "a", "deputies")));
}

TEST(FreezeRefuses, EachOfSeveralCycles) {
  EXPECT_THAT(findings(draft({matter("m", {"n"}), matter("n", {"m"}), matter("o", {"o"})})),
              ElementsAre(Refused("cycle", "m", "broader"), Refused("cycle", "o", "broader")));
}

TEST(Freeze, ADiamondOfMattersIsNoCycle) {
  EXPECT_THAT(findings(draft({matter("top"), matter("left", {"top"}), matter("right", {"top"}),
                              matter("low", {"left", "right"})})),
              IsEmpty());
}

// A hostile file may hold a chain as long as it likes: no recursion, no overflow.
TEST(Freeze, AChainOfAHundredThousandMattersIsRead) {
  Draft chain;
  for (int i = 0; i < 100000; ++i)
    chain += matter(std::to_string(i), i ? Ids{std::to_string(i - 1)} : Ids{});
  EXPECT_THAT(findings(std::move(chain)), IsEmpty());
}

// ---- layers and `is`

Draft on_national_layer(std::initializer_list<Element> own) {
  Head national, town;
  national.id = "dk";
  town.id = "town";
  town.extends = {"dk"};
  Draft result(national);
  result += actor("dk:council", Tier::council, Form::body);
  result += with(rule("dk:act", Instrument::act, {"dk:council"}),
                 [](Element& e) { e.needs = {any({"dk:council"})}; });
  result.open_layer(town);
  for (const Element& element : own) result += element;
  return result;
}
Element actor_that_is(const char* id, const char* is) {
  return with_fields<Actor>(actor(id, Tier::council, Form::body), [&](Actor& a) { a.is = is; });
}

// Wherever the layer says dk:council, this town's council is meant.
TEST(Freeze, AnActorThatIsALayersTakesItsPlace) {
  const Model model = model_of(on_national_layer({actor_that_is("byraad", "dk:council")}));
  const Index council = *model.find("byraad");
  EXPECT_EQ(model.find("dk:council"), council);
  const Index act = *model.find("dk:act");
  EXPECT_THAT(model.issuers(act), ElementsAre(council));
  EXPECT_THAT(model.listed(model.requirements_of(act).first), ElementsAre(council));
}

TEST(Freeze, TheLayersOwnActorIsInertThen) {
  const Model model = model_of(on_national_layer({actor_that_is("byraad", "dk:council")}));
  Index inert = 0;
  while (model.id(inert) != "dk:council") ++inert;
  EXPECT_TRUE(model.inert(inert));
  EXPECT_FALSE(model.stands(inert));
  EXPECT_TRUE(model.stands(*model.find("byraad")));
}

TEST(Freeze, EveryElementRemembersItsLayer) {
  const Model model = model_of(on_national_layer({rule("own")}));
  EXPECT_EQ(model.element(*model.find("dk:act")).layer, 0U);
  EXPECT_EQ(model.element(*model.find("own")).layer, 1U);
  EXPECT_EQ(model.head().id, "town");
}

TEST(Freeze, OfAChainOfNamesTheNearestLayerWins) {
  Draft draft = on_national_layer({actor_that_is("region:council", "dk:council")});
  draft.open_layer(Head());
  draft += actor_that_is("byraad", "region:council");
  const Model model = model_of(std::move(draft));
  EXPECT_EQ(model.find("dk:council"), model.find("byraad"));
  EXPECT_EQ(model.find("region:council"), model.find("byraad"));
}

TEST(FreezeRefuses, ToBeAnActorOfTheSameLayer) {
  EXPECT_THAT(findings(draft({actor_a(), actor_that_is("b", "a")})),
              ElementsAre(Refused("bad_is", "b", "is")));
}

TEST(FreezeRefuses, ToBeWhatIsNoActor) {
  EXPECT_THAT(findings(on_national_layer({actor_that_is("b", "dk:act")})),
              ElementsAre(Refused("bad_is", "b", "is")));
}

TEST(FreezeRefuses, TwoThatAreTheSameActor) {
  EXPECT_THAT(findings(on_national_layer(
                  {actor_that_is("b", "dk:council"), actor_that_is("c", "dk:council")})),
              ElementsAre(Refused("duplicate_is", "c", "is")));
}

// A model that stands alone may still say what its actors are called nationally.
TEST(Freeze, BeingAnActorThatNoLayerHasIsAWarning) {
  Draft draft;
  draft += actor_that_is("byraad", "dk:council");
  EXPECT_THAT(findings(draft), ElementsAre(Remarked("unknown_layer_actor", "byraad", "is")));
  const Model model = model_of(draft);
  EXPECT_EQ(model.find("dk:council"), model.find("byraad"));
}

// ---- lists are sets

TEST(Freeze, ARepeatIsAWarningAndCountsOnce) {
  Draft draft;
  draft += actor_a();
  draft += with(rule("r", Instrument::act, {"a", "a"}, {}, {"a", "a"}), [](Element& e) {
    e.needs = {any({"a", "a"})};
  });
  EXPECT_THAT(findings(draft), ElementsAre(Remarked("repeat", "r", "needs[0].of[1]"),
                                           Remarked("repeat", "r", "issuer[1]"),
                                           Remarked("repeat", "r", "binds[1]")));
  const Model model = model_of(draft);
  const Index r = *model.find("r");
  EXPECT_EQ(model.issuers(r).size(), 1U);
  EXPECT_EQ(model.listed(model.requirements_of(r).first).size(), 1U);
  EXPECT_EQ(model.findings().size(), 3U);
}

TEST(Freeze, TheSameIdInTwoRequirementsIsNoRepeat) {
  EXPECT_THAT(findings(draft({rule("s"), rule("t"),
                              with(rule("r"),
                                   [](Element& e) {
                                     e.needs = {any({"s", "t"}), any({"s"})};
                                   })})),
              IsEmpty());
}

// ---- what is implied

/// The implied requirements of @p id as `relation k of a b`.
std::vector<std::string> implied(const Model& model, const char* id) {
  std::vector<std::string> texts;
  const auto [first, last] = model.requirements_of(*model.find(id));
  for (std::uint32_t r = first; r < last; ++r) {
    const RequirementRow& row = model.requirement(r);
    if (!row.implied) continue;
    std::string text = std::string(to_text(row.relation)) + " " + std::to_string(row.at_least);
    for (const std::string& name : ids(model, model.listed(r))) text += " " + name;
    texts.push_back(text);
  }
  return texts;
}

TEST(FreezeImplies, WhatFollowsFromOtherFields) {
  const Model model = model_of(
      draft({actor_a(), actor("b", Tier::committee, Form::body, "a"), grant_to_a(),
             grant("two", {"a", "b"}, {"decide"}, {"*"}, "g"), task("visit", true, {"a", "b"}),
             involvement("hearing", "b", How::consult, {"decide"}, {"*"}),
             with_fields<Grant>(grant("both", {"a", "b"}, {"decide"}, {"*"}),
                                [](Grant& g) { g.jointly.all = true; }),
             with_fields<Grant>(grant("sign", {"a", "b"}, {"sign"}, {"*"}),
                                [](Grant& g) {
                                  g.concur = {{"a"}, {"a", "b"}};
                                }),
             grant("leaders", {"leader", "a"}, {"decide"}, {"*"}),
             rule("r", Instrument::act, {"a"}, {}, {"b"})}));
  EXPECT_THAT(implied(model, "a"), IsEmpty());
  EXPECT_THAT(implied(model, "b"), ElementsAre("needs 1 a"));
  EXPECT_THAT(implied(model, "g"), ElementsAre("needs 1 a"));
  EXPECT_THAT(implied(model, "two"), ElementsAre("basis 1 g", "needs 1 a b"));
  EXPECT_THAT(implied(model, "visit"), ElementsAre("needs 1 a b"));
  EXPECT_THAT(implied(model, "hearing"), ElementsAre("needs 1 b"));
  EXPECT_THAT(implied(model, "both"), ElementsAre("needs 2 a b"));
  EXPECT_THAT(implied(model, "sign"), ElementsAre("needs 1 a", "needs 1 a b"));
  EXPECT_THAT(implied(model, "leaders"), IsEmpty());  // a leader counts as there
  EXPECT_THAT(implied(model, "r"), IsEmpty());        // who issued it may be gone
}

// ---- facts

TEST(FreezeFacts, AnswerToNamesAliasesAndTheTextOfAJudgement) {
  Draft draft = with_facts(
      {{"amount", FactType::number, "DKK", {"beløb"}, {}, "", {}},
       {"principled", FactType::judgement, "", {}, {}, "", {"Er sagen principiel?", ""}}});
  const Model model = model_of(draft);
  EXPECT_EQ(model.fact("amount"), 0U);
  EXPECT_EQ(model.fact("beløb"), 0U);
  EXPECT_EQ(model.fact("Er sagen principiel?"), model.fact("principled"));
  EXPECT_FALSE(model.fact("nothing"));
}

TEST(FreezeFacts, AreDeclaredByTheirUse) {
  Draft draft = with_condition(condition("amount", Op::le, {100.0}));
  draft += with_fields<Grant>(grant("h", {"a"}, {"decide"}, {"*"}), [](Grant& g) {
    g.conditions = {{"Er det akut?", Op::eq, {true}, {"Er det akut?", ""}}};
  });
  const Model model = model_of(draft);
  ASSERT_EQ(model.facts().size(), 2U);
  EXPECT_EQ(model.facts()[*model.fact("amount")].type, FactType::number);
  EXPECT_EQ(model.facts()[*model.fact("Er det akut?")].type, FactType::judgement);
}

TEST(FreezeFacts, ANearerLayerDeclaresAFactAnew) {
  Draft draft = with_facts({{"halted", FactType::boolean, "", {}, false, "", {}}});
  Head own;
  own.facts = {{"halted", FactType::boolean, "", {}, true, "", {}}};
  draft.open_layer(own);
  const Model model = model_of(draft);
  ASSERT_EQ(model.facts().size(), 1U);
  EXPECT_EQ(model.facts()[0].default_value, FactValue(true));
}

// ---- personal data, and everything at once

TEST(FreezeRefuses, WhatLooksLikeACprNumberWithoutRepeatingIt) {
  const auto found = findings(draft({with(rule("r"), [](Element& e) {
    e.name.da = "Sag 010203-1234";
    e.extra.make() = {{"x-010203-1234", "1"}};
  })}));
  ASSERT_EQ(found.size(), 2U);
  for (const Finding& finding : found) {
    EXPECT_EQ(finding.code, "personal_data");
    EXPECT_THAT(json_of(finding), Not(HasSubstr("010203-1234")));
  }
  EXPECT_EQ(found[0].field, "name.da");
}

// An unknown id or a cycle names the ids concerned, but not when they may be persons.
TEST(FreezeRefuses, IdsThatLookLikeACprNumberAreNotListed) {
  for (const Finding& finding :
       findings(draft({matter("010203-1234", {"010203-1234"}),
                       with(rule("r"), [](Element& e) { e.uses = {"010203-4321"}; })}))) {
    EXPECT_THAT(json_of(finding), Not(HasSubstr("010203")));
    EXPECT_THAT(finding.elements, Not(testing::Contains(HasSubstr("010203"))));
  }
}

TEST(Freeze, PersonalDataPassesWhereItIsAllowed) {
  FreezeOptions options;
  options.allow_personal_data = true;
  EXPECT_TRUE(freeze(draft({rule("010203-1234")}), options).model);
}

TEST(FreezeRefuses, EverythingAtOnceInOrderOfIds) {
  EXPECT_THAT(
      findings(draft({with(rule("z"), [](Element& e) { e.needs = {any({})}; }), matter("m", {"m"}),
                      with(rule("b"), [](Element& e) { e.uses = {"nothing-near"}; }),
                      bar("a", {}, {})})),
      ElementsAre(Refused("missing_field", "a", "powers"), Refused("missing_field", "a", "over"),
                  Refused("unknown_id", "b", "uses[0]"), Refused("cycle", "m", "broader"),
                  Refused("empty_requirement", "z", "needs[0]")));
}

}  // namespace
}  // namespace regelgraf::test
