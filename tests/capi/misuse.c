#include "misuse.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char model_text[] =
    "{\"regelgraf\": 1, \"model\": {\"id\": \"lille\", \"facts\": [{\"name\": \"amount\", "
    "\"type\": "
    "\"number\"}]}, \"elements\": ["
    "{\"id\": \"raad\", \"kind\": \"actor\", \"tier\": \"council\", \"form\": \"body\"},"
    "{\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\", "
    "\"part_of\": \"raad\"},"
    "{\"id\": \"sag\", \"kind\": \"matter\"},"
    "{\"id\": \"lov\", \"kind\": \"rule\", \"instrument\": \"act\"},"
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": \"chef\", "
    "\"basis\": [\"lov\"], \"burden\": {\"minutes\": 10, \"times_per_year\": 60}},"
    "{\"id\": \"pligt\", \"kind\": \"duty\", \"needs\": [\"skema\"]},"
    "{\"id\": \"rod\", \"kind\": \"grant\", \"by\": \"statute\", \"to\": [\"raad\"], \"powers\": "
    "[\"decide\"], \"over\": [\"sag\"]},"
    "{\"id\": \"g\", \"kind\": \"grant\", \"by\": \"plan\", \"from\": \"rod\", \"to\": "
    "[\"chef\"], \"powers\": [\"decide\"], \"over\": [\"sag\"], \"conditions\": [{\"fact\": "
    "\"amount\", \"op\": \"<=\", \"value\": 1000}]},"
    "{\"id\": \"hoer\", \"kind\": \"involvement\", \"body\": \"raad\", \"how\": \"consult\", "
    "\"powers\": [\"repeal\"], \"over\": [\"skema\"], \"timing\": \"before\"}]}";

/* 5,000 letters. */
#define TEN "aaaaaaaaaa"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define LONG HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED
#define BAD_UTF8 "\xFF\xFE\xC3"

const char* const misuse_id_texts[8] = {
    "skema", NULL, "", BAD_UTF8, "findes ikke", LONG, "010203-1234", "\xC3\xA6\x01\n\""};
const char* const misuse_model_texts[6] = {
    model_text, NULL, "", BAD_UTF8, "{\"regelgraf\": ", "{\"regelgraf\": 2}"};
const char* const misuse_head_texts[6] = {
    "{\"id\": \"m\"}", NULL, "", BAD_UTF8, "[1, 2", "{\"id\": \"m\", \"extends\": [\"nowhere\"]}"};
const char* const misuse_element_texts[6] = {
    "{\"id\": \"ny\", \"kind\": \"matter\"}",           NULL, "", BAD_UTF8, "{\"id\": 7}",
    "{\"id\": \"x\", \"kind\": \"duty\", \"needs\": 7}"};
const char* const misuse_question_texts[6] = {
    "{\"ask\": \"what_breaks\", \"remove\": \"skema\"}", NULL, "", BAD_UTF8, "{\"ask\": ",
    "{\"ask\": \"why\", \"element\": \"findes ikke\"}"};
const char* const misuse_change_texts[6] = {"{\"remove\": [\"skema\"]}",
                                            NULL,
                                            "",
                                            BAD_UTF8,
                                            "{\"remove\": 7}",
                                            "{\"add\": [{\"id\": \"x\", \"kind\": \"wish\"}]}"};
const char* const misuse_plan_texts[6] = {
    "Nr.;Emne;Byr\xC3\xA5"
    "d\n1;Lov;\n1.1;Bevilling;X\n",
    NULL,
    "",
    BAD_UTF8,
    "\"",
    ";;;;\n;;;;\n"};
const char* const misuse_case_texts[6] = {
    "{\"cases\": [{\"name\": \"a\", \"ask\": {\"ask\": \"may\", \"actor\": \"raad\", \"power\": "
    "\"decide\", \"target\": \"sag\"}, \"expect\": {\"may\": true}}]}",
    NULL,
    "",
    BAD_UTF8,
    "{\"cases\": 7}",
    "{\"cases\": [7]}"};
const char* const misuse_review_texts[6] = {
    "{\"regelgraf_review\": 1, \"id\": \"r\", \"model\": {\"id\": \"lille\"}}",
    NULL,
    "",
    BAD_UTF8,
    "{\"id\": 7}",
    "{\"id\": \"r\", \"mode\": \"wish\"}"};
const char* const misuse_event_texts[6] = {
    "{\"event\": \"dispose\", \"on\": \"2026-01-01\", \"disposition\": {\"rule\": \"skema\", "
    "\"what\": \"remove\", \"decided_by\": \"chef\"}}",
    NULL,
    "",
    BAD_UTF8,
    "{\"event\": \"wish\"}",
    "{\"event\": \"lesson\", \"on\": \"2026-01-01\", \"lesson\": {\"text\": \"x\"}}"};
