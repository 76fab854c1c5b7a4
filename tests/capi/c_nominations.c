/* Nominations, and the qualification sheet. */

#include "check.h"

void test_nominations(void) {
  static const char* const model_text =
      "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": ["
      "{\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"workplace\", \"form\": \"post\"},"
      "{\"id\": \"r\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": \"chef\", "
      "\"name\": {\"da\": \"Ugentligt notat\"}}]}";
  static const char* const table =
      "nr;enhed;regel\n1;a;Ugentlige notater\n2;b;Flagning\n3;b;ring 12 34 56 78\n";
  rg_model* model = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  CHECK(rg_model_from_text(model_text, RG_NUL_TERMINATED, NULL, &model, &error) == RG_OK);

  CHECK(rg_nominations_read(model, table, RG_NUL_TERMINATED, "{\"file\": \"t.csv\"}", NULL, &text,
                            &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "\"element\":\"r\"") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "\"code\":\"personal_data\"") != NULL);
  CHECK(strstr(rg_text_data(text, NULL), "12 34 56 78") == NULL);
  rg_text_free(&text);
  text = NULL;

  CHECK(rg_qualify(model, table, RG_NUL_TERMINATED, NULL, "json", NULL, &text, &error) == RG_OK);
  /* Without a stemmer the plural is no match, only a guess. */
  CHECK(parts_may_lack || strstr(rg_text_data(text, NULL), "\"heap\":\"own\"") != NULL);
  rg_text_free(&text);
  CHECK(rg_qualify(model, table, RG_NUL_TERMINATED, "{\"language\": \"en\", \"unit\": \"chef\"}",
                   "csv", NULL, &text, &error) == RG_OK);
  CHECK(strncmp(rg_text_data(text, NULL), "\xEF\xBB\xBFheap;", 8) == 0);
  rg_text_free(&text);
  CHECK(rg_qualify(model, table, RG_NUL_TERMINATED, NULL, "html", NULL, &text, &error) == RG_OK);
  CHECK(strncmp(rg_text_data(text, NULL), "<!DOCTYPE html>", 15) == 0);
  rg_text_free(&text);
  text = NULL;

  /* A table that is none is an answer to the one, and no sheet to the other. */
  CHECK(rg_nominations_read(model, "regel\nd\xF8gn\n", RG_NUL_TERMINATED, NULL, NULL, &text,
                            &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "bad_utf8") != NULL);
  rg_text_free(&text);
  text = NULL;
  CHECK_FAILS(
      RG_INVALID_MODEL,
      rg_qualify(model, "regel\nd\xF8gn\n", RG_NUL_TERMINATED, NULL, "json", NULL, &text, &error),
      text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_qualify(model, table, RG_NUL_TERMINATED, NULL, "xlsx", NULL, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_qualify(NULL, table, RG_NUL_TERMINATED, NULL, "json", NULL, &text, &error), text,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_nominations_read(model, NULL, RG_NUL_TERMINATED, NULL, NULL, &text, &error), text,
              error);
  CHECK_FAILS(
      RG_INVALID_QUESTION,
      rg_nominations_read(model, table, RG_NUL_TERMINATED, "{\"nope\": 1}", NULL, &text, &error),
      text, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT,
              rg_qualify(model, table, RG_NUL_TERMINATED, "{\"unit\": \"nowhere\"}", "json", NULL,
                         &text, &error),
              text, error);
  rg_model_free(&model);
}
