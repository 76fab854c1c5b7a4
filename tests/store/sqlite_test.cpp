// The store as an SQLite file: what others do to it, and what the machine does.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>

#include <regelgraf/canonical.hpp>
#include <regelgraf/store.hpp>

#include "store/changes.hpp"
#include "store/places.hpp"

namespace regelgraf::test {
namespace {

using testing::HasSubstr;

/// The file as anybody may open it.
class Raw {
 public:
  explicit Raw(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("not opened");
  }
  ~Raw() { sqlite3_close(db_); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;
  /// What SQLite said; empty: done.
  std::string run(const std::string& sql) {
    char* said = nullptr;
    sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &said);
    const std::string text = said ? said : "";
    sqlite3_free(said);
    return text;
  }

 private:
  sqlite3* db_ = nullptr;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
void put_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

template <class Call>
std::optional<StoreTrouble> trouble_of(const Call& call) {
  try {
    call();
  } catch (const StoreError& error) {
    return error.trouble();
  }
  return std::nullopt;
}

class SqliteStore : public testing::Test {
 protected:
  SqliteStore() : where(folder.fresh()) {}
  /// A store of two states.
  Store made() {
    Store store = Store::init(where);
    store.commit(beginning());
    store.commit(change("\"put\":[" + rule("s", R"("note":"to")") + "]", minute(1)));
    return store;
  }
  Folder folder;
  const std::string where;
};

TEST_F(SqliteStore, TriggersKeepHistory) {
  made();
  Raw raw(where);
  for (const char* sql : {"UPDATE entries SET at = 0", "DELETE FROM entries WHERE state = 1",
                          "UPDATE versions SET text = NULL", "DELETE FROM versions"})
    EXPECT_THAT(raw.run(sql), HasSubstr("history is only added to")) << sql;
}

TEST_F(SqliteStore, VerifyNamesTheFirstThatWasChanged) {
  struct Case {
    const char* sql;
    std::uint64_t state;
    const char* what;
  };
  const std::string free =
      "DROP TRIGGER entries_no_UPDATE; DROP TRIGGER entries_no_DELETE; DROP TRIGGER "
      "versions_no_UPDATE; DROP TRIGGER versions_no_DELETE;";
  for (const Case& one : std::initializer_list<Case>{
           {"UPDATE versions SET text = replace(text, 'to', 'tre') WHERE id = 's'", 2,
            "element s was changed in it"},
           {"DELETE FROM versions WHERE id = 'r'", 1, "element r was removed from it"},
           {"INSERT INTO versions VALUES ('element', 'x', 1, '{}')", 1,
            "element x was added to it"},
           {"INSERT INTO versions VALUES ('element', 'x', 9, '{}')", 3,
            "element x belongs to no entry"},
           {"UPDATE entries SET entry = replace(entry, 'sekretariatet', 'direktionen') WHERE state "
            "= 1",
            1, "the entry was changed"},
           {"UPDATE entries SET at = at + 1 WHERE state = 2", 2, "its time was changed"},
           {"UPDATE entries SET changes = '{}' WHERE state = 2", 2,
            "the list of what it changed was changed"},
           {"DELETE FROM entries WHERE state = 1", 1, "the entry is missing"},
           {"UPDATE snapshots SET bytes = zeroblob(length(bytes))", 2,
            "its snapshot is not of its model; the history is as it was"}}) {
    std::error_code none;
    std::filesystem::remove(where, none);
    made();
    {
      Raw raw(where);
      ASSERT_EQ(raw.run(free + one.sql), "") << one.sql;
    }
    const StoreVerified found = Store::open(where).verify();
    EXPECT_EQ(found.state, one.state) << one.sql;
    EXPECT_EQ(found.what, one.what) << one.sql;
  }
  // Whoever changes the hash, too, changes all that follow: the one that was noted.
  std::error_code none;
  std::filesystem::remove(where, none);
  const std::string noted = made().head()->hash;
  {
    Raw raw(where);
    ASSERT_EQ(
        raw.run(free + "DELETE FROM entries WHERE state = 2; DELETE FROM versions WHERE state = 2;"
                       "DELETE FROM snapshots"),
        "");
  }
  const Store cut = Store::open(where);
  EXPECT_EQ(cut.verify().what, "");
  EXPECT_THAT(cut.verify(2, noted).what, HasSubstr("missing"));
}

TEST_F(SqliteStore, ASnapshotIsOnlyACache) {
  const std::string expected = canonical_json(*made().model().model);
  const std::string free = "SELECT 1";
  for (const char* sql : {"DELETE FROM snapshots", "UPDATE snapshots SET bytes = zeroblob(100)",
                          "UPDATE snapshots SET bytes = substr(bytes, 1, 500)",
                          "UPDATE snapshots SET library = '0.0.1'",
                          "UPDATE snapshots SET hash = ''", "UPDATE snapshots SET part = 1"}) {
    { Raw(where).run(sql); }
    EXPECT_EQ(canonical_json(*Store::open(where).model().model), expected) << sql;
    EXPECT_EQ(canonical_json(*Store::open(where, {.read_only = true}).model().model), expected)
        << sql;
  }
  EXPECT_EQ(Store::open(where).verify().what, "");
}

TEST_F(SqliteStore, WhatIsNoStoreIsLeftAsItIs) {
  put_bytes(where, "Dette er ikke en database, men en tekst af nogen længde.\n");
  const std::string before = bytes_of(where);
  EXPECT_EQ(trouble_of([&] { (void)Store::open(where); }), StoreTrouble::foreign);
  EXPECT_EQ(trouble_of([&] { (void)Store::init(where); }), StoreTrouble::foreign);
  EXPECT_EQ(bytes_of(where), before);
  put_bytes(where, "");
  EXPECT_EQ(trouble_of([&] { (void)Store::open(where); }), StoreTrouble::foreign);
  const std::string other = folder.fresh();
  { Raw(other).run("CREATE TABLE entries (state); INSERT INTO entries VALUES (1)"); }
  const std::string others = bytes_of(other);
  EXPECT_EQ(trouble_of([&] { (void)Store::open(other); }), StoreTrouble::foreign);
  EXPECT_EQ(bytes_of(other), others);
  EXPECT_EQ(trouble_of([&] { (void)Store::open(folder.path().string()); }),
            StoreTrouble::unreachable);
  EXPECT_EQ(trouble_of([&] { (void)Store::init((folder.path() / "no" / "x").string()); }),
            StoreTrouble::unreachable);
}

TEST_F(SqliteStore, ALaterVersionIsRefused) {
  made();
  { Raw(where).run("PRAGMA user_version = 2"); }
  EXPECT_EQ(trouble_of([&] { (void)Store::open(where); }), StoreTrouble::version);
}

TEST_F(SqliteStore, AnEarlierVersionIsBroughtForward) {
  {
    Raw raw(where);
    ASSERT_EQ(raw.run(bytes_of(RG_SOURCE_DIR "/tests/store/versions/0.sql")), "");
  }
  EXPECT_EQ(trouble_of([&] { (void)Store::open(where, {.read_only = true}); }),
            StoreTrouble::version);
  Store store = Store::open(where);
  EXPECT_EQ(store.verify().what, "");
  EXPECT_EQ(store.state(), 2u);
  EXPECT_TRUE(store.model().model->find("s"));
  ASSERT_TRUE(store.commit(change("\"put\":[" + rule("t") + "]", minute(2))).entry);
  EXPECT_THAT(Raw(where).run("DELETE FROM entries"), HasSubstr("history is only added to"));
}

TEST_F(SqliteStore, AFullDiskRecordsNothing) {
  made();
  const auto pages = bytes_of(where).size() / 4096;
  Store store = Store::open(where, {.max_pages = pages + 16});
  std::uint64_t recorded = 2;
  for (int i = 0; i < 400; ++i) {
    const auto trouble = trouble_of([&] {
      (void)store.commit(change(
          "\"put\":[" +
              rule("x", "\"note\":\"" + std::string(9000, 'x') + std::to_string(i) + "\"") + "]",
          minute(2)));
    });
    if (trouble) {
      EXPECT_EQ(trouble, StoreTrouble::full);
      break;
    }
    ++recorded;
  }
  EXPECT_GT(recorded, 2u);
  EXPECT_LT(recorded, 100u);
  EXPECT_EQ(store.state(), recorded);
  EXPECT_EQ(store.verify().what, "");
  Store roomy = Store::open(where);
  EXPECT_TRUE(roomy.commit(change("\"put\":[" + rule("y") + "]", minute(2))).entry);
}

TEST_F(SqliteStore, AnotherWriterIsWaitedForAndThenSaid) {
  made();
  Raw raw(where);
  ASSERT_EQ(raw.run("BEGIN IMMEDIATE"), "");
  Store store = Store::open(where, {.wait_seconds = 0.1});
  EXPECT_EQ(
      trouble_of([&] { (void)store.commit(change("\"put\":[" + rule("t") + "]", minute(2))); }),
      StoreTrouble::busy);
  EXPECT_EQ(store.model().entry.state, 2u);  // a reader is not kept waiting
  ASSERT_EQ(raw.run("COMMIT"), "");
  EXPECT_TRUE(store.commit(change("\"put\":[" + rule("t") + "]", minute(2))).entry);
}

TEST_F(SqliteStore, DamagedBytesAreNeverAnotherModel) {
  std::string digests[3];
  {
    const Store store = made();
    for (std::uint64_t state : {1, 2}) digests[state] = store.entry(state).model;
  }
  const std::string whole = bytes_of(where);
  std::mt19937 draw(20261128);
  int refused = 0, seen = 0;
  const int trials = std::getenv("RG_TEST_LONG") ? 3000 : 200;
  for (int i = 0; i < trials; ++i) {
    std::string damaged = whole;
    for (unsigned n = 1 + draw() % 8, from = draw() % damaged.size(); n > 0; --n)
      damaged[(from + draw() % 64) % damaged.size()] = static_cast<char>(draw());
    if (draw() % 10 == 0) damaged.resize(draw() % damaged.size());
    std::error_code none;
    std::filesystem::remove(where + "-wal", none);
    std::filesystem::remove(where + "-shm", none);
    put_bytes(where, damaged);
    try {
      const Store store = Store::open(where);
      const StoreVerified verified = store.verify();
      if (!verified.what.empty()) ++seen;
      for (std::uint64_t state : {1, 2}) {
        const AsOf as_of = store.model_of(state);
        if (verified.what.empty()) {
          EXPECT_EQ(digest(*as_of.model), digests[state]);
        }
        EXPECT_EQ(digest(*as_of.model), as_of.entry.model);
      }
    } catch (const Error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 0);
  EXPECT_GT(seen, 0);
}

TEST_F(SqliteStore, ABackupIsTakenWhileTheStoreIsUsed) {
  Store store = made();
  const Store reader = Store::open(where);
  const std::string copy = folder.fresh();
  reader.backup(copy);
  store.commit(change("\"put\":[" + rule("t") + "]", minute(2)));
  EXPECT_EQ(Store::open(copy).state(), 2u);
  EXPECT_EQ(Store::open(copy).verify().what, "");
  EXPECT_EQ(trouble_of([&] { reader.backup(copy); }), StoreTrouble::foreign);
}

/// A child that commits until it is killed; each state it was told of goes through the pipe.
class Child {
 public:
  explicit Child(const std::string& where) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
      close(ends[0]);
      Store store = Store::open(where);
      for (std::uint64_t next = store.state() + 1;; ++next) {
        const CommitResult result = store.commit(change(
            "\"put\":[" +
                rule("x" + std::to_string(next % 7), "\"note\":\"" + std::to_string(next) + "\"") +
                "]",
            minute(static_cast<std::int64_t>(next))));
        const std::uint64_t told = result.entry->state;
        if (write(ends[1], &told, sizeof told) != sizeof told) _exit(1);
      }
    }
    close(ends[1]);
    read_ = ends[0];
  }
  /// Waits for the first state, then a while, and kills. The last state that was acknowledged.
  std::uint64_t kill_after(int microseconds) {
    std::uint64_t last = 0, told = 0;
    if (read(read_, &told, sizeof told) == sizeof told) last = told;
    usleep(static_cast<useconds_t>(microseconds));
    kill(pid_, SIGKILL);
    while (read(read_, &told, sizeof told) == sizeof told) last = told;
    close(read_);
    waitpid(pid_, nullptr, 0);
    return last;
  }

