// Every element by what depends on it alone.

#include "guard.hpp"

using namespace capi;

namespace {

const regelgraf::Ranked* ranked(const rg_ranking* ranking, size_t i) {
  return ranking && i < ranking->rep.order.size() ? &ranking->rep.order[i] : nullptr;
}

regelgraf::RankBy by_of(rg_rank_by by) {
  using regelgraf::RankBy;
  switch (by) {
    case RG_RANK_BY_BREAKS:
      return RankBy::breaks;
    case RG_RANK_BY_HOURS:
      return RankBy::hours;
    case RG_RANK_BY_DUTIES:
      return RankBy::duties;
    default:
      throw BadArgument{"by is no rg_rank_by"};
  }
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_rank(const rg_model* model, rg_rank_by by, size_t top,
                          const char* const* among, size_t count, const char* date,
                          const rg_limits* limits, rg_ranking** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    require(among || count == 0, "among is NULL");
    const regelgraf::Model& m = model->rep->model;
    regelgraf::ask::RankingQuestion q;
    q.question.by = by_of(by);
    q.question.top = top;
    if (among) {
      q.question.among = elements(m, among, count, "among");
      regelgraf::ask::refuse_empty_among(q.question.among);
    }
    if (date) q.question.date = day(text(date, "date"));
    auto made = std::make_unique<rg_ranking>();
    made->model = model->rep;
    made->rep = regelgraf::rank(m, q.question, limits_of(limits));
    made->question = std::move(q);
    *out = made.release();
  });
}

size_t RG_CALL rg_ranking_count(const rg_ranking* ranking) {
  return ranking ? ranking->rep.order.size() : 0;
}
int32_t RG_CALL rg_ranking_is_complete(const rg_ranking* ranking) {
  return ranking && ranking->rep.complete;
}
const char* RG_CALL rg_ranking_id(const rg_ranking* ranking, size_t i, size_t* length) {
  const regelgraf::Ranked* one = ranked(ranking, i);
  return one ? lend(ranking->model->model.id(one->element), length) : lend_nothing(length);
}
uint32_t RG_CALL rg_ranking_breaks(const rg_ranking* ranking, size_t i) {
  const regelgraf::Ranked* one = ranked(ranking, i);
  return one ? one->breaks : 0;
}
uint32_t RG_CALL rg_ranking_duties(const rg_ranking* ranking, size_t i) {
  const regelgraf::Ranked* one = ranked(ranking, i);
  return one ? one->duties : 0;
}
double RG_CALL rg_ranking_hours(const rg_ranking* ranking, size_t i, rg_bound bound) {
  const regelgraf::Ranked* one = ranked(ranking, i);
  return one ? capi::bound(one->hours, bound) : 0;
}
size_t RG_CALL rg_ranking_elements(const rg_ranking* ranking, size_t first, size_t count,
                                   uint32_t* out) {
  return fill(rg_ranking_count(ranking), first, count, out,
              [&](size_t i) { return ranking->rep.order[i].element; });
}
size_t RG_CALL rg_ranking_column(const rg_ranking* ranking, rg_ranking_figure figure, size_t first,
                                 size_t count, double* out) {
  if (figure < RG_RANKING_BREAKS || figure > RG_RANKING_HOURS_HIGH) return 0;
  return fill(rg_ranking_count(ranking), first, count, out, [&](size_t i) -> double {
    const regelgraf::Ranked& one = ranking->rep.order[i];
    if (figure == RG_RANKING_BREAKS) return one.breaks;
    if (figure == RG_RANKING_DUTIES) return one.duties;
    return capi::bound(one.hours, RG_LOW + (figure - RG_RANKING_HOURS_LOW));
  });
}
rg_status RG_CALL rg_ranking_json(const rg_ranking* ranking, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(ranking, "ranking is NULL");
    *out = new rg_text{ranking->model->asker.answer(ranking->question, ranking->rep)};
  });
}
void RG_CALL rg_ranking_free(rg_ranking** ranking) { dispose(ranking); }

}  // extern "C"
