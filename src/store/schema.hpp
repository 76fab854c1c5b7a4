#pragma once

// The tables, and how those of an earlier version become today's.

#include <cstdint>

#include "store/database.hpp"

namespace regelgraf::store {

/// What this library writes.
inline constexpr std::int64_t newest_version = 1;

/// Makes the tables of a new store.
void make_tables(Database& database);

/// Brings an opened store to the newest version. Throws StoreError where there is none, or one that
/// is newer, or one that is older and may only be read.
void bring_forward(Database& database);

}  // namespace regelgraf::store
