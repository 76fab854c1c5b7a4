#pragma once

/// @file
/// @brief DESIGN section 3: facts, reach, cover and distance.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "question.hpp"
#include "standing_by_definition.hpp"

namespace regelgraf::reference {

/// Kleene's three values; the conjunction of several is the least of them.
enum class Truth { no, unknown, yes };

inline Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

/// One question put to one world, with what stands on its day.
class Case {
 public:
  Case(const World& the_world, const Question& asked)
      : Case(the_world, asked, standing(the_world, asked.date)) {}
  /// With what stands given.
  Case(const World& the_world, const Question& asked, Names standing)
      : world(the_world), question(asked), stands(std::move(standing)) {
    question.target = world.actual(question.target);
    if (question.unit) question.unit = world.actual(*question.unit);
    question.disqualified = world.actual(question.disqualified);
    question.absent = world.actual(question.absent);
    for (const auto& [name, value] : asked.facts) facts_[fact_named(name)] = value;
  }

  const World& world;
  Question question;
  Names stands;

  [[nodiscard]] const Element& target() const { return world.element(question.target); }
  [[nodiscard]] const Rule* target_rule() const { return world.find<Rule>(question.target); }

  /// "`facts` answers a fact by name or alias and a judgement by its name or Danish text"; "a
  /// declared default stands where the question is silent".
  [[nodiscard]] std::optional<FactValue> fact(const std::string& name) const {
    const std::string own_name = fact_named(name);
    if (const auto given = facts_.find(own_name); given != facts_.end()) return given->second;
    for (const Fact& declared : world.facts)
      if (declared.name == own_name) return declared.default_value;
    return std::nullopt;
  }

  /// Is the question about unmaking or changing what somebody made?
  [[nodiscard]] bool about_making() const {
    return question.power == "adopt" || question.power == "amend" || question.power == "waive" ||
           question.power == "repeal";
  }

 private:
  /// The declared name behind a name, an alias or the text of a judgement; what nobody declared is
  /// declared by the condition, under the name written there.
  [[nodiscard]] std::string fact_named(const std::string& name) const {
    for (const Fact& fact : world.facts) {
      const bool asked_so = fact.type == FactType::judgement && fact.ask.da == name;
      const bool called_so =
          std::find(fact.aliases.begin(), fact.aliases.end(), name) != fact.aliases.end();
      if (fact.name == name || called_so || asked_so) return fact.name;
    }
    return name;
  }

