// Where a plausible engine goes wrong: the traps of the field, each a tiny model. Doctrine of
// delegation, events in a case, and what an approval system learned about its own rules.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/may.hpp>
#include <regelgraf/what_breaks.hpp>
#include <regelgraf/who_decides.hpp>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// One model and a question that is changed and put.
class Traps : public testing::Test {
 protected:
  void take(Draft draft) { model_ = std::make_unique<Model>(model_of(std::move(draft))); }
  [[nodiscard]] const Model& model() const { return *model_; }
  [[nodiscard]] Index at(const std::string& id) const { return model_->find(id).value(); }

  AuthorityQuestion& ask(const std::string& power, const std::string& target) {
    question = {};
    question.power = power;
    question.target = at(target);
    return question;
  }
  void tell(const std::string& fact, FactValue value) {
    question.facts.emplace_back(model_->fact(fact).value(), std::move(value));
  }
  [[nodiscard]] Decision decision() const { return who_decides(*model_, question); }
  /// The holders of each option, in order: `a` or `a+b`.
  [[nodiscard]] std::vector<std::string> options() const {
    std::vector<std::string> list;
    for (const Option& option : decision().options) {
      std::string text;
      for (const Index holder : option.holders)
        text += (text.empty() ? "" : "+") + std::string(model_->id(holder));
      list.push_back(text);
    }
    return list;
  }
  [[nodiscard]] Permission may(const std::string& actor) const {
    return regelgraf::may(*model_, at(actor), question).may;
  }
  [[nodiscard]] std::string because(const std::string& actor) const {
    return std::string(to_text(regelgraf::may(*model_, at(actor), question).because.kind));
  }

  AuthorityQuestion question;

 private:
  std::unique_ptr<Model> model_;
};

/// Council, finance committee and a standing committee below it, and the council's root grant.
Draft committees() {
  return draft({
      actor("byraad", Tier::council, Form::body),
      actor("oekonomiudvalg", Tier::committee, Form::body, "byraad"),
      actor("kulturudvalg", Tier::committee, Form::body, "byraad"),
      actor("kulturchef", Tier::management, Form::post, "byraad"),
      matter("kultur"),
      matter("tilskud", {"kultur"}),
      matter("budget"),
      with_fields<Grant>(grant("g-root", {"byraad"}, {"*"}, {"*"}),
                         [](Grant& g) { g.residual = true; }),
      grant("g-kultur", {"kulturudvalg"}, {"*"}, {"kultur"}, "g-root"),
      grant("g-oekonomi", {"oekonomiudvalg"}, {"*"}, {"budget"}, "g-root"),
  });
}

TEST_F(Traps, TheFinanceCommitteeIsNoSuperiorOfAStandingCommittee) {
  Draft d = committees();
  d += rule("retningslinje", Instrument::policy, {"kulturudvalg"}, {"tilskud"});
  take(std::move(d));
  ask("decide", "tilskud");
  EXPECT_EQ(may("oekonomiudvalg"), Permission::no);
  EXPECT_EQ(options().front(), "kulturudvalg");
  ask("repeal", "retningslinje");
  EXPECT_EQ(may("oekonomiudvalg"), Permission::no);
  EXPECT_EQ(may("kulturudvalg"), Permission::yes);
  EXPECT_EQ(may("byraad"), Permission::yes);
}

TEST_F(Traps, TheCouncilDoesNotRepealAnAct) {
  Draft d = committees();
  d += actor("folketing", Tier::state, Form::outside);
  d += rule("lov", Instrument::act, {"folketing"}, {"kultur"});
  take(std::move(d));
  ask("repeal", "lov");
  EXPECT_EQ(may("byraad"), Permission::no);
  EXPECT_THAT(options(), ElementsAre("folketing"));
}

TEST_F(Traps, TheCouncilDoesNotRepealAMedGuidelineAlone) {
  Draft d = committees();
  d += actor("medarbejdersiden", Tier::med, Form::body);
  d += with_fields<Rule>(
      rule("ret-7", Instrument::med_guideline, {"byraad", "medarbejdersiden"}, {"kultur"}),
      [](Rule& r) { r.jointly.all = true; });
  d += with_fields<Rule>(
      rule("ret-8", Instrument::med_guideline, {"kulturchef", "medarbejdersiden"}, {"kultur"}),
      [](Rule& r) {
        r.jointly.all = true;
        r.notice = Notice{3, {}};
      });
  take(std::move(d));
  ask("repeal", "ret-7");
  EXPECT_EQ(may("byraad"), Permission::depends);
  EXPECT_EQ(because("byraad"), "with");
  EXPECT_THAT(options(), ElementsAre("byraad+medarbejdersiden"));
  // Nobody above joint issuers stands in for them, be it by notice.
  ask("repeal", "ret-8");
  EXPECT_EQ(may("byraad"), Permission::no);
  EXPECT_EQ(because("kulturchef"), "notice");
}

