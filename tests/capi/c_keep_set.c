/* What to keep, and what to remove first. */

#include "check.h"

void test_keep_set(void) {
  static const char* const text_of_model =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": ["
      "{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"burden\": "
      "{\"minutes\": "
      "60, \"times_per_year\": 5}},"
      "{\"id\": \"b\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"burden\": "
      "{\"minutes\": "
      "60, \"times_per_year\": 3}},"
      "{\"id\": \"d\", \"kind\": \"duty\", \"needs\": [{\"any\": [\"a\", \"b\"]}]}]}";
  static const char* const keep = "{\"ask\": \"keep_set\", \"scope\": {}}";
  static const char* const best = "{\"ask\": \"best_removals\", \"scope\": {}, \"at_most\": 1}";
  rg_model* model = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  rg_status status = RG_OK;

  CHECK(rg_model_from_text(text_of_model, RG_NUL_TERMINATED, NULL, &model, &error) == RG_OK);
  status = rg_keep_set(model, "{\"scope\": {}}", RG_NUL_TERMINATED, NULL, &text, &error);
  if (is_left_out(&error)) {
    rg_model_free(&model);
    return;
  }
  CHECK(status == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"keep\":[{\"id\":\"b\",\"because\":[\"d\"]}]") != NULL);
  check_same_as_asking(model, keep, text);
  CHECK(rg_best_removals(model, best, RG_NUL_TERMINATED, NULL, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"remove\":[{\"id\":\"a\"") != NULL);
  check_same_as_asking(model, best, text);
  text = NULL;

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_keep_set(NULL, keep, RG_NUL_TERMINATED, NULL, &text, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_keep_set(model, keep, RG_NUL_TERMINATED, NULL, NULL, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_keep_set(model, best, RG_NUL_TERMINATED, NULL, &text, &error),
              text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_keep_set(model, "{", RG_NUL_TERMINATED, NULL, &text, &error),
              text, error);
  CHECK_FAILS(
      RG_UNKNOWN_ELEMENT,
      rg_keep_set(model, "{\"scope\": {\"ids\": [\"c\"]}}", RG_NUL_TERMINATED, NULL, &text, &error),
      text, error);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_best_removals(model, "{\"scope\": {}}", RG_NUL_TERMINATED, NULL, &text, &error),
              text, error);
  rg_model_free(&model);
}
