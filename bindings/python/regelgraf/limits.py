"""How long a call may take, who may stop it, who wants to see it going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import byref
from typing import Any, TypeAlias

from . import _native, errors
from .calls import call

lib = _native.lib

#: Called with (stage, done, total), total being None where it is not known, some ten times a second
#: at most. False ends the call, which raises Cancelled; what it raises itself comes out of the call.
Progress: TypeAlias = Callable[[str, int, "int | None"], object]


class CancelToken:
    """A switch that ends the calls it was given to; throw it from any thread."""

    def __init__(self) -> None:
        pointer = _native.cancel_p()
        call(lib.rg_cancel_new, byref(pointer))
        self._pointer = pointer

    def cancel(self) -> None:
        """End the calls, now and later: they raise Cancelled. For good: make a new one."""
        lib.rg_cancel_trigger(self._pointer)

    @property
    def cancelled(self) -> bool:
        return bool(lib.rg_cancel_is_triggered(self._pointer))

    def __del__(self) -> None:
        if pointer := getattr(self, "_pointer", None):
            lib.rg_cancel_free(byref(pointer))


class _Teller:
    """A callable as the C ABI asks for it. What it raises ends the call and is kept meanwhile:
    nothing may be raised across the border."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.raised: BaseException | None = None
        self.function = _native.progress_f(self._tell)

    def _tell(self, stage: bytes, done: int, total: int, _data: Any) -> int:
        try:
            return self.progress(stage.decode(), done, total or None) is not False
        except BaseException as raised:  # KeyboardInterrupt too
            self.raised = raised
            return 0


@contextmanager
def limits(cancel: CancelToken | None, seconds: float | None, progress: Progress | None) -> Iterator[Any]:
    """An rg_limits for one call, or None where nothing is limited."""
    if cancel is None and seconds is None and progress is None:
        yield None
        return
    pointer = _native.limits_p()
    call(lib.rg_limits_new, byref(pointer))
    teller = _Teller(progress) if progress is not None else None
    try:
        if cancel is not None:
            lib.rg_limits_set_cancel(pointer, cancel._pointer)
        if seconds is not None:
            call(lib.rg_limits_set_seconds, pointer, seconds)
        if teller is not None:
            lib.rg_limits_set_progress(pointer, teller.function, None)
        yield pointer
    except errors.Cancelled:
        if teller is not None and teller.raised is not None:
            raise teller.raised from None
        raise
    finally:
        lib.rg_limits_free(byref(pointer))
