#pragma once

/// @file
/// @brief DESIGN section 3: holders, deputies, bars, and who made a rule.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "cover_by_definition.hpp"

namespace regelgraf::reference {

/// The standing persons recorded as holding a post.
inline Names persons_holding(const Case& the, const std::string& post) {
  Names persons;
  for (const auto& [id, element] : the.world.elements)
    if (const auto* actor = std::get_if<Actor>(&element.fields))
      if (the.stands.contains(id) && as_set(actor->holds).contains(post)) persons.insert(id);
  return persons;
}

/// "A disqualified (inhabil) [...] actor drops out; so do the posts such a person holds".
inline bool disqualified(const Case& the, const std::string& actor) {
  if (the.question.disqualified.contains(actor)) return true;
  for (const std::string& person : persons_holding(the, actor))
    if (the.question.disqualified.contains(person)) return true;
  return false;
}

/// Neither disqualified nor absent, nor a post held by one who is.
inline bool is_free(const Case& the, const std::string& actor) {
  if (disqualified(the, actor) || the.question.absent.contains(actor)) return false;
  for (const std::string& person : persons_holding(the, actor))
    if (the.question.absent.contains(person)) return false;
  return true;
}

/// One place among holders: who acts, and for whom.
struct Seat {
  std::string holder;
  std::string principal;  ///< The same, unless a deputy acts.
};
using Seats = std::vector<Seat>;

/// The actors of @p named that are left, in order of their ids. "The first standing deputy (direct
/// deputies only, for the disqualified and the absent, not for what does not stand) that is free
/// and not a holder already steps in".
inline Seats seats_left(const Case& the, const Names& named) {
  Seats seats;
  Names holders = named;
  for (const std::string& id : named) {
    if (!the.stands.contains(id)) continue;
    if (is_free(the, id)) {
      seats.push_back({id, id});
      continue;
    }
    for (const std::string& deputy : the.world.actor(id).deputies) {
      if (!the.stands.contains(deputy) || !is_free(the, deputy) || holders.contains(deputy))
        continue;
      seats.push_back({deputy, id});
      holders.insert(deputy);
      break;
    }
  }
  return seats;
}

/// "a body with a disqualified member stays competent, with a warning, and so do subordinates of a
/// disqualified leader (derived disqualification)".
inline bool warned(const Case& the, const std::string& holder) {
  for (const std::string& member : the.world.actor(holder).members)
    if (disqualified(the, member)) return true;
  for (const std::string& above : the.world.upward(holder)) {
    const std::string& leader = the.world.actor(above).leader;
    if (!leader.empty() && leader != holder && disqualified(the, leader)) return true;
    const Form form = the.world.actor(above).form;  // choice 29
    if (above != holder && (form == Form::post || form == Form::person) && disqualified(the, above))
      return true;
  }
  return false;
}

/// Does a pattern name the actor? A fact that nobody gave: unknown.
inline Truth matches(const Case& the, const ActorPattern& pattern, const std::string& actor) {
  const Actor& fields = the.world.actor(actor);
  if (const auto* tier = std::get_if<Tier>(&pattern.what)) return truth(fields.tier == *tier);
  if (const auto* form = std::get_if<Form>(&pattern.what)) return truth(fields.form == *form);
  const std::string& text = std::get<std::string>(pattern.what);
  if (!pattern.fact) return truth(text == actor);
  const auto value = the.fact(text);
  if (!value) return Truth::unknown;
  const auto* named = std::get_if<std::string>(&*value);
  return truth(named && the.world.actual(*named) == actor);
}

/// Does any of the patterns name the holder or the one he stands in for? (choice 17)
inline Truth any_names(const Case& the, const std::vector<ActorPattern>& patterns,
                       const Seat& seat) {
  Truth named = Truth::no;
  for (const ActorPattern& pattern : patterns)
    for (const std::string& actor : {seat.holder, seat.principal})
      named = std::max(named, matches(the, pattern, actor));
  return named;
}

/// "A bar whose conditions hold takes out every holder not in `only`; where `against` is given,
/// only holders that it names."
inline Truth bar_hits(const Case& the, const std::string& id, const Seat& seat) {
  const Bar& bar = *the.world.find<Bar>(id);
  if (any_names(the, bar.only, seat) == Truth::yes) return Truth::no;
  const Truth named = bar.against.empty() ? Truth::yes : any_names(the, bar.against, seat);
  return std::min(applies(the, id, bar), named);
}

/// The bars that hit a seat with that truth.
inline Names bars_against(const Case& the, const Seat& seat, Truth value) {
  Names bars;
  for (const auto& [id, element] : the.world.elements)
    if (element.kind() == Kind::bar && bar_hits(the, id, seat) == value) bars.insert(id);
  return bars;
}

/// The greatest number of distinct persons among the holders (choice 16): "a post held by recorded
/// persons is one of them, anybody else is himself". Tries every way.
inline std::size_t distinct_persons(const Case& the, const Seats& seats, std::size_t from = 0,
                                    const Names& taken = {}) {
  if (from == seats.size()) return taken.size();
  std::size_t most = distinct_persons(the, seats, from + 1, taken);
  Names persons = persons_holding(the, seats[from].holder);
  if (persons.empty()) persons.insert(seats[from].holder);
  for (const std::string& person : persons) {
    Names more = taken;
    if (more.insert(person).second)
      most = std::max(most, distinct_persons(the, seats, from + 1, more));
  }
  return most;
}

/// Those who have one authority together or each for himself: the holders of a grant, or the
/// issuers of a rule.
struct Authority {
  Names named;
  std::size_t jointly = 1;
  std::vector<Ids> concur;
  /// A party to an agreement: not hit by bars (choice 19).
  bool party = false;
  std::optional<double> notice_months;
};

/// One way to fill an authority.
struct Combination {
  Seats seats;
  std::size_t jointly = 1;
};

/// "One option per holder; `jointly` k: one option with all holders left, and k; `concur`: one per
/// combination". Distinct persons are asked for in both.
inline std::vector<Combination> combinations(const Case& the, const Authority& authority,
                                             const Seats& left) {
  std::vector<Combination> result;
  if (!authority.concur.empty()) {
    std::vector<Seats> begun{{}};
    for (const Ids& set : authority.concur) {
      std::vector<Seats> longer;
      for (const Seats& seats : begun)
        for (const Seat& seat : left)
          if (as_set(set).contains(seat.principal)) {
            longer.push_back(seats);
            longer.back().push_back(seat);
          }
      begun = longer;
    }
    for (const Seats& seats : begun)
      if (distinct_persons(the, seats) == authority.concur.size())
        result.push_back({seats, authority.concur.size()});
  } else if (authority.jointly >= 2) {
    if (distinct_persons(the, left) >= authority.jointly)
      result.push_back({left, authority.jointly});
  } else {
    for (const Seat& seat : left) result.push_back({{seat}, 1});
  }
  return result;
}

/// The holders of a grant that reach the target ("those that do not reach drop out").
inline Authority authority_of_grant(const Case& the, const Grant& grant) {
  Authority authority;
  for (const std::string& holder : holders_named(the, grant))
    if (reach_of_holder(the, grant, holder)) authority.named.insert(holder);
  authority.jointly = grant.jointly.among(grant.to.size());
  authority.concur = grant.concur;
  return authority;
}

/// Ledelsesretten: "A practice, procedure or instruction without issuer is the leader's of the
/// smallest unit that holds all it binds"; choice 20: the smallest `unit` at or above everything
/// bound, and where it has no leader recorded, the nearest unit above that has.
inline std::optional<std::string> leader_of_all_bound(const Case& the, const Rule& rule) {
  const bool without_issuer_it_is_managed = rule.instrument == Instrument::practice ||
                                            rule.instrument == Instrument::procedure ||
                                            rule.instrument == Instrument::instruction;
  if (!without_issuer_it_is_managed || !rule.issuer.empty() || rule.binds.empty())
    return std::nullopt;
  for (const std::string& unit : the.world.upward(rule.binds.front())) {
    bool holds_all = true;
    for (const std::string& bound : rule.binds)
      holds_all = holds_all && the.world.at_or_below(bound, unit);
    const Actor& actor = the.world.actor(unit);
    if (holds_all && actor.form == Form::unit && !actor.leader.empty()) return actor.leader;
  }
  return std::nullopt;
}

/// Who issued a rule: the field, else the leader, who "counts as the issuer" (choice 20).
inline Names issuers_of(const Case& the, const Rule& rule) {
  if (const auto leader = leader_of_all_bound(the, rule)) return {*leader};
  return as_set(rule.issuer);
}

inline Authority authority_of_issuers(const Case& the, const Rule& rule) {
  Authority authority;
  authority.named = issuers_of(the, rule);
  if (!rule.issuer.empty()) authority.jointly = rule.jointly.among(rule.issuer.size());
  authority.party = authority.jointly >= 2;
  return authority;
}

/// "its standing `issuer`, and those above it in `part_of`, have adopt, amend, waive and repeal
/// over it, shown as implied"; "nobody above joint issuers stands in for them". "`notice` [...]
/// adds for `repeal`, beside a joint option and after it, one per such issuer".
inline std::vector<Authority> authority_over_rule(const Case& the, const Rule& rule) {
  Authority issuers = authority_of_issuers(the, rule);
  if (issuers.party) {
    std::vector<Authority> all{issuers};
    if (the.question.power == "repeal" && rule.notice) {
      Authority alone;
      for (const std::string& issuer : issuers.named)
        if (rule.notice->by.empty() || as_set(rule.notice->by).contains(issuer))
          alone.named.insert(issuer);
      alone.party = true;
      alone.notice_months = rule.notice->months;
      all.push_back(alone);
    }
    return all;
  }
  Names with_those_above;
  for (const std::string& issuer : issuers.named) {
    if (!the.stands.contains(issuer)) continue;
    const Ids up = the.world.upward(issuer);
    with_those_above.insert(up.begin(), up.end());
  }
  issuers.named = with_those_above;
  return {issuers};
}

/// "Authority over a grant, bar or involvement: the holders of the grants above it in `from`; else
/// the issuers of its `basis`" (choice 21: each as joint as it is; nobody above them).
inline std::vector<Authority> authority_over_entry(const Case& the) {
  std::vector<Authority> all;
  if (const auto* grant = the.world.find<Grant>(the.question.target);
      grant && !grant->from.empty()) {
    for (const std::string& above : chain_of(the.world, grant->from)) {
      if (!the.stands.contains(above)) continue;
      const Grant& giver = *the.world.find<Grant>(above);
      Authority authority;
      authority.named = holders_named(the, giver);
      authority.jointly = giver.jointly.among(giver.to.size());
      authority.concur = giver.concur;
      all.push_back(authority);
    }
    return all;
  }
  Names rules;
  for (const Requirement& requirement : the.target().basis)
    for (const std::string& id : requirement.of)
      if (the.world.find<Rule>(id) && the.stands.contains(id)) rules.insert(id);
  for (const std::string& id : rules)
    all.push_back(authority_of_issuers(the, *the.world.find<Rule>(id)));
  return all;
}

/// Actus contrarius: who has authority without a grant.
inline std::vector<Authority> implied_authority(const Case& the) {
  if (!the.about_making()) return {};
  if (the.target_rule()) return authority_over_rule(the, *the.target_rule());
  const Kind kind = the.target().kind();
  if (kind == Kind::grant || kind == Kind::bar || kind == Kind::involvement)
    return authority_over_entry(the);
  return {};
}

}  // namespace regelgraf::reference
