"""The four ways of the fifth seed, each answered by queries on an example.

    PYTHONPATH=bindings/python REGELGRAF_LIBRARY=build/dev/lib/libregelgraf.so python3 examples/four_ways.py [--json]

Each way is a function of one model and gives plain data. Two of them lean on a convention of these examples: an element
with the tag `evaluation` evaluates the goals it serves, and `x-staff` is how many people a unit has.
"""

import json
import sys
from pathlib import Path

import regelgraf

HERE = Path(__file__).resolve().parent
DOCUMENTATION = ("documentation_requirement",)


class Chain:
    """A model, and its elements as a dict: what the four questions have in common."""

    def __init__(self, model, date=None):
        self.model = model
        self.when = {} if date is None else {"date": date}
        self.all = {e["id"]: e for e in json.loads(model.to_json())["elements"]}
        self.own = {id: e for id, e in self.all.items() if not id.startswith("dk:")}
        self._stands = {}

    def ask(self, ask, **fields):
        answer = self.model.ask({"ask": ask, **self.when, **fields})
        if "error" in answer:
            raise ValueError(answer["error"]["message"])
        return answer

    def name(self, id, language="en"):
        names = self.all[id].get("name", {})
        return names.get(language) or names.get("da") or id

    def stands(self, id):
        if id not in self._stands:
            self._stands[id] = self.ask("why", element=id)["stands"]
        return self._stands[id]

    def standing(self, kind):
        return [id for id, e in sorted(self.own.items()) if e["kind"] == kind and self.stands(id)]

    def ids(self, id, *fields):
        """What the element names in these fields; requirements are taken apart."""
        found = []
        for field in fields:
            for entry in self.all[id].get(field, []):
                found += entry["of"] if isinstance(entry, dict) and "of" in entry else [entry]
        return [id for id in found if isinstance(id, str)]

    def areas(self, *actors):
        """The nearest units that a manager leads, from each of these actors up."""
        found = set()
        for actor in actors:
            while actor in self.all:
                e = self.all[actor]
                if e["form"] == "unit" and self.all.get(e.get("leader"), {}).get("tier") == "management":
                    found.add(actor)
                    break
                actor = e.get("part_of")
        return found


def quality(chain):
    """Quality and results: goals that nobody evaluates, and documentation that no task, duty or decision uses."""
    evaluated = {goal for id, e in chain.own.items() if "evaluation" in e.get("tags", []) and chain.stands(id) for goal in e.get("serves", [])}
    used = set()
    todo = [id for kind in ("task", "duty", "grant", "involvement", "bar") for id in chain.standing(kind)]
    while todo:
        id = todo.pop()
        for leaned_on in chain.ids(id, "basis", "needs", "uses"):
            if leaned_on in chain.own and leaned_on not in used:
                used.add(leaned_on)
                todo.append(leaned_on)
    dead = [id for id in chain.standing("rule") if chain.own[id]["instrument"] in DOCUMENTATION and id not in used]
    breaks = chain.ask("what_breaks", remove=dead, detail="full") if dead else None
    return {
        "goals": chain.standing("goal"),
        "goals_not_evaluated": [id for id in chain.standing("goal") if id not in evaluated],
        "dead_documentation": [{"id": id, "unexamined": id in breaks["unexamined"]} for id in dead],
        "unmet_without_it": breaks["unmet_duties"] if breaks else [],
        "hours": breaks["hours"]["removed"] if breaks else [0, 0, 0],
    }


def whole(chain):
    """Whole solutions: goals and rules that areas share, and those that stop at a border."""
    serving = {}
    for id in chain.standing("rule") + chain.standing("task"):
        for goal in chain.own[id].get("serves", []):
            serving.setdefault(goal, set()).update(chain.areas(*chain.ids(id, "binds", "performed_by")))
    goals = {goal: sorted(serving.get(goal, ())) for goal in chain.standing("goal")}
    concerned = {}
    local = {}
    for id in chain.standing("rule") + chain.standing("task"):
        local[id] = chain.areas(*chain.ids(id, "binds", "performed_by"))
        for matter in chain.ids(id, "concerns"):
            concerned.setdefault(matter, set()).update(local[id])
    border = []
    for id in chain.standing("rule"):
        others = set().union(*(concerned[matter] for matter in chain.ids(id, "concerns"))) - local[id] if chain.ids(id, "concerns") else set()
        if len(local[id]) == 1 and others:
            border.append({"id": id, "area": min(local[id]), "beyond": sorted(others)})
    return {
        "shared_goals": {goal: areas for goal, areas in goals.items() if len(areas) > 1},
        "goals_of_one_area": {goal: areas[0] for goal, areas in goals.items() if len(areas) == 1},
        "goals_nobody_works_for": [goal for goal, areas in goals.items() if not areas],
        "shared_rules": [id for id in chain.standing("rule") if len(local[id]) > 1],
        "rules_that_stop_at_a_border": border,
    }


