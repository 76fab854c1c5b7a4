#pragma once

/// @file
/// @brief Random changes to random drafts: after them the draft is still valid.

#include <cstdint>

#include <regelgraf/draft.hpp>

#include "reference/what_if_by_definition.hpp"

namespace regelgraf::test {

/// Some elements removed, some copied under new ids and altered, some altered; sometimes none of
/// each.
[[nodiscard]] reference::Change random_change(const Draft& draft, std::uint64_t seed);

/// The change as text, to read and to repeat.
[[nodiscard]] std::string as_text(const reference::Change& change);

}  // namespace regelgraf::test
