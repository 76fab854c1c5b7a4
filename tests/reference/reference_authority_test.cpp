// The reference evaluator of authority, on a small municipality. Each test is named after the
// sentence of DESIGN section 3 that it holds the evaluator to.

#include <gtest/gtest.h>

#include "authority_by_definition.hpp"
#include "support/build.hpp"

namespace regelgraf::test {
namespace {

using reference::Decision;
using reference::may;
using reference::May;
using reference::Names;
using reference::Option;
using reference::Question;
using reference::who_decides;
using reference::World;

/// council > committee > department > {school, library}; head leads the department, principal the
/// school; teacher works there. Social work lies under everything that is decided about.
Draft town() {
  Draft model = draft({actor("council", Tier::council, Form::body),
                       actor("committee", Tier::committee, Form::body, "council"),
                       actor("department", Tier::management, Form::unit, "committee"),
                       actor("head", Tier::management, Form::post, "department"),
                       actor("school", Tier::workplace, Form::unit, "department"),
                       actor("library", Tier::workplace, Form::unit, "department"),
                       actor("principal", Tier::workplace, Form::post, "school"),
                       actor("teacher", Tier::frontline, Form::person, "school"), matter("all"),
                       matter("work", {"all"}), matter("case", {"work"})});
  Draft led;
  for (Element element : model.elements()) {
    if (element.id == "department") fields<Actor>(element).leader = "head";
    if (element.id == "school") fields<Actor>(element).leader = "principal";
    led += element;
  }
  return led;
}
Draft town(std::initializer_list<Element> more) {
  Draft model = town();
  for (const Element& element : more) model += element;
  return model;
}
/// The same town, one actor changed.
template <class Change>
Draft changed(const Draft& model, const std::string& id, Change change) {
  Draft result;
  for (Element element : model.elements()) {
    if (element.id == id) change(fields<Actor>(element));
    result += element;
  }
  return result;
}

Question ask(std::string power, std::string target, std::optional<std::string> unit = {}) {
  Question question;
  question.power = std::move(power);
  question.target = std::move(target);
  question.unit = std::move(unit);
  return question;
}
Decision decide(const Draft& model, std::optional<std::string> unit = {}) {
  return who_decides(World(model), ask("decide", "case", std::move(unit)));
}

/// The holders of the options, in order: `a+b` for a joint one.
std::vector<std::string> holders(const Decision& decision) {
  std::vector<std::string> result;
  for (const Option& option : decision.options) {
    std::string text;
    for (const std::string& holder : option.holders) text += (text.empty() ? "" : "+") + holder;
    result.push_back(text);
  }
  return result;
}
using List = std::vector<std::string>;

Element g(std::string id, Ids to, Ids over, std::string from = {}) {
  return grant(std::move(id), to, {"decide"}, over, std::move(from));
}
template <class Change>
Element g_with(Element element, Change change) {
  return with_fields<Grant>(std::move(element), change);
}
Condition at_most(const char* fact, double value) { return {fact, Op::le, {value}, {}}; }

// --- cover ---

TEST(Cover, EffectiveAuthorityIsTheIntersectionAlongTheChain) {
  const Element limited = g_with(g("top", {"council"}, {"all"}),
                                 [](Grant& x) { x.conditions = {at_most("amount", 100)}; });
  const Draft model = town({limited, g("low", {"head"}, {"work"}, "top")});
  Question question = ask("decide", "case");
  EXPECT_EQ(who_decides(World(model), question).options.front().depends, (Names{"c:top:0"}));
  EXPECT_EQ(who_decides(World(model), question).verdict, "conditional");
  question.facts["amount"] = 100.0;
  EXPECT_EQ(holders(who_decides(World(model), question)), (List{"head", "council"}));
  question.facts["amount"] = 101.0;
  EXPECT_EQ(who_decides(World(model), question).verdict, "nobody");
  EXPECT_EQ(who_decides(World(model), question).near_misses.at("head").kind, "condition");
}

TEST(Cover, BelowSoManyLinksAGrantCoversNothing) {
  const auto chain = [](std::uint32_t links, bool in_meeting) {
    return town({g_with(g("g1", {"council"}, {"all"}),
                        [&](Grant& x) {
                          x.redelegable = links;
                          if (in_meeting) x.manner = Manner{true, {}};
                        }),
                 g("g2", {"head"}, {"all"}, "g1"), g("g3", {"principal"}, {"all"}, "g2")});
  };
  EXPECT_EQ(holders(decide(chain(2, false))), (List{"principal", "head", "council"}));
  EXPECT_EQ(holders(decide(chain(1, false))), (List{"head", "council"}));
  EXPECT_EQ(holders(decide(chain(0, false))), (List{"council"}));
  EXPECT_EQ(holders(decide(chain(2, true))), (List{"council"}));
  EXPECT_EQ(decide(chain(1, false)).near_misses.at("principal").kind, "chain");
}

TEST(Cover, ATargetIsReachedThroughEveryMatterItConcerns) {
  Draft model =
      town({matter("other"), rule("both", Instrument::policy, {"head"}, {"case", "other"}),
            rule("none", Instrument::policy, {"head"}), g("g1", {"head"}, {"work"}),
            g("g2", {"committee"}, {"work", "other"}), g("g3", {"council"}, {"*"})});
  EXPECT_EQ(holders(who_decides(World(model), ask("decide", "both"))), (List{"committee"}));
  EXPECT_EQ(holders(who_decides(World(model), ask("decide", "none"))), (List{"council"}));
  EXPECT_EQ(who_decides(World(model), ask("decide", "g1")).verdict, "nobody");  // only by its id
}

TEST(Cover, NobodyLowerUnmakesAHigherRule) {
  const auto repeal = [](const Element& over_rule, const Element& given) {
    const Decision decision =
        who_decides(World(town({over_rule, given, actor("ministry", Tier::state, Form::outside)})),
                    ask("repeal", "r"));
    List by_grant;
    for (const Option& option : decision.options)
      if (!option.implied)
        by_grant.insert(by_grant.end(), option.holders.begin(), option.holders.end());
    return by_grant;
  };
  const auto issued_by = [](const char* issuer) {
    return rule("r", Instrument::policy, {issuer}, {"case"});
  };
  const Element general = grant("g", {"committee"}, {"repeal"}, {"work"});
  EXPECT_EQ(repeal(issued_by("head"), general), (List{"committee"}));
  EXPECT_EQ(repeal(issued_by("council"), general), List{});
  EXPECT_EQ(repeal(issued_by("ministry"), general), List{});
  EXPECT_EQ(repeal(rule("r", Instrument::policy, {}, {"case"}), general), List{});
  EXPECT_EQ(repeal(issued_by("council"), grant("g", {"committee"}, {"repeal"}, {"r"})),
            (List{"committee"}));
  OverEntry by_instrument;
  by_instrument.matter = "work";
  by_instrument.instrument = Instrument::policy;
  EXPECT_EQ(
      repeal(issued_by("council"), g_with(general, [&](Grant& x) { x.over = {by_instrument}; })),
      (List{"committee"}));
}

TEST(Cover, WithoutAUnitAWithinIsAnUnknownCondition) {
  const Draft model =
      town({g_with(g("g", {"principal"}, {"all"}), [](Grant& x) { x.within = {"school"}; })});
  EXPECT_EQ(decide(model).options.front().depends, (Names{"w:g"}));
  EXPECT_EQ(decide(model, "school").verdict, "competent");
  EXPECT_EQ(decide(model, "library").near_misses.at("principal").kind, "unit");
}

TEST(Cover, ForRepealWithinMustHoldEverythingTheRuleBinds) {
  const auto repeal = [](const Ids& binds) {
    return who_decides(World(town({rule("r", Instrument::policy, {"teacher"}, {"case"}, binds),
                                   g_with(grant("g", {"school"}, {"repeal", "waive"}, {"case"}),
                                          [](Grant& x) { x.within = {"school"}; })})),
                       ask("repeal", "r", "library"));
  };
  EXPECT_EQ(repeal({"teacher", "school"}).options.at(1).grant, "g");
  EXPECT_EQ(repeal({"teacher", "library"}).near_misses.size(), 0U);  // the school has it as implied
  EXPECT_EQ(repeal({}).options.at(1).depends, (Names{"w:g"}));
}

TEST(Facts, ADefaultStandsWhereTheQuestionIsSilentAndAliasesAnswer) {
  Head head;
  Fact halted{"halted", FactType::boolean, {}, {"stoppet"}, FactValue(false), {}, {}};
  Fact principled{
      "principled", FactType::judgement, {}, {}, {}, {}, Name{"Er sagen principiel?", {}}};
  head.facts = {halted, principled};
  Draft model = town({g_with(g("g", {"head"}, {"all"}), [](Grant& x) {
    x.conditions = {{"stoppet", Op::eq, {false}, {}}, {"principled", Op::eq, {false}, {}}};
  })});
  model.set_head(head);
  Question question = ask("decide", "case");
  EXPECT_EQ(who_decides(World(model), question).options.front().depends, (Names{"c:g:1"}));
  question.facts["Er sagen principiel?"] = false;
  EXPECT_EQ(who_decides(World(model), question).verdict, "competent");
  question.facts["halted"] = true;
  EXPECT_EQ(who_decides(World(model), question).verdict, "nobody");
}

// --- who stays ---

TEST(Displacement, TheSpecialBeforeTheGeneralUnlessAlongside) {
  const Element general = g("general", {"committee"}, {"all"}),
                special = g("special", {"head"}, {"case"});
  EXPECT_EQ(holders(decide(town({general, special}))), (List{"head"}));
  EXPECT_EQ(decide(town({general, special})).near_misses.at("committee").kind, "special");
  const Element beside = g_with(special, [](Grant& x) { x.alongside = true; });
  EXPECT_EQ(holders(decide(town({general, beside}))), (List{"head", "committee"}));
  EXPECT_EQ(holders(decide(town({general, g("special", {"head"}, {"case"}, "general")}))),
            (List{"head", "committee"}));  // the delegator keeps the authority
}

TEST(Displacement, ALevelStaysWhileAGrantBelowItStays) {
  const Element top = g("top", {"council"}, {"all"}), low = g("low", {"head"}, {"case"}, "top");
  EXPECT_EQ(holders(decide(town({top, low, g("plan", {"principal"}, {"case"})}))),
            (List{"principal", "head", "council"}));
  // As long as the grant below stays only on a condition, the level has that condition (choice 13).
  const Element maybe = g_with(low, [](Grant& x) { x.conditions = {at_most("amount", 1)}; });
  const Decision decision = decide(town({top, maybe, g("plan", {"principal"}, {"case"})}));
  EXPECT_EQ(decision.options.back().depends, (Names{"c:low:0"}));
}

TEST(Displacement, WhatIsUnknownMakesWhatItWouldTakeOutDependOnIt) {
  const Element special = g_with(g("special", {"head"}, {"case"}),
                                 [](Grant& x) { x.conditions = {at_most("amount", 1)}; });
  const Decision decision = decide(town({g("general", {"committee"}, {"all"}), special}));
  EXPECT_EQ(holders(decision), (List{"head", "committee"}));
  EXPECT_EQ(decision.options.at(1).depends, (Names{"n:special"}));
}

TEST(Displacement, AnExclusiveGrantTakesOutThoseAboveTheMoreGeneralAndTheFartherFromTheUnit) {
  const Element top = g("top", {"council"}, {"all"});
  const Element own = g_with(g("own", {"principal"}, {"all"}, "top"), [](Grant& x) {
    x.exclusive = true;
    x.within = {"school"};
  });
  const Element under = g("under", {"teacher"}, {"all"}, "own");
  const Element same = g("same", {"head"}, {"all"});
  EXPECT_EQ(holders(decide(town({top, own, under, same}), "school")),
            (List{"teacher", "principal"}));
  EXPECT_EQ(decide(town({top, own}), "school").near_misses.at("council").kind, "exclusive");
  EXPECT_EQ(decide(town({top, own})).options.back().depends, (Names{"n:own"}));
  EXPECT_EQ(holders(decide(town({top, own}), "library")), (List{"council"}));
}

TEST(Displacement, AnExclusiveGrantTakesOutTheImpliedAuthorityOfOthers) {
  const Element exclusive =
      g_with(grant("own", {"head"}, {"repeal"}, {"r"}), [](Grant& x) { x.exclusive = true; });
  const Draft model = town({rule("r", Instrument::policy, {"head"}), exclusive});
  EXPECT_EQ(holders(who_decides(World(model), ask("repeal", "r"))), (List{"head", "head"}));
}

TEST(Displacement, ExceptionalGrantsComeLastAndNeverDisplace) {
  const Element urgent =
      g_with(g("urgent", {"head"}, {"case"}), [](Grant& x) { x.exceptional = true; });
  EXPECT_EQ(holders(decide(town({urgent, g("general", {"committee"}, {"all"})}))),
            (List{"committee", "head"}));
}

// --- bars and holders ---

TEST(Bars, ABarTakesOutEveryHolderNotInOnly) {
  const Element given = g("g", {"head", "committee"}, {"all"});
  const auto only = [](ActorPattern pattern) {
    return with_fields<Bar>(bar("b", {"decide"}, {"all"}), [&](Bar& b) { b.only = {pattern}; });
  };
  Decision decision = decide(town({given, only({Tier::committee, false})}));
  EXPECT_EQ(holders(decision), (List{"committee"}));
  EXPECT_EQ(decision.barred_by, (List{"b"}));
  EXPECT_EQ(decision.near_misses.at("head").kind, "bar");
  decision = decide(town({given, only({std::string("council"), false})}));
  EXPECT_EQ(decision.verdict, "barred");
}

TEST(Bars, AFactMayNameWhomABarHits) {
  Draft model =
      town({g("g", {"head"}, {"all"}), with_fields<Bar>(bar("b", {"*"}, {"*"}), [](Bar& b) {
              b.against = {{std::string("decider"), true}};
            })});
  EXPECT_EQ(decide(model).options.front().depends, (Names{"n:b"}));
  Question question = ask("decide", "case");
  question.facts["decider"] = std::string("head");
  EXPECT_EQ(who_decides(World(model), question).verdict, "barred");
  question.facts["decider"] = std::string("committee");
  EXPECT_EQ(who_decides(World(model), question).verdict, "competent");
}

TEST(Holders, TheFirstFreeDeputyWhoIsNoHolderAlreadyStepsIn) {
  const Draft model = changed(town({g("g", {"head", "principal"}, {"all"})}), "head", [](Actor& a) {
    a.deputies = {"principal", "school"};
  });
  Question question = ask("decide", "case");
  question.absent = {"head"};
  EXPECT_EQ(holders(who_decides(World(model), question)), (List{"principal", "school"}));
}

TEST(Holders, ThePostsOfADisqualifiedPersonDropOutAndABodyStaysWithAWarning) {
  Draft model = changed(town({g("g", {"principal", "committee"}, {"all"})}), "teacher",
                        [](Actor& a) { a.holds = {"principal"}; });
  model = changed(model, "committee", [](Actor& a) { a.members = {"teacher"}; });
  Question question = ask("decide", "case");
  question.disqualified = {"teacher"};
  const Decision decision = who_decides(World(model), question);
  EXPECT_EQ(holders(decision), (List{"committee"}));
  EXPECT_TRUE(decision.options.front().warned);
  EXPECT_EQ(decision.near_misses.at("principal").kind, "disqualification");
  // teacher holds the leader's post: his subordinates decide with a warning
  const Draft below = changed(town({g("g", {"school"}, {"all"})}), "school",
                              [](Actor& a) { a.leader = "principal"; });
  question.disqualified = {"principal"};
  EXPECT_TRUE(who_decides(World(below), question).options.front().warned);
}

TEST(Holders, JointlyAsksForDistinctPersons) {
  const Element two =
      g_with(g("g", {"head", "principal"}, {"all"}), [](Grant& x) { x.jointly.count = 2; });
  EXPECT_EQ(decide(town({two})).verdict, "joint");
  const Draft same = changed(town({two}), "teacher", [](Actor& a) {
    a.holds = {"head", "principal"};
  });
  EXPECT_EQ(decide(same).verdict, "nobody");
}

TEST(Holders, ConcurIsOneFromEachListedSet) {
  const Element pair = g_with(g("g", {"head", "principal", "committee"}, {"all"}), [](Grant& x) {
    x.concur = {{"head", "principal"}, {"head", "committee"}};
  });
  EXPECT_EQ(holders(decide(town({pair}))),
            (List{"head+principal", "committee+head", "committee+principal"}));
}

TEST(Holders, TheLeaderOfTheQuestionsUnitOrTheNearestAbove) {
  const Draft model = town({g("g", {"leader"}, {"all"})});
  EXPECT_EQ(holders(decide(model, "school")), (List{"principal"}));
  EXPECT_EQ(holders(decide(model, "library")), (List{"head"}));
  EXPECT_EQ(decide(model).verdict, "nobody");
}

// --- implied authority ---

TEST(Implied, WhoMadeARuleMayUnmakeItAndThoseAboveHim) {
  const Draft model = town({rule("r", Instrument::policy, {"head"})});
  EXPECT_EQ(holders(who_decides(World(model), ask("amend", "r"))),
            (List{"department", "head", "committee", "council"}));
  EXPECT_EQ(who_decides(World(model), ask("decide", "r")).verdict, "nobody");
}

TEST(Implied, APracticeWithoutIssuerIsTheLeadersOfTheSmallestUnitThatHoldsAllItBinds) {
  const auto first = [](const Ids& binds) {
    return holders(who_decides(World(town({rule("r", Instrument::practice, {}, {}, binds)})),
                               ask("repeal", "r")));
  };
  EXPECT_EQ(first({"teacher"}).size(), 5U);  // principal, school, department, committee, council
  EXPECT_EQ(first({"teacher", "library"}), (List{"department", "head", "committee", "council"}));
  EXPECT_EQ(first({}), List{});
}

TEST(Implied, NobodyAboveJointIssuersStandsInAndNoticeComesAfterTheJointOption) {
  Element guideline = rule("r", Instrument::med_guideline, {"teacher", "head"});
  fields<Rule>(guideline).jointly.all = true;
  fields<Rule>(guideline).notice = Notice{3, {}};
  const Element no = with_fields<Bar>(bar("b", {"*"}, {"r"}), [](Bar&) {});
  const World world(town({guideline, no}));
  const Decision decision = who_decides(world, ask("repeal", "r"));
  EXPECT_EQ(holders(decision), (List{"head+teacher", "teacher", "head"}));
  EXPECT_EQ(decision.options.at(1).notice_months, 3);
  EXPECT_EQ(decision.verdict, "joint");
  EXPECT_EQ(may(world, "teacher", ask("repeal", "r")), (May{"true", "notice"}));
  EXPECT_EQ(may(world, "teacher", ask("amend", "r")), (May{"depends", "with"}));
}

TEST(Implied, AuthorityOverAGrantIsThatOfTheHoldersAboveIt) {
  const Element plan =
      with(rule("plan", Instrument::delegation_plan, {"council"}), [](Element&) {});
  const Element based =
      with(g("top", {"committee"}, {"all"}), [](Element& e) { e.basis = {any({"plan"})}; });
  const World world(town({plan, based, g("low", {"head"}, {"all"}, "top")}));
  EXPECT_EQ(holders(who_decides(world, ask("repeal", "low"))), (List{"committee"}));
  EXPECT_EQ(holders(who_decides(world, ask("repeal", "top"))), (List{"council"}));
}

// --- involvement ---

TEST(Involved, BeforeThenAfterMoreDaysFirstRecommendationsLastThenTier) {
  const auto with_days = [](Element e, double days, Timing timing) {
    fields<Involvement>(e).days = days;
    fields<Involvement>(e).timing = timing;
    return e;
  };
  const auto i = [](const char* id, const char* body, How how) {
    return involvement(id, body, how, {"*"}, {"all"});
  };
  const Decision decision = decide(town(
      {g("g", {"council"}, {"*"}), with_days(i("after", "head", How::inform), 30, Timing::after),
       with_days(i("rec", "committee", How::recommend), 60, Timing::before),
       i("far", "committee", How::consult), i("near", "school", How::discuss),
       with_days(i("long", "committee", How::consult), 14, Timing::before)}));
  List order;
  for (const auto& involved : decision.options.front().involve)
    order.push_back(involved.involvement);
  EXPECT_EQ(order, (List{"long", "near", "far", "rec", "after"}));
  EXPECT_EQ(decision.heard, (List{"committee", "school"}));
  EXPECT_EQ(decision.recommends, (List{"committee"}));
  EXPECT_EQ(decision.informed, (List{"head"}));
}

TEST(Involved, AnAgreeBodyJoinsEveryOptionOrMakesItDepend) {
  Element party = involvement("i", "teacher", How::agree, {"decide"}, {"all"});
  const Decision decision = decide(town({g("g", {"head"}, {"*"}), party}));
  EXPECT_EQ(holders(decision), (List{"head+teacher"}));
  EXPECT_EQ(decision.options.front().jointly, 2U);
  EXPECT_EQ(decision.options.front().must, (List{"teacher"}));
  EXPECT_EQ(decision.verdict, "joint");

  Question question = ask("decide", "case");
  question.absent = {"teacher"};
  EXPECT_EQ(who_decides(World(town({g("g", {"head"}, {"*"}), party})), question).verdict, "nobody");

  fields<Involvement>(party).conditions = {at_most("amount", 1)};
  const World unsure(town({g("g", {"head"}, {"*"}), party}));
  EXPECT_EQ(who_decides(unsure, ask("decide", "case")).options.front().depends, (Names{"n:i"}));
  EXPECT_EQ(may(unsure, "teacher", ask("decide", "case")).may, "depends");
}

TEST(Involved, TheMedBodyAtTheLevelOfTheDecider) {
  Element med = actor("med", Tier::med, Form::body);
  fields<Actor>(med).med_for = {"department"};
  Element asked = involvement("i", "", How::discuss, {"*"}, {"*"});
  fields<Involvement>(asked).body.at_level_of_decider = Tier::med;
  const auto body = [&](const char* decider, const Element& more) {
    return decide(town({g("g", {decider}, {"*"}), med, asked, more}))
        .options.front()
        .involve.front()
        .body;
  };
  EXPECT_EQ(body("principal", matter("x")), "med");  // the nearest unit above that a body sits for
  EXPECT_EQ(body("council", matter("x")), "");       // nobody of management or nearer: unresolved
  EXPECT_EQ(body("council", involvement("rec", "head", How::recommend, {"*"}, {"*"})), "med");
}

// --- may ---

TEST(May, SaysOnWhatItRests) {
  const Draft model = town({g("g", {"school"}, {"work"}), rule("r", Instrument::policy, {"head"}),
                            g_with(g("limited", {"committee"}, {"work"}),
                                   [](Grant& x) { x.conditions = {at_most("amount", 1)}; }),
                            with(g("soon", {"library"}, {"work"}),
                                 [](Element& e) { e.valid.from = day("2027-01-01"); })});
  const World world(model);
  Question question = ask("decide", "case", "school");
  question.date = day("2026-01-01");
  EXPECT_EQ(may(world, "school", question), (May{"true", "grant"}));
  EXPECT_EQ(may(world, "teacher", question), (May{"depends", "internal"}));
  EXPECT_EQ(may(world, "committee", question), (May{"depends", "condition"}));
  EXPECT_EQ(may(world, "library", question), (May{"false", "date"}));
  EXPECT_EQ(may(world, "council", question), (May{"false", "none"}));
  EXPECT_EQ(may(world, "stranger", question), (May{"false", "unknown"}));
  EXPECT_EQ(may(world, "head", ask("repeal", "r")), (May{"true", "implied"}));
}

TEST(May, AnActorActsAsThePostsItHoldsAndNeverAsABodyItBelongsTo) {
  Draft model = changed(town({g("g", {"principal", "committee"}, {"all"})}), "teacher",
                        [](Actor& a) { a.holds = {"principal"}; });
  model = changed(model, "committee", [](Actor& a) { a.members = {"head"}; });
  EXPECT_EQ(may(World(model), "teacher", ask("decide", "case")), (May{"true", "grant"}));
  EXPECT_EQ(may(World(model), "head", ask("decide", "case")), (May{"false", "none"}));
}

TEST(Verdict, ResidualIsTheGeneralCompetence) {
  const Draft model =
      town({g_with(g("root", {"council"}, {"*"}), [](Grant& x) { x.residual = true; })});
  EXPECT_EQ(decide(model).verdict, "residual");
}

}  // namespace
}  // namespace regelgraf::test
