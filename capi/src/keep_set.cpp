// The zero-base review, and the best few removals.

#include <simdjson.h>

#include <variant>

#include <regelgraf/keep_set.hpp>

#include "ask/answer.hpp"
#include "ask/question.hpp"
#include "guard.hpp"
#include "json/parse.hpp"

using namespace capi;

namespace {

/// A question of the sort that @p name names.
template <class Wanted>
Wanted zero_base_question(const rg_model* model, const char* question, size_t length,
                          const char* name) {
  using namespace regelgraf;
  require(model, "model is NULL");
  simdjson::dom::parser parser;
  simdjson::dom::element json;
  if (json::parse(parser, bytes(question, length, "question")).get(json))
    throw Error(Errc::invalid_question, "the question is no JSON");
  ask::Envelope envelope;
  ask::Question read = ask::read_question(model->rep->model, json, envelope, name);
  if (auto* wanted = std::get_if<Wanted>(&read)) return std::move(*wanted);
  throw Error(Errc::invalid_question, std::string("expected `") + name + "`", "ask");
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_keep_set(const rg_model* model, const char* question, size_t question_length,
                              const rg_limits* limits, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const auto q = zero_base_question<regelgraf::ask::KeepSetQuestion>(model, question,
                                                                       question_length, "keep_set");
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
    const auto q = zero_base_question<regelgraf::ask::BestRemovalsQuestion>(
        model, question, question_length, "best_removals");
    const auto answer = regelgraf::best_removals(
        model->rep->model, q.question, regelgraf::ask::with_seconds(limits_of(limits), q.seconds));
    *out = new rg_text{regelgraf::ask::answer_to(model->rep->asker, q, answer)};
  });
}

}  // extern "C"
