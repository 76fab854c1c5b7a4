// How long a call may take, who may stop it, who wants to see it going on.

#include <cmath>

#include "guard.hpp"

using namespace capi;

namespace capi {

regelgraf::Limits limits_of(const rg_limits* limits) {
  regelgraf::Limits result;
  if (!limits) return result;
  result.cancel = limits->cancel.get();
  result.seconds = limits->seconds;
  if (limits->progress)
    result.progress = [call = limits->progress,
                       data = limits->data](const regelgraf::Progress& now) {
      return call(std::string(now.stage).c_str(), now.done, now.total, data) != 0;
    };
  return result;
}

}  // namespace capi

extern "C" {

rg_status RG_CALL rg_cancel_new(rg_cancel** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    *out = new rg_cancel{std::make_shared<regelgraf::CancelToken>()};
  });
}
void RG_CALL rg_cancel_trigger(rg_cancel* cancel) {
  if (cancel) cancel->rep->cancel();
}
int32_t RG_CALL rg_cancel_is_triggered(const rg_cancel* cancel) {
  return cancel && cancel->rep->cancelled();
}
void RG_CALL rg_cancel_free(rg_cancel** cancel) { dispose(cancel); }

rg_status RG_CALL rg_limits_new(rg_limits** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    *out = new rg_limits;
  });
}
void RG_CALL rg_limits_set_cancel(rg_limits* limits, const rg_cancel* cancel) {
  if (limits) limits->cancel = cancel ? cancel->rep : nullptr;
}
rg_status RG_CALL rg_limits_set_seconds(rg_limits* limits, double seconds, rg_error** error) {
  return guarded(error, [&] {
    require(limits, "limits is NULL");
    require(seconds >= 0 && std::isfinite(seconds), "seconds is no number from 0");
    limits->seconds = seconds;
  });
}
void RG_CALL rg_limits_set_progress(rg_limits* limits, rg_progress progress, void* data) {
  if (!limits) return;
  limits->progress = progress;
  limits->data = data;
}
void RG_CALL rg_limits_free(rg_limits** limits) { dispose(limits); }

rg_status RG_CALL rg_ask_limited(const rg_model* model, const char* question,
                                 size_t question_length, const rg_limits* limits, rg_text** out,
                                 rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    *out = new rg_text{
        model->rep->asker.ask(bytes(question, question_length, "question"), limits_of(limits))};
  });
}

}  // extern "C"
