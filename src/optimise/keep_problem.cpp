#include "optimise/keep_problem.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <regelgraf/error.hpp>
#include <regelgraf/may.hpp>

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
  std::vector<Index> path, open;
  for (Index i = 0; i < model.size(); ++i) {
    if (model.kind(i) != Kind::matter || below[i]) continue;
    Bits seen;
    seen.assign(model.size(), false);
    open.assign(1, i);
    while (!open.empty() && !below[i]) {
      const Index at = open.back();
      open.pop_back();
      for (const Index up : model.broader(at)) {
        if (below[up]) below.set(i);
        if (seen[up]) continue;
        seen.set(up);
        open.push_back(up);
      }
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

KeepProblem::KeepProblem(const Baseline& baseline, std::vector<Index> scope,
                         std::span<const Index> keep, detail::Watch& watch)
    : model_(baseline.model()), removals_(baseline, none), scope_(std::move(scope)) {
  for (Bits* bits :
       {&is_in_scope_, &is_indispensable_, &must_stand_, &is_in_doubt_, &is_sure_})
    bits->assign(model_.size(), false);
  for (const Index i : scope_) is_in_scope_.set(i);
  for (Index i = 0; i < model_.size(); ++i)
    if (baseline.stands(i) && (model_.kind(i) == Kind::duty || model_.core(i))) must_stand_.set(i);
  for (const Index i : keep) {
    if (i >= model_.size())
      throw Error(Errc::unknown_element, "no such element in this model", "keep");
    if (baseline.stands(i))
      must_stand_.set(i);
    else
      not_standing_.push_back(i);
  }
  detail::Removals::sort_set(not_standing_);
  watch.stage("alone", scope_.size());
  for (const Index i : scope_) {
    const std::uint64_t before = removals_.touched();
    if (!all_stand_without(std::span(&i, 1))) is_indispensable_.set(i);
    if (watch.step(1, 100 + 10 * (removals_.touched() - before))) break;  // fewer are settled
  }
  find_doubt();
}

bool KeepProblem::all_stand() {
  const auto fallen = removals_.fallen();
  const auto removed = removals_.removed();
  const auto lost = [&](Index i) { return must_stand_[i]; };
  return std::none_of(fallen.begin(), fallen.end(), lost) &&
         std::none_of(removed.begin(), removed.end(), lost);
}

bool KeepProblem::all_stand_without(std::span<const Index> gone) {
  removals_.remove(gone);
  const bool all = all_stand();
  removals_.undo();
  return all;
}

std::vector<Index> KeepProblem::fallen_without(std::span<const Index> gone) {
  removals_.remove(gone);
  const auto fallen = removals_.fallen();
  std::vector<Index> list(fallen.begin(), fallen.end());
  removals_.undo();
  return list;
}

std::vector<std::vector<Index>> KeepProblem::lost_with_each(std::span<const Index> gone,
                                                            std::span<const Index> also) {
  std::vector<std::vector<Index>> lost;
  removals_.remove(gone);
  for (const Index i : also) {
    std::vector<Index>& list = lost.emplace_back();
    removals_.remove(std::span(&i, 1));
    for (const Index fallen : removals_.fallen())
      if (must_stand_[fallen]) list.push_back(fallen);
    if (must_stand_[i]) list.insert(std::lower_bound(list.begin(), list.end(), i), i);
    removals_.undo();
  }
  removals_.undo();
  return lost;
}

std::vector<Index> KeepProblem::drop_in_turn(std::span<const Index> gone,
                                             std::span<const Index> candidates,
                                             std::size_t at_most, detail::Watch& watch) {
  std::vector<Index> dropped;
  removals_.remove(gone);
  std::size_t steps = 1;
  for (const Index i : candidates) {
    if (dropped.size() == at_most) break;
    const std::uint64_t before = removals_.touched();
    removals_.remove(std::span(&i, 1));
    const auto fallen = removals_.fallen();
    if (must_stand_[i] || std::any_of(fallen.begin(), fallen.end(),
                                      [&](Index lost) { return must_stand_[lost]; })) {
      removals_.undo();
    } else {
      ++steps;
      dropped.push_back(i);
    }
    if (watch.step(0, 100 + 10 * (removals_.touched() - before))) break;
  }
  while (steps-- > 0) removals_.undo();
  return dropped;
}

void KeepProblem::find_doubt() {
  std::vector<Index> gone;
  for (const Index i : scope_)
    if (!is_indispensable_[i]) gone.push_back(i);
  removals_.remove(gone);
  std::vector<Index> open;
  const auto doubt = [&](Index i) {
    if (is_in_doubt_[i] || !removals_.stood(i) || removals_.stands(i)) return;
    is_in_doubt_.set(i);
    in_doubt_.push_back(i);
    open.push_back(i);
  };
  for (Index i = 0; i < model_.size(); ++i) {
    if (removals_.stands(i)) is_sure_.set(i);
    if (must_stand_[i]) doubt(i);
  }
  while (!open.empty()) {
    const Index i = open.back();
    open.pop_back();
    const auto [first, last] = model_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r)
      for (const Index supporter : model_.listed(r)) doubt(supporter);
  }
  removals_.undo();
  std::sort(in_doubt_.begin(), in_doubt_.end());
}

}  // namespace regelgraf::optimise
