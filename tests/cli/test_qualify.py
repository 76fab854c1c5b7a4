"""qualify: from what staff hand in to the sheet, in one command."""

import csv
import html.parser
import io
import json
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, actor, model_text, rule

sys.path.insert(0, str(ROOT / "tests" / "review"))
import make_nominations

HEADS = "nr;dato;enhed;regel;hvor ofte pr. år;minutter fra;minutter til;antal medarbejdere;forslag\n"


@pytest.fixture(scope="module")
def six_hundred(tmp_path_factory):
    """600 rows on Odder, in Gladsaxe's categories."""
    path = tmp_path_factory.mktemp("nominations") / "nominations.csv"
    model = json.loads((ROOT / "examples/odder/odder.json").read_text("utf-8"))
    path.write_bytes(make_nominations.table(model).encode("utf-8"))
    return path


def test_six_hundred_nominations_become_a_sheet_in_seconds(run, odder, six_hundred, tmp_path):
    sheet = tmp_path / "sheet.json"
    began = time.monotonic()
    done = run("qualify", odder, six_hundred, "-o", sheet, "--lang", "en")
    took = time.monotonic() - began
    assert done.status == 1  # the table has dirt
    assert took < 30, took
    said = json.loads(sheet.read_text("utf-8"))
    assert said["nominations"] == 600
    assert 1 <= said["unnamed"] < 20
    assert sum(row["nominated"] for row in said["rules"]) == 600 - said["unnamed"]
    known = [row for row in said["rules"] if not row["draft"]]
    drafts = [row for row in said["rules"] if row["draft"]]
    assert len(known) >= 30  # of Odder's rules
    assert 20 <= len(drafts) < 120  # 27 things in many spellings
    assert max(row["nominated"] for row in drafts) >= 8  # repeats were put together
    assert {row["heap"] for row in said["rules"]} >= {"own", "management", "council", "med_agreement", "state_or_agreement"}
    assert [one["by"] for one in said["trends"]] == ["issuer", "area", "type", "level", "proposal"]
    assert "looks like an e-mail address" in done.out and "was used before" in done.out
    assert "010203-1234" not in done.out + sheet.read_text("utf-8")
    assert "nogen@eksempel.dk" not in done.out + sheet.read_text("utf-8")


