// The history out and in as JSON Lines, and the copy of a store.

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include <regelgraf/detail/text.hpp>

#include "files/files.hpp"
#include "formats/bytes.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"
#include "store/hash.hpp"
#include "store/impl.hpp"
#include "store/schema.hpp"

namespace regelgraf {

using store::Digests;
using store::Purpose;
using store::Row;
using store::Thing;
using store::Transaction;

namespace {

/// Reads an export and adds what is new in it.
class Importer {
 public:
  Importer(Store::Impl& impl, const Limits& limits)
      : impl_(impl), limits_(limits), watch_(limits) {}

  std::uint64_t run(std::string_view text) {
    Transaction transaction(*impl_.database, Purpose::write);
    if (const auto newest = impl_.newest()) there_ = newest->state;
    watch_.stage("import", text.size());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      ++line_;
      watch_.must_step(end - at, 1000 + (end - at) * 10);
      if (end > at) take(text.substr(at, end - at));
      at = end + 1;
    }
    if (line_ == 0 || !begun_) bad("the text is no export of a store");
    finish_entry();
    if (before_.state != said_entries_ || before_.hash != said_hash_)
      bad("the export is cut short");
    if (before_.state < there_) bad("the store has entries that the export has not");
    if (before_.model_state > 0 && added_ > 0) must_be_sound();
    if (added_ > 0) impl_.database->tell(before_.state);
    transaction.commit();
    return added_;
  }

 private:
  [[noreturn]] void bad(const std::string& what) const {
    throw Error(Errc::invalid_model, "line " + std::to_string(line_) + ": " + what, "line");
  }

  std::string_view text_of(simdjson::dom::object object, const char* key) {
    std::string_view text;
    if (object[key].get(text)) bad(std::string("`") + key + "` is missing");
    return text;
  }

  void take(std::string_view line) {
    simdjson::dom::object object;
    if (json::parse(parser_, line).get(object)) bad("the text is no JSON object");
    std::uint64_t version = 0;
    if (!begun_) {
      if (object["regelgraf_store"].get(version)) bad("the text is no export of a store");
      if (version != 1) bad("only version 1 of an export is known");
      if (object["entries"].get(said_entries_)) bad("`entries` is missing");
      said_hash_ = text_of(object, "hash");
      begun_ = true;
      return;
    }
    simdjson::dom::element none;
    if (!object["entry"].get(none)) {
      finish_entry();
      const std::string_view text = text_of(object, "entry"), hash = text_of(object, "hash");
      if (store::sha256(text) != hash) bad("the entry is not of its hash");
      now_ = store::read_entry(text, hash);
      if (!now_) bad("the entry cannot be read");
      const StoreEntry& entry = now_->entry;
      if (entry.state != before_.state + 1) bad("the entry is not the next");
      if (now_->previous != before_.hash) bad("the entry before it is another");
      if (entry.at < before_.at) bad("the entry is earlier than the one before");
      if (entry.model_state > entry.state ||
          (entry.model_state != entry.state && entry.model_state != before_.model_state))
        bad("the entry's model is of no state");
      if (detail::has_cpr(text)) personal();
      return;
    }
    if (!now_) bad("something changed before the first entry");
    Thing thing(text_of(object, "sort"), text_of(object, "id"));
    if (thing.first != store::sort_element && thing.first != store::sort_head &&
        thing.first != store::sort_layer && thing.first != store::sort_review)
      bad("a thing of an unknown sort");
    if (thing.second.size() > 1000) bad("an id is too long");
    std::optional<std::string> text;
    if (std::string_view value; !object["text"].get(value)) {
      if (detail::has_cpr(value)) personal();
      text = value;
    } else if (object["text"].get(none) || !none.is_null()) {
      bad("`text` is missing");
    }
    if (detail::has_cpr(thing.second)) personal();
    digests_[thing] = text ? store::sha256(*text) : std::string();
    if (!texts_.emplace(std::move(thing), std::move(text)).second) bad("a thing changed twice");
  }

