#pragma once

/// @file
/// @ingroup formats
/// @brief The store: every state of a model that was ever recorded, by whom, when and why, and the
/// model of any pair of dates. Compiled: link regelgraf::regelgraf.
///
/// Two time axes. *Registrering*: a change set is recorded at a moment that the caller gives and
/// makes a new state, 1, 2, 3, ...; what was recorded stays. *Virkning*: the elements of a state
/// say themselves when they apply (`valid`), and questions are asked with a day.

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <regelgraf/diff.hpp>
#include <regelgraf/element.hpp>
#include <regelgraf/error.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/instant.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>
#include <regelgraf/model_file.hpp>

namespace regelgraf {

/// Why a store cannot be used. `StoreError::at()` is the word.
enum class StoreTrouble : std::uint8_t {
  missing,      ///< No store is there.
  foreign,      ///< A file or database that is no store.
  version,      ///< A store of a version that this library does not know.
  damaged,      ///< What is in it does not fit together.
  read_only,    ///< It may be read and not written.
  full,         ///< No room; nothing was recorded.
  busy,         ///< Another writer had it for as long as the caller would wait.
  unreachable,  ///< The file or server cannot be reached.
  unsupported   ///< This library was built without that sort of store.
};

template <>
struct Spelling<StoreTrouble> {
  static constexpr std::array<std::string_view, 9> words{"missing", "foreign",     "version",
                                                         "damaged", "read_only",   "full",
                                                         "busy",    "unreachable", "unsupported"};
};

/// A store that cannot be used. `what()` ends with what would help. Its code is `unreadable`; of
/// StoreTrouble::busy `cancelled`.
class StoreError : public Error {
 public:
  /// @p message is one line with the advice in it.
  StoreError(StoreTrouble trouble, const std::string& message)
      : Error(trouble == StoreTrouble::busy ? Errc::cancelled : Errc::unreadable, message,
              std::string(to_text(trouble))),
        trouble_(trouble) {}

  /// Why.
  [[nodiscard]] StoreTrouble trouble() const { return trouble_; }

 private:
  StoreTrouble trouble_;
};

/// How a store is opened.
struct StoreOptions {
  bool read_only = false;  ///< Never write, not even snapshots.
  bool snapshots = true;   ///< Keep a snapshot of the newest state beside the history.
  /// Seconds to wait for another writer before StoreTrouble::busy.
  double wait_seconds = 10;
  /// SQLite: most pages of the file; 0: no limit of our own.
  std::uint64_t max_pages = 0;
};

/// What a change rests on; all may be empty.
struct ChangeGround {
  std::string text;      ///< As one would cite it.
  std::string element;   ///< An element of the resulting model, as the grant that was used.
  std::string document;  ///< A reference of the host's, as a journal number.

