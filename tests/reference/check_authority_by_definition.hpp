#pragma once

/// @file
/// @brief What `check` finds amiss with authority, each finding straight from its sentence in
/// include/regelgraf/check.hpp. "From `barred_grant` to `old_edition` only elements of the model's
/// own layer are found."

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check_by_definition.hpp"
#include "holders_by_definition.hpp"

namespace regelgraf::reference {

class CheckAuthority {
 public:
  /// @p own_layer: the last of the draft's layers, which is the model itself.
  CheckAuthority(const World& world, std::uint32_t own_layer, std::optional<Day> date)
      : world_(world), own_layer_(own_layer), date_(date), stands_(standing(world, date)) {}

  Found run() {
    for (const auto& [id, element] : world_.elements) {
      if (!is_own(id)) continue;
      old_edition(id, element);
      if (element.kind() == Kind::matter) nobody_decides(id);
      if (const auto* involvement = std::get_if<Involvement>(&element.fields))
        lost_body(id, *involvement);
      const auto* grant = std::get_if<Grant>(&element.fields);
      if (!grant) continue;
      barred_grant(id, *grant);
      exclusive_overlap(id, *grant);
      lost_holder(id, *grant);
      expired_grant(id, *grant);
      same_person(id, *grant);
    }
    for (const std::vector<Bounded>& family : families()) {
      limit_gaps(family);
      limit_overlaps(family);
    }
    return found_;
  }

 private:
  void add(const std::string& code, bool note, const std::string& id, const std::string& field,
           const Names& others = {}) {
    found_.insert(finding_text(code, note, id, field, others));
  }
  [[nodiscard]] bool stands(const std::string& id) const { return stands_.contains(id); }
  [[nodiscard]] bool is_own(const std::string& id) const {
    return world_.element(id).layer == own_layer_;
  }
  [[nodiscard]] bool in_force(const std::string& id) const {
    return reference::in_force(world_.element(id), date_);
  }
  /// Calls @p visit(id, grant) for every grant, by id.
  void for_every_grant(const std::function<void(const std::string&, const Grant&)>& visit) const {
    for (const auto& [id, element] : world_.elements)
      if (const auto* grant = std::get_if<Grant>(&element.fields)) visit(id, *grant);
  }

  // What bars keep from a grant.

  /// What bars do to one power over one entry.
  struct Kept {
    bool surely = false, perhaps = false;  ///< From all its holders.
    Names by;
  };

  /// "a standing grant of named powers of which bars, whatever the case, keep something from all
  /// its holders: all of it, a warning, or part of it, a note." Something is a power over an entry.
  /// "A grant of every power is read as every power that is not forbidden": of that nothing is
  /// kept, but of what it names besides. Who leads the unit of a case nobody can say beforehand.
  void barred_grant(const std::string& id, const Grant& grant) {
    const bool to_leader = std::any_of(grant.to.begin(), grant.to.end(),
                                       [](const Holder& h) { return h.leader_of_unit; });
    if (!stands(id) || to_leader) return;
    Names by, named = as_set(grant.powers);
    bool all = named.erase("*") == 0;
    for (const std::string& power : named)
      for (const OverEntry& entry : grant.over) {
        const Kept kept = kept_from_all(grant, power, entry);
        all = all && kept.surely;
        by.insert(kept.by.begin(), kept.by.end());
      }
    if (!by.empty()) add("barred_grant", !all, id, "powers", by);
  }

  /// "A note too where a bar that hangs on the case is meant against just these holders": each is
  /// hit by such a bar, or by one whatever the case.
  [[nodiscard]] Kept kept_from_all(const Grant& grant, const std::string& power,
                                   const OverEntry& entry) const {
    const Targets targets = targets_of(entry);
    Kept kept{true, true, {}};
    Names sure, meant;
    for (const Holder& holder : grant.to) {
      bool surely = false, perhaps = false;
      for (const auto& [bar, hit] : hits(grant, power, targets, holder.id)) {
        if (hit == Truth::yes) {
          surely = true;
          sure.insert(bar);
        } else if (hit == Truth::unknown && names_whom_it_hits(bar)) {
          perhaps = true;
          meant.insert(bar);
        }
      }
      kept.surely = kept.surely && surely;
      kept.perhaps = kept.perhaps && (surely || perhaps);
    }
    if (kept.surely)
      kept.by = sure;
    else if (kept.perhaps)
      kept.by = meant;
    return kept;
  }

