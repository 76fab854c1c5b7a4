"""Everything that one actor may, may perhaps, and may not."""

import json

import pytest
import regelgraf
from regelgraf import CancelToken


def test_the_rules_a_workplace_can_remove_itself(odder):
    answer = odder.what_may("leder-udfoerer", powers=["repeal"], kinds=["rule"], by="hours")
    assert answer.actor == "leder-udfoerer" and answer.complete and answer.powers == ("repeal",)
    assert "ugenotat" in [one.target for one in answer.may]
    likely = [one.hours[1] if one.hours else 0 for one in answer.may]
    assert likely == sorted(likely, reverse=True) and likely[0] > 0
    assert all(one.because is None for one in answer.may) and all(one.because for one in answer.may_not)
    asked = {"ask": "what_may", "actor": "leder-udfoerer", "powers": ["repeal"], "kinds": ["rule"], "by": "hours"}
    assert answer.to_dict() == odder.ask(asked)
    assert answer.text.da and answer.text.en


@pytest.mark.parametrize("actor", ["leder-udfoerer", "socialchef", "byraad", "lokal-med", "ingen"])
@pytest.mark.parametrize("case", [{}, {"unit": "visitation", "date": "2026-03-01", "absent": ["byraad"],
                                       "facts": {"beløb": 20000}}])
def test_every_pair_is_where_may_puts_it(odder, actor, case):
    answer = odder.what_may(actor, **case)
    lists = ((True, answer.may), ("depends", answer.depends), (False, answer.may_not))
    for permission, pairs in lists:
        for one in pairs[::7]:
            alone = odder.may(actor, one.power, one.target, **case)
            assert alone.may == permission, (one.power, one.target)
            if one.because is not None:
                assert one.because == alone.to_dict()["because"]


def test_in_a_case(small):
    assert [one.power for one in small.what_may("chef", kinds=["matter"]).depends] == ["decide"]
    facts = {"amount": 500, "born": "2001-01-01", "unheard": 1}
    answer = small.what_may("chef", kinds=["matter"], facts=facts)
    assert [(one.target, one.grant) for one in answer.may] == [("sag", "g")]
    assert answer.ignored_facts == ("unheard",)
    assert small.what_may("chef", disqualified=["chef"]).may == ()


def test_wrong_questions(small):
    for wrong in ({"powers": []}, {"kinds": ["duty"]}, {"by": "size"}, {"date": "i dag"}):
        with pytest.raises(regelgraf.InvalidQuestion):
            small.what_may("chef", **wrong)
    with pytest.raises(regelgraf.InvalidQuestion):
        small.what_may("skema")  # no actor
    with pytest.raises(regelgraf.UnknownElement):
        small.what_may("chef", unit="nirgends")
    with pytest.raises(TypeError):
        small.what_may("chef", powers="repeal")


def test_limits(small):
    assert not small.what_may("chef", seconds=0).complete
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(regelgraf.Cancelled):
        small.what_may("chef", cancel=cancel)
    asked = json.loads(small.ask_json(json.dumps({"ask": "what_may", "actor": "chef", "seconds": 0})))
    assert asked["complete"] is False
