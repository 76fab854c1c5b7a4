"""The library as two files, cmake/bundle.py, compiled by one command and linked with what pkg-config names."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CC, CXX = os.environ.get("REGELGRAF_CC", "cc"), os.environ.get("REGELGRAF_CXX", "c++")


def run(*command, cwd):
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bundle")
    run(sys.executable, ROOT / "cmake/bundle.py", folder / "out", cwd=folder)
    # Once, and without optimising: it is all of the library in one go.
    run(CXX, "-std=c++20", "-O0", "-Wall", "-Wextra", "-c", "out/regelgraf.cpp", "-Iout", cwd=folder)
    return folder


def linked(bundle, *sources):
    libraries = re.search(r"link with (.+)\. The", (bundle / "out/regelgraf.cpp").read_text(encoding="utf-8"))[1]
    run(CC, "-std=c99", *sources, "regelgraf.o", "-Iout", *libraries.split(), "-o", "program", cwd=bundle)
    return bundle / "program"


def test_it_is_two_files_that_need_no_other_of_ours(bundle):
    assert sorted(p.name for p in (bundle / "out").iterdir()) == ["regelgraf.cpp", "regelgraf.h"]
    text = (bundle / "out/regelgraf.cpp").read_text(encoding="utf-8")
    assert re.findall(r'#include "(.+)"', text) == ["regelgraf.h"]
    assert "#include <regelgraf" not in text and str(ROOT) not in text


def test_the_example_prints_what_it_prints_elsewhere(bundle):
    program = linked(bundle, ROOT / "examples/c/ask.c")
    said = run(program, ROOT / "examples/odder/odder.json", "ugenotat", cwd=bundle)
    assert said == (ROOT / "examples/expected.txt").read_text(encoding="utf-8").strip()


def test_no_name_local_to_a_file_took_the_place_of_another(bundle):
    """In one file an overload of another file's could be chosen: the tests of the C ABI would see another answer."""
    run(linked(bundle, *sorted((ROOT / "tests/capi").glob("c_*.c"))), ROOT, "parts-may-lack", cwd=bundle)


@pytest.mark.skipif(not shutil.which("clang++"), reason="clang DID NOT READ THE LIBRARY: it is not here")
def test_clang_reads_it_too(bundle):
    run("clang++", "-std=c++20", "-fsyntax-only", "-w", "-Iout", "out/regelgraf.cpp", cwd=bundle)


def test_the_same_tree_makes_the_same_bytes(bundle, tmp_path):
    run(sys.executable, ROOT / "cmake/bundle.py", tmp_path, cwd=tmp_path)
    assert (tmp_path / "regelgraf.cpp").read_bytes() == (bundle / "out/regelgraf.cpp").read_bytes()
