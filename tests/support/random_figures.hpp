#pragma once

/// @file
/// @brief What a random model lacks for the questions about figures, origins and findings.

#include <cstdint>

#include <regelgraf/draft.hpp>

namespace regelgraf::test {

/// @p draft with lawful minimums, claims, conflicts, agreements, orders, and figures that come
/// twice. The same for the same arguments; valid where the draft is.
[[nodiscard]] Draft with_figures(const Draft& draft, std::uint64_t seed);

}  // namespace regelgraf::test
