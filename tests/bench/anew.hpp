#pragma once

/// @file
/// @brief What falls, worked out the slow way: what fast answers are held against in a benchmark.

#include <span>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::bench {

/// @brief What stands in the last state and not without @p removed, itself apart; ascending.
///
/// Passes over the whole model, over and over until nothing changes. Shares nothing with the engine
/// but the model's rows.
[[nodiscard]] std::vector<Index> fallen_anew(const Model& model, std::span<const Index> removed);

}  // namespace regelgraf::bench
