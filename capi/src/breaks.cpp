// What breaks.

#include <span>

#include "guard.hpp"

using namespace capi;
using regelgraf::Index;

namespace {

/// A list of an answer: of elements, or of elements with a derivation.
class AnswerList {
 public:
  AnswerList() = default;
  explicit AnswerList(const std::vector<Index>& ids) : ids_(&ids) {}
  explicit AnswerList(const std::vector<regelgraf::Effect>& effects) : effects_(&effects) {}

  [[nodiscard]] size_t size() const {
    return ids_ ? ids_->size() : effects_ ? effects_->size() : 0;
  }
  [[nodiscard]] Index operator[](size_t i) const {
    return ids_ ? (*ids_)[i] : (*effects_)[i].element;
  }
  /// The derivation of element @p i; empty where the list has none.
  [[nodiscard]] std::span<const Index> through(size_t i) const {
    return effects_ ? (*effects_)[i].through : std::span<const Index>();
  }

 private:
  const std::vector<Index>* ids_ = nullptr;
  const std::vector<regelgraf::Effect>* effects_ = nullptr;
};

const regelgraf::WhatBreaks& answer_of(const rg_breaks& breaks) {
  return breaks.what_if ? *breaks.what_if : breaks.rep;
}

AnswerList list_of(const rg_breaks* breaks, rg_breaks_list list) {
  if (!breaks || (list >= RG_BREAKS_ADDED && !breaks->what_if)) return {};
  const regelgraf::WhatBreaks& rep = answer_of(*breaks);
  switch (list) {
    case RG_BREAKS_REMOVED:
      return AnswerList(rep.removed);
    case RG_BREAKS_LAPSED:
      return AnswerList(rep.lapsed);
    case RG_BREAKS_BROKEN:
      return AnswerList(rep.broken);
    case RG_BREAKS_UNMET_DUTIES:
      return AnswerList(rep.unmet_duties);
    case RG_BREAKS_REDUNDANT:
      return AnswerList(rep.redundant);
    case RG_BREAKS_PURPOSELESS:
      return AnswerList(rep.purposeless);
    case RG_BREAKS_WEAKENED:
      return AnswerList(rep.weakened);
    case RG_BREAKS_AFFECTED:
      return AnswerList(rep.affected);
    case RG_BREAKS_REVIVED:
      return AnswerList(rep.revived);
    case RG_BREAKS_UNEXAMINED:
      return AnswerList(rep.unexamined);
    case RG_BREAKS_INVOLVEMENTS_GONE:
      return AnswerList(rep.involvements_gone);
    case RG_BREAKS_ADDED:
      return AnswerList(breaks->what_if->added);
    case RG_BREAKS_CHANGED:
      return AnswerList(breaks->what_if->changed);
    case RG_BREAKS_STANDS_ANEW:
      return AnswerList(breaks->what_if->stands_anew);
    case RG_BREAKS_STANDS_NOT:
      return AnswerList(breaks->what_if->stands_not);
    default:
      return {};
  }
}

/// The model whose numbers the answer has.
const regelgraf::Model& numbered_by(const rg_breaks& breaks) {
  return breaks.what_if ? *breaks.what_if->after : breaks.model->model;
}

/// Figure @p figure of an answer; null where there is no such.
const regelgraf::Range* hours_of(const rg_breaks& breaks, rg_breaks_figure figure) {
  const regelgraf::WhatBreaks& rep = answer_of(breaks);
  switch (figure) {
    case RG_BREAKS_HOURS_REMOVED:
      return &rep.hours_removed;
    case RG_BREAKS_HOURS_FALLEN:
      return &rep.hours_fallen;
    case RG_BREAKS_HOURS_REDUNDANT:
      return &rep.hours_redundant;
    case RG_BREAKS_HOURS_ONE_OFF:
      return &rep.hours_one_off;
    case RG_BREAKS_HOURS_ADDED:
      return breaks.what_if ? &breaks.what_if->hours_added : nullptr;
    case RG_BREAKS_HOURS_CHANGED:
      return breaks.what_if ? &breaks.what_if->hours_changed : nullptr;
    case RG_BREAKS_HOURS_NET:
      return breaks.what_if ? &breaks.what_if->hours_net : nullptr;
    default:
      return nullptr;
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
  return list_of(breaks, list).size();
}

const char* RG_CALL rg_breaks_id(const rg_breaks* breaks, rg_breaks_list list, size_t i,
                                 size_t* length) {
  const AnswerList all = list_of(breaks, list);
  return i < all.size() ? lend(numbered_by(*breaks).id(all[i]), length) : lend_nothing(length);
}

size_t RG_CALL rg_breaks_ids(const rg_breaks* breaks, rg_breaks_list list, size_t first,
                             size_t count, const char** ids, size_t* lengths) {
  const AnswerList all = list_of(breaks, list);
  if (first >= all.size()) return 0;
  return lend_ids(std::min(count, all.size() - first), ids, lengths,
                  [&](size_t i) { return numbered_by(*breaks).id(all[first + i]); });
}

size_t RG_CALL rg_breaks_elements(const rg_breaks* breaks, rg_breaks_list list, size_t first,
                                  size_t count, uint32_t* out) {
  if (!breaks || breaks->what_if) return 0;
  const AnswerList all = list_of(breaks, list);
  return fill(all.size(), first, count, out, [&](size_t i) { return all[i]; });
}

const char* RG_CALL rg_breaks_through(const rg_breaks* breaks, rg_breaks_list list, size_t i,
                                      size_t j, size_t* length) {
  const AnswerList all = list_of(breaks, list);
  if (i >= all.size() || j >= all.through(i).size()) return lend_nothing(length);
  return lend(numbered_by(*breaks).id(all.through(i)[j]), length);
}

double RG_CALL rg_breaks_hours(const rg_breaks* breaks, rg_breaks_figure figure, rg_bound which) {
  const regelgraf::Range* hours = breaks ? hours_of(*breaks, figure) : nullptr;
  return hours ? bound(*hours, which) : 0;
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
