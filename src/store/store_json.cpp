// What a store answers, as JSON.

#include <regelgraf/canonical.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/store.hpp>

#include "json/writer.hpp"

namespace regelgraf {

namespace {

void put_entry_fields(json::Writer& out, const StoreEntry& entry) {
  const auto count = [&](const char* key, std::uint64_t number) {
    out.key(key).number(static_cast<double>(number));
  };
  count("state", entry.state);
  out.key("at").string(to_text(entry.at)).key("by").string(entry.by).key("why").string(entry.why);
  if (!entry.decision.empty()) {
    out.key("decision").begin_object();
    if (!entry.decision.text.empty()) out.key("text").string(entry.decision.text);
    if (!entry.decision.element.empty()) out.key("element").string(entry.decision.element);
    if (!entry.decision.document.empty()) out.key("document").string(entry.decision.document);
    out.end_object();
  }
  count("added", entry.added);
  count("changed", entry.changed);
  count("ended", entry.ended);
  if (!entry.model.empty()) {
    out.key("model").string(entry.model);
    count("model_state", entry.model_state);
  }
  out.key("library").string(entry.library).key("hash").string(entry.hash);
}

void put_entry(json::Writer& out, const StoreEntry& entry) {
  out.begin_object();
  put_entry_fields(out, entry);
  out.end_object();
}

}  // namespace

std::string json_of(const StoreEntry& entry) {
  json::Writer out;
  put_entry(out, entry);
  return out.take();
}

std::string json_of(const std::vector<StoreEntry>& entries) {
  json::Writer out;
  out.begin_object().key("log").begin_array();
  for (const StoreEntry& entry : entries) put_entry(out, entry);
  return out.end_array().end_object().take();
}

std::string json_of(const StoreEntry& entry, const std::vector<StoredChange>& changes) {
  json::Writer out;
  out.begin_object();
  put_entry_fields(out, entry);
  out.key("changes").begin_array();
  for (const StoredChange& change : changes) {
    out.begin_object().key("sort").string(change.sort).key("id").string(change.id);
    if (change.text.empty()) {
      out.key("ended").boolean(true);
    } else {
      out.key("digest").string(change.digest).key("value");
      if (change.sort == "layer")  // a text of its own, and long: its digest says which it is
        out.null();
      else
        out.raw(change.text);
    }
    out.end_object();
  }
  return out.end_array().end_object().take();
}

std::string json_of(const CommitResult& result) {
  json::Writer out;
  out.begin_object().key("recorded").boolean(result.entry.has_value());
  if (result.entry) {
    out.key("entry");
    put_entry(out, *result.entry);
    out.key("rebased").boolean(result.rebased);
  }
  out.key("conflicts").begin_array();
  for (const std::string& one : result.conflicts) out.string(one);
  out.end_array().key("findings").begin_array();
  for (const Finding& one : result.findings) out.raw(json_of(one));
  return out.end_array().end_object().take();
}

std::string json_of(const AsOf& as_of) {
  json::Writer out;
  out.begin_object().key("valid_on");
  if (as_of.valid_on)
    out.string(to_text(*as_of.valid_on));
  else
    out.null();
  out.key("recorded").string(to_text(as_of.entry.at));
  out.key("model").begin_object();
  if (as_of.model) out.key("id").string(as_of.model->head().id);
  out.key("digest").string(as_of.entry.model).end_object().key("entry");
  put_entry(out, as_of.entry);
  return out.end_object().take();
}

std::string json_of(const Blame& blame) {
  json::Writer out;
  const auto state = [&](const char* key, std::uint64_t number) {
    if (number > 0) out.key(key).number(static_cast<double>(number));
  };
  out.begin_object().key("element").string(blame.id);
  state("begun", blame.begun);
  state("ended", blame.ended);
  out.key("fields").begin_array();
  for (const BlameField& field : blame.fields) {
    out.begin_object().key("field").string(field.field).key("value").raw(field.value);
    state("state", field.state);
    out.end_object();
  }
  out.end_array().key("entries").begin_array();
  for (const auto& [number, entry] : blame.told) put_entry(out, entry);
  return out.end_array().end_object().take();
}

std::string json_of(const StoreVerified& verified) {
  json::Writer out;
  out.begin_object().key("whole").boolean(verified.what.empty());
  out.key("entries").number(static_cast<double>(verified.entries));
  out.key("hash").string(verified.hash);
  if (!verified.what.empty()) {
    out.key("what").string(verified.what);
    if (verified.state > 0) out.key("state").number(static_cast<double>(verified.state));
  }
  return out.end_object().take();
}

}  // namespace regelgraf
