#pragma once

// Two standing sets, before and after, and what differs between them.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/detail/references.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/what_breaks.hpp>

namespace regelgraf::detail {

class WhatBreaksAnswer {
 public:
  WhatBreaksAnswer(const Model& model, const Removal& question)
      : model_(model), question_(question), n_(model.size()) {}

  WhatBreaks run() {
    take_removed();
    before_ = standing_on(model_, question_.date);
    if (question_.within != none) keep_what_lies_outside();
    after_ = standing_set(model_, situation());
    find_fallen();
    find_purposes();
    if (question_.causes) find_paths();
    list_effects();
    list_unmet_duties();
    list_others();
    count_hours();
    return std::move(answer_);
  }

 private:
  enum class Part : std::uint8_t { untouched, removed, lapsed, broken, redundant, purposeless };

  [[nodiscard]] Situation situation() const {
    Situation s;
    s.date = question_.date;
    s.removed = answer_.removed;
    s.kept = kept_;
    s.before = before_;
    return s;
  }

  void take_removed() {
    answer_.removed = question_.elements;
    std::sort(answer_.removed.begin(), answer_.removed.end());
    answer_.removed.erase(std::unique(answer_.removed.begin(), answer_.removed.end()),
                          answer_.removed.end());
    if ((!answer_.removed.empty() && answer_.removed.back() >= n_) ||
        (question_.within != none && question_.within >= n_))
      throw Error(Errc::unknown_element, "no such element in this model");
    part_.assign(n_, Part::untouched);
    for (const Index i : answer_.removed) part_[i] = Part::removed;
  }

  /// The places of an element: where it is done, whom it binds, where it holds; an actor: itself.
  [[nodiscard]] std::vector<Index> places(Index i) const {
    const Element& element = model_.element(i);
    std::vector<Index> result;
    const auto add = [&](const Ids& ids) {
      for (const std::string& id : ids) result.push_back(*model_.find(id));
    };
    if (element.kind() == Kind::actor) result.push_back(i);
    if (const auto* rule = std::get_if<Rule>(&element.fields)) add(rule->binds);
    if (const auto* task = std::get_if<Task>(&element.fields)) add(task->performed_by);
    if (const Scope* scope = scope_of(element)) add(scope->within);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

  void keep_what_lies_outside() {
    kept_.assign(n_, 0);
    for (Index i = 0; i < n_; ++i) {
      const std::vector<Index> all = places(i);
      kept_[i] = !all.empty() && std::none_of(all.begin(), all.end(), [&](Index place) {
        return model_.at_or_below(place, question_.within);
      });
    }
  }

  [[nodiscard]] bool kept(Index i) const { return !kept_.empty() && kept_[i]; }
  [[nodiscard]] bool fell(Index i) const {
    return part_[i] == Part::lapsed || part_[i] == Part::broken;
  }
  /// Does element @p i still hold up what leans on it?
  [[nodiscard]] bool supports(Index i) const {
    return after_[i] && part_[i] != Part::removed;
  }
  [[nodiscard]] std::uint32_t supporters(std::uint32_t r) const {
    std::uint32_t count = 0;
    for (const Index i : model_.listed(r)) count += supports(i);
    return count;
  }
  [[nodiscard]] bool fails(std::uint32_t r) const {
    return supporters(r) < model_.requirement(r).at_least;
  }

  void find_fallen() {
    for (Index i = 0; i < n_; ++i) {
      if (!before_[i] || after_[i] || part_[i] == Part::removed) continue;
      part_[i] = Part::broken;
      const auto [first, last] = model_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        if (model_.requirement(r).relation == Relation::basis && fails(r)) part_[i] = Part::lapsed;
    }
  }

  void find_purposes() {
    purposeful_before_ = purposeful_set(model_, before_);
    std::vector<std::uint8_t> standing = after_;
    for (const Index i : answer_.removed) standing[i] = 0;
    std::vector<Index> keep_purpose;
    for (Index i = 0; i < n_; ++i)
      if (kept(i) && standing[i] && purposeful_before_[i]) keep_purpose.push_back(i);
    const std::vector<std::uint8_t> purposeful = purposeful_set(model_, standing, keep_purpose);
    std::vector<Index> lost;
    for (Index i = 0; i < n_; ++i) {
      if (!kept(i) && standing[i] && purposeful_before_[i] && !purposeful[i] &&
          !model_.serves(i).empty()) {
        part_[i] = Part::redundant;
        lost.push_back(i);
      }
    }
    // Largest part of `lost` that nothing outside it leans on: take out what is leaned on, and then
    // what that leans on in turn.
    std::vector<Index> out;
    const auto leaned_on_from_outside = [&](Index i) {
      for (const std::uint32_t r : model_.listing(i)) {
        const Index owner = model_.requirement(r).owner;
        if (after_[owner] && part_[owner] != Part::redundant) return true;
      }
      return false;
    };
    for (const Index i : lost)
      if (leaned_on_from_outside(i)) out.push_back(i);
    for (const Index i : out) part_[i] = Part::purposeless;
    while (!out.empty()) {
      const Index owner = out.back();
      out.pop_back();
      const auto [first, last] = model_.requirements_of(owner);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index i : model_.listed(r))
          if (part_[i] == Part::redundant) {
            part_[i] = Part::purposeless;
            out.push_back(i);
          }
    }
  }

