#pragma once

/// @file
/// @brief Two evaluators held together on random models; a failing model is shrunk and printed.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <regelgraf/draft.hpp>

namespace regelgraf::test {

/// A number for this run, printed; RG_SEED repeats a run.
std::uint64_t first_seed();

/// How many models: @p each_run, and a hundred thousand or so at night.
std::uint64_t models(std::uint64_t each_run);

/// What the two say of one draft: nothing where they agree, else both.
using Compare = std::function<std::optional<std::string>(const Draft&)>;

/// Nothing where the two texts are equal, else both.
std::optional<std::string> told_apart(const std::string& reference, const std::string& engine);

/// Runs @p compare; on a difference shrinks the model and fails with it and @p question.
void hold_together(const Draft& draft, const std::string& question, const Compare& compare);

}  // namespace regelgraf::test
