/* The typed questions: what breaks, who decides, may; and handles freed in any order. */

#include <math.h>

#include "check.h"

#define RAAD  \
  "r\xC3\xA5" \
  "d"

void test_what_breaks(void) {
  static const char* const ids[] = {"skema", "skema"};
  static const char* const unknown[] = {"skema", "skemaer"};
  static const char* const holes[] = {NULL};
  static const char* const bad_text[] = {"\xFF"};
  static const char* const personal[] = {"010190-1234"};
  rg_model* model = small_model();
  rg_breaks* breaks = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 99;
  rg_breaks_list list = 0;

  CHECK(rg_what_breaks(model, ids, 2, NULL, NULL, &breaks, &error) == RG_OK);
  CHECK(rg_breaks_count(breaks, RG_BREAKS_REMOVED) == 1);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_REMOVED, 0, &length), "skema");
  CHECK(length == 5);
  CHECK(rg_breaks_count(breaks, RG_BREAKS_BROKEN) == 1);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_BROKEN, 0, NULL), "pligt");
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_UNMET_DUTIES, 0, NULL), "pligt");
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_UNEXAMINED, 0, NULL), "skema");
  CHECK(rg_breaks_id(breaks, RG_BREAKS_BROKEN, 1, &length) == NULL);
  CHECK(length == 0);
  for (list = RG_BREAKS_REMOVED; list <= RG_BREAKS_INVOLVEMENTS_GONE; ++list)
    CHECK((rg_breaks_count(breaks, list) == 0) == (rg_breaks_id(breaks, list, 0, NULL) == NULL));
  CHECK(rg_breaks_count(breaks, RG_BREAKS_LAPSED) == 0);
  CHECK(rg_breaks_count(breaks, -1) == 0);
  CHECK(rg_breaks_count(breaks, 1000) == 0);
  CHECK(rg_breaks_id(breaks, 1000, 0, NULL) == NULL);
  CHECK(rg_breaks_json(breaks, &text, &error) == RG_OK);
  check_same_as_asking(
      model, "{\"ask\": \"what_breaks\", \"remove\": [\"skema\"], \"detail\": \"full\"}", text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_breaks_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_breaks_json(breaks, NULL, &error), text, error);
  rg_breaks_free(&breaks);

  CHECK(rg_what_breaks(model, ids, 1, "sted", "2024-02-29", &breaks, &error) == RG_OK);
  CHECK(rg_breaks_json(breaks, &text, &error) == RG_OK);
  check_same_as_asking(model,
                       "{\"ask\": \"what_breaks\", \"remove\": [\"skema\"], \"within\": \"sted\","
                       " \"date\": \"2024-02-29\", \"detail\": \"full\"}",
                       text);
  rg_breaks_free(&breaks);

  /* Nothing removed: nothing breaks, and that is an answer. */
  CHECK(rg_what_breaks(model, NULL, 0, "", "", &breaks, &error) == RG_OK);
  CHECK(rg_breaks_count(breaks, RG_BREAKS_REMOVED) == 0);
  rg_breaks_free(&breaks);

  CHECK(rg_what_breaks(model, unknown, 2, NULL, NULL, &breaks, &error) == RG_UNKNOWN_ELEMENT);
  CHECK_TEXT(rg_error_at(error), "remove[1]");
  CHECK(strstr(rg_error_message(error), "`skema`") != NULL);
  CHECK(rg_error_finding_count(error) == 0);
  rg_error_free(&error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_what_breaks(model, ids, 1, "x", NULL, &breaks, &error), breaks,
              error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_what_breaks(model, ids, 1, "sag", NULL, &breaks, &error),
              breaks, error);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_what_breaks(model, ids, 1, NULL, "2023-02-29", &breaks, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_breaks(NULL, ids, 1, NULL, NULL, &breaks, &error),
              breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_breaks(model, NULL, 1, NULL, NULL, &breaks, &error),
              breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_what_breaks(model, ids, (size_t)-1, NULL, NULL, &breaks, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_breaks(model, holes, 1, NULL, NULL, &breaks, &error),
              breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_breaks(model, bad_text, 1, NULL, NULL, &breaks, &error),
              breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_breaks(model, ids, 1, "\xFF", NULL, &breaks, &error),
              breaks, error);
  CHECK(rg_what_breaks(model, personal, 1, NULL, NULL, &breaks, &error) == RG_PERSONAL_DATA);
  CHECK(strstr(rg_error_message(error), "010190") == NULL);
  rg_error_free(&error);
  error = NULL;
  breaks = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_what_breaks(model, ids, 1, NULL, NULL, NULL, &error), breaks,
              error);
  CHECK(rg_breaks_count(NULL, RG_BREAKS_REMOVED) == 0);
  CHECK(rg_breaks_id(NULL, RG_BREAKS_REMOVED, 0, NULL) == NULL);
  rg_breaks_free(NULL);
  rg_model_free(&model);
}

