// keep_set and best_removals: what is up for review, and what must stand.

#include <string>
#include <utility>

#include <regelgraf/detail/text.hpp>
#include <regelgraf/error.hpp>

#include "ask/question.hpp"
#include "json/parse.hpp"

namespace regelgraf::ask {

using detail::quote;
using simdjson::dom::element;

namespace {

/// A list that is given and empty is not "all".
Ids some_texts(element value, const std::string& at) {
  Ids list = texts(value, at);
  if (list.empty()) bad("names nothing: leave it out to take all", at);
  return list;
}

std::string place(const std::string& at, std::size_t i) {
  return at + "[" + std::to_string(i) + "]";
}

template <class Word>
std::vector<Word> some_words(element value, const std::string& at) {
  std::vector<Word> words;
  for (const std::string& text : some_texts(value, at)) {
    const std::optional<Word> word = from_text<Word>(text);
    if (!word) bad("unknown word " + quote(text), place(at, words.size()));
    words.push_back(*word);
  }
  return words;
}

std::vector<Index> elements_of(const Model& model, const Ids& ids, const std::string& at,
                               std::optional<Kind> kind = {}) {
  std::vector<Index> list;
  for (const std::string& id : ids) {
    const Index i = find_element(model, id, place(at, list.size()));
    if (kind && model.kind(i) != *kind)
      bad(quote(id) + " is no " + std::string(to_text(*kind)), place(at, list.size()));
    list.push_back(i);
  }
  return list;
}

KeepScope read_scope(const Model& model, element json) {
  KeepScope scope;
  simdjson::dom::object object;
  if (json.get_object().get(object)) bad("expected an object", "scope");
  for (const auto [key, value] : object) {
    const std::string at = "scope." + std::string(key);
    if (key == "instruments")
      scope.instruments = some_words<Instrument>(value, at);
    else if (key == "tiers")
      scope.tiers = some_words<Tier>(value, at);
    else if (key == "issuers")
      scope.issuers = elements_of(model, some_texts(value, at), at, Kind::actor);
    else if (key == "matters")
      scope.matters = elements_of(model, some_texts(value, at), at, Kind::matter);
    else if (key == "ids")
      scope.ids = elements_of(model, some_texts(value, at), at, Kind::rule);
    else if (key == "repealable_by")
      scope.repealable_by = find_actor(model, one_text(value, at), at);
    else if (!key.starts_with("x-"))
      bad("unknown field " + quote(key), at);
  }
  return scope;
}

/// The fields that both questions have. False: another field.
template <class Asked>
bool read_common(const Model& model, std::string_view key, element value, Asked& q,
                 bool& has_scope) {
  if (key == "ask" || key == "id" || key == "date" || key.starts_with("x-")) return true;
  if (key == "scope") {
    q.question.scope = read_scope(model, value);
    has_scope = true;
  } else if (key == "keep") {
    q.question.keep = elements_of(model, texts(value, "keep"), "keep");
  } else if (key == "seconds") {
    q.seconds = read_seconds(value);
  } else {
    return false;
  }
  return true;
}

/// A question of the sort that @p name names.
template <class Wanted>
Wanted read_as(const Model& model, std::string_view json, const char* name) {
  simdjson::dom::parser parser;
  simdjson::dom::element question;
  if (json::parse(parser, json).get(question)) bad("the question is no JSON", {});
  Envelope envelope;
  Question read = read_question(model, question, envelope, name);
  if (auto* wanted = std::get_if<Wanted>(&read)) return std::move(*wanted);
  bad(std::string("expected `") + name + "`", "ask");
}

}  // namespace

KeepSetQuestion read_keep_set(const Model& model, simdjson::dom::object object,
                              const Envelope& envelope) {
  KeepSetQuestion q;
  bool has_scope = false;
  for (const auto [key, value] : object) {
    if (read_common(model, key, value, q, has_scope)) continue;
    if (key != "objective") bad("unknown field " + quote(key), std::string(key));
    const auto objective = from_text<KeepObjective>(one_text(value, "objective"));
    if (!objective) bad("expected `hours` or `count`", "objective");
    q.question.objective = *objective;
  }
  if (!has_scope) bad("the field `scope` is missing", "scope");
  q.question.date = envelope.date;
  return q;
}

BestRemovalsQuestion read_best_removals(const Model& model, simdjson::dom::object object,
                                        const Envelope& envelope) {
  BestRemovalsQuestion q;
  bool has_scope = false, has_number = false;
  for (const auto [key, value] : object) {
    if (read_common(model, key, value, q, has_scope)) continue;
    if (key != "at_most") bad("unknown field " + quote(key), std::string(key));
    std::uint64_t number = 0;
    if (value.get_uint64().get(number) || number == 0)
      bad("expected a whole number from 1", "at_most");
    q.question.at_most = static_cast<std::size_t>(number);
    has_number = true;
  }
  if (!has_scope) bad("the field `scope` is missing", "scope");
  if (!has_number) bad("the field `at_most` is missing", "at_most");
  q.question.date = envelope.date;
  return q;
}

KeepSetQuestion read_keep_set(const Model& model, std::string_view json) {
  return read_as<KeepSetQuestion>(model, json, "keep_set");
}

BestRemovalsQuestion read_best_removals(const Model& model, std::string_view json) {
  return read_as<BestRemovalsQuestion>(model, json, "best_removals");
}

}  // namespace regelgraf::ask
