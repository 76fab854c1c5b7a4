# Written from capi/api.toml by capi/generate.py: do not edit.
"""The C ABI, declared: see capi/include/regelgraf.h for what each call means."""

from __future__ import annotations

from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_char_p,
    c_double,
    c_int32,
    c_size_t,
    c_uint32,
    c_uint64,
    c_void_p,
)
from typing import Any

from . import _library

ABI = 2
#: Length of a text that ends with a NUL.
RG_NUL_TERMINATED = c_size_t(-1).value
#: The number of the group that holds everything once.
RG_BURDEN_TOTAL = c_size_t(-1).value

# What came of a call. Values are added, never renumbered.
RG_OK = 0
RG_INVALID_ARGUMENT = 1
RG_INVALID_QUESTION = 2
RG_UNKNOWN_ELEMENT = 3
RG_WRONG_TYPE = 4
RG_INVALID_MODEL = 5
RG_UNREADABLE = 6
RG_PERSONAL_DATA = 7
RG_TOO_LARGE = 8
RG_CANCELLED = 9
RG_OUT_OF_MEMORY = 10
RG_INTERNAL = 11

# How weighty a line of the log is. Values are added, never renumbered.
RG_LOG_INFO = 0
RG_LOG_WARNING = 1
RG_LOG_ERROR = 2

# The columns of an rg_edges. Values are added, never renumbered.
RG_EDGE_SOURCE = 0
RG_EDGE_TARGET = 1
RG_EDGE_RELATION = 2
RG_EDGE_REQUIREMENT = 3
RG_EDGE_AT_LEAST = 4
RG_EDGE_IMPLIED = 5

# What an edge says. Values are added, never renumbered.
RG_RELATION_BASIS = 0
RG_RELATION_NEEDS = 1
RG_RELATION_SERVES = 2
RG_RELATION_USES = 3

# Which bound of a figure.
RG_LOW = 0
RG_LIKELY = 1
RG_HIGH = 2

# The lists of an rg_breaks; each in order of id. Values are added, never renumbered.
RG_BREAKS_REMOVED = 0
RG_BREAKS_LAPSED = 1
RG_BREAKS_BROKEN = 2
RG_BREAKS_UNMET_DUTIES = 3
RG_BREAKS_REDUNDANT = 4
RG_BREAKS_PURPOSELESS = 5
RG_BREAKS_WEAKENED = 6
RG_BREAKS_AFFECTED = 7
RG_BREAKS_REVIVED = 8
RG_BREAKS_UNEXAMINED = 9
RG_BREAKS_INVOLVEMENTS_GONE = 10
RG_BREAKS_ADDED = 11
RG_BREAKS_CHANGED = 12
RG_BREAKS_STANDS_ANEW = 13
RG_BREAKS_STANDS_NOT = 14

# Which hours. Values are added, never renumbered.
RG_BREAKS_HOURS_REMOVED = 0
RG_BREAKS_HOURS_FALLEN = 1
RG_BREAKS_HOURS_REDUNDANT = 2
RG_BREAKS_HOURS_ONE_OFF = 3
RG_BREAKS_HOURS_ADDED = 4
RG_BREAKS_HOURS_CHANGED = 5
RG_BREAKS_HOURS_NET = 6

# A figure of a group of an rg_burden.
RG_BURDEN_HOURS = 0
RG_BURDEN_ONE_OFF = 1
RG_BURDEN_SURPLUS = 2

# Where a rule comes from; values are added, never renumbered.
RG_ORIGIN_AGREED = 0
RG_ORIGIN_STATE = 1
RG_ORIGIN_REQUIRED = 2
RG_ORIGIN_ONE_OF_SEVERAL = 3
RG_ORIGIN_ALLOWED = 4
RG_ORIGIN_HOME_MADE = 5
RG_ORIGIN_UNKNOWN = 6

# What may be claimed of an element.
RG_CLAIM_ORIGIN = 0
RG_CLAIM_ISSUER = 1
RG_CLAIM_HOURS = 2

