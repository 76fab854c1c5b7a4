#pragma once

/// @file
/// @brief The engine's typed answers in the words of the reference evaluator, so that they compare.

#include <string>
#include <vector>

#include <regelgraf/may.hpp>
#include <regelgraf/what_breaks.hpp>

#include "reference/question.hpp"
#include "reference/what_breaks_by_definition.hpp"

namespace regelgraf::test {

/// The question by numbers. Facts that the model does not know are left out.
[[nodiscard]] AuthorityQuestion question_for(const Model& model, const reference::Question& asked);

/// An answer as text, one fact a line: equal texts, equal answers.
[[nodiscard]] std::string as_text(const reference::Decision& decision);
[[nodiscard]] std::string as_text(const reference::Breaks& breaks);

[[nodiscard]] reference::Decision as_reference(const Model& model, const Decision& decision);
[[nodiscard]] reference::Breaks as_reference(const Model& model, const WhatBreaks& breaks);
[[nodiscard]] reference::May as_reference(const May& may);

}  // namespace regelgraf::test
