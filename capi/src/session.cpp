// Removals tried one by one, and taken back.

#include "guard.hpp"

using namespace capi;

namespace {

regelgraf::Index element(const rg_session* session, const char* id, const char* field) {
  return regelgraf::ask::find_element(session->model->model, asked(id, field), field);
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_session_new(const rg_model* model, const char* within, const char* date,
                                 rg_session** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const regelgraf::Model& m = model->rep->model;
    regelgraf::Index unit = regelgraf::none;
    if (within && *within) unit = regelgraf::ask::find_actor(m, asked(within, "within"), "within");
    std::optional<regelgraf::Day> on;
    if (date) on = day(text(date, "date"));
    *out = new rg_session{model->rep, regelgraf::WhatIf(regelgraf::Baseline(m, on), unit)};
  });
}

rg_status RG_CALL rg_session_remove(rg_session* session, const char* const* ids, size_t count,
                                    rg_error** error) {
  return guarded(error, [&] {
    require(session, "session is NULL");
    require(ids || count == 0, "ids is NULL");
    session->rep.remove(elements(session->model->model, ids, count, "remove"));
  });
}
rg_status RG_CALL rg_session_restore(rg_session* session, const char* id, rg_error** error) {
  return guarded(error, [&] {
    require(session, "session is NULL");
    session->rep.restore(element(session, id, "restore"));
  });
}
rg_status RG_CALL rg_session_undo(rg_session* session, int32_t* undone, rg_error** error) {
  if (undone) *undone = 0;
  return guarded(error, [&] {
    require(session, "session is NULL");
    const bool was_one = session->rep.undo();
    if (undone) *undone = was_one;
  });
}
rg_status RG_CALL rg_session_clear(rg_session* session, rg_error** error) {
  return guarded(error, [&] {
    require(session, "session is NULL");
    session->rep.clear();
  });
}

rg_status RG_CALL rg_session_stands(const rg_session* session, const char* id, int32_t* out,
                                    rg_error** error) {
  if (out) *out = 0;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(session, "session is NULL");
    *out = session->rep.stands(element(session, id, "element"));
  });
}
rg_status RG_CALL rg_session_fallen_count(rg_session* session, size_t* out, rg_error** error) {
  if (out) *out = 0;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(session, "session is NULL");
    *out = session->rep.fallen().size();
  });
}
const char* RG_CALL rg_session_fallen_id(rg_session* session, size_t i, size_t* length) {
  const char* id = nullptr;
  if (length) *length = 0;
  (void)guarded(nullptr, [&] {
    if (!session) return;
    const auto fallen = session->rep.fallen();
    if (i < fallen.size()) id = lend(session->model->model.id(fallen[i]), length);
  });
  return id;
}
rg_status RG_CALL rg_session_breaks(rg_session* session, rg_breaks** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(session, "session is NULL");
    auto made = std::make_unique<rg_breaks>();
    made->model = session->model;
    const auto removed = session->rep.removed();
    made->question.removal.elements.assign(removed.begin(), removed.end());
    made->question.removal.within = session->rep.within();
    made->question.removal.date = session->rep.baseline().date();
    made->question.detail = regelgraf::ask::Detail::full;
    made->rep = session->rep.breaks();
    *out = made.release();
  });
}
void RG_CALL rg_session_free(rg_session** session) { dispose(session); }

}  // extern "C"