# A claim held against the model.
RG_CLAIM_NONE = 0
RG_CLAIM_AGREES = 1
RG_CLAIM_OPEN = 2
RG_CLAIM_CONTRADICTED = 3

# The lists of an rg_reasons; each in order of id.
RG_REASONS_ISSUERS = 0
RG_REASONS_REQUIRED_BY = 1
RG_REASONS_USED_BY = 2

# The paths up of an rg_reasons.
RG_REASONS_GROUND = 0
RG_REASONS_PURPOSE = 1

# How much a finding weighs.
RG_SEVERITY_ERROR = 0
RG_SEVERITY_WARNING = 1
RG_SEVERITY_NOTE = 2

# The language of a text.
RG_DANISH = 0
RG_ENGLISH = 1

# What rg_plan_options_set() sets. Values are added, never renumbered.
RG_PLAN_NAME_DA = 0
RG_PLAN_NAME_EN = 1
RG_PLAN_EXTENDS = 2
RG_PLAN_BASIS = 3
RG_PLAN_FROM = 4
RG_PLAN_UNTIL = 5
RG_PLAN_MAPPING = 6
RG_PLAN_COUNCIL = 7
RG_PLAN_OWNER = 8

# What the sets are to do to the element.
RG_CUTS_BREAK = 0
RG_CUTS_RESTORE = 1

# What elements are put in order by, most first. Values are added, never renumbered.
RG_RANK_BY_BREAKS = 0
RG_RANK_BY_HOURS = 1
RG_RANK_BY_DUTIES = 2

# A column of figures of an rg_ranking. Values are added, never renumbered.
RG_RANKING_BREAKS = 0
RG_RANKING_DUTIES = 1
RG_RANKING_HOURS_LOW = 2
RG_RANKING_HOURS_LIKELY = 3
RG_RANKING_HOURS_HIGH = 4

# What the answer comes to. Values are added, never renumbered.
RG_COMPETENT = 0
RG_JOINT = 1
RG_CONDITIONAL = 2
RG_RESIDUAL = 3
RG_BARRED = 4
RG_NOBODY = 5

# Whether an actor may. Values are added, never renumbered.
RG_NO = 0
RG_DEPENDS = 1
RG_YES = 2

# The lists of an rg_powers; every pair of a power and a target is in one of them.
RG_POWERS_MAY = 0
RG_POWERS_DEPENDS = 1
RG_POWERS_NOT = 2

# In which order the lists are.
RG_POWERS_BY_ID = 0
RG_POWERS_BY_HOURS = 1

# What is to be done in a step. Values are added, never renumbered.
RG_STEP_EXAMINE = 0
RG_STEP_PUT_IN_PLACE = 1
RG_STEP_INVOLVE = 2
RG_STEP_DECIDE = 3
RG_STEP_NOTICE = 4
RG_STEP_TAKE_EFFECT = 5

# The lists of an rg_removal beside its steps; each by id.
RG_REMOVAL_REMOVED = 0
RG_REMOVAL_PUT_IN_PLACE = 1
RG_REMOVAL_CAN_GO_ALONG = 2


class rg_error(Structure):
    pass


class rg_text(Structure):
    pass


class rg_model(Structure):
    pass


class rg_limits(Structure):
    pass


class rg_load_options(Structure):
    pass


class rg_edges(Structure):
    pass


class rg_draft(Structure):
    pass


class rg_cancel(Structure):
    pass


class rg_breaks(Structure):
    pass


class rg_session(Structure):
    pass


class rg_burden(Structure):
    pass


class rg_reasons(Structure):
    pass


class rg_findings(Structure):
    pass


class rg_plan_options(Structure):
    pass


class rg_cut_sets(Structure):
    pass


class rg_ranking(Structure):
    pass


class rg_question(Structure):
    pass


class rg_decision(Structure):
    pass


class rg_powers(Structure):
    pass


class rg_removal(Structure):
    pass


class rg_review(Structure):
    pass


class rg_store(Structure):
    pass


