// A lawful plan, in which check() finds nothing, and what it finds where the plan is broken in one
// place.

#include <regelgraf/check.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/build.hpp"
#include "support/frozen.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Element upto(Element element, Op op, double amount) {
  return with_fields<Grant>(std::move(element), [&](Grant& g) {
    g.conditions.push_back({"amount", op, {amount}, {}});
  });
}
Element resting(Element element, const char* rule) {
  return with(std::move(element), [&](Element& e) { e.basis = {any({rule})}; });
}
Element person(const char* id, Ids posts) {
  return with_fields<Actor>(actor(id, Tier::administration, Form::person),
                            [&](Actor& a) { a.holds = std::move(posts); });
}
Element ended(Element element, const char* last) {
  return with(std::move(element), [&](Element& e) { e.valid.to = day(last); });
}
Element citing(Element element, const char* edition) {
  return with(std::move(element), [&](Element& e) { e.source.make().edition = edition; });
}

/// A council, a committee, a director and a head, each with his limits; appropriations are the
/// council's alone; a deed is signed by two.
std::vector<Element> lawful() {
  Element reserved = bar("b-bevilling", {"appropriate"}, {"*"});
  fields<Bar>(reserved).only = {{"byraad"}};
  return {
      actor("byraad", Tier::council, Form::body),
      actor("udvalg", Tier::committee, Form::body, "byraad"),
      actor("direktoer", Tier::management, Form::post, "byraad"),
      actor("chef", Tier::administration, Form::post, "direktoer"),
      actor("borgmester", Tier::committee, Form::post, "byraad"),
      person("ane", {"chef"}),
      person("bo", {"direktoer"}),
      rule("lov", Instrument::act),
      resting(rule("plan", Instrument::delegation_plan), "lov"),
      matter("socialt"),
      matter("hjaelp", {"socialt"}),
      matter("skoede"),
      resting(std::move(reserved), "lov"),
      resting(with_fields<Grant>(grant("rod", {"byraad"}, {"*"}, {"*"}),
                                 [](Grant& g) { g.residual = true; }),
              "lov"),
      resting(upto(grant("g-udvalg", {"udvalg"}, {"decide"}, {"socialt"}, "rod"), Op::gt, 500000),
              "plan"),
      resting(
          upto(grant("g-direktoer", {"direktoer"}, {"decide"}, {"socialt"}, "rod"), Op::le, 500000),
          "plan"),
      resting(
          upto(grant("g-chef", {"chef"}, {"decide"}, {"hjaelp"}, "g-direktoer"), Op::le, 100000),
          "plan"),
      resting(
          with_fields<Grant>(grant("g-skoede", {"borgmester", "direktoer"}, {"sign"}, {"skoede"}),
                             [](Grant& g) {
                               g.jointly = Jointly{2};
                               g.exclusive = true;
                             }),
          "lov"),
  };
}

/// `code element field others...` of every finding in the plan with @p changes, an element of an id
/// that is there taking its place.
std::vector<std::string> found(const std::vector<Element>& changes,
                               std::optional<Day> date = std::nullopt) {
  std::vector<Element> all = lawful();
  for (const Element& change : changes) {
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Element& e) { return e.id == change.id; });
    if (at == all.end())
      all.push_back(change);
    else
      *at = change;
  }
  Draft draft;
  for (Element& element : all) draft.add(std::move(element));
  const Model model = model_of(draft);
  std::vector<std::string> lines;
  for (const Finding& one : check(model, date)) {
    EXPECT_NE(one.message.da, "");
    EXPECT_NE(one.message.en, "");
    EXPECT_NE(one.message.da, one.message.en);
    std::string line = one.code + " " + one.element + " " + one.field;
    for (const std::string& other : one.elements) line += " " + other;
    lines.push_back(line);
  }
  return lines;
}

TEST(CheckAuthority, ALawfulPlanHasNoFindings) { EXPECT_THAT(found({}), IsEmpty()); }

TEST(CheckAuthority, AGrantBeyondItsParent) {
  EXPECT_THAT(found({resting(upto(grant("g-chef", {"chef"}, {"decide"}, {"hjaelp"}, "g-direktoer"),
                                  Op::le, 900000),
                             "plan")}),
              ElementsAre("exceeds_parent g-chef conditions g-direktoer"));
}

TEST(CheckAuthority, DelegatedOnWithoutLeave) {
  EXPECT_THAT(found({with_fields<Grant>(
                  resting(upto(grant("g-direktoer", {"direktoer"}, {"decide"}, {"socialt"}, "rod"),
                               Op::le, 500000),
                          "plan"),
                  [](Grant& g) { g.redelegable = 0; })}),
              ElementsAre("exceeds_parent g-chef redelegable g-direktoer"));
}

