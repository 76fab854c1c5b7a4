// The store.

#include <regelgraf/store.hpp>

#include <cmath>
#include <memory>
#include <string>

#include <regelgraf/ask.hpp>

#include "guard.hpp"
#include "loaded.hpp"

using namespace capi;
using regelgraf::Store;
using regelgraf::StoreEntry;

struct rg_store {
  Store rep;
};

namespace {

regelgraf::StoreOptions store_options(int32_t read_only, double wait_seconds) {
  require(wait_seconds >= 0 && std::isfinite(wait_seconds), "wait_seconds is no number from 0");
  regelgraf::StoreOptions options;
  options.read_only = read_only != 0;
  options.wait_seconds = wait_seconds;
  return options;
}

/// An address is no path: it is not to be made one.
std::string where(const char* data, size_t length) {
  const std::string_view given = text(data, length, "path");
  require(given.find('\0') == std::string_view::npos, "path holds a NUL");
  return std::string(given);
}

/// A time, or a day for all of it; NULL: none.
std::optional<regelgraf::Instant> recorded(const char* data) {
  if (!data) return std::nullopt;
  const std::string_view given = text(data, "recorded_by");
  if (const auto whole = regelgraf::day_from_text(given)) return regelgraf::end_of(*whole);
  const auto instant = regelgraf::instant_from_text(given);
  if (!instant)
    throw regelgraf::Error(regelgraf::Errc::invalid_question,
                           "expected a time as 2026-11-27T10:00:00Z, or a day", "recorded_by");
  return instant;
}

std::optional<regelgraf::Day> valid(const char* data) {
  return data ? day(text(data, "valid_on")) : std::nullopt;
}

/// The newest state, where @p state is 0.
uint64_t numbered(const rg_store& store, uint64_t state) {
  if (state > 0) return state;
  const uint64_t newest = store.rep.state();
  if (newest == 0)
    throw regelgraf::Error(regelgraf::Errc::unknown_element, "nothing is recorded in the store yet",
                           "state");
  return newest;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_store_init(const char* path, size_t path_length, double wait_seconds,
                                rg_store** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    *out = new rg_store{Store::init(where(path, path_length), store_options(0, wait_seconds))};
  });
}

rg_status RG_CALL rg_store_open(const char* path, size_t path_length, int32_t read_only,
                                double wait_seconds, rg_store** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    *out =
        new rg_store{Store::open(where(path, path_length), store_options(read_only, wait_seconds))};
  });
}

rg_status RG_CALL rg_store_commit(const rg_store* store, const char* change, size_t change_length,
                                  const rg_load_options* options, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    std::vector<regelgraf::Finding> findings;
    const auto changes =
        regelgraf::change_set_from_json(text(change, change_length, "change"), "change", findings);
    if (!changes) refuse(findings);
    regelgraf::CommitOptions how;
    how.load = options_of(options);
    // A store belongs to many threads: its calls wait for each other.
    *out = new rg_text{json_of(const_cast<rg_store*>(store)->rep.commit(*changes, how))};
  });
}

rg_status RG_CALL rg_store_state(const rg_store* store, uint64_t* out, rg_error** error) {
  if (out) *out = 0;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    *out = store->rep.state();
  });
}

rg_status RG_CALL rg_store_log(const rg_store* store, uint64_t after, const char* element,
                               const char* recorded_by, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    regelgraf::LogQuery query;
    query.after = after;
    query.recorded_by = recorded(recorded_by);
    if (element) query.element = asked(element, "element");
    *out = new rg_text{json_of(store->rep.log(query))};
  });
}

rg_status RG_CALL rg_store_entry(const rg_store* store, uint64_t state, rg_text** out,
                                 rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    const uint64_t number = numbered(*store, state);
    *out = new rg_text{json_of(store->rep.entry(number), store->rep.changes(number))};
  });
}

