"""The cases of the examples asked through Python, and the example in the README."""

import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT

import cases  # tests/support
from regelgraf import Model

HELD = [
    pytest.param(example, case, id=f"{example}: {case['name']}")
    for example in ("odder", "soroe")
    for case in cases.cases(example)[1]
]


@pytest.fixture(scope="module")
def models():
    opened = {example: Model.open(cases.cases(example)[0]) for example in ("odder", "soroe")}
    yield opened
    for model in opened.values():
        model.close()


@pytest.mark.parametrize("example, case", HELD)
def test_case(models, example, case):
    assert cases.differences(case["expect"], models[example].ask(case["ask"])) == []


@pytest.mark.parametrize("expected, got", [
    ({"a": 1}, {"a": 2}), ({"a": 1}, {}), ({"a": {}}, {"a": []}), ([1], [1, 2]), ([1], [2]), ([], None),
    (True, 1), (1, True), ("a", "b"), ([{"a": [1]}], [{"a": [1, 1]}]),
])  # fmt: skip
def test_a_planted_difference_is_seen(expected, got):
    assert len(cases.differences(expected, got)) == 1


def test_a_part_is_enough():
    assert cases.differences({"a": [{"b": 1}]}, {"a": [{"b": 1.0, "c": 2}], "d": 3}) == []


def test_the_readme_runs_as_written():
    text = (ROOT / "bindings/python/README.md").read_text(encoding="utf-8")
    program, output = (re.search(rf"```{kind}\n(.*?)```", text, re.S)[1] for kind in ("python", "text"))
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True,
                         env={**os.environ, "PYTHONIOENCODING": "utf-8"})  # fmt: skip
    assert (run.stdout, run.stderr) == (output, "")
