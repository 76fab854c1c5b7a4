#pragma once

/// @file
/// @brief The findings of `check`, each straight from its sentence in include/regelgraf/check.hpp.

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "why_by_definition.hpp"

namespace regelgraf::reference {

/// A finding as text: code, severity, element, field, others.
using Found = std::set<std::string>;

inline std::string finding_text(const std::string& code, bool note, const std::string& id,
                                const std::string& field, const Names& others) {
  std::string text = code + (note ? " note " : " warning ") + id + " " + field;
  for (const std::string& other : others) text += " " + other;
  return text;
}

class Check {
 public:
  Check(const World& world, std::optional<Day> date)
      : world_(world), date_(date), origins_(world, date), stands_(origins_.stands()) {}

  Found run() {
    for (const auto& [id, element] : world_.elements) {
      no_ground(id, element);
      expired_ground(id, element);
      dead_rule(id, element);
      nobody_performs(id, element);
      single_point(id, element);
      conflict(id, element);
      exceeds_parent(id);
      claims(id, element);
      hours_twice(id, element);
    }
    circular_ground();
    return found_;
  }

 private:
  void add(const std::string& code, bool note, const std::string& id, const std::string& field,
           const Names& others = {}) {
    found_.insert(finding_text(code, note, id, field, others));
  }
  [[nodiscard]] bool stands(const std::string& id) const { return stands_.contains(id); }
  [[nodiscard]] bool in_force(const std::string& id) const {
    return world_.has(id) && reference::in_force(world_.element(id), date_);
  }

  /// "a standing rule that states no basis [...] A standing grant with neither basis nor `from`"
  void no_ground(const std::string& id, const Element& element) {
    if (!stands(id) || !listed(world_, id, Required::By::basis).empty()) return;
    if (world_.find<Grant>(id)) add("no_ground", false, id, "basis");
    const auto* rule = std::get_if<Rule>(&element.fields);
    if (!rule) return;
    using I = Instrument;
    static const std::set<I> none_needed{I::constitution,         I::act,
                                         I::state_guidance,       I::practice,
                                         I::collective_agreement, I::local_agreement};
    static const std::set<I> must{I::order,         I::circular,        I::bylaws,
                                  I::regulation,    I::delegation_plan, I::budget,
                                  I::med_agreement, I::med_guideline,   I::med_procedure_guideline};
    if (!none_needed.contains(rule->instrument))
      add("no_ground", !must.contains(rule->instrument), id, "basis");
  }

  /// "whose basis (a grant's `from` too) lists what is repealed or past its end"
  void expired_ground(const std::string& id, const Element& element) {
    (void)element;
    if (!in_force(id)) return;
    Names over;
    for (const std::string& ground : listed(world_, id, Required::By::basis)) {
      const Element& one = world_.element(ground);
      if (one.status == Status::proposed || reference::in_force(one, date_)) continue;
      const bool ended = one.valid.to && (!date_ || !(*date_ < *one.valid.to));
      const bool repealed = one.status == Status::repealed && !(date_ && one.valid.to);
      if (ended || repealed) over.insert(ground);
    }
    if (!over.empty()) add("expired_ground", false, id, "basis", over);
  }

  /// "The purposeful elements are the least set that holds every standing goal, duty and core task,
  /// and every standing element that serves a purposeful one."
  void dead_rule(const std::string& id, const Element& element) {
    if (!stands(id) || element.serves.empty()) return;
    Names purposeful;
    for (bool grows = true; grows;) {
      grows = false;
      for (const std::string& one : stands_) {
        bool purpose = is_purpose(world_.element(one));
        for (const std::string& served : world_.element(one).serves)
          purpose = purpose || purposeful.contains(served);
        if (purpose && purposeful.insert(one).second) grows = true;
      }
    }
    if (!purposeful.contains(id)) add("dead_rule", false, id, "serves", as_set(element.serves));
  }

  void nobody_performs(const std::string& id, const Element& element) {
    const auto* task = std::get_if<Task>(&element.fields);
    if (!task || !in_force(id) || task->performed_by.empty()) return;
    for (const std::string& actor : task->performed_by)
      if (stands(actor)) return;
    add("nobody_performs", false, id, "performed_by", as_set(task->performed_by));
  }

