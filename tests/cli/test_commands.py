"""Every command: what it answers, with which status, in which language."""

import gzip
import json

import pytest

from conftest import actor, model_text, rule

QUESTIONS = [
    (["what-breaks", "ugenotat"], {"ask": "what_breaks", "remove": ["ugenotat"], "detail": "full"}),
    (["what-breaks", "opf-arbejdsgang", "statusmoede", "--within", "bofaellesskab", "--date", "2026-03-01",
      "--detail", "causes"],
     {"ask": "what_breaks", "remove": ["opf-arbejdsgang", "statusmoede"], "within": "bofaellesskab",
      "date": "2026-03-01", "detail": "causes"}),
    (["what-if", "--remove", "ugenotat", "--change", 'statusmoede={"status": "repealed"}', "--date", "2026-03-01"],
     {"ask": "what_if", "remove": ["ugenotat"], "change": {"statusmoede": {"status": "repealed"}},
      "date": "2026-03-01", "detail": "full"}),
    (["who-decides", "--power", "repeal", "--target", "ugenotat", "--disqualified", "leder-udfoerer", "--absent",
      "socialchef"],
     {"ask": "who_decides", "power": "repeal", "target": "ugenotat", "disqualified": ["leder-udfoerer"],
      "absent": ["socialchef"]}),
    (["who-decides", "--power", "decide", "--target", "27.36.12", "--unit", "visitation", "--fact",
      "beløb=20.000,50", "--fact", "principiel=nej"],
     {"ask": "who_decides", "power": "decide", "target": "27.36.12", "unit": "visitation",
      "facts": {"beløb": 20000.5, "principiel": False}}),
    (["who-decides", "--kle", "27.36.12", "--facet", "G01"],
     {"ask": "who_decides", "target": {"kle": "27.36.12", "facet": "G01"}}),
    (["who-decides", "--target", "kle:27.36.12", "--power", "decide"],
     {"ask": "who_decides", "power": "decide", "target": {"kle": "27.36.12"}}),
    (["may", "byraad", "--power", "repeal", "--target", "sel-141"],
     {"ask": "may", "actor": "byraad", "power": "repeal", "target": "sel-141"}),
    (["plan", "ugenotat", "statusmoede", "--date", "2026-03-01", "--disqualified", "leder-udfoerer"],
     {"ask": "removal_plan", "remove": ["ugenotat", "statusmoede"], "date": "2026-03-01",
      "disqualified": ["leder-udfoerer"]}),
    (["why", "ugenotat", "--date", "2026-03-01"], {"ask": "why", "element": "ugenotat", "date": "2026-03-01"}),
    (["cuts", "ret-individuel", "--at-most", "5"],
     {"ask": "cuts", "element": "ret-individuel", "to": "break", "at_most": 5}),
    (["cuts", "maal-enhedspris", "--to", "restore", "--date", "2026-03-01"],
     {"ask": "cuts", "element": "maal-enhedspris", "to": "restore", "date": "2026-03-01"}),
    (["rank", "--top", "20"], {"ask": "rank", "by": "breaks", "top": 20}),
    (["rank", "--by", "hours", "--among", "ugenotat", "--among", "udredning", "--date", "2026-03-01", "--seconds", "600"],
     {"ask": "rank", "by": "hours", "among": ["ugenotat", "udredning"], "date": "2026-03-01", "seconds": 600}),
    (["what-may", "leder-udfoerer"], {"ask": "what_may", "actor": "leder-udfoerer"}),
    (["what-may", "socialchef", "--power", "repeal", "--power", "decide", "--kind", "rule", "--by", "hours", "--unit",
      "visitation", "--date", "2026-03-01", "--fact", "beløb=20.000,50", "--absent", "byraad", "--disqualified",
      "leder-udfoerer", "--seconds", "600"],
     {"ask": "what_may", "actor": "socialchef", "powers": ["repeal", "decide"], "kinds": "rule", "by": "hours",
      "unit": "visitation", "date": "2026-03-01", "facts": {"beløb": 20000.5}, "absent": "byraad",
      "disqualified": "leder-udfoerer", "seconds": 600}),
    (["what-may", "ingen"], {"ask": "what_may", "actor": "ingen"}),
    (["check"], {"ask": "check"}),
    (["check", "--date", "2019-06-01"], {"ask": "check", "date": "2019-06-01"}),
    (["burden", "--by", "actor", "--within", "udfoerer", "--date", "2026-03-01"],
     {"ask": "burden", "by": "actor", "within": "udfoerer", "date": "2026-03-01"}),
    (["burden", "--by", "tier"], {"ask": "burden", "by": "tier"}),
]


