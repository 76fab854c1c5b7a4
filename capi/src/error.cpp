// Version, errors and texts.

#include <regelgraf/version.hpp>

#include "guard.hpp"

namespace capi {

rg_error* out_of_memory() {
  // Built when the library loads; short enough to need no memory of its own.
  static rg_error ready{RG_OUT_OF_MEMORY, "out of memory", {}, {}};
  return &ready;
}

namespace {
[[maybe_unused]] rg_error* const keep_ready = out_of_memory();
}

}  // namespace capi

extern "C" {

const char* RG_CALL rg_version(void) { return regelgraf::version_string; }
int32_t RG_CALL rg_abi_version(void) { return RG_ABI_VERSION; }

rg_status RG_CALL rg_error_status(const rg_error* error) { return error ? error->status : RG_OK; }
const char* RG_CALL rg_error_message(const rg_error* error) {
  return error ? error->message.c_str() : "";
}
const char* RG_CALL rg_error_at(const rg_error* error) { return error ? error->at.c_str() : ""; }
void RG_CALL rg_error_free(rg_error* error) {
  if (error != capi::out_of_memory()) delete error;
}
size_t RG_CALL rg_error_finding_count(const rg_error* error) {
  return error ? error->findings.size() : 0;
}
const char* RG_CALL rg_error_finding(const rg_error* error, size_t i) {
  return error && i < error->findings.size() ? error->findings[i].c_str() : nullptr;
}

const char* RG_CALL rg_text_data(const rg_text* text, size_t* length) {
  return text ? capi::lend(text->rep, length) : capi::lend_nothing(length);
}
void RG_CALL rg_text_free(rg_text** text) { dispose(text); }

}  // extern "C"
