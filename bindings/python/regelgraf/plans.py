"""Delegation plans: what is said about a table, and what was found in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes import byref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from . import _native, tables
from .answers import Text
from .calls import call as _call
from .calls import taken as _taken
from .calls import utf8 as _utf8

if TYPE_CHECKING:
    import pandas

lib = _native.lib


@dataclass(frozen=True)
class PlanFinding:
    """One thing in a table that is worth a look."""

    #: As "no_decider"; the C++ header delegation_plan.hpp lists them.
    code: str
    severity: Literal["warning", "note"]
    #: Where the cell begins: line and column (in bytes) from 1; 0 for the table as a whole.
    line: int
    column: int
    #: The row's matter, and so its number; "" where it is about no row.
    element: str
    #: The head of the column; "" where it is about none.
    field: str
    text: Text
    advice: Text


@dataclass(frozen=True)
class PlanFindings:
    """What a table says too little about, or what it cannot say of a model."""

    #: {"import" or "export": "delegation-plan", "model": {"id", "digest"}, "findings": [...]}
    json: str
    findings: tuple[PlanFinding, ...]

    def __iter__(self) -> Iterator[PlanFinding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def to_pandas(self) -> pandas.DataFrame:
        """A row a finding: `code`, `severity` string, `line`, `column` int64, `element`, `field` string (may
        be missing), `text_da`, `text_en`, `advice_da`, `advice_en` string. Needs pandas."""
        return tables.plan_findings(self).to_pandas()

    def _repr_html_(self) -> str:
        from . import notebook  # knows all answers

        return notebook.html_of(self)


def findings_of(handle: Any) -> PlanFindings:
    """Reads findings and frees them."""
    try:
        text = _taken(lib.rg_findings_json, handle)
    finally:
        lib.rg_findings_free(byref(handle))
    return PlanFindings(
        json=text,
        findings=tuple(
            PlanFinding(
                code=one["code"],
                severity=one["severity"],
                line=one["line"],
                column=one["column"],
                element=one["element"],
                field=one["field"],
                text=Text(**one["text"]),
                advice=Text(**one["advice"]),
            )
            for one in json.loads(text)["findings"]
        ),
    )


@contextmanager
def plan_options(id: str, settings: Mapping[str, Any]) -> Iterator[Any]:
    """The options of a plan; what is None or empty is not set."""
    numbers = {"name": 0, "name_en": 1, "extends": 2, "basis": 3, "valid_from": 4, "valid_until": 5,
               "mapping": 6, "council": 7, "owner": 8}  # fmt: skip
    options = _native.plan_options_p()
    _call(lib.rg_plan_options_new, _utf8(id, "id"), byref(options))
    try:
        for name, number in numbers.items():
            given = settings.get(name)
            if given is None:
                continue
            if name == "mapping" and not isinstance(given, str):
                given = json.dumps(given, ensure_ascii=False)
            for value in [given] if isinstance(given, str) else given:
                _call(lib.rg_plan_options_set, options, number, _utf8(value, name))
        yield options
    finally:
        lib.rg_plan_options_free(byref(options))
