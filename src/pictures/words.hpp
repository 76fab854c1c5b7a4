#pragma once

// What pictures say, in Danish and English.

#include <string>

#include <regelgraf/picture.hpp>

namespace regelgraf::pictures {

/// What an edge says, read from its beginning to its end: `er hjemmel for`.
[[nodiscard]] const char* relation_words(PictureRelation relation, Language language);
/// What the node is in the answer: `fjernes`; empty for plain.
[[nodiscard]] const char* role_words(PictureRole role, Language language);
/// A lane's name; without a level: that it is not known.
[[nodiscard]] const char* lane_words(const std::optional<Tier>& tier, Language language);
/// The place of a level from top to bottom; that of none comes last.
[[nodiscard]] int lane_order(const std::optional<Tier>& tier);
/// The lanes that have nodes, from top to bottom, each with its nodes in order.
[[nodiscard]] std::vector<std::pair<std::optional<Tier>, std::vector<std::uint32_t>>> lanes_of(
    const Picture& picture);
/// `text` in lines of at most @p width, a width being that of an average letter; at most @p lines
/// of them, the last then ends with `…`.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width,
                                               std::size_t lines);

}  // namespace regelgraf::pictures