TEST(CheckAuthority, WhatOnlyTheCouncilMay) {
  EXPECT_THAT(found({resting(grant("g-bevilling", {"udvalg"}, {"appropriate"}, {"socialt"}, "rod"),
                             "plan")}),
              ElementsAre("barred_grant g-bevilling powers b-bevilling"));
  EXPECT_THAT(found({resting(grant("g-bevilling", {"byraad"}, {"appropriate"}, {"socialt"}, "rod"),
                             "plan")}),
              IsEmpty());
}

TEST(CheckAuthority, TwoWhoAreEachToDecideAlone) {
  const auto other = [](Ids units) {
    return resting(with_fields<Grant>(grant("g-to", {"chef"}, {"sign"}, {"skoede"}),
                                      [&](Grant& g) {
                                        g.exclusive = true;
                                        g.within = std::move(units);
                                      }),
                   "lov");
  };
  EXPECT_THAT(found({other({})}), ElementsAre("exclusive_overlap g-skoede exclusive g-to"));
  const auto first = [](Ids units) {
    return resting(
        with_fields<Grant>(grant("g-skoede", {"borgmester", "direktoer"}, {"sign"}, {"skoede"}),
                           [&](Grant& g) {
                             g.jointly = Jointly{2};
                             g.exclusive = true;
                             g.within = std::move(units);
                           }),
        "lov");
  };
  EXPECT_THAT(found({first({"udvalg"}), other({"direktoer"})}), IsEmpty());
  EXPECT_THAT(found({first({"direktoer"}), other({"chef"})}),
              ElementsAre("exclusive_overlap g-skoede exclusive g-to"));
  EXPECT_THAT(found({upto(first({}), Op::le, 10), upto(other({}), Op::gt, 10)}), IsEmpty());
}

TEST(CheckAuthority, LimitsThatDoNotMeet) {
  const auto committee = [](Op op, double amount) {
    return resting(upto(grant("g-udvalg", {"udvalg"}, {"decide"}, {"socialt"}, "rod"), op, amount),
                   "plan");
  };
  EXPECT_THAT(found({committee(Op::gt, 800000)}),
              ElementsAre("limit_gap g-udvalg conditions g-direktoer"));
  const auto director = [](Op op) {
    return resting(
        upto(grant("g-direktoer", {"direktoer"}, {"decide"}, {"socialt"}, "rod"), op, 500000),
        "plan");
  };
  EXPECT_THAT(found({director(Op::lt)}), ElementsAre("limit_gap g-udvalg conditions g-direktoer"))
      << "of 500,000 itself nobody speaks";
  EXPECT_THAT(found({committee(Op::ge, 500000), director(Op::lt)}), IsEmpty());
  EXPECT_THAT(found({committee(Op::gt, 300000)}),
              ElementsAre("limit_overlap g-udvalg conditions g-direktoer"));
  EXPECT_THAT(found({committee(Op::gt, 0), director(Op::gt)}), IsEmpty())
      << "the committee may all that the director may";
  EXPECT_THAT(found({committee(Op::gt, 800000),
                     resting(grant("g-borgmester", {"borgmester"}, {"decide"}, {"socialt"}, "rod"),
                             "plan")}),
              IsEmpty())
      << "the mayor decides whatever the amount";
}

TEST(CheckAuthority, AMatterThatNobodyWasGiven) {
  EXPECT_THAT(found({matter("kirkegaard")}), ElementsAre("nobody_decides kirkegaard "));
  EXPECT_THAT(found({matter("kirkegaard", {"hjaelp"})}), IsEmpty());
}

TEST(CheckAuthority, AHolderWhoIsGone) {
  EXPECT_THAT(
      found({ended(actor("chef", Tier::administration, Form::post, "direktoer"), "2026-01-01")}),
      ElementsAre("lost_holder g-chef to chef"));
  Element hearing = involvement("i", "raad", How::consult, {"decide"}, {"socialt"});
  EXPECT_THAT(found({resting(std::move(hearing), "plan"),
                     ended(actor("raad", Tier::citizen, Form::body), "2026-01-01")}),
              ElementsAre("lost_holder i body raad"));
}

TEST(CheckAuthority, AGrantPastItsTerm) {
  const Element term = ended(
      resting(
          upto(grant("g-chef", {"chef"}, {"decide"}, {"hjaelp"}, "g-direktoer"), Op::le, 100000),
          "plan"),
      "2026-01-01");
  EXPECT_THAT(found({term}), ElementsAre("expired_grant g-chef valid"));
  EXPECT_THAT(found({term}, day("2025-12-31")), IsEmpty());
  Element next = resting(
      upto(grant("g-chef-2", {"chef"}, {"decide"}, {"hjaelp"}, "g-direktoer"), Op::le, 80000),
      "plan");
  EXPECT_THAT(found({term, next}), IsEmpty());
}

