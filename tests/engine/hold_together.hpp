#pragma once

/// @file
/// @brief Two evaluators held together on a random model; a failing model is shrunk and printed.

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include <regelgraf/freeze.hpp>

#include "support/print.hpp"
#include "support/shrink.hpp"

namespace regelgraf::test {

/// A number for this run, printed; RG_SEED repeats a run.
inline std::uint64_t first_seed() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("RG_SEED");
    const std::uint64_t drawn = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << "first seed " << drawn << " (RG_SEED=" << drawn << " repeats this run)\n";
    return drawn;
  }();
  return seed;
}

/// How many models: a few thousand in every run, a hundred thousand at night.
inline std::uint64_t models() { return std::getenv("RG_TEST_LONG") ? 40000 : 1000; }

/// What the two say of one draft: nothing where they agree, else both.
using Compare = std::function<std::optional<std::string>(const Draft&)>;

inline std::optional<std::string> told_apart(const std::string& reference,
                                             const std::string& engine) {
  if (engine == reference) return std::nullopt;
  return "reference:\n" + reference + "engine:\n" + engine;
}

inline Model frozen(const Draft& draft) {
  Frozen result = freeze(draft);
  if (!result.model)
    throw std::runtime_error("the random model does not freeze: " +
                             result.findings.front().message.en);
  return std::move(*result.model);
}

/// Runs @p compare; on a difference shrinks the model and fails with it.
inline void hold_together(const Draft& draft, const std::string& question, const Compare& compare) {
  if (!compare(draft)) return;
  const auto still_fails = [&](const Draft& smaller) {
    try {
      return compare(smaller).has_value();
    } catch (const std::exception&) {
      return false;  // the question is about something that is gone
    }
  };
  const Draft least = shrink(draft, still_fails);
  FAIL() << as_text(least) << question << "\n" << *compare(least);
}

}  // namespace regelgraf::test
