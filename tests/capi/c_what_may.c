/* Everything that one actor may, may perhaps, and may not. */

#include "check.h"

void test_what_may(void) {
  rg_model* model = small_model();
  rg_question* question = NULL;
  rg_powers* powers = NULL;
  rg_decision* decision = NULL;
  rg_text* text = NULL;
  rg_limits* limits = NULL;
  rg_error* error = NULL;
  rg_permission permission = RG_YES;
  const char* const repeal[] = {"repeal"};
  const char* const rules[] = {"rule"};
  const char* const duties[] = {"duty"};
  size_t length = 99;

  CHECK(rg_question_new_open(model, &question, &error) == RG_OK);

  /* The rules the chief can remove itself: its own procedure, as its issuer. */
  CHECK(rg_what_may(question, "chef", repeal, 1, rules, 1, RG_POWERS_BY_HOURS, NULL, &powers,
                    &error) == RG_OK);
  CHECK(rg_powers_count(powers, RG_POWERS_MAY) == 1);
  CHECK_TEXT(rg_powers_target(powers, RG_POWERS_MAY, 0, &length), "skema");
  CHECK(length == 5);
  CHECK_TEXT(rg_powers_power(powers, RG_POWERS_MAY, 0, NULL), "repeal");
  CHECK(rg_powers_grant(powers, RG_POWERS_MAY, 0, &length) == NULL);
  CHECK(length == 0);
  CHECK_TEXT(rg_powers_because(powers, RG_POWERS_MAY, 0, &length), "implied");
  CHECK(length == 7);
  CHECK(rg_powers_because_of(powers, RG_POWERS_MAY, 0, NULL) == NULL);
  CHECK(rg_powers_with_count(powers, RG_POWERS_MAY, 0) == 0);
  CHECK(rg_powers_with(powers, RG_POWERS_MAY, 0, 0, NULL) == NULL);
  CHECK(rg_powers_hours(powers, RG_POWERS_MAY, 0, RG_LIKELY) >= 0);
  CHECK(rg_powers_is_complete(powers) == 1);
  CHECK(rg_powers_json(powers, &text, &error) == RG_OK);
  check_same_as_asking(model,
                       "{\"ask\": \"what_may\", \"actor\": \"chef\", \"powers\": \"repeal\", "
                       "\"kinds\": \"rule\", \"by\": \"hours\"}",
                       text);
  text = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_powers_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_powers_json(powers, NULL, &error), text, error);
  CHECK(rg_powers_target(powers, RG_POWERS_MAY, 1, NULL) == NULL);
  CHECK(rg_powers_power(powers, 9, 0, NULL) == NULL);
  CHECK(rg_powers_count(powers, 9) == 0);
  rg_powers_free(&powers);

  /* Everything, in a case: what depends says on what. */
  CHECK(rg_what_may(question, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error) ==
        RG_OK);
  CHECK(rg_powers_count(powers, RG_POWERS_DEPENDS) == 1);
  CHECK_TEXT(rg_powers_because(powers, RG_POWERS_DEPENDS, 0, NULL), "condition");
  CHECK_TEXT(rg_powers_grant(powers, RG_POWERS_DEPENDS, 0, NULL), "g");
  rg_powers_free(&powers);
  CHECK(rg_question_set_number(question, "amount", 2000, NULL, &error) == RG_OK);
  CHECK(rg_what_may(question, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error) ==
        RG_OK);
  CHECK(rg_powers_count(powers, RG_POWERS_DEPENDS) == 0);
  CHECK(rg_powers_count(powers, RG_POWERS_NOT) > 0);
  CHECK_TEXT(rg_powers_because(powers, RG_POWERS_NOT, 0, NULL), "condition");
  CHECK_TEXT(rg_powers_because_of(powers, RG_POWERS_NOT, 0, NULL), "g");
  rg_powers_free(&powers);

  /* An actor that the model does not have may do nothing. */
  CHECK(rg_what_may(question, "ingen", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error) ==
        RG_OK);
  CHECK(rg_powers_count(powers, RG_POWERS_MAY) == 0);
  CHECK_TEXT(rg_powers_because(powers, RG_POWERS_NOT, 0, NULL), "unknown");
  rg_powers_free(&powers);

  /* No time: an answer that is not complete. */
  CHECK(rg_limits_new(&limits, &error) == RG_OK);
  CHECK(rg_limits_set_seconds(limits, 0, &error) == RG_OK);
  CHECK(rg_what_may(question, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_ID, limits, &powers, &error) ==
        RG_OK);
  CHECK(rg_powers_is_complete(powers) == 0);
  rg_powers_free(&powers);
  rg_limits_free(&limits);

  powers = NULL;
  CHECK_FAILS(
      RG_INVALID_QUESTION,
      rg_what_may(question, "skema", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error),
      powers, error);
  CHECK_FAILS(
      RG_INVALID_QUESTION,
      rg_what_may(question, "chef", NULL, 0, duties, 1, RG_POWERS_BY_ID, NULL, &powers, &error),
      powers, error);
  CHECK_FAILS(
      RG_INVALID_QUESTION,
      rg_what_may(question, "chef", repeal, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error),
      powers, error);
  CHECK_FAILS(
      RG_INVALID_ARGUMENT,
      rg_what_may(question, "chef", NULL, 1, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error),
      powers, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_what_may(question, "chef", NULL, 0, NULL, 0, 7, NULL, &powers, &error), powers,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_what_may(question, NULL, NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error),
              powers, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_what_may(NULL, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, &error),
              powers, error);
  CHECK_FAILS(RG_PERSONAL_DATA,
              rg_what_may(question, "010190-1234", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers,
                          &error),
              powers, error);

  /* An open question is no question of who decides. */
  CHECK_FAILS(RG_INVALID_QUESTION, rg_who_decides(question, &decision, &error), decision, error);
  CHECK(rg_may(question, "chef", &permission, &error) == RG_INVALID_QUESTION);
  CHECK(permission == RG_NO);
  rg_error_free(&error);
  rg_question_free(&question);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_new_open(NULL, &question, &error), question, error);
  CHECK(rg_question_new_open(model, NULL, NULL) == RG_INVALID_ARGUMENT);

  CHECK(rg_powers_count(NULL, RG_POWERS_MAY) == 0);
  CHECK(rg_powers_is_complete(NULL) == 0);
  CHECK(rg_powers_target(NULL, RG_POWERS_MAY, 0, NULL) == NULL);
  rg_powers_free(NULL);
  rg_model_free(&model);
}
