"""What the built libraries offer and what they ask of the host, read with nm."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from generator import surface

import abi

# The library never prints, exits or aborts, and no question reads a calendar.
FORBIDDEN = {
    "abort", "exit", "_exit", "quick_exit",
    "puts", "putchar", "printf", "vprintf", "fprintf", "fputs", "fputc", "fwrite", "perror",
    "__printf_chk", "__vprintf_chk", "__fprintf_chk", "stdout", "stderr",
    "_ZSt4cout", "_ZSt4cerr", "_ZSt4clog", "_ZSt5wcout", "_ZSt5wcerr",
    "time", "clock_gettime", "gettimeofday", "localtime", "localtime_r", "gmtime", "gmtime_r",
    "rand", "srand", "random",
    "_ZNSt6chrono3_V212system_clock3nowEv",
}  # fmt: skip
# assert() ends in __assert_fail and _GLIBCXX_ASSERTIONS in std::__glibcxx_assert_fail; the dev build
# has both, a release has neither. They are names of their own, so nothing above need be let through.


def nm(*arguments):
    """Symbol names, without their versions and the names of versions. A failing nm is a failing test."""
    text = subprocess.run(["nm", "-P", *map(str, arguments)], check=True, capture_output=True, text=True)
    lines = [line.split() for line in text.stdout.splitlines()]
    names = {line[0].split("@")[0] for line in lines if len(line) >= 2 and line[1] != "A" and not line[0].endswith(":")}
    assert names, f"nm read nothing from {arguments[-1]}"
    return names


def exports(library):
    """What it offers; the name of the version that the symbols have is itself listed, and is none."""
    return {name for name in nm("-D", "--defined-only", library) if not name.startswith("REGELGRAF_")}


def asks_for(library, *dynamic):
    return nm("--undefined-only", *dynamic, library) & FORBIDDEN


@pytest.fixture(scope="session")
def shared_library(build):
    return Path(os.environ.get("REGELGRAF_LIBRARY", build / "lib" / "libregelgraf.so"))


@pytest.fixture(scope="session")
def static_library(build):
    return build / "lib" / "libregelgraf-cxx.a"


def test_the_soname_is_the_one_that_is_promised(shared_library):
    text = subprocess.run(["objdump", "-p", shared_library], check=True, capture_output=True, text=True).stdout
    assert re.findall(r"SONAME +(\S+)", text) == [abi.SONAME]


def compile_shared(folder, text, *flags):
    source, library = folder / "planted.cpp", folder / "libplanted.so"
    source.write_text(text, encoding="utf-8")
    compiler = os.environ.get("REGELGRAF_CXX", "c++")
    subprocess.run([compiler, "-O1", "-fPIC", "-shared", *flags, source, "-o", library], check=True)
    return library


@pytest.fixture(scope="session")
def functions(root):
    return surface.read(root / "capi/api.toml").functions


def test_the_surface_is_exported_and_nothing_else(shared_library, functions):
    assert exports(shared_library) == {one.name for one in functions}


def versions(library):
    """What is exported, each name with its version."""
    text = subprocess.run(["nm", "-D", "-P", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"^(\w+@@[\w.]+) [^A]", text, re.MULTILINE))


def test_each_function_has_the_version_that_brought_it(shared_library, functions):
    assert versions(shared_library) == {f"{one.name}@@REGELGRAF_{one.since}" for one in functions}


def test_the_library_neither_prints_nor_ends_nor_looks_at_the_clock(shared_library, static_library):
    assert asks_for(shared_library, "-D") == set()
    assert asks_for(static_library) == set()


def test_a_planted_export_is_caught(tmp_path):
    library = compile_shared(tmp_path, 'extern "C" void rg_a() {} namespace regelgraf { void leak() {} }')
    assert "_ZN9regelgraf4leakEv" in exports(library) and "rg_a" in exports(library)


@pytest.mark.parametrize("text, name", [
    ('#include <cstdio>\nvoid f() { std::puts("a"); }', "puts"),
    ('#include <cstdio>\nvoid f(int i) { std::printf("%d", i); }', "printf"),
    ('#include <cstdio>\nvoid f(int i) { std::fprintf(stderr, "%d", i); }', "stderr"),
    ('#include <iostream>\nvoid f() { std::cout << 1; }', "_ZSt4cout"),
    ("#include <cstdlib>\nvoid f() { std::abort(); }", "abort"),
    ("#include <cstdlib>\nvoid f() { std::exit(1); }", "exit"),
    ("#include <ctime>\nlong f() { return std::time(nullptr); }", "time"),
    ("#include <chrono>\nauto f() { return std::chrono::system_clock::now(); }",
     "_ZNSt6chrono3_V212system_clock3nowEv"),
])  # fmt: skip
def test_a_planted_call_is_caught(tmp_path, text, name):
    assert name in asks_for(compile_shared(tmp_path, text), "-D")


def test_an_unreadable_library_is_no_clean_library(tmp_path):
    (tmp_path / "broken.so").write_bytes(b"not a library")
    with pytest.raises((subprocess.CalledProcessError, AssertionError)):
        exports(tmp_path / "broken.so")
