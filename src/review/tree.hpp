#pragma once

// A JSON value as a tree that knows where it stood in its text. What a review is made of: rows are
// added to a copy, and nothing else of it is touched.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <regelgraf/date.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/finding.hpp>

namespace regelgraf::review {

struct TreeField;

/// One value. Fields of an object are sorted by key, each once.
struct Tree {
  using List = std::vector<Tree>;
  using Fields = std::vector<TreeField>;

  Tree() = default;
  /// By assignment: the std::variant of GCC 12 does not survive it when memory runs out while a
  /// copy is constructed, since it takes it that strings and vectors never leave it without a
  /// value.
  Tree(const Tree& other);
  Tree(Tree&& other) noexcept = default;
  Tree& operator=(const Tree& other) = default;
  Tree& operator=(Tree&& other) noexcept = default;
  ~Tree() = default;
  Tree(bool yes);               // NOLINT: a value is a value
  Tree(double number);          // NOLINT
  Tree(std::string text);       // NOLINT
  Tree(std::string_view text);  // NOLINT
  Tree(const char* text);       // NOLINT
  Tree(const Name& name);       // NOLINT: {"da", "en"}
  Tree(const Range& range);     // NOLINT: [low, likely, high]
  Tree(const Ids& ids);         // NOLINT: a list of texts
  [[nodiscard]] static Tree list();
  [[nodiscard]] static Tree list(List entries);
  [[nodiscard]] static Tree object();

  [[nodiscard]] bool is_null() const { return value.index() == 0; }
  [[nodiscard]] bool is_object() const { return value.index() == 5; }
  [[nodiscard]] bool is_list() const { return value.index() == 4; }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
  [[nodiscard]] const double* number() const { return std::get_if<double>(&value); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value); }
  /// The entries of a list; of anything else none.
  [[nodiscard]] const List& entries() const;
  /// The fields of an object; of anything else none.
  [[nodiscard]] const Fields& fields() const;

  /// @name Fields of an object, by key; what is not there or of another sort is empty
  /// @{
  [[nodiscard]] const Tree* find(std::string_view key) const;
  [[nodiscard]] const std::string& text_at(std::string_view key) const;
  [[nodiscard]] const List& entries_at(std::string_view key) const;
  [[nodiscard]] std::optional<Day> day_at(std::string_view key) const;
  [[nodiscard]] std::optional<double> number_at(std::string_view key) const;
  [[nodiscard]] std::optional<Range> range_at(std::string_view key) const;
  /// A text, or a list of texts.
  [[nodiscard]] Ids ids_at(std::string_view key) const;
  /// A text (both languages) or {"da", "en"}.
  [[nodiscard]] Name name_at(std::string_view key) const;
  /// @}

  /// Sets field @p key of an object, in its place.
  Tree& put(std::string_view key, Tree child);
  /// Adds to the list in field @p key, which is made where it is missing.
  Tree& add(std::string_view key, Tree entry);

  /// Equal in what it says, wherever it stood.
  friend bool operator==(const Tree& a, const Tree& b);

  std::variant<std::monostate, bool, double, std::string, List, Fields> value;
  std::size_t offset = 0;  ///< Of its first byte in the text it was read from.
};

/// A field of an object.
struct TreeField {
  std::string key;
  Tree value;
};

/// The three figures of a number, [low, high] or [low, likely, high]; empty where it is no range.
[[nodiscard]] std::optional<Range> range_of(const Tree& tree);

/// @p tree as JSON without white space, keys sorted: equal trees give equal bytes.
[[nodiscard]] std::string json_of(const Tree& tree);

/// What is longer is not read.
inline constexpr std::size_t most_bytes = std::size_t{64} << 20;

/// @brief Reads @p text. What is no JSON, a field that stands twice and nesting beyond 32 are added
/// to @p findings, with @p name as their file, line and column.
[[nodiscard]] Tree read_tree(std::string_view text, const std::string& name,
                             std::vector<Finding>& findings);

}  // namespace regelgraf::review
