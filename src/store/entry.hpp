#pragma once

// Entries of the log as the canonical JSON that is hashed, and the list of what an entry changed.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <regelgraf/store.hpp>

namespace regelgraf::store {

/// Sorts of things that have versions.
inline constexpr std::string_view sort_element = "element", sort_head = "head",
                                  sort_layer = "layer", sort_review = "review";

/// Sort and id.
using Thing = std::pair<std::string, std::string>;

/// What an entry changed: the digest of each thing's new text; empty: it ended.
using Digests = std::map<Thing, std::string>;

/// @p previous: the hash of the entry before; empty: this is the first.
/// @p changes: the digest of the list of what it changed.
[[nodiscard]] std::string entry_text(const StoreEntry& entry, std::string_view previous,
                                     std::string_view changes);

/// An entry read back, with what it says of its surroundings.
struct ReadEntry {
  StoreEntry entry;
  std::string previous, changes;
};

/// Nothing where @p text is no entry as entry_text() writes them.
[[nodiscard]] std::optional<ReadEntry> read_entry(std::string_view text, std::string_view hash);

/// {"element": {ID: DIGEST or null}, ...}
[[nodiscard]] std::string digests_text(const Digests& digests);
[[nodiscard]] std::optional<Digests> read_digests(std::string_view text);

/// As people read it: `element x`, `head`.
[[nodiscard]] std::string named(const Thing& thing);

}  // namespace regelgraf::store
