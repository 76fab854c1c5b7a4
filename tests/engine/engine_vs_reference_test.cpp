// The definition runs: the engine against the reference evaluator on random models, awkward ones
// included. A failing model is shrunk and printed as a model file with the question.

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "engine/as_reference.hpp"
#include "reference/authority_by_definition.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

constexpr Focus all_focuses[] = {Focus::mixed, Focus::standing, Focus::authority};

TEST(EngineAgainstReference, WhatBreaks) {
  for (std::uint64_t n = 0; n < models(2000); ++n)
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
        const Model model = model_of(d);
        Removal question;
        for (const std::string& id : removal.removed)
          question.elements.push_back(model.find(id).value());
        question.date = removal.date;
        if (removal.within) question.within = model.find(*removal.within).value();
        const std::string engine = as_text(as_reference(model, what_breaks(model, question)));
        const std::string reference =
            as_text(reference::what_breaks(world, removal.removed, removal.date, removal.within));
        return told_apart(reference, engine);
      });
      if (HasFatalFailure()) return;
    }
}

TEST(EngineAgainstReference, WhoDecidesAndMay) {
  for (std::uint64_t n = 0; n < models(2000); ++n)
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
                        const Model model = model_of(d);
                        const AuthorityQuestion question = question_for(model, asked);
                        const auto known = model.find(actor);
                        std::string engine =
                            as_text(as_reference(model, who_decides(model, question)));
                        std::string reference = as_text(reference::who_decides(world, asked));
                        const auto say = [](const reference::May& m) {
                          return "may " + m.may + " " + m.kind + "\n";
                        };
                        if (known) {
                          const May said = may(model, *known, question);
                          May alone;
                          alone.may = permission(model, *known, question);
                          engine += say(as_reference(said)) + as_reference(alone).may;
                          const reference::May meant = reference::may(world, actor, asked);
                          reference += say(meant) + meant.may;
                        }
                        return told_apart(reference, engine);
                      });
        if (HasFatalFailure()) return;
      }
    }
}

}  // namespace
}  // namespace regelgraf::test
