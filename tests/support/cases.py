"""Cases of a model: questions, and the part of each answer that must hold.

`expect` is a part of the answer: of an object the fields that are named, of a list every entry in
order, of anything else the same value.
"""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read(path):
    """(model file, [case]) of a file of cases; the model's path is relative to it."""
    held = json.loads(path.read_text(encoding="utf-8"))
    assert held["cases"], f"no cases in {path}"
    return (path.parent / held["model"]).resolve(), held["cases"]


def cases(example):
    """(model file, [case]) of examples/NAME/cases.json."""
    return read(ROOT / "examples" / example / "cases.json")


def differences(expected, got, at="answer"):
    """Where `got` does not hold what is expected, each as one line; empty: it does."""
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return [f"{at} is {got!r}, not an object"]
        found = []
        for key, value in expected.items():
            if key in got:
                found += differences(value, got[key], f"{at}.{key}")
            else:
                found.append(f"{at}.{key} is missing")
        return found
    if isinstance(expected, list):
        if not isinstance(got, list) or len(expected) != len(got):
            return [f"{at} is {got!r}, not {expected!r}"]
        return [
            line for i, pair in enumerate(zip(expected, got)) for line in differences(*pair, f"{at}[{i}]")
        ]
    if isinstance(expected, bool) is isinstance(got, bool) and expected == got:
        return []
    return [f"{at} is {got!r}, not {expected!r}"]
