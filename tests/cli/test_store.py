"""store: who changed what when, and what held on the day."""

import json
import os
import shutil
import subprocess

import pytest
from conftest import ENVIRONMENT, PROGRAM, actor, model_text, rule

BY = ("--by", "sekretariatet", "--why", "Den vedtagne plan")


@pytest.fixture
def store(run, write, tmp_path):
    """A store of three states: a rule, another with a need, and the first changed."""
    path = tmp_path / "s.db"
    assert run("store", "init", path).status == 0
    change = {"regelgraf_change": 1, "head": {"id": "m", "name": {"da": "Prøve"}},
              "put": [actor("chef"), rule("r", issuer="chef")]}
    first = write("1.json", json.dumps(change))
    done = run("store", "commit", path, first, *BY, "--at", "2026-01-01T10:00:00Z", "--decision", "Byrådet, punkt 7",
               "--decision-element", "r")
    assert done.status == 0, done.err
    assert "state 1" in done.out and "2 new" in done.out
    second = write("2.json", json.dumps({"regelgraf_change": 1, "by": "chef", "at": "2026-02-01T10:00:00+01:00",
                                         "why": "behov", "put": rule("s", needs=["r"])}))
    assert run("store", "commit", path, second).status == 0
    third = write("3.json", json.dumps({"regelgraf_change": 1, "put": rule("r", issuer="chef", note="ændret")}))
    assert run("store", "commit", path, third, "--by", "direktionen", "--why", "rettelse", "--base", "2",
               "--at", "2026-03-01T10:00:00Z").status == 0
    return path


def test_the_log_says_who_when_and_why(run, store):
    said = run("store", "log", store, "--lang", "da")
    assert said.status == 0
    assert "tilstand 1" in said.out and "sekretariatet" in said.out and "beslutning: Byrådet, punkt 7, r" in said.out
    log = run("store", "log", store, "--json").json()["log"]
    assert [one["state"] for one in log] == [1, 2, 3]
    assert log[1]["at"] == "2026-02-01T09:00:00Z"
    assert [one["state"] for one in run("store", "log", store, "--json", "--element", "r").json()["log"]] == [1, 3]
    assert len(run("store", "log", store, "--json", "--recorded", "2026-02-28").json()["log"]) == 2


def test_as_of_gives_the_model_of_a_pair_of_dates(run, store, tmp_path):
    out = tmp_path / "then.json"
    done = run("store", "as-of", store, "--valid", "2026-06-01", "--recorded", "2026-02-15", "-o", out)
    assert done.status == 0
    assert "valid on: 2026-06-01" in done.out and "state 2" in done.out
    ids = {one["id"]: one for one in json.loads(out.read_text("utf-8"))["elements"]}
    assert set(ids) == {"chef", "r", "s"} and "note" not in ids["r"]
    told = run("store", "as-of", store, "--state", "1", "--json").json()
    assert told["valid_on"] is None and told["entry"]["state"] == 1
    digest = run("ask", out, stdin='{"ask": "check"}').json()["model"]["digest"]
    assert digest == run("store", "as-of", store, "--state", "2", "--json").json()["model"]["digest"]
    assert run("store", "as-of", store, "--recorded", "2025-01-01").status == 2


def test_diff_blame_and_show(run, store):
    assert "~ r: note" in run("store", "diff", store, "2", "3").out
    assert "+ s" in run("store", "diff", store, "2026-01-15", "2026-02-15").out
    said = run("store", "blame", store, "r").out
    assert "direktionen: rettelse" in said and "sekretariatet: Den vedtagne plan" in said
    shown = run("store", "show", store, "3", "--json").json()
    assert shown["changes"][0]["value"]["note"] == "ændret"
    assert run("store", "show", store, "9").status == 2
    assert run("store", "blame", store, "nobody").status == 2


def test_a_conflict_names_the_element_and_a_refusal_every_finding(run, store, write):
    late = write("late.json", json.dumps({"regelgraf_change": 1, "put": rule("r", issuer="chef", note="for sent")}))
    done = run("store", "commit", store, late, *BY, "--at", "2026-04-01T10:00:00Z", "--base", "2")
    assert done.status == 1 and "element r" in done.out
    wrong = write("wrong.json", json.dumps({"regelgraf_change": 1, "end": "r"}))
    done = run("store", "commit", store, wrong, *BY, "--at", "2026-04-01T10:00:00Z", "--json")
    assert done.status == 1
    assert done.json()["recorded"] is False and done.json()["findings"][0]["element"] == "s"
    early = run("store", "commit", store, late, *BY, "--at", "2026-01-01T10:00:00Z")
    assert early.status == 2 and "later" in early.err
    assert run("store", "commit", store, late).status == 2
    cpr = run("store", "commit", store, late, "--by", "010190-1234", "--why", "x", "--at", "2026-04-01T10:00:00Z")
    assert cpr.status == 2 and "010190" not in cpr.err
    assert len(run("store", "log", store, "--json").json()["log"]) == 3


