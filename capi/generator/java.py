"""Native.java: JNA's direct mapping.

Direct mapping, because a call through it costs about a tenth of one through an interface; it takes callbacks and
arrays of numbers, but none of pointers, which are handed over as memory. What comes out is written to an array of one,
a handle too: JNA's PointerByReference and its like need native memory, which costs more than the call. size_t is a
long: a SizeT of JNA's IntegerType would send each call through Java's side of a conversion. The hand-written layer,
which also finds the library, refuses a JVM whose size_t is not 8 bytes.
"""

from __future__ import annotations

from textwrap import wrap

from .names import pascal, plain
from .surface import Callback, Constant, Enum, Function, Parameter, Surface, Type

WIDTH = 100
SCALARS = {"size_t": "long", "int32_t": "int", "uint32_t": "int", "uint64_t": "long", "double": "double", "void*": "Pointer"}

BEGIN = """\
package dk.regelgraf;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;

/**
 * The C ABI, declared: see capi/include/regelgraf.h for what each call means.
 *
 * <p>Texts go in as UTF-8 bytes that end with a 0 (null: NULL) and come out as borrowed addresses,
 * as do texts in arrays, for which the caller brings the memory. What comes out, and a handle that
 * is freed, is in an array of one; addresses are long there. A size_t is a long, so a JVM of 64
 * bits is needed; -1 is RG_NUL_TERMINATED. A uint32_t is an int without a sign. Enums go both ways
 * as int.
 */
final class Native {
  static {
    com.sun.jna.Native.register(Native.class, NativeLibraries.open(Native.RG_ABI_VERSION));
  }

  private Native() {}

  /** Part of every enum: its number in C. */
  interface Numbered {
    int value();
  }

"""


def write(surface: Surface, origin: str) -> str:
    parts = [f"// {origin}\n", BEGIN, *map(_constant, surface.constants), "\n"]
    parts += [*map(_enum, surface.enums), *map(_callback, surface.callbacks)]
    return "".join(parts) + "\n".join(map(_function, surface.functions)) + "}\n"


def _doc(text: str, indent: str = "  ") -> str:
    text = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    lines = wrap(text, WIDTH - len(indent) - 7, break_long_words=False, break_on_hyphens=False)
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}\n" for line in lines) + f"{indent} */\n"


def _constant(one: Constant) -> str:
    return _doc(one.doc) + f"  static final {SCALARS[one.type]} {one.name} = {one.value};\n"


def _enum(one: Enum) -> str:
    name = pascal(one.name)
    text = _doc(one.doc) + f"  enum {name} implements Numbered {{\n"
    for value in one.values:
        if value.doc:
            text += _doc(value.doc, "    ")
        text += f"    {one.short(value)}({value.value}){';' if value is one.values[-1] else ','}\n"
    return text + (
        f"\n    private final int value;\n\n    {name}(int value) {{\n      this.value = value;\n    }}\n\n"
        "    @Override\n    public int value() {\n      return value;\n    }\n  }\n\n"
    )


def _plain_type(kind: Type | None) -> str:
    if kind is None:
        return "void"
    return {"text": "Pointer", "handle": "Pointer", "enum": "int", "callback": pascal(kind.name)}.get(
        kind.sort) or SCALARS[kind.name]  # fmt: skip


def _callback(one: Callback) -> str:
    takes = ", ".join(f"{_plain_type(parameter.type)} {parameter.name}" for parameter in one.parameters)
    return (
        _doc(" ".join((one.doc, one.then)))
        + f"  interface {pascal(one.name)} extends Callback {{\n"
        + f"    {_plain_type(one.returns)} invoke({takes});\n  }}\n\n"
    )


def _parameter(one: Parameter) -> str:
    base = _plain_type(one.type)
    if one.type.sort == "text":
        base = "Pointer" if one.type.array else "byte[]"
    elif one.type.sort == "handle" and not one.type.array:
        base = "long[]" if one.way in ("out", "frees") else base
    elif one.type.array or one.way == "out":
        base += "[]"
    return f"{base} {one.name}"


def _function(one: Function) -> str:
    begin = f"  static native {_plain_type(one.returns)} {one.name}("
    takes = [_parameter(parameter) for parameter in one.parameters]
    lines = [begin + ", ".join(takes) + ");"]
    if len(lines[0]) > WIDTH:
        lines = [begin, *wrap(", ".join(word.replace(" ", "\0") for word in takes) + ");", WIDTH, initial_indent=" " * 6,
                              subsequent_indent=" " * 6, break_long_words=False)]  # fmt: skip
    return _doc(one.doc) + "\n".join(lines).replace("\0", " ") + "\n"
