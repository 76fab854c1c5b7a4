"""A plan held to what it is meant to answer."""

import json

import cases  # tests/support
import pytest
from conftest import ROOT
from regelgraf import InvalidQuestion, Model, PlanDifference

SOROE = ROOT / "examples/soroe"


@pytest.fixture(scope="module")
def soroe():
    with Model.open(SOROE / "soroe.json") as model:
        yield model


def test_the_cases_of_soroe_pass_and_ask_about_every_row(soroe):
    report = soroe.test((SOROE / "cases.json").read_bytes())
    assert [one for one in report.cases if not one.passed] == []
    assert report.failed == 0
    assert len(report.cases) == len(cases.cases("soroe")[1])
    assert report.rows_not_asked == ()
    assert len(report.rows_asked) > 10


def test_a_difference_says_where(soroe):
    ask = {"ask": "who_decides", "power": "decide", "target": "soroe:2.1.1"}
    report = soroe.test({"cases": [
        {"name": "wrong", "ask": ask, "expect": {"verdict": "barred", "options": [{"holders": ["x"]}], "nothing": 1}},
        {"ask": ask, "expect": {"verdict": "competent"}},
    ]})  # fmt: skip
    wrong, right = report.cases
    assert (wrong.passed, right.passed, report.failed) == (False, True, 1)
    assert right.name == "case 2"
    assert PlanDifference("verdict", "barred", "competent") in wrong.differences
    assert PlanDifference("nothing", 1, None) in wrong.differences
    assert "soroe:2.1.1:b:administration" in report.grants_asked
    assert report.rows_asked == ("soroe:2.1.1",)


def test_an_error_can_be_expected(soroe):
    report = soroe.test({"cases": [
        {"ask": {"ask": "why", "element": "nowhere"}, "expect": {"error": {"code": "unknown_element"}}},
    ]})  # fmt: skip
    assert report.failed == 0


@pytest.mark.parametrize("bad, at", [
    ("[]", ""), ("{}", "cases"), ('{"cases": {}}', "cases"), ('{"cases": [1]}', "cases[0]"), ("{", ""),
    ('{"cases": [{"ask": {}}]}', "cases[0].expect"), ('{"cases": [{"expect": {}}]}', "cases[0].ask"),
    ('{"cases": [{"ask": {}, "expect": {}, "name": 1}]}', "cases[0].name"),
    ('{"cases": [{"ask": {}, "expect": {}, "expected": {}}]}', "cases[0].expected"), ('{"case": []}', "case"),
])  # fmt: skip
def test_a_file_of_another_form_is_refused(soroe, bad, at):
    with pytest.raises(InvalidQuestion) as refused:
        soroe.test(bad)
    assert refused.value.at == at


def test_the_json_is_kept(soroe):
    report = soroe.test({"cases": []})
    assert json.loads(report.json)["failed"] == 0
