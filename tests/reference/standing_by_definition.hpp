#pragma once

/// @file
/// @brief DESIGN section 2, first half: what stands, computed as it is defined.

#include <optional>
#include <string>
#include <vector>

#include "world.hpp"

namespace regelgraf::reference {

/// A requirement of an element, as written or implied.
struct Required {
  enum class By { basis, needs } by;
  bool implied;
  unsigned at_least;
  Names of;
};

/// The requirements of @p element in `basis` and `needs`, then those that DESIGN section 1 implies.
inline std::vector<Required> requirements(const Element& element) {
  using By = Required::By;
  std::vector<Required> all;
  for (const Requirement& r : element.basis)
    all.push_back({By::basis, false, r.at_least, as_set(r.of)});
  for (const Requirement& r : element.needs)
    all.push_back({By::needs, false, r.at_least, as_set(r.of)});

  if (const auto* grant = std::get_if<Grant>(&element.fields)) {
    // "a grant rests on the grant in `from`"
    if (!grant->from.empty()) all.push_back({By::basis, true, 1, {grant->from}});
    // "and needs its holders (as many as `jointly` asks for, one from each set of `concur`, else
    // one; a `leader_of` counts as there)": what a leader_of fills is not asked of the others.
    if (!grant->concur.empty()) {
      for (const Ids& set : grant->concur) all.push_back({By::needs, true, 1, as_set(set)});
    } else {
      unsigned asked = grant->jointly.among(grant->to.size());
      Names named;
      for (const Holder& holder : grant->to)
        if (holder.leader_of_unit)
          --asked;
        else
          named.insert(holder.id);
      if (asked > 0) all.push_back({By::needs, true, asked, named});
    }
  }
  // "an involvement needs its body"
  if (const auto* involvement = std::get_if<Involvement>(&element.fields))
    if (!involvement->body.id.empty()) all.push_back({By::needs, true, 1, {involvement->body.id}});
  // "an actor needs what it is `part_of`"
  if (const auto* actor = std::get_if<Actor>(&element.fields))
    if (!actor->part_of.empty()) all.push_back({By::needs, true, 1, {actor->part_of}});
  // "a task needs at least one of those in `performed_by`"
  if (const auto* task = std::get_if<Task>(&element.fields))
    if (!task->performed_by.empty())
      all.push_back({By::needs, true, 1, as_set(task->performed_by)});
  return all;
}

/// "An element has places (`performed_by`, `binds`, `within`; an actor: itself) or none."
inline Names places(const Element& element) {
  switch (element.kind()) {
    case Kind::actor:
      return {element.id};
    case Kind::rule:
      return as_set(std::get<Rule>(element.fields).binds);
    case Kind::task:
      return as_set(std::get<Task>(element.fields).performed_by);
    case Kind::grant:
      return as_set(std::get<Grant>(element.fields).within);
    case Kind::involvement:
      return as_set(std::get<Involvement>(element.fields).within);
    case Kind::bar:
      return as_set(std::get<Bar>(element.fields).within);
    default:
      return {};
  }
}

/// "Elements whose places all lie outside U's part of the organisation tree are held"; what has no
/// place is not.
inline Names held_outside(const World& world, const std::optional<std::string>& within) {
  Names held;
  if (!within) return held;
  for (const auto& [id, element] : world.elements) {
    const Names at = places(element);
    bool all_outside = !at.empty();
    for (const std::string& place : at)
      if (world.at_or_below(place, world.actual(*within))) all_outside = false;
    if (all_outside) held.insert(id);
  }
  return held;
}

/// Condition 1, the removal apart: not `proposed`, `repealed`, or outside its validity. "a
/// `repealed` element with a `valid.to` is, on a given date, judged by its validity alone".
inline bool in_force(const Element& element, std::optional<Day> date) {
  if (element.status == Status::proposed) return false;
  if (element.status == Status::repealed && !(date && element.valid.to)) return false;
  return element.valid.holds(date);
}

/// How many of @p of are in @p members and count for @p user. "for all others R is gone [...] what
/// of R is itself held supports nobody who is not."
inline unsigned support(const Names& of, const Names& members, const std::string& user,
                        const Names& removed, const Names& held) {
  unsigned count = 0;
  for (const std::string& id : of)
    if (members.contains(id) && (!removed.contains(id) || held.contains(user))) ++count;
  return count;
}

/// The standing set S(R): "the largest set such that" conditions 1 to 3 hold. A greatest fixpoint
/// over `needs` with a least fixpoint over `basis` nested in it: begin with everything, drop what
/// fails.
/// @p held_duty stands whatever else would fell it (choice 3).
inline Names standing(const World& world, std::optional<Day> date, const Names& removed_ids = {},
                      const std::optional<std::string>& within = {},
                      const std::optional<std::string>& held_duty = {}) {
  const Names removed = world.actual(removed_ids);
  const Names held = held_outside(world, within);
  const Names unchanged = held.empty() ? Names{} : standing(world, date);
  const auto fixed = [&](const std::string& id) { return held.contains(id) || held_duty == id; };
  const auto satisfied = [&](const std::string& id, Required::By by, const Names& members) {
    for (const Required& r : requirements(world.element(id)))
      if (r.by == by && support(r.of, members, id, removed, held) < r.at_least) return false;
    return true;
  };

  Names members;
  for (const auto& [id, element] : world.elements) {
    const bool stands = held.contains(id) ? unchanged.contains(id)
                                          : !removed.contains(id) && in_force(element, date);
    if (stands || held_duty == id) members.insert(id);
  }
  for (;;) {
    const std::size_t before = members.size();
    // 2. "every `needs` requirement of every member has at least k of its listed elements in S"
    for (const std::string& id : Names{members})
      if (!fixed(id) && !satisfied(id, Required::By::needs, members)) members.erase(id);
    // 3. "the members can be put in an order in which each `basis` requirement has at least k of
    // its listed elements in S and earlier in the order"
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
    if (members.size() == before) return members;
  }
}

}  // namespace regelgraf::reference
