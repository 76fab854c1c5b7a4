#pragma once

// The options of the C functions about nominations, as one JSON text.

#include <string_view>

#include <regelgraf/nominations.hpp>
#include <regelgraf/qualification.hpp>

namespace regelgraf::qualifying {

/// All that a call can be told.
struct CallOptions {
  NominationOptions table;
  MatchOptions match;
  QualifyOptions sheet;
  Language language = Language::da;
};

/// @brief {"file", "allow_personal_data", "sure", "perhaps", "lead", "date", "unit", "at_least",
/// "internal", "language"}; all may be left out, an empty text is none.
/// @throws Error invalid_question with `at` for anything else; unknown_element for the unit.
[[nodiscard]] CallOptions call_options(const Model& model, std::string_view json);

/// The table read and matched. Where the table is none there are findings and no rows.
[[nodiscard]] Nominations nominations_of(const Model& model, std::string_view bytes,
                                         const CallOptions& options, const Limits& limits);

}  // namespace regelgraf::qualifying
