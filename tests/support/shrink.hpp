#pragma once

/// @file
/// @brief Makes a failing model small enough to read.

#include <functional>

#include <regelgraf/draft.hpp>

namespace regelgraf::test {

/// Takes elements, list entries and optional fields out of @p draft, greedily and until nothing
/// more can go, while it stays valid and @p still_fails. What named a removed element forgets it;
/// an element that thereby loses a required field goes too. @p draft must be valid and failing.
[[nodiscard]] Draft shrink(Draft draft, const std::function<bool(const Draft&)>& still_fails);

}  // namespace regelgraf::test
