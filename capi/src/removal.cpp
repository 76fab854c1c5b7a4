// The steps of a removal.

#include "guard.hpp"

using namespace capi;
using regelgraf::PlanStep;

namespace {

const PlanStep* step(const rg_removal* removal, size_t i) {
  return removal && i < removal->rep.steps.size() ? &removal->rep.steps[i] : nullptr;
}
const PlanStep* step(const rg_removal* removal, size_t i, PlanStep::What what) {
  const auto* one = step(removal, i);
  return one && one->what == what ? one : nullptr;
}

const std::vector<regelgraf::Index>* list_of(const rg_removal* removal, rg_removal_list list) {
  if (!removal) return nullptr;
  switch (list) {
    case RG_REMOVAL_REMOVED:
      return &removal->rep.removed;
    case RG_REMOVAL_PUT_IN_PLACE:
      return &removal->duties;
    case RG_REMOVAL_CAN_GO_ALONG:
      return &removal->rep.can_go_along;
    default:
      return nullptr;
  }
}

const char* lend_id(const rg_removal* removal, const std::vector<regelgraf::Index>* list, size_t i,
                    size_t* length) {
  if (!list || i >= list->size()) return lend_nothing(length);
  return lend(removal->model->model.id((*list)[i]), length);
}
const char* lend_day(const std::string& day, size_t* length) {
  return day.empty() ? lend_nothing(length) : lend(day, length);
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_removal_plan(const rg_question* question, const char* const* ids, size_t count,
                                  rg_removal** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(question, "question is NULL");
    require(ids || count == 0, "ids is NULL");
    const regelgraf::Model& m = question->model->model;
    auto made = std::make_unique<rg_removal>();
    made->model = question->model;
    made->question.question.elements = elements(m, ids, count, "remove");
    made->question.question.context = question->rep.question;
    made->question.ignored_facts = question->rep.ignored_facts;
    made->rep = regelgraf::removal_plan(m, made->question.question);
    if (made->rep.earliest) made->earliest = regelgraf::to_text(*made->rep.earliest);
    for (const PlanStep& one : made->rep.steps)
      made->done.push_back(one.done ? regelgraf::to_text(*one.done) : std::string());
    for (const regelgraf::Missing& missing : made->rep.put_in_place_first)
      if (made->duties.empty() || made->duties.back() != missing.duty)
        made->duties.push_back(missing.duty);
    *out = made.release();
  });
}

int32_t RG_CALL rg_removal_is_possible(const rg_removal* removal) {
  return removal && removal->rep.possible;
}
const char* RG_CALL rg_removal_earliest(const rg_removal* removal, size_t* length) {
  return removal ? lend_day(removal->earliest, length) : lend_nothing(length);
}
double RG_CALL rg_removal_days(const rg_removal* removal) {
  return removal ? removal->rep.days : 0;
}
double RG_CALL rg_removal_months(const rg_removal* removal) {
  return removal ? removal->rep.months : 0;
}
size_t RG_CALL rg_removal_count(const rg_removal* removal, rg_removal_list list) {
  const auto* all = list_of(removal, list);
  return all ? all->size() : 0;
}
const char* RG_CALL rg_removal_id(const rg_removal* removal, rg_removal_list list, size_t i,
                                  size_t* length) {
  return lend_id(removal, list_of(removal, list), i, length);
}
size_t RG_CALL rg_removal_step_count(const rg_removal* removal) {
  return removal ? removal->rep.steps.size() : 0;
}
rg_step RG_CALL rg_removal_step(const rg_removal* removal, size_t i) {
  const auto* one = step(removal, i);
  return one ? static_cast<rg_step>(one->what) : RG_STEP_EXAMINE;
}
size_t RG_CALL rg_removal_element_count(const rg_removal* removal, size_t i) {
  const auto* one = step(removal, i);
  return one ? one->elements.size() : 0;
}
const char* RG_CALL rg_removal_element(const rg_removal* removal, size_t i, size_t j,
                                       size_t* length) {
  const auto* one = step(removal, i);
  return lend_id(removal, one ? &one->elements : nullptr, j, length);
}
const char* RG_CALL rg_removal_involvement(const rg_removal* removal, size_t i, size_t* length) {
  const auto* one = step(removal, i, PlanStep::What::involve);
  return one ? lend(removal->model->model.id(one->involvement), length) : lend_nothing(length);
}
const char* RG_CALL rg_removal_body(const rg_removal* removal, size_t i, size_t* length) {
  const auto* one = step(removal, i, PlanStep::What::involve);
  if (!one || one->body == regelgraf::none) return lend_nothing(length);
  return lend(removal->model->model.id(one->body), length);
}
size_t RG_CALL rg_removal_holder_count(const rg_removal* removal, size_t i) {
  const auto* one = step(removal, i, PlanStep::What::decide);
  return one ? one->holders.size() : 0;
}
const char* RG_CALL rg_removal_holder(const rg_removal* removal, size_t i, size_t j,
                                      size_t* length) {
  const auto* one = step(removal, i, PlanStep::What::decide);
  return lend_id(removal, one ? &one->holders : nullptr, j, length);
}
uint32_t RG_CALL rg_removal_jointly(const rg_removal* removal, size_t i) {
  const auto* one = step(removal, i, PlanStep::What::decide);
  return one ? one->jointly : 0;
}
int32_t RG_CALL rg_removal_depends(const rg_removal* removal, size_t i) {
  const auto* one = step(removal, i);
  return one && one->depends;
}
const char* RG_CALL rg_removal_done(const rg_removal* removal, size_t i, size_t* length) {
  return step(removal, i) ? lend_day(removal->done[i], length) : lend_nothing(length);
}
rg_status RG_CALL rg_removal_json(const rg_removal* removal, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(removal, "removal is NULL");
    *out = new rg_text{removal->model->asker.answer(removal->question, removal->rep)};
  });
}
void RG_CALL rg_removal_free(rg_removal** removal) { dispose(removal); }

}  // extern "C"

static_assert(static_cast<int>(PlanStep::What::examine) == RG_STEP_EXAMINE &&
              static_cast<int>(PlanStep::What::put_in_place) == RG_STEP_PUT_IN_PLACE &&
              static_cast<int>(PlanStep::What::involve) == RG_STEP_INVOLVE &&
              static_cast<int>(PlanStep::What::decide) == RG_STEP_DECIDE &&
              static_cast<int>(PlanStep::What::notice) == RG_STEP_NOTICE &&
              static_cast<int>(PlanStep::What::take_effect) == RG_STEP_TAKE_EFFECT);
