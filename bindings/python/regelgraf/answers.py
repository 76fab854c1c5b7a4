"""What a model answers. Answers are values: they never change and outlive their model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from . import graphs, pictures, tables
from .words import Language

if TYPE_CHECKING:
    import networkx
    import pandas

    from .model import Model

Ids: TypeAlias = tuple[str, ...]
Detail: TypeAlias = dict[str, Any]
#: (low, likely, high)
Hours: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True)
class Text:
    """An answer in words."""

    da: str
    en: str


@dataclass(frozen=True, eq=False)
class Answer:
    """What all answers have. Equal where the library said the same, byte for byte.

    An answer is not a truth value: `if answer:` raises, because "nothing breaks" and "may not" are
    answers too, and "it depends" is neither yes nor no.
    """

    #: The answer as the library gave it.
    json: str = field(repr=False)
    #: The day asked about; None: the model's last state.
    date: str | None

    def to_dict(self) -> dict[str, Any]:
        """The whole answer as FORMATS section 2 has it, causes and derivations included."""
        answer: dict[str, Any] = json.loads(self.json)
        return answer

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return self.json == other.json

    def __hash__(self) -> int:
        return hash(self.json)

    def __bool__(self) -> bool:
        raise TypeError(f"a {type(self).__name__} is neither true nor false: look at its fields")

    def _repr_html_(self) -> str:
        from . import notebook  # knows all answers

        return notebook.html_of(self)


def _hours(said: list[float]) -> Hours:
    low, likely, high = said
    return low, likely, high


def _ids(value: list[Any]) -> Ids:
    return tuple(one["id"] if isinstance(one, dict) else one for one in value)


@dataclass(frozen=True)
class MovedAuthority:
    """Who decided about an entry of what changed, and who decides now."""

    #: An id, "*", or the fields of the rules it is about: "matter", "instrument", "issuer".
    entry: str | dict[str, str]
    #: "*": what a grant of every power gives.
    power: str
    #: Asked of this unit; None: of no unit in particular.
    unit: str | None
    before: Ids
    #: Empty: a gap.
    after: Ids


@dataclass(frozen=True, eq=False)
class Breaks(Answer):
    """What breaks if elements are removed; every list in order of id."""

    removed: Ids
    #: The unit it is seen from; None: everywhere.
    within: str | None
    #: Lost their legal ground.
    lapsed: Ids
    #: Can no longer work.
    broken: Ids
    #: The alarm.
    unmet_duties: Ids
    #: Can go too, and nothing more breaks.
    redundant: Ids
    #: Lost their purpose but are still leaned on.
    purposeless: Ids
    #: Stand with nothing to spare.
    weakened: Ids
    #: Use something that is gone.
    affected: Ids
    #: Apply now, because what kept them away is gone.
    revived: Ids
    #: Not empty: nobody may read "nothing breaks".
    unexamined: Ids
    involvements_gone: Ids
    #: Authority that lapsed or moved; of a WhatIf always empty.
    authority: tuple[MovedAuthority, ...]
    #: Hours a year as (low, likely, high), by "removed", "fallen", "redundant", and "one_off".
    hours: dict[str, Hours]
    #: For each element affected, the shortest way to it from a removed one.
    through: dict[str, Ids] = field(repr=False)
    text: Text = field(repr=False)

    def to_pandas(self, table: Literal["effects", "authority"] = "effects") -> pandas.DataFrame:
        """"effects": a row for each element of each list, the lists in the order of FORMATS but the
        gravest first, each in its own order. `effect` string (the list's name), `id` string, `through`
        object (the shortest way from a removed one, a tuple; empty where there is none).

        "authority": `entry` object (str or dict), `power`, `unit` string, `before`, `after` object
        (tuples of ids). Needs pandas.
        """
        if table not in ("effects", "authority"):
            raise ValueError(f"`table` is {table!r}, not 'effects' or 'authority'")
        made = tables.effects(self) if table == "effects" else tables.moved_authority(self.authority)
        return made.to_pandas()

    def to_networkx(self) -> networkx.DiGraph:
        """The derivation: what was removed and what lost or changed its standing, an edge from each to
        what fell with it, along the shortest ways. Nodes have `effect`, as `to_pandas` has it.
        Needs NetworkX."""
        return graphs.of_breaks(self)

    def to_svg(self, model: Model | None = None, *, language: Language = "da") -> str | None:
        """A picture of the derivation, by id, or by name where the model asked is given; None: nothing
        falls. It stands alone: no scripts, nothing fetched."""
        return pictures.what_falls(self, pictures.naming(model, language), language)

    def _repr_svg_(self) -> str | None:
        return self.to_svg()

    @classmethod
    def of(cls, text: str) -> Breaks:
        return cls(**_breaks(text, json.loads(text)))


def _breaks(text: str, said: Detail) -> Detail:
    """The fields of a Breaks."""
    lists = ("lapsed", "broken", "redundant", "purposeless", "weakened")
    names = ("removed", *lists, "unmet_duties", "affected", "revived", "unexamined", "involvements_gone")
    return {
        "json": text,
        "date": said["date"],
        "within": said.get("within"),
        "hours": {name: _hours(hours) for name, hours in said["hours"].items()},
        "through": {e["id"]: tuple(e["through"]) for name in lists for e in said[name]},
        "text": Text(**said["text"]),
        "authority": tuple(
            MovedAuthority(m["entry"], m["power"], m.get("unit"), _ids(m["before"]), _ids(m["after"]))
            for m in said.get("authority", [])
        ),
        **{name: _ids(said[name]) for name in names},
    }


@dataclass(frozen=True, eq=False)
class WhatIf(Breaks):
    """What follows from a change. `hours` also has "added" (of what stands anew), "changed" (freed by
    other figures), "net" (removed + fallen + changed - added) and "one_off_added"; a difference is low
    less high, likely less likely, high less low."""

    added: Ids
    #: Given other fields.
    changed: Ids
    #: Stand now and did not before, added ones included.
    stands_anew: Ids
    #: Added or changed, and stand neither before nor after.
    stands_not: Ids

    @classmethod
    def of(cls, text: str) -> WhatIf:
        said = json.loads(text)
        names = ("added", "changed", "stands_anew", "stands_not")
        more: Detail = {name: _ids(said[name]) for name in names}
        return cls(**_breaks(text, said), **more)


@dataclass(frozen=True)
class Option:
    """One way to decide: who, on what authority, on what it depends, whom to involve."""

    holders: Ids
    #: How many of the holders must act together: 1 for one alone.
    jointly: int
    tier: str
    #: None for implied authority.
    grant: str | None
    #: Ids of the grants from the root to `grant`.
    chain: Ids
    #: By issuing the rule, not by a grant.
    implied: bool
    #: Months after which the rule is ended by notice; None: not by notice.
    notice: float | None
    exceptional: bool
    #: What the question did not tell and the option depends on; empty: on nothing.
    depends_on: tuple[Detail, ...]
    #: Whom to involve, in order.
    involve: tuple[Detail, ...]
    warnings: tuple[Detail, ...]
    #: Bodies that must be among those who act.
    must: Ids

    @classmethod
    def of(cls, said: Detail) -> Option:
        return cls(
            holders=tuple(said["holders"]),
            jointly=said["jointly"],
            tier=said["tier"],
            grant=said.get("grant"),
            chain=tuple(one["grant"] for one in said["chain"]),
            implied=said.get("implied", False),
            notice=said["notice"]["months"] if "notice" in said else None,
            exceptional=said.get("exceptional", False),
            depends_on=tuple(said["depends_on"]),
            involve=tuple(said["involve"]),
            warnings=tuple(said.get("warnings", ())),
            must=tuple(said.get("must", ())),
        )


Verdict: TypeAlias = Literal["competent", "joint", "conditional", "residual", "barred", "nobody"]


@dataclass(frozen=True, eq=False)
class RemovalPlan(Answer):
    """How to remove elements, step by step."""

    removed: Ids
    #: In order: {"step", "elements", "done"?, ...}; "step" is "examine", "put_in_place", "involve",
    #: "decide", "notice" or "take_effect".
    steps: tuple[Detail, ...]
    #: One an element: an answer as of who_decides, and "remove".
    decisions: tuple[Detail, ...] = field(repr=False)
    #: What duties would lack: {"duty", "at_least", "of", "left"}.
    put_in_place_first: tuple[Detail, ...]
    #: Become redundant.
    can_go_along: Ids
    #: Somebody has the authority over each.
    possible: bool
    #: The day all can be gone; without a date {"days", "months"} that pass; None: not possible.
    earliest: str | Detail | None
    #: Facts that were given and that the model does not know.
    ignored_facts: Ids
    text: Text = field(repr=False)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a step, in order: `step` string, `elements`, `holders` object (tuples of ids), `jointly`
        float64, `involvement`, `body`, `how`, `timing` string, `days`, `months` float64, `depends` bool,
        `done` string (a day). What a step has not is missing. Needs pandas."""
        return tables.steps(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> RemovalPlan:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            removed=tuple(said["removed"]),
            steps=tuple(said["steps"]),
            decisions=tuple(said["decisions"]),
            put_in_place_first=tuple(said["put_in_place_first"]),
            can_go_along=tuple(said["can_go_along"]),
            possible=said["possible"],
            earliest=said["earliest"],
            ignored_facts=tuple(said.get("ignored_facts", ())),
            text=Text(**said["text"]),
        )


@dataclass(frozen=True, eq=False)
class Decision(Answer):
    """Who decides."""

    verdict: Verdict
    #: Best first.
    options: tuple[Option, ...]
    #: Of the first option: who recommends before, is informed after, is heard before.
    recommends: Ids
    informed: Ids
    heard: Ids
    #: Powers that a decision on this matter needs besides.
    also: tuple[Detail, ...] = field(repr=False)
    appeal: Detail | None
    #: Who would have been competent but for one thing.
    near_misses: tuple[Detail, ...] = field(repr=False)
    #: Bars that take out a holder otherwise left.
    barred_by: Ids
    #: Facts that were given and that the model does not know.
    ignored_facts: Ids
    text: Text = field(repr=False)

    def to_pandas(self) -> pandas.DataFrame:
        """A row an option, best first: `holders` object (a tuple of ids), `jointly` int64, `tier`, `grant`
        string, `chain` object (a tuple of ids), `implied` bool, `notice` float64 (months), `exceptional`
        bool, `must` object (a tuple of ids), `depends_on`, `involve`, `warnings` object (tuples of
        dicts). Needs pandas."""
        return tables.options(self.options).to_pandas()

    def to_networkx(self) -> networkx.DiGraph:
        """The chains of authority: an edge from each grant to the one that rests on it (`relation`
        "from"), from the last to each holder ("to"), from the rules they stand on ("basis"). Nodes have
        `kind` ("grant" with `by`, "actor" with `implied`: in some option by issuing the rule; the grounds
        have none) and, as edges have, `options`: numbers of the options they belong to, from 0.
        Needs NetworkX."""
        return graphs.of_decision(self)

    def to_svg(self, model: Model | None = None, *, language: Language = "da") -> str | None:
        """A picture of the chains of authority, a row an option, by id, or by name where the model asked
        is given; None: nobody decides. It stands alone: no scripts, nothing fetched."""
        return pictures.chain_of_authority(self, pictures.naming(model, language), language)

    def _repr_svg_(self) -> str | None:
        return self.to_svg()

    @classmethod
    def of(cls, text: str) -> Decision:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            verdict=said["verdict"],
            options=tuple(Option.of(one) for one in said["options"]),
            recommends=tuple(said["recommends"]),
            informed=tuple(said["informed"]),
            heard=tuple(said["heard"]),
            also=tuple(said["also"]),
            appeal=said.get("appeal"),
            near_misses=tuple(said["near_misses"]),
            barred_by=tuple(said["barred_by"]),
            ignored_facts=tuple(said.get("ignored_facts", ())),
            text=Text(**said["text"]),
        )


