// what_if: elements as a model file has them, and fields that take the place of others.

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <regelgraf/detail/change.hpp>
#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"
#include "formats/canonical.hpp"
#include "formats/one_element.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"

namespace regelgraf::ask {

using detail::quote;

namespace {

std::string text_of(simdjson::dom::element value) { return simdjson::minify(value); }

/// Reads what is to be added and changed, and collects what does not fit.
class ChangeReader {
 public:
  ChangeReader(const Model& model, Change& change) : model_(model), change_(change) {}

  void add(simdjson::dom::element value) {
    simdjson::dom::array list;
    if (value.get_array().get(list)) return add_one(value);
    for (const simdjson::dom::element one : list) add_one(one);
  }

  void change(simdjson::dom::element value) {
    simdjson::dom::object elements;
    if (value.get_object().get(elements))
      bad("expected an object of ids and their new fields", "change");
    for (const auto [id, fields] : elements) change_one(std::string(id), fields);
  }

  /// Throws where something did not fit, with what is wrong beyond that.
  void finish() {
    if (findings_.empty()) return;
    detail::check_change(model_, change_);
    detail::ChangePlaces places(model_, change_);
    places.added = added_at_;
    const Frozen frozen = detail::freeze_changed(model_, change_, places);
    std::set<std::tuple<std::string, std::string, std::string>> known;
    for (const Finding& finding : findings_)
      known.emplace(finding.file, finding.code, finding.field);
    for (const Finding& more : frozen.findings) {
      // What could not be read may be what a reference misses; a missing field may be seen twice.
      const bool missed = more.code == "unknown_id" &&
                          std::any_of(more.elements.begin(), more.elements.end(),
                                      [&](const auto& id) { return dropped_.contains(id); });
      if (!missed && known.emplace(more.file, more.code, more.field).second)
        findings_.push_back(more);
    }
    detail::refuse_change(std::move(findings_));
  }

 private:
  void add_one(simdjson::dom::element value) {
    const std::string at = "add[" + std::to_string(count_++) + "]";
    Element element;
    if (!formats::read_element(text_of(value), at, element, findings_)) {
      dropped_.insert(element.id);
      return;
    }
    change_.added.push_back(std::move(element));
    added_at_.push_back(at);
  }

  void change_one(const std::string& id, simdjson::dom::element value) {
    const std::string at = "change." + id;
    const Index i = find_element(model_, id, at);
    simdjson::dom::object given;
    if (value.get_object().get(given)) bad("expected an object of fields", at);
    const std::string before = formats::element_json(model_.element(i));
    Element element;
    formats::read_element(overlaid(before, given, at), at, element, findings_);
    if (formats::element_json(element) != before) change_.changed.push_back(std::move(element));
  }

  /// The element @p own with the fields of @p given in place of its own.
  std::string overlaid(const std::string& own, simdjson::dom::object given, const std::string& at) {
    simdjson::dom::parser parser;
    const simdjson::dom::object fields = json::parse(parser, own).get_object();
    json::Writer out;
    out.begin_object();
    for (const auto [key, value] : fields) {
      simdjson::dom::element other;
      const bool replaced = !given[key].get(other);
      if ((key == "id" || key == "kind") && replaced && text_of(other) != text_of(value))
        bad("the " + std::string(key) + " of an element cannot change",
            at + "." + std::string(key));
      if (!replaced || key == "id" || key == "kind") out.key(key).raw(text_of(value));
    }
    for (const auto [key, value] : given) {
      if (key == "id" || key == "kind") continue;
      if (!value.is_null())
        out.key(key).raw(text_of(value));
      else if (simdjson::dom::element unused; fields[key].get(unused))
        check_known(fields, key, at);
    }
    return out.end_object().take();
  }

  /// A field taken away that the element has not: is there such a field at all?
  void check_known(simdjson::dom::object own, std::string_view field, const std::string& at) {
    json::Writer probe;
    probe.begin_object().key("id").string("x").key("kind").raw(text_of(own["kind"]));
    probe.key(field).null().end_object();
    std::vector<Finding> found;
    Element unused;
    formats::read_element(probe.take(), at, unused, found);
    for (Finding& finding : found)
      if (finding.code == "unknown_field") {
        finding.element = std::string_view(own["id"]);
        findings_.push_back(std::move(finding));
      }
  }

  const Model& model_;
  Change& change_;
  std::size_t count_ = 0;
  std::vector<std::string> added_at_;
  std::set<std::string> dropped_;  // ids of elements that could not be read
  std::vector<Finding> findings_;
};

}  // namespace

WhatIfQuestion read_what_if(const Model& model, simdjson::dom::object object,
                            const Envelope& envelope) {
  WhatIfQuestion q;
  WhatBreaksQuestion removal;
  ChangeReader reader(model, q.change);
  for (const auto [key, value] : object) {
    if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) continue;
    if (key == "add")
      reader.add(value);
    else if (key == "change")
      reader.change(value);
    else if (!read_removal_field(model, key, value, removal))
      bad("unknown field " + quote(key), std::string(key));
  }
  q.change.removed = std::move(removal.removal.elements);
  q.change.within = removal.removal.within;
  q.change.date = envelope.date;
  q.detail = removal.detail;
  q.change.causes = q.detail != Detail::ids;
  reader.finish();
  return q;
}

WhatIfQuestion read_what_if(const Model& model, std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element question;
  const auto error = json::parse(parser, json).get(question);
  if (error)
    throw Error(Errc::invalid_question,
                std::string("the question is no JSON: ") + simdjson::error_message(error));
  Envelope envelope;
  Question read = read_question(model, question, envelope, "what_if");
  if (auto* q = std::get_if<WhatIfQuestion>(&read)) return std::move(*q);
  bad("expected `what_if`", "ask");
}

}  // namespace regelgraf::ask
