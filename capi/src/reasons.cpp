// Why an element is there.

#include "guard.hpp"

using namespace capi;
using regelgraf::Index;

namespace {

using List = std::vector<Index>;

const List* list_of(const rg_reasons* reasons, rg_reasons_list list) {
  if (!reasons) return nullptr;
  switch (list) {
    case RG_REASONS_ISSUERS:
      return &reasons->rep.issuers;
    case RG_REASONS_REQUIRED_BY:
      return &reasons->rep.required_by;
    case RG_REASONS_USED_BY:
      return &reasons->rep.used_by;
    default:
      return nullptr;
  }
}

const std::vector<List>* paths_of(const rg_reasons* reasons, rg_reasons_way way) {
  if (!reasons) return nullptr;
  switch (way) {
    case RG_REASONS_GROUND:
      return &reasons->rep.ground;
    case RG_REASONS_PURPOSE:
      return &reasons->rep.purpose;
    default:
      return nullptr;
  }
}

const List* path_of(const rg_reasons* reasons, rg_reasons_way way, size_t path) {
  const std::vector<List>* paths = paths_of(reasons, way);
  return paths && path < paths->size() ? &(*paths)[path] : nullptr;
}

const char* id_of(const rg_reasons* reasons, const List* list, size_t i, size_t* length) {
  if (!list || i >= list->size()) return lend_nothing(length);
  return lend(reasons->model->model.id((*list)[i]), length);
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_why(const rg_model* model, const char* element, const char* date,
                         rg_reasons** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const regelgraf::Model& m = model->rep->model;
    regelgraf::ask::WhyQuestion q;
    q.element = regelgraf::ask::find_element(m, asked(element, "element"), "element");
    if (date) q.date = day(text(date, "date"));
    *out = new rg_reasons{model->rep, q, regelgraf::why(m, q.element, q.date)};
  });
}

int32_t RG_CALL rg_reasons_stands(const rg_reasons* reasons) {
  return reasons && reasons->rep.stands;
}

rg_origin RG_CALL rg_reasons_origin(const rg_reasons* reasons) {
  return reasons ? static_cast<rg_origin>(reasons->rep.origin) : RG_ORIGIN_UNKNOWN;
}

rg_claim RG_CALL rg_reasons_claim(const rg_reasons* reasons, rg_claim_kind kind) {
  if (!reasons) return RG_CLAIM_NONE;
  const regelgraf::ClaimsHeld& held = reasons->rep.claims;
  switch (kind) {
    case RG_CLAIM_ORIGIN:
      return static_cast<rg_claim>(held.origin);
    case RG_CLAIM_ISSUER:
      return static_cast<rg_claim>(held.issuer);
    case RG_CLAIM_HOURS:
      return static_cast<rg_claim>(held.hours);
    default:
      return RG_CLAIM_NONE;
  }
}

size_t RG_CALL rg_reasons_count(const rg_reasons* reasons, rg_reasons_list list) {
  const List* all = list_of(reasons, list);
  return all ? all->size() : 0;
}

const char* RG_CALL rg_reasons_id(const rg_reasons* reasons, rg_reasons_list list, size_t i,
                                  size_t* length) {
  return id_of(reasons, list_of(reasons, list), i, length);
}

size_t RG_CALL rg_reasons_path_count(const rg_reasons* reasons, rg_reasons_way way) {
  const std::vector<List>* paths = paths_of(reasons, way);
  return paths ? paths->size() : 0;
}

size_t RG_CALL rg_reasons_path_length(const rg_reasons* reasons, rg_reasons_way way, size_t path) {
  const List* steps = path_of(reasons, way, path);
  return steps ? steps->size() : 0;
}

const char* RG_CALL rg_reasons_path_id(const rg_reasons* reasons, rg_reasons_way way, size_t path,
                                       size_t i, size_t* length) {
  return id_of(reasons, path_of(reasons, way, path), i, length);
}

double RG_CALL rg_reasons_surplus(const rg_reasons* reasons, rg_bound bound) {
  return reasons ? capi::bound(reasons->rep.surplus_hours, bound) : 0;
}

rg_status RG_CALL rg_reasons_json(const rg_reasons* reasons, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(reasons, "reasons is NULL");
    *out = new rg_text{reasons->model->asker.answer(reasons->question, reasons->rep)};
  });
}

void RG_CALL rg_reasons_free(rg_reasons** reasons) { dispose(reasons); }

}  // extern "C"
