#pragma once

// The layers that are part of the library: src/layers, embedded and gzipped by
// cmake/EmbedLayers.cmake.

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "formats/bytes.hpp"

namespace regelgraf::formats {

struct BuiltinLayer {
  std::string_view name;
  std::string_view packed;
};

/// In order of name.
[[nodiscard]] std::span<const BuiltinLayer> builtin_layers();

/// The text of a layer; no limit is held to our own.
[[nodiscard]] inline Bytes text_of(const BuiltinLayer& layer) {
  return read_text(layer.packed, std::numeric_limits<std::uint64_t>::max());
}

}  // namespace regelgraf::formats
