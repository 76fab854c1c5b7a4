// The store in a PostgreSQL database. libpq is loaded when the first store asks for it: it brings
// an OpenSSL, an LDAP and a Kerberos into the process, which a host without PostgreSQL should not
// carry.

#include <regelgraf/store.hpp>

#include "store/database.hpp"

#if defined(REGELGRAF_WITH_POSTGRESQL)

#include <dlfcn.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace regelgraf::store {
namespace {

/// What we call of libpq.
struct Libpq {
  decltype(&PQconnectdb) connectdb = nullptr;
  decltype(&PQstatus) status = nullptr;
  decltype(&PQfinish) finish = nullptr;
  decltype(&PQerrorMessage) error_message = nullptr;
  decltype(&PQexec) exec = nullptr;
  decltype(&PQprepare) prepare = nullptr;
  decltype(&PQsendQueryPrepared) send_query_prepared = nullptr;
  decltype(&PQsetSingleRowMode) set_single_row_mode = nullptr;
  decltype(&PQgetResult) get_result = nullptr;
  decltype(&PQresultStatus) result_status = nullptr;
  decltype(&PQresultErrorField) result_error_field = nullptr;
  decltype(&PQresultErrorMessage) result_error_message = nullptr;
  decltype(&PQgetvalue) getvalue = nullptr;
  decltype(&PQgetlength) getlength = nullptr;
  decltype(&PQgetisnull) getisnull = nullptr;
  decltype(&PQclear) clear = nullptr;
  decltype(&PQsocket) socket = nullptr;
  decltype(&PQconsumeInput) consume_input = nullptr;
  decltype(&PQnotifies) notifies = nullptr;
  decltype(&PQfreemem) freemem = nullptr;
  decltype(&PQsetNoticeReceiver) set_notice_receiver = nullptr;
  void* library = nullptr;

  Libpq() {
    library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
      throw StoreError(StoreTrouble::unsupported,
                       "PostgreSQL's client library is not here: install libpq5");
    find(connectdb, "PQconnectdb");
    find(status, "PQstatus");
    find(finish, "PQfinish");
    find(error_message, "PQerrorMessage");
    find(exec, "PQexec");
    find(prepare, "PQprepare");
    find(send_query_prepared, "PQsendQueryPrepared");
    find(set_single_row_mode, "PQsetSingleRowMode");
    find(get_result, "PQgetResult");
    find(result_status, "PQresultStatus");
    find(result_error_field, "PQresultErrorField");
    find(result_error_message, "PQresultErrorMessage");
    find(getvalue, "PQgetvalue");
    find(getlength, "PQgetlength");
    find(getisnull, "PQgetisnull");
    find(clear, "PQclear");
    find(socket, "PQsocket");
    find(consume_input, "PQconsumeInput");
    find(notifies, "PQnotifies");
    find(freemem, "PQfreemem");
    find(set_notice_receiver, "PQsetNoticeReceiver");
  }
  ~Libpq() {
    if (library) dlclose(library);
  }
  Libpq(const Libpq&) = delete;
  Libpq& operator=(const Libpq&) = delete;

 private:
  template <class Function>
  void find(Function& function, const char* name) {
    void* const symbol = dlsym(library, name);
    if (!symbol) {
      dlclose(std::exchange(library, nullptr));
      throw StoreError(StoreTrouble::unsupported,
                       "PostgreSQL's client library is too old: install libpq5 of version 14 on");
    }
    function = reinterpret_cast<Function>(symbol);
  }
};

/// One line of what the server said, without what could be a connection's password.
std::string first_line(const char* said) {
  std::string line = said ? said : "";
  line.resize(std::min(line.find('\n'), line.size()));
  return line;
}

class PostgresqlRow : public Row {
 public:
  PostgresqlRow(const Libpq& pq, const PGresult* result) : pq_(pq), result_(result) {}
  [[nodiscard]] bool null(int column) const override {
    return pq_.getisnull(result_, 0, column) != 0;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    std::uint64_t value = 0;  // network order
    for (const char byte : text(column)) value = value << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    return {pq_.getvalue(result_, 0, column),
            static_cast<std::size_t>(pq_.getlength(result_, 0, column))};
  }