@dataclass(frozen=True, eq=False)
class JournalNote(Answer):
    """Who decides, as a note for a case file. It states authority, never lawfulness."""

    #: The note itself: plain text, lines of at most 80 characters.
    text: str = field(repr=False)
    #: The line that agendas print.
    agenda_line: str
    verdict: Verdict
    #: The first day on which all before the decision can be over; None: no date, or nothing to wait for.
    earliest: str | None
    #: What to ask, in the model's own words.
    to_ask: tuple[str, ...]
    warnings: tuple[str, ...]
    #: How many internal elements the note does not name.
    withheld: int

    @classmethod
    def of(cls, text: str) -> JournalNote:
        said = json.loads(text)
        note = said["note"]
        return cls(
            json=text,
            date=said["date"],
            text=note["text"],
            agenda_line=note["agenda_line"],
            verdict=note["verdict"],
            earliest=note.get("earliest"),
            to_ask=tuple(note["to_ask"]),
            warnings=tuple(note["warnings"]),
            withheld=note["withheld"],
        )


@dataclass(frozen=True, eq=False)
class May(Answer):
    """Whether an actor may, by itself. Ask `answer.may is True`: "depends" is not yes."""

    may: Literal[True, False, "depends"]
    #: Why, or why not: {"kind": ...} and what belongs to the kind.
    because: Detail
    #: The actor's own options.
    options: tuple[Option, ...]
    ignored_facts: Ids

    def to_pandas(self) -> pandas.DataFrame:
        """A row an option of the actor's own, as of `Decision.to_pandas`. Needs pandas."""
        return tables.options(self.options).to_pandas()

    @classmethod
    def of(cls, text: str) -> May:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            may=said["may"],
            because=said["because"],
            options=tuple(Option.of(one) for one in said["options"]),
            ignored_facts=tuple(said.get("ignored_facts", ())),
        )


