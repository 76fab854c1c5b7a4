// The store in an SQLite file.

#include <regelgraf/store.hpp>

#include "files/files.hpp"
#include "store/database.hpp"

#if defined(REGELGRAF_WITH_SQLITE)

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

namespace regelgraf::store {
namespace {

constexpr int application = 0x52475374;  // RGSt

[[noreturn]] void sqlite_trouble(int code, const std::string& path, const char* said) {
  const std::string file = "the store " + path + " ";
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      throw StoreError(StoreTrouble::foreign,
                       "the file " + path + " is no store: make one with `store init`");
    case SQLITE_CORRUPT:
      throw StoreError(StoreTrouble::damaged,
                       file + "is damaged (" + said + "): keep the file and go back to a backup");
    case SQLITE_FULL:
      throw StoreError(StoreTrouble::full,
                       file + "has no room left; nothing was recorded: make room and try again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError(StoreTrouble::busy,
                       file + "is being written to by somebody else: try again, or wait longer");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw StoreError(StoreTrouble::read_only,
                       file + "may only be read here: mind the rights to the file and its folder");
    case SQLITE_IOERR:
      throw StoreError(StoreTrouble::unreachable,
                       file + "could not be read or written (" + said + "): look at the disk");
    case SQLITE_CANTOPEN:
      throw StoreError(StoreTrouble::unreachable,
                       file + "cannot be opened: mind the path and the rights to its folder");
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_TOOBIG:
      throw Error(Errc::too_large, "a text is longer than SQLite takes (1 GB)");
    default:
      throw StoreError(StoreTrouble::damaged, file + "answered: " + said);
  }
}

class SqliteRow : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] bool null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    const void* bytes = sqlite3_column_blob(statement_, column);
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  sqlite3_stmt* statement_;
};

