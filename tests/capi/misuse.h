#ifndef TESTS_CAPI_MISUSE_H
#define TESTS_CAPI_MISUSE_H

/* Every function of regelgraf.h with arguments of every sort, one and two of them wrong at a time,
 * then all. misuse_calls.c is written from capi/api.toml, so that no function can be forgotten. */

#include <regelgraf.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { misuse_room = 4, misuse_most_parameters = 12 };

/* What the calls are put to: a handle of each type, and room for what comes out. */
struct ground {
  rg_model* model;
  rg_limits* limits;
  rg_cancel* cancel;
  rg_load_options* load_options;
  rg_plan_options* plan_options;
  rg_question* question;
  rg_session* session;
  rg_draft* draft;
  rg_edges* edges;
  rg_text* text;
  rg_error* error;
  rg_breaks* breaks;
  rg_ranking* ranking;
  rg_decision* decision;
  rg_burden* burden;
  rg_reasons* reasons;
  rg_findings* findings;
  rg_cut_sets* cut_sets;
  rg_powers* powers;
  rg_removal* removal;
  rg_review* review;
  rg_store* store;
  size_t sizes[misuse_room];
  uint32_t numbers[misuse_room];
  double figures[misuse_room];
  const char* texts[misuse_room];
  size_t calls;    /* How many were made. */
  size_t failures; /* What they did that they should not. */
};

struct call {
  const char* name;
  void (*run)(struct ground* ground, const size_t* pick);
  size_t parameters;
  size_t candidates[misuse_most_parameters]; /* Of each parameter; the first is the sensible one. */
};
extern const struct call misuse_calls[];
extern const size_t misuse_call_count;

/* Candidates, the sensible one first. */
extern const char* const misuse_id_texts[8];
extern const char* const misuse_model_texts[6];
extern const char* const misuse_head_texts[6];
extern const char* const misuse_element_texts[6];
extern const char* const misuse_question_texts[6];
extern const char* const misuse_change_texts[6];
extern const char* const misuse_plan_texts[6];
extern const char* const misuse_case_texts[6];
extern const char* const misuse_review_texts[6];
extern const char* const misuse_event_texts[6];
extern const char* const misuse_proposal_texts[6];
extern const char* const misuse_store_change_texts[6];
extern const char* const misuse_by_texts[4];
extern const char* const misuse_path_texts[5];
extern const char* const misuse_date_texts[7];
extern const char* const misuse_power_texts[5];
extern const char* const misuse_target_texts[7];
extern const char* const misuse_fact_texts[5];
extern const char* const misuse_actor_texts[7];
extern const char* const* const misuse_lists[3];
extern const size_t misuse_lengths[5];
extern const size_t misuse_counts[3];
extern const size_t misuse_places[3];
extern const int32_t misuse_enums[5];
extern const int32_t misuse_int32s[4];
extern const uint32_t misuse_uint32s[3];
extern const uint64_t misuse_uint64s[4];
extern const double misuse_doubles[7];
extern const double misuse_waits[4];
int32_t RG_CALL misuse_progress(const char* stage, uint64_t done, uint64_t total, void* data);
void RG_CALL misuse_new_state(uint64_t state, const char* entry, void* data);
void RG_CALL misuse_log(rg_log_level level, const char* message, void* data);

/* What came of a call is looked at. */
void judge(struct ground* ground, const char* name, rg_status status);
void judge_error(struct ground* ground, const char* name, rg_status status, int given,
                 rg_error** error);
void judge_out(struct ground* ground, const char* name, rg_status status, int there, int given);
void judge_text(struct ground* ground, const char* text);

/* The model that all is asked of. */
rg_model* misuse_model(void);
/* All of it; how many failures. With `shared` of that model, which stays. With `orphans` of one of
 * its own, freed before its results are looked at. */
size_t misuse_all(rg_model* shared, int orphans, size_t* calls);

#ifdef __cplusplus
}
#endif

#endif