  std::map<std::string, FactValue> facts_;
};

/// Numbers compare as numbers, texts and dates as text, a yes or no by == and != alone.
inline bool compares(const FactValue& fact, Op op, const FactValue& value) {
  if (fact.index() != value.index()) return op == Op::ne;
  switch (op) {
    case Op::eq:
    case Op::in:
      return fact == value;
    case Op::ne:
      return fact != value;
    default:
      break;
  }
  if (std::holds_alternative<bool>(fact)) return false;
  switch (op) {
    case Op::lt:
      return fact < value;
    case Op::le:
      return fact <= value;
    case Op::ge:
      return fact >= value;
    default:
      return fact > value;
  }
}

/// "A fact that the question does not give makes a condition *unknown*".
inline Truth holds(const Case& the, const Condition& condition) {
  const auto fact = the.fact(condition.fact);
  if (!fact) return Truth::unknown;
  return truth(std::any_of(condition.values.begin(), condition.values.end(),
                           [&](const FactValue& v) { return compares(*fact, condition.op, v); }));
}

/// "in order: the steps up to the nearest matter named, then entries without a matter, then `*`".
using Distance = unsigned;
inline constexpr Distance without_matter = 1'000'000;
inline constexpr Distance everything = 2'000'000;
inline constexpr Distance no_within = 3'000'000;

/// How many of the matters that the target concerns an `over` must reach.
enum class Matters { every, any };

/// Do the fields of an object entry, its matter apart, match the target?
inline bool other_fields_match(const Case& the, const OverEntry& entry) {
  const Rule* rule = the.target_rule();
  if (entry.instrument && !(rule && rule->instrument == *entry.instrument)) return false;
  if (!entry.issuer.empty() && !(rule && as_set(rule->issuer).contains(entry.issuer))) return false;
  return true;
}

/// May only a direct word reach the target through this entry? "a matter or `*`"; and an object
/// that names only a matter "is restricted as a plain matter is" (choice 8).
inline bool names_only_a_matter(const Case& the, const OverEntry& entry) {
  if (entry.is_object()) return !entry.instrument && entry.issuer.empty();
  return entry.id == "*" || the.world.find<Matter>(entry.id);
}

/// The distance at which @p over reaches the target; empty: it does not. "`over` is a union; an
/// entry is an id (the target itself or a matter above it), `*`, or an object whose fields must all
/// match." Entries that name only a matter count where @p by_matter.
inline std::optional<Distance> reach(const Case& the, const std::vector<OverEntry>& over,
                                     Matters how_many, bool by_matter) {
  for (const OverEntry& entry : over)
    if (entry.id == the.question.target) return 0;
  // "A grant, bar or involvement as a target is reached only by its id"; choice 8: actors too.
  const Kind kind = the.target().kind();
  if (kind == Kind::grant || kind == Kind::bar || kind == Kind::involvement || kind == Kind::actor)
    return std::nullopt;

  Names matters;  // those that an entry names, for a target like this
  std::optional<Distance> best;
  const auto reached_at = [&best](Distance distance) {
    if (!best || distance < *best) best = distance;
  };
  for (const OverEntry& entry : over) {
    if (!by_matter && names_only_a_matter(the, entry)) continue;
    if (entry.id == "*") reached_at(everything);
    if (the.world.find<Matter>(entry.id)) matters.insert(entry.id);
    if (!entry.is_object() || !other_fields_match(the, entry)) continue;
    if (entry.matter.empty())
      reached_at(without_matter);
    else
      matters.insert(entry.matter);  // choice 7
  }

  const auto steps_to_nearest = [&](const std::string& from) {
    std::optional<Distance> nearest;
    for (const std::string& matter : matters)
      if (const auto steps = the.world.steps_in_subjects(from, matter))
        nearest = std::min(nearest.value_or(*steps), *steps);
    return nearest;
  };
  if (kind == Kind::matter) {
    if (const auto steps = steps_to_nearest(the.question.target)) reached_at(*steps);
    return best;
  }
  // "A rule or task is reached through matters only if every matter it concerns is reached (what
  // concerns nothing is reached through no matter); a bar or involvement applies if any is." "From
  // a rule or task to a matter it concerns is one step; the nearest counts."
  const Ids concerns = std::visit(
      [](const auto& fields) -> Ids {
        if constexpr (requires { fields.concerns; }) return fields.concerns;
        return {};
      },
      the.target().fields);
  std::optional<Distance> nearest;
  std::size_t reached = 0;
  for (const std::string& matter : concerns)
    if (const auto steps = steps_to_nearest(matter)) {
      ++reached;
      nearest = std::min(nearest.value_or(*steps), *steps);
    }
  if (nearest && (how_many == Matters::any || reached == concerns.size())) reached_at(*nearest + 1);
  return best;
}

/// "for `adopt`, `amend`, `waive`, `repeal`, a matter or `*` reaches only rules whose issuers are
/// all the holder or below it in `part_of`, and never one issued by several jointly, by nobody
/// known, or by an actor of tier `state` or `partner`".
inline bool may_reach_by_matter(const Case& the, const std::string& holder) {
  const Rule* rule = the.target_rule();
  if (!rule || !the.about_making()) return true;
  if (rule->issuer.empty() || rule->jointly.among(rule->issuer.size()) >= 2) return false;
  for (const std::string& issuer : rule->issuer) {
    const Tier tier = the.world.actor(issuer).tier;
    if (tier == Tier::state || tier == Tier::partner) return false;
    if (!the.world.at_or_below(issuer, holder)) return false;
  }
  return true;
}

/// "`{leader_of: "unit"}` in `to` is the `leader` of the question's unit, or of the nearest above
/// that has one; without a unit, nobody."
inline std::optional<std::string> leader_at(const Case& the) {
  if (!the.question.unit) return std::nullopt;
  for (const std::string& unit : the.world.upward(*the.question.unit))
    if (!the.world.actor(unit).leader.empty()) return the.world.actor(unit).leader;
  return std::nullopt;
}

inline Names holders_named(const Case& the, const Grant& grant) {
  Names names;
  for (const Holder& holder : grant.to) {
    if (!holder.leader_of_unit)
      names.insert(holder.id);
    else if (const auto leader = leader_at(the))
      names.insert(*leader);
  }
  return names;
}

inline bool names_power(const Case& the, const Scope& scope) {
  const Names powers = as_set(scope.powers);
  return powers.contains(the.question.power) || powers.contains("*");
}

/// The reach of a grant in the hand of one of its holders.
inline std::optional<Distance> reach_of_holder(const Case& the, const Grant& grant,
                                               const std::string& holder) {
  return reach(the, grant.over, Matters::every, may_reach_by_matter(the, holder));
}

/// "A grant with several holders reaches what any of them reaches". A holder that does not stand is
/// nobody.
inline std::optional<Distance> reach_of_grant(const Case& the, const Grant& grant) {
  bool by_matter = !(the.target_rule() && the.about_making());
  for (const std::string& holder : holders_named(the, grant))
    if (the.stands.contains(holder) && may_reach_by_matter(the, holder)) by_matter = true;
  return reach(the, grant.over, Matters::every, by_matter);
}

/// What lies in the question's place: "For these powers (but `waive`) `within` must hold everything
/// the rule binds [...]; for the others, the question's unit" (choice 10: only where it is a rule).
/// Empty: nothing known.
inline Names place_asked_about(const Case& the) {
  if (the.target_rule() && the.about_making() && the.question.power != "waive")
    return as_set(the.target_rule()->binds);
  return the.question.unit ? Names{*the.question.unit} : Names{};
}

/// Steps up from @p place to the nearest of @p within.
inline std::optional<Distance> steps_into(const Case& the, const std::string& place,
                                          const Ids& within) {
  std::optional<Distance> nearest;
  for (const std::string& unit : within)
    if (const auto steps = the.world.steps_in_organisation(place, unit))
      nearest = std::min(nearest.value_or(*steps), *steps);
  return nearest;
}

/// "the unit lies within `within`"; "(for bars and involvements any bound actor inside suffices; a
/// rule that binds nobody recorded makes `within` unknown)"; "without a unit a `within` is an
/// unknown condition".
inline Truth is_inside(const Case& the, const Ids& within, Matters how_many) {
  if (within.empty()) return Truth::yes;
  const Names asked = place_asked_about(the);
  if (asked.empty()) return Truth::unknown;
  std::size_t inside = 0;
  for (const std::string& place : asked)
    if (steps_into(the, place, within)) ++inside;
  return truth(how_many == Matters::any ? inside > 0 : inside == asked.size());
}

/// "Within-distance: steps up in `part_of`, for adopt, amend, repeal from the farthest actor bound;
/// without a unit 0; no `within` is farthest."
inline Distance within_distance(const Case& the, const Ids& within) {
  if (within.empty()) return no_within;
  Distance farthest = 0;
  for (const std::string& place : place_asked_about(the))
    farthest = std::max(farthest, steps_into(the, place, within).value_or(no_within));
  return farthest;
}

/// "`unless`: applies only while none of these stands."
inline bool none_stands(const Case& the, const Ids& unless) {
  return std::none_of(unless.begin(), unless.end(),
                      [&](const std::string& id) { return the.stands.contains(id); });
}

/// The grant and those above it in `from`, root first.
inline Ids chain_of(const World& world, const std::string& grant) {
  Ids chain;
  for (std::string at = grant; !at.empty(); at = world.find<Grant>(at)->from)
    chain.insert(chain.begin(), at);
  return chain;
}

/// "`redelegable` n allows n further links [...]; below that a grant covers nothing; what is
/// decided in a meeting is not delegated on."
inline bool chain_allows(const World& world, const Ids& chain) {
  for (std::size_t at = 0; at < chain.size(); ++at) {
    const Grant& grant = *world.find<Grant>(chain[at]);
    const std::size_t further = chain.size() - 1 - at;
    if (further > 0 && grant.manner && grant.manner->in_meeting) return false;
    if (grant.redelegable != redelegable_without_end && further > grant.redelegable) return false;
  }
  return true;
}

/// Does a grant cover the question, and what does that depend on?
struct Cover {
  Truth value = Truth::no;
  Names depends;
};

/// The truth of the tests on places, for the grant and every one above it.
inline Cover covers_place(const Case& the, const Ids& chain) {
  Cover cover{Truth::yes, {}};
  for (const std::string& id : chain) {
    const Truth inside = is_inside(the, the.world.find<Grant>(id)->within, Matters::every);
    if (inside == Truth::unknown) cover.depends.insert("w:" + id);
    cover.value = std::min(cover.value, inside);
  }
  return cover;
}

/// The truth of conditions and `unless`, for the grant and every one above it.
inline Cover covers_conditions(const Case& the, const Ids& chain) {
  Cover cover{Truth::yes, {}};
  for (const std::string& id : chain) {
    const Grant& grant = *the.world.find<Grant>(id);
    for (std::size_t at = 0; at < grant.conditions.size(); ++at) {
      const Truth value = holds(the, grant.conditions[at]);
      if (value == Truth::unknown) cover.depends.insert("c:" + id + ":" + std::to_string(at));
      cover.value = std::min(cover.value, value);
    }
    if (!none_stands(the, grant.unless)) cover.value = Truth::no;
  }
  return cover;
}

/// "A grant covers a question when it stands on the date, names the power (or `*`), its `over`
/// reaches the target, the unit lies within `within`, every condition holds and none of its
/// `unless` stands, for it *and for every grant above it in `from`*".
inline Cover covers(const Case& the, const std::string& id) {
  const Ids chain = chain_of(the.world, id);
  for (const std::string& link : chain) {
    const Grant& grant = *the.world.find<Grant>(link);
    if (!the.stands.contains(link) || !names_power(the, grant) || !reach_of_grant(the, grant))
      return {};
  }
  if (!chain_allows(the.world, chain)) return {};
  const Cover place = covers_place(the, chain);
  Cover cover = covers_conditions(the, chain);
  cover.value = std::min(cover.value, place.value);
  cover.depends.insert(place.depends.begin(), place.depends.end());
  if (cover.value == Truth::no) cover.depends.clear();
  return cover;
}

/// The same for a bar or an involvement, which has nobody above it and applies if any is reached.
inline Truth applies(const Case& the, const std::string& id, const Scope& scope) {
  if (!the.stands.contains(id) || !names_power(the, scope) || !none_stands(the, scope.unless) ||
      !reach(the, scope.over, Matters::any, true))
    return Truth::no;
  Truth value = is_inside(the, scope.within, Matters::any);
  for (const Condition& condition : scope.conditions)
    value = std::min(value, holds(the, condition));
  return value;
}

}  // namespace regelgraf::reference
