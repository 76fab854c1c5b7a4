#pragma once

// The conditions of a row: text to Condition and back.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/element.hpp>

namespace regelgraf::tables {

/// Takes a number as `1.234.567,8` from @p text: groups of three after the first, a decimal comma.
[[nodiscard]] std::optional<double> take_number(std::string_view& text);

/// Takes `mio.` from @p text; how many it makes of one.
[[nodiscard]] double take_factor(std::string_view& text);

/// One condition as a cell has it.
struct RowCondition {
  Condition condition;
  std::string unit;           ///< Of the number; empty: none, or a judgement.
  std::string otherwise;      ///< `ellers`: who decides where it does not hold. Empty: nobody.
  bool not_computed = false;  ///< It holds a comparison that could not be read, and is a judgement.

  [[nodiscard]] bool judgement() const { return !condition.judgement.empty(); }
};

/// The conditions of a cell, one per line or separated by ` | `; empty ones are left out and
/// counted in @p empty.
[[nodiscard]] std::vector<RowCondition> read_conditions(std::string_view cell, std::size_t& empty);

/// @p text as it stands, as a judgement that must be @p must_be.
[[nodiscard]] Condition judgement(std::string_view text, bool must_be);

/// What holds exactly where @p condition does not.
[[nodiscard]] Condition opposite(const Condition& condition);

/// Can it stand in a cell and be read as the same? An `in`, a text or a date cannot.
[[nodiscard]] bool can_be_written(const Condition& condition, std::string_view unit);

/// As a cell has it; can_be_written() must hold.
[[nodiscard]] std::string written(const Condition& condition, std::string_view unit);

/// Are they the same?
[[nodiscard]] bool same(const Condition& a, const Condition& b);

}  // namespace regelgraf::tables
