// The definition runs: the engine against the reference evaluator on random models, awkward ones
// included. A failing model is shrunk and printed as a model file with the question.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <random>
#include <string>

#include <regelgraf/freeze.hpp>

#include "engine/as_reference.hpp"
#include "reference/authority_by_definition.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"
#include "support/shrink.hpp"

namespace regelgraf::test {
namespace {

/// A number for this run, printed; RG_SEED repeats a run.
std::uint64_t first_seed() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("RG_SEED");
    const std::uint64_t drawn = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << "first seed " << drawn << " (RG_SEED=" << drawn << " repeats this run)\n";
    return drawn;
  }();
  return seed;
}

/// How many models: a few thousand in every run, a hundred thousand at night.
std::uint64_t models() { return std::getenv("RG_TEST_LONG") ? 40000 : 2000; }

/// What the two say of one draft: equal, or where not, both.
using Compare = std::function<std::optional<std::string>(const Draft&)>;

std::string told_apart(const std::string& reference, const std::string& engine) {
  return "reference:\n" + reference + "engine:\n" + engine;
}

Model frozen(const Draft& draft) {
  Frozen result = freeze(draft);
  if (!result.model)
    throw std::runtime_error("the random model does not freeze: " +
                             result.findings.front().message.en);
  return std::move(*result.model);
}

/// Runs @p compare; on a difference shrinks the model and fails with it.
void hold_together(const Draft& draft, const std::string& question, const Compare& compare) {
  if (!compare(draft)) return;
  const auto still_fails = [&](const Draft& smaller) {
    try {
      return compare(smaller).has_value();
    } catch (const std::exception&) {
      return false;  // the question is about something that is gone
    }
  };
  const Draft least = shrink(draft, still_fails);
  FAIL() << as_text(least) << question << "\n" << *compare(least);
}

constexpr Focus all_focuses[] = {Focus::mixed, Focus::standing, Focus::authority};

TEST(EngineAgainstReference, WhatBreaks) {
  for (std::uint64_t n = 0; n < models(); ++n)
    for (const Focus focus : all_focuses) {
      const std::uint64_t seed = first_seed() + n;
      SCOPED_TRACE("seed " + std::to_string(seed));
      ModelOptions options;
      options.focus = focus;
      const Draft draft = random_draft(seed, options);
      const RandomRemoval removal = random_removal(draft, seed);
      std::string asked = "remove";
      for (const std::string& id : removal.removed) asked += " " + id;
      if (removal.date) asked += " date " + to_text(*removal.date);
      if (removal.within) asked += " within " + *removal.within;
      hold_together(draft, asked, [&](const Draft& d) -> std::optional<std::string> {
        const reference::World world(d);
        const Model model = frozen(d);
        Removal question;
        for (const std::string& id : removal.removed)
          question.elements.push_back(model.find(id).value());
        question.date = removal.date;
        if (removal.within) question.within = model.find(*removal.within).value();
        const std::string engine = as_text(as_reference(model, what_breaks(model, question)));
        const std::string reference =
            as_text(reference::what_breaks(world, removal.removed, removal.date, removal.within));
        if (engine == reference) return std::nullopt;
        return told_apart(reference, engine);
      });
      if (HasFatalFailure()) return;
    }
}

TEST(EngineAgainstReference, WhoDecidesAndMay) {
  for (std::uint64_t n = 0; n < models(); ++n)
    for (const Focus focus : {Focus::mixed, Focus::authority}) {
      const std::uint64_t seed = first_seed() + n;
      SCOPED_TRACE("seed " + std::to_string(seed));
      ModelOptions options;
      options.focus = focus;
      const Draft draft = random_draft(seed, options);
      for (std::uint64_t q = 0; q < 3; ++q) {
        const reference::Question asked = random_question(draft, seed * 3 + q);
        const std::string actor = random_actor(draft, seed * 3 + q);
        hold_together(draft, as_text(asked) + " actor " + actor,
                      [&](const Draft& d) -> std::optional<std::string> {
                        const reference::World world(d);
                        const Model model = frozen(d);
                        const AuthorityQuestion question = question_for(model, asked);
                        const auto known = model.find(actor);
                        std::string engine =
                            as_text(as_reference(model, who_decides(model, question)));
                        std::string reference = as_text(reference::who_decides(world, asked));
                        const auto say = [](const reference::May& m) {
                          return "may " + m.may + " " + m.kind + "\n";
                        };
                        if (known) {
                          engine += say(as_reference(may(model, *known, question)));
                          reference += say(reference::may(world, actor, asked));
                        }
                        if (engine == reference) return std::nullopt;
                        return told_apart(reference, engine);
                      });
        if (HasFatalFailure()) return;
      }
    }
}

}  // namespace
}  // namespace regelgraf::test
