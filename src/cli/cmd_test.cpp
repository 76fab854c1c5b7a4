// test: a plan held to what it is meant to answer.

#include <algorithm>
#include <string>

#include <regelgraf/ask.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/plan_test.hpp>

#include "cli/session.hpp"
#include "formats/bytes.hpp"

namespace regelgraf::cli {

namespace {

/// What was asked, and line by line what was expected and what came.
void put_failed(Session& session, const PlanTestCase& one) {
  const Say& say = session.say;
  session.out.gap();
  session.out.line(
      Text(say("Ikke som ventet: ", "Not as expected: "), Tone::alarm).add(one.name, Tone::strong));
  session.out.line(Text(one.ask, Tone::faint), 2, 2);
  for (const PlanDifference& difference : one.differences) {
    session.out.line(difference.at.empty() ? say("svaret", "the answer") : difference.at, 2);
    session.out.line(Text("- ", Tone::alarm).add(difference.expected), 4, 2);
    session.out.line(
        Text("+ ", Tone::good)
            .add(difference.got.empty() ? say("(intet)", "(nothing)") : difference.got),
        4, 2);
  }
}

/// `12 of 14 grants, not: a, b`.
void put_covered(Session& session, const char* what, const Ids& asked, const Ids& not_asked) {
  constexpr std::size_t most = 10;
  const Say& say = session.say;
  const std::size_t all = asked.size() + not_asked.size();
  if (all == 0) return;
  Text line(say.figure(static_cast<double>(asked.size())) + say(" af ", " of ") +
            say.figure(static_cast<double>(all)) + " " + what);
  if (!not_asked.empty()) {
    std::string list;
    for (std::size_t i = 0; i < std::min(most, not_asked.size()); ++i)
      list += (i == 0 ? "" : ", ") + not_asked[i];
    if (not_asked.size() > most)
      list += say(" og ", " and ") + say.figure(static_cast<double>(not_asked.size() - most)) +
              say(" til", " more");
    line.add(say("; ikke: ", "; not: ") + list, Tone::faint);
  }
  session.out.line(line, 0, 2);
}

}  // namespace

Exit test(Session& session) {
  const Say& say = session.say;
  const std::string& file = session.options.file;
  const formats::Bytes bytes = formats::read_file(file, std::uint64_t{64} << 20);
  if (!bytes.code.empty()) return session.complain({{file, say(bytes.message), {}}});
  if (!session.load_or_complain()) return wrong_use;
  PlanTestReport report;
  try {
    report = plan_test(session.model(), Asker(session.model()), bytes.text.view());
  } catch (const Error& error) {
    return session.complain(
        {{file, (error.at().empty() ? "" : error.at() + ": ") + error.what(), {}}});
  }
  const std::size_t failed = report.failed();
  if (session.options.json) {
    session.out.raw(to_json(report) + "\n");
    return session.leave(failed > 0 ? finding : answered);
  }
  for (const PlanTestCase& one : report.cases)
    if (!one.differences.empty()) put_failed(session, one);
  session.out.gap();
  Text verdict(say.count(report.cases.size(), "spørgsmål", "spørgsmål", "question", "questions"),
               Tone::strong);
  if (failed > 0)
    verdict.add(", ").add(
        say.figure(static_cast<double>(failed)) + say(" ikke som ventet", " not as expected"),
        Tone::alarm);
  else
    verdict.add(", ").add(say("alle som ventet", "all as expected"), Tone::good);
  session.out.line(verdict);
  put_covered(session, say("bemyndigelser nævnt i et svar", "grants named in an answer"),
              report.grants_asked, report.grants_not_asked);
  put_covered(session, say("rækker i planen spurgt om", "rows of the plan asked about"),
              report.rows_asked, report.rows_not_asked);
  return session.leave(failed > 0 ? finding : answered);
}

}  // namespace regelgraf::cli