  /// "without any one of `elements` the duty is unmet" by a requirement of its own.
  void single_point(const std::string& id, const Element& element) {
    if (!stands(id) || !world_.find<Duty>(id)) return;
    Names alone;
    for (const Required& r : requirements(element)) {
      if (r.by != Required::By::needs) continue;
      for (const std::string& one : r.of) {
        unsigned without = 0;
        for (const std::string& other : r.of)
          if (other != one && stands(other)) ++without;
        if (stands(one) && one != id && without < r.at_least) alone.insert(one);
      }
    }
    if (!alone.empty()) add("single_point", true, id, "needs", alone);
  }

  void conflict(const std::string& id, const Element& element) {
    const auto* rule = std::get_if<Rule>(&element.fields);
    if (!rule || !stands(id)) return;
    for (const std::string& other : rule->conflicts_with)
      if (other != id && stands(other))
        add("conflict", false, std::min(id, other), "conflicts_with", {std::max(id, other)});
  }

  [[nodiscard]] bool given(const OverEntry& by, const OverEntry& entry) const {
    if (by.id == "*") return true;
    if (entry.id == "*") return false;
    const auto in = [&](const std::string& matter, const std::string& above) {
      return !matter.empty() && world_.find<Matter>(above) &&
             world_.steps_in_subjects(matter, above).has_value();
    };
    if (entry.is_object()) {
      if (!by.is_object()) return in(entry.matter, by.id);
      return (by.matter.empty() || in(entry.matter, by.matter)) &&
             (!by.instrument || by.instrument == entry.instrument) &&
             (by.issuer.empty() || by.issuer == entry.issuer);
    }
    const bool is_matter = world_.find<Matter>(entry.id) != nullptr;
    if (!by.is_object()) return by.id == entry.id || (is_matter && in(entry.id, by.id));
    if (is_matter) return in(entry.id, by.matter) && !by.instrument && by.issuer.empty();
    return by.matter.empty() && fits(by, entry.id);
  }
  [[nodiscard]] bool fits(const OverEntry& by, const std::string& target) const {
    const Rule* rule = world_.find<Rule>(target);
    if (by.instrument && (!rule || rule->instrument != *by.instrument)) return false;
    return by.issuer.empty() || (rule && as_set(rule->issuer).contains(by.issuer));
  }
  [[nodiscard]] Names concerned(const std::string& id) const {
    if (const auto* rule = world_.find<Rule>(id)) return as_set(rule->concerns);
    if (const auto* task = world_.find<Task>(id)) return as_set(task->concerns);
    if (const auto* duty = world_.find<Duty>(id)) return as_set(duty->concerns);
    if (const auto* goal = world_.find<Goal>(id)) return as_set(goal->concerns);
    return {};
  }
  /// By one entry, or a rule or task by its matters, each by some entry.
  [[nodiscard]] bool given(const Grant& parent, const OverEntry& entry) const {
    for (const OverEntry& by : parent.over)
      if (given(by, entry)) return true;
    if (entry.is_object() || entry.id == "*") return false;
    const Names matters = concerned(entry.id);
    for (const std::string& matter : matters) {
      bool reached = false;
      for (const OverEntry& by : parent.over) {
        const std::string& above = by.is_object() ? by.matter : by.id;
        reached =
            reached || (world_.find<Matter>(above) && (!by.is_object() || fits(by, entry.id)) &&
                        world_.steps_in_subjects(matter, above).has_value());
      }
      if (!reached) return false;
    }
    return !matters.empty();
  }

