#pragma once

// Nominations counted by issuer, area, type, level and proposal; small groups are not shown.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <regelgraf/qualification.hpp>

namespace regelgraf::qualifying {

/// What a row's rule turned out to be. Rows that name no rule are not in it.
struct RowFact {
  Index rule = none;
  Heap heap = Heap::management;
};
struct RowFacts {
  std::map<std::size_t, RowFact> of_row;
};

/// A group while it is counted.
struct Counted {
  TrendGroup group;
  std::set<std::string> units;  ///< Keys; a row without one counts as none.
};

/// @brief Marks what may not be shown: groups with fewer units than @p at_least, then further ones
/// (fewest units first, then fewest rows, then key) until those marked have @p at_least units
/// together and are two at least, or all are marked.
void suppress(std::vector<Counted>& groups, std::size_t at_least);

[[nodiscard]] std::vector<Trend> trends_of(const Model& model, const Nominations& nominations,
                                           const RowFacts& facts, std::size_t at_least);

}  // namespace regelgraf::qualifying
