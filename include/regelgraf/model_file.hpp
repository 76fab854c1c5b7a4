#pragma once

/// @file
/// @ingroup formats
/// @brief Model files in: JSON, JSON Lines, either also gzipped, with the layers they stand on.
/// Compiled: link regelgraf::regelgraf.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/freeze.hpp>

namespace regelgraf {

/// How model files are read.
struct LoadOptions {
  /// Most bytes of one file, after unpacking. 1 GiB holds some 2.7 million elements.
  std::uint64_t max_bytes = std::uint64_t{1} << 30;
  /// Let text pass that looks like a CPR number.
  bool allow_personal_data = false;
  /// How long it may take, who stops it and who watches; late is Error `cancelled`.
  Limits limits;
  /// Where layers named by `extends` are looked for, in order, as NAME.json, NAME.jsonl and either
  /// with .gz, after `layers` and before the layers that are built into the library (`dk`). A name
  /// that holds a `/` or ends as a model file is a path relative to its file.
  std::vector<std::filesystem::path> layer_folders;
  /// Layers handed over by name; looked at first, so that a host's own `dk` goes before the one
  /// built in. With layers from memory no file is opened but those the folders above name.
  std::map<std::string, std::string, std::less<>> layers;
};

/// @brief Reads the model file at @p path (`-`: standard input) and the layers it extends.
///
/// Nothing is loaded by halves: either the model, or every finding of every file, each with file,
/// line, column, element and field. Text that is no JSON ends the reading of its file at that
/// place.
///
/// @return As freeze(). A file that cannot be read is a finding too: `unreadable`, `too_large`,
/// `empty`, `bad_gzip`, `bad_utf8`, `bad_json`.
/// Complexity: linear in the files. Memory, measured with 100,000 elements: while it is read one
/// and a half times a file of JSON Lines, which is gone through in windows unless it is packed, and
/// three and a half times one of JSON; half of either afterwards. A file of JSON Lines in which
/// something is found is read a second time to say where; one that was written to meanwhile, from
/// the start. Thread rule: reentrant; opens only @p path and layers, never a network.
[[nodiscard]] Frozen load_model(const std::filesystem::path& path, const LoadOptions& options = {});

/// @brief Reads a model from memory: JSON or JSON Lines, also gzipped. @p name is used in findings.
/// Layers named by a path are not looked for; those built in are found. Otherwise as load_model().
[[nodiscard]] Frozen load_model_text(std::string_view text, const std::string& name = "model",
                                     const LoadOptions& options = {});

}  // namespace regelgraf
