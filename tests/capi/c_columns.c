/* Columns of answers at once, derivations and hours: each equal to what is asked one by one. */

#include "check.h"

enum { room = 512 };

static void test_ids(const rg_model* model) {
  const char* ids[room];
  size_t lengths[room];
  const size_t count = rg_model_element_count(model);
  size_t i = 0, length = 0, same = 0;
  uint32_t number = 7;
  rg_error* error = NULL;

  CHECK(rg_model_element_ids(model, 0, room, ids, lengths) == count);
  for (i = 0; i < count; ++i) {
    CHECK_TEXT(ids[i], rg_model_element_id(model, i, &length));
    CHECK(lengths[i] == length);
    CHECK(rg_model_find(model, ids[i], lengths[i], &number, NULL) == RG_OK);
    /* An element of a layer that `is` one of the model's own is found as that. */
    CHECK(number == i || strncmp(ids[i], "dk:", 3) == 0);
    same += number == i;
  }
  CHECK(same + 20 > count);
  CHECK(rg_model_element_ids(model, count - 2, room, ids, NULL) == 2);
  CHECK_TEXT(ids[1], rg_model_element_id(model, count - 1, NULL));
  CHECK(rg_model_element_ids(model, 3, 2, NULL, lengths) == 2);
  CHECK(rg_model_element_ids(model, count, room, ids, lengths) == 0);
  CHECK(rg_model_element_ids(model, (size_t)-1, (size_t)-1, ids, lengths) == 0);
  CHECK(rg_model_element_ids(NULL, 0, room, ids, lengths) == 0);

  CHECK(rg_model_find(model, "ugenota", RG_NUL_TERMINATED, &number, &error) == RG_UNKNOWN_ELEMENT);
  CHECK(number == UINT32_MAX);
  CHECK(strstr(rg_error_message(error), "ugenotat") != NULL);
  rg_error_free(&error);
  CHECK(rg_model_find(model, NULL, 0, &number, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_model_find(model, "x", 1, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_model_find(NULL, "x", 1, &number, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_model_find(model, "010203-1234", RG_NUL_TERMINATED, &number, NULL) == RG_PERSONAL_DATA);
}

static void test_element(const rg_model* model) {
  rg_text* text = NULL;
  rg_error* error = NULL;
  uint32_t i = 0;
  CHECK(rg_model_find(model, "ugenotat", RG_NUL_TERMINATED, &i, NULL) == RG_OK);
  CHECK(rg_model_element_json(model, i, &text, NULL) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"id\":\"ugenotat\"") != NULL);
  rg_text_free(&text);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_model_element_json(model, UINT32_MAX, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_element_json(NULL, 0, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_json(NULL, &text, &error), text, error);
  CHECK(rg_model_json(model, NULL, NULL) == RG_INVALID_ARGUMENT);
}

static void test_breaks(const rg_model* model) {
  static const char* const gone[] = {"afgoerelse-skabelon", "ugenotat"};
  const char* ids[room];
  size_t lengths[room];
  uint32_t numbers[room];
  rg_breaks* breaks = NULL;
  rg_breaks_list list = 0;
  size_t i = 0, length = 0, some = 0;

  CHECK(rg_what_breaks(model, gone, 2, NULL, NULL, &breaks, NULL) == RG_OK);
  for (list = RG_BREAKS_REMOVED; list <= RG_BREAKS_STANDS_NOT; ++list) {
    const size_t count = rg_breaks_count(breaks, list);
    some += count;
    CHECK(rg_breaks_ids(breaks, list, 0, room, ids, lengths) == count);
    CHECK(rg_breaks_elements(breaks, list, 0, room, numbers) == count);
    for (i = 0; i < count; ++i) {
      CHECK_TEXT(ids[i], rg_breaks_id(breaks, list, i, &length));
      CHECK(lengths[i] == length);
      CHECK_TEXT(rg_model_element_id(model, numbers[i], NULL), ids[i]);
    }
    CHECK(rg_breaks_ids(breaks, list, count, 1, ids, lengths) == 0);
    CHECK(rg_breaks_elements(breaks, list, 0, room, NULL) == 0);
  }
  CHECK(some > 3);
  CHECK(rg_breaks_ids(breaks, 99, 0, room, ids, lengths) == 0);
  CHECK(rg_breaks_elements(NULL, RG_BREAKS_REMOVED, 0, room, numbers) == 0);
  CHECK(rg_breaks_ids(NULL, RG_BREAKS_REMOVED, 0, room, ids, lengths) == 0);

  CHECK(rg_breaks_hours(breaks, RG_BREAKS_HOURS_REMOVED, RG_LOW) > 0);
  CHECK(rg_breaks_hours(breaks, RG_BREAKS_HOURS_REMOVED, RG_LOW) <=
        rg_breaks_hours(breaks, RG_BREAKS_HOURS_REMOVED, RG_HIGH));
  CHECK(rg_breaks_hours(breaks, RG_BREAKS_HOURS_NET, RG_LOW) == 0);
  CHECK(rg_breaks_hours(breaks, 99, RG_LOW) == 0);
  CHECK(rg_breaks_hours(NULL, RG_BREAKS_HOURS_REMOVED, RG_LOW) == 0);
  rg_breaks_free(&breaks);
}

static void test_numbers_of_a_change(const rg_model* model) {
  static const char change[] =
      "{\"remove\": [\"ugenotat\"], \"add\": [{\"id\": \"maanedsnotat\", \"kind\": \"rule\", "
      "\"instrument\": \"procedure\", \"issuer\": \"leder-udfoerer\", \"burden\": "
      "{\"minutes\": 60, \"times_per_year\": 10}}]}";
  const char* ids[room];
  uint32_t numbers[room];
  rg_breaks* breaks = NULL;
  CHECK(rg_what_if(model, change, RG_NUL_TERMINATED, &breaks, NULL) == RG_OK);
  CHECK(rg_breaks_ids(breaks, RG_BREAKS_ADDED, 0, room, ids, NULL) == 1);
  CHECK_TEXT(ids[0], "maanedsnotat");
  CHECK(rg_breaks_elements(breaks, RG_BREAKS_ADDED, 0, room, numbers) == 0);
  CHECK(rg_breaks_hours(breaks, RG_BREAKS_HOURS_NET, RG_HIGH) > 0);
  rg_breaks_free(&breaks);
}

static void test_ranking(const rg_model* model) {
  uint32_t numbers[room];
  double figures[room];
  rg_ranking* ranking = NULL;
  size_t i = 0, count = 0;
  CHECK(rg_rank(model, RG_RANK_BY_BREAKS, 0, NULL, 0, NULL, NULL, &ranking, NULL) == RG_OK);
  count = rg_ranking_count(ranking);
  CHECK(count > 10);
  CHECK(rg_ranking_elements(ranking, 0, room, numbers) == count);
  for (i = 0; i < count; ++i)
    CHECK_TEXT(rg_model_element_id(model, numbers[i], NULL), rg_ranking_id(ranking, i, NULL));
  CHECK(rg_ranking_column(ranking, RG_RANKING_BREAKS, 0, room, figures) == count);
  for (i = 0; i < count; ++i) CHECK(figures[i] == (double)rg_ranking_breaks(ranking, i));
  CHECK(rg_ranking_column(ranking, RG_RANKING_DUTIES, 0, room, figures) == count);
  for (i = 0; i < count; ++i) CHECK(figures[i] == (double)rg_ranking_duties(ranking, i));
  CHECK(rg_ranking_column(ranking, RG_RANKING_HOURS_LOW, 0, room, figures) == count);
  for (i = 0; i < count; ++i) CHECK(figures[i] == rg_ranking_hours(ranking, i, RG_LOW));
  CHECK(rg_ranking_column(ranking, RG_RANKING_HOURS_HIGH, 1, 1, figures) == 1);
  CHECK(figures[0] == rg_ranking_hours(ranking, 1, RG_HIGH));
  CHECK(rg_ranking_column(ranking, 99, 0, room, figures) == 0);
  CHECK(rg_ranking_column(ranking, RG_RANKING_BREAKS, 0, room, NULL) == 0);
  CHECK(rg_ranking_column(NULL, RG_RANKING_BREAKS, 0, room, figures) == 0);
  CHECK(rg_ranking_elements(NULL, 0, room, numbers) == 0);
  rg_ranking_free(&ranking);
}

static void test_powers(const rg_model* model) {
  uint32_t numbers[room];
  double hours[room];
  rg_question* question = NULL;
  rg_powers* powers = NULL;
  rg_powers_list list = 0;
  size_t i = 0;
  CHECK(rg_question_new_open(model, &question, NULL) == RG_OK);
  CHECK(rg_what_may(question, "leder-udfoerer", NULL, 0, NULL, 0, RG_POWERS_BY_HOURS, NULL, &powers,
                    NULL) == RG_OK);
  CHECK(rg_powers_count(powers, RG_POWERS_MAY) > 0);
  for (list = RG_POWERS_MAY; list <= RG_POWERS_NOT; ++list) {
    const size_t count = rg_powers_count(powers, list);
    const size_t read = count < room ? count : room;
    CHECK(rg_powers_targets(powers, list, 0, room, numbers) == read);
    CHECK(rg_powers_hours_column(powers, list, RG_LIKELY, 0, room, hours) == read);
    for (i = 0; i < read; ++i) {
      CHECK_TEXT(rg_model_element_id(model, numbers[i], NULL),
                 rg_powers_target(powers, list, i, NULL));
      CHECK(hours[i] == rg_powers_hours(powers, list, i, RG_LIKELY));
    }
  }
  CHECK(rg_powers_targets(powers, 99, 0, room, numbers) == 0);
  CHECK(rg_powers_targets(NULL, RG_POWERS_MAY, 0, room, numbers) == 0);
  CHECK(rg_powers_hours_column(powers, RG_POWERS_MAY, 99, 0, room, hours) == 0);
  rg_powers_free(&powers);
  rg_question_free(&question);
}

/* The edges say what rg_what_breaks() says: the duty of the small model hangs on its form. */
static void test_edges(const rg_model* model) {
  uint32_t columns[RG_EDGE_IMPLIED + 1][4096];
  rg_model* small = small_model();
  rg_edges* edges = NULL;
  rg_error* error = NULL;
  rg_edge_column which = 0;
  size_t i = 0, found = 0, count = 0;
  uint32_t form = 0, duty = 0;

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_edges_new(NULL, &edges, &error), edges, error);
  CHECK(rg_edges_new(model, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_edges_count(NULL) == 0);
  CHECK(rg_model_find(small, "skema", 5, &form, NULL) == RG_OK);
  CHECK(rg_model_find(small, "pligt", 5, &duty, NULL) == RG_OK);
  CHECK(rg_edges_new(small, &edges, NULL) == RG_OK);
  rg_model_free(&small); /* the edges stay */
  count = rg_edges_count(edges);
  for (which = RG_EDGE_SOURCE; which <= RG_EDGE_IMPLIED; ++which)
    CHECK(rg_edges_column(edges, which, 0, 4096, columns[which]) == count);
  for (i = 0; i < count; ++i)
    found += columns[RG_EDGE_SOURCE][i] == duty && columns[RG_EDGE_TARGET][i] == form &&
             columns[RG_EDGE_RELATION][i] == RG_RELATION_NEEDS &&
             columns[RG_EDGE_REQUIREMENT][i] == 0 && columns[RG_EDGE_AT_LEAST][i] == 1 &&
             columns[RG_EDGE_IMPLIED][i] == 0;
  CHECK(found == 1);
  CHECK(rg_edges_column(edges, 99, 0, 4096, columns[0]) == 0);
  CHECK(rg_edges_column(NULL, RG_EDGE_SOURCE, 0, 4096, columns[0]) == 0);
  CHECK(rg_edges_column(edges, RG_EDGE_SOURCE, count - 1, 4096, columns[0]) == 1);
  rg_edges_free(&edges);

  CHECK(rg_edges_new(model, &edges, NULL) == RG_OK);
  count = rg_edges_count(edges);
  CHECK(count > rg_model_element_count(model) && count < 4096);
  for (which = RG_EDGE_SOURCE; which <= RG_EDGE_IMPLIED; ++which)
    CHECK(rg_edges_column(edges, which, 0, 4096, columns[which]) == count);
  for (i = 0; i < count; ++i) {
    const int leans = columns[RG_EDGE_RELATION][i] <= RG_RELATION_NEEDS;
    CHECK(i == 0 || columns[RG_EDGE_SOURCE][i - 1] <= columns[RG_EDGE_SOURCE][i]);
    CHECK(columns[RG_EDGE_TARGET][i] < rg_model_element_count(model));
    CHECK((columns[RG_EDGE_REQUIREMENT][i] != UINT32_MAX) == leans);
    CHECK((columns[RG_EDGE_AT_LEAST][i] != 0) == leans);
  }
  rg_edges_free(&edges);
}

void test_columns(void) {
  rg_model* model = odder();
  test_ids(model);
  test_element(model);
  test_breaks(model);
  test_numbers_of_a_change(model);
  test_ranking(model);
  test_powers(model);
  test_edges(model);
  rg_model_free(&model);
}

static void test_may_chain(void) {
  rg_model* model = small_model();
  rg_question* question = NULL;
  uint32_t grants[4] = {9, 9, 9, 9};
  size_t length = 9;
  rg_permission may = RG_NO;
  CHECK(rg_question_new(model, "decide", "sag", &question, NULL) == RG_OK);
  CHECK(rg_may_chain(question,
                     "r\xC3\xA5"
                     "d",
                     4, grants, &length, &may, NULL) == RG_OK);
  CHECK(may == RG_YES && length == 1);
  CHECK_TEXT(rg_model_element_id(model, grants[0], NULL), "g2");
  CHECK(grants[1] == 9);
  CHECK(rg_may_chain(question, "chef", 0, NULL, &length, &may, NULL) == RG_OK);
  CHECK(may == RG_DEPENDS && length == 1); /* no room, but how much there would have to be */
  CHECK(rg_may_chain(question, "sted", 4, grants, &length, &may, NULL) == RG_OK);
  CHECK(may == RG_NO && length == 0);
  CHECK(rg_may_chain(question, "nobody", 4, grants, NULL, &may, NULL) == RG_OK);
  CHECK(rg_may_chain(question, "chef", 4, grants, &length, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_may_chain(NULL, "chef", 4, grants, &length, &may, NULL) == RG_INVALID_ARGUMENT);
  rg_question_free(&question);
  rg_model_free(&model);
}

/* The ways by which things fall, and the chain, involvements and open questions of options. */
static void test_decision(void) {
  rg_model* model = odder();
  rg_question* question = NULL;
  rg_decision* decision = NULL;
  size_t length = 0, i = 0, depends = 0, options = 0, chained = 0;

  CHECK(rg_question_new(model, "repeal", "ugenotat", &question, NULL) == RG_OK);
  CHECK(rg_who_decides(question, &decision, NULL) == RG_OK);
  options = rg_decision_option_count(decision);
  CHECK(rg_decision_involvement_count(decision, 0) == 2);
  CHECK_TEXT(rg_decision_involvement(decision, 0, 0, &length), "i-med-regler");
  CHECK(length == 12);
  CHECK(rg_decision_body(decision, 0, 0, NULL) != NULL);
  CHECK_TEXT(rg_decision_involvement(decision, 0, 1, NULL), "i-orienter-socialudvalg");
  CHECK(rg_decision_involvement(decision, 0, 2, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_decision_involvement_depends(decision, 0, 0) == 0);
  CHECK(rg_decision_chain(decision, 0, 0, NULL) == NULL); /* implied: no grant */
  for (i = 0; i < options; ++i) {
    size_t j = 0;
    if (!rg_decision_grant(decision, i, NULL)) continue;
    while (rg_decision_chain(decision, i, j + 1, NULL)) ++j;
    CHECK_TEXT(rg_decision_chain(decision, i, j, NULL), rg_decision_grant(decision, i, NULL));
    ++chained;
  }
  CHECK(chained >= 2);
  CHECK(rg_decision_involvement_count(decision, options) == 0);
  CHECK(rg_decision_involvement_count(NULL, 0) == 0);
  CHECK(rg_decision_involvement(NULL, 0, 0, NULL) == NULL);
  CHECK(rg_decision_body(NULL, 0, 0, NULL) == NULL);
  CHECK(rg_decision_chain(NULL, 0, 0, NULL) == NULL);
  CHECK(rg_decision_to_ask_count(NULL, 0) == 0);
  CHECK(rg_decision_to_ask(NULL, 0, 0, NULL) == NULL);
  rg_decision_free(&decision);
  rg_question_free(&question);
  rg_model_free(&model);

  model = small_model();
  CHECK(rg_question_new(model, "decide", "sag", &question, NULL) == RG_OK);
  CHECK(rg_who_decides(question, &decision, NULL) == RG_OK);
  for (i = 0; i < rg_decision_option_count(decision); ++i)
    if (rg_decision_is_conditional(decision, i)) {
      ++depends;
      CHECK(rg_decision_to_ask_count(decision, i) == 2);
      CHECK_TEXT(rg_decision_to_ask(decision, i, 0, &length), "amount");
      CHECK(length == 6);
      CHECK_TEXT(rg_decision_to_ask(decision, i, 1, NULL), "halted");
      CHECK(rg_decision_to_ask(decision, i, 2, NULL) == NULL);
    } else {
      CHECK(rg_decision_to_ask_count(decision, i) == 0);
    }
  CHECK(depends == 1);
  rg_decision_free(&decision);
  rg_question_free(&question);
  rg_model_free(&model);
}

void test_derivations(void) {
  static const char* const form[] = {"skema"};
  rg_model* model = small_model();
  rg_breaks* breaks = NULL;
  size_t length = 0;
  CHECK(rg_what_breaks(model, form, 1, NULL, NULL, &breaks, NULL) == RG_OK);
  CHECK_TEXT(rg_breaks_id(breaks, RG_BREAKS_BROKEN, 0, NULL), "pligt");
  CHECK_TEXT(rg_breaks_through(breaks, RG_BREAKS_BROKEN, 0, 0, &length), "skema");
  CHECK(length == 5);
  CHECK_TEXT(rg_breaks_through(breaks, RG_BREAKS_BROKEN, 0, 1, NULL), "pligt");
  CHECK(rg_breaks_through(breaks, RG_BREAKS_BROKEN, 0, 2, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_breaks_through(breaks, RG_BREAKS_BROKEN, 1, 0, NULL) == NULL);
  CHECK(rg_breaks_through(breaks, RG_BREAKS_UNMET_DUTIES, 0, 0, NULL) == NULL);
  CHECK(rg_breaks_through(breaks, 99, 0, 0, NULL) == NULL);
  CHECK(rg_breaks_through(NULL, RG_BREAKS_BROKEN, 0, 0, NULL) == NULL);
  rg_breaks_free(&breaks);
  rg_model_free(&model);
  test_decision();
  test_may_chain();
}