error_p = POINTER(rg_error)
text_p = POINTER(rg_text)
model_p = POINTER(rg_model)
limits_p = POINTER(rg_limits)
load_options_p = POINTER(rg_load_options)
edges_p = POINTER(rg_edges)
draft_p = POINTER(rg_draft)
cancel_p = POINTER(rg_cancel)
breaks_p = POINTER(rg_breaks)
session_p = POINTER(rg_session)
burden_p = POINTER(rg_burden)
reasons_p = POINTER(rg_reasons)
findings_p = POINTER(rg_findings)
plan_options_p = POINTER(rg_plan_options)
cut_sets_p = POINTER(rg_cut_sets)
ranking_p = POINTER(rg_ranking)
question_p = POINTER(rg_question)
decision_p = POINTER(rg_decision)
powers_p = POINTER(rg_powers)
removal_p = POINTER(rg_removal)
review_p = POINTER(rg_review)
store_p = POINTER(rg_store)

log_f = CFUNCTYPE(None, c_int32, c_char_p, c_void_p)
progress_f = CFUNCTYPE(c_int32, c_char_p, c_uint64, c_uint64, c_void_p)
new_state_f = CFUNCTYPE(None, c_uint64, c_char_p, c_void_p)

# Name: (what it returns, what it takes). A text that is returned is copied by ctypes at once.
FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "rg_version": (c_char_p, []),
    "rg_abi_version": (c_int32, []),
    "rg_error_status": (c_int32, [error_p]),
    "rg_error_message": (c_char_p, [error_p]),
    "rg_error_at": (c_char_p, [error_p]),
    "rg_error_advice": (c_char_p, [error_p]),
    "rg_error_free": (None, [POINTER(error_p)]),
    "rg_error_finding_count": (c_size_t, [error_p]),
    "rg_error_finding": (c_char_p, [error_p, c_size_t]),
    "rg_text_data": (c_char_p, [text_p, POINTER(c_size_t)]),
    "rg_text_free": (None, [POINTER(text_p)]),
    "rg_load_options_new": (c_int32, [POINTER(load_options_p), POINTER(error_p)]),
    "rg_load_options_add_layer": (c_int32, [
        load_options_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(error_p)]),
    "rg_load_options_add_folder": (c_int32, [load_options_p, c_char_p, c_size_t, POINTER(error_p)]),
    "rg_load_options_set_max_bytes": (None, [load_options_p, c_uint64]),
    "rg_load_options_set_allow_personal_data": (None, [load_options_p, c_int32]),
    "rg_load_options_set_limits": (None, [load_options_p, limits_p]),
    "rg_load_options_set_log": (None, [load_options_p, c_int32, log_f, c_void_p]),
    "rg_load_options_free": (None, [POINTER(load_options_p)]),
    "rg_model_open": (c_int32, [c_char_p, c_size_t, load_options_p, POINTER(model_p), POINTER(error_p)]),
    "rg_model_from_text": (c_int32, [c_char_p, c_size_t, load_options_p, POINTER(model_p), POINTER(error_p)]),
    "rg_model_save_snapshot": (c_int32, [model_p, c_char_p, c_size_t, POINTER(error_p)]),
    "rg_model_id": (c_char_p, [model_p, POINTER(c_size_t)]),
    "rg_model_digest": (c_char_p, [model_p, POINTER(c_size_t)]),
    "rg_model_element_count": (c_size_t, [model_p]),
    "rg_model_element_id": (c_char_p, [model_p, c_size_t, POINTER(c_size_t)]),
    "rg_model_find": (c_int32, [model_p, c_char_p, c_size_t, POINTER(c_uint32), POINTER(error_p)]),
    "rg_model_element_ids": (c_size_t, [model_p, c_size_t, c_size_t, POINTER(c_char_p), POINTER(c_size_t)]),
    "rg_model_element_json": (c_int32, [model_p, c_uint32, POINTER(text_p), POINTER(error_p)]),
    "rg_model_json": (c_int32, [model_p, POINTER(text_p), POINTER(error_p)]),
    "rg_model_free": (None, [POINTER(model_p)]),
    "rg_edges_new": (c_int32, [model_p, POINTER(edges_p), POINTER(error_p)]),
    "rg_edges_count": (c_size_t, [edges_p]),
    "rg_edges_column": (c_size_t, [edges_p, c_int32, c_size_t, c_size_t, POINTER(c_uint32)]),
    "rg_edges_free": (None, [POINTER(edges_p)]),
    "rg_draft_new": (c_int32, [c_char_p, c_size_t, load_options_p, POINTER(draft_p), POINTER(error_p)]),
    "rg_draft_from_model": (c_int32, [model_p, POINTER(draft_p), POINTER(error_p)]),
    "rg_draft_set_head": (c_int32, [draft_p, c_char_p, c_size_t, POINTER(error_p)]),
    "rg_draft_add": (c_int32, [draft_p, c_char_p, c_size_t, POINTER(c_int32), POINTER(error_p)]),
    "rg_draft_remove": (c_int32, [draft_p, c_char_p, c_size_t, POINTER(error_p)]),
    "rg_draft_element_count": (c_size_t, [draft_p]),
    "rg_draft_freeze": (c_int32, [draft_p, limits_p, POINTER(model_p), POINTER(error_p)]),
    "rg_draft_free": (None, [POINTER(draft_p)]),
    "rg_ask": (c_int32, [model_p, c_char_p, c_size_t, POINTER(text_p), POINTER(error_p)]),
    "rg_cancel_new": (c_int32, [POINTER(cancel_p), POINTER(error_p)]),
    "rg_cancel_trigger": (None, [cancel_p]),
    "rg_cancel_is_triggered": (c_int32, [cancel_p]),
    "rg_cancel_free": (None, [POINTER(cancel_p)]),
    "rg_limits_new": (c_int32, [POINTER(limits_p), POINTER(error_p)]),
    "rg_limits_set_cancel": (None, [limits_p, cancel_p]),
    "rg_limits_set_seconds": (c_int32, [limits_p, c_double, POINTER(error_p)]),
    "rg_limits_set_progress": (None, [limits_p, progress_f, c_void_p]),
    "rg_limits_free": (None, [POINTER(limits_p)]),
    "rg_ask_limited": (c_int32, [model_p, c_char_p, c_size_t, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_what_breaks": (c_int32, [
        model_p, POINTER(c_char_p), c_size_t, c_char_p, c_char_p, POINTER(breaks_p), POINTER(error_p)]),
    "rg_what_if": (c_int32, [model_p, c_char_p, c_size_t, POINTER(breaks_p), POINTER(error_p)]),
    "rg_breaks_count": (c_size_t, [breaks_p, c_int32]),
    "rg_breaks_id": (c_char_p, [breaks_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_breaks_ids": (c_size_t, [
        breaks_p, c_int32, c_size_t, c_size_t, POINTER(c_char_p), POINTER(c_size_t)]),
    "rg_breaks_elements": (c_size_t, [breaks_p, c_int32, c_size_t, c_size_t, POINTER(c_uint32)]),
    "rg_breaks_through": (c_char_p, [breaks_p, c_int32, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_breaks_hours": (c_double, [breaks_p, c_int32, c_int32]),
    "rg_breaks_json": (c_int32, [breaks_p, POINTER(text_p), POINTER(error_p)]),
    "rg_breaks_free": (None, [POINTER(breaks_p)]),
    "rg_session_new": (c_int32, [model_p, c_char_p, c_char_p, POINTER(session_p), POINTER(error_p)]),
    "rg_session_remove": (c_int32, [session_p, POINTER(c_char_p), c_size_t, POINTER(error_p)]),
    "rg_session_restore": (c_int32, [session_p, c_char_p, POINTER(error_p)]),
    "rg_session_undo": (c_int32, [session_p, POINTER(c_int32), POINTER(error_p)]),
    "rg_session_clear": (c_int32, [session_p, POINTER(error_p)]),
    "rg_session_stands": (c_int32, [session_p, c_char_p, POINTER(c_int32), POINTER(error_p)]),
    "rg_session_fallen_count": (c_int32, [session_p, POINTER(c_size_t), POINTER(error_p)]),
    "rg_session_fallen_id": (c_char_p, [session_p, c_size_t, POINTER(c_size_t)]),
    "rg_session_breaks": (c_int32, [session_p, POINTER(breaks_p), POINTER(error_p)]),
    "rg_session_free": (None, [POINTER(session_p)]),
    "rg_burden_by": (c_int32, [model_p, c_char_p, c_char_p, c_char_p, POINTER(burden_p), POINTER(error_p)]),
    "rg_burden_group_count": (c_size_t, [burden_p]),
    "rg_burden_key": (c_char_p, [burden_p, c_size_t, POINTER(c_size_t)]),
    "rg_burden_figure": (c_double, [burden_p, c_size_t, c_int32, c_int32]),
    "rg_burden_element_count": (c_size_t, [burden_p, c_size_t]),
    "rg_burden_element": (c_char_p, [burden_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_burden_json": (c_int32, [burden_p, POINTER(text_p), POINTER(error_p)]),
    "rg_burden_free": (None, [POINTER(burden_p)]),
    "rg_why": (c_int32, [model_p, c_char_p, c_char_p, POINTER(reasons_p), POINTER(error_p)]),
    "rg_reasons_stands": (c_int32, [reasons_p]),
    "rg_reasons_origin": (c_int32, [reasons_p]),
    "rg_reasons_claim": (c_int32, [reasons_p, c_int32]),
    "rg_reasons_count": (c_size_t, [reasons_p, c_int32]),
    "rg_reasons_id": (c_char_p, [reasons_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_reasons_path_count": (c_size_t, [reasons_p, c_int32]),
    "rg_reasons_path_length": (c_size_t, [reasons_p, c_int32, c_size_t]),
    "rg_reasons_path_id": (c_char_p, [reasons_p, c_int32, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_reasons_surplus": (c_double, [reasons_p, c_int32]),
    "rg_reasons_json": (c_int32, [reasons_p, POINTER(text_p), POINTER(error_p)]),
    "rg_reasons_free": (None, [POINTER(reasons_p)]),
    "rg_check": (c_int32, [model_p, c_char_p, POINTER(findings_p), POINTER(error_p)]),
    "rg_findings_count": (c_size_t, [findings_p]),
    "rg_findings_severity": (c_int32, [findings_p, c_size_t]),
    "rg_findings_code": (c_char_p, [findings_p, c_size_t, POINTER(c_size_t)]),
    "rg_findings_element": (c_char_p, [findings_p, c_size_t, POINTER(c_size_t)]),
    "rg_findings_text": (c_char_p, [findings_p, c_size_t, c_int32, POINTER(c_size_t)]),
    "rg_findings_line": (c_size_t, [findings_p, c_size_t]),
    "rg_findings_column": (c_size_t, [findings_p, c_size_t]),
    "rg_findings_field": (c_char_p, [findings_p, c_size_t, POINTER(c_size_t)]),
    "rg_findings_advice": (c_char_p, [findings_p, c_size_t, c_int32, POINTER(c_size_t)]),
    "rg_findings_json": (c_int32, [findings_p, POINTER(text_p), POINTER(error_p)]),
    "rg_findings_free": (None, [POINTER(findings_p)]),
    "rg_plan_options_new": (c_int32, [c_char_p, POINTER(plan_options_p), POINTER(error_p)]),
    "rg_plan_options_set": (c_int32, [plan_options_p, c_int32, c_char_p, POINTER(error_p)]),
    "rg_plan_options_free": (None, [POINTER(plan_options_p)]),
    "rg_plan_open": (c_int32, [
        c_char_p, c_size_t, c_char_p, c_size_t, plan_options_p, load_options_p, POINTER(model_p),
        POINTER(findings_p), POINTER(error_p)]),
    "rg_plan_from_text": (c_int32, [
        c_char_p, c_size_t, plan_options_p, load_options_p, POINTER(model_p), POINTER(findings_p),
        POINTER(error_p)]),
    "rg_plan_table": (c_int32, [model_p, POINTER(text_p), POINTER(findings_p), POINTER(error_p)]),
    "rg_cuts": (c_int32, [
        model_p, c_char_p, c_int32, c_size_t, c_double, c_char_p, POINTER(cut_sets_p), POINTER(error_p)]),
    "rg_cut_sets_count": (c_size_t, [cut_sets_p]),
    "rg_cut_sets_size": (c_size_t, [cut_sets_p, c_size_t]),
    "rg_cut_sets_id": (c_char_p, [cut_sets_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_cut_sets_is_complete": (c_int32, [cut_sets_p]),
    "rg_cut_sets_json": (c_int32, [cut_sets_p, POINTER(text_p), POINTER(error_p)]),
    "rg_cut_sets_free": (None, [POINTER(cut_sets_p)]),
    "rg_rank": (c_int32, [
        model_p, c_int32, c_size_t, POINTER(c_char_p), c_size_t, c_char_p, limits_p, POINTER(ranking_p),
        POINTER(error_p)]),
    "rg_ranking_count": (c_size_t, [ranking_p]),
    "rg_ranking_is_complete": (c_int32, [ranking_p]),
    "rg_ranking_id": (c_char_p, [ranking_p, c_size_t, POINTER(c_size_t)]),
    "rg_ranking_breaks": (c_uint32, [ranking_p, c_size_t]),
    "rg_ranking_duties": (c_uint32, [ranking_p, c_size_t]),
    "rg_ranking_hours": (c_double, [ranking_p, c_size_t, c_int32]),
    "rg_ranking_elements": (c_size_t, [ranking_p, c_size_t, c_size_t, POINTER(c_uint32)]),
    "rg_ranking_column": (c_size_t, [ranking_p, c_int32, c_size_t, c_size_t, POINTER(c_double)]),
    "rg_ranking_json": (c_int32, [ranking_p, POINTER(text_p), POINTER(error_p)]),
    "rg_ranking_free": (None, [POINTER(ranking_p)]),
    "rg_question_new": (c_int32, [model_p, c_char_p, c_char_p, POINTER(question_p), POINTER(error_p)]),
    "rg_question_set_unit": (c_int32, [question_p, c_char_p, POINTER(error_p)]),
    "rg_question_set_date": (c_int32, [question_p, c_char_p, POINTER(error_p)]),
    "rg_question_set_number": (c_int32, [question_p, c_char_p, c_double, POINTER(c_int32), POINTER(error_p)]),
    "rg_question_set_boolean": (c_int32, [question_p, c_char_p, c_int32, POINTER(c_int32), POINTER(error_p)]),
    "rg_question_set_text": (c_int32, [question_p, c_char_p, c_char_p, POINTER(c_int32), POINTER(error_p)]),
    "rg_question_add_disqualified": (c_int32, [question_p, c_char_p, POINTER(error_p)]),
    "rg_question_add_absent": (c_int32, [question_p, c_char_p, POINTER(error_p)]),
    "rg_question_free": (None, [POINTER(question_p)]),
    "rg_question_new_open": (c_int32, [model_p, POINTER(question_p), POINTER(error_p)]),
    "rg_who_decides": (c_int32, [question_p, POINTER(decision_p), POINTER(error_p)]),
    "rg_decision_verdict": (c_int32, [decision_p]),
    "rg_decision_option_count": (c_size_t, [decision_p]),
    "rg_decision_holder_count": (c_size_t, [decision_p, c_size_t]),
    "rg_decision_holder": (c_char_p, [decision_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_decision_jointly": (c_uint32, [decision_p, c_size_t]),
    "rg_decision_grant": (c_char_p, [decision_p, c_size_t, POINTER(c_size_t)]),
    "rg_decision_is_conditional": (c_int32, [decision_p, c_size_t]),
    "rg_decision_chain": (c_char_p, [decision_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_decision_involvement_count": (c_size_t, [decision_p, c_size_t]),
    "rg_decision_involvement": (c_char_p, [decision_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_decision_body": (c_char_p, [decision_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_decision_involvement_depends": (c_int32, [decision_p, c_size_t, c_size_t]),
    "rg_decision_to_ask_count": (c_size_t, [decision_p, c_size_t]),
    "rg_decision_to_ask": (c_char_p, [decision_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_decision_json": (c_int32, [decision_p, POINTER(text_p), POINTER(error_p)]),
    "rg_decision_free": (None, [POINTER(decision_p)]),
    "rg_may": (c_int32, [question_p, c_char_p, POINTER(c_int32), POINTER(error_p)]),
    "rg_may_chain": (c_int32, [
        question_p, c_char_p, c_size_t, POINTER(c_uint32), POINTER(c_size_t), POINTER(c_int32),
        POINTER(error_p)]),
    "rg_may_json": (c_int32, [question_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_journal_note": (c_int32, [
        question_p, c_char_p, c_char_p, c_char_p, c_int32, c_int32, POINTER(text_p), POINTER(error_p)]),
    "rg_journal_note_json": (c_int32, [
        question_p, c_char_p, c_char_p, c_char_p, c_int32, c_int32, POINTER(text_p), POINTER(error_p)]),
    "rg_agenda_line": (c_int32, [question_p, c_int32, c_int32, POINTER(text_p), POINTER(error_p)]),
    "rg_report": (c_int32, [model_p, c_char_p, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_what_may": (c_int32, [
        question_p, c_char_p, POINTER(c_char_p), c_size_t, POINTER(c_char_p), c_size_t, c_int32, limits_p,
        POINTER(powers_p), POINTER(error_p)]),
    "rg_powers_count": (c_size_t, [powers_p, c_int32]),
    "rg_powers_is_complete": (c_int32, [powers_p]),
    "rg_powers_target": (c_char_p, [powers_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_powers_power": (c_char_p, [powers_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_powers_grant": (c_char_p, [powers_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_powers_because": (c_char_p, [powers_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_powers_because_of": (c_char_p, [powers_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_powers_with_count": (c_size_t, [powers_p, c_int32, c_size_t]),
    "rg_powers_with": (c_char_p, [powers_p, c_int32, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_powers_hours": (c_double, [powers_p, c_int32, c_size_t, c_int32]),
    "rg_powers_targets": (c_size_t, [powers_p, c_int32, c_size_t, c_size_t, POINTER(c_uint32)]),
    "rg_powers_hours_column": (c_size_t, [powers_p, c_int32, c_int32, c_size_t, c_size_t, POINTER(c_double)]),
    "rg_powers_json": (c_int32, [powers_p, POINTER(text_p), POINTER(error_p)]),
    "rg_powers_free": (None, [POINTER(powers_p)]),
    "rg_keep_set": (c_int32, [model_p, c_char_p, c_size_t, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_best_removals": (c_int32, [model_p, c_char_p, c_size_t, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_diff": (c_int32, [model_p, model_p, c_char_p, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_diff_table": (c_int32, [
        model_p, model_p, c_char_p, c_int32, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_plan_test": (c_int32, [
        model_p, c_char_p, c_size_t, POINTER(c_size_t), POINTER(text_p), POINTER(error_p)]),
    "rg_nominations_read": (c_int32, [
        model_p, c_char_p, c_size_t, c_char_p, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_qualify": (c_int32, [
        model_p, c_char_p, c_size_t, c_char_p, c_char_p, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_removal_plan": (c_int32, [
        question_p, POINTER(c_char_p), c_size_t, POINTER(removal_p), POINTER(error_p)]),
    "rg_removal_is_possible": (c_int32, [removal_p]),
    "rg_removal_earliest": (c_char_p, [removal_p, POINTER(c_size_t)]),
    "rg_removal_days": (c_double, [removal_p]),
    "rg_removal_months": (c_double, [removal_p]),
    "rg_removal_count": (c_size_t, [removal_p, c_int32]),
    "rg_removal_id": (c_char_p, [removal_p, c_int32, c_size_t, POINTER(c_size_t)]),
    "rg_removal_step_count": (c_size_t, [removal_p]),
    "rg_removal_step": (c_int32, [removal_p, c_size_t]),
    "rg_removal_element_count": (c_size_t, [removal_p, c_size_t]),
    "rg_removal_element": (c_char_p, [removal_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_removal_involvement": (c_char_p, [removal_p, c_size_t, POINTER(c_size_t)]),
    "rg_removal_body": (c_char_p, [removal_p, c_size_t, POINTER(c_size_t)]),
    "rg_removal_holder_count": (c_size_t, [removal_p, c_size_t]),
    "rg_removal_holder": (c_char_p, [removal_p, c_size_t, c_size_t, POINTER(c_size_t)]),
    "rg_removal_jointly": (c_uint32, [removal_p, c_size_t]),
    "rg_removal_depends": (c_int32, [removal_p, c_size_t]),
    "rg_removal_done": (c_char_p, [removal_p, c_size_t, POINTER(c_size_t)]),
    "rg_removal_json": (c_int32, [removal_p, POINTER(text_p), POINTER(error_p)]),
    "rg_removal_free": (None, [POINTER(removal_p)]),
    "rg_picture": (c_int32, [model_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_worksheets": (c_int32, [model_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_review_begin": (c_int32, [model_p, c_char_p, c_size_t, POINTER(review_p), POINTER(error_p)]),
    "rg_review_read": (c_int32, [c_char_p, c_size_t, POINTER(review_p), POINTER(error_p)]),
    "rg_review_json": (c_int32, [review_p, POINTER(text_p), POINTER(error_p)]),
    "rg_review_status": (c_int32, [review_p, model_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_review_apply": (c_int32, [
        review_p, model_p, c_char_p, c_size_t, POINTER(c_int32), POINTER(review_p), POINTER(text_p),
        POINTER(error_p)]),
    "rg_review_replies": (c_int32, [review_p, model_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_review_evaluation": (c_int32, [review_p, model_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_review_plans": (c_int32, [review_p, model_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_review_free": (None, [POINTER(review_p)]),
    "rg_propose": (c_int32, [model_p, c_char_p, c_size_t, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_init": (c_int32, [c_char_p, c_size_t, c_double, POINTER(store_p), POINTER(error_p)]),
    "rg_store_open": (c_int32, [c_char_p, c_size_t, c_int32, c_double, POINTER(store_p), POINTER(error_p)]),
    "rg_store_commit": (c_int32, [
        store_p, c_char_p, c_size_t, load_options_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_state": (c_int32, [store_p, POINTER(c_uint64), POINTER(error_p)]),
    "rg_store_log": (c_int32, [store_p, c_uint64, c_char_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_entry": (c_int32, [store_p, c_uint64, POINTER(text_p), POINTER(error_p)]),
    "rg_store_as_of": (c_int32, [store_p, c_char_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_model": (c_int32, [store_p, c_uint64, limits_p, POINTER(model_p), POINTER(error_p)]),
    "rg_store_diff": (c_int32, [
        store_p, c_uint64, c_uint64, c_char_p, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_blame": (c_int32, [store_p, c_char_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_document": (c_int32, [store_p, c_char_p, c_char_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_verify": (c_int32, [store_p, c_uint64, c_char_p, limits_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_backup": (c_int32, [store_p, c_char_p, c_size_t, POINTER(error_p)]),
    "rg_store_export": (c_int32, [store_p, POINTER(text_p), POINTER(error_p)]),
    "rg_store_import": (c_int32, [
        store_p, c_char_p, c_size_t, limits_p, POINTER(c_uint64), POINTER(error_p)]),
    "rg_store_follow": (c_int32, [
        store_p, c_uint64, c_double, cancel_p, new_state_f, c_void_p, POINTER(c_uint64), POINTER(error_p)]),
    "rg_store_free": (None, [POINTER(store_p)]),
}  # fmt: skip

lib = _library.load(ABI, FUNCTIONS)
