"""Nominations and the qualification sheet from Python."""

import pytest
from regelgraf import InvalidModel, InvalidQuestion, Model, UnknownElement

TABLE = """nr;enhed;regel;hvor ofte pr. år;minutter fra;minutter til;antal medarbejdere;forslag
1;Bostøtten;Ugentlige notater for hver borger;52;10;20;4;fjern
2;Bofællesskabet;ugenotat;52;10;20;4;forenkl
3;Visitationen (myndighed);Ugentligt notat for hver borger;52;5;10;2;fjern
4;Skolen;Flagning efter liste;ofte;;;;
"""


@pytest.fixture(scope="module")
def odder(pytestconfig):
    from conftest import ROOT

    with Model.open(ROOT / "examples/odder/odder.json") as model:
        yield model


def test_nominations_are_matched_and_put_together(odder):
    said = odder.nominations(TABLE, file="t.csv")
    assert [one.element for one in said] == ["ugenotat", "ugenotat", "ugenotat", None]
    assert [one.how for one in said] == ["text", "id", "name", None]
    assert said.clusters[0].nominations == ("1", "2", "3") and said.clusters[0].draft is None
    assert said.clusters[1].draft["kind"] == "rule"
    assert said.nominations[0].minutes == (10, 20)
    [bad] = [one for one in said.findings if one.severity == "warning"]
    assert (bad.code, bad.line, bad.nr, bad.field) == ("unreadable_number", 5, "4", "hvor ofte pr. år")
    assert said == odder.nominations(TABLE.encode(), file="t.csv")


def test_the_sheet(odder):
    sheet = odder.qualify(TABLE)
    row = next(one for one in sheet if one.rule == "ugenotat")
    assert (row.nominated, row.units, row.heap, row.med) == (3, 3, "own", True)
    assert row.deciders[0]["holders"] == ["leder-udfoerer"]
    assert row.hours_nominated is not None and row.proposals == {"remove": 2, "simplify": 1}
    draft = next(one for one in sheet if one.draft)
    assert draft.units is None and draft.heap_because == "nobody"
    assert row in sheet.heap("own")
    assert set(sheet.trends) == {"issuer", "area", "type", "level", "proposal"}
    assert odder.qualify(TABLE, at_least=1).rules != sheet.rules


def test_as_a_table_and_as_a_page(odder):
    assert odder.qualification_sheet(TABLE, "csv", language="en").startswith("\ufeffheap;")
    assert odder.qualification_sheet(TABLE, "html").startswith("<!DOCTYPE html>")


def test_in_pandas(odder):
    pytest.importorskip("pandas")
    frame = odder.qualify(TABLE).to_pandas()
    assert len(frame) == 2 and frame.set_index("rule").loc["ugenotat", "nominated"] == 3
    assert frame["units"].isna().sum() == 1
    assert list(odder.nominations(TABLE).to_pandas()["element"].dropna().unique()) == ["ugenotat"]


def test_what_is_refused(odder):
    with pytest.raises(InvalidModel) as refused:
        odder.qualify("regel\nDøgn\n".encode("cp1252"))
    assert "bad_utf8" in str(refused.value.findings)
    assert odder.nominations("regel\nDøgn\n".encode("cp1252")).findings[0].code == "bad_utf8"
    with pytest.raises(UnknownElement):
        odder.qualify(TABLE, unit="nowhere")
    with pytest.raises(InvalidQuestion):
        odder.qualify(TABLE, date="i dag")
