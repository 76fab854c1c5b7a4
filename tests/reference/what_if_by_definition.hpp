#pragma once

/// @file
/// @brief A change: what stood before against what stands after, as change.hpp defines it, in the
/// words of DESIGN section 2 where they are the same.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "what_breaks_by_definition.hpp"

namespace regelgraf::reference {

/// What is done to a model. `changed`: whole elements in place of those with their ids.
struct Change {
  Names removed;
  std::vector<Element> added, changed;
  std::optional<Day> date;
  std::optional<std::string> within;
};

/// The model with the change in it. What is removed is still named, and so still there.
inline Draft changed_draft(const Draft& draft, const Change& change) {
  Draft result(draft.layers().front());
  for (std::size_t layer = 0; layer < draft.layers().size(); ++layer) {
    if (layer > 0) result.open_layer(draft.layers()[layer]);
    for (const Element& element : draft.elements()) {
      if (element.layer != layer) continue;
      const Element* now = &element;
      for (const Element& other : change.changed)
        if (other.id == element.id) now = &other;
      result.add(*now);
    }
  }
  for (const Element& element : change.added) result.add(element);
  return result;
}

struct WhatIf : Breaks {
  Names stands_anew, stands_not;
  Range hours_added, hours_changed, hours_net, one_off_added;
};

/// "a difference crosswise (low less high, likely less likely, high less low)"
inline Range operator-(Range a, Range b) {
  return {a.low - b.high, a.likely - b.likely, a.high - b.low};
}

/// Before and after, each with its own model.
class ChangedWorld {
 public:
  ChangedWorld(const World& old_world, const World& new_world, const Change& change)
      : old_(old_world),
        new_(new_world),
        date_(change.date),
        within_(change.within),
        removed_(new_world.actual(change.removed)) {
    for (const Element& element : change.changed) changed_.insert(element.id);
    for (const Element& element : change.added) added_.insert(element.id);
    // Held: "what lies outside before and after".
    const Names outside_before = held_outside(old_, within_);
    for (const std::string& id : held_outside(new_, within_))
      if (added_.contains(id) || outside_before.contains(id)) held_.insert(id);
    for (const std::string& id : held_)
      if (!changed_.contains(id) && !added_.contains(id)) kept_.insert(id);
    before_ = standing(old_, date_);
    after_ = standing_after({});
    for (const std::string& id : before_)
      if (new_.has(id) && !after_.contains(id) && !removed_.contains(id)) fell_.insert(id);
    purposeful_before_ = purposeful_before();
    purposeful_after_ = purposeful_after();
    for (const std::string& id : purposeful_before_)
      if (stands(id) && !kept_.contains(id) && !purposeful_after_.contains(id))
        lost_purpose_.insert(id);
  }

  [[nodiscard]] WhatIf effects() const {
    WhatIf result;
    for (const std::string& id : fell_)
      if (!held_.contains(id))
        (fails_a(Required::By::basis, id) ? result.lapsed : result.broken).insert(id);
    result.unmet_duties = unmet_duties();
    result.redundant = redundant();
    for (const std::string& id : lost_and_stated())
      if (!result.redundant.contains(id)) result.purposeless.insert(id);
    for (const auto& [id, element] : new_.elements) {
      if (held_.contains(id) || removed_.contains(id)) continue;
      const bool stood = before_.contains(id);
      if (stands(id)) {
        if (stood && weakened(element)) result.weakened.insert(id);
        if (!stood) result.stands_anew.insert(id);
        for (const std::string& used : element.uses)
          if (gone(used)) result.affected.insert(id);
        if (stood && scope(element) && !applied(id) && applies(element)) result.revived.insert(id);
      } else if (!stood && (added_.contains(id) || changed_.contains(id))) {
        result.stands_not.insert(id);
      }
    }
    for (const auto& [id, element] : new_.elements) {
      if ((removed_.contains(id) || changed_.contains(id)) && !element.examined)
        result.unexamined.insert(id);
      if (element.kind() == Kind::involvement && before_.contains(id) && !held_.contains(id) &&
          applied(id) && !(stands(id) && applies(element)))
        result.involvements_gone.insert(id);
    }
    result.through = through();
    add_hours(result);
    return result;
  }

 private:
  [[nodiscard]] unsigned support_for(const std::string& user, const Names& of,
                                     const Names& members) const {
    return support(of, members, user, removed_, kept_);
  }

