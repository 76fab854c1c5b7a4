"""what-may: what an actor may alone, what it depends on, and why not the rest."""

import pytest


def test_the_rules_a_workplace_can_remove_itself_by_hours(run, odder):
    answer = run("what-may", odder, "leder-udfoerer", "--power", "repeal", "--kind", "rule", "--lang", "en")
    assert answer.status == 0 and answer.err == ""
    assert answer.out.startswith("The head of the provider area may alone repeal ")
    rows = [row for row in answer.out.splitlines() if "(" in row and row.strip()[:1].isdigit()]
    assert any("(ugenotat)" in row for row in rows)
    likely = [sum(float(part) for part in row.split()[0].split("–")) for row in rows]
    assert rows and likely == sorted(likely, reverse=True)
    assert "--not tells why" in answer.out and "May not" not in answer.out


def test_and_why_each_other_rule_is_not_among_them(run, odder):
    answer = run("what-may", odder, "leder-udfoerer", "--power", "repeal", "--kind", "rule", "--not", "--lang", "en").out
    assert "May not" in answer and "Issued by the head of social services" in answer and "Agreed by" in answer
    assert "That nothing is recorded is no prohibition." in answer


def test_in_danish(run, odder):
    answer = run("what-may", odder, "leder-udfoerer", "--power", "repeal", "--not", "--lang", "da").out
    assert "kan alene ophæve" in answer and "timer om året" in answer and "Kan ikke" in answer


def test_what_depends_and_on_what(run, odder):
    answer = run("what-may", odder, "socialchef", "--power", "decide", "--lang", "en").out
    assert "Depends on others or on the case" in answer and "Only where: " in answer
    assert "The answer gets surer with " in answer and "--fact 'amount=VALUE'" in answer


def test_an_actor_that_is_not_there_may_do_nothing(run, odder):
    answer = run("what-may", odder, "leder-udfoere", "--lang", "en")
    assert answer.status == 0 and "does not know" in answer.out and "leder-udfoerer" in answer.out
    answer = run("what-may", odder, "leder-udfoere", "--json").json()
    assert answer["may"] == answer["depends"] == [] and answer["not"][0]["because"] == {"kind": "unknown"}


@pytest.mark.parametrize("wrong, said", [
    (["--kind", "duty"], "--kind"), (["--by", "size"], "--by"), (["--unit", "nirgends"], "--unit"),
    (["--date", "2026-02-30"], "--date"), (["--fact", "amount=mange"], "--fact"), (["--power", ""], "power"),
])
def test_wrong_use(run, odder, wrong, said):
    answer = run("what-may", odder, "leder-udfoerer", *wrong, "--lang", "en")
    assert answer.status == 2 and said in answer.err and answer.out == ""


def test_no_actor_is_wrong_use(run, odder):
    answer = run("what-may", odder, "--lang", "en")
    assert answer.status == 2 and "ACTOR" in answer.err


def test_no_time_is_an_answer_that_is_not_complete(run, odder):
    answer = run("what-may", odder, "byraad", "--seconds", "0", "--lang", "en")
    assert answer.status == 0 and "The time ran out" in answer.out
    assert run("what-may", odder, "byraad", "--seconds", "0", "--json").json()["complete"] is False
