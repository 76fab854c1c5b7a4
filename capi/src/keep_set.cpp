// The zero-base review, and the best few removals.

#include <regelgraf/keep_set.hpp>

#include "ask/answer.hpp"
#include "ask/question.hpp"
#include "guard.hpp"

using namespace capi;

extern "C" {

rg_status RG_CALL rg_keep_set(const rg_model* model, const char* question, size_t question_length,
                              const rg_limits* limits, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const auto q = regelgraf::ask::read_keep_set(model->rep->model,
                                                 bytes(question, question_length, "question"));
    const auto answer = regelgraf::keep_set(
        model->rep->model, q.question, regelgraf::ask::with_seconds(limits_of(limits), q.seconds));
    *out = new rg_text{regelgraf::ask::answer_to(model->rep->asker, q, answer)};
  });
}

rg_status RG_CALL rg_best_removals(const rg_model* model, const char* question,
                                   size_t question_length, const rg_limits* limits, rg_text** out,
                                   rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    require(model, "model is NULL");
    const auto q = regelgraf::ask::read_best_removals(model->rep->model,
                                                      bytes(question, question_length, "question"));
    const auto answer = regelgraf::best_removals(
        model->rep->model, q.question, regelgraf::ask::with_seconds(limits_of(limits), q.seconds));
    *out = new rg_text{regelgraf::ask::answer_to(model->rep->asker, q, answer)};
  });
}

}  // extern "C"
