"""Bad input: a clear error with its place, status 2, and nothing left behind."""

import gzip
import json

import pytest

from conftest import actor, model_text, rule

GOOD = model_text(rule("a"))


def refused(run, path, *arguments, status=2):
    """What an ordinary command says about a model that cannot be used."""
    answer = run("why", path, "a", "--lang", "en", *arguments)
    assert answer.status == status and answer.out == ""
    assert answer.err.startswith(str(path))
    return answer.err


NO_MODEL_FILE = {
    "truncated": (GOOD[: len(GOOD) // 2], "JSON"),
    "not UTF-8": (GOOD.replace("Trial", "Tri\udcffal").encode("utf-8", "surrogateescape"), "UTF-8"),
    "nested 10,000 deep": (GOOD.replace('"kind"', '"x-deep": ' + "[" * 10000 + "]" * 10000 + ', "kind"'), ""),
    "an array 10,000 deep": ("[" * 10000, "object"),
    "empty": ("", "empty"),
    "blank": (" \n\t\n", "empty"),
    "damaged gzip": (gzip.compress(GOOD.encode())[:-12], "gzip"),
}


@pytest.mark.parametrize("name", NO_MODEL_FILE)
def test_text_that_is_no_model_file(run, write, name):
    text, said = NO_MODEL_FILE[name]
    path = write("bad.json", text)
    assert said in refused(run, path)
    checked = run("check", path, "--lang", "en")
    assert checked.status in (1, 2) and said in checked.out + checked.err


WRONG_CONTENT = {
    "a list": ("[]", 1),
    "no head": ('{"regelgraf": 1, "elements": []}', 1),
    "duplicate id": (model_text(rule("a"), rule("a")), 1),
    "unknown id": (model_text(rule("a", basis=["b"])), 1),
    "unknown field": (model_text(rule("a", colour="red")), 1),
    "k above n": (model_text(rule("a", needs=[{"at_least": 2, "of": ["b"]}]), rule("b")), 1),
    "k of nothing": (model_text(rule("a", needs=[{"any": []}])), 1),
    "k is 0": (model_text(rule("a", needs=[{"at_least": 0, "of": ["b"]}]), rule("b")), 1),
    "cycle in part_of": (model_text(actor("a", part_of="b"), actor("b", part_of="a")), 1),
    "cycle in broader": (model_text({"id": "a", "kind": "matter", "broader": ["a"]}), 1),
    "number out of range": (model_text(rule("a")).replace('"procedure"', '"procedure", "burden": {"minutes": 1e999}'), 1),
    "number too long": (model_text(rule("a", needs=[{"at_least": 10**30, "of": ["b"]}]), rule("b")), 1),
    "negative burden": (model_text(rule("a", burden={"minutes": -1})), 1),
    "period that ends first": (model_text(rule("a", valid={"from": "2026-02-01", "to": "2026-01-01"})), 1),
    "several at once": (model_text(rule("a", basis=["x"]), rule("b", uses=["y"]), rule("c", colour=1)), 3),
}


@pytest.mark.parametrize("name", WRONG_CONTENT)
def test_a_model_that_is_wrong(run, write, name):
    text, least = WRONG_CONTENT[name]
    path = write("wrong.json", text)
    said = refused(run, path)
    assert said.count(": error: ") >= least
    assert all(line.startswith((f"{path}:1:", "    ")) for line in said.splitlines()), said
    danish = run("why", path, "a", "--lang", "da").err
    assert danish.count(": fejl: ") == said.count(": error: ")


def test_a_finding_names_its_element_and_field(run, write):
    path = write("wrong.json", model_text(rule("a"), rule("b", basis=["aa"])).replace(', {"id": "b"', ',\n {"id": "b"'))
    said = refused(run, path)
    assert f"{path}:2:" in said and "element b" in said and "field basis" in said and "`aa`" in said


def test_two_gigabytes_of_spaces_are_refused_unread(run, tmp_path):
    """A sparse file: it holds zero bytes where the spaces would be, and its size is what is refused,
    before anything is read; a small file of spaces is `blank` above."""
    path = tmp_path / "spaces.json"
    with open(path, "wb") as file:
        file.write(b" " * 4096)
        file.truncate(2 << 30)
    assert "larger than the limit" in refused(run, path)


def test_what_is_not_a_file(run, tmp_path):
    assert "directory" in refused(run, tmp_path)
    assert "no such file" in refused(run, tmp_path / "none.json")
    for command in ("check", "ask", "convert"):
        answer = run(command, tmp_path, *(["-"] if command == "convert" else []))
        assert answer.status == 2 and answer.out == ""


def test_convert_leaves_nothing_behind(run, write, tmp_path):
    bad = write("bad.json", GOOD[:-5])
    good = write("good.json", GOOD)
    assert run("convert", bad, tmp_path / "out.json").status == 2
    assert run("convert", good, tmp_path / "out.txt").status == 2
    assert run("convert", good, tmp_path / "none" / "out.json").status == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.json", "good.json"]


def test_an_unknown_element_suggests_the_nearest(run, odder):
    for language, said in (("en", "did you mean `ugenotat` (Weekly note"), ("da", "mente du `ugenotat` (Ugentligt")):
        answer = run("why", odder, "ugenotet", "--lang", language)
        assert answer.status == 2 and answer.out == "" and said in answer.err
    assert "`ugenotat`" in run("what-breaks", odder, "ugentligt", "--lang", "da").err  # by its name
    answer = run("why", odder, "ugenotet", "--json")
    assert answer.status == 2 and answer.json()["error"]["code"] == "unknown_element"


def test_every_problem_with_a_question_is_said_at_once(run, odder):
    answer = run("who-decides", odder, "--power", "repeal", "--target", "x1", "--unit", "ugenotat", "--absent", "x2",
                 "--date", "2026-13-01", "--fact", "amount=much", "--lang", "en")
    assert answer.status == 2 and answer.out == ""
    for option in ("--target", "--unit", "--absent", "--date", "--fact"):
        assert f"regelgraf: {option}: " in answer.err


def test_personal_data_is_refused_and_not_repeated(run, odder, write):
    number = "010190-1234"
    path = write("cpr.json", model_text(rule("a", note=f"ring til {number}")))
    said = refused(run, path)
    assert number not in said and "CPR" in said and "field note" in said
    assert run("why", path, "a", "--allow-personal-data").status == 0
    for arguments in (["why", odder, number], ["why", odder, "ugenotat", number], ["what-breaks", odder, "ugenotat", number],
                      ["who-decides", odder, "--power", "decide", "--target", "27", "--fact", f"amount={number}"],
                      ["who-decides", odder, "--power", "decide", "--target", "27", "--fact", f"{number}=3"],
                      ["who-decides", odder, "--power", number, "--target", "27"],
                      ["may", odder, number, "--power", "decide", "--target", "27"],
                      ["who-decides", odder, "--power", "decide", "--kle", number], ["check", odder, number]):
        for more in ([], ["--json"], ["--lang", "da"]):
            answer = run(*arguments, *more)
            assert answer.status == 2 and number not in answer.out + answer.err
            assert "error" in answer.json() if answer.out else True


@pytest.mark.parametrize("arguments, said", [
    ([], "Usage"), (["what-brakes", "m"], "did you mean `what-breaks`"), (["check"], "missing: MODEL"),
    (["check", "m", "--jsno"], "did you mean `--json`"), (["why", "m"], "missing: ID"), (["what-breaks", "m"], "missing: ID"),
    (["who-decides", "m"], "missing: --target, --power"), (["may", "m"], "missing: ACTOR"), (["convert", "m"], "missing: FILE"),
    (["check", "m", "--lang"], "--lang needs a value"), (["check", "m", "--lang", "fr"], "--lang does not know that value"),
    (["check", "m", "--color", "red"], "--color does not know that value"), (["why", "m", "a", "b"], "did not expect the argument `b`"),
    (["who-decides", "m", "--power", "p", "--target", "t", "--kle", "1"], "not both"),
    (["who-decides", "m", "--target", "t", "--facet", "G01"], "--kle"),
])
def test_wrong_use(run, arguments, said):
    answer = run(*arguments)
    assert answer.status == 2 and answer.out == ""
    assert said in answer.err


@pytest.mark.parametrize("language, usage, options", [("da", "Brug: regelgraf", "Tilvalg:"), ("en", "Usage: regelgraf", "Options:")])
def test_help_in_both_languages(run, language, usage, options):
    commands = ("what-breaks", "who-decides", "may", "why", "check", "ask", "convert")
    answer = run("--help", "--lang", language)
    assert answer.status == 0 and usage in answer.out and all(command in answer.out for command in commands)
    for command in commands:
        answer = run(command, "--help", "--lang", language)
        assert answer.status == 0 and f"{usage} {command} MODEL" in answer.out and options in answer.out


def test_version(run):
    answer = run("--version")
    assert answer.status == 0 and answer.out.startswith("regelgraf ") and answer.out.count(".") == 2


def test_a_fact_given_by_name_and_by_alias_is_refused(run, small):
    """Which of the two is meant nobody can tell."""
    question = '{"ask": "who_decides", "power": "decide", "target": "sag", "facts": {"amount": 5, "beløb": 900000}}'
    answer = run("ask", small, stdin=question).json()
    assert answer["error"]["code"] == "invalid_question" and answer["error"]["at"] == "facts.beløb"
    assert "`amount` is given twice" in answer["error"]["message"]


def test_a_question_by_kle_that_no_matter_answers(run, odder):
    answer = run("who-decides", odder, "--power", "decide", "--kle", "99.01", "--lang", "en")
    assert answer.status == 2 and "99.01" in answer.err
    answer = run("who-decides", odder, "--kle", "27.36.12", "--facet", "X1", "--lang", "en")
    assert answer.status == 2 and "give --power" in answer.err


def test_json_of_a_refused_model_is_still_json(run, write):
    path = write("wrong.json", model_text(rule("a", basis=["b"])))
    answer = run("check", path, "--json")
    assert answer.status == 1 and answer.json()["model"] is None
    assert json.loads(answer.out)["findings"][0]["code"] == "unknown_id"
