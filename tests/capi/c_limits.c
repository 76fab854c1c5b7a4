/* Rank, limits, and removals tried step by step. */

#include <math.h>
#include <stdlib.h>

#include "check.h"

/* A chain whose last element also leans on another, so that nothing folds into a tree and each of
 * the n is removed by itself: some n * n / 2 steps. */
static rg_model* long_chain(int n) {
  rg_model* model = NULL;
  char* text = malloc((size_t)n * 100 + 1000);
  size_t used = 0;
  int i = 0;
  if (!text) return NULL;
  used += (size_t)sprintf(text, "{\"regelgraf\": 1, \"model\": {\"id\": \"chain\"}}\n");
  for (i = 0; i < n; ++i) {
    used += (size_t)sprintf(text + used, "{\"id\": \"r%07d\", \"kind\": \"rule\", ", i);
    used += (size_t)sprintf(text + used, "\"instrument\": \"procedure\"");
    if (i > 0) used += (size_t)sprintf(text + used, ", \"needs\": [\"r%07d\"]", i - 1);
    used += (size_t)sprintf(text + used, "}\n");
  }
  used += (size_t)sprintf(
      text + used, "{\"id\": \"side\", \"kind\": \"rule\", \"instrument\": \"procedure\"}\n");
  used += (size_t)sprintf(text + used,
                          "{\"id\": \"both\", \"kind\": \"rule\", \"instrument\": \"procedure\", "
                          "\"needs\": [\"r%07d\", \"side\"]}\n",
                          n - 1);
  CHECK(rg_model_from_text(text, used, NULL, &model, NULL) == RG_OK);
  free(text);
  return model;
}

