"""Opening, asking, answers, errors, closing, threads."""

import datetime
import gc
import gzip
import json
import pickle
import threading

import pytest
import regelgraf
from conftest import ROOT, SMALL
from regelgraf import Model

ODDER = ROOT / "examples/odder/odder.json"


# Opening


def test_a_model_says_what_it_is(small):
    assert small.id == "lille" and len(small) == 8 and bool(small)
    assert len(small.digest) == 64 and set(small.digest) <= set("0123456789abcdef")
    assert repr(small) == "<regelgraf.Model 'lille', 8 elements>"
    assert list(small) == sorted(small, key=str.encode)
    assert set(small) == {"råd", "chef", "sted", "sag", "skema", "pligt", "g", "g2"}
    assert all(id in small for id in small)
    assert "skemaer" not in small and "" not in small and 7 not in small


def test_a_model_is_the_same_from_file_text_bytes_and_gzip(tmp_path):
    text = ODDER.read_text(encoding="utf-8")
    packed = gzip.compress(text.encode())
    (tmp_path / "pakket på ærø.json.gz").write_bytes(packed)
    models = [Model.open(ODDER), Model.open(str(ODDER)), Model.from_text(text), Model.from_text(text.encode()),
              Model.from_text(packed), Model.open(tmp_path / "pakket på ærø.json.gz")]  # fmt: skip
    assert len({model.digest for model in models}) == 1
    for model in models:
        model.close()


UPPER = '{"regelgraf": 1, "model": {"id": "land"}, "elements": [{"id": "lov", "kind": "rule", "instrument": "act"}]}'
LOWER = """{"regelgraf": 1, "model": {"id": "by", "extends": ["land"]}, "elements": [
  {"id": "regel", "kind": "rule", "instrument": "procedure", "basis": ["lov"]}]}"""


def test_layers_come_from_memory_or_folders(tmp_path):
    (tmp_path / "land.json").write_text(UPPER, encoding="utf-8")
    by_name = Model.from_text(LOWER, layers={"land": UPPER})
    by_bytes = Model.from_text(LOWER, layers={"land": gzip.compress(UPPER.encode())})
    by_folder = Model.from_text(LOWER, folders=[tmp_path])
    assert by_name.digest == by_bytes.digest == by_folder.digest
    assert list(by_name) == ["lov", "regel"]
    with pytest.raises(regelgraf.InvalidModel):
        Model.from_text(LOWER)


def test_the_national_layer_is_within_the_library(tmp_path):
    town = '{"regelgraf": 1, "model": {"id": "by", "extends": ["dk"]}, "elements": []}'
    (tmp_path / "by.json").write_text(town, encoding="utf-8")
    with Model.from_text(town) as memory, Model.open(tmp_path / "by.json") as file:
        assert memory.digest == file.digest and "dk:root" in list(memory)
    with Model.from_text(town, layers={"dk": UPPER}) as own:
        assert list(own) == ["lov"]
    with pytest.raises(regelgraf.InvalidModel) as caught:
        Model.from_text(LOWER)
    assert "`dk`" in caught.value.findings[0]["advice"]["en"]


def test_limits_and_personal_data(tmp_path):
    text = '{"regelgraf": 1, "model": {"id": "m"}, "elements": [{"id": "a", "kind": "matter", "name": "010190-1234"}]}'
    with pytest.raises(regelgraf.InvalidModel) as caught:
        Model.from_text(text)
    assert caught.value.findings[0]["code"] == "personal_data"
    assert "010190" not in str(caught.value) + json.dumps(caught.value.findings)
    Model.from_text(text, allow_personal_data=True).close()
    (tmp_path / "m.json").write_text(text)
    with pytest.raises(regelgraf.TooLarge):
        Model.open(tmp_path / "m.json", max_bytes=20, allow_personal_data=True)
    with pytest.raises(ValueError):
        Model.from_text(text, max_bytes=-1)


