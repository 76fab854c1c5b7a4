"""A review of rules as a record."""

from __future__ import annotations

import json
import weakref
from collections.abc import Mapping
from ctypes import byref, c_int32
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _native
from .calls import call, taken, utf8

if TYPE_CHECKING:
    from .model import Date, Model

lib = _native.lib


def _json(given: str | bytes | Mapping[str, Any], what: str) -> bytes:
    text = json.dumps(given, ensure_ascii=False, allow_nan=False) if isinstance(given, Mapping) else given
    return text if isinstance(text, bytes) else utf8(text, what)


class Applied(NamedTuple):
    """What came of an event."""

    #: The review with the event in it; the one before where it was refused.
    review: Review
    applied: bool
    #: What speaks against it, each with `code`, `key`, `text`, `deciders`.
    refused: tuple[dict[str, Any], ...]


class Review:
    """A review of a municipality's own rules: one document that only grows.

    Never changes: an event gives another one. Its fields are in src/review/REVIEW.md. Answers are
    what the JSON holds.
    """

    def __init__(self, pointer: Any) -> None:
        """Not for you: see `read` and `begin`."""
        self._held = pointer
        self._finalizer = weakref.finalize(self, lib.rg_review_free, byref(pointer))

    @classmethod
    def read(cls, text: str | bytes | Mapping[str, Any]) -> Review:
        """Read a review. Raises InvalidModel with every finding where it has not the form."""
        review = _native.review_p()
        written = _json(text, "text")
        call(lib.rg_review_read, written, len(written), byref(review))
        return cls(review)

    @classmethod
    def begin(cls, model: Model, head: str | bytes | Mapping[str, Any]) -> Review:
        """A new review about `model`: `{"id": ..., "name": ...}`. Raises InvalidModel."""
        review = _native.review_p()
        written = _json(head, "head")
        with model._handle as handle:
            call(lib.rg_review_begin, handle, written, len(written), byref(review))
        return cls(review)

    def json(self) -> str:
        """The review as canonical JSON: keys sorted, rows in their order."""
        return taken(lib.rg_review_json, self._held)

    def status(self, model: Model, date: Date | None = None) -> dict[str, Any]:
        """How far has it come, and what is missing before the next step?

        Without a date everything that has an end is over. Raises InvalidQuestion where the review
        is about another model.
        """
        return dict(self._asked(lib.rg_review_status, model, date))

    def apply(self, model: Model, event: str | bytes | Mapping[str, Any]) -> Applied:
        """The review with an event in it, or everything that the graph has against it.

        Raises InvalidModel where the event has not the form.
        """
        review, answer, applied = _native.review_p(), _native.text_p(), c_int32()
        written = _json(event, "event")
        with model._handle as handle:
            call(lib.rg_review_apply, self._held, handle, written, len(written), byref(applied), byref(review), byref(answer))
        came = Review(review)
        said = json.loads(lib.rg_text_data(answer, None))
        lib.rg_text_free(byref(answer))
        return Applied(came, bool(applied.value), tuple(said["refused"]))

    def replies(self, model: Model, date: Date | None = None) -> list[dict[str, Any]]:
        """A letter to each unit that nominated something: what became of it, and why."""
        return list(self._asked(lib.rg_review_replies, model, date)["replies"])

    def evaluation(self, model: Model, date: Date | None = None) -> dict[str, Any]:
        """What came of it: hours, results, its own cost, what did not happen, lessons."""
        return dict(self._asked(lib.rg_review_evaluation, model, date))

    def plans(self, model: Model, date: Date | None = None) -> list[dict[str, Any]]:
        """How the removals that were decided are carried out, group by group."""
        return list(self._asked(lib.rg_review_plans, model, date)["plans"])

    def _asked(self, how: Any, model: Model, date: Date | None) -> Any:
        from .model import _day, _optional

        with model._handle as handle:
            return json.loads(taken(how, self._held, handle, _optional(_day(date), "date")))
