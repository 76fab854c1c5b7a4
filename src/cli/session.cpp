#include "cli/session.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <system_error>

#include <regelgraf/detail/text.hpp>

namespace regelgraf::cli {

namespace {

/// The layers that came with this program: PREFIX/share/regelgraf/layers beside PREFIX/bin.
std::filesystem::path installed_layers() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return program.parent_path().parent_path() / "share" / "regelgraf" / "layers";
}

/// Those named first are looked in first.
std::vector<std::filesystem::path> layer_folders(const Options& options) {
  auto folders = options.layers;
#if defined(_WIN32)
  constexpr char separator = ';';
#else
  constexpr char separator = ':';
#endif
  const std::string list = environment("REGELGRAF_LAYERS");
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(separator, at), list.size());
    if (end > at) folders.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  if (auto installed = installed_layers(); !installed.empty())
    folders.push_back(std::move(installed));
  return folders;
}

}  // namespace

LoadOptions Session::load_options() const {
  LoadOptions how;
  how.allow_personal_data = options.allow_personal_data;
  how.layer_folders = layer_folders(options);
  for (const auto& folder : how.layer_folders)
    spdlog::info("layers are looked for in {}", folder.string());
  return how;
}

bool worst_is_note(const std::vector<Finding>& findings) {
  return std::all_of(findings.begin(), findings.end(),
                     [](const Finding& one) { return one.severity == Severity::note; });
}

bool Session::load() {
  const LoadOptions how = load_options();
  const auto start = std::chrono::steady_clock::now();
  frozen = load_model(options.model, how);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!frozen.model) {
    spdlog::info("{} was refused after {:.1f} ms: {} findings", options.model, took.count(),
                 frozen.findings.size());
    return false;
  }
  std::string layers;
  for (const Head& head : model().layers()) layers += (layers.empty() ? "" : ", ") + head.id;
  spdlog::info("{}: {} elements, {} findings, layers: {}; loaded in {:.1f} ms", options.model,
               model().size(), frozen.findings.size(), layers, took.count());
  return true;
}

bool Session::load_or_complain() {
  if (load()) return true;
  for (const Finding& one : frozen.findings) put(err, one);
  (void)err.write(stderr);
  return false;
}

void Session::put(Page& page, const Finding& one) const {
  std::string place = one.file;
  if (one.line > 0) place += ":" + std::to_string(one.line) + ":" + std::to_string(one.column);
  Text line;
  if (!place.empty()) line.add(place + ": ", Tone::strong);
  line.add(std::string(say.word(one.severity)) + ": ", one.severity == Severity::error ? Tone::alarm
                                                       : one.severity == Severity::warning
                                                           ? Tone::warning
                                                           : Tone::faint);
  line.add(say(one.message));
  std::string where;
  if (!one.element.empty()) where = say("element ", "element ") + one.element;
  if (!one.field.empty())
    where += (where.empty() ? "" : ", ") + std::string(say("felt ", "field ")) + one.field;
  if (!where.empty()) line.add(" (" + where + ")", Tone::faint);
  page.line(line, 0, 4);
  if (!one.advice.empty())
    page.line(Text(say("råd: ", "advice: "), Tone::faint).add(say(one.advice)), 4, 2);
}

std::optional<Day> Session::day(const char* option, const std::string& typed,
                                std::vector<Problem>& problems) const {
  if (typed.empty()) return std::nullopt;
  const std::optional<Day> day = day_from_text(typed);
  if (!day)
    problems.push_back({option, detail::quote(typed) + say(" er ikke en dag", " is no day"),
                        say("skriv dagen som 2026-03-01", "write the day as 2026-03-01")});
  return day;
}

Exit Session::complain(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    Text line("regelgraf: ");
    if (!problem.where.empty()) line.add(problem.where + ": ", Tone::strong);
    err.line(line.add(problem.message), 0, 4);
    if (!problem.advice.empty()) err.line(problem.advice, 4, 2);
  }
  (void)err.write(stderr);
  return wrong_use;
}

Exit Session::leave(Exit status) {
  if (out.write(stdout)) return status;
  err.line(
      say("regelgraf: svaret kunne ikke skrives", "regelgraf: the answer could not be written"));
  (void)err.write(stderr);
  return internal;
}

}  // namespace regelgraf::cli
