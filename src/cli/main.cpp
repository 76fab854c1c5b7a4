// regelgraf: the command line.

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>

#include "cli/session.hpp"

namespace {

using namespace regelgraf::cli;

void log_to_standard_error(bool verbose) {
  spdlog::set_default_logger(spdlog::stderr_logger_st("regelgraf"));
  spdlog::set_pattern("%n: %v");
  spdlog::set_level(verbose ? spdlog::level::info : spdlog::level::off);
}

Exit run(const Options& options) {
  Session session(options);
  switch (options.command) {
    case Command::what_breaks:
    case Command::what_if:
    case Command::who_decides:
    case Command::may:
    case Command::why:
    case Command::cuts:
    case Command::burden:
    case Command::rank:
    case Command::plan:
    case Command::what_may:
    case Command::journal_note:
    case Command::keep_set:
    case Command::best_removals:
      return question(session);
    case Command::check:
      return check(session);
    case Command::ask:
      return ask_lines(session);
    case Command::convert:
      return convert(session);
    case Command::import_table:
      return import_table(session);
    case Command::test:
      return test(session);
    case Command::diff:
      return diff(session);
    case Command::picture:
      return picture(session);
    case Command::worksheets:
      return worksheets(session);
    case Command::report:
      return report(session);
    case Command::review:
      return review(session);
    case Command::propose:
      return propose(session);
    case Command::store:
      return keep(session);
    case Command::qualify:
      return qualify_table(session);
  }
  return internal;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Parsed parsed = read_options(argc, argv);
    if (!parsed.options) return parsed.status;
    log_to_standard_error(parsed.options->verbose);
    return run(*parsed.options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "regelgraf: internal error: %s\n", error.what());
    return internal;
  }
}
