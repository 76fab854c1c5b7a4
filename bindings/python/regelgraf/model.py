"""A model and the questions it answers."""

from __future__ import annotations

import base64
import datetime
import json
import os
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from ctypes import byref, c_char_p, c_uint32
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from . import _native, errors, graphs
from .answers import (
    BestRemovals,
    Breaks,
    Burden,
    Cuts,
    Decision,
    Diff,
    Findings,
    JournalNote,
    KeepSet,
    May,
    Ranking,
    RemovalPlan,
    WhatIf,
    WhatMay,
    Why,
)
from .calls import call as _call
from .calls import taken as _taken
from .calls import utf8 as _utf8
from .draft import Draft
from .limits import CancelToken, Progress
from .limits import limits as _limits
from .loading import Log, PathLike
from .loading import load_options as _options
from .nominations import Nominations, Qualification
from .plans import PlanFindings, findings_of, plan_options
from .plan_tests import PlanTestReport
from .session import WhatIfSession
from .sheets import Picture, Worksheet, Worksheets
from .words import Language

if TYPE_CHECKING:
    import networkx

lib = _native.lib

Date: TypeAlias = str | datetime.date
#: The value of a fact; None: not known, as if it were left out.
Fact: TypeAlias = bool | int | float | str | datetime.date | None
_LANGUAGES = {"da": 0, "en": 1}
_RANK_BY = {"breaks": 0, "hours": 1, "duties": 2}
#: An id, or {"kle": "27.36.04"}, which also takes a "facet".
Target: TypeAlias = str | Mapping[str, str]


def _day(date: Date | None) -> str | None:
    """YYYY-MM-DD; of a datetime its day."""
    if isinstance(date, datetime.datetime):
        date = date.date()
    return date.isoformat() if isinstance(date, datetime.date) else date


def _time(made: Date | None) -> str | None:
    """YYYY-MM-DD, of a datetime with its time to the second."""
    if isinstance(made, datetime.datetime):
        return made.isoformat(timespec="seconds")
    return _day(made)


def _scope(instruments: Iterable[str] | None, issuers: Iterable[str] | None, tiers: Iterable[str] | None,
           matters: Iterable[str] | None, ids: Iterable[str] | None, repealable_by: str | None) -> dict[str, Any]:  # fmt: skip
    lists = {"instruments": instruments, "issuers": issuers, "tiers": tiers, "matters": matters, "ids": ids}
    scope: dict[str, Any] = {key: list(given) for key, given in lists.items() if given is not None}
    if repealable_by is not None:
        scope["repealable_by"] = repealable_by
    return scope


def _optional(text: str | None, what: str) -> bytes | None:
    return None if text is None else _utf8(text, what)


def _dates_as_text(value: object) -> str:
    if isinstance(value, datetime.date):
        return _day(value) or ""
    raise TypeError(f"a question cannot hold a {type(value).__name__}")


def _listed(texts: str | Iterable[str]) -> list[str]:
    """One text alone is a list of one."""
    return [texts] if isinstance(texts, str) else list(texts)


def _checked(answer: str) -> str:
    if error := json.loads(answer).get("error"):
        raise errors.of_answer(error)
    return answer


class _Handle:
    """A model's handle, freed once and never while a call uses it; enter it to use it."""

    def __init__(self, pointer: Any) -> None:
        self._pointer = pointer
        self._lock = threading.Lock()
        self._users = 0
        self._closed = False

    def __enter__(self) -> Any:
        with self._lock:
            if self._closed:
                raise errors.InvalidArgument("the model is closed")
            self._users += 1
            return self._pointer

    def __exit__(self, *unused: object) -> None:
        with self._lock:
            self._users -= 1
            last = self._closed and not self._users
        if last:
            lib.rg_model_free(byref(self._pointer))

    def close(self) -> None:
        with self._lock:
            last = not self._closed and not self._users
            self._closed = True
        if last:
            lib.rg_model_free(byref(self._pointer))


