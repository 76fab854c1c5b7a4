/* Every call with memory running out at its 1st allocation, its 2nd, ... until it succeeds: once
 * with that allocation alone failing, once with all from it on. A status, never a crash; nothing
 * leaks; what was there stays as it was.
 *
 * The allocator is this program's own, over glibc's, so the library's memory is counted too, that
 * of zlib and of everything else it stands on. Not here: rg_keep_set and rg_best_removals, since
 * COIN-OR's classes do not survive it when one of theirs cannot be built (src/optimise/README.md);
 * rg_nominations_read and rg_qualify, since libstemmer frees what it had not built when it cannot
 * have a stemmer (src/review/README.md). */

#include <errno.h>
#include <regelgraf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);
extern void __libc_free(void*);

static int armed = 0;        /* Is anything to fail? */
static int from_then_on = 0; /* Does all fail from there on? */
static long asked = 0;       /* Allocations since arming. */
static long fails_at = 0;    /* Which of them fails. */
static long living = 0;      /* Allocations not freed. */

static int fails(void) {
  if (!armed) return 0;
  ++asked;
  if (from_then_on ? asked < fails_at : asked != fails_at) return 0;
  errno = ENOMEM;
  return 1;
}
static void* counted(void* memory) {
  living += memory != NULL;
  return memory;
}

void* malloc(size_t size) { return fails() ? NULL : counted(__libc_malloc(size)); }
void* calloc(size_t count, size_t size) {
  return fails() ? NULL : counted(__libc_calloc(count, size));
}
void* realloc(void* memory, size_t size) {
  if (memory == NULL) return malloc(size);
  if (size == 0) {
    free(memory);
    return NULL;
  }
  return fails() ? NULL : __libc_realloc(memory, size);
}
void* memalign(size_t alignment, size_t size);
void* memalign(size_t alignment, size_t size) {
  return fails() ? NULL : counted(__libc_memalign(alignment, size));
}
void* aligned_alloc(size_t alignment, size_t size);
void* aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void** out, size_t alignment, size_t size);
int posix_memalign(void** out, size_t alignment, size_t size) {
  void* memory = memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *out = memory;
  return 0;
}
void free(void* memory) {
  living -= memory != NULL;
  __libc_free(memory);
}

/* ---- What the calls are put to ---- */

static const char text[] =
    "{\"regelgraf\": 1, \"model\": {\"id\": \"lille\", \"facts\": [{\"name\": \"amount\", "
    "\"type\": "
    "\"number\"}, {\"name\": \"why\", \"type\": \"text\"}, {\"name\": \"so\", \"type\": "
    "\"boolean\"}]}, \"elements\": [\n"
    "{\"id\": \"raad\", \"kind\": \"actor\", \"tier\": \"council\", \"form\": \"body\"},\n"
    "{\"id\": \"chef\", \"kind\": \"actor\", \"tier\": \"management\", \"form\": \"post\", "
    "\"part_of\": \"raad\"},\n"
    "{\"id\": \"sted\", \"kind\": \"actor\", \"tier\": \"workplace\", \"form\": \"unit\"},\n"
    "{\"id\": \"sag\", \"kind\": \"matter\"},\n"
    "{\"id\": \"lov\", \"kind\": \"rule\", \"instrument\": \"act\"},\n"
    "{\"id\": \"skema\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"issuer\": \"chef\", "
    "\"basis\": [\"lov\"], \"binds\": [\"sted\"], \"burden\": {\"minutes\": 10, "
    "\"times_per_year\": 60}},\n"
    "{\"id\": \"pligt\", \"kind\": \"duty\", \"needs\": [\"skema\"]},\n"
    "{\"id\": \"rod\", \"kind\": \"grant\", \"by\": \"statute\", \"to\": [\"raad\"], \"powers\": "
    "[\"decide\"], \"over\": [\"sag\"]},\n"
    "{\"id\": \"g\", \"kind\": \"grant\", \"by\": \"plan\", \"from\": \"rod\", \"to\": "
    "[\"chef\"], \"powers\": [\"decide\"], \"over\": [\"sag\"], \"conditions\": [{\"fact\": "
    "\"amount\", \"op\": \"<=\", \"value\": 1000}]},\n"
    "{\"id\": \"hoer\", \"kind\": \"involvement\", \"body\": \"sted\", \"how\": \"consult\", "
    "\"powers\": [\"repeal\"], \"over\": [\"skema\"], \"timing\": \"before\"}\n"
    "]}";
