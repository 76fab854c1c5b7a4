#include "review/shape.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/detail/texts.hpp>

#include "formats/places.hpp"

namespace regelgraf::review {

using detail::quote;

namespace {

FieldShape must(FieldShape field) {
  field.required = true;
  return field;
}
FieldShape objects(std::string_view key, const Shape& shape) {
  return {key, Sort::list, false, &shape};
}
FieldShape one(std::string_view key, const Shape& shape) {
  return {key, Sort::object, false, &shape};
}
FieldShape word(std::string_view key, std::span<const std::string_view> words) {
  return {key, Sort::word, false, nullptr, words};
}

const Shape& scope_shape() {
  static const Shape shape{{{"instruments", Sort::ids},
                            {"issuers", Sort::ids},
                            {"tiers", Sort::ids},
                            {"matters", Sort::ids},
                            {"ids", Sort::ids},
                            {"repealable_by", Sort::id}}};
  return shape;
}

const Shape& report_shape() {
  static const Shape shape{{must({"to", Sort::id}), {"on", Sort::day}, {"what", Sort::name}}};
  return shape;
}

const Shape& organisation_shape() {
  static const Shape shape{{{"working_group", Sort::ids},
                            {"coordinator", Sort::id},
                            {"product", Sort::name},
                            {"horizon", Sort::period},
                            word("rhythm", rhythm_words),
                            objects("reporting", report_shape())}};
  return shape;
}

const Shape& collection_shape() {
  static const Shape shape{{{"from", Sort::day}, {"to", Sort::day}, {"depth", Sort::name}}};
  return shape;
}

const Shape& declaration_shape() {
  static const Shape shape{{must({"what", Sort::name}),
                            must(word("frame", frame_words)),
                            must({"on", Sort::day}),
                            {"rule", Sort::id},
                            {"by", Sort::ids},
                            {"reason", Sort::name}}};
  return shape;
}

const Shape& change_shape() {
  static const Shape shape{{must(word("field", head_words)),
                            must({"value", Sort::any}),
                            must({"on", Sort::day}),
                            {"by", Sort::ids},
                            {"reason", Sort::name}}};
  return shape;
}

const Shape& matched_shape() {
  static const Shape shape{
      {must({"element", Sort::id}), {"score", Sort::number}, {"how", Sort::text}}, true};
  return shape;
}

const Shape& nomination_shape() {
  static const Shape shape{{must({"nr", Sort::any}),
                            must({"rule", Sort::any_text}),  // a row that names no rule is kept
                            {"date", Sort::day},
                            {"unit", Sort::text},
                            {"cluster", Sort::text},
                            word("proposal", disposition_words),
                            one("matched", matched_shape())},
                           true};
  return shape;
}

const Shape& cluster_shape() {
  static const Shape shape{{must({"id", Sort::text}), {"element", Sort::id}}, true};
  return shape;
}

const Shape& decider_shape() {
  static const Shape shape{{must({"holders", Sort::ids})}, true};
  return shape;
}

const Shape& row_shape() {
  static const Shape shape{{must({"rule", Sort::id_or_null}),
                            {"draft", Sort::yes_no},
                            {"origin", Sort::text},
                            {"hours", Sort::range},
                            {"hours_nominated", Sort::range},
                            {"surplus_hours", Sort::range},
                            {"issuer", Sort::ids},
                            {"duties", Sort::ids},
                            {"unmet_duties", Sort::ids},
                            {"breaks", Sort::ids},
                            {"redundant", Sort::ids},
                            {"used_by", Sort::ids},
                            {"med", Sort::yes_no},
                            {"unexamined", Sort::yes_no},
                            {"on", Sort::day},
                            word("heap", heap_words),
                            objects("deciders", decider_shape())},
                           true};
  return shape;
}

const Shape& involved_shape() {
  static const Shape shape{
      {must({"involvement", Sort::id}), must({"on", Sort::day}), {"outcome", Sort::name}}};
  return shape;
}

const Shape& override_shape() {
  static const Shape shape{
      {must({"by", Sort::id}), must({"reason", Sort::name}), must({"of", Sort::ids})}};
  return shape;
}

/// What a decision and a trial have in common.
std::vector<FieldShape> decided_fields() {
  return {must({"decided_by", Sort::ids}),
          must({"on", Sort::day}),
          {"grant", Sort::id},
          {"unit", Sort::id},
          {"facts", Sort::any},
          objects("involved", involved_shape()),
          one("override", override_shape()),
          {"change", Sort::any},
          {"note", Sort::name},
          // What the graph said when it was decided; apply() writes it.
          {"authority", Sort::any},
          {"effects", Sort::any},
          {"overridden", Sort::any},
          {"after", Sort::ids}};
}

const Shape& disposition_shape() {
  static const Shape shape{[] {
    std::vector<FieldShape> fields = decided_fields();
    fields.push_back(must({"rule", Sort::id}));
    fields.push_back(must(word("what", disposition_words)));
    fields.push_back({"effect_from", Sort::day});
    return fields;
  }()};
  return shape;
}

const Shape& expected_shape() {
  static const Shape shape{{must({"effect", Sort::name}), {"measure", Sort::name}}};
  return shape;
}

const Shape& trial_shape() {
  static const Shape shape{[] {
    std::vector<FieldShape> fields = decided_fields();
    for (FieldShape& field : fields)
      if (field.key == "unit") field.required = true;
    fields.push_back(must({"id", Sort::id}));
    fields.push_back(must({"rules", Sort::ids}));
    fields.push_back(must({"period", Sort::period}));
    fields.push_back(objects("expected", expected_shape()));
    fields.push_back({"measures", Sort::texts});
    return fields;
  }()};
  return shape;
}

const Shape& seen_shape() {
  static const Shape shape{
      {{"expected", Sort::whole}, must({"seen", Sort::name}), {"met", Sort::yes_no}}};
  return shape;
}

const Shape& trial_result_shape() {
  static const Shape shape{{must({"trial", Sort::id}),
                            must({"on", Sort::day}),
                            must(word("outcome", outcome_words)),
                            word("next", next_words),
                            {"text", Sort::name},
                            objects("effects", seen_shape())}};
  return shape;
}

const Shape& reply_shape() {
  static const Shape shape{{must({"unit", Sort::text}),
                            must({"on", Sort::day}),
                            {"by", Sort::ids},
                            {"letter", Sort::name}}};
  return shape;
}

const Shape& implementation_shape() {
  static const Shape shape{{must({"rule", Sort::id}),
                            must({"on", Sort::day}),
                            {"who", Sort::ids},
                            {"what", Sort::name},
                            objects("involved", involved_shape())}};
  return shape;
}

const Shape& measurement_shape() {
  static const Shape shape{{must(word("measure", measured_words)),
                            must({"on", Sort::day}),
                            {"rule", Sort::id},
                            {"trial", Sort::id},
                            word("when", when_words),
                            word("aspect", aspect_words),
                            word("method", method_words),
                            {"n", Sort::whole},
                            {"period", Sort::period},
                            {"hours", Sort::range},
                            {"value", Sort::any_range},
                            {"unit_of_value", Sort::name},
                            {"people", Sort::whole},
                            word("step", step_words),
                            {"text", Sort::name}}};
  return shape;
}

const Shape& lesson_shape() {
  static const Shape shape{{must({"text", Sort::name}),
                            must({"on", Sort::day}),
                            {"by", Sort::ids},
                            word("step", step_words),
                            {"new_rules", Sort::yes_no},
                            {"next", Sort::name}}};
  return shape;
}

const Shape& skip_shape() {
  static const Shape shape{{must(word("step", step_words)),
                            must({"on", Sort::day}),
                            must({"reason", Sort::name}),
                            {"by", Sort::ids},
                            {"overridden", Sort::any},
                            one("override", override_shape())}};
  return shape;
}

const Shape& closing_shape() {
  static const Shape shape{{must({"on", Sort::day}),
                            {"by", Sort::ids},
                            {"conclusion", Sort::name},
                            {"next", Sort::name},
                            {"overridden", Sort::any},
                            one("override", override_shape())}};
  return shape;
}

const Shape& state_shape() {
  static const Shape shape{{must({"id", Sort::id}), {"digest", Sort::text}}};
  return shape;
}

const Shape& log_shape() {
  static const Shape shape{{must({"nr", Sort::whole}),
                            must(word("event", event_words)),
                            must({"on", Sort::day}),
                            word("step", step_words),
                            {"by", Sort::ids},
                            {"note", Sort::name},
                            {"rows", Sort::number},
                            one("model", state_shape())}};
  return shape;
}

const Shape& evaluation_shape() {
  static const Shape shape{{{"smallest_sample", Sort::whole}}};
  return shape;
}

std::vector<FieldShape> head_fields() {
  return {{"name", Sort::name},
          {"commissioner", Sort::ids},
          {"purposes", Sort::words, false, nullptr, purpose_words},
          one("scope", scope_shape()),
          word("mode", mode_words),
          one("organisation", organisation_shape()),
          one("collection", collection_shape())};
}

/// Walks a tree beside its shape.
class ShapeCheck {
 public:
  ShapeCheck(std::string_view text, const std::string& file, std::vector<Finding>& findings)
      : text_(text), file_(file), findings_(findings), lines_(text) {}

