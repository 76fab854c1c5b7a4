// what_may against may(), pair by pair and field by field, and against the reference evaluator.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include <regelgraf/what_may.hpp>

#include "engine/as_reference.hpp"
#include "reference/what_may_by_definition.hpp"
#include "support/frozen.hpp"
#include "support/hold_together.hpp"
#include "support/print.hpp"
#include "support/random_model.hpp"

namespace regelgraf::test {
namespace {

std::string unknown_text(const Unknown& u) {
  std::ostringstream out;
  out << static_cast<int>(u.what) << ":" << u.element << ":" << u.condition << ":" << u.fact << ":"
      << u.holder;
  return out.str();
}

std::string dependences(const std::vector<Dependence>& list) {
  std::string text;
  for (const Dependence& one : list) {
    text += (one.not_all ? " not_all(" : " (") + std::to_string(one.because);
    for (const Unknown& u : one.unknowns) text += " " + unknown_text(u);
    text += ")";
  }
  return text;
}

/// Every field of a reason.
std::string all_of(const Because& b) {
  std::ostringstream out;
  out << to_text(b.kind) << " element " << b.element << " with";
  for (const Index i : b.with) out << " " << i;
  if (b.months) out << " months " << *b.months;
  if (b.from) out << " from " << to_text(*b.from);
  if (b.to) out << " to " << to_text(*b.to);
  out << " condition " << b.condition;
  if (b.value) out << " value " << b.value->index();
  out << " depends" << dependences(b.depends_on);
  return out.str();
}

std::string line(const Model& model, Index target, const std::string& power, Permission permission,
                 const Because& because) {
  return std::string(model.id(target)) + " " + power + " " +
         std::to_string(static_cast<int>(permission)) + " " + all_of(because) + "\n";
}

/// The lists of an answer as one, in order of target and power.
struct Pair {
  Index target;
  std::uint32_t power;
  Permission permission;
  const PowerOver* one;
};
std::vector<Pair> pairs_of(const WhatMay& answer) {
  std::vector<Pair> all;
  const auto add = [&](const std::vector<PowerOver>& list, Permission permission) {
    for (const PowerOver& one : list) all.push_back({one.target, one.power, permission, &one});
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::tie(a.target, a.power) < std::tie(b.target, b.power);
    }));
  };
  add(answer.may, Permission::yes);
  add(answer.depends, Permission::depends);
  add(answer.may_not, Permission::no);
  std::sort(all.begin(), all.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.target, a.power) < std::tie(b.target, b.power);
  });
  return all;
}

/// Is what the pair says of its option that of one of the actor's own options?
bool is_of(const May& alone, const PowerOver& one) {
  if (alone.options.empty()) return one.grant == none && !one.implied && one.involve.empty();
  return std::any_of(alone.options.begin(), alone.options.end(), [&](const Option& option) {
    const bool alike = std::equal(option.involve.begin(), option.involve.end(), one.involve.begin(),
                                  one.involve.end(), [](const Involved& a, const Involved& b) {
                                    return a.involvement == b.involvement && a.body == b.body;
                                  });
    return alike && option.grant == one.grant && option.implied == one.implied &&
           (alone.may != Permission::yes || option.depends_on.empty());
  });
}

WhatMayQuestion question_of(const Model& model, const std::string& actor,
                            const reference::Question& asked) {
  WhatMayQuestion question;
  question.actor = model.find(actor).value_or(none);
  question.context = question_for(model, asked);
  return question;
}

TEST(WhatMay, PutsEveryPairWhereMayPutsIt) {
  std::size_t yes = 0, depends = 0, no = 0;
  for (std::uint64_t n = 0; n < models(6000); ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    ModelOptions options;
    options.focus = n % 3 == 0 ? Focus::mixed : Focus::authority;
    const Draft draft = random_draft(seed, options);
    const reference::Question asked = random_question(draft, seed);
    const std::string actor = random_actor(draft, seed);
    hold_together(draft, as_text(asked) + " actor " + actor,
                  [&](const Draft& d) -> std::optional<std::string> {
                    const Model model = model_of(Draft(d));
                    const WhatMayQuestion question = question_of(model, actor, asked);
                    const WhatMay answer = what_may(model, question);
                    std::string one_by_one, at_once;
                    for (const Pair& pair : pairs_of(answer)) {
                      AuthorityQuestion q = question.context;
                      q.concerns.clear();
                      q.target = pair.target;
                      q.power = answer.powers[pair.power];
                      May alone;
                      alone.because.kind = Because::Kind::unknown;
                      if (question.actor != none) alone = may(model, question.actor, q);
                      one_by_one += line(model, q.target, q.power, alone.may, alone.because);
                      at_once += line(model, q.target, q.power, pair.permission, pair.one->because);
                      if (!is_of(alone, *pair.one)) at_once += "its option is none of may()\n";
                    }
                    yes += answer.may.size();
                    depends += answer.depends.size();
                    no += answer.may_not.size();
                    return told_apart(one_by_one, at_once);
                  });
    if (HasFatalFailure()) return;
  }
  // The random models are worth something only where all three answers are common.
  EXPECT_GT(yes, (yes + depends + no) / 100);
  EXPECT_GT(depends, (yes + depends + no) / 100);
}

TEST(WhatMay, IsThatOfTheReference) {
  for (std::uint64_t n = 0; n < models(3000); ++n) {
    const std::uint64_t seed = first_seed() + n;
    SCOPED_TRACE("seed " + std::to_string(seed));
    ModelOptions options;
    options.focus = n % 2 == 0 ? Focus::mixed : Focus::authority;
    const Draft draft = random_draft(seed, options);
    const reference::Question asked = random_question(draft, seed);
    const std::string actor = random_actor(draft, seed);
    // All usual powers, or two, of which one the model's grants have something to say about.
    const reference::Names powers =
        n % 4 == 0 ? reference::Names{} : reference::Names{asked.power, "repeal"};
    std::string text = as_text(asked) + " actor " + actor;
    hold_together(draft, text, [&](const Draft& d) -> std::optional<std::string> {
      const reference::World world(d);
      const Model model = model_of(Draft(d));
      WhatMayQuestion question = question_of(model, actor, asked);
      question.powers.assign(powers.begin(), powers.end());
      const WhatMay answer = what_may(model, question);
      std::string engine, reference;
      for (const Pair& pair : pairs_of(answer)) {
        May one;
        one.may = pair.permission;
        one.because = pair.one->because;
        const reference::May said = as_reference(one);
        engine += std::string(model.id(pair.target)) + " " + answer.powers[pair.power] + " " +
                  said.may + " " + said.kind + "\n";
      }
      for (const auto& [pair, said] : reference::what_may(world, actor, powers, asked))
        reference += pair.first + " " + pair.second + " " + said.may + " " + said.kind + "\n";
      return told_apart(reference, engine);
    });
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace regelgraf::test