@dataclass(frozen=True, eq=False)
class Cuts(Answer):
    """What an element hangs on: sets of elements, smallest first, none part of another."""

    element: str
    to: Literal["break", "restore"]
    #: Whether the element stands as things are.
    stands: bool
    #: A set of one is a single point of failure; the one empty set: nothing need be done.
    sets: tuple[Ids, ...]
    #: False: the limit or the time cut the list; there may be more.
    complete: bool
    text: Text = field(repr=False)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a set, smallest first: `size` int64, `elements` object (a tuple of ids). Needs pandas."""
        return tables.cuts(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> Cuts:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            element=said["element"],
            to=said["to"],
            stands=said["stands"],
            sets=tuple(tuple(one) for one in said["sets"]),
            complete=said["complete"],
            text=Text(**said["text"]),
        )


@dataclass(frozen=True)
class KeptRule:
    """A rule that is kept."""

    id: str
    #: The duties, core tasks and elements to be kept that are lost if it goes too, it alone.
    because: Ids


@dataclass(frozen=True)
class GoneRule:
    """A rule that goes."""

    id: str
    #: A year, (least, likely, most).
    hours: Hours
    #: "not_examined": nobody has looked for what depends on it.
    effect: Literal["no_effect", "not_examined"]


def _gone(said: list[Detail]) -> tuple[GoneRule, ...]:
    return tuple(GoneRule(one["id"], _hours(one["hours"]), one["effect"]) for one in said)


@dataclass(frozen=True, eq=False)
class KeepSet(Answer):
    """The zero-base review: what to keep and because of what, what can go."""

    objective: Literal["hours", "count"]
    keep: tuple[KeptRule, ...]
    go: tuple[GoneRule, ...]
    #: Falls with what goes; none of it must stand.
    falls: Ids
    #: Of what was to be kept: does not stand as things are.
    not_standing: Ids
    #: A year, of what is kept.
    hours: Hours
    #: A year, of what goes.
    hours_gone: Hours
    #: No set to keep is cheaper than this: likely hours a year, or a number of rules.
    bound: float
    #: How far this one is above the bound, as a part of what it costs.
    gap: float
    #: None is cheaper.
    proven: bool
    #: And of those as cheap this is the first: by number, then by ids.
    settled: bool
    #: False: the time ran out.
    complete: bool
    text: Text = field(repr=False)

    @classmethod
    def of(cls, text: str) -> KeepSet:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            objective=said["objective"],
            keep=tuple(KeptRule(one["id"], tuple(one["because"])) for one in said["keep"]),
            go=_gone(said["go"]),
            falls=tuple(said["falls"]),
            not_standing=tuple(said.get("not_standing", ())),
            hours=_hours(said["hours"]),
            hours_gone=_hours(said["hours_gone"]),
            bound=said["bound"],
            gap=said["gap"],
            proven=said["proven"],
            settled=said["settled"],
            complete=said["complete"],
            text=Text(**said["text"]),
        )


@dataclass(frozen=True, eq=False)
class BestRemovals(Answer):
    """The few removals that free the most and leave every duty and core task standing."""

    at_most: int
    remove: tuple[GoneRule, ...]
    #: Falls with it; none of it must stand.
    falls: Ids
    #: Of what was to be kept: does not stand as things are.
    not_standing: Ids
    #: A year, of what is removed.
    hours: Hours
    #: A year, of what falls; not counted in the choice.
    hours_fallen: Hours
    #: No removals free more likely hours a year.
    bound: float
    #: How far these are below the bound, as a part of it.
    gap: float
    #: None free more.
    proven: bool
    #: And of those that free as much these are the first: by number, then by ids.
    settled: bool
    #: False: the time ran out.
    complete: bool
    text: Text = field(repr=False)

    @classmethod
    def of(cls, text: str) -> BestRemovals:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            at_most=said["at_most"],
            remove=_gone(said["remove"]),
            falls=tuple(said["falls"]),
            not_standing=tuple(said.get("not_standing", ())),
            hours=_hours(said["hours"]),
            hours_fallen=_hours(said["hours_fallen"]),
            bound=said["bound"],
            gap=said["gap"],
            proven=said["proven"],
            settled=said["settled"],
            complete=said["complete"],
            text=Text(**said["text"]),
        )


Origin: TypeAlias = Literal[
    "agreed", "state", "required", "one_of_several", "allowed", "home_made", "unknown"
]


@dataclass(frozen=True, eq=False)
class Why(Answer):
    """Why an element is there."""

    stands: bool
    #: Where it comes from.
    origin: Origin
    #: The origin that somebody claims; None: nothing recorded.
    claimed: Origin | None
    #: Claims held against the model, by "origin", "issuer", "hours".
    claims: dict[str, Literal["agrees", "open", "contradicted"]]
    #: A shortest path up to each last ground.
    ground: tuple[Ids, ...]
    #: A shortest path up to each last purpose.
    purpose: tuple[Ids, ...]
    issuers: Ids
    #: Duties that cannot be met without it.
    required_by: Ids
    #: Hours a year above what is required, as (low, likely, high).
    surplus_hours: Hours
    used_by: Ids

    @classmethod
    def of(cls, text: str) -> Why:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            stands=said["stands"],
            origin=said["origin"],
            claimed=said.get("claimed"),
            claims=dict(said.get("claims", {})),
            ground=tuple(_ids(path) for path in said["ground"]),
            purpose=tuple(_ids(path) for path in said["purpose"]),
            issuers=tuple(said["issuers"]),
            required_by=tuple(said["required_by"]),
            surplus_hours=_hours(said["surplus_hours"]),
            used_by=tuple(said["used_by"]),
        )


@dataclass(frozen=True)
class Decider:
    """Somebody who may use a power, and on which terms."""

    actor: str
    #: One an option; an empty text: alone and whatever the case.
    terms: tuple[Text, ...]


@dataclass(frozen=True)
class AuthorityDiff:
    """A target over which the authority is another than before."""

    target: str
    power: str
    gained: Ids
    lost: Ids
    before: tuple[Decider, ...]
    after: tuple[Decider, ...]


@dataclass(frozen=True)
class ElementDiff:
    """An element that only one of the models has, or that they write differently."""

    id: str
    change: Literal["added", "removed", "changed"]
    #: Of a change: the fields that differ.
    fields: Ids


@dataclass(frozen=True, eq=False)
class Diff(Answer):
    """What changed between two models, in meaning."""

    elements: tuple[ElementDiff, ...]
    authority: tuple[AuthorityDiff, ...]
    #: Of the elements that both have: stood before and do not now.
    breaks: Ids
    stands_anew: Ids
    unmet_duties: Ids
    #: A year: {"before", "after", "net"}, each (least, likely, most).
    hours: dict[str, Hours]
    text: Text = field(repr=False)

    def to_pandas(self, table: Literal["authority", "elements"] = "authority") -> pandas.DataFrame:
        """"authority": `target`, `power` string, `gained`, `lost`, `before`, `after` object (tuples of
        ids of actors). "elements": `id`, `change` string, `fields` object (a tuple). Rows in the order of
        the answer. Needs pandas."""
        if table not in ("authority", "elements"):
            raise ValueError(f"`table` is {table!r}, not 'authority' or 'elements'")
        made = tables.authority_diff(self.authority) if table == "authority" else tables.element_diff(self.elements)
        return made.to_pandas()

    @classmethod
    def of(cls, text: str) -> Diff:
        said = json.loads(text)

        def deciders(all: list[Detail]) -> tuple[Decider, ...]:
            return tuple(Decider(one["actor"], tuple(Text(**t) for t in one["terms"])) for one in all)

        return cls(
            json=text,
            date=said["date"],
            elements=tuple(
                ElementDiff(one["id"], one["change"], tuple(one.get("fields", ()))) for one in said["elements"]
            ),
            authority=tuple(
                AuthorityDiff(
                    one["target"],
                    one["power"],
                    tuple(one["gained"]),
                    tuple(one["lost"]),
                    deciders(one["before"]),
                    deciders(one["after"]),
                )
                for one in said["authority"]
            ),
            breaks=tuple(said["breaks"]),
            stands_anew=tuple(said["stands_anew"]),
            unmet_duties=tuple(said["unmet_duties"]),
            hours={name: _hours(hours) for name, hours in said["hours"].items()},
            text=Text(**said["text"]),
        )


@dataclass(frozen=True)
class Group:
    """Hours of several elements together, each figure as (low, likely, high)."""

    #: The tier, instrument, issuer, matter or actor; None: not known, and of the total.
    key: str | None
    #: Hours a year.
    hours: Hours
    #: Hours once.
    one_off: Hours
    #: Hours a year above the law's minimum.
    surplus: Hours
    #: What was counted, in order of id.
    elements: Ids

    @classmethod
    def of(cls, said: Detail) -> Group:
        return cls(
            key=said.get("key"),
            hours=_hours(said["hours"]),
            one_off=_hours(said["one_off"]),
            surplus=_hours(said["surplus"]),
            elements=tuple(said["elements"]),
        )


@dataclass(frozen=True, eq=False)
class Burden(Answer):
    """Hours a year in groups."""

    by: Literal["tier", "instrument", "issuer", "matter", "actor"]
    #: The unit it is seen in; None: everywhere.
    within: str | None
    #: In the order of the words or of id; what belongs nowhere last.
    groups: tuple[Group, ...]
    #: Each element once.
    total: Group
    #: Elements that stand in several groups.
    shared: Ids

    def to_pandas(self) -> pandas.DataFrame:
        """A row a group, without the total: `key` string (missing: not known), `hours_low`,
        `hours_likely`, `hours_high` and the same of `one_off` and `surplus` float64, `elements` object
        (a tuple of ids). An element may stand in several groups: see `shared`. Needs pandas."""
        return tables.burden(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> Burden:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            by=said["by"],
            within=said.get("within"),
            groups=tuple(Group.of(one) for one in said["groups"]),
            total=Group.of(said["total"]),
            shared=tuple(said["shared"]),
        )


@dataclass(frozen=True)
class Finding:
    """One thing worth a look."""

    #: As "dead_rule"; the C++ header check.hpp lists them.
    code: str
    severity: Literal["warning", "note"]
    #: The element it is about; None: the model's head.
    element: str | None
    #: The field meant; None: no one field.
    field: str | None
    #: All elements concerned, in order of id.
    elements: Ids
    text: Text
    #: What would help; None: nothing to say.
    advice: Text | None

    @classmethod
    def of(cls, said: Detail) -> Finding:
        return cls(
            code=said["code"],
            severity=said["severity"],
            element=said.get("element"),
            field=said.get("field"),
            elements=tuple(said["elements"]),
            text=Text(**said["text"]),
            advice=Text(**said["advice"]) if "advice" in said else None,
        )


@dataclass(frozen=True, eq=False)
class Findings(Answer):
    """What in a model is worth a look, in the order of the codes."""

    findings: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a finding: `code`, `severity`, `element`, `field` string (the last two may be missing),
        `elements` object (a tuple of ids), `text_da`, `text_en`, `advice_da`, `advice_en` string.
        Needs pandas."""
        return tables.findings(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> Findings:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            findings=tuple(Finding.of(one) for one in said["findings"]),
        )


