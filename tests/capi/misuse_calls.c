/* Written from capi/api.toml by capi/generate.py: do not edit. */
/* clang-format off */

#include "misuse.h"

#define SIZE_OF(array) (sizeof(array) / sizeof *(array))

static void run_rg_version(struct ground* ground, const size_t* pick) {
  (void)pick;
  judge_text(ground, rg_version());
}

static void run_rg_abi_version(struct ground* ground, const size_t* pick) {
  (void)ground;
  (void)pick;
  (void)rg_abi_version();
}

static void run_rg_error_status(struct ground* ground, const size_t* pick) {
  (void)rg_error_status(pick[0] == 0 ? ground->error : NULL);
}

static void run_rg_error_message(struct ground* ground, const size_t* pick) {
  judge_text(ground, rg_error_message(pick[0] == 0 ? ground->error : NULL));
}

static void run_rg_error_at(struct ground* ground, const size_t* pick) {
  judge_text(ground, rg_error_at(pick[0] == 0 ? ground->error : NULL));
}

static void run_rg_error_advice(struct ground* ground, const size_t* pick) {
  judge_text(ground, rg_error_advice(pick[0] == 0 ? ground->error : NULL));
}

static void run_rg_error_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_error* none = NULL;
  rg_error_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_error_finding_count(struct ground* ground, const size_t* pick) {
  (void)rg_error_finding_count(pick[0] == 0 ? ground->error : NULL);
}

static void run_rg_error_finding(struct ground* ground, const size_t* pick) {
  judge_text(ground, rg_error_finding(pick[0] == 0 ? ground->error : NULL, misuse_places[pick[1]]));
}

static void run_rg_text_data(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_text_data(pick[0] == 0 ? ground->text : NULL, pick[1] == 0 ? &length : NULL));
}

static void run_rg_text_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_text* none = NULL;
  rg_text_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_load_options_new(struct ground* ground, const size_t* pick) {
  rg_load_options* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_load_options_new(pick[0] == 0 ? &out : NULL, pick[1] == 0 ? &error : NULL);
  judge(ground, "rg_load_options_new", status);
  judge_out(ground, "rg_load_options_new", status, out != NULL, pick[0] == 0);
  rg_load_options_free(&out);
  judge_error(ground, "rg_load_options_new", status, pick[1] == 0, &error);
}

static void run_rg_load_options_add_layer(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_load_options_add_layer(pick[0] == 0 ? ground->load_options : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], misuse_model_texts[pick[3]], misuse_lengths[pick[4]], pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_load_options_add_layer", status);
  judge_error(ground, "rg_load_options_add_layer", status, pick[5] == 0, &error);
}

