#pragma once

#include "tables/row_reader.hpp"

namespace regelgraf::tables {

/// What is known of the row at hand.
struct RowReader::Row {
  const Record& record;
  std::size_t place = 0;                                  ///< From 1, the head not counted.
  std::string id = {};                                    ///< Of its matter.
  std::string shown = {};                                 ///< Its number as printed; else the line.
  std::vector<std::pair<std::size_t, Marks>> marks = {};  ///< By body, where there are any.
  bool decided = false;                                   ///< There is a B.
  Ids powers = {};
  std::vector<RowCondition> conditions = {};
  std::map<std::size_t, unsigned> given = {};  ///< How many grants each body got.
  std::string owners = {};                     ///< The grant of the committee whose plan it is.
  bool basis_added = false;
};

}  // namespace regelgraf::tables