void test_rank(void) {
  static const char* const among[] = {"pligt", "skema", "skema"};
  static const char* const unknown[] = {"skema", "skemaer"};
  static const char* const holes[] = {NULL};
  static const char* const personal[] = {"010190-1234"};
  rg_model* model = small_model();
  rg_ranking* ranking = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 99;

  CHECK(rg_rank(model, RG_RANK_BY_DUTIES, 1, NULL, 0, NULL, NULL, &ranking, &error) == RG_OK);
  CHECK(rg_ranking_count(ranking) == 1);
  CHECK(rg_ranking_is_complete(ranking) == 1);
  CHECK_TEXT(rg_ranking_id(ranking, 0, &length), "skema");
  CHECK(length == 5);
  CHECK(rg_ranking_breaks(ranking, 0) == 1);
  CHECK(rg_ranking_duties(ranking, 0) == 1);
  CHECK(rg_ranking_hours(ranking, 0, 1) == 0);
  CHECK(rg_ranking_id(ranking, 1, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_ranking_breaks(ranking, 1) == 0);
  CHECK(rg_ranking_duties(ranking, 1) == 0);
  CHECK(rg_ranking_hours(ranking, 1, 0) == 0);
  CHECK(rg_ranking_json(ranking, &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"rank\", \"by\": \"duties\", \"top\": 1}", text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ranking_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ranking_json(ranking, NULL, &error), text, error);
  rg_ranking_free(&ranking);

  CHECK(rg_rank(model, RG_RANK_BY_BREAKS, 0, among, 3, "2024-02-29", NULL, &ranking, &error) ==
        RG_OK);
  CHECK(rg_ranking_count(ranking) == 2);
  CHECK_TEXT(rg_ranking_id(ranking, 0, NULL), "skema");
  CHECK_TEXT(rg_ranking_id(ranking, 1, NULL), "pligt");
  CHECK(rg_ranking_json(ranking, &text, &error) == RG_OK);
  check_same_as_asking(model,
                       "{\"ask\": \"rank\", \"by\": \"breaks\", \"among\": [\"skema\", "
                       "\"pligt\"], \"date\": \"2024-02-29\", \"seconds\": 3600}",
                       text);
  rg_ranking_free(&ranking);

  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_rank(model, 0, 0, unknown, 2, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_rank(model, 0, 0, unknown, 0, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_rank(model, 0, 0, NULL, 0, "2024-02-30", NULL, &ranking, &error), ranking, error);
  CHECK_FAILS(RG_PERSONAL_DATA, rg_rank(model, 0, 0, personal, 1, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_rank(model, 0, 0, holes, 1, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_rank(model, 0, 0, NULL, 1, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_rank(model, 3, 0, NULL, 0, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_rank(NULL, 0, 0, NULL, 0, NULL, NULL, &ranking, &error),
              ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_rank(model, 0, 0, NULL, 0, NULL, NULL, NULL, &error), ranking,
              error);
  CHECK(rg_ranking_count(NULL) == 0);
  CHECK(rg_ranking_is_complete(NULL) == 0);
  CHECK(rg_ranking_id(NULL, 0, NULL) == NULL);
  CHECK(rg_ranking_breaks(NULL, 0) == 0);
  rg_ranking_free(NULL);
  rg_model_free(&model);
}

struct seen {
  int calls;
  uint64_t done;
  rg_cancel* throw_it;
  int32_t go_on;
};

static int32_t RG_CALL look(const char* stage, uint64_t done, uint64_t total, void* data) {
  struct seen* seen = data;
  CHECK_TEXT(stage, "rank");
  CHECK(done >= seen->done && done <= total && total > 0);
  seen->done = done;
  ++seen->calls;
  if (seen->throw_it) rg_cancel_trigger(seen->throw_it);
  return seen->go_on;
}

void test_limits(void) {
  static const char question[] = "{\"ask\": \"rank\", \"by\": \"breaks\"}";
  struct seen seen = {0, 0, NULL, 0};
  rg_model* model = long_chain(20000);
  rg_cancel* cancel = NULL;
  rg_limits* limits = NULL;
  rg_ranking* ranking = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;

  CHECK(rg_limits_new(&limits, &error) == RG_OK);
  CHECK(rg_cancel_new(&cancel, &error) == RG_OK);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_limits_set_seconds(limits, -1, &error), ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_limits_set_seconds(limits, NAN, &error), ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_limits_set_seconds(limits, INFINITY, &error), ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_limits_set_seconds(NULL, 1, &error), ranking, error);

  /* Else the first answer in JSON works it out, in a stage of its own where that takes long. */
  CHECK(rg_model_digest(model, NULL) != NULL);

  /* A call back that says no ends the call. */
  rg_limits_set_progress(limits, look, &seen);
  CHECK_FAILS(RG_CANCELLED, rg_rank(model, 0, 0, NULL, 0, NULL, limits, &ranking, &error), ranking,
              error);
  CHECK(seen.calls == 1);

  /* So does a switch thrown while it goes on, though the call back says yes. */
  rg_limits_set_cancel(limits, cancel);
  seen.done = 0;
  seen.throw_it = cancel;
  seen.go_on = 1;
  CHECK(rg_cancel_is_triggered(cancel) == 0);
  CHECK_FAILS(RG_CANCELLED,
              rg_ask_limited(model, question, RG_NUL_TERMINATED, limits, &text, &error), text,
              error);
  CHECK(rg_cancel_is_triggered(cancel) == 1);

  /* One thrown before the call, even where the question is quick; the switch may be freed. */
  rg_limits_set_progress(limits, NULL, NULL);
  rg_cancel_free(&cancel);
  CHECK_FAILS(RG_CANCELLED,
              rg_ask_limited(model, "{\"ask\": \"why\", \"element\": \"side\"}", RG_NUL_TERMINATED,
                             limits, &text, &error),
              text, error);
  rg_limits_set_cancel(limits, NULL);

  /* No time at all: nothing complete from a question that can stop, no answer from one that cannot.
   */
  CHECK(rg_limits_set_seconds(limits, 0, &error) == RG_OK);
  CHECK(rg_rank(model, 0, 0, NULL, 0, NULL, limits, &ranking, &error) == RG_OK);
  CHECK(rg_ranking_is_complete(ranking) == 0);
  CHECK(rg_ranking_count(ranking) < 20002);
  rg_ranking_free(&ranking);
  CHECK(rg_ask_limited(model, question, RG_NUL_TERMINATED, limits, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"complete\":false") != NULL);
  rg_text_free(&text);
  CHECK(rg_ask_limited(model, "{\"ask\": \"rank\", \"by\": \"breaks\", \"seconds\": 3600}",
                       RG_NUL_TERMINATED, limits, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"complete\":false") != NULL);
  rg_text_free(&text);
  CHECK_FAILS(RG_CANCELLED,
              rg_ask_limited(model, "{\"ask\": \"why\", \"element\": \"side\"}", RG_NUL_TERMINATED,
                             limits, &text, &error),
              text, error);

  /* Without limits it is rg_ask(). */
  CHECK(rg_ask_limited(model, "{\"ask\": \"why\", \"element\": \"side\"}", RG_NUL_TERMINATED, NULL,
                       &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"why\", \"element\": \"side\"}", text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask_limited(NULL, question, 0, NULL, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask_limited(model, NULL, 0, NULL, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask_limited(model, question, 0, NULL, NULL, &error), text,
              error);

  ranking = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_cancel_new(NULL, &error), ranking, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_limits_new(NULL, &error), ranking, error);
  rg_cancel_trigger(NULL);
  CHECK(rg_cancel_is_triggered(NULL) == 0);
  rg_cancel_free(NULL);
  rg_limits_set_cancel(NULL, NULL);
  rg_limits_set_progress(NULL, NULL, NULL);
  rg_limits_free(&limits);
  rg_limits_free(NULL);
  rg_model_free(&model);
}

/* What the session says breaks is what rg_what_breaks() says of the same set. */
static void check_same_as_removing(const rg_model* model, rg_session* session,
                                   const char* const* ids, size_t count, const char* within,
                                   const char* date) {
  rg_breaks *stepped = NULL, *fresh = NULL;
  rg_text *said = NULL, *wanted = NULL;
  CHECK(rg_session_breaks(session, &stepped, NULL) == RG_OK);
  CHECK(rg_what_breaks(model, ids, count, within, date, &fresh, NULL) == RG_OK);
  CHECK(rg_breaks_json(stepped, &said, NULL) == RG_OK);
  CHECK(rg_breaks_json(fresh, &wanted, NULL) == RG_OK);
  CHECK_TEXT(rg_text_data(said, NULL), rg_text_data(wanted, NULL));
  rg_text_free(&said);
  rg_text_free(&wanted);
  rg_breaks_free(&stepped);
  rg_breaks_free(&fresh);
}

void test_sessions(void) {
  static const char* const one[] = {"skema"};
  static const char* const twice[] = {"skema", "g", "skema"};
  static const char* const unknown[] = {"g", "skemaer"};
  static const char* const personal[] = {"010190-1234"};
  static const char* const both[] = {"g", "skema"};
  const char* all[8] = {NULL};
  rg_model* model = small_model();
  rg_session* session = NULL;
  rg_breaks* breaks = NULL;
  rg_error* error = NULL;
  size_t count = 99, length = 99, i = 0;
  int32_t flag = 9;

  CHECK(rg_session_new(model, NULL, "", &session, &error) == RG_OK);
  check_same_as_removing(model, session, NULL, 0, NULL, NULL);
  CHECK(rg_session_undo(session, &flag, &error) == RG_OK);
  CHECK(flag == 0);

  CHECK(rg_session_remove(session, one, 1, &error) == RG_OK);
  CHECK(rg_session_fallen_count(session, &count, &error) == RG_OK);
  CHECK(count == 1);
  CHECK_TEXT(rg_session_fallen_id(session, 0, &length), "pligt");
  CHECK(length == 5);
  CHECK(rg_session_fallen_id(session, 1, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_session_stands(session, "pligt", &flag, &error) == RG_OK);
  CHECK(flag == 0);
  CHECK(rg_session_stands(session, "g", &flag, &error) == RG_OK);
  CHECK(flag == 1);
  check_same_as_removing(model, session, one, 1, NULL, NULL);

  /* The same twice, and one that is out already: each is out once, and it is one step. */
  CHECK(rg_session_remove(session, twice, 3, &error) == RG_OK);
  check_same_as_removing(model, session, both, 2, NULL, NULL);
  CHECK(rg_session_restore(session, "skema", &error) == RG_OK);
  CHECK(rg_session_restore(session, "pligt", &error) == RG_OK); /* was not out */
  check_same_as_removing(model, session, both, 1, NULL, NULL);
  CHECK(rg_session_undo(session, NULL, &error) == RG_OK);
  CHECK(rg_session_undo(session, &flag, &error) == RG_OK);
  CHECK(flag == 1);
  check_same_as_removing(model, session, both, 2, NULL, NULL);
  CHECK(rg_session_undo(session, &flag, &error) == RG_OK);
  check_same_as_removing(model, session, one, 1, NULL, NULL);

  /* An unknown id: nothing was done, not the known one either. */
  CHECK(rg_session_remove(session, unknown, 2, &error) == RG_UNKNOWN_ELEMENT);
  CHECK_TEXT(rg_error_at(error), "remove[1]");
  rg_error_free(&error);
  error = NULL;
  check_same_as_removing(model, session, one, 1, NULL, NULL);

  /* Nothing is a step; everything leaves nobody to fall. */
  CHECK(rg_session_clear(session, &error) == RG_OK);
  CHECK(rg_session_remove(session, NULL, 0, &error) == RG_OK);
  check_same_as_removing(model, session, NULL, 0, NULL, NULL);
  CHECK(rg_session_undo(session, &flag, &error) == RG_OK);
  CHECK(flag == 1);
  CHECK(rg_model_element_count(model) == 8);
  for (i = 0; i < 8; ++i) all[i] = rg_model_element_id(model, i, NULL);
  CHECK(rg_session_remove(session, all, 8, &error) == RG_OK);
  CHECK(rg_session_fallen_count(session, &count, &error) == RG_OK);
  CHECK(count == 0);
  check_same_as_removing(model, session, all, 8, NULL, NULL);
  rg_session_free(&session);

  CHECK(rg_session_new(model, "sted", "2024-02-29", &session, &error) == RG_OK);
  CHECK(rg_session_remove(session, one, 1, &error) == RG_OK);
  check_same_as_removing(model, session, one, 1, "sted", "2024-02-29");

  CHECK_FAILS(RG_PERSONAL_DATA, rg_session_remove(session, personal, 1, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_remove(session, NULL, 1, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_remove(NULL, one, 1, &error), breaks, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_session_restore(session, "x", &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_restore(NULL, "skema", &error), breaks, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_session_stands(session, "x", &flag, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_stands(session, "g", NULL, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_undo(NULL, NULL, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_clear(NULL, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_fallen_count(session, NULL, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_fallen_count(NULL, &count, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_breaks(NULL, &breaks, &error), breaks, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_breaks(session, NULL, &error), breaks, error);
  CHECK(rg_session_fallen_id(NULL, 0, &length) == NULL);
  rg_session_free(&session);
  rg_session_free(NULL);

  CHECK_FAILS(RG_INVALID_QUESTION, rg_session_new(model, NULL, "10000-01-01", &session, &error),
              session, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_session_new(model, "x", NULL, &session, &error), session,
              error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_session_new(model, "skema", NULL, &session, &error), session,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_new(NULL, NULL, NULL, &session, &error), session,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_session_new(model, NULL, NULL, NULL, &error), session, error);

  /* A session and its answer keep the model. */
  CHECK(rg_session_new(model, NULL, NULL, &session, &error) == RG_OK);
  rg_model_free(&model);
  CHECK(rg_session_remove(session, one, 1, &error) == RG_OK);
  CHECK(rg_session_breaks(session, &breaks, &error) == RG_OK);
  rg_session_free(&session);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_BROKEN, 0, NULL), "pligt");
  rg_breaks_free(&breaks);
}