static void test_building_a_question(const rg_model* model) {
  rg_question *question = NULL, *none = NULL;
  rg_error* error = NULL;
  int32_t known = 99;

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_new(NULL, "decide", "sag", &none, &error), none,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_new(model, NULL, "sag", &none, &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_new(model, "", "sag", &none, &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_new(model, "decide", NULL, &none, &error), none,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_new(model, "decide", "sag", NULL, &error), none,
              error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_question_new(model, "decide", "sager", &none, &error), none,
              error);
  CHECK_FAILS(RG_PERSONAL_DATA, rg_question_new(model, "decide", "010190-1234", &none, &error),
              none, error);

  CHECK(rg_question_new(model, "decide", "sag", &question, &error) == RG_OK);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_question_set_unit(question, "steder", &error), none, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_question_set_unit(question, "sag", &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_unit(question, NULL, &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_unit(NULL, "sted", &error), none, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_question_set_date(question, "in May", &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_date(NULL, "2024-01-01", &error), none, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_question_add_disqualified(question, "x", &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_add_disqualified(NULL, "chef", &error), none, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_question_add_absent(question, "skema", &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_add_absent(NULL, "chef", &error), none, error);

  CHECK_FAILS(RG_WRONG_TYPE, rg_question_set_number(question, "halted", 1, &known, &error), none,
              error);
  CHECK(known == 0);
  CHECK_FAILS(RG_WRONG_TYPE, rg_question_set_boolean(question, "amount", 1, &known, &error), none,
              error);
  CHECK_FAILS(RG_WRONG_TYPE, rg_question_set_text(question, "amount", "1", &known, &error), none,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_question_set_number(question, "amount", HUGE_VAL, &known, &error), none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_number(question, NULL, 1, &known, &error), none,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_number(NULL, "amount", 1, &known, &error), none,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_boolean(NULL, "halted", 1, &known, &error), none,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_text(question, "reason", NULL, &known, &error),
              none, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_question_set_text(question, "reason", "\xFF", &known, &error),
              none, error);
  CHECK_FAILS(RG_PERSONAL_DATA,
              rg_question_set_text(question, "reason", "010190-1234", &known, &error), none, error);
  CHECK(rg_question_set_text(question, "reason", "", NULL, NULL) == RG_OK);
  rg_question_free(&question);
  rg_question_free(NULL);
}

static void test_decision(const rg_model* model) {
  rg_question* question = NULL;
  rg_decision* decision = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  int32_t known = 99;
  size_t length = 99;

  CHECK(rg_question_new(model, "decide", "sag", &question, &error) == RG_OK);
  CHECK(rg_who_decides(question, &decision, &error) == RG_OK);
  CHECK(rg_decision_verdict(decision) == RG_CONDITIONAL);
  CHECK(rg_decision_option_count(decision) == 2);
  CHECK(rg_decision_holder_count(decision, 0) == 1);
  CHECK_TEXT(rg_decision_holder(decision, 0, 0, &length), "chef");
  CHECK(length == 4);
  CHECK(rg_decision_jointly(decision, 0) == 1);
  CHECK_TEXT(rg_decision_grant(decision, 0, &length), "g");
  CHECK(length == 1);
  CHECK(rg_decision_is_conditional(decision, 0) == 1);
  CHECK_TEXT(rg_decision_holder(decision, 1, 0, NULL), RAAD);
  CHECK(rg_decision_is_conditional(decision, 1) == 0);
  CHECK(rg_decision_holder(decision, 0, 1, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_decision_holder(decision, 2, 0, NULL) == NULL);
  CHECK(rg_decision_holder_count(decision, 2) == 0);
  CHECK(rg_decision_jointly(decision, 2) == 0);
  CHECK(rg_decision_grant(decision, 2, NULL) == NULL);
  CHECK(rg_decision_is_conditional(decision, (size_t)-1) == 0);
  CHECK(rg_decision_json(decision, &text, &error) == RG_OK);
  check_same_as_asking(
      model, "{\"ask\": \"who_decides\", \"power\": \"decide\", \"target\": \"sag\"}", text);
  rg_decision_free(&decision);

  /* Asked again with all that can be told; a later value replaces an earlier. */
  CHECK(rg_question_set_unit(question, "sted", &error) == RG_OK);
  CHECK(rg_question_set_date(question, "2024-02-29", &error) == RG_OK);
  CHECK(rg_question_set_number(question, "amount", 5000, &known, &error) == RG_OK);
  CHECK(known == 1);
  CHECK(rg_question_set_number(question,
                               "bel\xC3\xB8"
                               "b",
                               1000, &known, &error) == RG_OK);
  CHECK(known == 1);
  CHECK(rg_question_set_boolean(question, "halted", 0, &known, &error) == RG_OK);
  CHECK(rg_question_set_text(question, "reason", "hast \"nu\"", NULL, &error) == RG_OK);
  CHECK(rg_question_set_number(question, "weather", 3, &known, &error) == RG_OK);
  CHECK(known == 0);
  CHECK(rg_question_add_absent(question, "chef", &error) == RG_OK);
  CHECK(rg_question_add_disqualified(question, RAAD, &error) == RG_OK);
  CHECK(rg_who_decides(question, &decision, &error) == RG_OK);
  CHECK(rg_decision_json(decision, &text, &error) == RG_OK);
  check_same_as_asking(
      model,
      "{\"ask\": \"who_decides\", \"power\": \"decide\", \"target\": \"sag\","
      " \"unit\": \"sted\", \"date\": \"2024-02-29\", \"facts\": {\"amount\": 1000,"
      " \"halted\": false, \"reason\": \"hast \\\"nu\\\"\", \"weather\": 3},"
      " \"absent\": [\"chef\"], \"disqualified\": [\"" RAAD "\"]}",
      text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_decision_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_decision_json(decision, NULL, &error), text, error);
  rg_decision_free(&decision);

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_who_decides(NULL, &decision, &error), decision, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_who_decides(question, NULL, &error), decision, error);
  rg_question_free(&question);
  CHECK(rg_decision_verdict(NULL) == RG_NOBODY);
  CHECK(rg_decision_option_count(NULL) == 0);
  CHECK(rg_decision_holder_count(NULL, 0) == 0);
  CHECK(rg_decision_holder(NULL, 0, 0, NULL) == NULL);
  CHECK(rg_decision_jointly(NULL, 0) == 0);
  CHECK(rg_decision_grant(NULL, 0, NULL) == NULL);
  CHECK(rg_decision_is_conditional(NULL, 0) == 0);
  rg_decision_free(NULL);
}

void test_authority(void) {
  rg_model* model = small_model();
  rg_model* odders = odder();
  rg_question* question = NULL;
  rg_decision* decision = NULL;

  test_building_a_question(model);
  test_decision(model);

  CHECK(rg_question_new(odders, "repeal", "retningslinje-stress", &question, NULL) == RG_OK);
  CHECK(rg_who_decides(question, &decision, NULL) == RG_OK);
  CHECK(rg_decision_verdict(decision) == RG_JOINT);
  CHECK(rg_decision_jointly(decision, 0) == 2);
  CHECK(rg_decision_holder_count(decision, 0) == 2);
  CHECK_TEXT(rg_decision_holder(decision, 0, 1, NULL), "medarbejdersiden");
  CHECK(rg_decision_grant(decision, 0, NULL) == NULL); /* by having made it */
  rg_decision_free(&decision);
  rg_question_free(&question);
  rg_model_free(&odders);
  rg_model_free(&model);
}

void test_may(void) {
  rg_model* model = small_model();
  rg_question* question = NULL;
  rg_permission may = 99;
  rg_text* text = NULL;
  rg_error* error = NULL;

  CHECK(rg_question_new(model, "decide", "sag", &question, &error) == RG_OK);
  CHECK(rg_may(question, RAAD, &may, &error) == RG_OK);
  CHECK(may == RG_YES);
  CHECK(rg_may(question, "chef", &may, &error) == RG_OK);
  CHECK(may == RG_DEPENDS);
  CHECK(rg_may(question, "sted", &may, &error) == RG_OK);
  CHECK(may == RG_NO);
  may = 99;
  CHECK(rg_may(question, "nobody", &may, &error) == RG_OK); /* may do nothing */
  CHECK(may == RG_NO);
  CHECK(rg_may_json(question, "chef", &text, &error) == RG_OK);
  check_same_as_asking(
      model, "{\"ask\": \"may\", \"actor\": \"chef\", \"power\": \"decide\", \"target\": \"sag\"}",
      text);
  CHECK(rg_may_json(question, "nobody", &text, &error) == RG_OK);
  check_same_as_asking(
      model,
      "{\"ask\": \"may\", \"actor\": \"nobody\", \"power\": \"decide\", \"target\": \"sag\"}",
      text);

  may = 99;
  text = NULL;
  CHECK_FAILS(RG_INVALID_QUESTION, rg_may(question, "skema", &may, &error), text, error);
  CHECK(may == RG_NO);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_may(NULL, "chef", &may, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_may(question, NULL, &may, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_may(question, "chef", NULL, &error), text, error);
  CHECK_FAILS(RG_PERSONAL_DATA, rg_may_json(question, "010190-1234", &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_may_json(NULL, "chef", &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_may_json(question, "\xFF", &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_may_json(question, "chef", NULL, &error), text, error);
  rg_question_free(&question);
  rg_model_free(&model);
}

/* A result keeps what it came from alive, in whatever order the handles are freed. Under the
   sanitizers a use of freed memory, and a leak, fail this. */
void test_lifetimes(void) {
  static const char* const ids[] = {"skema"};
  unsigned seed = 1;
  int round = 0;

  for (round = 0; round < 60; ++round) {
    rg_model* model = small_model();
    rg_question* question = NULL;
    rg_decision* decision = NULL;
    rg_breaks* breaks = NULL;
    rg_text* text = NULL;
    rg_text* json = NULL;
    int order[5] = {0, 1, 2, 3, 4}, i = 0;

    CHECK(rg_question_new(model, "decide", "sag", &question, NULL) == RG_OK);
    CHECK(rg_who_decides(question, &decision, NULL) == RG_OK);
    CHECK(rg_what_breaks(model, ids, 1, NULL, NULL, &breaks, NULL) == RG_OK);
    CHECK(rg_breaks_json(breaks, &text, NULL) == RG_OK);
    for (i = 4; i > 0; --i) { /* a shuffle that is the same every time */
      const int other = (int)((seed = seed * 1103515245u + 12345u) >> 16) % (i + 1);
      const int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    for (i = 0; i < 5; ++i) {
      if (order[i] == 0) {
        rg_model_free(&model);
      } else if (order[i] == 1) {
        CHECK(rg_may_json(question, "chef", &json, NULL) == RG_OK);
        rg_text_free(&json);
        rg_question_free(&question);
      } else if (order[i] == 2) {
        CHECK_TEXT(rg_decision_holder(decision, 0, 0, NULL), "chef");
        CHECK(rg_decision_json(decision, &json, NULL) == RG_OK);
        rg_text_free(&json);
        rg_decision_free(&decision);
      } else if (order[i] == 3) {
        CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_BROKEN, 0, NULL), "pligt");
        CHECK(rg_breaks_json(breaks, &json, NULL) == RG_OK);
        rg_text_free(&json);
        rg_breaks_free(&breaks);
      } else {
        CHECK(strstr(rg_text_data(text, NULL), "\"pligt\"") != NULL);
        rg_text_free(&text);
      }
    }
  }
}
