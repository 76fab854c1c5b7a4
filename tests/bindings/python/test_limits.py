"""Rank, limits, and removals tried step by step."""

import gc
import json
import threading
import time

import pytest
import regelgraf
from conftest import SMALL
from regelgraf import CancelToken, Model


@pytest.fixture(scope="module")
def chain():
    """To rank it takes far longer than any test: it does not fold into a tree."""
    n = 40000
    lines = ['{"regelgraf": 1, "model": {"id": "chain"}}']
    lines += [json.dumps({"id": f"r{i:06}", "kind": "rule", "instrument": "procedure",
                          "needs": [f"r{i - 1:06}"] if i else []}) for i in range(n)]  # fmt: skip
    lines += ['{"id": "side", "kind": "rule", "instrument": "procedure"}',
              f'{{"id": "both", "kind": "rule", "instrument": "procedure", "needs": ["r{n - 1:06}", "side"]}}']
    with Model.from_text("\n".join(lines)) as model:
        yield model


# Loading


def model_lines(n):
    lines = ['{"regelgraf": 1, "model": {"id": "m"}}']
    return "\n".join(lines + [f'{{"id": "r{i:06}", "kind": "rule", "instrument": "procedure"}}' for i in range(n)])


def test_loading_can_be_ended(tmp_path):
    text = model_lines(1000)
    with pytest.raises(regelgraf.Cancelled):
        Model.from_text(text, seconds=0)
    token = CancelToken()
    token.cancel()
    path = tmp_path / "model.jsonl"
    path.write_text(text)
    with pytest.raises(regelgraf.Cancelled):
        Model.open(path, cancel=token)
    with Model.open(path, seconds=3600, progress=lambda *_: True) as model:
        assert len(model) == 1000


# Rank


def test_rank(odder):
    ranking = odder.rank(top=3)
    assert ranking.by == "breaks" and ranking.complete and ranking.date is None
    assert [one.id for one in ranking.order] == ["dk:grundloven-82", "dk:kommunestyrelsesloven", "byraad"]
    first = ranking.order[0]
    assert (first.breaks, first.duties, first.hours) == (88, 3, (0, 0, 0))
    assert ranking.to_dict() == odder.ask({"ask": "rank", "by": "breaks", "top": 3})
    assert ranking == odder.rank("breaks", top=3, seconds=3600) != odder.rank("hours", top=3)


def test_rank_is_what_each_alone_breaks(odder):
    for one in odder.rank(date="2026-03-01").order[::9]:
        alone = odder.what_breaks(one.id, date="2026-03-01")
        assert one.breaks == len(alone.lapsed) + len(alone.broken) and one.duties == len(alone.unmet_duties)


def test_rank_among(odder, small):
    among = odder.rank("duties", among=("ugenotat", "afgoerelse-skabelon", "ugenotat"))
    assert [one.id for one in among.order] == ["afgoerelse-skabelon", "ugenotat"]
    with pytest.raises(regelgraf.InvalidQuestion, match="among"):
        small.rank(among=[])  # a list that came out empty is not "all"
    with pytest.raises(regelgraf.UnknownElement) as caught:
        small.rank(among=["skema", "skemaer"])
    assert caught.value.at == "among[1]"


@pytest.mark.parametrize("wrong", [{"by": "size"}, {"top": 0}, {"date": "2026-02-30"}])
def test_a_wrong_rank(small, wrong):
    with pytest.raises(regelgraf.InvalidQuestion):
        small.rank(**wrong)
    question = {"ask": "rank", "by": "breaks", **wrong}
    assert small.ask(question)["error"]["code"] == "invalid_question"


# Limits


def test_another_thread_ends_a_call(chain):
    token = CancelToken()
    timer = threading.Timer(0.05, token.cancel)
    timer.start()
    with pytest.raises(regelgraf.Cancelled):
        chain.rank(cancel=token)
    timer.join()
    assert token.cancelled