  /// Is nothing said?
  [[nodiscard]] bool empty() const { return text.empty() && element.empty() && document.empty(); }
};

/// A document that is kept with the model, as the record of a rule review.
struct StoredDocument {
  std::string kind;  ///< `review`.
  std::string id;    ///< Its own; one in its kind.
  std::string json;  ///< The document; kept in canonical form.
};

/// Changes that are recorded together or not at all.
struct ChangeSet {
  std::string by;                         ///< Post, unit or system; never a CPR number.
  Instant at;                             ///< When; not before what was recorded last.
  std::string why;                        ///< In words.
  ChangeGround decision;                  ///< What it rests on.
  std::vector<Element> put;               ///< Added, or in place of the one with that id.
  std::vector<std::string> end;           ///< Ids of elements that are in no later state.
  std::optional<Head> head;               ///< A new head.
  std::vector<std::string> layers;        ///< Layers to be read anew, by name as in `extends`.
  std::vector<StoredDocument> documents;  ///< Added, or in place of those with their ids.
  std::optional<std::uint64_t> base;      ///< The state that the caller saw; absent: the newest.
  bool whole = false;  ///< `put` is the whole model: elements that are not in it are ended.
};

/// How a change set is recorded.
struct CommitOptions {
  /// Where layers that the store has not recorded yet are looked for, and how long it may take.
  LoadOptions load;
  /// The folder that layers named by a path are looked for in; empty: nowhere.
  std::filesystem::path folder;
  /// Refuse a change set whose base is not the newest state, whatever it touches.
  bool only_on_newest = false;
};

/// One recorded change: an entry of the log.
struct StoreEntry {
  std::uint64_t state = 0;        ///< The state that it made.
  Instant at;                     ///< When, as the caller said.
  std::string by;                 ///< Who.
  std::string why;                ///< Why.
  ChangeGround decision;          ///< What it rests on.
  std::uint64_t added = 0;        ///< Elements that were new.
  std::uint64_t changed = 0;      ///< Elements that were put in place of themselves.
  std::uint64_t ended = 0;        ///< Elements that were ended.
  std::string model;              ///< Digest of the model; empty: none yet.
  std::uint64_t model_state = 0;  ///< The state that last changed the model; 0: none yet.
  std::string library;            ///< Version of the library that recorded it.
  std::string hash;               ///< SHA-256 of `text`.
  std::string text;  ///< The entry as it was hashed: canonical JSON with the hash before.
};

/// What became of one thing in an entry.
struct StoredChange {
  std::string sort;    ///< `element`, `head`, `layer`, `review`.
  std::string id;      ///< Empty for the head.
  std::string digest;  ///< SHA-256 of its text; empty: it ended.
  std::string text;    ///< Canonical JSON (of a layer its text); empty: it ended.
};

/// A model with the dates to ask it with.
struct AsOf {
  std::shared_ptr<const Model> model;  ///< As recorded; empty only where nobody asked for it.
  std::optional<Day> valid_on;         ///< To be given to every question; absent: the last state.
  StoreEntry entry;                    ///< The last that counts.
};

/// What came of commit(): just one of the three.
struct CommitResult {
  std::optional<StoreEntry> entry;     ///< Recorded.
  std::shared_ptr<const Model> model;  ///< The new state's; empty while there is no model.
  bool rebased = false;  ///< Others had recorded since `base`, and nothing that this touches.
  /// Not recorded: what was touched since `base`, as `element x`, `head`, `layer dk`; sorted.
  std::vector<std::string> conflicts;
  std::vector<Finding> findings;  ///< Not recorded where an error is among them; else warnings.
};

/// Who set one field of an element.
struct BlameField {
  std::string field;        ///< Its name.
  std::string value;        ///< JSON.
  std::uint64_t state = 0;  ///< The state that first had this value.
};

/// An element field by field.
struct Blame {
  std::string id;                            ///< Of the element.
  std::uint64_t begun = 0;                   ///< The state that last brought it in.
  std::uint64_t ended = 0;                   ///< The state that ended it; 0: it is there.
  std::vector<BlameField> fields;            ///< By name; as they were at the end.
  std::map<std::uint64_t, StoreEntry> told;  ///< The entries that the states above are of.
};

/// What verify() found.
struct StoreVerified {
  std::uint64_t entries = 0;  ///< How many there are.
  std::string hash;           ///< Of the newest; note it elsewhere.
  std::uint64_t state = 0;    ///< The first entry that does not fit; 0: all do.
  std::string what;           ///< What does not; empty: all does.
};

/// Part of the log.
struct LogQuery {
  std::uint64_t after = 0;             ///< Only states after this one.
  std::optional<Instant> since;        ///< Only what was recorded from then on.
  std::optional<Instant> recorded_by;  ///< Only what was recorded by then.
  std::string element;                 ///< Only what touched this element; empty: all.
};

/// @brief One municipality's model through time, in an SQLite file or a PostgreSQL database.
///
/// History is only added to: the database refuses to change or remove an entry, entries are chained
/// by SHA-256, and verify() finds what was changed around that. Readers never block and each call
/// sees one consistent state; there is one writer at a time. An acknowledged commit is on the disk.
///
/// Thread rule: any thread; calls on one Store wait for each other. For reading at the same time
/// open it several times. Not to be used across fork(). Errors: StoreError, and Error as said.
class Store {
 public:
  class Impl;  ///< The library's own.

  /// @brief Makes a new, empty store at @p where: the path of a file that is not there yet;
  /// `postgresql://...`, a database without one; or `:memory:`, which goes with the Store.
  [[nodiscard]] static Store init(const std::string& where, const StoreOptions& options = {});
  /// Opens the store at @p where. One of an earlier version is brought forward first.
  [[nodiscard]] static Store open(const std::string& where, const StoreOptions& options = {});

  Store(Store&&) noexcept;             ///< The other is only fit to be destroyed.
  Store& operator=(Store&&) noexcept;  ///< The other is only fit to be destroyed.
  ~Store();                            ///< Closes it.

  /// @brief Records @p changes whole, or says why not.
  ///
  /// The resulting model is frozen; with errors nothing is recorded. What is put and is the same
  /// already does not count. Layers are recorded with their content: those of the store stay as
  /// they are until a change set names them anew.
  /// @throws Error invalid_question for a change set that changes nothing, without `by` or `why`,
  /// or of a time before the newest entry's; personal_data; cancelled.
  /// Complexity: that of freezing the model.
  CommitResult commit(const ChangeSet& changes, const CommitOptions& options = {});

  /// The newest entry; absent: nothing is recorded. Cheap, for polling.
  [[nodiscard]] std::optional<StoreEntry> head() const;
  /// The number of the newest state; 0: none. Cheaper still.
  [[nodiscard]] std::uint64_t state() const;
  /// Entries, oldest first.
  [[nodiscard]] std::vector<StoreEntry> log(const LogQuery& query = {}) const;
  /// The entry that made @p state. Throws Error unknown_element where there is none.
  [[nodiscard]] StoreEntry entry(std::uint64_t state) const;
  /// The last entry that was recorded by then; absent: none was.
  [[nodiscard]] std::optional<StoreEntry> recorded(Instant by) const;
  /// What the entry of @p state changed, by sort and id.
  [[nodiscard]] std::vector<StoredChange> changes(std::uint64_t state) const;

