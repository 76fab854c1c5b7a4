// Which rules are up for review.

#include <algorithm>
#include <string>

#include <regelgraf/error.hpp>
#include <regelgraf/may.hpp>

#include "optimise/keep_problem.hpp"

namespace regelgraf::optimise {

using detail::Bits;

namespace {

void check_kind(const Model& model, std::span<const Index> list, Kind kind, const char* field,
                const char* message) {
  for (std::size_t at = 0; at < list.size(); ++at) {
    const std::string place = std::string(field) + "[" + std::to_string(at) + "]";
    if (list[at] >= model.size())
      throw Error(Errc::unknown_element, "no such element in this model", place);
    if (model.kind(list[at]) != kind) throw Error(Errc::invalid_question, message, place);
  }
}

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// The level that made a rule, as burden() by tier has it.
std::optional<Tier> level_of(const Model& model, Index rule) {
  std::optional<Tier> farthest;
  for (const Index issuer : model.issuers(rule))
    farthest = std::max(farthest.value_or(model.tier(issuer)), model.tier(issuer));
  return farthest;
}

/// The matters and all that lie below them.
Bits at_or_below(const Model& model, const std::vector<Index>& matters) {
  Bits below;
  below.assign(model.size(), false);
  for (const Index matter : matters) below.set(matter);
  for (bool more = !matters.empty(); more;) {  // a pass for each level of the subject tree
    more = false;
    for (Index i = 0; i < model.size(); ++i) {
      if (model.kind(i) != Kind::matter || below[i]) continue;
      const auto broader = model.broader(i);
      if (std::none_of(broader.begin(), broader.end(), [&](Index up) { return below[up]; }))
        continue;
      below.set(i);
      more = true;
    }
  }
  return below;
}

}  // namespace

std::vector<Index> rules_in(const KeepScope& scope, const Baseline& baseline,
                            detail::Watch& watch) {
  const Model& model = baseline.model();
  check_kind(model, scope.issuers, Kind::actor, "scope.issuers", "the issuer is no actor");
  check_kind(model, scope.matters, Kind::matter, "scope.matters", "no matter");
  check_kind(model, scope.ids, Kind::rule, "scope.ids", "no rule: a review is of rules");
  if (scope.repealable_by != none) {
    if (scope.repealable_by >= model.size())
      throw Error(Errc::unknown_element, "no such element in this model", "scope.repealable_by");
    if (model.kind(scope.repealable_by) != Kind::actor)
      throw Error(Errc::invalid_question, "no actor", "scope.repealable_by");
  }
  const Bits matters = at_or_below(model, scope.matters);
  const auto matches = [&](Index i) {
    if (!scope.ids.empty() && !holds(scope.ids, i)) return false;
    if (!scope.instruments.empty() && !holds(scope.instruments, model.instrument(i))) return false;
    if (!scope.tiers.empty()) {
      const std::optional<Tier> level = level_of(model, i);
      if (!level || !holds(scope.tiers, *level)) return false;
    }
    if (!scope.issuers.empty()) {
      const auto issuers = model.issuers(i);
      if (std::none_of(issuers.begin(), issuers.end(),
                       [&](Index issuer) { return holds(scope.issuers, issuer); }))
        return false;
    }
    if (!scope.matters.empty()) {
      const auto concerned = model.concerns(i);
      if (concerned.empty() || !std::all_of(concerned.begin(), concerned.end(),
                                            [&](Index matter) { return matters[matter]; }))
        return false;
    }
    if (scope.repealable_by != none) {
      AuthorityQuestion question;
      question.power = "repeal";
      question.target = i;
      question.date = baseline.date();
      if (permission(model, scope.repealable_by, question) != Permission::yes) return false;
    }
    return true;
  };
  std::vector<Index> rules;
  watch.stage("scope", model.size());
  for (Index i = 0; i < model.size(); ++i) {
    (void)watch.step(1, scope.repealable_by == none ? 10 : 10'000);
    if (model.kind(i) == Kind::rule && baseline.stands(i) && matches(i)) rules.push_back(i);
  }
  return rules;
}

}  // namespace regelgraf::optimise
