"""Nominations: what staff hand in, and the sheet that qualifies it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from . import tables
from .answers import Detail, Hours, Ids, Text

if TYPE_CHECKING:
    import pandas

Heap: TypeAlias = Literal[
    "own", "manager", "management", "med_agreement", "council", "exemption", "state_or_agreement"
]


def _range(said: list[float] | None) -> Hours | None:
    return None if said is None else (said[0], said[1], said[2])


def _name(said: Detail | None) -> Text:
    said = said or {}
    da, en = said.get("da", ""), said.get("en", "")
    return Text(da or en, en or da)


@dataclass(frozen=True)
class TableFinding:
    """One thing in the table that is worth a look."""

    #: As "personal_data"; the C++ header nominations.hpp lists them.
    code: str
    severity: Literal["error", "warning", "note"]
    #: Where the cell begins: line and column (in bytes) from 1; 0 for the table as a whole.
    line: int
    column: int
    #: The row's number; "" where it is about no row.
    nr: str
    #: The head of the column; "" where it is about none.
    field: str
    text: Text
    #: What would help; None: nothing to say.
    advice: Text | None

    @classmethod
    def of(cls, said: Detail) -> TableFinding:
        return cls(
            code=said["code"],
            severity=said["severity"],
            line=said.get("line", 0),
            column=said.get("column", 0),
            nr=said.get("element", ""),
            field=said.get("field", ""),
            text=_name(said["text"]),
            advice=_name(said["advice"]) if said.get("advice") else None,
        )


@dataclass(frozen=True)
class Alike:
    """Something a nomination is like, for a person to decide."""

    #: A rule of the model; None: `cluster` is meant.
    element: str | None
    cluster: str | None
    #: 0 to 1.
    score: float
    #: Why they were not taken to be the same: "score", "ambiguous", "frequency", "number", "negation", "contrast".
    doubt: str


@dataclass(frozen=True)
class Nomination:
    """A row of the table; None: the cell was empty, or refused."""

    nr: str
    line: int
    rule: str
    date: str | None
    #: Who handed it in.
    unit: str | None
    description: str | None
    area: str | None
    type: str | None
    decided_by: str | None
    proposal: str | None
    times_per_year: Hours | None
    #: (from, to)
    minutes: tuple[float, float] | None
    people: float | None
    cost: float | None
    cluster: str | None
    #: The rule of the model it is about; None: none was found.
    element: str | None
    #: How it was found, "id", "name" or "text", and how sure, 0 to 1.
    how: str | None
    score: float | None
    alike: tuple[Alike, ...]
    #: The row as the library gave it, with all that is not above.
    said: Detail = field(repr=False, compare=False)

    @classmethod
    def of(cls, said: Detail) -> Nomination:
        matched: Detail = said.get("matched") or {}
        minutes = said.get("minutes")
        return cls(
            nr=said["nr"],
            line=said["line"],
            rule=said["rule"],
            **{
                name: said.get(name)
                for name in (
                    "date", "unit", "description", "area", "type", "decided_by", "proposal", "people", "cost", "cluster",
                )
            },
            times_per_year=_range(said.get("times_per_year")),
            minutes=(minutes[0], minutes[1]) if minutes else None,
            element=matched.get("element"),
            how=matched.get("how"),
            score=matched.get("score"),
            alike=tuple(
                Alike(one.get("element"), one.get("cluster"), one["score"], one["doubt"])
                for one in said.get("alike", ())
            ),
            said=said,
        )  # fmt: skip


@dataclass(frozen=True)
class Cluster:
    """Nominations about the same thing."""

    id: str
    #: Numbers of the nominations.
    nominations: Ids
    #: The rule of the model; None: there is none, and `draft` is one to put in its place.
    element: str | None
    #: An element as a model file has it.
    draft: Detail | None


@dataclass(frozen=True, eq=False)
class Nominations:
    """A table read, matched and put together. Equal where the library said the same."""

    nominations: tuple[Nomination, ...]
    clusters: tuple[Cluster, ...]
    #: Columns that were kept as notes.
    extra: Ids
    findings: tuple[TableFinding, ...]
    #: As the library gave it.
    json: str = field(repr=False)

    def __iter__(self) -> Iterator[Nomination]:
        return iter(self.nominations)

    def __len__(self) -> int:
        return len(self.nominations)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nominations) and self.json == other.json

    def __hash__(self) -> int:
        return hash(self.json)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a nomination: `nr`, `unit`, `rule`, `area`, `type`, `decided_by`, `proposal`, `cluster`, `element`,
        `how` string (all but `nr` and `rule` may be missing), `score`, `times_likely`, `minutes_low`,
        `minutes_high`, `people` float64. Needs pandas."""
        return tables.nominations(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> Nominations:
        said = json.loads(text)
        return cls(
            nominations=tuple(Nomination.of(one) for one in said["nominations"]),
            clusters=tuple(
                Cluster(one["id"], tuple(one["nominations"]), one.get("element"), one.get("draft"))
                for one in said["clusters"]
            ),
            extra=tuple(said["extra"]),
            findings=tuple(TableFinding.of(one) for one in said["findings"]),
            json=text,
        )


@dataclass(frozen=True)
class QualifiedRule:
    """A row of the sheet."""

    #: None: it is not to be named.
    rule: str | None
    name: Text
    #: The model does not have it.
    draft: bool
    heap: Heap
    #: On what the heap rests: "decider", "instrument", "issuer", "waive", "claimed", "nobody".
    heap_because: str
    instrument: str
    nominated: int
    #: How many units; None: fewer than `Qualification.at_least`.
    units: int | None
    issuer: Ids
    issuer_claimed: str | None
    origin: str
    origin_claimed: str | None
    hours: Hours
    #: None: nobody states any, or too few units do.
    hours_nominated: Hours | None
    surplus_hours: Hours
    duties: Ids
    used_by: Ids
    med: bool
    verdict: str
    #: Best first: dicts as the library gave them, with "holders", "tier", "grant".
    deciders: tuple[Detail, ...]
    involve: tuple[Detail, ...]
    breaks: Ids
    unmet_duties: Ids
    redundant: Ids
    unexamined: bool
    #: What is proposed, how often.
    proposals: dict[str, int]

    @classmethod
    def of(cls, said: Detail) -> QualifiedRule:
        units = said["units"]
        plain = {
            name: said[name]
            for name in (
                "rule", "draft", "heap", "heap_because", "instrument", "nominated", "origin", "med", "verdict",
                "unexamined", "proposals",
            )
        }  # fmt: skip
        lists: dict[str, Any] = {
            name: tuple(said[name])
            for name in ("issuer", "duties", "used_by", "deciders", "involve", "breaks", "unmet_duties", "redundant")
        }
        return cls(
            **plain,
            **lists,
            name=_name(said.get("name")),
            units=units if isinstance(units, int) else None,
            issuer_claimed=said.get("issuer_claimed"),
            origin_claimed=said.get("origin_claimed"),
            hours=_range(said["hours"]) or (0, 0, 0),
            hours_nominated=_range(said.get("hours_nominated")),
            surplus_hours=_range(said["surplus_hours"]) or (0, 0, 0),
        )


@dataclass(frozen=True, eq=False)
class Qualification:
    """The sheet: a row a rule, by heap. Equal where the library said the same."""

    rules: tuple[QualifiedRule, ...]
    #: By "issuer", "area", "type", "level", "proposal": the groups as the library gave them.
    trends: dict[str, tuple[Detail, ...]]
    #: Fewer units than this are not counted.
    at_least: int
    #: Rows of the table.
    nominations: int
    #: As the library gave it.
    json: str = field(repr=False)

    def __iter__(self) -> Iterator[QualifiedRule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Qualification) and self.json == other.json

    def __hash__(self) -> int:
        return hash(self.json)

    def heap(self, heap: Heap) -> tuple[QualifiedRule, ...]:
        """The rows of one heap."""
        return tuple(row for row in self.rules if row.heap == heap)

    def to_dict(self) -> dict[str, Any]:
        """The whole sheet."""
        sheet: dict[str, Any] = json.loads(self.json)
        return sheet

    def to_pandas(self) -> pandas.DataFrame:
        """A row a rule: `rule` (may be missing), `name`, `heap`, `instrument`, `origin`, `verdict`,
        `issuer_claimed` (may be missing) string, `draft`, `med`, `unexamined` bool, `nominated` int64, `units` float64
        (NaN: too few to tell), `hours_low`, `hours_likely`, `hours_high` and the same of `hours_nominated` and
        `surplus` float64, `deciders`, `breaks`, `unmet_duties` object (tuples of ids). Needs pandas."""
        return tables.qualification(self).to_pandas()

    @classmethod
    def of(cls, text: str) -> Qualification:
        said = json.loads(text)
        return cls(
            rules=tuple(QualifiedRule.of(one) for one in said["rules"]),
            trends={one["by"]: tuple(one["groups"]) for one in said["trends"]},
            at_least=said["at_least"],
            nominations=said["nominations"],
            json=text,
        )
