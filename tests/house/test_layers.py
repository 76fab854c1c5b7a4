"""Includes point down. The table is layers.txt; the rules between the folders are here."""

import re
import shutil

import pytest

SOURCES = {".hpp", ".cpp", ".h", ".c", ".in"}
FOLDERS = ("include", "src", "capi", "bindings", "examples", "tests")
SEARCHED = ("include", "src", "capi/include", "bindings/cpp/include", "tests")  # what -I names, besides the file's own folder
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
OVER_C = "tests/bindings/cpp/"  # sees the layer over C as a host does
REFERENCE = "tests/reference/"  # the evaluator that shares nothing with the engine beyond the Draft
BOOST_HEADER = "graph.hpp"
SYSTEM = ("include/regelgraf/detail/block.hpp", "sys/mman.h")  # large pages have no other door
BOOST_TEST = "tests/engine/graph_test.cpp"  # runs Boost.Graph on a model; knows no more of Boost


def read_ranks(text):
    """{name: (rank, unit)}; `a.hpp+detail/b.hpp` are two files of the one unit a.hpp."""
    ranks = {}
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line:
            rank, names = line.split(":")
            for name in names.split():
                for part in name.split("+"):
                    assert part not in ranks, f"layers.txt names {part} twice"
                    ranks[part] = int(rank), name.split("+")[0]
    return ranks


def generated(name):
    return name.removesuffix(".in")


def scan(top):
    """{file: [(what it includes, whether that is ours)]}, all paths relative to `top`."""
    files = {
        generated(path.relative_to(top).as_posix()): path
        for folder in FOLDERS
        for path in sorted((top / folder).rglob("*"))
        if path.is_file() and path.suffix in SOURCES
    }
    found = {}
    for name, path in files.items():
        here = name.rsplit("/", 1)[0]
        found[name] = []
        for quote, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            folders = ([here] if quote == '"' else []) + list(SEARCHED)
            ours = next((f"{f}/{target}" for f in folders if f"{f}/{target}" in files), None)
            found[name].append((ours or target, ours is not None))
    return found


def key(name):
    """What layers.txt calls a file: a header's own name, or its folder in src; else None."""
    if name.startswith("include/regelgraf/"):
        return name.removeprefix("include/regelgraf/")
    if name.startswith("src/") and not name.startswith("src/cli/"):
        return "/".join(name.split("/")[:2])
    return None


def place(name, ranks):
    """(rank, unit) of a file. A body, detail/a.hpp, needs no line of its own: it is part of a.hpp."""
    return ranks.get(key(name)) or ranks.get((key(name) or "").removeprefix("detail/"))


def external(name, target):
    """Why `name` may not include `target`, which is not ours; None if it may."""
    layer = name.split("/")[0]
    if target.startswith("regelgraf/") or target.startswith(".."):
        return "does not exist"
    if target.startswith("boost/"):
        if layer == "include":
            return None if key(name) == BOOST_HEADER else f"Boost is for {BOOST_HEADER} and src"
        if (name == BOOST_TEST or name.startswith("tests/bench/")) and target.startswith("boost/graph/"):
            return None
        return None if layer == "src" else "Boost is for src"
    if target.startswith("CLI/"):
        return None if name.startswith("src/cli/") else "CLI11 is for src/cli"
    standard = "/" not in target and (
        "." not in target or target in ("assert.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h"))
    if (name, target) == SYSTEM:
        return None
    if layer in ("include", "capi", "bindings") and not standard:
        return "only the standard library comes from outside here"
    return None


