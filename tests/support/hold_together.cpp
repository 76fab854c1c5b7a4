#include "support/hold_together.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <random>

#include "support/print.hpp"
#include "support/shrink.hpp"

namespace regelgraf::test {

std::uint64_t first_seed() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("RG_SEED");
    const std::uint64_t drawn = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << "first seed " << drawn << " (RG_SEED=" << drawn << " repeats this run)\n";
    return drawn;
  }();
  return seed;
}

std::uint64_t models(std::uint64_t each_run) {
  return std::getenv("RG_TEST_LONG") ? 40000 : each_run;
}

std::optional<std::string> told_apart(const std::string& reference, const std::string& engine) {
  if (engine == reference) return std::nullopt;
  return "reference:\n" + reference + "engine:\n" + engine;
}

void hold_together(const Draft& draft, const std::string& question, const Compare& compare) {
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
