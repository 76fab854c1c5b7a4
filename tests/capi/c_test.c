/* Every function of regelgraf.h, called from strict C99: with sense, without, and in any order. */

#include "check.h"

int checks = 0, failures = 0;
const char* source_root = "";
int parts_may_lack = 0;

static const char small[] =
    "{\"regelgraf\": 1, \"model\": {\"id\": \"lille\", \"name\": {\"da\": \"Lille Sogn\"}, "
    "\"facts\": ["
    "  {\"name\": \"amount\", \"type\": \"number\", \"unit\": \"DKK\", \"aliases\": [\"bel\xC3\xB8"
    "b\"]},"
    "  {\"name\": \"halted\", \"type\": \"boolean\"}, {\"name\": \"reason\", \"type\": \"text\"}]},"
    " \"elements\": ["
    "  {\"id\": \"r\xC3\xA5"
    "d\", \"kind\": \"actor\", \"tier\": \"council\", \"form\": \"body\"},"
    "  {\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\", "
    "\"part_of\": \"r\xC3\xA5"
    "d\"},"
    "  {\"id\": \"sted\", \"kind\": \"actor\", \"tier\": \"workplace\", \"form\": \"unit\"},"
    "  {\"id\": \"sag\", \"kind\": \"matter\"},"
    "  {\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": "
    "\"chef\", \"binds\": [\"sted\"]},"
    "  {\"id\": \"pligt\", \"kind\": \"duty\", \"needs\": [\"skema\"]},"
    "  {\"id\": \"g\", \"kind\": \"grant\", \"by\": \"plan\", \"to\": [\"chef\"], \"powers\": "
    "[\"decide\"],"
    "   \"over\": [\"sag\"], \"conditions\": [{\"fact\": \"amount\", \"op\": \"<=\", \"value\": "
    "1000},"
    "   {\"fact\": \"halted\", \"op\": \"==\", \"value\": false}]},"
    "  {\"id\": \"g2\", \"kind\": \"grant\", \"by\": \"statute\", \"to\": [\"r\xC3\xA5"
    "d\"], \"powers\": [\"decide\"], \"over\": [\"sag\"]}"
    "]}";

int is_left_out(rg_error** error) {
  static const char* const says = "this library was built without";
  if (!parts_may_lack || strncmp(rg_error_message(*error), says, strlen(says)) != 0) return 0;
  fprintf(stderr, "not tested: %s\n", rg_error_message(*error));
  rg_error_free(error);
  return 1;
}

rg_model* small_model(void) {
  rg_model* model = NULL;
  rg_error* error = NULL;
  CHECK(rg_model_from_text(small, RG_NUL_TERMINATED, NULL, &model, &error) == RG_OK);
  CHECK_TEXT(rg_error_message(error), "");
  rg_error_free(&error);
  return model;
}

rg_model* odder(void) {
  char path[4096];
  rg_model* model = NULL;
  snprintf(path, sizeof path, "%s/examples/odder/odder.json", source_root);
  CHECK(rg_model_open(path, RG_NUL_TERMINATED, NULL, &model, NULL) == RG_OK);
  return model;
}

void check_same_as_asking(const rg_model* model, const char* question, rg_text* text) {
  rg_text* asked = NULL;
  size_t length = 0, asked_length = 0;
  const char* data = rg_text_data(text, &length);
  CHECK(rg_ask(model, question, RG_NUL_TERMINATED, &asked, NULL) == RG_OK);
  CHECK_TEXT(data, rg_text_data(asked, &asked_length));
  CHECK(length == asked_length);
  CHECK(data && strlen(data) == length && strstr(data, "\"error\"") == NULL);
  rg_text_free(&asked);
  rg_text_free(&text);
}

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3 || (argc == 3 && strcmp(argv[2], "parts-may-lack") != 0)) {
    fprintf(stderr, "usage: %s SOURCE_ROOT [parts-may-lack]\n", argv[0]);
    return 2;
  }
  source_root = argv[1];
  parts_may_lack = argc == 3;
  test_version_and_errors();
  test_models();
  test_loading();
  test_asking();
  test_what_breaks();
  test_what_if();
  test_burden();
  test_why();
  test_check();
  test_plans();
  test_cuts();
  test_authority();
  test_may();
  test_lifetimes();
  test_rank();
  test_what_may();
  test_removal();
  test_plan_tests();
  test_diff();
  test_report();
  test_store();
  test_keep_set();
  test_nominations();
  test_journal_note();
  test_review();
  test_limits();
  test_sessions();
  test_drafts();
  test_log();
  test_columns();
  test_derivations();
  test_sheets();
  printf("%d checks, %d failed\n", checks, failures);
  return failures != 0;
}
