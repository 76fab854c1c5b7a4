#pragma once

// Where things stand in a model file. Only asked when something is wrong, so nothing but the start
// of each element is kept while all is well.

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/detail/block.hpp>

namespace regelgraf::formats {

/// The places of the elements of one file.
struct Places {
  std::size_t head = 0;                 ///< Of the value of `model`.
  detail::Block<std::size_t> elements;  ///< Of each element's opening brace, ascending.

  /// The end of the object at @p start.
  [[nodiscard]] std::size_t end_of(std::string_view text, std::size_t start) const;

  /// The place of the value at @p field (a path as `over[1].matter`) of the object at @p start; of
  /// the nearest value around it that is there.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t start,
                                 std::string_view field) const;

  /// Where a text that the parser refuses at once is likely wrong: an open string, else its end.
  [[nodiscard]] static std::size_t suspect(std::string_view text);
};

/// The lines of a text, for findings that may be many.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// Line and column of @p offset, both from 1, the column in bytes. Logarithmic.
  [[nodiscard]] std::pair<std::size_t, std::size_t> at(std::size_t offset) const;

 private:
  std::size_t size_;
  std::vector<std::size_t> starts_{0};
};

}  // namespace regelgraf::formats