const char* const misuse_proposal_texts[6] = {
    "{\"id\": \"ny\", \"kind\": \"rule\", \"instrument\": \"procedure\"}",
    NULL,
    "",
    BAD_UTF8,
    "{\"rule\": 7}",
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"wish\"}"};
const char* const misuse_store_change_texts[6] = {
    "{\"regelgraf_change\": 1, \"by\": \"chef\", \"at\": \"2026-01-01T00:00:00Z\", \"why\": "
    "\"fordi\", \"head\": {\"id\": \"m\"}, \"put\": [{\"id\": \"sag\", \"kind\": \"matter\"}, "
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"act\"}]}",
    NULL,
    "",
    BAD_UTF8,
    "{\"regelgraf_change\": ",
    "{\"regelgraf_change\": 1, \"by\": \"chef\", \"at\": \"2026-01-01T00:00:00Z\", \"why\": "
    "\"fordi\", \"end\": \"nobody\"}"};
const char* const misuse_by_texts[4] = {"tier", NULL, "wind", BAD_UTF8};
const char* const misuse_path_texts[5] = {"/nowhere/that/is/there", NULL, "", BAD_UTF8, LONG};
const char* const misuse_date_texts[7] = {"2026-01-01", NULL,    "",  BAD_UTF8,
                                          "2026-02-30", "i dag", LONG};
const char* const misuse_power_texts[5] = {"decide", NULL, "", BAD_UTF8, "fly"};
const char* const misuse_target_texts[7] = {"sag",         NULL, "",           BAD_UTF8,
                                            "findes ikke", LONG, "010203-1234"};
const char* const misuse_fact_texts[5] = {"amount", NULL, "", BAD_UTF8, "findes ikke"};
const char* const misuse_actor_texts[7] = {"chef",        NULL,  "",           BAD_UTF8,
                                           "findes ikke", "sag", "010203-1234"};
static const char* const good_list[misuse_room] = {"skema", "pligt", "skema", "lov"};
static const char* const bad_list[misuse_room] = {"skema", NULL, BAD_UTF8, ""};
const char* const* const misuse_lists[3] = {good_list, NULL, bad_list};
const size_t misuse_lengths[5] = {RG_NUL_TERMINATED, 0, 1, (size_t)PTRDIFF_MAX + 1, (size_t)-2};
const size_t misuse_counts[3] = {2, 0, misuse_room};
const size_t misuse_places[3] = {0, 1, (size_t)-1};
const int32_t misuse_enums[5] = {0, 1, -1, INT32_MAX, INT32_MIN};
const int32_t misuse_int32s[4] = {0, 1, -1, INT32_MIN};
const uint32_t misuse_uint32s[3] = {0, 1, UINT32_MAX};
/* What is set last stays: let it be sensible. */
const uint64_t misuse_uint64s[4] = {UINT64_MAX, 0, 1, 1 << 30};
const double misuse_doubles[7] = {1, 0, -1, HUGE_VAL, -HUGE_VAL, NAN, 1000};
const double misuse_waits[4] = {0, 0.001, -1, NAN};

int32_t RG_CALL misuse_progress(const char* stage, uint64_t done, uint64_t total, void* data) {
  (void)stage, (void)done, (void)total, (void)data;
  return 1;
}
void RG_CALL misuse_new_state(uint64_t state, const char* entry, void* data) {
  (void)state, (void)entry, (void)data;
}
void RG_CALL misuse_log(rg_log_level level, const char* message, void* data) {
  (void)level, (void)message, (void)data;
}

static void fail(struct ground* ground, const char* name, const char* what, rg_status status) {
  ++ground->failures;
  fprintf(stderr, "%s: %s (status %d)\n", name, what, (int)status);
}

void judge(struct ground* ground, const char* name, rg_status status) {
  if (status < RG_OK || status >= RG_INTERNAL) fail(ground, name, "no such status", status);
}
void judge_error(struct ground* ground, const char* name, rg_status status, int given,
                 rg_error** error) {
  if (given && rg_error_status(*error) != status) fail(ground, name, "another error", status);
  if (given && status != RG_OK && rg_error_message(*error)[0] == '\0')
    fail(ground, name, "an error that says nothing", status);
  rg_error_free(error);
}
void judge_out(struct ground* ground, const char* name, rg_status status, int there, int given) {
  if (status != RG_OK && there) fail(ground, name, "a handle with a failure", status);
  if (status == RG_OK && !there && given) fail(ground, name, "no handle", status);
}
void judge_text(struct ground* ground, const char* text) {
  if (text) ground->sizes[0] = strlen(text); /* it must be there to read */
}

rg_model* misuse_model(void) {
  rg_model* model = NULL;
  (void)rg_model_from_text(model_text, RG_NUL_TERMINATED, NULL, &model, NULL);
  return model;
}

