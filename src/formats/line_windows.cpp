#include "formats/line_windows.hpp"

#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

#include "files/files.hpp"

namespace regelgraf::formats {

std::optional<LineWindows> LineWindows::open(const std::filesystem::path& path,
                                             std::uint64_t max_bytes) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error || size < 4 * window_size || size > max_bytes) return std::nullopt;
  LineWindows windows;
  windows.path_ = path;
  windows.size_ = static_cast<std::size_t>(size);
  windows.written_ = std::filesystem::last_write_time(path, error);
  windows.file_.reset(files::open_to_read(path));
  if (!windows.file_ && errno == ENOMEM) throw std::bad_alloc();
  if (!windows.file_ || error) return std::nullopt;
  std::setvbuf(windows.file_.get(), nullptr, _IONBF, 0);
  windows.buffer_ = PaddedText(window_size);
  return windows;
}

bool LineWindows::next() {
  if (failed_) return false;
  const std::size_t left = filled_ - whole_;
  std::memmove(buffer_.data(), buffer_.data() + whole_, left);
  before_ += whole_;
  const std::size_t read = std::fread(buffer_.data() + left, 1, window_size - left, file_.get());
  filled_ = left + read;
  const bool end = filled_ < window_size;
  whole_ = end ? filled_ : std::string_view(buffer_.data(), filled_).rfind('\n') + 1;
  failed_ = end ? std::ferror(file_.get()) || before_ + filled_ != size_ : whole_ == 0;
  return whole_ > 0 && !failed_;
}

std::optional<PaddedText> LineWindows::all() const {
  Bytes bytes = read_file(path_, size_);
  std::error_code error;
  if (!bytes.code.empty() || bytes.text.size() != size_ ||
      std::filesystem::last_write_time(path_, error) != written_ || error)
    return std::nullopt;
  return std::move(bytes.text);
}

}  // namespace regelgraf::formats
