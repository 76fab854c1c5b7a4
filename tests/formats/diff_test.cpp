// What changed between two models, and that nothing did where nothing did.

#include <regelgraf/diff.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Element upto(const char* holder, double amount) {
  Element element = grant("g", {holder}, {"decide"}, {"hjaelp"}, "rod");
  fields<Grant>(element).conditions.push_back({"amount", Op::le, {amount}, {}});
  return element;
}

/// A plan of one row.
Draft plan(Element row) {
  Draft draft = test::draft({actor("byraad", Tier::council, Form::body),
                             actor("chef", Tier::management, Form::post),
                             actor("leder", Tier::workplace, Form::post), matter("hjaelp"),
                             grant("rod", {"byraad"}, {"*"}, {"*"})});
  draft.add(std::move(row));
  return draft;
}

/// `target power: actor[terms|terms] ... -> actor[...] ...`
std::vector<std::string> authority(const Diff& diff) {
  std::vector<std::string> lines;
  for (const AuthorityDiff& one : diff.authority) {
    std::string line = one.target + " " + one.power + ":";
    const auto add = [&](const std::vector<DiffDecider>& all) {
      for (const DiffDecider& decider : all) {
        line += " " + decider.actor;
        for (const Name& terms : decider.terms)
          if (!terms.empty()) line += "[" + terms.en + "]";
      }
    };
    add(one.before);
    line += " ->";
    add(one.after);
    lines.push_back(line);
  }
  return lines;
}
std::vector<std::string> elements(const Diff& diff) {
  std::vector<std::string> lines;
  for (const ElementDiff& one : diff.elements) {
    std::string line = std::string(to_text(one.what)) + " " + one.id;
    for (const std::string& field : one.fields) line += " " + field;
    lines.push_back(line);
  }
  return lines;
}

TEST(Diff, OfAModelAndItselfIsEmpty) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    ModelOptions options;
    options.focus = Focus::authority;
    const Model model = model_of(random_draft(seed, options));
    const Diff same = diff(model, model);
    EXPECT_THAT(same.elements, IsEmpty());
    EXPECT_THAT(same.authority, IsEmpty());
    EXPECT_THAT(same.breaks, IsEmpty());
    EXPECT_EQ(same.hours_net, Range{});
    EXPECT_EQ(same.hours_before, same.hours_after);
  }
}

TEST(Diff, ForwardAndBackSayTheSame) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Model a = model_of(random_draft(seed)), b = model_of(random_draft(seed + 1));
    const Diff there = diff(a, b), back = diff(b, a);
    EXPECT_EQ(there.breaks, back.stands_anew);
    EXPECT_EQ(there.stands_anew, back.breaks);
    ASSERT_EQ(there.authority.size(), back.authority.size());
    for (std::size_t i = 0; i < there.authority.size(); ++i) {
      EXPECT_EQ(there.authority[i].before, back.authority[i].after);
      EXPECT_EQ(there.authority[i].gained(), back.authority[i].lost());
    }
    EXPECT_EQ(there.hours_net.low, -back.hours_net.high);
  }
}

TEST(Diff, AnotherHolder) {
  const Diff moved = diff(model_of(plan(upto("chef", 1000))), model_of(plan(upto("leder", 1000))));
  EXPECT_THAT(elements(moved), ElementsAre("changed g to"));
  EXPECT_THAT(
      authority(moved),
      ElementsAre("hjaelp decide: byraad chef[amount <= 1000] -> byraad leder[amount <= 1000]"));
  EXPECT_THAT(moved.authority[0].gained(), ElementsAre("leder"));
  EXPECT_THAT(moved.authority[0].lost(), ElementsAre("chef"));
}

TEST(Diff, AnotherLimit) {
  const Diff wider = diff(model_of(plan(upto("chef", 1000))), model_of(plan(upto("chef", 5000))));
  EXPECT_THAT(
      authority(wider),
      ElementsAre("hjaelp decide: byraad chef[amount <= 1000] -> byraad chef[amount <= 5000]"));
  EXPECT_THAT(wider.authority[0].gained(), IsEmpty());
}

TEST(Diff, WhatNobodyTouchedAndFellAllTheSame) {
  const auto town = [](Status status) {
    Element act = rule("lov", Instrument::act);
    act.status = status;
    Element duty = make("pligt", Duty{});
    duty.basis = {any({"lov"})};
    return draft({act, duty, rule("skema")});
  };
  const auto met = [](Status status) {
    Element form = rule("skema");
    form.status = status;
    Element duty = make("pligt", Duty{});
    duty.basis = {any({"lov"})};
    duty.needs = {any({"skema"})};
    return draft({rule("lov", Instrument::act), duty, form});
  };
  const Diff fell = diff(model_of(town(Status::in_force)), model_of(town(Status::repealed)));
  EXPECT_THAT(elements(fell), ElementsAre("changed lov status"));
  EXPECT_THAT(fell.breaks, ElementsAre("lov", "pligt"));
  EXPECT_THAT(fell.unmet_duties, IsEmpty()) << "with the act there is no duty";
  const Diff unmet = diff(model_of(met(Status::in_force)), model_of(met(Status::repealed)));
  EXPECT_THAT(unmet.breaks, ElementsAre("pligt", "skema"));
  EXPECT_THAT(unmet.unmet_duties, ElementsAre("pligt"));
}

TEST(Diff, HoursCountWhatDiffersAlone) {
  const auto with = [](double minutes) {
    const auto burdened = [](const char* id, double each) {
      return with_fields<Rule>(rule(id), [&](Rule& r) {
        Burden burden;
        burden.minutes = Range{each, each, 2 * each};
        burden.times_per_year = Range{60, 60, 60};
        r.burden = burden;
      });
    };
    return model_of(draft({burdened("a", 10), burdened("b", minutes)}));
  };
  const Diff less = diff(with(10), with(5));
  EXPECT_EQ(less.hours_before, (Range{20, 20, 40}));
  EXPECT_EQ(less.hours_after, (Range{15, 15, 30}));
  EXPECT_EQ(less.hours_net, (Range{-15, -5, 0}));
}

TEST(Diff, TheTableIsForPeopleAndHoldsNoFormula) {
  Draft before = plan(upto("chef", 1000)), after = plan(upto("leder", 1000));
  const Model a = model_of(before), b = model_of(after);
  EXPECT_EQ(diff_table(a, b, diff(a, b), Language::da),
            "nr;emne;beføjelse;før;nu\r\n"
            "hjaelp;hjaelp;afgøre;\"byraad\nchef (amount <= 1000)\";"
            "\"byraad\nleder (amount <= 1000)\"\r\n");
  Draft named = plan(upto("chef", 1000));
  Draft odd = draft({});
  for (Element element : named.elements()) {
    if (element.id == "hjaelp") element.name.da = "=HYPERLINK(1)";
    odd.add(element);
  }
  const Model c = model_of(odd);
  EXPECT_THAT(diff_table(b, c, diff(b, c), Language::da), ::testing::HasSubstr(";'=HYPERLINK(1);"));
}

}  // namespace
}  // namespace regelgraf::test
