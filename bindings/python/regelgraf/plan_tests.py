"""A plan held to what it is meant to answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import tables
from .answers import Ids

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class PlanDifference:
    """Where an answer is not what was expected."""

    #: As "options[0].holders[0]"; "": the whole answer.
    at: str
    expected: Any
    #: None where the answer has nothing there, or null.
    got: Any


@dataclass(frozen=True)
class PlanTestCase:
    """One question of the file."""

    name: str
    passed: bool
    differences: tuple[PlanDifference, ...]


@dataclass(frozen=True)
class PlanTestReport:
    """What a file of plan tests came to."""

    cases: tuple[PlanTestCase, ...]
    #: Grants of the model and all it extends but `dk` that some answer names, and the others.
    grants_asked: Ids
    grants_not_asked: Ids
    #: Rows of delegation plans there that some question is about, and the others.
    rows_asked: Ids
    rows_not_asked: Ids
    #: The report as the library gave it.
    json: str = field(repr=False)

    @property
    def failed(self) -> int:
        return sum(not one.passed for one in self.cases)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a difference, and one for each case that passed: `name` string, `passed` bool, `at` string,
        `expected`, `got` object; the last three missing where it passed. Needs pandas."""
        return tables.plan_test(self).to_pandas()

    def _repr_html_(self) -> str:
        from . import notebook  # knows all answers

        return notebook.html_of(self)

    @classmethod
    def of(cls, text: str) -> PlanTestReport:
        said = json.loads(text)
        return cls(
            cases=tuple(
                PlanTestCase(
                    one["name"],
                    one["passed"],
                    tuple(
                        PlanDifference(d["at"], d["expected"], d.get("got"))
                        for d in one.get("differences", ())
                    ),
                )
                for one in said["cases"]
            ),
            grants_asked=tuple(said["grants"]["asked"]),
            grants_not_asked=tuple(said["grants"]["not_asked"]),
            rows_asked=tuple(said["rows"]["asked"]),
            rows_not_asked=tuple(said["rows"]["not_asked"]),
            json=text,
        )
