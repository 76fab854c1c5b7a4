// Nominations, and the qualification sheet.

#include <regelgraf/finding_text.hpp>

#include "guard.hpp"
#include "review/call_options.hpp"

using namespace capi;

namespace {

regelgraf::qualifying::CallOptions options_of(const rg_model* model, const char* options) {
  require(model, "model is NULL");
  const std::string_view json = options ? text(options, "options") : std::string_view();
  return regelgraf::qualifying::call_options(model->rep->model, json);
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_nominations_read(const rg_model* model, const char* table, size_t length,
                                      const char* options, const rg_limits* limits, rg_text** out,
                                      rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const auto how = options_of(model, options);
    *out = new rg_text{regelgraf::nominations_json(regelgraf::qualifying::nominations_of(
        model->rep->model, bytes(table, length, "table"), how, limits_of(limits)))};
  });
}

rg_status RG_CALL rg_qualify(const rg_model* model, const char* table, size_t length,
                             const char* options, const char* format, const rg_limits* limits,
                             rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const auto how = options_of(model, options);
    const std::string_view as = text(format, "format");
    require(as == "json" || as == "csv" || as == "html", "format is none of json, csv, html");
    const regelgraf::Limits until = limits_of(limits);
    const regelgraf::Model& asked = model->rep->model;
    const auto nominations =
        regelgraf::qualifying::nominations_of(asked, bytes(table, length, "table"), how, until);
    if (regelgraf::has_errors(nominations.findings)) {
      Refused refused{RG_INVALID_MODEL, "the table cannot be read", {}};
      for (const regelgraf::Finding& one : nominations.findings)
        refused.findings.push_back(json_of(one));
      throw refused;
    }
    const auto sheet = regelgraf::qualify(asked, nominations, how.sheet, until);
    *out = new rg_text{as == "json"  ? qualification_json(sheet)
                       : as == "csv" ? qualification_csv(sheet, how.language)
                                     : qualification_html(sheet, how.language)};
  });
}

}  // extern "C"
