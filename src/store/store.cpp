#include <regelgraf/store.hpp>

#include <algorithm>
#include <chrono>

#include "files/files.hpp"
#include "json/writer.hpp"
#include "store/impl.hpp"
#include "store/schema.hpp"

namespace regelgraf {

using store::Database;
using store::Purpose;
using store::Row;
using store::Transaction;

namespace {

std::unique_ptr<Database> opened(const std::string& where, bool create,
                                 const StoreOptions& options) {
  if (where.empty())
    throw StoreError(StoreTrouble::missing, "no store was named: give a file, or postgresql://...");
  return store::is_postgresql(where) ? store::open_postgresql(where, options)
                                     : store::open_sqlite(where, create, options);
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::init(const std::string& where, const StoreOptions& options) {
  StoreOptions writing = options;
  writing.read_only = false;
  auto database = opened(where, true, writing);
  store::make_tables(*database);
  return Store(std::make_unique<Impl>(std::move(database), writing));
}

Store Store::open(const std::string& where, const StoreOptions& options) {
  auto database = opened(where, false, options);
  store::bring_forward(*database);
  return Store(std::make_unique<Impl>(std::move(database), options));
}

std::optional<StoreEntry> Store::head() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->newest();
}

std::uint64_t Store::state() const {
  const std::lock_guard lock(impl_->mutex);
  std::uint64_t state = 0;
  impl_->database->run("SELECT state FROM entries ORDER BY state DESC LIMIT 1", {},
                       [&](const Row& row) {
                         state = static_cast<std::uint64_t>(row.integer(0));
                         return false;
                       });
  return state;
}

std::vector<StoreEntry> Store::log(const LogQuery& query) const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<StoreEntry> entries;
  const auto take = [&](const Row& row) {
    auto read = store::read_entry(row.text(0), row.text(1));
    if (!read)
      throw StoreError(StoreTrouble::damaged,
                       "an entry of the store cannot be read: run `store verify`, and go back to "
                       "a backup");
    entries.push_back(std::move(read->entry));
    return true;
  };
  const std::int64_t after = query.after > INT64_MAX ? INT64_MAX
                                                     : static_cast<std::int64_t>(query.after),
                     since = query.since ? query.since->since_epoch : INT64_MIN,
                     by = query.recorded_by ? query.recorded_by->since_epoch : INT64_MAX;
  if (query.element.empty())
    impl_->database->run(
        "SELECT entry, hash FROM entries WHERE state > ?1 AND at >= ?2 AND at <= ?3 ORDER BY state",
        {after, since, by}, take);
  else
    impl_->database->run(
        "SELECT e.entry, e.hash FROM entries e JOIN versions v ON v.state = e.state WHERE e.state "
        "> ?1 AND e.at >= ?2 AND e.at <= ?3 AND v.sort = 'element' AND v.id = ?4 ORDER BY e.state",
        {after, since, by, std::string_view(query.element)}, take);
  return entries;
}

StoreEntry Store::entry(std::uint64_t state) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->must_have(state);
}

std::vector<StoredChange> Store::changes(std::uint64_t state) const {
  const std::lock_guard lock(impl_->mutex);
  const Transaction transaction(*impl_->database, Purpose::read);
  const StoreEntry entry = impl_->must_have(state);
  std::optional<store::Digests> digests;
  impl_->database->run("SELECT changes FROM entries WHERE state = ?1",
                       {static_cast<std::int64_t>(state)}, [&](const Row& row) {
                         digests = store::read_digests(row.text(0));
                         return false;
                       });
  std::vector<StoredChange> changes;
  impl_->database->run("SELECT sort, id, text FROM versions WHERE state = ?1 ORDER BY sort, id",
                       {static_cast<std::int64_t>(state)}, [&](const Row& row) {
                         StoredChange& change = changes.emplace_back();
                         change.sort = row.text(0);
                         change.id = row.text(1);
                         if (!row.null(2)) change.text = row.text(2);
                         if (digests) change.digest = (*digests)[{change.sort, change.id}];
                         return true;
                       });
  return changes;
}

AsOf Store::model(std::optional<Day> valid_on, std::optional<Instant> recorded_by,
                  const Limits& limits) const {
  std::uint64_t state = 0;
  {
    const std::lock_guard lock(impl_->mutex);
    const auto entry = impl_->recorded(recorded_by);
    if (!entry)
      throw Error(Errc::unknown_element,
                  recorded_by ? "nothing was recorded by " + to_text(*recorded_by)
                              : "nothing is recorded in the store yet",
                  "recorded_by");
    state = entry->state;  // states stay: what comes after does not change what this one is
  }
  return model_of(state, valid_on, limits);
}

AsOf Store::model_of(std::uint64_t state, std::optional<Day> valid_on, const Limits& limits) const {
  const std::lock_guard lock(impl_->mutex);
  AsOf as_of;
  as_of.valid_on = valid_on;
  as_of.entry = impl_->must_have(state);
  const StoreEntry made_by = impl_->model_entry(as_of.entry);
  as_of.model = impl_->remembered(made_by);
  if (!as_of.model) {
    as_of.model = std::make_shared<const Model>(impl_->read(made_by, limits));
    impl_->remember(made_by, as_of.model);
  }
  return as_of;
}

Model Store::own_model_of(std::uint64_t state, const Limits& limits) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->read(impl_->model_entry(impl_->must_have(state)), limits);
}

std::optional<StoreEntry> Store::recorded(Instant by) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->recorded(by);
}

std::optional<StoredDocument> Store::document(std::string_view kind, std::string_view id,
                                              std::optional<Instant> recorded_by) const {
  const std::lock_guard lock(impl_->mutex);
  const Transaction transaction(*impl_->database, Purpose::read);
  const auto entry = impl_->recorded(recorded_by);
  if (!entry || kind != store::sort_review) return std::nullopt;
  auto text = impl_->text_of(kind, id, entry->state);
  if (!text) return std::nullopt;
  return StoredDocument{std::string(kind), std::string(id), std::move(*text)};
}

std::vector<std::string> Store::documents(std::string_view kind) const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> ids;
  if (kind != store::sort_review) return ids;
  impl_->each(kind, INT64_MAX,
              [&](std::string_view id, std::string_view) { ids.emplace_back(id); });
  return ids;
}

std::uint64_t Store::wait(std::uint64_t state, double seconds, const CancelToken* cancel) const {
  const auto started = std::chrono::steady_clock::now();
  for (;;) {
    const std::uint64_t now = this->state();
    const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - started;
    if (now > state || waited.count() >= seconds) return now;
    if (cancel && cancel->cancelled()) throw Error(Errc::cancelled, "cancelled by the caller");
    {
      const std::lock_guard lock(impl_->mutex);
      if (impl_->database->heard()) continue;
    }
    impl_->database->listen(seconds - waited.count());
  }
}

}  // namespace regelgraf
