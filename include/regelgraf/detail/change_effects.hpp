#pragma once

// Two models, a standing set in each, and what differs. All numbers are of the model after.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <regelgraf/baseline.hpp>
#include <regelgraf/burden.hpp>
#include <regelgraf/change.hpp>
#include <regelgraf/detail/change_standing.hpp>

namespace regelgraf::detail {

class ChangeEffects {
 public:
  ChangeEffects(const Model& before, std::shared_ptr<const Model> after, const Change& change)
      : old_(before), new_(*after), change_(change), n_(new_.size()), at_{new_,
                                                                          change.date,
                                                                          Marks(n_, 0),
                                                                          Marks(n_, 0),
                                                                          Marks(n_, 0),
                                                                          none} {
    answer_.after = std::move(after);
  }

  WhatIfAnswer run() {
    match();
    take_roles();
    if (change_.within != none) hold_what_lies_outside();
    find_standing();
    find_fallen();
    find_purposes();
    if (change_.causes) find_paths();
    list_effects();
    list_unmet_duties();
    list_others();
    count_hours();
    return std::move(answer_);
  }

 private:
  enum class Role : std::uint8_t { untouched, removed, changed, added };
  enum class Part : std::uint8_t { untouched, lapsed, broken, redundant, purposeless };

  /// Both models are sorted by id, and every element of the old one is in the new.
  void match() {
    old_of_.assign(n_, none);
    new_of_.resize(old_.size());
    Index at = 0;
    for (Index i = 0; i < old_.size(); ++i, ++at) {
      while (new_.id(at) != old_.id(i)) ++at;
      new_of_[i] = at;
      old_of_[at] = i;
    }
  }

  void take_roles() {
    if (change_.within != none) answer_.within = new_of_[change_.within];
    role_.assign(n_, Role::untouched);
    for (Index i = 0; i < n_; ++i)
      if (old_of_[i] == none) role_[i] = Role::added;
    for (const Element& element : change_.changed)
      role_[new_of_[*old_.find(element.id)]] = Role::changed;
    for (const Index i : change_.removed) role_[new_of_[i]] = Role::removed;
    for (Index i = 0; i < n_; ++i) {
      if (role_[i] == Role::removed) answer_.removed.push_back(i);
      if (role_[i] == Role::changed) answer_.changed.push_back(i);
      if (role_[i] == Role::added) answer_.added.push_back(i);
    }
  }

  [[nodiscard]] static bool all_outside(const Model& model, Index i, Index unit) {
    const auto places = model.places(i);
    return !places.empty() && std::none_of(places.begin(), places.end(), [&](Index place) {
      return model.at_or_below(place, unit);
    });
  }

  /// Held is what lies outside before and after. What the change itself touches is judged anew all
  /// the same, for those within who look at it; it shows no effect.
  void hold_what_lies_outside() {
    held_.assign(n_, 0);
    for (Index i = 0; i < n_; ++i) {
      const Index old = old_of_[i];
      held_[i] = all_outside(new_, i, answer_.within) &&
                 (old == none || all_outside(old_, old, change_.within));
      at_.kept[i] = held_[i] && (role_[i] == Role::untouched || role_[i] == Role::removed);
    }
  }

  [[nodiscard]] bool held(Index i) const { return !held_.empty() && held_[i]; }
  [[nodiscard]] bool kept(Index i) const { return at_.kept[i]; }
  [[nodiscard]] bool removed(Index i) const { return role_[i] == Role::removed; }
  [[nodiscard]] bool touched(Index i) const {
    return role_[i] == Role::changed || role_[i] == Role::added;
  }

  void find_standing() {
    for (Index i = 0; i < old_.size(); ++i) {
      before_[new_of_[i]] = baseline_.stands(i);
      had_purpose_[new_of_[i]] = baseline_.purposeful(i);
    }
    for (const Index i : answer_.removed) at_.removed[i] = 1;
    at_.before = before_;
    after_ = ChangedStanding(at_).run();
  }

  [[nodiscard]] bool fell(Index i) const {
    return part_[i] == Part::lapsed || part_[i] == Part::broken;
  }
  [[nodiscard]] bool gone(Index i) const { return removed(i) || fell(i); }
  /// Does element @p i hold up what leans on it after the change?
  [[nodiscard]] bool supports(Index i) const { return after_[i] && !removed(i); }
  [[nodiscard]] std::uint32_t supporters(std::uint32_t r) const {
    std::uint32_t count = 0;
    for (const Index i : new_.listed(r)) count += supports(i);
    return count;
  }
  [[nodiscard]] bool fails(std::uint32_t r) const { return supporters(r) < new_.at_least_of(r); }

