#include "store/entry.hpp"

#include <simdjson.h>

#include "json/parse.hpp"
#include "json/writer.hpp"

namespace regelgraf::store {
namespace {

using json::SortedObject;

void put_said(SortedObject& object, std::string_view key, std::string_view text) {
  if (!text.empty()) object.put(key, json::string(text));
}

void put_count(SortedObject& object, std::string_view key, std::uint64_t count) {
  object.put(key, std::to_string(count));
}

/// Reads fields that may be missing; false once one is of another type.
class EntryFields {
 public:
  explicit EntryFields(simdjson::dom::object object) : object_(object) {}

  void text(const char* key, std::string& out) {
    simdjson::dom::element found;
    std::string_view value;
    if (object_[key].get(found)) return;
    if (found.get(value))
      fits = false;
    else
      out = value;
  }
  void number(const char* key, std::uint64_t& out) {
    if (object_[key].get(out)) fits = false;
  }

  bool fits = true;

 private:
  simdjson::dom::object object_;
};

}  // namespace

std::string entry_text(const StoreEntry& entry, std::string_view previous,
                       std::string_view changes) {
  SortedObject object;
  put_count(object, "added", entry.added);
  object.put("at", json::string(to_text(entry.at)));
  object.put("by", json::string(entry.by));
  put_count(object, "changed", entry.changed);
  object.put("changes", json::string(changes));
  if (!entry.decision.empty()) {
    SortedObject decision;
    put_said(decision, "document", entry.decision.document);
    put_said(decision, "element", entry.decision.element);
    put_said(decision, "text", entry.decision.text);
    object.put("decision", decision.take());
  }
  put_count(object, "ended", entry.ended);
  object.put("library", json::string(entry.library));
  put_said(object, "model", entry.model);
  put_count(object, "model_state", entry.model_state);
  object.put("previous", json::string(previous));
  object.put("regelgraf_store", "1");
  put_count(object, "state", entry.state);
  object.put("why", json::string(entry.why));
  return object.take();
}

std::optional<ReadEntry> read_entry(std::string_view text, std::string_view hash) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (json::parse(parser, text).get(object)) return std::nullopt;
  ReadEntry read;
  StoreEntry& entry = read.entry;
  EntryFields fields(object);
  std::string at;
  fields.text("at", at);
  fields.text("by", entry.by);
  fields.text("why", entry.why);
  fields.text("library", entry.library);
  fields.text("model", entry.model);
  fields.text("previous", read.previous);
  fields.text("changes", read.changes);
  fields.number("state", entry.state);
  fields.number("model_state", entry.model_state);
  fields.number("added", entry.added);
  fields.number("changed", entry.changed);
  fields.number("ended", entry.ended);
  simdjson::dom::object decision;
  if (!object["decision"].get(decision)) {
    EntryFields ground(decision);
    ground.text("text", entry.decision.text);
    ground.text("element", entry.decision.element);
    ground.text("document", entry.decision.document);
    fields.fits = fields.fits && ground.fits;
  }
  const auto instant = instant_from_text(at);
  if (!fields.fits || !instant) return std::nullopt;
  entry.at = *instant;
  entry.hash = hash;
  entry.text = text;
  // Whatever else stands in it was not written by us.
  if (entry_text(entry, read.previous, read.changes) != text) return std::nullopt;
  return read;
}

std::string digests_text(const Digests& digests) {
  std::string text = "{";
  std::string_view sort;
  for (const auto& [thing, digest] : digests) {
    if (thing.first != sort) {
      text += sort.empty() ? "" : "},";
      sort = thing.first;
      json::append_string(text, sort);
      text += ":{";
    } else {
      text += ',';
    }
    json::append_string(text, thing.second);
    text += digest.empty() ? ":null" : ":\"" + digest + "\"";
  }
  return text + (sort.empty() ? "}" : "}}");
}

std::optional<Digests> read_digests(std::string_view text) {
  simdjson::dom::parser parser;
  simdjson::dom::object sorts;
  if (json::parse(parser, text).get(sorts)) return std::nullopt;
  Digests digests;
  for (const auto [sort, things] : sorts) {
    simdjson::dom::object listed;
    if (things.get(listed)) return std::nullopt;
    for (const auto [id, value] : listed) {
      std::string_view digest;
      if (!value.is_null() && value.get(digest)) return std::nullopt;
      digests.emplace(Thing(sort, id), digest);
    }
  }
  return digests;
}

std::string named(const Thing& thing) {
  return thing.second.empty() ? thing.first : thing.first + " " + thing.second;
}

}  // namespace regelgraf::store
