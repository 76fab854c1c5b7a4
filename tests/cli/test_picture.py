"""picture: each format read by somebody else's reader; hostile names; limits; equal bytes."""

import re
import shutil
import subprocess
from xml.etree import ElementTree

import networkx
import pytest
from conftest import actor, model_text, rule

HOSTILE = "</text></style><script>alert(1)</script>\"'&\\ \n\u202e\u0007 æøå #quot; %%{init}%% end ]]>"
SVG = "{http://www.w3.org/2000/svg}"

ASKED = {
    "whole": [],
    "around": ["ugenotat", "--steps", "2"],
    "why": ["--why", "dok-skabelon"],
    "breaks": ["--what-breaks", "afgoerelse-skabelon", "--what-breaks", "visitationsmodel"],
    "decides": ["--who-decides", "repeal", "ugenotat", "--unit", "bofaellesskab"],
    "delegation": ["--delegation"],
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "model.json"
    long = "W" * 1_000_000
    elements = [
        actor("<a>\"\\", name=HOSTILE),
        rule("r\\", name=HOSTILE, issuer=["<a>\"\\"], binds=["<a>\"\\"]),
        rule("stor", name=long, needs=["r\\"]),
        {"id": "pligt", "kind": "duty", "name": HOSTILE, "needs": ["stor"]},
    ]
    path.write_text(model_text(*elements), encoding="utf-8")
    return path


def edges(graphml):
    graph = networkx.parse_graphml(graphml)
    ids = {node: data.get("id", node) for node, data in graph.nodes(data=True)}
    return {(ids[a], ids[b], data["relation"]) for a, b, data in graph.edges(data=True)}


@pytest.mark.parametrize("what", ASKED)
def test_graphml_is_read_by_networkx_with_typed_attributes(run, odder, what):
    done = run("picture", odder, *ASKED[what], "--format", "graphml")
    graph = networkx.parse_graphml(done.out)
    assert graph.is_directed() and len(graph) > 1
    for _, data in graph.nodes(data=True):
        assert data["label"] and data["kind"] and isinstance(data["stands"], bool)


def test_what_a_picture_holds(run, odder):
    of = lambda what: edges(run("picture", odder, *ASKED[what], "--format", "graphml").out)  # noqa: E731
    assert ("leder-udfoerer", "ugenotat", "issuer") in of("around")
    assert ("dok-skabelon", "t-tilsyn", "uses") in of("why")
    decides = of("decides")
    assert ("leder-udfoerer", "ugenotat", "decides") in decides
    assert ("g-udvalg", "socialudvalg", "to") in decides
    breaks = of("breaks")
    assert ("afgoerelse-skabelon", "ret-begrundelse", "needs") in breaks
    assert ("visitationsmodel", "t-visitation", "needs") in breaks
    assert ("g-udvalg", "g-socialchef", "from") in of("delegation")


def test_a_duty_that_goes_unmet_is_told_apart(run, odder):
    graph = networkx.parse_graphml(run("picture", odder, *ASKED["breaks"], "--format", "graphml").out)
    roles = {data["id"]: data["role"] for _, data in graph.nodes(data=True)}
    assert roles["afgoerelse-skabelon"] == "removed" and roles["ret-begrundelse"] == "unmet"
    assert roles["t-visitation"] == "broken"


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz: apt install graphviz")
@pytest.mark.parametrize("what", ASKED)
def test_dot_is_read_by_graphviz(run, odder, what):
    text = run("picture", odder, *ASKED[what], "--format", "dot").out
    again = subprocess.run(["dot", "-Tcanon"], input=text.encode(), capture_output=True, check=True)
    assert again.stderr == b"" and b"digraph regelgraf" in again.stdout


@pytest.mark.parametrize("format", ["svg", "dot", "graphml", "mermaid"])
def test_equal_requests_give_equal_bytes(run, odder, format):
    one, other = (run("picture", odder, *ASKED["decides"], "--format", format).out for _ in range(2))
    assert one == other and one


@pytest.mark.parametrize("what", ASKED)
def test_svg_is_accessible_and_alone(run, odder, what):
    text = run("picture", odder, *ASKED[what]).out
    root = ElementTree.fromstring(text)
    assert root.tag == SVG + "svg" and root.get("role") == "img" and root.get("lang") == "en"
    assert root[0].tag == SVG + "title" and root[0].text
    assert root[1].tag == SVG + "desc" and root[1].text
    assert not re.search(r"<script|href|url\(|@import|on\w+=", text)
    assert "prefers-color-scheme:dark" in text


def test_every_box_lies_in_the_drawing(run, odder):
    root = ElementTree.fromstring(run("picture", odder).out)
    width, height = float(root.get("width")), float(root.get("height"))
    boxes = root.findall(f"{SVG}g/{SVG}rect")
    assert len(boxes) > 50
    for box in boxes:
        x, y, w, h = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        assert 0 <= x and x + w <= width and 0 <= y and y + h <= height
    corners = [tuple(float(box.get(name)) for name in ("x", "y", "width", "height")) for box in boxes]
    for at, (x, y, w, h) in enumerate(corners):
        for other_x, other_y, other_w, other_h in corners[at + 1 :]:
            apart = x + w <= other_x or other_x + other_w <= x or y + h <= other_y or other_y + other_h <= y
            assert apart


def luminance(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("what", ["around", "breaks", "decides"])
def test_text_stands_out_from_its_box(run, odder, what):
    root = ElementTree.fromstring(run("picture", odder, *ASKED[what]).out)
    for group in root.findall(f"{SVG}g"):
        fill = group.find(f"{SVG}rect").get("fill")
        for text in group.findall(f"{SVG}text"):
            assert contrast(fill, text.get("fill")) >= 7


def test_dark_text_stands_out_too(run, odder):
    css = ElementTree.fromstring(run("picture", odder).out).find(f"{SVG}style").text
    fills = dict(re.findall(r"\.rg-(\w+)>rect\{fill:(#\w+)", css))
    inks = dict(re.findall(r"\.rg-(\w+)>text\{fill:(#\w+)", css))
    assert set(fills) == set(inks) and len(fills) > 15
    for name, fill in fills.items():
        assert contrast(fill, inks[name]) >= 4.5, name


@pytest.mark.parametrize("what", [[], ["--what-breaks", "r\\"], ["--why", "stor"]])
@pytest.mark.parametrize("format", ["svg", "dot", "graphml", "mermaid"])
def test_hostile_names_are_text(run, hostile, what, format):
    text = run("picture", hostile, *what, "--format", format).out
    assert len(text) < 60_000
    assert (format == "dot" or "<script" not in text) and "\u202e" not in text and "\u0007" not in text
    if format in ("svg", "graphml"):
        ElementTree.fromstring(text)
    if format == "graphml":
        labels = {data["label"] for _, data in networkx.parse_graphml(text).nodes(data=True)}
        assert any(label.startswith("</text></style><script>alert(1)") for label in labels)
    if format == "dot" and shutil.which("dot"):
        subprocess.run(["dot", "-Tcanon"], input=text.encode(), capture_output=True, check=True)
    if format == "mermaid":
        for line in text.splitlines():
            assert line.count('"') in (0, 2), line
            assert not re.search(r"[<>&\\`]", re.sub(r"<br/>|-\.?->|==>|%%", "", line)), line


def test_mermaid_has_a_node_a_lane_and_an_edge(run, odder):
    text = run("picture", odder, *ASKED["around"], "--format", "mermaid", "--lang", "da").out
    assert text.startswith("flowchart TB\n  accTitle: Omkring Ugentligt notat for hver borger\n")
    assert re.search(r'subgraph lane\d\["arbejdsplads"\]', text)
    assert '"har udstedt"|' in text


def test_internal_elements_stand_unnamed(run, tmp_path):
    path = tmp_path / "m.json"
    path.write_text(model_text(rule("hemmelig", name="Hemmelig regel", access="internal"), rule("b", needs=["hemmelig"])))
    for format in ("svg", "dot", "graphml", "mermaid"):
        text = run("picture", path, "--format", format, "--lang", "da").out
        assert "emmelig" not in text and "en intern regel" in text
        assert "Hemmelig regel" in run("picture", path, "--format", format, "--internal").out


def test_a_crowd_is_not_drawn_and_advice_given(run, tmp_path):
    path = tmp_path / "m.json"
    path.write_text(model_text(*(rule(f"r{n}", needs=["r0"] if n else []) for n in range(300))))
    done = run("picture", path)
    assert done.status == 2 and "at most 250 elements" in done.err and "--steps" in done.err
    assert run("picture", path, "r7").status == 0
    assert run("picture", path, "--format", "dot").status == 0


def test_the_files_name_gives_the_format(run, odder, tmp_path):
    for name, start in {"a.svg": "<svg", "a.gv": "digraph", "a.graphml": "<?xml", "a.mmd": "flowchart"}.items():
        assert run("picture", odder, "ugenotat", "-o", tmp_path / name).status == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_wrong_use(run, odder):
    assert run("picture", odder, "ugenotatt").status == 2
    assert "ugenotat" in run("picture", odder, "ugenotatt").err
    assert run("picture", odder, "ugenotat", "--why", "ugenotat").status == 2
    assert run("picture", odder, "--delegation", "ugenotat").status == 2
    assert run("picture", odder, "--who-decides", "repeal").status == 2
