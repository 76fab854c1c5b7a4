// A file of questions held against a model.

#include <regelgraf/plan_test.hpp>

#include "guard.hpp"

using namespace capi;

extern "C" rg_status RG_CALL rg_plan_test(const rg_model* model, const char* cases, size_t length,
                                          size_t* failed, rg_text** out, rg_error** error) {
  if (failed) *failed = 0;
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(model, "model is NULL");
    const SharedModel& shared = *model->rep;
    const regelgraf::PlanTestReport report =
        regelgraf::plan_test(shared.model, shared.asker, text(cases, length, "cases"));
    if (out) *out = new rg_text{to_json(report)};
    if (failed) *failed = report.failed();
  });
}