  /// "`against` (whom it hits: actors, `{tier}`, `{form}`, `{fact}`; absent: all)": by a fact it is
  /// the case that names them.
  [[nodiscard]] bool names_whom_it_hits(const std::string& id) const {
    const Bar& bar = *world_.find<Bar>(id);
    return !bar.against.empty() && std::none_of(bar.against.begin(), bar.against.end(),
                                                [](const ActorPattern& p) { return p.fact; });
  }

  /// A target and the world in which it is there.
  using Targets = std::vector<std::pair<World, std::string>>;

  /// Does each bar hit the holder, whichever of the targets is asked about? "Whatever the case":
  /// asked without a unit and with no facts but those that the grant itself fixes by `==`. What
  /// then is unknown hangs on the case; "a declared default stands where the question is silent".
  [[nodiscard]] std::map<std::string, Truth> hits(const Grant& grant, const std::string& power,
                                                  const Targets& targets,
                                                  const std::string& holder) const {
    Question question;
    question.power = power;
    question.date = date_;
    for (const Condition& condition : grant.conditions)
      if (condition.op == Op::eq) question.facts[condition.fact] = condition.values.front();
    std::map<std::string, Truth> least;
    for (const auto& [world, target] : targets) {
      question.target = target;
      const Case the(world, question, stands_);
      for (const auto& [bar, element] : world_.elements) {
        if (element.kind() != Kind::bar) continue;
        const Truth hit = bar_hits(the, bar, {holder, holder});
        const auto [at, fresh] = least.try_emplace(bar, hit);
        if (!fresh) at->second = std::min(at->second, hit);
      }
    }
    return least;
  }

  /// Targets that are just as the entry says and no more: what reaches each of them reaches all
  /// that the entry does.
  [[nodiscard]] Targets targets_of(const OverEntry& entry) const {
    static const std::string example = "?";  // no element has that id
    const auto with_example = [&](auto fields) {
      World world = world_;
      Element element;
      element.id = example;
      element.fields = std::move(fields);
      world.elements.emplace(example, std::move(element));
      return std::pair(std::move(world), example);
    };
    if (entry.id == "*") return {with_example(Matter{})};
    if (!entry.is_object()) return {{world_, entry.id}};
    if (!entry.instrument && entry.issuer.empty()) return {{world_, entry.matter}};
    Targets rules;  // one of each instrument it may have
    for (const std::string_view word : words<Instrument>()) {
      Rule rule;
      rule.instrument = *from_text<Instrument>(word);
      if (entry.instrument && entry.instrument != rule.instrument) continue;
      if (!entry.issuer.empty()) rule.issuer = {entry.issuer};
      if (!entry.matter.empty()) rule.concerns = {entry.matter};
      rules.push_back(with_example(std::move(rule)));
    }
    return rules;
  }

  // Bounds on numbers, by trying numbers.

  /// The declared name of the fact that a condition looks at.
  [[nodiscard]] std::string fact_of(const Condition& condition) const {
    for (const Fact& fact : world_.facts) {
      const bool asked_so = fact.type == FactType::judgement && fact.ask.da == condition.fact;
      if (fact.name == condition.fact || as_set(fact.aliases).contains(condition.fact) || asked_so)
        return fact.name;
    }
    return condition.fact;
  }

  using Conditions = std::vector<Condition>;

