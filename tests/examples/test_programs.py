"""The example program says the same in C, C++, C++ over C, Python and C#, and that is examples/expected.txt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("REGELGRAF_BUILD", ROOT / "build" / "dev"))
PROGRAMS = {
    "C": [BUILD / "bin/example_ask_c"],
    "C++": [BUILD / "bin/example_ask_cpp"],
    "C++ over C": [BUILD / "bin/example_ask_over_c"],
    "Python": [sys.executable, ROOT / "examples/python/ask.py"],
    "C#": ["mono", BUILD / "dotnet/Ask.exe"],
}


def run(language, *arguments):
    done = subprocess.run([*PROGRAMS[language], *arguments], cwd=ROOT, capture_output=True,
                          env={**os.environ, "PYTHONIOENCODING": "utf-8"})  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("language", PROGRAMS)
def test_the_documented_run(language):
    expected = (ROOT / "examples/expected.txt").read_text(encoding="utf-8")
    assert run(language, "examples/odder/odder.json", "ugenotat") == (0, expected, "")


# Joint holders and notice, conditions, a quotation mark in a name, nobody.
@pytest.mark.parametrize("model, rule", [
    ("odder/odder.json", "retningslinje-stress"), ("odder/odder.json", "delmaal"), ("odder/odder.json", "sel-148"),
    ("soroe/soroe.json", "soroe:plan"), ("soroe/soroe.json", "soroe:3.2.5:basis"),
])  # fmt: skip
def test_all_say_the_same(model, rule):
    said = {language: run(language, f"examples/{model}", rule) for language in PROGRAMS}
    assert said["C"][0] == 0 and len(said["C"][1]) > 200
    assert all(one == said["C"] for one in said.values())


def test_quotation_marks_in_names(tmp_path):
    (tmp_path / "m.json").write_text(
        '{"regelgraf": 1, "model": {"id": "m"}, "elements": [{"id": "r", "kind": "rule",'
        ' "instrument": "procedure", "name": "Den \\"nye\\" \\\\ regel"}]}', encoding="utf-8")  # fmt: skip
    said = {language: run(language, str(tmp_path / "m.json"), "r") for language in PROGRAMS}
    assert 'Den "nye" \\ regel' in said["C"][1]
    assert all(one == said["C"] for one in said.values())


@pytest.mark.parametrize("language", PROGRAMS)
def test_what_goes_wrong_is_said(language):
    status, out, err = run(language, "examples/odder/odder.json", "ugenotatet")
    assert (status, out) == (1, "") and "ugenotatet" in err
    status, out, err = run(language, "no such file", "x")
    assert (status, out) == (1, "") and "no such file" in err
    assert run(language)[0] == 2