@dataclass(frozen=True)
class Ranked:
    """One element, and what would come of removing it alone."""

    id: str
    #: How many others would fall.
    breaks: int
    #: How many duties would be unmet.
    duties: int
    #: Hours a year of itself and of what would fall, as (low, likely, high).
    hours: Hours


@dataclass(frozen=True, eq=False)
class Ranking(Answer):
    """Elements by what depends on each alone."""

    #: The figure that orders.
    by: Literal["breaks", "hours", "duties"]
    #: Most first; ties by breaks, duties, likely hours, then id.
    order: tuple[Ranked, ...]
    #: False: the time ran out, and some were not looked at.
    complete: bool

    def to_pandas(self) -> pandas.DataFrame:
        """A row an element, most first: `id` string, `breaks`, `duties` int64, `hours_low`,
        `hours_likely`, `hours_high` float64. Needs pandas."""
        return tables.ranking(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> Ranking:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            by=said["by"],
            order=tuple(
                Ranked(one["id"], one["breaks"], one["duties"], _hours(one["hours"])) for one in said["order"]
            ),
            complete=said["complete"],
        )


@dataclass(frozen=True)
class PowerOver:
    """One power over one target, and where `may` puts it."""

    power: str
    #: Rule, task or matter.
    target: str
    #: The grant that gives it; None for implied authority, and where the actor may not.
    grant: str | None
    #: By issuing the rule, not by a grant.
    implied: bool
    #: Months of notice with which the actor may end the rule alone; None: none needed.
    notice: float | None
    #: Others who must take part.
    with_: Ids
    #: Conditions that are not known, as in `depends_on`.
    depends_on: tuple[Detail, ...]
    #: The unit above that has it; how it distributes its work is not recorded.
    internal: str | None
    #: Whom to involve, in order, as in `who_decides`.
    involve: tuple[Detail, ...]
    #: Hours a year of the target itself as (low, likely, high); None: not known.
    hours: Hours | None
    #: Why not; None where the actor may, or may under conditions.
    because: Detail | None

    @classmethod
    def of(cls, said: Detail) -> PowerOver:
        return cls(
            power=said["power"],
            target=said["target"],
            grant=said.get("grant"),
            implied=said.get("implied", False),
            notice=said["notice"]["months"] if "notice" in said else None,
            with_=tuple(said.get("with", ())),
            depends_on=tuple(said.get("depends_on", ())),
            internal=said.get("internal"),
            involve=tuple(said.get("involve", ())),
            hours=_hours(said["hours"]) if "hours" in said else None,
            because=said.get("because"),
        )


