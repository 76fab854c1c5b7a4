"""check: a lawful plan on the national layer has no finding, and ten ways to break the law are found."""

import json

import pytest

CODES = {
    "barred_grant", "exceeds_parent", "exclusive_overlap", "limit_gap", "limit_overlap", "nobody_decides",
    "lost_holder", "expired_grant", "same_person", "old_edition", "expired_ground", "no_ground",
}  # fmt: skip


def actor(id, tier, form, **more):
    return {"id": id, "kind": "actor", "tier": tier, "form": form, **more}


def grant(id, to, over, limit=None, op="<=", powers=("decide",), parent="dk:root", **more):
    made = {"id": id, "kind": "grant", "to": to, "powers": list(powers), "over": over, "basis": ["plan"],
            "redelegable": True, **more}  # fmt: skip
    if parent:
        made["from"] = parent
    if limit is not None:
        made["conditions"] = [{"fact": "beloeb", "op": op, "value": limit}]
    return made


LAWFUL = [
    actor("byraad", "council", "body", **{"is": "dk:council"}),
    actor("oekonomiudvalg", "committee", "body", part_of="byraad", **{"is": "dk:finance-committee"}),
    actor("underudvalg", "committee", "body", part_of="socialudvalg", **{"is": "dk:sub-committee"}),
    actor("borgmester", "committee", "post", part_of="byraad", **{"is": "dk:mayor"}),
    actor("socialudvalg", "committee", "body", part_of="byraad"),
    actor("direktoer", "management", "post", part_of="byraad"),
    actor("chef", "administration", "post", part_of="direktoer"),
    actor("kontrolchef", "administration", "post", part_of="direktoer"),
    actor("ane", "administration", "person", holds=["chef"]),
    actor("bo", "administration", "person", holds=["kontrolchef"]),
    {"id": "hjaelp", "kind": "matter", "broader": ["dk:elder-care"]},
    {"id": "udbetaling", "kind": "matter"},
    {"id": "plan", "kind": "rule", "instrument": "delegation_plan", "issuer": ["byraad"], "basis": ["dk:ksl-2"]},
    grant("g-udvalg", "socialudvalg", ["hjaelp"], 500000, ">"),
    grant("g-direktoer", "direktoer", ["hjaelp"], 500000),
    grant("g-chef", "chef", ["hjaelp"], 100000, parent="g-direktoer"),
    grant("g-to", ["chef", "kontrolchef"], ["udbetaling"], powers=["pay"], jointly="all"),
]

#: A way to break the law: what is put in place of, or beside, the lawful; and what is found.
PLANTED = {
    "a committee appropriates": (
        [grant("g", "socialudvalg", ["hjaelp"], powers=["appropriate"])], ("barred_grant", "g")),
    "the administration borrows": (
        [grant("g", "direktoer", ["dk:borrowing"])], ("barred_grant", "g")),
    "the finance committee adopts the budget": (
        [grant("g", "oekonomiudvalg", ["dk:annual-budget"], powers=["adopt"])], ("barred_grant", "g")),
    "a sub-committee decides": (
        [grant("g", "underudvalg", ["hjaelp"])], ("barred_grant", "g")),
    "a director signs deeds": (
        [grant("g", "direktoer", ["dk:property-deeds"], powers=["sign"])], ("barred_grant", "g")),
    "more than was given": (
        [grant("g-chef", "chef", ["hjaelp"], 900000, parent="g-direktoer")], ("exceeds_parent", "g-chef")),
    "delegated on without leave": (
        [grant("g-direktoer", "direktoer", ["hjaelp"], 500000, redelegable=False)], ("exceeds_parent", "g-chef")),
    "a second one that decides alone": (
        [grant("g", "socialudvalg", ["dk:school-principles"], exclusive=True, parent=None)],
        ("exclusive_overlap", "g")),
    "limits that do not meet": (
        [grant("g-udvalg", "socialudvalg", ["hjaelp"], 800000, ">")], ("limit_gap", "g-udvalg")),
    "a committee that was abolished": (
        [actor("socialudvalg", "committee", "body", part_of="byraad", status="repealed")], ("lost_holder", "g-udvalg")),
    "a delegation past its term": (
        [grant("g-chef", "chef", ["hjaelp"], 100000, parent="g-direktoer", valid={"to": "2025-12-31"})],
        ("expired_grant", "g-chef")),
    "one person who signs twice": (
        [actor("ane", "administration", "person", holds=["chef", "kontrolchef"])], ("same_person", "g-to")),
}  # fmt: skip


def findings(run, tmp_path, changes=()):
    elements = {one["id"]: one for one in LAWFUL}
    elements.update((one["id"], one) for one in changes)
    facts = [{"name": "beloeb", "type": "number", "unit": "DKK"}]
    model = tmp_path / "kommune.json"
    model.write_text(json.dumps({"regelgraf": 1, "model": {"id": "kommune", "extends": ["dk"], "facts": facts},
                                 "elements": list(elements.values())}), encoding="utf-8")  # fmt: skip
    answer = run("check", model, "--json")
    assert answer.status in (0, 1), answer.err
    return {(one["code"], one["element"]) for one in answer.json()["findings"] if one["code"] in CODES}


def test_a_lawful_plan_has_no_finding(run, tmp_path):
    assert findings(run, tmp_path) == set()


@pytest.mark.parametrize("way", PLANTED)
def test_a_way_to_break_the_law_is_found(run, tmp_path, way):
    changes, wanted = PLANTED[way]
    found = findings(run, tmp_path, changes)
    assert wanted in found
    assert wanted not in findings(run, tmp_path)