def test_a_refused_model_has_every_finding():
    with pytest.raises(regelgraf.InvalidModel) as caught:
        Model.from_text('{"regelgraf": 1, "model": {"id": "m"}, "elements": [\n{"id": "a", "kind": "matter"},\n'
                        '{"id": "a", "kind": "matter", "broader": "ø"}]}')  # fmt: skip
    error = caught.value
    assert isinstance(error, ValueError) and error.status == regelgraf.Status.INVALID_MODEL
    assert [(f["line"], f["element"], f["severity"]) for f in error.findings] == [(3, "a", "error")] * 2
    assert {"code", "file", "column", "field", "text", "advice"} <= error.findings[0].keys()
    assert {"da", "en"} == error.findings[0]["text"].keys()
    assert "(and 1 more)" in error.message and error.at == ""


@pytest.mark.parametrize("path, kind", [
    ("no such file.json", regelgraf.Unreadable), (".", regelgraf.Unreadable), ("", regelgraf.InvalidArgument),
    ("-", regelgraf.InvalidArgument), ("examples/odder/odder.json\0.txt", regelgraf.InvalidArgument),
])  # fmt: skip
def test_a_path_that_leads_nowhere(path, kind):
    with pytest.raises(kind) as caught:
        Model.open(path)
    assert isinstance(caught.value, OSError if kind is regelgraf.Unreadable else ValueError)


# Asking


def test_ask_takes_and_gives_the_documented_form(small):
    answer = small.ask({"ask": "what_breaks", "remove": ["skema"], "date": datetime.date(2024, 2, 29), "id": "æøå"})
    assert answer["id"] == "æøå" and answer["date"] == "2024-02-29" and answer["broken"] == ["pligt"]
    assert answer["model"] == {"id": "lille", "digest": small.digest}


def test_ask_gives_an_error_as_an_answer(small):
    answer = small.ask({"ask": "why", "element": "skemaer", "id": 3})
    assert answer["error"]["code"] == "unknown_element" and "`skema`" in answer["error"]["message"]
    assert answer["id"] == 3 and small.ask({})["error"]["code"] == "invalid_question"
    assert json.loads(small.ask_json("no JSON"))["error"]["code"] == "invalid_question"
    assert json.loads(small.ask_json(b"\xff"))["error"]


def test_what_cannot_be_json_is_no_question(small):
    with pytest.raises(TypeError):
        small.ask({"ask": {1, 2}})
    with pytest.raises(ValueError):
        small.ask({"ask": float("nan")})


def test_a_removal_plan_is_what_ask_gives():
    with Model.open(ODDER) as odder:
        plan = odder.removal_plan("ugenotat", date=datetime.date(2026, 3, 1), disqualified=["leder-udfoerer"])
        asked = odder.ask({"ask": "removal_plan", "remove": ["ugenotat"], "date": "2026-03-01",
                           "disqualified": ["leder-udfoerer"]})  # fmt: skip
        assert json.loads(plan.json) == asked
        assert [step["step"] for step in plan.steps][-1] == "take_effect" and plan.possible
        assert plan.earliest == "2026-03-15"
        assert plan.text.da.startswith("1. Drøft")
        with pytest.raises(regelgraf.UnknownElement):
            odder.removal_plan("nej")


def test_authority_that_moves():
    with Model.open(ODDER) as odder:
        gone = odder.what_breaks("dk:root")
        assert any(not moved.after for moved in gone.authority)


def test_what_breaks(small):
    breaks = small.what_breaks("skema", within="sted", date="2024-02-29")
    assert breaks.removed == ("skema",) and breaks.within == "sted" and breaks.date == "2024-02-29"
    assert breaks.broken == breaks.unmet_duties == ("pligt",) and breaks.lapsed == ()
    assert breaks.through == {"pligt": ("skema", "pligt")} and breaks.unexamined == ("skema",)
    assert breaks.hours["removed"] == (0, 0, 0)
    assert "Pligt på æøå" in breaks.text.da and breaks.text.en
    assert breaks == small.what_breaks("skema", "skema", within="sted", date=datetime.date(2024, 2, 29))
    assert breaks == small.what_breaks("skema", within="sted", date=datetime.datetime(2024, 2, 29, 23, 59))
    assert len({breaks, small.what_breaks("skema")}) == 2 and breaks != 1
    assert small.what_breaks().removed == ()


