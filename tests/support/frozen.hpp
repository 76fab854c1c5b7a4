#pragma once

/// @file
/// @brief From a draft or a text to a model in one step, and names instead of numbers.

#include <ostream>
#include <span>
#include <string>
#include <vector>

#include <regelgraf/finding_text.hpp>
#include <regelgraf/freeze.hpp>

namespace regelgraf {

/// How GoogleTest prints a finding.
inline void PrintTo(const Finding& finding, std::ostream* out) {
  *out << "[" << finding.code << "] " << line_of(finding, Language::en);
}

namespace test {

/// All findings, a line each.
std::string as_lines(const std::vector<Finding>& findings);

/// The model, or an exception that says what is wrong. Compiled once, in frozen.cpp: freeze() is a
/// third of what a test would otherwise compile.
Model model_of(Frozen frozen);
Model model_of(Draft draft);

inline std::vector<std::string> ids(const Model& model, std::span<const Index> list) {
  std::vector<std::string> names;
  for (const Index i : list) names.push_back(model.id(i));
  return names;
}

}  // namespace test
}  // namespace regelgraf
