// import: a table becomes a model.

#include <filesystem>
#include <string>

#include <regelgraf/canonical.hpp>
#include <regelgraf/delegation_plan.hpp>
#include <regelgraf/error.hpp>

#include "cli/model_output.hpp"
#include "cli/session.hpp"
#include "formats/bytes.hpp"
#include "tables/findings_json.hpp"

namespace regelgraf::cli {

namespace {

/// Options from what was typed; false, with problems, where it cannot be.
bool plan_options(const Session& session, PlanOptions& plan, std::vector<Problem>& problems) {
  const Options& typed = session.options;
  const Say& say = session.say;
  if (!typed.mapping.empty()) {
    const formats::Bytes bytes = formats::read_file(typed.mapping, std::uint64_t{1} << 20);
    if (!bytes.code.empty()) {
      problems.push_back({typed.mapping, say(bytes.message), {}});
      return false;
    }
    try {
      plan.mapping = plan_mapping(bytes.text.view());
    } catch (const Error& error) {
      problems.push_back(
          {typed.mapping, (error.at().empty() ? "" : error.at() + ": ") + error.what(), {}});
      return false;
    }
  }
  plan.id = typed.id;
  plan.name.da = typed.name;
  plan.extends = typed.extends;
  plan.basis = typed.basis;
  if (!typed.council.empty()) plan.mapping.council = typed.council;
  if (!typed.owner.empty()) plan.mapping.owner = typed.owner;
  plan.allow_personal_data = typed.allow_personal_data;
  plan.valid.from = session.day("--from", typed.from, problems);
  plan.valid.to = session.day("--until", typed.until, problems);
  return problems.empty();
}

std::string json_answer(const LoadedPlan& plan) {
  const auto& model = plan.frozen.model;
  return tables::findings_json("import", model ? model->head().id : std::string(),
                               model ? digest(*model) : std::string(), plan.frozen.findings) +
         "\n";
}

/// How many of the model's own elements are rows of the table.
std::size_t rows_of(const Model& model) {
  std::size_t rows = 0;
  const auto plan = model.find(model.head().id + ":plan");
  for (Index i = 0; plan && i < model.size(); ++i)
    if (model.kind(i) == Kind::matter && model.layer(i) + 1 == model.layers().size())
      rows += !model.element(i).uses.empty();
  return rows;
}

}  // namespace

Exit import_table(Session& session) {
  const Say& say = session.say;
  const std::string& target = session.options.file;
  const auto format = format_of(target);
  if (!format || format->table)
    return session.complain(
        {{target, say("kender ikke formatet", "does not know the format"),
          say("navnet skal ende på .json, .jsonl, .json.gz, .jsonl.gz eller .rgs",
              "the name must end in .json, .jsonl, .json.gz, .jsonl.gz or .rgs")}});
  PlanOptions options;
  std::vector<Problem> problems;
  if (!plan_options(session, options, problems)) return session.complain(problems);
  LoadedPlan plan;
  try {
    plan = load_plan(session.options.model, options, session.load_options(),
                     std::filesystem::path(target).parent_path());
  } catch (const Error& error) {
    if (error.at() != "id") throw;
    return session.complain(
        {{"--id", say("modellens id kan ikke være dette", "the model's id cannot be this"),
          say("et kort ord, som `soroe`", "a short word, as `soroe`")}});
  }
  const auto& findings = plan.frozen.findings;
  const Exit status = !plan.frozen.model ? wrong_use : worst_is_note(findings) ? answered : finding;
  if (plan.frozen.model) {
    std::vector<Finding> none;
    const std::string bytes = bytes_of(*plan.frozen.model, *format, none);
    if (target == "-") {
      session.out.raw(bytes);
    } else if (const std::string problem = put_file(target, bytes); !problem.empty()) {
      return session.complain(
          {{target, say("kan ikke skrives: ", "cannot be written: ") + problem, {}}});
    }
  }
  if (session.options.json && target != "-") {
    session.out.raw(json_answer(plan));
    return session.leave(status);
  }
  Page& page = target == "-" || !plan.frozen.model ? session.err : session.out;
  for (const Finding& one : findings) session.put(page, one);
  if (plan.frozen.model && target != "-") {
    const Model& model = *plan.frozen.model;
    page.gap();
    Text line(target, Tone::strong);
    line.add(": " + say.count(rows_of(model), "række", "rækker", "row", "rows") + ", " +
             say.count(model.size(), "element", "elementer", "element", "elements"));
    page.line(line);
    if (status == finding)
      page.line(Text(say.count(findings.size(), "fund at se på", "fund at se på",
                               "finding to look at", "findings to look at"),
                     Tone::warning));
  }
  if (&page == &session.err) (void)page.write(stderr);
  return session.leave(status);
}

}  // namespace regelgraf::cli