def test_burden(odder):
    burden = odder.burden("tier")
    assert [group.key for group in burden.groups] == ["workplace", "administration", "management", None]
    assert burden.total.hours == (885, 1339, 1790) and burden.total.surplus == (30, 45, 60)
    assert burden.groups[-1].elements == ("t-tilsyn",) and burden.shared == ()
    assert burden.to_dict() == odder.ask({"ask": "burden", "by": "tier"})
    there = odder.burden("actor", within="bostoette", date=datetime.date(2026, 3, 1))
    assert there.within == "bostoette" and [group.key for group in there.groups] == ["bostoette"]
    for wrong in ({"by": "colour"}, {"by": "tier", "within": "sel-141"}, {"by": "tier", "date": "soon"}):
        with pytest.raises(regelgraf.InvalidQuestion):
            odder.burden(**wrong)


def test_check(odder, small):
    findings = odder.check()
    dead = [finding for finding in findings if finding.code == "dead_rule"]
    assert [finding.element for finding in dead] == ["ydelsesregistrering"]
    assert dead[0].severity == "warning" and dead[0].field == "serves" and "maal-enhedspris" in dead[0].elements
    assert dead[0].text.da and dead[0].advice.en
    assert findings.to_dict() == odder.ask({"ask": "check"}) and len(findings) == len(findings.findings)
    assert odder.check(date="2019-06-01").date == "2019-06-01" and odder.check(date="2019-06-01") != findings
    with pytest.raises(regelgraf.InvalidQuestion):
        odder.check(date="soon")


def test_why_is_what_ask_says(odder):
    why = odder.why("ugenotat", date="2026-03-01")
    assert why.to_dict() == odder.ask({"ask": "why", "element": "ugenotat", "date": "2026-03-01"})
    assert why.origin == "home_made" and why.claimed == "state" and why.claims == {"origin": "contradicted"}
    assert ("g-fravig", "g-socialchef-regler", "delegationsplan") == odder.why("g-fravig").ground[0][:3]


def test_who_decides(small):
    open_ended = small.who_decides("decide", "sag")
    assert open_ended.verdict == "conditional" and open_ended.date is None
    first, council = open_ended.options
    assert first.holders == ("chef",) and first.jointly == 1 and first.grant == "g" and first.chain == ("g",)
    assert first.tier == "management" and not first.implied and first.notice is None
    assert {"condition": {"fact": "amount", "op": "<=", "value": 1000}, "must_be": True} in first.depends_on
    assert council.holders == ("råd",) and council.depends_on == ()

    told = small.who_decides("decide", "sag", unit="sted", date=datetime.date(2024, 2, 29),
                             facts={"beløb": 1000, "halted": False, "born": datetime.date(2001, 5, 6),
                                    "reason": 'hast "nu"', "vejr": 3, "principled": None})  # fmt: skip
    assert told.verdict == "competent" and told.date == "2024-02-29" and told.ignored_facts == ("vejr",)
    assert told.text.da.startswith("chef kan afgøre sag") and "Rådet på Ærø" in told.text.da
    assert [o.holders for o in small.who_decides("decide", "sag", facts={"amount": 1000.5}).options] == [("råd",)]
    assert [o.holders for o in small.who_decides("decide", "sag", disqualified=["chef"]).options] == [("råd",)]
    assert [o.holders for o in small.who_decides("decide", "sag", absent=["chef"]).options] == [("råd",)]


def test_joint_options_and_notice(odder):
    joint, by_notice, _ = odder.who_decides("repeal", "retningslinje-stress").options
    assert joint.holders == ("direktion", "medarbejdersiden") and joint.jointly == 2
    assert joint.implied and joint.grant is None and joint.notice is None and by_notice.notice == 3


def test_a_target_by_kle(small, odder):
    by_kle = small.who_decides("decide", {"kle": "27.36.04"}, facts={"amount": 5}, absent=["chef"])
    assert [option.holders for option in by_kle.options] == [("råd",)]
    assert small.who_decides(None, {"kle": "27.36", "facet": "G01"}).to_dict()["power"] == "decide"
    assert small.may("råd", "decide", {"kle": "27.36"}).may is True
    with pytest.raises(regelgraf.UnknownElement) as caught:
        small.who_decides("decide", {"kle": "99"})
    assert caught.value.at == "target.kle"
    with pytest.raises(regelgraf.InvalidQuestion):
        small.may("råd", "decide", {"kle": "27.36", "facet": "A"}, date="soon")
    assert odder.who_decides("decide", {"kle": "27.36.12"}).appeal["body"] == "ankestyrelsen"


