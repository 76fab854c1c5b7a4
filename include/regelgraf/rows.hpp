#pragma once

/// @file
/// @ingroup model
/// @brief What a Model keeps its numbers in: columns, and lists in compressed rows.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <regelgraf/detail/block.hpp>

namespace regelgraf::detail {

/// Asks the processor for what is at @p at, which will be read soon.
inline void prefetch([[maybe_unused]] const void* at) {
#ifdef __GNUC__
  __builtin_prefetch(at);
#endif
}

}  // namespace regelgraf::detail

namespace regelgraf {

struct ModelParts;  // snapshots

/// The number of an element in one model: its place among all ids in byte order. Numbers compare as
/// ids do, so what is sorted by number is sorted by id.
using Index = std::uint32_t;

/// No element.
inline constexpr Index none = 0xFFFFFFFF;

/// Values in one block of memory, its own or (from a snapshot) somebody else's. Moves, never
/// copies.
template <class T>
class Column {
 public:
  Column() = default;  ///< Empty.
  /// The values of @p own.
  Column(detail::Block<T> own) : own_(std::move(own)) { look(); }  // NOLINT: a block is a column
  Column(Column&& other) noexcept { *this = std::move(other); }    ///< Leaves the other empty.
  /// Takes over the values of @p other.
  Column& operator=(Column&& other) noexcept {
    own_ = std::move(other.own_);
    data_ = std::exchange(other.data_, nullptr);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;
  ~Column() = default;

  /// Looks at values that somebody else keeps alive.
  static Column borrowed(std::span<const T> values) {
    Column column;
    column.data_ = values.data();
    column.size_ = values.size();
    return column;
  }

  [[nodiscard]] const T& operator[](std::size_t i) const { return data_[i]; }  ///< Value i.
  [[nodiscard]] std::size_t size() const { return size_; }                     ///< How many.
  [[nodiscard]] bool empty() const { return size_ == 0; }                      ///< None?
  [[nodiscard]] const T* data() const { return data_; }                        ///< The first.
  [[nodiscard]] const T* begin() const { return data_; }                       ///< The first.
  [[nodiscard]] const T* end() const { return data_ + size_; }                 ///< Behind the last.
  [[nodiscard]] std::span<const T> span() const { return {data_, size_}; }     ///< All.

  /// The values, to be changed; own columns only.
  [[nodiscard]] std::span<T> own() { return own_; }
  /// Makes room for @p count values; own columns only.
  void reserve(std::size_t count) {
    own_.reserve(count);
    look();
  }
  /// Gives back the room that is left; own columns only.
  void give_back_rest() {
    detail::give_back_rest(own_.data(), size_ * sizeof(T), own_.capacity() * sizeof(T));
  }
  /// Appends @p value; own columns only.
  void push_back(T value) {
    own_.push_back(value);
    look();
  }
  /// Appends @p values; own columns only.
  void append(std::span<const T> values) {
    std::copy(values.begin(), values.end(), detail::room_for(own_, values.size()));
    look();
  }

 private:
  void look() {
    data_ = own_.data();
    size_ = own_.size();
  }

  detail::Block<T> own_;
  const T* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Some of the elements, numbered in ascending order: 1.5 bits an element.
class Chosen {
 public:
  /// The place of @p i among the chosen; none if it is not chosen. Beyond what was asked: none.
  [[nodiscard]] std::uint32_t operator()(Index i) const {
    const std::size_t word = i / 64;
    if (word >= bits_.size()) return none;
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    if (!(bits_[word] & bit)) return none;
    return before_[word] + static_cast<std::uint32_t>(std::popcount(bits_[word] & (bit - 1)));
  }
  /// Is @p i one of them?
  [[nodiscard]] bool has(Index i) const {
    return i / 64 < bits_.size() && (bits_[i / 64] >> i % 64 & 1);
  }
  /// How many there are, after close().
  [[nodiscard]] std::uint32_t count() const {
    if (bits_.empty()) return 0;
    const std::size_t last = bits_.size() - 1;
    return before_[last] + static_cast<std::uint32_t>(std::popcount(bits_[last]));
  }

  /// Chooses @p i, which is greater than all chosen before.
  void push(Index i) {
    while (words_.size() <= i / 64) {
      words_.push_back(0);
      ranks_.push_back(pushed_);
    }
    words_.back() |= std::uint64_t{1} << (i % 64);
    ++pushed_;
  }
  /// After the last push().
  void close() {
    bits_ = Column<std::uint64_t>(std::move(words_));
    before_ = Column<std::uint32_t>(std::move(ranks_));
  }
  /// Calls @p visit with each of its columns.
  template <class Visit>
  void each_column(const Visit& visit) {
    visit(bits_);
    visit(before_);
  }

 private:
  friend struct ModelParts;
  Column<std::uint64_t> bits_;
  Column<std::uint32_t> before_;
  std::uint32_t pushed_ = 0;  // until close(), as the two below
  detail::Block<std::uint64_t> words_;
  detail::Block<std::uint32_t> ranks_;
};

/// Numbers that mostly fit in a byte; those that do not are looked up, logarithmic in how many they
/// are.
class SmallNumbers {
 public:
  /// Number @p i.
  [[nodiscard]] std::uint32_t operator[](std::size_t i) const {
    const std::uint32_t small = bytes_[i];
    if (small < large) [[likely]]
      return small;
    std::size_t first = 0, last = large_.size() / 2;
    while (last - first > 1) {
      const std::size_t middle = first + (last - first) / 2;
      (large_[2 * middle] <= i ? first : last) = middle;
    }
    return large_[2 * first + 1];
  }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }  ///< How many.
  /// Each number that is less than large, as a byte; of the others large.
  [[nodiscard]] const std::uint8_t* bytes() const { return bytes_.data(); }
  static constexpr std::uint32_t large = 255;  ///< What bytes() has for a number to be looked up.

  /// Makes room for @p count numbers.
  void reserve(std::size_t count) { bytes_.reserve(count); }
  /// Appends @p value.
  void push_back(std::uint32_t value) {
    if (value >= large) {
      large_.push_back(static_cast<std::uint32_t>(size()));
      large_.push_back(value);
    }
    bytes_.push_back(static_cast<std::uint8_t>(value < large ? value : large));
  }
  /// Calls @p visit with each of its columns.
  template <class Visit>
  void each_column(const Visit& visit) {
    visit(bytes_);
    visit(large_);
  }

 private:
  friend struct ModelParts;
  Column<std::uint8_t> bytes_;
  Column<std::uint32_t> large_;  // places, ascending, and what is there, in turn
};

/// @brief Where rows begin in a block of values, ascending.
///
/// Of each group of rows the first is kept, of each row its distance from there: for short rows a
/// quarter of what the numbers themselves take. Groups too long for that are kept whole.
/// @tparam Distance std::uint8_t for lists, std::uint16_t for texts.
template <class Distance>
class Firsts {
 public:
  /// Rows of a group.
  static constexpr std::size_t group = sizeof(Distance) == 1 ? 16 : 64;

