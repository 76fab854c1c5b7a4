/* The typed questions about figures, reasons and findings. */

#include "check.h"

void test_burden(void) {
  rg_model* model = odder();
  rg_burden* burden = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 99, i = 0, all = 0;

  CHECK(rg_burden_by(model, "tier", NULL, NULL, &burden, &error) == RG_OK);
  CHECK(rg_burden_group_count(burden) == 4);
  CHECK_TEXT(rg_burden_key(burden, 0, &length), "workplace");
  CHECK(length == strlen("workplace"));
  CHECK(rg_burden_key(burden, 3, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_burden_figure(burden, 0, RG_BURDEN_HOURS, RG_LOW) == 310);
  CHECK(rg_burden_figure(burden, RG_BURDEN_TOTAL, RG_BURDEN_HOURS, RG_LIKELY) == 1339);
  CHECK(rg_burden_figure(burden, RG_BURDEN_TOTAL, RG_BURDEN_SURPLUS, RG_HIGH) == 60);
  CHECK(rg_burden_figure(burden, RG_BURDEN_TOTAL, RG_BURDEN_ONE_OFF, RG_HIGH) == 0);
  CHECK(rg_burden_figure(burden, RG_BURDEN_TOTAL, 7, RG_HIGH) == 0);
  CHECK(rg_burden_figure(burden, RG_BURDEN_TOTAL, RG_BURDEN_HOURS, 3) == 0);
  CHECK(rg_burden_figure(burden, 4, RG_BURDEN_HOURS, RG_HIGH) == 0);
  for (i = 0; i < rg_burden_group_count(burden); ++i) all += rg_burden_element_count(burden, i);
  CHECK(all == 7 && rg_burden_element_count(burden, RG_BURDEN_TOTAL) == 7);
  CHECK_TEXT(rg_burden_element(burden, 3, 0, &length), "t-tilsyn");
  CHECK(rg_burden_element(burden, 3, 1, NULL) == NULL);
  CHECK(rg_burden_element(burden, 4, 0, NULL) == NULL);
  CHECK(rg_burden_json(burden, &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"burden\", \"by\": \"tier\"}", text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_burden_json(NULL, &text, &error), text, error);
  rg_burden_free(&burden);

  CHECK(rg_burden_by(model, "issuer", "udfoerer", "2026-03-01", &burden, &error) == RG_OK);
  CHECK_TEXT(rg_burden_key(burden, 0, NULL), "leder-stab");
  CHECK(rg_burden_json(burden, &text, &error) == RG_OK);
  check_same_as_asking(model,
                       "{\"ask\": \"burden\", \"by\": \"issuer\", \"within\": \"udfoerer\","
                       " \"date\": \"2026-03-01\"}",
                       text);
  rg_burden_free(&burden);

  CHECK_FAILS(RG_INVALID_QUESTION, rg_burden_by(model, "colour", NULL, NULL, &burden, &error),
              burden, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_burden_by(model, "tier", "sel-141", NULL, &burden, &error),
              burden, error);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_burden_by(model, "tier", "x", NULL, &burden, &error), burden,
              error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_burden_by(model, "tier", NULL, "soon", &burden, &error),
              burden, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_burden_by(model, NULL, NULL, NULL, &burden, &error), burden,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_burden_by(NULL, "tier", NULL, NULL, &burden, &error), burden,
              error);
  CHECK(rg_burden_group_count(NULL) == 0 && rg_burden_key(NULL, 0, NULL) == NULL);
  rg_burden_free(NULL);
  rg_model_free(&model);
}

void test_why(void) {
  rg_model* model = odder();
  rg_reasons* reasons = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 99;

  CHECK(rg_why(model, "dok-skabelon", NULL, &reasons, &error) == RG_OK);
  CHECK(rg_reasons_stands(reasons) == 1);
  CHECK(rg_reasons_origin(reasons) == RG_ORIGIN_ALLOWED);
  CHECK(rg_reasons_claim(reasons, RG_CLAIM_ORIGIN) == RG_CLAIM_CONTRADICTED);
  CHECK(rg_reasons_claim(reasons, RG_CLAIM_HOURS) == RG_CLAIM_NONE);
  CHECK(rg_reasons_claim(reasons, 9) == RG_CLAIM_NONE);
  CHECK(rg_reasons_count(reasons, RG_REASONS_ISSUERS) == 1);
  CHECK_TEXT(rg_reasons_id(reasons, RG_REASONS_ISSUERS, 0, &length), "socialchef");
  CHECK(length == strlen("socialchef"));
  CHECK_TEXT(rg_reasons_id(reasons, RG_REASONS_USED_BY, 0, NULL), "t-tilsyn");
  CHECK(rg_reasons_count(reasons, RG_REASONS_REQUIRED_BY) == 0);
  CHECK(rg_reasons_count(reasons, 9) == 0);
  CHECK(rg_reasons_path_count(reasons, RG_REASONS_GROUND) == 2);
  CHECK(rg_reasons_path_length(reasons, RG_REASONS_GROUND, 0) == 3);
  CHECK_TEXT(rg_reasons_path_id(reasons, RG_REASONS_GROUND, 0, 0, NULL), "dok-skabelon");
  CHECK_TEXT(rg_reasons_path_id(reasons, RG_REASONS_GROUND, 0, 2, NULL), "sel-141");
  CHECK(rg_reasons_path_id(reasons, RG_REASONS_GROUND, 0, 3, &length) == NULL);
  CHECK(rg_reasons_path_length(reasons, RG_REASONS_GROUND, 2) == 0);
  CHECK(rg_reasons_path_count(reasons, 9) == 0);
  CHECK(rg_reasons_surplus(reasons, RG_LIKELY) == 45);
  CHECK(rg_reasons_json(reasons, &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"why\", \"element\": \"dok-skabelon\"}", text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_reasons_json(NULL, &text, &error), text, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_reasons_json(reasons, NULL, &error), text, error);
  rg_reasons_free(&reasons);

  CHECK(rg_why(model, "bum-bestilling", "2019-06-01", &reasons, &error) == RG_OK);
  CHECK(rg_reasons_stands(reasons) == 1);
  rg_reasons_free(&reasons);
  CHECK_FAILS(RG_UNKNOWN_ELEMENT, rg_why(model, "x", NULL, &reasons, &error), reasons, error);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_why(model, "sel-141", "x", &reasons, &error), reasons, error);
  CHECK_FAILS(RG_PERSONAL_DATA, rg_why(model, "010190-1234", NULL, &reasons, &error), reasons,
              error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_why(model, NULL, NULL, &reasons, &error), reasons, error);
  CHECK(rg_reasons_origin(NULL) == RG_ORIGIN_UNKNOWN && rg_reasons_stands(NULL) == 0);
  rg_reasons_free(NULL);
  rg_model_free(&model);
}

void test_check(void) {
  rg_model* model = odder();
  rg_findings* findings = NULL;
  rg_text* text = NULL;
  rg_error* error = NULL;
  size_t length = 99, i = 0, dead = 0;

  CHECK(rg_check(model, NULL, &findings, &error) == RG_OK);
  CHECK(rg_findings_count(findings) > 5);
  for (i = 0; i < rg_findings_count(findings); ++i) {
    CHECK(rg_findings_text(findings, i, RG_DANISH, NULL)[0] != '\0');
    CHECK(rg_findings_text(findings, i, RG_ENGLISH, NULL)[0] != '\0');
    CHECK(rg_findings_severity(findings, i) != RG_SEVERITY_ERROR);
    if (strcmp(rg_findings_code(findings, i, NULL), "dead_rule") != 0) continue;
    ++dead;
    CHECK_TEXT(rg_findings_element(findings, i, &length), "ydelsesregistrering");
    CHECK(length == strlen("ydelsesregistrering"));
    CHECK(rg_findings_severity(findings, i) == RG_SEVERITY_WARNING);
  }
  CHECK(dead == 1);
  CHECK(rg_findings_code(findings, i, &length) == NULL);
  CHECK(length == 0);
  CHECK(rg_findings_text(findings, 0, 2, NULL) == NULL);
  CHECK(rg_findings_json(findings, &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"check\"}", text);
  rg_model_free(&model);
  CHECK(rg_findings_json(findings, &text, &error) == RG_OK);
  rg_text_free(&text);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_findings_json(NULL, &text, &error), text, error);
  rg_findings_free(&findings);

  model = small_model();
  CHECK(rg_check(model, "2024-02-29", &findings, &error) == RG_OK);
  CHECK(rg_findings_json(findings, &text, &error) == RG_OK);
  check_same_as_asking(model, "{\"ask\": \"check\", \"date\": \"2024-02-29\"}", text);
  rg_findings_free(&findings);
  CHECK_FAILS(RG_INVALID_QUESTION, rg_check(model, "soon", &findings, &error), findings, error);
  CHECK_FAILS(RG_INVALID_ARGUMENT, rg_check(NULL, NULL, &findings, &error), findings, error);
  CHECK(rg_findings_count(NULL) == 0 && rg_findings_element(NULL, 0, NULL) == NULL);
  rg_findings_free(NULL);
  rg_model_free(&model);
}
