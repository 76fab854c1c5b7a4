"""Removals tried one by one, and taken back."""

from __future__ import annotations

import weakref
from ctypes import byref, c_char_p, c_int32, c_size_t
from typing import Any

from . import _native, errors
from .answers import Breaks, Ids
from .calls import call, taken, utf8

lib = _native.lib


class WhatIfSession:
    """A set of removed elements over a model, changed step by step; see `Model.what_if_session`.

    Each step costs what falls or rises with it, not the model. One thread at a time; any number of
    sessions over one model, which may be closed meanwhile.
    """

    def __init__(self, pointer: Any) -> None:
        """Not for you: see `Model.what_if_session`."""
        self._held = pointer
        self._finalizer = weakref.finalize(self, lib.rg_session_free, byref(pointer))

    @property
    def _pointer(self) -> Any:
        if not self._finalizer.alive:
            raise errors.InvalidArgument("the session is closed")
        return self._held

    def remove(self, *ids: str) -> None:
        """Take out these elements, all in one step. Repeats count once, what is out stays out.

        Raises UnknownElement, and has done nothing then.
        """
        listed = (c_char_p * len(ids))(*(utf8(id, "remove") for id in ids))
        call(lib.rg_session_remove, self._pointer, listed, len(ids))

    def restore(self, id: str) -> None:
        """Put one element back: a step, without effect where it is not out. Raises UnknownElement."""
        call(lib.rg_session_restore, self._pointer, utf8(id, "restore"))

    def undo(self) -> bool:
        """Take back the last step that was not taken back; False: there was none."""
        undone = c_int32()
        call(lib.rg_session_undo, self._pointer, byref(undone))
        return bool(undone.value)

    def clear(self) -> None:
        """Take back all steps."""
        call(lib.rg_session_clear, self._pointer)

    def stands(self, id: str) -> bool:
        """Does this element stand now? Raises UnknownElement."""
        stands = c_int32()
        call(lib.rg_session_stands, self._pointer, utf8(id, "element"), byref(stands))
        return bool(stands.value)

    @property
    def fallen(self) -> Ids:
        """What stood, stands no longer, and was not removed: in order of id."""
        count = c_size_t()
        call(lib.rg_session_fallen_count, self._pointer, byref(count))
        return tuple(
            lib.rg_session_fallen_id(self._pointer, i, None).decode() for i in range(count.value)
        )

    def breaks(self) -> Breaks:
        """Every effect, as `Model.what_breaks` gives it for what is out now."""
        breaks = _native.breaks_p()
        call(lib.rg_session_breaks, self._pointer, byref(breaks))
        try:
            return Breaks.of(taken(lib.rg_breaks_json, breaks))
        finally:
            lib.rg_breaks_free(byref(breaks))

    def close(self) -> None:
        """Let go of the session. Closing twice is fine."""
        self._finalizer()

    def __enter__(self) -> WhatIfSession:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()