  /// Whose place another has taken is inert now: it did not fall.
  void find_fallen() {
    part_.assign(n_, Part::untouched);
    for (Index i = 0; i < n_; ++i) {
      if (!before_[i] || after_[i] || removed(i) || new_.inert(i)) continue;
      part_[i] = Part::broken;
      const auto [first, last] = new_.requirements_of(i);
      for (std::uint32_t r = first; r < last; ++r)
        if (new_.relation_of(r) == Relation::basis && fails(r)) part_[i] = Part::lapsed;
    }
  }

  void find_purposes() {
    const Marks purposeful = purposes_after(at_, after_, had_purpose_);
    lost_purpose_.assign(n_, 0);
    for (Index i = 0; i < n_; ++i)
      lost_purpose_[i] = supports(i) && !kept(i) && had_purpose_[i] && !purposeful[i];
    split_redundant();
  }

  /// The largest part of what lost its purpose that nothing outside it leans on: take out what is
  /// leaned on, and then what that leans on in turn.
  void split_redundant() {
    std::vector<Index> out;
    const auto candidate = [&](Index i) {
      return lost_purpose_[i] && !new_.serves(i).empty() && !held(i);  // else it is unstated now
    };
    for (Index i = 0; i < n_; ++i)
      if (candidate(i)) part_[i] = Part::redundant;
    for (Index i = 0; i < n_; ++i) {
      if (!candidate(i)) continue;
      for (const std::uint32_t r : new_.listing(i)) {
        const Index owner = new_.owner_of(r);
        if (!after_[owner] || candidate(owner)) continue;
        out.push_back(i);
        break;
      }
    }
    for (const Index i : out) part_[i] = Part::purposeless;
    while (!out.empty()) {
      const Index owner = out.back();
      out.pop_back();
      const auto [first, last] = new_.requirements_of(owner);
      for (std::uint32_t r = first; r < last; ++r)
        for (const Index i : new_.listed(r))
          if (part_[i] == Part::redundant) {
            part_[i] = Part::purposeless;
            out.push_back(i);
          }
    }
  }

  /// Did a changed element fall, or lose its purpose, by its own new fields?
  [[nodiscard]] bool by_its_own_fields(Index i) const {
    if (role_[i] != Role::changed) return false;
    if (lost_purpose_[i]) {
      const auto serves = new_.serves(i);
      return std::none_of(serves.begin(), serves.end(),
                          [&](Index purpose) { return gone(purpose) || lost_purpose_[purpose]; });
    }
    if (!fell(i)) return false;
    bool any_fails = false;
    const auto [first, last] = new_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r) {
      if (!fails(r)) continue;
      any_fails = true;
      const auto listed = new_.listed(r);
      if (std::none_of(listed.begin(), listed.end(), [&](Index j) { return gone(j); })) return true;
    }
    return !any_fails;
  }

  /// Breadth first along causes. Within a layer the order is that of the paths, so the first to
  /// reach an element does so by the least ids. Where elements lean on each other in a ring, none
  /// of their causes is first: then the changed ones among those not reached are.
  void find_paths() {
    came_from_.assign(n_, none);
    reached_.assign(n_, 0);
    std::vector<Index> sources;
    for (Index i = 0; i < n_; ++i)
      if (removed(i) || by_its_own_fields(i)) sources.push_back(i);
    spread(sources);
    sources.clear();
    for (Index i = 0; i < n_; ++i)
      if (role_[i] == Role::changed && !reached_[i] && (fell(i) || lost_purpose_[i]))
        sources.push_back(i);
    spread(sources);
  }

