// The store, in SQLite and in PostgreSQL alike.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <random>
#include <stdexcept>
#include <thread>

#include <regelgraf/canonical.hpp>
#include <regelgraf/standing.hpp>
#include <regelgraf/store.hpp>

#include "store/changes.hpp"
#include "store/places.hpp"

namespace regelgraf::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Stores : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) != "postgresql") return;
    server_ = PostgresqlServer::get();
    if (!server_) GTEST_SKIP() << "no PostgreSQL here (Debian: postgresql): not tested with it";
  }
  std::string place() { return server_ ? server_->fresh() : folder_.fresh(); }

  Folder folder_;
  PostgresqlServer* server_ = nullptr;
};

INSTANTIATE_TEST_SUITE_P(In, Stores, testing::Values("sqlite", "postgresql"),
                         [](const auto& named) { return std::string(named.param); });

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> found;
  for (const Finding& one : findings) found.push_back(one.code);
  return found;
}

template <class Call>
Errc code_of(const Call& call) {
  try {
    (void)call();
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "nothing was thrown";
  return Errc::cancelled;
}

TEST_P(Stores, KeepsEachStateAndWhoMadeIt) {
  const std::string where = place();
  {
    Store store = Store::init(where);
    EXPECT_FALSE(store.head());
    EXPECT_EQ(code_of([&] { return store.model(); }), Errc::unknown_element);
    ChangeSet first = beginning();
    first.decision = {"Byrådets møde, punkt 7", "r", "2026-117"};
    const CommitResult result = store.commit(first);
    ASSERT_TRUE(result.entry) << json_of(result);
    EXPECT_EQ(result.entry->state, 1u);
    EXPECT_EQ(result.entry->added, 2u);
    ASSERT_TRUE(
        store.commit(change("\"put\":[" + rule("s", R"("needs":["r"])") + "]", minute(10))).entry);
    ASSERT_TRUE(store.commit(change("\"end\":[\"s\"]", minute(20))).entry);
  }
  const Store store = Store::open(where);
  EXPECT_EQ(store.state(), 3u);
  EXPECT_EQ(store.log().size(), 3u);
  EXPECT_EQ(store.entry(1).decision.element, "r");
  EXPECT_EQ(store.entry(1).by, "sekretariatet");
  EXPECT_FALSE(store.model_of(1).model->find("s"));
  EXPECT_TRUE(store.model(std::nullopt, minute(19)).model->find("s"));
  EXPECT_TRUE(store.model(std::nullopt, minute(10)).model->find("s"));
  EXPECT_FALSE(store.model().model->find("s"));
  EXPECT_EQ(store.model(std::nullopt, minute(15)).entry.state, 2u);
  EXPECT_EQ(code_of([&] { return store.model(std::nullopt, minute(-1)); }), Errc::unknown_element);
  for (std::uint64_t state = 1; state <= 3; ++state)
    EXPECT_EQ(digest(*store.model_of(state).model), store.entry(state).model);
  const StoreVerified verified = store.verify();
  EXPECT_EQ(verified.what, "");
  EXPECT_EQ(verified.entries, 3u);
  EXPECT_EQ(verified.hash, store.head()->hash);
  EXPECT_EQ(store.verify(2, store.entry(2).hash).what, "");
  EXPECT_THAT(store.verify(2, store.entry(3).hash).what, HasSubstr("noted"));
  EXPECT_THAT(store.verify(4, store.entry(3).hash).what, HasSubstr("missing"));
}

TEST_P(Stores, TwoAxesAreTold) {
  Store store = Store::init(place());
  store.commit(beginning());
  store.commit(
      change("\"put\":[" + rule("r", R"("valid":{"from":"2026-06-01"})") + "]", minute(5)));
  const AsOf then = store.model(day_from_text("2026-03-01"), minute(4)),
             now = store.model(day_from_text("2026-03-01"));
  const auto stands = [](const AsOf& one) {
    return standing_on(*one.model, one.valid_on)[*one.model->find("r")] != 0;
  };
  EXPECT_TRUE(stands(then));
  EXPECT_FALSE(stands(now));
  EXPECT_TRUE(stands(store.model(day_from_text("2026-07-01"))));
  EXPECT_THAT(json_of(now),
              HasSubstr(R"("valid_on":"2026-03-01","recorded":"2026-01-01T00:05:00Z")"));
}

TEST_P(Stores, RefusesWholeWhatIsNoModel) {
  Store store = Store::init(place());
  EXPECT_THAT(codes(store.commit(change("\"put\":[" + rule("r") + "]")).findings),
              ElementsAre("missing_field"));
  store.commit(beginning());
  const CommitResult refused = store.commit(
      change("\"put\":[" + rule("a") + "," + rule("b", R"("needs":["nowhere"])") + "]", minute(1)));
  EXPECT_FALSE(refused.entry);
  EXPECT_THAT(codes(refused.findings), ElementsAre("unknown_id"));
  EXPECT_EQ(refused.findings.at(0).element, "b");
  EXPECT_THAT(codes(store.commit(change(R"("end":["nobody"])", minute(1))).findings),
              ElementsAre("unknown_id"));
  EXPECT_THAT(codes(store.commit(change(R"("end":["byraad"])", minute(1))).findings),
              ElementsAre("unknown_id"));  // the rule's issuer
  EXPECT_THAT(
      codes(store
                .commit(change("\"put\":[" + rule("a") + "],\"decision\":{\"element\":\"x\"}",
                               minute(1)))
                .findings),
      ElementsAre("unknown_id"));
  EXPECT_THAT(codes(store.commit(change("\"put\":[" + rule("a") + "," + rule("a") + "]", minute(1)))
                        .findings),
              ElementsAre("duplicate_id"));
  EXPECT_EQ(store.state(), 1u);
  EXPECT_EQ(store.verify().what, "");
}

TEST_P(Stores, RefusesWhatIsNotSaid) {
  Store store = Store::init(place());
  store.commit(beginning(minute(10)));
  ChangeSet next = change("\"put\":[" + rule("s") + "]", minute(9));
  EXPECT_EQ(code_of([&] { return store.commit(next); }), Errc::invalid_question);  // earlier
  next.at = minute(10);
  next.by = "";
  EXPECT_EQ(code_of([&] { return store.commit(next); }), Errc::invalid_question);
  next.by = "010190-1234";
  EXPECT_EQ(code_of([&] { return store.commit(next); }), Errc::personal_data);
  next.by = "sekretariatet";
  next.why = "klage fra 010190-1234";
  EXPECT_EQ(code_of([&] { return store.commit(next); }), Errc::personal_data);
  next.why = "prøve";
  next.put[0].note = std::string("om 010190-1234");
  EXPECT_THAT(codes(store.commit(next).findings), ElementsAre("personal_data"));
  EXPECT_EQ(
      code_of([&] { return store.commit(change("\"put\":[" + rule("r") + "]", minute(10))); }),
      Errc::invalid_question);  // nothing is changed
  EXPECT_EQ(store.state(), 1u);
}

TEST_P(Stores, AConflictNamesWhatWasTouched) {
  Store store = Store::init(place());
  store.commit(beginning());
  store.commit(change("\"put\":[" + rule("r", R"("note":"a")") + "," + rule("t") + "]", minute(1)));
  ChangeSet late = change(
      "\"put\":[" + rule("r", R"("note":"b")") + "," + rule("u") + "],\"base\":1", minute(2));
  const CommitResult refused = store.commit(late);
  EXPECT_FALSE(refused.entry);
  EXPECT_THAT(refused.conflicts, ElementsAre("element r"));
  ChangeSet beside = change("\"put\":[" + rule("v") + "],\"base\":1", minute(2));
  CommitOptions strict;
  strict.only_on_newest = true;
  EXPECT_THAT(store.commit(beside, strict).conflicts, ElementsAre("element r", "element t"));
  const CommitResult taken = store.commit(beside);
  ASSERT_TRUE(taken.entry);
  EXPECT_TRUE(taken.rebased);
  ChangeSet whole = change_set_of(*store.model_of(1).model);
  whole.by = whole.why = "x";
  whole.at = minute(3);
  whole.base = 1;
  EXPECT_THAT(store.commit(whole).conflicts, ElementsAre("element r", "element t", "element v"));
  whole.base.reset();
  ASSERT_TRUE(store.commit(whole).entry);
  EXPECT_EQ(digest(*store.model().model), store.entry(1).model);
  late.base = 99;
  late.at = minute(4);
  EXPECT_EQ(code_of([&] { return store.commit(late); }), Errc::invalid_question);
}

TEST_P(Stores, BlameTellsWhoSetEachField) {
  Store store = Store::init(place());
  store.commit(beginning());
  store.commit(
      change("\"by\":\"direktionen\",\"put\":[" + rule("r", R"("note":"ny","tags":["a"])") + "]",
             minute(1)));
  store.commit(
      change("\"by\":\"ledelsen\",\"put\":[" + rule("r", R"("note":"nyere","tags":["a"])") + "]",
             minute(2)));
  const Blame blame = store.blame("r");
  std::map<std::string, std::uint64_t> set;
  for (const BlameField& field : blame.fields) set[field.field] = field.state;
  EXPECT_EQ(
      set,
      (std::map<std::string, std::uint64_t>{
          {"id", 1}, {"instrument", 1}, {"issuer", 1}, {"kind", 1}, {"note", 3}, {"tags", 2}}));
  EXPECT_EQ(blame.told.at(3).by, "ledelsen");
  EXPECT_EQ(store.blame("r", minute(1)).fields.at(4).value, "\"ny\"");
  store.commit(change(R"("end":["r"])", minute(3)));
  EXPECT_EQ(store.blame("r").ended, 4u);
  store.commit(change("\"put\":[" + rule("r") + "]", minute(4)));
  EXPECT_EQ(store.blame("r").ended, 0u);
  EXPECT_EQ(store.blame("r").begun, 5u);
  EXPECT_EQ(code_of([&] { return store.blame("nobody"); }), Errc::unknown_element);
}

TEST_P(Stores, LayersAreRecordedAsTheyWere) {
  Store store = Store::init(place());
  const auto layer = [](const std::string& note) {
    return R"({"regelgraf":1,"model":{"id":"fælles"},"elements":[{"id":"lov","kind":"rule",)"
           R"("instrument":"act","note":")" +
           note + "\"}]}";
  };
  CommitOptions with;
  with.load.layers = {{"fælles", layer("gammel")}};
  ASSERT_TRUE(store
                  .commit(change(R"("head":{"id":"m","extends":["fælles"]},"put":[)" + council() +
                                 "," + rule("r", R"("basis":["lov"])") + "]"),
                          with)
                  .entry);
  const auto note = [&](std::uint64_t state) {
    const auto model = store.model_of(state).model;
    return *model->element(*model->find("lov")).note;
  };
  EXPECT_EQ(note(1), "gammel");
  with.load.layers["fælles"] = layer("ny");
  ASSERT_TRUE(store.commit(change("\"put\":[" + rule("s") + "]", minute(1)), with).entry);
  EXPECT_EQ(note(2), "gammel");  // a layer changes when somebody says so
  ASSERT_TRUE(store.commit(change(R"("layers":["fælles"])", minute(2)), with).entry);
  EXPECT_EQ(note(3), "ny");
  EXPECT_EQ(note(2), "gammel");
  with.load.layers.clear();
  EXPECT_THAT(codes(store.commit(change(R"("layers":["fælles"])", minute(3)), with).findings),
              ElementsAre("unknown_layer"));
  EXPECT_EQ(store.changes(3).at(0).sort, "layer");
}