class Sqlite : public Database {
 public:
  Sqlite(std::string path, bool create, const StoreOptions& options)
      : path_(std::move(path)), wait_seconds_(options.wait_seconds) {
    std::error_code none;
    const bool there = std::filesystem::exists(files::path_of(path_), none);
    if (!create && !there)
      throw StoreError(StoreTrouble::missing,
                       "there is no store " + path_ + ": make one with `store init`");
    if (create && there)
      throw StoreError(StoreTrouble::foreign,
                       "the file " + path_ + " is there already: name one that is not");
    try {
      const int flags = options.read_only ? SQLITE_OPEN_READONLY
                        : create          ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                          : SQLITE_OPEN_READWRITE;
      must(sqlite3_open_v2(path_.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr));
      sqlite3_extended_result_codes(db_, 1);
      sqlite3_busy_handler(db_, &Sqlite::wait_a_little, this);
      sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
      sqlite3_db_config(db_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
      // A file of somebody else's is left as it is.
      if (create || value("PRAGMA application_id") == application) prepare(options);
    } catch (...) {
      close();
      throw;
    }
  }
  ~Sqlite() override { close(); }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  void script(const std::string& sql) override {
    must(sqlite3_exec(db_, with_types(sql).c_str(), nullptr, nullptr, nullptr));
  }

  void run(std::string_view sql, std::initializer_list<Bound> values,
           const std::function<bool(const Row&)>& each) override {
    sqlite3_stmt* const statement = statement_of(sql);
    const Reset reset{statement};
    int place = 0;
    for (const Bound& value : values) must(bind(statement, ++place, value));
    const SqliteRow row(statement);
    for (;;) {
      const int code = sqlite3_step(statement);
      if (code == SQLITE_DONE) return;
      if (code != SQLITE_ROW) must(code);
      if (each && !each(row)) return;
    }
  }

  void begin(Purpose purpose) override {
    if (purpose == Purpose::cache) script("PRAGMA synchronous = NORMAL");
    cache_ = purpose == Purpose::cache;
    if (sqlite3_get_autocommit(db_) == 0) rollback();  // there was no memory to do it before
    try {
      script(purpose == Purpose::read ? "BEGIN" : "BEGIN IMMEDIATE");
      // What is read is fixed by the first look.
      if (purpose == Purpose::read) (void)value("PRAGMA user_version");
    } catch (...) {
      rollback();
      throw;
    }
  }
  void commit() override {
    script("COMMIT");
    calm();
  }
  void rollback() noexcept override {
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    calm();
  }

  [[nodiscard]] std::optional<std::int64_t> version() override {
    if (value("PRAGMA application_id") != application) return std::nullopt;
    return value("PRAGMA user_version");
  }
  void make_place() override {}
  void set_version(std::int64_t version) override {
    script("PRAGMA application_id = " + std::to_string(application));
    script("PRAGMA user_version = " + std::to_string(version));
  }
  [[nodiscard]] std::string guards() const override {
    std::string sql;
    for (const std::string table : {"entries", "versions"})
      for (const std::string what : {"UPDATE", "DELETE"})
        sql += "CREATE TRIGGER " + table + "_no_" + what + " BEFORE " + what + " ON " + table +
               " BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;\n";
    return sql;
  }
  void tell(std::uint64_t) override {}

  [[nodiscard]] std::string integrity() override {
    std::string found;
    run("PRAGMA integrity_check(1)", {}, [&](const Row& row) {
      found = row.text(0);
      return true;
    });
    return found == "ok" ? "" : found;
  }

  void listen(double seconds) override {
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(seconds, 0.02)));
  }
  [[nodiscard]] bool heard() override { return false; }
  [[nodiscard]] bool writable() const override { return sqlite3_db_readonly(db_, "main") == 0; }

  bool copy_to(const std::filesystem::path& path) override {
    const std::string name = files::utf8_of(path);
    std::error_code none;
    if (std::filesystem::exists(path, none))
      throw StoreError(StoreTrouble::foreign,
                       "the file " + name + " is there already: name one that is not");
    sqlite3* to = nullptr;
    int code =
        sqlite3_open_v2(name.c_str(), &to,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code == SQLITE_OK) {
      sqlite3_backup* const copy = sqlite3_backup_init(to, "main", db_, "main");
      if (copy) sqlite3_backup_step(copy, -1);  // all at once: one state
      code = copy ? sqlite3_backup_finish(copy) : sqlite3_errcode(to);
    }
    const std::string said = to ? sqlite3_errmsg(to) : "";
    sqlite3_close(to);
    if (code == SQLITE_OK) return true;
    std::filesystem::remove(path, none);
    sqlite_trouble(code, name, said.c_str());
  }

 private:
  struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
      sqlite3_reset(statement);
      sqlite3_clear_bindings(statement);
    }
  };

  void must(int code) {
    if (code != SQLITE_OK)
      sqlite_trouble(code, path_, db_ ? sqlite3_errmsg(db_) : sqlite3_errstr(code));
  }

  void prepare(const StoreOptions& options) {
    if (!options.read_only && writable()) (void)text("PRAGMA journal_mode = WAL");
    script("PRAGMA synchronous = FULL");
    script("PRAGMA cell_size_check = ON");
    script("PRAGMA journal_size_limit = 67108864");
    script("PRAGMA wal_autocheckpoint = 1000");
    if (options.max_pages > 0)
      (void)value("PRAGMA max_page_count = " + std::to_string(options.max_pages));
  }

  void calm() noexcept {
    if (std::exchange(cache_, false))
      sqlite3_exec(db_, "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
  }

  void close() noexcept {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    statements_.clear();
    sqlite3_close(db_);
    db_ = nullptr;
  }

  static std::string with_types(std::string sql) {
    for (const auto& [name, type] : {std::pair<std::string, std::string>{"{integer}", "INTEGER"},
                                     std::pair<std::string, std::string>{"{bytes}", "BLOB"},
                                     std::pair<std::string, std::string>{"{text}", "TEXT"}})
      for (std::size_t at; (at = sql.find(name)) != std::string::npos;)
        sql.replace(at, name.size(), type);
    return sql;
  }

  sqlite3_stmt* statement_of(std::string_view sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) return known->second;
    const auto made = statements_.emplace(sql, nullptr).first;
    const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made->second, nullptr);
    if (code == SQLITE_OK) return made->second;
    statements_.erase(made);
    must(code);
    return nullptr;
  }

  static int bind(sqlite3_stmt* statement, int place, const Bound& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
      return sqlite3_bind_int64(statement, place, *number);
    if (const auto* text = std::get_if<std::string_view>(&value))
      return sqlite3_bind_text64(statement, place, text->data() ? text->data() : "", text->size(),
                                 SQLITE_STATIC, SQLITE_UTF8);
    if (const auto* blob = std::get_if<Blob>(&value))
      return sqlite3_bind_blob64(statement, place, blob->bytes.data(), blob->bytes.size(),
                                 SQLITE_STATIC);
    return sqlite3_bind_null(statement, place);
  }

  std::int64_t value(std::string_view sql) {
    std::int64_t found = 0;
    run(sql, {}, [&](const Row& row) {
      found = row.integer(0);
      return false;
    });
    return found;
  }
  std::string text(std::string_view sql) {
    std::string found;
    run(sql, {}, [&](const Row& row) {
      found = row.text(0);
      return false;
    });
    return found;
  }

  static int wait_a_little(void* self, int times) {
    Sqlite& one = *static_cast<Sqlite*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (times == 0) one.since_ = now;
    const std::chrono::duration<double> waited = now - one.since_;
    if (waited.count() >= one.wait_seconds_) return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(times + 1, 20)));
    return 1;
  }

  const std::string path_;
  const double wait_seconds_;
  sqlite3* db_ = nullptr;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
  std::chrono::steady_clock::time_point since_;
  bool cache_ = false;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, bool create,
                                      const StoreOptions& options) {
  return std::make_unique<Sqlite>(path, create, options);
}

}  // namespace regelgraf::store

#else

namespace regelgraf::store {

std::unique_ptr<Database> open_sqlite(const std::string&, bool, const StoreOptions&) {
  throw StoreError(StoreTrouble::unsupported,
                   "this library was built without SQLite: build it with REGELGRAF_STORE_SQLITE");
}

}  // namespace regelgraf::store

#endif
