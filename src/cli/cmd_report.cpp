// report: the model as a page that people read.

#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>
#include <string>

#include <regelgraf/error.hpp>
#include <regelgraf/report.hpp>

#include "cli/engine.hpp"
#include "cli/model_output.hpp"
#include "cli/patience.hpp"
#include "cli/session.hpp"
#include "files/files.hpp"

namespace regelgraf::cli {

Exit report(Session& session) {
  const Say& say = session.say;
  const Options& options = session.options;
  ReportOptions wanted;
  wanted.language = options.language;
  wanted.internal = options.internal;
  wanted.engine = packed_engine();
  std::vector<Problem> problems;
  wanted.date = session.day("--date", options.date, problems);
  if (!problems.empty()) return session.complain(problems);
  if (!options.review.empty()) {
    std::ifstream file(files::path_of(options.review), std::ios::binary);
    wanted.review.assign(std::istreambuf_iterator<char>(file), {});
    if (!file)
      return session.complain({{options.review, say("kan ikke læses", "cannot be read"), {}}});
  }
  if (!session.load_or_complain()) return wrong_use;
  std::string page;
  try {
    const Patience patience(session);
    Limits limits = patience.limits();
    limits.seconds = options.seconds;
    page = regelgraf::report(session.model(), wanted, limits);
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled && !options.seconds) return interrupted;
    return session.complain(
        {{error.code() == Errc::cancelled ? "--seconds" : "--review",
          error.code() == Errc::cancelled
              ? say("tiden gik, før siden var færdig", "the time was up before the page was done")
              : say("er ikke en regelsanering af denne model i JSON",
                    "is no review of this model in JSON"),
          {}}});
  }
  if (options.file == "-") {
    session.out.raw(page);
    return session.leave(answered);
  }
  const std::string problem = put_file(options.file, page);
  if (!problem.empty())
    return session.complain(
        {{options.file, say("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
  spdlog::info("wrote {}", options.file);
  return answered;
}

}  // namespace regelgraf::cli
