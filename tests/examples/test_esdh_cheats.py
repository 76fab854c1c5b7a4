"""The case system of examples/esdh, when somebody tries to get round it."""

import shutil
import sqlite3
import time

import case_system
import pytest

CPR = "010203" + "-1234"  # nobody's: it only looks like one


def decide(case, answer, *by, outcome="Bevilget"):
    return ("decide", case, "--answer", str(answer), *(word for one in by for word in ("--by", one)), "--outcome", outcome)


def undecided(system):
    return system.sql("SELECT count(*) FROM decisions") == [(0,)] == system.sql("SELECT count(*) FROM deciders")


def test_without_authority(system):
    system.open("1", amount=60000, principled="nej")
    system.do("mbak", "who", "1")
    why = system.refuse("mbak", *decide("1", 1, "mbak:sagsbehandler"))
    assert why.split("\n") == [
        "Nej: Sagsbehandleren i visitationen kan ikke afgøre Socialpædagogisk bistand: kun når amount <= 25000 DKK.",
        "Beslutningskompetence: Lederen af visitationen.",
    ]
    assert system.refuse("mbak", *decide("1", 1, "mbak:leder-visitation")) == "mbak kan ikke handle som leder-visitation."
    assert system.refuse("mbak", *decide("1", 1, "nobody:leder-visitation")) == "Brugeren findes ikke."
    assert system.refuse("nobody", *decide("1", 1, "lhviid:leder-visitation")) == "Brugeren findes ikke."
    assert "kan ikke afgøre" in system.refuse("mbak", *decide("1", 1, "lhviid:leder-visitation", "mbak:sagsbehandler"))
    assert undecided(system)
    log = system.do("mbak", "log")
    assert log.count("afgør afvist") == 5 and "2026-03-02 nobody 1 afgør afvist Brugeren findes ikke.\n" in log
    system.do("mbak", *decide("1", 1, "lhviid:leder-visitation"))


def test_without_an_involvement(system):
    system.do("hlund", "open", "1", "Ugenotat", "--power", "repeal", "--target", "ugenotat")
    system.do("hlund", "who", "1")
    missing = "Mangler før afgørelsen: i-med-regler hos lokal-udfoerer"
    assert system.refuse("hlund", *decide("1", 1, "hlund:leder-udfoerer")) == missing + "."
    assert "beder ikke om" in system.refuse("hlund", "involve", "1", "i-med", "lokal-udfoerer")
    assert "beder ikke om" in system.refuse("hlund", "involve", "1", "i-med-regler", "hlund")
    assert "beder ikke om" in system.refuse("hlund", "involve", "1", "i-orienter-socialudvalg", "socialudvalg", "--done", "ok")
    # The body at another decider's level is another body.
    system.do("hlund", "involve", "1", "i-med-regler", "omraadeudvalg", "--done", "drøftet")
    assert system.refuse("hlund", *decide("1", 1, "hlund:leder-udfoerer")) == missing + "."
    # Sent and answered on the same day: it has not had its time.
    system.do("hlund", "involve", "1", "i-med-regler", "lokal-udfoerer", "--done", "drøftet")
    assert "allerede noteret" in system.refuse("hlund", "involve", "1", "i-med-regler", "lokal-udfoerer", "--done", "igen")
    assert system.refuse("hlund", *decide("1", 1, "hlund:leder-udfoerer")) == missing + ", tidligst overstået 2026-03-16."
    assert undecided(system)


def test_disqualified(system):
    system.open("1", amount=20000, principled="nej")
    system.do("jstorm", "disqualify", "1", "mbak", "nabo")
    inhabil = "mbak er inhabil i sagen og må ikke medvirke."
    for words in (("who", "1"), ("facts", "1", "amount=1"), ("disqualify", "1", "jstorm", "hævn")):
        assert system.refuse("mbak", *words) == inhabil
    system.do("jstorm", "who", "1")
    assert system.refuse("jstorm", *decide("1", 1, "mbak:sagsbehandler")) == inhabil
    assert undecided(system)
    # The other one who holds the post may: a person is disqualified, not the post.
    system.do("jstorm", *decide("1", 1, "jstorm:sagsbehandler"))


