"""How models are made: where layers are looked for, limits, and who is told what happens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from ctypes import byref
from typing import Any, Literal, TypeAlias

from . import _native
from .calls import call
from .limits import CancelToken, Progress, limits

lib = _native.lib

PathLike: TypeAlias = str | os.PathLike[str]
LogLevel: TypeAlias = Literal["info", "warning", "error"]
#: Called with (level, line) while a model is made. What it raises comes out of the call.
Log: TypeAlias = Callable[[LogLevel, str], object]
_LEVELS: tuple[LogLevel, ...] = ("info", "warning", "error")


class _Writer:
    """A log as the C ABI asks for it. What it raises is kept: nothing may be raised across the border."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.raised: BaseException | None = None
        self.function = _native.log_f(self._write)

    def _write(self, level: int, line: bytes, _data: Any) -> None:
        if self.raised is not None:
            return
        try:
            self.log(_LEVELS[min(level, len(_LEVELS) - 1)], line.decode())
        except BaseException as raised:  # KeyboardInterrupt too
            self.raised = raised


@contextmanager
def load_options(
    layers: Mapping[str, str | bytes] | None,
    folders: Iterable[PathLike],
    max_bytes: int | None,
    allow_personal_data: bool,
    cancel: CancelToken | None = None,
    seconds: float | None = None,
    progress: Progress | None = None,
    log: Log | None = None,
) -> Iterator[Any]:
    """An rg_load_options for one call."""
    options = _native.load_options_p()
    call(lib.rg_load_options_new, byref(options))
    writer = _Writer(log) if log is not None else None
    try:
        with limits(cancel, seconds, progress) as within:
            lib.rg_load_options_set_limits(options, within)
            for name, text in (layers or {}).items():
                key, content = name.encode(), text.encode() if isinstance(text, str) else text
                call(lib.rg_load_options_add_layer, options, key, len(key), content, len(content))
            for folder in folders:
                path = os.fsencode(folder)
                call(lib.rg_load_options_add_folder, options, path, len(path))
            if max_bytes is not None:
                if not 0 <= max_bytes < 1 << 64:
                    raise ValueError("max_bytes is out of range")
                lib.rg_load_options_set_max_bytes(options, max_bytes)
            lib.rg_load_options_set_allow_personal_data(options, bool(allow_personal_data))
            if writer is not None:
                lib.rg_load_options_set_log(options, 0, writer.function, None)
            yield options
    finally:
        lib.rg_load_options_free(byref(options))
        if writer is not None and writer.raised is not None:
            raise writer.raised