static const char plan[] =
    "Nr.;Emne;Byr\xC3\xA5"
    "d;Udvalg\n1;Lov om social service;;\n1.1;Bevilling;X;X\n";
static const char cases[] =
    "{\"cases\": [{\"name\": \"a\", \"ask\": {\"ask\": \"may\", \"actor\": \"raad\", "
    "\"power\": \"decide\", \"target\": \"sag\"}, \"expect\": {\"may\": true}}]}";
static const char* const one[] = {"skema"};

#define CHANGE(what)                                                                            \
  "{\"regelgraf_change\": 1, \"by\": \"chefen for det hele\", \"why\": \"en ret lang grund\", " \
  "\"at\": \"2026-01-01T00:00:00Z\", " what "}"
static const char beginning[] =
    CHANGE("\"head\": {\"id\": \"m\"}, \"put\": [{\"id\": \"a\", \"kind\": \"matter\"}]");

static rg_model* model;
static rg_model* other;
static rg_limits* limits;
static rg_load_options* options;
static rg_plan_options* plan_options;
static rg_question* question;
static rg_question* open_question;
static rg_session* session;
static rg_draft* draft;
static rg_breaks* breaks;
static rg_ranking* ranking;
static rg_decision* decision;
static rg_burden* burden;
static rg_reasons* reasons;
static rg_findings* findings;
static rg_cut_sets* sets;
static rg_powers* powers;
static rg_removal* removal;
static rg_review* review;
static rg_store* store;
static rg_text* history;

static void must(rg_status status) {
  if (status == RG_OK) return;
  fprintf(stderr, "the ground of the test could not be laid: status %d\n", (int)status);
  exit(2);
}

static void begin(void) {
  must(rg_model_from_text(text, RG_NUL_TERMINATED, NULL, &model, NULL));
  must(rg_model_from_text(text, RG_NUL_TERMINATED, NULL, &other, NULL));
  must(rg_limits_new(&limits, NULL));
  must(rg_load_options_new(&options, NULL));
  must(rg_plan_options_new("plan", &plan_options, NULL));
  must(rg_question_new(model, "decide", "sag", &question, NULL));
  must(rg_question_new_open(model, &open_question, NULL));
  must(rg_session_new(model, NULL, NULL, &session, NULL));
  must(rg_draft_from_model(model, &draft, NULL));
  must(rg_what_breaks(model, one, 1, NULL, NULL, &breaks, NULL));
  must(rg_rank(model, RG_RANK_BY_HOURS, 0, NULL, 0, NULL, NULL, &ranking, NULL));
  must(rg_who_decides(question, &decision, NULL));
  must(rg_burden_by(model, "tier", NULL, NULL, &burden, NULL));
  must(rg_why(model, "skema", NULL, &reasons, NULL));
  must(rg_check(model, NULL, &findings, NULL));
  must(rg_cuts(model, "pligt", RG_CUTS_BREAK, 0, -1, NULL, &sets, NULL));
  must(rg_what_may(open_question, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_ID, NULL, &powers, NULL));
  must(rg_removal_plan(open_question, one, 1, &removal, NULL));
  must(rg_review_begin(model, "{\"id\": \"r\"}", RG_NUL_TERMINATED, &review, NULL));
  must(rg_store_init(":memory:", RG_NUL_TERMINATED, 0, &store, NULL));
  must(rg_store_commit(store, beginning, RG_NUL_TERMINATED, NULL, &history, NULL));
  rg_text_free(&history);
  must(rg_store_export(store, &history, NULL));
}

static void end(void) {
  rg_model_free(&model); /* first: what came of it lives on */
  rg_model_free(&other);
  rg_limits_free(&limits);
  rg_load_options_free(&options);
  rg_plan_options_free(&plan_options);
  rg_question_free(&question);
  rg_question_free(&open_question);
  rg_session_free(&session);
  rg_draft_free(&draft);
  rg_breaks_free(&breaks);
  rg_ranking_free(&ranking);
  rg_decision_free(&decision);
  rg_burden_free(&burden);
  rg_reasons_free(&reasons);
  rg_findings_free(&findings);
  rg_cut_sets_free(&sets);
  rg_powers_free(&powers);
  rg_removal_free(&removal);
  rg_review_free(&review);
  rg_store_free(&store);
  rg_text_free(&history);
}