def test_a_token_thrown_before_the_call_ends_any_question(small):
    token = CancelToken()
    assert not token.cancelled and small.rank(cancel=token).complete
    token.cancel()
    for call in (lambda: small.rank(cancel=token), lambda: small.ask({"ask": "why", "element": "skema"}, cancel=token)):
        with pytest.raises(regelgraf.Cancelled):
            call()


def test_no_time_is_not_complete(chain, small):
    assert not chain.rank(seconds=0).complete
    started = time.monotonic()
    assert not chain.rank(seconds=0.05).complete and not chain.ask({"ask": "rank", "by": "hours"}, seconds=0.05)["complete"]
    assert time.monotonic() - started < 30
    with pytest.raises(regelgraf.Cancelled):
        small.ask({"ask": "why", "element": "skema"}, seconds=0)
    for wrong in (-1, float("nan"), float("inf")):
        with pytest.raises(ValueError):
            small.rank(seconds=wrong)


def test_progress_tells_and_may_end_the_call(chain):
    seen = []

    def look(*now):
        seen.append(now)
        return len(seen) < 3

    with pytest.raises(regelgraf.Cancelled):
        chain.rank(progress=look)
    assert len(seen) == 3 and all(stage == "rank" and total == 40002 for stage, _, total in seen)
    assert sorted(done for _, done, _ in seen) == [done for _, done, _ in seen]


@pytest.mark.parametrize("raised", [ZeroDivisionError, KeyboardInterrupt])
def test_what_progress_raises_comes_out_of_the_call_and_crosses_no_border(chain, raised, capfd):
    def look(*_):
        raise raised("mine")

    with pytest.raises(raised, match="mine"):
        chain.rank(progress=look)
    assert capfd.readouterr().err == ""  # ctypes prints what it has to swallow


def test_none_is_yes(chain):
    calls = []
    with pytest.raises(ZeroDivisionError):
        chain.rank(progress=lambda *now: calls.append(now) if len(calls) < 2 else 1 / 0)
    assert len(calls) == 2


# Step by step


def test_a_session_goes_forth_and_back(small):
    with small.what_if_session() as session:
        assert session.fallen == () and session.undo() is False
        session.remove("skema")
        assert session.fallen == ("pligt",) and not session.stands("pligt") and session.stands("g")
        assert session.breaks() == small.what_breaks("skema")
        session.remove("g", "skema", "g")
        assert session.breaks() == small.what_breaks("skema", "g")
        session.restore("skema")
        assert session.fallen == () and session.breaks().removed == ("g",)
        assert session.undo() is True and session.fallen == ("pligt",)
        session.clear()
        assert session.breaks() == small.what_breaks()


def test_a_session_sees_a_unit_and_a_day(odder):
    seen = {"within": "bofaellesskab", "date": "2026-03-01"}
    with odder.what_if_session(**seen) as session:
        session.remove("opf-arbejdsgang", "statusmoede")
        assert session.breaks() == odder.what_breaks("opf-arbejdsgang", "statusmoede", **seen)


def test_a_session_refuses_and_does_nothing_then(small):
    with small.what_if_session() as session:
        with pytest.raises(regelgraf.UnknownElement) as caught:
            session.remove("skema", "skemaer")
        assert caught.value.at == "remove[1]" and session.breaks().removed == ()
        for call in (session.restore, session.stands):
            with pytest.raises(regelgraf.UnknownElement):
                call("x")
        with pytest.raises(regelgraf.PersonalData):
            session.remove("010190-1234")
    for call in (session.remove, session.undo, session.breaks):
        with pytest.raises(ValueError, match="closed"):
            call()
    session.close()
    for wrong in ({"date": "10000-01-01"}, {"within": "skema"}):
        with pytest.raises(regelgraf.InvalidQuestion):
            small.what_if_session(**wrong)


def test_nothing_and_everything(small):
    with small.what_if_session() as session:
        session.remove()
        assert session.fallen == () and session.undo() is True
        session.remove(*small)
        assert session.fallen == () and session.breaks() == small.what_breaks(*small)


def test_a_session_outlives_its_model():
    model = Model.from_text(SMALL)
    session = model.what_if_session()
    model.close()
    del model
    gc.collect()
    session.remove("skema")
    assert session.fallen == ("pligt",)