  static bool is_bound(const Condition& condition) {
    static const std::set<Op> bounds{Op::lt, Op::le, Op::eq, Op::ge, Op::gt};
    return bounds.contains(condition.op) && condition.values.size() == 1 &&
           std::holds_alternative<double>(condition.values.front());
  }
  static bool are_bounds(const Conditions& conditions) {
    return std::all_of(conditions.begin(), conditions.end(), is_bound);
  }
  /// The facts that the conditions bound.
  [[nodiscard]] Names bounded(const Conditions& conditions) const {
    Names facts;
    for (const Condition& condition : conditions)
      if (is_bound(condition)) facts.insert(fact_of(condition));
    return facts;
  }
  /// Do the bounds on the fact hold for that number?
  [[nodiscard]] bool allow(const Conditions& conditions, const std::string& fact,
                           double number) const {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
      return !is_bound(condition) || fact_of(condition) != fact ||
             compares(number, condition.op, condition.values.front());
    });
  }
  /// Numbers worth trying, ascending: every end, one between each two, and those beyond.
  [[nodiscard]] std::vector<double> numbers(const Conditions& conditions,
                                            const std::string& fact) const {
    std::set<double> ends;
    for (const Condition& condition : conditions)
      if (is_bound(condition) && fact_of(condition) == fact)
        ends.insert(std::get<double>(condition.values.front()));
    std::vector<double> tried{*ends.begin() - 1};
    for (const double end : ends) {
      if (tried.size() > 1) tried.push_back(tried.back() + (end - tried.back()) / 2);
      tried.push_back(end);
    }
    tried.push_back(*ends.rbegin() + 1);
    return tried;
  }

  // Two that give the same exclusively.

  /// "two standing exclusive grants of one power over one entry, neither above the other, that
  /// share a unit and a case"; "`exceptional` grants [...] never displace", so are exclusive of
  /// nothing.
  void exclusive_overlap(const std::string& id, const Grant& grant) {
    if (!is_exclusive(id, grant)) return;
    for_every_grant([&](const std::string& other, const Grant& its) {
      const bool found_there = is_own(other) && other < id;
      if (other == id || found_there || !is_exclusive(other, its)) return;
      if (as_set(chain_of(world_, id)).contains(other) ||
          as_set(chain_of(world_, other)).contains(id))
        return;
      if (!share_power_over_entry(grant, its) || !share_unit(id, other) || !share_case(id, other))
        return;
      // "a note where a condition other than a bound on a number may tell them apart"
      const bool told_apart = !are_bounds(of_chain(id)) || !are_bounds(of_chain(other));
      add("exclusive_overlap", told_apart, id, "exclusive", {other});
    });
  }
  [[nodiscard]] bool is_exclusive(const std::string& id, const Grant& grant) const {
    return stands(id) && grant.exclusive && !grant.exceptional;
  }
  static bool share_power_over_entry(const Grant& a, const Grant& b) {
    const Names powers = as_set(b.powers);
    return std::any_of(a.powers.begin(), a.powers.end(),
                       [&](const std::string& power) { return powers.contains(power); }) &&
           std::any_of(a.over.begin(), a.over.end(), [&](const OverEntry& entry) {
             return std::find(b.over.begin(), b.over.end(), entry) != b.over.end();
           });
  }
  /// "effective authority is the intersection along the chain; omission never means more than the
  /// parent gave": what a grant and all above it ask for.
  [[nodiscard]] Conditions of_chain(const std::string& id) const {
    Conditions all;
    for (const std::string& link : chain_of(world_, id)) {
      const Conditions& its = world_.find<Grant>(link)->conditions;
      all.insert(all.end(), its.begin(), its.end());
    }
    return all;
  }
  /// Does the unit lie in the `within` of the grant and of all above it?
  [[nodiscard]] bool holds_unit(const std::string& id, const std::string& unit) const {
    for (const std::string& link : chain_of(world_, id)) {
      const Ids& within = world_.find<Grant>(link)->within;
      if (!within.empty() && std::none_of(within.begin(), within.end(), [&](const std::string& in) {
            return world_.at_or_below(unit, in);
          }))
        return false;
    }
    return true;
  }
  [[nodiscard]] bool share_unit(const std::string& a, const std::string& b) const {
    return std::any_of(world_.elements.begin(), world_.elements.end(), [&](const auto& one) {
      return one.second.kind() == Kind::actor && holds_unit(a, one.first) &&
             holds_unit(b, one.first);
    });
  }
  /// Is there for every fact a number that all bounds allow?
  [[nodiscard]] bool share_case(const std::string& a, const std::string& b) const {
    Conditions all = of_chain(a);
    const Conditions others = of_chain(b);
    all.insert(all.end(), others.begin(), others.end());
    for (const std::string& fact : bounded(all)) {
      const std::vector<double> tried = numbers(all, fact);
      if (std::none_of(tried.begin(), tried.end(),
                       [&](double number) { return allow(all, fact, number); }))
        return false;
    }
    return true;
  }

  // Limits that are to meet.

  /// A grant bounded in one number alone, and of which of the numbers tried it speaks.
  struct Bounded {
    std::string id;
    const Grant* grant = nullptr;
    std::vector<bool> speaks;

    [[nodiscard]] std::size_t first() const {
      return static_cast<std::size_t>(std::find(speaks.begin(), speaks.end(), true) -
                                      speaks.begin());
    }
    [[nodiscard]] std::size_t last() const {
      std::size_t at = speaks.size();
      while (!speaks[--at]) continue;
      return at;
    }
  };
  static constexpr const char* of_no_number = "";

  /// "standing grants of one power over one entry from one grant in one place, each bounded in one
  /// number alone", by id; not those for general competence or for urgent cases, which come after
  /// all others. Those bounded in nothing are among them: they speak of every number.
  [[nodiscard]] std::vector<std::vector<Bounded>> families() const {
    // parent, power, entry, place, fact
    using Key = std::tuple<std::string, std::string, std::string, Names, std::string>;
    std::map<Key, std::vector<std::pair<std::string, const Grant*>>> by_key;
    for_every_grant([&](const std::string& id, const Grant& grant) {
      if (!is_own(id) || !stands(id) || grant.residual || grant.exceptional) return;
      const Names facts = bounded(grant.conditions);
      if (!are_bounds(grant.conditions) || facts.size() > 1) return;
      const std::string fact = facts.empty() ? of_no_number : *facts.begin();
      for (const std::string& power : grant.powers)
        for (const OverEntry& entry : grant.over)
          by_key[{grant.from, power, text_of(entry), as_set(grant.within), fact}].push_back(
              {id, &grant});
    });
    std::vector<std::vector<Bounded>> all;
    for (const auto& [key, grants] : by_key) {
      const auto& [from, power, entry, place, fact] = key;
      if (fact == of_no_number) continue;
      Conditions ends;
      for (const auto& [id, grant] : grants)
        ends.insert(ends.end(), grant->conditions.begin(), grant->conditions.end());
      const std::vector<double> tried = numbers(ends, fact);
      std::vector<Bounded> family;
      for (const auto& [id, grant] : grants) {
        Bounded one{id, grant, {}};
        for (const double number : tried)
          one.speaks.push_back(allow(grant->conditions, fact, number));
        if (one.first() < tried.size()) family.push_back(one);  // else it never speaks
      }
      for (const Names& where : {place, Names{}})  // there, and everywhere
        if (by_key.contains({from, power, entry, where, of_no_number}))
          family.push_back({"", nullptr, std::vector<bool>(tried.size(), true)});
      all.push_back(family);
    }
    return all;
  }
  static std::string text_of(const OverEntry& entry) {
    return entry.id + "\n" + entry.matter + "\n" + entry.issuer + "\n" +
           (entry.instrument ? std::string(to_text(*entry.instrument)) : "");
  }

  /// "lie numbers of which none of them speaks": below a gap is the one that reaches farthest (of
  /// several the one that takes in most), above it the one that begins first; then the least id.
  void limit_gaps(const std::vector<Bounded>& family) {
    if (family.empty()) return;
    for (std::size_t at = 0; at < family.front().speaks.size(); ++at) {
      const Bounded *below = nullptr, *above = nullptr;
      bool spoken_of = false;
      for (const Bounded& one : family) {
        spoken_of = spoken_of || one.speaks[at];
        if (one.last() < at && (!below || one.last() > below->last() ||
                                (one.last() == below->last() && one.first() < below->first())))
          below = &one;
        if (one.first() > at && (!above || one.first() < above->first())) above = &one;
      }
      if (!spoken_of && below && above)
        add("limit_gap", false, above->id, "conditions", {below->id});
    }
  }

  /// "two such grants to different holders share a stretch, and neither is the wider"
  void limit_overlaps(const std::vector<Bounded>& family) {
    for (const Bounded& first : family)
      for (const Bounded& then : family) {
        if (!first.grant || !then.grant || holders(*first.grant) == holders(*then.grant)) continue;
        if (first.first() < then.first() && then.first() <= first.last() &&
            first.last() < then.last())
          add("limit_overlap", true, then.id, "conditions", {first.id});
      }
  }
  static std::set<std::pair<std::string, bool>> holders(const Grant& grant) {
    std::set<std::pair<std::string, bool>> all;
    for (const Holder& holder : grant.to) all.insert({holder.id, holder.leader_of_unit});
    return all;
  }

  // What nobody has, and who is gone.

  /// "a matter of the model's own layer at the end of the subject tree that no standing grant, one
  /// of general competence apart, reaches": "note; a warning where nobody has general competence".
  /// About a matter that does not stand nobody need decide.
  void nobody_decides(const std::string& id) {
    if (!stands(id)) return;
    for (const auto& [below, element] : world_.elements)
      if (const auto* matter = std::get_if<Matter>(&element.fields))
        if (as_set(matter->broader).contains(id)) return;
    Question question;
    question.target = id;
    question.date = date_;
    const Case the(world_, question, stands_);
    bool general = false, reached = false;
    for_every_grant([&](const std::string& grant_id, const Grant& grant) {
      if (!stands(grant_id)) return;
      general = general || grant.residual;
      reached =
          reached || (!grant.residual && reach(the, grant.over, Matters::every, true).has_value());
    });
    if (!reached) add("nobody_decides", general, id, "");
  }

  /// "a grant in force to somebody who does not stand, or an involvement in force of such a body"
  void lost_holder(const std::string& id, const Grant& grant) {
    if (!in_force(id)) return;
    Names lost;
    for (const Holder& holder : grant.to)
      if (!holder.leader_of_unit && !stands(holder.id)) lost.insert(holder.id);
    if (!lost.empty()) add("lost_holder", false, id, "to", lost);
  }
  void lost_body(const std::string& id, const Involvement& involvement) {
    const std::string& body = involvement.body.id;
    if (in_force(id) && !body.empty() && !stands(body))
      add("lost_holder", false, id, "body", {body});
  }

  /// "a grant past its end that nobody repealed though its ground stands, and no grant in force
  /// gives the same to the same": the same powers over the same entries; up to which limit and
  /// where may be new.
  void expired_grant(const std::string& id, const Grant& grant) {
    const Element& element = world_.element(id);
    const bool past = element.valid.to && (!date_ || *element.valid.to <= *date_);
    if (element.status != Status::in_force || !past) return;
    for (const Required& ground : requirements(element)) {
      std::size_t standing = 0;
      for (const std::string& one : ground.of)
        if (stands(one)) ++standing;
      if (ground.by == Required::By::basis && standing < ground.at_least) return;
    }
    bool followed = false;
    for_every_grant([&](const std::string& next, const Grant& its) {
      followed = followed ||
                 (in_force(next) && holders(its) == holders(grant) &&
                  as_set(its.powers) == as_set(grant.powers) && entries(its) == entries(grant));
    });
    if (!followed) add("expired_grant", false, id, "valid");
  }
  static Names entries(const Grant& grant) {
    Names all;
    for (const OverEntry& entry : grant.over) all.insert(text_of(entry));
    return all;
  }

  /// "a standing grant to several together, of whom one person holds two posts". Together: by
  /// `jointly`, or "one from each listed set" of `concur` where there are several.
  void same_person(const std::string& id, const Grant& grant) {
    if (!stands(id) || (grant.jointly.among(grant.to.size()) < 2 && grant.concur.size() < 2))
      return;
    Names twice;
    for (const auto& [person, element] : world_.elements) {
      const auto* actor = std::get_if<Actor>(&element.fields);
      if (!actor || !stands(person)) continue;
      std::size_t posts = 0;
      for (const Holder& holder : grant.to)
        if (as_set(actor->holds).contains(holder.id)) ++posts;
      if (posts > 1) twice.insert(person);
    }
    if (!twice.empty()) add("same_person", false, id, "to", twice);
  }

  // What is cited.

  /// "a standing rule or grant whose source cites an edition (a date) older than that of an element
  /// of an earlier layer that it rests on"
  void old_edition(const std::string& id, const Element& element) {
    if (!stands(id) || (element.kind() != Kind::rule && element.kind() != Kind::grant)) return;
    const auto cited = edition_of(element);
    if (!cited) return;
    Names newer;
    for (const std::string& ground : listed(world_, id, Required::By::basis)) {
      const Element& other = world_.element(ground);
      const auto edition = edition_of(other);
      if (other.layer < element.layer && edition && *cited < *edition) newer.insert(ground);
    }
    if (!newer.empty()) add("old_edition", true, id, "source.edition", newer);
  }
  static std::optional<Day> edition_of(const Element& element) {
    if (!element.source) return std::nullopt;
    return day_from_text(element.source->edition);
  }

  const World& world_;
  std::uint32_t own_layer_;
  std::optional<Day> date_;
  Names stands_;
  Found found_;
};

inline Found check_authority(const World& world, std::uint32_t own_layer, std::optional<Day> date) {
  return CheckAuthority(world, own_layer, date).run();
}

}  // namespace regelgraf::reference
