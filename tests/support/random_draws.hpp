#pragma once

/// @file
/// @brief Bounded draws from std::mt19937_64, whose sequence the standard fixes; the distributions
/// of the standard library are not the same everywhere.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace regelgraf::test {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : bits_(seed) {}

  /// 0 to n - 1; n is small, so that the bias of the remainder is of no account.
  std::size_t below(std::size_t n) { return n < 2 ? 0 : static_cast<std::size_t>(bits_() % n); }
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool chance(unsigned percent) { return below(100) < percent; }

  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[below(list.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t left = list.size(); left > 1; --left)
      std::swap(list[left - 1], list[below(left)]);
  }
  /// At most @p n of the list, each once, in random order.
  template <class T>
  std::vector<T> some_of(std::vector<T> list, std::size_t n) {
    shuffle(list);
    if (list.size() > n) list.erase(list.begin() + static_cast<std::ptrdiff_t>(n), list.end());
    return list;
  }

 private:
  std::mt19937_64 bits_;
};

}  // namespace regelgraf::test