static void run_rg_load_options_add_folder(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_load_options_add_folder(pick[0] == 0 ? ground->load_options : NULL, misuse_path_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_load_options_add_folder", status);
  judge_error(ground, "rg_load_options_add_folder", status, pick[3] == 0, &error);
}

static void run_rg_load_options_set_max_bytes(struct ground* ground, const size_t* pick) {
  rg_load_options_set_max_bytes(pick[0] == 0 ? ground->load_options : NULL, misuse_uint64s[pick[1]]);
}

static void run_rg_load_options_set_allow_personal_data(struct ground* ground, const size_t* pick) {
  rg_load_options_set_allow_personal_data(pick[0] == 0 ? ground->load_options : NULL, misuse_int32s[pick[1]]);
}

static void run_rg_load_options_set_limits(struct ground* ground, const size_t* pick) {
  rg_load_options_set_limits(pick[0] == 0 ? ground->load_options : NULL, pick[1] == 0 ? ground->limits : NULL);
}

static void run_rg_load_options_set_log(struct ground* ground, const size_t* pick) {
  rg_load_options_set_log(pick[0] == 0 ? ground->load_options : NULL, misuse_enums[pick[1]], pick[2] == 0 ? misuse_log : NULL, ground);
}

static void run_rg_load_options_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_load_options* none = NULL;
  rg_load_options_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_model_open(struct ground* ground, const size_t* pick) {
  rg_model* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_model_open(misuse_path_texts[pick[0]], misuse_lengths[pick[1]], pick[2] == 0 ? ground->load_options : NULL, pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_model_open", status);
  judge_out(ground, "rg_model_open", status, out != NULL, pick[3] == 0);
  rg_model_free(&out);
  judge_error(ground, "rg_model_open", status, pick[4] == 0, &error);
}

static void run_rg_model_from_text(struct ground* ground, const size_t* pick) {
  rg_model* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_model_from_text(misuse_model_texts[pick[0]], misuse_lengths[pick[1]], pick[2] == 0 ? ground->load_options : NULL, pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_model_from_text", status);
  judge_out(ground, "rg_model_from_text", status, out != NULL, pick[3] == 0);
  rg_model_free(&out);
  judge_error(ground, "rg_model_from_text", status, pick[4] == 0, &error);
}

static void run_rg_model_save_snapshot(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_model_save_snapshot(pick[0] == 0 ? ground->model : NULL, misuse_path_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_model_save_snapshot", status);
  judge_error(ground, "rg_model_save_snapshot", status, pick[3] == 0, &error);
}

static void run_rg_model_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_model_id(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &length : NULL));
}

static void run_rg_model_digest(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_model_digest(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &length : NULL));
}

static void run_rg_model_element_count(struct ground* ground, const size_t* pick) {
  (void)rg_model_element_count(pick[0] == 0 ? ground->model : NULL);
}

static void run_rg_model_element_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_model_element_id(pick[0] == 0 ? ground->model : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_model_find(struct ground* ground, const size_t* pick) {
  uint32_t out = 0;
  rg_error* error = NULL;
  const rg_status status = rg_model_find(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_model_find", status);
  judge_error(ground, "rg_model_find", status, pick[4] == 0, &error);
}

static void run_rg_model_element_ids(struct ground* ground, const size_t* pick) {
  (void)rg_model_element_ids(pick[0] == 0 ? ground->model : NULL, misuse_places[pick[1]], misuse_counts[pick[2]], pick[3] == 0 ? ground->texts : NULL, pick[4] == 0 ? ground->sizes : NULL);
}

static void run_rg_model_element_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_model_element_json(pick[0] == 0 ? ground->model : NULL, misuse_uint32s[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_model_element_json", status);
  judge_out(ground, "rg_model_element_json", status, out != NULL, pick[2] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_model_element_json", status, pick[3] == 0, &error);
}

static void run_rg_model_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_model_json(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_model_json", status);
  judge_out(ground, "rg_model_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_model_json", status, pick[2] == 0, &error);
}

static void run_rg_model_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_model* none = NULL;
  rg_model_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_edges_new(struct ground* ground, const size_t* pick) {
  rg_edges* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_edges_new(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_edges_new", status);
  judge_out(ground, "rg_edges_new", status, out != NULL, pick[1] == 0);
  rg_edges_free(&out);
  judge_error(ground, "rg_edges_new", status, pick[2] == 0, &error);
}

static void run_rg_edges_count(struct ground* ground, const size_t* pick) {
  (void)rg_edges_count(pick[0] == 0 ? ground->edges : NULL);
}

static void run_rg_edges_column(struct ground* ground, const size_t* pick) {
  (void)rg_edges_column(pick[0] == 0 ? ground->edges : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_counts[pick[3]], pick[4] == 0 ? ground->numbers : NULL);
}

static void run_rg_edges_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_edges* none = NULL;
  rg_edges_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_draft_new(struct ground* ground, const size_t* pick) {
  rg_draft* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_draft_new(misuse_head_texts[pick[0]], misuse_lengths[pick[1]], pick[2] == 0 ? ground->load_options : NULL, pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_draft_new", status);
  judge_out(ground, "rg_draft_new", status, out != NULL, pick[3] == 0);
  rg_draft_free(&out);
  judge_error(ground, "rg_draft_new", status, pick[4] == 0, &error);
}

static void run_rg_draft_from_model(struct ground* ground, const size_t* pick) {
  rg_draft* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_draft_from_model(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_draft_from_model", status);
  judge_out(ground, "rg_draft_from_model", status, out != NULL, pick[1] == 0);
  rg_draft_free(&out);
  judge_error(ground, "rg_draft_from_model", status, pick[2] == 0, &error);
}

static void run_rg_draft_set_head(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_draft_set_head(pick[0] == 0 ? ground->draft : NULL, misuse_head_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_draft_set_head", status);
  judge_error(ground, "rg_draft_set_head", status, pick[3] == 0, &error);
}

static void run_rg_draft_add(struct ground* ground, const size_t* pick) {
  int32_t replaced = 0;
  rg_error* error = NULL;
  const rg_status status = rg_draft_add(pick[0] == 0 ? ground->draft : NULL, misuse_element_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &replaced : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_draft_add", status);
  judge_error(ground, "rg_draft_add", status, pick[4] == 0, &error);
}

static void run_rg_draft_remove(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_draft_remove(pick[0] == 0 ? ground->draft : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_draft_remove", status);
  judge_error(ground, "rg_draft_remove", status, pick[3] == 0, &error);
}

static void run_rg_draft_element_count(struct ground* ground, const size_t* pick) {
  (void)rg_draft_element_count(pick[0] == 0 ? ground->draft : NULL);
}

static void run_rg_draft_freeze(struct ground* ground, const size_t* pick) {
  rg_model* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_draft_freeze(pick[0] == 0 ? ground->draft : NULL, pick[1] == 0 ? ground->limits : NULL, pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_draft_freeze", status);
  judge_out(ground, "rg_draft_freeze", status, out != NULL, pick[2] == 0);
  rg_model_free(&out);
  judge_error(ground, "rg_draft_freeze", status, pick[3] == 0, &error);
}

static void run_rg_draft_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_draft* none = NULL;
  rg_draft_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_ask(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_ask(pick[0] == 0 ? ground->model : NULL, misuse_question_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_ask", status);
  judge_out(ground, "rg_ask", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_ask", status, pick[4] == 0, &error);
}

static void run_rg_cancel_new(struct ground* ground, const size_t* pick) {
  rg_cancel* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_cancel_new(pick[0] == 0 ? &out : NULL, pick[1] == 0 ? &error : NULL);
  judge(ground, "rg_cancel_new", status);
  judge_out(ground, "rg_cancel_new", status, out != NULL, pick[0] == 0);
  rg_cancel_free(&out);
  judge_error(ground, "rg_cancel_new", status, pick[1] == 0, &error);
}

static void run_rg_cancel_trigger(struct ground* ground, const size_t* pick) {
  rg_cancel_trigger(pick[0] == 0 ? ground->cancel : NULL);
}

static void run_rg_cancel_is_triggered(struct ground* ground, const size_t* pick) {
  (void)rg_cancel_is_triggered(pick[0] == 0 ? ground->cancel : NULL);
}

static void run_rg_cancel_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_cancel* none = NULL;
  rg_cancel_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_limits_new(struct ground* ground, const size_t* pick) {
  rg_limits* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_limits_new(pick[0] == 0 ? &out : NULL, pick[1] == 0 ? &error : NULL);
  judge(ground, "rg_limits_new", status);
  judge_out(ground, "rg_limits_new", status, out != NULL, pick[0] == 0);
  rg_limits_free(&out);
  judge_error(ground, "rg_limits_new", status, pick[1] == 0, &error);
}

static void run_rg_limits_set_cancel(struct ground* ground, const size_t* pick) {
  rg_limits_set_cancel(pick[0] == 0 ? ground->limits : NULL, pick[1] == 0 ? ground->cancel : NULL);
}

static void run_rg_limits_set_seconds(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_limits_set_seconds(pick[0] == 0 ? ground->limits : NULL, misuse_doubles[pick[1]], pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_limits_set_seconds", status);
  judge_error(ground, "rg_limits_set_seconds", status, pick[2] == 0, &error);
}

static void run_rg_limits_set_progress(struct ground* ground, const size_t* pick) {
  rg_limits_set_progress(pick[0] == 0 ? ground->limits : NULL, pick[1] == 0 ? misuse_progress : NULL, ground);
}

static void run_rg_limits_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_limits* none = NULL;
  rg_limits_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_ask_limited(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_ask_limited(pick[0] == 0 ? ground->model : NULL, misuse_question_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? ground->limits : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_ask_limited", status);
  judge_out(ground, "rg_ask_limited", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_ask_limited", status, pick[5] == 0, &error);
}

static void run_rg_what_breaks(struct ground* ground, const size_t* pick) {
  rg_breaks* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_what_breaks(pick[0] == 0 ? ground->model : NULL, misuse_lists[pick[1]], misuse_counts[pick[2]], misuse_actor_texts[pick[3]], misuse_date_texts[pick[4]], pick[5] == 0 ? &out : NULL, pick[6] == 0 ? &error : NULL);
  judge(ground, "rg_what_breaks", status);
  judge_out(ground, "rg_what_breaks", status, out != NULL, pick[5] == 0);
  rg_breaks_free(&out);
  judge_error(ground, "rg_what_breaks", status, pick[6] == 0, &error);
}

static void run_rg_what_if(struct ground* ground, const size_t* pick) {
  rg_breaks* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_what_if(pick[0] == 0 ? ground->model : NULL, misuse_change_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_what_if", status);
  judge_out(ground, "rg_what_if", status, out != NULL, pick[3] == 0);
  rg_breaks_free(&out);
  judge_error(ground, "rg_what_if", status, pick[4] == 0, &error);
}

static void run_rg_breaks_count(struct ground* ground, const size_t* pick) {
  (void)rg_breaks_count(pick[0] == 0 ? ground->breaks : NULL, misuse_enums[pick[1]]);
}

static void run_rg_breaks_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_breaks_id(pick[0] == 0 ? ground->breaks : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_breaks_ids(struct ground* ground, const size_t* pick) {
  (void)rg_breaks_ids(pick[0] == 0 ? ground->breaks : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_counts[pick[3]], pick[4] == 0 ? ground->texts : NULL, pick[5] == 0 ? ground->sizes : NULL);
}

static void run_rg_breaks_elements(struct ground* ground, const size_t* pick) {
  (void)rg_breaks_elements(pick[0] == 0 ? ground->breaks : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_counts[pick[3]], pick[4] == 0 ? ground->numbers : NULL);
}

static void run_rg_breaks_through(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_breaks_through(pick[0] == 0 ? ground->breaks : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_places[pick[3]], pick[4] == 0 ? &length : NULL));
}

static void run_rg_breaks_hours(struct ground* ground, const size_t* pick) {
  (void)rg_breaks_hours(pick[0] == 0 ? ground->breaks : NULL, misuse_enums[pick[1]], misuse_enums[pick[2]]);
}

static void run_rg_breaks_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_breaks_json(pick[0] == 0 ? ground->breaks : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_breaks_json", status);
  judge_out(ground, "rg_breaks_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_breaks_json", status, pick[2] == 0, &error);
}

static void run_rg_breaks_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_breaks* none = NULL;
  rg_breaks_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_session_new(struct ground* ground, const size_t* pick) {
  rg_session* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_session_new(pick[0] == 0 ? ground->model : NULL, misuse_actor_texts[pick[1]], misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_session_new", status);
  judge_out(ground, "rg_session_new", status, out != NULL, pick[3] == 0);
  rg_session_free(&out);
  judge_error(ground, "rg_session_new", status, pick[4] == 0, &error);
}

static void run_rg_session_remove(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_session_remove(pick[0] == 0 ? ground->session : NULL, misuse_lists[pick[1]], misuse_counts[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_session_remove", status);
  judge_error(ground, "rg_session_remove", status, pick[3] == 0, &error);
}

static void run_rg_session_restore(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_session_restore(pick[0] == 0 ? ground->session : NULL, misuse_id_texts[pick[1]], pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_session_restore", status);
  judge_error(ground, "rg_session_restore", status, pick[2] == 0, &error);
}

static void run_rg_session_undo(struct ground* ground, const size_t* pick) {
  int32_t undone = 0;
  rg_error* error = NULL;
  const rg_status status = rg_session_undo(pick[0] == 0 ? ground->session : NULL, pick[1] == 0 ? &undone : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_session_undo", status);
  judge_error(ground, "rg_session_undo", status, pick[2] == 0, &error);
}

static void run_rg_session_clear(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_session_clear(pick[0] == 0 ? ground->session : NULL, pick[1] == 0 ? &error : NULL);
  judge(ground, "rg_session_clear", status);
  judge_error(ground, "rg_session_clear", status, pick[1] == 0, &error);
}

static void run_rg_session_stands(struct ground* ground, const size_t* pick) {
  int32_t out = 0;
  rg_error* error = NULL;
  const rg_status status = rg_session_stands(pick[0] == 0 ? ground->session : NULL, misuse_id_texts[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_session_stands", status);
  judge_error(ground, "rg_session_stands", status, pick[3] == 0, &error);
}

static void run_rg_session_fallen_count(struct ground* ground, const size_t* pick) {
  size_t out = 0;
  rg_error* error = NULL;
  const rg_status status = rg_session_fallen_count(pick[0] == 0 ? ground->session : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_session_fallen_count", status);
  judge_error(ground, "rg_session_fallen_count", status, pick[2] == 0, &error);
}

static void run_rg_session_fallen_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_session_fallen_id(pick[0] == 0 ? ground->session : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_session_breaks(struct ground* ground, const size_t* pick) {
  rg_breaks* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_session_breaks(pick[0] == 0 ? ground->session : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_session_breaks", status);
  judge_out(ground, "rg_session_breaks", status, out != NULL, pick[1] == 0);
  rg_breaks_free(&out);
  judge_error(ground, "rg_session_breaks", status, pick[2] == 0, &error);
}

static void run_rg_session_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_session* none = NULL;
  rg_session_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_burden_by(struct ground* ground, const size_t* pick) {
  rg_burden* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_burden_by(pick[0] == 0 ? ground->model : NULL, misuse_by_texts[pick[1]], misuse_actor_texts[pick[2]], misuse_date_texts[pick[3]], pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_burden_by", status);
  judge_out(ground, "rg_burden_by", status, out != NULL, pick[4] == 0);
  rg_burden_free(&out);
  judge_error(ground, "rg_burden_by", status, pick[5] == 0, &error);
}

static void run_rg_burden_group_count(struct ground* ground, const size_t* pick) {
  (void)rg_burden_group_count(pick[0] == 0 ? ground->burden : NULL);
}

static void run_rg_burden_key(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_burden_key(pick[0] == 0 ? ground->burden : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_burden_figure(struct ground* ground, const size_t* pick) {
  (void)rg_burden_figure(pick[0] == 0 ? ground->burden : NULL, misuse_places[pick[1]], misuse_enums[pick[2]], misuse_enums[pick[3]]);
}

static void run_rg_burden_element_count(struct ground* ground, const size_t* pick) {
  (void)rg_burden_element_count(pick[0] == 0 ? ground->burden : NULL, misuse_places[pick[1]]);
}

static void run_rg_burden_element(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_burden_element(pick[0] == 0 ? ground->burden : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_burden_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_burden_json(pick[0] == 0 ? ground->burden : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_burden_json", status);
  judge_out(ground, "rg_burden_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_burden_json", status, pick[2] == 0, &error);
}

static void run_rg_burden_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_burden* none = NULL;
  rg_burden_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_why(struct ground* ground, const size_t* pick) {
  rg_reasons* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_why(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_why", status);
  judge_out(ground, "rg_why", status, out != NULL, pick[3] == 0);
  rg_reasons_free(&out);
  judge_error(ground, "rg_why", status, pick[4] == 0, &error);
}

static void run_rg_reasons_stands(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_stands(pick[0] == 0 ? ground->reasons : NULL);
}

static void run_rg_reasons_origin(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_origin(pick[0] == 0 ? ground->reasons : NULL);
}

static void run_rg_reasons_claim(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_claim(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]]);
}

static void run_rg_reasons_count(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_count(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]]);
}

static void run_rg_reasons_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_reasons_id(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_reasons_path_count(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_path_count(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]]);
}

static void run_rg_reasons_path_length(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_path_length(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]], misuse_places[pick[2]]);
}

static void run_rg_reasons_path_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_reasons_path_id(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_places[pick[3]], pick[4] == 0 ? &length : NULL));
}

static void run_rg_reasons_surplus(struct ground* ground, const size_t* pick) {
  (void)rg_reasons_surplus(pick[0] == 0 ? ground->reasons : NULL, misuse_enums[pick[1]]);
}

static void run_rg_reasons_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_reasons_json(pick[0] == 0 ? ground->reasons : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_reasons_json", status);
  judge_out(ground, "rg_reasons_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_reasons_json", status, pick[2] == 0, &error);
}

static void run_rg_reasons_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_reasons* none = NULL;
  rg_reasons_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_check(struct ground* ground, const size_t* pick) {
  rg_findings* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_check(pick[0] == 0 ? ground->model : NULL, misuse_date_texts[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_check", status);
  judge_out(ground, "rg_check", status, out != NULL, pick[2] == 0);
  rg_findings_free(&out);
  judge_error(ground, "rg_check", status, pick[3] == 0, &error);
}

static void run_rg_findings_count(struct ground* ground, const size_t* pick) {
  (void)rg_findings_count(pick[0] == 0 ? ground->findings : NULL);
}

static void run_rg_findings_severity(struct ground* ground, const size_t* pick) {
  (void)rg_findings_severity(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]]);
}

static void run_rg_findings_code(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_findings_code(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_findings_element(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_findings_element(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_findings_text(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_findings_text(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]], misuse_enums[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_findings_line(struct ground* ground, const size_t* pick) {
  (void)rg_findings_line(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]]);
}

static void run_rg_findings_column(struct ground* ground, const size_t* pick) {
  (void)rg_findings_column(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]]);
}

static void run_rg_findings_field(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_findings_field(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_findings_advice(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_findings_advice(pick[0] == 0 ? ground->findings : NULL, misuse_places[pick[1]], misuse_enums[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_findings_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_findings_json(pick[0] == 0 ? ground->findings : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_findings_json", status);
  judge_out(ground, "rg_findings_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_findings_json", status, pick[2] == 0, &error);
}

static void run_rg_findings_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_findings* none = NULL;
  rg_findings_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_plan_options_new(struct ground* ground, const size_t* pick) {
  rg_plan_options* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_plan_options_new(misuse_id_texts[pick[0]], pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_plan_options_new", status);
  judge_out(ground, "rg_plan_options_new", status, out != NULL, pick[1] == 0);
  rg_plan_options_free(&out);
  judge_error(ground, "rg_plan_options_new", status, pick[2] == 0, &error);
}

static void run_rg_plan_options_set(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_plan_options_set(pick[0] == 0 ? ground->plan_options : NULL, misuse_enums[pick[1]], misuse_id_texts[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_plan_options_set", status);
  judge_error(ground, "rg_plan_options_set", status, pick[3] == 0, &error);
}

static void run_rg_plan_options_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_plan_options* none = NULL;
  rg_plan_options_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_plan_open(struct ground* ground, const size_t* pick) {
  rg_model* out = NULL;
  rg_findings* findings = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_plan_open(misuse_path_texts[pick[0]], misuse_lengths[pick[1]], misuse_id_texts[pick[2]], misuse_lengths[pick[3]], pick[4] == 0 ? ground->plan_options : NULL, pick[5] == 0 ? ground->load_options : NULL, pick[6] == 0 ? &out : NULL, pick[7] == 0 ? &findings : NULL, pick[8] == 0 ? &error : NULL);
  judge(ground, "rg_plan_open", status);
  judge_out(ground, "rg_plan_open", status, out != NULL, pick[6] == 0);
  rg_model_free(&out);
  judge_out(ground, "rg_plan_open", status, findings != NULL, pick[7] == 0);
  rg_findings_free(&findings);
  judge_error(ground, "rg_plan_open", status, pick[8] == 0, &error);
}

static void run_rg_plan_from_text(struct ground* ground, const size_t* pick) {
  rg_model* out = NULL;
  rg_findings* findings = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_plan_from_text(misuse_plan_texts[pick[0]], misuse_lengths[pick[1]], pick[2] == 0 ? ground->plan_options : NULL, pick[3] == 0 ? ground->load_options : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &findings : NULL, pick[6] == 0 ? &error : NULL);
  judge(ground, "rg_plan_from_text", status);
  judge_out(ground, "rg_plan_from_text", status, out != NULL, pick[4] == 0);
  rg_model_free(&out);
  judge_out(ground, "rg_plan_from_text", status, findings != NULL, pick[5] == 0);
  rg_findings_free(&findings);
  judge_error(ground, "rg_plan_from_text", status, pick[6] == 0, &error);
}

static void run_rg_plan_table(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_findings* findings = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_plan_table(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &findings : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_plan_table", status);
  judge_out(ground, "rg_plan_table", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_out(ground, "rg_plan_table", status, findings != NULL, pick[2] == 0);
  rg_findings_free(&findings);
  judge_error(ground, "rg_plan_table", status, pick[3] == 0, &error);
}

static void run_rg_cuts(struct ground* ground, const size_t* pick) {
  rg_cut_sets* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_cuts(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_enums[pick[2]], misuse_places[pick[3]], misuse_doubles[pick[4]], misuse_date_texts[pick[5]], pick[6] == 0 ? &out : NULL, pick[7] == 0 ? &error : NULL);
  judge(ground, "rg_cuts", status);
  judge_out(ground, "rg_cuts", status, out != NULL, pick[6] == 0);
  rg_cut_sets_free(&out);
  judge_error(ground, "rg_cuts", status, pick[7] == 0, &error);
}

static void run_rg_cut_sets_count(struct ground* ground, const size_t* pick) {
  (void)rg_cut_sets_count(pick[0] == 0 ? ground->cut_sets : NULL);
}

static void run_rg_cut_sets_size(struct ground* ground, const size_t* pick) {
  (void)rg_cut_sets_size(pick[0] == 0 ? ground->cut_sets : NULL, misuse_places[pick[1]]);
}

static void run_rg_cut_sets_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_cut_sets_id(pick[0] == 0 ? ground->cut_sets : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_cut_sets_is_complete(struct ground* ground, const size_t* pick) {
  (void)rg_cut_sets_is_complete(pick[0] == 0 ? ground->cut_sets : NULL);
}

static void run_rg_cut_sets_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_cut_sets_json(pick[0] == 0 ? ground->cut_sets : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_cut_sets_json", status);
  judge_out(ground, "rg_cut_sets_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_cut_sets_json", status, pick[2] == 0, &error);
}

static void run_rg_cut_sets_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_cut_sets* none = NULL;
  rg_cut_sets_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_rank(struct ground* ground, const size_t* pick) {
  rg_ranking* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_rank(pick[0] == 0 ? ground->model : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_lists[pick[3]], misuse_counts[pick[4]], misuse_date_texts[pick[5]], pick[6] == 0 ? ground->limits : NULL, pick[7] == 0 ? &out : NULL, pick[8] == 0 ? &error : NULL);
  judge(ground, "rg_rank", status);
  judge_out(ground, "rg_rank", status, out != NULL, pick[7] == 0);
  rg_ranking_free(&out);
  judge_error(ground, "rg_rank", status, pick[8] == 0, &error);
}

static void run_rg_ranking_count(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_count(pick[0] == 0 ? ground->ranking : NULL);
}

static void run_rg_ranking_is_complete(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_is_complete(pick[0] == 0 ? ground->ranking : NULL);
}

static void run_rg_ranking_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_ranking_id(pick[0] == 0 ? ground->ranking : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_ranking_breaks(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_breaks(pick[0] == 0 ? ground->ranking : NULL, misuse_places[pick[1]]);
}

static void run_rg_ranking_duties(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_duties(pick[0] == 0 ? ground->ranking : NULL, misuse_places[pick[1]]);
}

static void run_rg_ranking_hours(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_hours(pick[0] == 0 ? ground->ranking : NULL, misuse_places[pick[1]], misuse_enums[pick[2]]);
}

static void run_rg_ranking_elements(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_elements(pick[0] == 0 ? ground->ranking : NULL, misuse_places[pick[1]], misuse_counts[pick[2]], pick[3] == 0 ? ground->numbers : NULL);
}

static void run_rg_ranking_column(struct ground* ground, const size_t* pick) {
  (void)rg_ranking_column(pick[0] == 0 ? ground->ranking : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_counts[pick[3]], pick[4] == 0 ? ground->figures : NULL);
}

static void run_rg_ranking_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_ranking_json(pick[0] == 0 ? ground->ranking : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_ranking_json", status);
  judge_out(ground, "rg_ranking_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_ranking_json", status, pick[2] == 0, &error);
}

static void run_rg_ranking_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_ranking* none = NULL;
  rg_ranking_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_question_new(struct ground* ground, const size_t* pick) {
  rg_question* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_question_new(pick[0] == 0 ? ground->model : NULL, misuse_power_texts[pick[1]], misuse_target_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_question_new", status);
  judge_out(ground, "rg_question_new", status, out != NULL, pick[3] == 0);
  rg_question_free(&out);
  judge_error(ground, "rg_question_new", status, pick[4] == 0, &error);
}

static void run_rg_question_set_unit(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_question_set_unit(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_question_set_unit", status);
  judge_error(ground, "rg_question_set_unit", status, pick[2] == 0, &error);
}

static void run_rg_question_set_date(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_question_set_date(pick[0] == 0 ? ground->question : NULL, misuse_date_texts[pick[1]], pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_question_set_date", status);
  judge_error(ground, "rg_question_set_date", status, pick[2] == 0, &error);
}

static void run_rg_question_set_number(struct ground* ground, const size_t* pick) {
  int32_t known = 0;
  rg_error* error = NULL;
  const rg_status status = rg_question_set_number(pick[0] == 0 ? ground->question : NULL, misuse_fact_texts[pick[1]], misuse_doubles[pick[2]], pick[3] == 0 ? &known : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_question_set_number", status);
  judge_error(ground, "rg_question_set_number", status, pick[4] == 0, &error);
}

static void run_rg_question_set_boolean(struct ground* ground, const size_t* pick) {
  int32_t known = 0;
  rg_error* error = NULL;
  const rg_status status = rg_question_set_boolean(pick[0] == 0 ? ground->question : NULL, misuse_fact_texts[pick[1]], misuse_int32s[pick[2]], pick[3] == 0 ? &known : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_question_set_boolean", status);
  judge_error(ground, "rg_question_set_boolean", status, pick[4] == 0, &error);
}

static void run_rg_question_set_text(struct ground* ground, const size_t* pick) {
  int32_t known = 0;
  rg_error* error = NULL;
  const rg_status status = rg_question_set_text(pick[0] == 0 ? ground->question : NULL, misuse_fact_texts[pick[1]], misuse_id_texts[pick[2]], pick[3] == 0 ? &known : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_question_set_text", status);
  judge_error(ground, "rg_question_set_text", status, pick[4] == 0, &error);
}

static void run_rg_question_add_disqualified(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_question_add_disqualified(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_question_add_disqualified", status);
  judge_error(ground, "rg_question_add_disqualified", status, pick[2] == 0, &error);
}

static void run_rg_question_add_absent(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_question_add_absent(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_question_add_absent", status);
  judge_error(ground, "rg_question_add_absent", status, pick[2] == 0, &error);
}

static void run_rg_question_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_question* none = NULL;
  rg_question_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_question_new_open(struct ground* ground, const size_t* pick) {
  rg_question* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_question_new_open(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_question_new_open", status);
  judge_out(ground, "rg_question_new_open", status, out != NULL, pick[1] == 0);
  rg_question_free(&out);
  judge_error(ground, "rg_question_new_open", status, pick[2] == 0, &error);
}

static void run_rg_who_decides(struct ground* ground, const size_t* pick) {
  rg_decision* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_who_decides(pick[0] == 0 ? ground->question : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_who_decides", status);
  judge_out(ground, "rg_who_decides", status, out != NULL, pick[1] == 0);
  rg_decision_free(&out);
  judge_error(ground, "rg_who_decides", status, pick[2] == 0, &error);
}

static void run_rg_decision_verdict(struct ground* ground, const size_t* pick) {
  (void)rg_decision_verdict(pick[0] == 0 ? ground->decision : NULL);
}

static void run_rg_decision_option_count(struct ground* ground, const size_t* pick) {
  (void)rg_decision_option_count(pick[0] == 0 ? ground->decision : NULL);
}

static void run_rg_decision_holder_count(struct ground* ground, const size_t* pick) {
  (void)rg_decision_holder_count(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]]);
}

static void run_rg_decision_holder(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_decision_holder(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_decision_jointly(struct ground* ground, const size_t* pick) {
  (void)rg_decision_jointly(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]]);
}

static void run_rg_decision_grant(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_decision_grant(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_decision_is_conditional(struct ground* ground, const size_t* pick) {
  (void)rg_decision_is_conditional(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]]);
}

static void run_rg_decision_chain(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_decision_chain(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_decision_involvement_count(struct ground* ground, const size_t* pick) {
  (void)rg_decision_involvement_count(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]]);
}

static void run_rg_decision_involvement(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_decision_involvement(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_decision_body(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_decision_body(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_decision_involvement_depends(struct ground* ground, const size_t* pick) {
  (void)rg_decision_involvement_depends(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], misuse_places[pick[2]]);
}

static void run_rg_decision_to_ask_count(struct ground* ground, const size_t* pick) {
  (void)rg_decision_to_ask_count(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]]);
}

static void run_rg_decision_to_ask(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_decision_to_ask(pick[0] == 0 ? ground->decision : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_decision_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_decision_json(pick[0] == 0 ? ground->decision : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_decision_json", status);
  judge_out(ground, "rg_decision_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_decision_json", status, pick[2] == 0, &error);
}

static void run_rg_decision_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_decision* none = NULL;
  rg_decision_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_may(struct ground* ground, const size_t* pick) {
  rg_permission out = 0;
  rg_error* error = NULL;
  const rg_status status = rg_may(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_may", status);
  judge_error(ground, "rg_may", status, pick[3] == 0, &error);
}

static void run_rg_may_chain(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  rg_permission out = 0;
  rg_error* error = NULL;
  const rg_status status = rg_may_chain(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], misuse_counts[pick[2]], pick[3] == 0 ? ground->numbers : NULL, pick[4] == 0 ? &length : NULL, pick[5] == 0 ? &out : NULL, pick[6] == 0 ? &error : NULL);
  judge(ground, "rg_may_chain", status);
  judge_error(ground, "rg_may_chain", status, pick[6] == 0, &error);
}

static void run_rg_may_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_may_json(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_may_json", status);
  judge_out(ground, "rg_may_json", status, out != NULL, pick[2] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_may_json", status, pick[3] == 0, &error);
}

static void run_rg_journal_note(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_journal_note(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], misuse_id_texts[pick[2]], misuse_date_texts[pick[3]], misuse_enums[pick[4]], misuse_int32s[pick[5]], pick[6] == 0 ? &out : NULL, pick[7] == 0 ? &error : NULL);
  judge(ground, "rg_journal_note", status);
  judge_out(ground, "rg_journal_note", status, out != NULL, pick[6] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_journal_note", status, pick[7] == 0, &error);
}

static void run_rg_journal_note_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_journal_note_json(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], misuse_id_texts[pick[2]], misuse_date_texts[pick[3]], misuse_enums[pick[4]], misuse_int32s[pick[5]], pick[6] == 0 ? &out : NULL, pick[7] == 0 ? &error : NULL);
  judge(ground, "rg_journal_note_json", status);
  judge_out(ground, "rg_journal_note_json", status, out != NULL, pick[6] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_journal_note_json", status, pick[7] == 0, &error);
}

static void run_rg_agenda_line(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_agenda_line(pick[0] == 0 ? ground->question : NULL, misuse_enums[pick[1]], misuse_int32s[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_agenda_line", status);
  judge_out(ground, "rg_agenda_line", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_agenda_line", status, pick[4] == 0, &error);
}

static void run_rg_report(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_report(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], pick[2] == 0 ? ground->limits : NULL, pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_report", status);
  judge_out(ground, "rg_report", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_report", status, pick[4] == 0, &error);
}

static void run_rg_what_may(struct ground* ground, const size_t* pick) {
  rg_powers* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_what_may(pick[0] == 0 ? ground->question : NULL, misuse_actor_texts[pick[1]], misuse_lists[pick[2]], misuse_counts[pick[3]], misuse_lists[pick[4]], misuse_counts[pick[5]], misuse_enums[pick[6]], pick[7] == 0 ? ground->limits : NULL, pick[8] == 0 ? &out : NULL, pick[9] == 0 ? &error : NULL);
  judge(ground, "rg_what_may", status);
  judge_out(ground, "rg_what_may", status, out != NULL, pick[8] == 0);
  rg_powers_free(&out);
  judge_error(ground, "rg_what_may", status, pick[9] == 0, &error);
}

static void run_rg_powers_count(struct ground* ground, const size_t* pick) {
  (void)rg_powers_count(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]]);
}

static void run_rg_powers_is_complete(struct ground* ground, const size_t* pick) {
  (void)rg_powers_is_complete(pick[0] == 0 ? ground->powers : NULL);
}

static void run_rg_powers_target(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_powers_target(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_powers_power(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_powers_power(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_powers_grant(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_powers_grant(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_powers_because(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_powers_because(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_powers_because_of(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_powers_because_of(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_powers_with_count(struct ground* ground, const size_t* pick) {
  (void)rg_powers_with_count(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]]);
}

static void run_rg_powers_with(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_powers_with(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_places[pick[3]], pick[4] == 0 ? &length : NULL));
}

static void run_rg_powers_hours(struct ground* ground, const size_t* pick) {
  (void)rg_powers_hours(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_enums[pick[3]]);
}

static void run_rg_powers_targets(struct ground* ground, const size_t* pick) {
  (void)rg_powers_targets(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], misuse_counts[pick[3]], pick[4] == 0 ? ground->numbers : NULL);
}

static void run_rg_powers_hours_column(struct ground* ground, const size_t* pick) {
  (void)rg_powers_hours_column(pick[0] == 0 ? ground->powers : NULL, misuse_enums[pick[1]], misuse_enums[pick[2]], misuse_places[pick[3]], misuse_counts[pick[4]], pick[5] == 0 ? ground->figures : NULL);
}

static void run_rg_powers_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_powers_json(pick[0] == 0 ? ground->powers : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_powers_json", status);
  judge_out(ground, "rg_powers_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_powers_json", status, pick[2] == 0, &error);
}

static void run_rg_powers_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_powers* none = NULL;
  rg_powers_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_keep_set(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_keep_set(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? ground->limits : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_keep_set", status);
  judge_out(ground, "rg_keep_set", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_keep_set", status, pick[5] == 0, &error);
}

static void run_rg_best_removals(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_best_removals(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? ground->limits : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_best_removals", status);
  judge_out(ground, "rg_best_removals", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_best_removals", status, pick[5] == 0, &error);
}

static void run_rg_diff(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_diff(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? ground->model : NULL, misuse_date_texts[pick[2]], pick[3] == 0 ? ground->limits : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_diff", status);
  judge_out(ground, "rg_diff", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_diff", status, pick[5] == 0, &error);
}

static void run_rg_diff_table(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_diff_table(pick[0] == 0 ? ground->model : NULL, pick[1] == 0 ? ground->model : NULL, misuse_date_texts[pick[2]], misuse_enums[pick[3]], pick[4] == 0 ? ground->limits : NULL, pick[5] == 0 ? &out : NULL, pick[6] == 0 ? &error : NULL);
  judge(ground, "rg_diff_table", status);
  judge_out(ground, "rg_diff_table", status, out != NULL, pick[5] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_diff_table", status, pick[6] == 0, &error);
}

static void run_rg_plan_test(struct ground* ground, const size_t* pick) {
  size_t failed = 0;
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_plan_test(pick[0] == 0 ? ground->model : NULL, misuse_case_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &failed : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_plan_test", status);
  judge_out(ground, "rg_plan_test", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_plan_test", status, pick[5] == 0, &error);
}

static void run_rg_nominations_read(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_nominations_read(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], misuse_id_texts[pick[3]], pick[4] == 0 ? ground->limits : NULL, pick[5] == 0 ? &out : NULL, pick[6] == 0 ? &error : NULL);
  judge(ground, "rg_nominations_read", status);
  judge_out(ground, "rg_nominations_read", status, out != NULL, pick[5] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_nominations_read", status, pick[6] == 0, &error);
}

static void run_rg_qualify(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_qualify(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], misuse_lengths[pick[2]], misuse_id_texts[pick[3]], misuse_id_texts[pick[4]], pick[5] == 0 ? ground->limits : NULL, pick[6] == 0 ? &out : NULL, pick[7] == 0 ? &error : NULL);
  judge(ground, "rg_qualify", status);
  judge_out(ground, "rg_qualify", status, out != NULL, pick[6] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_qualify", status, pick[7] == 0, &error);
}

static void run_rg_removal_plan(struct ground* ground, const size_t* pick) {
  rg_removal* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_removal_plan(pick[0] == 0 ? ground->question : NULL, misuse_lists[pick[1]], misuse_counts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_removal_plan", status);
  judge_out(ground, "rg_removal_plan", status, out != NULL, pick[3] == 0);
  rg_removal_free(&out);
  judge_error(ground, "rg_removal_plan", status, pick[4] == 0, &error);
}

static void run_rg_removal_is_possible(struct ground* ground, const size_t* pick) {
  (void)rg_removal_is_possible(pick[0] == 0 ? ground->removal : NULL);
}

static void run_rg_removal_earliest(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_earliest(pick[0] == 0 ? ground->removal : NULL, pick[1] == 0 ? &length : NULL));
}

static void run_rg_removal_days(struct ground* ground, const size_t* pick) {
  (void)rg_removal_days(pick[0] == 0 ? ground->removal : NULL);
}

static void run_rg_removal_months(struct ground* ground, const size_t* pick) {
  (void)rg_removal_months(pick[0] == 0 ? ground->removal : NULL);
}

static void run_rg_removal_count(struct ground* ground, const size_t* pick) {
  (void)rg_removal_count(pick[0] == 0 ? ground->removal : NULL, misuse_enums[pick[1]]);
}

static void run_rg_removal_id(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_id(pick[0] == 0 ? ground->removal : NULL, misuse_enums[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_removal_step_count(struct ground* ground, const size_t* pick) {
  (void)rg_removal_step_count(pick[0] == 0 ? ground->removal : NULL);
}

static void run_rg_removal_step(struct ground* ground, const size_t* pick) {
  (void)rg_removal_step(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]]);
}

static void run_rg_removal_element_count(struct ground* ground, const size_t* pick) {
  (void)rg_removal_element_count(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]]);
}

static void run_rg_removal_element(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_element(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_removal_involvement(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_involvement(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_removal_body(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_body(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_removal_holder_count(struct ground* ground, const size_t* pick) {
  (void)rg_removal_holder_count(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]]);
}

static void run_rg_removal_holder(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_holder(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]], misuse_places[pick[2]], pick[3] == 0 ? &length : NULL));
}

static void run_rg_removal_jointly(struct ground* ground, const size_t* pick) {
  (void)rg_removal_jointly(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]]);
}

static void run_rg_removal_depends(struct ground* ground, const size_t* pick) {
  (void)rg_removal_depends(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]]);
}

static void run_rg_removal_done(struct ground* ground, const size_t* pick) {
  size_t length = 0;
  judge_text(ground, rg_removal_done(pick[0] == 0 ? ground->removal : NULL, misuse_places[pick[1]], pick[2] == 0 ? &length : NULL));
}

static void run_rg_removal_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_removal_json(pick[0] == 0 ? ground->removal : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_removal_json", status);
  judge_out(ground, "rg_removal_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_removal_json", status, pick[2] == 0, &error);
}

static void run_rg_removal_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_removal* none = NULL;
  rg_removal_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_picture(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_picture(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_picture", status);
  judge_out(ground, "rg_picture", status, out != NULL, pick[2] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_picture", status, pick[3] == 0, &error);
}

static void run_rg_worksheets(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_worksheets(pick[0] == 0 ? ground->model : NULL, misuse_id_texts[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_worksheets", status);
  judge_out(ground, "rg_worksheets", status, out != NULL, pick[2] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_worksheets", status, pick[3] == 0, &error);
}

static void run_rg_review_begin(struct ground* ground, const size_t* pick) {
  rg_review* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_begin(pick[0] == 0 ? ground->model : NULL, misuse_review_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_review_begin", status);
  judge_out(ground, "rg_review_begin", status, out != NULL, pick[3] == 0);
  rg_review_free(&out);
  judge_error(ground, "rg_review_begin", status, pick[4] == 0, &error);
}

static void run_rg_review_read(struct ground* ground, const size_t* pick) {
  rg_review* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_read(misuse_review_texts[pick[0]], misuse_lengths[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_review_read", status);
  judge_out(ground, "rg_review_read", status, out != NULL, pick[2] == 0);
  rg_review_free(&out);
  judge_error(ground, "rg_review_read", status, pick[3] == 0, &error);
}

static void run_rg_review_json(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_json(pick[0] == 0 ? ground->review : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_review_json", status);
  judge_out(ground, "rg_review_json", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_review_json", status, pick[2] == 0, &error);
}

static void run_rg_review_status(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_status(pick[0] == 0 ? ground->review : NULL, pick[1] == 0 ? ground->model : NULL, misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_review_status", status);
  judge_out(ground, "rg_review_status", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_review_status", status, pick[4] == 0, &error);
}

static void run_rg_review_apply(struct ground* ground, const size_t* pick) {
  int32_t applied = 0;
  rg_review* out = NULL;
  rg_text* answer = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_apply(pick[0] == 0 ? ground->review : NULL, pick[1] == 0 ? ground->model : NULL, misuse_event_texts[pick[2]], misuse_lengths[pick[3]], pick[4] == 0 ? &applied : NULL, pick[5] == 0 ? &out : NULL, pick[6] == 0 ? &answer : NULL, pick[7] == 0 ? &error : NULL);
  judge(ground, "rg_review_apply", status);
  judge_out(ground, "rg_review_apply", status, out != NULL, pick[5] == 0);
  rg_review_free(&out);
  judge_out(ground, "rg_review_apply", status, answer != NULL, pick[6] == 0);
  rg_text_free(&answer);
  judge_error(ground, "rg_review_apply", status, pick[7] == 0, &error);
}

static void run_rg_review_replies(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_replies(pick[0] == 0 ? ground->review : NULL, pick[1] == 0 ? ground->model : NULL, misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_review_replies", status);
  judge_out(ground, "rg_review_replies", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_review_replies", status, pick[4] == 0, &error);
}

static void run_rg_review_evaluation(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_evaluation(pick[0] == 0 ? ground->review : NULL, pick[1] == 0 ? ground->model : NULL, misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_review_evaluation", status);
  judge_out(ground, "rg_review_evaluation", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_review_evaluation", status, pick[4] == 0, &error);
}

static void run_rg_review_plans(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_review_plans(pick[0] == 0 ? ground->review : NULL, pick[1] == 0 ? ground->model : NULL, misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_review_plans", status);
  judge_out(ground, "rg_review_plans", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_review_plans", status, pick[4] == 0, &error);
}

static void run_rg_review_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_review* none = NULL;
  rg_review_free(pick[0] == 0 ? &none : NULL);
}

static void run_rg_propose(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_propose(pick[0] == 0 ? ground->model : NULL, misuse_proposal_texts[pick[1]], misuse_lengths[pick[2]], misuse_date_texts[pick[3]], pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_propose", status);
  judge_out(ground, "rg_propose", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_propose", status, pick[5] == 0, &error);
}

static void run_rg_store_init(struct ground* ground, const size_t* pick) {
  rg_store* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_init(misuse_path_texts[pick[0]], misuse_lengths[pick[1]], misuse_doubles[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_store_init", status);
  judge_out(ground, "rg_store_init", status, out != NULL, pick[3] == 0);
  rg_store_free(&out);
  judge_error(ground, "rg_store_init", status, pick[4] == 0, &error);
}

static void run_rg_store_open(struct ground* ground, const size_t* pick) {
  rg_store* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_open(misuse_path_texts[pick[0]], misuse_lengths[pick[1]], misuse_int32s[pick[2]], misuse_doubles[pick[3]], pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_store_open", status);
  judge_out(ground, "rg_store_open", status, out != NULL, pick[4] == 0);
  rg_store_free(&out);
  judge_error(ground, "rg_store_open", status, pick[5] == 0, &error);
}

static void run_rg_store_commit(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_commit(pick[0] == 0 ? ground->store : NULL, misuse_store_change_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? ground->load_options : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_store_commit", status);
  judge_out(ground, "rg_store_commit", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_commit", status, pick[5] == 0, &error);
}

static void run_rg_store_state(struct ground* ground, const size_t* pick) {
  uint64_t out = 0;
  rg_error* error = NULL;
  const rg_status status = rg_store_state(pick[0] == 0 ? ground->store : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_store_state", status);
  judge_error(ground, "rg_store_state", status, pick[2] == 0, &error);
}

static void run_rg_store_log(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_log(pick[0] == 0 ? ground->store : NULL, misuse_uint64s[pick[1]], misuse_id_texts[pick[2]], misuse_date_texts[pick[3]], pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_store_log", status);
  judge_out(ground, "rg_store_log", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_log", status, pick[5] == 0, &error);
}

static void run_rg_store_entry(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_entry(pick[0] == 0 ? ground->store : NULL, misuse_uint64s[pick[1]], pick[2] == 0 ? &out : NULL, pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_store_entry", status);
  judge_out(ground, "rg_store_entry", status, out != NULL, pick[2] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_entry", status, pick[3] == 0, &error);
}

static void run_rg_store_as_of(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_as_of(pick[0] == 0 ? ground->store : NULL, misuse_date_texts[pick[1]], misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_store_as_of", status);
  judge_out(ground, "rg_store_as_of", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_as_of", status, pick[4] == 0, &error);
}

static void run_rg_store_model(struct ground* ground, const size_t* pick) {
  rg_model* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_model(pick[0] == 0 ? ground->store : NULL, misuse_uint64s[pick[1]], pick[2] == 0 ? ground->limits : NULL, pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_store_model", status);
  judge_out(ground, "rg_store_model", status, out != NULL, pick[3] == 0);
  rg_model_free(&out);
  judge_error(ground, "rg_store_model", status, pick[4] == 0, &error);
}

static void run_rg_store_diff(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_diff(pick[0] == 0 ? ground->store : NULL, misuse_uint64s[pick[1]], misuse_uint64s[pick[2]], misuse_date_texts[pick[3]], pick[4] == 0 ? ground->limits : NULL, pick[5] == 0 ? &out : NULL, pick[6] == 0 ? &error : NULL);
  judge(ground, "rg_store_diff", status);
  judge_out(ground, "rg_store_diff", status, out != NULL, pick[5] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_diff", status, pick[6] == 0, &error);
}

static void run_rg_store_blame(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_blame(pick[0] == 0 ? ground->store : NULL, misuse_id_texts[pick[1]], misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_store_blame", status);
  judge_out(ground, "rg_store_blame", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_blame", status, pick[4] == 0, &error);
}

static void run_rg_store_document(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_document(pick[0] == 0 ? ground->store : NULL, misuse_id_texts[pick[1]], misuse_date_texts[pick[2]], pick[3] == 0 ? &out : NULL, pick[4] == 0 ? &error : NULL);
  judge(ground, "rg_store_document", status);
  judge_out(ground, "rg_store_document", status, out != NULL, pick[3] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_document", status, pick[4] == 0, &error);
}

static void run_rg_store_verify(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_verify(pick[0] == 0 ? ground->store : NULL, misuse_uint64s[pick[1]], misuse_id_texts[pick[2]], pick[3] == 0 ? ground->limits : NULL, pick[4] == 0 ? &out : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_store_verify", status);
  judge_out(ground, "rg_store_verify", status, out != NULL, pick[4] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_verify", status, pick[5] == 0, &error);
}

static void run_rg_store_backup(struct ground* ground, const size_t* pick) {
  rg_error* error = NULL;
  const rg_status status = rg_store_backup(pick[0] == 0 ? ground->store : NULL, misuse_path_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? &error : NULL);
  judge(ground, "rg_store_backup", status);
  judge_error(ground, "rg_store_backup", status, pick[3] == 0, &error);
}

static void run_rg_store_export(struct ground* ground, const size_t* pick) {
  rg_text* out = NULL;
  rg_error* error = NULL;
  const rg_status status = rg_store_export(pick[0] == 0 ? ground->store : NULL, pick[1] == 0 ? &out : NULL, pick[2] == 0 ? &error : NULL);
  judge(ground, "rg_store_export", status);
  judge_out(ground, "rg_store_export", status, out != NULL, pick[1] == 0);
  rg_text_free(&out);
  judge_error(ground, "rg_store_export", status, pick[2] == 0, &error);
}

static void run_rg_store_import(struct ground* ground, const size_t* pick) {
  uint64_t added = 0;
  rg_error* error = NULL;
  const rg_status status = rg_store_import(pick[0] == 0 ? ground->store : NULL, misuse_model_texts[pick[1]], misuse_lengths[pick[2]], pick[3] == 0 ? ground->limits : NULL, pick[4] == 0 ? &added : NULL, pick[5] == 0 ? &error : NULL);
  judge(ground, "rg_store_import", status);
  judge_error(ground, "rg_store_import", status, pick[5] == 0, &error);
}

static void run_rg_store_follow(struct ground* ground, const size_t* pick) {
  uint64_t seen = 0;
  rg_error* error = NULL;
  const rg_status status = rg_store_follow(pick[0] == 0 ? ground->store : NULL, misuse_uint64s[pick[1]], misuse_waits[pick[2]], pick[3] == 0 ? ground->cancel : NULL, pick[4] == 0 ? misuse_new_state : NULL, ground, pick[6] == 0 ? &seen : NULL, pick[7] == 0 ? &error : NULL);
  judge(ground, "rg_store_follow", status);
  judge_error(ground, "rg_store_follow", status, pick[7] == 0, &error);
}

static void run_rg_store_free(struct ground* ground, const size_t* pick) {
  (void)ground;
  rg_store* none = NULL;
  rg_store_free(pick[0] == 0 ? &none : NULL);
}

const struct call misuse_calls[] = {
    {"rg_version", run_rg_version, 0, {0}},
    {"rg_abi_version", run_rg_abi_version, 0, {0}},
    {"rg_error_status", run_rg_error_status, 1, {2}},
    {"rg_error_message", run_rg_error_message, 1, {2}},
    {"rg_error_at", run_rg_error_at, 1, {2}},
    {"rg_error_advice", run_rg_error_advice, 1, {2}},
    {"rg_error_free", run_rg_error_free, 1, {2}},
    {"rg_error_finding_count", run_rg_error_finding_count, 1, {2}},
    {"rg_error_finding", run_rg_error_finding, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_text_data", run_rg_text_data, 2, {2, 2}},
    {"rg_text_free", run_rg_text_free, 1, {2}},
    {"rg_load_options_new", run_rg_load_options_new, 2, {2, 2}},
    {"rg_load_options_add_layer", run_rg_load_options_add_layer, 6, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_model_texts), SIZE_OF(misuse_lengths), 2}},
    {"rg_load_options_add_folder", run_rg_load_options_add_folder, 4, {2, SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), 2}},
    {"rg_load_options_set_max_bytes", run_rg_load_options_set_max_bytes, 2, {2, SIZE_OF(misuse_uint64s)}},
    {"rg_load_options_set_allow_personal_data", run_rg_load_options_set_allow_personal_data, 2, {2, SIZE_OF(misuse_int32s)}},
    {"rg_load_options_set_limits", run_rg_load_options_set_limits, 2, {2, 2}},
    {"rg_load_options_set_log", run_rg_load_options_set_log, 4, {2, SIZE_OF(misuse_enums), 2, 1}},
    {"rg_load_options_free", run_rg_load_options_free, 1, {2}},
    {"rg_model_open", run_rg_model_open, 5, {SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_model_from_text", run_rg_model_from_text, 5, {SIZE_OF(misuse_model_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_model_save_snapshot", run_rg_model_save_snapshot, 4, {2, SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), 2}},
    {"rg_model_id", run_rg_model_id, 2, {2, 2}},
    {"rg_model_digest", run_rg_model_digest, 2, {2, 2}},
    {"rg_model_element_count", run_rg_model_element_count, 1, {2}},
    {"rg_model_element_id", run_rg_model_element_id, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_model_find", run_rg_model_find, 5, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), 2, 2}},
    {"rg_model_element_ids", run_rg_model_element_ids, 5, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2, 2}},
    {"rg_model_element_json", run_rg_model_element_json, 4, {2, SIZE_OF(misuse_uint32s), 2, 2}},
    {"rg_model_json", run_rg_model_json, 3, {2, 2, 2}},
    {"rg_model_free", run_rg_model_free, 1, {2}},
    {"rg_edges_new", run_rg_edges_new, 3, {2, 2, 2}},
    {"rg_edges_count", run_rg_edges_count, 1, {2}},
    {"rg_edges_column", run_rg_edges_column, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2}},
    {"rg_edges_free", run_rg_edges_free, 1, {2}},
    {"rg_draft_new", run_rg_draft_new, 5, {SIZE_OF(misuse_head_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_draft_from_model", run_rg_draft_from_model, 3, {2, 2, 2}},
    {"rg_draft_set_head", run_rg_draft_set_head, 4, {2, SIZE_OF(misuse_head_texts), SIZE_OF(misuse_lengths), 2}},
    {"rg_draft_add", run_rg_draft_add, 5, {2, SIZE_OF(misuse_element_texts), SIZE_OF(misuse_lengths), 2, 2}},
    {"rg_draft_remove", run_rg_draft_remove, 4, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), 2}},
    {"rg_draft_element_count", run_rg_draft_element_count, 1, {2}},
    {"rg_draft_freeze", run_rg_draft_freeze, 4, {2, 2, 2, 2}},
    {"rg_draft_free", run_rg_draft_free, 1, {2}},
    {"rg_ask", run_rg_ask, 5, {2, SIZE_OF(misuse_question_texts), SIZE_OF(misuse_lengths), 2, 2}},
    {"rg_cancel_new", run_rg_cancel_new, 2, {2, 2}},
    {"rg_cancel_trigger", run_rg_cancel_trigger, 1, {2}},
    {"rg_cancel_is_triggered", run_rg_cancel_is_triggered, 1, {2}},
    {"rg_cancel_free", run_rg_cancel_free, 1, {2}},
    {"rg_limits_new", run_rg_limits_new, 2, {2, 2}},
    {"rg_limits_set_cancel", run_rg_limits_set_cancel, 2, {2, 2}},
    {"rg_limits_set_seconds", run_rg_limits_set_seconds, 3, {2, SIZE_OF(misuse_doubles), 2}},
    {"rg_limits_set_progress", run_rg_limits_set_progress, 3, {2, 2, 1}},
    {"rg_limits_free", run_rg_limits_free, 1, {2}},
    {"rg_ask_limited", run_rg_ask_limited, 6, {2, SIZE_OF(misuse_question_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_what_breaks", run_rg_what_breaks, 7, {2, SIZE_OF(misuse_lists), SIZE_OF(misuse_counts), SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_what_if", run_rg_what_if, 5, {2, SIZE_OF(misuse_change_texts), SIZE_OF(misuse_lengths), 2, 2}},
    {"rg_breaks_count", run_rg_breaks_count, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_breaks_id", run_rg_breaks_id, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_breaks_ids", run_rg_breaks_ids, 6, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2, 2}},
    {"rg_breaks_elements", run_rg_breaks_elements, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2}},
    {"rg_breaks_through", run_rg_breaks_through, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_breaks_hours", run_rg_breaks_hours, 3, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_enums)}},
    {"rg_breaks_json", run_rg_breaks_json, 3, {2, 2, 2}},
    {"rg_breaks_free", run_rg_breaks_free, 1, {2}},
    {"rg_session_new", run_rg_session_new, 5, {2, SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_session_remove", run_rg_session_remove, 4, {2, SIZE_OF(misuse_lists), SIZE_OF(misuse_counts), 2}},
    {"rg_session_restore", run_rg_session_restore, 3, {2, SIZE_OF(misuse_id_texts), 2}},
    {"rg_session_undo", run_rg_session_undo, 3, {2, 2, 2}},
    {"rg_session_clear", run_rg_session_clear, 2, {2, 2}},
    {"rg_session_stands", run_rg_session_stands, 4, {2, SIZE_OF(misuse_id_texts), 2, 2}},
    {"rg_session_fallen_count", run_rg_session_fallen_count, 3, {2, 2, 2}},
    {"rg_session_fallen_id", run_rg_session_fallen_id, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_session_breaks", run_rg_session_breaks, 3, {2, 2, 2}},
    {"rg_session_free", run_rg_session_free, 1, {2}},
    {"rg_burden_by", run_rg_burden_by, 6, {2, SIZE_OF(misuse_by_texts), SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_burden_group_count", run_rg_burden_group_count, 1, {2}},
    {"rg_burden_key", run_rg_burden_key, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_burden_figure", run_rg_burden_figure, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_enums), SIZE_OF(misuse_enums)}},
    {"rg_burden_element_count", run_rg_burden_element_count, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_burden_element", run_rg_burden_element, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_burden_json", run_rg_burden_json, 3, {2, 2, 2}},
    {"rg_burden_free", run_rg_burden_free, 1, {2}},
    {"rg_why", run_rg_why, 5, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_reasons_stands", run_rg_reasons_stands, 1, {2}},
    {"rg_reasons_origin", run_rg_reasons_origin, 1, {2}},
    {"rg_reasons_claim", run_rg_reasons_claim, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_reasons_count", run_rg_reasons_count, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_reasons_id", run_rg_reasons_id, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_reasons_path_count", run_rg_reasons_path_count, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_reasons_path_length", run_rg_reasons_path_length, 3, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places)}},
    {"rg_reasons_path_id", run_rg_reasons_path_id, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_reasons_surplus", run_rg_reasons_surplus, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_reasons_json", run_rg_reasons_json, 3, {2, 2, 2}},
    {"rg_reasons_free", run_rg_reasons_free, 1, {2}},
    {"rg_check", run_rg_check, 4, {2, SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_findings_count", run_rg_findings_count, 1, {2}},
    {"rg_findings_severity", run_rg_findings_severity, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_findings_code", run_rg_findings_code, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_findings_element", run_rg_findings_element, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_findings_text", run_rg_findings_text, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_enums), 2}},
    {"rg_findings_line", run_rg_findings_line, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_findings_column", run_rg_findings_column, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_findings_field", run_rg_findings_field, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_findings_advice", run_rg_findings_advice, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_enums), 2}},
    {"rg_findings_json", run_rg_findings_json, 3, {2, 2, 2}},
    {"rg_findings_free", run_rg_findings_free, 1, {2}},
    {"rg_plan_options_new", run_rg_plan_options_new, 3, {SIZE_OF(misuse_id_texts), 2, 2}},
    {"rg_plan_options_set", run_rg_plan_options_set, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_id_texts), 2}},
    {"rg_plan_options_free", run_rg_plan_options_free, 1, {2}},
    {"rg_plan_open", run_rg_plan_open, 9, {SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), 2, 2, 2, 2, 2}},
    {"rg_plan_from_text", run_rg_plan_from_text, 7, {SIZE_OF(misuse_plan_texts), SIZE_OF(misuse_lengths), 2, 2, 2, 2, 2}},
    {"rg_plan_table", run_rg_plan_table, 4, {2, 2, 2, 2}},
    {"rg_cuts", run_rg_cuts, 8, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_doubles), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_cut_sets_count", run_rg_cut_sets_count, 1, {2}},
    {"rg_cut_sets_size", run_rg_cut_sets_size, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_cut_sets_id", run_rg_cut_sets_id, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_cut_sets_is_complete", run_rg_cut_sets_is_complete, 1, {2}},
    {"rg_cut_sets_json", run_rg_cut_sets_json, 3, {2, 2, 2}},
    {"rg_cut_sets_free", run_rg_cut_sets_free, 1, {2}},
    {"rg_rank", run_rg_rank, 9, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_lists), SIZE_OF(misuse_counts), SIZE_OF(misuse_date_texts), 2, 2, 2}},
    {"rg_ranking_count", run_rg_ranking_count, 1, {2}},
    {"rg_ranking_is_complete", run_rg_ranking_is_complete, 1, {2}},
    {"rg_ranking_id", run_rg_ranking_id, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_ranking_breaks", run_rg_ranking_breaks, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_ranking_duties", run_rg_ranking_duties, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_ranking_hours", run_rg_ranking_hours, 3, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_enums)}},
    {"rg_ranking_elements", run_rg_ranking_elements, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2}},
    {"rg_ranking_column", run_rg_ranking_column, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2}},
    {"rg_ranking_json", run_rg_ranking_json, 3, {2, 2, 2}},
    {"rg_ranking_free", run_rg_ranking_free, 1, {2}},
    {"rg_question_new", run_rg_question_new, 5, {2, SIZE_OF(misuse_power_texts), SIZE_OF(misuse_target_texts), 2, 2}},
    {"rg_question_set_unit", run_rg_question_set_unit, 3, {2, SIZE_OF(misuse_actor_texts), 2}},
    {"rg_question_set_date", run_rg_question_set_date, 3, {2, SIZE_OF(misuse_date_texts), 2}},
    {"rg_question_set_number", run_rg_question_set_number, 5, {2, SIZE_OF(misuse_fact_texts), SIZE_OF(misuse_doubles), 2, 2}},
    {"rg_question_set_boolean", run_rg_question_set_boolean, 5, {2, SIZE_OF(misuse_fact_texts), SIZE_OF(misuse_int32s), 2, 2}},
    {"rg_question_set_text", run_rg_question_set_text, 5, {2, SIZE_OF(misuse_fact_texts), SIZE_OF(misuse_id_texts), 2, 2}},
    {"rg_question_add_disqualified", run_rg_question_add_disqualified, 3, {2, SIZE_OF(misuse_actor_texts), 2}},
    {"rg_question_add_absent", run_rg_question_add_absent, 3, {2, SIZE_OF(misuse_actor_texts), 2}},
    {"rg_question_free", run_rg_question_free, 1, {2}},
    {"rg_question_new_open", run_rg_question_new_open, 3, {2, 2, 2}},
    {"rg_who_decides", run_rg_who_decides, 3, {2, 2, 2}},
    {"rg_decision_verdict", run_rg_decision_verdict, 1, {2}},
    {"rg_decision_option_count", run_rg_decision_option_count, 1, {2}},
    {"rg_decision_holder_count", run_rg_decision_holder_count, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_decision_holder", run_rg_decision_holder, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_decision_jointly", run_rg_decision_jointly, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_decision_grant", run_rg_decision_grant, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_decision_is_conditional", run_rg_decision_is_conditional, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_decision_chain", run_rg_decision_chain, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_decision_involvement_count", run_rg_decision_involvement_count, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_decision_involvement", run_rg_decision_involvement, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_decision_body", run_rg_decision_body, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_decision_involvement_depends", run_rg_decision_involvement_depends, 3, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places)}},
    {"rg_decision_to_ask_count", run_rg_decision_to_ask_count, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_decision_to_ask", run_rg_decision_to_ask, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_decision_json", run_rg_decision_json, 3, {2, 2, 2}},
    {"rg_decision_free", run_rg_decision_free, 1, {2}},
    {"rg_may", run_rg_may, 4, {2, SIZE_OF(misuse_actor_texts), 2, 2}},
    {"rg_may_chain", run_rg_may_chain, 7, {2, SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_counts), 2, 2, 2, 2}},
    {"rg_may_json", run_rg_may_json, 4, {2, SIZE_OF(misuse_actor_texts), 2, 2}},
    {"rg_journal_note", run_rg_journal_note, 8, {2, SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_id_texts), SIZE_OF(misuse_date_texts), SIZE_OF(misuse_enums), SIZE_OF(misuse_int32s), 2, 2}},
    {"rg_journal_note_json", run_rg_journal_note_json, 8, {2, SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_id_texts), SIZE_OF(misuse_date_texts), SIZE_OF(misuse_enums), SIZE_OF(misuse_int32s), 2, 2}},
    {"rg_agenda_line", run_rg_agenda_line, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_int32s), 2, 2}},
    {"rg_report", run_rg_report, 5, {2, SIZE_OF(misuse_id_texts), 2, 2, 2}},
    {"rg_what_may", run_rg_what_may, 10, {2, SIZE_OF(misuse_actor_texts), SIZE_OF(misuse_lists), SIZE_OF(misuse_counts), SIZE_OF(misuse_lists), SIZE_OF(misuse_counts), SIZE_OF(misuse_enums), 2, 2, 2}},
    {"rg_powers_count", run_rg_powers_count, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_powers_is_complete", run_rg_powers_is_complete, 1, {2}},
    {"rg_powers_target", run_rg_powers_target, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_powers_power", run_rg_powers_power, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_powers_grant", run_rg_powers_grant, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_powers_because", run_rg_powers_because, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_powers_because_of", run_rg_powers_because_of, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_powers_with_count", run_rg_powers_with_count, 3, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places)}},
    {"rg_powers_with", run_rg_powers_with, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_powers_hours", run_rg_powers_hours, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_enums)}},
    {"rg_powers_targets", run_rg_powers_targets, 5, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2}},
    {"rg_powers_hours_column", run_rg_powers_hours_column, 6, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_enums), SIZE_OF(misuse_places), SIZE_OF(misuse_counts), 2}},
    {"rg_powers_json", run_rg_powers_json, 3, {2, 2, 2}},
    {"rg_powers_free", run_rg_powers_free, 1, {2}},
    {"rg_keep_set", run_rg_keep_set, 6, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_best_removals", run_rg_best_removals, 6, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_diff", run_rg_diff, 6, {2, 2, SIZE_OF(misuse_date_texts), 2, 2, 2}},
    {"rg_diff_table", run_rg_diff_table, 7, {2, 2, SIZE_OF(misuse_date_texts), SIZE_OF(misuse_enums), 2, 2, 2}},
    {"rg_plan_test", run_rg_plan_test, 6, {2, SIZE_OF(misuse_case_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_nominations_read", run_rg_nominations_read, 7, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_id_texts), 2, 2, 2}},
    {"rg_qualify", run_rg_qualify, 8, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_id_texts), SIZE_OF(misuse_id_texts), 2, 2, 2}},
    {"rg_removal_plan", run_rg_removal_plan, 5, {2, SIZE_OF(misuse_lists), SIZE_OF(misuse_counts), 2, 2}},
    {"rg_removal_is_possible", run_rg_removal_is_possible, 1, {2}},
    {"rg_removal_earliest", run_rg_removal_earliest, 2, {2, 2}},
    {"rg_removal_days", run_rg_removal_days, 1, {2}},
    {"rg_removal_months", run_rg_removal_months, 1, {2}},
    {"rg_removal_count", run_rg_removal_count, 2, {2, SIZE_OF(misuse_enums)}},
    {"rg_removal_id", run_rg_removal_id, 4, {2, SIZE_OF(misuse_enums), SIZE_OF(misuse_places), 2}},
    {"rg_removal_step_count", run_rg_removal_step_count, 1, {2}},
    {"rg_removal_step", run_rg_removal_step, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_removal_element_count", run_rg_removal_element_count, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_removal_element", run_rg_removal_element, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_removal_involvement", run_rg_removal_involvement, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_removal_body", run_rg_removal_body, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_removal_holder_count", run_rg_removal_holder_count, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_removal_holder", run_rg_removal_holder, 4, {2, SIZE_OF(misuse_places), SIZE_OF(misuse_places), 2}},
    {"rg_removal_jointly", run_rg_removal_jointly, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_removal_depends", run_rg_removal_depends, 2, {2, SIZE_OF(misuse_places)}},
    {"rg_removal_done", run_rg_removal_done, 3, {2, SIZE_OF(misuse_places), 2}},
    {"rg_removal_json", run_rg_removal_json, 3, {2, 2, 2}},
    {"rg_removal_free", run_rg_removal_free, 1, {2}},
    {"rg_picture", run_rg_picture, 4, {2, SIZE_OF(misuse_id_texts), 2, 2}},
    {"rg_worksheets", run_rg_worksheets, 4, {2, SIZE_OF(misuse_id_texts), 2, 2}},
    {"rg_review_begin", run_rg_review_begin, 5, {2, SIZE_OF(misuse_review_texts), SIZE_OF(misuse_lengths), 2, 2}},
    {"rg_review_read", run_rg_review_read, 4, {SIZE_OF(misuse_review_texts), SIZE_OF(misuse_lengths), 2, 2}},
    {"rg_review_json", run_rg_review_json, 3, {2, 2, 2}},
    {"rg_review_status", run_rg_review_status, 5, {2, 2, SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_review_apply", run_rg_review_apply, 8, {2, 2, SIZE_OF(misuse_event_texts), SIZE_OF(misuse_lengths), 2, 2, 2, 2}},
    {"rg_review_replies", run_rg_review_replies, 5, {2, 2, SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_review_evaluation", run_rg_review_evaluation, 5, {2, 2, SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_review_plans", run_rg_review_plans, 5, {2, 2, SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_review_free", run_rg_review_free, 1, {2}},
    {"rg_propose", run_rg_propose, 6, {2, SIZE_OF(misuse_proposal_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_store_init", run_rg_store_init, 5, {SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_doubles), 2, 2}},
    {"rg_store_open", run_rg_store_open, 6, {SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), SIZE_OF(misuse_int32s), SIZE_OF(misuse_doubles), 2, 2}},
    {"rg_store_commit", run_rg_store_commit, 6, {2, SIZE_OF(misuse_store_change_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_store_state", run_rg_store_state, 3, {2, 2, 2}},
    {"rg_store_log", run_rg_store_log, 6, {2, SIZE_OF(misuse_uint64s), SIZE_OF(misuse_id_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_store_entry", run_rg_store_entry, 4, {2, SIZE_OF(misuse_uint64s), 2, 2}},
    {"rg_store_as_of", run_rg_store_as_of, 5, {2, SIZE_OF(misuse_date_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_store_model", run_rg_store_model, 5, {2, SIZE_OF(misuse_uint64s), 2, 2, 2}},
    {"rg_store_diff", run_rg_store_diff, 7, {2, SIZE_OF(misuse_uint64s), SIZE_OF(misuse_uint64s), SIZE_OF(misuse_date_texts), 2, 2, 2}},
    {"rg_store_blame", run_rg_store_blame, 5, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_store_document", run_rg_store_document, 5, {2, SIZE_OF(misuse_id_texts), SIZE_OF(misuse_date_texts), 2, 2}},
    {"rg_store_verify", run_rg_store_verify, 6, {2, SIZE_OF(misuse_uint64s), SIZE_OF(misuse_id_texts), 2, 2, 2}},
    {"rg_store_backup", run_rg_store_backup, 4, {2, SIZE_OF(misuse_path_texts), SIZE_OF(misuse_lengths), 2}},
    {"rg_store_export", run_rg_store_export, 3, {2, 2, 2}},
    {"rg_store_import", run_rg_store_import, 6, {2, SIZE_OF(misuse_model_texts), SIZE_OF(misuse_lengths), 2, 2, 2}},
    {"rg_store_follow", run_rg_store_follow, 8, {2, SIZE_OF(misuse_uint64s), SIZE_OF(misuse_waits), 2, 2, 1, 2, 2}},
    {"rg_store_free", run_rg_store_free, 1, {2}},
};
const size_t misuse_call_count = SIZE_OF(misuse_calls);
