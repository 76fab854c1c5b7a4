#!/usr/bin/env python3
"""Compares what api.toml promises with the last release, by libabigail; fails where a promise is broken.

What is described is regelgraf.h: a C library whose functions do nothing, with types, versions and soname of the
real one. The C++ library would say the same and much that is nobody's business; that it defines what the header
declares its compiler sees to, and that it exports just that, tests/house. Experimental functions are promised to
nobody and left out. Enums are int32_t at the border, so each of their values is described as an array of that many
bytes and one: one that is gone or has another number shows.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from generator import exports, surface
from generator.c_header import c_type, parameter

HERE = Path(__file__).resolve().parent
SONAME = "libregelgraf.so.0"


def promised(read: surface.Surface) -> surface.Surface:
    kept = (one for one in read.items if getattr(one, "stability", "") != "experimental")
    return surface.Surface(read.title, read.treaty, tuple(kept))


def values(read: surface.Surface) -> list[surface.Value]:
    return [value for enum in read.enums for value in enum.values]


def source(read: surface.Surface) -> str:
    lines = ["#include <regelgraf.h>"]
    for one in read.functions:
        takes = ", ".join(map(parameter, one.parameters)) or "void"
        lines.append(f"{c_type(one.returns)} {one.name}({takes}) {{ {'return 0; ' if one.returns else ''}}}")
    lines += [f"const char value_of_{one.name}[{one.value} + 1] = {{0}};" for one in values(read)]
    return "\n".join(lines) + "\n"


def describe(text: str, versions: str, include: Path) -> str:
    """libabigail's description of the library that this C text makes."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "regelgraf.c").write_text(text, encoding="utf-8")
        Path(folder, "regelgraf.map").write_text(versions, encoding="utf-8")
        subprocess.run(
            [os.environ.get("REGELGRAF_CC", "cc"), "-std=c99", "-O0", "-g", "-shared", "-fPIC", "-nostdlib", f"-I{include}",
             f"-Wl,-soname,{SONAME}", "-Wl,--version-script=regelgraf.map", "regelgraf.c", "-o", "regelgraf.so"],
            cwd=folder, check=True)  # fmt: skip
        made = subprocess.run(
            ["abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "regelgraf.so"],
            cwd=folder, check=True, capture_output=True, text=True)  # fmt: skip
    return made.stdout


def described(read: surface.Surface, include: Path) -> str:
    read = promised(read)
    versions = exports.write_map(read, "promised").replace("  local:\n", "    value_of_*;\n  local:\n")
    return describe(source(read), versions, include)


def broken(before: str, after: str) -> str:
    """What libabigail finds changed or gone; "" where things were only added."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "before.abi").write_text(before, encoding="utf-8")
        Path(folder, "after.abi").write_text(after, encoding="utf-8")
        # Without --harmless an `rg_model*` that becomes an `rg_model**` passes: nobody knows its size.
        ran = subprocess.run(
            ["abidiff", "--no-added-syms", "--harmless", "--no-architecture", "before.abi", "after.abi"],
            cwd=folder, capture_output=True, text=True)  # fmt: skip
    if ran.returncode & 3:
        raise RuntimeError(f"abidiff failed: {ran.stderr or ran.stdout}")
    return ran.stdout if ran.returncode else ""


def baselines(folder: Path) -> list[Path]:
    """The descriptions that are kept, oldest first."""
    return sorted(folder.glob("regelgraf-*.abi"), key=lambda path: [*map(int, re.findall(r"\d+", path.name))])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="keep what is promised now as that of this version")
    options = parser.parse_args()
    now = described(surface.read(HERE / "api.toml"), HERE / "include")
    kept = baselines(HERE / "abi")
    said = broken(kept[-1].read_text(encoding="utf-8"), now) if kept else ""
    if said:
        print(f"against {kept[-1].name}:\n{said}")
    elif kept:
        print(f"all that {kept[-1].name} promised is kept")
    if not options.accept:
        return 1 if said or not kept else 0
    version = re.search(r"VERSION (\d+\.\d+)\.\d+", (HERE.parent / "CMakeLists.txt").read_text(encoding="utf-8"))
    assert version
    path = HERE / "abi" / f"regelgraf-{version[1]}.abi"
    path.parent.mkdir(exist_ok=True)
    path.write_text(now, encoding="utf-8")
    print(f"written: capi/abi/{path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
