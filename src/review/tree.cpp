#include "review/tree.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "formats/places.hpp"
#include "json/parse.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

namespace regelgraf::review {

namespace {

constexpr int deepest = 32;

/// Reads values of any shape.
class TreeReader {
 public:
  explicit TreeReader(json::Reader& in) : in_(in) {}

  void read(json::Value& value, Tree& out, int depth = 0) {
    out.offset = in_.offset_of(value);
    if (depth > deepest) {
      in_.report(out.offset, "too_deep", "for dybt indlejret", "nested too deeply");
      return;
    }
    using simdjson::ondemand::json_type;
    switch (value.type()) {
      case json_type::object: {
        Tree::Fields fields;
        in_.fields(value, [&](std::string_view key, json::Value& inner) {
          fields.push_back({std::string(key), {}});
          read(inner, fields.back().value, depth + 1);
          return true;
        });
        std::sort(fields.begin(), fields.end(),
                  [](const TreeField& a, const TreeField& b) { return a.key < b.key; });
        out.value = std::move(fields);
        return;
      }
      case json_type::array: {
        Tree::List entries;
        in_.each(value, [&](json::Value& inner) {
          entries.emplace_back();
          read(inner, entries.back(), depth + 1);
        });
        out.value = std::move(entries);
        return;
      }
      case json_type::string: {
        std::string text;
        if (in_.text(value, text)) out.value = std::move(text);
        return;
      }
      case json_type::number: {
        double number = 0;
        if (in_.number(value, number)) out.value = number;
        return;
      }
      case json_type::boolean: {
        bool yes = false;
        if (in_.boolean(value, yes)) out.value = yes;
        return;
      }
      case json_type::null:
        if (!value.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
    }
  }

 private:
  json::Reader& in_;
};

void write_tree(const Tree& tree, std::string& out) {
  if (const bool* yes = tree.boolean()) {
    out += *yes ? "true" : "false";
  } else if (const double* number = tree.number()) {
    json::append_number(out, *number);
  } else if (const std::string* text = tree.text()) {
    json::append_string(out, *text);
  } else if (tree.is_list()) {
    out += '[';
    for (const Tree& entry : tree.entries()) {
      if (&entry != tree.entries().data()) out += ',';
      write_tree(entry, out);
    }
    out += ']';
  } else if (tree.is_object()) {
    out += '{';
    for (const TreeField& field : tree.fields()) {
      if (&field != tree.fields().data()) out += ',';
      json::append_string(out, field.key);
      out += ':';
      write_tree(field.value, out);
    }
    out += '}';
  } else {
    out += "null";
  }
}

}  // namespace

Tree::Tree(const Tree& other) { value = other.value; }

Tree::Tree(bool yes) : value(yes) {}

Tree::Tree(double number) : value(number) {}

Tree::Tree(std::string text) : value(std::move(text)) {}

Tree::Tree(std::string_view text) : value(std::string(text)) {}

Tree::Tree(const char* text) : value(std::string(text)) {}

Tree Tree::list() { return list(List()); }

Tree Tree::list(List entries) {
  Tree tree;
  tree.value = std::move(entries);
  return tree;
}

Tree Tree::object() {
  Tree tree;
  tree.value = Fields();
  return tree;
}

Tree::Tree(const Name& name) : Tree(object()) {
  if (!name.da.empty()) put("da", name.da);
  if (!name.en.empty()) put("en", name.en);
}

Tree::Tree(const Ids& ids) {
  List entries;
  for (const std::string& id : ids) entries.emplace_back(id);
  value = std::move(entries);
}

Tree::Tree(const Range& range) {
  List entries;
  for (const double figure : {range.low, range.likely, range.high}) entries.emplace_back(figure);
  value = std::move(entries);
}

const Tree::List& Tree::entries() const {
  static const List nothing;
  const List* entries = std::get_if<List>(&value);
  return entries ? *entries : nothing;
}

const Tree::Fields& Tree::fields() const {
  static const Fields nothing;
  const Fields* fields = std::get_if<Fields>(&value);
  return fields ? *fields : nothing;
}

const Tree* Tree::find(std::string_view key) const {
  const Fields& all = fields();
  const auto at = std::lower_bound(
      all.begin(), all.end(), key,
      [](const TreeField& field, std::string_view wanted) { return field.key < wanted; });
  return at != all.end() && at->key == key ? &at->value : nullptr;
}

const std::string& Tree::text_at(std::string_view key) const {
  static const std::string nothing;
  const Tree* child = find(key);
  return child && child->text() ? *child->text() : nothing;
}

const Tree::List& Tree::entries_at(std::string_view key) const {
  static const List nothing;
  const Tree* child = find(key);
  return child ? child->entries() : nothing;
}

std::optional<Day> Tree::day_at(std::string_view key) const { return day_from_text(text_at(key)); }

std::optional<double> Tree::number_at(std::string_view key) const {
  const Tree* child = find(key);
  if (!child || !child->number()) return std::nullopt;
  return *child->number();
}

std::optional<Range> Tree::range_at(std::string_view key) const {
  const Tree* child = find(key);
  return child ? range_of(*child) : std::nullopt;
}

Ids Tree::ids_at(std::string_view key) const {
  Ids ids;
  const Tree* child = find(key);
  if (!child) return ids;
  if (child->text()) ids.push_back(*child->text());
  for (const Tree& entry : child->entries())
    if (entry.text()) ids.push_back(*entry.text());
  return ids;
}

Name Tree::name_at(std::string_view key) const {
  const Tree* child = find(key);
  if (!child) return {};
  if (child->text()) return {*child->text(), *child->text()};
  return {child->text_at("da"), child->text_at("en")};
}

Tree& Tree::put(std::string_view key, Tree child) {
  auto& all = std::get<Fields>(value);
  const auto at = std::lower_bound(
      all.begin(), all.end(), key,
      [](const TreeField& field, std::string_view wanted) { return field.key < wanted; });
  if (at != all.end() && at->key == key)
    at->value = std::move(child);
  else
    all.insert(at, {std::string(key), std::move(child)});
  return *this;
}

Tree& Tree::add(std::string_view key, Tree entry) {
  if (!find(key)) put(key, list());
  auto& all = std::get<Fields>(value);
  const auto at = std::lower_bound(
      all.begin(), all.end(), key,
      [](const TreeField& field, std::string_view wanted) { return field.key < wanted; });
  std::get<List>(at->value.value).push_back(std::move(entry));
  return *this;
}

bool operator==(const Tree& a, const Tree& b) { return json_of(a) == json_of(b); }

std::optional<Range> range_of(const Tree& tree) {
  if (const double* number = tree.number()) return Range{*number, *number, *number};
  std::vector<double> figures;
  for (const Tree& entry : tree.entries()) {
    if (!entry.number()) return std::nullopt;
    figures.push_back(*entry.number());
  }
  if (figures.size() == 1) return Range{figures[0], figures[0], figures[0]};
  if (figures.size() == 2)
    return Range{figures[0], figures[0] + (figures[1] - figures[0]) / 2, figures[1]};
  if (figures.size() == 3) return Range{figures[0], figures[1], figures[2]};
  return std::nullopt;
}

std::string json_of(const Tree& tree) {
  std::string out;
  write_tree(tree, out);
  return out;
}

Tree read_tree(std::string_view text, const std::string& name, std::vector<Finding>& findings) {
  Tree tree;
  const formats::Lines lines(text);
  const auto report = [&](std::size_t offset, Finding finding) {
    finding.file = name;
    std::tie(finding.line, finding.column) = lines.at(std::min(offset, text.size()));
    findings.push_back(std::move(finding));
  };
  const auto no_json = [&](std::size_t offset, Name message) {
    Finding finding;
    finding.code = "bad_json";
    finding.message = std::move(message);
    report(offset, std::move(finding));
  };
  if (const std::size_t at = detail::find_invalid_utf8(text); at != std::string_view::npos) {
    Finding finding;
    finding.code = "bad_utf8";
    finding.message = {"teksten er ikke UTF-8", "the text is not UTF-8"};
    report(at, std::move(finding));
    return tree;
  }
  const simdjson::padded_string padded = json::padded(text);
  json::Reader in({padded.data(), padded.size()});
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  bool begun = false;
  try {
    document = json::begin(parser, padded, padded.size() + simdjson::SIMDJSON_PADDING);
    begun = true;
    using simdjson::ondemand::json_type;
    const json_type type = document.type();
    if (type == json_type::object || type == json_type::array) {
      json::Value value = document.get_value();
      TreeReader(in).read(value, tree);
      if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        no_json(static_cast<std::size_t>(document.current_location().value() - padded.data()),
                {"der står mere efter dokumentet", "there is more after the document"});
    } else {
      in.report(0, "wrong_type", "her skal stå et objekt", "expected an object");
    }
  } catch (const simdjson::simdjson_error& error) {
    const char* place = nullptr;
    std::size_t at = formats::Places::suspect(text);
    if (begun && !document.current_location().get(place) && place >= padded.data() &&
        place <= padded.data() + padded.size())
      at = static_cast<std::size_t>(place - padded.data());
    in.findings.clear();  // what was half read says nothing
    no_json(at, {std::string("teksten er ikke JSON: ") + simdjson::error_message(error.error()),
                 std::string("the text is no JSON: ") + simdjson::error_message(error.error())});
  }
  for (json::Located& located : in.findings) report(located.offset, std::move(located.finding));
  return tree;
}

}  // namespace regelgraf::review
