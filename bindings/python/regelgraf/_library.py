"""Finds the library and loads it; one that does not fit is refused with a sentence."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

_NAMES = {
    "darwin": ("libregelgraf.0.dylib", "libregelgraf.dylib"),
    "win32": ("regelgraf.dll",),
}.get(sys.platform, ("libregelgraf.so.0", "libregelgraf.so"))


def _find() -> str:
    """Where the library is: REGELGRAF_LIBRARY, beside the package, in its prefix, or by name."""
    if given := os.environ.get("REGELGRAF_LIBRARY"):
        return given
    here = Path(__file__).resolve()
    lib = here.parents[3] if len(here.parents) > 3 else here.parent  # PREFIX/lib/python3/dist-packages
    multiarch = getattr(sys.implementation, "_multiarch", "")
    for folder in (here.parent, lib, lib / multiarch, lib.with_name("lib64"), lib.with_name("bin")):
        for name in _NAMES:
            if (folder / name).is_file():
                return str(folder / name)
    return _NAMES[0]


def load(abi: int, functions: dict[str, tuple[Any, list[Any]]]) -> ctypes.CDLL:
    """The library, with `functions` (name: what it returns, what it takes) declared."""
    path = _find()
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(
            f"regelgraf: cannot load the library {path} ({error}); "
            "REGELGRAF_LIBRARY may say where it is"
        ) from None
    try:
        for name, (returns, takes) in functions.items():
            function = getattr(library, name)
            function.restype, function.argtypes = returns, takes
            if name == "rg_abi_version" and (has := function()) != abi:
                version = library.rg_version().decode()
                raise ImportError(
                    f"regelgraf: this package speaks ABI {abi}, "
                    f"but the library {path} is version {version} with ABI {has}"
                )
    except AttributeError:
        raise ImportError(
            f"regelgraf: the library {path} has no {name}; it is older than this package"
        ) from None
    return library