TEST_P(Stores, ReviewsLiveThereToo) {
  Store store = Store::init(place());
  const auto put = [&](const std::string& json, Instant when) {
    ChangeSet changes = change(R"("end":[])", when);
    changes.documents.push_back({"review", "2026", json});
    return store.commit(changes);
  };
  ASSERT_TRUE(put(R"({"regelgraf_review":1,"title":"Æ","b":[1,2]})", minute(0)).entry);
  ASSERT_TRUE(put(R"({"b":[],"regelgraf_review":1})", minute(1)).entry);
  EXPECT_FALSE(put(R"({"b":[]})", minute(2)).entry);
  EXPECT_FALSE(put(R"({"b":)", minute(2)).entry);
  EXPECT_FALSE(put(R"({"regelgraf_review":1,"a":"010190-1234"})", minute(2)).entry);
  EXPECT_EQ(store.document("review", "2026")->json, R"({"b":[],"regelgraf_review":1})");
  EXPECT_EQ(store.document("review", "2026", minute(0))->json,
            R"({"b":[1,2],"regelgraf_review":1,"title":"Æ"})");
  EXPECT_FALSE(store.document("review", "nobody"));
  EXPECT_THAT(store.documents("review"), ElementsAre("2026"));
  store.commit(beginning(minute(3)));
  ASSERT_TRUE(put(R"({"regelgraf_review":1})", minute(4)).entry);
  EXPECT_EQ(store.head()->model_state, 3u);  // a review leaves the model as it is
  EXPECT_TRUE(store.model().model->find("r"));
  EXPECT_EQ(store.verify().what, "");
}

