"""_native.py: ctypes. It only declares; `_library.py` beside it finds the library and loads it."""

from __future__ import annotations

from textwrap import wrap

from .names import plain
from .surface import Constant, Enum, Function, Parameter, Surface, Type

WIDTH = 110

BEGIN = '''\
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

'''


def write(surface: Surface, origin: str) -> str:
    parts = [f"# {origin}\n", BEGIN, f"ABI = {surface.abi}\n"]
    parts += [_constant(one) for one in surface.constants if one.name != "RG_ABI_VERSION"]
    parts += map(_enum, surface.enums)
    parts += [f"\n\nclass {one.name}(Structure):\n    pass\n" for one in surface.handles]
    parts.append("\n\n")
    parts += [f"{_pointer(one.name)} = POINTER({one.name})\n" for one in surface.handles]
    parts.append("\n")
    parts += [f"{_function_type(one.name)} = CFUNCTYPE({', '.join([_of(one.returns), *map(_takes, one.parameters)])})\n"
              for one in surface.callbacks]  # fmt: skip
    parts.append("\n# Name: (what it returns, what it takes). A text that is returned is copied by ctypes at once.\n")
    parts.append("FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {\n")
    parts += map(_function, surface.functions)
    return "".join(parts) + "}  # fmt: skip\n\nlib = _library.load(ABI, FUNCTIONS)\n"


def _pointer(handle: str) -> str:
    return handle.removeprefix("rg_") + "_p"


def _function_type(callback: str) -> str:
    return callback.removeprefix("rg_") + "_f"


def _constant(one: Constant) -> str:
    value = str(one.value) if one.type == "int32_t" else f"c_{one.type}({one.value}).value"
    return f"#: {plain(one.doc)}\n{one.name} = {value}\n"


def _enum(one: Enum) -> str:
    lines = wrap(plain(one.doc), WIDTH - 2, initial_indent="# ", subsequent_indent="# ")
    return "\n" + "\n".join([*lines, *(f"{value.name} = {value.value}" for value in one.values)]) + "\n"


def _of(kind: Type | None) -> str:
    if kind is None:
        return "None"
    return {"text": "c_char_p", "pointer": "c_void_p", "enum": "c_int32", "handle": _pointer(kind.name),
            "callback": _function_type(kind.name)}.get(kind.sort) or "c_" + kind.name.replace("32_t", "32").replace("64_t", "64")  # fmt: skip


def _takes(one: Parameter) -> str:
    base = _of(one.type)
    return f"POINTER({base})" if one.way in ("out", "frees") or one.type.array else base


def _function(one: Function) -> str:
    begin, takes = f'    "{one.name}": ({_of(one.returns)}, [', ", ".join(map(_takes, one.parameters)) + "]),"
    if len(begin + takes) <= WIDTH:
        return begin + takes + "\n"
    return begin + "\n" + "\n".join(wrap(takes, WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)) + "\n"
