"""Delegation plans from Python."""

import pytest

import cases  # tests/support
from regelgraf import InvalidModel, InvalidQuestion, Model, PersonalData, TooLarge, Unreadable

SOROE = cases.ROOT / "examples" / "soroe"
TABLE = "nr;emne;betingelser;Byråd;Administration\n1;Hundetegn;;;B\n2;Ferie;;;I\n"


def test_a_table_is_a_model():
    model, findings = Model.from_plan(TABLE, "x", name="Planen")
    with model:
        assert model.id == "x"
        assert model.who_decides("decide", "x:1").options[0].holders == ("administration",)
        assert "nævner ingen" in model.who_decides("decide", "x:2").text.da
        [one] = findings
        assert (one.code, one.severity, one.line, one.column, one.element) == ("no_decider", "warning", 3, 1, "x:2")
        assert one.text.en and one.advice.da
        table, lost = model.plan_table()
        assert table == TABLE.replace("betingelser;", "").replace(";;;", ";;") and len(lost) == 0


def test_soroe_from_its_file():
    model, findings = Model.open_plan(SOROE / "plan.csv", "soroe", extends=["dk"], basis="dk:ksl-2",
                                      name="Sorø Kommunes delegationsplan")  # fmt: skip
    with model, Model.open(SOROE / "plan.jsonl") as saved:
        assert model.digest == saved.digest
        assert [one.element for one in findings] == ["soroe:2.2.10"]
        assert model.plan_table()[0] == (SOROE / "plan.csv").read_text("utf-8")


def test_a_layer_by_path_is_looked_for_in_the_folder(tmp_path):
    (tmp_path / "lov.json").write_text('{"regelgraf": 1, "model": {"id": "lov"}, "elements": []}', "utf-8")
    with pytest.raises(InvalidModel):
        Model.open_plan(SOROE / "plan.csv", "soroe", extends=["lov.json"])
    Model.open_plan(SOROE / "plan.csv", "soroe", extends=["lov.json"], folder=tmp_path)[0].close()


def test_a_mapping_and_a_period():
    model, findings = Model.from_plan(
        "Nr.;Sag;KB;ADM\n1;A;;X\n", "x", valid_from="2026-01-01", council="KB",
        mapping={"columns": {"Nr.": "nr", "Sag": "emne", "ADM": {"tier": "administration"}}, "marks": {"X": "B"}})  # fmt: skip
    with model:
        assert len(findings) == 0
        assert model.who_decides("decide", "x:1", date="2025-01-01").verdict == "residual"
        assert model.who_decides("decide", "x:1", date="2026-01-01").verdict == "competent"


def test_what_is_no_table_raises_with_every_finding():
    with pytest.raises(InvalidModel) as refused:
        Model.from_plan("nr;emne;Byråd\n1;010190-1234;B\n2;010190-1234;B\n", "x")
    assert [one["line"] for one in refused.value.findings] == [2, 3]
    assert "010190" not in str(refused.value.findings)
    with pytest.raises(InvalidModel, match="Windows-1252"):
        Model.from_plan("nr;emne;Byråd\n".encode("cp1252"), "x")
    with pytest.raises(InvalidQuestion):
        Model.from_plan(TABLE, "")
    with pytest.raises(InvalidQuestion):
        Model.from_plan(TABLE, "x", mapping="{")
    with pytest.raises(PersonalData):
        Model.from_plan(TABLE, "x", mapping={"council": "010190-1234"})
    with pytest.raises(InvalidQuestion):
        Model.from_plan(TABLE, "x", valid_from="i dag")
    with pytest.raises(TooLarge):
        Model.from_plan(TABLE, "x", max_bytes=10)
    with pytest.raises(Unreadable):
        Model.open_plan("/no/such/plan.csv", "x")
    with Model.from_text('{"regelgraf": 1, "model": {"id": "m"}}') as empty, pytest.raises(InvalidQuestion, match="no delegation plan"):
        empty.plan_table()
