// check: is the model in order?

#include <algorithm>
#include <array>

#include <regelgraf/ask.hpp>
#include <regelgraf/check.hpp>

#include "cli/render.hpp"
#include "cli/session.hpp"
#include "json/writer.hpp"

namespace regelgraf::cli {

namespace {

/// Is the file no model file at all, so that there was nothing to check?
bool not_a_model_file(const Finding& finding) {
  constexpr std::array<std::string_view, 6> codes{"unreadable", "too_large", "empty",
                                                  "bad_gzip",   "bad_utf8",  "bad_json"};
  return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
}

/// The answer where there is no model that could be asked.
std::string refused(const std::vector<Finding>& findings) {
  json::Writer out;
  out.begin_object().key("ask").string("check").key("model").null().key("date").null();
  out.key("findings").begin_array();
  for (const Finding& one : findings) {
    out.begin_object().key("code").string(one.code);
    out.key("severity").string(to_text(one.severity)).key("elements").begin_array();
    if (!one.element.empty()) out.string(one.element);
    out.end_array().key("file").string(one.file);
    if (one.line > 0)
      out.key("line")
          .number(static_cast<double>(one.line))
          .key("column")
          .number(static_cast<double>(one.column));
    if (!one.field.empty()) out.key("field").string(one.field);
    const auto put = [&](std::string_view key, const Name& text) {
      if (text.empty()) return;
      out.key(key).begin_object().key("da").string(text.da).key("en").string(text.en).end_object();
    };
    put("text", one.message);
    put("advice", one.advice);
    out.end_object();
  }
  return out.end_array().end_object().take();
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& one) { return one.severity == severity; }));
}

/// `odder: 120 elements` and how many of each kind.
void summary(Session& session) {
  const Say& say = session.say;
  const Model& model = session.model();
  std::array<std::size_t, Spelling<Kind>::words.size()> kinds{};
  for (Index i = 0; i < model.size(); ++i) ++kinds[static_cast<std::size_t>(model.kind(i))];
  std::string list;
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (kinds[i] > 0)
      list += (list.empty() ? "" : ", ") + say.figure(static_cast<double>(kinds[i])) + " " +
              say.word(static_cast<Kind>(i), kinds[i] != 1);
  const std::string& name = say(model.head().name);
  Text line(name.empty() ? model.head().id : name, Tone::strong);
  line.add(": " + say.count(model.size(), "element", "elementer", "element", "elements"));
  session.out.line(line);
  if (!list.empty()) session.out.line(Text(list, Tone::faint), 2);
}

}  // namespace

Exit check(Session& session) {
  const Say& say = session.say;
  const bool loaded = session.load();
  const auto& findings = session.frozen.findings;
  if (!loaded && std::any_of(findings.begin(), findings.end(), not_a_model_file)) {
    for (const Finding& one : findings) session.put(session.err, one);
    (void)session.err.write(stderr);
    return wrong_use;
  }
  std::vector<Finding> shown;  // by the graph, beyond what freezing found
  std::optional<Day> date;
  if (loaded) {
    std::vector<Problem> problems;
    date = session.day("--date", session.options.date, problems);
    if (!problems.empty()) return session.complain(problems);
    shown = regelgraf::check(session.model(), date);
    shown.erase(shown.begin(),
                shown.begin() + static_cast<std::ptrdiff_t>(session.model().findings().size()));
  }
  const std::size_t errors = count(findings, Severity::error);
  const std::size_t warnings = count(findings, Severity::warning) + count(shown, Severity::warning);
  const std::size_t notes = count(findings, Severity::note) + count(shown, Severity::note);
  const Exit status = errors + warnings > 0 ? finding : answered;
  if (session.options.json) {
    if (!loaded) {
      session.out.raw(refused(findings));
    } else {
      json::Writer question;
      question.begin_object().key("ask").string("check");
      if (date) question.key("date").string(to_text(*date));
      session.out.raw(Asker(session.model()).ask(question.end_object().take()));
    }
    session.out.raw("\n");
    return session.leave(status);
  }
  for (const Finding& one : findings) session.put(session.out, one);
  if (loaded) render(session.model(), say, session.out, shown);
  session.out.gap();
  if (loaded) summary(session);
  Text verdict;
  if (errors > 0)
    verdict.add(say.count(errors, "fejl: modellen kan ikke bruges, før den er rettet",
                          "fejl: modellen kan ikke bruges, før de er rettet",
                          "error: the model cannot be used until it is mended",
                          "errors: the model cannot be used until they are mended"),
                Tone::alarm);
  else if (warnings > 0)
    verdict.add(say.count(warnings, "advarsel", "advarsler", "warning", "warnings"), Tone::warning);
  else
    verdict.add(say("I orden", "In order"), Tone::good);
  if (notes > 0)
    verdict.add(", ").add(say.count(notes, "bemærkning", "bemærkninger", "note", "notes"),
                          Tone::faint);
  session.out.line(verdict);
  return session.leave(status);
}

}  // namespace regelgraf::cli
