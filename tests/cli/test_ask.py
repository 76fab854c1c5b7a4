"""`ask`: JSON Lines in, JSON Lines out."""

import json
import os
import select
import subprocess

from conftest import ENVIRONMENT, PROGRAM


def lines(answer):
    return [json.loads(line) for line in answer.out.splitlines()]


def test_one_answer_a_question_in_order_and_blank_lines_skipped(run, odder):
    text = '{"ask":"check","id":1}\n\n  \t\r\n{"ask":"why","element":"ugenotat","id":"æ"}\r\n\n{"ask":"check","id":3.5}'
    answer = run("ask", odder, stdin=text)
    assert answer.status == 0 and answer.err == ""
    assert [line["id"] for line in lines(answer)] == [1, "æ", 3.5]
    assert answer.out.endswith("}\n") and answer.out.count("\n") == 3


def test_a_bad_line_is_answered_and_the_rest_too(run, odder):
    bad = [b"{", b"nonsense", b'{"ask":"why"}', b'{"ask":"dance","id":7}', b"[]", b'{"ask":"why","element":"\xff"}',
           b"[" * 10000, b'{"ask":"why","element":"ugenotet"}', b'{"ask":"check","ask":"check"}', b'"' + b"x" * 100000 + b'"']
    answer = run("ask", odder, stdin=b"\n".join(bad) + b'\n{"ask":"check","id":"last"}\n')
    assert answer.status == 0
    given = lines(answer)
    assert len(given) == len(bad) + 1
    assert all("error" in line for line in given[:-1])
    assert "error" not in given[-1] and given[-1]["id"] == "last"
    assert given[3]["id"] == 7 and given[3]["ask"] == "dance"
    assert "`ugenotat`" in given[7]["error"]["message"]


def test_questions_from_a_file_or_standard_input(run, odder, write):
    text = '{"ask":"check"}\n'
    path = write("q.jsonl", "\ufeff" + text)
    assert run("ask", odder, path).out == run("ask", odder, stdin=text).out == run("ask", odder, "-", stdin=text).out
    assert run("ask", "-", path, stdin=odder.read_bytes()).out == run("ask", odder, path).out
    assert run("ask", odder, write("none.jsonl", "")).out == ""


def test_what_cannot_be_read_leaves_2(run, odder, tmp_path, write):
    path = write("q.jsonl", '{"ask":"check"}\n')
    for arguments in ((odder, tmp_path / "none.jsonl"), (odder, tmp_path), (tmp_path / "none.json", path), ("-",)):
        answer = run("ask", *arguments)
        assert answer.status == 2 and answer.out == "" and answer.err != ""


def test_personal_data_in_a_question_is_not_repeated(run, odder):
    answer = run("ask", odder, stdin='{"ask":"why","element":"010190-1234","id":"010190-1234"}')
    assert answer.status == 0 and "010190" not in answer.out
    assert answer.json()["error"]["code"] == "personal_data"


def test_each_answer_is_there_before_the_next_question(odder):
    with subprocess.Popen([PROGRAM, "ask", odder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as talk:
        for number in range(3):
            talk.stdin.write(b'{"ask":"check","id":%d}\n' % number)
            talk.stdin.flush()
            assert select.select([talk.stdout], [], [], 30)[0], "no answer while the questioner waits"
            assert json.loads(talk.stdout.readline())["id"] == number
        talk.stdin.close()
        assert talk.wait(30) == 0


def test_an_answer_that_cannot_be_written_is_no_success(odder):
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "ask", odder], input=b'{"ask":"check"}\n', stdout=full, stderr=subprocess.PIPE,
                              env=ENVIRONMENT, timeout=60)
    assert done.returncode == 3 and done.stderr != b""