 private:
  pid_t pid_ = 0;
  int read_ = -1;
};

TEST_F(SqliteStore, KilledAtAnyMomentItHasEveryAcknowledgedCommit) {
  const char* const wanted = std::getenv("RG_TEST_KILLS");
  const int kills = wanted ? std::atoi(wanted) : std::getenv("RG_TEST_LONG") ? 10'000 : 100;
  std::mt19937 draw(4711);
  std::string place;
  std::uint64_t more = 0;
  for (int i = 0; i < kills; ++i) {
    if (i % 50 == 0) {
      place = folder.fresh();
      Store::init(place).commit(beginning());
    }
    const std::uint64_t told = Child(place).kill_after(static_cast<int>(draw() % 12'000));
    ASSERT_GT(told, 0u) << "the child did not commit";
    const Store store = Store::open(place);
    const std::uint64_t state = store.state();
    ASSERT_GE(state, told);
    ASSERT_LE(state, told + 1);  // the one that was under way, whole
    more += state - told;
    const StoreVerified verified = store.verify();
    ASSERT_EQ(verified.what, "") << "after kill " << i;
    ASSERT_EQ(verified.entries, state);
    ASSERT_EQ(digest(*store.model().model), store.head()->model);
  }
  RecordProperty("recorded_and_not_acknowledged", static_cast<int>(more));
}

}  // namespace
}  // namespace regelgraf::test
