"""The store: every state of a model that was ever recorded, by whom, when and why."""

from __future__ import annotations

import datetime
import json
import os
import weakref
from collections.abc import Callable, Iterable, Mapping
from ctypes import byref, c_uint64
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from . import _native, errors
from .answers import Diff
from .calls import call, taken, utf8
from .limits import CancelToken, Progress, limits
from .loading import PathLike, load_options

if TYPE_CHECKING:
    from .model import Model

lib = _native.lib

#: A day as `datetime.date` or "2026-12-31".
On: TypeAlias = datetime.date | str
#: A moment as an aware `datetime.datetime` or "2026-11-27T10:00:00Z"; a day is the whole of it, in UTC.
By: TypeAlias = datetime.datetime | datetime.date | str


def _moment(by: By | None, what: str) -> bytes | None:
    if by is None:
        return None
    if isinstance(by, datetime.datetime):
        if by.tzinfo is None:
            raise errors.InvalidArgument(f"`{what}` has no time zone", what)
        return by.isoformat().encode()
    return by.isoformat().encode() if isinstance(by, datetime.date) else utf8(by, what)


def _day(on: On | None) -> bytes | None:
    if on is None:
        return None
    return on.isoformat().encode() if isinstance(on, datetime.date) else utf8(on, "valid_on")


class Conflict(errors.Error):
    """Others have changed the same since `base`; nothing was recorded."""

    #: What they changed, as "element g-27", "head".
    conflicts: list[str]

    def __init__(self, conflicts: list[str]) -> None:
        super().__init__("others have changed the same: " + ", ".join(conflicts), "base")
        self.conflicts = conflicts

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.conflicts,)


class AsOf(NamedTuple):
    """A model with the day to ask it with."""

    #: Of the state; close it when done.
    model: Model
    #: To be given to every question as `date`; None: the last state.
    valid_on: str | None
    #: The state's number.
    state: int
    #: The entry that made the state: at, by, why, hash, ...
    entry: dict[str, Any]