def test_may(small):
    assert small.may("råd", "decide", "sag").may is True
    depends = small.may("chef", "decide", "sag")
    assert depends.may == "depends" and depends.because["kind"] == "condition"
    assert [option.holders for option in depends.options] == [("chef",)]
    no = small.may("sted", "decide", "sag", facts={"vejr": True})
    assert no.may is False and no.because == {"kind": "none"} and no.ignored_facts == ("vejr",)
    assert small.may("hvem", "decide", "sag").because == {"kind": "unknown"}


def test_why(odder):
    why = odder.why("ugenotat", date="2026-01-01")
    assert why.stands and why.origin == "home_made" and why.claimed == "state"
    assert why.purpose == (("ugenotat", "delmaal", "pligt-opfoelgning"),) and why.issuers == ("leder-udfoerer",)
    assert why.date == "2026-01-01" and why.used_by == ("t-tilsyn",) and why.surplus_hours == (0, 0, 0)
    assert odder.why("afgoerelse-skabelon").required_by == ("ret-begrundelse",)


def test_what_if(small):
    short = {"id": "kort", "kind": "rule", "instrument": "procedure", "burden": {"minutes": 60, "times_per_year": 2}}
    later = {"id": "senere", "kind": "goal", "valid": {"from": datetime.date(2030, 1, 1)}}
    answer = small.what_if(["skema"], add=[short, later], change={"pligt": {"needs": ["kort"], "name": None}},
                           date=datetime.date(2024, 2, 29))  # fmt: skip
    assert answer.removed == ("skema",) and answer.changed == ("pligt",) and answer.added == ("kort", "senere")
    assert answer.stands_anew == ("kort",) and answer.stands_not == ("senere",)
    assert answer.broken == answer.unmet_duties == () and answer.date == "2024-02-29"
    assert answer.hours["net"] == (-2, -2, -2) and answer.hours["added"] == (2, 2, 2)
    assert isinstance(answer, regelgraf.Breaks) and answer.text.da
    alone = small.what_if(["skema"], within="sted")
    assert alone.broken == small.what_breaks("skema", within="sted").broken == ("pligt",)
    assert alone.through == {"pligt": ("skema", "pligt")}
    with pytest.raises(regelgraf.InvalidModel) as caught:
        small.what_if(add=[{"id": "x", "kind": "rule"}], change={"skema": {"issuer": "ingen"}})
    assert [one["file"] for one in caught.value.findings] == ["add[0]", "change.skema"]
    assert caught.value.at == "add[0].instrument"
    with pytest.raises(TypeError):
        small.what_if("skema")


def test_a_typed_call_says_what_ask_says(odder):
    facts = {"amount": 20000, "principled": False, "unheard of": "ø"}
    authority = {"power": "decide", "target": "27.36.12", "unit": "visitation", "date": "2025-01-01", "facts": facts,
                 "disqualified": ["sagsbehandler"], "absent": ["koordinator"]}  # fmt: skip
    more = {key: value for key, value in authority.items() if key not in ("power", "target")}
    for answer, question in [
        (odder.what_breaks("delmaal", "ugenotat", within="bofaellesskab", date="2025-01-01"),
         {"ask": "what_breaks", "remove": ["delmaal", "ugenotat"], "within": "bofaellesskab",
          "date": "2025-01-01", "detail": "full"}),
        (odder.what_if(["ugenotat"], change={"statusmoede": {"status": "repealed"}}, within="bofaellesskab"),
         {"ask": "what_if", "remove": ["ugenotat"], "change": {"statusmoede": {"status": "repealed"}},
          "within": "bofaellesskab", "detail": "full"}),
        (odder.who_decides("decide", "27.36.12", **more), {"ask": "who_decides", **authority}),
        (odder.may("socialchef", "decide", "27.36.12", **more), {"ask": "may", "actor": "socialchef", **authority}),
        (odder.why("delmaal", date="2025-01-01"), {"ask": "why", "element": "delmaal", "date": "2025-01-01"}),
    ]:  # fmt: skip
        assert answer.json == odder.ask_json(json.dumps(question))
        assert answer.to_dict() == odder.ask(question)


