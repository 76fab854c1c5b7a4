"""keep-set and best-removals: what to keep, what can go, and why, said in words."""

import json

import pytest


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    """Three procedures, of which the dearest carries nothing; a duty that needs one of the others."""

    def rule(id, hours, **more):
        burden = {"minutes": 60, "times_per_year": hours}
        return {"id": id, "kind": "rule", "instrument": "procedure", "burden": burden, **more}

    elements = [
        {"id": "chef", "kind": "actor", "tier": "management", "form": "post", "name": {"da": "Chefen", "en": "The head"}},
        rule("a", 5, issuer="chef"), rule("b", 3, issuer="chef"),
        rule("c", 20, issuer="chef", examined={"on": "2026-03-01"}),
        {"id": "t", "kind": "task", "needs": ["c"]},
        {"id": "pligt", "kind": "duty", "needs": [{"any": ["a", "b"]}], "name": {"da": "Pligten", "en": "The duty"}},
    ]  # fmt: skip
    path = tmp_path_factory.mktemp("review") / "æøå.json"
    path.write_text(json.dumps({"regelgraf": 1, "model": {"id": "m"}, "elements": elements}), encoding="utf-8")
    return path


def test_what_to_keep_and_why(run, review):
    answer = run("keep-set", review, "--repealable-by", "chef", "--lang", "en")
    assert answer.status == 0
    assert answer.out.splitlines()[0] == "Keep 1 of 3 rules: the rest frees 25 hours a year"
    assert "without it is lost" in answer.out and "The duty" in answer.out
    assert "not examined" in answer.out and "Proven: there is no better." in answer.out
    assert "Falls with it, and need not stand" in answer.out
    danish = run("keep-set", review, "--lang", "da").out
    assert danish.splitlines()[0] == "Behold 1 af 3 regler: resten frigør 25 timer om året"
    assert "uden den mistes" in danish and "Bevist" in danish


def test_as_json(run, review):
    answer = run("keep-set", review, "--json", "--keep", "c").json()
    assert [(one["id"], one["because"]) for one in answer["keep"]] == [("b", ["pligt"]), ("c", ["c"])]
    assert answer["go"] == [{"id": "a", "hours": [5, 5, 5], "effect": "not_examined"}]
    assert (answer["bound"], answer["gap"], answer["proven"], answer["complete"]) == (23, 0, True, True)
    assert answer["falls"] == [] and answer["hours_gone"] == [5, 5, 5]
    most = run("keep-set", review, "--json").json()
    assert {one["id"]: one["effect"] for one in most["go"]} == {"a": "not_examined", "c": "no_effect"}
    assert most["falls"] == ["t"]
    assert run("keep-set", review, "--json").out == run("keep-set", review, "--json").out


def test_no_time(run, review):
    answer = run("keep-set", review, "--seconds", "0", "--json").json()
    assert not answer["complete"]


def test_the_few_that_free_the_most(run, review):
    answer = run("best-removals", review, "--at-most", "1", "--instrument", "procedure", "--lang", "en")
    assert answer.status == 0 and answer.out.splitlines()[0] == "Remove 1 rule, and it frees 20 hours a year"
    two = run("best-removals", review, "--at-most", "9", "--json").json()
    assert [one["id"] for one in two["remove"]] == ["a", "c"] and two["hours"] == [25, 25, 25]
    assert two["falls"] == ["t"] and two["bound"] == 25


def test_wrong_use(run, review):
    for wrong in (
        ["keep-set", review, "--objective", "money"],
        ["keep-set", review, "--instrument", "song"],
        ["keep-set", review, "--id", "pligt"],
        ["keep-set", review, "--issuer", "nobody"],
        ["keep-set", review, "--keep", "nothing"],
        ["best-removals", review],
        ["best-removals", review, "--at-most", "0"],
    ):
        answer = run(*wrong)
        assert answer.status == 2 and answer.err, wrong
