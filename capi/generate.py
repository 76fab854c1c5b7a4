#!/usr/bin/env python3
"""Writes what follows from api.toml. With --check it writes nothing and fails where a file differs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import c_header, csharp, exports, java, misuse, python, reference, surface

HERE = Path(__file__).resolve().parent
ORIGIN = "Written from capi/api.toml by capi/generate.py: do not edit."
OUTPUTS = {
    "capi/include/regelgraf.h": c_header.write,
    "bindings/dotnet/Regelgraf/Native.cs": csharp.write,
    "bindings/java/src/main/java/dk/regelgraf/Native.java": java.write,
    "bindings/python/regelgraf/_native.py": python.write,
    "capi/regelgraf.map": exports.write_map,
    "capi/regelgraf.def": exports.write_def,
    "capi/REFERENCE.md": reference.write,
    "tests/capi/misuse_calls.c": misuse.write,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a file differs")
    parser.add_argument("--root", type=Path, default=HERE.parent, help="where the files are; the project")
    options = parser.parse_args()
    try:
        read = surface.read(options.root / "capi/api.toml")
    except (surface.Refused, ValueError) as error:
        print(f"capi/api.toml: {error}", file=sys.stderr)
        return 1
    differ = []
    for name, write in OUTPUTS.items():
        path, text = options.root / name, write(read, ORIGIN)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        differ.append(name)
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for name in differ:
        print(f"{name}: {'differs from capi/api.toml, run ./dev api' if options.check else 'written'}")
    return 1 if options.check and differ else 0


if __name__ == "__main__":
    sys.exit(main())
