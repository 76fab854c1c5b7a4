#include "cli/model_output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <regelgraf/canonical.hpp>
#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/snapshot.hpp>

#include "formats/bytes.hpp"

namespace regelgraf::cli {

std::optional<Format> format_of(std::string_view name) {
  Format format;
  if (name == "-") return format;
  format.snapshot = name.ends_with(snapshot_ending);
  format.table = name.ends_with(".csv");
  if (format.snapshot || format.table) return format;
  if (name.ends_with(".gz")) {
    format.packed = true;
    name.remove_suffix(3);
  }
  format.lines = name.ends_with(".jsonl");
  if (!format.lines && !name.ends_with(".json")) return std::nullopt;
  return format;
}

std::string bytes_of(const Model& model, const Format& format, std::vector<Finding>& findings) {
  if (format.table) {
    PlanTable table = plan_table(model);
    findings = std::move(table.findings);
    return std::move(table.text);
  }
  std::string text = format.snapshot ? snapshot_of(model)
                     : format.lines  ? model_json_lines(model)
                                     : model_json(model);
  if (!format.snapshot && !text.ends_with('\n')) text += '\n';
  return format.packed ? formats::gzip(text) : text;
}

std::string put_file(const std::string& path, const std::string& bytes) {
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

}  // namespace regelgraf::cli
