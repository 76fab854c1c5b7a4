"""Models and derivations as graphs of NetworkX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from . import pictures

if TYPE_CHECKING:
    import networkx

    from .answers import Breaks, Decision

Element: TypeAlias = dict[str, Any]


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
_FIELDS_OF_EDGES = ("basis", "needs", "serves", "uses", "from", "to", "concur", "jointly", "body", "part_of", "performed_by")
_RELATIONS = ("basis", "needs", "serves", "uses")


def _named(one: Element) -> dict[str, str]:
    name = one.get("name", {})
    return {f"name_{language}": name[language] for language in ("da", "en") if language in name}


def of_model(
    head: dict[str, Any], elements: Iterable[Element], edges: Iterable[tuple[int, int, int, int, int, int]]
) -> networkx.MultiDiGraph:
    """`edges`: (source, target, relation, requirement, at_least, implied) by number."""
    graph = _networkx().MultiDiGraph(**head)
    listed = list(elements)
    instead = {one["is"] for one in listed if "is" in one}
    for one in listed:
        fields = {name: value for name, value in one.items() if name not in ("id", "name", *_FIELDS_OF_EDGES)}
        graph.add_node(one["id"], **fields, inert=one["id"] in instead, **_named(one))
    for source, target, relation, requirement, at_least, implied in edges:
        of_requirement = dict(requirement=requirement, at_least=at_least, implied=bool(implied)) if at_least else {}
        graph.add_edge(listed[source]["id"], listed[target]["id"], relation=_RELATIONS[relation], **of_requirement)
    return graph
