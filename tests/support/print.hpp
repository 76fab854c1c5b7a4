#pragma once

/// @file
/// @brief A draft as JSON Lines (FORMATS section 1), to read and to paste into a test. Of all
/// fields those that mean something to the two evaluators; written here, so that the tests of the
/// engine do not lean on the writer of the formats.

#include <string>

#include <regelgraf/draft.hpp>

#include "reference/question.hpp"

namespace regelgraf::test {

/// A head for each layer, each followed by its elements, sorted by id.
[[nodiscard]] std::string as_text(const Draft& draft);
/// The question as `who_decides` would ask it.
[[nodiscard]] std::string as_text(const reference::Question& question);

}  // namespace regelgraf::test
