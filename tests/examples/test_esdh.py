"""The case system of examples/esdh: the day that is shown, in each language, and what is kept of it."""

import json
import subprocess

import case_system
import pytest
import regelgraf


@pytest.mark.parametrize("language", case_system.PROGRAMS)
def test_the_day(language):
    done = subprocess.run([case_system.ESDH / "day.sh", *case_system.PROGRAMS[language]], env=case_system.environment(), capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.decode() == (case_system.ESDH / "expected.txt").read_text(encoding="utf-8")


def test_an_answer_is_kept_with_all_it_hangs_on(system):
    system.open("1", beløb="60000,50", principled="nej")
    system.do("lhviid", "disqualify", "1", "lhviid", "søster")
    system.do("ktoft", "who", "1")
    [(facts, out, id, digest, editions, verdict, answer, note)] = system.sql(
        "SELECT facts, disqualified, model_id, model_digest, editions, verdict, answer, note FROM answers")
    assert (facts, out) == ('{"amount":60000.50,"principled":false}', '["leder-visitation"]')
    with regelgraf.Model.open(case_system.MODEL) as model:
        question = dict(unit="visitation", date="2026-03-02", facts=json.loads(facts), disqualified=json.loads(out))
        decision = model.who_decides("decide", "27.36.12", **question)
        made = model.journal_note("decide", "27.36.12", case_no="1", made="2026-03-02", **question)
        assert (id, digest) == (model.id, model.digest)
    assert (verdict, answer, note) == ("competent", decision.json, made.text)
    assert json.loads(editions) == made.to_dict()["note"]["layers"]
    assert system.do("ktoft", "note", "1") == note


def test_the_note_stays_when_the_model_moves(system, tmp_path):
    system.open("1", amount=30000, principled="nej")
    system.do("mbak", "who", "1")
    before = system.do("mbak", "note", "1")
    text = case_system.MODEL.read_text(encoding="utf-8")
    system.model = tmp_path / "moved.json"
    system.model.write_text(text.replace('"value": 25000', '"value": 40000'), encoding="utf-8")
    assert system.do("mbak", "note", "1") == before
    assert "Sagsbehandleren" in system.do("mbak", "who", "1")
    assert system.do("mbak", "note", "1", "--answer", "1") == before
    assert system.do("mbak", "note", "1") != before


def test_years_later_the_rules_of_then_give_the_answer_of_then(system, tmp_path):
    """The rules come from a store, and the store moves on."""
    text = case_system.MODEL.read_text(encoding="utf-8")
    rules = tmp_path / "rules.db"
    change = {"regelgraf_change": 1, "by": "byraadssekretariatet", "whole": True}
    with regelgraf.Store.init(rules) as store:
        for text, why, at in ((text, "den vedtagne plan", "2026-01-01T08:00:00Z"),
                              (text.replace('"value": 25000', '"value": 40000'), "hævet", "2026-06-01T08:00:00Z")):
            model = json.loads(text)
            store.commit(change | {"head": model["model"], "put": model["elements"], "why": why, "at": at})
            if store.state == 1:
                system.open("1", amount=30000, principled="nej")
                system.rules = rules
                system.do("lhviid", "who", "1")
    assert system.do("mbak", "again", "1") == "Svar 1 blev givet på reglernes tilstand 1.\nDet samme svar i dag på de regler.\n"
    system.do("mbak", "who", "1")
    assert system.sql("SELECT store_state FROM answers") == [(1,), (2,)]
    assert system.sql("SELECT count(DISTINCT answer) FROM answers") == [(2,)]
    assert "tilstand 1" in system.do("mbak", "again", "1", "--answer", "1")
    other = tmp_path / "other.db"
    with regelgraf.Store.init(other) as store:
        store.commit(change | {"head": {"id": "x"}, "put": [], "why": "en anden", "at": "2026-01-01T08:00:00Z"})
    system.rules = other
    assert "Lageret er et andet" in system.refuse("mbak", "again", "1", "--answer", "1")
    system.rules = None
    assert "--rules" in system.refuse("mbak", "again", "1")
    system.do("mbak", "who", "1")
    system.rules = rules
    assert system.refuse("mbak", "again", "1") == "Svaret er ikke givet på et lager af regler."


def test_ending_a_rule_by_notice(system):
    system.today = "2026-11-30"
    system.do("obech", "open", "1", "Opsigelse", "--power", "repeal", "--target", "retningslinje-stress")
    system.do("obech", "who", "1")
    decide = ("decide", "1", "--answer", "1", "--by", "obech:medarbejdersiden", "--outcome", "Opsagt")
    assert "En opsigelse med varsel skal siges som det" in system.refuse("obech", *decide)
    assert system.do("obech", *decide, "--notice") == "Sag 1 er afgjort og virker fra 2027-02-28.\n"


def test_a_hearing_is_met_by_asking(system, tmp_path):
    """Consulted: the days must pass, an answer need not come; discussed: it must."""
    text = case_system.MODEL.read_text(encoding="utf-8")
    system.model = tmp_path / "hearing.json"
    system.model.write_text(
        text.replace('"how": "discuss", "timing": "before", "powers": ["adopt", "amend", "repeal"]',
                     '"how": "consult", "timing": "before", "powers": ["adopt", "amend", "repeal"]'), encoding="utf-8")  # fmt: skip
    system.do("hlund", "open", "1", "Ugenotat", "--power", "repeal", "--target", "ugenotat")
    system.do("hlund", "involve", "1", "i-med-regler", "lokal-udfoerer")
    decide = ("decide", "1", "--by", "hlund:leder-udfoerer", "--outcome", "Ophævet", "--answer")
    system.today = "2026-03-15"
    system.do("hlund", "who", "1")
    assert "tidligst overstået 2026-03-16" in system.refuse("hlund", *decide, "1")
    system.today = "2026-03-16"
    system.do("hlund", "who", "1")
    held = system.model
    system.model = case_system.MODEL
    system.do("hlund", "who", "1")
    assert system.refuse("hlund", *decide, "3") == "Mangler før afgørelsen: i-med-regler hos lokal-udfoerer, der ikke har svaret."
    system.model = held
    system.do("hlund", *decide, "2")


def test_wrong_use(system, tmp_path):
    assert system.run("mbak", "decide", "1")[0] == 2
    assert system.run("mbak", "no-such-command")[0] == 2
    for rules in ([], ["--model", system.model, "--rules", system.model]):
        assert subprocess.run([*system.program, "--db", system.db, *rules, "queue"], cwd=case_system.ESDH, env=case_system.environment(), capture_output=True).returncode == 2
    assert system.refuse("mbak", "setup", "staff.csv") == "Databasen findes allerede."
    assert system.refuse("mbak", "show", "nej") == "Sagen findes ikke."
    system.db = tmp_path / "none.db"
    assert system.run("mbak", "queue")[0] == 2 and not system.db.exists()
    system.db.write_bytes(b"")
    assert system.refuse("mbak", "queue") == "Filen er ikke sagssystemets database: kør setup."
    staff = tmp_path / "staff.csv"
    staff.write_text("login;navn;post;postens navn;hverv\nx;X;leder-vistation;Leder;holds\n", encoding="utf-8")
    assert system.refuse("x", "setup", staff) == "Modellen kender ikke posten leder-vistation."
    assert system.refuse("x", "queue") == "Filen er ikke sagssystemets database: kør setup."
