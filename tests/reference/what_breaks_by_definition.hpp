#pragma once

/// @file
/// @brief DESIGN section 2, second half: the effects of a removal, computed as they are defined.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "standing_by_definition.hpp"

namespace regelgraf::reference {

struct Breaks {
  Names lapsed, broken, unmet_duties, redundant, purposeless, weakened, affected, revived,
      unexamined, involvements_gone;
  /// For lapsed, broken, redundant and purposeless: from a removed element to it, both included.
  std::map<std::string, std::vector<std::string>> through;
  Range hours_removed, hours_fallen, hours_redundant, one_off;  ///< one_off: of all three groups.
};

/// "sums and products go place by place"
inline Range operator+(Range a, Range b) {
  return {a.low + b.low, a.likely + b.likely, a.high + b.high};
}
inline Range operator*(Range a, Range b) {
  return {a.low * b.low, a.likely * b.likely, a.high * b.high};
}
inline Range operator*(Range a, double factor) { return a * Range{factor, factor, factor}; }

inline const Burden* burden_written(const Element& element) {
  if (const auto* rule = std::get_if<Rule>(&element.fields); rule && rule->burden)
    return &*rule->burden;
  if (const auto* task = std::get_if<Task>(&element.fields); task && task->burden)
    return &*task->burden;
  return nullptr;
}

/// "Hours a year of a `burden` are `minutes` x `times_per_year` (for one person) x `people` (1 if
/// left out) / 60": none where one of the first two is not given.
inline Range hours_a_year(const Element& element) {
  const Burden* burden = burden_written(element);
  if (!burden || !burden->minutes || !burden->times_per_year) return {};
  return *burden->minutes * *burden->times_per_year * burden->people.value_or(Range{1, 1, 1}) *
         (1.0 / 60);
}
inline Range hours_once(const Element& element) {
  const Burden* burden = burden_written(element);
  return burden ? burden->one_off_hours.value_or(Range{}) : Range{};
}

inline bool states_no_purpose(const Element& element) { return element.serves.empty(); }

/// Goals, duties and core tasks are purposes in themselves.
inline bool is_purpose(const Element& element) {
  const auto* task = std::get_if<Task>(&element.fields);
  return element.kind() == Kind::goal || element.kind() == Kind::duty || (task && task->core);
}

/// One removal with what stood before it and what stands after it.
class Removal {
 public:
  Removal(const World& world, const Names& removed, std::optional<Day> date,
          const std::optional<std::string>& within)
      : world_(world),
        date_(date),
        within_(within),
        removed_(world.actual(removed)),
        held_(held_outside(world, within)),
        before_(standing(world, date)),
        after_(standing(world, date, removed, within)),
        purposeful_before_(purposeful_before()),
        purposeful_after_(purposeful_after()) {
    // "An element that fell stood in S(empty), stands not in S(R) and is not in R."
    for (const std::string& id : before_)
      if (!after_.contains(id) && !removed_.contains(id)) fell_.insert(id);
    // "A standing element that states purposes, none of them purposeful, and is not itself
    // purposeful, is purposeless": those that were purposeful and now are that.
    for (const std::string& id : purposeful_before_)
      if (after_.contains(id) && !states_no_purpose(world.element(id)) &&
          !purposeful_after_.contains(id))
        lost_purpose_.insert(id);
  }

  [[nodiscard]] const Names& before() const { return before_; }
  /// What counts for those who are not held: "for all others R is gone".
  [[nodiscard]] Names counting() const {
    Names result;
    for (const std::string& id : after_)
      if (!removed_.contains(id)) result.insert(id);
    return result;
  }
  [[nodiscard]] const Names& held() const { return held_; }

  [[nodiscard]] Breaks effects() const {
    Breaks result;
    for (const std::string& id : fell_)
      (fails_a(Required::By::basis, id) ? result.lapsed : result.broken).insert(id);
    result.unmet_duties = unmet_duties();
    result.redundant = redundant();
    for (const std::string& id : lost_purpose_)
      if (!result.redundant.contains(id)) result.purposeless.insert(id);
    for (const std::string& id : after_) {
      if (held_.contains(id)) continue;  // "Held elements [...] show no effect"
      if (weakened(id)) result.weakened.insert(id);
      if (affected(id)) result.affected.insert(id);
      if (revived(id)) result.revived.insert(id);
    }
    // "`unexamined`: the elements of R that nobody has examined."
    for (const std::string& id : removed_)
      if (!world_.element(id).examined) result.unexamined.insert(id);
    result.involvements_gone = involvements_gone();
    result.through = through();
    add_hours(result);
    return result;
  }

