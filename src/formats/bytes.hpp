#pragma once

// Bytes from a file or from memory, unpacked where they are gzipped, within a limit.

#include <simdjson.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/element.hpp>

namespace regelgraf::formats {

/// Text with room behind it, as the JSON parser asks for, or what was wrong.
struct Bytes {
  simdjson::padded_string text;
  std::string code;  ///< Empty: all is well.
  Name message;
};

[[nodiscard]] Bytes read_file(const std::filesystem::path& path, std::uint64_t max_bytes);
[[nodiscard]] Bytes read_text(std::string_view text, std::uint64_t max_bytes);

/// Packs @p text as gzip, always the same bytes for the same text.
[[nodiscard]] std::string gzip(std::string_view text);

}  // namespace regelgraf::formats
