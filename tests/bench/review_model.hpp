#pragma once

/// @file
/// @brief A review to measure: candidate rules, and duties that each have alternatives, each k
/// of 3.

#include <cstdint>

#include <regelgraf/draft.hpp>

namespace regelgraf::bench {

struct ReviewShape {
  unsigned candidates = 150;
  unsigned duties = 100;
  unsigned k = 0;  ///< Of 3; 0: each alternative draws its own from 1 to 3.
};

/// Rules `r-001` ... with 1 to 200 hours a year, in whole minutes; duties `d-001` ... that need one
/// of two or three tasks, each of which needs k of three rules. The same for a seed everywhere.
[[nodiscard]] Draft review_draft(const ReviewShape& shape, std::uint32_t seed);

}  // namespace regelgraf::bench