  /// Breadth first from what was removed, along causes. Within a layer the order is that of the
  /// paths, so the first to reach an element does so by the least ids from the removed end.
  void find_paths() {
    came_from_.assign(n_, none);
    std::vector<std::uint8_t> reached(n_, 0);
    std::vector<Index> layer = answer_.removed;
    for (const Index i : layer) reached[i] = 1;
    while (!layer.empty()) {
      std::vector<Index> next;
      for (const Index cause : layer) {
        const std::size_t start = next.size();
        const auto reach = [&](Index i) {
          if (reached[i]) return;
          reached[i] = 1;
          came_from_[i] = cause;
          next.push_back(i);
        };
        if (part_[cause] == Part::removed || fell(cause))
          for (const std::uint32_t r : model_.listing(cause)) {
            const Index owner = model_.requirement(r).owner;
            if (fell(owner) && fails(r)) reach(owner);
          }
        for (const Index i : model_.served_by(cause))
          if (part_[i] == Part::redundant || part_[i] == Part::purposeless) reach(i);
        std::sort(next.begin() + static_cast<std::ptrdiff_t>(start), next.end());
      }
      layer = std::move(next);
    }
  }

  [[nodiscard]] std::vector<Index> path_to(Index i) const {
    std::vector<Index> path;
    for (Index at = i; at != none; at = came_from_[at]) path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
  }

  [[nodiscard]] Cause cause_by(std::uint32_t r) const {
    const RequirementRow& requirement = model_.requirement(r);
    Cause cause;
    cause.of_what =
        requirement.relation == Relation::basis ? Cause::Of::basis : Cause::Of::needs;
    cause.implied = requirement.implied;
    cause.at_least = requirement.at_least;
    const auto listed = model_.listed(r);
    cause.of.assign(listed.begin(), listed.end());
    for (const Index i : listed)
      if (supports(i)) cause.left.push_back(i);
    return cause;
  }

  Effect fallen(Index i) const {
    Effect effect{i, {}, {}};
    if (!question_.causes) return effect;
    effect.through = path_to(i);
    const Relation wanted = part_[i] == Part::lapsed ? Relation::basis : Relation::needs;
    const auto [first, last] = model_.requirements_of(i);
    std::uint32_t chosen = last;
    for (std::uint32_t r = last; r-- > first;) {
      if (model_.requirement(r).relation != wanted || !fails(r)) continue;
      const auto listed = model_.listed(r);
      const bool on_path = std::binary_search(listed.begin(), listed.end(), came_from_[i]);
      const bool chosen_on_path =
          chosen != last && std::binary_search(model_.listed(chosen).begin(),
                                               model_.listed(chosen).end(), came_from_[i]);
      if (on_path || !chosen_on_path) chosen = r;
    }
    effect.cause = cause_by(chosen);
    return effect;
  }

  Effect purposeless(Index i) const {
    Effect effect{i, {}, {}};
    if (!question_.causes) return effect;
    effect.through = path_to(i);
    effect.cause.of_what = Cause::Of::serves;
    effect.cause.of.assign(model_.serves(i).begin(), model_.serves(i).end());
    return effect;
  }

  void list_effects() {
    for (Index i = 0; i < n_; ++i) {
      switch (part_[i]) {
        case Part::lapsed: answer_.lapsed.push_back(fallen(i)); break;
        case Part::broken: answer_.broken.push_back(fallen(i)); break;
        case Part::redundant: answer_.redundant.push_back(purposeless(i)); break;
        case Part::purposeless: answer_.purposeless.push_back(purposeless(i)); break;
        case Part::removed:
        case Part::untouched: break;
      }
      if (after_[i] && part_[i] != Part::removed && !kept(i)) list_weakened(i);
    }
  }

  void list_weakened(Index i) {
    const auto [first, last] = model_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r) {
      std::uint32_t had = 0;
      Index lost = none;
      for (const Index j : model_.listed(r)) {
        had += before_[j];
        if (lost == none && before_[j] && !supports(j)) lost = j;
      }
      const std::uint32_t k = model_.requirement(r).at_least;
      if (had <= k || supporters(r) != k) continue;
      Effect effect{i, {}, {}};
      if (question_.causes) {
        effect.cause = cause_by(r);
        effect.through = path_to(lost);
      }
      answer_.weakened.push_back(std::move(effect));
      return;
    }
  }

