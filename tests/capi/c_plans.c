/* Delegation plans: a table to a model and back. */

#include "check.h"

#define HEAD                        \
  "nr;emne;betingelser;Byr\xC3\xA5" \
  "d;Administration\n"

void test_plans(void) {
  static const char table[] = HEAD
      "1;Hunde;bel\xC3\xB8"
      "b <= 5 kr;;B\n2;Ferie;;;I\n";
  rg_plan_options* options = NULL;
  rg_load_options* load = NULL;
  rg_model *model = NULL, *saved = NULL;
  rg_findings* findings = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  char path[4096];
  size_t length = 99;

  CHECK(rg_plan_options_new("x", &options, &error) == RG_OK);
  CHECK(rg_plan_options_set(options, RG_PLAN_NAME_DA, "Planen", &error) == RG_OK);
  CHECK(rg_plan_from_text(table, RG_NUL_TERMINATED, options, NULL, &model, &findings, &error) ==
        RG_OK);
  CHECK_TEXT(rg_model_id(model, NULL), "x");
  CHECK(rg_findings_count(findings) == 1);
  CHECK_TEXT(rg_findings_code(findings, 0, NULL), "no_decider");
  CHECK(rg_findings_severity(findings, 0) == RG_SEVERITY_WARNING);
  CHECK_TEXT(rg_findings_element(findings, 0, NULL), "x:2");
  CHECK(rg_findings_line(findings, 0) == 3);
  CHECK(rg_findings_column(findings, 0) == 1);
  CHECK_TEXT(rg_findings_field(findings, 0, &length), "");
  CHECK(length == 0);
  CHECK_TEXT(rg_findings_text(findings, 0, RG_ENGLISH, NULL), "the plan names nobody who decides");
  CHECK(strstr(rg_findings_advice(findings, 0, RG_DANISH, NULL), "B") != NULL);
  CHECK(rg_findings_advice(findings, 0, 2, NULL) == NULL);
  CHECK(rg_findings_advice(findings, 1, RG_DANISH, NULL) == NULL);
  CHECK(rg_findings_line(findings, 1) == 0 && rg_findings_column(NULL, 0) == 0);
  CHECK(rg_findings_field(findings, 1, NULL) == NULL);
  CHECK(rg_findings_json(findings, &text, &error) == RG_OK);
  CHECK(strstr(rg_text_data(text, NULL), "{\"import\":\"delegation-plan\"") != NULL);
  rg_text_free(&text);
  rg_findings_free(&findings);

  CHECK(rg_plan_table(model, &text, &findings, &error) == RG_OK);
  CHECK_TEXT(rg_text_data(text, NULL), table);
  CHECK(rg_findings_count(findings) == 0);
  rg_text_free(&text);
  rg_findings_free(&findings);
  CHECK(rg_plan_table(model, &text, NULL, &error) == RG_OK);
  rg_text_free(&text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_plan_table(NULL, &text, NULL, &error), text, error);
  rg_model_free(&model);
  model = NULL;

  /* What is no table: every finding is in the error. */
  CHECK(rg_plan_from_text(HEAD "1;010190-1234;;;\n", RG_NUL_TERMINATED, options, NULL, &model,
                          &findings, &error) == RG_INVALID_MODEL);
  CHECK(model == NULL && findings == NULL);
  CHECK(rg_error_finding_count(error) == 1);
  CHECK(strstr(rg_error_finding(error, 0), "personal_data") != NULL);
  CHECK(strstr(rg_error_finding(error, 0), "010190") == NULL);
  rg_error_free(&error);
  error = NULL;
  CHECK(rg_load_options_new(&load, &error) == RG_OK);
  rg_load_options_set_max_bytes(load, 10);
  CHECK_FAILS(RG_TOO_LARGE,
              rg_plan_from_text(table, RG_NUL_TERMINATED, options, load, &model, NULL, &error),
              model, error);
  rg_load_options_free(&load);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_plan_from_text(NULL, 0, options, NULL, &model, NULL, &error),
              model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_plan_from_text(table, RG_NUL_TERMINATED, NULL, NULL, &model, NULL, &error), model,
              error);
  CHECK_FAILS(
      RG_UNREADABLE,
      rg_plan_open("/no/such.csv", RG_NUL_TERMINATED, NULL, 0, options, NULL, &model, NULL, &error),
      model, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT,
              rg_plan_open("-", RG_NUL_TERMINATED, NULL, 0, options, NULL, &model, NULL, &error),
              model, error);

  /* Options that cannot be. */
  CHECK(rg_plan_options_set(options, 9, "x", NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_plan_options_set(options, RG_PLAN_OWNER, NULL, NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_plan_options_set(NULL, RG_PLAN_OWNER, "x", NULL) == RG_INVALID_ARGUMENT);
  CHECK(rg_plan_options_set(options, RG_PLAN_FROM, "i dag", NULL) == RG_INVALID_QUESTION);
  CHECK(rg_plan_options_set(options, RG_PLAN_MAPPING, "[]", NULL) == RG_INVALID_QUESTION);
  CHECK(rg_plan_options_set(options, RG_PLAN_MAPPING, "{\"council\": \"010190-1234\"}", NULL) ==
        RG_PERSONAL_DATA);
  rg_plan_options_free(&options);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_plan_options_new(NULL, &options, &error), options, error);
  rg_plan_options_free(NULL);

  /* A plan on its layer, from a file. */
  CHECK(rg_plan_options_new("soroe", &options, &error) == RG_OK);
  CHECK(rg_plan_options_set(options, RG_PLAN_EXTENDS, "dk", NULL) == RG_OK);
  CHECK(rg_plan_options_set(options, RG_PLAN_BASIS, "dk:ksl-2", NULL) == RG_OK);
  CHECK(rg_plan_options_set(options, RG_PLAN_NAME_DA, "Sor\xC3\xB8 Kommunes delegationsplan",
                            NULL) == RG_OK);
  snprintf(path, sizeof path, "%s/examples/soroe/plan.csv", source_root);
  CHECK(rg_plan_open(path, RG_NUL_TERMINATED, NULL, 0, options, NULL, &model, NULL, &error) ==
        RG_OK);
  snprintf(path, sizeof path, "%s/examples/soroe/plan.jsonl", source_root);
  CHECK(rg_model_open(path, RG_NUL_TERMINATED, NULL, &saved, &error) == RG_OK);
  CHECK_TEXT(rg_model_digest(model, NULL), rg_model_digest(saved, NULL));
  rg_model_free(&saved);
  rg_model_free(&model);
  rg_plan_options_free(&options);
}
