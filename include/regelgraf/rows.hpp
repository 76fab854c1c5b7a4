#pragma once

/// @file
/// @ingroup model
/// @brief What a Model keeps its numbers in: columns, and lists in compressed rows.

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
  /// Appends @p value; own columns only.
  void push_back(T value) {
    own_.push_back(value);
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
  /// How many there are.
  [[nodiscard]] std::uint32_t count() const { return count_; }

  /// Chooses @p i, which is greater than all chosen before.
  void push(Index i) {
    while (words_.size() <= i / 64) {
      words_.push_back(0);
      ranks_.push_back(count_);
    }
    words_.back() |= std::uint64_t{1} << (i % 64);
    ++count_;
  }
  /// After the last push().
  void close() {
    bits_ = Column<std::uint64_t>(std::move(words_));
    before_ = Column<std::uint32_t>(std::move(ranks_));
  }

 private:
  friend struct ModelParts;
  Column<std::uint64_t> bits_;
  Column<std::uint32_t> before_;
  std::uint32_t count_ = 0;
  detail::Block<std::uint64_t> words_;  // until close()
  detail::Block<std::uint32_t> ranks_;
};

/// Lists of T, one per element, in one block of memory (compressed rows).
template <class T>
class Rows {
 public:
  Rows() { first_.push_back(0); }  ///< No list.

  /// The list of row @p i.
  [[nodiscard]] std::span<const T> operator[](std::size_t i) const {
    return {values_.data() + first_[i], first_[i + 1] - first_[i]};
  }
  /// Asks the processor for where row @p i lies, and for its values once that is known.
  void prefetch_place(std::size_t i) const { detail::prefetch(first_.data() + i); }
  void prefetch_values(std::size_t i) const {
    detail::prefetch(values_.data() + first_[i]);
  }  ///< Ditto.
  /// How many lists there are.
  [[nodiscard]] std::size_t rows() const { return first_.size() - 1; }
  /// How many values there are in all lists.
  [[nodiscard]] std::size_t values() const { return values_.size(); }

  /// The list of row @p i, to be changed; own columns only.
  [[nodiscard]] std::span<T> own(std::size_t i) {
    return values_.own().subspan(first_[i], first_[i + 1] - first_[i]);
  }
  /// Makes room for so many lists and values.
  void reserve(std::size_t rows, std::size_t values) {
    first_.reserve(rows + 1);
    values_.reserve(values);
  }
  /// Appends @p value to the row that is open.
  void push(T value) { values_.push_back(value); }
  /// Closes the open row and opens the next.
  void close() { first_.push_back(static_cast<std::uint32_t>(values_.size())); }

  /// For every value v of row i: i in row v of the result, in ascending order.
  [[nodiscard]] Rows<std::uint32_t> transposed(std::size_t rows) const {
    detail::Block<std::uint32_t> first(rows + 1, 0);
    for (const T value : values_) ++first[value + 1];
    for (std::size_t i = 0; i < rows; ++i) first[i + 1] += first[i];
    detail::Block<std::uint32_t> values(values_.size());
    detail::Block<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::size_t row = 0; row + 1 < first_.size(); ++row)
      for (std::uint32_t at = first_[row]; at < first_[row + 1]; ++at)
        values[next[values_[at]]++] = static_cast<std::uint32_t>(row);
    Rows<std::uint32_t> result;
    result.first_ = Column<std::uint32_t>(std::move(first));
    result.values_ = Column<std::uint32_t>(std::move(values));
    return result;
  }

 private:
  template <class>
  friend class Rows;
  friend struct ModelParts;

  Column<std::uint32_t> first_;
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
  /// How many values there are in all lists.
  [[nodiscard]] std::size_t values() const { return rows_.values(); }

  /// Appends @p value to the list of the element that is open.
  void push(Index value) { rows_.push(value); }
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
    for (std::size_t at = 0; at < full_.count(); ++at)
      for (const Index value : rows_[at]) ++next[value + 1];
    for (std::size_t i = 0; i < rows; ++i) next[i + 1] += next[i];
    const detail::Block<std::uint32_t> first = next;
    detail::Block<Index> values(rows_.values());
    for (Index i = 0; i < rows; ++i)
      for (const Index value : (*this)[i]) values[next[value]++] = i;
    SparseRows result;
    for (Index i = 0; i < rows; ++i) {
      for (std::uint32_t at = first[i]; at < first[i + 1]; ++at) result.push(values[at]);
      result.close();
    }
    result.finish();
    return result;
  }

 private:
  friend struct ModelParts;
  Chosen full_;
  Rows<Index> rows_;
  Index open_ = 0;
  std::size_t closed_ = 0;
};

}  // namespace regelgraf