def test_disqualified_after_the_answer(system):
    system.open("1", amount=60000, principled="nej")
    system.do("lhviid", "who", "1")
    system.do("lhviid", "disqualify", "1", "lhviid", "søster")
    assert "allerede noteret" in system.refuse("pdam", "disqualify", "1", "lhviid", "igen")
    gone = "Svar 1 gælder ikke længere. Ændret siden: de inhabile. Spørg igen."
    assert system.refuse("ktoft", *decide("1", 1, "ktoft:koordinator")) == gone
    assert "Advarsel: Lederen af visitationen er inhabil" in system.do("ktoft", "who", "1")
    system.do("ktoft", *decide("1", 2, "ktoft:koordinator"))


def test_one_person_for_two(system):
    system.sql("INSERT INTO staff_posts VALUES ('bkrag', 'medarbejdersiden', 'records')")
    system.do("bkrag", "open", "1", "Stress", "--power", "repeal", "--target", "retningslinje-stress")
    system.do("bkrag", "who", "1")
    why = "De, der afgør sagen sammen, skal være forskellige personer med hver sin post."
    assert system.refuse("bkrag", *decide("1", 1, "bkrag:direktion", "bkrag:medarbejdersiden")) == why
    assert system.refuse("bkrag", *decide("1", 1, "bkrag:direktion", "bkrag:direktion")) == why
    assert "opsigelse" in system.refuse("bkrag", *decide("1", 1, "bkrag:direktion"))
    assert undecided(system)


def test_on_an_old_answer(system, tmp_path):
    system.open("1", amount=20000, principled="nej")
    system.open("2", amount=20000, principled="nej")
    system.do("mbak", "who", "1")
    system.do("mbak", "who", "2")
    assert system.refuse("mbak", *decide("1", 2, "mbak:sagsbehandler")) == "Sagen har ikke det svar."
    assert system.refuse("mbak", *decide("1", 7, "mbak:sagsbehandler")) == "Sagen har ikke det svar."
    mine = decide("1", 1, "mbak:sagsbehandler")
    gone = "Svar 1 gælder ikke længere. Ændret siden: {}. Spørg igen."
    model, system.model = system.model, tmp_path / "moved.json"
    system.model.write_text(model.read_text(encoding="utf-8").replace('"value": 25000', '"value": 25001'), encoding="utf-8")
    assert system.refuse("mbak", *mine) == gone.format("modellen")
    system.model = model
    system.today = "2026-03-03"
    assert system.refuse("mbak", *mine) == gone.format("dagen")
    system.today = "2026-03-02"
    system.do("mbak", "facts", "1", "amount=20001")
    assert system.refuse("mbak", *mine) == gone.format("oplysningerne")
    system.do("mbak", "facts", "1", "amount=20000")
    assert system.do("mbak", *mine)  # all is as it was asked: the answer holds


def test_twice(system):
    system.open("1", amount=20000, principled="nej")
    system.do("mbak", "who", "1")
    system.do("mbak", *decide("1", 1, "mbak:sagsbehandler"))
    for words in (decide("1", 1, "jstorm:sagsbehandler", outcome="Afslag"), ("facts", "1", "amount=1"), ("who", "1"),
                  ("disqualify", "1", "mbak", "nabo")):  # fmt: skip
        assert system.refuse("pdam", *words) == "Sagen er afgjort."
    assert system.refuse("mbak", "open", "1", "Igen", "--power", "decide", "--target", "27.36.12") == "Sagen findes allerede."
    assert system.sql("SELECT outcome FROM decisions") == [("Bevilget",)]


def test_past_the_program(system):
    """Somebody with the program's own connection cannot rewrite what was."""
    system.open("1", amount=20000, principled="nej")
    system.open("2")
    system.do("mbak", "who", "1")
    system.do("mbak", *decide("1", 1, "mbak:sagsbehandler"))
    for table in ("facts", "answers", "decisions", "deciders", "log"):
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET case_no = '2'"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                system.sql(statement)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        system.sql("INSERT INTO decisions SELECT * FROM decisions")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):  # the answer of another case
        system.sql("INSERT INTO decisions SELECT '2', answer, decided_on, effective_on, outcome, authority, entered_by FROM decisions")