 private:
  /// Does @p id count for @p user after the removal?
  [[nodiscard]] bool counts(const std::string& id, const std::string& user) const {
    return support({id}, after_, user, removed_, held_) == 1;
  }
  [[nodiscard]] bool gone(const std::string& id) const {
    return removed_.contains(id) || fell_.contains(id);
  }
  [[nodiscard]] bool fails(const Required& r, const std::string& id) const {
    return support(r.of, after_, id, removed_, held_) < r.at_least;
  }
  [[nodiscard]] bool fails_a(Required::By by, const std::string& id) const {
    for (const Required& r : requirements(world_.element(id)))
      if (r.by == by && fails(r, id)) return true;
    return false;
  }

  /// "The purposeful elements are the least set that holds every standing goal, duty and core task,
  /// and every standing element that serves a purposeful one."
  [[nodiscard]] Names purposeful_before() const {
    Names result;
    for (bool grows = true; grows;) {
      grows = false;
      for (const std::string& id : before_) {
        bool purpose = is_purpose(world_.element(id));
        for (const std::string& served : world_.element(id).serves)
          purpose = purpose || result.contains(served);
        if (purpose && result.insert(id).second) grows = true;
      }
    }
    return result;
  }
  /// The same after the removal. "Held elements keep standing and purpose"
  [[nodiscard]] Names purposeful_after() const {
    Names result;
    for (bool grows = true; grows;) {
      grows = false;
      for (const std::string& id : after_) {
        bool purpose = is_purpose(world_.element(id));
        for (const std::string& served : world_.element(id).serves)
          purpose = purpose || (result.contains(served) && counts(served, id));
        if (held_.contains(id)) purpose = purposeful_before_.contains(id);
        if (purpose && result.insert(id).second) grows = true;
      }
    }
    return result;
  }

  /// "every fallen duty with a `needs` requirement that fails in the standing set rebuilt with that
  /// duty, it alone, held standing"
  [[nodiscard]] Names unmet_duties() const {
    Names unmet;
    for (const std::string& id : fell_) {
      if (world_.element(id).kind() != Kind::duty) continue;
      const Names rebuilt = standing(world_, date_, removed_, within_, id);
      for (const Required& r : requirements(world_.element(id)))
        if (r.by == Required::By::needs && support(r.of, rebuilt, id, removed_, held_) < r.at_least)
          unmet.insert(id);
    }
    return unmet;
  }

  /// "the largest set of elements that were purposeful and are now purposeless and that no standing
  /// element outside the set lists in `basis` or `needs` (implied ones included)"
  [[nodiscard]] Names redundant() const {
    Names set = lost_purpose_;
    for (bool shrinks = true; shrinks;) {
      shrinks = false;
      for (const std::string& id : after_) {
        if (set.contains(id)) continue;
        for (const Required& r : requirements(world_.element(id)))
          for (const std::string& listed : r.of)
            if (set.erase(listed) > 0) shrinks = true;
      }
    }
    return set;
  }

  /// "stands, and a requirement (implied ones included) whose listed members in S(empty) were more
  /// than k now has exactly k in S(R)"
  [[nodiscard]] bool weakened(const std::string& id) const {
    for (const Required& r : requirements(world_.element(id)))
      if (support(r.of, before_, id, {}, {}) > r.at_least &&
          support(r.of, after_, id, removed_, held_) == r.at_least)
        return true;
    return false;
  }
  /// "stands, and `uses` something that is in R or fell (one step)"
  [[nodiscard]] bool affected(const std::string& id) const {
    for (const std::string& used : world_.element(id).uses)
      if (gone(used)) return true;
    return false;
  }

