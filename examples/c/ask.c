/* Who may repeal a rule, and what breaks if it goes?   ask_c MODEL RULE */

#include <regelgraf.h>
#include <stdio.h>
#include <string.h>

/* Says what went wrong; for a refused model everything that is wrong with it. */
static int fail(rg_error* error) {
  size_t i = 0;
  fprintf(stderr, "%s\n", rg_error_message(error));
  for (i = 0; i < rg_error_finding_count(error); ++i)
    fprintf(stderr, "%s\n", rg_error_finding(error, i));
  rg_error_free(&error);
  return 1;
}

/* An answer ends with "text":{"da":"...","en":"..."}. With a JSON library at hand, use that. */
static void print_text(const rg_text* answer, const char* language) {
  char key[8];
  const char *at = rg_text_data(answer, NULL), *next = NULL;
  while ((next = strstr(at + 1, "\"text\":{")) != NULL) at = next;
  snprintf(key, sizeof key, "\"%s\":\"", language);
  at = strstr(at, key) + strlen(key);
  printf("%s: ", language);
  for (; *at != '"'; ++at) {
    if (*at == '\\') ++at; /* a quotation mark or a backslash of the text's own */
    putchar(*at);
  }
  putchar('\n');
}

static int who_may_repeal(const rg_model* model, const char* rule) {
  static const char* const verdicts[] = {"competent", "joint",  "conditional",
                                         "residual",  "barred", "nobody"};
  rg_question* question = NULL;
  rg_decision* decision = NULL;
  rg_text* answer = NULL;
  rg_error* error = NULL;
  size_t i = 0, k = 0;

  if (rg_question_new(model, "repeal", rule, &question, &error) != RG_OK) return fail(error);
  if (rg_who_decides(question, &decision, &error) != RG_OK ||
      rg_decision_json(decision, &answer, &error) != RG_OK) {
    rg_decision_free(&decision);
    rg_question_free(&question);
    return fail(error);
  }
  printf("who may repeal %s: %s\n", rule, verdicts[rg_decision_verdict(decision)]);
  for (i = 0; i < rg_decision_option_count(decision); ++i) {
    printf(" ");
    for (k = 0; k < rg_decision_holder_count(decision, i); ++k)
      printf(" %s", rg_decision_holder(decision, i, k, NULL));
    if (rg_decision_jointly(decision, i) > 1)
      printf(", %u together", (unsigned)rg_decision_jointly(decision, i));
    if (rg_decision_grant(decision, i, NULL))
      printf(", by %s", rg_decision_grant(decision, i, NULL));
    if (rg_decision_is_conditional(decision, i)) printf(", on conditions");
    printf("\n");
  }
  print_text(answer, "da");
  print_text(answer, "en");
  rg_text_free(&answer);
  rg_decision_free(&decision);
  rg_question_free(&question);
  return 0;
}

static void print_list(const rg_breaks* breaks, rg_breaks_list list, const char* name) {
  size_t i = 0;
  printf("  %s:", name);
  for (i = 0; i < rg_breaks_count(breaks, list); ++i)
    printf(" %s", rg_breaks_id(breaks, list, i, NULL));
  printf("\n");
}

static int what_breaks(const rg_model* model, const char* rule) {
  rg_breaks* breaks = NULL;
  rg_text* answer = NULL;
  rg_error* error = NULL;

  if (rg_what_breaks(model, &rule, 1, NULL, NULL, &breaks, &error) != RG_OK) return fail(error);
  if (rg_breaks_json(breaks, &answer, &error) != RG_OK) {
    rg_breaks_free(&breaks);
    return fail(error);
  }
  printf("what breaks without %s\n", rule);
  print_list(breaks, RG_BREAKS_LAPSED, "lapsed");
  print_list(breaks, RG_BREAKS_BROKEN, "broken");
  print_list(breaks, RG_BREAKS_UNMET_DUTIES, "unmet duties");
  print_list(breaks, RG_BREAKS_REDUNDANT, "redundant");
  print_list(breaks, RG_BREAKS_UNEXAMINED, "not examined");
  print_text(answer, "da");
  print_text(answer, "en");
  rg_text_free(&answer);
  rg_breaks_free(&breaks);
  return 0;
}

int main(int argc, char** argv) {
  rg_model* model = NULL;
  rg_error* error = NULL;
  int status = 0;

  if (argc != 3) {
    fprintf(stderr, "usage: %s MODEL RULE\n", argv[0]);
    return 2;
  }
  if (rg_model_open(argv[1], RG_NUL_TERMINATED, NULL, &model, &error) != RG_OK) return fail(error);
  status = who_may_repeal(model, argv[2]);
  if (status == 0) status = what_breaks(model, argv[2]);
  rg_model_free(&model);
  return status;
}
