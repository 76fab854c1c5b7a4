#pragma once

// The effects of a set of removals, read off what fell and what touches it.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <regelgraf/detail/authority_moved.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/removals.hpp>
#include <regelgraf/what_breaks.hpp>

namespace regelgraf::detail {

class WhatBreaksAnswer {
 public:
  WhatBreaksAnswer(Removals& removals, bool causes)
      : model_(removals.model()), removals_(removals), causes_(causes) {}

  WhatBreaks run() {
    const auto removed = removals_.removed();
    answer_.removed.assign(removed.begin(), removed.end());
    removals_.lost_purpose(lost_);
    name_parts();
    find_redundant();
    if (causes_) find_paths();
    list_effects();
    list_unmet_duties();
    list_others();
    if (causes_) answer_.authority = AuthorityMoved(removals_, cast_, answer_.revived).run();
    count_hours();
    return std::move(answer_);
  }

 private:
  enum class Part : std::uint8_t { untouched, removed, lapsed, broken, redundant, purposeless };

  /// Everything that was removed, fell or lost its purpose, ascending, with its part.
  void name_parts() {
    const auto fallen = removals_.fallen();
    cast_.reserve(answer_.removed.size() + fallen.size() + lost_.size());
    cast_ = answer_.removed;
    cast_.insert(cast_.end(), fallen.begin(), fallen.end());
    cast_.insert(cast_.end(), lost_.begin(), lost_.end());
    std::sort(cast_.begin(), cast_.end());
    parts_.reserve(cast_.size());
    for (const Index i : cast_) {
      if (removals_.removed(i))
        parts_.push_back(Part::removed);
      else if (removals_.stands(i))
        parts_.push_back(Part::redundant);
      else
        parts_.push_back(removals_.lacks(i, Relation::basis) ? Part::lapsed : Part::broken);
    }
  }

  [[nodiscard]] std::size_t place(Index i) const {
    const auto at = std::lower_bound(cast_.begin(), cast_.end(), i);
    return at != cast_.end() && *at == i ? static_cast<std::size_t>(at - cast_.begin())
                                         : cast_.size();
  }
  [[nodiscard]] Part part(Index i) const {
    const std::size_t at = place(i);
    return at == cast_.size() ? Part::untouched : parts_[at];
  }

  /// Largest part of what lost its purpose that nothing outside it leans on: take out what is
  /// leaned on, and then what that leans on in turn.
  void find_redundant() {
    std::vector<Index> out;
    const auto leaned_on_from_outside = [&](Index i) {
      for (const std::uint32_t r : model_.listing(i)) {
        const Index owner = model_.owner_of(r);
        if (removals_.stands(owner) && part(owner) != Part::redundant) return true;
      }
      return false;
    };
    for (const Index i : lost_)
      if (leaned_on_from_outside(i)) out.push_back(i);
    for (const Index i : out) parts_[place(i)] = Part::purposeless;
    while (!out.empty()) {
      const Index owner = out.back();
      out.pop_back();
      const auto [first, last] = model_.requirements_of(owner);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index i : model_.listed(r))
          if (part(i) == Part::redundant) {
            parts_[place(i)] = Part::purposeless;
            out.push_back(i);
          }
    }
  }

  /// Breadth first from what was removed, along causes. Within a layer the order is that of the
  /// paths, so the first to reach an element does so by the least ids from the removed end.
  void find_paths() {
    came_from_.assign(cast_.size(), none);
    std::vector<std::uint8_t> reached(cast_.size(), 0);
    std::vector<Index> layer = answer_.removed;
    for (const Index i : layer) reached[place(i)] = 1;
    while (!layer.empty()) {
      std::vector<Index> next;
      for (const Index cause : layer) {
        const std::size_t start = next.size();
        const auto reach = [&](Index i, std::size_t at) {
          if (reached[at]) return;
          reached[at] = 1;
          came_from_[at] = cause;
          next.push_back(i);
        };
        if (removals_.gone(cause))
          for (const std::uint32_t r : model_.listing(cause)) {
            const Index owner = model_.owner_of(r);
            if (removals_.fell(owner) && removals_.fails(r)) reach(owner, place(owner));
          }
        for (const Index i : model_.served_by(cause)) {
          const std::size_t at = place(i);
          if (at != cast_.size() &&
              (parts_[at] == Part::redundant || parts_[at] == Part::purposeless))
            reach(i, at);
        }
        std::sort(next.begin() + static_cast<std::ptrdiff_t>(start), next.end());
      }
      layer = std::move(next);
    }
  }

