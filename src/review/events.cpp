#include "review/events.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "ask/text.hpp"
#include "review/shape.hpp"

namespace regelgraf {

namespace review {

using ask::say;

void Event::let_pass_in(Tree& row) {
  for (const ReviewLack& passed : let_pass(model, row, lacks))
    row.add("overridden", tree_of(passed));
}

void Event::refuse(std::string code, Ids elements, Name text) {
  lacks.push_back({std::move(code), std::move(elements), std::move(text), false, {}});
}

void Event::object(std::string code, Ids elements, Name text) {
  lacks.push_back({std::move(code), std::move(elements), std::move(text), true, {}});
}

std::optional<Index> Event::rule(const std::string& id) {
  const auto i = model.find(id);
  if (i && model.kind(*i) == Kind::rule) return i;
  refuse("unknown_rule", {id},
         {"Modellen har ingen regel " + id + ".", "The model has no rule " + id + "."});
  return std::nullopt;
}

namespace {

/// The field of an event that holds its row.
std::string_view row_field(std::string_view event) {
  static const std::map<std::string_view, std::string_view> fields{
      {"declare", "declaration"}, {"dispose", "disposition"}, {"trial", "trial"},
      {"trial_result", "result"}, {"reply", "reply"},         {"implement", "implementation"},
      {"measure", "measurement"}, {"lesson", "lesson"},       {"skip", "skip"},
      {"close", "closing"}};
  const auto found = fields.find(event);
  return found == fields.end() ? std::string_view() : found->second;
}

/// The list of the document that an event adds to.
std::string_view list_of(std::string_view event) {
  static const std::map<std::string_view, std::string_view> lists{{"set", "changes"},
                                                                  {"declare", "declarations"},
                                                                  {"collect", "nominations"},
                                                                  {"qualify", "qualification"},
                                                                  {"dispose", "dispositions"},
                                                                  {"trial", "trials"},
                                                                  {"trial_result", "trial_results"},
                                                                  {"reply", "replies"},
                                                                  {"implement", "implementations"},
                                                                  {"measure", "measurements"},
                                                                  {"lesson", "lessons"},
                                                                  {"skip", "skips"},
                                                                  {"close", "closings"}};
  return lists.find(event)->second;
}

/// The step that an event belongs to.
std::string_view step_of(const Tree& json) {
  const std::string& event = json.text_at("event");
  if (event == "skip") return json.find("skip")->text_at("step");
  if (event == "set") {
    const std::string& field = json.text_at("field");
    return field == "commissioner"   ? "demand"
           : field == "organisation" ? "organise"
           : field == "collection"   ? "collect"
                                     : "purpose";
  }
  return event == "declare"                                            ? "purpose"
         : event == "collect"                                          ? "collect"
         : event == "qualify"                                          ? "qualify"
         : event == "measure" || event == "lesson" || event == "close" ? "evaluate"
                                                                       : "decide";
}

/// What a row does not say itself it has from its event.
void hand_down(Tree& json) {
  const std::string_view field = row_field(json.text_at("event"));
  const Tree* row = field.empty() ? nullptr : json.find(field);
  if (!row || !row->is_object()) return;
  Tree filled = *row;
  if (const Tree* on = json.find("on"); on && !row->find("on")) filled.put("on", *on);
  static constexpr std::string_view with_by[] = {"declaration", "reply", "lesson", "skip",
                                                 "closing"};
  if (const Tree* by = json.find("by");
      by && !row->find("by") &&
      std::find(std::begin(with_by), std::end(with_by), field) != std::end(with_by))
    filled.put("by", *by);
  json.put(field, std::move(filled));
}

void check_scope(Event& event, const Tree& scope) {
  const auto words = [&](std::string_view field, auto known) {
    for (const std::string& word : scope.ids_at(field))
      if (!known(word))
        event.refuse("unknown_word", {word},
                     {"`" + word + "` er ikke et af ordene i `" + std::string(field) + "`.",
                      "`" + word + "` is none of the words of `" + std::string(field) + "`."});
  };
  words("instruments",
        [](const std::string& word) { return from_text<Instrument>(word).has_value(); });
  words("tiers", [](const std::string& word) { return from_text<Tier>(word).has_value(); });
  for (const std::string_view field : {"issuers", "matters", "ids", "repealable_by"})
    for (const std::string& id : scope.ids_at(field))
      if (!event.model.find(id))
        event.refuse(
            "unknown_element", {id},
            {"Modellen har intet element " + id + ".", "The model has no element " + id + "."});
}

void check_head(Event& event, const std::string& field, const Tree& value) {
  if (field == "commissioner") {
    Tree holder = Tree::object();
    holder.put("ids", value);
    actors_of(event.model, holder.ids_at("ids"), event.lacks);
  } else if (field == "organisation") {
    actors_of(event.model, value.ids_at("working_group"), event.lacks);
    actors_of(event.model, value.ids_at("coordinator"), event.lacks);
    for (const Tree& report : value.entries_at("reporting"))
      actors_of(event.model, report.ids_at("to"), event.lacks);
  } else if (field == "scope") {
    check_scope(event, value);
  }
}

void apply_set_field(Event& event, Tree& document) {
  const std::string field = event.json.text_at("field");
  const Tree value = *event.json.find("value");
  check_head(event, field, value);
  if (!document.find(field)) {
    document.put(field, value);
    return;
  }
  if (event.json.name_at("reason").empty())
    event.refuse(
        "no_reason", {field},
        {"`" + field +
             "` er sat i forvejen: en ændring har en grund (`reason`). Det første bliver stående.",
         "`" + field +
             "` is set already: a change has a reason (`reason`). What stood first stays."});
  Tree row = Tree::object();
  row.put("field", field).put("value", value).put("on", to_text(event.on));
  if (const Tree* by = event.json.find("by")) row.put("by", *by);
  if (const Tree* reason = event.json.find("reason")) row.put("reason", *reason);
  document.add("changes", std::move(row));
}

void apply_declare(Event& event, Tree& document) {
  const Tree& row = *event.json.find("declaration");
  if (!row.text_at("rule").empty()) (void)event.rule(row.text_at("rule"));
  actors_of(event.model, row.ids_at("by"), event.lacks);
  for (const Tree& earlier : event.view.rows("declarations"))
    if (subject_of(earlier) == subject_of(row) && row.name_at("reason").empty()) {
      event.refuse(
          "no_reason", row.ids_at("rule"),
          {"Det er erklæret i forvejen: en ændring har en grund (`reason`). Det første bliver "
           "stående.",
           "It was declared already: a change has a reason (`reason`). What stood first stays."});
      break;
    }
  document.add("declarations", row);
}

void apply_collect(Event& event, Tree& document) {
  std::set<std::string> known;
  for (const Tree& row : event.view.rows("nominations")) known.insert(json_of(*row.find("nr")));
  for (const Tree& row : event.json.entries_at("nominations")) {
    const std::string nr = json_of(*row.find("nr"));
    if (!known.insert(nr).second)
      event.refuse("nomination_twice", {nr},
                   {"Indmeldelse nr. " + nr + " er der i forvejen.",
                    "Nomination no. " + nr + " is there already."});
    const auto unit = event.model.find(row.text_at("unit"));
    if (unit && event.model.kind(*unit) == Kind::actor && event.model.form(*unit) == Form::person)
      event.refuse("person_named", {nr},
                   {"Indmeldelse nr. " + nr + ": her skal stå en enhed, ikke en person.",
                    "Nomination no. " + nr + ": a unit stands here, never a person."});
    if (const Tree* matched = row.find("matched");
        matched && !event.model.find(matched->text_at("element")))
      event.refuse("unknown_rule", {matched->text_at("element")},
                   {"Indmeldelse nr. " + nr + " er sat til " + matched->text_at("element") +
                        ", som modellen ikke har.",
                    "Nomination no. " + nr + " is matched to " + matched->text_at("element") +
                        ", which the model does not have."});
    document.add("nominations", row);
  }
  for (const Tree& row : event.json.entries_at("clusters")) document.add("clusters", row);
  if (event.json.entries_at("nominations").empty() && event.json.entries_at("clusters").empty())
    event.refuse("nothing_collected", {},
                 {"Der er ingen indmeldelser.", "There are no nominations."});
}

void apply_qualify(Event& event, Tree& document) {
  std::set<std::string> seen;
  for (const Tree& row : event.json.entries_at("rows")) {
    const std::string& rule = row.text_at("rule");
    const bool draft = is_draft(row);
    if (!draft) (void)event.rule(rule);
    if (draft && !rule.empty() && event.model.find(rule))
      event.refuse("no_draft", {rule},
                   {rule + " er i modellen og ikke et udkast: tag `draft` væk.",
                    rule + " is in the model and no draft: take `draft` away."});
    if (!draft && !seen.insert(rule).second)
      event.refuse("row_twice", {rule}, {rule + " har to rækker.", rule + " has two rows."});
    Tree dated = row;
    if (!row.find("on")) dated.put("on", to_text(event.on));
    document.add("qualification", std::move(dated));
  }
  if (event.json.entries_at("rows").empty())
    event.refuse("nothing_qualified", {}, {"Der er ingen rækker.", "There are no rows."});
}

void apply_trial_result(Event& event, Tree& document) {
  const Tree& row = *event.json.find("result");
  const Tree* trial = nullptr;
  for (const Tree& one : event.view.rows("trials"))
    if (one.text_at("id") == row.text_at("trial")) trial = &one;
  if (!trial)
    event.refuse("unknown_trial", row.ids_at("trial"),
                 {"Der er ingen prøvehandling " + row.text_at("trial") + ".",
                  "There is no trial " + row.text_at("trial") + "."});
  else if (trial->find("period")->day_at("from") > row.day_at("on"))
    event.refuse("trial_not_begun", row.ids_at("trial"),
                 {"Prøvehandlingen er ikke begyndt den " + row.text_at("on") + ".",
                  "The trial has not begun on " + row.text_at("on") + "."});
  if (trial)
    for (const Tree& effect : row.entries_at("effects"))
      if (effect.number_at("expected").value_or(1) >
          static_cast<double>(trial->entries_at("expected").size()))
        event.refuse("unknown_effect", row.ids_at("trial"),
                     {"`expected` er nummeret på noget, der var ventet, fra 1.",
                      "`expected` is the number of something expected, from 1."});
  document.add("trial_results", row);
}

void apply_reply(Event& event, Tree& document) {
  Tree row = *event.json.find("reply");
  const std::vector<ReviewReply> replies = event.review.replies(event.model, event.on);
  const auto meant = std::find_if(replies.begin(), replies.end(), [&](const ReviewReply& one) {
    return one.unit == row.text_at("unit");
  });
  if (meant == replies.end())
    event.refuse("unit_without_nominations", row.ids_at("unit"),
                 {"Enheden har ikke meldt noget ind.", "The unit has nominated nothing."});
  else if (!row.find("letter"))
    row.put("letter", meant->letter);
  document.add("replies", std::move(row));
}

void apply_implement(Event& event, Tree& document) {
  const Tree& row = *event.json.find("implementation");
  const std::string& rule = row.text_at("rule");
  const auto decided = event.view.decided();
  const auto found = decided.find(rule);
  if (found == decided.end()) {
    event.refuse(
        "not_decided", {rule},
        {"Der er ikke besluttet noget om " + rule + ".", "Nothing was decided on " + rule + "."});
  } else {
    const Tree& disposition = *found->second.tree;
    if (disposition.text_at("what") == "keep")
      event.refuse("nothing_to_do", {rule},
                   {rule + " fastholdes: der er intet at gennemføre.",
                    rule + " is kept: there is nothing to carry out."});
    const auto due = disposition.day_at("effect_from") ? disposition.day_at("effect_from")
                                                       : disposition.day_at("on");
    if (due && *row.day_at("on") < *due)
      event.refuse("before_effect", {rule},
                   {"Beslutningen har først virkning fra " + to_text(*due) + ".",
                    "The decision has effect from " + to_text(*due) + " only."});
  }
  actors_of(event.model, row.ids_at("who"), event.lacks);
  for (const Tree& held : row.entries_at("involved")) {
    const auto i = event.model.find(held.text_at("involvement"));
    if (!i || event.model.kind(*i) != Kind::involvement)
      event.refuse("unknown_involvement", held.ids_at("involvement"),
                   {"Modellen har ingen inddragelse " + held.text_at("involvement") + ".",
                    "The model has no involvement " + held.text_at("involvement") + "."});
  }
  document.add("implementations", row);
}

void apply_measure(Event& event, Tree& document) {
  const Tree& row = *event.json.find("measurement");
  const std::string& what = row.text_at("measure");
  const auto need = [&](std::string_view field) {
    if (row.find(field)) return;
    event.refuse("measurement_incomplete", {std::string(field)},
                 {"Målingen (" + what + ") siger ikke `" + std::string(field) + "`.",
                  "The measurement (" + what + ") does not say `" + std::string(field) + "`."});
  };
  if (what == "hours")
    for (const std::string_view field : {"rule", "when", "hours", "method", "n", "period"})
      need(field);
  if (what == "own_hours") need("hours");
  if (what == "product" || what == "process") {
    need("aspect");
    need("method");
    if (!row.find("value") && !row.find("text")) need("text");
  }
  if (!row.text_at("rule").empty()) (void)event.rule(row.text_at("rule"));
  document.add("measurements", row);
}

void apply_skip(Event& event, Tree& document) {
  Tree row = *event.json.find("skip");
  const auto step = *from_text<ReviewStepWord>(row.text_at("step"));
  const std::string mode = event.view.mode();
  actors_of(event.model, row.ids_at("by"), event.lacks);
  if (event.view.skip_of(step))
    event.refuse("skipped_twice", row.ids_at("step"),
                 {"Trinnet er sprunget over i forvejen.", "The step was skipped already."});
  const bool culture_skips = step == ReviewStepWord::collect || step == ReviewStepWord::qualify ||
                             step == ReviewStepWord::decide;
  if (mode != "culture" || !culture_skips)
    event.object("step_belongs", row.ids_at("step"),
                 {"Kun en kulturændring (`culture`) springer trin over, og kun trin 4 til 6.",
                  "Only a change of culture (`culture`) skips steps, and only steps 4 to 6."});
  event.let_pass_in(row);
  document.add("skips", std::move(row));
}

void apply_close(Event& event, Tree& document) {
  Tree row = *event.json.find("closing");
  actors_of(event.model, row.ids_at("by"), event.lacks);
  for (const ReviewStep& step : event.review.status(event.model, event.on).steps)
    for (ReviewLack lack : step.missing) {
      lack.overridable = true;
      event.lacks.push_back(std::move(lack));
    }
  event.let_pass_in(row);
  document.add("closings", std::move(row));
}

void log_event(const Event& event, const Tree& before, Tree& document) {
  const std::string& what = event.json.text_at("event");
  Tree row = Tree::object();
  row.put("nr", static_cast<double>(before.entries_at("log").size() + 1));
  row.put("event", what).put("step", step_of(event.json)).put("on", to_text(event.on));
  for (const std::string_view field : {"by", "note"})
    if (const Tree* given = event.json.find(field)) row.put(field, *given);
  const std::string_view list = list_of(what);
  row.put("rows",
          static_cast<double>(document.entries_at(list).size() - before.entries_at(list).size()));
  row.put("model", state_of(event.model));
  document.add("log", std::move(row));
}

[[noreturn]] void refuse_form(const std::string& what, std::vector<Finding> findings) {
  const Finding& first = findings.front();
  const std::string message =
      what + ": " + first.message.en +
      (findings.size() > 1 ? " (and " + std::to_string(findings.size() - 1) + " more)" : "");
  std::string at = first.field;
  throw InvalidReview(message, std::move(at), std::move(findings));
}

/// Reads an event and holds it against its shape.
Tree read_event(std::string_view text, const std::string& name) {
  std::vector<Finding> findings;
  if (text.size() > most_bytes)
    throw Error(Errc::too_large, "an event of more than 64 MiB is not read");
  Tree json = read_tree(text, name, findings);
  if (json.is_object()) {
    hand_down(json);
    check_shape(json, event_shape(json.text_at("event")), text, name, findings);
    const std::string_view field = row_field(json.text_at("event"));
    const bool dated =
        json.find("on") || (!field.empty() && json.find(field) && json.find(field)->find("on"));
    if (findings.empty() && !dated) {
      Finding finding;
      finding.code = "missing_field";
      finding.file = name;
      finding.field = "on";
      finding.message = {"feltet `on` mangler", "the field `on` is missing"};
      findings.push_back(std::move(finding));
    }
    if (findings.empty() && json.text_at("event") == "set") {
      Tree head = Tree::object();
      head.put(json.text_at("field"), *json.find("value"));
      check_shape(head, head_shape(), text, name, findings);
    }
  } else if (findings.empty()) {
    Finding finding;
    finding.code = "wrong_type";
    finding.file = name;
    finding.message = {"her skal stå et objekt", "expected an object"};
    findings.push_back(std::move(finding));
  }
  if (!findings.empty()) refuse_form("the event cannot be read", std::move(findings));
  return json;
}

}  // namespace

}  // namespace review

Applied Review::apply(const Model& model, std::string_view json, const std::string& name) const {
  using review::Tree;
  const Tree event_json = review::read_event(json, name);
  review::same_model(model, *this);
  const std::string& what = event_json.text_at("event");
  const std::string_view field = review::row_field(what);
  const auto on = field.empty() ? event_json.day_at("on") : event_json.find(field)->day_at("on");
  review::Event event{model, *this, review::View(tree()), event_json, *on, {}};
  review::actors_of(model, event_json.ids_at("by"), event.lacks);
  Tree document = tree();
  if (!tree().entries_at("closings").empty() && what != "measure" && what != "lesson")
    event.refuse("closed", {},
                 {"Gennemgangen er afsluttet: kun målinger og erfaringer kan komme til.",
                  "The review is closed: only measurements and lessons can be added."});
  if (what == "set") review::apply_set_field(event, document);
  if (what == "declare") review::apply_declare(event, document);
  if (what == "collect") review::apply_collect(event, document);
  if (what == "qualify") review::apply_qualify(event, document);
  if (what == "dispose" || what == "trial") {
    try {
      Tree row = what == "trial" ? review::trial_row(event) : review::disposition_row(event);
      event.let_pass_in(row);
      document.add(review::list_of(what), std::move(row));
    } catch (const Error& error) {  // of `facts`, as who_decides reads them
      event.refuse(
          "facts_do_not_fit", {},
          {error.at() + ": " + error.what() + ".", error.at() + ": " + error.what() + "."});
    }
  }
  if (what == "trial_result") review::apply_trial_result(event, document);
  if (what == "reply") review::apply_reply(event, document);
  if (what == "implement") review::apply_implement(event, document);
  if (what == "measure") review::apply_measure(event, document);
  if (what == "lesson") document.add("lessons", *event_json.find("lesson"));
  if (what == "skip") review::apply_skip(event, document);
  if (what == "close") review::apply_close(event, document);
  if (!event.lacks.empty()) return {std::nullopt, std::move(event.lacks)};
  review::log_event(event, tree(), document);
  return {Review(std::move(document)), {}};
}

}  // namespace regelgraf
