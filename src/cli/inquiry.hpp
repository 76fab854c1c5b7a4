#pragma once

// From what was typed to a question as `ask` takes it.

#include <string>
#include <vector>

#include <regelgraf/model.hpp>

#include "cli/session.hpp"

namespace regelgraf::cli {

/// A question, and everything that is wrong with it as far as can be told beforehand.
struct Inquiry {
  std::string json;  ///< Empty where what was typed cannot be put as a question.
  std::vector<Problem> problems;
};

[[nodiscard]] Inquiry inquire(const Options& options, const Model& model, const Say& say);

/// What may have been meant by @p id: ids near to it and elements whose name holds it. Empty:
/// nothing.
[[nodiscard]] std::string suggestion(const Model& model, std::string_view id, const Say& say);

/// A number as people type it: `100000`, `100000.5`, `100.000,50` in Danish, `100,000.50` in
/// English. Empty where it is none, or could be read in two ways.
[[nodiscard]] std::optional<double> typed_number(std::string_view text, Language language);

}  // namespace regelgraf::cli
