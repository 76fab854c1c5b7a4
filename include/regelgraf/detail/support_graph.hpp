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
  [[nodiscard]] const KeptBlock<std::uint64_t>& words() const { return words_; }

 private:
  friend struct regelgraf::ModelParts;
  KeptBlock<std::uint64_t> words_;
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
  KeptBlock<std::uint8_t> bytes_;
};

/// How many of @p listed are in @p set.
template <class Set>
std::uint32_t count_in(const Set& set, std::span<const Index> listed) {
  std::uint32_t count = 0;
  for (const Index i : listed) count += set[i];
  return count;
}

/// What all support graphs have, however their lists are kept.
struct SupportParts {
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

  /// How a looped member is founded, where each of its loop is by one of a single list: on one
  /// supporter, so that the founded form trees. What lies below a member in its tree has a number
  /// from `enter` to before `leave`.
  struct Founded {
    std::uint32_t requirement = none;  ///< The list; none: its loop is not of that kind.
    Index on = none;
    std::uint32_t enter = 0, leave = 0;
  };
};

/// The two lists of an element: who falls with it, and which slots lose a supporter.
struct TwoLists {
  std::span<const std::uint32_t> falls, loses;
};

/// Two lists an element, one behind the other: where most elements have some. Behind the last can
/// be read on.
class FullLists {
 public:
  /// Where they are, in plain pointers: a loop that writes bytes need not look them up each time.
  class View {
   public:
    explicit View(const FullLists& lists)
        : first_(lists.first_.data()),
          sizes_(&lists.sizes_),
          values_(lists.values_.data()),
          bytes_(lists.sizes_.bytes()) {}

    [[nodiscard]] TwoLists operator[](Index i) const {
      const std::uint32_t begin = first_[i], end = first_[i + 1];
      const std::uint32_t size = bytes_[i] < SmallNumbers::large ? bytes_[i] : (*sizes_)[i];
      return {{values_ + begin, size}, {values_ + begin + size, end - begin - size}};
    }
    /// The lists of @p i are read soon: asks the processor for them, in two steps.
    void announce(Index i) const {
      prefetch(first_ + i);
      prefetch(bytes_ + i);
    }
    void expect(Index i) const { prefetch(values_ + first_[i]); }

   private:
    const std::uint32_t* first_;
    const SmallNumbers* sizes_;
    const std::uint32_t* values_;
    const std::uint8_t* bytes_;
  };

  FullLists() = default;
  /// @p first: where list 2i and list 2i + 1 of element i begin among @p values, and their end.
  FullLists(const Block<std::uint32_t>& first, Block<std::uint32_t> values)
      : values_(std::move(values)) {
    first_.reserve(first.size() / 2 + 1);
    sizes_.reserve(first.size() / 2);
    for (std::size_t list = 0; list + 2 < first.size(); list += 2) {
      first_.push_back(first[list]);
      sizes_.push_back(first[list + 1] - first[list]);
    }
    first_.push_back(first.back());
  }

  [[nodiscard]] View view() const { return View(*this); }
  [[nodiscard]] std::size_t values() const { return values_.size(); }
  template <class Visit>
  void each_column(const Visit& visit) {
    visit(first_);
    sizes_.each_column(visit);
    visit(values_);
  }

 private:
  friend struct regelgraf::ModelParts;
  Column<std::uint32_t> first_;  // of each element's two lists
  SmallNumbers sizes_;           // of the first of the two: a place for each took 3 bytes more
  Column<std::uint32_t> values_;
};

/// The same where most elements have none.
class SparseLists {
 public:
  class View {
   public:
    explicit View(const SparseLists& lists) : lists_(&lists) {}
    [[nodiscard]] TwoLists operator[](Index i) const { return lists_->of(i); }
    void announce(Index) const {}
    void expect(Index) const {}

   private:
    const SparseLists* lists_;
  };

  SparseLists() { first_.push_back(0); }
  SparseLists(const Block<std::uint32_t>& first, Block<std::uint32_t> values) : SparseLists() {
    for (Index i = 0; 2 * std::size_t{i} + 2 < first.size(); ++i) {
      const std::uint32_t* const at = first.data() + 2 * std::size_t{i};
      if (at[0] == at[2]) continue;
      full_.push(i);
      first_.push_back(at[1]);
      first_.push_back(at[2]);
    }
    full_.close();
    values_ = Column<std::uint32_t>(std::move(values));
  }