TEST_P(Stores, AnExportMakesTheSameStore) {
  Store store = Store::init(place());
  store.commit(beginning());
  store.commit(
      change("\"put\":[" + rule("s", R"("note":"\"\u0001æ")") + "],\"end\":[\"r\"]", minute(1)));
  std::string lines;
  store.export_lines([&](std::string_view line) { lines += line; });
  Store copy = Store::init(place());
  EXPECT_EQ(copy.import_lines(lines), 2u);
  EXPECT_EQ(copy.import_lines(lines), 0u);
  EXPECT_EQ(copy.head()->hash, store.head()->hash);
  EXPECT_EQ(copy.verify().what, "");
  EXPECT_EQ(digest(*copy.model().model), digest(*store.model().model));
  store.commit(change("\"put\":[" + rule("t") + "]", minute(2)));
  std::string more;
  store.export_lines([&](std::string_view line) { more += line; });
  EXPECT_EQ(copy.import_lines(more), 1u);
  // A copy of either sort is a file.
  const std::string backup = folder_.fresh();
  store.backup(backup);
  const Store opened = Store::open(backup);
  EXPECT_EQ(opened.head()->hash, store.head()->hash);
  EXPECT_EQ(opened.verify().what, "");
}

TEST_P(Stores, ADamagedExportAddsNothing) {
  Store store = Store::init(place());
  store.commit(beginning());
  store.commit(change("\"put\":[" + rule("s") + "]", minute(1)));
  std::string lines;
  store.export_lines([&](std::string_view line) { lines += line; });
  const std::string there = place();
  Store copy = Store::init(there);
  std::mt19937 draw(20261127);
  const int trials = 150;
  for (int i = 0; i < trials; ++i) {
    std::string damaged = lines;
    const std::size_t place = draw() % damaged.size();
    switch (draw() % 3) {
      case 0:
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << draw() % 7));
        break;
      case 1:
        damaged.resize(place);
        break;
      default:
        damaged.erase(place, 1 + draw() % 40);
    }
    if (damaged.find_last_not_of('\n') == lines.find_last_not_of('\n') &&
        damaged.compare(0, lines.size() - 1, lines, 0, lines.size() - 1) == 0)
      continue;  // only the last line's end is gone
    EXPECT_EQ(code_of([&] { return copy.import_lines(damaged); }), Errc::invalid_model) << place;
    ASSERT_EQ(copy.state(), 0u);
  }
  EXPECT_EQ(copy.import_lines(lines), 2u);
}

