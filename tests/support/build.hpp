#pragma once

/// @file
/// @brief Short ways to write elements down in tests.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/draft.hpp>

namespace regelgraf::test {

/// A draft of these layers, with each element in the one that it names.
inline Draft draft_of(const std::vector<Head>& layers, const std::vector<Element>& elements) {
  Draft result(layers.front());
  for (std::uint32_t layer = 0; layer < layers.size(); ++layer) {
    if (layer > 0) result.open_layer(layers[layer]);
    for (const Element& element : elements)
      if (element.layer == layer) result.add(element);
  }
  return result;
}

inline Element make(std::string id, decltype(Element::fields) fields) {
  Element element;
  element.id = std::move(id);
  element.fields = std::move(fields);
  return element;
}

inline Element actor(std::string id, Tier tier, Form form, std::string part_of = {}) {
  Actor fields;
  fields.tier = tier;
  fields.form = form;
  fields.part_of = std::move(part_of);
  return make(std::move(id), fields);
}
inline Element matter(std::string id, Ids broader = {}) {
  Matter fields;
  fields.broader = std::move(broader);
  return make(std::move(id), fields);
}
inline Element rule(std::string id, Instrument instrument = Instrument::procedure, Ids issuer = {},
                    Ids concerns = {}, Ids binds = {}) {
  Rule fields;
  fields.instrument = instrument;
  fields.issuer = std::move(issuer);
  fields.concerns = std::move(concerns);
  fields.binds = std::move(binds);
  return make(std::move(id), fields);
}
inline Element task(std::string id, bool core = false, Ids performed_by = {}) {
  Task fields;
  fields.core = core;
  fields.performed_by = std::move(performed_by);
  return make(std::move(id), fields);
}

inline void over(Scope& scope, const Ids& powers, const Ids& ids) {
  scope.powers = powers;
  for (const std::string& id : ids) {
    OverEntry entry;
    entry.id = id;
    scope.over.push_back(entry);
  }
}
/// `leader` among the holders means `{leader_of: "unit"}`.
inline Element grant(std::string id, const Ids& to, const Ids& powers, const Ids& ids,
                     std::string from = {}) {
  Grant fields;
  for (const std::string& holder : to)
    fields.to.push_back(holder == "leader" ? Holder{{}, true} : Holder{holder, false});
  over(fields, powers, ids);
  fields.from = std::move(from);
  fields.redelegable = redelegable_without_end;
  return make(std::move(id), fields);
}
inline Element involvement(std::string id, std::string body, How how, const Ids& powers,
                           const Ids& ids) {
  Involvement fields;
  fields.body.id = std::move(body);
  fields.how = how;
  over(fields, powers, ids);
  return make(std::move(id), fields);
}
inline Element bar(std::string id, const Ids& powers, const Ids& ids) {
  Bar fields;
  over(fields, powers, ids);
  return make(std::move(id), fields);
}

inline Requirement at_least(std::uint32_t k, Ids of) { return {k, std::move(of)}; }
inline Requirement any(Ids of) { return {1, std::move(of)}; }

template <class Fields>
Fields& fields(Element& element) {
  return std::get<Fields>(element.fields);
}
/// The same element after @p change: `with(rule("r"), [](Element& e) { e.uses = {"s"}; })`.
template <class Change>
Element with(Element element, Change change) {
  change(element);
  return element;
}
template <class Fields, class Change>
Element with_fields(Element element, Change change) {
  change(fields<Fields>(element));
  return element;
}

inline Draft draft(std::initializer_list<Element> elements) {
  Draft result;
  for (const Element& element : elements) result.add(element);
  return result;
}
inline Draft& operator+=(Draft& draft, Element element) {
  draft.add(std::move(element));
  return draft;
}

inline Day day(const char* text) { return *day_from_text(text); }

}  // namespace regelgraf::test