  /// S after: what is kept stands as before, all else by the fields of the changed model.
  [[nodiscard]] Names standing_after(const std::optional<std::string>& held_duty) const {
    const auto fixed = [&](const std::string& id) { return kept_.contains(id) || held_duty == id; };
    const auto satisfied = [&](const std::string& id, Required::By by, const Names& members) {
      for (const Required& r : requirements(new_.element(id)))
        if (r.by == by && support_for(id, r.of, members) < r.at_least) return false;
      return true;
    };
    Names members;
    for (const auto& [id, element] : new_.elements) {
      const bool may_stand = kept_.contains(id)
                                 ? before_.contains(id)
                                 : !removed_.contains(id) && in_force(element, date_);
      if (may_stand || held_duty == id) members.insert(id);
    }
    for (;;) {
      const std::size_t size = members.size();
      for (const std::string& id : Names{members})
        if (!fixed(id) && !satisfied(id, Required::By::needs, members)) members.erase(id);
      Names founded;
      for (bool grows = true; grows;) {
        grows = false;
        for (const std::string& id : members)
          if (!founded.contains(id) && (fixed(id) || satisfied(id, Required::By::basis, founded))) {
            founded.insert(id);
            grows = true;
          }
      }
      members = founded;
      if (members.size() == size) return members;
    }
  }

  /// Stands after, and counts for those who look at it.
  [[nodiscard]] bool stands(const std::string& id) const {
    return after_.contains(id) && !removed_.contains(id);
  }
  [[nodiscard]] bool gone(const std::string& id) const {
    return removed_.contains(id) || fell_.contains(id);
  }
  [[nodiscard]] bool fails(const Required& r) const {
    unsigned count = 0;
    for (const std::string& id : r.of) count += stands(id);
    return count < r.at_least;
  }
  [[nodiscard]] bool fails_a(Required::By by, const std::string& id) const {
    for (const Required& r : requirements(new_.element(id)))
      if (r.by == by && fails(r)) return true;
    return false;
  }

  [[nodiscard]] Names purposeful_before() const {
    Names result;
    for (bool grows = true; grows;) {
      grows = false;
      for (const std::string& id : before_) {
        bool purpose = is_purpose(old_.element(id));
        for (const std::string& served : old_.element(id).serves)
          purpose = purpose || result.contains(served);
        if (purpose && result.insert(id).second) grows = true;
      }
    }
    return result;
  }
  /// "Held elements keep standing and purpose", and gain none.
  [[nodiscard]] Names purposeful_after() const {
    Names result;
    for (bool grows = true; grows;) {
      grows = false;
      for (const auto& [id, element] : new_.elements) {
        if (!stands(id)) continue;
        bool purpose = is_purpose(element);
        for (const std::string& served : element.serves)
          purpose = purpose || (result.contains(served) && stands(served));
        if (kept_.contains(id)) purpose = purposeful_before_.contains(id);
        if (purpose && result.insert(id).second) grows = true;
      }
    }
    return result;
  }

  [[nodiscard]] Names unmet_duties() const {
    Names unmet;
    for (const std::string& id : fell_) {
      if (new_.element(id).kind() != Kind::duty || held_.contains(id)) continue;
      const Names rebuilt = standing_after(id);
      for (const Required& r : requirements(new_.element(id))) {
        unsigned count = 0;
        for (const std::string& listed : r.of)
          count += rebuilt.contains(listed) && !removed_.contains(listed);
        if (r.by == Required::By::needs && count < r.at_least) unmet.insert(id);
      }
    }
    return unmet;
  }

  /// What lost its purpose and states one: an element without `serves` is unstated.
  [[nodiscard]] Names lost_and_stated() const {
    Names result;
    for (const std::string& id : lost_purpose_)
      if (!new_.element(id).serves.empty() && !held_.contains(id)) result.insert(id);
    return result;
  }
  [[nodiscard]] Names redundant() const {
    Names set = lost_and_stated();
    for (bool shrinks = true; shrinks;) {
      shrinks = false;
      for (const std::string& id : after_) {
        if (set.contains(id)) continue;
        for (const Required& r : requirements(new_.element(id)))
          for (const std::string& listed : r.of)
            if (set.erase(listed) > 0) shrinks = true;
      }
    }
    return set;
  }

  [[nodiscard]] bool weakened(const Element& element) const {
    for (const Required& r : requirements(element)) {
      unsigned had = 0, has = 0;
      for (const std::string& listed : r.of) {
        had += before_.contains(listed);
        has += stands(listed);
      }
      if (had > r.at_least && has == r.at_least) return true;
    }
    return false;
  }

  [[nodiscard]] static const Scope* scope(const Element& element) {
    if (const auto* grant = std::get_if<Grant>(&element.fields)) return grant;
    if (const auto* involvement = std::get_if<Involvement>(&element.fields)) return involvement;
    return std::get_if<Bar>(&element.fields);
  }
  /// None of its `unless`, as it read before, stood.
  [[nodiscard]] bool applied(const std::string& id) const {
    for (const std::string& unless : scope(old_.element(id))->unless)
      if (before_.contains(unless)) return false;
    return true;
  }
  [[nodiscard]] bool applies(const Element& element) const {
    for (const std::string& unless : scope(element)->unless)
      if (stands(unless)) return false;
    return true;
  }