TEST_F(Traps, AHaltedCaseGoesToTheCouncilOnly) {
  Draft d = committees();
  d += with_fields<Bar>(bar("b-standsning", {"decide"}, {"*"}), [](Bar& b) {
    Condition halted;
    halted.fact = "halted";
    halted.op = Op::eq;
    halted.values = {true};
    b.conditions = {halted};
    b.only = {ActorPattern{"byraad"}};
  });
  take(std::move(d));
  ask("decide", "tilskud");
  tell("halted", false);
  EXPECT_EQ(may("kulturudvalg"), Permission::yes);
  ask("decide", "tilskud");
  tell("halted", true);
  EXPECT_THAT(options(), ElementsAre("byraad"));
  EXPECT_EQ(because("kulturudvalg"), "bar");
}

TEST_F(Traps, ASaleIsSignedByMayorOrDeputyAndADesignatedSecond) {
  Draft d = committees();
  for (const char* who : {"borgmester", "viceborgmester"})
    d += actor(who, Tier::committee, Form::post, "byraad");
  d += actor("udpeget", Tier::administration, Form::person);
  d += matter("ejendomme");
  d += with_fields<Grant>(
      grant("g-skoede", {"borgmester", "viceborgmester", "udpeget"}, {"sign"}, {"ejendomme"}),
      [](Grant& g) {
        g.concur = {{"borgmester", "viceborgmester"}, {"udpeget"}};
      });
  d += with_fields<Grant>(grant("g-salg", {"oekonomiudvalg"}, {"decide"}, {"ejendomme"}, "g-root"),
                          [](Grant& g) { g.redelegable = 0; });
  take(std::move(d));
  ask("sign", "ejendomme");
  const auto all = options();
  EXPECT_THAT(all, testing::Contains("borgmester+udpeget"));
  EXPECT_THAT(all, testing::Contains("udpeget+viceborgmester"));
  EXPECT_THAT(all, testing::Not(testing::Contains("borgmester+viceborgmester")));
  EXPECT_EQ(may("borgmester"), Permission::depends);
  EXPECT_EQ(may("oekonomiudvalg"), Permission::no);  // deciding is another power
  question.absent = {at("borgmester")};
  EXPECT_THAT(options(), testing::Not(testing::Contains("borgmester+udpeget")));
  EXPECT_THAT(options(), testing::Contains("udpeget+viceborgmester"));
  question.absent = {at("udpeget")};
  EXPECT_EQ(may("borgmester"), Permission::no);
}

TEST_F(Traps, ACommitteesFieldGivesWayToThePlansRow) {
  Draft d = committees();
  d += grant("g-raekke", {"kulturchef"}, {"decide"}, {"tilskud"}, "g-root");
  take(std::move(d));
  ask("decide", "tilskud");
  EXPECT_THAT(options(), ElementsAre("kulturchef", "byraad"));
  EXPECT_EQ(because("kulturudvalg"), "special");
  ask("decide", "kultur");
  EXPECT_EQ(options().front(), "kulturudvalg");
}

TEST_F(Traps, AnExclusiveBoardIsNotOverruled) {
  Draft d = committees();
  d += actor("boerne-og-ungeudvalg", Tier::committee, Form::body);
  d += matter("anbringelse", {"kultur"});
  d += with_fields<Grant>(grant("g-bu", {"boerne-og-ungeudvalg"}, {"decide"}, {"anbringelse"}),
                          [](Grant& g) { g.exclusive = true; });
  take(std::move(d));
  ask("decide", "anbringelse");
  EXPECT_THAT(options(), ElementsAre("boerne-og-ungeudvalg"));
  EXPECT_EQ(because("byraad"), "exclusive");
  question.disqualified = {at("boerne-og-ungeudvalg")};  // does not lift exclusivity
  EXPECT_THAT(options(), IsEmpty());
}

