"""diff: what changed between two models; test: a plan held to the answers it is meant to give."""

import json

import pytest
from conftest import actor, model_text

FACTS = [{"name": "amount", "type": "number", "unit": "DKK"}]


def plan(holder, limit):
    return model_text(
        actor("byraad", tier="council", form="body", name={"da": "Byrådet", "en": "The council"}),
        actor("chef", name={"da": "Chefen", "en": "The head"}),
        actor("leder", tier="workplace", name={"da": "Lederen", "en": "The leader"}),
        {"id": "hjaelp", "kind": "matter", "name": {"da": "Hjælp", "en": "Help"}},
        {"id": "rod", "kind": "grant", "to": "byraad", "powers": "*", "over": "*", "residual": True,
         "redelegable": True},
        {"id": "g", "kind": "grant", "to": holder, "powers": ["decide"], "over": ["hjaelp"], "from": "rod",
         "conditions": [{"fact": "amount", "op": "<=", "value": limit}]},
        facts=FACTS,
    )  # fmt: skip


@pytest.fixture
def plans(tmp_path):
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(plan("chef", 1000), encoding="utf-8")
    new.write_text(plan("leder", 5000), encoding="utf-8")
    return old, new


def test_who_decides_now_and_who_no_longer(run, plans):
    answer = run("diff", *plans, "--lang", "en")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("0 added, 0 removed, 1 changed; 1 authority differs")
    assert "decide: Help (hjaelp)" in answer.out
    assert "no longer The head, amount <= 1000 DKK" in answer.out
    assert "now The leader, amount <= 5000 DKK" in answer.out
    assert "~ g: conditions, to" in answer.out
    danish = run("diff", *plans, "--lang", "da").out
    assert "ikke mere Chefen" in danish and "nu Lederen" in danish


def test_the_json_is_what_asking_gives(run, plans):
    old, new = plans
    one = run("diff", old, new, "--json").json()
    assert [(a["target"], a["gained"], a["lost"]) for a in one["authority"]] == [("hjaelp", ["leder"], ["chef"])]
    question = {"ask": "diff", "with": json.loads(new.read_text(encoding="utf-8"))}
    assert run("ask", old, stdin=json.dumps(question) + "\n").json() == one


def test_a_question_names_no_file_and_the_model_in_it_is_one(run, plans):
    old, new = plans
    for bad in (str(new), 1, None, {"regelgraf": 1}):
        answer = run("ask", old, stdin=json.dumps({"ask": "diff", "with": bad}) + "\n").json()
        assert answer["error"]["at"] == "with", bad
    assert run("ask", old, stdin='{"ask": "diff"}\n').json()["error"]["at"] == "with"


def test_the_table_for_the_agenda(run, plans, tmp_path):
    table = tmp_path / "tabel.csv"
    assert run("diff", *plans, "--lang", "da", "--table", table).status == 0
    text = table.read_bytes().decode("utf-8")
    assert text.splitlines()[0] == "nr;emne;beføjelse;før;nu"
    assert "Chefen (amount <= 1000 DKK)" in text and "Lederen (amount <= 5000 DKK)" in text
    assert run("diff", *plans, "--lang", "da", "--table", "-").out == text
    refused = run("diff", *plans, "--table", tmp_path / "nowhere" / "t.csv")
    assert refused.status == 2 and "t.csv" in refused.err


def test_of_a_model_and_itself(run, plans):
    assert "The two models are the same" in run("diff", plans[0], plans[0], "--lang", "en").out


def test_wrong_use_of_diff(run, plans, tmp_path):
    assert run("diff", plans[0]).status == 2
    assert run("diff", plans[0], tmp_path / "none.json").status == 2
    assert run("diff", *plans, "--date", "2026-02-30").status == 2
    assert run("diff", "-", "-").status == 2


def cases(tmp_path, *all):
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": list(all)}), encoding="utf-8")
    return file


ASK = {"ask": "may", "actor": "chef", "power": "decide", "target": "hjaelp"}


def test_a_plan_that_answers_as_it_is_meant_to(run, plans, tmp_path):
    file = cases(tmp_path, {"name": "up to the limit", "ask": {**ASK, "facts": {"amount": 900}}, "expect": {"may": True}},
                 {"name": "beyond it", "ask": {**ASK, "facts": {"amount": 1100}}, "expect": {"may": False}})  # fmt: skip
    answer = run("test", plans[0], file, "--lang", "en")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == "2 questions, all as expected"
    assert "of 2 grants named in an answer" in answer.out


def test_a_plan_that_does_not(run, plans, tmp_path):
    file = cases(tmp_path, {"name": "the head may", "ask": {**ASK, "facts": {"amount": 900}}, "expect": {"may": True}})
    answer = run("test", plans[1], file, "--lang", "en")
    assert answer.status == 1
    assert "Not as expected: the head may" in answer.out
    assert "- true" in answer.out and "+ false" in answer.out
    assert "1 question, 1 not as expected" in answer.out
    assert run("test", plans[1], file, "--json").json()["failed"] == 1
    assert "Ikke som ventet" in run("test", plans[1], file, "--lang", "da").out


def test_a_question_that_cannot_be_answered_says_why_and_nothing_else(run, plans, tmp_path):
    file = cases(tmp_path, {"ask": {**ASK, "target": "nowhere"}, "expect": {"may": True, "because": {}}})
    answer = run("test", plans[0], file, "--json")
    assert answer.status == 1
    (difference,) = answer.json()["cases"][0]["differences"]
    assert difference["at"] == "error" and difference["got"]["code"] == "unknown_element"


def test_the_examples_hold_what_they_promise(run, odder):
    for model in (odder, odder.parents[1] / "soroe" / "soroe.json"):
        answer = run("test", model, model.parent / "cases.json")
        assert answer.status == 0, answer.out


def test_wrong_use_of_test(run, plans, tmp_path):
    assert run("test", plans[0]).status == 2
    assert run("test", plans[0], tmp_path / "none.json").status == 2
    odd = tmp_path / "odd.json"
    odd.write_text('{"cases": [{"ask": {}}]}')
    answer = run("test", plans[0], odd)
    assert answer.status == 2 and "cases[0].expect" in answer.err
