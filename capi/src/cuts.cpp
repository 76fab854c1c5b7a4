// Cuts.

#include "guard.hpp"

using namespace capi;

extern "C" {

rg_status RG_CALL rg_cuts(const rg_model* model, const char* element, rg_cuts_to to, size_t at_most,
                          double seconds, const char* date, rg_cut_sets** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    require(to == RG_CUTS_BREAK || to == RG_CUTS_RESTORE, "to is none of RG_CUTS_*");
    const regelgraf::Model& m = model->rep->model;
    regelgraf::ask::CutsQuestion q;
    q.question.element = regelgraf::ask::find_element(m, asked(element, "element"), "element");
    q.question.to = to == RG_CUTS_BREAK ? regelgraf::CutsTo::fell : regelgraf::CutsTo::restore;
    if (at_most > 0) q.question.at_most = at_most;
    if (seconds >= 0) q.seconds = seconds;
    if (date) q.question.date = day(text(date, "date"));
    regelgraf::Limits limits;
    limits.seconds = q.seconds;
    auto made = std::make_unique<rg_cut_sets>();
    made->model = model->rep;
    made->rep = regelgraf::cuts(m, q.question, limits);
    made->question = q;
    *out = made.release();
  });
}

size_t RG_CALL rg_cut_sets_count(const rg_cut_sets* sets) {
  return sets ? sets->rep.sets.size() : 0;
}

size_t RG_CALL rg_cut_sets_size(const rg_cut_sets* sets, size_t i) {
  return sets && i < sets->rep.sets.size() ? sets->rep.sets[i].size() : 0;
}

const char* RG_CALL rg_cut_sets_id(const rg_cut_sets* sets, size_t i, size_t j, size_t* length) {
  if (j >= rg_cut_sets_size(sets, i)) return lend_nothing(length);
  return lend(sets->model->model.id(sets->rep.sets[i][j]), length);
}

int32_t RG_CALL rg_cut_sets_is_complete(const rg_cut_sets* sets) {
  return sets && sets->rep.complete;
}

rg_status RG_CALL rg_cut_sets_json(const rg_cut_sets* sets, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(sets, "sets is NULL");
    *out = new rg_text{sets->model->asker.answer(sets->question, sets->rep)};
  });
}

void RG_CALL rg_cut_sets_free(rg_cut_sets** sets) { dispose(sets); }

}  // extern "C"