 private:
  const Libpq& pq_;
  const PGresult* result_;
};

class Postgresql : public Database {
 public:
  Postgresql(const std::string& where, const StoreOptions& options)
      : read_only_(options.read_only) {
    connection_ = pq_.connectdb(where.c_str());
    try {
      if (!connection_) throw std::bad_alloc();
      if (pq_.status(connection_) != CONNECTION_OK)
        throw StoreError(StoreTrouble::unreachable,
                         "the database cannot be reached (" +
                             first_line(pq_.error_message(connection_)) +
                             "): mind the address, the user and whether the server runs");
      pq_.set_notice_receiver(
          connection_, [](void*, const PGresult*) {}, nullptr);
      script("SET client_encoding TO 'UTF8'");
      script("SET search_path TO regelgraf");
      script("SET synchronous_commit TO on");
      script("SET lock_timeout TO " +
             std::to_string(std::max<long>(1, std::lround(options.wait_seconds * 1000))));
      if (options.read_only) script("SET default_transaction_read_only TO on");
      script("LISTEN regelgraf_store");
      socket_ = pq_.socket(connection_);
    } catch (...) {
      pq_.finish(connection_);
      throw;
    }
  }
  ~Postgresql() override { pq_.finish(connection_); }
  Postgresql(const Postgresql&) = delete;
  Postgresql& operator=(const Postgresql&) = delete;

  void script(const std::string& sql) override {
    end(pq_.exec(connection_, with_types(sql).c_str()));
  }

  void run(std::string_view sql, std::initializer_list<Bound> values,
           const std::function<bool(const Row&)>& each) override {
    const std::string name = prepared(sql, values);
    std::vector<std::string> numbers;
    numbers.reserve(values.size());
    std::vector<const char*> texts;
    std::vector<int> lengths, formats;
    for (const Bound& value : values) {
      std::string_view bytes;
      if (const auto* number = std::get_if<std::int64_t>(&value)) {
        bytes = numbers.emplace_back(eight_bytes(*number));
      } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        bytes = text->data() ? *text : "";
      } else if (const auto* blob = std::get_if<Blob>(&value)) {
        bytes = blob->bytes.data() ? blob->bytes : "";
      }
      texts.push_back(bytes.data());
      lengths.push_back(static_cast<int>(bytes.size()));
      formats.push_back(1);
    }
    if (pq_.send_query_prepared(connection_, name.c_str(), static_cast<int>(values.size()),
                                texts.data(), lengths.data(), formats.data(), 1) == 0)
      fail(nullptr);
    pq_.set_single_row_mode(connection_);
    Drain drain{*this};
    bool wanted = true;
    while (PGresult* const result = pq_.get_result(connection_)) {
      const Clear clear{*this, result};
      switch (pq_.result_status(result)) {
        case PGRES_SINGLE_TUPLE:
          if (wanted && each) wanted = each(PostgresqlRow(pq_, result));
          break;
        case PGRES_TUPLES_OK:
        case PGRES_COMMAND_OK:
          break;
        default:
          fail(result);
      }
    }
  }

  void begin(Purpose purpose) override {
    if (purpose == Purpose::read) {
      script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return;
    }
    script("BEGIN ISOLATION LEVEL READ COMMITTED");
    try {
      if (purpose == Purpose::cache) script("SET LOCAL synchronous_commit TO off");
      script("SELECT pg_advisory_xact_lock(5928773219)");  // one writer at a time
    } catch (...) {
      rollback();
      throw;
    }
  }
  void commit() override { script("COMMIT"); }
  void rollback() noexcept override {
    if (PGresult* const result = pq_.exec(connection_, "ROLLBACK")) pq_.clear(result);
  }

  [[nodiscard]] std::optional<std::int64_t> version() override {
    bool there = false;
    run("SELECT to_regclass('regelgraf.store') IS NOT NULL", {}, [&](const Row& row) {
      there = row.integer(0) != 0;
      return false;
    });
    if (!there) return std::nullopt;
    std::optional<std::int64_t> found;
    run("SELECT version FROM store", {}, [&](const Row& row) {
      found = row.integer(0);
      return false;
    });
    return found;
  }
  void make_place() override { script("CREATE SCHEMA IF NOT EXISTS regelgraf"); }
  void set_version(std::int64_t version) override {
    script(
        "CREATE TABLE IF NOT EXISTS store (version BIGINT NOT NULL); DELETE FROM store; "
        "INSERT INTO store VALUES (" +
        std::to_string(version) + ")");
  }
  [[nodiscard]] std::string guards() const override {
    std::string sql =
        "CREATE FUNCTION history_stays() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'history is only added to'; END $$;\n";
    for (const std::string table : {"entries", "versions"})
      sql += "CREATE TRIGGER " + table + "_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON " + table +
             " FOR EACH STATEMENT EXECUTE FUNCTION history_stays();\n";
    return sql;
  }
  void tell(std::uint64_t state) override {
    script("NOTIFY regelgraf_store, '" + std::to_string(state) + "'");
  }
  [[nodiscard]] std::string integrity() override { return {}; }  // the server's own concern

