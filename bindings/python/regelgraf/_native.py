"""The C ABI, declared. Nothing here thinks: see capi/include/regelgraf.h for what each call means."""

from __future__ import annotations

import ctypes
import os
import sys
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
from pathlib import Path
from typing import Any

ABI = 2


class rg_error(Structure):
    pass


class rg_load_options(Structure):
    pass


class rg_model(Structure):
    pass


class rg_text(Structure):
    pass


class rg_breaks(Structure):
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


class rg_session(Structure):
    pass


class rg_cancel(Structure):
    pass


class rg_limits(Structure):
    pass


class rg_ranking(Structure):
    pass


class rg_powers(Structure):
    pass


class rg_removal(Structure):
    pass


class rg_question(Structure):
    pass


class rg_decision(Structure):
    pass


error_p = POINTER(rg_error)
options_p = POINTER(rg_load_options)
model_p = POINTER(rg_model)
text_p = POINTER(rg_text)
breaks_p = POINTER(rg_breaks)
cut_sets_p = POINTER(rg_cut_sets)
burden_p = POINTER(rg_burden)
reasons_p = POINTER(rg_reasons)
findings_p = POINTER(rg_findings)
plan_options_p = POINTER(rg_plan_options)
session_p = POINTER(rg_session)
cancel_p = POINTER(rg_cancel)
limits_p = POINTER(rg_limits)
ranking_p = POINTER(rg_ranking)
powers_p = POINTER(rg_powers)
removal_p = POINTER(rg_removal)
question_p = POINTER(rg_question)
decision_p = POINTER(rg_decision)

progress_f = CFUNCTYPE(c_int32, c_char_p, c_uint64, c_uint64, c_void_p)

_status = _list = _verdict = c_int32
_length = POINTER(c_size_t)
_known = POINTER(c_int32)
_error = POINTER(error_p)