def test_an_answer_is_no_truth_value(small):
    for answer in (small.may("råd", "decide", "sag"), small.what_breaks("skema"), small.who_decides("decide", "sag")):
        with pytest.raises(TypeError, match="neither true nor false"):
            if answer:
                pass


# Errors


@pytest.mark.parametrize("ask, kind, also, at", [
    (lambda m: m.what_breaks("skema", "skemaer"), regelgraf.UnknownElement, KeyError, "remove[1]"),
    (lambda m: m.what_breaks("skema", within="sag"), regelgraf.InvalidQuestion, ValueError, "within"),
    (lambda m: m.what_breaks("skema", date="2023-02-29"), regelgraf.InvalidQuestion, ValueError, "date"),
    (lambda m: m.what_breaks("a\0b"), regelgraf.InvalidArgument, ValueError, "remove"),
    (lambda m: m.what_breaks("010190-1234"), regelgraf.PersonalData, ValueError, "remove"),
    (lambda m: m.who_decides("decide", "sager"), regelgraf.UnknownElement, KeyError, "target"),
    (lambda m: m.who_decides("", "sag"), regelgraf.InvalidArgument, ValueError, ""),
    (lambda m: m.who_decides("decide", "sag", unit="skema"), regelgraf.InvalidQuestion, ValueError, "unit"),
    (lambda m: m.who_decides("decide", "sag", facts={"amount": "5"}), regelgraf.WrongType, TypeError, "facts.amount"),
    (lambda m: m.who_decides("decide", "sag", facts={"amount": float("inf")}), regelgraf.InvalidArgument, ValueError, ""),
    (lambda m: m.who_decides("decide", "sag", absent=["ingen"]), regelgraf.UnknownElement, KeyError, "absent"),
    (lambda m: m.may("skema", "decide", "sag"), regelgraf.InvalidQuestion, ValueError, "actor"),
    (lambda m: m.may("010190-1234", "decide", "sag"), regelgraf.PersonalData, ValueError, "actor"),
    (lambda m: m.why("skemaer"), regelgraf.UnknownElement, KeyError, "element"),
])  # fmt: skip
def test_a_question_that_cannot_be_put_raises(small, ask, kind, also, at):
    with pytest.raises(kind) as caught:
        ask(small)
    error = caught.value
    assert isinstance(error, also) and isinstance(error, regelgraf.Error)
    assert error.at == at and error.message and error.status == kind.status and error.findings == []
    assert str(error) == (f"{at}: {error.message}" if at else error.message)
    assert "010190" not in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind and (again.message, again.at) == (error.message, error.at)


def test_what_is_no_text_is_a_type_error(small):
    for call in (lambda: small.what_breaks(["skema"]), lambda: small.why(7).stands, lambda: small.what_breaks("skema", date=5),
                 lambda: small.who_decides("decide", "sag", facts={"reason": b"x"}),
                 lambda: small.may(None, "decide", "sag")):  # fmt: skip
        with pytest.raises((TypeError, regelgraf.InvalidQuestion)):
            call()


# Closing


def test_closing(small):
    breaks, decision = small.what_breaks("skema"), small.who_decides("decide", "sag")
    ids = iter(small)
    assert next(ids) == "chef"
    small.close()
    small.close()
    assert repr(small) == "<regelgraf.Model, closed>"
    assert next(ids)  # fetched at once
    assert breaks.broken == ("pligt",) and decision.options[0].holders == ("chef",)
    for use in (lambda: small.id, lambda: small.digest, lambda: len(small), lambda: list(small),
                lambda: "skema" in small, lambda: small.ask({}), lambda: small.what_breaks("skema"),
                lambda: small.who_decides("decide", "sag"), lambda: small.may("chef", "decide", "sag"),
                lambda: small.why("skema"), lambda: small.__enter__().id):  # fmt: skip
        with pytest.raises(regelgraf.InvalidArgument, match="closed"):
            use()


