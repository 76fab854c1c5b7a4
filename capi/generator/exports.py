"""What the library exports, by name: regelgraf.map for ELF, regelgraf.def for Windows."""

from __future__ import annotations

from .surface import Surface


def by_version(surface: Surface) -> dict[str, list[str]]:
    """Names of functions by the version that brought them, oldest first."""
    versions = sorted({one.since for one in surface.functions}, key=lambda text: [*map(int, text.split("."))])
    return {version: [one.name for one in surface.functions if one.since == version] for version in versions}


def write_map(surface: Surface, origin: str) -> str:
    """A node a version; each stands on the one before, and the first hides all that is not named."""
    text, before = f"/* {origin} */\n", ""
    for version, names in by_version(surface).items():
        node = f"REGELGRAF_{version}"
        text += f"{node} {{\n  global:\n" + "".join(f"    {name};\n" for name in names)
        text += "}" + f" {before};\n" if before else "  local:\n    *;\n};\n"
        before = node
    return text


def write_def(surface: Surface, origin: str) -> str:
    return f"; {origin}\nEXPORTS\n" + "".join(f"  {one.name}\n" for one in surface.functions)
