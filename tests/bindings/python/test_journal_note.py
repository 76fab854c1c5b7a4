"""The note for a case file: the same bytes in every language."""

import datetime
import json
import os
import subprocess
from ctypes import byref

import pytest
import regelgraf
from conftest import ROOT
from regelgraf import _native

ODDER = ROOT / "examples/odder/odder.json"
CASE = dict(date="2026-03-01", case_no="27.36.12-P22-1-26", made="2026-03-01T09:30")


def c_text(model, language):
    """rg_journal_note, called as C calls it."""
    text = _native.text_p()
    with model._question("repeal", "visitationsmodel", None, "2026-03-01", None, (), ()) as question:
        status = _native.lib.rg_journal_note(
            question, None, CASE["case_no"].encode(), CASE["made"].encode(), language, 0, byref(text), None)
    assert status == 0
    said = _native.lib.rg_text_data(text, None)
    _native.lib.rg_text_free(text)
    return said.decode()


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_language_says_the_same(odder, language):
    note = odder.journal_note("repeal", "visitationsmodel", language=language, **CASE)
    question = {"ask": "journal_note", "power": "repeal", "target": "visitationsmodel", "language": language, **CASE}
    assert note.json == odder.ask_json(json.dumps(question))
    assert note.text == c_text(odder, ["da", "en"].index(language))
    typed = [os.environ.get("REGELGRAF", ROOT / "build/dev/bin/regelgraf"), "journal-note", ODDER, "--power", "repeal", "--target",
             "visitationsmodel", "--date", CASE["date"], "--case-no", CASE["case_no"], "--made", CASE["made"], "--lang", language]
    assert note.text == subprocess.run(typed, capture_output=True, check=True).stdout.decode()
    golden = (ROOT / "tests/ask/notes" / f"odder-repeal.{language}.txt").read_text("utf-8")
    assert note.text == golden.replace("DIGEST", odder.digest).replace("VERSION", regelgraf.__version__)
    line = odder.agenda_line("repeal", "visitationsmodel", language=language, date=CASE["date"])
    assert line == note.agenda_line


def test_a_note_says_what_it_holds(odder):
    note = odder.journal_note("decide", "27.36.12", facts={"amount": 50000}, actor="socialchef")
    assert note.verdict == "conditional" and note.date is None and note.earliest is None and note.withheld == 0
    assert "Er sagen principiel? (principled), vurderes af Socialchefen" in note.to_ask
    assert note.to_dict()["note"]["may"]["actor"] == {"id": "socialchef", "name": "Socialchefen"}
    assert note == odder.journal_note("decide", "27.36.12", facts={"amount": 50000}, actor="socialchef")
    assert odder.journal_note("repeal", "visitationsmodel", **CASE).earliest == "2026-03-15"


def test_by_kle_number(odder):
    note = odder.journal_note(None, {"kle": "27.36.12", "facet": "G01"}, case_no="7", made=datetime.date(2026, 1, 2))
    assert "- KLE: 27.36.12\n- KLE-facet: G01\n" in note.text and "- Sagsnummer: 7\n" in note.text and "2026-01-02" in note.text
    assert odder.agenda_line(None, {"kle": "27.36.12", "facet": "G01"}) == note.agenda_line


def test_a_time_may_be_a_datetime(odder):
    zone = datetime.timezone(datetime.timedelta(hours=1))
    made = datetime.datetime(2026, 1, 2, 9, 30, 15, 250, tzinfo=zone)
    note = odder.journal_note("repeal", "visitationsmodel", made=made)
    assert note.to_dict()["note"]["made"] == "2026-01-02T09:30:15+01:00"


@pytest.mark.parametrize("wrong, error", [
    ({"language": "sv"}, regelgraf.InvalidQuestion), ({"made": "i dag"}, regelgraf.InvalidQuestion),
    ({"case_no": "a\nb"}, regelgraf.InvalidQuestion), ({"case_no": "010190-1234"}, regelgraf.PersonalData),
    ({"actor": "nobody"}, regelgraf.UnknownElement), ({"unit": "nobody"}, regelgraf.UnknownElement),
])  # fmt: skip
def test_what_cannot_be_noted_raises(odder, wrong, error):
    for target in ("27.36.12", {"kle": "27.36.12"}):
        with pytest.raises(error):
            odder.journal_note("decide", target, **wrong)


def test_internal_elements_stay_out_unless_asked_for():
    text = """{"regelgraf": 1, "model": {"id": "m"}, "elements": [
      {"id": "chef", "kind": "actor", "tier": "management", "form": "post"}, {"id": "sag", "kind": "matter"},
      {"id": "hemmelig", "kind": "grant", "to": "chef", "powers": "decide", "over": "sag", "access": "internal"}]}"""
    with regelgraf.Model.from_text(text) as model:
        note = model.journal_note("decide", "sag")
        assert note.withheld == 1 and "hemmelig" not in note.json
        note = model.journal_note("decide", "sag", internal=True)
        assert note.withheld == 0 and "hemmelig" in note.text
