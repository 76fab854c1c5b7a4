#pragma once

// In which heap does a rule fall?

#include <optional>

#include <regelgraf/qualification.hpp>

namespace regelgraf::qualifying {

struct Placed {
  Heap heap = Heap::management;
  HeapBecause because = HeapBecause::nobody;
};

/// As Heap says. @p repeal and @p waive: who may do either to @p rule.
[[nodiscard]] Placed heap_of(const Model& model, Index rule, const Decision& repeal,
                             const Decision& waive, Index unit, std::optional<DecidedBy> claimed);

/// Is it a MED matter: by its instrument, or because a MED body is involved in its repeal?
[[nodiscard]] bool med_matter(const Model& model, Index rule, const Decision& repeal);

}  // namespace regelgraf::qualifying