  void listen(double seconds) override {
    pollfd watched{socket_, POLLIN, 0};
    (void)poll(&watched, 1, static_cast<int>(std::min(seconds, 0.5) * 1000));
  }
  [[nodiscard]] bool heard() override {
    bool any = false;
    (void)pq_.consume_input(connection_);
    while (PGnotify* const notice = pq_.notifies(connection_)) {
      pq_.freemem(notice);
      any = true;
    }
    return any;
  }
  [[nodiscard]] bool writable() const override { return !read_only_; }
  bool copy_to(const std::filesystem::path&) override { return false; }

 private:
  struct Clear {
    Postgresql& self;
    PGresult* result;
    ~Clear() { self.pq_.clear(result); }
  };
  /// Whatever happens, the connection is ready for the next statement.
  struct Drain {
    Postgresql& self;
    ~Drain() {
      while (PGresult* const result = self.pq_.get_result(self.connection_)) self.pq_.clear(result);
    }
  };

  static std::string eight_bytes(std::int64_t number) {
    std::string bytes(8, '\0');
    auto value = static_cast<std::uint64_t>(number);
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, value >>= 8U)
      *byte = static_cast<char>(value & 0xFFU);
    return bytes;
  }

  static void replace_all(std::string& text, const std::string& what, const std::string& by) {
    for (std::size_t at; (at = text.find(what)) != std::string::npos;)
      text.replace(at, what.size(), by);
  }
  static std::string with_types(std::string sql) {
    replace_all(sql, "{integer}", "BIGINT");
    replace_all(sql, "{bytes}", "BYTEA");
    replace_all(sql, "{text}", "TEXT COLLATE \"C\"");
    return sql;
  }

  /// The name that @p sql is prepared under.
  std::string prepared(std::string_view sql, std::initializer_list<Bound> values) {
    const auto known = prepared_.find(sql);
    if (known != prepared_.end()) return known->second;
    std::string text(sql);
    for (std::size_t i = 1; i <= values.size(); ++i)
      replace_all(text, "?" + std::to_string(i), "$" + std::to_string(i));
    std::vector<Oid> types;
    for (const Bound& value : values)
      types.push_back(std::holds_alternative<std::int64_t>(value) ? 20  // int8
                      : std::holds_alternative<Blob>(value)       ? 17  // bytea
                                                                  : 25);      // text
    const std::string name = "s" + std::to_string(prepared_.size());
    end(pq_.prepare(connection_, name.c_str(), text.c_str(), static_cast<int>(types.size()),
                    types.data()));
    return prepared_.emplace(std::string(sql), name).first->second;
  }

  void end(PGresult* result) {
    const Clear clear{*this, result};
    const ExecStatusType status = pq_.result_status(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result);
  }

  [[noreturn]] void fail(const PGresult* result) {
    const char* const field = result ? pq_.result_error_field(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string state = field ? field : "08000";
    const std::string said =
        first_line(result ? pq_.result_error_message(result) : pq_.error_message(connection_));
    const auto is = [&](const char* prefix) { return state.starts_with(prefix); };
    if (is("55P03") || is("40") || is("57014"))
      throw StoreError(StoreTrouble::busy,
                       "the store is being written to by somebody else: try again, or wait longer");
    if (is("53100"))
      throw StoreError(StoreTrouble::full,
                       "the store has no room left; nothing was recorded: make room and try again");
    if (is("53200")) throw std::bad_alloc();
    if (is("25006") || is("42501"))
      throw StoreError(StoreTrouble::read_only,
                       "the store may only be read here: mind the user's rights");
    if (is("08") || is("57P"))
      throw StoreError(StoreTrouble::unreachable,
                       "the connection to the database was lost (" + said +
                           "): open the store again and look in its log what was recorded last");
    if (is("54000")) throw Error(Errc::too_large, "a text is longer than PostgreSQL takes (1 GB)");
    throw StoreError(StoreTrouble::damaged, "the database answered: " + said);
  }

  const Libpq pq_;
  const bool read_only_;
  PGconn* connection_ = nullptr;
  int socket_ = -1;
  std::map<std::string, std::string, std::less<>> prepared_;
};

}  // namespace

std::unique_ptr<Database> open_postgresql(const std::string& where, const StoreOptions& options) {
  return std::make_unique<Postgresql>(where, options);
}

}  // namespace regelgraf::store

#else

namespace regelgraf::store {

std::unique_ptr<Database> open_postgresql(const std::string&, const StoreOptions&) {
  throw StoreError(
      StoreTrouble::unsupported,
      "this library was built without PostgreSQL: build it with REGELGRAF_STORE_POSTGRESQL");
}

}  // namespace regelgraf::store

#endif
