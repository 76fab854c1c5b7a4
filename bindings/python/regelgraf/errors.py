"""What can go wrong, by status. A fact about the data ("nobody decides") is an answer, not an error."""

from __future__ import annotations

import json
from ctypes import byref
from enum import IntEnum
from typing import Any

from . import _native


class Status(IntEnum):
    """The statuses of the C ABI (`RG_...`)."""

    OK = 0
    INVALID_ARGUMENT = 1
    INVALID_QUESTION = 2
    UNKNOWN_ELEMENT = 3
    WRONG_TYPE = 4
    INVALID_MODEL = 5
    UNREADABLE = 6
    PERSONAL_DATA = 7
    TOO_LARGE = 8
    CANCELLED = 9
    OUT_OF_MEMORY = 10
    INTERNAL = 11


class Error(Exception):
    """Base of all of them."""

    status: Status = Status.INTERNAL
    #: One English line, without a full stop.
    message: str
    #: Which part of the question is meant, as "remove[0]"; "" where none is.
    at: str
    #: Everything that is wrong with a model, each finding with severity, code, file, line, column,
    #: element, field, text and advice; empty for questions.
    findings: list[dict[str, Any]]

    def __init__(self, message: str, at: str = "", findings: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.findings = findings or []

    def __str__(self) -> str:
        return f"{self.at}: {self.message}" if self.at else self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.at, self.findings)


class InvalidArgument(Error, ValueError):
    """A value that is no text, a closed model."""

    status = Status.INVALID_ARGUMENT


class InvalidQuestion(Error, ValueError):
    """The question has not the documented form."""

    status = Status.INVALID_QUESTION


class UnknownElement(Error, KeyError):
    """An id that the model does not have; the message names the nearest."""

    status = Status.UNKNOWN_ELEMENT


class WrongType(Error, TypeError):
    """A fact's value is not of the fact's type."""

    status = Status.WRONG_TYPE


class InvalidModel(Error, ValueError):
    """The input is no model: see `findings`."""

    status = Status.INVALID_MODEL


class Unreadable(Error, OSError):
    """A file cannot be read."""

    status = Status.UNREADABLE


class PersonalData(Error, ValueError):
    """Text that looks like a CPR number; it is not repeated."""

    status = Status.PERSONAL_DATA


class TooLarge(Error, ValueError):
    """Over a stated limit."""

    status = Status.TOO_LARGE


class Cancelled(Error):
    """Stopped by the caller."""

    status = Status.CANCELLED


class OutOfMemory(Error, MemoryError):
    """No memory was left."""

    status = Status.OUT_OF_MEMORY


class Internal(Error, RuntimeError):
    """A defect in regelgraf: please report it, with the message."""

    status = Status.INTERNAL


_BY_STATUS: dict[int, type[Error]] = {int(kind.status): kind for kind in Error.__subclasses__()}


def of_answer(error: dict[str, Any]) -> Error:
    """The exception for the `error` of an answer."""
    status = Status.__members__.get(error["code"].upper(), Status.INTERNAL)
    return _BY_STATUS[status](error["message"], error["at"] or "")


def take(status: int, error: Any) -> Error:
    """The exception for a failed call; frees its rg_error."""
    try:
        lib = _native.lib
        findings = [
            json.loads(lib.rg_error_finding(error, i))
            for i in range(lib.rg_error_finding_count(error))
        ]
        return _BY_STATUS.get(status, Internal)(
            lib.rg_error_message(error).decode(), lib.rg_error_at(error).decode(), findings
        )
    finally:
        _native.lib.rg_error_free(byref(error))