  /// Number @p i. Constant.
  [[nodiscard]] std::uint32_t operator[](std::size_t i) const {
    const std::size_t of = i / group;
    if (distance_[of * group] != whole_group) return base_[of] + distance_[i];
    return whole_[base_[of] + i % group];
  }
  [[nodiscard]] std::size_t size() const { return distance_.size(); }  ///< How many.

  /// Makes room for @p count numbers.
  void reserve(std::size_t count) {
    distance_.reserve(count);
    base_.reserve(count / group + 1);
  }
  /// Appends @p first, which is no less than the last.
  void push_back(std::uint32_t first) {
    const std::size_t i = size(), of = i / group;
    if (i % group == 0) {
      base_.push_back(first);
      distance_.push_back(0);
    } else if (distance_[of * group] == whole_group) {
      whole_.push_back(first);
      distance_.push_back(0);
    } else if (first - base_[of] <= std::numeric_limits<Distance>::max()) {
      distance_.push_back(static_cast<Distance>(first - base_[of]));
    } else {
      const std::uint32_t base = base_[of];
      base_.own()[of] = static_cast<std::uint32_t>(whole_.size());
      for (std::size_t at = of * group; at < i; ++at) whole_.push_back(base + distance_[at]);
      distance_.own()[of * group] = whole_group;
      whole_.push_back(first);
      distance_.push_back(0);
    }
  }
  /// Calls @p visit with each of its columns.
  template <class Visit>
  void each_column(const Visit& visit) {
    visit(base_);
    visit(distance_);
    visit(whole_);
  }

 private:
  friend struct ModelParts;
  static constexpr Distance whole_group = 1;  // instead of 0, at the first of the group

  Column<std::uint32_t> base_;   // of each group the first; of a whole one: where it is in whole_
  Column<Distance> distance_;    // of each row
  Column<std::uint32_t> whole_;  // of groups kept whole, all
};

/// Lists of T, one per element, in one block of memory (compressed rows).
template <class T>
class Rows {
 public:
  Rows() { first_.push_back(0); }  ///< No list.

