"""The DLL that `./dev windows` builds, used as a stranger's C program would, under Wine."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
INSTALLED = ROOT / "build/mingw/installed"
CC = "x86_64-w64-mingw32-gcc-posix"
# Part of every Windows since 7.
OF_WINDOWS = {"kernel32.dll", "msvcrt.dll", "advapi32.dll", "user32.dll", "bcrypt.dll"}

pytestmark = pytest.mark.skipif(
    not (INSTALLED / "bin/regelgraf.dll").exists(),
    reason="NOTHING WAS TESTED FOR WINDOWS: there is no DLL; `./dev windows` builds it and says what it lacks")


def run(*command, cwd, **environment):
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, env={**os.environ, **environment})
    said = done.stdout.decode().replace("\r\n", "\n")
    assert done.returncode == 0, said + done.stderr.decode(errors="replace")
    return said.strip()


def wine(program, *arguments, cwd):
    return run("wine", program, *arguments, cwd=cwd, WINEPREFIX=str(ROOT / "build/mingw/wine"), WINEDEBUG="-all")


def compiled(folder, *sources):
    """A program of C99 beside the DLL."""
    shutil.copy(INSTALLED / "bin/regelgraf.dll", folder)
    run(CC, "-std=c99", "-Wall", "-Wextra", "-Werror", *sources, "-o", folder / "program.exe", f"-I{INSTALLED / 'include'}",
        f"-L{INSTALLED / 'lib'}", "-lregelgraf", cwd=folder)  # fmt: skip
    return folder / "program.exe"


def test_the_example_prints_what_it_prints_elsewhere(tmp_path):
    program = compiled(tmp_path, ROOT / "examples/c/ask.c")
    said = wine(program, ROOT / "examples/odder/odder.json", "ugenotat", cwd=tmp_path)
    assert said == (ROOT / "examples/expected.txt").read_text(encoding="utf-8").strip()


def test_names_of_files_are_utf8(tmp_path):
    (tmp_path / "århus").mkdir()
    model = '{"regelgraf": 1, "model": {"id": "by", "extends": ["./lån.json"]}, "elements": []}'
    (tmp_path / "århus/økonomi.json").write_text(model, encoding="utf-8")
    layer = '{"regelgraf": 1, "model": {"id": "lag"}, "elements": [{"id": "a", "kind": "duty"}]}'
    (tmp_path / "århus/lån.json").write_text(layer, encoding="utf-8")
    said = wine(compiled(tmp_path, HERE / "paths.c"), cwd=tmp_path)
    assert "århus/nowhere.json" in said
    assert (tmp_path / "århus/ændret.rgs").read_bytes().startswith(b"\x89RGS")


def test_the_tests_of_the_c_abi(tmp_path):
    program = compiled(tmp_path, *sorted((ROOT / "tests/capi").glob("c_*.c")))
    wine(program, ROOT, "parts-may-lack", cwd=tmp_path)


def test_the_dll_offers_rg_alone_and_needs_windows_alone():
    read = run("x86_64-w64-mingw32-objdump", "-p", INSTALLED / "bin/regelgraf.dll", cwd=ROOT)
    exported = set(re.findall(r"^\s+\[ *\d+\] (?:\+base\[ *\d+\] +[0-9a-f]+ )?(\w+)$", read, re.M))
    declared = set(re.findall(r"RG_CALL (rg_\w+)\(", (ROOT / "capi/include/regelgraf.h").read_text(encoding="utf-8")))
    assert exported == declared
    assert {name.lower() for name in re.findall(r"DLL Name: (\S+)", read)} - OF_WINDOWS == set()


def test_the_example_in_csharp(tmp_path):
    """Needs a Mono for Windows, which Debian has not: REGELGRAF_WINDOWS_MONO names its mono.exe."""
    mono = os.environ.get("REGELGRAF_WINDOWS_MONO")
    if not mono:
        pytest.skip("C# WAS NOT TESTED FOR WINDOWS: Debian has no Mono for it; REGELGRAF_WINDOWS_MONO would name a mono.exe")
    for file in (INSTALLED / "bin/regelgraf.dll", ROOT / "build/dev/dotnet/Regelgraf.Net.dll", ROOT / "build/dev/dotnet/Ask.exe"):
        shutil.copy(file, tmp_path)
    said = wine(mono, tmp_path / "Ask.exe", ROOT / "examples/odder/odder.json", "ugenotat", cwd=tmp_path)
    assert said == (ROOT / "examples/expected.txt").read_text(encoding="utf-8").strip()
