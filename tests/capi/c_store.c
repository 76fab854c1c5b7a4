/* The store. */

#include "check.h"

static void RG_CALL told(uint64_t state, const char* entry, void* data) {
  CHECK(strstr(entry, "\"by\":\"chef\"") != NULL);
  *(uint64_t*)data = state;
}

/* The text says so. */
static void check_says(rg_text** text, const char* what) {
  CHECK(*text != NULL && strstr(rg_text_data(*text, NULL), what) != NULL);
  rg_text_free(text);
}

#define WHO(minute)                                                          \
  "{\"regelgraf_change\": 1, \"by\": \"chef\", \"why\": \"fordi\", \"at\": " \
  "\"2026-01-01T00:0" minute ":00Z\", "

void test_store(void) {
  static const char* const first =
      WHO("0") "\"head\": {\"id\": \"m\"}, \"put\": [{\"id\": \"a\", \"kind\": \"rule\", "
               "\"instrument\": \"procedure\"}]}";
  static const char* const second =
      WHO("1") "\"put\": [{\"id\": \"b\", \"kind\": \"rule\", \"instrument\": \"procedure\", "
               "\"needs\": [\"a\"]}], \"documents\": [{\"kind\": \"review\", \"id\": \"2026\", "
               "\"document\": {\"regelgraf_review\": 1}}]}";
  static const char* const conflicting =
      WHO("2") "\"base\": 1, \"put\": [{\"id\": \"b\", \"kind\": \"rule\", \"instrument\": "
               "\"act\"}]}";
  static const char* const unsound = WHO("2") "\"end\": [\"a\"]}";
  rg_store *store = NULL, *copy = NULL;
  rg_model* model = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  uint64_t state = 7, seen = 0, heard = 0;
  uint32_t place = 0;
  rg_status status = RG_OK;

  status = rg_store_init(":memory:", RG_NUL_TERMINATED, 1, &store, &error);
  if (is_left_out(&error)) return;
  CHECK(status == RG_OK);
  CHECK(rg_store_state(store, &state, &error) == RG_OK && state == 0);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_store_model(store, 0, NULL, &model, &error), model, error);
  CHECK(rg_store_commit(store, first, RG_NUL_TERMINATED, NULL, &text, &error) == RG_OK);
  check_says(&text, "{\"recorded\":true,\"entry\":{\"state\":1,");
  CHECK(rg_store_commit(store, second, RG_NUL_TERMINATED, NULL, &text, &error) == RG_OK);
  rg_text_free(&text);
  CHECK(rg_store_commit(store, conflicting, RG_NUL_TERMINATED, NULL, &text, &error) == RG_OK);
  check_says(&text, "\"recorded\":false,\"conflicts\":[\"element b\"]");
  CHECK(rg_store_commit(store, unsound, RG_NUL_TERMINATED, NULL, &text, &error) == RG_OK);
  check_says(&text, "\"code\":\"unknown_id\"");
  CHECK_FAILS(
      RG_INVALID_QUESTION,
      rg_store_commit(store, "{\"regelgraf_change\": 1}", RG_NUL_TERMINATED, NULL, &text, &error),
      text, error);
  CHECK_FAILS(RG_INVALID_MODEL,
              rg_store_commit(store, "{\"put\": 7}", RG_NUL_TERMINATED, NULL, &text, &error), text,
              error);
  CHECK(rg_store_state(store, &state, &error) == RG_OK && state == 2);

  CHECK(rg_store_follow(store, 0, 0, NULL, told, &heard, &seen, &error) == RG_OK);
  CHECK(seen == 2 && heard == 2);
  heard = 0;
  CHECK(rg_store_follow(store, 2, 0.01, NULL, told, &heard, &seen, &error) == RG_OK);
  CHECK(seen == 2 && heard == 0);

  CHECK(rg_store_log(store, 1, NULL, NULL, &text, &error) == RG_OK);
  check_says(&text, "{\"log\":[{\"state\":2,");
  CHECK(rg_store_log(store, 0, "a", NULL, &text, &error) == RG_OK);
  check_says(&text, "{\"log\":[{\"state\":1,");
  CHECK(rg_store_entry(store, 1, &text, &error) == RG_OK);
  check_says(&text, "\"changes\":[{\"sort\":\"element\",\"id\":\"a\",");
  CHECK(rg_store_as_of(store, "2026-06-01", "2026-01-01T01:00:30+01:00", &text, &error) == RG_OK);
  check_says(&text, "{\"valid_on\":\"2026-06-01\",\"recorded\":\"2026-01-01T00:00:00Z\"");
  CHECK_FAILS(RG_INVALID_QUESTION, rg_store_as_of(store, NULL, "i dag", &text, &error), text,
              error);
  CHECK(rg_store_model(store, 1, NULL, &model, &error) == RG_OK);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_model_find(model, "b", 1, &place, &error), text, error);
  rg_model_free(&model);
  CHECK(rg_store_model(store, 0, NULL, &model, &error) == RG_OK);
  CHECK(rg_model_find(model, "b", 1, &place, &error) == RG_OK);
  CHECK(rg_store_diff(store, 1, 0, NULL, NULL, &text, &error) == RG_OK);
  check_says(&text, "\"added\"");
  CHECK(rg_store_blame(store, "b", NULL, &text, &error) == RG_OK);
  check_says(&text, "{\"element\":\"b\",\"begun\":2,");
  CHECK(rg_store_document(store, "2026", NULL, &text, &error) == RG_OK);
  check_says(&text, "{\"regelgraf_review\":1}");
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_store_document(store, "2027", NULL, &text, &error), text,
              error);
  CHECK(rg_store_verify(store, 0, NULL, NULL, &text, &error) == RG_OK);
  check_says(&text, "{\"whole\":true,\"entries\":2,");
  CHECK(rg_store_verify(store, 1, "0", NULL, &text, &error) == RG_OK);
  check_says(&text, "\"whole\":false");

  (void)remove("c_store_backup.db");
  CHECK(rg_store_backup(store, "c_store_backup.db", RG_NUL_TERMINATED, &error) == RG_OK);
  CHECK(rg_store_open("c_store_backup.db", RG_NUL_TERMINATED, 1, 0, &copy, &error) == RG_OK);
  CHECK(rg_store_state(copy, &state, &error) == RG_OK && state == 2);
  rg_store_free(&copy);
  (void)remove("c_store_backup.db");
  CHECK(rg_store_export(store, &text, &error) == RG_OK);
  CHECK(rg_store_init(":memory:", RG_NUL_TERMINATED, 0, &copy, &error) == RG_OK);
  CHECK(rg_store_import(copy, rg_text_data(text, NULL), RG_NUL_TERMINATED, NULL, &state, &error) ==
        RG_OK);
  CHECK(state == 2);
  rg_text_free(&text);
  text = NULL;
  CHECK(rg_store_import(copy, "{}", 2, NULL, NULL, &error) == RG_INVALID_MODEL);
  rg_error_free(&error);
  error = NULL;

  rg_store_free(&store); /* its models stay */
  CHECK(rg_model_element_count(model) == 2);
  rg_model_free(&model);
  rg_store_free(&copy);
  rg_store_free(&copy);
  CHECK_FAILS(RG_UNREADABLE,
              rg_store_open("/nowhere/that/is/there", RG_NUL_TERMINATED, 1, 0, &store, &error),
              store, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_store_open("x", 1, 1, -1, &store, &error), store, error);
}
