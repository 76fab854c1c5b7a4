#pragma once

/// @file
/// @brief Lists out of the library, and lists of names into it.

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <regelgraf/over_c/error.hpp>

namespace regelgraf::over_c {
inline namespace v0_1 {

/// A list of an answer, which it keeps alive; its entries are looked up when they are asked for.
template <class T>
class Range {
 public:
  using value_type = T;
  using size_type = std::size_t;

  class iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using reference = T;
    using iterator_category = std::input_iterator_tag;  // `reference` is a value
    using iterator_concept = std::random_access_iterator_tag;
    struct pointer {
      T one;
      const T* operator->() const { return &one; }
    };

    iterator() = default;
    iterator(const Range* range, std::size_t i) : range_(range), i_(i) {}

    T operator*() const { return (*range_)[i_]; }
    pointer operator->() const { return {**this}; }
    T operator[](difference_type n) const { return *(*this + n); }
    iterator& operator+=(difference_type n) {
      i_ += static_cast<std::size_t>(n);
      return *this;
    }
    iterator& operator-=(difference_type n) { return *this += -n; }
    iterator& operator++() { return *this += 1; }
    iterator& operator--() { return *this += -1; }
    iterator operator++(int) { return std::exchange(*this, *this + 1); }
    iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend iterator operator+(iterator at, difference_type n) { return at += n; }
    friend iterator operator+(difference_type n, iterator at) { return at += n; }
    friend iterator operator-(iterator at, difference_type n) { return at -= n; }
    friend difference_type operator-(iterator a, iterator b) {
      return static_cast<difference_type>(a.i_) - static_cast<difference_type>(b.i_);
    }
    friend bool operator==(iterator a, iterator b) { return a.i_ == b.i_; }
    friend bool operator!=(iterator a, iterator b) { return a.i_ != b.i_; }
    friend bool operator<(iterator a, iterator b) { return a.i_ < b.i_; }
    friend bool operator>(iterator a, iterator b) { return a.i_ > b.i_; }
    friend bool operator<=(iterator a, iterator b) { return a.i_ <= b.i_; }
    friend bool operator>=(iterator a, iterator b) { return a.i_ >= b.i_; }

   private:
    const Range* range_ = nullptr;
    std::size_t i_ = 0;
  };
  using const_iterator = iterator;

  Range() = default;
  Range(std::size_t size, std::function<T(std::size_t)> entry)
      : size_(size), entry_(std::move(entry)) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T operator[](std::size_t i) const { return entry_(i); }
  /// Throws std::out_of_range.
  [[nodiscard]] T at(std::size_t i) const {
    if (i >= size_) throw std::out_of_range("regelgraf: a list has no entry " + std::to_string(i));
    return entry_(i);
  }
  [[nodiscard]] T front() const { return at(0); }
  [[nodiscard]] iterator begin() const { return {this, 0}; }
  [[nodiscard]] iterator end() const { return {this, size_}; }

  /// All of it; `to_vector<std::string>()` of ids outlives every handle.
  template <class As = T>
  [[nodiscard]] std::vector<As> to_vector() const {
    std::vector<As> all;
    all.reserve(size_);
    for (T one : *this) all.emplace_back(std::move(one));
    return all;
  }

 private:
  std::size_t size_ = 0;
  std::function<T(std::size_t)> entry_;
};

/// Ids of elements. Each lives as long as the list.
using Ids = Range<std::string_view>;

/// Names handed in: one, several in braces, or a container of what turns into a string_view.
class Names {
 public:
  Names() = default;
  Names(std::initializer_list<std::string_view> names) : names_(names.begin(), names.end()) {}
  Names(const char* name) : names_{name} {}
  Names(std::string_view name) : names_{std::string(name)} {}
  Names(const std::string& name) : names_{name} {}

  template <class Container,
            class = std::enable_if_t<
                !std::is_convertible_v<const Container&, std::string_view> &&
                std::is_convertible_v<decltype(*std::begin(std::declval<const Container&>())),
                                      std::string_view>>>
  Names(const Container& names) {
    for (const auto& name : names) names_.emplace_back(std::string_view(name));
  }

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string>& all() const { return names_; }

  /// As C takes them, never NULL; they live as long as this does. @p at: what an error calls them.
  [[nodiscard]] std::vector<const char*> pointers(const std::string& at) const {
    std::vector<const char*> made;
    made.reserve(names_.size() + 1);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      (void)detail::ended(names_[i], at + "[" + std::to_string(i) + "]");
      made.push_back(names_[i].c_str());
    }
    made.push_back(nullptr);
    return made;
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace v0_1
}  // namespace regelgraf::over_c
