// The model as a page.

#include <regelgraf/report.hpp>

#include "guard.hpp"

using namespace capi;

extern "C" rg_status RG_CALL rg_report(const rg_model* model, const char* options,
                                       const rg_limits* limits, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    regelgraf::ReportOptions wanted;
    if (options && *options) wanted = regelgraf::read_report_options(asked(options, "options"));
    *out = new rg_text{regelgraf::report(model->rep->model, wanted, limits_of(limits))};
  });
}
