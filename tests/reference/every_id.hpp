#pragma once

/// @file
/// @brief Every id that an element names, and its lists read as sets.
///
/// Used by the reference evaluator to give `is` its effect and by the shrinker to forget an
/// element.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <regelgraf/element.hpp>

namespace regelgraf::reference {

/// Calls @p visit(std::string&) for every id that carries meaning. Left out are an actor's `is` and
/// what is only recorded or claimed (`claims`, `adopted`, the basis of an `appeal`).
template <class Visit>
struct EveryId {
  Visit& visit;

  void one(std::string& id) const {
    if (!id.empty() && id != "*") visit(id);
  }
  void list(Ids& ids) const {
    for (std::string& id : ids) one(id);
  }
  void requirements(std::vector<Requirement>& all) const {
    for (Requirement& requirement : all) list(requirement.of);
  }
  void patterns(std::vector<ActorPattern>& all) const {
    for (ActorPattern& pattern : all)
      if (auto* id = std::get_if<std::string>(&pattern.what); id && !pattern.fact) one(*id);
  }
  void scope(Scope& s) const {
    for (OverEntry& entry : s.over) {
      one(entry.id);
      one(entry.matter);
      one(entry.issuer);
    }
    list(s.within);
    list(s.unless);
  }

  void operator()(Actor& a) const {
    one(a.part_of);
    one(a.leader);
    for (Ids* ids : {&a.holds, &a.members, &a.deputies, &a.med_for}) list(*ids);
  }
  void operator()(Matter& m) const {
    list(m.broader);
    for (AlsoNeeded& also : m.also) one(also.target);
    if (m.appeal) one(m.appeal.make().body);
  }
  void operator()(Rule& r) const {
    for (Ids* ids : {&r.issuer, &r.binds, &r.concerns, &r.conflicts_with}) list(*ids);
    if (r.notice) list(r.notice.make().by);
  }
  void operator()(Task& t) const {
    list(t.performed_by);
    list(t.concerns);
  }
  void operator()(Duty& d) const {
    list(d.concerns);
    list(d.owed_to);
  }
  void operator()(Goal& g) const {
    list(g.concerns);
    list(g.set_by);
  }
  void operator()(Grant& g) const {
    for (Holder& holder : g.to) one(holder.id);
    for (Ids& set : g.concur) list(set);
    one(g.from);
    scope(g);
  }
  void operator()(Involvement& i) const {
    one(i.body.id);
    patterns(i.when_decided_by);
    scope(i);
  }
  void operator()(Bar& b) const {
    patterns(b.only);
    patterns(b.against);
    scope(b);
  }
};

template <class Visit>
void for_every_id(Element& element, Visit visit) {
  const EveryId<Visit> walk{visit};
  walk.requirements(element.basis);
  walk.requirements(element.needs);
  walk.list(element.serves);
  walk.list(element.uses);
  std::visit(walk, element.fields);
}

/// Takes what @p is_empty out of a list and keeps the first of what stands in it twice.
template <class T, class IsEmpty>
void keep_first_of_each(std::vector<T>& list, IsEmpty is_empty) {
  std::vector<T> kept;
  for (T& entry : list)
    if (!is_empty(entry) && std::find(kept.begin(), kept.end(), entry) == kept.end())
      kept.push_back(std::move(entry));
  list = std::move(kept);
}

/// "Lists are sets (a repeat is a finding and counts once), `deputies` apart." An id that was
/// emptied is forgotten, with the entry it stood in; a number asked for is at most the number there
/// is.
struct ListsAsSets {
  static bool no_text(const std::string& text) { return text.empty(); }
  static bool no_pattern(const ActorPattern& pattern) {
    const auto* id = std::get_if<std::string>(&pattern.what);
    return id && id->empty();
  }
  static void list(Ids& ids) { keep_first_of_each(ids, no_text); }
  static void forget_empty(Ids& ids) { std::erase_if(ids, no_text); }
  static void at_most(std::uint32_t& number, std::size_t n) {
    number = std::min(number, static_cast<std::uint32_t>(n));
  }
  static void requirements(std::vector<Requirement>& all) {
    for (Requirement& requirement : all) {
      list(requirement.of);
      at_most(requirement.at_least, requirement.of.size());
    }
    std::erase_if(all, [](const Requirement& requirement) { return requirement.of.empty(); });
  }
  static void scope(Scope& s) {
    list(s.powers);
    keep_first_of_each(s.over, [](const OverEntry& entry) { return entry == OverEntry{}; });
    list(s.within);
    list(s.unless);
  }

  void operator()(Actor& a) const {
    for (Ids* ids : {&a.holds, &a.members, &a.med_for}) list(*ids);
    forget_empty(a.deputies);
  }
  void operator()(Matter& m) const { list(m.broader); }
  void operator()(Rule& r) const {
    for (Ids* ids : {&r.issuer, &r.binds, &r.concerns, &r.conflicts_with}) list(*ids);
    if (r.notice) list(r.notice.make().by);
    at_most(r.jointly.count, std::max<std::size_t>(1, r.issuer.size()));
  }
  void operator()(Task& t) const {
    list(t.performed_by);
    list(t.concerns);
  }
  void operator()(Duty& d) const {
    list(d.concerns);
    list(d.owed_to);
  }
  void operator()(Goal& g) const {
    list(g.concerns);
    list(g.set_by);
  }
  void operator()(Grant& g) const {
    keep_first_of_each(g.to, [](const Holder& h) { return h.id.empty() && !h.leader_of_unit; });
    at_most(g.jointly.count, std::max<std::size_t>(1, g.to.size()));
    for (Ids& set : g.concur) list(set);
    std::erase_if(g.concur, [](const Ids& set) { return set.empty(); });
    std::set<std::set<std::string>> seen;  // "Lists are sets (a repeat [...] counts once)"
    std::erase_if(g.concur, [&](const Ids& set) {
      return !seen.insert(std::set<std::string>(set.begin(), set.end())).second;
    });
    scope(g);
  }
  void operator()(Involvement& i) const {
    keep_first_of_each(i.when_decided_by, no_pattern);
    scope(i);
  }
  void operator()(Bar& b) const {
    keep_first_of_each(b.only, no_pattern);
    keep_first_of_each(b.against, no_pattern);
    scope(b);
  }
};

inline void read_lists_as_sets(Element& element) {
  ListsAsSets::requirements(element.basis);
  ListsAsSets::requirements(element.needs);
  ListsAsSets::list(element.serves);
  ListsAsSets::list(element.uses);
  std::visit(ListsAsSets{}, element.fields);
}

}  // namespace regelgraf::reference
