#pragma once

// The qualification sheet in brief, for a terminal.

#include <regelgraf/nominations.hpp>
#include <regelgraf/qualification.hpp>

#include "cli/page.hpp"
#include "cli/words.hpp"

namespace regelgraf::cli {

void render(const Say& say, Page& page, const Qualification& sheet, const Nominations& nominations);

}  // namespace regelgraf::cli
