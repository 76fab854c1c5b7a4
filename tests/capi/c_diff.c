/* What changed between two models; limits on loading one. */

#include "check.h"

static int32_t RG_CALL never(const char* stage, uint64_t done, uint64_t total, void* data) {
  (void)stage;
  (void)done;
  (void)total;
  ++*(int*)data;
  return 0;
}

void test_diff(void) {
  static const char* const before_text =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": ["
      "{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"procedure\"},"
      "{\"id\": \"b\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"needs\": [\"a\"]}]}";
  static const char* const after_text =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": ["
      "{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"status\": "
      "\"repealed\"},"
      "{\"id\": \"b\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"needs\": [\"a\"]}]}";
  rg_model *before = NULL, *after = NULL;
  rg_load_options* options = NULL;
  rg_limits* limits = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  char question[1024];
  int told = 0;

  CHECK(rg_model_from_text(before_text, RG_NUL_TERMINATED, NULL, &before, &error) == RG_OK);
  CHECK(rg_model_from_text(after_text, RG_NUL_TERMINATED, NULL, &after, &error) == RG_OK);
  CHECK(rg_diff(before, after, NULL, NULL, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"breaks\":[\"a\",\"b\"]") != NULL);
  snprintf(question, sizeof question, "{\"ask\": \"diff\", \"with\": %s}", after_text);
  check_same_as_asking(before, question, text);
  CHECK(rg_diff_table(before, after, "2026-01-01", RG_DANISH, NULL, &text, &error) == RG_OK);
  CHECK(strncmp(rg_text_data(text, NULL), "nr;emne;", 8) == 0);
  rg_text_free(&text);
  text = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_diff(before, NULL, NULL, NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_diff(NULL, after, NULL, NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_diff(before, after, NULL, NULL, NULL, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_diff(before, after, "2026-02-30", NULL, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_diff_table(before, after, NULL, 7, NULL, &text, &error), text,
              error);

  /* No time to load. */
  CHECK(rg_limits_new(&limits, &error) == RG_OK);
  CHECK(rg_limits_set_seconds(limits, 0, &error) == RG_OK);
  rg_limits_set_progress(limits, never, &told);
  CHECK(rg_load_options_new(&options, &error) == RG_OK);
  rg_load_options_set_limits(options, limits);
  rg_limits_free(&limits);
  rg_model_free(&after);
  after = NULL;
  CHECK_FAILS(RG_CANCELLED,
              rg_model_from_text(after_text, RG_NUL_TERMINATED, options, &after, &error), after,
              error);
  rg_load_options_set_limits(options, NULL);
  CHECK(rg_model_from_text(after_text, RG_NUL_TERMINATED, options, &after, &error) == RG_OK);
  rg_load_options_set_limits(NULL, NULL);
  rg_load_options_free(&options);
  rg_model_free(&before);
  rg_model_free(&after);
}
