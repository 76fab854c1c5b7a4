// convert: the same model in another format.

#include <spdlog/spdlog.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include <regelgraf/canonical.hpp>
#include <regelgraf/snapshot.hpp>
#include "cli/session.hpp"
#include "formats/bytes.hpp"

namespace regelgraf::cli {

namespace {

struct Format {
  bool lines = false;
  bool packed = false;
  bool snapshot = false;
};

/// By the ending of the file's name.
std::optional<Format> format_of(std::string_view name) {
  Format format;
  if (name == "-") return format;
  format.snapshot = name.ends_with(snapshot_ending);
  if (format.snapshot) return format;
  if (name.ends_with(".gz")) {
    format.packed = true;
    name.remove_suffix(3);
  }
  format.lines = name.ends_with(".jsonl");
  if (!format.lines && !name.ends_with(".json")) return std::nullopt;
  return format;
}

/// Writes beside @p path and moves there, so that nobody ever finds half a file. The reason, if
/// not.
std::string put(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::path beside = path;
  beside += ".new";
  std::FILE* const file = std::fopen(beside.c_str(), "wb");
  if (!file) return std::strerror(errno);
  bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  written = std::fclose(file) == 0 && written;
  std::error_code error =
      written ? std::error_code() : std::error_code(errno, std::generic_category());
  if (written) std::filesystem::rename(beside, path, error);
  std::error_code ignored;
  if (error) std::filesystem::remove(beside, ignored);
  return error ? error.message() : std::string();
}

}  // namespace

Exit convert(Session& session) {
  const Say& say = session.say;
  const std::string& target = session.options.file;
  const auto format = format_of(target);
  if (!format)
    return session.complain(
        {{target, say("kender ikke formatet", "does not know the format"),
          say("navnet skal ende på .json, .jsonl, .json.gz, .jsonl.gz eller .rgs",
              "the name must end in .json, .jsonl, .json.gz, .jsonl.gz or .rgs")}});
  if (!session.load_or_complain()) return wrong_use;
  std::string text = format->snapshot ? snapshot_of(session.model())
                     : format->lines  ? model_json_lines(session.model())
                                      : model_json(session.model());
  if (!format->snapshot && !text.ends_with('\n')) text += '\n';
  if (target == "-") {
    session.out.raw(text);
    return session.leave(answered);
  }
  const std::string problem = put(target, format->packed ? formats::gzip(text) : text);
  if (!problem.empty())
    return session.complain(
        {{target, say("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
  spdlog::info("wrote {}", target);
  return answered;
}

}  // namespace regelgraf::cli
