#include "store/schema.hpp"

#include <array>
#include <string>

namespace regelgraf::store {
namespace {

/// The tables of version 0, which no release had: history, and nothing that guards it. It is what
/// the way forward is tested with.
constexpr const char* tables_of_version_0 = R"(
CREATE TABLE entries (
  state {integer} PRIMARY KEY,
  at {integer} NOT NULL,
  entry {text} NOT NULL,
  hash {text} NOT NULL,
  changes {text} NOT NULL);
CREATE TABLE versions (
  sort {text} NOT NULL,
  id {text} NOT NULL,
  state {integer} NOT NULL,
  text {text},
  PRIMARY KEY (sort, id, state));
CREATE TABLE snapshots (
  state {integer} NOT NULL,
  part {integer} NOT NULL,
  hash {text} NOT NULL,
  library {text} NOT NULL,
  bytes {bytes} NOT NULL,
  PRIMARY KEY (state, part));
)";

/// From version 0 to 1: history is only added to.
void guard_history(Database& database) {
  database.script(
      "CREATE INDEX versions_by_state ON versions (state);"
      "CREATE INDEX entries_by_time ON entries (at, state);" +
      database.guards());
}

/// The step at [n] goes from version n to n + 1.
constexpr std::array<void (*)(Database&), newest_version> steps{guard_history};

void step_up(Database& database, std::int64_t from) {
  for (std::int64_t version = from; version < newest_version; ++version)
    steps[static_cast<std::size_t>(version)](database);
  database.set_version(newest_version);
}

}  // namespace

void make_tables(Database& database) {
  Transaction transaction(database, Purpose::write);
  if (database.version())
    throw StoreError(StoreTrouble::foreign, "there is a store already: open it");
  database.make_place();
  database.script(tables_of_version_0);
  step_up(database, 0);
  transaction.commit();
}

void bring_forward(Database& database) {
  const auto look = [&] {
    const auto version = database.version();
    if (!version)
      throw StoreError(StoreTrouble::foreign,
                       "there is a database and no store in it: make one with `store init`");
    if (*version < 0 || *version > newest_version)
      throw StoreError(StoreTrouble::version,
                       "the store is of version " + std::to_string(*version) +
                           " and this library knows up to " + std::to_string(newest_version) +
                           ": use a newer library");
    return *version;
  };
  if (look() == newest_version) return;
  if (!database.writable())
    throw StoreError(StoreTrouble::version,
                     "the store is of an earlier version and may only be read: open it once for "
                     "writing, which brings it forward");
  Transaction transaction(database, Purpose::write);
  const std::int64_t version = look();  // somebody else may have been quicker
  if (version < newest_version) step_up(database, version);
  transaction.commit();
}

}  // namespace regelgraf::store
