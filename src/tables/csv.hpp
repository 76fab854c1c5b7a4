#pragma once

// A table as text: RFC 4180 with `;` between the cells. Strict, and every cell knows its place.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/finding.hpp>

namespace regelgraf::tables {

/// More findings than this are no table; reading stops.
inline constexpr std::size_t most_findings = 10000;

/// One cell.
struct Cell {
  std::string text;        ///< Without the quotes around it, doubled ones single.
  std::size_t line = 0;    ///< Where it begins, from 1.
  std::size_t column = 0;  ///< In bytes, from 1.
};

/// One row; it has at least one cell.
struct Record {
  std::vector<Cell> cells;
  std::size_t line = 0;
};

/// Every row of a text, or where it stopped being a table.
struct Csv {
  std::vector<Record> records;    ///< Rows of which a cell holds more than white space.
  std::vector<Finding> findings;  ///< Without a file. An error: the rows are not to be used.
};

/// @brief Reads @p text, which is UTF-8. Line breaks are LF or CRLF; within quotes they are kept,
/// as LF.
///
/// Errors: `unclosed_quote`, `text_after_quote`, `control_character`, `too_many_findings`. A
/// warning: `stray_quote`, a quotation mark in a cell that does not begin with one is read as it
/// stands. Complexity: linear.
[[nodiscard]] Csv read_csv(std::string_view text);

/// @p text as one cell: in quotes where it holds a `;`, a quotation mark, a line break, or begins
/// or ends in a space.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// trimmed(), and each run of white space within as one space.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace regelgraf::tables
