#include "check.h"

/* The record of a review, and the gate for new rules. */

static const char model_text[] =
    "{\"regelgraf\": 1, \"model\": {\"id\": \"hus\"}, \"elements\": ["
    "{\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\"},"
    "{\"id\": \"anden\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\"},"
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": "
    "\"chef\"}]}";

void test_review(void) {
  rg_error* error = NULL;
  rg_model* model = NULL;
  rg_review *review = NULL, *after = NULL, *again = NULL;
  rg_text *text = NULL, *json = NULL;
  int32_t applied = 7;
  CHECK(rg_model_from_text(model_text, RG_NUL_TERMINATED, NULL, &model, &error) == RG_OK);
  CHECK(rg_review_begin(model, "{\"id\": \"r\"}", RG_NUL_TERMINATED, &review, &error) == RG_OK);

  /* What the graph speaks against is an answer: the review is as it was. */
  CHECK(rg_review_apply(
            review, model,
            "{\"event\": \"dispose\", \"on\": \"2026-06-01\", \"disposition\": {\"rule\": "
            "\"skema\", \"what\": \"remove\", \"decided_by\": \"anden\"}}",
            RG_NUL_TERMINATED, &applied, &after, &text, &error) == RG_OK);
  CHECK(applied == 0);
  CHECK(strstr(rg_text_data(text, NULL), "\"no_authority:skema\"") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "\"deciders\":[[\"chef\"]]") != NULL);
  rg_text_free(&text);
  CHECK(rg_review_json(review, &json, &error) == RG_OK);
  CHECK(rg_review_json(after, &text, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(json, NULL), rg_text_data(text, NULL));
  rg_text_free(&text);
  rg_text_free(&json);
  rg_review_free(&after);

  CHECK(rg_review_apply(
            review, model,
            "{\"event\": \"dispose\", \"on\": \"2026-06-01\", \"disposition\": {\"rule\": "
            "\"skema\", \"what\": \"remove\", \"decided_by\": \"chef\"}}",
            RG_NUL_TERMINATED, &applied, &after, NULL, &error) == RG_OK);
  CHECK(applied == 1);
  CHECK(rg_review_json(after, &json, &error) == RG_OK);
  CHECK(rg_review_read(rg_text_data(json, NULL), RG_NUL_TERMINATED, &again, &error) == RG_OK);
  CHECK(rg_review_json(again, &text, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(json, NULL), rg_text_data(text, NULL));
  rg_text_free(&text);
  rg_text_free(&json);
  rg_review_free(&again);

  CHECK(rg_review_status(after, model, "2026-06-02", &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"not_happened\"") != NULL);
  rg_text_free(&text);
  CHECK(rg_review_replies(after, model, NULL, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"replies\":[]") != NULL);
  rg_text_free(&text);
  CHECK(rg_review_evaluation(after, model, NULL, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"too_few\"") != NULL);
  rg_text_free(&text);
  CHECK(rg_review_plans(after, model, "2026-06-01", &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"removal_plan\"") != NULL);
  rg_text_free(&text);

  CHECK(rg_propose(model, "{\"id\": \"ny\", \"kind\": \"rule\", \"instrument\": \"procedure\"}",
                   RG_NUL_TERMINATED, NULL, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"not_ready\"") != NULL);
  rg_text_free(&text);

  /* What has not the form, with every finding; personal data is not repeated. */
  CHECK(rg_review_read("{\"regelgraf_review\": 1, \"id\": \"010190-1234\"}", RG_NUL_TERMINATED,
                       &again, &error) == RG_INVALID_MODEL);
  CHECK(again == NULL);
  CHECK(rg_error_finding_count(error) == 2);
  CHECK(strstr(rg_error_finding(error, 1), "personal_data") != NULL);
  CHECK(strstr(rg_error_finding(error, 1), "010190") == NULL);
  rg_error_free(&error);
  error = NULL;
  CHECK_FAILS(RG_INVALID_MODEL,
              rg_review_apply(review, model, "{\"event\": \"sov\"}", RG_NUL_TERMINATED, &applied,
                              &again, NULL, &error),
              again, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_review_status(review, model, "i dag", &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_review_status(NULL, model, NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_MODEL, rg_propose(model, "[]", RG_NUL_TERMINATED, NULL, &text, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_MODEL, rg_review_begin(model, "{}", RG_NUL_TERMINATED, &again, &error),
              again, error);
  rg_review_free(&review);
  rg_review_free(&after);
  rg_review_free(NULL);
  rg_model_free(&model);
}