  [[nodiscard]] const Scope* scope(const std::string& id) const {
    if (const auto* grant = world_.find<Grant>(id)) return grant;
    if (const auto* involvement = world_.find<Involvement>(id)) return involvement;
    return world_.find<Bar>(id);
  }
  /// "an involvement, bar or grant whose `unless` named something that no longer stands: it applies
  /// now": it stands, one of them stood, none stands.
  [[nodiscard]] bool revived(const std::string& id) const {
    if (!scope(id)) return false;
    bool one_stood = false;
    for (const std::string& unless : scope(id)->unless) {
      if (before_.contains(unless)) one_stood = true;
      if (counts(unless, id)) return false;
    }
    return one_stood;
  }
  /// "Involvements that no longer apply (R's own included, if they applied)."
  [[nodiscard]] Names involvements_gone() const {
    Names result;
    for (const std::string& id : before_) {
      if (world_.element(id).kind() != Kind::involvement || after_.contains(id)) continue;
      bool applied = true;
      for (const std::string& unless : scope(id)->unless)
        if (before_.contains(unless)) applied = false;
      if (applied) result.insert(id);
    }
    return result;
  }

  /// "y is a cause of x if a failing requirement of x lists y and y is in R or fell." Of what lost
  /// its purpose (choice 5): what it serves that is gone or lost its purpose too.
  [[nodiscard]] Names causes(const std::string& id) const {
    Names result;
    if (fell_.contains(id)) {
      for (const Required& r : requirements(world_.element(id)))
        if (fails(r, id))
          for (const std::string& listed : r.of)
            if (gone(listed)) result.insert(listed);
    } else {
      for (const std::string& served : world_.element(id).serves)
        if (gone(served) || lost_purpose_.contains(served)) result.insert(served);
    }
    return result;
  }

  /// "`through` is a shortest path of causes from a removed element to x, ties by the least ids
  /// from the removed end": all elements at one step more are found from those already found.
  [[nodiscard]] std::map<std::string, std::vector<std::string>> through() const {
    using Path = std::vector<std::string>;
    std::map<std::string, Path> found;
    for (const std::string& id : removed_) found[id] = {id};
    Names open = fell_;
    open.insert(lost_purpose_.begin(), lost_purpose_.end());
    for (;;) {
      std::map<std::string, Path> next;
      for (const std::string& id : open) {
        if (found.contains(id)) continue;
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
    for (const std::string& id : removed_) found.erase(id);
    return found;
  }

  /// "the removed elements' own hours count for the part of `binds` that lies in U"
  [[nodiscard]] double part_within(const std::string& id) const {
    const Names at = places(world_.element(id));
    if (!within_ || at.empty()) return 1;
    double inside = 0;
    for (const std::string& place : at)
      if (world_.at_or_below(place, world_.actual(*within_))) inside += 1;
    return inside / static_cast<double>(at.size());
  }
  /// "hours freed per year: of R, of what fell, of what became redundant". "A removed element that
  /// did not stand frees no hours" (choice 2).
  void add_hours(Breaks& result) const {
    for (const std::string& id : removed_) {
      if (!before_.contains(id)) continue;
      const Element& element = world_.element(id);
      result.hours_removed = result.hours_removed + hours_a_year(element) * part_within(id);
      result.one_off = result.one_off + hours_once(element) * part_within(id);
    }
    for (const std::string& id : fell_) {
      result.hours_fallen = result.hours_fallen + hours_a_year(world_.element(id));
      result.one_off = result.one_off + hours_once(world_.element(id));
    }
    for (const std::string& id : result.redundant) {
      result.hours_redundant = result.hours_redundant + hours_a_year(world_.element(id));
      result.one_off = result.one_off + hours_once(world_.element(id));
    }
  }

  const World& world_;
  std::optional<Day> date_;
  std::optional<std::string> within_;
  Names removed_, held_, before_, after_, purposeful_before_, purposeful_after_;
  Names fell_, lost_purpose_;
};

inline Breaks what_breaks(const World& world, const Names& removed, std::optional<Day> date = {},
                          const std::optional<std::string>& within = {}) {
  return Removal(world, removed, date, within).effects();
}

}  // namespace regelgraf::reference
