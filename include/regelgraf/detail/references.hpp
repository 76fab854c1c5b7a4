#pragma once

// Every reference an element makes, in one place: validation, lookup of unknown ids and the search
// for personal data all walk the same list.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <regelgraf/element.hpp>

namespace regelgraf::detail {

/// What a reference may name: a set of kinds, one bit each.
using Kinds = std::uint16_t;

constexpr Kinds only(Kind kind) { return static_cast<Kinds>(1U << static_cast<unsigned>(kind)); }
inline constexpr Kinds any_kind = 0x1FF;

/// The path of a field, built as text only when somebody wants to read it.
struct FieldPath {
  std::string_view field;
  int index = -1;               ///< Place in the field's list.
  std::string_view inner = {};  ///< Field inside that entry.
  int inner_index = -1;

  [[nodiscard]] std::string text() const {
    std::string path{field};
    if (index >= 0) path += "[" + std::to_string(index) + "]";
    if (!inner.empty()) path.append(".").append(inner);
    if (inner_index >= 0) path += "[" + std::to_string(inner_index) + "]";
    return path;
  }
};

/// What becomes of a reference that names nothing.
enum class Binding : std::uint8_t {
  required,  ///< An error.
  record     ///< A record or a claim, without effect: worth a look.
};

/// Walks the references of one element; a visitor of Element::fields.
template <class Visit>
struct ReferenceWalk {
  Visit& visit;

  static constexpr Kinds actor = only(Kind::actor);
  static constexpr Kinds matter = only(Kind::matter);

  void one(const std::string& id, FieldPath path, Kinds kinds,
           Binding binding = Binding::required) const {
    if (!id.empty()) visit(id, path, kinds, binding);
  }
  void list(const Ids& ids, std::string_view field, Kinds kinds) const {
    for (std::size_t i = 0; i < ids.size(); ++i)
      visit(ids[i], FieldPath{field, static_cast<int>(i)}, kinds, Binding::required);
  }
  void requirements(const std::vector<Requirement>& all, std::string_view field) const {
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < all[i].of.size(); ++j)
        visit(all[i].of[j], FieldPath{field, static_cast<int>(i), "of", static_cast<int>(j)},
              any_kind, Binding::required);
  }
  void patterns(const std::vector<ActorPattern>& all, std::string_view field) const {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (const auto* id = std::get_if<std::string>(&all[i].what); id && !all[i].fact)
        visit(*id, FieldPath{field, static_cast<int>(i)}, actor, Binding::required);
  }
  void scope(const Scope& s) const {
    for (std::size_t i = 0; i < s.over.size(); ++i) {
      const int at = static_cast<int>(i);
      if (s.over[i].id != "*") one(s.over[i].id, {"over", at}, any_kind);
      one(s.over[i].matter, {"over", at, "matter"}, matter);
      one(s.over[i].issuer, {"over", at, "issuer"}, actor);
    }
    list(s.within, "within", actor);
    list(s.unless, "unless", any_kind);
  }
  void shared(const Element& e) const {
    requirements(e.basis, "basis");
    requirements(e.needs, "needs");
    list(e.serves, "serves", any_kind);
    list(e.uses, "uses", any_kind);
    if (e.claims) one(e.claims->issuer, {"claims", -1, "issuer"}, any_kind, Binding::record);
  }

  void operator()(const Actor& a) const {
    one(a.part_of, {"part_of"}, actor);
    one(a.leader, {"leader"}, actor);
    list(a.holds, "holds", actor);
    list(a.members, "members", actor);
    list(a.deputies, "deputies", actor);
    list(a.med_for, "med_for", actor);
  }
  void operator()(const Matter& m) const {
    list(m.broader, "broader", matter);
    for (std::size_t i = 0; i < m.also.size(); ++i)
      one(m.also[i].target, {"also", static_cast<int>(i), "target"}, any_kind);
    if (!m.appeal) return;
    one(m.appeal->body, {"appeal", -1, "body"}, actor);
    for (std::size_t i = 0; i < m.appeal->basis.size(); ++i)
      one(m.appeal->basis[i], {"appeal", -1, "basis", static_cast<int>(i)}, any_kind);
  }
  void operator()(const Rule& r) const {
    list(r.issuer, "issuer", actor);
    list(r.binds, "binds", actor);
    list(r.concerns, "concerns", matter);
    list(r.conflicts_with, "conflicts_with", only(Kind::rule));
    if (r.adopted) {
      for (std::size_t i = 0; i < r.adopted->by.size(); ++i)
        one(r.adopted->by[i], {"adopted", -1, "by", static_cast<int>(i)}, any_kind,
            Binding::record);
      one(r.adopted->grant, {"adopted", -1, "grant"}, any_kind, Binding::record);
    }
    if (!r.notice) return;
    for (std::size_t i = 0; i < r.notice->by.size(); ++i)
      one(r.notice->by[i], {"notice", -1, "by", static_cast<int>(i)}, actor);
  }
  void operator()(const Task& t) const {
    list(t.performed_by, "performed_by", actor);
    list(t.concerns, "concerns", matter);
  }
  void operator()(const Duty& d) const {
    list(d.concerns, "concerns", matter);
    list(d.owed_to, "owed_to", actor);
  }
  void operator()(const Goal& g) const {
    list(g.concerns, "concerns", matter);
    list(g.set_by, "set_by", actor);
  }
  void operator()(const Grant& g) const {
    for (std::size_t i = 0; i < g.to.size(); ++i)
      one(g.to[i].id, {"to", static_cast<int>(i)}, actor);
    for (std::size_t i = 0; i < g.concur.size(); ++i)
      for (std::size_t j = 0; j < g.concur[i].size(); ++j)
        one(g.concur[i][j], {"concur", static_cast<int>(i), {}, static_cast<int>(j)}, actor);
    one(g.from, {"from"}, only(Kind::grant));
    scope(g);
  }
  void operator()(const Involvement& i) const {
    one(i.body.id, {"body"}, actor);
    patterns(i.when_decided_by, "when_decided_by");
    scope(i);
  }
  void operator()(const Bar& b) const {
    patterns(b.only, "only");
    patterns(b.against, "against");
    scope(b);
  }
};

/// Calls @p visit(id, path, kinds, binding) for every reference of @p element. Absent optional
/// references are left out.
template <class Visit>
void for_each_reference(const Element& element, Visit&& visit) {
  const ReferenceWalk<Visit> walk{visit};
  walk.shared(element);
  std::visit(walk, element.fields);
}

/// The scope of a grant, involvement or bar; null for other kinds.
inline const Scope* scope_of(const Element& element) {
  switch (element.kind()) {
    case Kind::grant:
      return &std::get<Grant>(element.fields);
    case Kind::involvement:
      return &std::get<Involvement>(element.fields);
    case Kind::bar:
      return &std::get<Bar>(element.fields);
    default:
      return nullptr;
  }
}

/// The matters an element concerns; null for kinds that concern none.
inline const Ids* concerns_of(const Element& element) {
  switch (element.kind()) {
    case Kind::rule:
      return &std::get<Rule>(element.fields).concerns;
    case Kind::task:
      return &std::get<Task>(element.fields).concerns;
    case Kind::duty:
      return &std::get<Duty>(element.fields).concerns;
    case Kind::goal:
      return &std::get<Goal>(element.fields).concerns;
    default:
      return nullptr;
  }
}

}  // namespace regelgraf::detail
