// What the store costs, in an SQLite file and in PostgreSQL: a commit, the newest model, an older
// one, how soon a follower is told, bytes a change.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <regelgraf/model.hpp>
#include <regelgraf/snapshot.hpp>
#include <regelgraf/store.hpp>

#include "store/places.hpp"

namespace {

using namespace regelgraf;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

Element rule(std::size_t number, const std::string& note) {
  Element element;
  element.id = "r" + std::to_string(number);
  element.name = {"Retningslinje " + std::to_string(number), {}};
  element.fields = Rule{};
  if (number > 0) element.needs.push_back({1, {"r" + std::to_string(number / 2)}});
  element.note = note;
  return element;
}

ChangeSet change(std::int64_t minute) {
  ChangeSet changes;
  changes.by = "sekretariatet";
  changes.why = "måling";
  changes.at = {minute * 60'000'000};
  return changes;
}

struct Row {
  const char* what;
  double value;
  const char* unit;
};

std::vector<Row> measured(const std::string& where, std::size_t elements, int commits) {
  std::vector<Row> rows;
  const auto row = [&rows](const char* what, double value, const char* unit) {
    rows.push_back({what, value, unit});
  };
  Store store = Store::init(where);
  ChangeSet all = change(0);
  all.head = Head{};
  all.head->id = "m";
  for (std::size_t i = 0; i < elements; ++i) all.put.push_back(rule(i, "først"));
  auto start = Clock::now();
  store.commit(all);
  row("the first commit, all elements", ms_since(start), "ms");

  std::size_t told_bytes = 0;
  std::vector<double> took;
  for (int i = 1; i <= commits; ++i) {
    ChangeSet one = change(i);
    one.put.push_back(rule(static_cast<std::size_t>(i) % elements, "ændring " + std::to_string(i)));
    start = Clock::now();
    const CommitResult result = store.commit(one);
    took.push_back(ms_since(start));
    told_bytes += result.entry->text.size() + result.entry->hash.size();
    for (const StoredChange& changed : store.changes(result.entry->state))
      told_bytes += changed.text.size() + 2 * changed.id.size() + changed.digest.size();
  }
  row("a commit of one element, median", median(took), "ms");
  row("what a change of one element adds to history", static_cast<double>(told_bytes) / commits,
      "bytes");

  took.clear();
  for (int i = 0; i < 5; ++i) {
    const Store reader = Store::open(where);
    start = Clock::now();
    (void)reader.model();
    took.push_back(ms_since(start));
  }
  row("the newest model, opened from its snapshot", median(took), "ms");
  const std::string snapshot = snapshot_of(*store.model().model);
  took.clear();
  for (int i = 0; i < 5; ++i) {
    start = Clock::now();
    (void)load_snapshot_bytes(snapshot);
    took.push_back(ms_since(start));
  }
  row("the same snapshot, read from memory", median(took), "ms");
  took.clear();
  for (int i = 0; i < 5; ++i) {
    const Store reader = Store::open(where);
    start = Clock::now();
    (void)reader.model(std::nullopt, Instant{static_cast<std::int64_t>(i % commits) * 60'000'000});
    took.push_back(ms_since(start));
  }
  row("an older model, from the history", median(took), "ms");

  took.clear();
  const Store reader = Store::open(where);
  for (int i = 1; i <= 5; ++i) {
    Clock::time_point told;
    const std::uint64_t now = reader.state();
    std::thread follower([&] {
      if (reader.wait(now, 60) > now) told = Clock::now();
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    ChangeSet one = change(commits + i);
    one.put.push_back(rule(1, "fulgt " + std::to_string(i)));
    store.commit(one);
    const auto done = Clock::now();
    follower.join();
    took.push_back(std::chrono::duration<double, std::milli>(told - done).count());
  }
  row("a follower is told, from when commit returned", median(took), "ms");
  start = Clock::now();
  const StoreVerified verified = store.verify();
  if (!verified.what.empty())
    throw std::runtime_error("the store does not verify: " + verified.what);
  row("verify", ms_since(start), "ms");
  start = Clock::now();
  for (int i = 0; i < 1000; ++i) (void)store.state();
  row("a poll", ms_since(start), "us");
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t elements = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const int commits = argc > 2 ? std::atoi(argv[2]) : 50;
  try {
    std::printf("%zu elements, %d commits of one element\n", elements, commits);
    test::Folder folder;
    const std::vector<Row> sqlite = measured(folder.fresh(), elements, commits);
    std::vector<Row> postgresql;
    if (test::PostgresqlServer* const server = test::PostgresqlServer::get())
      postgresql = measured(server->fresh(), elements, commits);
    else
      std::printf("no PostgreSQL here (Debian: postgresql)\n");
    std::printf("%-48s %12s %12s\n", "", "SQLite", "PostgreSQL");
    for (std::size_t i = 0; i < sqlite.size(); ++i) {
      std::printf("%-48s %12.2f ", sqlite[i].what, sqlite[i].value);
      if (i < postgresql.size())
        std::printf("%12.2f %s\n", postgresql[i].value, sqlite[i].unit);
      else
        std::printf("%12s %s\n", "", sqlite[i].unit);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
  return 0;
}
