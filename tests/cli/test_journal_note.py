"""journal-note: who decides, as a note for a case file; and the line for an agenda."""

import json

import pytest
from conftest import ROOT, actor, model_text, rule

NOTES = ROOT / "tests" / "ask" / "notes"
REPEAL = ("--power", "repeal", "--target", "visitationsmodel", "--date", "2026-03-01")
WHOLE = {
    "odder-repeal": ("odder", *REPEAL, "--case-no", "27.36.12-P22-1-26", "--made", "2026-03-01T09:30"),
    "odder-decide": ("odder", "--power", "decide", "--target", "27.36.12", "--unit", "visitation", "--fact", "amount=50000",
                     "--date", "2026-03-01", "--case-no", "27.36.12-P22-1-26", "--made", "2026-03-01T09:30"),
    "soroe-2.1.1": ("soroe", "--power", "decide", "--target", "soroe:2.1.1"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", WHOLE)
def test_whole_notes_with_the_same_bytes_each_time(run, name, language):
    example, *arguments = WHOLE[name]
    arguments = ["journal-note", ROOT / "examples" / example / f"{example}.json", *arguments, "--lang", language]
    note = run(*arguments)
    assert note.status == 0 and note.err == ""
    digest = run(*arguments, "--json").json()["model"]["digest"]
    version = run("--version").out.split()[1]
    wanted = (NOTES / f"{name}.{language}.txt").read_text("utf-8")
    assert note.out == wanted.replace("DIGEST", digest).replace("VERSION", version)
    assert run(*arguments).out == note.out
    assert run(*arguments, "--json").json()["note"]["text"] == note.out


def test_the_line_for_an_agenda(run, odder):
    said = run("journal-note", odder, *REPEAL, "--agenda-line", "--lang", "da")
    assert said.status == 0 and said.out == "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen.\n"
    said = run("journal-note", odder, *REPEAL, "--agenda-line", "--lang", "en").out
    assert said == "Authority to decide: The social committee. Recommended by: The head of social services.\n"


def test_json_is_what_ask_answers(run, odder):
    question = {"ask": "journal_note", "power": "repeal", "target": "visitationsmodel", "actor": "direktion", "case_no": "7",
                "language": "en", "internal": True, "date": "2026-03-01"}
    said = run("journal-note", odder, *REPEAL, "--actor", "direktion", "--case-no", "7", "--internal", "--lang", "en", "--json")
    assert said.status == 0 and said.out == run("ask", odder, stdin=json.dumps(question)).out


def test_by_kle_number_and_facet(run, odder):
    note = run("journal-note", odder, "--kle", "27.36.12", "--facet", "G01", "--lang", "da").out
    assert "- KLE: 27.36.12\n- KLE-facet: G01\n" in note and "- Beføjelse: decide\n" in note


def test_what_is_internal_is_not_named(run, write):
    path = write("m.json", model_text(
        actor("chief", name="Chefen"), rule("secret", name="Hemmelig regel", access="internal"), {"id": "sag", "kind": "matter"},
        {"id": "g", "kind": "grant", "to": "chief", "powers": "decide", "over": "sag", "basis": "secret"}))
    arguments = ["journal-note", path, "--power", "decide", "--target", "sag", "--lang", "da"]
    note = run(*arguments)
    assert "Hviler på: en intern regel\n" in note.out and "1 internt element er ikke nævnt ved navn." in note.out
    for said in (note.out, run(*arguments, "--json").out):
        assert "Hemmelig" not in said and "secret" not in said
    shown = run(*arguments, "--internal").out
    assert "Hviler på: Hemmelig regel (secret)" in shown and "intern" not in shown


@pytest.mark.parametrize("wrong, said", [
    (["--made", "i dag"], "made"), (["--made", "2026-02-30"], "made"), (["--case-no", "1\n2"], "case_no"),
    (["--actor", "visitationsmodel"], "--actor"), (["--actor", "nirgends"], "--actor"), (["--date", "2026-02-30"], "--date"),
])  # fmt: skip
def test_wrong_use(run, odder, wrong, said):
    answer = run("journal-note", odder, "--power", "repeal", "--target", "visitationsmodel", *wrong, "--lang", "en")
    assert answer.status == 2 and said in answer.err and answer.out == ""


def test_personal_data_is_refused_and_not_repeated(run, odder):
    for option in ("--case-no", "--made"):
        answer = run("journal-note", odder, *REPEAL, option, "010190-1234", "--lang", "en")
        assert answer.status == 2 and "CPR" in answer.err and "010190" not in answer.err + answer.out


def test_what_is_missing(run, odder):
    answer = run("journal-note", odder, "--lang", "en")
    assert answer.status == 2 and "--target" in answer.err and "--power" in answer.err
