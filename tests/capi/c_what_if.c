/* What follows from a change. */

#include "check.h"

void test_what_if(void) {
  static const char change[] =
      "{\"remove\": [\"skema\"], \"add\": [{\"id\": \"kort\", \"kind\": \"rule\", \"instrument\":"
      " \"procedure\"}, {\"id\": \"senere\", \"kind\": \"goal\", \"status\": \"proposed\"}],"
      " \"change\": {\"pligt\": {\"needs\": [\"kort\"]}}}";
  static const char invalid[] =
      "{\"add\": [{\"id\": \"x\", \"kind\": \"goal\", \"needs\": [\"y\"]},"
      " {\"id\": \"z\", \"kind\": \"rule\"}]}";
  rg_model* model = small_model();
  rg_breaks* breaks = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;

  CHECK(rg_what_if(model, change, RG_NUL_TERMINATED, &breaks, &error) == RG_OK);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_REMOVED, 0, NULL), "skema");
  CHECK(rg_breaks_count(breaks, RG_BREAKS_ADDED) == 2);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_CHANGED, 0, NULL), "pligt");
  CHECK(rg_breaks_count(breaks, RG_BREAKS_STANDS_ANEW) == 1);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_STANDS_ANEW, 0, NULL), "kort");
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_STANDS_NOT, 0, NULL), "senere");
  CHECK(rg_breaks_count(breaks, RG_BREAKS_UNMET_DUTIES) == 0);
  CHECK(rg_breaks_count(breaks, RG_BREAKS_BROKEN) == 0);
  rg_model_free(&model); /* the answer keeps it */
  model = small_model();
  CHECK(rg_breaks_json(breaks, &text, &error) == RG_OK);
  check_same_as_asking(
      model,
      "{\"ask\": \"what_if\", \"remove\": [\"skema\"], \"add\": [{\"id\": \"kort\", \"kind\":"
      " \"rule\", \"instrument\": \"procedure\"}, {\"id\": \"senere\", \"kind\": \"goal\","
      " \"status\": \"proposed\"}], \"change\": {\"pligt\": {\"needs\": [\"kort\"]}},"
      " \"detail\": \"full\"}",
      text);
  rg_breaks_free(&breaks);

  /* An answer to rg_what_breaks() has these lists too, empty. */
  CHECK(rg_what_breaks(model, NULL, 0, NULL, NULL, &breaks, &error) == RG_OK);
  CHECK(rg_breaks_count(breaks, RG_BREAKS_ADDED) == 0);
  CHECK(rg_breaks_id(breaks, RG_BREAKS_STANDS_NOT, 0, NULL) == NULL);
  rg_breaks_free(&breaks);

  CHECK(rg_what_if(model, invalid, sizeof invalid - 1, &breaks, &error) == RG_INVALID_MODEL);
  CHECK(breaks == NULL);
  CHECK(rg_error_finding_count(error) == 2);
  CHECK(strstr(rg_error_finding(error, 0), "add[1]") != NULL);
  CHECK(strstr(rg_error_message(error), "`y`") != NULL);
  CHECK_TEXT(rg_error_at(error), "add[1].instrument");
  rg_error_free(&error);
  error = NULL;
  CHECK_FAILS(RG_UNKNOWN_ELEMENT,
              rg_what_if(model, "{\"remove\": [\"skemaer\"]}", RG_NUL_TERMINATED, &breaks, &error),
              breaks, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_what_if(model, "[", RG_NUL_TERMINATED, &breaks, &error),
              breaks, error);
  CHECK_FAILS(
      RG_PERSONAL_DATA,
      rg_what_if(model, "{\"remove\": [\"010190-1234\"]}", RG_NUL_TERMINATED, &breaks, &error),
      breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_if(NULL, "{}", 2, &breaks, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_if(model, NULL, 2, &breaks, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_if(model, "\xFF", 1, &breaks, &error), breaks, error);
  breaks = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_if(model, "{}", 2, NULL, &error), breaks, error);
  rg_model_free(&model);
}