def internal(name, target, ranks):
    """Why `name` may not include our own `target`; None if it may."""
    layer, below = name.split("/")[0], target.split("/")[0]
    if target.startswith("src/cli/") and not name.startswith("src/cli/"):
        return "nothing includes the command line"
    if "/detail/" in target and not name.startswith(("include/", "src/", "tests/detail/")):
        return "detail/ is private"
    if name.startswith(REFERENCE) and not target.startswith(REFERENCE):
        # Its own tests build their small models with the builders of every test.
        if name.endswith("_test.cpp") and target == "tests/support/build.hpp":
            return None
        if below != "include" or place(target, ranks)[0] > ranks["draft.hpp"][0]:
            return "the reference evaluator shares only the Draft"
    if name.startswith(OVER_C) and below in ("include", "src"):
        return "the layer over C is tested without the engine"
    allowed = {
        "include": ("include",),
        "src": ("include", "src"),
        "capi": ("include", "src", "capi"),
        "bindings": ("capi", "bindings"),
        "examples": ("include", "capi", "bindings", "examples"),
        "tests": ("include", "src", "capi", "bindings", "examples", "tests"),
    }[layer]
    if below not in allowed:
        return f"{layer} does not know {below}"
    here, there = place(name, ranks), place(target, ranks)
    if name == target:
        return "includes itself"
    if here and there and here != there and here[0] <= there[0]:
        return f"rank {here[0]} includes rank {there[0]}"
    return None


def offences(top, ranks):
    found = scan(top)
    keys = {key(name): name for name in found if key(name)}
    bad = [f"layers.txt does not rank {k}" for k in sorted(keys) if not place(keys[k], ranks)]
    bad += [f"layers.txt ranks {k}, which is not there" for k in sorted(set(ranks) - set(keys))]
    if bad:
        return bad
    for name, targets in found.items():
        for target, ours in targets:
            why = internal(name, target, ranks) if ours else external(name, target)
            if why:
                bad.append(f"{name} includes {target}: {why}")
    return bad


@pytest.fixture(scope="session")
def ranks(root):
    return read_ranks((root / "tests/house/layers.txt").read_text(encoding="utf-8"))


def test_includes_point_down(root, ranks):
    assert offences(root, ranks) == []


def test_something_was_read(root):
    found = scan(root)
    for folder in ("include/regelgraf/", "src/", "src/cli/", "capi/", "bindings/cpp/", REFERENCE):
        assert any(name.startswith(folder) for name in found), f"no source in {folder}"
    assert sum(ours for targets in found.values() for _, ours in targets) > 10


