#pragma once

/// @file
/// @ingroup formats
/// @brief The snapshot: a frozen Model written to a file and read back, many times faster than the
/// model file it came from. Compiled: link regelgraf::regelgraf.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// How a snapshot is read.
struct SnapshotOptions {
  /// Most bytes of the file.
  std::uint64_t max_bytes = std::uint64_t{4} << 30;
  /// How long it may take and who stops it; late is Error `cancelled`.
  Limits limits;
};

/// The ending that snapshots go by, `.rgs`. They are known by their first bytes, not by it.
inline constexpr std::string_view snapshot_ending = ".rgs";

/// Does @p bytes begin as a snapshot does?
[[nodiscard]] bool is_snapshot(std::string_view bytes);
/// Does the file at @p path begin as a snapshot does? False where it cannot be read.
[[nodiscard]] bool is_snapshot_file(const std::filesystem::path& path);

/// @brief The bytes of a snapshot of @p model, the same on every machine.
///
/// Written through Boost.Serialization into an archive of fixed-width little-endian numbers behind
/// a header: format version, length, a checksum (XXH3, 128 bits) of everything. The checksum guards
/// against damage, not against forgery: take snapshots from whom you take models.
/// Complexity: linear, and that of digest(). Thread rule: reentrant.
[[nodiscard]] std::string snapshot_of(const Model& model);

/// @brief Writes snapshot_of(@p model) to @p path, over what is there.
/// @throws Error unreadable where the file cannot be written.
void save_snapshot(const Model& model, const std::filesystem::path& path);

/// @brief The model in the snapshot at @p path.
///
/// The checksum is held against the content before anything is believed, and every number against
/// what it may be before the model is given out: whatever the bytes are, the answer is a model or
/// an Error. It is the model that was saved: layers are in it, findings and digest too, and nothing
/// is checked anew.
///
/// @throws Error unreadable, too_large, cancelled, or invalid_model: no snapshot, of another
/// version, cut short, damaged.
/// Complexity: linear, at the speed of memory. Memory: the file. Thread rule: reentrant.
[[nodiscard]] Model load_snapshot(const std::filesystem::path& path,
                                  const SnapshotOptions& options = {});

/// The same from memory.
[[nodiscard]] Model load_snapshot_bytes(std::string_view bytes,
                                        const SnapshotOptions& options = {});

}  // namespace regelgraf