def test_on_an_unknown_fact(system):
    system.open("1")
    out = system.do("mbak", "who", "1")
    assert "Spørg om: Hvor stort er beløbet om året? (amount)" in out and "Spørg om: Er sagen principiel?" in out
    why = system.refuse("mbak", *decide("1", 1, "mbak:sagsbehandler"))
    assert why.startswith("Det kommer an på") and "Spørg om: Er sagen principiel?" in why
    assert system.refuse("mbak", "facts", "1", "amount=20000", "principal=nej") == "Modellen kender ingen oplysning med det navn."
    assert system.sql("SELECT * FROM facts") == []  # all or nothing
    assert system.refuse("mbak", "facts", "1", "amount=ja") == "Oplysningen er af en anden type i modellen."
    assert system.refuse("mbak", "facts", "1", "amount=meget") == "Oplysningen er af en anden type i modellen."
    for number in ("20.000", "20.000,00", "020000", "1,2,3", "1."):
        assert system.refuse("mbak", "facts", "1", f"amount={number}") == "Skriv tal uden tusindtalsseparator: 18000 eller 18000,50."
    # An alias is the same fact, and what is taken back is unknown again.
    system.do("mbak", "facts", "1", "amount=90000", "beløb=20000", "principiel=nej")
    assert system.sql("SELECT facts FROM questions") == [('{"amount":20000,"principled":false}',)]
    system.do("mbak", "facts", "1", "principled=")
    assert system.sql("SELECT facts FROM questions") == [('{"amount":20000}',)]
    assert system.refuse("mbak", "facts", "1", "principled2=") == "Sagen har ingen oplysning med det navn."
    system.do("mbak", "who", "1")
    assert system.refuse("mbak", *decide("1", 2, "mbak:sagsbehandler")).startswith("Det kommer an på")
    assert undecided(system)


def test_a_misspelt_power_does_not_fall_to_the_council(system):
    status = system.refuse("mbak", "open", "1", "Støtte", "--power", "afgør", "--target", "27.36.12")
    assert status == "Databasen tager det ikke imod: et felt må ikke have den værdi."
    assert "nearest" in system.refuse("mbak", "open", "1", "Støtte", "--power", "decide", "--target", "27.36.13")
    assert system.sql("SELECT * FROM cases") == []


def test_a_cpr_number(system):
    refused = "Noget ligner et CPR-nummer. Personoplysninger hører ikke til i et spørgsmål."
    system.do("mbak", "open", "1", "Støtte", "--power", "decide", "--target", "27.36.12", "--party", "Bo Berg", "--cpr", CPR)
    assert system.refuse("mbak", "facts", "1", f"amount={CPR}") == refused
    assert system.refuse("mbak", "facts", "1", f"{CPR}=1") == refused
    assert system.refuse("mbak", "facts", "1", f"principled=ja, {CPR}") == refused
    assert system.refuse("mbak", "open", CPR, "Støtte", "--power", "decide", "--target", "27.36.12") == refused
    system.refuse("mbak", "open", "2", "Støtte", "--power", "decide", "--target", "27.36.12", "--party", "X", "--cpr", "1234")
    system.do("mbak", "facts", "1", "amount=20000", "principled=nej")
    system.do("mbak", "who", "1")
    everything = system.do("mbak", "show", "1") + system.do("mbak", "note", "1") + system.do("mbak", "log") + system.do("mbak", "queue")
    assert CPR not in everything
    # The party stands in its own table and nowhere else.
    for (table,) in system.sql("SELECT name FROM sqlite_master WHERE type = 'table'"):
        text = str(system.sql(f"SELECT * FROM {table}"))
        assert (CPR in text) == ("Bo Berg" in text) == (table == "parties")


