#pragma once

// A large file of lines, read some of them at a time into the same memory: a file of 40 MB is gone
// through in half a megabyte that stays in the cache, instead of in 40 that are written once and
// read once.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "formats/bytes.hpp"

namespace regelgraf::formats {

/// The windows of one file, from its begin to its end.
class LineWindows {
 public:
  /// Before the first window of @p path. Nothing where it is not worth while or cannot be had (a
  /// small file, one that cannot be read): read_file() then says what is wrong.
  static std::optional<LineWindows> open(const std::filesystem::path& path,
                                         std::uint64_t max_bytes);

  /// Goes on to the next whole lines; false at the end, and where failed().
  bool next();
  /// Was the end not reached? A line may be longer than a window, the file be of another size now.
  [[nodiscard]] bool failed() const { return failed_; }
  /// The lines, with bytes behind them that may be read, as behind PaddedText.
  [[nodiscard]] std::string_view text() const { return {buffer_.data(), whole_}; }
  /// Where they begin in the file.
  [[nodiscard]] std::size_t before() const { return before_; }
  [[nodiscard]] std::size_t file_size() const { return size_; }

  /// The whole file after all; nothing where it was written to since open().
  [[nodiscard]] std::optional<PaddedText> all() const;

 private:
  static constexpr std::size_t window_size = std::size_t{1} << 19;
  LineWindows() = default;

  struct Shut {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::size_t size_ = 0;
  std::filesystem::file_time_type written_;
  std::unique_ptr<std::FILE, Shut> file_;
  PaddedText buffer_;
  std::size_t filled_ = 0, whole_ = 0, before_ = 0;
  bool failed_ = false;
};

}  // namespace regelgraf::formats
