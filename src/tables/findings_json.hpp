#pragma once

// What was found in a table, as one line of JSON.

#include <string>
#include <string_view>
#include <vector>

#include <regelgraf/finding.hpp>

namespace regelgraf::tables {

/// {"DONE": "delegation-plan", "model": {"id", "digest"} or null, "findings": [as json_of()]},
/// where DONE is `import` or `export`. No @p id: no model.
[[nodiscard]] std::string findings_json(std::string_view done, std::string_view id,
                                        std::string_view digest,
                                        const std::vector<Finding>& findings);

}  // namespace regelgraf::tables
