#include "table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace regelgraf::bench {
namespace {

/// Characters, not bytes: all that is printed here is one column wide.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string decimals(double number, int places) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, number);
  return text.data();
}

std::string duration(double seconds) {
  constexpr std::array<const char*, 4> units{" s", " ms", " µs", " ns"};
  std::size_t unit = 0;
  for (; seconds < 1 && unit + 1 < units.size(); ++unit) seconds *= 1000;
  return decimals(seconds, seconds < 10 ? 2 : seconds < 100 ? 1 : 0) + units[unit];
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, width_of(text)), ' ');
  return right ? blanks + text : text + blanks;
}

std::string table(const std::vector<Line>& lines) {
  std::vector<std::array<std::string, 5>> cells{{"graph", "what", "figure", "target", ""}};
  std::size_t met = 0, targets = 0;
  for (const Line& line : lines) {
    if (line.met) ++targets, met += *line.met;
    cells.push_back({line.graph, line.what, line.figure, line.target,
                     !line.met   ? ""
                     : *line.met ? "met"
                                 : "NOT MET"});
  }
  std::array<std::size_t, 5> width{};
  for (const auto& row : cells)
    for (std::size_t i = 0; i < row.size(); ++i) width[i] = std::max(width[i], width_of(row[i]));
  std::string text;
  for (std::size_t r = 0; r < cells.size(); ++r) {
    if (r > 1 && cells[r][0] != cells[r - 1][0]) text += '\n';
    std::string row;
    for (std::size_t i = 0; i < cells[r].size(); ++i) {
      const bool repeated = i == 0 && r > 0 && cells[r][0] == cells[r - 1][0];
      row += padded(repeated ? "" : cells[r][i], width[i], i == 2) + "  ";
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
  }
  return text + '\n' + std::to_string(met) + " of " + std::to_string(targets) + " targets met\n";
}

}  // namespace regelgraf::bench
