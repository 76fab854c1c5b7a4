"""python -m regelgraf beside the program itself: the same questions, the same bytes."""

import io
import json
import os
import shutil
import subprocess
import sys
import time

import pytest
import regelgraf
from conftest import ROOT
from regelgraf import _native
from regelgraf.__main__ import main, typed_number

ODDER, SOROE = (str(ROOT / f"examples/{name}/{name}.json") for name in ("odder", "soroe"))
PROGRAM = [os.environ["REGELGRAF"]]
MODULE = [sys.executable, "-m", "regelgraf"]


def run(which, *arguments, given=b"", **environment):
    return subprocess.run([*which, *map(str, arguments)], input=given, capture_output=True, cwd=ROOT,
                          env={**os.environ, "LC_ALL": "C.UTF-8", **environment})  # fmt: skip


def within(*arguments, given=b""):
    """The module's main in this process, which is quicker; what it prints, and the status."""
    streams = [io.TextIOWrapper(io.BytesIO(content), encoding="utf-8") for content in (given, b"", b"")]
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        status = main([*map(str, arguments)])
    except SystemExit as left:  # argparse
        status = left.code
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    for stream in streams[1:]:
        stream.flush()
    return subprocess.CompletedProcess(arguments, status, *(stream.buffer.getvalue() for stream in streams[1:]))


