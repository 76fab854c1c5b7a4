"""Answers as pandas tables."""

import builtins
import subprocess
import sys

import pandas
import pytest
from conftest import ROOT
from regelgraf import Model

# What each docstring promises: name and dtype of every column, in order.
HOURS = {f"hours_{bound}": "float64" for bound in ("low", "likely", "high")}
OPTIONS = {"holders": "object", "jointly": "int64", "tier": "string", "grant": "string", "chain": "object",
           "implied": "bool", "notice": "float64", "exceptional": "bool", "must": "object", "depends_on": "object",
           "involve": "object", "warnings": "object"}  # fmt: skip
WORDS = {"text_da": "string", "text_en": "string", "advice_da": "string", "advice_en": "string"}
EFFECTS = {"effect": "string", "id": "string", "through": "object"}
PROMISED = {
    "ranking": {"id": "string", "breaks": "int64", "duties": "int64", **HOURS},
    "burden": {"key": "string", **HOURS, **{name.replace("hours", "one_off"): "float64" for name in HOURS},
               **{name.replace("hours", "surplus"): "float64" for name in HOURS}, "elements": "object"},
    "what_may": {"permission": "string", "power": "string", "target": "string", "grant": "string", "implied": "bool",
                 "notice": "float64", "with": "object", "depends_on": "object", "internal": "string",
                 "because": "string", **HOURS},
    "breaks": EFFECTS,
    "what_if": EFFECTS,
    "moved": {"entry": "object", "power": "string", "unit": "string", "before": "object", "after": "object"},
    "decision": OPTIONS,
    "may": OPTIONS,
    "cuts": {"size": "int64", "elements": "object"},
    "removal_plan": {"step": "string", "elements": "object", "holders": "object", "jointly": "float64",
                     "involvement": "string", "body": "string", "how": "string", "timing": "string",
                     "days": "float64", "months": "float64", "depends": "bool", "done": "string"},
    "diff": {"target": "string", "power": "string", "gained": "object", "lost": "object", "before": "object",
             "after": "object"},
    "diff_elements": {"id": "string", "change": "string", "fields": "object"},
    "findings": {"code": "string", "severity": "string", "element": "string", "field": "string", "elements": "object",
                 **WORDS},
    "plan_findings": {"code": "string", "severity": "string", "line": "int64", "column": "int64", "element": "string",
                      "field": "string", **WORDS},
    "plan_test": {"name": "string", "passed": "bool", "at": "string", "expected": "object", "got": "object"},
}  # fmt: skip


@pytest.fixture(scope="module")
def frames(odder):
    with Model.open(ROOT / "examples/soroe/soroe.json") as soroe:
        diff = odder.diff(soroe)
        ask = {"ask": "who_decides", "power": "decide", "target": "soroe:2.1.1"}
        report = soroe.test({"cases": [{"name": "ok", "ask": ask, "expect": {}},
                                       {"name": "no", "ask": ask, "expect": {"verdict": "barred"}}]})  # fmt: skip
    plan, found = Model.from_plan("nr;emne;Byråd\n1;Ferie på Ærø;\n", "x")
    plan.close()
    breaks = odder.what_breaks("dk:ksl-2")
    return {
        "ranking": odder.rank(top=5),
        "burden": odder.burden("tier"),
        "what_may": odder.what_may("leder-udfoerer"),
        "breaks": breaks,
        "what_if": odder.what_if(["ugenotat"], add=[{"id": "ny", "kind": "rule", "instrument": "practice"}]),
        "decision": odder.who_decides("repeal", "ugenotat"),
        "may": odder.may("vejleder", "repeal", "ugenotat"),
        "cuts": odder.cuts("ret-handleplan"),
        "removal_plan": odder.removal_plan("ugenotat"),
        "diff": diff,
        "findings": odder.check(),
        "plan_findings": found,
        "plan_test": report,
    }, {"moved": breaks.to_pandas("authority"), "diff_elements": diff.to_pandas("elements")}


@pytest.mark.parametrize("name", PROMISED)
def test_columns_and_dtypes_are_those_of_the_docstring(frames, name):
    answers, more = frames
    frame = more[name] if name in more else answers[name].to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.dtypes.astype(str).items()) == list(PROMISED[name].items())
    assert len(frame) > 0 or name == "may"  # no options: the dtypes stay


def test_rows_are_those_of_the_answer_in_its_order(odder, frames):
    answers, _ = frames
    ranking = answers["ranking"].to_pandas()
    assert ranking.id.tolist() == [one.id for one in answers["ranking"].order]
    assert ranking.breaks.tolist() == [one.breaks for one in answers["ranking"].order]
    assert ranking.hours_high.tolist() == [one.hours[2] for one in answers["ranking"].order]
    pairs = answers["what_may"]
    table = pairs.to_pandas()
    assert table.permission.value_counts().to_dict() == {"may": len(pairs.may), "may_not": len(pairs.may_not)}
    assert table.target.tolist() == [one.target for one in (*pairs.may, *pairs.depends, *pairs.may_not)]
    assert table[table.target == "ugenotat"].hours_likely.iloc[0] == 416
    assert table.because.isna().sum() == len(pairs.may)
    groups = answers["burden"].to_pandas()
    assert groups.hours_likely.sum() == answers["burden"].total.hours[1] and not answers["burden"].shared
    assert groups.key.isna().sum() == 1  # what belongs nowhere
    assert answers["findings"].to_pandas().text_da.tolist() == [one.text.da for one in answers["findings"]]
    assert answers["cuts"].to_pandas().elements.tolist() == list(answers["cuts"].sets)
    assert answers["decision"].to_pandas().chain[1] == ("dk:root", "g-udvalg", "g-socialchef-regler")


def test_every_element_of_a_breaks_stands_under_its_effect(frames):
    breaks = frames[0]["breaks"]
    table = breaks.to_pandas()
    assert table.effect[0] == "removed" and set(table.effect) >= {"unmet_duties", "lapsed"}
    for effect, rows in table.groupby("effect", sort=False):
        assert tuple(rows.id) == getattr(breaks, effect)
    row = table[table.id == "delegationsplan"].iloc[0]
    assert row.through == ("dk:ksl-2", "dk:styrelsesvedtaegt", "delegationsplan")


def test_what_only_a_change_does_stands_below(frames):
    table = frames[0]["what_if"].to_pandas()
    assert table[table.id == "ny"].effect.tolist() == ["added", "stands_anew"]


def test_a_difference_is_a_row(frames):
    table = frames[0]["plan_test"].to_pandas()
    assert table.name.tolist() == ["ok", "no"] and table.passed.tolist() == [True, False]
    assert table.expected[1] == "barred" and pandas.isna(table["at"][0])


def test_other_tables_are_refused(frames):
    for name in ("breaks", "diff"):
        with pytest.raises(ValueError):
            frames[0][name].to_pandas("tables")


@pytest.mark.parametrize("module, call", [("pandas", "to_pandas"), ("networkx", "to_networkx")])
def test_where_it_is_not_installed_the_error_says_what_to_install(odder, monkeypatch, module, call):
    found = builtins.__import__

    def without(name, *rest, **more):
        if name == module:
            raise ImportError(name)
        return found(name, *rest, **more)

    answer = odder.who_decides("repeal", "ugenotat")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=f"pip install {module}.*python3-{module}"):
        getattr(answer, call)()


def test_neither_is_imported_before_it_is_asked_for():
    program = "import sys, regelgraf, regelgraf.notebook; print({'pandas', 'networkx', 'numpy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("set()\n", "")
