"""Reads capi/api.toml. What is not of its form is refused with a sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

NUMBERS = ("size_t", "int32_t", "uint32_t", "uint64_t", "double")
WAYS = ("in", "changes", "out", "frees")
ACCESSORS = ("count", "id", "text", "number", "column")
KINDS = ("constructor", "free", "question", "change", *ACCESSORS)
STABILITIES = ("stable", "experimental", "deprecated")


class Refused(Exception):
    """The file is not of the form that its head describes."""


@dataclass(frozen=True)
class Type:
    name: str
    #: "number", "text", "pointer" (void*), "handle", "enum" or "callback".
    sort: str
    array: bool


@dataclass(frozen=True)
class Parameter:
    way: str
    name: str
    type: Type
    doc: str


@dataclass(frozen=True)
class Section:
    title: str


@dataclass(frozen=True)
class Constant:
    name: str
    since: str
    doc: str
    type: str
    value: int


@dataclass(frozen=True)
class Value:
    name: str
    value: int
    doc: str
    #: "" where it came with its enum.
    since: str


@dataclass(frozen=True)
class Enum:
    name: str
    prefix: str
    since: str
    doc: str
    values: tuple[Value, ...]

    def short(self, value: Value) -> str:
        return value.name.removeprefix(self.prefix)


@dataclass(frozen=True)
class Handle:
    name: str
    free: str
    threads: str
    since: str
    doc: str


@dataclass(frozen=True)
class Callback:
    name: str
    since: str
    doc: str
    parameters: tuple[Parameter, ...]
    returns: Type | None
    returns_doc: str
    then: str


@dataclass(frozen=True)
class Function:
    name: str
    kind: str
    since: str
    stability: str
    doc: str
    parameters: tuple[Parameter, ...]
    returns: Type | None
    returns_doc: str
    #: All that it returns; empty where it cannot fail.
    statuses: tuple[str, ...]
    status_docs: dict[str, str]
    #: The function that returns the same, and whose documentation says so.
    statuses_as: str
    lends: str
    keeps: str
    #: What to call in place of a deprecated one.
    instead: str

    @property
    def standing(self) -> str:
        """Since when and how stable, where that is worth a word."""
        since = f"since {self.since}"
        if self.stability == "deprecated":
            return f"{since}, deprecated: {self.instead}()"
        return since if self.stability == "stable" else f"{since}, {self.stability}"


Item: TypeAlias = Section | Constant | Enum | Handle | Callback | Function


@dataclass(frozen=True)
class Surface:
    title: str
    treaty: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def constants(self) -> list[Constant]:
        return [item for item in self.items if isinstance(item, Constant)]

    @property
    def enums(self) -> list[Enum]:
        return [item for item in self.items if isinstance(item, Enum)]

    @property
    def handles(self) -> list[Handle]:
        return [item for item in self.items if isinstance(item, Handle)]

    @property
    def callbacks(self) -> list[Callback]:
        return [item for item in self.items if isinstance(item, Callback)]

    @property
    def functions(self) -> list[Function]:
        return [item for item in self.items if isinstance(item, Function)]

    @property
    def abi(self) -> int:
        return next(one.value for one in self.constants if one.name == "RG_ABI_VERSION")


def in_one_line(text: str) -> str:
    """Paragraphs parted by a newline, each in one line."""
    return "\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


class _Reader:
    def __init__(self, items: list[dict[str, Any]]) -> None:
        self.sorts = {**dict.fromkeys(NUMBERS, "number"), "text": "text", "void*": "pointer"}
        for item in items:
            for sort in ("handle", "enum", "callback"):
                if sort in item:
                    self.sorts[item[sort]] = sort
        self.functions = {item["function"]: item for item in items if "function" in item}
        self.handles = {item["handle"] for item in items if "handle" in item}
        self.enums = {item["enum"]: item for item in items if "enum" in item}
        self.names: set[str] = set()
        self.at = ""

    def refuse(self, why: str) -> Refused:
        return Refused(f"{self.at}: {why}")

    def only(self, table: dict[str, Any], required: str, optional: str = "") -> None:
        keys, needed = set(table), set(required.split())
        if missing := needed - keys:
            raise self.refuse(f"without {', '.join(sorted(missing))}")
        if unknown := keys - needed - set(optional.split()):
            raise self.refuse(f"knows no {', '.join(sorted(unknown))}")

    def one_of(self, what: str, value: str, among: Any) -> str:
        if value not in among:
            raise self.refuse(f"{what} is `{value}`, not one of {', '.join(sorted(among))}")
        return value

    def type(self, name: str) -> Type:
        base = name.removesuffix("[]")
        self.one_of("a type", base, self.sorts)
        return Type(base, self.sorts[base], base != name)

    def returned(self, name: str) -> Type | None:
        return None if name == "void" else self.type(name)

    def parameter(self, table: dict[str, Any]) -> Parameter:
        ways = [way for way in WAYS if way in table]
        if len(ways) != 1:
            raise self.refuse(f"a parameter is one of {', '.join(WAYS)}: {table}")
        self.only(table, f"{ways[0]} type", "doc")
        kind = self.type(table["type"])
        if ways[0] in ("changes", "frees") and kind.sort != "handle":
            raise self.refuse(f"only a handle is changed or freed, not `{table[ways[0]]}`")
        return Parameter(ways[0], table[ways[0]], kind, in_one_line(table.get("doc", "")))

    def parameters(self, item: dict[str, Any]) -> tuple[Parameter, ...]:
        found = tuple(map(self.parameter, item["parameters"]))
        if len({one.name for one in found}) != len(found):
            raise self.refuse("two parameters of one name")
        return found

    def constant(self, item: dict[str, Any]) -> Constant:
        self.only(item, "constant since doc type value")
        return Constant(item["constant"], item["since"], in_one_line(item["doc"]),
                        self.one_of("type", item["type"], NUMBERS), item["value"])  # fmt: skip

    def enum(self, item: dict[str, Any]) -> Enum:
        self.only(item, "enum prefix since doc values")
        values = []
        for one in item["values"]:
            self.only(one, "name value", "doc since")
            if not one["name"].startswith(item["prefix"]):
                raise self.refuse(f"`{one['name']}` does not begin with `{item['prefix']}`")
            values.append(Value(one["name"], one["value"], in_one_line(one.get("doc", "")), one.get("since", "")))
        if [one.value for one in values] != list(range(len(values))):
            raise self.refuse("values are numbered from 0, and in order")
        return Enum(item["enum"], item["prefix"], item["since"], in_one_line(item["doc"]), tuple(values))

    def handle(self, item: dict[str, Any]) -> Handle:
        self.only(item, "handle free threads since doc")
        free = self.functions.get(item["free"], {})
        if free.get("kind") != "free" or free["parameters"][0].get("type") != item["handle"]:
            raise self.refuse(f"`{item['free']}` does not free it")
        return Handle(item["handle"], item["free"], self.one_of("threads", item["threads"], ("any", "one")),
                      item["since"], in_one_line(item["doc"]))  # fmt: skip

    def callback(self, item: dict[str, Any]) -> Callback:
        self.only(item, "callback since doc parameters returns", "returns_doc then")
        return Callback(item["callback"], item["since"], in_one_line(item["doc"]), self.parameters(item),
                        self.returned(item["returns"]), in_one_line(item.get("returns_doc", "")),
                        in_one_line(item.get("then", "")))  # fmt: skip

    def function(self, item: dict[str, Any]) -> Function:
        self.only(item, "function kind since stability doc parameters returns",
                  "returns_doc statuses status_docs statuses_as lends keeps instead")  # fmt: skip
        parameters, returns = self.parameters(item), self.returned(item["returns"])
        kind = self.one_of("kind", item["kind"], KINDS)
        fails = bool(parameters) and (parameters[-1].way, parameters[-1].type.name) == ("out", "rg_error")
        if fails != ("statuses" in item) + ("statuses_as" in item):
            raise self.refuse("what can fail takes `error` last and has `statuses` or `statuses_as`; nothing else has")
        if fails and item["returns"] != "rg_status":
            raise self.refuse("what can fail returns an rg_status")
        if fails and kind in ACCESSORS:
            raise self.refuse(f"a {kind} cannot fail")
        if (item["returns"] == "text") != ("lends" in item):
            raise self.refuse("what returns a text has `lends`, and nothing else has")
        if "lends" in item:
            self.one_of("lends", item["lends"], ["static", *(one.name for one in parameters)])
        if "keeps" in item:
            self.one_of("keeps", item["keeps"], self.handles)
        if (item["stability"] == "deprecated") != (item.get("instead") in self.functions):
            raise self.refuse("what is deprecated, and nothing else, has `instead`, a function")
        if kind == "constructor" and not any(one.way == "out" and one.type.sort == "handle" and one.type.name != "rg_error"
                                             for one in parameters):  # fmt: skip
            raise self.refuse("no handle comes out of this constructor")
        source = item
        if other := item.get("statuses_as"):
            source = self.functions.get(other, {})
            if "statuses" not in source:
                raise self.refuse(f"`{other}` has no statuses of its own")
        statuses = tuple(source.get("statuses", ()))
        known = {value["name"] for value in self.enums["rg_status"]["values"]}
        for status in (*statuses, *item.get("status_docs", {})):
            self.one_of("a status", status, known & {*statuses})
        return Function(item["function"], kind, item["since"], self.one_of("stability", item["stability"], STABILITIES),
                        in_one_line(item["doc"]), parameters, returns, in_one_line(item.get("returns_doc", "")),
                        statuses, source.get("status_docs", {}), item.get("statuses_as", ""),
                        item.get("lends", ""), item.get("keeps", ""), item.get("instead", ""))  # fmt: skip

    def item(self, item: dict[str, Any]) -> Item:
        sorts = {"constant": self.constant, "enum": self.enum, "handle": self.handle,
                 "callback": self.callback, "function": self.function}  # fmt: skip
        if "section" in item:
            self.at = item["section"]
            self.only(item, "section")
            return Section(item["section"])
        sort = next((sort for sort in sorts if sort in item), None)
        if sort is None:
            raise Refused(f"an item that is no section and none of {', '.join(sorts)}: {item}")
        self.at = name = item[sort]
        if name in self.names:
            raise self.refuse("is there twice")
        self.names.add(name)
        return sorts[sort](item)


def read(path: Path) -> Surface:
    with path.open("rb") as file:
        data = tomllib.load(file)
    if "section" not in data["item"][0]:
        raise Refused("the first item is no section")
    reader = _Reader(data["item"])
    return Surface(data["title"], tuple(map(in_one_line, data["treaty"])), tuple(map(reader.item, data["item"])))