static int begin(struct ground* ground, rg_model* shared) {
  static const char* const form[] = {"skema"};
  rg_question* open = NULL;
  rg_model* none = NULL;
  rg_text* said = NULL;
  int ok = 0;
  memset(ground, 0, sizeof *ground);
  (void)rg_model_from_text("{", 1, NULL, &none, &ground->error);
  ground->model = shared ? shared : misuse_model();
  ok = ground->model != NULL && rg_limits_new(&ground->limits, NULL) == RG_OK &&
       rg_cancel_new(&ground->cancel, NULL) == RG_OK &&
       rg_load_options_new(&ground->load_options, NULL) == RG_OK &&
       rg_plan_options_new("plan", &ground->plan_options, NULL) == RG_OK &&
       rg_question_new(ground->model, "decide", "sag", &ground->question, NULL) == RG_OK &&
       rg_question_new_open(ground->model, &open, NULL) == RG_OK &&
       rg_session_new(ground->model, NULL, NULL, &ground->session, NULL) == RG_OK &&
       rg_draft_from_model(ground->model, &ground->draft, NULL) == RG_OK &&
       rg_model_json(ground->model, &ground->text, NULL) == RG_OK &&
       rg_edges_new(ground->model, &ground->edges, NULL) == RG_OK &&
       rg_what_breaks(ground->model, form, 1, NULL, NULL, &ground->breaks, NULL) == RG_OK &&
       rg_rank(ground->model, RG_RANK_BY_HOURS, 0, NULL, 0, NULL, NULL, &ground->ranking, NULL) ==
           RG_OK &&
       rg_who_decides(ground->question, &ground->decision, NULL) == RG_OK &&
       rg_burden_by(ground->model, "tier", NULL, NULL, &ground->burden, NULL) == RG_OK &&
       rg_why(ground->model, "skema", NULL, &ground->reasons, NULL) == RG_OK &&
       rg_check(ground->model, NULL, &ground->findings, NULL) == RG_OK &&
       rg_cuts(ground->model, "pligt", RG_CUTS_BREAK, 0, -1, NULL, &ground->cut_sets, NULL) ==
           RG_OK &&
       rg_what_may(open, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &ground->powers, NULL) ==
           RG_OK &&
       rg_removal_plan(open, form, 1, &ground->removal, NULL) == RG_OK &&
       rg_review_begin(ground->model, "{\"id\": \"r\"}", RG_NUL_TERMINATED, &ground->review,
                       NULL) == RG_OK;
  ok = ok && rg_store_init(":memory:", RG_NUL_TERMINATED, 0, &ground->store, NULL) == RG_OK &&
       rg_store_commit(ground->store, misuse_store_change_texts[0], RG_NUL_TERMINATED, NULL, &said,
                       NULL) == RG_OK;
  rg_text_free(&said);
  rg_question_free(&open);
  return ok;
}

static void end(struct ground* ground, rg_model* shared) {
  if (!shared) rg_model_free(&ground->model);
  rg_limits_free(&ground->limits);
  rg_cancel_free(&ground->cancel);
  rg_load_options_free(&ground->load_options);
  rg_plan_options_free(&ground->plan_options);
  rg_question_free(&ground->question);
  rg_session_free(&ground->session);
  rg_draft_free(&ground->draft);
  rg_edges_free(&ground->edges);
  rg_text_free(&ground->text);
  rg_error_free(&ground->error);
  rg_breaks_free(&ground->breaks);
  rg_ranking_free(&ground->ranking);
  rg_decision_free(&ground->decision);
  rg_burden_free(&ground->burden);
  rg_reasons_free(&ground->reasons);
  rg_findings_free(&ground->findings);
  rg_cut_sets_free(&ground->cut_sets);
  rg_powers_free(&ground->powers);
  rg_removal_free(&ground->removal);
  rg_review_free(&ground->review);
  rg_store_free(&ground->store);
}

static void run(struct ground* ground, const struct call* call, const size_t* pick) {
  call->run(ground, pick);
  ++ground->calls;
}

/* The sensible call, then each parameter and each two of them otherwise, then all that can be NULL.
 */
static void misuse(struct ground* ground, const struct call* call) {
  size_t pick[misuse_most_parameters] = {0}, a = 0, b = 0;
  run(ground, call, pick);
  for (a = 0; a < call->parameters; ++a) {
    for (pick[a] = 1; pick[a] < call->candidates[a]; ++pick[a]) {
      run(ground, call, pick);
      for (b = a + 1; b < call->parameters; ++b) {
        for (pick[b] = 1; pick[b] < call->candidates[b]; ++pick[b]) run(ground, call, pick);
        pick[b] = 0;
      }
    }
    pick[a] = 0;
  }
  for (a = 0; a < call->parameters; ++a) pick[a] = call->candidates[a] > 1;
  run(ground, call, pick);
}

size_t misuse_all(rg_model* shared, int orphans, size_t* calls) {
  struct ground ground;
  size_t i = 0;
  int ok = begin(&ground, shared);
  if (!ok) fail(&ground, "the ground of the test", "could not be laid", RG_INTERNAL);
  if (orphans && !shared) rg_model_free(&ground.model);
  for (i = 0; ok && i < misuse_call_count; ++i) misuse(&ground, &misuse_calls[i]);
  *calls = ground.calls;
  end(&ground, shared);
  return ground.failures;
}
