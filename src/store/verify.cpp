// Does everything in the store fit together?

#include <algorithm>
#include <utility>
#include <vector>

#include <regelgraf/snapshot.hpp>

#include "store/hash.hpp"
#include "store/impl.hpp"

namespace regelgraf {

using store::Digests;
using store::Purpose;
using store::Row;
using store::Thing;
using store::Transaction;

namespace {

class Verifier {
 public:
  Verifier(const Store::Impl& impl, detail::Watch& watch) : impl_(impl), watch_(watch) {}

  StoreVerified run(std::uint64_t known_state, std::string_view known_hash) {
    if (const std::string what = impl_.database->integrity(); !what.empty())
      return wrong(0, "the file is damaged: " + what);
    StoreEntry before;
    std::string entry, hash, changes;
    std::int64_t state = 0, at = 0;
    const auto next = [&] {
      bool found = false;
      impl_.database->run(
          "SELECT state, at, entry, hash, changes FROM entries WHERE state > ?1 ORDER BY state "
          "LIMIT 1",
          {static_cast<std::int64_t>(before.state)}, [&](const Row& row) {
            state = row.integer(0);
            at = row.integer(1);
            entry = row.text(2);
            hash = row.text(3);
            changes = row.text(4);
            found = true;
            return false;
          });
      return found;
    };
    while (next()) {
      const std::uint64_t now = before.state + 1;
      if (state != static_cast<std::int64_t>(now)) return wrong(now, "the entry is missing");
      if (store::sha256(entry) != hash) return wrong(now, "the entry was changed");
      const auto read = store::read_entry(entry, hash);
      if (!read) return wrong(now, "the entry cannot be read");
      if (read->entry.state != now) return wrong(now, "the entry is of another state");
      if (read->previous != before.hash)
        return wrong(now, "the entry before it is another than it was made upon");
      if (read->entry.at.since_epoch != at || read->entry.at < before.at)
        return wrong(now, "its time was changed");
      if (store::sha256(changes) != read->changes)
        return wrong(now, "the list of what it changed was changed");
      if (std::string what = compare(now, changes); !what.empty()) return wrong(now, what);
      if (now == known_state && hash != known_hash)
        return wrong(now, "its hash is not the one that was noted");
      before = read->entry;
      ++result_.entries;
      result_.hash = hash;
    }
    if (known_state > before.state)
      return wrong(before.state + 1, "the entry is missing; one of state " +
                                         std::to_string(known_state) + " was noted");
    if (std::string what = strays(); !what.empty()) return wrong(before.state + 1, what);
    if (before.model_state > 0) look_at_model(before);
    return result_;
  }

 private:
  StoreVerified wrong(std::uint64_t state, std::string what) {
    result_.state = state;
    result_.what = std::move(what);
    return result_;
  }

  /// What the entry says it changed against what is there. What does not fit; empty: all does.
  std::string compare(std::uint64_t state, const std::string& changes) {
    auto said = store::read_digests(changes);
    if (!said) return "the list of what it changed cannot be read";
    std::string what;
    impl_.database->run("SELECT sort, id, text FROM versions WHERE state = ?1 ORDER BY sort, id",
                        {static_cast<std::int64_t>(state)}, [&](const Row& row) {
                          watch_.must_step(1, 2000);
                          const Thing thing(row.text(0), row.text(1));
                          const auto found = said->find(thing);
                          if (found == said->end())
                            what = store::named(thing) + " was added to it";
                          else if (found->second != (row.null(2) ? "" : store::sha256(row.text(2))))
                            what = store::named(thing) + " was changed in it";
                          else
                            said->erase(found);
                          return what.empty();
                        });
    if (what.empty() && !said->empty())
      what = store::named(said->begin()->first) + " was removed from it";
    return what;
  }

  std::string strays() {
    std::string what;
    impl_.database->run(
        "SELECT v.sort, v.id FROM versions v LEFT JOIN entries e ON e.state = v.state WHERE "
        "e.state IS NULL ORDER BY v.state, v.sort, v.id LIMIT 1",
        {}, [&](const Row& row) {
          what = store::named({std::string(row.text(0)), std::string(row.text(1))}) +
                 " belongs to no entry";
          return false;
        });
    return what;
  }

  void look_at_model(const StoreEntry& newest) {
    const StoreEntry made_by = impl_.must_have(newest.model_state);
    try {
      const Model model = impl_.rebuild(made_by, {});
      const std::string bytes = impl_.snapshot_bytes(made_by);
      if (!bytes.empty() && bytes != snapshot_of(model))
        (void)wrong(made_by.state, "its snapshot is not of its model; the history is as it was");
    } catch (const StoreError& error) {
      (void)wrong(made_by.state, error.what());
    }
  }

  const Store::Impl& impl_;
  detail::Watch& watch_;
  StoreVerified result_;
};

}  // namespace

StoreVerified Store::verify(std::uint64_t state, std::string_view hash,
                            const Limits& limits) const {
  const std::lock_guard lock(impl_->mutex);
  detail::Watch watch(limits);
  try {
    const Transaction transaction(*impl_->database, Purpose::read);
    return Verifier(*impl_, watch).run(state, hash);
  } catch (const StoreError& error) {
    if (error.trouble() != StoreTrouble::damaged) throw;
    StoreVerified damaged;
    damaged.what = error.what();
    return damaged;
  }
}

}  // namespace regelgraf
