"""tests/capi/misuse_calls.c: every function with arguments of every sort, sensible and not."""

from __future__ import annotations

from .surface import Function, Parameter, Surface

#: What a text parameter is given where the call is meant to make sense, by function and parameter, else
#: by parameter. Names of candidates in misuse.h.
TEXTS = {
    ("rg_model_from_text", "text"): "model_texts",
    ("rg_load_options_add_layer", "text"): "model_texts",
    ("rg_draft_new", "head"): "head_texts",
    ("rg_draft_set_head", "head"): "head_texts",
    ("rg_draft_add", "element"): "element_texts",
    ("rg_ask", "question"): "question_texts",
    ("rg_ask_limited", "question"): "question_texts",
    ("rg_what_if", "change"): "change_texts",
    ("rg_plan_from_text", "text"): "plan_texts",
    ("rg_plan_test", "cases"): "case_texts",
    ("rg_burden_by", "by"): "by_texts",
    ("rg_review_begin", "head"): "review_texts",
    ("rg_review_read", "text"): "review_texts",
    ("rg_review_apply", "event"): "event_texts",
    ("rg_propose", "proposal"): "proposal_texts",
    ("rg_store_commit", "change"): "store_change_texts",
    ("rg_store_import", "lines"): "model_texts",
    "recorded_by": "date_texts",
    "valid_on": "date_texts",
    "path": "path_texts",
    "date": "date_texts",
    "made": "date_texts",
    "power": "power_texts",
    "target": "target_texts",
    "fact": "fact_texts",
    "actor": "actor_texts",
    "unit": "actor_texts",
    "within": "actor_texts",
}


def _candidates(function: Function, one: Parameter) -> tuple[str, str]:
    """The array of candidates for a parameter, and the C type of its items."""
    name, sort = one.type.name, one.type.sort
    if sort == "text" and one.type.array:
        return "lists", "const char* const*"
    if sort == "text":
        array = TEXTS.get((function.name, one.name)) or TEXTS.get(one.name) or "id_texts"
        return array, "const char*"
    if (function.name, one.name) == ("rg_store_follow", "seconds"):
        return "waits", "double"
    if name == "size_t" and one.name.endswith("length"):
        return "lengths", "size_t"
    if name == "size_t" and one.name.endswith("count"):
        return "counts", "size_t"
    if name == "size_t":
        return "places", "size_t"
    if sort == "enum":
        return "enums", "int32_t"
    return {"int32_t": "int32s", "uint32_t": "uint32s", "uint64_t": "uint64s", "double": "doubles"}[name], name


def _c(type_name: str, sort: str) -> str:
    return {"text": "const char*", "pointer": "void*", "handle": f"{type_name}*"}.get(sort, type_name)


def _call(function: Function) -> str:
    """One function as a `run_` function: `pick` says which candidate of each parameter."""
    before: list[str] = []
    arguments: list[str] = []
    after: list[str] = []
    statuses = bool(function.statuses)
    for i, one in enumerate(function.parameters):
        name, sort, pick = one.type.name, one.type.sort, f"pick[{i}]"
        if one.way == "frees":
            before.append(f"  {name}* none = NULL;")
            arguments.append(f"{pick} == 0 ? &none : NULL")
        elif name == "rg_error" and one.way == "out":
            before.append("  rg_error* error = NULL;")
            arguments.append(f"{pick} == 0 ? &error : NULL")
            after.append(f'  judge_error(ground, "{function.name}", status, {pick} == 0, &error);')
        elif one.way == "out" and one.type.array:
            room = {"size_t": "sizes", "uint32_t": "numbers", "double": "figures", "text": "texts"}[name]
            arguments.append(f"{pick} == 0 ? ground->{room} : NULL")
        elif one.way == "out" and sort == "handle":
            before.append(f"  {name}* {one.name} = NULL;")
            arguments.append(f"{pick} == 0 ? &{one.name} : NULL")
            after.append(f'  judge_out(ground, "{function.name}", status, {one.name} != NULL, {pick} == 0);')
            after.append(f"  {name}_free(&{one.name});")
        elif one.way == "out":
            before.append(f"  {_c(name, sort)} {one.name} = 0;")
            arguments.append(f"{pick} == 0 ? &{one.name} : NULL")
        elif sort == "handle":
            arguments.append(f"{pick} == 0 ? ground->{name.removeprefix('rg_')} : NULL")
        elif sort == "callback":
            arguments.append(f"{pick} == 0 ? misuse_{name.removeprefix('rg_')} : NULL")
        elif sort == "pointer":
            arguments.append("ground")
        else:
            arguments.append(f"misuse_{_candidates(function, one)[0]}[{pick}]")
    call = f"{function.name}({', '.join(arguments)})"
    if statuses:
        call = f"  const rg_status status = {call};"
    elif function.returns is None:
        call = f"  {call};"
    elif function.returns.sort == "text":
        call = f"  judge_text(ground, {call});"
    else:
        call = f"  (void){call};"
    if statuses:
        after.insert(0, f'  judge(ground, "{function.name}", status);')
    body = "\n".join([*before, call, *after])
    unused = "" if "ground" in body.split("(", 1)[-1] else "  (void)ground;\n"
    unused += "" if "pick[" in body else "  (void)pick;\n"
    return f"static void run_{function.name}(struct ground* ground, const size_t* pick) {{\n{unused}{body}\n}}\n"


def _size(function: Function, one: Parameter) -> str:
    """How many candidates a parameter has."""
    sort = one.type.sort
    if one.way in ("out", "frees") or sort in ("handle", "callback"):
        return "2"
    if sort == "pointer":
        return "1"
    return f"SIZE_OF(misuse_{_candidates(function, one)[0]})"


def write(surface: Surface, origin: str) -> str:
    text = f'/* {origin} */\n/* clang-format off */\n\n#include "misuse.h"\n\n#define SIZE_OF(array) (sizeof(array) / sizeof *(array))\n\n'
    text += "\n".join(_call(one) for one in surface.functions)
    text += "\nconst struct call misuse_calls[] = {\n"
    for one in surface.functions:
        sizes = ", ".join(_size(one, parameter) for parameter in one.parameters) or "0"
        text += f'    {{"{one.name}", run_{one.name}, {len(one.parameters)}, {{{sizes}}}}},\n'
    return text + "};\nconst size_t misuse_call_count = SIZE_OF(misuse_calls);\n"