def leadership(chain):
    """Professional leadership: each leader's span of management, and the room she has, in rules and in hours."""
    found = []
    for unit, e in sorted(chain.own.items()):
        if e["kind"] != "actor" or e["form"] != "unit" or "leader" not in e or "x-staff" not in e:
            continue
        below = [u for u, b in chain.own.items() if b.get("part_of") == unit and b.get("form") == "unit" and "leader" in b]
        may = chain.ask("what_may", actor=e["leader"], powers=["repeal"], kinds=["rule"])
        borne = chain.ask("burden", by="issuer", within=unit)["total"]
        hers = [one["target"] for one in may["may"]]
        here = [id for id in hers if id in borne["elements"]]
        room = chain.ask("what_breaks", remove=here, within=unit, detail="full")["hours"]["removed"] if here else [0, 0, 0]
        found.append({
            "leader": e["leader"], "unit": unit,
            "span": e["x-staff"] - sum(chain.own[u].get("x-staff", 0) for u in below if chain.own[u]["leader"] == e["leader"]) + len(below),
            "rules": len(hers), "rules_here": len(here), "hours_here": room,
            "rules_borne": len(borne["elements"]), "hours_borne": borne["hours"],
        })
    return found


def civil(chain):
    """Civil society: what partners contribute to, and which rules stand in their way."""
    found = []
    for id in chain.standing("actor"):
        e = chain.own[id]
        if e["tier"] != "partner" or e["form"] != "outside" or "is" in e:
            continue
        tasks = [t for t in chain.standing("task") if id in chain.own[t].get("performed_by", [])]
        way = []
        for rule in chain.standing("rule"):
            if id in chain.own[rule].get("binds", []):
                why = chain.ask("why", element=rule)
                decides = chain.ask("who_decides", power="repeal", target=rule)
                way.append({"id": rule, "origin": why["origin"], "duties": why["required_by"], "decided_by": decides["options"][0]["holders"] if decides["options"] else []})
        gone = chain.ask("what_breaks", remove=[id])
        found.append({
            "partner": id, "tasks": tasks, "contributes_to": sorted({goal for t in tasks for goal in chain.own[t].get("serves", [])}),
            "breaks_without": gone["broken"] + gone["lapsed"],
            "in_the_way": way, "can_go": [r["id"] for r in way if not r["duties"]],
        })
    return found


def ask_all():
    """Each way on the example that tells most about it."""
    asked = {}
    for way, example in ((quality, "odder"), (whole, "frederikshavn"), (leadership, "fredensborg"), (civil, "fredensborg")):
        with regelgraf.Model.open(HERE / example / f"{example}.json") as model:
            asked[way.__name__] = {"example": example, "answer": way(Chain(model))}
    return asked


def hours(triple):
    low, _, high = (round(h) for h in triple)
    return f"{low}" if low == high else f"{low}-{high}"


def tell(asked):
    q = asked["quality"]["answer"]
    yield f"Quality and results ({asked['quality']['example']})"
    yield f"  goals that nobody evaluates: {', '.join(q['goals_not_evaluated']) or 'none'} (of {len(q['goals'])})"
    for one in q["dead_documentation"]:
        yield f"  no task, duty or decision uses {one['id']}" + (" (nobody has examined it)" if one["unexamined"] else "")
    yield f"  together {hours(q['hours'])} hours a year; duties unmet without it: {', '.join(q['unmet_without_it']) or 'none'}"
    w = asked["whole"]["answer"]
    yield f"Whole solutions ({asked['whole']['example']})"
    for goal, areas in w["shared_goals"].items():
        yield f"  shared by {', '.join(areas)}: the goal {goal}"
    for goal, area in w["goals_of_one_area"].items():
        yield f"  stops at the border of {area}: the goal {goal}"
    for goal in w["goals_nobody_works_for"]:
        yield f"  no area works for the goal {goal}"
    yield f"  shared rules: {', '.join(w['shared_rules']) or 'none'}"
    for one in w["rules_that_stop_at_a_border"]:
        yield f"  stops at the border of {one['area']}: {one['id']}; {', '.join(one['beyond'])} has the same subject"
    yield f"Professional leadership ({asked['leadership']['example']})"
    for one in asked["leadership"]["answer"]:
        yield (f"  {one['leader']}: leads {one['span']}; may end {one['rules_here']} of the {one['rules_borne']} rules that cost time in {one['unit']}; "
               f"room {hours(one['hours_here'])} of {hours(one['hours_borne'])} hours a year")
    yield f"Civil society ({asked['civil']['example']})"
    for one in asked["civil"]["answer"]:
        yield f"  {one['partner']} contributes to {', '.join(one['contributes_to']) or 'nothing recorded'}; without it falls {', '.join(one['breaks_without']) or 'nothing'}"
        for rule in one["in_the_way"]:
            held = f"carries {', '.join(rule['duties'])}" if rule["duties"] else f"{' and '.join(rule['decided_by']) or 'nobody'} may end it"
            yield f"    in the way: {rule['id']} ({rule['origin']}): {held}"


if __name__ == "__main__":
    given = ask_all()
    print(json.dumps(given, ensure_ascii=False, indent=1) if "--json" in sys.argv[1:] else "\n".join(tell(given)))
