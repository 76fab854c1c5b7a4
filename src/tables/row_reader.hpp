#pragma once

// The rows of a plan: marks, conditions and what they make.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <regelgraf/delegation_plan.hpp>

#include "tables/condition.hpp"
#include "tables/head.hpp"

namespace regelgraf::tables {

/// @name Fields of our own, by which a table that was read is written as it was
/// @{
inline constexpr const char* columns_field = "x-columns";  ///< Of the plan: bodies, left to right.
inline constexpr const char* row_field = "x-row";          ///< Of a matter: its row, from 1.
inline constexpr const char* else_field = "x-ellers";      ///< Of a grant: by ` ellers BODY`.
inline constexpr const char* number_field = "x-nr";        ///< A number that could not be the id.
inline constexpr const char* powers_field = "x-power";     ///< Of a row without B, as printed.
inline constexpr const char* conditions_field = "x-conditions";  ///< The same.
/// @}

/// The plan's name: as the options have it, or made from the id.
[[nodiscard]] Name plan_name(const PlanOptions& options);

/// Adds the actor of a body, where no layer has it, and says so where nothing told its tier.
void add_body(Draft& draft, const PlanOptions& options, const Body& body, bool council,
              const Cell* cell, std::vector<Finding>& findings);

/// What stands in a body's cell.
struct Marks {
  bool decides = false;
  bool bound = false;     ///< `B*`: may not delegate.
  bool grounded = false;  ///< `B**`: under an administrative basis.
  bool recommends = false, informed = false, heard = false;

  [[nodiscard]] bool none() const { return !decides && !recommends && !informed && !heard; }
};

/// Reads one row after the other into a draft.
class RowReader {
 public:
  /// @p root: the grant that all others come from.
  RowReader(const PlanOptions& options, Columns& columns, std::string root, Draft& draft,
            std::vector<Finding>& findings)
      : options_(options),
        columns_(columns),
        root_(std::move(root)),
        draft_(draft),
        findings_(findings) {}

  /// @p width: how many cells the head row has.
  void row(const Record& row, std::size_t width);

  /// The facts that conditions on numbers name, with their units.
  [[nodiscard]] std::vector<Fact> facts() const;

 private:
  struct Row;  // what is known of the row at hand

  Finding& tell(const Row& row, Severity severity, const char* code, const Cell* cell, Name message,
                Name advice = {});
  void name_row(Row& row);
  void read_matter(Row& row);
  void read_kle(Row& row, Matter& matter, std::string& note);
  std::string area(const Row& row, const Cell& cell);
  void read_powers(Row& row);
  void read_conditions_of(Row& row);
  bool is_ambiguous(const Condition& condition);
  Marks read_marks(const Row& row, const Cell& cell);
  void read_marks_of(Row& row);
  void decide(Row& row);
  void give(Row& row, std::size_t body, const Marks& marks, std::vector<Condition> conditions,
            bool otherwise);
  void involve(const Row& row, std::size_t body, const Marks& marks);
  std::string from_for(Row& row, std::size_t body);
  void add_basis(Row& row);
  Element element(const Row& row, std::string id) const;

  const PlanOptions& options_;
  Columns& columns_;
  const std::string root_;
  Draft& draft_;
  std::vector<Finding>& findings_;
  std::size_t count_ = 0;
  std::map<std::string, std::size_t, std::less<>> lines_;  // of numbers, where they stood first
  std::map<std::string, std::string, std::less<>> areas_;  // ids, with the name of each
  std::map<std::string, std::string, std::less<>> units_;  // of facts
  std::map<std::string, bool, std::less<>> numbers_;       // of facts: is it a number?
  std::map<std::string, Ids, std::less<>> codes_;          // matters of layers by KLE number
};

}  // namespace regelgraf::tables
