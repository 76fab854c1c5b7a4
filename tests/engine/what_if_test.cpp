// Removals step by step: at every moment what asking from scratch says.

#include <regelgraf/what_if.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "engine/as_reference.hpp"
#include "reference/what_breaks_by_definition.hpp"
#include "support/build.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Element on(const char* id, std::vector<Requirement> basis) {
  Element element = rule(id);
  element.basis = std::move(basis);
  return element;
}

TEST(WhatIf, StepsAreTakenBackOneByOne) {
  const Model model =
      model_of(draft({rule("a"), rule("b"), on("x", {any({"a", "b"})}), on("y", {any({"x"})})}));
  WhatIf what_if(model);
  what_if.remove(*model.find("a"));
  EXPECT_THAT(ids(model, what_if.fallen()), IsEmpty());
  what_if.remove(*model.find("b"));
  EXPECT_THAT(ids(model, what_if.fallen()), ElementsAre("x", "y"));
  what_if.restore(*model.find("a"));
  EXPECT_THAT(ids(model, what_if.fallen()), IsEmpty());
  EXPECT_THAT(ids(model, what_if.removed()), ElementsAre("b"));
  EXPECT_TRUE(what_if.undo());
  EXPECT_THAT(ids(model, what_if.fallen()), ElementsAre("x", "y"));
  EXPECT_TRUE(what_if.undo());
  EXPECT_TRUE(what_if.undo());
  EXPECT_FALSE(what_if.undo());
  EXPECT_TRUE(what_if.stands(*model.find("x")));
}

TEST(WhatIf, RefusesWhatIsNotInTheModelAndStaysAsItWas) {
  const Model model = model_of(draft({rule("a")}));
  WhatIf what_if(model);
  const std::vector<Index> wrong{0, 7};
  EXPECT_THROW(what_if.remove(wrong), Error);
  EXPECT_THROW(what_if.restore(7), Error);
  EXPECT_EQ(what_if.steps(), 0U);
  EXPECT_TRUE(what_if.stands(0));
}

// Each member has a ground of its own and its neighbour's. Whoever loses the first stands on the
// second, and the loop must not be walked to know it.
TEST(WhatIf, ALoopOfGroundsIsNotWalkedForOneOfThem) {
  std::uint64_t touched[2] = {};
  for (const int n : {100, 10000}) {
    Draft ring;
    const auto name = [](char c, int i) { return c + std::to_string(100000 + i); };
    for (int i = 0; i < n; ++i) {
      ring += rule(name('a', i), Instrument::act);
      ring += on(name('r', i).c_str(), {any({name('a', i), name('r', (i + n - 1) % n)})});
    }
    const Model model = model_of(std::move(ring));
    WhatIf what_if(model);
    what_if.remove(*model.find(name('a', 5)));
    EXPECT_THAT(what_if.fallen(), IsEmpty());
    what_if.remove(*model.find(name('r', 4)));
    EXPECT_EQ(ids(model, what_if.fallen()), std::vector{name('r', 5)});
    touched[n > 100] = what_if.touched();
  }
  EXPECT_EQ(touched[0], touched[1]);
}

// Two acts carry a whole ring between them. With one gone the other carries all, and that too must
// be known without a walk; with both gone the ring falls, and back it comes.
TEST(WhatIf, ALoopThatStandsOnOneOfTwoGroundsIsNotWalked) {
  std::uint64_t touched[2] = {};
  for (const int n : {100, 10000}) {
    Draft ring;
    const auto name = [](char c, int i) { return c + std::to_string(100000 + i); };
    for (int i = 0; i < n; ++i) {
      std::vector<std::string> grounds{name('r', (i + n - 1) % n)};
      if (i % (n / 2) == 0) {
        grounds.push_back(name('a', i));
        ring += rule(name('a', i), Instrument::act);
      }
      ring += on(name('r', i).c_str(), {any(grounds)});
    }
    const Model model = model_of(std::move(ring));
    WhatIf what_if(model);
    const Index first = *model.find(name('a', 0)), second = *model.find(name('a', n / 2));
    what_if.remove(first);
    EXPECT_THAT(what_if.fallen(), IsEmpty());
    touched[n > 100] = what_if.touched();
    what_if.remove(second);
    EXPECT_EQ(what_if.fallen().size(), static_cast<std::size_t>(n));
    what_if.restore(first);
    EXPECT_THAT(what_if.fallen(), IsEmpty());
    what_if.undo();
    EXPECT_EQ(what_if.fallen().size(), static_cast<std::size_t>(n));
    what_if.undo();
    EXPECT_THAT(what_if.fallen(), IsEmpty());
  }
  EXPECT_EQ(touched[0], touched[1]);
}

