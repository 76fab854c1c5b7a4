#pragma once

// A model written to a file, in the format that the file's name asks for.

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"

namespace regelgraf::cli {

/// What a model is written as.
struct Format {
  bool lines = false;
  bool packed = false;
  bool snapshot = false;
  bool table = false;  ///< A delegation plan.
};

/// By the ending of the file's name; `-` is JSON.
[[nodiscard]] std::optional<Format> format_of(std::string_view name);

/// The model's bytes; what a table cannot say goes to @p findings.
[[nodiscard]] std::string bytes_of(const Model& model, const Format& format,
                                   std::vector<Finding>& findings);

/// Writes beside @p path and moves there, so that nobody ever finds half a file. The reason, if
/// not.
[[nodiscard]] std::string put_file(const std::string& path, const std::string& bytes);

}  // namespace regelgraf::cli
