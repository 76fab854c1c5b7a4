#pragma once

/// @file
/// @ingroup building
/// @brief From a Draft to a Model, or to everything that is wrong with it.

#include <optional>
#include <utility>
#include <vector>

#include <regelgraf/draft.hpp>
#include <regelgraf/finding.hpp>
#include <regelgraf/limits.hpp>
#include <regelgraf/model.hpp>

namespace regelgraf {

/// How freeze() reads a draft.
struct FreezeOptions {
  bool allow_personal_data = false;  ///< Let text pass that looks like a CPR number.
  Limits limits;                     ///< How long it may take; late is Error `cancelled`.
};

/// What freeze() gives: a model and what is worth a look in it, or no model and every finding.
struct Frozen {
  std::optional<Model> model;     ///< Empty exactly when `findings` holds an error.
  std::vector<Finding> findings;  ///< Errors and warnings, in order of element id; head first.
};

/// @brief Is @p draft a model, and if not, what is wrong with it?
///
/// Refused are: ids that are not 1 to 200 bytes of UTF-8 without control characters, or used twice;
/// references to what is not there or is of another kind; empty requirements and an `at_least` that
/// is no number from 1 to the number listed; a `jointly` above the number of holders; a period that
/// ends before it begins; negative or disordered burdens; conditions whose value has another type
/// than their fact; cycles in `part_of`, `broader`, `from` and `deputies`; text that looks like a
/// CPR number. Whether an id is in normal form (NFC) is checked where files are read.
///
/// @param draft    Consumed.
/// @param options  What to let pass.
/// @throws Error too_large for more than 2^30 elements.
/// @return The model with its standing set of the last state, or all findings at once.
/// Complexity: linear in the size of the draft, and n log n in its ids. Memory: once the draft.
/// Thread rule: reentrant.
[[nodiscard]] Frozen freeze(Draft draft, const FreezeOptions& options = {});

}  // namespace regelgraf

#ifndef REGELGRAF_DECLARATIONS_ONLY
#include <regelgraf/detail/freeze.hpp>  // IWYU pragma: export
#endif
