#pragma once

// Single fields of a model's elements, in the one place that knows how a model holds them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <regelgraf/burden.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf::detail {

inline Instrument instrument_of(const Model& model, Index rule) {
  return model.rule_fields(rule).instrument;
}

/// How many of a rule's issuers act together.
inline std::uint32_t joint_issuers_of(const Model& model, Index rule) {
  const std::size_t issuers = model.issuers(rule).size();
  return static_cast<std::uint32_t>(
      std::min<std::size_t>(model.rule_fields(rule).jointly.among(issuers), issuers));
}

/// What a rule or task is recorded to cost; empty where nothing is.
inline std::optional<Burden> recorded_burden(const Model& model, Index i) {
  if (model.kind(i) != Kind::rule && model.kind(i) != Kind::task) return std::nullopt;
  const Element& element = model.element(i);
  const Burden* burden = burden_of(element);
  return burden ? std::optional(*burden) : std::nullopt;
}

/// Is the element over on @p date: repealed, or past the end of its period? Not so what is
/// proposed, what has not begun, and what another has taken the place of.
inline bool is_over(const Model& model, Index i, std::optional<Day> date) {
  const Element& element = model.element(i);
  if (model.inert(i) || element.status == Status::proposed) return false;
  if (element.status == Status::repealed && !(date && element.valid.to)) return true;
  return element.valid.to && (!date || *element.valid.to <= *date);
}

/// How many further links a grant allows.
inline std::uint32_t links_allowed(const GrantRow& grant) {
  const bool in_meeting = grant.written->manner && grant.written->manner->in_meeting;
  return in_meeting ? 0 : grant.written->redelegable;
}

}  // namespace regelgraf::detail
