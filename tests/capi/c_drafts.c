/* Models built and changed from C, and the log. */

#include "check.h"

static const char head[] = "{\"id\": \"lille\", \"name\": {\"da\": \"Lille \xC3\x98\"}}";
static const char chief[] =
    "{\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\"}";
static const char form[] =
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": "
    "\"chef\"}";
static const char duty[] = "{\"id\": \"pligt\", \"kind\": \"duty\", \"needs\": [\"skema\"]}";

static int add(rg_draft* draft, const char* element) {
  int32_t replaced = 9;
  CHECK(rg_draft_add(draft, element, RG_NUL_TERMINATED, &replaced, NULL) == RG_OK);
  return replaced;
}

static void refused(rg_draft* draft, const char* element, const char* code) {
  rg_error* error = NULL;
  int32_t replaced = 9;
  const size_t before = rg_draft_element_count(draft);
  CHECK(rg_draft_add(draft, element, RG_NUL_TERMINATED, &replaced, &error) == RG_INVALID_MODEL);
  CHECK(replaced == 0);
  CHECK(rg_error_finding_count(error) >= 1);
  CHECK(strstr(rg_error_finding(error, 0), code) != NULL);
  CHECK(rg_draft_element_count(draft) == before);
  rg_error_free(&error);
}

static void test_built(void) {
  rg_draft* draft = NULL;
  rg_model *model = NULL, *loaded = NULL;
  rg_error* error = NULL;
  rg_text* text = NULL;

  CHECK(rg_draft_new(head, RG_NUL_TERMINATED, NULL, &draft, &error) == RG_OK);
  CHECK(rg_draft_element_count(draft) == 0);
  CHECK(add(draft, duty) == 0);
  CHECK_FAILS(RG_INVALID_MODEL, rg_draft_freeze(draft, NULL, &model, &error), model, error);
  CHECK(add(draft, form) == 0);
  CHECK(add(draft, chief) == 0);
  CHECK(add(draft, chief) == 1);
  CHECK(rg_draft_element_count(draft) == 3);
  CHECK(rg_draft_freeze(draft, NULL, &model, &error) == RG_OK);
  CHECK_TEXT(rg_model_id(model, NULL), "lille");

  /* The same as the file that says the same. */
  CHECK(rg_model_json(model, &text, NULL) == RG_OK);
  CHECK(rg_model_from_text(rg_text_data(text, NULL), RG_NUL_TERMINATED, NULL, &loaded, NULL) ==
        RG_OK);
  CHECK_TEXT(rg_model_digest(loaded, NULL), rg_model_digest(model, NULL));
  CHECK(strstr(rg_text_data(text, NULL), "Lille \xC3\x98") != NULL);
  rg_text_free(&text);
  rg_model_free(&loaded);

  /* The draft goes on, and the model stays as it was. */
  CHECK(rg_draft_remove(draft, "pligt", RG_NUL_TERMINATED, &error) == RG_OK);
  CHECK(rg_draft_remove(draft, "pligt", RG_NUL_TERMINATED, &error) == RG_UNKNOWN_ELEMENT);
  rg_error_free(&error);
  CHECK(rg_model_element_count(model) == 3);
  CHECK(rg_draft_freeze(draft, NULL, &loaded, NULL) == RG_OK);
  rg_draft_free(&draft);
  rg_draft_free(&draft);
  rg_draft_free(NULL);
  CHECK(rg_model_element_count(loaded) == 2);
  rg_model_free(&loaded);
  rg_model_free(&model);
}

