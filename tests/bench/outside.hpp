#pragma once

/// @file
/// @brief The same removals through NetworkX and SQLite, for scale: compare_python.py does it.

#include <filesystem>
#include <string>
#include <vector>

#include <regelgraf/model.hpp>

#include "bench/removals.hpp"

namespace regelgraf::bench {

/// Writes `edges.txt` (a listed element and an owner a line, as numbers, each pair once per
/// requirement) and `removals.txt` (a removal a line) into @p folder.
void write_for_others(const Model& model, const std::vector<MixedRemoval>& removals,
                      const std::filesystem::path& folder);

/// What compare_python.py measured.
struct Outside {
  std::string name;       ///< As `NetworkX 2.8.8`; or why there is nothing.
  double seconds = 0;     ///< Processor time for all removals; 0: was not there.
  std::size_t asked = 0;  ///< Removals.
};

/// Runs compare_python.py on what write_for_others() wrote.
[[nodiscard]] std::vector<Outside> ask_others(const std::filesystem::path& folder);

}  // namespace regelgraf::bench
