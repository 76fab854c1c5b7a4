"""Models and derivations as graphs of NetworkX."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from . import pictures

if TYPE_CHECKING:
    import networkx

    from .answers import Breaks, Decision

Element: TypeAlias = dict[str, Any]
#: The ids meant by ids: in order, each once.
_Meant: TypeAlias = Callable[[Iterable[str]], list[str]]


def _networkx() -> Any:
    try:
        import networkx
    except ImportError:
        raise ImportError(
            "regelgraf: to_networkx() needs NetworkX: `pip install networkx`, or python3-networkx on Debian"
        ) from None
    return networkx


def of_decision(decision: Decision) -> networkx.DiGraph:
    graph = _networkx().DiGraph(verdict=decision.verdict)

    def node(id: str, **fields: Any) -> str:
        if id not in graph:
            graph.add_node(id, options=[])
        graph.nodes[id].update(fields)
        if number not in graph.nodes[id]["options"]:
            graph.nodes[id]["options"].append(number)
        return id

    def edge(source: str, target: str, relation: str) -> None:
        if not graph.has_edge(source, target):
            graph.add_edge(source, target, relation=relation, options=[])
        if number not in graph.edges[source, target]["options"]:
            graph.edges[source, target]["options"].append(number)

    for number, option in enumerate(decision.to_dict()["options"]):
        last = None
        for link in option["chain"]:
            grant = node(link["grant"], kind="grant", by=link["by"])
            for basis in link["basis"]:
                edge(node(basis), grant, "basis")
            if last is not None:
                edge(last, grant, "from")
            last = grant
        for holder in option["holders"]:
            before = holder in graph and graph.nodes[holder].get("implied", False)
            node(holder, kind="actor", implied=before or option.get("implied", False))
            if last is not None:
                edge(last, holder, "to")
    return graph


def of_breaks(breaks: Breaks) -> networkx.DiGraph:
    graph = _networkx().DiGraph()
    graph.add_nodes_from((id, {"effect": effect}) for id, effect in pictures.effect_of(breaks).items())
    graph.add_edges_from(pictures.derivations(breaks))
    return graph


#: What becomes an edge, and so is no field of a node.
_RELATIONS = ("basis", "needs", "serves", "uses", "from", "to", "concur", "jointly", "body", "part_of", "performed_by")


def _requirements(one: Element, meant: _Meant) -> Iterator[tuple[str, int, list[str], bool]]:
    """What an element leans on: (relation, at least how many, of which, implied by another field)."""
    for asked in one.get("basis", ()):
        yield "basis", asked["at_least"], meant(asked["of"]), False
    if "from" in one:
        yield "basis", 1, meant([one["from"]]), True
    for asked in one.get("needs", ()):
        yield "needs", asked["at_least"], meant(asked["of"]), False
    kind = one["kind"]
    if kind == "actor" and "part_of" in one:
        yield "needs", 1, meant([one["part_of"]]), True
    if kind == "involvement" and isinstance(one["body"], str):
        yield "needs", 1, meant([one["body"]]), True
    if kind == "task" and one.get("performed_by"):
        yield "needs", 1, meant(one["performed_by"]), True
    if kind == "grant":
        yield from _holders(one, meant)


def _holders(grant: Element, meant: _Meant) -> Iterator[tuple[str, int, list[str], bool]]:
    if "concur" in grant:
        for either in grant["concur"]:
            yield "needs", 1, meant(either), True
        return
    known = meant(holder for holder in grant["to"] if isinstance(holder, str))
    leader = any(not isinstance(holder, str) for holder in grant["to"])  # of the unit asked about: counts as there
    jointly = grant.get("jointly", 1)
    asked = (len(known) + leader if jointly == "all" else jointly) - leader
    if known and asked > 0:
        yield "needs", asked, known, True


def _named(one: Element) -> dict[str, str]:
    name = one.get("name", {})
    return {f"name_{language}": name[language] for language in ("da", "en") if language in name}


def of_model(head: dict[str, Any], elements: Iterable[Element]) -> networkx.MultiDiGraph:
    graph = _networkx().MultiDiGraph(**head)
    listed = list(elements)
    # Where an actor has taken the place of a layer's, the layer's own never stands: whoever names it means the other.
    instead = {one["is"]: one["id"] for one in listed if "is" in one}
    for one in listed:
        fields = {name: value for name, value in one.items() if name not in ("id", "name", *_RELATIONS)}
        graph.add_node(one["id"], **fields, inert=one["id"] in instead, **_named(one))

    def meant(ids: Iterable[str]) -> list[str]:
        return sorted({instead.get(id, id) for id in ids}, key=str.encode)

    for one in listed:
        for number, (relation, at_least, of, implied) in enumerate(_requirements(one, meant)):
            for id in of:
                graph.add_edge(one["id"], id, relation=relation, requirement=number, at_least=at_least, implied=implied)
        for relation in ("serves", "uses"):
            for id in meant(one.get(relation, ())):
                graph.add_edge(one["id"], id, relation=relation)
    return graph
