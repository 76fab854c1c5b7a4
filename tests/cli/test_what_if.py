"""what-if: a change put together from options and files."""

import json

import pytest

MONTHLY = {"id": "maanedsnotat", "kind": "rule", "name": {"da": "Månedsnotat", "en": "Monthly note"},
           "instrument": "documentation_requirement", "issuer": "leder-udfoerer", "serves": ["delmaal"],
           "burden": {"minutes": [20, 30, 45], "times_per_year": 12, "people": 20}}  # fmt: skip
OTHER = {"id": "andet", "kind": "goal", "status": "proposed"}


@pytest.mark.parametrize("content", [
    json.dumps(MONTHLY) + "\n" + json.dumps(OTHER) + "\n",
    json.dumps([MONTHLY, OTHER], indent=1),
    json.dumps({"regelgraf": 1, "model": {"id": "x"}, "elements": [MONTHLY, OTHER]}),
    json.dumps({"regelgraf": 1, "model": {"id": "x"}}) + "\n" + json.dumps(MONTHLY) + "\n" + json.dumps(OTHER),
], ids=["lines", "list", "model", "model in lines"])  # fmt: skip
def test_elements_come_from_a_file_in_any_form(run, odder, tmp_path, content):
    file = tmp_path / "new.json"
    file.write_text(content, encoding="utf-8")
    typed = run("what-if", odder, "--remove", "ugenotat", "--add", file, "--change",
                't-tilsyn={"uses": ["maanedsnotat"]}', "--within", "bofaellesskab", "--json")  # fmt: skip
    asked = {"ask": "what_if", "remove": ["ugenotat"], "add": [MONTHLY, OTHER],
             "change": {"t-tilsyn": {"uses": ["maanedsnotat"]}}, "within": "bofaellesskab", "detail": "full"}  # fmt: skip
    assert typed.status == 0 and typed.err == ""
    assert typed.out == run("ask", odder, stdin=json.dumps(asked)).out
    assert typed.json()["stands_anew"] == ["maanedsnotat"]


@pytest.mark.parametrize("language, sayings", [
    ("en", ["Nothing loses its ground or breaks if the change is made", "removed: Weekly note on each citizen",
            "added: Monthly note", "Stand now (1)", "Become redundant and can go too (1)",
            "what is new -180 -120 -80", "net 80 296 440"]),
    ("da", ["Intet mister hjemlen eller går i stykker, hvis ændringen gennemføres", "fjernes: Ugentligt notat",
            "tilføjes: Månedsnotat", "Gælder nu (1)", "det nye -180 -120 -80", "netto 80 296 440"]),
])  # fmt: skip
def test_the_page_says_both_ways_and_adds_up(run, odder, language, sayings):
    page = run("what-if", odder, "--remove", "ugenotat", "--add", "-", "--lang", language, stdin=json.dumps(MONTHLY))
    assert page.status == 0 and page.err == ""
    flat = " ".join(page.out.split())
    for saying in sayings:
        assert saying in flat, page.out


def test_what_does_not_stand_and_what_falls_by_itself_are_explained(run, odder):
    page = run("what-if", odder, "--add", "-", "--change", 'statusmoede={"status": "repealed"}', "--lang", "en",
               stdin=json.dumps({**MONTHLY, "needs": ["bum-bestilling"]}))  # fmt: skip
    flat = " ".join(page.out.split())
    assert "by its own status or period" in flat
    assert "Are part of the change, but do not stand" in flat and "cannot do without “BUM: written order" in flat


@pytest.mark.parametrize("arguments, stdin, says", [
    ([], None, "--remove, --add, --change"),
    (["--remove", "ugenota"], None, "did you mean"),
    (["--change", "ugenotat"], None, "ID=JSON"),
    (["--change", "ugenotat={"], None, "ID=JSON"),
    (["--change", 'ugenota={"note": "x"}'], None, "did you mean"),
    (["--change", 'ugenotat={"colour": "red"}'], None, "colour"),
    (["--change", 'ugenotat={"note": "010190-1234"}'], None, "CPR"),
    (["--add", "no-such-file.json"], None, "no-such-file.json"),
    (["--add", "-"], '{"id": ', "no JSON"),
    (["--add", "-"], " ", "`-`"),
    (["--add", "-"], '{"id": "x", "kind": "rule"}', "add[0]: error: the field `instrument` is missing"),
    (["--add", "-"], '{"id": "ugenotat", "kind": "goal"}', "used twice"),
])  # fmt: skip
def test_what_cannot_be_put_is_wrong_use(run, odder, arguments, stdin, says):
    answer = run("what-if", odder, *arguments, "--lang", "en", stdin=stdin)
    assert answer.status == 2 and answer.out == ""
    assert says in " ".join(answer.err.split()), answer.err
    assert "010190" not in answer.err
