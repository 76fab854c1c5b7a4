#include <cstddef>
#include <cstdint>

#include <regelgraf/finding_text.hpp>
#include <regelgraf/model_file.hpp>
#include <regelgraf/proposal.hpp>
#include <regelgraf/review.hpp>

#include "fuzz/targets.hpp"

namespace regelgraf::test {

namespace {

const Model& small_model() {
  static const Frozen frozen =
      load_model_text(R"({"regelgraf": 1, "model": {"id": "m"}, "elements": [
    {"id": "chef", "kind": "actor", "tier": "management", "form": "post"},
    {"id": "raad", "kind": "actor", "tier": "council", "form": "body"},
    {"id": "huset", "kind": "actor", "tier": "workplace", "form": "unit", "leader": "chef"},
    {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef", "binds": "huset"},
    {"id": "pligt", "kind": "duty", "needs": ["skema"]},
    {"id": "i", "kind": "involvement", "body": "raad", "how": "consult", "timing": "before", "days": 14, "powers": ["repeal"], "over": ["skema"]}]})");
  return *frozen.model;
}

void promise_findings(const InvalidReview& error) {
  promise(!error.findings().empty(), "a refusal says why");
  promise(!looks_like_cpr(error.what()), "no personal data in an error");
  for (const Finding& finding : error.findings()) {
    promise(!finding.code.empty() && !finding.message.da.empty() && !finding.message.en.empty(),
            "a finding says what it is");
    promise(!looks_like_cpr(json_of(finding)), "no personal data in a finding");
  }
}

/// Everything a review can be asked.
void ask_all(const Review& review) {
  const Model& model = small_model();
  if (review.model_id() != model.head().id) return;
  const std::optional<Day> day = day_from_text("2026-06-01");
  for (const auto date : {std::optional<Day>(), day}) {
    (void)json_of(model, review, review.status(model, date));
    (void)json_of(review, review.replies(model, date));
    (void)json_of(review, review.evaluation(model, date));
    (void)review.plans(model, date);
  }
}

}  // namespace

void try_review(std::string_view text) {
  const Model& model = small_model();
  try {
    const Review review = Review::read(text);
    const std::string json = review.json();
    promise(!looks_like_cpr(json), "no personal data in a review");
    promise(Review::read(json).json() == json, "what was written can be read: " + json);
    ask_all(review);
  } catch (const InvalidReview& error) {
    promise_findings(error);
  }
  // The same bytes as an event, and as a proposal.
  const Review begun = Review::begin(model, R"({"id": "r"})");
  try {
    const Applied applied = begun.apply(model, text);
    promise(applied.review.has_value() == applied.refused.empty(), "applied or refused");
    promise(!looks_like_cpr(json_of(applied)), "no personal data in a refusal");
    if (applied.review) {
      promise(Review::read(applied.review->json()).json() == applied.review->json(),
              "an event leaves a review");
      ask_all(*applied.review);
    }
  } catch (const InvalidReview& error) {
    promise_findings(error);
  }
  try {
    (void)json_of(model, propose(model, text));
  } catch (const InvalidReview& error) {
    promise_findings(error);
  } catch (const Error& error) {
    promise(!looks_like_cpr(error.what()), "no personal data in an error");
  }
}

}  // namespace regelgraf::test

#ifdef REGELGRAF_FUZZ
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  regelgraf::test::try_review({reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
