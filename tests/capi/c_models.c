/* Versions, errors, models, how they are loaded, and questions as JSON. */

#include "check.h"

void test_version_and_errors(void) {
  CHECK(strlen(rg_version()) >= 5);
  CHECK(rg_abi_version() == RG_ABI_VERSION);

  CHECK(rg_error_status(NULL) == RG_OK);
  CHECK_TEXT(rg_error_message(NULL), "");
  CHECK_TEXT(rg_error_at(NULL), "");
  CHECK_TEXT(rg_error_advice(NULL), "");
  CHECK(rg_error_finding_count(NULL) == 0);
  CHECK(rg_error_finding(NULL, 0) == NULL);
  rg_error_free(NULL);
}

/* A handle is freed once, however often it is asked for. */
static void test_freed_twice(void) {
  rg_model* model = small_model();
  rg_error* error = NULL;
  rg_model* none = NULL;
  CHECK(rg_model_from_text("{", 1, NULL, &none, &error) == RG_INVALID_MODEL);
  CHECK(strlen(rg_error_advice(error)) > 10);
  rg_error_free(&error);
  CHECK(error == NULL);
  rg_error_free(&error);
  rg_model_free(&model);
  CHECK(model == NULL);
  rg_model_free(&model);
}

void test_models(void) {
  rg_model* model = small_model();
  rg_model* again = small_model();
  size_t length = 99, i = 0;

  CHECK_TEXT(rg_model_id(model, &length), "lille");
  CHECK(length == 5);
  CHECK_TEXT(rg_model_id(model, NULL), "lille");
  CHECK_TEXT(rg_model_digest(model, &length), rg_model_digest(again, NULL));
  CHECK(length == 64);

  CHECK(rg_model_element_count(model) == 8);
  for (i = 0; i + 1 < rg_model_element_count(model); ++i)
    CHECK(strcmp(rg_model_element_id(model, i, NULL), rg_model_element_id(model, i + 1, NULL)) < 0);
  CHECK_TEXT(rg_model_element_id(model, 4, &length),
             "r\xC3\xA5"
             "d");
  CHECK(length == 4);
  CHECK(rg_model_element_id(model, 8, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_model_element_id(model, (size_t)-1, NULL) == NULL);

  length = 99;
  CHECK(rg_model_id(NULL, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_model_digest(NULL, NULL) == NULL);
  CHECK(rg_model_element_count(NULL) == 0);
  CHECK(rg_model_element_id(NULL, 0, NULL) == NULL);
  rg_model_free(NULL);
  rg_model_free(&again);
  rg_model_free(&model);

  test_freed_twice();
  model = odder();
  CHECK_TEXT(rg_model_id(model, NULL), "odder");
  CHECK(rg_model_element_count(model) == 401);
  rg_model_free(&model);
}

static void test_snapshots(void) {
  static const char path[] = "c_test.rgs";
  rg_model* model = small_model();
  rg_model* again = NULL;
  rg_error* error = NULL;
  FILE* file = NULL;

  CHECK(rg_model_save_snapshot(model, path, RG_NUL_TERMINATED, NULL) == RG_OK);
  CHECK(rg_model_open(path, RG_NUL_TERMINATED, NULL, &again, NULL) == RG_OK);
  CHECK_TEXT(rg_model_digest(again, NULL), rg_model_digest(model, NULL));
  CHECK(rg_model_element_count(again) == rg_model_element_count(model));
  rg_model_free(&again);

  file = fopen(path, "r+b"); /* one byte of the content turned over */
  CHECK(file != NULL && fseek(file, 100, SEEK_SET) == 0 && fputc('!', file) == '!');
  fclose(file);
  CHECK_FAILS(RG_INVALID_MODEL, rg_model_open(path, RG_NUL_TERMINATED, NULL, &again, &error), again,
              error);
  CHECK(remove(path) == 0);

  CHECK(rg_model_save_snapshot(model, "no/such/folder/m.rgs", RG_NUL_TERMINATED, NULL) ==
        RG_UNREADABLE);
  CHECK(rg_model_save_snapshot(NULL, path, RG_NUL_TERMINATED, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_model_save_snapshot(model, NULL, RG_NUL_TERMINATED, NULL) == RG_INVALID_ARGUMENT);
  rg_model_free(&model);
}

static void test_layers(void) {
  static const char upper[] =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"land\"}, \"elements\": [{\"id\": \"lov\", "
      "\"kind\": "
      "\"rule\", \"instrument\": \"act\"}]}";
  static const char lower[] =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"by\", \"extends\": [\"land\"]}, \"elements\": "
      "[{\"id\": "
      "\"regel\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"basis\": [\"lov\"]}]}";
  rg_load_options* options = NULL;
  rg_model* model = NULL;
  rg_error* error = NULL;

  CHECK(rg_load_options_new(&options, NULL) == RG_OK);
  CHECK(options != NULL);
  CHECK_FAILS(RG_INVALID_MODEL,
              rg_model_from_text(lower, sizeof lower - 1, options, &model, &error), model, error);
  CHECK(rg_load_options_add_layer(options, "land and more", 4, upper, RG_NUL_TERMINATED, &error) ==
        RG_OK);
  CHECK(error == NULL);
  CHECK(rg_model_from_text(lower, sizeof lower - 1, options, &model, &error) == RG_OK);
  CHECK_TEXT(rg_model_id(model, NULL), "by");
  CHECK(rg_model_element_count(model) == 2);
  rg_load_options_free(&options);
  rg_model_free(&model);
}

/* The national layer is found by name with no options at all. */
static void test_layer_built_in(void) {
  static const char town[] =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"by\", \"extends\": [\"dk\"]}, \"elements\": []}";
  rg_model* model = NULL;
  rg_error* error = NULL;

  CHECK(rg_model_from_text(town, RG_NUL_TERMINATED, NULL, &model, &error) == RG_OK);
  CHECK(rg_model_element_count(model) > 200);
  rg_model_free(&model);
}

static void test_options(void) {
  static const char personal[] =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": [{\"id\": \"a\", \"kind\": "
      "\"matter\", "
      "\"name\": \"Sagen om 010190-1234\"}]}";
  rg_load_options* options = NULL;
  rg_model* model = NULL;
  rg_error* error = NULL;

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_new(NULL, &error), model, error);
  CHECK(rg_load_options_new(&options, &error) == RG_OK);

  CHECK(rg_model_from_text(personal, RG_NUL_TERMINATED, options, &model, &error) ==
        RG_INVALID_MODEL);
  CHECK(rg_error_finding_count(error) == 1);
  CHECK(strstr(rg_error_finding(error, 0), "\"personal_data\"") != NULL);
  CHECK(strstr(rg_error_finding(error, 0), "010190") == NULL);
  CHECK(strstr(rg_error_message(error), "010190") == NULL);
  rg_error_free(&error);
  error = NULL;
  rg_load_options_set_allow_personal_data(options, 1);
  CHECK(rg_model_from_text(personal, RG_NUL_TERMINATED, options, &model, &error) == RG_OK);
  rg_model_free(&model);
  rg_load_options_set_allow_personal_data(options, 0);
  CHECK(rg_model_from_text(personal, RG_NUL_TERMINATED, options, &model, NULL) == RG_INVALID_MODEL);

  rg_load_options_set_max_bytes(options, 10);
  CHECK_FAILS(RG_TOO_LARGE,
              rg_model_from_text(personal, RG_NUL_TERMINATED, options, &model, &error), model,
              error);

  CHECK(rg_load_options_add_folder(options, source_root, RG_NUL_TERMINATED, &error) == RG_OK);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_folder(options, NULL, 0, &error), model,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_folder(options, "a\0b", 3, &error), model,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_folder(NULL, "a", 1, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_layer(options, NULL, 0, "{}", 2, &error),
              model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_layer(options, "n", 1, NULL, 0, &error),
              model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_layer(options, "\xFF", 1, "{}", 2, &error),
              model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_load_options_add_layer(NULL, "n", 1, "{}", 2, &error), model,
              error);

  rg_load_options_set_max_bytes(NULL, 1);
  rg_load_options_set_allow_personal_data(NULL, 1);
  rg_load_options_free(NULL);
  rg_load_options_free(&options);
}

/* What is no model is refused with everything that is wrong, and nothing is left behind. */
static void test_refusals(void) {
  static const char twice[] =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": [\n{\"id\": \"a\", \"kind\": "
      "\"matter\"},\n"
      "{\"id\": \"a\", \"kind\": \"matter\", \"broader\": [\"b\"]}]}";
  static const char* const broken[] = {"", " ", "{", "[]", "{\"regelgraf\": 1}", "\xFF\xFE", "nul"};
  rg_model* model = NULL;
  rg_error* error = NULL;
  size_t i = 0;

  CHECK(rg_model_from_text(twice, RG_NUL_TERMINATED, NULL, &model, &error) == RG_INVALID_MODEL);
  CHECK(model == NULL);
  CHECK(rg_error_finding_count(error) == 2);
  for (i = 0; i < 2; ++i) {
    CHECK(strstr(rg_error_finding(error, i), "\"line\":3") != NULL);
    CHECK(strstr(rg_error_finding(error, i), "\"element\":\"a\"") != NULL);
  }
  CHECK(rg_error_finding(error, 2) == NULL);
  CHECK(rg_error_finding(error, (size_t)-1) == NULL);
  rg_error_free(&error);
  error = NULL;

  for (i = 0; i < sizeof broken / sizeof *broken; ++i)
    CHECK_FAILS(RG_INVALID_MODEL,
                rg_model_from_text(broken[i], strlen(broken[i]), NULL, &model, &error), model,
                error);
  CHECK(rg_model_from_text("{", 1, NULL, &model, NULL) == RG_INVALID_MODEL); /* no error wanted */
}

void test_loading(void) {
  rg_model* model = NULL;
  rg_error* error = NULL;

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_from_text(NULL, 0, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_from_text("{}", 2, NULL, NULL, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_from_text("{}", (size_t)-2, NULL, &model, &error),
              model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open(NULL, 0, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open("x", 1, NULL, NULL, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open("", 0, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open("-", 1, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open("x", (size_t)-2, NULL, &model, &error), model,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open("\xC3(", 2, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_model_open("a\0b", 3, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_UNREADABLE,
              rg_model_open("/no/such/file.json", RG_NUL_TERMINATED, NULL, &model, &error), model,
              error);
  CHECK_FAILS(RG_UNREADABLE, rg_model_open(source_root, RG_NUL_TERMINATED, NULL, &model, &error),
              model, error);
  test_snapshots();
  test_layers();
  test_layer_built_in();
  test_options();
  test_refusals();
}

void test_asking(void) {
  static const char question[] =
      "{\"ask\": \"why\", \"id\": 7, \"element\": \"skema\"} and what is not read";
  rg_model* model = small_model();
  rg_text *text = NULL, *again = NULL;
  rg_error* error = NULL;
  const size_t exact = strlen(question) - strlen(" and what is not read");
  size_t length = 99;

  CHECK(rg_ask(model, question, exact, &text, &error) == RG_OK);
  CHECK(strncmp(rg_text_data(text, &length), "{\"ask\":\"why\",\"id\":7,", 20) == 0);
  CHECK(length == strlen(rg_text_data(text, NULL)));
  CHECK(rg_ask(model, question, exact, &again, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(text, NULL), rg_text_data(again, NULL));
  rg_text_free(&again);
  rg_text_free(&text);

  /* What cannot be put is answered too. */
  CHECK(rg_ask(model, question, RG_NUL_TERMINATED, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"error\":{\"code\":\"invalid_question\"") != NULL);
  rg_text_free(&text);
  CHECK(rg_ask(model, "", 0, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"error\"") != NULL);
  rg_text_free(&text);
  CHECK(rg_ask(model, "\"\xFF\"", 3, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"error\"") != NULL);
  rg_text_free(&text);
  CHECK(rg_ask(model, "{\"ask\": \"why\", \"element\": \"010190-1234\"}", RG_NUL_TERMINATED, &text,
               &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"personal_data\"") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "010190") == NULL);
  rg_text_free(&text);

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask(NULL, "{}", 2, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask(model, NULL, 0, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask(model, "{}", (size_t)-2, &text, &error), text, error);
  text = NULL;
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_ask(model, "{}", 2, NULL, &error), text, error);
  CHECK(rg_text_data(NULL, &length) == NULL);
  CHECK(length == 0);
  rg_text_free(NULL);
  rg_model_free(&model);
}