  [[nodiscard]] View view() const { return View(*this); }
  [[nodiscard]] std::size_t values() const { return values_.size(); }
  template <class Visit>
  void each_column(const Visit& visit) {
    full_.each_column(visit);
    first_.each_column(visit);
    visit(values_);
  }

 private:
  friend struct regelgraf::ModelParts;
  [[nodiscard]] TwoLists of(Index i) const {
    const std::uint32_t place = full_(i);
    const std::uint32_t* const values = values_.data();
    if (place == none) return {{values, std::size_t{0}}, {values, std::size_t{0}}};
    const std::size_t list = 2 * std::size_t{place};
    const std::uint32_t begin = first_[list], middle = first_[list + 1];
    return {{values + begin, middle - begin}, {values + middle, first_[list + 2] - middle}};
  }
  Chosen full_;
  Firsts<std::uint8_t> first_;
  Column<std::uint32_t> values_;
};

/// @brief The members of a closed set and what holds each of them up, seen from the supporters.
///
/// A requirement that has just as many supporters as it asks for is an edge: its owner falls with
/// each of them. One with more has a slot, which counts how many it can spare. Requirements that
/// ask for an order (`founding`: basis, serves) need no more than that where their owner cannot be
/// reached from itself through such requirements. Inside such loops each has, beside its slot, a
/// founding slot that counts only supporters founded earlier: the owner is in doubt when it has too
/// few of them, and only then.
///
/// It is built from a source, which says what requires what: size(), requirements(), of(i),
/// owner(r), at_least(r), founding(r), listed(r), listing(i), and Graph, the support graph for it.
/// @tparam Lists FullLists or SparseLists.
/// Memory: 4 bytes a supporter of a member, 5 a slot, 5 an element.
template <class Lists>
class SupportGraphWith : public SupportParts {
 public:
  SupportGraphWith() = default;

  [[nodiscard]] const Bits& members() const { return members_; }
  /// Who falls when @p i falls: elements, ascending but for their marks.
  [[nodiscard]] std::span<const std::uint32_t> falls_with(Index i) const {
    return lists()[i].falls;
  }
  /// The slots that lose a supporter when @p i falls, ascending.
  [[nodiscard]] std::span<const std::uint32_t> loses_with(Index i) const {
    return lists()[i].loses;
  }
  /// Both, of every element.
  [[nodiscard]] typename Lists::View lists() const { return lists_.view(); }
  /// The founding slots that lose an early supporter when @p i falls, ascending.
  [[nodiscard]] std::span<const std::uint32_t> unfounds(Index i) const { return unfounds_[i]; }
  [[nodiscard]] bool unfounds_none(Index i) const { return unfounds_.empty(i); }
  /// How many entries all lists have.
  [[nodiscard]] std::size_t entries() const { return lists_.values() + unfounds_.values(); }
  /// The slots, as they are before anything falls, for somebody to count in.
  [[nodiscard]] KeptBlock<Slot> slots() const {
    KeptBlock<Slot> slots(slot_owners_.size());
    for (std::size_t s = 0; s < slots.size(); ++s)
      slots[s] = {slot_owners_[s], static_cast<std::int32_t>(slot_spares_[s])};
    return slots;
  }

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
  /// Of a looped member; null for others.
  [[nodiscard]] const Founded* founded(Index i) const {
    const Index place = loop_place(i);
    return place == none ? nullptr : &founded_[place];
  }
  /// Calls @p visit with each column; the members are in none.
  template <class Visit>
  void each_column(const Visit& visit) {
    lists_.each_column(visit);
    unfounds_.each_column(visit);
    visit(slot_owners_);
    slot_spares_.each_column(visit);
    visit(loops_);
    founded_by_.each_column(visit);
    visit(founded_);
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
  Lists lists_;
  SparseRows unfounds_;
  Column<std::uint32_t> slot_owners_;  // of each slot, marked
  SmallNumbers slot_spares_;
  std::uint32_t first_founding_slot_ = 0;
  Column<Index> loops_;      // looped members, ascending
  Rows<Index> founded_by_;   // one row each
  Column<Founded> founded_;  // one each
};

using SupportGraph = SupportGraphWith<FullLists>;
/// Few elements serve a purpose that another does not.
using PurposeGraph = SupportGraphWith<SparseLists>;

}  // namespace regelgraf::detail