  /// The list of row @p i.
  [[nodiscard]] std::span<const T> operator[](std::size_t i) const {
    const std::uint32_t first = first_[i];
    return {values_.data() + first, first_[i + 1] - first};
  }
  /// How many lists there are.
  [[nodiscard]] std::size_t rows() const { return first_.size() - 1; }
  /// How many values there are in all lists.
  [[nodiscard]] std::size_t values() const { return values_.size(); }

  /// Makes room for so many lists and values.
  void reserve(std::size_t rows, std::size_t values) {
    first_.reserve(rows + 1);
    values_.reserve(values);
  }
  /// Appends @p value to the row that is open.
  void push(T value) { values_.push_back(value); }
  /// Appends @p values to the row that is open.
  void push(std::span<const T> values) { values_.append(values); }
  /// Closes the open row and opens the next.
  void close() { first_.push_back(static_cast<std::uint32_t>(values_.size())); }

  /// For every value v of row i: i in row v of the result, in ascending order.
  [[nodiscard]] Rows<std::uint32_t> transposed(std::size_t rows) const {
    detail::Block<std::uint32_t> next(rows + 1, 0);
    for (const T value : values_) ++next[value + 1];
    Rows<std::uint32_t> result;
    result.first_.reserve(rows + 1);
    for (std::size_t i = 0; i < rows; ++i) result.first_.push_back(next[i + 1] += next[i]);
    detail::Block<std::uint32_t> values(values_.size());
    std::uint32_t at = 0;
    for (std::size_t row = 0; row < this->rows(); ++row)
      for (const std::uint32_t end = first_[row + 1]; at < end; ++at)
        values[next[values_[at]]++] = static_cast<std::uint32_t>(row);
    result.values_ = Column<std::uint32_t>(std::move(values));
    return result;
  }
  /// Calls @p visit with each of its columns.
  template <class Visit>
  void each_column(const Visit& visit) {
    first_.each_column(visit);
    visit(values_);
  }

 private:
  template <class>
  friend class Rows;
  friend class SparseRows;
  friend struct ModelParts;

  Firsts<std::uint8_t> first_;
  Column<T> values_;
};

/// Lists of which most are empty: rows for the others only.
class SparseRows {
 public:
  /// The list of element @p i.
  [[nodiscard]] std::span<const Index> operator[](Index i) const {
    const std::uint32_t at = full_(i);
    return at == none ? std::span<const Index>() : rows_[at];
  }
  /// Has element @p i none? Quicker than to fetch its list.
  [[nodiscard]] bool empty(Index i) const { return !full_.has(i); }
  /// How many values there are in all lists.
  [[nodiscard]] std::size_t values() const { return rows_.values(); }

  /// Makes room for so many lists of one value.
  void reserve(std::size_t lists) { rows_.reserve(lists, lists); }
  /// Appends @p value to the list of the element that is open.
  void push(Index value) { rows_.push(value); }
  /// Appends @p values to the list of the element that is open.
  void push(std::span<const Index> values) { rows_.push(values); }
  /// Closes the open list and opens that of the next element.
  void close() {
    if (rows_.values() > closed_) {
      closed_ = rows_.values();
      full_.push(open_);
      rows_.close();
    }
    ++open_;
  }
  /// After the last close().
  void finish() { full_.close(); }

  /// For every value v of the list of i: i in the list of v in the result, ascending.
  [[nodiscard]] SparseRows transposed(std::size_t rows) const {
    detail::Block<std::uint32_t> next(rows + 1, 0);
    for (const Index value : rows_.values_) ++next[value + 1];
    SparseRows result;
    for (Index i = 0; i < rows; ++i) {
      if (next[i + 1] != 0) {
        result.full_.push(i);
        result.rows_.first_.push_back(next[i] + next[i + 1]);
      }
      next[i + 1] += next[i];
    }
    result.finish();
    detail::Block<Index> values(rows_.values());
    for (Index i = 0; i < rows; ++i)
      for (const Index value : (*this)[i]) values[next[value]++] = i;
    result.rows_.values_ = Column<Index>(std::move(values));
    return result;
  }
  /// Calls @p visit with each of its columns.
  template <class Visit>
  void each_column(const Visit& visit) {
    full_.each_column(visit);
    rows_.each_column(visit);
  }

 private:
  friend struct ModelParts;
  Chosen full_;
  Rows<Index> rows_;
  Index open_ = 0;
  std::size_t closed_ = 0;
};

}  // namespace regelgraf
