#ifndef TESTS_CAPI_CHECK_H
#define TESTS_CAPI_CHECK_H

/* What the C test shares: counted checks, and models to ask. */

#include <regelgraf.h>
#include <stdio.h>
#include <string.h>

extern int checks, failures;
/* The library may be one without SQLite, a solver or a stemmer. */
extern int parts_may_lack;

#define CHECK(condition)                                              \
  do {                                                                \
    ++checks;                                                         \
    if (!(condition)) {                                               \
      ++failures;                                                     \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                 \
  } while (0)

/* Both may be NULL. */
#define CHECK_TEXT(got, wanted)                                                  \
  do {                                                                           \
    const char *got_ = (got), *wanted_ = (wanted);                               \
    ++checks;                                                                    \
    if (got_ != wanted_ && (!got_ || !wanted_ || strcmp(got_, wanted_) != 0)) {  \
      ++failures;                                                                \
      fprintf(stderr, "%s:%d: %s is `%s`, not `%s`\n", __FILE__, __LINE__, #got, \
              got_ ? got_ : "NULL", wanted_ ? wanted_ : "NULL");                 \
    }                                                                            \
  } while (0)

/* The call fails with this status, says why, and leaves nothing in `out`. */
#define CHECK_FAILS(wanted, call, out, error)  \
  do {                                         \
    CHECK((call) == (wanted));                 \
    CHECK((out) == NULL);                      \
    CHECK(rg_error_status(error) == (wanted)); \
    CHECK(rg_error_message(error)[0] != '\0'); \
    rg_error_free(&error);                     \
    CHECK((error) == NULL);                    \
  } while (0)

/* Does the error say that this library was built without a part? Only a program told that it may
   takes that for an answer. Frees the error if so. */
int is_left_out(rg_error** error);

/* A council, its chief, a procedure of the chief's with one duty leaning on it, a fact or two. */
rg_model* small_model(void);
/* examples/odder/odder.json. */
rg_model* odder(void);

/* Frees a text after comparing it; the same bytes as rg_ask() gives. */
void check_same_as_asking(const rg_model* model, const char* question, rg_text* text);

void test_version_and_errors(void);
void test_models(void);
void test_loading(void);
void test_asking(void);
void test_what_breaks(void);
void test_cuts(void);
void test_what_if(void);
void test_burden(void);
void test_why(void);
void test_check(void);
void test_plans(void);
void test_authority(void);
void test_may(void);
void test_lifetimes(void);
void test_rank(void);
void test_what_may(void);
void test_removal(void);
void test_plan_tests(void);
void test_diff(void);
void test_report(void);
void test_store(void);
void test_keep_set(void);
void test_nominations(void);
void test_journal_note(void);
void test_review(void);
void test_limits(void);
void test_sessions(void);
void test_drafts(void);
void test_log(void);
void test_columns(void);
void test_derivations(void);
void test_sheets(void);

extern const char* source_root;

#endif