TEST_P(Stores, AFollowerIsToldAndSwaps) {
  const std::string where = place();
  Store writer = Store::init(where);
  const Store reader = Store::open(where);
  std::vector<std::uint64_t> told;
  Follower follower(reader, [&](const StoreEntry& entry) { told.push_back(entry.state); });
  EXPECT_FALSE(follower.poll());
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    writer.commit(beginning());
  });
  EXPECT_TRUE(follower.wait(60));
  other.join();
  EXPECT_FALSE(follower.poll());
  EXPECT_FALSE(follower.wait(0.05));
  writer.commit(change("\"put\":[" + rule("s") + "]", minute(1)));
  EXPECT_TRUE(follower.poll());
  EXPECT_THAT(told, ElementsAre(1, 2));
  CancelToken cancel;
  cancel.cancel();
  EXPECT_EQ(code_of([&] { return follower.wait(60, &cancel); }), Errc::cancelled);
}

TEST_P(Stores, ReadersSeeOneStateWhileAWriterWrites) {
  const std::string where = place();
  Store writer = Store::init(where);
  writer.commit(beginning());
  std::atomic<bool> done = false;
  std::atomic<int> looks = 0;
  const auto read = [&] {
    const Store reader = Store::open(where, {.read_only = true});
    while (!done) {
      const AsOf as_of = reader.model();
      // The rules s1 to sN and the head's name are written together.
      EXPECT_EQ(as_of.model->size(), 1 + as_of.entry.state);
      EXPECT_EQ(digest(*as_of.model), as_of.entry.model);
      ++looks;
    }
  };
  std::thread first(read), second(read);
  for (int i = 1; i <= 15; ++i)
    ASSERT_TRUE(
        writer.commit(change("\"put\":[" + rule("s" + std::to_string(i)) + "]", minute(i))).entry);
  while (looks < 5) std::this_thread::yield();
  done = true;
  first.join();
  second.join();
  EXPECT_EQ(writer.verify().what, "");
}

