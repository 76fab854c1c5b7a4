"""regelgraf.h, in the form that clang-format leaves as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from textwrap import wrap
from typing import Any

from .surface import Callback, Constant, Enum, Function, Handle, Item, Parameter, Section, Surface, Type, Value

WIDTH = 100

BEGIN = """\
#ifndef REGELGRAF_H
#define REGELGRAF_H

"""

MACROS = """\

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define RG_CALL __cdecl
#if defined(RG_STATIC) /* linked in, no DLL: the host's to define */
#define RG_API
#elif defined(RG_BUILDING)
#define RG_API __declspec(dllexport)
#else
#define RG_API __declspec(dllimport)
#endif
#else
/** Calling convention of every function. */
#define RG_CALL
/** Marks what the library exports. */
#define RG_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif
"""

END = """
#ifdef __cplusplus
}
#endif

#endif
"""


def filled(text: str, first: str, rest: str, room: int = 0) -> list[str]:
    """The text in lines, `room` columns short of the width; `@p name` stays in one line."""
    glued = text.replace("@p ", "@p\0").replace("@since ", "@since\0")
    lines = wrap(glued, WIDTH - room, initial_indent=first, subsequent_indent=rest,
                 break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return [line.replace("\0", " ") for line in lines]


def comment(text: str) -> list[str]:
    paragraphs = text.split("\n")
    lines = filled(paragraphs[0], "/** ", " * ", room=3)
    if len(paragraphs) == 1 and len(lines) < 3:
        return [*lines[:-1], lines[-1] + " */"]
    lines = ["/**"]
    for number, paragraph in enumerate(paragraphs):
        lines += [" *"] * (number > 0) + filled(paragraph, " * ", " * ")
    return [*lines, " */"]


def c_type(kind: Type | None) -> str:
    return "void" if kind is None else {"text": "const char*"}.get(kind.name, kind.name)


def parameter(one: Parameter) -> str:
    base = c_type(one.type)
    if one.type.sort == "handle":
        base = {"in": f"const {base}*", "changes": f"{base}*"}.get(one.way, f"{base}**")
    elif one.way == "out":
        base += "*"
    elif one.type.array:
        base += " const*" if one.type.sort == "text" else "*"
    return f"{base} {one.name}"


def called(before: str, parameters: Sequence[Parameter]) -> list[str]:
    """`before(parameters);`, as many in a line as it holds, the others below the first."""
    words = [parameter(one) + "," for one in parameters] or ["void,"]
    words[-1] = words[-1][:-1] + ");"
    lines = [before + "(" + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += " " + word
        else:
            lines.append(" " * (len(before) + 1) + word)
    return lines


def described(parameters: Iterable[Parameter], with_way: bool) -> list[str]:
    told = [one for one in parameters if one.doc]
    width = max((len(one.name) for one in told), default=0)
    lines = []
    for one in told:
        way = "[out]" if one.way == "out" else "[in] "
        first = f" * @param{way if with_way else ''} {one.name:{width}}  "
        lines += filled(one.doc, first, " *" + " " * (len(first) - 2))
    return lines


def section(item: Section) -> list[str]:
    begin = f"/* ---- {item.title} "
    return [begin.ljust(WIDTH - 3, "-") + " */", ""]


def constant(item: Constant) -> list[str]:
    value = str(item.value) if item.type == "int32_t" else f"(({item.type}){item.value})"
    return [*comment(item.doc), f"#define {item.name} {value}", ""]


def enum(item: Enum) -> list[str]:
    head = [*comment(item.doc), f"typedef int32_t {item.name};"]
    told = [(one, said(one)) for one in item.values]
    short = "enum { " + ", ".join(f"{one.name} = {one.value}" for one in item.values) + " };"
    if not any(doc for _, doc in told) and len(short) <= WIDTH:
        return [*head, short, ""]
    lines, together = [*head, "enum {"], []
    last = item.values[-1]
    for one, doc in told:
        begin = f"  {one.name} = {one.value}{'' if one is last else ','}"
        if doc:
            together.append((begin, doc))
            continue
        lines += trailing(together) + [begin]
        together = []
    return [*lines, *trailing(together), "};", ""]


def said(one: Value) -> str:
    return " ".join(filter(None, (one.doc, f"@since {one.since}" if one.since else "")))


def trailing(values: list[tuple[str, str]]) -> list[str]:
    """Values with their comments behind them, one below the other."""
    width = max((len(begin) for begin, _ in values), default=0)
    lines = []
    for begin, doc in values:
        first = f"{begin:{width}} /**< "
        wrapped = filled(doc, first, " " * len(first), room=3)
        lines += [*wrapped[:-1], wrapped[-1] + " */"]
    return lines


def handle(item: Handle) -> list[str]:
    return [*comment(item.doc), f"typedef struct {item.name} {item.name};", ""]


def block(doc: str, *parts: list[str]) -> list[str]:
    lines = ["/**"]
    for number, paragraph in enumerate(doc.split("\n")):
        lines += [" *"] * (number > 0) + filled(paragraph, " * ", " * ")
    return [*lines, *(line for part in parts for line in part), " */"]


def callback(item: Callback) -> list[str]:
    then = [" *", *filled(item.then, " * ", " * ")] if item.then else []
    returns = filled(f"@return {item.returns_doc}", " * ", " *         ") if item.returns_doc else []
    head = block(item.doc, described(item.parameters, False), returns, then)
    return [*head, *called(f"typedef {c_type(item.returns)}(RG_CALL* {item.name})", item.parameters), ""]


def function(item: Function) -> list[str]:
    statuses = "" if item.statuses_as else ", ".join(
        f"{one} ({item.status_docs[one]})" if one in item.status_docs else one for one in item.statuses)  # fmt: skip
    since = f"@{item.standing}"
    if any(one.doc for one in item.parameters):
        returns = statuses or item.returns_doc
        head = block(item.doc, described(item.parameters, True),
                     filled(f"@return {returns}", " * ", " *         ") if returns else [], [f" * {since}"])  # fmt: skip
    else:
        head = comment(" ".join(filter(None, (item.doc, statuses and statuses + ".", since))))
    return [*head, *called(f"RG_API {c_type(item.returns)} RG_CALL {item.name}", item.parameters), ""]


def treaty(surface: Surface) -> list[str]:
    lines = ["/**", " * @file", " * @ingroup capi", *filled(f"@brief {surface.title}", " * ", " * "), " *",
             f" * The treaty, in {NAMES[len(surface.treaty)]} rules:", " *"]  # fmt: skip
    for number, rule in enumerate(surface.treaty, 1):
        lines += filled(rule, f" * {number:2}. ", " *     ")
    return [*lines, " */"]


WRITERS: dict[type[Item], Callable[[Any], list[str]]] = {
    Section: section, Constant: constant, Enum: enum, Handle: handle, Callback: callback, Function: function,
}  # fmt: skip
NAMES = dict(enumerate("no one two three four five six seven eight nine ten eleven twelve".split()))


def write(surface: Surface, origin: str) -> str:
    body = [f"/* {origin} */", BEGIN.rstrip("\n"), "", *treaty(surface), MACROS.rstrip("\n"), ""]
    for item in surface.items:
        body += WRITERS[type(item)](item)
    return "\n".join(body).rstrip("\n") + "\n" + END
