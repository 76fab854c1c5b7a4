#pragma once

/// @file
/// @brief What was to be shown and what was measured, as one table of text.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regelgraf::bench {

/// One line: what was measured, and where there is a target, whether it was met.
struct Line {
  std::string graph;   ///< As `1,000,000` or `Debian`.
  std::string what;    ///< What was measured.
  std::string figure;  ///< Measured, with its unit.
  std::string target;  ///< Empty: for scale only.
  std::optional<bool> met;
};

/// The lines, in columns, ending with how many targets were met.
[[nodiscard]] std::string table(const std::vector<Line>& lines);

/// @name Figures for people
/// @{
[[nodiscard]] std::string grouped(std::uint64_t number);        ///< `1,000,000`
[[nodiscard]] std::string decimals(double number, int places);  ///< `3.5`
[[nodiscard]] std::string duration(double seconds);             ///< `12.3 µs`
[[nodiscard]] std::string padded(const std::string& text, std::size_t width, bool right = false);
/// @}

}  // namespace regelgraf::bench
