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
const char* RG_CALL rg_error_advice(const rg_error* error) {
  switch (rg_error_status(error)) {
    case RG_OK:
      return "";
    case RG_INVALID_ARGUMENT:
      return "mend the call: see the function in regelgraf.h";
    case RG_INVALID_QUESTION:
      return "mend the part of the question that is named";
    case RG_UNKNOWN_ELEMENT:
      return "check the id; rg_model_element_id() lists those of the model";
    case RG_WRONG_TYPE:
      return "give the fact a value of the type that the model declares";
    case RG_INVALID_MODEL:
      return "mend what the findings name: each has advice of its own";
    case RG_UNREADABLE:
      return "check the path and who may read it";
    case RG_PERSONAL_DATA:
      return "take the CPR number out, or allow personal data where the model is loaded";
    case RG_TOO_LARGE:
      return "raise the limit if the size is meant";
    case RG_CANCELLED:
      return "ask again, with more time if that is what ran out";
    case RG_OUT_OF_MEMORY:
      return "free memory and ask again: nothing was left half done";
    default:
      return "report it, with the message, to those who make regelgraf";
  }
}
void RG_CALL rg_error_free(rg_error** error) {
  if (!error) return;
  if (*error == capi::out_of_memory()) *error = nullptr;  // of all, and for good
  capi::dispose(error);
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
void RG_CALL rg_text_free(rg_text** text) { capi::dispose(text); }

}  // extern "C"
