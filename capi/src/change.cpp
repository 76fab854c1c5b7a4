// What if.

#include <regelgraf/finding_text.hpp>

#include "guard.hpp"

using namespace capi;

extern "C" {

rg_status RG_CALL rg_what_if(const rg_model* model, const char* change, size_t change_length,
                             rg_breaks** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const std::string_view json = text(change, change_length, "change");
    const regelgraf::Model& m = model->rep->model;
    try {
      regelgraf::ask::WhatIfQuestion q = regelgraf::ask::read_what_if(m, json);
      q.detail = regelgraf::ask::Detail::full;
      q.change.causes = true;
      auto made = std::make_unique<rg_breaks>();
      made->model = model->rep;
      made->what_if = regelgraf::what_if(m, q.change);
      made->change = std::move(q);
      *out = made.release();
    } catch (const regelgraf::InvalidChange& refused) {
      std::vector<std::string> findings;
      for (const regelgraf::Finding& one : refused.findings())
        findings.push_back(regelgraf::json_of(one));
      throw Refused{RG_INVALID_MODEL, refused.what(), std::move(findings), refused.at()};
    }
  });
}

}  // extern "C"