  [[nodiscard]] Index came_from(Index i) const { return came_from_[place(i)]; }
  [[nodiscard]] std::vector<Index> path_to(Index i) const {
    std::vector<Index> path;
    for (Index at = i; at != none; at = came_from(at)) path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
  }

  [[nodiscard]] Cause cause_by(std::uint32_t r) const {
    const RequirementRow& requirement = model_.requirement(r);
    Cause cause;
    cause.of_what = requirement.relation == Relation::basis ? Cause::Of::basis : Cause::Of::needs;
    cause.implied = requirement.implied;
    cause.at_least = requirement.at_least;
    const auto listed = model_.listed(r);
    cause.of.assign(listed.begin(), listed.end());
    for (const Index i : listed)
      if (removals_.supports(i)) cause.left.push_back(i);
    return cause;
  }

  Effect fallen(Index i, Relation wanted) const {
    Effect effect{i, {}, {}};
    if (!causes_) return effect;
    effect.through = path_to(i);
    const Index from = came_from(i);
    const auto lists_it = [&](std::uint32_t r) {
      return std::binary_search(model_.listed(r).begin(), model_.listed(r).end(), from);
    };
    const auto [first, last] = model_.requirements_of(i);
    std::uint32_t chosen = last;
    for (std::uint32_t r = first; r < last && (chosen == last || !lists_it(chosen)); ++r)
      if (model_.relation_of(r) == wanted && removals_.fails(r) && (chosen == last || lists_it(r)))
        chosen = r;
    effect.cause = cause_by(chosen);
    return effect;
  }

  Effect purposeless(Index i) const {
    Effect effect{i, {}, {}};
    if (!causes_) return effect;
    effect.through = path_to(i);
    effect.cause.of_what = Cause::Of::serves;
    effect.cause.of.assign(model_.serves(i).begin(), model_.serves(i).end());
    return effect;
  }

  void list_effects() {
    for (std::size_t at = 0; at < cast_.size(); ++at) {
      const Index i = cast_[at];
      switch (parts_[at]) {
        case Part::lapsed:
          answer_.lapsed.push_back(fallen(i, Relation::basis));
          break;
        case Part::broken:
          answer_.broken.push_back(fallen(i, Relation::needs));
          break;
        case Part::redundant:
          answer_.redundant.push_back(purposeless(i));
          break;
        case Part::purposeless:
          answer_.purposeless.push_back(purposeless(i));
          break;
        case Part::removed:
        case Part::untouched:
          break;
      }
    }
    std::vector<Index> weakened;
    removals_.weakened(weakened);
    for (const Index i : weakened) answer_.weakened.push_back(weakened_by(i));
  }

