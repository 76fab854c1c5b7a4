// Every element by what falls with it: held against removing each alone.

#undef REGELGRAF_DECLARATIONS_ONLY  // how it ranks is told inside alone

#include <regelgraf/rank.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <regelgraf/what_breaks.hpp>

#include "reference/rank_by_definition.hpp"
#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using How = detail::RankAnswer::How;

/// One line for each: id, breaks, duties, hours to a thousandth.
std::string lines_of(const Model& model, const Ranking& ranking) {
  std::string text;
  for (const Ranked& one : ranking.order) {
    text += std::string(model.id(one.element)) + " " + std::to_string(one.breaks) + " " +
            std::to_string(one.duties);
    for (const double hours : {one.hours.low, one.hours.likely, one.hours.high})
      text += " " + std::to_string(static_cast<long>(hours * 1000 + 0.5));
    text += "\n";
  }
  return text;
}

/// What what_breaks() says of each alone, in order of id.
std::string removed_alone(const Model& model, std::optional<Day> date) {
  Ranking ranking;
  const Baseline baseline(model, date);
  for (Index i = 0; i < model.size(); ++i) {
    Removal removal;
    removal.elements = {i};
    removal.causes = false;
    const WhatBreaks breaks = what_breaks(baseline, removal);
    Ranked one{i, static_cast<std::uint32_t>(breaks.lapsed.size() + breaks.broken.size()),
               static_cast<std::uint32_t>(breaks.unmet_duties.size()), breaks.hours_removed};
    one.hours += breaks.hours_fallen;
    ranking.order.push_back(one);
  }
  return lines_of(model, ranking);
}

std::string ranked(const Model& model, std::optional<Day> date, How how) {
  RankQuestion question;
  question.date = date;
  for (Index i = 0; i < model.size(); ++i) question.among.push_back(i);
  Ranking ranking = detail::RankAnswer(model, question, {}).run(how);
  std::sort(ranking.order.begin(), ranking.order.end(),
            [](const Ranked& a, const Ranked& b) { return a.element < b.element; });
  return lines_of(model, ranking);
}

TEST(Rank, IsWhatEachAloneWouldBreak) {
  const std::uint64_t drafts = models(3000);
  std::size_t folded = 0;
  for (std::uint64_t n = 0; n < drafts; ++n) {
    SCOPED_TRACE("seed " + std::to_string(first_seed() + n));
    ModelOptions options;
    options.focus = n % 3 == 0 ? Focus::mixed : Focus::standing;
    options.elements = n % 2 == 0 ? 7 : 16;
    const Draft draft = random_draft(first_seed() + n, options);
    const Model model = model_of(draft);
    const auto date = random_removal(draft, first_seed() + n).date;
    const std::string expected = removed_alone(model, date);
    ASSERT_EQ(ranked(model, date, How::singly), expected) << as_text(draft);
    ASSERT_EQ(ranked(model, date, How::by_tree), expected) << as_text(draft);
    folded += detail::FallTree::of(Baseline(model, date)).has_value();
  }
  EXPECT_GT(folded, drafts / 50) << "the tree was hardly ever tried";
}

std::string lines_of(const std::vector<reference::Ranked>& order) {
  std::string text;
  for (const reference::Ranked& one : order) {
    text += one.id + " " + std::to_string(one.breaks) + " " + std::to_string(one.duties);
    for (const double hours : {one.hours.low, one.hours.likely, one.hours.high})
      text += " " + std::to_string(static_cast<long>(hours * 1000 + 0.5));
    text += "\n";
  }
  return text;
}

// The evaluator written from the definitions shares nothing with the engine: figures and order.
TEST(Rank, IsTheDefinitionRun) {
  const std::uint64_t drafts = models(700);
  std::size_t with_duties = 0;
  for (std::uint64_t n = 0; n < drafts; ++n) {
    SCOPED_TRACE("seed " + std::to_string(first_seed() + n));
    ModelOptions options;
    options.focus = n % 3 == 0 ? Focus::mixed : Focus::standing;
    options.elements = n % 2 == 0 ? 7 : 14;
    const Draft draft = random_draft(first_seed() + n, options);
    const Model model = model_of(draft);
    RankQuestion question;
    question.by = static_cast<RankBy>(n % 3);
    question.date = random_removal(draft, first_seed() + n).date;
    const auto expected =
        reference::rank(reference::World(draft), static_cast<reference::By>(n % 3), question.date);
    ASSERT_EQ(lines_of(model, rank(model, question)), lines_of(expected)) << as_text(draft);
    with_duties += std::any_of(expected.begin(), expected.end(),
                               [](const auto& one) { return one.duties > 0; });
  }
  EXPECT_GT(with_duties, drafts / 40) << "hardly any duty hung on one thing";
}

Element leaning(const std::string& id, std::vector<Requirement> needs) {
  Element element = rule(id);
  element.needs = std::move(needs);
  return element;
}
std::string name(int i) { return "r" + std::to_string(1000000 + i); }

// A chain of n takes n squared to remove one by one; folded it is a line.
TEST(Rank, FoldsALongChainWithJoinsIntoATree) {
  constexpr int n = 30000;
  Draft chain;
  for (int i = 0; i < n; ++i) {
    if (i % 10 == 9)  // two of the last two and an outsider
      chain += leaning(name(i), {at_least(2, {name(i - 1), name(i - 2), "outsider"})});
    else
      chain += leaning(name(i), i == 0 ? std::vector<Requirement>{}
                                       : std::vector<Requirement>{any({name(i - 1)})});
  }
  chain += rule("outsider");
  const Model model = model_of(std::move(chain));
  ASSERT_TRUE(detail::FallTree::of(Baseline(model)));
  const Ranking ranking = rank(model);
  ASSERT_EQ(ranking.order.size(), static_cast<std::size_t>(n) + 1);
  EXPECT_EQ(model.id(ranking.order[0].element), name(0));
  EXPECT_EQ(ranking.order[0].breaks, n - 1U);
  // Before a join the last but one still takes all that follows, the last takes nothing.
  const auto breaks = [&](int i) {
    for (const Ranked& one : ranking.order)
      if (one.element == *model.find(name(i))) return static_cast<int>(one.breaks);
    return -1;
  };
  EXPECT_EQ(breaks(7), n - 8);
  EXPECT_EQ(breaks(8), 0);
  EXPECT_EQ(breaks(9), n - 10);
}

TEST(Rank, OrdersByTheFigureAskedForAndListsTheTop) {
  Element costly = rule("costly");
  std::get<Rule>(costly.fields).burden.make().minutes = Range{60, 60, 60};
  std::get<Rule>(costly.fields).burden.make().times_per_year = Range{10, 10, 10};
  const Model model =
      model_of(draft({costly, rule("a"), leaning("b", {any({"a"})}), leaning("c", {any({"a"})})}));
  RankQuestion question;
  question.top = 1;
  EXPECT_EQ(lines_of(model, rank(model, question)), "a 2 0 0 0 0\n");
  question.by = RankBy::hours;
  EXPECT_EQ(lines_of(model, rank(model, question)), "costly 0 0 10000 10000 10000\n");
}

TEST(Rank, StopsWhenToldAndSaysSo) {
  const Model model = model_of(draft({rule("a"), rule("b")}));
  Limits limits;
  limits.seconds = 0;
  EXPECT_FALSE(rank(model, {}, limits).complete);
  CancelToken cancel;
  cancel.cancel();
  limits.cancel = &cancel;
  EXPECT_THROW((void)rank(model, {}, limits), Error);
}

}  // namespace
}  // namespace regelgraf::test
