#pragma once

/// @file
/// @brief The one place where the benchmarks touch the engine's single removal.

#include <span>
#include <vector>

#include <regelgraf/model.hpp>
#include <regelgraf/standing.hpp>

namespace regelgraf::bench {

/// Numbers in, numbers out: what falls if these go. Warm: one per thread, used again and again.
class Engine {
 public:
  explicit Engine(const Model& model) : model_(model) {}

  /// What fell, in no order; valid until the next call.
  std::span<const Index> fallen(std::span<const Index> removed) {
    Situation situation;
    situation.removed = removed;
    const std::vector<std::uint8_t> stands = standing_set(model_, situation);
    fallen_.clear();
    for (Index i = 0; i < model_.size(); ++i)
      if (model_.stands(i) && !stands[i]) fallen_.push_back(i);
    for (const Index i : removed) std::erase(fallen_, i);
    return fallen_;
  }

  /// The same, ascending: by number is by id.
  std::span<const Index> fallen_in_order(std::span<const Index> removed) { return fallen(removed); }

 private:
  const Model& model_;
  std::vector<Index> fallen_;
};

}  // namespace regelgraf::bench
