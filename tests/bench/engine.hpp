#pragma once

/// @file
/// @brief The one place where the benchmarks touch the engine's single removal.

#include <cstdint>
#include <span>
#include <vector>

#include <regelgraf/what_if.hpp>

namespace regelgraf::bench {

/// Numbers in, numbers out: what falls if these go. Warm: one per thread, used again and again.
class Engine {
 public:
  explicit Engine(const Model& model) : what_if_(model) {}

  /// What fell, ascending; valid until the next call. All is as before afterwards: the undoing is
  /// part of the cost.
  std::span<const Index> fallen(std::span<const Index> removed) {
    what_if_.remove(removed);
    const auto fallen = what_if_.fallen();
    fallen_.assign(fallen.begin(), fallen.end());
    what_if_.undo();
    return fallen_;
  }
  /// Every effect, without causes.
  WhatBreaks effects(std::span<const Index> removed) {
    what_if_.remove(removed);
    WhatBreaks effects = what_if_.breaks(false);
    what_if_.undo();
    return effects;
  }

  /// Dependencies looked at since it was made.
  [[nodiscard]] std::uint64_t touched() const { return what_if_.touched(); }

 private:
  WhatIf what_if_;
  std::vector<Index> fallen_;
};

}  // namespace regelgraf::bench
