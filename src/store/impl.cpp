#include "store/impl.hpp"

#include <regelgraf/canonical.hpp>
#include <regelgraf/finding_text.hpp>
#include <regelgraf/snapshot.hpp>
#include <regelgraf/version.hpp>

namespace regelgraf {

using store::Digests;
using store::Purpose;
using store::Row;
using store::Thing;
using store::Transaction;

namespace {

constexpr std::size_t snapshot_part = std::size_t{8} << 20;

/// An entry as a row has it. Throws StoreError where it cannot be read.
StoreEntry entry_in(const Row& row) {
  auto read = store::read_entry(row.text(0), row.text(1));
  if (!read)
    throw StoreError(StoreTrouble::damaged,
                     "an entry of the store cannot be read: run `store verify`, and go back to a "
                     "backup");
  return std::move(read->entry);
}

/// 2^63 and more is no state.
std::int64_t number(std::uint64_t state) {
  return state > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(state);
}

}  // namespace

std::optional<StoreEntry> Store::Impl::newest() const {
  std::optional<StoreEntry> found;
  database->run("SELECT entry, hash FROM entries ORDER BY state DESC LIMIT 1", {},
                [&](const Row& row) {
                  found = entry_in(row);
                  return false;
                });
  return found;
}

std::optional<StoreEntry> Store::Impl::entry_of(std::uint64_t state) const {
  std::optional<StoreEntry> found;
  database->run("SELECT entry, hash FROM entries WHERE state = ?1", {number(state)},
                [&](const Row& row) {
                  found = entry_in(row);
                  return false;
                });
  return found;
}

StoreEntry Store::Impl::must_have(std::uint64_t state) const {
  auto found = entry_of(state);
  if (!found)
    throw Error(Errc::unknown_element, "the store has no state " + std::to_string(state), "state");
  return std::move(*found);
}

std::optional<StoreEntry> Store::Impl::recorded(std::optional<Instant> by) const {
  if (!by) return newest();
  std::optional<StoreEntry> found;
  database->run(
      "SELECT entry, hash FROM entries WHERE at <= ?1 ORDER BY at DESC, state DESC LIMIT 1",
      {by->since_epoch}, [&](const Row& row) {
        found = entry_in(row);
        return false;
      });
  return found;
}

void Store::Impl::each(
    std::string_view sort, std::uint64_t state,
    const std::function<void(std::string_view id, std::string_view text)>& visit) const {
  database->run(
      "SELECT v.id, v.text FROM versions v WHERE v.sort = ?1 AND v.text IS NOT NULL AND v.state = "
      "(SELECT max(w.state) FROM versions w WHERE w.sort = ?1 AND w.id = v.id AND w.state <= ?2) "
      "ORDER BY v.id",
      {sort, number(state)}, [&](const Row& row) {
        visit(row.text(0), row.text(1));
        return true;
      });
}

std::optional<std::string> Store::Impl::text_of(std::string_view sort, std::string_view id,
                                                std::uint64_t state) const {
  std::optional<std::string> found;
  database->run(
      "SELECT text FROM versions WHERE sort = ?1 AND id = ?2 AND state <= ?3 ORDER BY state DESC "
      "LIMIT 1",
      {sort, id, number(state)}, [&](const Row& row) {
        if (!row.null(0)) found = row.text(0);
        return false;
      });
  return found;
}

std::uint64_t Store::Impl::touched(std::string_view sort, std::string_view id) const {
  std::uint64_t found = 0;
  database->run(
      "SELECT state FROM versions WHERE sort = ?1 AND id = ?2 ORDER BY state DESC LIMIT 1",
      {sort, id}, [&](const Row& row) {
        found = static_cast<std::uint64_t>(row.integer(0));
        return false;
      });
  return found;
}

store::Layers Store::Impl::layers_of(std::uint64_t state) const {
  store::Layers layers;
  each(store::sort_layer, state,
       [&](std::string_view id, std::string_view text) { layers.emplace(id, text); });
  return layers;
}

Model Store::Impl::rebuild(const StoreEntry& entry, const Limits& limits) const {
  const std::uint64_t state = entry.model_state;
  store::ModelLines lines(text_of(store::sort_head, {}, state).value_or("{}"));
  each(store::sort_element, state,
       [&](std::string_view, std::string_view text) { lines.add(text); });
  LoadOptions load;
  load.max_bytes = UINT64_MAX;
  load.allow_personal_data = true;  // looked for when it came in
  load.limits = limits;
  Frozen frozen = lines.frozen(layers_of(state), load);
  const auto damaged = [&](const std::string& what) {
    return StoreError(StoreTrouble::damaged, "the model of state " + std::to_string(state) + " " +
                                                 what +
                                                 ": run `store verify`, and go back to a backup");
  };
  if (!frozen.model)
    throw damaged("is none any more (" + line_of(frozen.findings.front(), Language::en) + ")");
  // Another version of the library may write the canonical form of what is new to it.
  if (entry.library == version_string && digest(*frozen.model) != entry.model)
    throw damaged("is not the one that was recorded");
  return std::move(*frozen.model);
}

StoreEntry Store::Impl::model_entry(const StoreEntry& state) const {
  if (state.model_state == 0)
    throw Error(Errc::unknown_element,
                "no model was recorded by state " + std::to_string(state.state), "state");
  return must_have(state.model_state);
}

Model Store::Impl::read(const StoreEntry& entry, const Limits& limits) const {
  std::string bytes;
  bool is_newest = false;
  {
    const Transaction transaction(*database, Purpose::read);
    bytes = snapshot_bytes(entry);
    is_newest = newest()->model_state == entry.state;
  }
  if (!bytes.empty()) {
    try {
      SnapshotOptions reading;
      reading.max_bytes = bytes.size();
      reading.limits = limits;
      Model made = load_snapshot_bytes(bytes, reading);
      if (made.saved_digest() == entry.model) return made;
    } catch (const Error& error) {
      if (error.code() == Errc::cancelled) throw;  // else it is damaged, and made anew
    }
  }
  std::optional<Model> made;
  {
    const Transaction transaction(*database, Purpose::read);
    made = rebuild(entry, limits);
  }
  if (is_newest) keep_snapshot(entry, *made);
  return std::move(*made);
}

std::string Store::Impl::snapshot_bytes(const StoreEntry& entry) const {
  std::string bytes;
  std::int64_t next = 0;
  database->run(
      "SELECT part, bytes FROM snapshots WHERE state = ?1 AND hash = ?2 AND library = ?3 ORDER BY "
      "part",
      {number(entry.state), std::string_view(entry.hash), std::string_view(version_string)},
      [&](const Row& row) {
        if (row.integer(0) != next++) {
          bytes.clear();
          return false;
        }
        bytes += row.text(1);
        return true;
      });
  return bytes;
}

void Store::Impl::keep_snapshot(const StoreEntry& entry, const Model& made) const {
  if (!options.snapshots || options.read_only || !database->writable()) return;
  try {
    const std::string bytes = snapshot_of(made);
    Transaction transaction(*database, Purpose::cache);
    const auto now = newest();
    if (!now || now->model_state != entry.state) return;
    database->run("DELETE FROM snapshots");
    std::int64_t part = 0;
    for (std::size_t at = 0; at < bytes.size(); at += snapshot_part)
      database->run(
          "INSERT INTO snapshots (state, part, hash, library, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
          {number(entry.state), part++, std::string_view(entry.hash),
           std::string_view(version_string),
           store::Blob{std::string_view(bytes).substr(at, snapshot_part)}});
    transaction.commit();
  } catch (const StoreError&) {
    // The history has everything: whoever opens the state makes the snapshot.
  }
}

void Store::Impl::append(
    const StoreEntry& entry, const Digests& changed,
    const std::function<std::optional<std::string_view>(const Thing&)>& text) const {
  database->run("INSERT INTO entries (state, at, entry, hash, changes) VALUES (?1, ?2, ?3, ?4, ?5)",
                {number(entry.state), entry.at.since_epoch, std::string_view(entry.text),
                 std::string_view(entry.hash), std::string_view(store::digests_text(changed))});
  for (const auto& [thing, digest] : changed) {
    const auto now = text(thing);
    const std::string_view sort = thing.first, id = thing.second;
    if (now)
      database->run("INSERT INTO versions (sort, id, state, text) VALUES (?1, ?2, ?3, ?4)",
                    {sort, id, number(entry.state), *now});
    else
      database->run("INSERT INTO versions (sort, id, state) VALUES (?1, ?2, ?3)",
                    {sort, id, number(entry.state)});
  }
}

Frozen store::ModelLines::frozen(const Layers& layers, const LoadOptions& load) const {
  LoadOptions own = load;
  own.layers = layers;
  own.layer_folders.clear();
  return load_model_text(text_, "store", own);
}

}  // namespace regelgraf