static void test_refused(void) {
  rg_draft* draft = NULL;
  rg_model* model = NULL;
  rg_error* error = NULL;

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_draft_new(NULL, 0, NULL, &draft, &error), draft, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_draft_new("\xFF", 1, NULL, &draft, &error), draft, error);
  CHECK_FAILS(RG_INVALID_MODEL, rg_draft_new("[]", 2, NULL, &draft, &error), draft, error);
  CHECK_FAILS(RG_INVALID_MODEL, rg_draft_new("{", 1, NULL, &draft, &error), draft, error);
  CHECK_FAILS(RG_INVALID_MODEL,
              rg_draft_new("{\"id\": \"010203-1234\"}", RG_NUL_TERMINATED, NULL, &draft, &error),
              draft, error);
  CHECK_FAILS(RG_INVALID_MODEL,
              rg_draft_new("{\"id\": \"x\", \"extends\": [\"nowhere\"]}", RG_NUL_TERMINATED, NULL,
                           &draft, &error),
              draft, error);
  CHECK(rg_draft_new(head, RG_NUL_TERMINATED, NULL, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_draft_add(NULL, chief, RG_NUL_TERMINATED, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_draft_remove(NULL, "x", 1, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_draft_set_head(NULL, head, RG_NUL_TERMINATED, NULL) == RG_INVALID_ARGUMENT);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_draft_freeze(NULL, NULL, &model, &error), model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_draft_from_model(NULL, &draft, &error), draft, error);
  CHECK(rg_draft_element_count(NULL) == 0);

  CHECK(rg_draft_new(head, RG_NUL_TERMINATED, NULL, &draft, NULL) == RG_OK);
  refused(draft, "[]", "wrong_type");
  refused(draft, "{\"id\": ", "bad_json");
  refused(draft, "{\"id\": \"a\", \"kind\": \"matter\"} {}", "bad_json");
  refused(draft, "{\"id\": \"a\", \"kind\": \"wish\"}", "kind");
  refused(draft, "{\"id\": \"a\", \"kind\": \"matter\", \"nmae\": \"A\"}", "unknown_field");
  refused(draft, "{\"id\": \"a\", \"kind\": \"matter\", \"name\": \"010203-1234\"}",
          "personal_data");
  CHECK(rg_draft_add(draft, NULL, 0, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_draft_add(draft, "\xFF", 1, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_draft_set_head(draft, "{\"id\": \"x\", \"extends\": [\"dk\"]}", RG_NUL_TERMINATED,
                          NULL) == RG_INVALID_MODEL);
  CHECK(rg_draft_freeze(draft, NULL, NULL, NULL) == RG_INVALID_ARGUMENT);
  rg_draft_free(&draft);
}

/* A model on layers is taken apart, changed, and stands on them still. */
static void test_changed(void) {
  rg_model *model = odder(), *same = NULL, *changed = NULL;
  rg_draft* draft = NULL;
  rg_text* element = NULL;
  rg_error* error = NULL;
  uint32_t i = 0;

  CHECK(rg_draft_from_model(model, &draft, NULL) == RG_OK);
  CHECK(rg_draft_element_count(draft) < rg_model_element_count(model));
  CHECK(rg_draft_freeze(draft, NULL, &same, NULL) == RG_OK);
  CHECK_TEXT(rg_model_digest(same, NULL), rg_model_digest(model, NULL));

  CHECK(rg_model_find(model, "ugenotat", RG_NUL_TERMINATED, &i, NULL) == RG_OK);
  CHECK(rg_model_element_json(model, i, &element, NULL) == RG_OK);
  CHECK(add(draft, rg_text_data(element, NULL)) == 1);
  rg_text_free(&element);
  CHECK(rg_draft_remove(draft, "dk:council", RG_NUL_TERMINATED, &error) == RG_UNKNOWN_ELEMENT);
  rg_error_free(&error);
  CHECK(add(draft, "{\"id\": \"ny\", \"kind\": \"matter\"}") == 0);
  CHECK(rg_draft_set_head(draft, "{\"id\": \"odder-2\", \"extends\": [\"dk\"]}", RG_NUL_TERMINATED,
                          &error) == RG_OK);
  CHECK(rg_draft_freeze(draft, NULL, &changed, &error) == RG_OK || rg_error_finding_count(error));
  rg_error_free(&error);
  if (changed) {
    CHECK_TEXT(rg_model_id(changed, NULL), "odder-2");
    CHECK(rg_model_element_count(changed) == rg_model_element_count(model) + 1);
  }
  rg_model_free(&changed);
  rg_model_free(&same);
  rg_model_free(&model);
  rg_draft_free(&draft);
}

void test_drafts(void) {
  test_built();
  test_refused();
  test_changed();
}

struct lines {
  int count[3];
  char last[3][400];
};

static void RG_CALL note(rg_log_level level, const char* message, void* data) {
  struct lines* lines = data;
  CHECK(level >= RG_LOG_INFO && level <= RG_LOG_ERROR);
  CHECK(strchr(message, '\n') == NULL);
  ++lines->count[level];
  snprintf(lines->last[level], sizeof lines->last[level], "%s", message);
}

void test_log(void) {
  struct lines lines = {{0, 0, 0}, {"", "", ""}};
  rg_load_options* options = NULL;
  rg_model* model = NULL;
  CHECK(rg_load_options_new(&options, NULL) == RG_OK);
  rg_load_options_set_log(NULL, RG_LOG_INFO, note, &lines);
  rg_load_options_set_log(options, RG_LOG_INFO, note, &lines);

  CHECK(rg_model_from_text("{\"regelgraf\": 1, \"model\": {\"id\": \"m\", \"extends\": [\"dk\"]}, "
                           "\"elements\": []}",
                           RG_NUL_TERMINATED, options, &model, NULL) == RG_OK);
  CHECK(lines.count[RG_LOG_INFO] == 1 && lines.count[RG_LOG_ERROR] == 0);
  CHECK(strncmp(lines.last[RG_LOG_INFO], "model m: ", 9) == 0);
  CHECK(strstr(lines.last[RG_LOG_INFO], " elements, on dk") != NULL);
  rg_model_free(&model);

  CHECK(rg_model_from_text("{", 1, options, &model, NULL) == RG_INVALID_MODEL);
  CHECK(lines.count[RG_LOG_INFO] == 1 && lines.count[RG_LOG_ERROR] == 1);

  /* Of drafts and plans too. */
  {
    rg_draft* draft = NULL;
    rg_plan_options* plan = NULL;
    CHECK(rg_draft_new("{\"id\": \"d\"}", RG_NUL_TERMINATED, options, &draft, NULL) == RG_OK);
    CHECK_TEXT(lines.last[RG_LOG_INFO], "model d: 0 elements");
    CHECK(rg_plan_options_new("p", &plan, NULL) == RG_OK);
    CHECK(rg_plan_from_text("Nr.;Emne;Byr\xC3\xA5"
                            "d\n1;Lov;\n1.1;Bevilling;X\n",
                            RG_NUL_TERMINATED, plan, options, &model, NULL, NULL) == RG_OK);
    CHECK(strncmp(lines.last[RG_LOG_INFO], "model p: ", 9) == 0);
    CHECK(lines.count[RG_LOG_INFO] == 3);
    rg_model_free(&model);
    rg_plan_options_free(&plan);
    rg_draft_free(&draft);
  }

  /* Only what is asked for; nobody: nothing. */
  rg_load_options_set_log(options, RG_LOG_ERROR, note, &lines);
  CHECK(rg_model_from_text("{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": []}",
                           RG_NUL_TERMINATED, options, &model, NULL) == RG_OK);
  rg_model_free(&model);
  rg_load_options_set_log(options, RG_LOG_INFO, NULL, NULL);
  CHECK(rg_model_from_text("{", 1, options, &model, NULL) == RG_INVALID_MODEL);
  CHECK(lines.count[RG_LOG_INFO] == 3 && lines.count[RG_LOG_ERROR] == 1);
  rg_load_options_free(&options);
}
