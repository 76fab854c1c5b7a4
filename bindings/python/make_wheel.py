#!/usr/bin/env python3
"""Makes the wheel: the package with the library inside, tagged for the platforms where that library runs.

    make_wheel.py LIBRARY OUT      prints the path of the wheel

Needs setuptools and wheel (Debian: python3-setuptools, python3-wheel), no network and no compiler.
The tag is read off the library: what it needs of glibc and of GCC's own libraries, by their symbol
versions, makes it `manylinux_X_Y` (PEP 600); a library that leans on anything else gets plain `linux`
and runs where that is installed. The same library gives the same bytes.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
INSIDE = "libregelgraf.so"  # what _native.py looks for beside itself

Version = tuple[int, ...]

# What PEP 600 lets a wheel take for granted, of what a C++ library may want.
EVERYWHERE = {
    "libc.so.6", "libm.so.6", "libdl.so.2", "librt.so.1", "libpthread.so.0", "libgcc_s.so.1",
    "libstdc++.so.6", "libz.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
}  # fmt: skip

# The glibc of the distributions that first had these symbol versions, from the newest that each glibc
# may count on: the manylinux policies of auditwheel, and GCC's ABI history.
GLIBC_WITH: dict[str, list[tuple[Version, Version]]] = {
    "GLIBCXX": [((3, 4, 19), (2, 17)), ((3, 4, 22), (2, 24)), ((3, 4, 24), (2, 27)), ((3, 4, 25), (2, 28)),
                ((3, 4, 28), (2, 31)), ((3, 4, 29), (2, 34)), ((3, 4, 30), (2, 35)), ((3, 4, 32), (2, 38)),
                ((3, 4, 33), (2, 39))],
    "CXXABI": [((1, 3, 7), (2, 17)), ((1, 3, 10), (2, 24)), ((1, 3, 11), (2, 27)), ((1, 3, 12), (2, 31)),
               ((1, 3, 13), (2, 34)), ((1, 3, 14), (2, 38)), ((1, 3, 15), (2, 39))],
    "GCC": [((4, 8, 0), (2, 17)), ((7, 0, 0), (2, 27)), ((12, 0, 0), (2, 35)), ((13, 0, 0), (2, 38)),
            ((14, 0, 0), (2, 39))],
    "ZLIB": [((1, 2, 5, 2), (2, 17)), ((1, 2, 9), (2, 27)), ((1, 2, 12), (2, 38))],
}  # fmt: skip

MACHINES = {62: "x86_64", 183: "aarch64"}


class NotALibrary(Exception):
    """What was given is not a shared library of a kind that this can tag."""


@dataclass(frozen=True)
class Needs:
    """What a shared library asks of the system it runs on."""

    machine: str
    #: DT_NEEDED, in order.
    libraries: tuple[str, ...]
    #: Symbol versions, as "GLIBC_2.32".
    versions: frozenset[str]


def needs_of(path: Path) -> Needs:
    """Reads the dynamic section of a 64-bit little-endian ELF file."""
    data = path.read_bytes()
    try:
        if data[:6] != b"\x7fELF\x02\x01":
            raise NotALibrary(f"{path} is no 64-bit little-endian ELF file")
        machine = MACHINES.get(struct.unpack_from("<H", data, 18)[0])
        if machine is None:
            raise NotALibrary(f"{path} is for a machine that has no tag here")
        return Needs(machine, *_dynamic(data))
    except (struct.error, LookupError, ValueError):
        raise NotALibrary(f"{path} ends too early or is damaged") from None


def _dynamic(data: bytes) -> tuple[tuple[str, ...], frozenset[str]]:
    (at_segments,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    segments = [struct.unpack_from("<IIQQQQ", data, at_segments + i * size) for i in range(count)]

    def place(address: int) -> int:
        for kind, _, offset, start, _, length in segments:
            if kind == 1 and start <= address < start + length:  # PT_LOAD
                return int(offset + address - start)
        raise ValueError

    [(begin, length)] = [(offset, length) for kind, _, offset, _, _, length in segments if kind == 2]  # PT_DYNAMIC
    entries = [(tag, value) for tag, value in struct.iter_unpack("<QQ", data[begin : begin + length])]
    tags = dict(entries)
    strings = place(tags[5])  # DT_STRTAB

    def text(at: int) -> str:
        return data[strings + at : data.index(b"\0", strings + at)].decode()

    versions = set()
    if 0x6FFFFFFE in tags:  # DT_VERNEED: a chain of files, each with a chain of versions
        file = place(tags[0x6FFFFFFE])
        for _ in range(tags[0x6FFFFFFF]):
            _, names, _, first, following = struct.unpack_from("<HHIII", data, file)
            one = file + first
            for _ in range(names):
                _, _, _, name, step = struct.unpack_from("<IHHII", data, one)
                versions.add(text(name))
                one += step
            file += following
    return tuple(text(value) for tag, value in entries if tag == 1), frozenset(versions)


def platform_tag(needs: Needs) -> tuple[str, str]:
    """The platform tag that is true of such a library, and why it is that one."""
    foreign = [name for name in needs.libraries if name not in EVERYWHERE]
    if foreign:
        return f"linux_{needs.machine}", f"needs {', '.join(foreign)} of the system"
    glibc: Version = (2, 17)
    because = "needs nothing newer"
    for name in sorted(needs.versions):
        family, _, digits = name.partition("_")
        if not re.fullmatch(r"\d+(\.\d+)*", digits):
            if name in ("CXXABI_FLOAT128", "CXXABI_TM_1"):  # older than what is asked for here anyway
                continue
            return f"linux_{needs.machine}", f"needs {name}, which says nothing of glibc"
        version = tuple(int(part) for part in digits.split("."))
        if family == "GLIBC":
            least: Version | None = version[:2]
        else:
            least = next((glibc for has, glibc in GLIBC_WITH.get(family, []) if version <= has), None)
        if least is None:
            return f"linux_{needs.machine}", f"needs {name}, which no glibc known here vouches for"
        if least > glibc:
            glibc, because = least, f"needs {name}"
    return f"manylinux_{glibc[0]}_{glibc[1]}_{needs.machine}", because


def _checked(library: Path, machine: str) -> None:
    """Refuses a library that the package would refuse when it is imported."""
    if platform.machine() != machine:
        return
    run = subprocess.run(
        [sys.executable, "-c", "import regelgraf"], cwd=HERE, capture_output=True, text=True,
        env={**os.environ, "REGELGRAF_LIBRARY": str(library), "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    if run.returncode:
        raise NotALibrary(run.stderr.strip().splitlines()[-1])


def make(library: Path, out: Path) -> Path:
    """The wheel in `out`."""
    library, out = library.resolve(strict=True), out.resolve()
    tag, because = platform_tag(needs := needs_of(library))
    _checked(library, needs.machine)
    print(f"{tag}: {because}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(HERE / "regelgraf", work / "regelgraf", ignore=shutil.ignore_patterns("__pycache__", "*.so*"))
        for name in ("pyproject.toml", "README.md"):
            shutil.copy(HERE / name, work)
        shutil.copy(HERE.parents[1] / "LICENSE", work)
        shutil.copy(library, work / "regelgraf" / INSIDE)
        (work / "regelgraf" / INSIDE).chmod(0o755)
        run = subprocess.run(
            [sys.executable, str(HERE / "make_wheel.py"), "--build", tag], cwd=work, capture_output=True, text=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or "315532800"},
        )  # fmt: skip
        if run.returncode:
            raise SystemExit(f"make_wheel: setuptools failed\n{run.stdout}{run.stderr}")
        [made] = (work / "dist").glob("*.whl")
        out.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(made, out))


def build(tag: str) -> None:
    """Runs setuptools in the working folder; its own process, because setuptools keeps state."""
    from setuptools import Distribution, setup
    from wheel.bdist_wheel import bdist_wheel

    class WithLibrary(Distribution):  # type: ignore[misc]
        def has_ext_modules(self) -> bool:
            return True  # not for every platform

    class Tagged(bdist_wheel):  # type: ignore[misc]
        def get_tag(self) -> tuple[str, str, str]:
            return "py3", "none", tag  # ctypes: any Python, no ABI of CPython's

    setup(distclass=WithLibrary, cmdclass={"bdist_wheel": Tagged}, script_args=["bdist_wheel"])


def main(arguments: list[str]) -> int:
    if len(arguments) == 2 and arguments[0] == "--build":
        build(arguments[1])
        return 0
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(make(Path(arguments[0]), Path(arguments[1])))
        return 0
    except (NotALibrary, OSError) as error:
        print(f"make_wheel: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
