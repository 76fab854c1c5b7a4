"""Calling the C ABI: text in, text out, errors raised."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import byref
from typing import Any

from . import _native, errors

lib = _native.lib


def call(function: Callable[..., int], *arguments: Any) -> None:
    error = _native.error_p()
    status = function(*arguments, byref(error))
    if status != errors.Status.OK:
        raise errors.take(status, error)


def utf8(text: str, what: str) -> bytes:
    if not isinstance(text, str):
        raise TypeError(f"`{what}` is a {type(text).__name__}, not a str")
    if "\0" in text:
        raise errors.InvalidArgument(f"`{what}` holds a NUL character", what)
    return text.encode()


def taken(function: Callable[..., int], *arguments: Any) -> str:
    """The text that a call hands over."""
    text = _native.text_p()
    call(function, *arguments, byref(text))
    try:
        said: bytes = lib.rg_text_data(text, None)
        return said.decode()
    finally:
        lib.rg_text_free(byref(text))
