#pragma once

// The head row of a plan: which column is what.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <regelgraf/delegation_plan.hpp>

#include "tables/csv.hpp"
#include "tables/words.hpp"

namespace regelgraf::tables {

/// A body of the plan: an actor, as a rule with a column of its own.
struct Body {
  std::string id;
  std::string name;
  std::optional<Tier> tier;  ///< Absent: nobody said.
  std::size_t column = none_such;

  static constexpr std::size_t none_such = static_cast<std::size_t>(-1);
};

/// The columns in their order, and the bodies among them.
struct Columns {
  std::vector<std::string> heads;                   ///< As printed, on one line.
  std::array<std::optional<std::size_t>, 8> known;  ///< Places of the columns known by name.
  std::vector<Body> bodies;               ///< From left to right; then the council, if added.
  std::size_t council = Body::none_such;  ///< Its place among the bodies.
  std::optional<std::size_t> owner;       ///< Of whose plan it is.

  /// The body whose column, name or id this is.
  [[nodiscard]] std::optional<std::size_t> body(std::string_view name) const;
  /// The cell of a row in a column known by name; null where either is missing.
  [[nodiscard]] const Cell* cell(const Record& row, Known known) const;
};

/// Longest id of a body or an area, in bytes, so that what is made from it is an id too.
inline constexpr std::size_t longest_slug = 80;

/// Reads the head row; what is wrong goes to @p findings, an error where it cannot be used.
[[nodiscard]] Columns read_head(const Record& row, const PlanOptions& options,
                                std::vector<Finding>& findings);

/// Appends a finding at @p cell, or at none.
Finding& report(std::vector<Finding>& findings, Severity severity, const char* code,
                const Cell* cell, Name message, Name advice = {});

/// Is it too long for an id, would it look like a CPR number, or like an id of @p model's own?
[[nodiscard]] bool is_no_slug(std::string_view slug, std::string_view model);

}  // namespace regelgraf::tables