# Name: (what it returns, what it takes). A text that is returned is copied by ctypes at once.
FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "rg_version": (c_char_p, []),
    "rg_abi_version": (c_int32, []),
    "rg_error_status": (_status, [error_p]),
    "rg_error_message": (c_char_p, [error_p]),
    "rg_error_at": (c_char_p, [error_p]),
    "rg_error_free": (None, [POINTER(error_p)]),
    "rg_error_finding_count": (c_size_t, [error_p]),
    "rg_error_finding": (c_char_p, [error_p, c_size_t]),
    "rg_load_options_new": (_status, [POINTER(options_p), _error]),
    "rg_load_options_add_layer": (
        _status, [options_p, c_char_p, c_size_t, c_char_p, c_size_t, _error]),
    "rg_load_options_add_folder": (_status, [options_p, c_char_p, c_size_t, _error]),
    "rg_load_options_set_max_bytes": (None, [options_p, c_uint64]),
    "rg_load_options_set_allow_personal_data": (None, [options_p, c_int32]),
    "rg_load_options_set_limits": (None, [options_p, limits_p]),
    "rg_load_options_free": (None, [POINTER(options_p)]),
    "rg_model_open": (_status, [c_char_p, c_size_t, options_p, POINTER(model_p), _error]),
    "rg_model_from_text": (_status, [c_char_p, c_size_t, options_p, POINTER(model_p), _error]),
    "rg_model_save_snapshot": (_status, [model_p, c_char_p, c_size_t, _error]),
    "rg_model_id": (c_char_p, [model_p, _length]),
    "rg_model_digest": (c_char_p, [model_p, _length]),
    "rg_model_element_count": (c_size_t, [model_p]),
    "rg_model_element_id": (c_char_p, [model_p, c_size_t, _length]),
    "rg_model_free": (None, [POINTER(model_p)]),
    "rg_text_data": (c_char_p, [text_p, _length]),
    "rg_text_free": (None, [POINTER(text_p)]),
    "rg_ask": (_status, [model_p, c_char_p, c_size_t, POINTER(text_p), _error]),
    "rg_what_breaks": (
        _status,
        [model_p, POINTER(c_char_p), c_size_t, c_char_p, c_char_p, POINTER(breaks_p), _error]),
    "rg_what_if": (_status, [model_p, c_char_p, c_size_t, POINTER(breaks_p), _error]),
    "rg_breaks_count": (c_size_t, [breaks_p, _list]),
    "rg_breaks_id": (c_char_p, [breaks_p, _list, c_size_t, _length]),
    "rg_breaks_json": (_status, [breaks_p, POINTER(text_p), _error]),
    "rg_breaks_free": (None, [POINTER(breaks_p)]),
    "rg_burden_by": (_status, [model_p, c_char_p, c_char_p, c_char_p, POINTER(burden_p), _error]),
    "rg_burden_group_count": (c_size_t, [burden_p]),
    "rg_burden_key": (c_char_p, [burden_p, c_size_t, _length]),
    "rg_burden_figure": (c_double, [burden_p, c_size_t, c_int32, c_int32]),
    "rg_burden_element_count": (c_size_t, [burden_p, c_size_t]),
    "rg_burden_element": (c_char_p, [burden_p, c_size_t, c_size_t, _length]),
    "rg_burden_json": (_status, [burden_p, POINTER(text_p), _error]),
    "rg_burden_free": (None, [POINTER(burden_p)]),
    "rg_why": (_status, [model_p, c_char_p, c_char_p, POINTER(reasons_p), _error]),
    "rg_reasons_stands": (c_int32, [reasons_p]),
    "rg_reasons_origin": (c_int32, [reasons_p]),
    "rg_reasons_claim": (c_int32, [reasons_p, c_int32]),
    "rg_reasons_count": (c_size_t, [reasons_p, _list]),
    "rg_reasons_id": (c_char_p, [reasons_p, _list, c_size_t, _length]),
    "rg_reasons_path_count": (c_size_t, [reasons_p, c_int32]),
    "rg_reasons_path_length": (c_size_t, [reasons_p, c_int32, c_size_t]),
    "rg_reasons_path_id": (c_char_p, [reasons_p, c_int32, c_size_t, c_size_t, _length]),
    "rg_reasons_surplus": (c_double, [reasons_p, c_int32]),
    "rg_reasons_json": (_status, [reasons_p, POINTER(text_p), _error]),
    "rg_reasons_free": (None, [POINTER(reasons_p)]),
    "rg_check": (_status, [model_p, c_char_p, POINTER(findings_p), _error]),
    "rg_findings_count": (c_size_t, [findings_p]),
    "rg_findings_severity": (c_int32, [findings_p, c_size_t]),
    "rg_findings_code": (c_char_p, [findings_p, c_size_t, _length]),
    "rg_findings_element": (c_char_p, [findings_p, c_size_t, _length]),
    "rg_findings_text": (c_char_p, [findings_p, c_size_t, c_int32, _length]),
    "rg_findings_line": (c_size_t, [findings_p, c_size_t]),
    "rg_findings_column": (c_size_t, [findings_p, c_size_t]),
    "rg_findings_field": (c_char_p, [findings_p, c_size_t, _length]),
    "rg_findings_advice": (c_char_p, [findings_p, c_size_t, c_int32, _length]),
    "rg_findings_json": (_status, [findings_p, POINTER(text_p), _error]),
    "rg_findings_free": (None, [POINTER(findings_p)]),
    "rg_plan_options_new": (_status, [c_char_p, POINTER(plan_options_p), _error]),
    "rg_plan_options_set": (_status, [plan_options_p, c_int32, c_char_p, _error]),
    "rg_plan_options_free": (None, [POINTER(plan_options_p)]),
    "rg_plan_open": (
        _status,
        [c_char_p, c_size_t, c_char_p, c_size_t, plan_options_p, options_p, POINTER(model_p),
         POINTER(findings_p), _error]),
    "rg_plan_from_text": (
        _status,
        [c_char_p, c_size_t, plan_options_p, options_p, POINTER(model_p), POINTER(findings_p), _error]),
    "rg_plan_table": (_status, [model_p, POINTER(text_p), POINTER(findings_p), _error]),
    "rg_cuts": (
        _status,
        [model_p, c_char_p, _list, c_size_t, c_double, c_char_p, POINTER(cut_sets_p), _error]),
    "rg_cut_sets_count": (c_size_t, [cut_sets_p]),
    "rg_cut_sets_size": (c_size_t, [cut_sets_p, c_size_t]),
    "rg_cut_sets_id": (c_char_p, [cut_sets_p, c_size_t, c_size_t, _length]),
    "rg_cut_sets_is_complete": (c_int32, [cut_sets_p]),
    "rg_cut_sets_json": (_status, [cut_sets_p, POINTER(text_p), _error]),
    "rg_cut_sets_free": (None, [POINTER(cut_sets_p)]),
    "rg_cancel_new": (_status, [POINTER(cancel_p), _error]),
    "rg_cancel_trigger": (None, [cancel_p]),
    "rg_cancel_is_triggered": (c_int32, [cancel_p]),
    "rg_cancel_free": (None, [POINTER(cancel_p)]),
    "rg_limits_new": (_status, [POINTER(limits_p), _error]),
    "rg_limits_set_cancel": (None, [limits_p, cancel_p]),
    "rg_limits_set_seconds": (_status, [limits_p, c_double, _error]),
    "rg_limits_set_progress": (None, [limits_p, progress_f, c_void_p]),
    "rg_limits_free": (None, [POINTER(limits_p)]),
    "rg_ask_limited": (
        _status, [model_p, c_char_p, c_size_t, limits_p, POINTER(text_p), _error]),
    "rg_session_new": (_status, [model_p, c_char_p, c_char_p, POINTER(session_p), _error]),
    "rg_session_remove": (_status, [session_p, POINTER(c_char_p), c_size_t, _error]),
    "rg_session_restore": (_status, [session_p, c_char_p, _error]),
    "rg_session_undo": (_status, [session_p, _known, _error]),
    "rg_session_clear": (_status, [session_p, _error]),
    "rg_session_stands": (_status, [session_p, c_char_p, _known, _error]),
    "rg_session_fallen_count": (_status, [session_p, _length, _error]),
    "rg_session_fallen_id": (c_char_p, [session_p, c_size_t, _length]),
    "rg_session_breaks": (_status, [session_p, POINTER(breaks_p), _error]),
    "rg_session_free": (None, [POINTER(session_p)]),
    "rg_rank": (
        _status,
        [model_p, c_int32, c_size_t, POINTER(c_char_p), c_size_t, c_char_p, limits_p,
         POINTER(ranking_p), _error]),
    "rg_ranking_count": (c_size_t, [ranking_p]),
    "rg_ranking_is_complete": (c_int32, [ranking_p]),
    "rg_ranking_id": (c_char_p, [ranking_p, c_size_t, _length]),
    "rg_ranking_breaks": (c_uint32, [ranking_p, c_size_t]),
    "rg_ranking_duties": (c_uint32, [ranking_p, c_size_t]),
    "rg_ranking_hours": (c_double, [ranking_p, c_size_t, c_int32]),
    "rg_ranking_json": (_status, [ranking_p, POINTER(text_p), _error]),
    "rg_ranking_free": (None, [POINTER(ranking_p)]),
    "rg_question_new": (_status, [model_p, c_char_p, c_char_p, POINTER(question_p), _error]),
    "rg_question_new_open": (_status, [model_p, POINTER(question_p), _error]),
    "rg_question_set_unit": (_status, [question_p, c_char_p, _error]),
    "rg_question_set_date": (_status, [question_p, c_char_p, _error]),
    "rg_question_set_number": (_status, [question_p, c_char_p, c_double, _known, _error]),
    "rg_question_set_boolean": (_status, [question_p, c_char_p, c_int32, _known, _error]),
    "rg_question_set_text": (_status, [question_p, c_char_p, c_char_p, _known, _error]),
    "rg_question_add_disqualified": (_status, [question_p, c_char_p, _error]),
    "rg_question_add_absent": (_status, [question_p, c_char_p, _error]),
    "rg_question_free": (None, [POINTER(question_p)]),
    "rg_who_decides": (_status, [question_p, POINTER(decision_p), _error]),
    "rg_decision_verdict": (_verdict, [decision_p]),
    "rg_decision_option_count": (c_size_t, [decision_p]),
    "rg_decision_holder_count": (c_size_t, [decision_p, c_size_t]),
    "rg_decision_holder": (c_char_p, [decision_p, c_size_t, c_size_t, _length]),
    "rg_decision_jointly": (c_uint32, [decision_p, c_size_t]),
    "rg_decision_grant": (c_char_p, [decision_p, c_size_t, _length]),
    "rg_decision_is_conditional": (c_int32, [decision_p, c_size_t]),
    "rg_decision_json": (_status, [decision_p, POINTER(text_p), _error]),
    "rg_decision_free": (None, [POINTER(decision_p)]),
    "rg_may": (_status, [question_p, c_char_p, _known, _error]),
    "rg_may_json": (_status, [question_p, c_char_p, POINTER(text_p), _error]),
    "rg_journal_note": (
        _status,
        [question_p, c_char_p, c_char_p, c_char_p, c_int32, c_int32, POINTER(text_p), _error]),
    "rg_journal_note_json": (
        _status,
        [question_p, c_char_p, c_char_p, c_char_p, c_int32, c_int32, POINTER(text_p), _error]),
    "rg_agenda_line": (_status, [question_p, c_int32, c_int32, POINTER(text_p), _error]),
    "rg_what_may": (
        _status,
        [question_p, c_char_p, POINTER(c_char_p), c_size_t, POINTER(c_char_p), c_size_t, c_int32,
         limits_p, POINTER(powers_p), _error]),
    "rg_powers_count": (c_size_t, [powers_p, _list]),
    "rg_powers_is_complete": (c_int32, [powers_p]),
    "rg_powers_target": (c_char_p, [powers_p, _list, c_size_t, _length]),
    "rg_powers_power": (c_char_p, [powers_p, _list, c_size_t, _length]),
    "rg_powers_grant": (c_char_p, [powers_p, _list, c_size_t, _length]),
    "rg_powers_because": (c_char_p, [powers_p, _list, c_size_t, _length]),
    "rg_powers_because_of": (c_char_p, [powers_p, _list, c_size_t, _length]),
    "rg_powers_with_count": (c_size_t, [powers_p, _list, c_size_t]),
    "rg_powers_with": (c_char_p, [powers_p, _list, c_size_t, c_size_t, _length]),
    "rg_powers_hours": (c_double, [powers_p, _list, c_size_t, c_int32]),
    "rg_powers_json": (_status, [powers_p, POINTER(text_p), _error]),
    "rg_powers_free": (None, [POINTER(powers_p)]),
    "rg_diff": (_status, [model_p, model_p, c_char_p, limits_p, POINTER(text_p), _error]),
    "rg_diff_table": (
        _status, [model_p, model_p, c_char_p, c_int32, limits_p, POINTER(text_p), _error]),
    "rg_plan_test": (_status, [model_p, c_char_p, c_size_t, _length, POINTER(text_p), _error]),
    "rg_removal_plan": (
        _status, [question_p, POINTER(c_char_p), c_size_t, POINTER(removal_p), _error]),
    "rg_removal_is_possible": (c_int32, [removal_p]),
    "rg_removal_earliest": (c_char_p, [removal_p, _length]),
    "rg_removal_days": (c_double, [removal_p]),
    "rg_removal_months": (c_double, [removal_p]),
    "rg_removal_count": (c_size_t, [removal_p, _list]),
    "rg_removal_id": (c_char_p, [removal_p, _list, c_size_t, _length]),
    "rg_removal_step_count": (c_size_t, [removal_p]),
    "rg_removal_step": (c_int32, [removal_p, c_size_t]),
    "rg_removal_element_count": (c_size_t, [removal_p, c_size_t]),
    "rg_removal_element": (c_char_p, [removal_p, c_size_t, c_size_t, _length]),
    "rg_removal_involvement": (c_char_p, [removal_p, c_size_t, _length]),
    "rg_removal_body": (c_char_p, [removal_p, c_size_t, _length]),
    "rg_removal_holder_count": (c_size_t, [removal_p, c_size_t]),
    "rg_removal_holder": (c_char_p, [removal_p, c_size_t, c_size_t, _length]),
    "rg_removal_jointly": (c_uint32, [removal_p, c_size_t]),
    "rg_removal_depends": (c_int32, [removal_p, c_size_t]),
    "rg_removal_done": (c_char_p, [removal_p, c_size_t, _length]),
    "rg_removal_json": (_status, [removal_p, POINTER(text_p), _error]),
    "rg_removal_free": (None, [POINTER(removal_p)]),
}  # fmt: skip