  [[noreturn]] void personal() const {
    throw Error(Errc::personal_data,
                "line " + std::to_string(line_) + " holds what looks like a CPR number", "line");
  }

  void finish_entry() {
    if (!now_) return;
    const StoreEntry& entry = now_->entry;
    if (store::sha256(store::digests_text(digests_)) != now_->changes)
      bad("what the entry before it changed is not what it says");
    const bool of_model = std::any_of(digests_.begin(), digests_.end(), [](const auto& one) {
      return one.first.first != store::sort_review;
    });
    if (of_model != (entry.model_state == entry.state)) bad("the entry's model is of no state");
    if (entry.state <= there_) {
      if (impl_.must_have(entry.state).hash != entry.hash)
        bad("the store has another entry for state " + std::to_string(entry.state));
    } else {
      impl_.append(entry, digests_, [&](const Thing& thing) -> std::optional<std::string_view> {
        const auto& text = texts_.at(thing);
        if (!text) return std::nullopt;
        return *text;
      });
      ++added_;
    }
    before_ = entry;
    now_.reset();
    digests_.clear();
    texts_.clear();
  }

  /// The newest model; what is none is not taken.
  void must_be_sound() {
    try {
      (void)impl_.rebuild(impl_.must_have(before_.model_state), limits_);
    } catch (const StoreError& error) {
      throw Error(Errc::invalid_model, std::string("the export is refused: ") + error.what());
    }
  }

  Store::Impl& impl_;
  const Limits& limits_;
  detail::Watch watch_;
  simdjson::dom::parser parser_;
  std::size_t line_ = 0;
  bool begun_ = false;
  std::uint64_t said_entries_ = 0, there_ = 0, added_ = 0;
  std::string said_hash_;
  StoreEntry before_;
  std::optional<store::ReadEntry> now_;
  Digests digests_;
  std::map<Thing, std::optional<std::string>> texts_;
};

}  // namespace

void Store::export_lines(const std::function<void(std::string_view)>& line) const {
  const std::lock_guard lock(impl_->mutex);
  const Transaction transaction(*impl_->database, Purpose::read);
  const auto newest = impl_->newest();
  const std::uint64_t entries = newest ? newest->state : 0;
  json::Writer head;
  head.begin_object().key("regelgraf_store").number(1);
  head.key("entries").number(static_cast<double>(entries));
  head.key("hash").string(newest ? newest->hash : "").end_object();
  line(head.take() + "\n");
  for (std::uint64_t state = 1; state <= entries; ++state) {
    const StoreEntry entry = impl_->must_have(state);
    json::Writer out;
    out.begin_object().key("entry").string(entry.text).key("hash").string(entry.hash).end_object();
    line(out.take() + "\n");
    impl_->database->run("SELECT sort, id, text FROM versions WHERE state = ?1 ORDER BY sort, id",
                         {static_cast<std::int64_t>(state)}, [&](const Row& row) {
                           json::Writer thing;
                           thing.begin_object().key("sort").string(row.text(0));
                           thing.key("id").string(row.text(1)).key("text");
                           if (row.null(2))
                             thing.null();
                           else
                             thing.string(row.text(2));
                           line(thing.end_object().take() + "\n");
                           return true;
                         });
  }
}

std::uint64_t Store::import_lines(std::string_view text, const Limits& limits) {
  const std::lock_guard lock(impl_->mutex);
  const formats::Bytes bytes = formats::read_text(text, UINT64_MAX);
  if (!bytes.code.empty()) throw Error(Errc::invalid_model, bytes.message.en, "line");
  return Importer(*impl_, limits).run({bytes.text.data(), bytes.text.size()});
}

void Store::backup(const std::filesystem::path& path) const {
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->database->copy_to(path)) return;
  }
  std::string lines;
  export_lines([&](std::string_view line) { lines += line; });
  Store copy = init(files::utf8_of(path));
  try {
    copy.import_lines(lines);
  } catch (...) {
    std::error_code ignored;
    copy = Store(nullptr);
    std::filesystem::remove(path, ignored);
    throw;
  }
}

}  // namespace regelgraf