@pytest.fixture(autouse=True)
def plain_locale(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def both(*arguments, given=b""):
    ours, theirs = within(*arguments, given=given), run(PROGRAM, *arguments, given=given)
    assert (ours.stdout, ours.returncode) == (theirs.stdout, theirs.returncode), ours.stderr.decode()
    return ours


def test_the_version_says_which_library():
    lines = run(MODULE, "--version").stdout.decode().splitlines()
    assert lines == [f"regelgraf {regelgraf.__version__}", f"ABI {_native.ABI}", os.path.realpath(_native.lib._name)]
    assert lines[0] == run(PROGRAM, "--version").stdout.decode().strip()


@pytest.mark.parametrize("example", ["odder", "soroe"])
def test_ask_gives_the_bytes_of_the_program(example):
    questions = ROOT / f"examples/{example}/questions.jsonl"
    model = ROOT / f"examples/{example}/{example}.json"
    answers = both("ask", model, questions).stdout
    assert answers == both("ask", model, given=questions.read_bytes()).stdout
    assert answers.count(b"\n") == len(questions.read_text().splitlines())


def test_ask_reads_lines_as_the_program_does():
    why = '{"ask": "why", "element": "ugenotat", "id": "æøå"}'
    given = "\ufeff{}\n\n \t\r\n{}\r\nnot json\n{{}}\n[1]\n\n{}".format(why, why, why).encode()
    assert both("ask", ODDER, "-", given=given).stdout.count(b"\n") == 6
    assert both("ask", ODDER, given=b"").stdout == b""
    assert both("ask", ODDER, given=b"\xff\xfe\n\x00\n").returncode == 0


def test_ask_answers_before_the_next_question_comes():
    with subprocess.Popen([*MODULE, "ask", ODDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        for _ in range(2):
            asked.stdin.write(b'{"ask": "why", "element": "ugenotat"}\n')
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["origin"] == "home_made"
        asked.stdin.close()
        assert asked.wait() == 0


def test_a_reader_that_leaves_is_no_traceback():
    command = f"{sys.executable} -m regelgraf ask {ODDER} examples/odder/questions.jsonl | head -c 1"
    shell = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True)
    assert (shell.stdout, shell.stderr) == (b"{", b"")


CASES = [
    ("what-breaks", ODDER, "ugenotat"), ("what-breaks", ODDER, "--remove", "ugenotat", "--detail", "ids"),
    ("what-breaks", ODDER, "dk:ksl-2", "byraad", "--date", "2026-03-01"),
    ("what-breaks", ODDER, "ugenotat", "--within", "udfoerer", "--detail", "causes"),
    ("who-decides", ODDER, "--power", "repeal", "--target", "ugenotat"),
    ("who-decides", ODDER, "--power", "decide", "--kle", "27.36", "--fact", "beløb=100.000", "--unit", "visitation"),
    ("who-decides", ODDER, "--target", "kle:27.36", "--facet", "G01", "--fact", "amount=250000,50"),
    ("who-decides", ODDER, "--power", "decide", "--target", "27.36", "--absent", "socialchef", "--disqualified", "byraad"),
    ("who-decides", ODDER, "--power", "decide", "--target", "27.36", "--fact", "principled=nej", "--fact", "ukendt=12"),
    ("may", ODDER, "vejleder", "--power", "repeal", "--target", "ugenotat"),
    ("may", ODDER, "--actor", "leder-udfoerer", "--power", "repeal", "--target", "ugenotat"),
    ("may", ODDER, "ingen", "--power", "repeal", "--target", "ugenotat"),
    ("may", ODDER, "socialchef", "--power", "decide", "--target", "27.36"),
    ("check", ODDER), ("check", SOROE), ("check", ODDER, "--date", "2026-03-01"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(case[:1] + case[2:]))
@pytest.mark.parametrize("language", ["da", "en"])
def test_json_and_status_are_the_programs(case, language):
    said = both(*case, "--json", "--lang", language)
    assert json.loads(said.stdout)["ask"] == case[0].replace("-", "_")


@pytest.mark.parametrize("language", ["da", "en"])
def test_for_people_it_prints_the_answers_own_text(odder, language):
    text = odder.who_decides("repeal", "ugenotat").text
    who = within("who-decides", ODDER, "--power", "repeal", "--target", "ugenotat", "--lang", language)
    assert who.stdout.decode() == getattr(text, language) + "\n"
    breaks = within("--lang", language, "what-breaks", ODDER, "ugenotat")
    assert breaks.stdout.decode() == getattr(odder.what_breaks("ugenotat").text, language) + "\n"
    may = within("may", ODDER, "vejleder", "--power", "repeal", "--target", "ugenotat", "--lang", language)
    assert may.stdout.decode() == f"{'Nej' if language == 'da' else 'No'} (none). {getattr(text, language)}\n"
    assert may.returncode == 1
    check = within("check", ODDER, "--lang", language).stdout.decode().splitlines()
    assert len([line for line in check if not line.startswith("    ")]) == len(odder.check()) + 1
    assert check[-1] == {"da": "odder: 401 elementer, advarsler: 7, bemærkninger: 31",
                         "en": "odder: 401 elements, warnings: 7, notes: 31"}[language]  # fmt: skip


def test_the_language_is_the_systems():
    asked = ("what-breaks", ODDER, "ugenotat")
    assert run(MODULE, *asked, LC_ALL="", LC_MESSAGES="", LANG="da_DK.UTF-8").stdout.startswith("Fjernes".encode())
    assert run(MODULE, *asked, LC_ALL="en_GB", LANG="da_DK").stdout.startswith(b"If ")
    # æøå whatever the locale can write.
    assert "Ugentligt" in run(MODULE, *asked, "--lang", "da", LC_ALL="C", PYTHONUTF8="0").stdout.decode()


BROKEN = b'{"regelgraf": 1, "model": {"id": "m"}, "elements": [{"id": "a", "kind": "rule"}, {"id": "a\xc3\xa6", "kind": "x"}]}'


def test_a_model_with_errors(tmp_path):
    (tmp_path / "m.json").write_bytes(BROKEN)
    said = both("check", tmp_path / "m.json", "--json")
    assert said.returncode == 1 and len(json.loads(said.stdout)["findings"]) == 2
    assert within("check", tmp_path / "m.json").stdout.count(b"error: ") == 2
    asked = within("ask", tmp_path / "m.json")
    assert asked.returncode == run(PROGRAM, "ask", tmp_path / "m.json").returncode == 2
    assert asked.stdout == b"" and f"{tmp_path}/m.json:1:" in asked.stderr.decode()
    assert within("check", "-", "--json", given=BROKEN).returncode == 1


def test_layers_are_found(tmp_path, monkeypatch):
    (tmp_path / "land.json").write_text('{"regelgraf": 1, "model": {"id": "land"}, "elements": []}')
    town = b'{"regelgraf": 1, "model": {"id": "by", "extends": ["land"]}, "elements": []}'
    assert within("check", "-", "--layers", tmp_path, given=town).returncode == 0
    assert within("check", "-", given=town).returncode == 1
    monkeypatch.setenv("REGELGRAF_LAYERS", str(tmp_path))
    assert within("check", "-", given=town).returncode == 0


def test_personal_data_is_refused_unless_it_is_let_pass():
    model = b'{"regelgraf": 1, "model": {"id": "m"}, "elements": [{"id": "a", "kind": "matter", "name": "010190-1234"}]}'
    refused = within("what-breaks", "-", "a", given=model)
    assert refused.returncode == 2 and b"010190" not in refused.stderr
    assert within("what-breaks", "-", "a", "--allow-personal-data", given=model).returncode == 0


@pytest.mark.parametrize("arguments", [
    (), ("ask",), ("nothing", ODDER), ("ask", ODDER, "/no/such"), ("ask", "-"), ("ask", ROOT), ("ask", ODDER, ROOT), ("check", "/no/such.json"),
    ("what-breaks", ODDER), ("what-breaks", ODDER, "ukendt"), ("what-breaks", ODDER, "ugenotat", "--date", "i dag"),
    ("what-breaks", ODDER, "ugenotat", "--detail", "all"), ("who-decides", ODDER), ("who-decides", ODDER, "--power", "decide"),
    ("who-decides", ODDER, "--power", "repeal", "--target", "ugenotat", "--kle", "27"),
    ("who-decides", ODDER, "--target", "ugenotat", "--facet", "G01"),
    ("who-decides", ODDER, "--power", "decide", "--kle", "99.99"),
    ("who-decides", ODDER, "--power", "decide", "--target", "27.36", "--fact", "amount"),
    ("who-decides", ODDER, "--power", "decide", "--target", "27.36", "--fact", "amount=mange"),
    ("who-decides", ODDER, "--power", "decide", "--target", "27.36", "--fact", "amount=ja"),
    ("may", ODDER, "--power", "repeal", "--target", "ugenotat"), ("may", ODDER, "ugenotat", "--power", "repeal", "--target", "ugenotat"),
    ("what-breaks", ODDER, "ugenotat", "--da", "2026-01-01"),
], ids=lambda one: " ".join(map(str, one))[:70])  # fmt: skip
def test_wrong_use_is_2_and_says_why(arguments):
    ours, theirs = within(*arguments), run(PROGRAM, *arguments)
    assert ours.returncode == theirs.returncode == 2
    assert ours.stderr and b"Traceback" not in ours.stderr and ours.stdout == b""


def test_text_that_looks_like_a_number_is_text_where_the_model_says_so(tmp_path):
    model = {"regelgraf": 1, "model": {"id": "m", "facts": [{"name": "sagsnr", "type": "text"}, {"name": "dag", "type": "date"}]},
             "elements": [{"id": "r", "kind": "actor", "tier": "council", "form": "body"}, {"id": "s", "kind": "matter"},
                          {"id": "g", "kind": "grant", "by": "statute", "to": ["r"], "powers": ["decide"], "over": ["s"],
                           "conditions": [{"fact": "sagsnr", "op": "==", "value": "12"}]}]}  # fmt: skip
    (tmp_path / "m.json").write_text(json.dumps(model))
    asked = ("who-decides", tmp_path / "m.json", "--power", "decide", "--target", "s", "--json", "--fact")
    assert json.loads(both(*asked, "sagsnr=12").stdout)["verdict"] == "competent"
    assert json.loads(both(*asked, "sagsnr=ja").stdout)["verdict"] != "competent"
    assert both(*asked, "dag=2026-03-01").returncode == 0


@pytest.mark.parametrize("text, danish, english", [
    ("100000", 100000, 100000), ("100000.5", 100000.5, 100000.5), ("100000,5", 100000.5, 100000.5), ("-1", -1, -1),
    ("100.000", 100000, None), ("100,000", None, 100000), ("100.000,50", 100000.5, 100000.5), ("100,000.50", 100000.5, 100000.5),
    ("1.000.000", 1e6, 1e6), ("0.125", 0.125, 0.125), ("1e3", 1000, 1000), ("", None, None), ("ti", None, None),
    ("1.00.000", None, None), ("nan", None, None), ("inf", None, None), ("1e999", None, None), ("٣", None, None), ("1_000", None, None),
])  # fmt: skip
def test_numbers_are_read_as_the_program_reads_them(text, danish, english):
    assert (typed_number(text, "da"), typed_number(text, "en")) == (danish, english)
    # The program itself: what is no number to it is refused for a fact that is one.
    for language, expected in (("da", danish), ("en", english)):
        asked = ("who-decides", ODDER, "--power", "decide", "--target", "27.36", "--lang", language, "--fact", f"amount={text}", "--json")
        assert (run(PROGRAM, *asked).returncode == 0) == (expected is not None)
        assert (within(*asked).returncode == 0) == (expected is not None)


def test_ctrl_c_ends_it_with_130():
    with subprocess.Popen([*MODULE, "ask", ODDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        asked.stdin.write(b'{"ask": "why", "element": "ugenotat"}\n')
        asked.stdin.flush()
        asked.stdout.readline()  # it is within
        time.sleep(0.1)
        asked.send_signal(2)
        assert asked.wait(10) == 130
        assert asked.stderr.read() == b""


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz: apt install graphviz")
def test_a_picture_is_the_same_bytes(odder):
    drawn = odder.picture(who_decides=("repeal", "ugenotat"), unit="bofaellesskab", language="en").svg
    asked = run(PROGRAM, "picture", ODDER, "--who-decides", "repeal", "ugenotat", "--unit", "bofaellesskab")
    assert drawn == asked.stdout.decode()