  /// The first requirement that has lost all it could spare.
  Effect weakened_by(Index i) const {
    Effect effect{i, {}, {}};
    if (!causes_) return effect;
    const auto [first, last] = model_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r) {
      std::uint32_t had = 0;
      Index lost = none;
      for (const Index j : model_.listed(r)) {
        had += removals_.stood(j);
        if (lost == none && removals_.stood(j) && !removals_.supports(j)) lost = j;
      }
      const std::uint32_t least = model_.at_least_of(r);
      if (had <= least || removals_.supporters(r) != least) continue;
      effect.cause = cause_by(r);
      effect.through = path_to(lost);
      break;
    }
    return effect;
  }

  void list_unmet_duties() {
    for (std::size_t at = 0; at < cast_.size(); ++at)
      if ((parts_[at] == Part::lapsed || parts_[at] == Part::broken) &&
          model_.kind(cast_[at]) == Kind::duty && removals_.lacks_needs_when_held(cast_[at]))
        answer_.unmet_duties.push_back(cast_[at]);
  }

  void list_others() {
    for (const Index i : answer_.removed)
      if (!model_.examined(i)) answer_.unexamined.push_back(i);
    for (std::size_t at = 0; at < cast_.size(); ++at) {
      const Index i = cast_[at];
      if (parts_[at] == Part::redundant || parts_[at] == Part::purposeless) continue;
      if (model_.kind(i) == Kind::involvement && removals_.stood(i) && !removals_.held(i) &&
          applied(i))
        answer_.involvements_gone.push_back(i);
      for (const Index user : model_.used_by(i))
        if (removals_.supports(user) && !removals_.held(user)) answer_.affected.push_back(user);
      if (!removals_.stood(i)) continue;
      for (const Index scope : model_.unless_by(i))
        if (removals_.supports(scope) && !removals_.held(scope) && applies(scope))
          answer_.revived.push_back(scope);
    }
    Removals::sort_set(answer_.affected);
    Removals::sort_set(answer_.revived);
  }

  /// Did none of the `unless` of @p i stand?
  [[nodiscard]] bool applied(Index i) const {
    const std::span<const Index> unless = model_.scope(i)->unless;
    return std::none_of(unless.begin(), unless.end(), [&](Index j) { return removals_.stood(j); });
  }
  /// Does none of the `unless` of @p i stand now?
  [[nodiscard]] bool applies(Index i) const {
    const std::span<const Index> unless = model_.scope(i)->unless;
    return std::none_of(unless.begin(), unless.end(),
                        [&](Index j) { return removals_.supports(j); });
  }

  void count_hours() {
    for (std::size_t at = 0; at < cast_.size(); ++at) {
      const Index i = cast_[at];
      switch (parts_[at]) {
        case Part::removed:
          if (removals_.stood(i)) add_hours(i, answer_.hours_removed, part_within(i));
          break;
        case Part::lapsed:
        case Part::broken:
          add_hours(i, answer_.hours_fallen, 1);
          break;
        case Part::redundant:
          add_hours(i, answer_.hours_redundant, 1);
          break;
        case Part::purposeless:
        case Part::untouched:
          break;
      }
    }
  }

  void add_hours(Index i, Range& sum, double part) {
    const std::optional<Burden> burden = model_.burden(i);
    if (!burden) return;
    const Hours hours = hours_of(*burden);
    sum += part_of(hours.per_year, part);
    answer_.hours_one_off += part_of(hours.one_off, part);
  }

  /// The part of a removed element's places that lies in the unit asked about.
  [[nodiscard]] double part_within(Index i) const {
    const auto places = model_.places(i);
    if (removals_.within() == none || places.empty()) return 1;
    const auto inside = std::count_if(places.begin(), places.end(), [&](Index place) {
      return model_.at_or_below(place, removals_.within());
    });
    return static_cast<double>(inside) / static_cast<double>(places.size());
  }

  const Model& model_;
  Removals& removals_;
  const bool causes_;
  WhatBreaks answer_;
  std::vector<Index> lost_, cast_;
  std::vector<Part> parts_;       // by place in cast_
  std::vector<Index> came_from_;  // by place in cast_
};

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE WhatBreaks what_breaks(const Model& model, const Removal& question) {
  return what_breaks(Baseline(model, question.date), question);
}

REGELGRAF_INLINE WhatBreaks what_breaks(const Baseline& baseline, const Removal& question) {
  detail::Removals removals(baseline, question.within);
  removals.remove(question.elements);
  return detail::WhatBreaksAnswer(removals, question.causes).run();
}

}  // namespace regelgraf
#endif
