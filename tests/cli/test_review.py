"""A whole small review, Odder's documentation, through KL's seven steps; the gate for new rules."""

import json
import subprocess
import warnings

import pytest

from conftest import ENVIRONMENT, PROGRAM, ROOT

jsonschema = pytest.importorskip("jsonschema")

HERE = ROOT / "tests" / "review" / "odder"
MODEL = ROOT / "examples" / "odder" / "odder.json"
EVENTS = [json.loads(line) for line in (HERE / "events.jsonl").read_text("utf-8").splitlines()]
# After so many events one of the seven steps is behind.
LOOKED_AT = (0, 1, 6, 9, 11, 15, 17, 19, 21, 27, 28)


def run(*arguments, text=None):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=text, capture_output=True, encoding="utf-8",
                          env=ENVIRONMENT | {"COLUMNS": "100"}, check=False, timeout=60)


def ask(*arguments, text=None, status=0):
    done = run(*arguments, text=text)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def reviews(tmp_path_factory):
    """The review after 0, 1, 2, ... events, as files."""
    folder = tmp_path_factory.mktemp("review")
    files = [folder / "0.json"]
    ask("review", "new", HERE / "head.json", MODEL, "-o", files[0])
    for number, event in enumerate(EVENTS, 1):
        files.append(folder / f"{number}.json")
        ask("review", "apply", files[-2], MODEL, "-", "-o", files[-1], text=json.dumps(event))
    return files


def pages(reviews, language):
    """The status after each step, on the day of the last event."""
    out = []
    for count in LOOKED_AT:
        day = "2026-02-01" if count == 0 else EVENTS[count - 1]["on"]
        out.append(f"== {count}\n" + ask("review", "status", reviews[count], MODEL, "--date", day, "--lang", language))
    end = ("--date", "2026-12-01", "--lang", language)
    out.append("== samskabt\n" + ask("review", "status", reviews[11], MODEL, "--samskabt", *end))
    out.append("== replies\n" + ask("review", "replies", reviews[-1], MODEL, *end))
    out.append("== evaluate\n" + ask("review", "evaluate", reviews[-1], MODEL, *end))
    out.append("== plan\n" + ask("review", "plan", reviews[16], MODEL, "--date", "2026-06-20", "--lang", language))
    return "".join(out)


@pytest.mark.parametrize("language", ["da", "en"])
def test_pages_of_a_whole_review(reviews, language):
    assert pages(reviews, language) == (HERE / f"pages.{language}.txt").read_text("utf-8")


def test_each_step_is_done_in_its_turn(reviews):
    steps = []
    for count in LOOKED_AT:
        day = "2026-02-01" if count == 0 else EVENTS[count - 1]["on"]
        answer = json.loads(ask("review", "status", reviews[count], MODEL, "--date", day, "--json"))
        steps.append(answer.get("next"))
    assert steps == ["demand", "purpose", "organise", "collect", "decide", "decide", "decide", "decide", "evaluate", "evaluate", None]
    last = json.loads(ask("review", "status", reviews[-1], MODEL, "--json"))
    assert [step["state"] for step in last["steps"]] == ["done"] * 7
    assert last["closed"] is True
    assert [(row["step"], row["kl"], row["state"]) for row in last["samskabt_styring"]] == [
        (1, [1, 2, 3], "done"), (2, [4, 5], "done"), (3, [6], "done"), (4, [6], "done"), (5, [7], "done"), (6, [7], "done")]
    assert [(one["where"], one["by"], one["of"]) for one in last["overrides"]] == [
        ("dispositions[1]", "socialchef", ["involvement_too_late:i-med-regler"])]


def test_the_review_can_be_closed_only_when_nothing_is_missing(reviews):
    done = run("review", "apply", reviews[20], MODEL, "-", "--json", text=json.dumps(EVENTS[-1]))
    assert done.returncode == 1
    assert {"no_lesson", "no_own_hours", "no_reply"} <= {one["code"] for one in json.loads(done.stdout)["refused"]}


def test_a_refusal_names_everything_and_who_may(reviews, tmp_path):
    event = {"event": "dispose", "on": "2026-06-20", "disposition": {
        "rule": "afgoerelse-skabelon", "what": "remove", "decided_by": "leder-udfoerer"}}
    out = tmp_path / "never.json"
    done = run("review", "apply", reviews[14], MODEL, "-", "-o", out, "--lang", "en", text=json.dumps(event))
    assert done.returncode == 1 and not out.exists()
    for said in ("unmet_duty:ret-begrundelse", "no_authority:afgoerelse-skabelon", "the head of visitation", '"override"'):
        assert said in done.stdout


