"""Answers as tables: what `to_pandas()` gives, and what a notebook shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from .answers import (
        AuthorityDiff,
        Breaks,
        Burden,
        Cuts,
        Detail,
        Diff,
        ElementDiff,
        Findings,
        MovedAuthority,
        Option,
        Ranking,
        RemovalPlan,
        WhatMay,
    )
    from .nominations import Nominations, Qualification
    from .plan_tests import PlanTestReport
    from .plans import PlanFindings

#: Text that may be missing, whole numbers, numbers of which some may be missing (NaN), yes or no, and
#: what a cell holds as a Python value: a tuple of ids, of dicts.
TEXT, WHOLE, NUMBER, YES_NO, VALUE = "string", "int64", "float64", "bool", "object"

_BOUNDS = ("low", "likely", "high")


@dataclass(frozen=True)
class Table:
    """Rows under named columns, each column of one dtype of pandas."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Any, ...], ...]

    @classmethod
    def of(cls, columns: Iterable[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> Table:
        return cls(tuple(columns), tuple(tuple(row) for row in rows))

    def to_pandas(self) -> pandas.DataFrame:
        try:
            import pandas
        except ImportError:
            raise ImportError(
                "regelgraf: to_pandas() needs pandas: `pip install pandas`, or python3-pandas on Debian"
            ) from None
        return pandas.DataFrame(
            {
                name: pandas.Series([row[at] for row in self.rows], dtype=dtype)
                for at, (name, dtype) in enumerate(self.columns)
            }
        )


def _hours(*names: str) -> list[tuple[str, str]]:
    return [(f"{name}_{bound}", NUMBER) for name in names for bound in _BOUNDS]


def ranking(answer: Ranking) -> Table:
    columns = [("id", TEXT), ("breaks", WHOLE), ("duties", WHOLE), *_hours("hours")]
    return Table.of(columns, ((one.id, one.breaks, one.duties, *one.hours) for one in answer.order))


def burden(answer: Burden) -> Table:
    columns = [("key", TEXT), *_hours("hours", "one_off", "surplus"), ("elements", VALUE)]
    return Table.of(
        columns, ((one.key, *one.hours, *one.one_off, *one.surplus, one.elements) for one in answer.groups)
    )


def what_may(answer: WhatMay) -> Table:
    columns = [("permission", TEXT), ("power", TEXT), ("target", TEXT), ("grant", TEXT), ("implied", YES_NO),
               ("notice", NUMBER), ("with", VALUE), ("depends_on", VALUE), ("internal", TEXT), ("because", TEXT),
               *_hours("hours")]  # fmt: skip
    nothing = (None,) * len(_BOUNDS)
    return Table.of(
        columns,
        (
            (permission, one.power, one.target, one.grant, one.implied, one.notice, one.with_, one.depends_on,
             one.internal, one.because["kind"] if one.because else None, *(one.hours or nothing))
            for permission, pairs in (("may", answer.may), ("depends", answer.depends), ("may_not", answer.may_not))
            for one in pairs
        ),
    )  # fmt: skip


#: The lists of a Breaks, the gravest first, then those that only a WhatIf has.
EFFECTS = (
    "removed", "unmet_duties", "lapsed", "broken", "redundant", "purposeless", "weakened", "affected", "revived",
    "unexamined", "involvements_gone", "added", "changed", "stands_anew", "stands_not",
)  # fmt: skip


def effects(answer: Breaks) -> Table:
    return Table.of(
        [("effect", TEXT), ("id", TEXT), ("through", VALUE)],
        (
            (effect, id, answer.through.get(id, ()))
            for effect in EFFECTS
            for id in getattr(answer, effect, ())
        ),
    )


def moved_authority(moved: Iterable[MovedAuthority]) -> Table:
    columns = [("entry", VALUE), ("power", TEXT), ("unit", TEXT), ("before", VALUE), ("after", VALUE)]
    return Table.of(columns, ((one.entry, one.power, one.unit, one.before, one.after) for one in moved))


def options(given: Iterable[Option]) -> Table:
    columns = [("holders", VALUE), ("jointly", WHOLE), ("tier", TEXT), ("grant", TEXT), ("chain", VALUE),
               ("implied", YES_NO), ("notice", NUMBER), ("exceptional", YES_NO), ("must", VALUE), ("depends_on", VALUE),
               ("involve", VALUE), ("warnings", VALUE)]  # fmt: skip
    return Table.of(
        columns,
        (
            (one.holders, one.jointly, one.tier, one.grant, one.chain, one.implied, one.notice, one.exceptional,
             one.must, one.depends_on, one.involve, one.warnings)
            for one in given
        ),
    )  # fmt: skip


def cuts(answer: Cuts) -> Table:
    return Table.of([("size", WHOLE), ("elements", VALUE)], ((len(one), one) for one in answer.sets))


def steps(answer: RemovalPlan) -> Table:
    columns = [("step", TEXT), ("elements", VALUE), ("holders", VALUE), ("jointly", NUMBER), ("involvement", TEXT),
               ("body", TEXT), ("how", TEXT), ("timing", TEXT), ("days", NUMBER), ("months", NUMBER),
               ("depends", YES_NO), ("done", TEXT)]  # fmt: skip
    given = ("jointly", "involvement", "body", "how", "timing", "days", "months")

    def row(step: Detail) -> tuple[Any, ...]:
        listed = (tuple(step["elements"]), tuple(step.get("holders", ())))
        rest = (step.get("depends", False), step.get("done"))
        return (step["step"], *listed, *(step.get(name) for name in given), *rest)

    return Table.of(columns, map(row, answer.steps))


def authority_diff(moved: Iterable[AuthorityDiff]) -> Table:
    columns = [("target", TEXT), ("power", TEXT), ("gained", VALUE), ("lost", VALUE), ("before", VALUE),
               ("after", VALUE)]  # fmt: skip
    return Table.of(
        columns,
        (
            (one.target, one.power, one.gained, one.lost, *(tuple(by.actor for by in side) for side in (one.before, one.after)))
            for one in moved
        ),
    )  # fmt: skip


def element_diff(elements: Iterable[ElementDiff]) -> Table:
    columns = [("id", TEXT), ("change", TEXT), ("fields", VALUE)]
    return Table.of(columns, ((one.id, one.change, one.fields) for one in elements))


def findings(answer: Findings) -> Table:
    columns = [("code", TEXT), ("severity", TEXT), ("element", TEXT), ("field", TEXT), ("elements", VALUE),
               ("text_da", TEXT), ("text_en", TEXT), ("advice_da", TEXT), ("advice_en", TEXT)]  # fmt: skip
    return Table.of(
        columns,
        (
            (one.code, one.severity, one.element, one.field, one.elements, one.text.da, one.text.en,
             *((one.advice.da, one.advice.en) if one.advice else (None, None)))
            for one in answer.findings
        ),
    )  # fmt: skip


def plan_findings(answer: PlanFindings) -> Table:
    columns = [("code", TEXT), ("severity", TEXT), ("line", WHOLE), ("column", WHOLE), ("element", TEXT),
               ("field", TEXT), ("text_da", TEXT), ("text_en", TEXT), ("advice_da", TEXT), ("advice_en", TEXT)]  # fmt: skip
    return Table.of(
        columns,
        (
            (one.code, one.severity, one.line, one.column, one.element or None, one.field or None, one.text.da,
             one.text.en, one.advice.da, one.advice.en)
            for one in answer.findings
        ),
    )  # fmt: skip


def plan_test(answer: PlanTestReport) -> Table:
    columns = [("name", TEXT), ("passed", YES_NO), ("at", TEXT), ("expected", VALUE), ("got", VALUE)]
    rows: list[tuple[Any, ...]] = []
    for case in answer.cases:
        if not case.differences:
            rows.append((case.name, case.passed, None, None, None))
        rows.extend((case.name, case.passed, one.at, one.expected, one.got) for one in case.differences)
    return Table.of(columns, rows)


def nominations(answer: Nominations) -> Table:
    texts = ("nr", "unit", "rule", "area", "type", "decided_by", "proposal", "cluster", "element", "how")
    numbers = ("score", "times_likely", "minutes_low", "minutes_high", "people")
    return Table.of(
        [*((name, TEXT) for name in texts), *((name, NUMBER) for name in numbers)],
        (
            (
                *(getattr(one, name) for name in texts),
                one.score,
                one.times_per_year[1] if one.times_per_year else None,
                *(one.minutes or (None, None)),
                one.people,
            )
            for one in answer
        ),
    )


def qualification(answer: Qualification) -> Table:
    texts = ("rule", "heap", "instrument", "origin", "verdict", "issuer_claimed")
    columns = [
        ("name", TEXT), *((name, TEXT) for name in texts), ("draft", YES_NO), ("med", YES_NO), ("unexamined", YES_NO),
        ("nominated", WHOLE), ("units", NUMBER), *_hours("hours", "hours_nominated", "surplus"),
        ("deciders", VALUE), ("breaks", VALUE), ("unmet_duties", VALUE),
    ]  # fmt: skip
    return Table.of(
        columns,
        (
            (
                one.name.da,
                *(getattr(one, name) for name in texts),
                one.draft, one.med, one.unexamined, one.nominated, one.units,
                *one.hours, *(one.hours_nominated or (None, None, None)), *one.surplus_hours,
                tuple(one.deciders[0]["holders"]) if one.deciders else (), one.breaks, one.unmet_duties,
            )
            for one in answer
        ),
    )  # fmt: skip
