/* Pictures and worksheets. */

#include "check.h"

static void starts(rg_text** text, const char* with) {
  CHECK(strncmp(rg_text_data(*text, NULL), with, strlen(with)) == 0);
  rg_text_free(text);
  *text = NULL;
}

void test_sheets(void) {
  rg_model* model = odder();
  rg_text* text = NULL;
  rg_error* error = NULL;

  CHECK(rg_picture(model,
                   "{\"of\": {\"ask\": \"why\", \"element\": \"ugenotat\"}, \"format\": \"dot\"}",
                   &text, &error) == RG_OK);
  starts(&text, "digraph regelgraf {");
  CHECK(rg_picture(model, "{\"of\": {\"ask\": \"model\"}, \"format\": \"graphml\"}", &text,
                   &error) == RG_OK);
  starts(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  CHECK(rg_worksheets(model, "{\"unit\": \"bofaellesskab\", \"step\": 1}", &text, &error) == RG_OK);
  starts(&text, "<!doctype html>");
  CHECK(rg_worksheets(model, "{\"unit\": \"bofaellesskab\", \"as\": \"json\"}", &text, &error) ==
        RG_OK);
  starts(&text, "[{\"sheet\":\"dialogue_cards\",\"step\":1,\"file\":\"01-dialogkort.html\"");

  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_picture(NULL, "{}", &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_picture(model, NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_picture(model, "{}", NULL, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_picture(model, "{}", &text, &error), text, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT,
              rg_picture(model,
                         "{\"of\": {\"ask\": \"model\", \"elements\": [\"nix\"]}, \"format\": "
                         "\"dot\"}",
                         &text, &error),
              text, error);
  CHECK_FAILS(
      RG_INVALID_QUESTION,
      rg_picture(model, "{\"of\": {\"ask\": \"model\"}, \"format\": \"svg\", \"placed\": \"\"}",
                 &text, &error),
      text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_worksheets(NULL, "{}", &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_worksheets(model, "\xff", &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_worksheets(model, "{}", &text, &error), text, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_worksheets(model, "{\"unit\": \"nix\"}", &text, &error), text,
              error);
  CHECK_FAILS(RG_PERSONAL_DATA, rg_worksheets(model, "{\"unit\": \"010190-1234\"}", &text, &error),
              text, error);
  rg_model_free(&model);
}
