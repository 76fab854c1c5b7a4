#pragma once

// Numbers in ascending order, each once, without comparing them.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// A bit a number, and a bit for each 64 of those: taking what is in costs what is in, and a pass
/// over one word for 4,096 numbers.
class InOrder {
 public:
  explicit InOrder(std::uint32_t numbers)
      : words_((numbers + 63) / 64, 0), busy_((words_.size() + 63) / 64, 0) {}

  void add(Index i) {
    words_[i / 64] |= std::uint64_t{1} << i % 64;
    busy_[i / 4096] |= std::uint64_t{1} << i / 64 % 64;
  }
  void drop(Index i) { words_[i / 64] &= ~(std::uint64_t{1} << i % 64); }

  /// Writes all that is in from @p to on, ascending, and empties itself. Returns the end.
  Index* take(Index* to) {
    for (std::size_t group = 0; group < busy_.size(); ++group) {
      for (std::uint64_t busy = busy_[group]; busy; busy &= busy - 1) {
        const std::size_t word = group * 64 + place(busy);
        for (std::uint64_t left = words_[word]; left; left &= left - 1)
          *to++ = static_cast<Index>(word * 64 + place(left));
        words_[word] = 0;
      }
      busy_[group] = 0;
    }
    return to;
  }

 private:
  static std::size_t place(std::uint64_t bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }

  std::vector<std::uint64_t> words_, busy_;
};

}  // namespace regelgraf::detail
