#pragma once

/// @file
/// @brief Models of the shape that a municipality's governance chain has, of any size.

#include <cstdint>

#include <regelgraf/draft.hpp>

namespace regelgraf::bench {

/// A draft of exactly @p elements elements (1000 or more); the same for the same numbers
/// everywhere.
///
/// Of a hundred elements 77 are rules: 1 act, 4 orders, 7 policies, 13 guidelines, 25 procedures,
/// 27 routines. Each but the acts has 1 to 6 requirements in the layers above and, within a block
/// of 16, in its own: mostly near, 5 % across; 80 % plain, 12 % any of 2 or 3, 8 % 2 of 3. 3 % are
/// in a pair that needs each other, 1 % in a ring of three that ground each other (and are founded
/// from above). The rest: 8 tasks, 4 duties, 1 goal, 3 matters and 3 actors (trees), 3 grants
/// (chains of up to 6 from the council), 1 involvement or bar.
[[nodiscard]] Draft governance_shaped(std::uint32_t elements, std::uint64_t seed = 1);

}  // namespace regelgraf::bench
