// Hours in groups.

#include "guard.hpp"

using namespace capi;

namespace {

/// A group or the total; null if there is no such.
const regelgraf::BurdenSum* sum(const rg_burden* burden, size_t group) {
  if (!burden) return nullptr;
  if (group == RG_BURDEN_TOTAL) return &burden->rep.total;
  return group < burden->rep.groups.size() ? &burden->rep.groups[group] : nullptr;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_burden_by(const rg_model* model, const char* by, const char* within,
                               const char* date, rg_burden** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const regelgraf::Model& m = model->rep->model;
    regelgraf::BurdenQuestion q;
    const auto wanted = regelgraf::from_text<regelgraf::BurdenBy>(asked(by, "by"));
    if (!wanted)
      throw regelgraf::Error(regelgraf::Errc::invalid_question,
                             "expected `tier`, `instrument`, `issuer`, `matter` or `actor`", "by");
    q.by = *wanted;
    if (within && *within)
      q.within = regelgraf::ask::find_actor(m, asked(within, "within"), "within");
    if (date) q.date = day(text(date, "date"));
    *out = new rg_burden{model->rep, q, regelgraf::burden(m, q)};
  });
}

size_t RG_CALL rg_burden_group_count(const rg_burden* burden) {
  return burden ? burden->rep.groups.size() : 0;
}

const char* RG_CALL rg_burden_key(const rg_burden* burden, size_t group, size_t* length) {
  if (!burden || group >= burden->rep.groups.size() || burden->rep.groups[group].unknown())
    return lend_nothing(length);
  // A word or an id: both stand before a NUL.
  const std::string_view key = burden->rep.groups[group].key(burden->model->model);
  if (length) *length = key.size();
  return key.data();
}

double RG_CALL rg_burden_figure(const rg_burden* burden, size_t group, rg_burden_figure_kind figure,
                                rg_bound bound) {
  const regelgraf::BurdenSum* of = sum(burden, group);
  if (!of) return 0;
  switch (figure) {
    case RG_BURDEN_HOURS:
      return capi::bound(of->hours, bound);
    case RG_BURDEN_ONE_OFF:
      return capi::bound(of->one_off, bound);
    case RG_BURDEN_SURPLUS:
      return capi::bound(of->surplus, bound);
    default:
      return 0;
  }
}

size_t RG_CALL rg_burden_element_count(const rg_burden* burden, size_t group) {
  const regelgraf::BurdenSum* of = sum(burden, group);
  return of ? of->elements.size() : 0;
}

const char* RG_CALL rg_burden_element(const rg_burden* burden, size_t group, size_t i,
                                      size_t* length) {
  const regelgraf::BurdenSum* of = sum(burden, group);
  if (!of || i >= of->elements.size()) return lend_nothing(length);
  return lend(burden->model->model.id(of->elements[i]), length);
}

rg_status RG_CALL rg_burden_json(const rg_burden* burden, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(burden, "burden is NULL");
    *out = new rg_text{burden->model->asker.answer(burden->question, burden->rep)};
  });
}

void RG_CALL rg_burden_free(rg_burden** burden) { dispose(burden); }

}  // extern "C"
