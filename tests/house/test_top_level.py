"""The top level holds eight entries and the files that every project has."""

import pytest

EIGHT = {"CMakeLists.txt", "include", "src", "capi", "bindings", "examples", "tests", "cmake"}
USUAL = {
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "CMakePresets.json", "dev", ".ci",
    ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore",
}  # fmt: skip


def differences(top):
    """(what is missing, what does not belong); what .gitignore names may come and go."""
    ignored = {line.strip("/ \n") for line in (top / ".gitignore").read_text().splitlines()}
    there = {path.name for path in top.iterdir()} - ignored - {".git"}
    return (EIGHT | USUAL) - there, there - (EIGHT | USUAL)


def test_nothing_is_missing_and_nothing_is_added(root):
    assert differences(root) == (set(), set())


@pytest.fixture
def in_order(tmp_path):
    for name in EIGHT | USUAL:
        (tmp_path / name).touch()
    (tmp_path / ".gitignore").write_text("/build/\n")
    (tmp_path / "build").mkdir()
    assert differences(tmp_path) == (set(), set())
    return tmp_path


def test_a_planted_entry_is_caught(in_order):
    (in_order / "docs").mkdir()
    assert differences(in_order) == (set(), {"docs"})


def test_a_missing_entry_is_caught(in_order):
    (in_order / "capi").unlink()
    assert differences(in_order) == ({"capi"}, set())
