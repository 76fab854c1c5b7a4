#pragma once

/// @file
/// @brief Is a draft one that freeze() must take? Written apart from it, from FORMATS section 1.

#include <algorithm>
#include <string>
#include <vector>

#include <regelgraf/draft.hpp>

#include "reference/every_id.hpp"
#include "reference/world.hpp"

namespace regelgraf::test {

/// Ids that a layer's elements may name: the elements' own, and those that `is` gives.
inline reference::Names known_names(const Draft& draft) {
  reference::Names names;
  for (const Element& element : draft.elements()) {
    names.insert(element.id);
    if (const auto* actor = std::get_if<Actor>(&element.fields); actor && !actor->is.empty())
      names.insert(actor->is);
  }
  return names;
}

/// Are the fields there that the kind requires, and the numbers within range?
inline bool has_required_fields(const Element& element) {
  const auto scoped = [](const Scope& s) { return !s.powers.empty() && !s.over.empty(); };
  for (const auto* list : {&element.basis, &element.needs})
    for (const Requirement& r : *list)
      if (r.of.empty() || r.at_least < 1 || r.at_least > r.of.size()) return false;
  if (const auto* rule = std::get_if<Rule>(&element.fields))
    return rule->jointly.all ||
           rule->jointly.count <= std::max<std::size_t>(1, rule->issuer.size());
  if (const auto* grant = std::get_if<Grant>(&element.fields))
    return scoped(*grant) && !grant->to.empty() &&
           (grant->jointly.all || grant->jointly.count <= grant->to.size());
  if (const auto* involvement = std::get_if<Involvement>(&element.fields))
    return scoped(*involvement) &&
           (!involvement->body.id.empty() || involvement->body.at_level_of_decider);
  if (const auto* bar = std::get_if<Bar>(&element.fields)) return scoped(*bar);
  return true;
}

/// The ids one step on in a relation that must have no cycle.
inline Ids next_in(const Element& element, int relation) {
  const auto* actor = std::get_if<Actor>(&element.fields);
  const auto* matter = std::get_if<Matter>(&element.fields);
  const auto* grant = std::get_if<Grant>(&element.fields);
  switch (relation) {
    case 0:
      return actor && !actor->part_of.empty() ? Ids{actor->part_of} : Ids{};
    case 1:
      return actor ? actor->deputies : Ids{};
    case 2:
      return matter ? matter->broader : Ids{};
    default:
      return grant && !grant->from.empty() ? Ids{grant->from} : Ids{};
  }
}

inline bool has_cycle(const reference::World& world) {
  for (int relation = 0; relation < 4; ++relation) {
    reference::Names done;  // those from which no cycle can be reached
    for (bool grows = true; grows;) {
      grows = false;
      for (const auto& [id, element] : world.elements) {
        bool ends = true;
        for (const std::string& next : next_in(element, relation))
          ends = ends && done.contains(next);
        if (ends && done.insert(id).second) grows = true;
      }
    }
    if (done.size() < world.elements.size()) return true;
  }
  return false;
}

/// Every id known, nobody twice, nothing required missing, no cycle where none may be. That a field
/// names the kinds it may name, and no list an element twice, is the maker's care.
inline bool is_valid(const Draft& draft) {
  const reference::Names names = known_names(draft);
  reference::Names ids, given;  // ids of elements; names that an `is` gives
  for (const Element& element : draft.elements()) {
    if (!ids.insert(element.id).second || !has_required_fields(element)) return false;
    if (const auto* actor = std::get_if<Actor>(&element.fields); actor && !actor->is.empty())
      if (!given.insert(actor->is).second || actor->is == element.id) return false;
    bool all_known = true;
    Element copy = element;
    reference::for_every_id(copy,
                            [&](std::string& id) { all_known = all_known && names.contains(id); });
    if (!all_known) return false;
  }
  return !has_cycle(reference::World(draft));
}

}  // namespace regelgraf::test
