// what_if against the reference evaluator, and against what_breaks, on random models.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <string>

#include <regelgraf/change.hpp>

#include "engine/as_reference.hpp"
#include "reference/what_if_by_definition.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_change.hpp"
#include "support/random_model.hpp"
#include "support/shrink.hpp"

namespace regelgraf::test {
namespace {

constexpr Focus focuses[] = {Focus::standing, Focus::mixed};

Change change_for(const Model& model, const reference::Change& asked) {
  Change change;
  for (const std::string& id : asked.removed) change.removed.push_back(model.find(id).value());
  change.added = asked.added;
  change.changed = asked.changed;
  change.date = asked.date;
  if (asked.within) change.within = model.find(*asked.within).value();
  return change;
}

reference::WhatIf in_reference(const WhatIfAnswer& answer) {
  reference::WhatIf result;
  static_cast<reference::Breaks&>(result) =
      as_reference(*answer.after, static_cast<const WhatBreaks&>(answer));
  for (const Index i : answer.stands_anew) result.stands_anew.insert(answer.after->id(i));
  for (const Effect& e : answer.stands_not) result.stands_not.insert(answer.after->id(e.element));
  result.hours_added = answer.hours_added;
  result.hours_changed = answer.hours_changed;
  result.hours_net = answer.hours_net;
  result.one_off_added = answer.hours_one_off_added;
  return result;
}

std::string told(const reference::WhatIf& what_if) {
  std::ostringstream out;
  out << as_text(static_cast<const reference::Breaks&>(what_if));
  const auto names = [&](const char* name, const reference::Names& list) {
    out << name;
    for (const std::string& id : list) out << " " << id;
    out << "\n";
  };
  const auto range = [&](const char* name, const Range& r) {
    const auto rounded = [](double x) { return std::round(x * 1e6) / 1e6 + 0.0; };
    out << name << " " << rounded(r.low) << " " << rounded(r.likely) << " " << rounded(r.high)
        << "\n";
  };
  names("stands_anew", what_if.stands_anew);
  names("stands_not", what_if.stands_not);
  range("added", what_if.hours_added);
  range("changed", what_if.hours_changed);
  range("net", what_if.hours_net);
  range("one_off_added", what_if.one_off_added);
  return out.str();
}

std::optional<std::string> compare(const Draft& draft, const reference::Change& asked) {
  const Model model = model_of(draft);
  const std::string engine = told(in_reference(what_if(model, change_for(model, asked))));
  const std::string reference = told(reference::what_if(draft, asked));
  if (engine == reference) return std::nullopt;
  return "reference:\n" + reference + "engine:\n" + engine;
}

TEST(WhatIfAgainstReference, EveryEffect) {
  for (std::uint64_t n = 0; n < models(2000); ++n)
    for (const Focus focus : focuses) {
      const std::uint64_t seed = first_seed() + n;
      SCOPED_TRACE("seed " + std::to_string(seed));
      ModelOptions options;
      options.focus = focus;
      const Draft draft = random_draft(seed, options);
      const reference::Change asked = random_change(draft, seed);
      if (!compare(draft, asked)) continue;
      const Draft least = shrink(draft, [&](const Draft& smaller) {
        try {
          return compare(smaller, asked).has_value();
        } catch (const std::exception&) {
          return false;  // the change is about something that is gone
        }
      });
      FAIL() << as_text(least) << as_text(asked) << "\n" << *compare(least, asked);
    }
}

/// Everything a WhatBreaks says, causes and derivations included.
std::string whole(const Model& model, const WhatBreaks& answer) {
  std::ostringstream out;
  const auto ids = [&](const char* name, const std::vector<Index>& list) {
    out << name;
    for (const Index i : list) out << " " << model.id(i);
    out << "\n";
  };
  const auto effects = [&](const char* name, const std::vector<Effect>& list) {
    out << name << "\n";
    for (const Effect& e : list) {
      out << model.id(e.element) << " " << static_cast<int>(e.cause.of_what) << e.cause.implied
          << " " << e.cause.at_least;
      ids(" of", e.cause.of);
      ids("left", e.cause.left);
      ids("through", e.through);
    }
  };
  ids("removed", answer.removed);
  effects("lapsed", answer.lapsed);
  effects("broken", answer.broken);
  ids("unmet", answer.unmet_duties);
  effects("redundant", answer.redundant);
  effects("purposeless", answer.purposeless);
  effects("weakened", answer.weakened);
  ids("affected", answer.affected);
  ids("revived", answer.revived);
  ids("unexamined", answer.unexamined);
  ids("involvements_gone", answer.involvements_gone);
  for (const Range& r :
       {answer.hours_removed, answer.hours_fallen, answer.hours_redundant, answer.hours_one_off})
    out << r.low << " " << r.likely << " " << r.high << "\n";
  return out.str();
}

TEST(WhatIf, OfRemovalsAloneIsWhatBreaks) {
  for (std::uint64_t n = 0; n < models(2000); ++n)
    for (const Focus focus : focuses) {
      const std::uint64_t seed = first_seed() + n;
      SCOPED_TRACE("seed " + std::to_string(seed));
      ModelOptions options;
      options.focus = focus;
      const Draft draft = random_draft(seed, options);
      const RandomRemoval removal = random_removal(draft, seed);
      const Model model = model_of(draft);
      Removal question;
      for (const std::string& id : removal.removed)
        question.elements.push_back(model.find(id).value());
      question.date = removal.date;
      if (removal.within) question.within = model.find(*removal.within).value();
      const Change change{question.elements, {}, {}, question.within, question.date, true};
      const WhatIfAnswer answer = what_if(model, change);
      ASSERT_EQ(whole(*answer.after, answer), whole(model, what_breaks(model, question)))
          << as_text(draft);
      ASSERT_TRUE(answer.stands_anew.empty() && answer.stands_not.empty());
      ASSERT_EQ(answer.hours_net.likely, answer.hours_removed.likely + answer.hours_fallen.likely);
    }
}

TEST(WhatIf, WhatIsAddedAndThenRemovedLeavesNothing) {
  for (std::uint64_t n = 0; n < models(2000) / 2; ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    ModelOptions options;
    options.focus = Focus::standing;
    const Draft draft = random_draft(seed, options);
    const reference::Change drawn = random_change(draft, seed);
    const Model model = model_of(draft);
    Change adding;
    adding.added = drawn.added;
    adding.date = drawn.date;
    const WhatIfAnswer added = what_if(model, adding);
    ASSERT_TRUE(added.lapsed.empty() && added.broken.empty() && added.unmet_duties.empty());
    Change removing;
    removing.removed = added.added;
    removing.date = drawn.date;
    const WhatIfAnswer gone = what_if(*added.after, removing);
    std::vector<Index> fell;
    for (const auto* list : {&gone.lapsed, &gone.broken})
      for (const Effect& effect : *list) fell.push_back(effect.element);
    const std::vector<std::uint8_t> stood = standing_on(*added.after, drawn.date);
    for (const Index i : gone.removed)
      if (stood[i]) fell.push_back(i);
    std::sort(fell.begin(), fell.end());
    ASSERT_EQ(fell, added.stands_anew) << as_text(draft) << as_text(drawn);
    ASSERT_NEAR(gone.hours_net.likely, -added.hours_net.likely, 1e-9);
    ASSERT_NEAR(gone.hours_net.low, -added.hours_net.high, 1e-9);
  }
}

TEST(WhatIf, TheSameFieldsChangeNothing) {
  for (std::uint64_t n = 0; n < models(2000) / 4; ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Draft draft = random_draft(seed);
    const reference::Change drawn = random_change(draft, seed);
    const Model model = model_of(draft);
    Change change;
    change.date = drawn.date;
    if (drawn.within) change.within = model.find(*drawn.within).value();
    for (Index i = 0; i < model.size(); ++i)
      if (!model.inert(i) && i % 3 == seed % 3) change.changed.push_back(model.element(i));
    const WhatIfAnswer answer = what_if(model, change);
    WhatIfAnswer nothing;
    nothing.unexamined = answer.unexamined;
    ASSERT_EQ(whole(model, answer), whole(model, nothing)) << as_text(draft);
    ASSERT_TRUE(answer.stands_anew.empty());
    for (const Range& r :
         {answer.hours_added, answer.hours_changed, answer.hours_net, answer.hours_one_off_added})
      ASSERT_EQ(r, Range{});
  }
}

}  // namespace
}  // namespace regelgraf::test