rg_status RG_CALL rg_store_as_of(const rg_store* store, const char* valid_on,
                                 const char* recorded_by, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    regelgraf::AsOf as_of;
    as_of.valid_on = valid(valid_on);
    const auto by = recorded(recorded_by);
    const auto entry = by ? store->rep.recorded(*by) : store->rep.head();
    if (!entry)
      throw regelgraf::Error(regelgraf::Errc::unknown_element, "nothing was recorded by then",
                             "recorded_by");
    as_of.entry = *entry;
    *out = new rg_text{json_of(as_of)};
  });
}

rg_status RG_CALL rg_store_model(const rg_store* store, uint64_t state, const rg_limits* limits,
                                 rg_model** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    regelgraf::Frozen frozen;
    frozen.model = store->rep.own_model_of(numbered(*store, state), limits_of(limits));
    frozen.findings = frozen.model->findings();
    *out = model_of(std::move(frozen));
  });
}

rg_status RG_CALL rg_store_diff(const rg_store* store, uint64_t from, uint64_t to,
                                const char* valid_on, const rg_limits* limits, rg_text** out,
                                rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    const auto date = valid(valid_on);
    const auto within = limits_of(limits);
    const auto before = store->rep.model_of(numbered(*store, from), date, within).model;
    const auto after = store->rep.model_of(numbered(*store, to), date, within).model;
    *out = new rg_text{regelgraf::Asker(*before).answer(
        regelgraf::ask::DiffQuestion{after, date}, regelgraf::diff(*before, *after, date, within))};
  });
}

rg_status RG_CALL rg_store_blame(const rg_store* store, const char* element,
                                 const char* recorded_by, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    *out = new rg_text{json_of(store->rep.blame(asked(element, "element"), recorded(recorded_by)))};
  });
}

rg_status RG_CALL rg_store_document(const rg_store* store, const char* id, const char* recorded_by,
                                    rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    auto found = store->rep.document("review", asked(id, "id"), recorded(recorded_by));
    if (!found)
      throw regelgraf::Error(regelgraf::Errc::unknown_element, "the store has no such document",
                             "id");
    *out = new rg_text{std::move(found->json)};
  });
}

rg_status RG_CALL rg_store_verify(const rg_store* store, uint64_t state, const char* hash,
                                  const rg_limits* limits, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    const std::string_view noted = hash ? text(hash, "hash") : std::string_view();
    *out = new rg_text{json_of(store->rep.verify(hash ? state : 0, noted, limits_of(limits)))};
  });
}

rg_status RG_CALL rg_store_backup(const rg_store* store, const char* path, size_t path_length,
                                  rg_error** error) {
  return guarded(error, [&] {
    require(store, "store is NULL");
    store->rep.backup(capi::path(path, path_length));
  });
}

rg_status RG_CALL rg_store_export(const rg_store* store, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(store, "store is NULL");
    auto made = std::make_unique<rg_text>();
    store->rep.export_lines([&](std::string_view line) { made->rep += line; });
    *out = made.release();
  });
}

rg_status RG_CALL rg_store_import(const rg_store* store, const char* lines, size_t lines_length,
                                  const rg_limits* limits, uint64_t* added, rg_error** error) {
  if (added) *added = 0;
  return guarded(error, [&] {
    require(store, "store is NULL");
    const uint64_t number = const_cast<rg_store*>(store)->rep.import_lines(
        text(lines, lines_length, "lines"), limits_of(limits));
    if (added) *added = number;
  });
}

rg_status RG_CALL rg_store_follow(const rg_store* store, uint64_t state, double seconds,
                                  const rg_cancel* cancel, rg_new_state told, void* data,
                                  uint64_t* seen, rg_error** error) {
  if (seen) *seen = state;
  return guarded(error, [&] {
    require(store, "store is NULL");
    require(seconds >= 0 && std::isfinite(seconds), "seconds is no number from 0");
    regelgraf::Follower follower(
        store->rep,
        [&](const StoreEntry& entry) {
          if (told) told(entry.state, json_of(entry).c_str(), data);
        },
        state);
    (void)follower.wait(seconds, cancel ? cancel->rep.get() : nullptr);
    if (seen) *seen = follower.seen();
  });
}

void RG_CALL rg_store_free(rg_store** store) { dispose(store); }

}  // extern "C"
