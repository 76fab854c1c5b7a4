#pragma once

// A model as it was loaded: handed over, or refused with its findings.

#include <regelgraf/freeze.hpp>

#include "handles.hpp"

namespace capi {

/// What the caller set; NULL: the defaults.
[[nodiscard]] const regelgraf::LoadOptions& options_of(const rg_load_options* options);

/// Tells the log of @p options what came of loading @p frozen.
void tell(const rg_load_options* options, const regelgraf::Frozen& frozen);

/// The handle of a model; throws Refused where there is none.
[[nodiscard]] rg_model* model_of(regelgraf::Frozen frozen);

/// Throws Refused with @p findings, of which one at least is an error.
[[noreturn]] void refuse(const std::vector<regelgraf::Finding>& findings);

}  // namespace capi
