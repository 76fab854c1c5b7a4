#pragma once

// One row of a plan to be written.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <regelgraf/model.hpp>

#include "tables/row_reader.hpp"

namespace regelgraf::tables {

/// A field of our own, as JSON text.
[[nodiscard]] std::optional<std::string> extra_of(const Element& element, std::string_view name);

/// Reports that a table cannot say @p id, or not all of it.
void not_in_table(std::vector<Finding>& findings, const std::string& id, Name why);

/// A matter, what gives authority over it, and what of that a row says.
class PlanRow {
 public:
  explicit PlanRow(Element element) : matter(std::move(element)) {}

  /// Works out the cells; what they cannot say goes to @p findings. @p columns: ids of bodies.
  void read(const Model& model, Index plan, const std::vector<std::string>& columns,
            std::vector<Finding>& findings);

  Element matter;
  std::vector<Element> elements;     ///< Grants, involvements, bars of the row.
  std::string number;                ///< As printed.
  std::size_t place = 0;             ///< In the table that was read, from 1.
  std::array<std::string, 8> texts;  ///< Of the columns known by name.
  std::map<std::string, std::string, std::less<>> marks;  ///< By body.
  Ids said;                                               ///< What else the row speaks of.

 private:
  void read_matter(const Model& model);
  void read_powers();
  [[nodiscard]] const Element* bar_of(const Model& model, const Element& grant) const;
  [[nodiscard]] std::string unit(const Model& model, const Condition& condition) const;
  bool plain(const Model& model, const Element& element) const;
  void read_deciders(const Model& model, const std::vector<std::string>& columns,
                     std::vector<Finding>& findings);
  void read_involvements(std::vector<Finding>& findings);
  void mark(const std::string& body, const std::string& letter);

  Ids powers_;
  Ids bars_;  // those that a `B*` says
};

}  // namespace regelgraf::tables
