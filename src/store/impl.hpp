#pragma once

// What a Store is made of, and what its parts read of the tables. The caller holds the mutex and a
// transaction.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <regelgraf/store.hpp>

#include "store/database.hpp"
#include "store/entry.hpp"
#include "store/layers.hpp"

namespace regelgraf {

class Store::Impl {
 public:
  Impl(std::unique_ptr<store::Database> opened, const StoreOptions& how)
      : database(std::move(opened)), options(how) {}

  /// The newest entry, or the one of @p state; nothing: there is none.
  [[nodiscard]] std::optional<StoreEntry> newest() const;
  [[nodiscard]] std::optional<StoreEntry> entry_of(std::uint64_t state) const;
  /// As entry_of(). Throws Error unknown_element.
  [[nodiscard]] StoreEntry must_have(std::uint64_t state) const;
  /// The last entry recorded by then, or the newest.
  [[nodiscard]] std::optional<StoreEntry> recorded(std::optional<Instant> by) const;

  /// The things of a sort as they are in @p state, by id.
  void each(std::string_view sort, std::uint64_t state,
            const std::function<void(std::string_view id, std::string_view text)>& visit) const;
  /// The text of one thing in @p state; nothing: it is not there.
  [[nodiscard]] std::optional<std::string> text_of(std::string_view sort, std::string_view id,
                                                   std::uint64_t state) const;
  /// The state that last changed a thing; 0: none.
  [[nodiscard]] std::uint64_t touched(std::string_view sort, std::string_view id) const;
  [[nodiscard]] store::Layers layers_of(std::uint64_t state) const;

  /// The model of @p entry, made from the history. Throws StoreError damaged.
  [[nodiscard]] Model rebuild(const StoreEntry& entry, const Limits& limits) const;
  /// The same from its snapshot where that is whole; else made, and kept where it is the newest.
  /// Not in a transaction.
  [[nodiscard]] Model read(const StoreEntry& entry, const Limits& limits) const;
  /// The entry that made the model of @p state. Throws Error unknown_element.
  [[nodiscard]] StoreEntry model_entry(const StoreEntry& state) const;
  /// The bytes of the snapshot of @p entry, the state of which changed the model; empty: there is
  /// none of this library's.
  [[nodiscard]] std::string snapshot_bytes(const StoreEntry& entry) const;
  /// Keeps a snapshot of the newest state in place of others, if that can be done.
  void keep_snapshot(const StoreEntry& entry, const Model& model) const;

  /// Adds an entry and what it changed; @p text gives the text of a thing, nothing: it ends.
  void append(
      const StoreEntry& entry, const store::Digests& changed,
      const std::function<std::optional<std::string_view>(const store::Thing&)>& text) const;

  /// A model that is in use anyway need not be read again.
  [[nodiscard]] std::shared_ptr<const Model> remembered(const StoreEntry& entry) const {
    return model_hash == entry.hash ? model.lock() : nullptr;
  }
  void remember(const StoreEntry& entry, const std::shared_ptr<const Model>& made) const {
    model = made;
    model_hash = entry.hash;
  }

  mutable std::mutex mutex;
  std::unique_ptr<store::Database> database;
  const StoreOptions options;
  mutable std::weak_ptr<const Model> model;
  mutable std::string model_hash;  ///< Of the entry whose model it is.
};

namespace store {

/// A model as JSON Lines, from the texts of its head and elements.
class ModelLines {
 public:
  explicit ModelLines(std::string_view head) {
    text_.append("{\"model\":").append(head).append(",\"regelgraf\":1}\n");
  }
  void add(std::string_view element) { text_.append(element).append("\n"); }
  [[nodiscard]] Frozen frozen(const Layers& layers, const LoadOptions& load) const;

 private:
  std::string text_;
};

}  // namespace store

}  // namespace regelgraf
