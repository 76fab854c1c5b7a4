"""The layers that come with the library: what they claim, case by case, on municipalities that stand on them.

`bare.json` has nothing of its own: what is asked there holds for any municipality. `kommune.json` has its own bodies
in the places of the layer's, and a plan that breaks the law in many ways.
"""

import json

import pytest

import cases  # tests/support
from conftest import ROOT

LAYERS = sorted(path for path in ROOT.glob("src/layers/*.json") if not path.name.endswith(".cases.json"))
FILES = sorted([*ROOT.glob("src/layers/*.cases.json"), *ROOT.glob("tests/layers/*.cases.json")])


def every_case():
    for path in FILES:
        for case in cases.read(path)[1]:
            yield pytest.param(path, case, id=f"{path.stem}: {case['name']}")


@pytest.fixture(scope="session")
def answers(run):
    """The answers to all cases of a file, in one call."""
    known = {}

    def of(path):
        if path not in known:
            model, held = cases.read(path)
            asked = [json.dumps(case["ask"]) for case in held]
            given = run("ask", model, stdin="\n".join(asked)).out.splitlines()
            assert len(given) == len(asked)
            known[path] = {question: json.loads(answer) for question, answer in zip(asked, given)}
        return known[path]

    return of


@pytest.mark.parametrize("path, case", every_case())
def test_case(answers, path, case):
    wrong = cases.differences(case["expect"], answers(path)[json.dumps(case["ask"])])
    assert not wrong, f"\n{json.dumps(case['ask'], ensure_ascii=False)}\n" + "\n".join(wrong)


def test_names_of_cases_are_questions_people_can_find():
    for path in FILES:
        names = [case["name"] for case in cases.read(path)[1]]
        assert len(names) == len(set(names)), path


@pytest.mark.parametrize("layer", LAYERS, ids=lambda path: path.stem)
def test_check_finds_no_more_than_a_note(run, layer):
    """Notes stand, and src/layers/README.md says why."""
    found = run("check", layer, "--json")
    assert found.status == 0, found.out
    assert {(one["code"], one["element"]) for one in found.json()["findings"] if one["code"] != "single_point"} == {
        ("barred_grant", "dk:g-finance-committee"), ("barred_grant", "dk:g-standing-committee"),
        ("exclusive_overlap", "dk:g-hostel-discharge"),
    }  # fmt: skip


@pytest.mark.parametrize("layer", LAYERS, ids=lambda path: path.stem)
def test_every_element_has_names_in_both_languages_and_a_source(layer):
    model = json.loads(layer.read_text(encoding="utf-8"))
    for one in model["elements"]:
        assert one["name"].keys() == {"da", "en"} and one["source"]["text"], one["id"]
        assert one["id"].startswith(f"{layer.stem}:")
        assert ("unsure" in one.get("tags", [])) == one.get("note", "").startswith("Usikkert: "), one["id"]
    for fact in model["model"]["facts"]:
        assert fact["ask"].keys() == {"da", "en"}, fact["name"]


def test_every_claim_has_a_case(answers):
    """Every grant, bar, involvement and duty of the layer turns up in an answer to some case."""
    named = set()

    def gather(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                gather(one)
        elif isinstance(value, str):
            named.add(value)

    for path in FILES:
        gather(list(answers(path).values()))
    claims = {one["id"] for layer in LAYERS for one in json.loads(layer.read_text(encoding="utf-8"))["elements"]
              if one["kind"] in ("grant", "bar", "involvement", "duty")}  # fmt: skip
    assert len(claims) > 100 and claims - named == set()