def test_a_whole_model_is_a_change_set(run, store, write, tmp_path, odder):
    path = tmp_path / "odder.db"
    assert run("store", "init", path).status == 0
    done = run("store", "commit", path, odder, *BY, "--at", "2026-01-01T10:00:00Z")
    assert done.status == 0, done.err
    out = tmp_path / "back.json"
    assert run("store", "as-of", path, "-o", out).status == 0
    before, after = (run("ask", one, stdin='{"ask": "check"}').json()["model"]["digest"] for one in (odder, out))
    assert before == after
    assert run("store", "commit", path, odder, *BY, "--at", "2026-01-02T10:00:00Z").status == 2  # nothing changes


def test_verify_backup_export_import(run, store, tmp_path):
    assert "fits together" in run("store", "verify", store).out
    noted = run("store", "log", store, "--json").json()["log"][1]
    assert run("store", "verify", store, "--expect", f"2:{noted['hash']}").status == 0
    assert run("store", "verify", store, "--expect", f"2:{'0' * 64}").status == 1
    backup, lines, copy = tmp_path / "b.db", tmp_path / "x.jsonl.gz", tmp_path / "c.db"
    assert run("store", "backup", store, backup).status == 0
    assert run("store", "verify", backup).status == 0
    assert run("store", "export", store, lines).status == 0
    assert run("store", "init", copy).status == 0
    assert "3 entries" in run("store", "import", copy, lines).out
    assert run("store", "export", copy, "-").out == run("store", "export", store, "-").out
    assert run("store", "import", copy, "-", stdin="{").status == 2


def test_reviews(run, store, write, tmp_path):
    review = write("review.json", '{"title": "2026", "regelgraf_review": 1}')
    done = run("store", "put-review", store, review, "--id", "2026", *BY, "--at", "2026-04-01T10:00:00Z")
    assert done.status == 0, done.err
    assert run("store", "get-review", store, "2026").json() == {"regelgraf_review": 1, "title": "2026"}
    assert run("store", "get-review", store, "2026", "--recorded", "2026-03-31").status == 2
    other = write("other.json", '{"title": "2026"}')
    assert run("store", "put-review", store, other, "--id", "x", *BY, "--at", "2026-04-02T10:00:00Z").status == 1
    assert run("store", "verify", store).status == 0


def test_what_is_no_store_is_said(run, tmp_path, odder):
    for path, word in ((tmp_path / "nowhere.db", "store init"), (odder, "no store")):
        done = run("store", "log", path)
        assert done.status == 2 and word in done.err, done.err
    assert run("store", "init", odder).status == 2
    assert run("store", "fly", odder).status == 2
    assert run("store", "log").status == 2
    assert run("store", "log", "postgresql:///nobody?host=/nowhere/at/all").status == 2


def test_a_read_only_file_is_read_and_not_written(run, store, write):
    change = write("x.json", json.dumps({"regelgraf_change": 1, "put": rule("t")}))
    how = ("--at", "2026-04-01T10:00:00Z", *BY)
    folder = store.parent
    os.chmod(store, 0o444)
    prefix = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everything, and setpriv is not here (Debian: util-linux)")
        prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for one in (folder, *folder.parents):
            if one.stat().st_uid == 0 and len(one.parts) > 2:
                os.chmod(one, 0o777)

    def call(*arguments):
        return subprocess.run([*prefix, PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT,
                              check=False, timeout=60)

    for journal in folder.glob("s.db-*"):
        journal.unlink()
    said = call("store", "log", store)
    assert said.returncode == 0, said.stderr
    said = call("store", "commit", store, change, *how)
    assert said.returncode == 2 and "read" in said.stderr, said.stderr
    assert run("store", "verify", store).status == 0


def test_help_is_there_in_both_languages(run):
    assert "as-of" in run("store", "--help", "--lang", "en").out
    assert "HANDLING" in run("store", "--help", "--lang", "da").out


def test_a_model_is_no_store_and_a_store_no_model(run, store, write):
    assert run("check", store).status == 2
    assert run("store", "log", write("m.json", model_text(rule("r")))).status == 2