/* ---- The calls ---- */

/* One call, whose new handle, if any, is freed; `error` is as the caller's. */
#define CALL(name, body) \
  static rg_status call_##name(rg_error** error) { body }
#define MAKES(name, type, call)                               \
  CALL(name, type* out = NULL; const rg_status status = call; \
       if (status != RG_OK && out != NULL) abort(); type##_free(&out); return status;)

MAKES(load_options_new, rg_load_options, rg_load_options_new(&out, error))
CALL(load_options_add_layer,
     return rg_load_options_add_layer(options, "l", 1, text, RG_NUL_TERMINATED, error);)
CALL(load_options_add_folder, return rg_load_options_add_folder(options, "/nowhere/that/is/there",
                                                                RG_NUL_TERMINATED, error);)
MAKES(model_open, rg_model,
      rg_model_open("scarce_memory.json", RG_NUL_TERMINATED, NULL, &out, error))
MAKES(model_open_snapshot, rg_model,
      rg_model_open("scarce_memory.rgs", RG_NUL_TERMINATED, NULL, &out, error))
MAKES(model_open_nowhere, rg_model,
      rg_model_open("/nowhere/that/is/there.json", RG_NUL_TERMINATED, NULL, &out, error))
MAKES(model_from_text, rg_model, rg_model_from_text(text, RG_NUL_TERMINATED, options, &out, error))
MAKES(model_refused, rg_model,
      rg_model_from_text("{\"regelgraf\": 1, \"model\": 7, \"x\": 8}", RG_NUL_TERMINATED, NULL,
                         &out, error))
CALL(model_save_snapshot,
     return rg_model_save_snapshot(model, "scarce_memory.rgs", RG_NUL_TERMINATED, error);)
CALL(model_find, uint32_t i = 0;
     return rg_model_find(model, "skema", RG_NUL_TERMINATED, &i, error);)
CALL(model_find_nothing, uint32_t i = 0;
     return rg_model_find(model, "skemaet", RG_NUL_TERMINATED, &i, error);)
MAKES(model_element_json, rg_text, rg_model_element_json(model, 5, &out, error))
MAKES(model_json, rg_text, rg_model_json(model, &out, error))
MAKES(edges_new, rg_edges, rg_edges_new(model, &out, error))
MAKES(draft_new, rg_draft, rg_draft_new("{\"id\": \"m\"}", RG_NUL_TERMINATED, NULL, &out, error))
MAKES(draft_from_model, rg_draft, rg_draft_from_model(model, &out, error))
CALL(draft_set_head, return rg_draft_set_head(draft, "{\"id\": \"a quite long name of a model\"}",
                                              RG_NUL_TERMINATED, error);)
CALL(draft_add, return rg_draft_add(draft,
                                    "{\"id\": \"noget nyt med et langt navn\", \"kind\": "
                                    "\"matter\"}",
                                    RG_NUL_TERMINATED, NULL, error);)
CALL(draft_remove, return rg_draft_remove(draft, "nobody", 6, error);)
MAKES(draft_freeze, rg_model, rg_draft_freeze(draft, limits, &out, error))
MAKES(ask, rg_text,
      rg_ask(model, "{\"ask\": \"what_breaks\", \"remove\": \"skema\", \"detail\": \"full\"}",
             RG_NUL_TERMINATED, &out, error))
MAKES(ask_wrongly, rg_text,
      rg_ask(model, "{\"ask\": \"why\", \"element\": \"skemaet\"}", RG_NUL_TERMINATED, &out, error))
MAKES(ask_limited, rg_text,
      rg_ask_limited(model,
                     "{\"ask\": \"who_decides\", \"power\": \"repeal\", \"target\": "
                     "\"skema\"}",
                     RG_NUL_TERMINATED, limits, &out, error))
MAKES(ask_plan, rg_text,
      rg_ask(model, "{\"ask\": \"removal_plan\", \"remove\": \"skema\", \"date\": \"2026-01-01\"}",
             RG_NUL_TERMINATED, &out, error))
MAKES(cancel_new, rg_cancel, rg_cancel_new(&out, error))
MAKES(limits_new, rg_limits, rg_limits_new(&out, error))
CALL(limits_set_seconds, return rg_limits_set_seconds(limits, 1000, error);)
MAKES(what_breaks, rg_breaks, rg_what_breaks(model, one, 1, NULL, NULL, &out, error))
MAKES(what_breaks_within, rg_breaks,
      rg_what_breaks(model, one, 1, "sted", "2026-01-01", &out, error))
MAKES(what_if, rg_breaks,
      rg_what_if(model,
                 "{\"remove\": [\"skema\"], \"add\": [{\"id\": \"ny\", \"kind\": "
                 "\"matter\"}]}",
                 RG_NUL_TERMINATED, &out, error))
MAKES(breaks_json, rg_text, rg_breaks_json(breaks, &out, error))
MAKES(session_new, rg_session, rg_session_new(model, NULL, "2026-01-01", &out, error))
CALL(session_remove, return rg_session_remove(session, one, 1, error);)
CALL(session_restore, return rg_session_restore(session, "skema", error);)
CALL(session_undo, return rg_session_undo(session, NULL, error);)
CALL(session_clear, return rg_session_clear(session, error);)
CALL(session_stands, int32_t out = 0; return rg_session_stands(session, "pligt", &out, error);)
CALL(session_fallen_count, size_t out = 0; return rg_session_fallen_count(session, &out, error);)
MAKES(session_breaks, rg_breaks, rg_session_breaks(session, &out, error))
MAKES(burden_by, rg_burden, rg_burden_by(model, "actor", NULL, NULL, &out, error))
MAKES(burden_json, rg_text, rg_burden_json(burden, &out, error))
MAKES(why, rg_reasons, rg_why(model, "skema", "2026-01-01", &out, error))
MAKES(reasons_json, rg_text, rg_reasons_json(reasons, &out, error))
MAKES(check, rg_findings, rg_check(model, NULL, &out, error))
MAKES(findings_json, rg_text, rg_findings_json(findings, &out, error))
MAKES(plan_options_new, rg_plan_options, rg_plan_options_new("plan", &out, error))
CALL(plan_options_set,
     return rg_plan_options_set(plan_options, RG_PLAN_NAME_DA, "en plan med et langt navn", error);)
CALL(plan_from_text, rg_model* out = NULL; rg_findings* found = NULL;
     const rg_status status = rg_plan_from_text(plan, RG_NUL_TERMINATED, plan_options, NULL, &out,
                                                &found, error);
     rg_model_free(&out); rg_findings_free(&found); return status;)
MAKES(plan_table, rg_text, rg_plan_table(model, &out, NULL, error))
MAKES(cuts, rg_cut_sets, rg_cuts(model, "pligt", RG_CUTS_BREAK, 0, -1, NULL, &out, error))
MAKES(cut_sets_json, rg_text, rg_cut_sets_json(sets, &out, error))
MAKES(rank, rg_ranking,
      rg_rank(model, RG_RANK_BY_BREAKS, 0, NULL, 0, "2026-01-01", limits, &out, error))
MAKES(ranking_json, rg_text, rg_ranking_json(ranking, &out, error))
MAKES(question_new, rg_question, rg_question_new(model, "decide", "sag", &out, error))
MAKES(question_new_open, rg_question, rg_question_new_open(model, &out, error))
CALL(question_set_unit, return rg_question_set_unit(question, "sted", error);)
CALL(question_set_date, return rg_question_set_date(question, "2026-01-01", error);)
CALL(question_set_number, return rg_question_set_number(question, "amount", 10, NULL, error);)
CALL(question_set_boolean, return rg_question_set_boolean(question, "so", 1, NULL, error);)
CALL(question_set_text,
     return rg_question_set_text(question, "why", "fordi det er en meget lang grund", NULL, error);)
CALL(question_set_unknown,
     return rg_question_set_number(question, "a fact that is not known at all", 1, NULL, error);)
CALL(question_add_disqualified, return rg_question_add_disqualified(question, "raad", error);)
CALL(question_add_absent, return rg_question_add_absent(question, "raad", error);)
MAKES(who_decides, rg_decision, rg_who_decides(question, &out, error))
MAKES(decision_json, rg_text, rg_decision_json(decision, &out, error))
CALL(may, rg_permission out = RG_NO; return rg_may(question, "chef", &out, error);)
CALL(may_chain, uint32_t grants[4]; size_t length = 0; rg_permission out = RG_NO;
     return rg_may_chain(question, "chef", 4, grants, &length, &out, error);)
MAKES(may_json, rg_text, rg_may_json(question, "chef", &out, error))
MAKES(journal_note, rg_text,
      rg_journal_note(question, "chef", "26/1", "2026-01-01", RG_DANISH, 1, &out, error))
MAKES(journal_note_json, rg_text,
      rg_journal_note_json(question, "chef", "26/1", "2026-01-01", RG_ENGLISH, 0, &out, error))
MAKES(agenda_line, rg_text, rg_agenda_line(question, RG_DANISH, 1, &out, error))
MAKES(what_may, rg_powers,
      rg_what_may(open_question, "chef", NULL, 0, NULL, 0, RG_POWERS_BY_HOURS, limits, &out, error))
MAKES(powers_json, rg_text, rg_powers_json(powers, &out, error))
MAKES(diff, rg_text, rg_diff(model, other, NULL, NULL, &out, error))
MAKES(diff_table, rg_text, rg_diff_table(model, other, NULL, RG_DANISH, NULL, &out, error))
MAKES(picture, rg_text,
      rg_picture(model, "{\"of\": {\"ask\": \"model\"}, \"format\": \"graphml\"}", &out, error))
MAKES(worksheets, rg_text, rg_worksheets(model, "{\"unit\": \"chef\"}", &out, error))
MAKES(report, rg_text, rg_report(model, "{\"language\": \"en\"}", limits, &out, error))
MAKES(plan_test, rg_text, rg_plan_test(model, cases, RG_NUL_TERMINATED, NULL, &out, error))
MAKES(removal_plan, rg_removal, rg_removal_plan(open_question, one, 1, &out, error))
MAKES(removal_json, rg_text, rg_removal_json(removal, &out, error))
MAKES(review_begin, rg_review,
      rg_review_begin(model, "{\"id\": \"r\"}", RG_NUL_TERMINATED, &out, error))
MAKES(review_read, rg_review,
      rg_review_read("{\"regelgraf_review\": 1, \"id\": \"r\", \"model\": {\"id\": \"m\"}}",
                     RG_NUL_TERMINATED, &out, error))
MAKES(review_json, rg_text, rg_review_json(review, &out, error))
MAKES(review_status, rg_text, rg_review_status(review, model, "2026-01-01", &out, error))
MAKES(review_replies, rg_text, rg_review_replies(review, model, NULL, &out, error))
MAKES(review_evaluation, rg_text, rg_review_evaluation(review, model, NULL, &out, error))
MAKES(review_plans, rg_text, rg_review_plans(review, model, NULL, &out, error))
MAKES(
    review_apply, rg_review,
    rg_review_apply(review, model,
                    "{\"event\": \"dispose\", \"on\": \"2026-01-01\", \"disposition\": {\"rule\": "
                    "\"skema\", \"what\": \"remove\", \"decided_by\": \"chef\"}}",
                    RG_NUL_TERMINATED, NULL, &out, NULL, error))
MAKES(propose, rg_text,
      rg_propose(model, "{\"id\": \"ny\", \"kind\": \"rule\", \"instrument\": \"procedure\"}",
                 RG_NUL_TERMINATED, NULL, &out, error))
MAKES(store_init, rg_store, rg_store_init(":memory:", RG_NUL_TERMINATED, 0, &out, error))
MAKES(store_open_nowhere, rg_store,
      rg_store_open("/nowhere/that/is/there", RG_NUL_TERMINATED, 1, 0, &out, error))
/* What the change set ends is not there: it can be put again and again. */
MAKES(store_commit, rg_text,
      rg_store_commit(store, CHANGE("\"end\": [\"nobody\"]"), RG_NUL_TERMINATED, NULL, &out, error))
CALL(store_state, uint64_t out = 0; return rg_store_state(store, &out, error);)
MAKES(store_log, rg_text, rg_store_log(store, 0, NULL, NULL, &out, error))
MAKES(store_entry, rg_text, rg_store_entry(store, 0, &out, error))
MAKES(store_as_of, rg_text, rg_store_as_of(store, "2026-01-01", "2026-01-02", &out, error))
MAKES(store_model, rg_model, rg_store_model(store, 0, NULL, &out, error))
MAKES(store_diff, rg_text, rg_store_diff(store, 1, 1, NULL, NULL, &out, error))
MAKES(store_blame, rg_text, rg_store_blame(store, "a", NULL, &out, error))
MAKES(store_document, rg_text, rg_store_document(store, "nobody", NULL, &out, error))
MAKES(store_verify, rg_text, rg_store_verify(store, 0, NULL, NULL, &out, error))
MAKES(store_export, rg_text, rg_store_export(store, &out, error))
CALL(store_import, return rg_store_import(store, rg_text_data(history, NULL), RG_NUL_TERMINATED,
                                          NULL, NULL, error);)
CALL(store_follow, return rg_store_follow(store, 0, 0, NULL, NULL, NULL, NULL, error);)

struct named {
  const char* name;
  rg_status (*call)(rg_error** error);
  rg_status meant; /* what comes of it with memory enough */
};
#define SUCCEEDS(name) \
  { "rg_" #name, call_##name, RG_OK }
static const struct named calls[] = {
    SUCCEEDS(load_options_new),
    SUCCEEDS(load_options_add_layer),
    SUCCEEDS(load_options_add_folder),
    SUCCEEDS(model_open),
    {"rg_model_open, no file", call_model_open_nowhere, RG_UNREADABLE},
    SUCCEEDS(model_from_text),
    {"rg_model_from_text, refused", call_model_refused, RG_INVALID_MODEL},
    SUCCEEDS(model_save_snapshot),
    SUCCEEDS(model_open_snapshot),
    SUCCEEDS(model_find),
    {"rg_model_find, unknown", call_model_find_nothing, RG_UNKNOWN_ELEMENT},
    SUCCEEDS(model_element_json),
    SUCCEEDS(model_json),
    SUCCEEDS(edges_new),
    SUCCEEDS(draft_new),
    SUCCEEDS(draft_from_model),
    SUCCEEDS(draft_set_head),
    SUCCEEDS(draft_add),
    {"rg_draft_remove", call_draft_remove, RG_UNKNOWN_ELEMENT},
    SUCCEEDS(draft_freeze),
    SUCCEEDS(ask),
    SUCCEEDS(ask_wrongly),
    SUCCEEDS(ask_limited),
    SUCCEEDS(ask_plan),
    SUCCEEDS(cancel_new),
    SUCCEEDS(limits_new),
    SUCCEEDS(limits_set_seconds),
    SUCCEEDS(what_breaks),
    SUCCEEDS(what_breaks_within),
    SUCCEEDS(what_if),
    SUCCEEDS(breaks_json),
    SUCCEEDS(session_new),
    SUCCEEDS(session_remove),
    SUCCEEDS(session_stands),
    SUCCEEDS(session_fallen_count),
    SUCCEEDS(session_breaks),
    SUCCEEDS(session_restore),
    SUCCEEDS(session_undo),
    SUCCEEDS(session_clear),
    SUCCEEDS(burden_by),
    SUCCEEDS(burden_json),
    SUCCEEDS(why),
    SUCCEEDS(reasons_json),
    SUCCEEDS(check),
    SUCCEEDS(findings_json),
    SUCCEEDS(plan_options_new),
    SUCCEEDS(plan_options_set),
    SUCCEEDS(plan_from_text),
    {"rg_plan_table", call_plan_table, RG_INVALID_QUESTION},
    SUCCEEDS(cuts),
    SUCCEEDS(cut_sets_json),
    SUCCEEDS(rank),
    SUCCEEDS(ranking_json),
    SUCCEEDS(question_new),
    SUCCEEDS(question_new_open),
    SUCCEEDS(who_decides),
    SUCCEEDS(question_set_unit),
    SUCCEEDS(question_set_date),
    SUCCEEDS(question_set_number),
    SUCCEEDS(question_set_boolean),
    SUCCEEDS(question_set_text),
    SUCCEEDS(question_set_unknown),
    SUCCEEDS(question_add_disqualified),
    SUCCEEDS(question_add_absent),
    SUCCEEDS(decision_json),
    SUCCEEDS(may),
    SUCCEEDS(may_chain),
    SUCCEEDS(may_json),
    SUCCEEDS(journal_note),
    SUCCEEDS(journal_note_json),
    SUCCEEDS(agenda_line),
    SUCCEEDS(what_may),
    SUCCEEDS(powers_json),
    SUCCEEDS(diff),
    SUCCEEDS(diff_table),
    SUCCEEDS(picture),
    SUCCEEDS(worksheets),
    SUCCEEDS(report),
    SUCCEEDS(store_init),
    {"rg_store_open, no file", call_store_open_nowhere, RG_UNREADABLE},
    SUCCEEDS(store_commit),
    SUCCEEDS(store_state),
    SUCCEEDS(store_log),
    SUCCEEDS(store_entry),
    SUCCEEDS(store_as_of),
    SUCCEEDS(store_model),
    SUCCEEDS(store_diff),
    SUCCEEDS(store_blame),
    {"rg_store_document, unknown", call_store_document, RG_UNKNOWN_ELEMENT},
    SUCCEEDS(store_verify),
    SUCCEEDS(store_export),
    SUCCEEDS(store_import),
    SUCCEEDS(store_follow),
    SUCCEEDS(plan_test),
    SUCCEEDS(removal_plan),
    SUCCEEDS(removal_json),
    SUCCEEDS(review_begin),
    SUCCEEDS(review_read),
    SUCCEEDS(review_json),
    SUCCEEDS(review_status),
    SUCCEEDS(review_replies),
    SUCCEEDS(review_evaluation),
    SUCCEEDS(review_plans),
    SUCCEEDS(review_apply),
    SUCCEEDS(propose)};

static int failures = 0;
static long tried = 0;

/* The call with its @p n th allocation failing; 1 when it needed fewer. */
static int starved(const struct named* one_call, long n) {
  rg_error* error = NULL;
  rg_status status = RG_OK;
  int enough = 0;
  asked = 0;
  fails_at = n;
  armed = 1;
  status = one_call->call(&error);
  armed = 0;
  enough = asked < n;
  ++tried;
  if (status != one_call->meant && (enough || status != RG_OUT_OF_MEMORY)) {
    ++failures;
    fprintf(stderr, "%s, %s %ld: status %d, %s\n", one_call->name,
            from_then_on ? "no memory from allocation" : "without allocation", n, (int)status,
            rg_error_message(error));
  }
  if (rg_error_status(error) != status) {
    ++failures;
    fprintf(stderr, "%s, allocation %ld: status %d and error %d\n", one_call->name, n, (int)status,
            (int)rg_error_status(error));
  }
  rg_error_free(&error);
  return enough;
}

static void starve(const struct named* one_call) {
  long before = 0, n = 1, most = 0;
  begin();
  for (n = 0; n < 3; ++n) (void)one_call->call(NULL); /* what is made once for all is made */
  end();
  before = living;
  begin();
  for (from_then_on = 0; from_then_on < 2; ++from_then_on)
    for (n = 1; n < 100000; ++n)
      if (starved(one_call, n)) break;
  most = n;
  if (one_call->call(NULL) != one_call->meant) {
    ++failures;
    fprintf(stderr, "%s: does not do afterwards what it did before\n", one_call->name);
  }
  end();
  if (living != before) {
    ++failures;
    fprintf(stderr, "%s: %ld allocations leaked\n", one_call->name, living - before);
  }
  if (getenv("RG_TEST_VERBOSE")) printf("%s: %ld\n", one_call->name, most);
}

int main(void) {
  size_t i = 0;
  FILE* file = fopen("scarce_memory.json", "wb");
  if (!file || fputs(text, file) == EOF || fclose(file) != 0) return 2;
  must(rg_model_from_text(text, RG_NUL_TERMINATED, NULL, &model, NULL));
  must(rg_model_save_snapshot(model, "scarce_memory.rgs", RG_NUL_TERMINATED, NULL));
  rg_model_free(&model);
  for (i = 0; i < sizeof calls / sizeof *calls; ++i) starve(&calls[i]);
  printf("%zu calls, %ld times without memory, %d failed\n", i, tried, failures);
  remove("scarce_memory.json");
  remove("scarce_memory.rgs");
  return failures != 0;
}
