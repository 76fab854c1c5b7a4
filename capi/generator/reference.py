"""REFERENCE.md: every function by section."""

from __future__ import annotations

import re
from textwrap import fill

from .c_header import c_type, called
from .surface import Callback, Constant, Enum, Function, Handle, Item, Parameter, Section, Surface

WIDTH = 160


def write(surface: Surface, origin: str) -> str:
    parts = [f"<!-- {origin} -->\n# regelgraf.h, function by function\n\n", _begin(surface)]
    parts += map(_item, surface.items)
    return "".join(parts).rstrip("\n") + "\n"


def _prose(text: str) -> str:
    text = re.sub(r"@p (\w+)", r"`\1`", text)
    text = re.sub(r"(?<![`\w])((?:rg|RG)_\w+(?:\(\))?|regelgraf::\w+(?:\(\))?|\{.*\})(?!`)", r"`\1`", text)
    return "\n\n".join(fill(one, WIDTH, break_long_words=False, break_on_hyphens=False) for one in text.split("\n"))


def _cell(text: str) -> str:
    return " ".join(_prose(text).split()).replace("|", "\\|")


def _begin(surface: Surface) -> str:
    names: dict[str, list[str]] = {}
    for item in surface.items:
        if isinstance(item, Section):
            names[title := item.title] = []
        elif isinstance(item, Function):
            names[title].append(item.name)
    contents = "".join(f"- {title}, {len(found)}\n" for title, found in names.items() if found)
    handles = "".join(
        f"| `{one.name}` | {_cell(one.doc)} | `{one.free}` | {one.threads} | {one.since} |\n" for one in surface.handles
    )
    return (
        f"ABI {surface.abi}, {len(surface.functions)} functions. How they behave in general is the treaty at the head of\n"
        "[regelgraf.h](include/regelgraf.h); what may change is in [POLICY.md](POLICY.md). Any function that can fail may return\n"
        "`RG_INTERNAL` too, for a defect; it is not listed.\n\n"
        f"{contents}\n## Handles\n\n| Handle | What it is | Freed by | Threads at once | Since |\n|---|---|---|---|---|\n{handles}\n"
    )


def _item(item: Item) -> str:
    if isinstance(item, Section):
        return f"## {item.title}\n\n"
    if isinstance(item, Constant):
        return f"### {item.name}\n\n`{item.value}`, {item.type}. {_prose(item.doc)}\n\nSince {item.since}.\n\n"
    if isinstance(item, Enum):
        values = "".join(
            f"| `{one.name}` | {one.value} | {_cell(one.doc)}{f' Since {one.since}.' if one.since else ''} |\n"
            for one in item.values
        )
        return f"### {item.name}\n\n{_prose(item.doc)}\n\n| Value | Number | |\n|---|---|---|\n{values}\nSince {item.since}.\n\n"
    if isinstance(item, Handle):
        return ""  # in the table
    begin = f"{c_type(item.returns)} {item.name}" if isinstance(item, Function) else f"{c_type(item.returns)} (*{item.name})"
    prototype = "\n".join("    " + line for line in called(begin, item.parameters))
    return f"### {item.name}\n\n{prototype}\n\n{_prose(item.doc)}\n\n{_parameters(item.parameters)}{_facts(item)}\n\n"


def _parameters(parameters: tuple[Parameter, ...]) -> str:
    told = [one for one in parameters if one.doc and one.doc != "see rule 2"]
    return "".join(f"- `{one.name}`{' (out)' if one.way == 'out' else ''}: {_cell(one.doc)}\n" for one in told) + (
        "\n" if told else ""
    )


def _facts(item: Function | Callback) -> str:
    facts = []
    if item.returns_doc:
        facts.append(f"Returns {_cell(item.returns_doc)}.")
    if isinstance(item, Callback):
        return " ".join([*facts, _cell(item.then), f"Since {item.since}."])
    if item.statuses:
        said = (f"`{one}`" + (f" ({_cell(item.status_docs[one])})" if one in item.status_docs else "") for one in item.statuses)
        facts.append(f"Returns {', '.join(said)}.")
    if item.keeps:
        facts.append(f"Keeps its `{item.keeps}` alive.")
    if item.lends:
        facts.append("Static text." if item.lends == "static" else f"The text lives as long as `{item.lends}`.")
    standing = f"S{item.standing[1:]}" + (", stable" if item.stability == "stable" else "")
    facts.append(_prose(standing) + ".")
    return fill(" ".join(facts), WIDTH, break_long_words=False, break_on_hyphens=False)