  /// What of @p id is a cause of it, among what is gone or lost its purpose.
  [[nodiscard]] Names causes(const std::string& id) const {
    Names result;
    if (fell_.contains(id)) {
      for (const Required& r : requirements(new_.element(id)))
        if (fails(r))
          for (const std::string& listed : r.of)
            if (gone(listed)) result.insert(listed);
    } else {
      for (const std::string& served : new_.element(id).serves)
        if (gone(served) || lost_purpose_.contains(served)) result.insert(served);
    }
    return result;
  }
  /// "a changed one that fell (or lost its purpose) by its own new fields"
  [[nodiscard]] bool by_its_own_fields(const std::string& id) const {
    if (!changed_.contains(id)) return false;
    if (lost_purpose_.contains(id)) return causes(id).empty();
    if (!fell_.contains(id)) return false;
    bool any = false;
    for (const Required& r : requirements(new_.element(id))) {
      if (!fails(r)) continue;
      any = true;
      bool lists_what_is_gone = false;
      for (const std::string& listed : r.of) lists_what_is_gone |= gone(listed);
      if (!lists_what_is_gone) return true;
    }
    return !any;
  }

  using Path = std::vector<std::string>;
  using Paths = std::map<std::string, Path>;
  /// Adds all paths that begin in @p found.
  void spread(Paths found, const Names& open, Paths& all) const {
    for (;;) {
      Paths next;
      for (const std::string& id : open) {
        if (found.contains(id) || all.contains(id)) continue;
        for (const std::string& cause : causes(id)) {
          if (!found.contains(cause)) continue;
          Path path = found.at(cause);
          path.push_back(id);
          if (!next.contains(id) || path < next.at(id)) next[id] = path;
        }
      }
      if (next.empty()) break;
      found.merge(next);
    }
    all.merge(found);
  }
  /// Of everything listed as lapsed, broken, redundant or purposeless.
  [[nodiscard]] Paths through() const {
    Names open = fell_;
    open.insert(lost_purpose_.begin(), lost_purpose_.end());
    Paths all, first, second;
    for (const std::string& id : removed_) first[id] = {id};
    for (const std::string& id : open)
      if (by_its_own_fields(id)) first[id] = {id};
    spread(first, open, all);
    for (const std::string& id : open)
      if (changed_.contains(id) && !all.contains(id)) second[id] = {id};
    spread(second, open, all);
    Names listed = lost_and_stated();
    for (const std::string& id : fell_)
      if (!held_.contains(id)) listed.insert(id);
    Paths result;
    for (const std::string& id : listed) result[id] = all.contains(id) ? all.at(id) : Path{id};
    return result;
  }

  [[nodiscard]] double part(const World& world, const Element& element) const {
    const Names at = places(element);
    const bool of_the_change = removed_.contains(element.id) || changed_.contains(element.id) ||
                               added_.contains(element.id);
    if (!within_ || at.empty() || !of_the_change) return 1;
    double inside = 0;
    for (const std::string& place : at) inside += world.at_or_below(place, world.actual(*within_));
    return inside / static_cast<double>(at.size());
  }
  void add_hours(WhatIf& result) const {
    Range before_change, after_change;
    for (const std::string& id : before_) {
      if (!new_.has(id)) continue;
      const Element& element = old_.element(id);
      const Range hours = hours_a_year(element) * part(old_, element);
      const Range once = hours_once(element) * part(old_, element);
      if (removed_.contains(id)) result.hours_removed = result.hours_removed + hours;
      if (fell_.contains(id)) result.hours_fallen = result.hours_fallen + hours;
      if (gone(id)) result.one_off = result.one_off + once;
      if (!changed_.contains(id) || !stands(id)) continue;
      const Element& now = new_.element(id);
      const Range new_hours = hours_a_year(now) * part(new_, now);
      const Range new_once = hours_once(now) * part(new_, now);
      if (!(hours == new_hours)) {
        before_change = before_change + hours;
        after_change = after_change + new_hours;
      }
      if (!(once == new_once)) result.one_off_added = result.one_off_added + new_once;
    }
    for (const auto& [id, element] : new_.elements) {
      if (!stands(id)) continue;
      const Range hours = hours_a_year(element) * part(new_, element);
      const Range once = hours_once(element) * part(new_, element);
      if (!before_.contains(id)) {
        result.hours_added = result.hours_added + hours;
        result.one_off_added = result.one_off_added + once;
      }
      if (!result.redundant.contains(id)) continue;
      result.hours_redundant = result.hours_redundant + hours;
      result.one_off = result.one_off + once;
    }
    result.hours_changed = before_change - after_change;
    result.hours_net = result.hours_removed + result.hours_fallen + before_change -
                       (result.hours_added + after_change);
  }

  const World& old_;
  const World& new_;
  std::optional<Day> date_;
  std::optional<std::string> within_;
  Names removed_, changed_, added_, held_, kept_;
  Names before_, after_, fell_, purposeful_before_, purposeful_after_, lost_purpose_;
};

inline WhatIf what_if(const Draft& draft, const Change& change) {
  const World before(draft), after(changed_draft(draft, change));
  return ChangedWorld(before, after, change).effects();
}

}  // namespace regelgraf::reference