def schema(part=""):
    whole = json.loads((ROOT / "src" / "schema" / "review.schema.json").read_text("utf-8"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer jsonschema: RefResolver
        resolver = jsonschema.RefResolver("", {}, store={whole["$id"]: whole})
        return jsonschema.Draft202012Validator({"$ref": whole["$id"] + part}, resolver=resolver)


def test_documents_and_events_fit_the_schema(reviews):
    for file in reviews:
        schema().validate(json.loads(file.read_text("utf-8")))
    for event in EVENTS:
        schema("#/$defs/event").validate(event)


BAD = [
    lambda d: d.update(mode="kultur"),
    lambda d: d.update(dispositons=[]),
    lambda d: d.pop("id"),
    lambda d: d["dispositions"][0].pop("decided_by"),
    lambda d: d["dispositions"][0].update(on="i går"),
    lambda d: d["measurements"][0].update(n=0),
    lambda d: d["measurements"][0].update(hours=[-1, 2]),
    lambda d: d["skips"].append({"step": "sleep"}) if "skips" in d else d.update(skips=[{"step": "sleep"}]),
    lambda d: d["trials"][0].update(expected="meget"),
    lambda d: d["log"][0].update(nr="et"),
    lambda d: d["organisation"].update(coordinator=["a", 7]),
    lambda d: d["nominations"][0].pop("rule"),
]


@pytest.mark.parametrize("number", range(len(BAD)))
def test_what_the_schema_refuses_the_library_refuses(reviews, tmp_path, number):
    document = json.loads(reviews[-1].read_text("utf-8"))
    BAD[number](document)
    assert not schema().is_valid(document)
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(document), "utf-8")
    done = run("review", "status", bad, MODEL, "--lang", "en")
    assert done.returncode == 2 and done.stdout == "" and "bad.json:1:" in done.stderr


def test_hostile_documents(tmp_path):
    for number, text in enumerate(["", "[", "{}", "[" * 5000, '{"id": "010190-1234"}', "null", "\ufeff{}"]):
        file = tmp_path / f"{number}.json"
        file.write_text(text, "utf-8")
        done = run("review", "status", file, MODEL)
        assert done.returncode == 2 and "010190-1234" not in done.stdout + done.stderr
    assert run("review", "status", tmp_path / "none.json", MODEL).returncode == 2
    assert run("review", "wait", "a", MODEL).returncode == 2
    assert run("review", "apply", "a", MODEL).returncode == 2
    assert run("review", "status", "-", "-").returncode == 2


NOTE = {"id": "maanedsnotat", "kind": "rule", "name": {"da": "Månedligt notat for hver borger", "en": "Monthly note on each citizen"},
        "instrument": "documentation_requirement", "issuer": "leder-udfoerer", "concerns": ["27.12.16"],
        "binds": ["bofaellesskab", "bostoette"], "serves": ["delmaal"]}
READY = {"rule": {**NOTE, "issuer": "socialchef", "basis": ["dok-model"],
                  "burden": {"minutes": [15, 20, 30], "times_per_year": 12, "people": 20}},
         "remove": ["ugenotat", "afvigelsesliste"], "review_on": "2027-06-01"}


def propose(proposal, status, *more):
    return json.loads(ask("propose", MODEL, "-", "--json", *more, text=json.dumps(proposal), status=status))


def unmet(answer):
    return [one["demand"] for one in answer["demands"] if not one["met"]]


def test_a_bare_proposal_is_asked_for_everything():
    answer = propose(NOTE, 1)
    assert answer["verdict"] == "not_ready"
    assert unmet(answer) == ["ground", "adopter", "hours", "overlap", "end"]
    assert [one["rule"] for one in answer["overlaps"]] == ["ugenotat"]
    assert ["socialchef"] in [one["holders"] for one in answer["adopters"]]
    assert len(answer["questions"]) == 5 and all(one["da"].endswith(("?", ".")) for one in answer["questions"])


def test_a_full_proposal_is_ready_and_fits_an_agenda():
    answer = propose(READY, 0)
    assert answer["verdict"] == "ready" and unmet(answer) == []
    assert answer["hours"] == [60, 80, 120] and answer["hours_net"][1] > 300
    assert "Før beslutningen: OmrådeUdvalget" in answer["agenda"]["da"]
    page = ask("propose", MODEL, "-", "--lang", "en", text=json.dumps(READY))
    assert page.startswith("Ready to be decided on\n\nProposal for a new rule: “Monthly note on each citizen”")


@pytest.mark.parametrize(("change", "demand"), [
    ({"basis": ["findes-ikke"]}, None),
    ({"basis": []}, ["ground"]),
    ({"serves": []}, ["purpose", "overlap"]),  # less is said, so more is like it
    ({"issuer": "leder-udfoerer"}, ["adopter"]),
    ({"burden": {}}, ["hours"]),
    ({"conflicts_with": ["dok-skabelon"]}, ["conflicts"]),
    ({"name": "Skabelon for delmål"}, ["overlap"]),
])
def test_each_demand(change, demand):
    proposal = {**READY, "rule": {**READY["rule"], **change}}
    if demand is None:
        done = run("propose", MODEL, "-", text=json.dumps(proposal))
        assert done.returncode == 2 and "basis" in done.stderr
    else:
        assert unmet(propose(proposal, 1)) == demand


def test_an_end_a_considered_overlap_and_a_duty():
    without_end = {key: value for key, value in READY.items() if key != "review_on"}
    assert unmet(propose(without_end, 1)) == ["end"]
    without_end["rule"] = {**READY["rule"], "valid": {"from": "2026-07-01", "to": "2027-07-01"}}
    assert unmet(propose(without_end, 0)) == []
    kept = {**READY, "remove": []}
    assert unmet(propose(kept, 1)) == ["overlap"]
    assert unmet(propose({**kept, "considered": {"ugenotat": "Det gælder andre borgere"}}, 0)) == []
    assert unmet(propose({**READY, "remove": ["afgoerelse-skabelon", "ugenotat"]}, 1)) == ["conflicts"]


def test_a_draft_grant_gives_nobody_authority_to_adopt_the_rule_it_comes_with():
    grant = {"id": "g-selv", "kind": "grant", "to": "leder-udfoerer", "powers": ["adopt"], "over": ["maanedsnotat"]}
    proposal = {**READY, "rule": {**READY["rule"], "issuer": "leder-udfoerer"}, "draft": [grant]}
    assert unmet(propose(proposal, 1)) == ["adopter"]


def test_proposals_that_are_none():
    for text in ("", "[]", '{"rule": 7}', json.dumps({"id": "x", "kind": "task"}), json.dumps({**READY, "reviewon": 1}),
                 json.dumps({**NOTE, "name": "Ring 010190-1234"})):
        done = run("propose", MODEL, "-", text=text)
        assert done.returncode == 2 and "010190-1234" not in done.stdout + done.stderr