def test_the_same_table_gives_the_same_bytes(run, odder, six_hundred, tmp_path):
    for name in ("a.json", "b.json"):
        run("qualify", odder, six_hundred, "-o", tmp_path / name)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_sheet_opens_in_a_spreadsheet(run, odder, six_hundred, tmp_path):
    run("qualify", odder, six_hundred, "-o", tmp_path / "sheet.csv", "--lang", "da")
    raw = (tmp_path / "sheet.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][:3] == ["bunke", "bunken hviler på", "regel"]
    assert len(rows) > 60
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]
    assert any("æ" in cell or "ø" in cell for row in rows[1:] for cell in row)


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen, self.open, self.links = set(), [], []

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        self.links += [value for name, value in attributes if name in ("src", "href") or name.startswith("on")]
        if tag not in ("meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_runs_nothing(run, odder, six_hundred, tmp_path):
    run("qualify", odder, six_hundred, "-o", tmp_path / "sheet.html", "--lang", "da")
    page = (tmp_path / "sheet.html").read_text("utf-8")
    tags = Tags()
    tags.feed(page)
    assert tags.open == [] and tags.links == []
    assert not tags.seen & {"script", "img", "link", "iframe", "object", "form"}
    assert "&lt;script&gt;" in page
    assert "Bofællesskabet" not in page.split("Tendenser")[1]  # units are not named


def test_the_summary_names_heaps_the_biggest_and_what_was_not_matched(run, odder, six_hundred):
    said = run("qualify", odder, six_hundred, "--lang", "da")
    assert said.status == 1
    for words in ("600 indmeldinger", "Vores egne: i morgen", "Flest timer", "Modellen kender ikke", "ligner en regel", "Tendenser",
                  "ligner et CPR-nummer"):
        assert words in said.out, words
    english = run("qualify", odder, six_hundred, "--lang", "en").out
    assert "Our own: tomorrow" in english and "600 nominations" in english


def small_table(write, rows):
    return write("n.csv", HEADS + rows)


def test_status_is_0_for_a_clean_table_and_1_for_a_dirty_one(run, small, write):
    assert run("qualify", small, small_table(write, "1;;;r;;;;;fjern\n")).status == 0
    dirty = run("qualify", small, small_table(write, "1;;;r;ofte;;;;fjern\n"), "--lang", "en")
    assert dirty.status == 1
    assert "n.csv:2:" in dirty.out and "field hvor ofte pr. år" in dirty.out


def test_a_unit_makes_it_its_own_sheet(run, write):
    model = write("m.json", model_text(
        actor("huset", tier="workplace", form="unit", leader="leder"), actor("leder", tier="workplace"),
        actor("andet", tier="workplace", form="unit", leader="anden"), actor("anden", tier="workplace"),
        rule("vores", issuer="leder"), rule("deres", issuer="anden")))  # fmt: skip
    table = small_table(write, "1;;;vores;;;;;\n2;;;deres;;;;;\n")
    heaps = {row["rule"]: row["heap"] for row in run("qualify", model, table, "--unit", "huset", "--json").json()["rules"]}
    assert heaps == {"vores": "own", "deres": "management"}
    unknown = run("qualify", model, table, "--unit", "hust")
    assert unknown.status == 2 and "--unit" in unknown.err


def test_few_units_are_shown_as_few(run, small, write):
    table = small_table(write, "1;;Den lille enhed;r;12;5;10;3;fjern\n")
    assert run("qualify", small, table, "--json").json()["rules"][0]["units"] == "fewer than 3"
    assert run("qualify", small, table, "--json", "--at-least", "1").json()["rules"][0]["units"] == 1
    assert "lille enhed" not in run("qualify", small, table).out


@pytest.mark.parametrize("bytes_, words", [
    (b"nr,regel\n1,a\n", "semikolon"), ("regel\nDøgn\n".encode("cp1252"), "Windows-1252"), (b"nr;navn\n1;a\n", "`regel`"),
    (b"", "tom"), (b'regel\n"a\n', "lukket"),
])  # fmt: skip
def test_what_is_no_table_is_refused(run, small, write, bytes_, words):
    said = run("qualify", small, write("n.csv", bytes_), "--lang", "da")
    assert said.status == 2 and words in said.err


def test_ten_megabytes_in_one_cell_cost_that_cell(run, small, write):
    said = run("qualify", small, write("n.csv", "regel;beskrivelse\nr;" + "x" * 10_000_000 + "\ns;y\n"), "--lang", "en")
    assert said.status == 1 and "10000000 bytes" in said.out
    assert "2 rules" in said.out


def test_wrong_use_is_said(run, small, write):
    table = small_table(write, "1;;;r;;;;;\n")
    assert run("qualify", small).status == 2
    assert ".html" in run("qualify", small, table, "-o", "sheet.xlsx").err
    assert run("qualify", small, table, "--date", "i dag").status == 2
    assert run("qualify", small, "nowhere.csv").status == 2
    assert run("qualify", "-", "-").status == 2


def test_json_follows_the_schema(run, odder, six_hundred):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "src/schema/qualification.schema.json").read_text("utf-8"))
    sheet = run("qualify", odder, six_hundred, "--json").json()
    check = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in check.iter_errors(sheet)] == []
    assert list(check.iter_errors({**sheet, "rules": [{**sheet["rules"][0], "heap": "elsewhere"}]}))
    assert list(check.iter_errors({**sheet, "surprise": 1}))


def test_a_table_may_come_from_standard_input(run, small):
    assert run("qualify", small, "-", stdin="regel\nr\n", cwd=Path("/")).status == 0
