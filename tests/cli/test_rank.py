"""rank: the table; what is done in time; Ctrl-C and progress."""

import json
import os
import pty
import signal
import subprocess
import time

import pytest
from conftest import ENVIRONMENT, PROGRAM, model_text, rule


def test_people_get_twenty_in_a_table_and_programs_all(run, odder):
    text = run("rank", odder, "--lang", "en").out
    rows = text.splitlines()
    table = [line for line in rows if line.strip()[:1].isdigit()]
    assert len(table) == 20 and "There may be more" in text
    assert table[0].split()[:3] == ["88", "3", "0"] and "(dk:grundloven-82)" in table[0]
    assert table[2].split()[:3] == ["71", "1", "9–18"] and "(byraad)" in table[2]
    everything = run("rank", odder, "--json").json()
    assert len(everything["order"]) > 100 and everything["complete"] is True
    few = run("rank", odder, "--top", "3", "--lang", "da").out
    assert few.startswith("Det, der får mest til at falde") and "(byraad)" in few and "(dk:ksl-2)" not in few


def test_each_order_has_its_headline(run, odder):
    assert "(ydelsesregistrering)" in run("rank", odder, "--by", "hours", "--top", "1").out
    assert run("rank", odder, "--by", "duties", "--lang", "en").out.startswith("What most duties hang on alone")


@pytest.mark.parametrize("wrong, said", [
    (["--by", "size"], "--by"), (["--top", "0"], "--top"), (["--top", "x"], "--top"), (["--seconds", "-1"], "--seconds"),
    (["--among", "ugenota"], "`ugenotat`"), (["--date", "2026-02-30"], "--date"), (["ugenotat"], "did not expect"),
])
def test_wrong_use(run, odder, wrong, said):
    answer = run("rank", odder, *wrong, "--lang", "en")
    assert answer.status == 2 and said in answer.err and answer.out == ""


def test_no_time_is_an_answer_that_is_not_complete(run, odder):
    answer = run("rank", odder, "--seconds", "0", "--lang", "en")
    assert answer.status == 0 and "The time ran out" in answer.out
    assert run("rank", odder, "--seconds", "0", "--json").json()["complete"] is False
    assert "The time ran out" not in run("rank", odder, "--lang", "en").out


@pytest.fixture(scope="module")
def long_work(tmp_path_factory):
    """A chain that does not fold into a tree: to rank it takes far longer than anybody waits."""
    n = 60000
    chain = [rule(f"r{i:06}", needs=[f"r{i - 1:06}"] if i else []) for i in range(n)]
    path = tmp_path_factory.mktemp("long") / "chain.json"
    path.write_text(model_text(*chain, rule("side"), rule("both", needs=[f"r{n - 1:06}", "side"])))
    return path


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_ctrl_c_ends_it_with_130_and_no_word(long_work, how):
    with subprocess.Popen([PROGRAM, "rank", long_work, "--verbose", *how], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=ENVIRONMENT) as program:
        while b"question" not in program.stderr.readline():  # the model is loaded
            assert program.poll() is None
        time.sleep(0.2)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert out == b"" and err == b""  # no progress in a pipe


def test_a_terminal_sees_how_far_it_has_come(long_work):
    main, side = pty.openpty()
    with subprocess.Popen([PROGRAM, "rank", long_work, "--lang", "en"], stdin=side, stdout=subprocess.DEVNULL, stderr=side,
                          env=ENVIRONMENT) as program:
        os.close(side)
        seen = b""
        while b"of 60,002" not in seen:
            seen += os.read(main, 4096)
        program.send_signal(signal.SIGINT)
        try:
            while block := os.read(main, 4096):
                seen += block
        except OSError:  # the other side is shut
            pass
        program.wait(60)
    os.close(main)
    assert program.returncode == 130 and b"Ctrl-C stops" in seen
    assert seen.endswith(b"\r\x1b[K")  # and leaves no trace


def test_questions_by_line_can_be_bounded(run, long_work):
    asked = json.dumps({"ask": "rank", "by": "breaks", "seconds": 0.05, "id": 1})
    answer = run("ask", long_work, stdin=asked).json()
    assert answer["complete"] is False and answer["id"] == 1
