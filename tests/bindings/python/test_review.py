"""A review through the binding, and the gate for new rules."""

import datetime
import json
import pathlib

import pytest

import regelgraf

ROOT = pathlib.Path(__file__).resolve().parents[3]
STORY = ROOT / "tests" / "review" / "odder"


@pytest.fixture(scope="module")
def odder():
    with regelgraf.Model.open(ROOT / "examples" / "odder" / "odder.json") as model:
        yield model


def test_a_whole_review(odder):
    review = regelgraf.Review.begin(odder, {"id": "r", "name": {"da": "Prøve"}})
    for line in (STORY / "events.jsonl").read_text("utf-8").splitlines():
        came = review.apply(odder, line)
        assert came.applied and came.refused == ()
        review = came.review
    assert regelgraf.Review.read(review.json()).json() == review.json()
    status = review.status(odder, datetime.date(2026, 12, 1))
    assert status["closed"] and [step["state"] for step in status["steps"]] == ["done"] * 7
    assert {reply["unit"] for reply in review.replies(odder)} == {"bofaellesskab", "bostoette"}
    assert [held["verdict"] for held in review.evaluation(odder)["hours"]] == ["confirmed", "too_few"]
    assert review.plans(odder) == []


def test_a_refusal_is_an_answer(odder):
    review = regelgraf.Review.begin(odder, {"id": "r"})
    came = review.apply(odder, {"event": "dispose", "on": "2026-06-01", "disposition": {
        "rule": "ugenotat", "what": "remove", "decided_by": "leder-udfoerer"}})
    assert not came.applied and came.review.json() == review.json()
    assert [one["key"] for one in came.refused] == ["involvement_missing:i-med-regler"]


def test_what_is_no_review_is_an_error(odder):
    with pytest.raises(regelgraf.InvalidModel) as error:
        regelgraf.Review.read({"regelgraf_review": 1, "id": 7})
    assert len(error.value.findings) == 2
    with pytest.raises(regelgraf.InvalidModel):
        regelgraf.Review.begin(odder, "[]")
    with pytest.raises(regelgraf.InvalidQuestion):
        regelgraf.Review.begin(odder, {"id": "r"}).status(odder, "i dag")


def test_the_gate(odder):
    rule = {"id": "ny", "kind": "rule", "instrument": "procedure", "name": "Nyt skema"}
    answer = odder.propose(rule, date="2026-06-01")
    assert answer["verdict"] == "not_ready" and len(answer["demands"]) == 7
    assert answer["agenda"]["da"].startswith("Forslag til ny regel: »Nyt skema«")
    with pytest.raises(regelgraf.InvalidModel):
        odder.propose(json.dumps({"rule": 7}))
