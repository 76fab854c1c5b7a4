"""What the command line's tests share: running the program, and small models."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
PROGRAM = os.environ.get("REGELGRAF", ROOT / "build" / "dev" / "bin" / "regelgraf")

# The tests say which locale they mean; what the caller has set must not shine through.
SPEECH = ("LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "COLUMNS", "REGELGRAF_LAYERS")
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in SPEECH} | {"LC_ALL": "C.UTF-8", "TERM": "xterm"}


def pytest_configure(config):
    config.addinivalue_line("markers", "plain: not in an instrumented build, where it takes minutes and shows nothing more")


def pytest_collection_modifyitems(config, items):
    if os.environ.get("REGELGRAF_SANITIZE"):
        plain = [item for item in items if item.get_closest_marker("plain")]
        items[:] = [item for item in items if item not in plain]
        config.hook.pytest_deselected(items=plain)


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    def json(self):
        return json.loads(self.out)


@pytest.fixture(scope="session")
def run():
    """run(ARGUMENT..., stdin=bytes, env={}): never more than a minute, never a crash."""

    def call(*arguments, stdin=b"", env=None, cwd=None):
        if isinstance(stdin, str):
            stdin = stdin.encode("utf-8")
        done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                              env=ENVIRONMENT | (env or {}), cwd=cwd, timeout=60)
        assert done.returncode in (0, 1, 2), done.stderr.decode("utf-8", "replace")
        return Result(done)

    return call


@pytest.fixture(scope="session")
def odder():
    return ROOT / "examples" / "odder" / "odder.json"


def model_text(*elements, facts=()):
    head = {"id": "m", "name": {"da": "Prøve", "en": "Trial"}, "facts": list(facts)}
    return json.dumps({"regelgraf": 1, "model": head, "elements": list(elements)}, ensure_ascii=False)


def actor(id, **fields):
    return {"id": id, "kind": "actor", "tier": "management", "form": "post", **fields}


def rule(id, **fields):
    return {"id": id, "kind": "rule", "instrument": "procedure", **fields}


@pytest.fixture
def write(tmp_path):
    """write(NAME, TEXT): a file to ask about."""

    def put(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return put


@pytest.fixture
def small(write):
    """A model with every sort of fact, one rule, a chief and a grant."""
    facts = [{"name": "amount", "type": "number", "unit": "DKK", "aliases": ["beløb"], "ask": {"da": "Hvor meget?"}},
             {"name": "urgent", "type": "boolean"}, {"name": "principled", "type": "judgement", "by": "chief"},
             {"name": "place", "type": "text"}, {"name": "received", "type": "date"}]
    return write("small.json", model_text(
        actor("chief", name={"da": "Chefen", "en": "The chief"}),
        actor("worker", name={"da": "Ærlig Øst på Ås"}, tier="frontline"),
        {"id": "sag", "kind": "matter", "code": "27.36", "name": {"da": "Sager", "en": "Cases"}},
        rule("r", issuer="chief", name={"da": "Blåbærgrød", "en": "Porridge"}, burden={"minutes": 60, "times_per_year": 1200}),
        rule("s", needs=["r"]),
        {"id": "g", "kind": "grant", "to": ["chief"], "powers": ["decide"], "over": ["sag"],
         "conditions": [{"fact": "amount", "op": "<=", "value": 100000.5}]},
        {"id": "h", "kind": "grant", "to": ["worker"], "powers": ["decide"], "over": ["sag"],
         "conditions": [{"fact": "urgent", "op": "==", "value": True}]},
        facts=facts))