@pytest.mark.parametrize("arguments, question", QUESTIONS, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_json_is_the_line_that_ask_gives(run, odder, arguments, question):
    command, *rest = arguments
    asked = run("ask", odder, stdin=json.dumps(question))
    assert asked.status == 0 and asked.err == ""
    assert "error" not in asked.json()
    typed = run(command, odder, *rest, "--json", "--lang", "da")
    assert typed.out == asked.out
    assert typed.err == ""


@pytest.mark.parametrize("arguments, question", QUESTIONS, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
@pytest.mark.parametrize("language", ["da", "en"])
def test_people_get_text_without_escapes(run, odder, arguments, question, language):
    command, *rest = arguments
    answer = run(command, odder, *rest, "--lang", language)
    assert answer.status in (0, 1) and answer.err == ""
    assert len(answer.out.splitlines()) > 1
    assert "\x1b" not in answer.out and "_" not in answer.out  # no word of the file format shines through
    assert answer.out == run(command, odder, *rest, "--lang", language).out


def test_the_languages_differ_and_the_locale_chooses(run, odder):
    question = ["why", odder, "ugenotat"]
    danish, english = run(*question, "--lang", "da").out, run(*question, "--lang", "en").out
    assert "Hjemmel" in danish and "hjemmelavet" in danish and "Ground" not in danish
    assert "Ground" in english and "home-made" in english and "Hjemmel" not in english
    assert run(*question, env={"LC_ALL": "da_DK.UTF-8"}).out == danish
    assert run(*question, env={"LC_ALL": "", "LANG": "da_DK.UTF-8"}).out == danish
    assert run(*question, env={"LC_ALL": "", "LC_MESSAGES": "da_DK.UTF-8", "LANG": "de_DE.UTF-8"}).out == danish
    assert run(*question, env={"LC_ALL": "de_DE.UTF-8"}).out == english


def test_without_utf8_in_the_locale_trees_are_indented(run, odder):
    drawn = run("what-breaks", odder, "delmaal").out
    plain = run("what-breaks", odder, "delmaal", env={"LC_ALL": "C"}).out
    assert "├─" in drawn and "→" in drawn
    assert "├─" not in plain and "→" not in plain and "->" in plain


# --- what-breaks -------------------------------------------------------------------------------


def test_an_unmet_duty_is_the_headline(run, odder):
    answer = run("what-breaks", odder, "afgoerelse-skabelon", "--lang", "da")
    assert answer.status == 0
    assert answer.out.startswith("ADVARSEL: 1 pligt bliver ikke opfyldt")
    english = run("what-breaks", odder, "afgoerelse-skabelon", "--lang", "en").out
    assert english.startswith("ALARM: 1 duty goes unmet")


def test_nothing_recorded_is_not_nothing_breaks(run, odder):
    danish = run("what-breaks", odder, "praksis-ring", "--lang", "da").out
    assert "ikke REGISTRERET" in danish and "Ingen har undersøgt" in danish
    english = run("what-breaks", odder, "praksis-ring", "--lang", "en").out
    assert "Nothing is RECORDED" in english and "Nobody has examined" in english
    examined = run("what-breaks", odder, "ugenotat", "--lang", "en").out
    assert examined.startswith("Nothing loses its ground or breaks")


def test_the_way_from_the_removed_to_the_fallen_is_shown(run, odder):
    text = run("what-breaks", odder, "delmaal", "--lang", "en").out
    assert "The provider writes detailed sub-goals → Procedure: notes per sub-goal → Procedure: the authority" in text


def test_hours_stand_in_a_table_with_thousands_apart(run, small):
    assert "1.200" in run("what-breaks", small, "r", "--lang", "da").out
    assert "1,200" in run("what-breaks", small, "r", "--lang", "en").out


# --- who-decides and may -----------------------------------------------------------------------


def test_who_decides_shows_the_chain_root_first(run, odder):
    text = run("who-decides", odder, "--power", "decide", "--target", "27.36.12", "--unit", "visitation",
               "--fact", "amount=20000", "--fact", "principled=no", "--lang", "en").out
    assert text.startswith("The caseworker in visitation may decide")
    chain = [text.index(grant) for grant in ("(dk:root)", "(g-udvalg)", "(g-socialchef)", "(g-leder-visitation)")]
    assert chain == sorted(chain)


def test_what_the_answer_hangs_on_is_asked_for(run, odder):
    text = run("who-decides", odder, "--power", "decide", "--target", "27.36.12", "--lang", "da").out
    assert text.startswith("Det kommer an på sagen")
    assert "--fact amount=TAL" in text and "Hvor stort er beløbet om året?" in text and "--unit ENHED" in text


def test_may_leaves_1_for_no_and_0_for_yes_and_depends(run, odder):
    def ask(actor, target, *more):
        return run("may", odder, actor, "--power", "repeal", "--target", target, *more)

    yes = ask("leder-udfoerer", "ugenotat", "--lang", "en")
    assert yes.status == 0 and yes.out.startswith("Yes: ")
    no = ask("vejleder", "ugenotat", "--lang", "da")
    assert no.status == 1 and no.out.startswith("Nej: ")
    assert "ikke et forbud" in no.out
    assert ask("vejleder", "ugenotat", "--json").status == 1
    depends = run("may", odder, "sagsbehandler", "--power", "decide", "--target", "27.36.12", "--lang", "en")
    assert depends.status == 0 and depends.out.startswith("It depends")


def test_an_actor_that_the_model_does_not_have_may_nothing(run, odder):
    answer = run("may", odder, "leder-udforer", "--power", "repeal", "--target", "ugenotat", "--lang", "en")
    assert answer.status == 1
    assert "`leder-udfoerer`" in answer.out


def test_may_and_why_take_what_they_are_about_by_name_too(run, odder):
    assert run("why", odder, "--element", "ugenotat").out == run("why", odder, "ugenotat").out
    power = ["--power", "repeal", "--target", "ugenotat"]
    assert run("may", odder, "--actor", "vejleder", *power).out == run("may", odder, "vejleder", *power).out


# --- facts -------------------------------------------------------------------------------------


def facts_given(run, small, language, *facts):
    """The verdict on a case of the small model; its limit is 100000.5."""
    options = [part for fact in facts for part in ("--fact", fact)]
    return run("who-decides", small, "--power", "decide", "--target", "sag", "--lang", language, "--json", *options)


@pytest.mark.parametrize("typed, within", [
    ("100000", True), ("100001", False), ("100000.5", True), ("100.000,5", True), ("100.000,50", True),
    ("100.000,51", False), ("100,000.51", False), ("100000,5", True), ("1.000.000", False), ("1e3", True), ("-5", True),
])
@pytest.mark.parametrize("language", ["da", "en"])
def test_numbers_are_read_as_people_type_them(run, small, language, typed, within):
    answer = facts_given(run, small, language, f"beløb={typed}", "urgent=false")
    assert answer.status == 0, answer.err
    assert answer.json()["verdict"] == ("competent" if within else "nobody")


def test_a_number_that_means_two_things_is_refused(run, small):
    assert facts_given(run, small, "da", "amount=100.000", "urgent=nej").json()["verdict"] == "competent"
    assert facts_given(run, small, "da", "amount=100.001", "urgent=nej").json()["verdict"] == "nobody"
    assert facts_given(run, small, "en", "amount=100,001", "urgent=no").json()["verdict"] == "nobody"
    for language, typed in (("en", "100.001"), ("da", "100,001"), ("da", "1.00.000"), ("en", "nan"), ("da", "1e999")):
        answer = facts_given(run, small, language, f"amount={typed}")
        assert answer.status == 2 and typed in answer.err


@pytest.mark.parametrize("word, holders", [("ja", ["worker"]), ("true", ["worker"]), ("YES", ["worker"]), ("nej", []),
                                           ("False", []), ("no", [])])
def test_yes_and_no_in_both_languages(run, small, word, holders):
    options = facts_given(run, small, "en", "amount=200000", f"urgent={word}").json()["options"]
    assert [holder for option in options for holder in option["holders"]] == holders


@pytest.mark.parametrize("fact", ["amount=ja", "urgent=3", "principled=maybe", "received=2026-02-30", "amount", "=3"])
def test_a_fact_of_another_type_is_refused(run, small, fact):
    answer = facts_given(run, small, "en", fact)
    assert answer.status == 2
    assert "--fact" in answer.err


def test_a_fact_that_the_model_does_not_use_is_said(run, small):
    answer = run("who-decides", small, "--power", "decide", "--target", "sag", "--fact", "farve=rød", "--lang", "da")
    assert answer.status == 0 and "Modellen bruger ikke oplysningen `farve`" in answer.out
    assert facts_given(run, small, "da", "farve=rød", "b=ja", "n=2").json()["ignored_facts"] == ["b", "farve", "n"]


# --- why, check, convert -----------------------------------------------------------------------


def test_why_holds_the_claim_against_the_graph(run, odder):
    text = run("why", odder, "dok-skabelon", "--lang", "en").out
    assert "Claimed: the state's (the model shows otherwise)" in text
    ground = text[text.index("Ground"):]
    assert ground.index("(dok-model)") < ground.index("(sel-141)") < ground.index("Purpose")


def test_check_of_a_model_in_order(run, write):
    tidy = write("tidy.json", model_text(actor("chief"), rule("a", instrument="act"), rule("b", issuer="chief", basis=["a"])))
    answer = run("check", tidy, "--lang", "en")
    assert answer.status == 0 and "3 elements" in answer.out and answer.out.endswith("In order\n")


def test_check_tells_what_the_graph_shows(run, odder):
    answer = run("check", odder, "--lang", "en")
    assert answer.status == 1 and answer.err == "" and "401 elements" in answer.out
    dead = answer.out[answer.out.index("Dead rules"):]
    assert "(ydelsesregistrering)" in dead and "advice: ask what breaks" in dead
    assert "it is said: the state's; the model shows: home-made (ugenotat)" in answer.out
    assert "“" not in answer.out  # a finding reads the same on every terminal
    danish = run("check", odder, "--lang", "da").out
    assert "Døde regler" in danish and "Påstande, modellen modsiger" in danish and "rules" not in danish.replace("(dk:duty-rules-of-procedure)", "")


def test_check_leaves_0_for_notes_alone(run, write):
    answer = run("check", write("note.json", model_text(rule("a"))), "--lang", "da")
    assert answer.status == 0 and answer.out.endswith("I orden, 1 bemærkning\n")


def test_check_asks_of_a_day(run, odder):
    assert "Dead rules" in run("check", odder, "--lang", "en").out
    assert "Dead rules" not in run("check", odder, "--date", "2019-06-01", "--lang", "en").out
    wrong = run("check", odder, "--date", "2019-02-30", "--lang", "en")
    assert wrong.status == 2 and wrong.out == "" and "--date" in wrong.err


# --- burden ------------------------------------------------------------------------------------


def test_burden_is_a_table_with_the_heaviest_first(run, odder):
    lines = run("burden", odder, "--by", "instrument", "--lang", "en").out.splitlines()
    assert lines[0] == "885–1,790 hours a year, by sort of rule"
    rows = [line.split()[0] for line in lines if line.endswith(" 0") or line.endswith(" 45")]
    assert rows == ["Documentation", "Procedure", "Tasks", "In"]


def test_burden_says_when_nothing_is_recorded(run, write):
    answer = run("burden", write("none.json", model_text(rule("a"))), "--by", "tier", "--lang", "da")
    assert answer.status == 0 and answer.out.startswith("Ingen timer er registreret")


def test_burden_needs_to_know_by_what(run, odder):
    for arguments in ([], ["--by", "colour"], ["--by", "tier", "--within", "sel-141"], ["--by", "tier", "--within", "x"]):
        answer = run("burden", odder, *arguments, "--lang", "en")
        assert answer.status == 2 and answer.out == "" and answer.err.count("\n") <= 2


def test_check_leaves_1_for_a_warning_and_for_an_error(run, write):
    repeated = write("repeated.json", model_text(rule("a"), rule("b", uses=["a", "a"])))
    answer = run("check", repeated, "--lang", "en")
    assert answer.status == 1 and f"{repeated}:1:" in answer.out and "warning" in answer.out
    assert run("check", repeated, "--json").status == 1
    broken = write("broken.json", model_text(rule("a", basis=["b"]), rule("a")))
    answer = run("check", broken, "--lang", "da")
    assert answer.status == 1 and answer.err == ""
    assert answer.out.count(": fejl: ") == 2 and "`b`" in answer.out
    findings = run("check", broken, "--json").json()["findings"]
    assert {finding["code"] for finding in findings} == {"unknown_id", "duplicate_id"}
    assert all(finding["line"] == 1 and finding["file"] == str(broken) for finding in findings)


@pytest.mark.parametrize("name", ["b.json", "b.jsonl", "b.json.gz", "b.jsonl.gz", "b.rgs"])
def test_convert_and_back_is_the_same_model(run, odder, tmp_path, name):
    target = tmp_path / name
    assert run("convert", odder, target).status == 0
    data = target.read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    assert name.endswith(".rgs") or json.loads(text.splitlines()[0])["regelgraf"] == 1
    assert "Byrådet".encode() in text
    back = tmp_path / "back.json"
    assert run("convert", target, back).status == 0
    assert back.read_text("utf-8") == run("convert", odder, "-").out
    digests = {run("ask", path, stdin='{"ask":"check"}').json()["model"]["digest"] for path in (odder, target, back)}
    assert len(digests) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({name, "back.json"})


def test_a_model_may_come_through_a_pipe(run, odder):
    plain = odder.read_bytes()
    for data in (plain, gzip.compress(plain)):
        assert run("why", "-", "ugenotat", stdin=data).out == run("why", odder, "ugenotat").out
    assert run("convert", "-", "-", stdin=plain).out == run("convert", odder, "-").out


def test_layers_are_found_where_they_are_said_to_be(run, write, tmp_path):
    folder = tmp_path / "layers"
    folder.mkdir()
    (folder / "land.json").write_text(model_text(actor("land:council", tier="council", form="body")))
    text = json.loads(model_text(rule("r", issuer="land:council")))
    text["model"]["extends"] = ["land"]
    path = write("on.json", json.dumps(text))
    assert run("check", path).status == 1
    assert run("check", path, "--layers", folder).status == 0
    assert run("check", "--layers", tmp_path, "--layers", folder, path).status == 0
    assert run("check", path, env={"REGELGRAF_LAYERS": f"{tmp_path}:{folder}"}).status == 0


def test_the_national_layer_is_always_there_and_ones_own_goes_before_it(run, write, tmp_path):
    text = json.loads(model_text(rule("r", issuer="dk:council")))
    text["model"]["extends"] = ["dk"]
    path = write("on.json", json.dumps(text))
    assert run("why", path, "dk:root", cwd=tmp_path).status == 0
    (tmp_path / "dk.json").write_text(model_text(actor("dk:council", tier="council", form="body")))
    assert run("why", path, "dk:council", "--layers", tmp_path).status == 0
    assert run("why", path, "dk:root", "--layers", tmp_path).status == 2


def test_verbose_tells_on_standard_error_only(run, odder):
    quiet, verbose = run("why", odder, "ugenotat"), run("why", odder, "ugenotat", "--verbose")
    assert quiet.err == "" and verbose.out == quiet.out
    assert "401 elements" in verbose.err and " ms" in verbose.err


def test_names_survive_and_cannot_steer_a_terminal(run, small, write):
    assert "Ærlig Øst på Ås" in run("may", small, "worker", "--power", "decide", "--target", "sag").out
    nasty = write("nasty.json", model_text(rule("r", name={"en": "a\x1b[31mb\nc\u202ed\u0007"})))
    answer = run("why", nasty, "r", "--lang", "en")
    assert "\x1b" not in answer.out and "\x07" not in answer.out and "\u202e" not in answer.out
    assert "a [31mb c d" in answer.out


def test_a_practice_nobody_made_is_ended_by_the_right_to_manage_and_the_text_says_so(run, write):
    model = write("m.json", model_text(
        actor("leder", tier="workplace", part_of="hus"), actor("hus", tier="workplace", form="unit", leader="leder"),
        rule("plejer", instrument="practice", binds="hus"), rule("form", issuer="leder", serves="plejer")))

    def ask(target):
        return run("ask", model, stdin=json.dumps({"ask": "who_decides", "power": "repeal", "target": target})).json()["text"]

    assert "ledelsesretten: ingen har udstedt reglen" in ask("plejer")["da"]
    assert "the right to manage: nobody issued the rule" in ask("plejer")["en"]
    assert "who made the rule may unmake it" in ask("form")["en"]
