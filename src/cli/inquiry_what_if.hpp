#pragma once

// The parts of a what-if question that are JSON themselves.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/session.hpp"

namespace regelgraf::cli {

/// The elements in the file @p path, each as JSON: one on each line, one, a list, or a model file,
/// whose head says nothing. What cannot be read is added to @p problems.
[[nodiscard]] std::vector<std::string> typed_elements(const std::string& path, const Say& say,
                                                      std::vector<Problem>& problems);

/// The id and the fields of `ID=JSON`; empty, with a problem, where it is not of that form.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> typed_change(
    const std::string& text, const Say& say, std::vector<Problem>& problems);

}  // namespace regelgraf::cli