  void object(const Tree& tree, const Shape& shape, const std::string& path) {
    if (!tree.is_object()) return wrong(tree, path, "et objekt", "an object");
    for (const TreeField& field : tree.fields()) {
      const std::string at =
          path.empty() ? detail::shortened(field.key) : path + "." + detail::shortened(field.key);
      const auto known = std::find_if(shape.fields.begin(), shape.fields.end(),
                                      [&](const FieldShape& one) { return one.key == field.key; });
      if (known != shape.fields.end())
        value(field.value, *known, at);
      else if (!field.key.starts_with("x-") && !shape.open)
        unknown_field(field, shape, at);
    }
    for (const FieldShape& field : shape.fields)
      if (field.required && !tree.find(field.key))
        report(tree, "missing_field", path,
               {"feltet `" + std::string(field.key) + "` mangler",
                "the field `" + std::string(field.key) + "` is missing"});
  }

  /// No text in it may look like a CPR number, wherever it stands.
  void personal_data(const Tree& tree, const std::string& path) {
    if (const std::string* text = tree.text()) {
      if (detail::has_cpr(*text)) personal(tree, path);
    }
    std::size_t index = 0;
    for (const Tree& entry : tree.entries())
      personal_data(entry, path + "[" + std::to_string(index++) + "]");
    for (const TreeField& field : tree.fields()) {
      const std::string at =
          path.empty() ? detail::shortened(field.key) : path + "." + detail::shortened(field.key);
      if (detail::has_cpr(field.key)) personal(field.value, path);
      personal_data(field.value, at);
    }
  }