TEST_F(Traps, TheCouncilMayTakeOneCaseBack) {  // 3.2.4, trap 8
  take(committees());
  ask("decide", "tilskud");
  EXPECT_EQ(may("byraad"), Permission::yes);
  EXPECT_EQ(options().front(), "kulturudvalg");
}

TEST_F(Traps, WhatIsDecidedInAMeetingIsNotDelegatedOn) {  // 3.2.2
  Draft d = committees();
  d += matter("beredskabsplan");
  d +=
      with_fields<Grant>(grant("g-moede", {"byraad"}, {"adopt"}, {"beredskabsplan"}), [](Grant& g) {
        g.manner = Manner{true, {}};
      });
  d += grant("g-videre", {"kulturudvalg"}, {"adopt"}, {"beredskabsplan"}, "g-moede");
  take(std::move(d));
  ask("adopt", "beredskabsplan");
  EXPECT_EQ(may("kulturudvalg"), Permission::no);
  EXPECT_EQ(because("kulturudvalg"), "chain");
  EXPECT_EQ(may("byraad"), Permission::yes);
}

TEST_F(Traps, AppropriationIsAPowerOfItsOwnAndTheCouncilsAlone) {  // 3.2.3
  Draft d = committees();
  d += with_fields<Bar>(bar("b-bevilling", {"appropriate"}, {"*"}),
                        [](Bar& b) { b.only = {ActorPattern{"byraad"}}; });
  take(std::move(d));
  ask("appropriate", "tilskud");
  EXPECT_THAT(options(), ElementsAre("byraad"));
  ask("decide", "tilskud");
  EXPECT_EQ(may("kulturudvalg"), Permission::yes);
}

TEST_F(Traps, AbsenceIsNotProhibition) {  // trap 4
  Draft d = committees();
  d += matter("nyt-emne");
  take(std::move(d));
  ask("decide", "nyt-emne");
  EXPECT_EQ(decision().verdict, Verdict::residual);
  EXPECT_THAT(options(), ElementsAre("byraad"));
}

TEST_F(Traps, APercentThresholdIsAFactLikeAnother) {  // trap 10
  Draft d = committees();
  d += with_fields<Grant>(grant("g-leje", {"kulturchef"}, {"decide"}, {"tilskud"}, "g-root"),
                          [](Grant& g) {
                            Condition limit;
                            limit.fact = "lejestigning";
                            limit.op = Op::le;
                            limit.values = {10.0};
                            g.conditions = {limit};
                          });
  take(std::move(d));
  ask("decide", "tilskud");
  tell("lejestigning", 10.0);
  EXPECT_EQ(may("kulturchef"), Permission::yes);
  ask("decide", "tilskud");
  tell("lejestigning", 10.5);
  EXPECT_EQ(because("kulturchef"), "condition");
  EXPECT_EQ(options().front(), "kulturudvalg");  // a row that does not apply displaces nobody
}

TEST_F(Traps, RemovingTheQualityStandardRemovesNoRight) {  // trap 6
  Draft d = committees();
  d += rule("lov", Instrument::act, {}, {"kultur"});
  d += with(make("ret", Duty{}), [](Element& e) { e.basis = {any({"lov"})}; });
  d += with(rule("kvalitetsstandard", Instrument::quality_standard, {"byraad"}, {"kultur"}),
            [](Element& e) { e.serves = {"ret"}; });
  take(std::move(d));
  Removal removal;
  removal.elements = {at("kvalitetsstandard")};
  const WhatBreaks breaks = what_breaks(model(), removal);
  EXPECT_THAT(breaks.unmet_duties, IsEmpty());
  EXPECT_THAT(breaks.lapsed, IsEmpty());
}

TEST_F(Traps, SubordinatesOfADisqualifiedLeaderAreWarnedAbout) {  // 3.3
  Draft d = committees();
  d += with_fields<Actor>(actor("afdeling", Tier::administration, Form::unit, "byraad"),
                          [](Actor& a) { a.leader = "kulturchef"; });
  d += actor("sagsbehandler", Tier::frontline, Form::post, "afdeling");
  d += grant("g-sag", {"sagsbehandler"}, {"decide"}, {"tilskud"}, "g-kultur");
  take(std::move(d));
  ask("decide", "tilskud").disqualified = {at("kulturchef")};
  const Decision answer = decision();
  ASSERT_FALSE(answer.options.empty());
  ASSERT_FALSE(answer.options.front().warnings.empty());
  EXPECT_EQ(answer.options.front().warnings.front().what, Warning::What::leader_disqualified);
}

