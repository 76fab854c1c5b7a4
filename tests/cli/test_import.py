"""Delegation plans on the command line: a table in, a model out, and back."""

import csv
import json

import pytest

from conftest import ROOT

SOROE = ROOT / "examples" / "soroe"
HEAD = "nr;emne;betingelser;Byråd;Økonomiudvalg;Administration\n"


@pytest.fixture
def imported(run, write, tmp_path):
    """imported(ROWS, OPTION...): what the command said, and the model file."""

    def call(rows, *options):
        path = tmp_path / "model.json"
        return run("import", write("plan.csv", HEAD + rows), "--as", "delegation-plan", "--id", "x", "-o", path, *options), path

    return call


def test_three_rows_in_and_a_question_answered(run, imported):
    done, path = imported("1;Hundetegn;;;;B\n2;Salg;beløb <= 100.000 kr ellers Byråd;;B;I\n3;Takster;;B;I;I\n")
    assert (done.status, done.err) == (0, "")
    assert "3 rows" in done.out
    answer = run("ask", path, stdin='{"ask": "who_decides", "power": "decide", "target": "x:2", "facts": {"beløb": 50000}}').json()
    assert answer["verdict"] == "competent"
    assert answer["options"][0]["holders"] == ["økonomiudvalg"]
    assert answer["recommends"] == ["administration"]


@pytest.mark.parametrize("language, words", [
    ("da", ["advarsel: planen nævner ingen, der beslutter", "råd: sæt et B", "1 række", "1 fund"]),
    ("en", ["warning: the plan names nobody who decides", "advice: put a B", "1 row", "1 finding"])])
def test_findings_leave_1_and_the_model_all_the_same(run, imported, language, words):
    done, path = imported("2.2.10;Ferie;;;O;I\n", "--lang", language)
    assert done.status == 1 and done.err == ""
    for word in words + ["plan.csv:2:1", "x:2.2.10"]:
        assert word in done.out
    answer = run("who-decides", path, "--power", "decide", "--target", "x:2.2.10", "--lang", language)
    assert {"da": "Planen har emnet, men nævner ingen, der beslutter", "en": "names nobody who decides"}[language] in answer.out


def test_what_is_no_table_leaves_2_and_no_model(run, imported, write, tmp_path):
    done, path = imported("1;Sag om 010190-1234;;B;;\n")
    assert done.status == 2 and done.out == ""
    assert "plan.csv:2:3" in done.err and "010190" not in done.err
    assert not path.exists()
    windows = run("import", write("w.csv", HEAD.encode("cp1252")), "--id", "x", "-o", path, "--lang", "da")
    assert windows.status == 2 and "Windows-1252" in windows.err and "gem som UTF-8" in windows.err
    assert run("import", tmp_path / "none.csv", "--id", "x", "-o", path).status == 2


def test_as_json(imported):
    done, path = imported("1;A;;;;\n", "--json")
    said = done.json()
    assert done.status == 1 and done.out.count("\n") == 1
    assert said["import"] == "delegation-plan" and said["model"]["id"] == "x"
    assert [(one["code"], one["line"], one["element"]) for one in said["findings"]] == [("no_decider", 2, "x:1")]


def test_to_standard_output(run, write):
    done = run("import", "-", "--id", "x", "-o", "-", stdin=HEAD + "1;A;;;;\n")
    assert done.status == 1
    assert json.loads(done.out)["model"]["id"] == "x"
    assert "names nobody" in done.err


def test_what_is_missing_or_wrong_is_told(run, write, tmp_path):
    plan = write("plan.csv", HEAD + "1;A;;B;;\n")
    assert "--id, -o" in run("import", plan).err
    assert run("import", plan, "--id", "010190-1234", "-o", tmp_path / "m.json").status == 2
    wrong = run("import", plan, "--id", "x", "-o", tmp_path / "m.json", "--from", "i dag")
    assert wrong.status == 2 and "YYYY" not in wrong.err and "2026-03-01" in wrong.err
    assert "`.csv`" not in run("import", plan, "--id", "x", "-o", tmp_path / "m.txt").err
    assert run("import", plan, "--id", "x", "-o", tmp_path / "m.txt").status == 2
    layer = run("import", plan, "--id", "x", "-o", tmp_path / "m.json", "--extends", "region")
    assert layer.status == 2 and "region" in layer.err