  /// "says more than the grant in `from` gives"; limits of conditions have tests of their own.
  void exceeds_parent(const std::string& id) {
    const Grant* grant = world_.find<Grant>(id);
    if (!grant || grant->from.empty() || !in_force(id) || !in_force(grant->from)) return;
    const Grant& parent = *world_.find<Grant>(grant->from);
    const Names powers = as_set(parent.powers);
    for (const std::string& power : grant->powers)
      if (!powers.contains("*") && !powers.contains(power))
        add("exceeds_parent", false, id, "powers", {grant->from});
    for (const OverEntry& entry : grant->over)
      if (!given(parent, entry)) add("exceeds_parent", false, id, "over", {grant->from});
    std::string above = grant->from;
    while (!above.empty() && world_.find<Grant>(above)->within.empty())
      above = world_.find<Grant>(above)->from;
    if (!above.empty())
      for (const std::string& unit : grant->within) {
        bool inside = false;
        for (const std::string& wide : world_.find<Grant>(above)->within)
          inside = inside || world_.at_or_below(unit, wide);
        if (!inside) add("exceeds_parent", false, id, "within", {above});
      }
    const auto allowed = [&](const Grant& g) -> std::uint64_t {
      return g.manner && g.manner->in_meeting ? 0 : g.redelegable;
    };
    std::uint64_t links = 1;
    for (above = grant->from; !above.empty(); above = world_.find<Grant>(above)->from, ++links)
      if (allowed(*world_.find<Grant>(above)) < links) {
        add("exceeds_parent", false, id, "redelegable", {above});
        return;
      }
    if (allowed(parent) != redelegable_without_end && allowed(*grant) > 0 &&
        allowed(*grant) + 1 > allowed(parent))
      add("exceeds_parent", true, id, "redelegable", {grant->from});
  }

  void claims(const std::string& id, const Element& element) {
    if (!stands(id) || !element.claims) return;
    const std::string held = claims_held(world_, element, origins_.of(id));
    for (const char* what : {"origin", "issuer", "hours"})
      if (held.find(std::string(what) + " contradicted") != std::string::npos)
        add("claim_contradicted", false, id, std::string("claims.") + what);
  }

  /// "two standing rules or tasks with the same figures of which one serves the other, or that
  /// serve the same and bind the same actors". Of several alike, each with the next.
  void hours_twice(const std::string& id, const Element& element) {
    const auto same = [&](const std::string& other) {
      if (!stands(id) || !stands(other) || id == other) return false;
      const Burden *a = burden_written(element), *b = burden_written(world_.element(other));
      return a && b && hours_a_year(element).high > 0 && a->minutes == b->minutes &&
             a->times_per_year == b->times_per_year &&
             a->people.value_or(Range{1, 1, 1}) == b->people.value_or(Range{1, 1, 1});
    };
    for (const std::string& served : element.serves)
      if (same(served))
        add("hours_twice", false, std::min(id, served), "burden", {std::max(id, served)});
    for (const std::string& served : element.serves)
      for (const auto& [other, one] : world_.elements)
        if (id < other && same(other) && as_set(one.serves).contains(served) &&
            !places(element).empty() && places(element) == places(one)) {
          add("hours_twice", false, id, "burden", {other});
          break;
        }
  }

  /// "elements that would stand but for having only each other as ground; one finding a circle"
  void circular_ground() {
    Names would;  // the largest set in which every requirement has its k, whatever the order
    for (const auto& [id, element] : world_.elements)
      if (in_force(id)) would.insert(id);
    for (bool shrinks = true; shrinks;) {
      shrinks = false;
      for (const std::string& id : Names{would})
        for (const Required& r : requirements(world_.element(id)))
          if (support(r.of, would, id, {}, {}) < r.at_least && would.erase(id) > 0) shrinks = true;
    }
    Names only;
    for (const std::string& id : would)
      if (!stands(id)) only.insert(id);
    const auto above = [&](const std::string& id) {
      Names reached;
      for (bool grows = true; grows;) {
        grows = false;
        Names from = reached;
        from.insert(id);
        for (const std::string& at : from)
          for (const std::string& ground : listed(world_, at, Required::By::basis))
            if (only.contains(ground) && reached.insert(ground).second) grows = true;
      }
      return reached;
    };
    for (const std::string& id : only) {
      if (!above(id).contains(id)) continue;
      Names circle;
      for (const std::string& other : above(id))
        if (above(other).contains(id)) circle.insert(other);
      if (*circle.begin() != id) continue;
      circle.erase(id);
      add("circular_ground", false, id, "basis", circle);
    }
  }

  const World& world_;
  std::optional<Day> date_;
  Origins origins_;
  const Names& stands_;
  Found found_;
};

inline Found check(const World& world, std::optional<Day> date) { return Check(world, date).run(); }

}  // namespace regelgraf::reference