TEST_P(Stores, TwoWritersLoseNothing) {
  const std::string where = place();
  Store::init(where).commit(beginning());
  const auto write = [&](const std::string& name) {
    Store store = Store::open(where, {.wait_seconds = 120});
    for (int i = 0; i < 10; ++i) {
      ChangeSet changes = change("\"put\":[" + rule(name + std::to_string(i)) + "]", minute(1));
      changes.base = store.state();
      ASSERT_TRUE(store.commit(changes).entry);
    }
  };
  std::thread first(write, "a"), second(write, "b");
  first.join();
  second.join();
  const Store store = Store::open(where);
  EXPECT_EQ(store.state(), 21u);
  EXPECT_EQ(store.model().model->size(), 22u);
  EXPECT_EQ(store.verify().what, "");
}

/// A history kept the slow way: what each state holds, whole.
struct Naive {
  struct State {
    Instant at;
    std::map<std::string, std::string> elements;
  };
  std::vector<State> states;

  [[nodiscard]] static std::string text(const std::map<std::string, std::string>& elements) {
    std::string all;
    for (const auto& [id, element] : elements) all += (all.empty() ? "" : ",") + element;
    return R"({"regelgraf":1,"model":{"id":"m","name":{"da":"Ærø"}},"elements":[)" + all + "]}";
  }
};

TEST_P(Stores, ARandomHistoryIsANaiveReplay) {
  Store store = Store::init(place(), {.snapshots = true});
  const bool thorough = std::getenv("RG_TEST_LONG") != nullptr;
  const int changes = thorough ? 3000 : server_ ? 120 : 300;
  std::mt19937 draw(9);
  Naive naive;
  std::map<std::string, std::string> now;
  int refused = 0;
  std::int64_t minutes = 0;
  const auto day = [&] { return Day{20454 + static_cast<int>(draw() % 400)}; };
  for (int i = 0; i < changes; ++i) {
    auto next = now;
    std::string put, end;
    std::set<std::string> touched;
    if (i == 0) {
      next["byraad"] = council();
      put = council();
    }
    for (unsigned n = 1 + draw() % 3; n > 0; --n) {
      const std::string id = "r" + std::to_string(draw() % 25);
      if (!touched.insert(id).second) continue;
      if (next.contains(id) && draw() % 4 == 0) {
        next.erase(id);
        end += (end.empty() ? "\"" : ",\"") + id + "\"";
        continue;
      }
      std::string more = "\"note\":\"" + std::to_string(draw() % 1000) + "\"";
      if (draw() % 3 == 0) more += R"(,"needs":["r)" + std::to_string(draw() % 25) + "\"]";
      if (draw() % 3 == 0) {
        const Day from = day();
        more += R"(,"valid":{"from":")" + to_text(from) + R"(","to":")" +
                to_text(Day{from.since_epoch + 1 + static_cast<int>(draw() % 200)}) + "\"}";
      }
      next[id] = rule(id, more);
      put += (put.empty() ? "" : ",") + next[id];
    }
    minutes += draw() % 3;
    const CommitResult result = store.commit(
        change((i == 0 ? head + "," : "") + "\"put\":[" + put + "],\"end\":[" + end + "]",
               minute(minutes)));
    const Frozen expected = load_model_text(Naive::text(next));
    ASSERT_EQ(result.entry.has_value(), expected.model.has_value()) << json_of(result);
    if (!result.entry) {
      ++refused;
      continue;
    }
    now = next;
    naive.states.push_back({minute(minutes), now});
  }
  EXPECT_GT(refused, changes / 50);
  EXPECT_GT(naive.states.size(), static_cast<std::size_t>(changes) / 3);
  EXPECT_EQ(store.state(), naive.states.size());
  for (int i = 0; i < changes / 2; ++i) {
    const Instant by =
        minute(static_cast<std::int64_t>(draw() % static_cast<unsigned>(minutes + 1)));
    const std::optional<Day> on = draw() % 5 == 0 ? std::nullopt : std::optional(day());
    const Naive::State* last = nullptr;
    for (const Naive::State& state : naive.states)
      if (state.at <= by) last = &state;
    if (!last) {
      EXPECT_EQ(code_of([&] { return store.model(on, by); }), Errc::unknown_element);
      continue;
    }
    const AsOf as_of = store.model(on, by);
    const Frozen expected = load_model_text(Naive::text(last->elements));
    ASSERT_EQ(canonical_json(*as_of.model), canonical_json(*expected.model));
    ASSERT_EQ(standing_on(*as_of.model, as_of.valid_on), standing_on(*expected.model, on));
  }
  EXPECT_EQ(store.verify().what, "");
}

