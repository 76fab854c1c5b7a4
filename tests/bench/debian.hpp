#pragma once

/// @file
/// @brief Debian's own packages as a model: a large graph of needs with alternatives that nobody
/// made for us.

#include <cstddef>
#include <optional>

#include <regelgraf/draft.hpp>

namespace regelgraf::bench {

struct DebianGraph {
  Draft draft;              ///< One rule per package; ids are package names.
  std::size_t clauses = 0;  ///< Requirements made.
  std::size_t dropped = 0;  ///< Clauses of which no list knows anything.
};

/// @brief Reads apt's lists on this machine (`apt-get indextargets`).
///
/// Each clause between commas in `Depends` and `Pre-Depends` is a `needs` requirement: any of its
/// alternatives, and of the packages that provide one of them. Versions and architectures are
/// ignored. Where several lists have a package the first counts: security, updates, the rest.
/// @return Nothing where there is no apt, or it has no lists.
[[nodiscard]] std::optional<DebianGraph> debian_graph();

}  // namespace regelgraf::bench
