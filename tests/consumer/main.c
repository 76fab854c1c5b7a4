/* Uses the installed C library: a model from text, what breaks, who decides, an error. */

#include <regelgraf.h>
#include <stdio.h>
#include <string.h>

static const char text[] =
    "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": ["
    "{\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\"},"
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": \"chef\"},"
    "{\"id\": \"pligt\", \"kind\": \"duty\", \"needs\": [\"skema\"]}]}";

int main(void) {
  static const char* const ids[] = {"skema"};
  rg_model *model = NULL, *none = NULL;
  rg_breaks* breaks = NULL;
  rg_question* question = NULL;
  rg_decision* decision = NULL;
  rg_error* error = NULL;
  int ok = 0;

  if (rg_model_from_text(text, RG_NUL_TERMINATED, NULL, &model, &error) != RG_OK) {
    fprintf(stderr, "%s\n", rg_error_message(error));
    rg_error_free(&error);
    return 1;
  }
  ok = rg_what_breaks(model, ids, 1, NULL, NULL, &breaks, NULL) == RG_OK &&
       strcmp(rg_breaks_id(breaks, RG_BREAKS_UNMET_DUTIES, 0, NULL), "pligt") == 0 &&
       rg_question_new(model, "repeal", "skema", &question, NULL) == RG_OK &&
       rg_who_decides(question, &decision, NULL) == RG_OK &&
       strcmp(rg_decision_holder(decision, 0, 0, NULL), "chef") == 0 &&
       rg_model_open("no such file", RG_NUL_TERMINATED, NULL, &none, NULL) == RG_UNREADABLE;
  rg_model_free(&model);
  rg_breaks_free(&breaks);
  rg_question_free(&question);
  rg_decision_free(&decision);
  if (ok) puts(rg_version());
  return !ok;
}
