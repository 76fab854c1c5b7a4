"""Pictures and worksheets in Python and in notebooks."""

import shutil
from xml.etree import ElementTree

import networkx
import pytest
import regelgraf

NEEDS_DOT = pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz: apt install graphviz")


def test_a_picture_in_each_format(odder):
    picture = odder.picture(what_breaks="afgoerelse-skabelon", language="en")
    assert picture.dot.startswith("digraph regelgraf {")
    assert picture.mermaid.startswith("flowchart TB\n  accTitle: What breaks without")
    graph = networkx.parse_graphml(picture.graphml)
    assert {data["id"] for _, data in graph.nodes(data=True)} == {"afgoerelse-skabelon", "ret-begrundelse"}


@pytest.mark.parametrize("asked", [
    {}, {"why": "ugenotat"}, {"what_breaks": ["ugenotat", "visitationsmodel"], "within": "bofaellesskab"},
    {"who_decides": ("decide", "27.36.12"), "unit": "bostoette", "facts": {"amount": 30000}, "date": "2026-01-01"},
    {"delegation": True}, {"delegation": "g-socialchef"},
])  # fmt: skip
@NEEDS_DOT
def test_everything_can_be_drawn(odder, asked):
    drawn = odder.picture(**asked).svg
    assert ElementTree.fromstring(drawn).get("role") == "img"
    assert drawn == odder.picture(**asked).svg


@NEEDS_DOT
def test_a_notebook_shows_the_drawing(odder):
    bundle = odder.picture("ugenotat")._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg ") and "text/vnd.mermaid" not in bundle


def test_without_dot_a_notebook_shows_mermaid(odder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    picture = odder.picture("ugenotat")
    assert picture._repr_mimebundle_()["text/vnd.mermaid"] == picture.mermaid
    with pytest.raises(FileNotFoundError, match="apt install graphviz"):
        picture.svg


def test_a_picture_is_saved_by_the_ending_of_its_name(odder, tmp_path):
    odder.picture("ugenotat").save(tmp_path / "a.graphml")
    assert networkx.read_graphml(tmp_path / "a.graphml").nodes
    with pytest.raises(ValueError, match=r"\.graphml"):
        odder.picture("ugenotat").save(tmp_path / "a.png")


def test_what_is_wrong_is_raised(odder):
    with pytest.raises(regelgraf.UnknownElement):
        odder.picture("findes ikke").dot
    with pytest.raises(regelgraf.InvalidQuestion):
        odder.picture("ugenotat", why="ugenotat")
    with pytest.raises(regelgraf.InvalidQuestion):
        odder.picture(delegation="ugenotat").dot
    with pytest.raises(regelgraf.PersonalData):
        odder.picture("010190-1234").dot


@NEEDS_DOT
@pytest.mark.parametrize("damage", [
    lambda text: "", lambda text: text.replace("node n0", "node n1"), lambda text: text.replace("n0", "n9999999"),
    lambda text: text[: len(text) // 2], lambda text: text.replace(".", "e9"), lambda text: text.replace("edge", "node"),
    lambda text: text.replace("graph 1", "graph 1 nan"), lambda text: "\0" * 1000, lambda text: text.replace("node", "n\u00e6de"),
])  # fmt: skip
def test_a_layout_of_something_else_is_refused(odder, damage):
    picture = odder.picture("ugenotat")
    import subprocess

    placed = subprocess.run(["dot", "-Tplain"], input=picture._as("placing").encode(), capture_output=True, check=True)
    good = placed.stdout.decode()
    assert picture._as("svg", placed=good)
    with pytest.raises(regelgraf.InvalidQuestion):
        picture._as("svg", placed=damage(good))


def test_worksheets(odder, tmp_path):
    sheets = odder.worksheets("bofaellesskab", rules="ugenotat")
    assert len(sheets) == 12 and [sheet.step for sheet in sheets] == sorted(sheet.step for sheet in sheets)
    for sheet in sheets:
        assert sheet.html.count('<section class="page">') == sheet.pages
    assert "06-loesning.html" in sheets._repr_html_()
    paths = sheets.save(tmp_path / "ark")
    assert len(paths) == 12
    assert [one.sheet for one in odder.worksheets("bofaellesskab", step=5, language="en")] == ["time_log", "evaluation"]
    assert [one.sheet for one in odder.worksheets("bofaellesskab", sheets="learning")] == ["learning"]
    with pytest.raises(regelgraf.InvalidQuestion):
        odder.worksheets("ugenotat")
    with pytest.raises(regelgraf.UnknownElement):
        odder.worksheets("bofaellesskab", rules=["nix"])
    with pytest.raises(regelgraf.TooLarge):
        odder.worksheets("bofaellesskab", rules=["ugenotat"] * 13)


def test_the_report_has_the_engine_that_it_is_given(odder):
    page, tried = odder.report(), odder.report(engine=b"ABC")
    assert "wasm-unsafe-eval" not in page and "wasm-unsafe-eval" in tried
    assert ">QUJD<" in tried