@dataclass(frozen=True, eq=False)
class WhatMay(Answer):
    """Everything that one actor may, may perhaps, and may not: each pair of power and target in one list."""

    actor: str
    #: The powers looked at.
    powers: Ids
    #: Alone, with nothing unknown.
    may: tuple[PowerOver, ...]
    #: On others, on facts, or on internal distribution.
    depends: tuple[PowerOver, ...]
    #: And why not.
    may_not: tuple[PowerOver, ...]
    #: Facts that the model does not know.
    ignored_facts: Ids
    #: False: the time ran out, and some targets were not looked at.
    complete: bool
    text: Text = field(repr=False)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a pair, those of `may` first, then `depends`, then `may_not`, each in its own order:
        `permission` string (the list's name), `power`, `target`, `grant` string, `implied` bool, `notice`
        float64 (months), `with`, `depends_on` object (tuples), `internal`, `because` string (the kind of
        reason), `hours_low`, `hours_likely`, `hours_high` float64. What is not known is missing.
        Needs pandas."""
        return tables.what_may(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> WhatMay:
        said = json.loads(text)
        return cls(
            json=text,
            date=said["date"],
            actor=said["actor"],
            powers=tuple(said["powers"]),
            may=tuple(PowerOver.of(one) for one in said["may"]),
            depends=tuple(PowerOver.of(one) for one in said["depends"]),
            may_not=tuple(PowerOver.of(one) for one in said["not"]),
            ignored_facts=tuple(said.get("ignored_facts", ())),
            complete=said["complete"],
            text=Text(**said["text"]),
        )
