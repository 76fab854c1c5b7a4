// The tools that the comparison with the engine leans on: the makers of models and questions, the
// shrinker; and the reference evaluator's standing set against every set there is.

#include <gtest/gtest.h>

#include <vector>

#include "build.hpp"
#include "print.hpp"
#include "random_model.hpp"
#include "reference/authority_by_definition.hpp"
#include "reference/what_breaks_by_definition.hpp"
#include "shrink.hpp"
#include "validity.hpp"

namespace regelgraf::test {
namespace {

using reference::Names;
using reference::World;

ModelOptions options_for(std::uint64_t seed) {
  ModelOptions options;
  options.elements = 5 + seed % 21;
  options.focus = static_cast<Focus>(seed % 3);
  return options;
}

TEST(RandomModel, IsValidAndTheSameForASeed) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Draft draft = random_draft(seed, options_for(seed));
    EXPECT_TRUE(is_valid(draft)) << seed;
    EXPECT_EQ(as_text(draft), as_text(random_draft(seed, options_for(seed))));
    EXPECT_EQ(as_text(random_question(draft, seed)), as_text(random_question(draft, seed)));
  }
}

TEST(RandomModel, NoListNamesAnybodyTwice) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Draft draft = random_draft(seed, options_for(seed));
    const World world(draft);
    for (Element element : draft.elements()) {
      reference::for_every_id(element, [&](std::string& id) { id = world.actual(id); });
      std::size_t before = 0, after = 0;
      const auto counting = [](std::size_t& n) { return [&n](std::string&) { ++n; }; };
      reference::for_every_id(element, counting(before));
      reference::read_lists_as_sets(element);
      reference::for_every_id(element, counting(after));
      EXPECT_EQ(before, after) << seed << " " << element.id;
    }
  }
}

TEST(RandomModel, AsksWhatHasAnswers) {
  std::map<std::string, int> verdicts;
  std::map<std::string, int> mays;
  ModelOptions options;
  options.focus = Focus::authority;
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const Draft draft = random_draft(seed, options);
    const reference::Question question = random_question(draft, seed);
    const World world(draft);
    ++verdicts[reference::who_decides(world, question).verdict];
    const reference::May may = reference::may(world, random_actor(draft, seed), question);
    ++mays[may.may + " " + may.kind];
  }
  for (const char* verdict : {"competent", "conditional", "joint", "residual", "barred", "nobody"})
    EXPECT_GT(verdicts[verdict], 20) << verdict;
  for (const char* may :
       {"true grant", "true implied", "depends with", "depends condition", "depends internal",
        "false none", "false lapse", "false date", "false chain", "false unit", "false condition",
        "false disqualification", "false bar"})
    EXPECT_GT(mays[may], 0) << may;
}

/// Does a set meet the three conditions of DESIGN section 2?
bool is_a_standing_set(const World& world, const Names& set, std::optional<Day> date,
                       const Names& removed) {
  const auto has = [](const Names& in, const reference::Required& r) {
    return reference::support(r.of, in, {}, {}, {}) >= r.at_least;
  };
  for (const std::string& id : set) {
    if (removed.contains(id) || !reference::in_force(world.element(id), date)) return false;
    for (const reference::Required& r : reference::requirements(world.element(id)))
      if (!has(set, r)) return false;
  }
  Names ordered;  // put in an order as long as somebody can come next
  for (bool grows = true; grows;) {
    grows = false;
    for (const std::string& id : set) {
      bool next = !ordered.contains(id);
      for (const reference::Required& r : reference::requirements(world.element(id)))
        if (r.by == reference::Required::By::basis && !has(ordered, r)) next = false;
      if (next) grows = ordered.insert(id).second;
      if (next) break;
    }
  }
  return ordered.size() == set.size();
}

TEST(Reference, TheStandingSetIsTheLargestOfAllSetsThatMeetTheConditions) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    ModelOptions options;
    options.elements = 5 + seed % 5;
    options.focus = Focus::standing;
    const Draft draft = random_draft(seed, options);
    const World world(draft);
    RandomRemoval removal = random_removal(draft, seed);
    removal.removed = world.actual(removal.removed);
    std::vector<std::string> ids;
    for (const auto& [id, element] : world.elements) ids.push_back(id);
    Names all_together;  // of sets that meet the conditions; their union does too
    for (std::uint32_t bits = 0; bits < (1U << ids.size()); ++bits) {
      Names set;
      for (std::size_t i = 0; i < ids.size(); ++i)
        if (bits >> i & 1U) set.insert(ids[i]);
      if (is_a_standing_set(world, set, removal.date, removal.removed))
        all_together.insert(set.begin(), set.end());
    }
    EXPECT_EQ(reference::standing(world, removal.date, removal.removed), all_together)
        << seed << "\n"
        << as_text(draft);
  }
}

TEST(Reference, WhatFallsHasAPathFromWhatIsRemoved) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    const Draft draft = random_draft(seed, options_for(seed));
    const RandomRemoval removal = random_removal(draft, seed);
    const reference::Breaks breaks =
        reference::what_breaks(World(draft), removal.removed, removal.date, removal.within);
    std::size_t effects = 0;
    for (const Names* names :
         {&breaks.lapsed, &breaks.broken, &breaks.redundant, &breaks.purposeless})
      effects += names->size();
    EXPECT_EQ(breaks.through.size(), effects) << seed << "\n" << as_text(draft);
  }
}

TEST(Shrink, LeavesNothingThatTheFailureDoesNotNeed) {
  Draft model =
      draft({actor("a", Tier::council, Form::body), actor("b", Tier::workplace, Form::unit, "a"),
             matter("m"), rule("r", Instrument::policy, {"a"}, {"m"}, {"b"}),
             grant("g1", {"a", "b"}, {"decide", "repeal"}, {"*", "m"}),
             grant("g2", {"b"}, {"*"}, {"m"}, "g1"),
             involvement("i", "b", How::agree, {"*"}, {"m"}), task("t", true, {"b"})});
  const auto has_a_chain = [](const Draft& draft) {
    for (const Element& element : draft.elements())
      if (const auto* grant = std::get_if<Grant>(&element.fields); grant && !grant->from.empty())
        return true;
    return false;
  };
  const Draft small = shrink(model, has_a_chain);
  EXPECT_TRUE(is_valid(small));
  EXPECT_TRUE(has_a_chain(small));
  EXPECT_EQ(small.elements().size(), 3U) << as_text(small);  // two grants and a holder
}

}  // namespace
}  // namespace regelgraf::test
