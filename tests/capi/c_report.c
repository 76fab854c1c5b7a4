/* The page of a report: that it is one, that it says what it was asked for, and what it refuses. */

#include "check.h"

void test_report(void) {
  static const char model_text[] =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": ["
      "{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"name\": \"<b>a\"},"
      "{\"id\": \"hemmelig\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"access\": "
      "\"internal\"}]}";
  rg_model* model = NULL;
  rg_limits* limits = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 0;

  CHECK(rg_model_from_text(model_text, RG_NUL_TERMINATED, NULL, &model, &error) == RG_OK);
  CHECK(rg_report(model, NULL, NULL, &text, &error) == RG_OK);
  CHECK(strncmp(rg_text_data(text, &length), "<!doctype html>", 15) == 0);
  CHECK(strstr(rg_text_data(text, NULL), "<html lang=\"da\">") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "<b>a") == NULL);
  CHECK(strstr(rg_text_data(text, NULL), "hemmelig") == NULL);
  rg_text_free(&text);
  CHECK(rg_report(model, "{\"language\": \"en\", \"internal\": true}", NULL, &text, &error) ==
        RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "<html lang=\"en\">") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "hemmelig") != NULL);
  rg_text_free(&text);
  CHECK(rg_report(model, "{\"engine\": \"QUJD\", \"internal\": true}", NULL, &text, &error) ==
        RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "QUJD") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "wasm-unsafe-eval") != NULL);
  rg_text_free(&text);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_report(model, "{\"engine\": \"QU=D\"}", NULL, &text, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_report(NULL, NULL, NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_report(model, NULL, NULL, NULL, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_report(model, "[]", NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_report(model, "{\"language\": \"se\"}", NULL, &text, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_report(model, "{\"date\": \"2026-02-30\"}", NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_report(model, "{\"review\": 1}", NULL, &text, &error), text,
              error);
  CHECK(rg_limits_new(&limits, &error) == RG_OK);
  CHECK(rg_limits_set_seconds(limits, 0, &error) == RG_OK);
  CHECK_FAILS(RG_CANCELLED, rg_report(model, NULL, limits, &text, &error), text, error);
  rg_limits_free(&limits);
  rg_model_free(&model);
}
