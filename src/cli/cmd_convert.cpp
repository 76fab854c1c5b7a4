// convert: the same model in another format.

#include <spdlog/spdlog.h>

#include <string>

#include "cli/model_output.hpp"
#include "cli/session.hpp"

namespace regelgraf::cli {

Exit convert(Session& session) {
  const Say& say = session.say;
  const std::string& target = session.options.file;
  const auto format = format_of(target);
  if (!format)
    return session.complain(
        {{target, say("kender ikke formatet", "does not know the format"),
          say("navnet skal ende på .json, .jsonl, .json.gz, .jsonl.gz, .rgs eller .csv (en "
              "delegationsplan)",
              "the name must end in .json, .jsonl, .json.gz, .jsonl.gz, .rgs or .csv (a delegation "
              "plan)")}});
  if (!session.load_or_complain()) return wrong_use;
  std::vector<Finding> findings;
  const std::string bytes = bytes_of(session.model(), *format, findings);
  for (const Finding& one : findings) session.put(session.err, one);
  (void)session.err.write(stderr);
  if (has_errors(findings)) return wrong_use;
  const Exit status = worst_is_note(findings) ? answered : finding;
  if (target == "-") {
    session.out.raw(bytes);
    return session.leave(status);
  }
  const std::string problem = put_file(target, bytes);
  if (!problem.empty())
    return session.complain(
        {{target, say("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
  spdlog::info("wrote {}", target);
  return status;
}

}  // namespace regelgraf::cli