// After an undo as many are gone as at the last look at what rests on itself, but not the same
// ones.
TEST(WhatIf, WhatRestsOnItselfIsLookedAtAgainAfterAnUndo) {
  const Model model =
      model_of(draft({rule("a", Instrument::act), rule("b", Instrument::act),
                      on("p", {any({"a", "q"})}), on("q", {any({"p", "b"})}), rule("z")}));
  WhatIf what_if(model);
  what_if.remove(*model.find("a"));
  what_if.remove(*model.find("z"));
  EXPECT_THAT(what_if.fallen(), IsEmpty());
  what_if.undo();
  what_if.remove(*model.find("b"));
  EXPECT_THAT(ids(model, what_if.fallen()), ElementsAre("p", "q"));
}

// The definition of "from scratch" is the reference's; here the walk only has to keep up with it.
TEST(WhatIf, ARandomWalkIsAlwaysWhereAskingFromScratchIs) {
  const std::uint64_t drafts = models(2000);
  for (std::uint64_t n = 0; n < drafts; ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    ModelOptions options;
    options.focus = n % 3 == 0 ? Focus::mixed : Focus::standing;
    const Draft draft = random_draft(seed, options);
    const Model model = model_of(draft);
    const RandomRemoval asked = random_removal(draft, seed);
    Removal removal;
    removal.date = asked.date;
    if (asked.within) removal.within = model.find(*asked.within).value();
    const Baseline baseline(model, removal.date);
    WhatIf what_if(baseline, removal.within);
    std::string walk;
    for (int step = 0; step < 12; ++step) {
      const auto one = static_cast<Index>(random() % model.size());
      switch (random() % 4) {
        case 0:
          what_if.remove(one);
          walk += " -";
          break;
        case 1:
          what_if.remove(std::vector<Index>{one, static_cast<Index>((one + 1) % model.size())});
          walk += " --";
          break;
        case 2:
          what_if.restore(one);
          walk += " +";
          break;
        case 3:
          what_if.undo();
          walk += " undo ";
          break;
      }
      walk += model.id(one);
      removal.elements.assign(what_if.removed().begin(), what_if.removed().end());
      const WhatBreaks now = what_if.breaks(), again = what_breaks(baseline, removal);
      ASSERT_EQ(as_text(as_reference(model, now)), as_text(as_reference(model, again)))
          << as_text(draft) << walk;
      std::vector<Index> fallen;
      for (const auto* list : {&again.lapsed, &again.broken})
        for (const Effect& effect : *list) fallen.push_back(effect.element);
      std::sort(fallen.begin(), fallen.end());
      ASSERT_EQ(std::vector(what_if.fallen().begin(), what_if.fallen().end()), fallen);
      WhatIf fresh(baseline, removal.within);
      fresh.remove(removal.elements);
      for (Index i = 0; i < model.size(); ++i)
        ASSERT_EQ(what_if.stands(i), fresh.stands(i)) << walk;
    }
    what_if.clear();
    ASSERT_THAT(what_if.fallen(), IsEmpty());
    for (Index i = 0; i < model.size(); ++i) ASSERT_EQ(what_if.stands(i), baseline.stands(i));
  }
}

}  // namespace
}  // namespace regelgraf::test
