#pragma once

// Bytes from a file or from memory, unpacked where they are gzipped, within a limit.

#include <simdjson.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include <regelgraf/detail/block.hpp>
#include <regelgraf/element.hpp>

namespace regelgraf::formats {

/// Bytes with room behind them, as the JSON parser asks for.
class PaddedText {
 public:
  PaddedText() = default;
  /// @p size bytes that are still to be written.
  explicit PaddedText(std::size_t size)
      : bytes_(static_cast<char*>(detail::new_block(size + simdjson::SIMDJSON_PADDING)),
               Delete{size + simdjson::SIMDJSON_PADDING}),
        size_(size) {
    std::memset(bytes_.get() + size, 0, simdjson::SIMDJSON_PADDING);
  }
  explicit PaddedText(std::string_view text) : PaddedText(text.size()) {
    if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
  }

  [[nodiscard]] char* data() { return bytes_.get(); }
  [[nodiscard]] const char* data() const { return bytes_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  struct Delete {
    Delete() : size(0) {}
    explicit Delete(std::size_t bytes) : size(bytes) {}
    std::size_t size;
    void operator()(char* block) const { detail::delete_block(block, size); }
  };
  std::unique_ptr<char, Delete> bytes_;
  std::size_t size_ = 0;
};

/// What was read, or what was wrong.
struct Bytes {
  PaddedText text;
  std::string code;  ///< Empty: all is well.
  Name message;
};

[[nodiscard]] Bytes read_file(const std::filesystem::path& path, std::uint64_t max_bytes);
[[nodiscard]] Bytes read_text(std::string_view text, std::uint64_t max_bytes);

/// What the library has packed within itself; no limit is held to our own.
[[nodiscard]] inline Bytes read_own(std::string_view packed) {
  return read_text(packed, std::numeric_limits<std::uint64_t>::max());
}

/// Packs @p text as gzip, always the same bytes for the same text.
[[nodiscard]] std::string gzip(std::string_view text);

}  // namespace regelgraf::formats
