/* The steps in which rules are removed; questions held against a model. */

#include "check.h"

void test_removal(void) {
  rg_model* model = odder();
  rg_question* question = NULL;
  rg_removal* removal = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  const char* const ids[] = {"ugenotat", "ugenotat"};
  const char* const duty[] = {"ret-begrundelse"};
  const char* const nobody[] = {"ugenotat", "ingen"};
  size_t length = 99, i, steps, decided = 0, involved = 0;

  CHECK(rg_question_new_open(model, &question, &error) == RG_OK);
  CHECK(rg_question_set_date(question, "2026-12-01", &error) == RG_OK);
  CHECK(rg_removal_plan(question, ids, 2, &removal, &error) == RG_OK);
  CHECK(rg_removal_is_possible(removal) == 1);
  CHECK(rg_removal_count(removal, RG_REMOVAL_REMOVED) == 1);
  CHECK_TEXT(rg_removal_id(removal, RG_REMOVAL_REMOVED, 0, &length), "ugenotat");
  CHECK(length == 8);
  CHECK(rg_removal_id(removal, RG_REMOVAL_REMOVED, 1, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_removal_count(removal, RG_REMOVAL_CAN_GO_ALONG) == 1);
  CHECK_TEXT(rg_removal_id(removal, RG_REMOVAL_CAN_GO_ALONG, 0, NULL), "afvigelsesliste");
  CHECK(rg_removal_count(removal, RG_REMOVAL_PUT_IN_PLACE) == 0);
  CHECK(rg_removal_count(removal, 9) == 0);
  CHECK(rg_removal_days(removal) == 14);
  CHECK(rg_removal_months(removal) == 0);
  CHECK_TEXT(rg_removal_earliest(removal, &length), "2026-12-15");
  CHECK(length == 10);

  steps = rg_removal_step_count(removal);
  for (i = 0; i < steps; ++i) {
    CHECK(rg_removal_element_count(removal, i) == 1);
    CHECK_TEXT(rg_removal_element(removal, i, 0, NULL), "ugenotat");
    CHECK(rg_removal_done(removal, i, NULL) != NULL);
    CHECK(rg_removal_depends(removal, i) == 0);
    if (rg_removal_step(removal, i) == RG_STEP_INVOLVE) {
      ++involved;
      CHECK(rg_removal_involvement(removal, i, NULL) != NULL);
      CHECK(rg_removal_body(removal, i, NULL) != NULL);
      CHECK(rg_removal_holder_count(removal, i) == 0);
      CHECK(rg_removal_jointly(removal, i) == 0);
    } else if (rg_removal_step(removal, i) == RG_STEP_DECIDE) {
      ++decided;
      CHECK(rg_removal_holder_count(removal, i) == 1);
      CHECK_TEXT(rg_removal_holder(removal, i, 0, NULL), "leder-udfoerer");
      CHECK(rg_removal_holder(removal, i, 1, NULL) == NULL);
      CHECK(rg_removal_jointly(removal, i) == 1);
      CHECK(rg_removal_body(removal, i, NULL) == NULL);
      CHECK(rg_removal_involvement(removal, i, NULL) == NULL);
    }
  }
  CHECK(involved == 2);
  CHECK(decided == 1);
  CHECK(rg_removal_step(removal, steps - 1) == RG_STEP_TAKE_EFFECT);
  CHECK_TEXT(rg_removal_done(removal, steps - 1, NULL), "2026-12-15");
  CHECK(rg_removal_element(removal, steps, 0, NULL) == NULL);
  CHECK(rg_removal_done(removal, steps, NULL) == NULL);
  CHECK(rg_removal_json(removal, &text, &error) == RG_OK);
  check_same_as_asking(
      model, "{\"ask\": \"removal_plan\", \"remove\": [\"ugenotat\"], \"date\": \"2026-12-01\"}",
      text);
  text = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_removal_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_removal_json(removal, NULL, &error), text, error);
  rg_removal_free(&removal);

  /* Nobody repeals a duty. */
  CHECK(rg_removal_plan(question, duty, 1, &removal, &error) == RG_OK);
  CHECK(rg_removal_is_possible(removal) == 0);
  CHECK(rg_removal_earliest(removal, &length) == NULL);
  CHECK(length == 0);
  rg_removal_free(&removal);

  /* To remove nothing takes no step. */
  CHECK(rg_removal_plan(question, NULL, 0, &removal, &error) == RG_OK);
  CHECK(rg_removal_step_count(removal) == 0);
  rg_removal_free(&removal);

  removal = NULL;
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_removal_plan(question, nobody, 2, &removal, &error), removal,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_removal_plan(NULL, ids, 1, &removal, &error), removal, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_removal_plan(question, NULL, 1, &removal, &error), removal,
              error);
  CHECK(rg_removal_is_possible(NULL) == 0);
  CHECK(rg_removal_step_count(NULL) == 0);
  CHECK(rg_removal_count(NULL, RG_REMOVAL_REMOVED) == 0);
  CHECK(rg_removal_days(NULL) == 0);
  CHECK(rg_removal_step(NULL, 0) == RG_STEP_EXAMINE);
  rg_removal_free(NULL);
  rg_question_free(&question);
  rg_model_free(&model);
}

void test_plan_tests(void) {
  rg_model* model = small_model();
  rg_text* report = NULL;
  rg_error* error = NULL;
  size_t failed = 99;
  const char* const right =
      "{\"cases\": [{\"ask\": {\"ask\": \"may\", \"actor\": \"chef\", \"power\": \"repeal\", "
      "\"target\": \"skema\"}, \"expect\": {\"may\": true}}]}";
  const char* const wrong =
      "{\"cases\": [{\"name\": \"n\", \"ask\": {\"ask\": \"may\", \"actor\": \"chef\", \"power\": "
      "\"repeal\", \"target\": \"skema\"}, \"expect\": {\"may\": false}}]}";
  CHECK(rg_plan_test(model, right, RG_NUL_TERMINATED, &failed, &report, &error) == RG_OK);
  CHECK(failed == 0);
  CHECK(strstr(rg_text_data(report, NULL), "{\"passed\":1,\"failed\":0,") != NULL);
  rg_text_free(&report);
  CHECK(rg_plan_test(model, wrong, RG_NUL_TERMINATED, &failed, &report, &error) == RG_OK);
  CHECK(failed == 1);
  CHECK(strstr(rg_text_data(report, NULL), "{\"at\":\"may\",\"expected\":false,\"got\":true}") !=
        NULL);
  rg_text_free(&report);
  CHECK(rg_plan_test(model, wrong, RG_NUL_TERMINATED, NULL, NULL, &error) == RG_OK);
  report = NULL;
  failed = 99;
  CHECK_FAILS(RG_INVALID_QUESTION, rg_plan_test(model, "[]", 2, &failed, &report, &error), report,
              error);
  CHECK(failed == 0);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_plan_test(model, NULL, 2, &failed, &report, &error), report,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_plan_test(NULL, "{}", 2, &failed, &report, &error), report,
              error);
  rg_model_free(&model);
}
