// The review of rules, and the gate for new ones.

#include <regelgraf/finding_text.hpp>
#include <regelgraf/proposal.hpp>
#include <regelgraf/review.hpp>

#include "guard.hpp"

using namespace capi;

namespace {

/// Runs @p body; what has not its form is refused with every finding.
template <class Body>
auto with_findings(const Body& body) {
  const auto refuse = [](const auto& refused) -> Refused {
    std::vector<std::string> findings;
    for (const regelgraf::Finding& one : refused.findings())
      findings.push_back(regelgraf::json_of(one));
    return {RG_INVALID_MODEL, refused.what(), std::move(findings), refused.at()};
  };
  try {
    return body();
  } catch (const regelgraf::InvalidReview& refused) {
    throw refuse(refused);
  } catch (const regelgraf::InvalidChange& refused) {
    throw refuse(refused);
  }
}

std::optional<regelgraf::Day> day_or_none(const char* date) {
  if (!date) return std::nullopt;
  const std::string_view written = asked(date, "date");
  const auto day = regelgraf::day_from_text(written);
  if (!day)
    throw regelgraf::Error(regelgraf::Errc::invalid_question, "expected a day as YYYY-MM-DD",
                           "date");
  return day;
}

/// An answer about a review and a model on a day, as JSON.
template <class Answer>
rg_status answered(const rg_review* review, const rg_model* model, const char* date, rg_text** out,
                   rg_error** error, const Answer& answer) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(review, "review is NULL");
    require(model, "model is NULL");
    require(out, "out is NULL");
    *out = new rg_text{answer(review->rep, *model->rep, day_or_none(date))};
  });
}

}  // namespace

extern "C" {

rg_status RG_CALL rg_review_begin(const rg_model* model, const char* head, size_t length,
                                  rg_review** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(model, "model is NULL");
    require(out, "out is NULL");
    const std::string_view json = text(head, length, "head");
    *out = with_findings(
        [&] { return new rg_review{regelgraf::Review::begin(model->rep->model, json)}; });
  });
}

rg_status RG_CALL rg_review_read(const char* written, size_t length, rg_review** out,
                                 rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(out, "out is NULL");
    const std::string_view json = bytes(written, length, "text");
    *out = with_findings([&] { return new rg_review{regelgraf::Review::read(json)}; });
  });
}

rg_status RG_CALL rg_review_json(const rg_review* review, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(review, "review is NULL");
    require(out, "out is NULL");
    *out = new rg_text{review->rep.json()};
  });
}

rg_status RG_CALL rg_review_status(const rg_review* review, const rg_model* model, const char* date,
                                   rg_text** out, rg_error** error) {
  return answered(review, model, date, out, error,
                  [](const regelgraf::Review& r, const SharedModel& m, auto day) {
                    return json_of(m.model, r, r.status(m.model, day));
                  });
}

rg_status RG_CALL rg_review_apply(const rg_review* review, const rg_model* model, const char* event,
                                  size_t length, int32_t* applied, rg_review** out,
                                  rg_text** answer, rg_error** error) {
  if (applied) *applied = 0;
  if (out) *out = nullptr;
  if (answer) *answer = nullptr;
  return guarded(error, [&] {
    require(review, "review is NULL");
    require(model, "model is NULL");
    require(out, "out is NULL");
    const std::string_view json = text(event, length, "event");
    const regelgraf::Applied came =
        with_findings([&] { return review->rep.apply(model->rep->model, json); });
    auto made = std::make_unique<rg_review>(rg_review{came.review ? *came.review : review->rep});
    if (answer) *answer = new rg_text{json_of(came)};
    *out = made.release();
    if (applied) *applied = came.review ? 1 : 0;
  });
}

rg_status RG_CALL rg_review_replies(const rg_review* review, const rg_model* model,
                                    const char* date, rg_text** out, rg_error** error) {
  return answered(review, model, date, out, error,
                  [](const regelgraf::Review& r, const SharedModel& m, auto day) {
                    return json_of(r, r.replies(m.model, day));
                  });
}

rg_status RG_CALL rg_review_evaluation(const rg_review* review, const rg_model* model,
                                       const char* date, rg_text** out, rg_error** error) {
  return answered(review, model, date, out, error,
                  [](const regelgraf::Review& r, const SharedModel& m, auto day) {
                    return json_of(r, r.evaluation(m.model, day));
                  });
}

rg_status RG_CALL rg_review_plans(const rg_review* review, const rg_model* model, const char* date,
                                  rg_text** out, rg_error** error) {
  return answered(review, model, date, out, error,
                  [](const regelgraf::Review& r, const SharedModel& m, auto day) {
                    return json_of(m.asker, r, r.plans(m.model, day), day);
                  });
}

void RG_CALL rg_review_free(rg_review** review) { dispose(review); }

rg_status RG_CALL rg_propose(const rg_model* model, const char* proposal, size_t length,
                             const char* date, rg_text** out, rg_error** error) {
  if (out) *out = nullptr;
  return guarded(error, [&] {
    require(model, "model is NULL");
    require(out, "out is NULL");
    const std::string_view json = text(proposal, length, "proposal");
    const auto day = day_or_none(date);
    const regelgraf::Model& m = model->rep->model;
    *out = with_findings([&] { return new rg_text{json_of(m, regelgraf::propose(m, json, day))}; });
  });
}

}  // extern "C"
