// diff: what changed between two models, in meaning.

#include <fstream>
#include <memory>
#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/diff.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/model_file.hpp>

#include "cli/render.hpp"
#include "cli/session.hpp"

namespace regelgraf::cli {

Exit diff(Session& session) {
  const Say& say = session.say;
  std::vector<Problem> problems;
  const std::optional<Day> date = session.day("--date", session.options.date, problems);
  if (!problems.empty()) return session.complain(problems);
  if (!session.load_or_complain()) return wrong_use;
  Frozen other = load_model(session.options.file, session.load_options());
  if (!other.model) {
    for (const Finding& one : other.findings) session.put(session.err, one);
    (void)session.err.write(stderr);
    return wrong_use;
  }
  const auto with = std::make_shared<const Model>(std::move(*other.model));
  const Diff answer = regelgraf::diff(session.model(), *with, date);
  if (!session.options.table.empty()) {
    const std::string table = diff_table(session.model(), *with, answer, session.options.language);
    if (session.options.table == "-") {
      session.out.raw(table);
      return session.leave(answered);
    }
    std::ofstream file(session.options.table, std::ios::binary | std::ios::trunc);
    file.write(table.data(), static_cast<std::streamsize>(table.size()));
    file.close();
    if (!file)
      return session.complain({{session.options.table,
                                say("tabellen kan ikke skrives", "the table cannot be written"),
                                {}}});
  }
  if (session.options.json)
    session.out.raw(Asker(session.model()).answer(ask::DiffQuestion{with, date}, answer) + "\n");
  else
    render(session.model(), say, session.out, answer, ask::DiffQuestion{with, date});
  return session.leave(answered);
}

}  // namespace regelgraf::cli
