#pragma once

// The little that the store asks of a database. SQL is written once, with `?1`, `?2`, ... for
// values; {integer} and {bytes} are the types that are named differently.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <regelgraf/store.hpp>

namespace regelgraf::store {

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A value handed to a statement; borrowed for the call.
using Bound = std::variant<std::int64_t, std::string_view, Blob, std::nullptr_t>;

/// One row of an answer, while it is the current one.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual bool null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  /// Text or bytes.
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
};

/// What a transaction is for. A cache may be lost when the machine goes down.
enum class Purpose : std::uint8_t { read, write, cache };

class Database {
 public:
  virtual ~Database() = default;

  /// Runs statements that have no values.
  virtual void script(const std::string& sql) = 0;
  /// Runs one statement; each row of its answer goes to @p each until that says false. Another
  /// statement may not be run before it returns.
  virtual void run(std::string_view sql, std::initializer_list<Bound> values = {},
                   const std::function<bool(const Row&)>& each = {}) = 0;

  virtual void begin(Purpose purpose) = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;

  /// The version of the store's tables; nothing: there is no store here.
  [[nodiscard]] virtual std::optional<std::int64_t> version() = 0;
  /// Makes room for the tables of a new store, in the transaction.
  virtual void make_place() = 0;
  /// Says that the tables are of @p version, in the transaction.
  virtual void set_version(std::int64_t version) = 0;
  /// The statements that make history stay as it is.
  [[nodiscard]] virtual std::string guards() const = 0;
  /// Tells listeners of @p state, in the transaction.
  virtual void tell(std::uint64_t state) = 0;
  /// Is the database itself whole? What is wrong; empty: nothing.
  [[nodiscard]] virtual std::string integrity() = 0;
  /// Was a new state told of since the last time?
  [[nodiscard]] virtual bool heard() = 0;
  /// Waits until somebody may have told of a state, @p seconds at most, mostly less. Not after
  /// heard() was true. May run beside other calls.
  virtual void listen(double seconds) = 0;
  /// Can it be written to?
  [[nodiscard]] virtual bool writable() const = 0;
  /// Copies everything to a new file; false: not this sort of database.
  virtual bool copy_to(const std::filesystem::path& path) = 0;
};

/// Begun where it is made; rolled back where it was not committed.
class Transaction {
 public:
  Transaction(Database& database, Purpose purpose) : database_(&database) {
    database.begin(purpose);
  }
  ~Transaction() {
    if (database_) database_->rollback();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    database_->commit();
    database_ = nullptr;
  }

 private:
  Database* database_;
};

/// @p create: the file must not be there yet.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::string& path, bool create,
                                                    const StoreOptions& options);
[[nodiscard]] std::unique_ptr<Database> open_postgresql(const std::string& where,
                                                        const StoreOptions& options);

[[nodiscard]] inline bool is_postgresql(std::string_view where) {
  return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

}  // namespace regelgraf::store
