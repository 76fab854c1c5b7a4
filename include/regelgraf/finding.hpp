#pragma once

/// @file
/// @ingroup vocabulary
/// @brief One thing that was found wrong, or worth a look, in a model.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/element.hpp>

namespace regelgraf {

/// How much a finding weighs. An error forbids freezing.
enum class Severity : std::uint8_t { error, warning, note };

template <>
struct Spelling<Severity> {
  static constexpr std::array<std::string_view, 3> words{"error", "warning", "note"};
};

/// A finding is a value: all of them are reported at once.
struct Finding {
  Severity severity = Severity::error;  ///< How much it weighs.
  std::string code;                     ///< Stable, for programs: `unknown_id`, `duplicate_id`, ...
  std::string file;        ///< Path or layer name; from freeze() the id of the head concerned.
  std::size_t line = 0;    ///< From 1; 0 when there is no text behind it.
  std::size_t column = 0;  ///< In bytes, from 1.
  std::string element;     ///< Id of the element; empty for the head or the file.
  std::string field;       ///< Path of the field, as `over[1].matter`.
  Name message;            ///< One line each, without the value where it could be personal.
  Name advice;             ///< What would help; may be empty.
  Ids elements;            ///< Other ids concerned, sorted.
  std::size_t position = no_position;  ///< Place of the element in the draft.

  /// `position` of a finding about the head or the file.
  static constexpr std::size_t no_position = static_cast<std::size_t>(-1);
};

/// Does any finding forbid freezing?
[[nodiscard]] inline bool has_errors(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    if (finding.severity == Severity::error) return true;
  return false;
}

}  // namespace regelgraf