def test_models_close_in_any_order_and_are_collected():
    models = [Model.from_text(SMALL) for _ in range(6)]
    answers = [model.what_breaks("skema") for model in models]
    for i in (3, 0, 5):
        models[i].close()
    del models[1:3]
    gc.collect()
    assert len(set(answers)) == 1
    with Model.from_text(SMALL) as model:
        model.close()


# Threads


def in_threads(count, work):
    failures = []

    def run(i):
        try:
            work(i)
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_eight_threads_ask_one_model(odder):
    def everything():
        return [
            (odder.what_breaks(id), odder.why(id), id in odder,
             odder.who_decides("repeal", id, facts={"amount": 5}), odder.may("socialchef", "repeal", id))
            for id in list(odder)[40:80]
        ]  # fmt: skip

    alone = everything()
    assert len(alone) == 40

    def compare(unused):
        assert everything() == alone

    in_threads(8, compare)


def test_closing_while_others_ask_frees_nothing_in_use():
    for _ in range(20):
        model = Model.from_text(SMALL)
        barrier = threading.Barrier(8)

        def work(i, model=model, barrier=barrier):
            barrier.wait()
            if i == 0:
                model.close()
            for _ in range(20):
                try:
                    assert model.what_breaks("skema").broken == ("pligt",)
                except regelgraf.InvalidArgument:
                    return

        in_threads(8, work)


# Snapshots


def test_a_snapshot_is_the_same_model(small, tmp_path):
    path = tmp_path / "æøå.rgs"
    small.save_snapshot(path)
    with regelgraf.Model.open(path) as again:
        assert again.digest == small.digest
        assert again.what_breaks("skema").to_dict() == small.what_breaks("skema").to_dict()
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(regelgraf.InvalidModel):
        regelgraf.Model.open(path)


# Cuts


def test_what_an_element_hangs_on(small):
    cuts = small.cuts("pligt")
    assert cuts.sets == (("skema",),) and cuts.complete and cuts.stands
    assert cuts.text.en == "Pligt på æøå hangs on one thing alone: skema."
    assert cuts.to_dict() == small.ask({"ask": "cuts", "element": "pligt", "to": "break"})
    restore = small.cuts("pligt", to="restore", at_most=3, seconds=5, date="2024-02-29")
    assert restore.sets == ((),) and restore.complete and restore.date == "2024-02-29"
    assert not small.cuts("pligt", seconds=0).complete
    with pytest.raises(regelgraf.UnknownElement):
        small.cuts("pligter")
    for wrong in ({"to": "bend"}, {"at_most": 0}, {"seconds": -1}):
        with pytest.raises(ValueError):
            small.cuts("pligt", **wrong)


# The zero-base review


def test_what_to_keep(small):
    answer = small.keep_set(instruments=["documentation_requirement"], objective="count", seconds=60)
    assert answer.to_dict() == small.ask(
        {"ask": "keep_set", "scope": {"instruments": ["documentation_requirement"]}, "objective": "count"}
    )
    assert answer.proven and answer.complete and answer.gap == 0
    assert {one.id for one in answer.keep} == {one["id"] for one in answer.to_dict()["keep"]}
    assert answer.text.da and "text" not in repr(answer)
    with pytest.raises(regelgraf.InvalidQuestion):
        small.keep_set(ids=[])
    with pytest.raises(regelgraf.InvalidQuestion):
        small.keep_set(objective="money")
    with pytest.raises(regelgraf.UnknownElement):
        small.keep_set(keep=["ingen"])
    token = regelgraf.CancelToken()
    token.cancel()
    with pytest.raises(regelgraf.Cancelled):
        small.keep_set(cancel=token)


def test_the_few_removals_that_free_the_most(small):
    answer = small.best_removals(2)
    assert answer.to_dict() == small.ask({"ask": "best_removals", "scope": {}, "at_most": 2})
    assert answer.at_most == 2 and len(answer.remove) <= 2 and answer.proven
    with pytest.raises(regelgraf.InvalidQuestion):
        small.best_removals(0)
