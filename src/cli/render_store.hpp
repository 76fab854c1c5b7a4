#pragma once

// What a store answers, for people.

#include <vector>

#include <regelgraf/store.hpp>

#include "cli/page.hpp"
#include "cli/words.hpp"

namespace regelgraf::cli {

void render_log(const Say& say, Page& page, const std::vector<StoreEntry>& entries);
void render_entry(const Say& say, Page& page, const StoreEntry& entry,
                  const std::vector<StoredChange>& changes);
void render_recorded(const Say& say, Page& page, const CommitResult& result);
void render_as_of(const Say& say, Page& page, const AsOf& as_of);
void render_blame(const Say& say, Page& page, const Blame& blame);
void render_verified(const Say& say, Page& page, const StoreVerified& verified);

}  // namespace regelgraf::cli
