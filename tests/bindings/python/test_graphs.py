"""Models and derivations as graphs."""

import networkx
import pytest
from conftest import ROOT
from regelgraf import Model

EXAMPLES = ["odder", "soroe"]


@pytest.fixture(params=EXAMPLES)
def model(request):
    with Model.open(ROOT / f"examples/{request.param}/{request.param}.json") as opened:
        yield opened


def falls(graph, standing, removed):
    """What falls by the edges alone: whoever stands on a requirement that lacks too many."""
    requirements = {}
    for source, target, edge in graph.edges(data=True):
        if edge["relation"] in ("basis", "needs"):
            key = source, edge["requirement"], edge["at_least"]
            requirements.setdefault(key, set()).add(target)
    left = standing - {removed}
    while True:
        gone = {source for (source, _, least), of in requirements.items() if source in left and len(of & left) < least}
        if not gone:
            return standing - left - {removed}
        left -= gone


def test_the_edges_are_enough_to_say_what_falls(model):
    graph = model.to_networkx()
    inert = {id for id, node in graph.nodes(data=True) if node["inert"]}
    assert set(graph) == set(model) and inert
    with model.what_if_session() as session:
        standing = {id for id in model if id not in inert and session.stands(id)}
        for id in sorted(standing):
            session.remove(id)
            assert set(session.fallen) == falls(graph, standing, id), id
            session.undo()


def test_a_planted_difference_is_seen(odder):
    graph = odder.to_networkx()
    standing = {id for id, node in graph.nodes(data=True) if not node["inert"]}
    assert "dk:b-bylaws" in falls(graph, standing, "dk:ksl-2")
    graph.remove_edge("dk:b-bylaws", "dk:ksl-2")
    assert "dk:b-bylaws" not in falls(graph, standing, "dk:ksl-2")


def test_nodes_are_elements_as_the_file_has_them(small):
    graph = small.to_networkx()
    assert isinstance(graph, networkx.MultiDiGraph)
    assert graph.graph == {"id": "lille", "digest": small.digest}
    assert list(graph) == list(small)
    assert graph.nodes["råd"] == {"kind": "actor", "tier": "council", "form": "body", "name_da": "Rådet på Ærø",
                                  "inert": False}  # fmt: skip
    assert graph.nodes["skema"]["instrument"] == "procedure" and graph.nodes["skema"]["binds"] == ["sted"]
    edges = {(source, target, edge["relation"], edge.get("implied")) for source, target, edge in graph.edges(data=True)}
    assert edges == {("chef", "råd", "needs", True), ("pligt", "skema", "needs", False), ("g", "chef", "needs", True),
                     ("g2", "råd", "needs", True)}  # fmt: skip


def test_purposes_and_uses_are_edges_too():
    text = """{"regelgraf": 1, "model": {"id": "m"}, "elements": [
      {"id": "a", "kind": "rule", "instrument": "practice", "serves": ["m"], "uses": ["b", "c"]},
      {"id": "b", "kind": "rule", "instrument": "practice", "needs": [{"any": ["c", "a"]}, "c"]},
      {"id": "c", "kind": "rule", "instrument": "practice"}, {"id": "m", "kind": "goal"}]}"""
    with Model.from_text(text) as model:
        edges = [(s, t, d["relation"], d.get("at_least"), d.get("requirement")) for s, t, d in model.to_networkx().edges(data=True)]
    assert sorted(edges, key=str) == sorted(
        [("a", "m", "serves", None, None), ("a", "b", "uses", None, None), ("a", "c", "uses", None, None),
         ("b", "a", "needs", 1, 0), ("b", "c", "needs", 1, 0), ("b", "c", "needs", 1, 1)], key=str)  # fmt: skip


def test_the_chain_of_authority(odder):
    decision = odder.who_decides("repeal", "ugenotat")
    graph = decision.to_networkx()
    assert graph.graph == {"verdict": "competent"}
    assert networkx.shortest_path(graph, "dk:root", "socialchef") == ["dk:root", "g-udvalg", "g-socialchef-regler", "socialchef"]
    assert graph.nodes["g-udvalg"] == {"options": [1, 4], "kind": "grant", "by": "bylaws"}
    assert graph.nodes["leder-udfoerer"] == {"options": [0], "kind": "actor", "implied": True}
    assert graph.edges["dk:styrelsesvedtaegt", "g-udvalg"] == {"relation": "basis", "options": [1, 4]}
    # An actor with a grant and by issuing too has both options.
    assert graph.nodes["socialchef"] == {"options": [1, 3], "kind": "actor", "implied": True}
    assert graph.nodes["socialudvalg"]["implied"] is False


def test_the_derivation_of_what_falls(odder):
    breaks = odder.what_breaks("dk:ksl-2")
    graph = breaks.to_networkx()
    assert graph.nodes["dk:ksl-2"]["effect"] == "removed"
    assert graph.nodes["dk:duty-bylaws"]["effect"] == "unmet_duties"
    assert set(breaks.lapsed) | set(breaks.broken) <= set(graph)
    for id in breaks.lapsed:
        assert networkx.has_path(graph, "dk:ksl-2", id)
    assert networkx.is_directed_acyclic_graph(graph)
