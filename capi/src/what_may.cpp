// Everything that one actor may, may perhaps, and may not.

#include "guard.hpp"

using namespace capi;

namespace {

const std::vector<regelgraf::PowerOver>* list_of(const rg_powers* powers, rg_powers_list list) {
  if (!powers) return nullptr;
  switch (list) {
    case RG_POWERS_MAY:
      return &powers->rep.may;
    case RG_POWERS_DEPENDS:
      return &powers->rep.depends;
    case RG_POWERS_NOT:
      return &powers->rep.may_not;
    default:
      return nullptr;
  }
}

const regelgraf::PowerOver* pair(const rg_powers* powers, rg_powers_list list, size_t i) {
  const auto* all = list_of(powers, list);
  return all && i < all->size() ? &(*all)[i] : nullptr;
}

const char* lend_id(const rg_powers* powers, regelgraf::Index i, size_t* length) {
  return i == regelgraf::none ? lend_nothing(length) : lend(powers->model->model.id(i), length);
}

/// The texts of list @p field; none where it is NULL.
std::vector<std::string> asked_list(const char* const* list, size_t count, const char* field) {
  require(list || count == 0, "a list is NULL");
  require(count <= PTRDIFF_MAX / sizeof *list, "count is more than memory");
  std::vector<std::string> result;
  for (size_t i = 0; i < count; ++i) result.emplace_back(asked(list[i], field));
  if (list && result.empty())
    throw regelgraf::Error(regelgraf::Errc::invalid_question,
                           "is empty: give NULL to ask about all", field);
  return result;
}

std::vector<regelgraf::Kind> kinds_of(const char* const* kinds, size_t count) {
  std::vector<regelgraf::Kind> result;
  for (const std::string& word : asked_list(kinds, count, "kinds")) {
    const auto kind = regelgraf::from_text<regelgraf::Kind>(word);
    if (!kind)
      throw regelgraf::Error(regelgraf::Errc::invalid_question,
                             "expected `rule`, `task` or `matter`", "kinds");
    result.push_back(*kind);
  }
  return result;
}

bool by_hours(rg_powers_by by) {
  require(by == RG_POWERS_BY_ID || by == RG_POWERS_BY_HOURS, "by is no rg_powers_by");
  return by == RG_POWERS_BY_HOURS;
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_question_new_open(const rg_model* model, rg_question** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    auto made = std::make_unique<rg_question>();
    made->model = model->rep;
    *out = made.release();
  });
}

rg_status RG_CALL rg_what_may(const rg_question* question, const char* actor,
                              const char* const* powers, size_t power_count,
                              const char* const* kinds, size_t kind_count, rg_powers_by by,
                              const rg_limits* limits, rg_powers** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(question, "question is NULL");
    const regelgraf::Model& m = question->model->model;
    regelgraf::ask::WhatMayQuestion q;
    q.actor = asked(actor, "actor");
    q.question.actor =
        regelgraf::ask::find_actor_if_any(m, q.actor, "actor").value_or(regelgraf::none);
    q.question.powers = asked_list(powers, power_count, "powers");
    q.question.kinds = kinds_of(kinds, kind_count);
    q.question.by_hours = by_hours(by);
    q.question.context = question->rep.question;
    q.ignored_facts = question->rep.ignored_facts;
    auto made = std::make_unique<rg_powers>();
    made->model = question->model;
    made->rep = regelgraf::what_may(m, q.question, limits_of(limits));
    made->question = std::move(q);
    *out = made.release();
  });
}

size_t RG_CALL rg_powers_count(const rg_powers* powers, rg_powers_list list) {
  const auto* all = list_of(powers, list);
  return all ? all->size() : 0;
}
int32_t RG_CALL rg_powers_is_complete(const rg_powers* powers) {
  return powers && powers->rep.complete;
}
const char* RG_CALL rg_powers_target(const rg_powers* powers, rg_powers_list list, size_t i,
                                     size_t* length) {
  const auto* one = pair(powers, list, i);
  return one ? lend_id(powers, one->target, length) : lend_nothing(length);
}
const char* RG_CALL rg_powers_power(const rg_powers* powers, rg_powers_list list, size_t i,
                                    size_t* length) {
  const auto* one = pair(powers, list, i);
  return one ? lend(powers->rep.powers[one->power], length) : lend_nothing(length);
}
const char* RG_CALL rg_powers_grant(const rg_powers* powers, rg_powers_list list, size_t i,
                                    size_t* length) {
  const auto* one = pair(powers, list, i);
  return one ? lend_id(powers, one->grant, length) : lend_nothing(length);
}
const char* RG_CALL rg_powers_because(const rg_powers* powers, rg_powers_list list, size_t i,
                                      size_t* length) {
  const auto* one = pair(powers, list, i);
  if (!one) return lend_nothing(length);
  const std::string_view word = regelgraf::to_text(one->because.kind);
  if (length) *length = word.size();
  return word.data();
}
const char* RG_CALL rg_powers_because_of(const rg_powers* powers, rg_powers_list list, size_t i,
                                         size_t* length) {
  const auto* one = pair(powers, list, i);
  return one ? lend_id(powers, one->because.element, length) : lend_nothing(length);
}
size_t RG_CALL rg_powers_with_count(const rg_powers* powers, rg_powers_list list, size_t i) {
  const auto* one = pair(powers, list, i);
  return one ? one->because.with.size() : 0;
}
const char* RG_CALL rg_powers_with(const rg_powers* powers, rg_powers_list list, size_t i, size_t j,
                                   size_t* length) {
  const auto* one = pair(powers, list, i);
  if (!one || j >= one->because.with.size()) return lend_nothing(length);
  return lend_id(powers, one->because.with[j], length);
}
double RG_CALL rg_powers_hours(const rg_powers* powers, rg_powers_list list, size_t i,
                               rg_bound bound) {
  const auto* one = pair(powers, list, i);
  return one ? capi::bound(one->hours, bound) : 0;
}
size_t RG_CALL rg_powers_targets(const rg_powers* powers, rg_powers_list list, size_t first,
                                 size_t count, uint32_t* out) {
  return fill(rg_powers_count(powers, list), first, count, out,
              [&](size_t i) { return pair(powers, list, i)->target; });
}
size_t RG_CALL rg_powers_hours_column(const rg_powers* powers, rg_powers_list list, rg_bound which,
                                      size_t first, size_t count, double* out) {
  if (which < RG_LOW || which > RG_HIGH) return 0;
  return fill(rg_powers_count(powers, list), first, count, out,
              [&](size_t i) { return capi::bound(pair(powers, list, i)->hours, which); });
}
rg_status RG_CALL rg_powers_json(const rg_powers* powers, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(powers, "powers is NULL");
    *out = new rg_text{powers->model->asker.answer(powers->question, powers->rep)};
  });
}
void RG_CALL rg_powers_free(rg_powers** powers) { dispose(powers); }

}  // extern "C"
