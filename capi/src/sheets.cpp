// Pictures and worksheets.

#include <regelgraf/picture.hpp>
#include <regelgraf/worksheets.hpp>

#include "guard.hpp"

using namespace capi;

extern "C" {

rg_status RG_CALL rg_picture(const rg_model* model, const char* request, rg_text** out,
                             rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    *out = new rg_text{regelgraf::picture(model->rep->model, text(request, "request"))};
  });
}

rg_status RG_CALL rg_worksheets(const rg_model* model, const char* request, rg_text** out,
                                rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    *out = new rg_text{regelgraf::worksheets(model->rep->model, text(request, "request"))};
  });
}

}  // extern "C"
