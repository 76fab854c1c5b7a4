#pragma once

// The layers that are part of the library: src/layers, embedded and gzipped by
// cmake/EmbedLayers.cmake.

#include <span>
#include <string_view>

namespace regelgraf::formats {

/// A layer by its name; read_own() gives its text.
struct BuiltinLayer {
  std::string_view name;
  std::string_view packed;
};

/// In order of name.
[[nodiscard]] std::span<const BuiltinLayer> builtin_layers();

}  // namespace regelgraf::formats
