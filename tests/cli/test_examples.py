"""The examples: their questions, their cases, and the schemas against both."""

import json
import warnings

import pytest

import cases  # tests/support
from conftest import ROOT

jsonschema = pytest.importorskip("jsonschema")

# Under the sanitizers over_c_test asks all of these cases and questions, and does not start a program for each.
pytestmark = pytest.mark.plain

EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/questions.jsonl"))


def name_of(folder):
    return folder.name


def lines_of(path):
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def model_of(folder):
    return cases.cases(folder.name)[0]


@pytest.fixture(scope="session")
def schema():
    """schema(NAME): what is wrong with a value, as lines."""
    folder = ROOT / "src" / "schema"
    schemas = {name: json.loads((folder / f"{name}.schema.json").read_text("utf-8")) for name in ("model", "question", "answer")}
    store = {one["$id"]: one for one in schemas.values()}

    def validator(name):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # newer jsonschema: RefResolver
            resolver = jsonschema.RefResolver("", schemas[name], store=store)
            return jsonschema.Draft202012Validator({"$ref": schemas[name]["$id"]}, resolver=resolver)

    validators = {name: validator(name) for name in schemas}

    def problems(name, value):
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in validators[name].iter_errors(value)]

    return problems


def test_there_are_examples():
    assert {folder.name for folder in EXAMPLES} >= {"odder", "soroe"}


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
def test_questions_are_answered_in_order_with_the_same_bytes(run, folder):
    questions = folder / "questions.jsonl"
    first = run("ask", model_of(folder), questions)
    assert first.status == 0 and first.err == ""
    assert run("ask", model_of(folder), stdin=questions.read_bytes()).out == first.out
    asked = [json.loads(line) for line in lines_of(questions)]
    given = [json.loads(line) for line in first.out.splitlines()]
    assert [(q.get("id"), q["ask"]) for q in asked] == [(a.get("id"), a["ask"]) for a in given]
    assert [a for a in given if "error" in a] == []


@pytest.mark.parametrize("folder", EXAMPLES, ids=name_of)
def test_model_questions_and_answers_follow_the_schemas(run, schema, folder):
    wrong = [f"model: {line}" for line in schema("model", json.loads(model_of(folder).read_text("utf-8")))]
    wrong += [f"canonical model: {line}" for line in schema("model", run("convert", model_of(folder), "-").json())]
    asked = lines_of(folder / "questions.jsonl")
    asked += [json.dumps(case["ask"]) for case in cases.cases(folder.name)[1]]
    asked += [json.dumps({"ask": "burden", "by": by}) for by in ("tier", "instrument", "issuer", "matter", "actor")]
    asked += [json.dumps({**case["ask"], "ask": "journal_note", "date": "2026-03-01", "case_no": "7", "language": language})
              for case in cases.cases(folder.name)[1] if case["ask"]["ask"] in ("who_decides", "may") for language in ("da", "en")]
    asked += ['{"ask": "check"}', '{"ask": "why", "element": "no such thing"}']
    answers = run("ask", model_of(folder), stdin="\n".join(asked)).out.splitlines()
    assert len(answers) == len(asked)
    for question, answer in zip(asked, answers):
        wrong += [f"question {question}: {line}" for line in schema("question", json.loads(question))]
        wrong += [f"answer to {question}: {line}" for line in schema("answer", json.loads(answer))]
    assert not wrong, "\n" + "\n".join(wrong)


def test_the_schemas_refuse_what_is_wrong(run, schema, odder):
    """The control: a schema that accepts everything would pass above."""
    answer = run("ask", odder, stdin='{"ask": "who_decides", "power": "repeal", "target": "ugenotat"}').json()
    assert schema("answer", answer) == []
    assert schema("answer", {**answer, "verdict": "perhaps"}) != []
    assert schema("question", {"ask": "who_decides", "colour": "red"}) != []


def test_a_mismatch_is_seen():
    given = {"a": [1, {"b": True, "c": 2}], "d": "x"}
    assert cases.differences({"a": [1, {"b": True}]}, given) == []
    for wrong in ({"a": [1]}, {"a": [1, {"b": False}]}, {"a": [1, {"b": 1}]}, {"e": None}, {"d": ["x"]}, {"a": [{}, {}]}):
        assert len(cases.differences(wrong, given)) == 1


def every_case():
    for folder in EXAMPLES:
        for case in cases.cases(folder.name)[1]:
            yield pytest.param(folder, case, id=f"{folder.name}: {case['name']}")


@pytest.fixture(scope="session")
def answers(run):
    """The answers to all cases of an example, in one call."""
    known = {}

    def of(folder):
        if folder not in known:
            model, held = cases.cases(folder.name)
            asked = [json.dumps(case["ask"]) for case in held]
            given = run("ask", model, stdin="\n".join(asked)).out.splitlines()
            assert len(given) == len(asked)
            known[folder] = {question: json.loads(answer) for question, answer in zip(asked, given)}
        return known[folder]

    return of


@pytest.mark.parametrize("folder, case", every_case())
def test_case(answers, folder, case):
    given = answers(folder)[json.dumps(case["ask"])]
    wrong = cases.differences(case["expect"], given)
    assert not wrong, f"\n{json.dumps(case['ask'], ensure_ascii=False)}\n" + "\n".join(wrong)
