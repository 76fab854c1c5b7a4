#pragma once

/// @file
/// @brief A model that is known to be right.

#include <stdexcept>
#include <utility>

#include <regelgraf/freeze.hpp>

namespace regelgraf::bench {

/// The model, or std::logic_error with the first finding that forbids it.
inline Model must(Frozen frozen) {
  for (const Finding& finding : frozen.findings)
    if (finding.severity == Severity::error)
      throw std::logic_error(finding.element + ": " + finding.field + ": " + finding.message.en);
  return std::move(*frozen.model);
}

}  // namespace regelgraf::bench
