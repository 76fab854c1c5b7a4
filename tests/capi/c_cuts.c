/* What an element hangs on. */

#include "check.h"

void test_cuts(void) {
  rg_model* model = small_model();
  rg_cut_sets* sets = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 99;

  CHECK(rg_cuts(model, "pligt", RG_CUTS_BREAK, 0, -1, NULL, &sets, &error) == RG_OK);
  CHECK(rg_cut_sets_count(sets) == 1);
  CHECK(rg_cut_sets_size(sets, 0) == 1);
  CHECK_TEXT(rg_cut_sets_id(sets, 0, 0, &length), "skema");
  CHECK(length == 5);
  CHECK(rg_cut_sets_id(sets, 0, 1, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_cut_sets_id(sets, 1, 0, NULL) == NULL);
  CHECK(rg_cut_sets_size(sets, 1) == 0);
  CHECK(rg_cut_sets_is_complete(sets) == 1);
  CHECK(rg_cut_sets_json(sets, &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"cuts\", \"element\": \"pligt\", \"to\": \"break\"}",
                       text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_cut_sets_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_cut_sets_json(sets, NULL, &error), text, error);
  rg_cut_sets_free(&sets);

  /* It stands: the one set is empty. */
  CHECK(rg_cuts(model, "pligt", RG_CUTS_RESTORE, 3, 5, "2024-02-29", &sets, &error) == RG_OK);
  CHECK(rg_cut_sets_count(sets) == 1);
  CHECK(rg_cut_sets_size(sets, 0) == 0);
  rg_cut_sets_free(&sets);

  /* No time: nothing was looked at, and it says so. */
  CHECK(rg_cuts(model, "pligt", RG_CUTS_BREAK, 0, 0, NULL, &sets, &error) == RG_OK);
  CHECK(rg_cut_sets_count(sets) == 0);
  CHECK(rg_cut_sets_is_complete(sets) == 0);
  rg_cut_sets_free(&sets);

  CHECK_FAILS(RG_UNKNOWN_ELEMENT,
              rg_cuts(model, "pligter", RG_CUTS_BREAK, 0, -1, NULL, &sets, &error), sets, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_cuts(model, NULL, RG_CUTS_BREAK, 0, -1, NULL, &sets, &error),
              sets, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_cuts(NULL, "pligt", RG_CUTS_BREAK, 0, -1, NULL, &sets, &error), sets, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_cuts(model, "pligt", 2, 0, -1, NULL, &sets, &error), sets,
              error);
  CHECK_FAILS(RG_INVALID_QUESTION,
              rg_cuts(model, "pligt", RG_CUTS_BREAK, 0, -1, "i dag", &sets, &error), sets, error);
  CHECK_FAILS(RG_PERSONAL_DATA,
              rg_cuts(model, "010190-1234", RG_CUTS_BREAK, 0, -1, NULL, &sets, &error), sets,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_cuts(model, "pligt", RG_CUTS_BREAK, 0, -1, NULL, NULL, &error), sets, error);
  CHECK(rg_cut_sets_count(NULL) == 0);
  CHECK(rg_cut_sets_size(NULL, 0) == 0);
  CHECK(rg_cut_sets_id(NULL, 0, 0, NULL) == NULL);
  CHECK(rg_cut_sets_is_complete(NULL) == 0);
  rg_cut_sets_free(NULL);
  rg_model_free(&model);
}
