// Who decided before a removal and who decides after it: small models, and the definition.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <regelgraf/what_breaks.hpp>

#include "reference/authority_moved_by_definition.hpp"
#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string entry_text(const Model& model, const OverRow& entry) {
  const auto id = [&](Index i) { return i == none ? std::string() : std::string(model.id(i)); };
  if (entry.everything) return "*";
  if (entry.id != none) return id(entry.id);
  return "{" + id(entry.matter) + "," + id(entry.issuer) + "," +
         (entry.instrument ? std::string(to_text(*entry.instrument)) : std::string()) + "}";
}

std::vector<std::string> lines(const Model& model, const WhatBreaks& breaks) {
  std::vector<std::string> result;
  for (const MovedAuthority& moved : breaks.authority) {
    std::string line = entry_text(model, moved.entry) + " " + moved.power + " " +
                       (moved.unit == none ? std::string() : std::string(model.id(moved.unit))) +
                       ":";
    for (const Index i : moved.before) line += " " + std::string(model.id(i));
    line += " ->";
    for (const Index i : moved.after) line += " " + std::string(model.id(i));
    result.push_back(line);
  }
  return result;
}

std::vector<std::string> moved(const Model& model, const char* removed) {
  Removal removal;
  removal.elements = {*model.find(removed)};
  return lines(model, what_breaks(model, removal));
}

/// A plan by which the manager decides on a matter; the council has all there is.
Draft plan() {
  Element root = grant("g-root", {"byraad"}, {"*"}, {"*"});
  std::get<Grant>(root.fields).residual = true;
  std::get<Grant>(root.fields).redelegable = redelegable_without_end;
  Element row = grant("g-chef", {"chef"}, {"decide"}, {"emne"});
  std::get<Grant>(row.fields).from = "g-root";
  row.basis = {any({"plan"})};
  return draft({actor("byraad", Tier::council, Form::body),
                actor("chef", Tier::management, Form::post), matter("emne"),
                rule("plan", Instrument::delegation_plan), root, row});
}

TEST(AuthorityMoved, AGrantThatFallsWithItsPlanGoesBackToTheDelegator) {
  EXPECT_THAT(moved(model_of(plan()), "plan"), ElementsAre("emne decide : byraad chef -> byraad"));
}

TEST(AuthorityMoved, WithoutTheRootNobodyIsLeft) {
  EXPECT_THAT(moved(model_of(plan()), "g-root"),
              ElementsAre("emne decide : byraad chef ->", "* * : byraad ->"));
}

TEST(AuthorityMoved, WhatChangesNoAuthorityMovesNone) {
  Draft draft = plan();
  draft.add(rule("skema"));
  EXPECT_THAT(moved(model_of(draft), "skema"), IsEmpty());
}

TEST(AuthorityMoved, ARuleThatLosesAnIssuerIsAskedAbout) {
  const Model model = model_of(draft({actor("byraad", Tier::council, Form::body),
                                      actor("chef", Tier::management, Form::post),
                                      rule("skema", Instrument::procedure, {"byraad", "chef"})}));
  EXPECT_THAT(
      moved(model, "chef"),
      ElementsAre("skema adopt : byraad chef -> byraad", "skema amend : byraad chef -> byraad",
                  "skema repeal : byraad chef -> byraad", "skema waive : byraad chef -> byraad"));
}

/// A home that a leader leads, in a post that a person holds.
Draft home() {
  return draft({actor("byraad", Tier::council, Form::body),
                with_fields<Actor>(actor("bosted", Tier::workplace, Form::unit, "byraad"),
                                   [](Actor& unit) { unit.leader = "leder"; }),
                actor("leder", Tier::workplace, Form::post, "byraad"), matter("emne"),
                grant("g-ledere", {"leader"}, {"decide"}, {"emne"}),
                rule("vane", Instrument::practice, {}, {}, {"bosted"})});
}

TEST(AuthorityMoved, WithItsLeaderAUnitLosesWhatLeadersMay) {
  EXPECT_THAT(moved(model_of(home()), "leder"),
              ElementsAre("emne decide bosted: leder ->", "vane adopt : byraad leder ->",
                          "vane amend : byraad leder ->", "vane repeal : byraad leder ->",
                          "vane waive : byraad leder ->"));
}

TEST(AuthorityMoved, TwoTogetherNeedTwoPersons) {
  Draft draft = home();
  const auto person = [](const char* id, const char* post) {
    return with_fields<Actor>(actor(id, Tier::workplace, Form::person),
                              [&](Actor& a) { a.holds = {post}; });
  };
  draft.add(actor("vice", Tier::workplace, Form::post));
  draft.add(person("ane", "leder"));
  draft.add(with_fields<Actor>(person("bo", "vice"), [](Actor& a) { a.holds.push_back("leder"); }));
  draft.add(with_fields<Grant>(grant("g-to", {"leder", "vice"}, {"sign"}, {"emne"}),
                               [](Grant& g) { g.jointly = Jointly{2}; }));
  const Model model = model_of(draft);
  EXPECT_THAT(moved(model, "ane"), ElementsAre("emne sign : leder vice ->"));
  EXPECT_THAT(moved(model, "bo"), IsEmpty());
}

TEST(AuthorityMoved, IsLeftOutWhereNoCausesAreAskedFor) {
  const Model model = model_of(plan());
  Removal removal;
  removal.elements = {*model.find("plan")};
  removal.causes = false;
  EXPECT_THAT(what_breaks(model, removal).authority, IsEmpty());
}

TEST(AuthorityMoved, AsDefined) {
  std::size_t seen = 0;
  for (std::uint64_t n = 0; n < models(1500); ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    ModelOptions options;
    options.focus = n % 3 == 0 ? Focus::mixed : Focus::authority;
    const Draft draft = random_draft(seed, options);
    const RandomRemoval asked = random_removal(draft, seed);
    std::string question = "remove";
    for (const std::string& id : asked.removed) question += " " + id;
    hold_together(draft, question, [&](const Draft& d) {
      const Model model = model_of(d);
      const reference::World world(d);
      Removal removal;
      for (const std::string& id : asked.removed)
        removal.elements.push_back(model.find(id).value());
      removal.date = asked.date;
      if (asked.within) removal.within = model.find(*asked.within).value();
      const std::vector<std::string> all = lines(model, what_breaks(model, removal));
      seen += all.size();
      reference::MovedAuthority definition(world, asked.removed, asked.date, asked.within);
      const auto text = [](const reference::Names& names) {
        std::string joined;
        for (const std::string& line : names) joined += line + "\n";
        return joined;
      };
      return told_apart(text(definition.lines()), text({all.begin(), all.end()}));
    });
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(seen, models(1500) / 20);  // a test that never sees authority move says nothing
}

}  // namespace
}  // namespace regelgraf::test
