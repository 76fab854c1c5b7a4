"""The closing line of `./dev test` cannot be green by accident."""

import pytest
import tally

CTEST = '<testsuite>{}</testsuite>'
RUN = '<testcase name="{}" status="run"/>'
FAIL = '<testcase name="{}" status="fail"><failure/></testcase>'


@pytest.fixture
def results(tmp_path):
    folder = tmp_path / "dev" / "results"
    folder.mkdir(parents=True)

    def write(ctest, **files):
        (folder / "ctest.xml").write_text(CTEST.format("".join(ctest)))
        for name, text in files.items():
            (folder / f"{name.replace('__', '.')}.xml").write_text(f"<a><b>{text}</b></a>")
        return tmp_path

    return write


def last_line(build, capsys, expected="dev:cpp,c"):
    status = tally.main(str(build), expected)
    return status, capsys.readouterr().out.splitlines()[-1]


def test_counts_cases_and_programs(results, capsys):
    build = results([RUN.format("cpp.a"), RUN.format("c.b")],
                    cpp__a='<testcase name="x"/><testcase name="y"/>')
    assert last_line(build, capsys) == (0, "3 passed, 0 failed")


def test_a_failed_case_counts_once(results, capsys):
    build = results([FAIL.format("cpp.a"), RUN.format("c.b")],
                    cpp__a="<testcase/><testcase><failure/></testcase><testcase><error/></testcase>")
    assert last_line(build, capsys) == (1, "2 passed, 2 failed")


@pytest.mark.parametrize("files", [
    {},  # it died before it wrote
    {"cpp__a": ""},  # it had no tests
    {"cpp__a": "<testcase"},  # it died while writing
    {"cpp__a": "<testcase><skipped/></testcase>"},
], ids=["none", "empty", "half", "skipped"])  # fmt: skip
def test_a_program_that_failed_outside_its_cases_counts(results, capsys, files):
    build = results([FAIL.format("cpp.a"), RUN.format("c.b")], **files)
    assert last_line(build, capsys) == (1, "1 passed, 1 failed")


def test_a_leak_after_green_cases_counts(results, capsys):
    build = results([FAIL.format("cpp.a"), RUN.format("c.b")], cpp__a="<testcase/>")
    assert last_line(build, capsys) == (1, "2 passed, 1 failed")


def test_a_part_that_did_not_run_counts(results, capsys):
    assert last_line(results([RUN.format("c.b")]), capsys) == (1, "1 passed, 1 failed")
    build = results([RUN.format("cpp.a"), RUN.format("c.b")], cpp__a="")
    assert last_line(build, capsys) == (1, "1 passed, 1 failed")


def test_a_preset_that_did_not_run_counts(results, capsys):
    build = results([RUN.format("cpp.a"), RUN.format("c.b")], cpp__a="<testcase/>")
    assert tally.main(str(build), "dev:cpp,c", "asan:cpp,c") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 passed, 2 failed"


def test_what_was_skipped_says_why(results, capsys):
    build = results([RUN.format("cpp.a"), RUN.format("c.b")],
                    cpp__a='<testcase/><testcase><skipped message="no compiler"/></testcase>')
    assert tally.main(str(build), "dev:cpp,c") == 0
    said = capsys.readouterr().out
    assert "SKIPPED 1: no compiler" in said and said.splitlines()[-1] == "2 passed, 0 failed"
