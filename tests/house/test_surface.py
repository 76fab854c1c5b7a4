"""capi/api.toml is the one source: all that follows from it is as written, and every output has every function."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from generator import c_header, csharp, exports, java, python, reference, surface

API = ROOT / "capi/api.toml"
GENERATE = ROOT / "capi/generate.py"
OUTPUTS = [
    "capi/include/regelgraf.h",
    "bindings/dotnet/Regelgraf/Native.cs",
    "bindings/java/src/main/java/dk/regelgraf/Native.java",
    "bindings/python/regelgraf/_native.py",
    "capi/regelgraf.map",
    "capi/regelgraf.def",
    "capi/REFERENCE.md",
    "tests/capi/misuse_calls.c",
]


@pytest.fixture(scope="module")
def read():
    return surface.read(API)


def generate(*arguments):
    run = subprocess.run([sys.executable, GENERATE, *arguments], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def test_nothing_written_from_it_differs():
    assert generate("--check") == (0, "")


@pytest.fixture
def copy(tmp_path):
    """api.toml and what was written from it, in a folder of their own."""
    for name in ["capi/api.toml", *OUTPUTS]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_edited_by_hand_is_caught_and_written_anew(copy, name):
    path = copy / name
    path.write_text(path.read_text(encoding="utf-8").replace("rg_rank", "rg_renk"), encoding="utf-8")
    status, said = generate("--check", "--root", copy)
    assert status == 1 and said == f"{name}: differs from capi/api.toml, run ./dev api\n"
    assert "rg_renk" in path.read_text(encoding="utf-8")
    assert generate("--root", copy) == (0, f"{name}: written\n")
    assert path.read_bytes() == (ROOT / name).read_bytes()


def test_an_edited_api_is_caught_in_every_output(copy):
    path = copy / "capi/api.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"rg_rank"', '"rg_renk"'), encoding="utf-8")
    status, said = generate("--check", "--root", copy)
    assert status == 1 and [line.split(":")[0] for line in said.splitlines()] == OUTPUTS


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_says_in_its_first_line_where_it_comes_from(name):
    first = (ROOT / name).read_text(encoding="utf-8").splitlines()[0]
    assert "Written from capi/api.toml by capi/generate.py: do not edit." in first


def test_every_function_has_all_its_facts(read):
    assert len(read.functions) > 190
    for one in read.functions:
        assert re.fullmatch(r"\d+\.\d+", one.since) and one.stability in surface.STABILITIES and one.doc, one.name
        fails = any((p.way, p.type.name) == ("out", "rg_error") for p in one.parameters)
        assert bool(one.statuses) == fails, one.name
        if fails:
            assert one.statuses[0] == "RG_OK" and "RG_OUT_OF_MEMORY" in one.statuses, one.name
            assert "RG_INTERNAL" not in one.statuses, one.name
            assert one.returns.name == "rg_status" and one.parameters[-1].name == "error", one.name


def test_every_text_and_handle_is_accounted_for(read):
    for one in read.functions:
        assert bool(one.lends) == (one.returns is not None and one.returns.sort == "text"), one.name
    assert {one.free for one in read.handles} == {one.name for one in read.functions if one.kind == "free"}
    for one in read.handles:
        makers = [f.name for f in read.functions for p in f.parameters if (p.way, p.type.name) == ("out", one.name)]
        assert makers, f"nothing makes a {one.name}"


def test_the_header_declares_every_function_once(read):
    run = subprocess.run([os.environ.get("REGELGRAF_CC", "cc"), "-E", "-P", "-I", ROOT / "capi/include", "-include", "regelgraf.h", "-xc", "/dev/null"],
                         check=True, capture_output=True, text=True)  # fmt: skip
    declared = re.findall(r"\b(rg_\w+)\([^()]*\);", run.stdout)
    assert declared == [one.name for one in read.functions]


DECLARED = {
    "bindings/dotnet/Regelgraf/Native.cs": r"static extern \w+ (rg_\w+)\(",
    "bindings/java/src/main/java/dk/regelgraf/Native.java": r"static native \w+ (rg_\w+)\(",
    "bindings/python/regelgraf/_native.py": r'^    "(rg_\w+)": \(',
    "capi/regelgraf.map": r"^    (rg_\w+);$",
    "capi/regelgraf.def": r"^  (rg_\w+)$",
    "capi/REFERENCE.md": r"^    [\w* ]+?\b(rg_\w+)\(.*",
}


@pytest.mark.parametrize("name", DECLARED)
def test_every_function_is_declared_once(read, name):
    found = re.findall(DECLARED[name], (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert found == [one.name for one in read.functions]


def over_c_lacks(read, text):
    """The functions and values of the C ABI that the C++ layer over it does not name."""
    named = set(re.findall(r"\b(?:rg|RG)_\w+", text))
    # rg_ask_limited() serves without limits too; a call returns the status that its error has.
    wanted = {one.name for one in read.functions} - {"rg_ask", "rg_error_status"}
    return sorted((wanted | {value.name for enum in read.enums for value in enum.values}) - named)


def test_the_layer_over_c_has_every_function_and_value(read):
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bindings/cpp/include").rglob("*.hpp"))
    assert over_c_lacks(read, text) == []
    assert over_c_lacks(read, text.replace("rg_cut_sets_size", "").replace("RG_NOBODY", "")) == ["RG_NOBODY", "rg_cut_sets_size"]


HEAD = 'title = "A title."\ntreaty = ["A rule."]\n'
SMALL = HEAD + """
[[item]]
section = "All"
[[item]]
constant = "RG_ABI_VERSION"
since = "0.1"
doc = "The ABI."
type = "int32_t"
value = 1
[[item]]
enum = "rg_status"
prefix = "RG_"
since = "0.1"
doc = "What came of it."
values = [{ name = "RG_OK", value = 0 }, { name = "RG_LATER", value = 1, since = "0.2" }]
[[item]]
handle = "rg_error"
free = "rg_error_free"
threads = "any"
since = "0.1"
doc = "A failure."
[[item]]
function = "rg_error_free"
kind = "free"
since = "0.1"
stability = "stable"
doc = "Free it."
parameters = [{ frees = "error", type = "rg_error" }]
returns = "void"
[[item]]
function = "rg_old"
kind = "change"
since = "0.1"
stability = "deprecated"
instead = "rg_new"
doc = "Do it."
parameters = [{ out = "error", type = "rg_error" }]
returns = "rg_status"
statuses = ["RG_OK"]
[[item]]
function = "rg_new"
kind = "change"
since = "0.10"
stability = "stable"
doc = "Do it better than rg_old()."
parameters = [{ in = "i", type = "size_t" }, { out = "error", type = "rg_error" }]
returns = "rg_status"
statuses = ["RG_OK", "RG_LATER"]
[[item]]
function = "rg_name"
kind = "text"
since = "0.2"
stability = "experimental"
doc = "A name."
parameters = [{ in = "error", type = "rg_error" }]
returns = "text"
lends = "error"
"""


def small(folder: Path, old="", new=""):
    assert old in SMALL
    (folder / "api.toml").write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    return surface.read(folder / "api.toml")


@pytest.mark.parametrize("old, new, why", [
    ('since = "0.10"\n', "", "rg_new: without since"),
    ('stability = "experimental"', 'stability = "sure"', "rg_name: stability is `sure`"),
    ('stability = "experimental"\n', "", "rg_name: without stability"),
    ('statuses = ["RG_OK", "RG_LATER"]\n', "", "rg_new: what can fail"),
    ('"RG_OK", "RG_LATER"', '"RG_OK", "RG_FINE"', "rg_new: a status is `RG_FINE`"),
    ('statuses = ["RG_OK", "RG_LATER"]', 'statuses_as = "rg_name"', "rg_new: `rg_name` has no statuses"),
    ('lends = "error"', 'lends = "model"', "rg_name: lends is `model`"),
    ('lends = "error"\n', "", "rg_name: what returns a text"),
    ('lends = "error"\n', 'lends = "error"\nkeep = "rg_error"\n', "rg_name: knows no keep"),
    ('returns = "text"', 'returns = "string"', "rg_name: a type is `string`"),
    ('{ frees = "error", type = "rg_error" }', '{ frees = "error", type = "size_t" }', "rg_error: `rg_error_free`"),
    ('instead = "rg_new"\n', "", "rg_old: what is deprecated"),
    ('instead = "rg_new"', 'instead = "rg_newer"', "rg_old: what is deprecated"),
    ('name = "RG_LATER", value = 1', 'name = "RG_LATER", value = 7', "rg_status: values are numbered"),
    ('function = "rg_name"', 'function = "rg_new"', "rg_new: is there twice"),
    ('[[item]]\nsection = "All"\n', "", "the first item is no section"),
    ('kind = "text"', 'kind = "constructor"', "rg_name: no handle comes out"),
])  # fmt: skip
def test_what_is_not_of_the_form_is_refused(tmp_path, old, new, why):
    with pytest.raises(surface.Refused, match="^" + re.escape(why)):
        small(tmp_path, old, new)


def test_functions_of_several_versions_have_a_node_each(tmp_path):
    text = exports.write_map(small(tmp_path), "here")
    nodes = re.findall(r"(\w+\.\d+) \{.*?\}( [\w.]*)?;", text, re.DOTALL)
    assert nodes == [("REGELGRAF_0.1", ""), ("REGELGRAF_0.2", " REGELGRAF_0.1"), ("REGELGRAF_0.10", " REGELGRAF_0.2")]
    assert text.count("local:") == 1


def test_standing_is_told_in_every_place_that_documents(tmp_path):
    read = small(tmp_path)
    header, page = c_header.write(read, "here"), reference.write(read, "here")
    assert "@since 0.1, deprecated: rg_new() */" in header and "@since 0.2, experimental */" in header
    assert "RG_LATER = 1 /**< @since 0.2 */" in header
    assert "Since 0.1, deprecated: `rg_new()`." in page and "Since 0.10, stable." in page
    for write in (csharp.write, java.write, python.write):
        assert "rg_new" in write(read, "here")
