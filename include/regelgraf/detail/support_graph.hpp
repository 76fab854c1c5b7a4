#pragma once

// What stands, compiled for differences: who falls with whom, who loses a supporter.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/model.hpp>

namespace regelgraf::detail {

/// One bit an element.
class Bits {
 public:
  void assign(std::uint32_t n, bool value) {
    words_.assign((n + 63) / 64, value ? ~std::uint64_t{0} : 0);
    if (value && n % 64) words_.back() = (std::uint64_t{1} << n % 64) - 1;
  }
  [[nodiscard]] bool operator[](Index i) const { return words_[i / 64] >> i % 64 & 1; }
  void set(Index i) { words_[i / 64] |= std::uint64_t{1} << i % 64; }
  void clear(Index i) { words_[i / 64] &= ~(std::uint64_t{1} << i % 64); }
  [[nodiscard]] const Block<std::uint64_t>& words() const { return words_; }

 private:
  friend struct regelgraf::ModelParts;
  Block<std::uint64_t> words_;
};

/// One byte an element: eight times the memory of Bits, and quicker to change.
class Flags {
 public:
  explicit Flags(const Bits& bits, std::uint32_t n) : bytes_(n) {
    for (Index i = 0; i < n; ++i) bytes_[i] = bits[i];
  }
  [[nodiscard]] bool operator[](Index i) const { return bytes_[i]; }
  void set(Index i) { bytes_[i] = 1; }
  void clear(Index i) { bytes_[i] = 0; }
  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return bytes_; }
  [[nodiscard]] std::uint8_t* data() { return bytes_.data(); }

 private:
  Block<std::uint8_t> bytes_;
};

/// How many of @p listed are in @p set.
template <class Set>
std::uint32_t count_in(const Set& set, std::span<const Index> listed) {
  std::uint32_t count = 0;
  for (const Index i : listed) count += set[i];
  return count;
}

/// @brief The members of a closed set and what holds each of them up, seen from the supporters.
///
/// A requirement that has just as many supporters as it asks for is an edge: its owner falls with
/// each of them. One with more has a slot, which counts how many it can spare. Requirements that
/// ask for an order (`founding`: basis, serves) need no more than that where their owner cannot be
/// reached from itself through such requirements. Inside such loops each has, beside its slot, a
/// founding slot that counts only supporters founded earlier: the owner is in doubt when it has too
/// few of them, and only then.
///
/// @tparam Source what requires what: size(), requirements(), of(i), owner(r), at_least(r),
/// founding(r), listed(r), listing(i).
/// Memory: 4 bytes a supporter of a member, 8 a slot, 8 an element.
class SupportGraph {
 public:
  /// What an element is marked with in falls_with() and in Slot::owner where nothing happens when
  /// it falls, so that it need not be looked up.
  static constexpr std::uint32_t leaf_bit = 0x40000000, number = 0x3FFFFFFF;
  /// So many values can be read from the begin of any list, whatever its length.
  static constexpr std::size_t readable = 8;

  struct Slot {
    std::uint32_t marked_owner = none;
    std::int32_t spare = 0;  ///< How many supporters can go before the owner falls, or is in doubt.

    [[nodiscard]] Index owner() const { return marked_owner & number; }
  };

  SupportGraph() = default;

  [[nodiscard]] const Bits& members() const { return members_; }
  /// Who falls when @p i falls: elements, ascending but for their marks.
  [[nodiscard]] std::span<const std::uint32_t> falls_with(Index i) const {
    return lists_[2 * std::size_t{i}];
  }
  /// The slots that lose a supporter when @p i falls, ascending.
  [[nodiscard]] std::span<const std::uint32_t> loses_with(Index i) const {
    return lists_[2 * std::size_t{i} + 1];
  }
  /// The founding slots that lose an early supporter when @p i falls, ascending.
  [[nodiscard]] std::span<const std::uint32_t> unfounds(Index i) const { return unfounds_[i]; }
  /// @p i falls soon: asks the processor for its lists, in two steps.
  void announce(Index i) const { lists_.prefetch_place(2 * std::size_t{i}); }
  void expect(Index i) const { lists_.prefetch_values(2 * std::size_t{i}); }
  /// How many entries all lists have.
  [[nodiscard]] std::size_t entries() const { return lists_.values() + unfounds_.values(); }
  [[nodiscard]] const Block<Slot>& slots() const { return slots_; }

  /// Does the slot count all supporters, not those founded earlier alone?
  [[nodiscard]] bool counts_all(std::uint32_t slot) const { return slot < first_founding_slot_; }

  /// Is the member part of a loop of founding requirements?
  [[nodiscard]] bool looped(Index i) const { return loop_place(i) != none; }
  /// The members of its own loop that fall with @p i for want of a founding requirement.
  [[nodiscard]] std::span<const Index> founded_by(Index i) const {
    const Index place = loop_place(i);
    if (place == none) return {};
    return founded_by_[place];
  }
  [[nodiscard]] bool has_loops() const { return !loops_.empty(); }

  /// How a looped member is founded, where each of its loop is by one of a single list: on one
  /// supporter, so that the founded form trees. What lies below a member in its tree has a number
  /// from `enter` to before `leave`.
  struct Founded {
    std::uint32_t requirement = none;  ///< The list; none: its loop is not of that kind.
    Index on = none;
    std::uint32_t enter = 0, leave = 0;
  };
  /// Of a looped member; null for others.
  [[nodiscard]] const Founded* founded(Index i) const {
    const Index place = loop_place(i);
    return place == none ? nullptr : &founded_[place];
  }

 private:
  template <class Source>
  friend class SupportGraphBuilder;
  friend struct regelgraf::ModelParts;

  [[nodiscard]] Index loop_place(Index i) const {
    const auto at = std::lower_bound(loops_.begin(), loops_.end(), i);
    return at != loops_.end() && *at == i ? static_cast<Index>(at - loops_.begin()) : none;
  }

  Bits members_;
  Rows<std::uint32_t> lists_;  // two each; the last holds what may be read behind the others
  SparseRows unfounds_;
  Block<Slot> slots_;
  std::uint32_t first_founding_slot_ = 0;
  Block<Index> loops_;            // looped members, ascending
  Rows<Index> founded_by_;        // one row each
  std::vector<Founded> founded_;  // one each
};

}  // namespace regelgraf::detail