TEST(CheckAuthority, ARowThatRestsOnWhatIsOver) {
  EXPECT_THAT(
      found({ended(resting(rule("plan", Instrument::delegation_plan), "lov"), "2026-01-01")}),
      ElementsAre("expired_ground g-chef basis plan", "expired_ground g-direktoer basis plan",
                  "expired_ground g-udvalg basis plan", "nobody_decides hjaelp "));
}

TEST(CheckAuthority, OnePersonTwiceAmongThoseWhoActTogether) {
  EXPECT_THAT(found({person("bo", {"direktoer", "borgmester"})}),
              ElementsAre("same_person g-skoede to bo"));
}

TEST(CheckAuthority, AnOlderEditionThanTheLayersIsCited) {
  const auto with_plan_of = [](const char* edition) {
    Draft draft;
    draft.add(citing(rule("dk:lov", Instrument::act), "2025-06-01"));
    draft.open_layer({});
    draft.add(citing(resting(rule("plan", Instrument::delegation_plan), "dk:lov"), edition));
    std::vector<std::string> codes;
    for (const Finding& one : check(model_of(draft))) codes.push_back(one.code + " " + one.element);
    return codes;
  };
  EXPECT_THAT(with_plan_of("2019-01-01"), ElementsAre("old_edition plan"));
  EXPECT_THAT(with_plan_of("2025-06-01"), IsEmpty());
  EXPECT_THAT(with_plan_of("den seneste"), IsEmpty());
}

// Found by the reference evaluator; each was wrong once.
TEST(CheckAuthority, ABarAgainstSeveralHoldersIsMeantForEach) {
  Element joint = resting(grant("g-to", {"chef", "direktoer"}, {"decide"}, {"skoede"}), "plan");
  Element of_both = bar("b-to", {"decide"}, {"skoede"});
  fields<Bar>(of_both).against = {{"chef"}, {"direktoer"}};
  fields<Bar>(of_both).conditions.push_back({"amount", Op::eq, {1.0}, {}});
  EXPECT_THAT(found({joint, resting(of_both, "lov")}),
              ElementsAre("barred_grant g-to powers b-to"));
}

TEST(CheckAuthority, WhatFollowsAnEndedGrantMayNameItsPowersInAnyOrder) {
  const Element old =
      ended(resting(grant("g-gammel", {"chef"}, {"sign", "appoint"}, {"hjaelp", "skoede"}, "rod"),
                    "plan"),
            "2026-01-01");
  const Element same =
      resting(grant("g-ny", {"chef"}, {"appoint", "sign"}, {"skoede", "hjaelp"}, "rod"), "plan");
  EXPECT_THAT(found({old}, day("2026-06-01")), ElementsAre("expired_grant g-gammel valid"));
  EXPECT_THAT(found({old, same}, day("2026-06-01")), IsEmpty());
  Element to_leaders = same;
  fields<Grant>(to_leaders).to.push_back({{}, true});
  EXPECT_THAT(found({old, to_leaders}, day("2026-06-01")),
              ElementsAre("expired_grant g-gammel valid"));
}

TEST(CheckAuthority, OneSetOfWhomOneActsIsNobodyTwice) {
  Element one = person("ane", {"chef", "direktoer"});
  Element signed_by =
      resting(with_fields<Grant>(grant("g-en", {"chef", "direktoer"}, {"sign"}, {"hjaelp"}, "rod"),
                                 [](Grant& g) {
                                   g.concur = {{"chef", "direktoer"}};
                                 }),
              "plan");
  EXPECT_THAT(found({one, signed_by}), IsEmpty());
}

TEST(CheckAuthority, ExclusiveGrantsThatNeverMeetDoNotOverlap) {
  const auto exclusive = [](const char* id, const char* from) {
    return resting(with_fields<Grant>(grant(id, {"chef"}, {"sign"}, {"hjaelp"}, from),
                                      [](Grant& g) { g.exclusive = true; }),
                   "plan");
  };
  const auto within = [](const char* id, const char* unit) {
    return resting(with_fields<Grant>(grant(id, {"direktoer"}, {"sign"}, {"hjaelp"}, "rod"),
                                      [&](Grant& g) { g.within = {unit}; }),
                   "plan");
  };
  const std::vector<Element> plan = {actor("nord", Tier::administration, Form::unit, "byraad"),
                                     actor("syd", Tier::administration, Form::unit, "byraad"),
                                     within("g-nord", "nord"),
                                     within("g-syd", "syd"),
                                     exclusive("g-a", "g-nord"),
                                     exclusive("g-b", "g-syd")};
  EXPECT_THAT(found(plan), IsEmpty());
}

}  // namespace
}  // namespace regelgraf::test
