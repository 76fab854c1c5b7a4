#pragma once

/// @file
/// @brief The 300 removals that every search is measured on.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::bench {

enum class Sort : std::uint8_t { hub, middle, leaf, five, fifty };
inline constexpr std::array<std::string_view, 5> sort_names{"hubs", "middle", "leaves", "sets of 5",
                                                            "sets of 50"};

struct MixedRemoval {
  Sort sort = Sort::hub;
  std::vector<Index> elements;  ///< Each once; all stand.
};

/// @brief 300 removals, 60 of each sort, in mixed order; the same for the same model and seed.
///
/// By how many requirements list an element: a hub is one of the most listed hundredth (at least 60
/// elements), middle is between the 40th and the 60th percentile of what is listed at all, a leaf
/// is listed by nobody. Sets are of any elements that stand.
[[nodiscard]] std::vector<MixedRemoval> mixed_removals(const Model& model, std::uint64_t seed = 1);

}  // namespace regelgraf::bench
