// qualify: a table of nominations becomes the qualification sheet.

#include <string>
#include <string_view>

#include <regelgraf/error.hpp>
#include <regelgraf/nominations.hpp>
#include <regelgraf/qualification.hpp>

#include "ask/ask.hpp"
#include "ask/question.hpp"
#include "cli/model_output.hpp"
#include "cli/patience.hpp"
#include "cli/render_qualify.hpp"
#include "cli/session.hpp"
#include "formats/bytes.hpp"

namespace regelgraf::cli {

namespace {

enum class SheetFormat { summary, csv, json, html, unknown };

SheetFormat sheet_format(std::string_view name, bool json) {
  if (name.empty() || name == "-") return json ? SheetFormat::json : SheetFormat::summary;
  if (name.ends_with(".csv")) return SheetFormat::csv;
  if (name.ends_with(".json")) return SheetFormat::json;
  if (name.ends_with(".html") || name.ends_with(".htm")) return SheetFormat::html;
  return SheetFormat::unknown;
}

}  // namespace

Exit qualify_table(Session& session) {
  const Say& say = session.say;
  const Options& typed = session.options;
  const SheetFormat format = sheet_format(typed.output, typed.json);
  if (format == SheetFormat::unknown)
    return session.complain({{typed.output, say("kender ikke formatet", "does not know the format"),
                              say("navnet skal ende på .csv, .json eller .html",
                                  "the name must end in .csv, .json or .html")}});
  std::vector<Problem> problems;
  QualifyOptions options;
  options.date = session.day("--date", typed.date, problems);
  if (!problems.empty()) return session.complain(problems);
  if (!session.load_or_complain()) return wrong_use;
  const Model& model = session.model();
  options.at_least = typed.at_least;
  options.internal = typed.internal;
  try {
    if (!typed.unit.empty()) options.unit = ask::find_actor(model, typed.unit, "unit");
  } catch (const Error& error) {
    return session.complain({{"--unit", error.what(), {}}});
  }
  NominationOptions reading;
  reading.file = typed.file;
  reading.allow_personal_data = typed.allow_personal_data;
  const formats::Bytes bytes = formats::read_file(typed.file, reading.max_bytes);
  if (!bytes.code.empty()) return session.complain({{typed.file, say(bytes.message), {}}});
  try {
    const Patience patience(session);
    const Limits& limits = patience.limits();
    NominationTable table =
        read_nominations({bytes.text.data(), bytes.text.size()}, reading, limits);
    if (has_errors(table.findings)) {
      for (const Finding& one : table.findings)
        if (one.severity != Severity::note) session.put(session.err, one);
      (void)session.err.write(stderr);
      return wrong_use;
    }
    const Nominations nominations = match_nominations(model, std::move(table), {}, limits);
    const Qualification sheet = qualify(model, nominations, options, limits);
    const Exit status = worst_is_note(nominations.findings) ? answered : finding;
    if (format == SheetFormat::summary) {
      render(say, session.out, sheet, nominations);
      for (const Finding& one : nominations.findings)
        if (one.severity != Severity::note) session.put(session.out, one);
      return session.leave(status);
    }
    const std::string text = format == SheetFormat::csv ? qualification_csv(sheet, say.language)
                             : format == SheetFormat::json
                                 ? qualification_json(sheet) + "\n"
                                 : qualification_html(sheet, say.language);
    if (typed.output.empty() || typed.output == "-") {
      session.out.raw(text);
      return session.leave(status);
    }
    if (const std::string problem = put_file(typed.output, text); !problem.empty())
      return session.complain(
          {{typed.output, say("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
    for (const Finding& one : nominations.findings)
      if (one.severity != Severity::note) session.put(session.out, one);
    session.out.gap();
    session.out.line(Text(typed.output, Tone::strong)
                         .add(": " +
                              say.count(sheet.nominations, "indmelding", "indmeldinger",
                                        "nomination", "nominations") +
                              ", " +
                              say.count(sheet.rules.size(), "regel", "regler", "rule", "rules")));
    return session.leave(status);
  } catch (const Error& error) {
    if (error.code() == Errc::cancelled) {
      (void)session.complain({{{}, say("afbrudt", "interrupted"), {}}});
      return interrupted;
    }
    throw;
  }
}

}  // namespace regelgraf::cli