 private:
  Finding& report(const Tree& tree, std::string_view code, const std::string& path, Name message) {
    Finding finding;
    finding.code = code;
    finding.file = file_;
    if (!text_.empty())
      std::tie(finding.line, finding.column) = lines_.at(std::min(tree.offset, text_.size()));
    if (!detail::has_cpr(path)) finding.field = path;
    finding.message = std::move(message);
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  void personal(const Tree& tree, const std::string& path) {
    const Finding found = detail::personal_data_found();
    report(tree, found.code, path, found.message).advice = found.advice;
  }

  void wrong(const Tree& tree, const std::string& path, const char* da, const char* en) {
    report(tree, "wrong_type", path,
           {std::string("her skal stå ") + da, std::string("expected ") + en});
  }

  void unknown_field(const TreeField& field, const Shape& shape, const std::string& path) {
    std::string_view nearest;
    std::size_t least = 4;
    for (const FieldShape& one : shape.fields)
      if (const std::size_t edits = detail::edits(one.key, field.key, 3); edits < least) {
        least = edits;
        nearest = one.key;
      }
    Finding& finding = report(field.value, "unknown_field", path,
                              {"feltet " + quote(field.key) + " kendes ikke her",
                               "the field " + quote(field.key) + " is not known here"});
    finding.advice =
        nearest.empty()
            ? Name{"egne felter hedder `x-...`", "fields of your own are named `x-...`"}
            : Name{"mener du " + quote(nearest) + "? egne felter hedder `x-...`",
                   "do you mean " + quote(nearest) + "? fields of your own are named `x-...`"};
  }

  void unknown_word(const Tree& tree, std::span<const std::string_view> words,
                    const std::string& path) {
    std::string all;
    for (const std::string_view word : words) all += (all.empty() ? "" : ", ") + std::string(word);
    report(tree, "unknown_word", path,
           {quote(*tree.text()) + " er ikke et af ordene her",
            quote(*tree.text()) + " is none of the words here"})
        .advice = {"vælg blandt: " + all, "choose among: " + all};
  }

  void text(const Tree& tree, const std::string& path) {
    if (!tree.text() || tree.text()->empty()) wrong(tree, path, "en tekst", "a text");
  }

  void id(const Tree& tree, const std::string& path) {
    if (!tree.text()) return wrong(tree, path, "et id", "an id");
    const std::string& id = *tree.text();
    const bool control = std::any_of(id.begin(), id.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (id.empty() || id.size() > 200 || id == "*" || control)
      report(tree, "bad_id", path,
             {"et id er 1 til 200 bytes uden styretegn",
              "an id is 1 to 200 bytes without control characters"});
  }

  std::optional<Day> day(const Tree& tree, const std::string& path) {
    if (!tree.text()) {
      wrong(tree, path, "en dato", "a date");
      return std::nullopt;
    }
    const std::optional<Day> day = day_from_text(*tree.text());
    if (!day)
      report(tree, "bad_date", path,
             {quote(*tree.text()) + " er ikke en dato", quote(*tree.text()) + " is no date"})
          .advice = {"skriv ÅÅÅÅ-MM-DD med en dag, der findes",
                     "write YYYY-MM-DD, a day that exists"};
    return day;
  }

  void period(const Tree& tree, const std::string& path) {
    static const Shape shape{{{"from", Sort::day}, {"to", Sort::day}}};
    object(tree, shape, path);
    const auto from = tree.day_at("from"), to = tree.day_at("to");
    if (from && to && *to < *from)
      report(tree, "bad_period", path,
             {"perioden slutter, før den begynder", "the period ends before it begins"});
  }

  void number(const Tree& tree, const std::string& path, bool whole) {
    if (!tree.number()) return wrong(tree, path, "et tal", "a number");
    const double figure = *tree.number();
    if (figure < (whole ? 1 : 0) || figure > 1e9 || (whole && figure != std::floor(figure)))
      report(tree, "bad_number", path,
             whole ? Name{"her skal stå et helt tal fra 1", "expected a whole number from 1"}
                   : Name{"her skal stå et tal fra 0", "expected a number from 0"});
  }

  void range(const Tree& tree, const std::string& path, bool below_zero) {
    const auto range = range_of(tree);
    if (!range)
      return wrong(tree, path, "et tal, [lav, høj] eller [lav, sandsynlig, høj]",
                   "a number, [low, high] or [low, likely, high]");
    if (range->low > range->likely || range->likely > range->high)
      report(tree, "bad_range", path,
             {"tallene skal stå i orden, det mindste først",
              "the figures must stand in order, the least first"});
    else if (range->low < 0 && !below_zero)
      report(tree, "bad_number", path,
             {"tallet kan ikke være negativt", "the figure cannot be negative"});
  }

  void name(const Tree& tree, const std::string& path) {
    if (tree.text()) return text(tree, path);
    static const Shape shape{{{"da", Sort::text}, {"en", Sort::text}}};
    object(tree, shape, path);
    if (tree.is_object() && tree.name_at("da").empty() && tree.name_at("en").empty())
      wrong(tree, path, "en tekst, eller {\"da\", \"en\"}", "a text, or {\"da\", \"en\"}");
  }

  /// One value, or a list of them.
  template <class Each>
  void each(const Tree& tree, const std::string& path, const Each& check) {
    if (!tree.is_list()) return check(tree, path);
    std::size_t index = 0;
    for (const Tree& entry : tree.entries())
      check(entry, path + "[" + std::to_string(index++) + "]");
  }

  void value(const Tree& tree, const FieldShape& field, const std::string& path) {
    switch (field.sort) {
      case Sort::text:
        return text(tree, path);
      case Sort::any_text:
        if (!tree.text()) wrong(tree, path, "en tekst", "a text");
        return;
      case Sort::name:
        return name(tree, path);
      case Sort::id:
        return id(tree, path);
      case Sort::id_or_null:
        if (!tree.is_null()) id(tree, path);
        return;
      case Sort::ids:
        return each(tree, path, [&](const Tree& one, const std::string& at) { id(one, at); });
      case Sort::day:
        day(tree, path);
        return;
      case Sort::period:
        return period(tree, path);
      case Sort::number:
        return number(tree, path, false);
      case Sort::whole:
        return number(tree, path, true);
      case Sort::yes_no:
        if (!tree.boolean()) wrong(tree, path, "true eller false", "true or false");
        return;
      case Sort::range:
        return range(tree, path, false);
      case Sort::any_range:
        return range(tree, path, true);
      case Sort::word:
      case Sort::words:
        return each(tree, path, [&](const Tree& one, const std::string& at) {
          if (!one.text())
            wrong(one, at, "et ord", "a word");
          else if (std::find(field.words.begin(), field.words.end(), *one.text()) ==
                   field.words.end())
            unknown_word(one, field.words, at);
        });
      case Sort::object:
        return object(tree, *field.shape, path);
      case Sort::list: {
        if (!tree.is_list()) return wrong(tree, path, "en liste", "a list");
        std::size_t index = 0;
        for (const Tree& entry : tree.entries())
          object(entry, *field.shape, path + "[" + std::to_string(index++) + "]");
        return;
      }
      case Sort::texts:
        return each(tree, path, [&](const Tree& one, const std::string& at) { name(one, at); });
      case Sort::any:
        return;
    }
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<Finding>& findings_;
  formats::Lines lines_;
};

}  // namespace

const Shape& document_shape() {
  static const Shape shape{[] {
    std::vector<FieldShape> fields = head_fields();
    fields.insert(fields.begin(), {must({"regelgraf_review", Sort::whole}), must({"id", Sort::id}),
                                   must(one("model", state_shape()))});
    fields.insert(fields.end(), {{"smallest_group", Sort::whole},
                                 one("evaluation", evaluation_shape()),
                                 objects("declarations", declaration_shape()),
                                 objects("changes", change_shape()),
                                 objects("nominations", nomination_shape()),
                                 objects("clusters", cluster_shape()),
                                 objects("qualification", row_shape()),
                                 objects("dispositions", disposition_shape()),
                                 objects("trials", trial_shape()),
                                 objects("trial_results", trial_result_shape()),
                                 objects("replies", reply_shape()),
                                 objects("implementations", implementation_shape()),
                                 objects("measurements", measurement_shape()),
                                 objects("lessons", lesson_shape()),
                                 objects("skips", skip_shape()),
                                 objects("closings", closing_shape()),
                                 objects("log", log_shape())});
    return fields;
  }()};
  return shape;
}

const Shape& head_shape() {
  static const Shape shape{head_fields()};
  return shape;
}

const Shape& event_shape(std::string_view event) {
  static const std::map<std::string_view, Shape> shapes = [] {
    const auto with = [](std::vector<FieldShape> own) {
      std::vector<FieldShape> fields{must(word("event", event_words)),
                                     {"on", Sort::day},
                                     {"by", Sort::ids},
                                     {"note", Sort::name}};
      fields.insert(fields.end(), own.begin(), own.end());
      return Shape{std::move(fields)};
    };
    const auto of = [&](std::string_view key, const Shape& shape) {
      return with({must(one(key, shape))});
    };
    return std::map<std::string_view, Shape>{
        {"set", with({must(word("field", head_words)),
                      must({"value", Sort::any}),
                      {"reason", Sort::name}})},
        {"declare", of("declaration", declaration_shape())},
        {"collect",
         with({objects("nominations", nomination_shape()), objects("clusters", cluster_shape())})},
        {"qualify", with({must(objects("rows", row_shape()))})},
        {"dispose", of("disposition", disposition_shape())},
        {"trial", of("trial", trial_shape())},
        {"trial_result", of("result", trial_result_shape())},
        {"reply", of("reply", reply_shape())},
        {"implement", of("implementation", implementation_shape())},
        {"measure", of("measurement", measurement_shape())},
        {"lesson", of("lesson", lesson_shape())},
        {"skip", of("skip", skip_shape())},
        {"close", of("closing", closing_shape())}};
  }();
  static const Shape none_known{{must(word("event", event_words))}, true};
  const auto found = shapes.find(event);
  return found == shapes.end() ? none_known : found->second;
}

std::span<const std::string_view> row_lists() {
  static constexpr std::string_view lists[] = {
      "changes",         "closings", "clusters", "declarations",  "dispositions",
      "implementations", "lessons",  "log",      "measurements",  "nominations",
      "qualification",   "replies",  "skips",    "trial_results", "trials"};
  return lists;
}

void check_shape(const Tree& tree, const Shape& shape, std::string_view text,
                 const std::string& file, std::vector<Finding>& findings) {
  ShapeCheck check(text, file, findings);
  check.object(tree, shape, {});
  check.personal_data(tree, {});
}

}  // namespace regelgraf::review
