"""What the last release promised is kept, as libabigail sees it (capi/abi.py)."""

import pytest
from conftest import ROOT
from generator import surface

import abi

INCLUDE = ROOT / "capi/include"
API = ROOT / "capi/api.toml"


def test_all_that_the_last_release_promised_is_kept():
    kept = abi.baselines(ROOT / "capi/abi")
    assert kept, "no baseline: ./dev abi --accept"
    assert abi.broken(kept[-1].read_text(encoding="utf-8"), abi.described(surface.read(API), INCLUDE)) == ""


HEADER = """\
#include <stddef.h>
#include <stdint.h>
typedef struct rg_a rg_a;
"""
VERSIONS = "REGELGRAF_0.1 { global: rg_*; value_of_*; local: *; };\n"
BEFORE = """\
#include <regelgraf.h>
int32_t rg_first(const rg_a* a, size_t i) { return 0; }
const char* rg_second(rg_a** a, double d) { return 0; }
const char value_of_A[0 + 1] = {0};
const char value_of_B[1 + 1] = {0};
"""


@pytest.fixture
def described(tmp_path):
    (tmp_path / "regelgraf.h").write_text(HEADER, encoding="utf-8")
    return lambda text, versions=VERSIONS: abi.describe(text, versions, tmp_path)


@pytest.mark.parametrize("old, new", [
    ("int32_t rg_first(const rg_a* a, size_t i) { return 0; }\n", ""),
    ("size_t i)", "uint32_t i)"),
    ("size_t i)", "size_t i, size_t j)"),
    ("const rg_a* a, size_t i", "size_t i, const rg_a* a"),
    ("int32_t rg_first", "int64_t rg_first"),
    ("rg_a** a, double d", "rg_a* a, double d"),
    ("double d", "float d"),
    ("B[1 ", "B[2 "),
    ("const char value_of_B[1 + 1] = {0};\n", ""),
], ids=["gone", "narrower", "longer", "order", "result", "pointer", "float", "renumbered", "value-gone"])  # fmt: skip
def test_a_planted_break_is_found(described, old, new):
    assert BEFORE.count(old) == 1
    assert abi.broken(described(BEFORE), described(BEFORE.replace(old, new))) != ""


def test_another_version_of_a_function_is_a_break(described):
    moved = "REGELGRAF_0.1 { global: rg_second; value_of_*; local: *; };\nREGELGRAF_0.2 { global: rg_first; } REGELGRAF_0.1;\n"
    assert "rg_first" in abi.broken(described(BEFORE), described(BEFORE, moved))


@pytest.mark.parametrize("old, new", [
    ("", ""),
    ("int32_t rg_first", "void rg_third(rg_a* a) {}\nint32_t rg_first"),
    ("const char value_of_B", "const char value_of_C[2 + 1] = {0};\nconst char value_of_B"),
    ("size_t i", "size_t place"),
], ids=["nothing", "function", "value", "parameter-name"])  # fmt: skip
def test_what_is_added_breaks_nothing(described, old, new):
    assert abi.broken(described(BEFORE), described(BEFORE.replace(old, new, 1))) == ""


def test_a_description_that_cannot_be_read_is_no_kept_promise(described):
    with pytest.raises(RuntimeError):
        abi.broken("not a description", described(BEFORE))


def test_experimental_functions_are_promised_to_nobody():
    read = surface.read(API)
    names = {one.name for one in abi.promised(read).functions}
    assert names == {one.name for one in read.functions if one.stability != "experimental"} != set()
