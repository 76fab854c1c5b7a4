"""The release library stays small. Tests build none; `./dev install` and `./dev deb` check theirs each time."""

import pytest
from release_library import MAY_NEED, MOST, faults, main, needed, stripped_size


def test_the_library_of_the_tests_needs_what_a_release_may(build):
    names = needed(build / "lib/libregelgraf.so")
    assert {"libc.so", "libsimdjson.so"} <= names
    assert faults(0, names) == []


def test_a_release_that_stands_here_is_small(root):
    library = root / "build/release/lib/libregelgraf.so"
    if not library.exists():
        pytest.skip("no release is built here; `./dev install` and `./dev deb` hold theirs to its limit")
    assert stripped_size(library) > 100_000
    assert main(library) == 0


@pytest.mark.parametrize("size, names, said", [
    (MOST + 1, MAY_NEED, "stripped it has"),
    (MOST, MAY_NEED | {"libboost_graph.so"}, "it needs libboost_graph.so"),
])  # fmt: skip
def test_a_planted_fault_is_caught(size, names, said):
    assert [fault.startswith(said) for fault in faults(size, names)] == [True]


def test_what_is_no_library_is_not_passed(tmp_path):
    (tmp_path / "lib.so").write_bytes(b"none")
    with pytest.raises(Exception):
        main(tmp_path / "lib.so")
