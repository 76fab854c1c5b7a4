#pragma once

/// @file
/// @brief Models that are hard on an engine: very long chains and very long circles of grounds.
///
/// All are rules only; number i in the order of making is element i of the frozen model.

#include <cstdint>

#include <regelgraf/draft.hpp>

namespace regelgraf::bench {

/// A chain of @p elements: each rests on (or, every second one, needs) the one before, it alone.
[[nodiscard]] Draft long_chain(std::uint32_t elements);

/// A chain as above in which, of every twelve, three branch off the same one and the next joins
/// them: it needs 2 of the 3. A branch that goes takes nothing along, anything else the whole rest.
[[nodiscard]] Draft long_chain_with_joins(std::uint32_t elements);

/// A ring of @p members rules, each of which rests on any of the one before it in the ring and its
/// own act, where it has one: every @p grounded_every th has. Acts come first (`a...`), then the
/// members.
[[nodiscard]] Draft basis_ring(std::uint32_t members, std::uint32_t grounded_every = 1);

}  // namespace regelgraf::bench