TEST_P(Stores, HistoryIsOnlyAddedTo) {
  const std::string where = place();
  Store::init(where).commit(beginning());
  if (!server_) return;  // SQLite: sqlite_test.cpp
  for (const char* sql :
       {"UPDATE regelgraf.entries SET at = 0", "DELETE FROM regelgraf.versions",
        "TRUNCATE regelgraf.entries", "UPDATE regelgraf.versions SET text = NULL"})
    EXPECT_NE(PostgresqlServer::sql(where, sql), 0) << sql;
  // Around the triggers it shows.
  ASSERT_EQ(PostgresqlServer::sql(where,
                                  "ALTER TABLE regelgraf.versions DISABLE TRIGGER ALL; UPDATE "
                                  "regelgraf.versions SET text = replace(text, 'procedure', "
                                  "'decision') WHERE id = 'r'"),
            0);
  const StoreVerified verified = Store::open(where).verify();
  EXPECT_EQ(verified.state, 1u);
  EXPECT_EQ(verified.what, "element r was changed in it");
}

TEST_P(Stores, AStoreIsMadeOnceAndMustBeThere) {
  const std::string where = place();
  const auto trouble = [&](bool init) {
    try {
      (void)(init ? Store::init(where) : Store::open(where));
    } catch (const StoreError& error) {
      return error.trouble();
    }
    return StoreTrouble::busy;
  };
  EXPECT_EQ(trouble(false), server_ ? StoreTrouble::foreign : StoreTrouble::missing);
  (void)Store::init(where);
  EXPECT_EQ(trouble(true), StoreTrouble::foreign);
  const Store reading = Store::open(where, {.read_only = true});
  Store& store = const_cast<Store&>(reading);
  try {
    store.commit(beginning());
    ADD_FAILURE() << "written to";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.trouble(), StoreTrouble::read_only) << error.what();
  }
}

TEST(Instants, AreReadAndWritten) {
  const auto text = [](const char* from) { return to_text(instant_from_text(from).value()); };
  EXPECT_EQ(text("2026-11-27T10:00:00Z"), "2026-11-27T10:00:00Z");
  EXPECT_EQ(text("2026-11-27T00:30:00+01:00"), "2026-11-26T23:30:00Z");
  EXPECT_EQ(text("1969-12-31T23:59:59.5Z"), "1969-12-31T23:59:59.5Z");
  EXPECT_EQ(text("2026-11-27T10:00:00.123456-00:30"), "2026-11-27T10:30:00.123456Z");
  EXPECT_EQ(to_text(end_of(*day_from_text("2026-11-27"))), "2026-11-27T23:59:59.999999Z");
  for (const char* wrong :
       {"", "2026-11-27", "2026-11-27T10:00:00", "2026-11-27T10:00Z", "2026-11-27T24:00:00Z",
        "2026-11-27T10:00:60Z", "2026-11-27T10:00:00.Z", "2026-11-27T10:00:00.1234567Z",
        "2026-11-27T10:00:00+0100", "2026-11-27T10:00:00Zx", "2026-02-30T10:00:00Z",
        "0001-01-01T00:00:00+01:00", "2026-11-27T10:00:00+", "2026-11-27T10:00:00.1"})
    EXPECT_FALSE(instant_from_text(wrong)) << wrong;
}

}  // namespace
}  // namespace regelgraf::test
