#pragma once

// The boxes of a drawing: how large they are is known before they are placed.

#include <string>
#include <vector>

#include <regelgraf/picture.hpp>

namespace regelgraf::pictures {

inline constexpr double box_width = 212;  // px, as all here
inline constexpr double box_padding = 10;
inline constexpr double sort_line = 15;
inline constexpr double name_line = 17;
inline constexpr double note_line = 14;

/// What stands in a box, line by line.
struct Box {
  std::vector<std::string> sort, name, note;
  [[nodiscard]] double height() const {
    return 2 * box_padding + sort_line * static_cast<double>(sort.size()) +
           name_line * static_cast<double>(name.size()) +
           note_line * static_cast<double>(note.size());
  }
};

[[nodiscard]] Box box_of(const Picture& picture, const PictureNode& node);

/// In which row each node stands, counted from above: lanes one below the other, in a lane what
/// carries above what is carried, and no row longer than looks well.
[[nodiscard]] std::vector<std::uint32_t> rows_of(const Picture& picture);

/// Throws Error too_large where a picture has more than is drawn.
void refuse_crowds(const Picture& picture);

}  // namespace regelgraf::pictures
