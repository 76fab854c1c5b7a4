#include "formats/bytes.hpp"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <system_error>

#include "files/files.hpp"

namespace regelgraf::formats {

namespace {

Bytes failed(std::string code, std::string da, std::string en) {
  return {PaddedText(), std::move(code), {std::move(da), std::move(en)}};
}

Bytes too_large(std::uint64_t max_bytes) {
  const std::string limit = std::to_string(max_bytes);
  return failed("too_large", "større end grænsen på " + limit + " bytes",
                "larger than the limit of " + limit + " bytes");
}

bool is_gzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

/// The mark some editors put first.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Bytes padded(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return {PaddedText(text), {}, {}};
}

Bytes unpack(std::string_view packed, std::uint64_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
  std::string text;
  std::string block(std::size_t{1} << 20, '\0');
  std::size_t at = 0;
  int status = Z_OK;
  while (status != Z_STREAM_END || at < packed.size() || stream.avail_in > 0) {
    if (stream.avail_in == 0) {
      const std::size_t step = std::min<std::size_t>(packed.size() - at, std::size_t{1} << 30);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + at));
      stream.avail_in = static_cast<uInt>(step);
      at += step;
    }
    if (status == Z_STREAM_END) inflateReset(&stream);  // gzip files may be joined
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK && status != Z_STREAM_END)
      return failed("bad_gzip", "gzip-filen er ødelagt eller afkortet",
                    "the gzip file is damaged or cut short");
    text.append(block, 0, block.size() - stream.avail_out);
    if (text.size() > max_bytes) return too_large(max_bytes);
  }
  return padded(text);
}

Bytes finish(std::string_view bytes, std::uint64_t max_bytes) {
  if (bytes.size() > max_bytes) return too_large(max_bytes);
  return is_gzip(bytes) ? unpack(bytes, max_bytes) : padded(bytes);
}

Bytes unreadable(const std::string& why) {
  return failed("unreadable", "filen kan ikke læses: " + why, "the file cannot be read: " + why);
}

}  // namespace

Bytes read_text(std::string_view text, std::uint64_t max_bytes) { return finish(text, max_bytes); }

Bytes read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  const bool standard_input = path == "-";
  if (!standard_input) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) return unreadable("no such file");
    if (std::filesystem::is_directory(status)) return unreadable("it is a directory");
    if (std::filesystem::is_regular_file(status) &&
        std::filesystem::file_size(path, error) > max_bytes && !error)
      return too_large(max_bytes);
  }
  std::FILE* const opened = standard_input ? stdin : files::open_to_read(path);
  if (!opened && errno == ENOMEM) throw std::bad_alloc();
  if (!opened) return unreadable(std::strerror(errno));
  const auto shut = [&](std::FILE* file) {
    if (!standard_input) std::fclose(file);
  };
  const std::unique_ptr<std::FILE, decltype(shut)> file(opened, shut);
  std::error_code error;
  const std::uint64_t size = standard_input ? 0 : std::filesystem::file_size(path, error);
  if (!standard_input && !error && size > 0) {  // in one piece, where it is to stay
    PaddedText whole(static_cast<std::size_t>(size));
    std::setvbuf(file.get(), nullptr, _IONBF, 0);
    const std::size_t count = std::fread(whole.data(), 1, whole.size(), file.get());
    char more = 0;
    if (count == whole.size() && std::fread(&more, 1, 1, file.get()) == 0 &&
        !std::ferror(file.get())) {
      if (is_gzip(whole.view())) return unpack(whole.view(), max_bytes);
      if (!whole.view().starts_with(byte_order_mark)) return {std::move(whole), {}, {}};
    }
    std::rewind(file.get());
  }
  std::string bytes;
  std::string block(std::size_t{1} << 20, '\0');
  for (;;) {
    const std::size_t count = std::fread(block.data(), 1, block.size(), file.get());
    bytes.append(block, 0, count);
    if (bytes.size() > max_bytes) return too_large(max_bytes);
    if (count < block.size()) break;
  }
  if (std::ferror(file.get())) return unreadable(std::strerror(errno));
  return finish(bytes, max_bytes);
}

std::string gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, deflateEnd);
  std::string packed;
  std::string block(std::size_t{1} << 20, '\0');
  std::size_t at = 0;
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    const std::size_t step = std::min<std::size_t>(text.size() - at, std::size_t{1} << 30);
    if (stream.avail_in == 0) {
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data() + at));
      stream.avail_in = static_cast<uInt>(step);
      at += step;
    }
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = deflate(&stream, at == text.size() ? Z_FINISH : Z_NO_FLUSH);
    packed.append(block, 0, block.size() - stream.avail_out);
  }
  return packed;
}

}  // namespace regelgraf::formats