_NAMES = {
    "darwin": ("libregelgraf.0.dylib", "libregelgraf.dylib"),
    "win32": ("regelgraf.dll",),
}.get(sys.platform, ("libregelgraf.so.0", "libregelgraf.so"))


def _find() -> str:
    """Where the library is: REGELGRAF_LIBRARY, beside the package, in its prefix, or by name."""
    if given := os.environ.get("REGELGRAF_LIBRARY"):
        return given
    here = Path(__file__).resolve()
    lib = here.parents[3] if len(here.parents) > 3 else here.parent  # PREFIX/lib/python3/dist-packages
    multiarch = getattr(sys.implementation, "_multiarch", "")
    for folder in (here.parent, lib, lib / multiarch, lib.with_name("lib64"), lib.with_name("bin")):
        for name in _NAMES:
            if (folder / name).is_file():
                return str(folder / name)
    return _NAMES[0]


def _load() -> ctypes.CDLL:
    path = _find()
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(
            f"regelgraf: cannot load the library {path} ({error}); "
            "REGELGRAF_LIBRARY may say where it is"
        ) from None
    try:
        for name, (returns, takes) in FUNCTIONS.items():
            function = getattr(library, name)
            function.restype, function.argtypes = returns, takes
            if name == "rg_abi_version" and (abi := function()) != ABI:
                version = library.rg_version().decode()
                raise ImportError(
                    f"regelgraf: this package speaks ABI {ABI}, "
                    f"but the library {path} is version {version} with ABI {abi}"
                )
    except AttributeError:
        raise ImportError(
            f"regelgraf: the library {path} has no {name}; it is older than this package"
        ) from None
    return library


lib = _load()
