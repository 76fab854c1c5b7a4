#pragma once

// The changed model, or all that is wrong with the change.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <regelgraf/change.hpp>
#include <regelgraf/detail/change_effects.hpp>
#include <regelgraf/detail/inline.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/detail/texts.hpp>

namespace regelgraf::detail {

/// Refuses a change that is no question about @p model, whatever its elements hold.
inline void check_change(const Model& model, const Change& change) {
  const auto known = [&](Index i) {
    if (i >= model.size()) throw Error(Errc::unknown_element, "no such element in this model");
  };
  for (const Index i : change.removed) known(i);
  if (change.within != none) known(change.within);
  std::vector<Index> removed = change.removed;
  std::sort(removed.begin(), removed.end());
  std::vector<Index> seen;
  for (const Element& element : change.changed) {
    const std::string at = "change." + element.id;
    const auto i = model.find(element.id);
    if (!i || model.id(*i) != element.id)
      throw Error(Errc::unknown_element, "no element " + quote(element.id) + " in this model", at);
    if (element.kind() != model.kind(*i))
      throw Error(Errc::invalid_question, "the kind of an element cannot change", at + ".kind");
    if (std::binary_search(removed.begin(), removed.end(), *i))
      throw Error(Errc::invalid_question, quote(element.id) + " is both removed and changed", at);
    seen.push_back(*i);
  }
  std::sort(seen.begin(), seen.end());
  if (const auto twice = std::adjacent_find(seen.begin(), seen.end()); twice != seen.end())
    throw Error(Errc::invalid_question, quote(model.id(*twice)) + " is changed twice",
                "change." + model.id(*twice));
}

/// Where the elements of a change stand in the question.
struct ChangePlaces {
  std::size_t model_size;
  std::vector<std::string> added;                ///< `add[i]` for the i-th.
  std::unordered_set<std::string_view> changed;  ///< Their ids.

  ChangePlaces(const Model& model, const Change& change) : model_size(model.size()) {
    for (std::size_t i = 0; i < change.added.size(); ++i)
      added.push_back("add[" + std::to_string(i) + "]");
    for (const Element& element : change.changed) changed.insert(element.id);
  }

  /// Of the element a finding is about; empty: not one of the change.
  [[nodiscard]] std::string of(const Finding& finding) const {
    if (finding.position == Finding::no_position) return {};
    if (finding.position >= model_size) return added[finding.position - model_size];
    return changed.contains(finding.element) ? "change." + finding.element : std::string();
  }
};

/// Throws what forbids the changed model. `file` of each finding is its place in the question.
[[noreturn]] inline void refuse_change(std::vector<Finding> findings) {
  std::erase_if(findings, [](const Finding& f) { return f.severity != Severity::error; });
  std::string message = "the changed model is none: ";
  for (const Finding& finding : findings) {
    if (&finding != &findings.front()) message += "; ";
    if (!finding.element.empty()) message += finding.element + ", ";
    if (!finding.field.empty()) message += finding.field + ": ";
    message += finding.message.en;
    if (!finding.advice.en.empty()) message += " (" + finding.advice.en + ")";
  }
  const Finding& first = findings.front();
  std::string at = first.file;
  if (!at.empty() && !first.field.empty()) at += ".";
  at += first.field;
  throw InvalidChange(message, at, std::move(findings));
}

/// A change may hold no personal data, even where the model was allowed to.
inline void refuse_personal_data(const Change& change, const ChangePlaces& places) {
  const auto look = [](const Element& element, const std::string& place) {
    for_each_text(element, [&](std::string_view text, const FieldPath& path) {
      if (has_cpr(text))
        throw Error(Errc::personal_data, "the text looks like a CPR number",
                    place + "." + path.text());
    });
  };
  for (std::size_t i = 0; i < change.added.size(); ++i) look(change.added[i], places.added[i]);
  for (const Element& element : change.changed) look(element, "change." + element.id);
}

/// Freezes the changed model. Its findings stand in order of the model's own, each with its place
/// in the question as `file`.
inline Frozen freeze_changed(const Model& model, const Change& change, const ChangePlaces& places) {
  FreezeOptions options;
  options.allow_personal_data = true;  // what the model holds was let in; the rest was looked at
  Frozen frozen = freeze(changed_draft(model, change), options);
  for (Finding& finding : frozen.findings) finding.file = places.of(finding);
  return frozen;
}

}  // namespace regelgraf::detail

#ifndef REGELGRAF_DECLARATIONS_ONLY
namespace regelgraf {

REGELGRAF_INLINE Draft changed_draft(const Model& model, const Change& change) {
  detail::check_change(model, change);
  std::vector<Element> elements;
  elements.reserve(model.size() + change.added.size());
  for (Index i = 0; i < model.size(); ++i) elements.push_back(model.element(i));
  for (const Element& element : change.changed) {
    Element& old = elements[*model.find(element.id)];
    const std::uint32_t layer = old.layer;
    old = element;
    old.layer = layer;
  }
  Draft draft(model.layers().front());
  draft.reserve(elements.size() + change.added.size());
  for (std::uint32_t layer = 0; layer < model.layers().size(); ++layer) {
    if (layer > 0) draft.open_layer(model.layers()[layer]);
    for (Element& element : elements)
      if (element.layer == layer) draft.add(std::move(element));
  }
  for (const Element& element : change.added) draft.add(element);
  return draft;
}

REGELGRAF_INLINE WhatIfAnswer what_if(const Model& model, const Change& change) {
  detail::check_change(model, change);
  const detail::ChangePlaces places(model, change);
  detail::refuse_personal_data(change, places);
  Frozen frozen = detail::freeze_changed(model, change, places);
  if (!frozen.model) detail::refuse_change(std::move(frozen.findings));
  auto after = std::make_shared<const Model>(std::move(*frozen.model));
  return detail::ChangeEffects(model, std::move(after), change).run();
}

}  // namespace regelgraf
#endif