  /// @brief The model as it was recorded by @p recorded_by (absent: now), to be asked with
  /// @p valid_on.
  ///
  /// The newest is read from its snapshot where that is whole; else the model is made from the
  /// history, and its digest held against the entry's.
  /// @throws Error unknown_element where no model was recorded by then.
  [[nodiscard]] AsOf model(std::optional<Day> valid_on = std::nullopt,
                           std::optional<Instant> recorded_by = std::nullopt,
                           const Limits& limits = {}) const;
  /// The same by the number of a state.
  [[nodiscard]] AsOf model_of(std::uint64_t state, std::optional<Day> valid_on = std::nullopt,
                              const Limits& limits = {}) const;

  /// The same as a model of the caller's own.
  [[nodiscard]] Model own_model_of(std::uint64_t state, const Limits& limits = {}) const;

  /// Who set each field of @p element, as recorded by @p recorded_by. Throws Error unknown_element.
  [[nodiscard]] Blame blame(std::string_view element,
                            std::optional<Instant> recorded_by = std::nullopt) const;

  /// The document as recorded by then; absent: none.
  [[nodiscard]] std::optional<StoredDocument> document(
      std::string_view kind, std::string_view id,
      std::optional<Instant> recorded_by = std::nullopt) const;
  /// The ids of all documents of a kind, sorted.
  [[nodiscard]] std::vector<std::string> documents(std::string_view kind) const;

  /// @brief Does everything in it fit together? The file itself, each entry's hash and the one
  /// before, what entries say they changed against what is there, the newest model's digest, and
  /// its snapshot. @p state and @p hash, where given, are held against the history: a history cut
  /// short at its end fits together otherwise.
  [[nodiscard]] StoreVerified verify(std::uint64_t state = 0, std::string_view hash = {},
                                     const Limits& limits = {}) const;

  /// @brief Copies the store, as it is at one moment, to a new SQLite file; others go on using it.
  void backup(const std::filesystem::path& path) const;

  /// The whole history as JSON Lines, piece by piece. (src/store/README.md)
  void export_lines(const std::function<void(std::string_view)>& line) const;
  /// @brief Adds the history of an export to this one, which must be its beginning (or empty).
  /// Everything is checked as verify() does, and the newest model frozen; else nothing is added.
  /// @return how many entries were added.
  std::uint64_t import_lines(std::string_view text, const Limits& limits = {});

  /// @brief Waits until there is a state after @p state or @p seconds have passed; the newest
  /// state's number. PostgreSQL tells (LISTEN), SQLite is looked at some fifty times a second.
  [[nodiscard]] std::uint64_t wait(std::uint64_t state, double seconds,
                                   const CancelToken* cancel = nullptr) const;

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// @brief Tells a host of new states, in the host's own thread: poll() now and then, or wait().
class Follower {
 public:
  /// @p told is called once for each look that found something new, with the newest entry.
  /// @p seen: the state that the host has.
  Follower(const Store& store, std::function<void(const StoreEntry&)> told, std::uint64_t seen = 0)
      : store_(&store), told_(std::move(told)), seen_(seen) {}

  /// Looks once. Was there something new?
  bool poll() { return wait(0); }
  /// Looks until there is something new or @p seconds have passed. Was there?
  bool wait(double seconds, const CancelToken* cancel = nullptr) {
    if (store_->wait(seen_, seconds, cancel) <= seen_) return false;
    const auto newest = store_->head();
    seen_ = newest->state;
    told_(*newest);
    return true;
  }
  /// The newest state that was told.
  [[nodiscard]] std::uint64_t seen() const { return seen_; }

 private:
  const Store* store_;
  std::function<void(const StoreEntry&)> told_;
  std::uint64_t seen_;
};

/// @brief Reads a change set from JSON (src/store/README.md); what does not fit is a finding.
/// `by`, `at` and `why` may be missing: the caller gives them.
[[nodiscard]] std::optional<ChangeSet> change_set_from_json(std::string_view text,
                                                            const std::string& name,
                                                            std::vector<Finding>& findings);
/// The change set that makes @p model the whole model.
[[nodiscard]] ChangeSet change_set_of(const Model& model);

/// @name JSON, one line each
/// @{
[[nodiscard]] std::string json_of(const StoreEntry& entry);
[[nodiscard]] std::string json_of(const CommitResult& result);
[[nodiscard]] std::string json_of(const AsOf& as_of);
[[nodiscard]] std::string json_of(const Blame& blame);
[[nodiscard]] std::string json_of(const StoreVerified& verified);
/// The log of @p entries: {"log": [...]}.
[[nodiscard]] std::string json_of(const std::vector<StoreEntry>& entries);
/// An entry with what it changed.
[[nodiscard]] std::string json_of(const StoreEntry& entry,
                                  const std::vector<StoredChange>& changes);
/// @}

}  // namespace regelgraf
