"""What the binding's tests share."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "support"))

import regelgraf  # noqa: E402

SMALL = """{"regelgraf": 1, "model": {"id": "lille", "name": {"da": "Lille Sogn"}, "facts": [
  {"name": "amount", "type": "number", "unit": "DKK", "aliases": ["beløb"]},
  {"name": "halted", "type": "boolean", "default": false},
  {"name": "reason", "type": "text"}, {"name": "born", "type": "date"}]},
 "elements": [
  {"id": "råd", "kind": "actor", "tier": "council", "form": "body", "name": "Rådet på Ærø"},
  {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "part_of": "råd"},
  {"id": "sted", "kind": "actor", "tier": "workplace", "form": "unit"},
  {"id": "sag", "kind": "matter", "code": "27.36"},
  {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef", "binds": ["sted"]},
  {"id": "pligt", "kind": "duty", "needs": ["skema"], "name": "Pligt på æøå"},
  {"id": "g", "kind": "grant", "by": "plan", "to": ["chef"], "powers": ["decide"], "over": ["sag"],
   "conditions": [{"fact": "amount", "op": "<=", "value": 1000}, {"fact": "halted", "op": "==", "value": false},
                  {"fact": "born", "op": ">=", "value": "2000-01-01"}]},
  {"id": "g2", "kind": "grant", "by": "statute", "to": ["råd"], "powers": ["decide"], "over": ["sag"]}]}"""


@pytest.fixture
def small():
    with regelgraf.Model.from_text(SMALL) as model:
        yield model


@pytest.fixture(scope="session")
def odder():
    with regelgraf.Model.open(ROOT / "examples/odder/odder.json") as model:
        yield model