@pytest.fixture
def small_house(tmp_path):
    """A house that is in order; each control below spoils one thing in it."""
    for name, text in {
        "include/regelgraf/version.hpp.in": "",
        "include/regelgraf/draft.hpp": "#include <vector>\n#include <regelgraf/version.hpp>\n",
        "include/regelgraf/graph.hpp": '#include <boost/graph/graph_traits.hpp>\n#include "draft.hpp"\n',
        "include/regelgraf/ask.hpp": "#include <regelgraf/graph.hpp>\n#include <regelgraf/detail/ask.hpp>\n",
        "include/regelgraf/detail/ask.hpp": "#include <regelgraf/ask.hpp>\n#include <regelgraf/detail/part.hpp>\n",
        "include/regelgraf/detail/part.hpp": "#include <regelgraf/ask.hpp>\n",
        "include/regelgraf/detail/walk.hpp": "",
        "src/json/reader.hpp": "#include <simdjson.h>\n",
        "src/ask/ask.cpp": '#include "json/reader.hpp"\n#include <regelgraf/detail/walk.hpp>\n',
        "src/ask/ask.hpp": "",
        "src/cli/main.cpp": '#include <CLI/CLI.hpp>\n#include "ask/ask.hpp"\n#include "page.hpp"\n',
        "src/cli/page.hpp": "",
        "capi/include/regelgraf.h": "#include <stdint.h>\n",
        "capi/src/regelgraf.cpp": '#include <regelgraf.h>\n#include "ask/ask.hpp"\n',
        "bindings/cpp/include/regelgraf/over_c.hpp": "#include <regelgraf.h>\n#include <vector>\n",
        "examples/a.c": "#include <regelgraf.h>\n",
        OVER_C + "a_test.cpp": "#include <gtest/gtest.h>\n#include <regelgraf/over_c.hpp>\n",
        "tests/a_test.cpp": "#include <gtest/gtest.h>\n#include <regelgraf.h>\n",
        "tests/engine/graph_test.cpp": "#include <boost/graph/graph_concepts.hpp>\n",
        REFERENCE + "standing.cpp": '#include "standing.hpp"\n#include <regelgraf/draft.hpp>\n',
        REFERENCE + "standing.hpp": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ranks = read_ranks("""
        0: version.hpp
        1: draft.hpp  # a comment
        2: graph.hpp detail/walk.hpp
        3: ask.hpp+detail/part.hpp
        5: src/json
        6: src/ask""")
    assert offences(tmp_path, ranks) == []
    return tmp_path, ranks


@pytest.mark.parametrize("where, line", [
    ("include/regelgraf/version.hpp.in", "#include <regelgraf/draft.hpp>"),  # up
    ("include/regelgraf/draft.hpp", '  #  include "graph.hpp"'),  # up, oddly written
    ("include/regelgraf/graph.hpp", "#include <regelgraf/detail/walk.hpp>"),  # beside
    ("include/regelgraf/graph.hpp", "#include <regelgraf/graph.hpp>"),  # itself
    ("include/regelgraf/graph.hpp", "#include <regelgraf/detail/ask.hpp>"),  # up, into a body
    ("include/regelgraf/detail/walk.hpp", "#include <regelgraf/ask.hpp>"),
    ("include/regelgraf/draft.hpp", "#include <regelgraf/gone.hpp>"),
    ("include/regelgraf/draft.hpp", "#include <boost/graph/graph_traits.hpp>"),
    ("include/regelgraf/draft.hpp", "#include <spdlog/spdlog.h>"),
    ("include/regelgraf/draft.hpp", '#include "json/reader.hpp"'),
    ("include/regelgraf/draft.hpp", '#include "../../src/json/reader.hpp"'),
    ("src/json/reader.hpp", '#include "ask/ask.hpp"'),
    ("src/json/reader.hpp", "#include <regelgraf.h>"),
    ("src/ask/ask.cpp", '#include "cli/page.hpp"'),
    ("src/ask/ask.cpp", "#include <CLI/CLI.hpp>"),
    ("src/cli/main.cpp", "#include <regelgraf.h>"),
    ("capi/src/regelgraf.cpp", "#include <regelgraf/detail/walk.hpp>"),
    ("capi/src/regelgraf.cpp", '#include "cli/page.hpp"'),
    ("capi/src/regelgraf.cpp", "#include <boost/graph/graph_traits.hpp>"),
    ("capi/include/regelgraf.h", "#include <sys/types.h>"),
    ("bindings/cpp/include/regelgraf/over_c.hpp", "#include <regelgraf/version.hpp>"),
    ("bindings/cpp/include/regelgraf/over_c.hpp", "#include <simdjson.h>"),
    ("include/regelgraf/draft.hpp", "#include <regelgraf/over_c.hpp>"),
    ("capi/src/regelgraf.cpp", "#include <regelgraf/over_c.hpp>"),
    (OVER_C + "a_test.cpp", "#include <regelgraf/version.hpp>"),
    (OVER_C + "a_test.cpp", '#include "json/reader.hpp"'),
    ("examples/a.c", '#include "ask/ask.hpp"'),
    ("tests/a_test.cpp", '#include "cli/page.hpp"'),
    ("tests/a_test.cpp", "#include <regelgraf/detail/walk.hpp>"),
    ("tests/a_test.cpp", "#include <boost/graph/graph_traits.hpp>"),
    ("tests/engine/graph_test.cpp", "#include <boost/version.hpp>"),
    (REFERENCE + "standing.cpp", "#include <regelgraf/graph.hpp>"),
    (REFERENCE + "standing.cpp", '#include "ask/ask.hpp"'),
])
def test_a_planted_offender_is_caught(small_house, where, line):
    top, ranks = small_house
    with open(top / where, "a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert len(offences(top, ranks)) == 1


def test_a_header_without_rank_is_caught(small_house):
    top, ranks = small_house
    shutil.copy(top / "include/regelgraf/draft.hpp", top / "include/regelgraf/new.hpp")
    assert offences(top, ranks) == ["layers.txt does not rank new.hpp"]


def test_a_rank_without_header_is_caught(small_house):
    top, ranks = small_house
    assert offences(top, {**ranks, "old.hpp": (3, "old.hpp")}) == ["layers.txt ranks old.hpp, which is not there"]
