#pragma once

/// @file
/// @brief What loading costs, in time and in memory, each load in a process of its own.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace regelgraf::bench {

struct LoadCost {
  double file_bytes = 0;
  double seconds =
      0;             ///< Processor time from the open file to the frozen model; the least of some.
  double kept = 0;   ///< Resident bytes that the model takes, less what was resident before.
  double peak = 0;   ///< The most that was resident meanwhile, less the same.
  double names = 0;  ///< bytes_of_names()
  std::size_t elements = 0;
  std::size_t dependencies = 0;  ///< Listed in requirements, implied ones included.

  [[nodiscard]] double bytes_per_second() const { return file_bytes / seconds; }
  /// What the model takes beside its names, and what the target allows it.
  [[nodiscard]] double structure() const { return kept - names; }
  [[nodiscard]] double allowed() const {
    return 50.0 * static_cast<double>(elements) + 19.0 * static_cast<double>(dependencies);
  }
};

/// @brief Loads @p file in a new process of this program (`--measure-load`) and reads what it says.
///
/// A process of its own, because freed memory of earlier work would hide what a load takes.
/// @return Nothing where the process failed; it has said why.
[[nodiscard]] std::optional<LoadCost> measure_load(const std::filesystem::path& file);

/// The other end: loads, measures, prints one line. The program's exit status.
int print_load_cost(const std::filesystem::path& file);

}  // namespace regelgraf::bench
