#pragma once

// A set of small numbers, a bit each.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

class IndexSet {
 public:
  IndexSet() = default;
  explicit IndexSet(std::size_t numbers) : words_((numbers + 63) / 64, 0) {}

  [[nodiscard]] bool operator[](Index i) const { return words_[i / 64] >> i % 64 & 1; }
  void set(Index i) { words_[i / 64] |= std::uint64_t{1} << i % 64; }
  void clear(Index i) { words_[i / 64] &= ~(std::uint64_t{1} << i % 64); }
  void clear() { words_.assign(words_.size(), 0); }

  void keep(const IndexSet& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
  }
  void add(const IndexSet& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
  }
  void drop(const IndexSet& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
  }

  [[nodiscard]] bool empty() const {
    for (const std::uint64_t word : words_)
      if (word) return false;
    return true;
  }
  [[nodiscard]] bool meets(const IndexSet& other) const {
    for (std::size_t w = 0; w < words_.size(); ++w)
      if (words_[w] & other.words_[w]) return true;
    return false;
  }
  [[nodiscard]] std::size_t size() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }
  /// The least member from @p i on; none.
  [[nodiscard]] Index from(Index i) const {
    std::size_t w = i / 64;
    if (w >= words_.size()) return none;
    std::uint64_t word = words_[w] & ~std::uint64_t{0} << i % 64;
    while (!word) {
      if (++w == words_.size()) return none;
      word = words_[w];
    }
    return static_cast<Index>(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }
  /// The greatest member; none.
  [[nodiscard]] Index last() const {
    for (std::size_t w = words_.size(); w-- > 0;)
      if (words_[w])
        return static_cast<Index>(w * 64 + 63 -
                                  static_cast<std::size_t>(std::countl_zero(words_[w])));
    return none;
  }
  [[nodiscard]] std::size_t words() const { return words_.size(); }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace regelgraf::detail