class Store:
    """A store in an SQLite file or a PostgreSQL database. Any thread may use it; calls wait for each other.

    Closing is for `with` and for those in a hurry: it is closed by itself. What is wrong with a store is
    raised as Unreadable, whose `at` is the reason: missing, foreign, version, damaged, read_only, full,
    unreachable, unsupported; that another writer has it, as Cancelled with `at` "busy".
    """

    def __init__(self, where: PathLike, *, read_only: bool = False, wait_seconds: float = 10) -> None:
        """Open the store at a path, or `postgresql://...`."""
        given = os.fsencode(where)
        pointer = _native.store_p()
        call(lib.rg_store_open, given, len(given), int(read_only), wait_seconds, byref(pointer))
        self._hold(pointer)

    @classmethod
    def init(cls, where: PathLike, *, wait_seconds: float = 10) -> Store:
        """Make a new, empty store; the file must not be there yet. `:memory:` goes with the object."""
        given = os.fsencode(where)
        store = cls.__new__(cls)
        pointer = _native.store_p()
        call(lib.rg_store_init, given, len(given), wait_seconds, byref(pointer))
        store._hold(pointer)
        return store

    def _hold(self, pointer: Any) -> None:
        self._held = pointer
        self._finalizer = weakref.finalize(self, lib.rg_store_free, byref(pointer))

    @property
    def _pointer(self) -> Any:
        if not self._finalizer.alive:
            raise errors.InvalidArgument("the store is closed")
        return self._held

    def close(self) -> None:
        """Close it; models that came of it stay. Closing twice is fine."""
        self._finalizer()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def commit(
        self,
        change: Mapping[str, Any] | str,
        *,
        layers: Mapping[str, str | bytes] | None = None,
        folders: Iterable[PathLike] = (),
    ) -> dict[str, Any]:
        """Record a change set (src/store/README.md), whole; the new entry.

        Raises Conflict where others changed the same since its `base`, InvalidModel with every finding where
        the model would have errors, InvalidQuestion, PersonalData.
        """
        text = change if isinstance(change, str) else json.dumps(change, ensure_ascii=False, allow_nan=False)
        given = utf8(text, "change")
        with load_options(layers, folders, None, False) as options:
            result = json.loads(taken(lib.rg_store_commit, self._pointer, given, len(given), options))
        if result["recorded"]:
            entry: dict[str, Any] = result["entry"]
            return entry
        if result["conflicts"]:
            raise Conflict(result["conflicts"])
        raise errors.InvalidModel("the model would have errors", "", result["findings"])

    @property
    def state(self) -> int:
        """The number of the newest state; 0: nothing is recorded. Cheap, for polling."""
        number = c_uint64()
        call(lib.rg_store_state, self._pointer, byref(number))
        return number.value

    def log(
        self, *, after: int = 0, element: str | None = None, recorded_by: By | None = None
    ) -> list[dict[str, Any]]:
        """The entries, oldest first."""
        about = None if element is None else utf8(element, "element")
        entries: list[dict[str, Any]] = json.loads(
            taken(lib.rg_store_log, self._pointer, after, about, _moment(recorded_by, "recorded_by"))
        )["log"]
        return entries

    def entry(self, state: int = 0) -> dict[str, Any]:
        """One entry with its `changes`; 0: the newest. Raises UnknownElement."""
        entry: dict[str, Any] = json.loads(taken(lib.rg_store_entry, self._pointer, state))
        return entry

    def model(self, valid_on: On | None = None, recorded_by: By | None = None) -> AsOf:
        """The model as it was recorded by then, and the day to ask it with. Raises UnknownElement."""
        told = json.loads(
            taken(lib.rg_store_as_of, self._pointer, _day(valid_on), _moment(recorded_by, "recorded_by"))
        )
        state: int = told["entry"]["state"]
        return AsOf(self.model_of(state), told["valid_on"], state, told["entry"])

    def model_of(
        self,
        state: int = 0,
        *,
        cancel: CancelToken | None = None,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> Model:
        """The model of a state; 0: the newest. Raises UnknownElement."""
        from .model import Model, _Handle

        model = _native.model_p()
        with limits(cancel, seconds, progress) as within:
            call(lib.rg_store_model, self._pointer, state, within, byref(model))
        return Model(_Handle(model))

    def diff(self, before: int, after: int = 0, valid_on: On | None = None) -> Diff:
        """What changed between two states, in meaning; 0: the newest."""
        return Diff.of(taken(lib.rg_store_diff, self._pointer, before, after, _day(valid_on), None))

    def blame(self, element: str, recorded_by: By | None = None) -> dict[str, Any]:
        """Who set each field of an element: its `fields`, each with a state, and the `entries` of those."""
        given = utf8(element, "element")
        blame: dict[str, Any] = json.loads(
            taken(lib.rg_store_blame, self._pointer, given, _moment(recorded_by, "recorded_by"))
        )
        return blame

    def review(self, id: str, recorded_by: By | None = None) -> dict[str, Any]:
        """A rule review as it was recorded. Raises UnknownElement."""
        review: dict[str, Any] = json.loads(
            taken(lib.rg_store_document, self._pointer, utf8(id, "id"), _moment(recorded_by, "recorded_by"))
        )
        return review

    def verify(self, state: int = 0, hash: str | None = None) -> dict[str, Any]:
        """Does everything fit together? `whole`, `entries`, `hash`; else `what`, and of which `state`."""
        noted = None if hash is None else utf8(hash, "hash")
        found: dict[str, Any] = json.loads(taken(lib.rg_store_verify, self._pointer, state, noted, None))
        return found

    def backup(self, path: PathLike) -> None:
        """Copy the store to a new SQLite file, while others go on using it."""
        given = os.fsencode(path)
        call(lib.rg_store_backup, self._pointer, given, len(given))

    def export(self) -> str:
        """The whole history as JSON Lines."""
        return taken(lib.rg_store_export, self._pointer)

    def import_lines(self, lines: str) -> int:
        """Add the history of an export, of which this one is the beginning; how many entries were added."""
        given = utf8(lines, "lines")
        added = c_uint64()
        call(lib.rg_store_import, self._pointer, given, len(given), None, byref(added))
        return added.value

    def follow(
        self,
        told: Callable[[dict[str, Any]], object],
        state: int = 0,
        seconds: float = 0,
        cancel: CancelToken | None = None,
    ) -> int:
        """Wait until there is a state after `state`, tell `told` of the newest entry, once, and return its
        number; or return `state` when the time is up. What `told` raises comes out of the call."""
        raised: list[BaseException] = []

        def tell(_state: int, entry: bytes, _data: Any) -> None:
            try:
                told(json.loads(entry))
            except BaseException as error:  # KeyboardInterrupt too: nothing may cross the border
                raised.append(error)

        seen = c_uint64()
        call(lib.rg_store_follow, self._pointer, state, seconds, cancel._pointer if cancel else None,
             _native.new_state_f(tell), None, byref(seen))  # fmt: skip
        if raised:
            raise raised[0]
        return seen.value
