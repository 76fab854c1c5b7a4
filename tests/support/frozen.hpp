#pragma once

/// @file
/// @brief From a draft or a text to a model in one step, and names instead of numbers.

#include <ostream>
#include <span>
#include <stdexcept>
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
inline std::string as_lines(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += "[" + finding.code + "] " + line_of(finding, Language::en) + "\n";
  return text;
}

/// The model, or an exception that says what is wrong.
inline Model model_of(Frozen frozen) {
  if (!frozen.model) throw std::runtime_error(as_lines(frozen.findings));
  return std::move(*frozen.model);
}
inline Model model_of(Draft draft) { return model_of(freeze(std::move(draft))); }

inline std::vector<std::string> ids(const Model& model, std::span<const Index> list) {
  std::vector<std::string> names;
  for (const Index i : list) names.push_back(model.id(i));
  return names;
}

}  // namespace test
}  // namespace regelgraf
