#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

#include <regelgraf/canonical.hpp>
#include <regelgraf/snapshot.hpp>
#include <regelgraf/version.hpp>

#include "files/files.hpp"
#include "snapshot/parts.hpp"

namespace regelgraf {
namespace {

// The header: 64 bytes.
constexpr std::string_view magic("\x89RGS\r\n\x1a\n", 8);
constexpr std::uint32_t format_version = 2;  // 1 had whole numbers where rows begin
constexpr std::size_t version_at = 8, library_at = 16, length_at = 32, checksum_at = 48,
                      payload_at = 64;

/// Of the header as far as the checksum, then of what follows it; taken as the bytes come.
class Checksum {
 public:
  Checksum() {
    if (!state_) throw std::bad_alloc();
    XXH3_128bits_reset(state_.get());
  }
  /// Those of place @p at on, which follow what was taken before.
  void take(std::string_view bytes, std::size_t at) {
    const std::size_t header = at < checksum_at ? std::min(bytes.size(), checksum_at - at) : 0;
    update(bytes.substr(0, header));
    update(bytes.substr(std::min(bytes.size(), at < payload_at ? payload_at - at : 0)));
  }
  [[nodiscard]] std::array<char, 16> result() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_.get()));
    std::array<char, 16> bytes;
    static_assert(sizeof canonical.digest == 16);
    std::memcpy(bytes.data(), canonical.digest, 16);
    return bytes;
  }

 private:
  void update(std::string_view bytes) {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_{XXH3_createState(),
                                                                         XXH3_freeState};
};

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i, value >>= 8)
    bytes[at + i] = static_cast<char>(value & 0xFF);
}
std::uint64_t get(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// The model in @p bytes, which @p keep keeps; they are aligned to 8. @p checksum is of all of
/// them.
Model read(std::string_view bytes, const Checksum& checksum, std::shared_ptr<const char[]> keep,
           detail::Watch& watch) {
  watch.stage("snapshot", bytes.size());
  watch.must_step(0);
  if (!is_snapshot(bytes)) throw Error(Errc::invalid_model, "this is no snapshot");
  if (bytes.size() < payload_at || get(bytes, length_at, 8) != bytes.size() - payload_at)
    throw Error(Errc::invalid_model, "the snapshot is cut short");
  if (const auto version = get(bytes, version_at, 4); version != format_version)
    throw Error(Errc::invalid_model, "the snapshot is of version " + std::to_string(version) +
                                         ", only " + std::to_string(format_version) +
                                         " is known: make it anew from its model file");
  const std::array<char, 16> is = checksum.result();
  if (bytes.substr(checksum_at, 16) != std::string_view(is.data(), is.size()))
    throw Error(Errc::invalid_model, "the snapshot is damaged: its checksum does not fit");
  watch.must_step(bytes.size() / 2, bytes.size() / 16);

  snapshot::In in(bytes, payload_at);
  Model model = ModelParts::empty();
  const auto footing = ModelParts::no_footing();
  ModelParts::all(in, model);
  ModelParts::graph(in, ModelParts::standing(*footing));
  ModelParts::graph(in, ModelParts::purposes(*footing));
  if (!in.at_end()) snapshot::damaged();
  ModelParts::check(model);
  watch.must_step(bytes.size() / 4, bytes.size() / 16);
  ModelParts::finish(model, footing, std::move(keep));
  return model;
}

std::shared_ptr<char[]> room_for(std::size_t size) {
  return {static_cast<char*>(detail::new_block(size)),
          [size](char* bytes) { detail::delete_block(bytes, size); }};
}

}  // namespace

bool is_snapshot(std::string_view bytes) { return bytes.starts_with(magic); }

bool is_snapshot_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, magic.size()> start{};
  return file.read(start.data(), start.size()) && is_snapshot({start.data(), start.size()});
}

std::string snapshot_of(const Model& model) {
  std::string bytes(payload_at, '\0');
  bytes.replace(0, magic.size(), magic);
  put(bytes, version_at, format_version, 4);
  const std::string_view library = version_string;
  bytes.replace(library_at, std::min<std::size_t>(library.size(), 15),
                library.substr(0, std::min<std::size_t>(library.size(), 15)));
  snapshot::Out out(bytes);
  ModelParts::all(out, const_cast<Model&>(model));  // one function for both directions; this reads
  auto& footing = const_cast<detail::Footing&>(model.footing());
  ModelParts::graph(out, ModelParts::standing(footing));
  ModelParts::graph(out, ModelParts::purposes(footing));
  put(bytes, length_at, bytes.size() - payload_at, 8);
  Checksum checksum;
  checksum.take(bytes, 0);
  const std::array<char, 16> is = checksum.result();
  bytes.replace(checksum_at, is.size(), is.data(), is.size());
  return bytes;
}

void save_snapshot(const Model& model, const std::filesystem::path& path) {
  const std::string bytes = snapshot_of(model);
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file && errno == ENOMEM) throw std::bad_alloc();
  if (!file)
    throw Error(Errc::unreadable,
                std::string("the snapshot cannot be written: ") + std::strerror(errno));
}

Model load_snapshot(const std::filesystem::path& path, const SnapshotOptions& options) {
  detail::Watch watch(options.limits);
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error) throw Error(Errc::unreadable, "the snapshot cannot be read: " + error.message());
  if (size > options.max_bytes)
    throw Error(Errc::too_large, "the snapshot is larger than the limit");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(files::open_to_read(path),
                                                             std::fclose);
  if (!file && errno == ENOMEM) throw std::bad_alloc();
  if (!file)
    throw Error(Errc::unreadable,
                std::string("the snapshot cannot be read: ") + std::strerror(errno));
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  const auto length = static_cast<std::size_t>(size);
  const std::shared_ptr<char[]> bytes = room_for(length);
  watch.stage("read", size);
  Checksum checksum;
  for (std::size_t at = 0; at < length;) {
    const std::size_t step = std::min<std::size_t>(length - at, std::size_t{1} << 18);
    if (std::fread(bytes.get() + at, 1, step, file.get()) != step)
      throw Error(Errc::unreadable, "the snapshot changes while it is read");
    checksum.take({bytes.get() + at, step}, at);  // while the processor has them at hand
    at += step;
    watch.must_step(step, step);
  }
  return read({bytes.get(), length}, checksum, bytes, watch);
}

Model load_snapshot_bytes(std::string_view bytes, const SnapshotOptions& options) {
  detail::Watch watch(options.limits);
  if (bytes.size() > options.max_bytes)
    throw Error(Errc::too_large, "the snapshot is larger than the limit");
  const std::shared_ptr<char[]> own = room_for(bytes.size());
  std::memcpy(own.get(), bytes.data(), bytes.size());
  Checksum checksum;
  checksum.take({own.get(), bytes.size()}, 0);
  return read({own.get(), bytes.size()}, checksum, own, watch);
}

}  // namespace regelgraf