// What an approval system learned (section 7.2).

TEST_F(Traps, ToRequestAndToApproveAreTwoPowers) {
  Draft d = committees();
  d += grant("g-anmode", {"kulturchef"}, {"request"}, {"tilskud"}, "g-root");
  d += grant("g-godkend", {"kulturudvalg"}, {"approve"}, {"tilskud"}, "g-root");
  take(std::move(d));
  ask("request", "tilskud");
  EXPECT_EQ(may("kulturchef"), Permission::yes);
  ask("approve", "tilskud");
  EXPECT_EQ(may("kulturchef"), Permission::no);
}

/// Two units with a leader each, below one with a leader above; the unit's leader approves.
Draft units() {
  Draft d = committees();
  const auto unit = [](const char* id, const char* leader, const char* above) {
    return with_fields<Actor>(actor(id, Tier::administration, Form::unit, above),
                              [&](Actor& a) { a.leader = leader; });
  };
  d += unit("center", "centerleder", "byraad");
  d += unit("hus-a", "leder-a", "center");
  d += unit("hus-b", "leder-b", "center");
  for (const char* who : {"centerleder", "leder-a", "leder-b"})
    d += actor(who, Tier::workplace, Form::post);
  d += grant("g-godkend", {"leader"}, {"approve"}, {"tilskud"});
  return d;
}

TEST_F(Traps, TheApproverIsNeverTheRequester) {
  Draft d = units();
  d += with_fields<Bar>(bar("b-anmoder", {"approve"}, {"*"}), [](Bar& b) {
    b.against = {ActorPattern{"anmoder", true}};
  });
  take(std::move(d));
  ask("approve", "tilskud").unit = at("hus-a");
  tell("anmoder", std::string("leder-b"));
  EXPECT_EQ(may("leder-a"), Permission::yes);
  ask("approve", "tilskud").unit = at("hus-a");
  tell("anmoder", std::string("leder-a"));
  EXPECT_EQ(because("leder-a"), "bar");
  ask("approve", "tilskud").unit = at("hus-a");  // nobody said who asks
  EXPECT_EQ(may("leder-a"), Permission::depends);
}

TEST_F(Traps, ResponsibilityIsPerUnitAndNotInherited) {
  take(units());
  ask("approve", "tilskud").unit = at("hus-a");
  EXPECT_THAT(options(), ElementsAre("leder-a"));
  EXPECT_EQ(may("centerleder"), Permission::no);  // the leader above is not the unit's
  EXPECT_EQ(may("leder-b"), Permission::no);
  question.unit = none;  // "any unit" is no unit
  EXPECT_THAT(options(), IsEmpty());
}

TEST_F(Traps, WhereTheUnitHasNoLeaderTheNearestAboveIsMeant) {
  Draft d = units();
  d += actor("stue", Tier::frontline, Form::unit, "hus-b");
  take(std::move(d));
  ask("approve", "tilskud").unit = at("stue");
  EXPECT_THAT(options(), ElementsAre("leder-b"));
}

TEST_F(Traps, AnEmptyRestrictionIsAllAndOneRestrictionDoesNotShadowAnother) {
  Draft d = units();
  d += with_fields<Grant>(grant("g-begge", {"leder-b"}, {"decide"}, {"tilskud"}), [](Grant& g) {
    g.within = {"hus-b"};
    Condition small;
    small.fact = "amount";
    small.op = Op::le;
    small.values = {1000.0};
    g.conditions = {small};
    g.alongside = true;
  });
  d += grant("g-alle", {"leder-a"}, {"decide"}, {"tilskud"});
  take(std::move(d));
  const auto with = [&](const char* unit, double amount) {
    ask("decide", "tilskud").unit = at(unit);
    tell("amount", amount);
    return may("leder-b");
  };
  EXPECT_EQ(with("hus-b", 1000), Permission::yes);
  EXPECT_EQ(with("hus-b", 1001), Permission::no);  // the unit fits, the amount does not
  EXPECT_EQ(with("hus-a", 1000), Permission::no);  // the amount fits, the unit does not
  EXPECT_EQ(may("leder-a"), Permission::yes);      // no restriction: everywhere
  ask("decide", "tilskud").unit = at("hus-b");
  tell("amount", 1001.0);
  EXPECT_EQ(may("leder-a"), Permission::yes);
}

}  // namespace
}  // namespace regelgraf::test
