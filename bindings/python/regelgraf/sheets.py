"""Pictures of models and answers, and worksheets, as the library writes them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from .errors import Error

Format: TypeAlias = Literal["dot", "graphml", "mermaid", "svg"]
_Ask: TypeAlias = Callable[[Mapping[str, Any]], str]

_SECONDS = 60  # for `dot` to place a picture


class Picture:
    """A picture of a model or an answer; see `Model.picture`. Each format is written when it is asked for.

    A notebook shows the drawing where the program `dot` of Graphviz is installed, else Mermaid, which
    JupyterLab 4.1 and Notebook 7.1 draw themselves.
    """

    def __init__(self, ask: _Ask, request: Mapping[str, Any]) -> None:
        """Not for you: see `Model.picture`."""
        self._ask, self._request = ask, dict(request)

    def _as(self, format: str, **more: Any) -> str:
        return self._ask({**self._request, "format": format, **more})

    @property
    def dot(self) -> str:
        """For Graphviz."""
        return self._as("dot")

    @property
    def graphml(self) -> str:
        """For Gephi, yEd and `networkx.parse_graphml`."""
        return self._as("graphml")

    @property
    def mermaid(self) -> str:
        """A flowchart for Markdown; raises TooLarge beyond what Mermaid draws."""
        return self._as("mermaid")

    @property
    def svg(self) -> str:
        """A drawing. Raises FileNotFoundError without the program `dot` of Graphviz, which places it, and
        TooLarge beyond 250 elements."""
        program = shutil.which("dot")
        if program is None:
            raise FileNotFoundError("regelgraf: a drawing needs the program `dot`: apt install graphviz")
        placing = self._as("placing")
        placed = subprocess.run(
            [program, "-Tplain"], input=placing.encode(), capture_output=True, check=True, timeout=_SECONDS
        )
        return self._as("svg", placed=placed.stdout.decode())

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write to a file, in the format of its ending: .svg, .dot, .gv, .graphml, .mmd."""
        name = os.fspath(path)
        formats = {".svg": "svg", ".dot": "dot", ".gv": "dot", ".graphml": "graphml", ".mmd": "mermaid"}
        format = formats.get(os.path.splitext(name)[1])
        if format is None:
            raise ValueError(f"regelgraf: a picture is written as {', '.join(formats)}")
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.write(getattr(self, format))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        bundle = {"text/plain": repr(self)}
        for mime, format in (("image/svg+xml", "svg"), ("text/vnd.mermaid", "mermaid")):
            try:
                bundle[mime] = getattr(self, format)
                break
            except (OSError, Error, subprocess.SubprocessError):
                continue
        return bundle


class Worksheet(NamedTuple):
    """One sheet of A4 paper, or several; HTML that stands alone."""

    sheet: str
    step: int
    file: str
    title: str
    pages: int
    html: str


class Worksheets(tuple[Worksheet, ...]):
    """The sheets, in the order of the steps; see `Model.worksheets`."""

    def save(self, folder: str | os.PathLike[str]) -> list[str]:
        """Write each into a folder, which is made where it is missing; the paths."""
        os.makedirs(folder, exist_ok=True)
        paths = []
        for sheet in self:
            path = os.path.join(folder, sheet.file)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(sheet.html)
            paths.append(path)
        return paths

    def _repr_html_(self) -> str:
        from . import notebook

        return notebook.of_worksheets(self)