  void list_unmet_duties() {
    for (Index duty = 0; duty < n_; ++duty) {
      if (!fell(duty) || model_.kind(duty) != Kind::duty) continue;
      const auto [first, last] = model_.requirements_of(duty);
      const auto lacks = [&](const std::vector<std::uint8_t>& standing) {
        for (std::uint32_t r = first; r < last; ++r) {
          if (model_.requirement(r).relation != Relation::needs) continue;
          std::uint32_t count = 0;
          for (const Index i : model_.listed(r))
            count += standing[i] && part_[i] != Part::removed;
          if (count < model_.requirement(r).at_least) return true;
        }
        return false;
      };
      if (!lacks(after_)) continue;  // holding it up can only add supporters
      Situation held = situation();
      held.held = duty;
      if (lacks(standing_set(model_, held))) answer_.unmet_duties.push_back(duty);
    }
  }

  void list_others() {
    for (const Index i : answer_.removed)
      if (!model_.element(i).examined) answer_.unexamined.push_back(i);
    for (Index i = 0; i < n_; ++i) {
      if (kept(i)) continue;
      const bool gone = part_[i] == Part::removed || fell(i);
      if (gone && before_[i] && model_.kind(i) == Kind::involvement && applies(i, before_))
        answer_.involvements_gone.push_back(i);
      if (gone || !after_[i]) continue;
      for (const Index j : model_.uses(i))
        if (part_[j] == Part::removed || fell(j)) {
          answer_.affected.push_back(i);
          break;
        }
      if (scope_of(model_.element(i)) && !applies(i, before_) && applies(i, after_))
        answer_.revived.push_back(i);
    }
  }

  /// Does none of the element's `unless` stand?
  [[nodiscard]] bool applies(Index i, const std::vector<std::uint8_t>& standing) const {
    for (const std::string& id : scope_of(model_.element(i))->unless) {
      const Index j = *model_.find(id);
      if (standing[j] && !(&standing == &after_ && part_[j] == Part::removed)) return false;
    }
    return true;
  }

  void count_hours() {
    for (const Index i : answer_.removed)
      if (before_[i]) add_hours(i, answer_.hours_removed, part_within(i));
    for (Index i = 0; i < n_; ++i) {
      if (fell(i)) add_hours(i, answer_.hours_fallen, 1);
      if (part_[i] == Part::redundant) add_hours(i, answer_.hours_redundant, 1);
    }
  }

  void add_hours(Index i, Range& sum, double part) {
    const Burden* burden = burden_of(model_.element(i));
    if (!burden) return;
    const Hours hours = hours_of(*burden);
    sum += part_of(hours.per_year, part);
    answer_.hours_one_off += part_of(hours.one_off, part);
  }

  /// The part of a removed element's places that lies in the unit asked about.
  [[nodiscard]] double part_within(Index i) const {
    if (question_.within == none) return 1;
    const std::vector<Index> all = places(i);
    if (all.empty()) return 1;
    const auto inside = std::count_if(all.begin(), all.end(), [&](Index place) {
      return model_.at_or_below(place, question_.within);
    });
    return static_cast<double>(inside) / static_cast<double>(all.size());
  }

  const Model& model_;
  const Removal& question_;
  const std::uint32_t n_;
  WhatBreaks answer_;
  std::vector<std::uint8_t> kept_, before_, after_;
  std::vector<Part> part_;
  std::vector<std::uint8_t> purposeful_before_;
  std::vector<Index> came_from_;
};

}  // namespace regelgraf::detail

namespace regelgraf {

inline std::vector<std::uint8_t> purposeful_set(const Model& model,
                                                std::span<const std::uint8_t> standing,
                                                std::span<const Index> also) {
  std::vector<std::uint8_t> purposeful(model.size(), 0);
  std::vector<Index> open;
  const auto take = [&](Index i) {
    if (!standing[i] || purposeful[i]) return;
    purposeful[i] = 1;
    open.push_back(i);
  };
  for (Index i = 0; i < model.size(); ++i) {
    const auto* task = std::get_if<Task>(&model.element(i).fields);
    if (model.kind(i) == Kind::goal || model.kind(i) == Kind::duty || (task && task->core)) take(i);
  }
  for (const Index i : also) take(i);
  while (!open.empty()) {
    const Index purpose = open.back();
    open.pop_back();
    for (const Index i : model.served_by(purpose)) take(i);
  }
  return purposeful;
}

inline WhatBreaks what_breaks(const Model& model, const Removal& question) {
  return detail::WhatBreaksAnswer(model, question).run();
}

}  // namespace regelgraf
