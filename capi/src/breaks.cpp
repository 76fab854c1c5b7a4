// What breaks.

#include "guard.hpp"

using namespace capi;
using regelgraf::Index;

namespace {

/// The number of element @p i of @p list; none if there is no such.
Index element(const rg_breaks& breaks, rg_breaks_list list, size_t i, size_t* count) {
  const auto ids = [&](const std::vector<Index>& all) {
    *count = all.size();
    return i < all.size() ? all[i] : regelgraf::none;
  };
  const auto effects = [&](const std::vector<regelgraf::Effect>& all) {
    *count = all.size();
    return i < all.size() ? all[i].element : regelgraf::none;
  };
  const regelgraf::WhatBreaks& rep = breaks.what_if ? *breaks.what_if : breaks.rep;
  if (list >= RG_BREAKS_ADDED && !breaks.what_if) return ids({});
  switch (list) {
    case RG_BREAKS_REMOVED:
      return ids(rep.removed);
    case RG_BREAKS_LAPSED:
      return effects(rep.lapsed);
    case RG_BREAKS_BROKEN:
      return effects(rep.broken);
    case RG_BREAKS_UNMET_DUTIES:
      return ids(rep.unmet_duties);
    case RG_BREAKS_REDUNDANT:
      return effects(rep.redundant);
    case RG_BREAKS_PURPOSELESS:
      return effects(rep.purposeless);
    case RG_BREAKS_WEAKENED:
      return effects(rep.weakened);
    case RG_BREAKS_AFFECTED:
      return ids(rep.affected);
    case RG_BREAKS_REVIVED:
      return ids(rep.revived);
    case RG_BREAKS_UNEXAMINED:
      return ids(rep.unexamined);
    case RG_BREAKS_INVOLVEMENTS_GONE:
      return ids(rep.involvements_gone);
    case RG_BREAKS_ADDED:
      return ids(breaks.what_if->added);
    case RG_BREAKS_CHANGED:
      return ids(breaks.what_if->changed);
    case RG_BREAKS_STANDS_ANEW:
      return ids(breaks.what_if->stands_anew);
    case RG_BREAKS_STANDS_NOT:
      return effects(breaks.what_if->stands_not);
    default:
      *count = 0;
      return regelgraf::none;
  }
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_what_breaks(const rg_model* model, const char* const* ids, size_t count,
                                 const char* within, const char* date, rg_breaks** out,
                                 rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    require(ids || count == 0, "ids is NULL");
    const regelgraf::Model& m = model->rep->model;
    regelgraf::ask::WhatBreaksQuestion q;
    q.detail = regelgraf::ask::Detail::full;
    q.removal.elements = elements(m, ids, count, "remove");
    if (within && *within)
      q.removal.within = regelgraf::ask::find_actor(m, asked(within, "within"), "within");
    if (date) q.removal.date = day(text(date, "date"));
    auto made = std::make_unique<rg_breaks>();
    made->model = model->rep;
    made->rep = model->rep->asker.what_breaks(q.removal);
    made->question = std::move(q);
    *out = made.release();
  });
}

size_t RG_CALL rg_breaks_count(const rg_breaks* breaks, rg_breaks_list list) {
  size_t count = 0;
  if (breaks) (void)element(*breaks, list, 0, &count);
  return count;
}

const char* RG_CALL rg_breaks_id(const rg_breaks* breaks, rg_breaks_list list, size_t i,
                                 size_t* length) {
  size_t count = 0;
  const Index at = breaks ? element(*breaks, list, i, &count) : regelgraf::none;
  if (at == regelgraf::none) return lend_nothing(length);
  const regelgraf::Model& of = breaks->what_if ? *breaks->what_if->after : breaks->model->model;
  return lend(of.id(at), length);
}

rg_status RG_CALL rg_breaks_json(const rg_breaks* breaks, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(breaks, "breaks is NULL");
    const regelgraf::Asker& asker = breaks->model->asker;
    *out = new rg_text{breaks->what_if ? asker.answer(*breaks->change, *breaks->what_if)
                                       : asker.answer(breaks->question, breaks->rep)};
  });
}

void RG_CALL rg_breaks_free(rg_breaks** breaks) { dispose(breaks); }

}  // extern "C"
