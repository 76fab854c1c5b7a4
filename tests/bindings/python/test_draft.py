"""Models built and changed, and the log."""

import pytest

from regelgraf import Draft, InvalidArgument, InvalidModel, Model, UnknownElement

CHIEF = {"id": "chef", "kind": "actor", "tier": "management", "form": "post"}
FORM = {"id": "skema", "kind": "rule", "instrument": "procedure", "issuer": "chef"}
DUTY = {"id": "pligt", "kind": "duty", "needs": ["skema"]}


def test_built_in_any_order_and_asked(tmp_path):
    with Draft({"id": "lille", "name": {"da": "Lille Ø"}}) as draft:
        assert [draft.add(one) for one in (DUTY, FORM, CHIEF, CHIEF)] == [False, False, False, True]
        assert len(draft) == 3
        model = draft.freeze()
    assert model.what_breaks("skema").unmet_duties == ("pligt",)
    assert model.who_decides("repeal", "skema").options[0].holders == ("chef",)
    assert Model.from_text(model.to_json()).digest == model.digest
    assert "Lille Ø" in model.to_json()


def test_what_is_missing_is_said_when_it_is_frozen():
    draft = Draft('{"id": "m"}')
    draft.add(DUTY)
    with pytest.raises(InvalidModel) as refused:
        draft.freeze()
    assert [one["code"] for one in refused.value.findings] == ["unknown_id"]
    draft.add(FORM)
    draft.add(CHIEF)
    assert len(draft.freeze()) == 3


@pytest.mark.parametrize("element, code", [
    ("[]", "wrong_type"), ('{"id": ', "bad_json"), ({"id": "a", "kind": "matter", "nmae": "A"}, "unknown_field"),
    ({"id": "a", "kind": "matter", "name": "010203-1234"}, "personal_data"),
])  # fmt: skip
def test_what_can_be_no_element_leaves_the_draft_as_it_was(element, code):
    draft = Draft({"id": "m"})
    with pytest.raises(InvalidModel) as refused:
        draft.add(element)
    assert code in [one["code"] for one in refused.value.findings]
    assert len(draft) == 0


def test_a_model_is_changed_and_stays(odder):
    draft = odder.draft()
    assert draft.freeze().digest == odder.digest
    changed = {**odder.element("ugenotat"), "status": "repealed"}
    assert draft.add(changed)
    draft.set_head({"id": "odder-2", "extends": ["dk"]})
    draft.remove("afvigelsesliste")
    with pytest.raises(UnknownElement):
        draft.remove("dk:council")
    with pytest.raises(InvalidModel):
        draft.set_head({"id": "odder-2"})
    assert "afvigelsesliste" in odder and odder.element("ugenotat").get("status") != "repealed"


def test_closed_twice_it_answers_nothing():
    draft = Draft({"id": "m"})
    model = draft.freeze()
    draft.close()
    draft.close()
    with pytest.raises(InvalidArgument):
        len(draft)
    assert len(model) == 0


def test_elements_by_id(odder):
    assert list(odder) == sorted(odder, key=str.encode) and len(list(odder)) == len(odder)
    assert odder.element("ugenotat")["kind"] == "rule"
    assert "ugenotat" in odder and "ugenota" not in odder and 7 not in odder and "a\0b" not in odder
    with pytest.raises(UnknownElement, match="ugenotat"):
        odder.element("ugenota")


def test_the_log_is_told():
    lines = []
    Model.from_text('{"regelgraf": 1, "model": {"id": "m", "extends": ["dk"]}, "elements": []}',
                    log=lambda *line: lines.append(line))  # fmt: skip
    assert [level for level, _ in lines] == ["info"]
    assert lines[0][1].startswith("model m: ") and lines[0][1].endswith(" elements, on dk")
    lines.clear()
    with pytest.raises(InvalidModel):
        Model.from_text("{", log=lambda *line: lines.append(line))
    assert [level for level, _ in lines] == ["error"]


def test_what_the_log_raises_comes_out():
    def fail(level, line):
        raise ZeroDivisionError(line)

    with pytest.raises(ZeroDivisionError, match="model m: 0 elements"):
        Model.from_text('{"regelgraf": 1, "model": {"id": "m"}, "elements": []}', log=fail)
