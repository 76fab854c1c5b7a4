#pragma once

/// @file
/// @ingroup formats
/// @brief Models out: the canonical JSON, JSON Lines, and the digest.
/// Compiled: link regelgraf::regelgraf.

#include <string>

#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// @brief The canonical JSON of @p model: one text for all files that mean the same.
///
/// Keys and sets sorted byte for byte, defaults left out, single values as lists, requirements as
/// {"at_least", "of"}, names as {"da"}, {"en"} or both, numbers in their shortest form, no white
/// space. A model that extends others has them under `layers`, each in the same form, by id;
/// without layers the text is a model file. Lists that have an order (`deputies`) keep it.
/// Complexity: n log n. Thread rule: reentrant.
[[nodiscard]] std::string canonical_json(const Model& model);

/// @brief The model's own layer as a model file in canonical form (layers are named, not included).
[[nodiscard]] std::string model_json(const Model& model);

/// @brief The same as JSON Lines: the head, then an element a line, by id.
[[nodiscard]] std::string model_json_lines(const Model& model);

/// @brief SHA-256 of canonical_json(), as 64 hexadecimal digits: the model's name in every answer.
/// @throws Error cancelled by @p limits, also when their time is up. Complexity and thread rule: as
/// canonical_json().
[[nodiscard]] std::string digest(const Model& model, const Limits& limits = {});

}  // namespace regelgraf
