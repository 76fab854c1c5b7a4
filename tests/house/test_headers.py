"""regelgraf.h is strict C99 and is C++20; each C++ header compiles alone (target header_alone); the layer over C is C++17."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

STRICT = ["-pedantic-errors", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]
C99 = [os.environ.get("REGELGRAF_CC", "cc"), "-xc", "-std=c99", "-Wstrict-prototypes", *STRICT]
CXX = [os.environ.get("REGELGRAF_CXX", "c++"), "-xc++", "-std=c++20", *STRICT]


def compile_text(command, text, folder):
    run = subprocess.run([*command, f"-I{folder}", "-"], input=text, capture_output=True, text=True)
    return run.returncode, run.stderr


@pytest.mark.parametrize("command", [C99, CXX], ids=["C99", "C++20"])
def test_the_c_header_compiles_alone_and_twice(command, root):
    text = "#include <regelgraf.h>\n#include <regelgraf.h>\nint main(void) { return 0; }\n"
    assert compile_text(command, text, root / "capi/include") == (0, "")


@pytest.mark.parametrize("command, text", [
    (C99, "int f();\n"),  # old-style prototype
    (C99, "struct s { int a; union { int b; int c; }; };\n"),  # C11
    (C99, "enum e { a = 1, };\n; int b;\n"),  # stray semicolon
    (CXX, "int new;\n"),
    (CXX, "std::string f();\n"),  # leans on who includes it
], ids=["prototype", "C11", "semicolon", "keyword", "not-alone"])  # fmt: skip
def test_a_planted_fault_is_caught(command, text, tmp_path):
    (tmp_path / "regelgraf.h").write_text(text, encoding="utf-8")
    status, _ = compile_text(command, "#include <regelgraf.h>\n", tmp_path)
    assert status != 0


def test_every_public_header_was_compiled_alone(root, build):
    headers = {path.name for path in (root / "include/regelgraf").glob("*.hpp")} | {"version.hpp"}
    compiled = {path.name for path in (build / "tests").rglob("regelgraf.*.hpp.cpp.o")}
    assert compiled == {f"regelgraf.{name}.cpp.o" for name in headers}


OVER_C = Path(__file__).resolve().parents[2] / "bindings/cpp/include"
OVER_C_HEADERS = sorted(path.relative_to(OVER_C).as_posix() for path in OVER_C.rglob("*.hpp"))
COMPILERS = sorted({CXX[0], *(name for name in ("g++", "clang++") if shutil.which(name))})


def over_c(compiler, standard, text, *folders):
    command = [compiler, "-xc++", f"-std={standard}", *STRICT, *(f"-I{folder}" for folder in folders)]
    return compile_text(command, text, OVER_C)


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("header", OVER_C_HEADERS)
def test_the_layer_over_c_is_cxx17_each_header_alone(compiler, header, root):
    text = f"#include <{header}>\n#include <{header}>\n"
    assert over_c(compiler, "c++17", text, root / "capi/include") == (0, "")


@pytest.mark.parametrize("compiler", COMPILERS)
def test_the_layer_over_c_stands_beside_the_engine(compiler, root, build):
    text = "#include <regelgraf/over_c.hpp>\n#include <regelgraf/regelgraf.hpp>\n"
    assert over_c(compiler, "c++20", text, root / "capi/include", root / "include", build / "include") == (0, "")


def test_a_header_of_cxx20_is_caught(root):
    status, _ = over_c(CXX[0], "c++17", "#include <regelgraf/over_c.hpp>\n#include <span>\nstd::span<int> s;\n", root / "capi/include")
    assert status != 0
