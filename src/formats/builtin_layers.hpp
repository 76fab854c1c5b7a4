#pragma once

// The layers that are part of the library: src/layers, embedded by cmake/EmbedLayers.cmake.

#include <span>
#include <string_view>

namespace regelgraf::formats {

/// A layer by its name; its text is the pieces, one after the other.
struct BuiltinLayer {
  std::string_view name;
  std::span<const std::string_view> pieces;
};

/// In order of name.
[[nodiscard]] std::span<const BuiltinLayer> builtin_layers();

}  // namespace regelgraf::formats