  void spread(std::vector<Index> layer) {
    for (const Index i : layer) reached_[i] = 1;
    while (!layer.empty()) {
      std::vector<Index> next;
      for (const Index cause : layer) {
        const auto start = static_cast<std::ptrdiff_t>(next.size());
        const auto reach = [&](Index i) {
          if (reached_[i]) return;
          reached_[i] = 1;
          came_from_[i] = cause;
          next.push_back(i);
        };
        if (gone(cause))
          for (const std::uint32_t r : new_.listing(cause)) {
            const Index owner = new_.owner_of(r);
            if (fell(owner) && fails(r)) reach(owner);
          }
        for (const Index i : new_.served_by(cause))
          if (lost_purpose_[i]) reach(i);
        std::sort(next.begin() + start, next.end());
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
    const RequirementRow& requirement = new_.requirement(r);
    Cause cause;
    cause.of_what = requirement.relation == Relation::basis ? Cause::Of::basis : Cause::Of::needs;
    cause.implied = requirement.implied;
    cause.at_least = requirement.at_least;
    const auto listed = new_.listed(r);
    cause.of.assign(listed.begin(), listed.end());
    for (const Index i : listed)
      if (supports(i)) cause.left.push_back(i);
    return cause;
  }

  /// The first failing requirement of @p relation that lists the element before it on the path,
  /// else the first that fails.
  [[nodiscard]] Effect without(Index i, Relation relation) const {
    Effect effect{i, {}, path_to(i)};
    const auto [first, last] = new_.requirements_of(i);
    std::uint32_t chosen = last;
    for (std::uint32_t r = last; r-- > first;) {
      if (new_.relation_of(r) != relation || !fails(r)) continue;
      const auto lists = [&](std::uint32_t one) {
        const auto listed = new_.listed(one);
        return std::binary_search(listed.begin(), listed.end(), came_from_[i]);
      };
      if (chosen == last || lists(r) || !lists(chosen)) chosen = r;
    }
    if (chosen != last)
      effect.cause = cause_by(chosen);
    else
      effect.cause = {Cause::Of::own, false, 1, {}, {}};
    return effect;
  }

  [[nodiscard]] Effect fallen(Index i) const {
    if (!change_.causes) return {i, {}, {}};
    return without(i, part_[i] == Part::lapsed ? Relation::basis : Relation::needs);
  }

  [[nodiscard]] Effect purposeless(Index i) const {
    if (!change_.causes) return {i, {}, {}};
    Effect effect{i, {}, path_to(i)};
    effect.cause.of_what = Cause::Of::serves;
    effect.cause.of.assign(new_.serves(i).begin(), new_.serves(i).end());
    return effect;
  }

  void list_effects() {
    for (Index i = 0; i < n_; ++i) {
      if (held(i)) continue;
      switch (part_[i]) {
        case Part::lapsed:
          answer_.lapsed.push_back(fallen(i));
          break;
        case Part::broken:
          answer_.broken.push_back(fallen(i));
          break;
        case Part::redundant:
          answer_.redundant.push_back(purposeless(i));
          break;
        case Part::purposeless:
          answer_.purposeless.push_back(purposeless(i));
          break;
        case Part::untouched:
          break;
      }
      if (removed(i)) continue;
      if (after_[i] && before_[i]) list_weakened(i);
      if (after_[i] && !before_[i]) answer_.stands_anew.push_back(i);
      if (touched(i) && !before_[i] && !after_[i]) list_not_standing(i);
    }
  }

  void list_weakened(Index i) {
    const auto [first, last] = new_.requirements_of(i);
    for (std::uint32_t r = first; r < last; ++r) {
      std::uint32_t had = 0;
      Index lost = none;
      for (const Index j : new_.listed(r)) {
        had += before_[j];
        if (lost == none && before_[j] && !supports(j)) lost = j;
      }
      const std::uint32_t k = new_.at_least_of(r);
      if (had <= k || supporters(r) != k) continue;
      Effect effect{i, {}, {}};
      if (change_.causes) {
        effect.cause = cause_by(r);
        effect.through = path_to(lost);
      }
      answer_.weakened.push_back(std::move(effect));
      return;
    }
  }

  void list_not_standing(Index i) {
    Effect effect{i, {}, {}};
    if (change_.causes) {
      effect = without(i, Relation::basis);
      if (effect.cause.of_what == Cause::Of::own) effect = without(i, Relation::needs);
    }
    answer_.stands_not.push_back(std::move(effect));
  }

  void list_unmet_duties() {
    for (Index duty = 0; duty < n_; ++duty) {
      if (!fell(duty) || held(duty) || new_.kind(duty) != Kind::duty) continue;
      const auto rows = new_.requirements_of(duty);
      const auto lacks = [&](const Marks& standing) {
        for (std::uint32_t r = rows.first; r < rows.second; ++r) {
          if (new_.relation_of(r) != Relation::needs) continue;
          std::uint32_t count = 0;
          for (const Index i : new_.listed(r)) count += standing[i] && !removed(i);
          if (count < new_.at_least_of(r)) return true;
        }
        return false;
      };
      if (!lacks(after_)) continue;  // holding it up can only add supporters
      AfterChange rebuilt = at_;
      rebuilt.held = duty;
      if (lacks(ChangedStanding(rebuilt).run())) answer_.unmet_duties.push_back(duty);
    }
  }

  void list_others() {
    for (Index i = 0; i < n_; ++i) {
      const bool asked_about = removed(i) || role_[i] == Role::changed;
      if (asked_about && !new_.element(i).examined) answer_.unexamined.push_back(i);
      if (held(i)) continue;
      const bool stands = supports(i);
      const auto uses = new_.uses(i);
      if (stands && std::any_of(uses.begin(), uses.end(), [&](Index j) { return gone(j); }))
        answer_.affected.push_back(i);
      if (!before_[i] || !new_.scope(i)) continue;
      const bool applied = applied_before(i);
      const bool applies = stands && applies_after(i);
      if (new_.kind(i) == Kind::involvement && applied && !applies)
        answer_.involvements_gone.push_back(i);
      if (stands && !applied && applies) answer_.revived.push_back(i);
    }
  }

  /// Did none of the element's `unless` stand, as it read before?
  [[nodiscard]] bool applied_before(Index i) const {
    const auto& unless = old_.scope(old_of_[i])->unless;
    return std::none_of(unless.begin(), unless.end(), [&](Index j) { return baseline_.stands(j); });
  }
  [[nodiscard]] bool applies_after(Index i) const {
    const auto& unless = new_.scope(i)->unless;
    return std::none_of(unless.begin(), unless.end(), [&](Index j) { return supports(j); });
  }

  /// The part of an element's places that lies in the unit asked about; what the change touches
  /// counts for that part, all else whole.
  [[nodiscard]] double part_within(const Model& model, Index i, Index unit) const {
    const auto all = model.places(i);
    if (all.empty()) return 1;
    const auto inside = std::count_if(all.begin(), all.end(),
                                      [&](Index place) { return model.at_or_below(place, unit); });
    return static_cast<double>(inside) / static_cast<double>(all.size());
  }
  [[nodiscard]] Hours hours_in(const Model& model, Index i, Index unit, bool whole) const {
    const Element element = model.element(i);
    const Burden* burden = burden_of(element);
    if (!burden) return {};
    const double part = whole || unit == none ? 1 : part_within(model, i, unit);
    const Hours hours = hours_of(*burden);
    return {part_of(hours.per_year, part), part_of(hours.one_off, part), {}};
  }
  [[nodiscard]] Hours hours_before(Index i) const {
    if (old_of_[i] == none) return {};
    return hours_in(old_, old_of_[i], change_.within, role_[i] == Role::untouched);
  }
  [[nodiscard]] Hours hours_after(Index i) const {
    return hours_in(new_, i, answer_.within, role_[i] == Role::untouched);
  }

  static Range difference(const Range& freed, const Range& added) {
    return {freed.low - added.high, freed.likely - added.likely, freed.high - added.low};
  }

  void count_hours() {
    Range no_longer, new_figures;  // of what stands before and after
    for (Index i = 0; i < n_; ++i) {
      if (removed(i) ? before_[i] : fell(i)) {
        const Hours hours = hours_before(i);
        (removed(i) ? answer_.hours_removed : answer_.hours_fallen) += hours.per_year;
        answer_.hours_one_off += hours.one_off;
      }
      if (!supports(i) || kept(i)) continue;
      if (!before_[i]) {
        const Hours hours = hours_after(i);
        answer_.hours_added += hours.per_year;
        answer_.hours_one_off_added += hours.one_off;
      } else if (role_[i] == Role::changed) {
        const Hours was = hours_before(i), is = hours_after(i);
        if (!(was.per_year == is.per_year)) {
          no_longer += was.per_year;
          new_figures += is.per_year;
        }
        if (!(was.one_off == is.one_off)) answer_.hours_one_off_added += is.one_off;
      }
      if (part_[i] == Part::redundant) {
        const Hours hours = hours_after(i);
        answer_.hours_redundant += hours.per_year;
        answer_.hours_one_off += hours.one_off;
      }
    }
    answer_.hours_changed = difference(no_longer, new_figures);
    Range freed = answer_.hours_removed;
    for (const Range& more : {answer_.hours_fallen, no_longer}) freed += more;
    Range added = answer_.hours_added;
    added += new_figures;
    answer_.hours_net = difference(freed, added);
  }

  const Model& old_;
  const Model& new_;
  const Change& change_;
  const std::uint32_t n_;
  WhatIfAnswer answer_;
  std::vector<Index> old_of_, new_of_;  // numbers in one model by those in the other
  std::vector<Role> role_;
  AfterChange at_;
  Marks held_;  // empty: nothing is held
  Baseline baseline_{old_, change_.date};
  Marks before_ = Marks(n_, 0), had_purpose_ = before_, after_;  // by numbers of the new model
  std::vector<Part> part_;
  Marks lost_purpose_;
  Marks reached_;
  std::vector<Index> came_from_;
};

}  // namespace regelgraf::detail