def test_sql_and_quotes_in_texts(system):
    nasty = "Robert'); DROP TABLE cases;-- \"x\" \\ {0} {} %s æøå 𝄞"
    system.do("mbak", "open", nasty, nasty, "--power", "decide", "--target", "27.36.12", "--unit", "visitation", "--party", nasty)
    system.do("mbak", "facts", nasty, "amount=20000", "principled=nej")
    system.do("mbak", "disqualify", nasty, "jstorm", nasty)
    system.do("mbak", "who", nasty)
    system.do("mbak", *decide(nasty, 1, "mbak:sagsbehandler", outcome=nasty))
    shown = system.do("mbak", "show", nasty)
    for line in (f"Sag {nasty}: {nasty}", f"  Part: {nasty}", f"  Inhabil: jstorm: {nasty} (2026-03-02 mbak)",
                 f"  Afgjort: {nasty} (svar 1, 2026-03-02, virker fra 2026-03-02)"):  # fmt: skip
        assert line + "\n" in shown
    assert system.sql("SELECT case_no, title FROM cases") == [(nasty, nasty)]
    assert system.refuse("mbak", "facts", nasty + "' OR '1'='1", "amount=1") == "Sagen findes ikke."
    assert "no element" in system.refuse("mbak", "open", "2", "x", "--power", "decide", "--target", "' OR 1=1 --")
    system.open("2")
    assert system.refuse("mbak", "facts", "2", "x' OR '1'='1=1") == "Modellen kender ingen oplysning med det navn."


def finish(process):
    out, err = process.communicate(timeout=120)
    return process.returncode, out.decode(), err.decode()


def test_two_at_once_decide_one_case(staffed, tmp_path):
    """Both programs on one database, at the same moment."""
    systems = [case_system.CaseSystem(program, tmp_path) for program in case_system.PROGRAMS.values()]
    first = systems[0]
    shutil.copy(staffed, first.db)
    first.open("1", amount=20000, principled="nej")
    first.do("mbak", "who", "1")
    running = [systems[i % 2].start("mbak", *decide("1", 1, f"{who}:sagsbehandler", outcome=f"nr. {i}"))
               for i, who in enumerate(["mbak", "jstorm"] * 3)]  # fmt: skip
    ended = [finish(process) for process in running]
    won = [i for i, (status, _, _) in enumerate(ended) if status == 0]
    assert len(won) == 1
    assert {ended[i] for i in range(6) if i not in won} == {(1, "", "Afvist: Sagen er afgjort.\n")}
    assert first.sql("SELECT outcome FROM decisions") == [(f"nr. {won[0]}",)]
    assert first.sql("SELECT count(*) FROM log WHERE action = 'afgør afvist'") == [(5,)]


def test_a_fact_comes_while_somebody_decides(staffed, tmp_path):
    """Either the fact is first and the answer holds no longer, or the decision is and the fact is too late."""
    systems = [case_system.CaseSystem(program, tmp_path) for program in case_system.PROGRAMS.values()]
    first = systems[0]
    shutil.copy(staffed, first.db)
    for case in ("1", "2"):
        first.open(case, amount=20000, principled="nej")
        first.do("mbak", "who", case)
    running = [(systems[i].start("mbak", *decide(case, answer, "mbak:sagsbehandler")),
                systems[1 - i].start("jstorm", "facts", case, "amount=60000"))
               for i, (case, answer) in enumerate((("1", 1), ("2", 2)))]  # fmt: skip
    for decided, noted in running:
        (a, _, why), (b, _, late) = finish(decided), finish(noted)
        assert (a, b) in {(0, 1), (1, 0)}
        assert ("Ændret siden: oplysningerne" in why) if a else ("Sagen er afgjort." in late)


def test_waits_for_another_process(system):
    system.open("1", amount=20000, principled="nej")
    other = sqlite3.connect(system.db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    process = system.start("mbak", "who", "1")
    time.sleep(2)
    assert process.poll() is None
    other.execute("ROLLBACK")
    other.close()
    assert finish(process)[0] == 0