class Model:
    """A frozen model: it never changes, and any number of threads may ask it at once.

    Open one with `Model.open` or `Model.from_text`; close it with `close()` or `with`. Answers stay
    valid after that; asking a closed model raises InvalidArgument (a ValueError).
    """

    def __init__(self, handle: _Handle) -> None:
        """Not for you: see `open` and `from_text`."""
        self._handle = handle
        self._finalizer = weakref.finalize(self, handle.close)

    @classmethod
    def open(
        cls,
        path: PathLike,
        *,
        layers: Mapping[str, str | bytes] | None = None,
        folders: Iterable[PathLike] = (),
        max_bytes: int | None = None,
        allow_personal_data: bool = False,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
        log: Log | None = None,
    ) -> Model:
        """Open a model file (JSON or JSON Lines, either also gzipped) with the layers it extends.

        `layers`: layers by name, as text; `folders`: where further layers are looked for, before
        those built in (`dk`);
        `max_bytes`: most bytes of one file after unpacking, 1 GiB if not given;
        `allow_personal_data`: let text pass that looks like a CPR number; `cancel`, `seconds`,
        `progress` as in `rank`; `log`: called with ("info", "warning" or "error", a line) while the
        model is made, for a host's own log. Raises InvalidModel with every finding, Unreadable, TooLarge,
        Cancelled.
        """
        return cls._load(
            lib.rg_model_open, os.fsencode(path), layers, folders, max_bytes, allow_personal_data, cancel,
            seconds, progress, log,
        )  # fmt: skip

    @classmethod
    def from_text(
        cls,
        text: str | bytes,
        *,
        layers: Mapping[str, str | bytes] | None = None,
        folders: Iterable[PathLike] = (),
        max_bytes: int | None = None,
        allow_personal_data: bool = False,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
        log: Log | None = None,
    ) -> Model:
        """Make a model from what a model file would hold; otherwise as `open`."""
        content = text.encode() if isinstance(text, str) else text
        return cls._load(
            lib.rg_model_from_text, content, layers, folders, max_bytes, allow_personal_data, cancel,
            seconds, progress, log,
        )  # fmt: skip

    @classmethod
    def _load(cls, how: Callable[..., int], given: bytes, *options: Any) -> Model:
        model = _native.model_p()
        with _options(*options) as loaded:
            _call(how, given, len(given), loaded, byref(model))
        return cls(_Handle(model))

    @classmethod
    def open_plan(
        cls,
        path: PathLike,
        id: str,
        *,
        folder: PathLike | None = None,
        name: str | None = None,
        name_en: str | None = None,
        extends: Iterable[str] = (),
        basis: Iterable[str] = (),
        valid_from: Date | None = None,
        valid_until: Date | None = None,
        mapping: str | Mapping[str, Any] | None = None,
        council: str | None = None,
        owner: str | None = None,
        layers: Mapping[str, str | bytes] | None = None,
        folders: Iterable[PathLike] = (),
        max_bytes: int | None = None,
        allow_personal_data: bool = False,
    ) -> tuple[Model, PlanFindings]:
        """Make a model of a delegation plan, a CSV table, and say what in it is worth a look.

        `id`: of the model; the ids of rows begin with it. `folder`: where layers named by a path
        stand, beside the table if not given. `name`: the plan's. `extends`, `basis`: layers, and the
        rules in them that the plan rests on. `mapping`: what the table calls its columns and marks, as
        a dict or as JSON. `council`, `owner`: heads of columns. The others as for `open`.
        Raises InvalidModel with every finding, InvalidQuestion, Unreadable, TooLarge.
        """
        given = os.fsencode(path)
        place = None if folder is None else os.fsencode(folder)
        return cls._plan(
            lambda *rest: lib.rg_plan_open(given, len(given), place, len(place or b""), *rest),
            id,
            dict(name=name, name_en=name_en, extends=_listed(extends), basis=_listed(basis), valid_from=_day(valid_from),
                 valid_until=_day(valid_until), mapping=mapping, council=council, owner=owner),
            layers, folders, max_bytes, allow_personal_data,
        )  # fmt: skip

    @classmethod
    def from_plan(
        cls,
        text: str | bytes,
        id: str,
        *,
        name: str | None = None,
        name_en: str | None = None,
        extends: Iterable[str] = (),
        basis: Iterable[str] = (),
        valid_from: Date | None = None,
        valid_until: Date | None = None,
        mapping: str | Mapping[str, Any] | None = None,
        council: str | None = None,
        owner: str | None = None,
        layers: Mapping[str, str | bytes] | None = None,
        folders: Iterable[PathLike] = (),
        max_bytes: int | None = None,
        allow_personal_data: bool = False,
    ) -> tuple[Model, PlanFindings]:
        """Make a model of the text of a delegation plan; otherwise as `open_plan`."""
        given = text.encode() if isinstance(text, str) else text
        return cls._plan(
            lambda *rest: lib.rg_plan_from_text(given, len(given), *rest),
            id,
            dict(name=name, name_en=name_en, extends=_listed(extends), basis=_listed(basis), valid_from=_day(valid_from),
                 valid_until=_day(valid_until), mapping=mapping, council=council, owner=owner),
            layers, folders, max_bytes, allow_personal_data,
        )  # fmt: skip

    @classmethod
    def _plan(
        cls, how: Callable[..., int], id: str, settings: Mapping[str, Any], *options: Any
    ) -> tuple[Model, PlanFindings]:
        model, findings = _native.model_p(), _native.findings_p()
        with _options(*options) as loaded, plan_options(id, settings) as plan:
            _call(how, plan, loaded, byref(model), byref(findings))
        made = cls(_Handle(model))
        return made, findings_of(findings)

    def plan_table(self) -> tuple[str, PlanFindings]:
        """The model's authority as the table people know, and what that cannot say.

        Raises InvalidQuestion where the model has no delegation plan, or several.
        """
        findings = _native.findings_p()
        text = _native.text_p()
        with self._handle as model:
            _call(lib.rg_plan_table, model, byref(text), byref(findings))
        try:
            table: bytes = lib.rg_text_data(text, None)
            return table.decode(), findings_of(findings)
        finally:
            lib.rg_text_free(byref(text))

    def diff(
        self,
        after: Model,
        *,
        date: Date | None = None,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> Diff:
        """What changed from this model to `after`, in meaning: who decides, what fell, which hours.

        `cancel`, `seconds`, `progress` as in `rank`. Raises InvalidQuestion, Cancelled.
        """
        return Diff.of(self._diff(lib.rg_diff, after, date, (), cancel, seconds, progress))

    def diff_table(self, after: Model, *, language: Language = "da", date: Date | None = None) -> str:
        """Who decides what, before and now, as CSV for the agenda; `language`: "da" or "en"."""
        if language not in ("da", "en"):
            raise errors.InvalidQuestion("expected `da` or `en`", "language")
        return self._diff(lib.rg_diff_table, after, date, (int(language == "en"),), None, None, None)

    def _diff(self, how: Callable[..., int], after: Model, date: Date | None, more: tuple[int, ...],
              cancel: CancelToken | None, seconds: float | None, progress: Progress | None) -> str:  # fmt: skip
        with self._handle as old, after._handle as new, _limits(cancel, seconds, progress) as limits:
            return _taken(how, old, new, _optional(_day(date), "date"), *more, limits)

    def picture(
        self,
        *elements: str,
        steps: int = 1,
        why: str | None = None,
        what_breaks: str | Iterable[str] | None = None,
        who_decides: tuple[str, str] | None = None,
        delegation: bool | str = False,
        within: str | None = None,
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        language: Language = "da",
        internal: bool = False,
    ) -> Picture:
        """The whole model, what lies at most `steps` around `elements`, or an answer, as a picture.

        An answer: `why` an id; `what_breaks` ids, perhaps `within` a unit; `who_decides` a power and a
        target, with `unit` and `facts`; `delegation` True, or the id of a grant. A picture has `svg`,
        `dot`, `graphml` and `mermaid`, `save()`, and shows in notebooks; each asks the model anew, so keep
        it open. `internal`: name internal elements too. What is wrong with it is raised when it is written:
        UnknownElement, InvalidQuestion, WrongType, PersonalData, TooLarge.
        """
        day = {} if date is None else {"date": _day(date)}
        asked: list[dict[str, Any]] = []
        if why is not None:
            asked.append({"ask": "why", "element": why, **day})
        if what_breaks is not None:
            view = {} if within is None else {"within": within}
            asked.append({"ask": "what_breaks", "remove": _listed(what_breaks), **view, **day})
        if who_decides is not None:
            power, target = who_decides
            case: dict[str, Any] = {} if unit is None else {"unit": unit}
            if facts:
                case["facts"] = dict(facts)
            asked.append({"ask": "who_decides", "power": power, "target": target, **case, **day})
        if delegation:
            asked.append({"ask": "delegation"} | ({"element": delegation} if isinstance(delegation, str) else {}))
        if elements:
            asked.append({"ask": "model", "elements": list(elements), "steps": steps})
        if len(asked) > 1:
            raise errors.InvalidQuestion("a picture is of elements or of one answer", "of")
        of = asked[0] if asked else {"ask": "model"}
        return Picture(self._picture, {"of": of, "language": language, "internal": internal})

    def _picture(self, request: Mapping[str, Any]) -> str:
        text = json.dumps(request, allow_nan=False, default=_dates_as_text)
        with self._handle as model:
            return _taken(lib.rg_picture, model, _utf8(text, "request"))

    def worksheets(
        self,
        unit: str,
        *,
        rules: str | Iterable[str] = (),
        sheets: str | Iterable[str] = (),
        step: int | None = None,
        date: Date | None = None,
        language: Language = "da",
        internal: bool = False,
    ) -> Worksheets:
        """Sheets for a working group of `unit`, for each of the six steps: HTML that prints on A4.

        `rules`: those worked on, else the sheets about a rule are blank; `sheets` or `step`: which, else
        all twelve; `internal`: name internal elements too. Each has `title`, `step`, `pages` and `html`;
        `save(folder)` writes them. Raises UnknownElement, InvalidQuestion, TooLarge, PersonalData.
        """
        request: dict[str, Any] = {"unit": unit, "language": language, "internal": internal, "as": "json"}
        given = {"rules": _listed(rules), "sheets": _listed(sheets), "step": step, "date": _day(date)}
        request.update((name, value) for name, value in given.items() if value)
        with self._handle as model:
            said = _taken(lib.rg_worksheets, model, _utf8(json.dumps(request, allow_nan=False), "request"))
        return Worksheets(Worksheet(**one) for one in json.loads(said))
    def report(
        self,
        *,
        language: Language = "da",
        date: Date | None = None,
        internal: bool = False,
        review: Mapping[str, Any] | None = None,
        engine: bytes | None = None,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> str:
        """The model as one HTML page that people read, print and hang on the wall; it loads and sends nothing.

        `internal`: show internal elements too; `review`: a review whose heaps and decisions are shown;
        `engine`: the file `engine.wasm.gz` of this version, with which the page says what breaks without the rules marked on it.
        `cancel`, `seconds`, `progress` as in `rank`, but half a page is none: late raises Cancelled.
        In a notebook, `IPython.display.IFrame` shows the file it was written to. Raises InvalidQuestion, Cancelled.
        """
        wanted: dict[str, Any] = {"language": language, "internal": internal, "date": _day(date), "review": review}
        if engine is not None:
            wanted["engine"] = base64.b64encode(engine).decode()
        with self._handle as model, _limits(cancel, seconds, progress) as limits:
            return _taken(lib.rg_report, model, _optional(json.dumps(wanted, allow_nan=False), "options"), limits)

    def test(self, cases: str | bytes | Mapping[str, Any]) -> PlanTestReport:
        """Does the model answer as a file of plan tests expects?

        `cases`: the file's text, or what it holds: `{"cases": [{"name", "ask", "expect"}, ...]}`,
        where `expect` is a part of the answer. Raises InvalidQuestion where it has not that form.
        """
        given = json.dumps(cases, allow_nan=False) if isinstance(cases, Mapping) else cases
        content = given.encode() if isinstance(given, str) else given
        with self._handle as model:
            return PlanTestReport.of(_taken(lib.rg_plan_test, model, content, len(content), None))

    def propose(self, proposal: str | bytes | Mapping[str, Any], *, date: Date | None = None) -> dict[str, Any]:
        """Is a proposed rule ready to be decided on? The gate for new rules.

        `proposal`: the rule's element, or `{"rule", "draft"?, "remove"?, "review_on"?, "adopter"?,
        "considered"?}`. The answer: `verdict`, `demands`, `questions`, `agenda` and more. Raises
        InvalidModel with every finding where no such rule can be.
        """
        given = json.dumps(proposal, allow_nan=False) if isinstance(proposal, Mapping) else proposal
        content = given.encode() if isinstance(given, str) else given
        with self._handle as model:
            answer: dict[str, Any] = json.loads(
                _taken(lib.rg_propose, model, content, len(content), _optional(_day(date), "date")))  # fmt: skip
            return answer
    def nominations(
        self,
        table: str | bytes,
        *,
        file: str | None = None,
        sure: float | None = None,
        perhaps: float | None = None,
        allow_personal_data: bool = False,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> Nominations:
        """What staff handed in, matched to the rules of this model, repeats put together.

        `table`: the content of the CSV file, as bytes where its encoding is not sure; `file`: its name in findings;
        `sure`, `perhaps`: from which score a nomination is matched, and from which it is offered to a person.
        A table that cannot be read has findings of severity "error" and no nominations. Raises InvalidQuestion,
        Cancelled.
        """
        options = {"file": file, "sure": sure, "perhaps": perhaps, "allow_personal_data": allow_personal_data}
        return Nominations.of(self._nominated(lib.rg_nominations_read, table, options, (), cancel, seconds, progress))

    def qualify(
        self,
        table: str | bytes,
        *,
        file: str | None = None,
        date: Date | None = None,
        unit: str | None = None,
        at_least: int | None = None,
        internal: bool = False,
        allow_personal_data: bool = False,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> Qualification:
        """The qualification sheet of a nomination table: who may repeal each rule, what it costs, what breaks.

        `unit`: whose sheet it is; `at_least`: fewer units than this are not shown on their own (3); `internal`: name
        internal elements too. Otherwise as `nominations`; a table that cannot be read raises InvalidModel with every
        finding.
        """
        options = {
            "file": file, "date": _day(date), "unit": unit, "at_least": at_least, "internal": internal,
            "allow_personal_data": allow_personal_data,
        }  # fmt: skip
        return Qualification.of(self._nominated(lib.rg_qualify, table, options, (b"json",), cancel, seconds, progress))

    def qualification_sheet(
        self,
        table: str | bytes,
        format: Literal["csv", "html"],
        *,
        language: Language = "da",
        date: Date | None = None,
        unit: str | None = None,
        at_least: int | None = None,
        internal: bool = False,
        allow_personal_data: bool = False,
    ) -> str:
        """The same as the text of a file: a table for a spreadsheet, or a page to print."""
        options = {
            "language": language, "date": _day(date), "unit": unit, "at_least": at_least, "internal": internal,
            "allow_personal_data": allow_personal_data,
        }  # fmt: skip
        return self._nominated(lib.rg_qualify, table, options, (_utf8(format, "format"),), None, None, None)

    def _nominated(self, how: Callable[..., int], table: str | bytes, options: Mapping[str, Any], more: tuple[bytes, ...],
                   cancel: CancelToken | None, seconds: float | None, progress: Progress | None) -> str:  # fmt: skip
        content = table.encode() if isinstance(table, str) else table
        said = json.dumps({name: value for name, value in options.items() if value is not None}, allow_nan=False)
        with self._handle as model, _limits(cancel, seconds, progress) as limits:
            return _taken(how, model, content, len(content), _utf8(said, "options"), *more, limits)

    def close(self) -> None:
        """Let go of the model; calls under way are finished first. Closing twice is fine."""
        self._handle.close()

    def __enter__(self) -> Model:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def __repr__(self) -> str:
        try:
            return f"<regelgraf.Model {self.id!r}, {len(self)} elements>"
        except errors.InvalidArgument:
            return "<regelgraf.Model, closed>"

    @property
    def id(self) -> str:
        with self._handle as model:
            text: bytes = lib.rg_model_id(model, None)
            return text.decode()

    @property
    def digest(self) -> str:
        """SHA-256 of the model's canonical form, 64 hexadecimal digits; worked out when it is first asked for."""
        with self._handle as model:
            text: bytes | None = lib.rg_model_digest(model, None)
            if text is None:
                raise MemoryError
            return text.decode()

    def draft(self) -> Draft:
        """A draft with the elements of the model's own layer in it, on the same layers.

        What is added later may hold no personal data.
        """
        with self._handle as model:
            return Draft._of(model)

    def to_json(self) -> str:
        """The model's own layer as a model file: canonical JSON, layers named and not included."""
        with self._handle as model:
            return _taken(lib.rg_model_json, model)

    def element(self, id: str) -> dict[str, Any]:
        """An element as a model file has it, in canonical form. Raises UnknownElement."""
        return self._element(self._number(id))

    def save_snapshot(self, path: PathLike) -> None:
        """Write a snapshot of the model to `path`; `open` reads it back, much faster than a model file."""
        name = os.fsencode(path)
        with self._handle as model:
            _call(lib.rg_model_save_snapshot, model, name, len(name))

    def __len__(self) -> int:
        """How many elements, those of all layers."""
        with self._handle as model:
            count: int = lib.rg_model_element_count(model)
            return count

    def __bool__(self) -> bool:
        return True  # an empty model is a model

    def _repr_html_(self) -> str:
        from . import notebook  # knows all answers

        try:
            return notebook.of_model(self.id, self.digest, len(self))
        except errors.InvalidArgument:
            return notebook.of_closed()

    def to_networkx(self) -> networkx.MultiDiGraph:
        """The model as a graph: an edge from each element to what it leans on, serves and uses.

        Edges have `relation`: "basis", "needs", "serves" or "uses". Those of `basis` and `needs` also have
        `requirement` (which of the element's requirements, from 0), `at_least` (how many of those that the
        requirement lists must hold) and `implied` (follows from another field, as a grant's `from`, `to`).
        Nodes have the element's other fields as the model file has them, `name_da`, `name_en`, and
        `inert`: a layer's actor whose place another has taken (`is`); edges lead to the one that has.
        The graph has the model's `id` and `digest`. Needs NetworkX.
        """
        count = len(self)
        return graphs.of_model(
            {"id": self.id, "digest": self.digest}, (self._element(number) for number in range(count)), self._edges()
        )

    def _edges(self) -> list[tuple[int, int, int, int, int, int]]:
        """The columns of an rg_edges side by side."""
        edges = _native.edges_p()
        with self._handle as model:
            _call(lib.rg_edges_new, model, byref(edges))
        try:
            count = lib.rg_edges_count(edges)
            columns = [(c_uint32 * count)() for _ in range(6)]
            for which, column in enumerate(columns):
                lib.rg_edges_column(edges, which, 0, count, column)
            return list(zip(*columns, strict=True))
        finally:
            lib.rg_edges_free(byref(edges))

    def _element(self, number: int) -> dict[str, Any]:
        """An element as a model file has it, in canonical form."""
        with self._handle as model:
            element: dict[str, Any] = json.loads(_taken(lib.rg_model_element_json, model, number))
            return element

    def _number(self, id: str) -> int:
        """The number of an element. Raises UnknownElement."""
        given, number = _utf8(id, "id"), c_uint32()
        with self._handle as model:
            _call(lib.rg_model_find, model, given, len(given), byref(number))
        return number.value

    def _name(self, id: str, language: Language) -> str:
        """An element's name, in the other language where it has none in this; else its id."""
        names = self.element(id).get("name", {}) if id in self else {}
        return str(names.get(language) or next(iter(names.values()), id))

    def __iter__(self) -> Iterator[str]:
        """The ids of all elements, in order of id, byte for byte."""
        count = len(self)
        ids = (c_char_p * count)()
        with self._handle as model:
            lib.rg_model_element_ids(model, 0, count, ids, None)
            known = [id.decode() for id in ids if id is not None]
        return iter(known)

    def __contains__(self, id: object) -> bool:
        """Whether the model has an element with this id."""
        if not isinstance(id, str) or "\0" in id:
            return False
        try:
            self._number(id)
        except (errors.UnknownElement, errors.PersonalData):
            return False
        return True

    def ask(
        self,
        question: Mapping[str, Any],
        *,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> dict[str, Any]:
        """Put any question the library answers, in the form of FORMATS section 2.

        Raises nothing for what a question says: one that cannot be put is an answer with `error`
        ({"code", "message", "at"}), as it is for the command line. The other methods raise.
        `cancel`, `seconds`, `progress`: as `rank`; raises Cancelled.
        """
        text = json.dumps(question, allow_nan=False, default=_dates_as_text)
        answer: dict[str, Any] = json.loads(
            self.ask_json(text, cancel=cancel, seconds=seconds, progress=progress)
        )
        return answer

    def ask_json(
        self,
        question: str | bytes,
        *,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> str:
        """As `ask`, with question and answer as JSON text: the same question gives the same text."""
        asked = question.encode() if isinstance(question, str) else question
        with self._handle as model, _limits(cancel, seconds, progress) as limits:
            return _taken(lib.rg_ask_limited, model, asked, len(asked), limits)

    def what_breaks(self, *remove: str, within: str | None = None, date: Date | None = None) -> Breaks:
        """What breaks if these elements are removed?

        `within`: a unit, for a trial there alone; `date`: the day to look at, else the model's last
        state. Raises UnknownElement, InvalidQuestion.
        """
        ids = (c_char_p * len(remove))(*(_utf8(id, "remove") for id in remove))
        breaks = _native.breaks_p()
        with self._handle as model:
            _call(lib.rg_what_breaks, model, ids, len(remove), _optional(within, "within"),
                  _optional(_day(date), "date"), byref(breaks))  # fmt: skip
        try:
            return Breaks.of(_taken(lib.rg_breaks_json, breaks))
        finally:
            lib.rg_breaks_free(byref(breaks))

    def what_if(
        self,
        remove: Iterable[str] = (),
        *,
        add: Iterable[Mapping[str, Any]] = (),
        change: Mapping[str, Mapping[str, Any]] | None = None,
        within: str | None = None,
        date: Date | None = None,
    ) -> WhatIf:
        """What follows if elements are removed, added and given other fields, all at once?

        `add`: elements as in a model file; `change`: by id the fields that take the place of the
        element's own, None taking one away: `{"plan": {"status": "in_force"}}` adopts a proposal.
        The rest as in `what_breaks`. Raises InvalidModel with every finding about what is added and
        changed, UnknownElement, InvalidQuestion, PersonalData.
        """
        if isinstance(remove, str):
            raise TypeError("`remove` is a str, not a list of ids")
        asked: dict[str, Any] = {"remove": list(remove), "add": list(add), "change": change or {}}
        if within is not None:
            asked["within"] = within
        if date is not None:
            asked["date"] = _day(date)
        text = json.dumps(asked, ensure_ascii=False, allow_nan=False, default=_dates_as_text).encode()
        breaks = _native.breaks_p()
        with self._handle as model:
            _call(lib.rg_what_if, model, text, len(text), byref(breaks))
        try:
            return WhatIf.of(_taken(lib.rg_breaks_json, breaks))
        finally:
            lib.rg_breaks_free(byref(breaks))

    def cuts(
        self,
        element: str,
        to: Literal["break", "restore"] = "break",
        *,
        at_most: int = 100,
        seconds: float | None = None,
        date: Date | None = None,
    ) -> Cuts:
        """The minimal sets of elements that fell `element` if they go, smallest first; with
        `to="restore"` those that make it stand if they are put in force.

        `seconds`: stop then with what was found, not `complete`. Raises UnknownElement,
        InvalidQuestion, ValueError for a `to`, `at_most` or `seconds` that is none.
        """
        if to not in ("break", "restore"):
            raise ValueError(f"`to` is {to!r}, not 'break' or 'restore'")
        if at_most < 1:
            raise ValueError("`at_most` is less than 1")
        if seconds is not None and not seconds >= 0:
            raise ValueError("`seconds` is no number from 0")
        sets = _native.cut_sets_p()
        with self._handle as model:
            _call(lib.rg_cuts, model, _utf8(element, "element"), 0 if to == "break" else 1, at_most,
                  -1.0 if seconds is None else seconds, _optional(_day(date), "date"),
                  byref(sets))  # fmt: skip
        try:
            return Cuts.of(_taken(lib.rg_cut_sets_json, sets))
        finally:
            lib.rg_cut_sets_free(byref(sets))

    def what_if_session(self, *, within: str | None = None, date: Date | None = None) -> WhatIfSession:
        """Try removals step by step: `with model.what_if_session() as w: w.remove("x"); w.fallen; w.undo()`.

        A session only removes and puts back, each step as cheap as what it moves; `what_if` answers
        once for a whole change, in which elements may also come and get other fields.
        Raises UnknownElement, InvalidQuestion.
        """
        session = _native.session_p()
        with self._handle as model:
            _call(lib.rg_session_new, model, _optional(within, "within"),
                  _optional(_day(date), "date"), byref(session))  # fmt: skip
        return WhatIfSession(session)

    def rank(
        self,
        by: Literal["breaks", "hours", "duties"] = "breaks",
        *,
        top: int | None = None,
        among: Iterable[str] | None = None,
        date: Date | None = None,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> Ranking:
        """How much falls with each element if it alone is removed? Most first.

        `by`: "breaks", "hours" or "duties"; `top`: how many are listed, else all; `among`: whom to
        look at, else all that stand; an empty list is refused.
        `cancel` ends the call from another thread; after `seconds` it answers what it has, and is not
        `complete`; `progress` is called with (stage, done, total), and False ends the call.
        Raises UnknownElement, InvalidQuestion, Cancelled.
        """
        if by not in _RANK_BY:
            raise errors.InvalidQuestion("expected `breaks`, `hours` or `duties`", "by")
        if top is not None and top < 1:
            raise errors.InvalidQuestion("expected a whole number from 1", "top")
        names = None if among is None else [_utf8(id, "among") for id in among]
        ids = None if names is None else (c_char_p * len(names))(*names)
        ranking = _native.ranking_p()
        with self._handle as model, _limits(cancel, seconds, progress) as limits:
            _call(lib.rg_rank, model, _RANK_BY[by], top or 0, ids, len(names or ()),
                  _optional(_day(date), "date"), limits, byref(ranking))  # fmt: skip
        try:
            return Ranking.of(_taken(lib.rg_ranking_json, ranking))
        finally:
            lib.rg_ranking_free(byref(ranking))

    def keep_set(
        self,
        *,
        instruments: Iterable[str] | None = None,
        issuers: Iterable[str] | None = None,
        tiers: Iterable[str] | None = None,
        matters: Iterable[str] | None = None,
        ids: Iterable[str] | None = None,
        repealable_by: str | None = None,
        keep: Iterable[str] = (),
        objective: Literal["hours", "count"] = "hours",
        date: Date | None = None,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> KeepSet:
        """The cheapest rules to keep so that, when the rest of the scope goes, every duty and core
        task that stands today stands, and everything in `keep`.

        The scope is the standing rules that match all that is given: `instruments`, `issuers`,
        `tiers`, `matters`, `ids` are one of these, an empty list being refused; `repealable_by`: what
        this actor may repeal alone. `cancel`, `seconds`, `progress` as in `rank`.
        Raises UnknownElement, InvalidQuestion, Cancelled.
        """
        scope = _scope(instruments, issuers, tiers, matters, ids, repealable_by)
        question = {"scope": scope, "keep": list(keep), "objective": objective}
        return KeepSet.of(self._zero_base(lib.rg_keep_set, question, date, cancel, seconds, progress))

    def best_removals(
        self,
        at_most: int,
        *,
        instruments: Iterable[str] | None = None,
        issuers: Iterable[str] | None = None,
        tiers: Iterable[str] | None = None,
        matters: Iterable[str] | None = None,
        ids: Iterable[str] | None = None,
        repealable_by: str | None = None,
        keep: Iterable[str] = (),
        date: Date | None = None,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> BestRemovals:
        """At most `at_most` removals that free the most hours and leave every duty and core task
        standing, and everything in `keep`. The scope and the rest as in `keep_set`."""
        scope = _scope(instruments, issuers, tiers, matters, ids, repealable_by)
        question = {"scope": scope, "keep": list(keep), "at_most": at_most}
        return BestRemovals.of(self._zero_base(lib.rg_best_removals, question, date, cancel, seconds, progress))

    def _zero_base(self, how: Callable[..., int], question: dict[str, Any], date: Date | None,
                   cancel: CancelToken | None, seconds: float | None, progress: Progress | None) -> str:  # fmt: skip
        if date is not None:
            question["date"] = _day(date)
        content = json.dumps(question, allow_nan=False).encode()
        with self._handle as model, _limits(cancel, seconds, progress) as limits:
            return _taken(how, model, content, len(content), limits)

    def who_decides(
        self,
        power: str | None,
        target: Target,
        *,
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        disqualified: Iterable[str] = (),
        absent: Iterable[str] = (),
    ) -> Decision:
        """Who may use `power` ("decide", "repeal", ...) on `target`?

        `unit`: the unit the case belongs to; `facts`: values by name, alias or judgement, an unknown
        name being listed in `ignored_facts`; `disqualified`, `absent`: actors who may not or cannot.
        `power` may be None where a KLE target has a facet.
        Raises UnknownElement, InvalidQuestion, WrongType.
        """
        more = (unit, date, facts, disqualified, absent)
        if not isinstance(target, str):
            return Decision.of(self._ask_by_kle({"ask": "who_decides"}, power, target, *more))
        with self._question(power, target, *more) as question:
            decision = _native.decision_p()
            _call(lib.rg_who_decides, question, byref(decision))
            try:
                return Decision.of(_taken(lib.rg_decision_json, decision))
            finally:
                lib.rg_decision_free(byref(decision))

    def may(
        self,
        actor: str,
        power: str | None,
        target: Target,
        *,
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        disqualified: Iterable[str] = (),
        absent: Iterable[str] = (),
    ) -> May:
        """May `actor`, by itself, use `power` on `target`? Otherwise as `who_decides`.

        An actor that the model does not have may do nothing.
        """
        more = (unit, date, facts, disqualified, absent)
        if not isinstance(target, str):
            asked = {"ask": "may", "actor": actor}
            return May.of(self._ask_by_kle(asked, power, target, *more))
        with self._question(power, target, *more) as question:
            return May.of(_taken(lib.rg_may_json, question, _utf8(actor, "actor")))

    def journal_note(
        self,
        power: str | None,
        target: Target,
        *,
        actor: str | None = None,
        case_no: str | None = None,
        made: Date | None = None,
        language: Language = "da",
        internal: bool = False,
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        disqualified: Iterable[str] = (),
        absent: Iterable[str] = (),
    ) -> JournalNote:
        """Who decides, as a note for a case file: `note.text` is the text, `note.to_dict()["note"]` its fields.

        `actor`: may this actor, too? `case_no`: the host's number of the case; `made`: when the note is
        made, a date or datetime or ISO 8601 text, since the library reads no clock; `language`: "da" or
        "en"; `internal`: name internal elements too. The rest as `who_decides`.
        Raises UnknownElement, InvalidQuestion, WrongType, PersonalData.
        """
        if language not in _LANGUAGES:
            raise errors.InvalidQuestion("expected `da` or `en`", "language")
        when = _time(made)
        more = (unit, date, facts, disqualified, absent)
        if not isinstance(target, str):
            asked: dict[str, Any] = {"ask": "journal_note", "language": language, "internal": internal}
            given = {"actor": actor, "case_no": case_no, "made": when}
            asked.update((name, value) for name, value in given.items() if value is not None)
            return JournalNote.of(self._ask_by_kle(asked, power, target, *more))
        with self._question(power, target, *more) as question:
            return JournalNote.of(
                _taken(lib.rg_journal_note_json, question, _optional(actor, "actor"),
                       _optional(case_no, "case_no"), _optional(when, "made"), _LANGUAGES[language],
                       int(internal)))  # fmt: skip

    def agenda_line(
        self,
        power: str | None,
        target: Target,
        *,
        language: Language = "da",
        internal: bool = False,
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        disqualified: Iterable[str] = (),
        absent: Iterable[str] = (),
    ) -> str:
        """The line that agendas print: "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen."

        Recommending bodies come in route order. Otherwise as `journal_note`.
        """
        if language not in _LANGUAGES:
            raise errors.InvalidQuestion("expected `da` or `en`", "language")
        more = (unit, date, facts, disqualified, absent)
        if not isinstance(target, str):
            asked = {"ask": "journal_note", "language": language, "internal": internal}
            return JournalNote.of(self._ask_by_kle(asked, power, target, *more)).agenda_line
        with self._question(power, target, *more) as question:
            return _taken(lib.rg_agenda_line, question, _LANGUAGES[language], int(internal))

    def removal_plan(
        self,
        *remove: str,
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        disqualified: Iterable[str] = (),
        absent: Iterable[str] = (),
    ) -> RemovalPlan:
        """In which steps are these elements removed, and when can they be gone at the earliest?

        `date`: the day on which work begins; the rest as `who_decides`.
        Raises UnknownElement, InvalidQuestion, WrongType.
        """
        removal = _native.removal_p()
        with self._question(None, None, unit, date, facts, disqualified, absent) as question:
            _call(lib.rg_removal_plan, question, *_names(remove, "remove"), byref(removal))
        try:
            return RemovalPlan.of(_taken(lib.rg_removal_json, removal))
        finally:
            lib.rg_removal_free(byref(removal))

    def what_may(
        self,
        actor: str,
        *,
        powers: Iterable[str] | None = None,
        kinds: Iterable[str] | None = None,
        by: Literal["id", "hours"] = "id",
        unit: str | None = None,
        date: Date | None = None,
        facts: Mapping[str, Fact] | None = None,
        disqualified: Iterable[str] = (),
        absent: Iterable[str] = (),
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> WhatMay:
        """What may `actor` do alone, what with others or under conditions, and why not the rest?

        Every pair of power and target exactly where `may` puts it. `powers`: only these, else those
        that grants name, and the four that make and unmake rules; `kinds`: "rule", "task", "matter",
        else all three; `by`: "id", or "hours" for most hours a year first. The rest of the case as
        in `who_decides`; `cancel`, `seconds`, `progress` as in `rank`.
        `what_may(leader, powers=["repeal"], by="hours").may` are the rules a workplace can remove
        itself. Raises UnknownElement, InvalidQuestion, WrongType, Cancelled.
        """
        if by not in ("id", "hours"):
            raise errors.InvalidQuestion("expected `id` or `hours`", "by")
        powers_, power_count = _names(powers, "powers")
        kinds_, kind_count = _names(kinds, "kinds")
        more = (unit, date, facts, disqualified, absent)
        found = _native.powers_p()
        with self._question(None, None, *more) as question, _limits(cancel, seconds, progress) as limits:
            _call(lib.rg_what_may, question, _utf8(actor, "actor"), powers_, power_count, kinds_,
                  kind_count, int(by == "hours"), limits, byref(found))  # fmt: skip
        try:
            return WhatMay.of(_taken(lib.rg_powers_json, found))
        finally:
            lib.rg_powers_free(byref(found))

    def why(self, id: str, *, date: Date | None = None) -> Why:
        """Why is this element there: its ground, its purpose, where it comes from?

        Raises UnknownElement, InvalidQuestion.
        """
        reasons = _native.reasons_p()
        with self._handle as model:
            _call(lib.rg_why, model, _utf8(id, "element"), _optional(_day(date), "date"), byref(reasons))
        try:
            return Why.of(_taken(lib.rg_reasons_json, reasons))
        finally:
            lib.rg_reasons_free(byref(reasons))

    def burden(
        self,
        by: Literal["tier", "instrument", "issuer", "matter", "actor"],
        *,
        within: str | None = None,
        date: Date | None = None,
    ) -> Burden:
        """How many hours do rules and tasks cost, by "tier", "instrument", "issuer", "matter" or "actor"?

        `within`: a unit, for what lies there alone. Raises UnknownElement, InvalidQuestion.
        """
        burden = _native.burden_p()
        with self._handle as model:
            _call(lib.rg_burden_by, model, _utf8(by, "by"), _optional(within, "within"),
                  _optional(_day(date), "date"), byref(burden))  # fmt: skip
        try:
            return Burden.of(_taken(lib.rg_burden_json, burden))
        finally:
            lib.rg_burden_free(byref(burden))

    def check(self, *, date: Date | None = None) -> Findings:
        """What in the model is worth a look: rules without ground, dead rules, claims it contradicts.

        Raises InvalidQuestion.
        """
        findings = _native.findings_p()
        with self._handle as model:
            _call(lib.rg_check, model, _optional(_day(date), "date"), byref(findings))
        try:
            return Findings.of(_taken(lib.rg_findings_json, findings))
        finally:
            lib.rg_findings_free(byref(findings))

    def _ask_by_kle(
        self,
        asked: dict[str, Any],
        power: str | None,
        target: Mapping[str, str],
        unit: str | None,
        date: Date | None,
        facts: Mapping[str, Fact] | None,
        disqualified: Iterable[str],
        absent: Iterable[str],
    ) -> str:
        """The typed calls take ids only; a KLE number goes by way of rg_ask."""
        asked["target"] = dict(target)
        given = {"power": power, "unit": unit, "date": _day(date), "facts": dict(facts or {})}
        asked.update((name, value) for name, value in given.items() if value is not None)
        asked.update(disqualified=list(disqualified), absent=list(absent))
        return _checked(self.ask_json(json.dumps(asked, allow_nan=False, default=_dates_as_text)))

    @contextmanager
    def _question(
        self,
        power: str | None,
        target: str | None,
        unit: str | None,
        date: Date | None,
        facts: Mapping[str, Fact] | None,
        disqualified: Iterable[str],
        absent: Iterable[str],
    ) -> Iterator[Any]:
        question = _native.question_p()
        with self._handle as model:
            if target is None:  # about all
                _call(lib.rg_question_new_open, model, byref(question))
            else:
                _call(lib.rg_question_new, model, _utf8(power or "", "power"),
                      _utf8(target, "target"), byref(question))  # fmt: skip
        try:
            if unit is not None:
                _call(lib.rg_question_set_unit, question, _utf8(unit, "unit"))
            if date is not None:
                _call(lib.rg_question_set_date, question, _optional(_day(date), "date"))
            for name, value in (facts or {}).items():
                _set_fact(question, _utf8(name, "facts"), value)
            for actor in disqualified:
                _call(lib.rg_question_add_disqualified, question, _utf8(actor, "disqualified"))
            for actor in absent:
                _call(lib.rg_question_add_absent, question, _utf8(actor, "absent"))
            yield question
        finally:
            lib.rg_question_free(byref(question))


def _names(names: Iterable[str] | None, what: str) -> tuple[Any, int]:
    """A list as C takes it; None: NULL."""
    if names is None:
        return None, 0
    if isinstance(names, str):
        raise TypeError(f"`{what}` is a str, not a list of them")
    given = [_utf8(name, what) for name in names]
    return (c_char_p * len(given))(*given), len(given)


def _set_fact(question: Any, name: bytes, value: Fact) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        _call(lib.rg_question_set_boolean, question, name, value, None)
    elif isinstance(value, (int, float)):
        _call(lib.rg_question_set_number, question, name, value, None)
    else:
        text = _day(value) or ""
        _call(lib.rg_question_set_text, question, name, _utf8(text, f"facts.{name.decode()}"), None)
