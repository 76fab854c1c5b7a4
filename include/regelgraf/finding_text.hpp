#pragma once

/// @file
/// @ingroup formats
/// @brief Findings as text and as JSON.
/// Compiled: link regelgraf::regelgraf.

#include <string>

#include <regelgraf/finding.hpp>

namespace regelgraf {

/// One line: file:line:column: severity: element, field: message (advice).
[[nodiscard]] std::string line_of(const Finding& finding, Language language);

/// {"severity", "code", "file", "line", "column", "element", "field", "text", "advice"}.
[[nodiscard]] std::string json_of(const Finding& finding);

}  // namespace regelgraf