def test_a_mapping_and_a_period(run, write, tmp_path):
    plan = write("plan.csv", "No;Subject;KB;ADM\n1;A;;X\n")
    mapping = write("mapping.json", json.dumps({
        "columns": {"No": "nr", "Subject": "emne", "KB": {"body": "byraad", "name": "Byrådet"},
                    "ADM": {"name": "Forvaltningen", "tier": "administration"}},
        "marks": {"X": "B"}, "council": "KB"}))
    path = tmp_path / "m.json"
    done = run("import", plan, "--id", "x", "-o", path, "--mapping", mapping, "--from", "2026-01-01")
    assert (done.status, done.err) == (0, "")
    question = '{"ask": "who_decides", "power": "decide", "target": "x:1", "date": "%s"}'
    answers = [json.loads(line) for line in run("ask", path, stdin="\n".join(question % day for day in ("2026-03-01", "2025-03-01"))).out.splitlines()]
    assert answers[0]["options"][0]["holders"] == ["adm"] and answers[1]["verdict"] == "residual"
    wrong = run("import", plan, "--id", "x", "-o", path, "--mapping", write("w.json", '{"columns": {"No": "nummer"}}'))
    assert wrong.status == 2 and "columns.No" in wrong.err


def test_soroes_model_is_what_its_table_gives(run, tmp_path):
    """examples/soroe/plan.jsonl is plan.csv, imported; and it prints as the table it came from."""
    (tmp_path / "plan.csv").write_bytes((SOROE / "plan.csv").read_bytes())
    done = run("import", "plan.csv", "--as", "delegation-plan", "--id", "soroe", "--extends", "dk", "--basis",
               "dk:ksl-2", "--name", "Sorø Kommunes delegationsplan", "-o", "plan.jsonl", cwd=tmp_path)
    assert done.status == 1 and done.out.count("warning") == 1 and "soroe:2.2.10" in done.out
    assert (tmp_path / "plan.jsonl").read_bytes() == (SOROE / "plan.jsonl").read_bytes()
    back = run("convert", "plan.jsonl", "back.csv", cwd=tmp_path)
    assert back.status == 0
    assert (tmp_path / "back.csv").read_bytes() == (SOROE / "plan.csv").read_bytes()


def test_what_a_table_cannot_say_is_told(run, tmp_path):
    done = run("convert", SOROE / "soroe.json", tmp_path / "t.csv")
    assert done.status == 1
    assert "soroe:2.3.1:b:børne-og-ungeudvalget" in done.err
    assert run("convert", ROOT / "examples" / "odder" / "odder.json", tmp_path / "o.csv").status in (1, 2)


def test_every_row_of_soroe_gets_the_rows_answer(run):
    """Read with another CSV reader: whom the row marks B, I and O is whom the answer names."""
    with open(SOROE / "plan.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    bodies = ["Kommunalbestyrelse", "Økonomiudvalg", "Fagudvalg", "Administration"]
    powers = {"": "decide", "vedtage": "adopt", "igangsætte": "start", "fravige": "waive"}
    facts = {"1.1.3": {"revisor har kritiske bemærkninger, eller der er lejetab": False},
             "1.1.4": {"lejestigning": 10, "uden kommunal garanti": True}, "1.1.9": {"lejestigning": 10.5}}
    asked = [{"ask": "who_decides", "power": powers[row["beføjelse"]], "target": f"soroe:{row['nr']}",
              "facts": facts.get(row["nr"], {})} for row in rows]
    given = run("ask", SOROE / "soroe.json", stdin="\n".join(map(json.dumps, asked))).out.splitlines()
    assert len(given) == len(rows) == 35
    for row, answer in zip(rows, map(json.loads, given)):
        marked = {mark: {body.lower() for body in bodies if row[body].replace("*", "") == mark} for mark in "BIO"}
        if row["nr"] == "2.3.1":  # a statutory body outside the columns
            marked["B"] = {"børne-og-ungeudvalget"}
        verdict = "competent" if marked["B"] else "residual"
        assert (row["nr"], answer["verdict"]) == (row["nr"], verdict)
        assert set(answer["options"][0]["holders"]) == (marked["B"] or {"kommunalbestyrelse"}), row["nr"]
        assert set(answer["recommends"]) == marked["I"], row["nr"]
        assert set(answer["informed"]) == marked["O"], row["nr"]


def test_beyond_its_limit_the_plan_has_nobody_in_this_case(run):
    asked = ["who-decides", SOROE / "soroe.json", "--power", "decide", "--target", "soroe:1.1.4", "--fact", "lejestigning=12"]
    assert "nobody who decides in this case" in run(*asked, "--lang", "en").out
    assert "ingen, der beslutter i dette tilfælde" in run(*asked, "--lang", "da").out
    assert "in this case" in run(*asked, "--json").json()["text"]["en"]
