#pragma once

/// @file
/// @brief DESIGN section 3, "Involvement": who must be involved in a decision, and in what order.

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "holders_by_definition.hpp"

namespace regelgraf::reference {

/// An involvement that applies, or may.
struct Applying {
  std::string id;
  std::string body;  ///< Empty: unresolved.
  bool depends = false;
  const Involvement* fields = nullptr;
};

inline bool management_or_nearer(const Case& the, const std::string& actor) {
  return the.world.actor(actor).tier <= Tier::management;
}

/// "before, then after; within before the more days first, recommendations last; then tier,
/// `order`, id." What has no body has the tier it was to have; no `order` comes last (choice 26).
inline auto place_in_order(const Case& the, const Applying& a) {
  const bool before = a.fields->timing == Timing::before;
  const Tier tier =
      a.body.empty() ? *a.fields->body.at_level_of_decider : the.world.actor(a.body).tier;
  const double order_absent = std::numeric_limits<double>::infinity();
  const double order =
      a.body.empty() ? order_absent : the.world.actor(a.body).order.value_or(order_absent);
  return std::tuple(!before, before && a.fields->how == How::recommend,
                    before ? -a.fields->days.value_or(0) : 0, tier, order, a.id);
}

/// "The leader is the holder if it is of tier management or nearer": of several the farthest of
/// those, by id among equals (choice 25).
inline std::optional<std::string> leader_among(const Case& the, const Names& holders) {
  std::optional<std::string> leader;
  for (const std::string& holder : holders)
    if (management_or_nearer(the, holder) &&
        (!leader || the.world.actor(holder).tier > the.world.actor(*leader).tier))
      leader = holder;
  return leader;
}

/// The body of that tier "whose `med_for` holds the leader or the nearest unit above": going up in
/// `part_of`, at each step the actor itself and the units it leads (choice 32).
inline std::string body_at_level_of(const Case& the, const std::string& leader, Tier tier) {
  for (const std::string& at : the.world.upward(leader)) {
    Names level{at};
    for (const auto& [id, element] : the.world.elements)
      if (const auto* unit = std::get_if<Actor>(&element.fields); unit && unit->leader == at)
        level.insert(id);
    for (const auto& [id, element] : the.world.elements)
      if (const auto* actor = std::get_if<Actor>(&element.fields))
        if (the.stands.contains(id) && actor->tier == tier)
          for (const std::string& sits_for : actor->med_for)
            if (level.contains(sits_for)) return id;
  }
  return {};
}

/// The involvements that apply to a decision by @p holders, in order. `when_decided_by` "is matched
/// against the option's own holders; without options it does not apply" (choice 23).
inline std::vector<Applying> applying(const Case& the, const Names& holders) {
  std::vector<Applying> result;
  for (const auto& [id, element] : the.world.elements) {
    const auto* involvement = std::get_if<Involvement>(&element.fields);
    if (!involvement) continue;
    const Truth value = applies(the, id, *involvement);
    bool decided_so = involvement->when_decided_by.empty();
    for (const std::string& holder : holders)
      if (any_names(the, involvement->when_decided_by, {holder, holder}) == Truth::yes)
        decided_so = true;
    if (value != Truth::no && decided_so)
      result.push_back({id, involvement->body.id, value == Truth::unknown, involvement});
  }
  const auto in_order = [&](const Applying& a, const Applying& b) {
    return place_in_order(the, a) < place_in_order(the, b);
  };
  std::sort(result.begin(), result.end(), in_order);

  // "else the last such recommender; none: said as unresolved"
  auto leader = leader_among(the, holders);
  if (!leader)
    for (const Applying& a : result)
      if (a.fields->how == How::recommend && !a.body.empty() && management_or_nearer(the, a.body))
        leader = a.body;
  for (Applying& a : result)
    if (a.body.empty() && leader)
      a.body = body_at_level_of(the, *leader, *a.fields->body.at_level_of_decider);
  std::sort(result.begin(), result.end(), in_order);
  return result;
}

/// The bodies involved in that way, in order; "a body comes once" (choice 26).
inline std::vector<std::string> bodies(const std::vector<Applying>& all,
                                       std::initializer_list<How> hows) {
  std::vector<std::string> result;
  for (const Applying& a : all)
    if (!a.body.empty() && std::find(hows.begin(), hows.end(), a.fields->how) != hows.end() &&
        std::find(result.begin(), result.end(), a.body) == result.end())
      result.push_back(a.body);
  return result;
}

/// Does it make its body a party to the decision?
inline bool asks_for_agreement(const Applying& a) {
  return a.fields->how == How::agree && a.fields->timing == Timing::before;
}

/// Lists the involvements with an option and lets the parties to an agreement join it. "an applying
/// `agree` before the decision makes its body a joint holder of every option; an unknown one makes
/// the option depend". False: a party dropped out without a deputy, and the option goes (choice
/// 24). @p seats: who acts for whom so far; a body for whom somebody acts already is a holder
/// already (choice 31).
inline bool involve(const Case& the, Option& option, Seats seats) {
  Names holders = as_set(option.holders);
  Names must;
  for (const Applying& a : applying(the, holders)) {
    option.involve.push_back({a.id, a.body, a.depends});
    if (!asks_for_agreement(a)) continue;
    if (a.depends) option.depends.insert("n:" + a.id);
    if (a.depends || a.body.empty()) continue;
    std::string party;
    for (const Seat& seat : seats)
      if (seat.principal == a.body) party = seat.holder;
    if (party.empty() && the.stands.contains(a.body) && is_free(the, a.body)) party = a.body;
    if (party.empty()) {  // "not a holder already": neither of this option nor the party itself
      Names named = holders;
      named.insert(a.body);
      for (const Seat& seat : seats_left(the, named))
        if (seat.principal == a.body) party = seat.holder;
      if (party.empty()) return false;
    }
    seats.push_back({party, a.body});
    must.insert(party);
    if (holders.insert(party).second) ++option.jointly;
  }
  option.holders.assign(holders.begin(), holders.end());
  option.must.assign(must.begin(), must.end());
  return true;
}

}  // namespace regelgraf::reference
