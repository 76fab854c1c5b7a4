"""How models and answers show in a notebook: small HTML, every text of the model escaped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from . import answers, pictures, tables
from .plan_tests import PlanTestReport
from .plans import PlanFindings
from .sheets import Worksheet
from .words import Language, word

_MOST_ROWS = 25
_MOST_IDS = 12  # in one cell
_LANGUAGE: Language = "da"


def _text(text: str) -> str:
    """A text of the model; <bdi> keeps one of another direction of writing from turning its surroundings."""
    return f"<bdi>{pictures.escaped(text)}</bdi>"


def _cell(value: Any) -> str:
    if value is None or value in ((), []):
        return ""
    if isinstance(value, bool):
        return word("yes" if value else "no", _LANGUAGE)
    if isinstance(value, float):
        return f"{value:,.1f}".removesuffix(".0").replace(",", " ").replace(".", ",")
    if isinstance(value, (tuple, list)):
        left = len(value) - _MOST_IDS
        return ", ".join(map(_cell, value[:_MOST_IDS])) + (f" … {left} {word('more', _LANGUAGE)}" if left > 0 else "")
    if isinstance(value, dict):
        return ", ".join(f"{_text(str(name))}: {_cell(one)}" for name, one in value.items())
    return _text(str(value))


def _row(cells: Iterable[str], tag: str) -> str:
    style = "text-align:left;vertical-align:top;padding:2px 10px 2px 0;white-space:normal"
    return f"<tr>{''.join(f'<{tag} style={chr(34)}{style}{chr(34)}>{cell}</{tag}>' for cell in cells)}</tr>"


def _table(table: tables.Table) -> str:
    """The rows as far as there is room; columns in which nothing stands are left out."""
    if not table.rows:
        return ""
    used = [
        at for at in range(len(table.columns)) if any(row[at] is not None and row[at] not in ((), False) for row in table.rows)
    ]
    names = [pictures.escaped(table.columns[at][0].replace("_", " ")) for at in used]
    rows = [_row((_cell(row[at]) for at in used), "td") for row in table.rows[:_MOST_ROWS]]
    left = len(table.rows) - _MOST_ROWS
    more = f"<p>… {left} {word('rows_more', _LANGUAGE)}</p>" if left > 0 else ""
    return f'<table style="border-collapse:collapse">{_row(names, "th")}{"".join(rows)}</table>{more}'


def _words(text: answers.Text) -> str:
    return (
        f'<p lang="da">{_text(text.da)}</p><p lang="en" style="color:#5a6775">{_text(text.en)}</p>'
    )


def _whole(title: str, *parts: str | None) -> str:
    """A title, which is HTML already, and what stands below."""
    body = "".join(part for part in parts if part)
    return f'<div class="regelgraf" style="overflow-x:auto"><p><b>{title}</b></p>{body}</div>'


def _dated(answer: answers.Answer, title: str, *parts: str | None) -> str:
    day = f" · {_text(answer.date)}" if answer.date else ""
    return _whole(f"{title}{day}", *parts)


def _named(heading: str, ids: Iterable[str]) -> str:
    return f"{heading}: {', '.join(map(_text, ids)) or word('nothing', _LANGUAGE)}"


def of_model(id: str, digest: str, elements: int) -> str:
    return _whole(f"{_text(id)}: {elements} {word('elements', _LANGUAGE)}", f"<code>{_text(digest)}</code>")


def of_closed() -> str:
    return _whole(f"regelgraf.Model, {word('closed', _LANGUAGE)}")


def of_worksheets(sheets: Iterable[Worksheet]) -> str:
    """A list of the sheets; the sheets themselves are pages of their own, to be printed."""
    rows = "".join(
        _row((str(sheet.step), _text(sheet.title), str(sheet.pages), f"<code>{_text(sheet.file)}</code>"), "td")
        for sheet in sheets
    )
    heads = _row((word("step", _LANGUAGE), word("sheet", _LANGUAGE), word("pages", _LANGUAGE), ""), "th")
    return _whole(word("worksheets", _LANGUAGE), f'<table style="border-collapse:collapse">{heads}{rows}</table>')


@singledispatch
def html_of(answer: Any) -> str:
    """An answer that has no form of its own: its name and its text, if it has one."""
    text = getattr(answer, "text", None)
    return _dated(answer, type(answer).__name__, _words(text) if isinstance(text, answers.Text) else None)


@html_of.register
def _(answer: answers.Decision) -> str:
    picture = pictures.chain_of_authority(answer, str, _LANGUAGE)
    return _dated(answer, word(answer.verdict, _LANGUAGE), picture, _words(answer.text))


@html_of.register
def _(answer: answers.May) -> str:
    said = "depends" if answer.may == "depends" else "yes" if answer.may else "no"
    return _dated(
        answer, word(said, _LANGUAGE), f"<p>{_cell(answer.because)}</p>", _table(tables.options(answer.options))
    )


@html_of.register
def _(answer: answers.JournalNote) -> str:
    return _dated(answer, word(answer.verdict, _LANGUAGE), f"<pre>{_text(answer.text)}</pre>")


@html_of.register
def _(answer: answers.Breaks) -> str:
    return _dated(
        answer,
        _named(word("removed", _LANGUAGE), answer.removed),
        pictures.what_falls(answer, str, _LANGUAGE),
        _words(answer.text),
        _table(tables.moved_authority(answer.authority)),
    )


@html_of.register
def _(answer: answers.Cuts) -> str:
    return _dated(answer, _text(answer.element), _words(answer.text), _table(tables.cuts(answer)))


@html_of.register
def _(answer: answers.KeepSet) -> str:
    kept = tuple(one.id for one in answer.keep)
    return _dated(answer, word("keep", _LANGUAGE), _named(word("keep", _LANGUAGE), kept), _words(answer.text))


@html_of.register
def _(answer: answers.BestRemovals) -> str:
    gone = tuple(one.id for one in answer.remove)
    return _dated(answer, word("removed", _LANGUAGE), _named(word("removed", _LANGUAGE), gone), _words(answer.text))


@html_of.register
def _(answer: answers.RemovalPlan) -> str:
    return _dated(
        answer, _named(word("removed", _LANGUAGE), answer.removed), _table(tables.steps(answer)), _words(answer.text)
    )


@html_of.register
def _(answer: answers.Why) -> str:
    def paths(name: str, all: tuple[answers.Ids, ...]) -> str:
        lines = "".join(f"<li>{' → '.join(map(_text, path))}</li>" for path in all[:_MOST_ROWS])
        return f"<p>{name}</p><ul>{lines}</ul>" if lines else ""

    return _dated(answer, _text(answer.origin), paths("basis", answer.ground), paths("serves", answer.purpose))


def _incomplete(complete: bool) -> str:
    return "" if complete else f"<p>{word('not_complete', _LANGUAGE)}</p>"


@html_of.register
def _(answer: answers.Diff) -> str:
    return _dated(
        answer, "diff", _words(answer.text), _table(tables.authority_diff(answer.authority)),
        _table(tables.element_diff(answer.elements)),
    )  # fmt: skip


@html_of.register
def _(answer: answers.Burden) -> str:
    groups = tables.burden(answer)
    total = (None, *answer.total.hours, *answer.total.one_off, *answer.total.surplus, ())
    return _dated(
        answer, _text(answer.by), _table(groups), f"<p>{word('in_all', _LANGUAGE)}</p>",
        _table(tables.Table(groups.columns, (total,))),
    )  # fmt: skip


@html_of.register
def _(answer: answers.Ranking) -> str:
    return _dated(answer, _text(answer.by), _table(tables.ranking(answer)), _incomplete(answer.complete))


@html_of.register
def _(answer: answers.WhatMay) -> str:
    return _dated(
        answer, _text(answer.actor), _words(answer.text), _table(tables.what_may(answer)), _incomplete(answer.complete)
    )


@html_of.register
def _(answer: answers.Findings) -> str:
    return _dated(answer, f"{len(answer)} {word('findings', _LANGUAGE)}", _table(_findings(tables.findings(answer))))


@html_of.register
def _(answer: PlanFindings) -> str:
    return _whole(f"{len(answer)} {word('findings', _LANGUAGE)}", _table(_findings(tables.plan_findings(answer))))


def _findings(table: tables.Table) -> tables.Table:
    """Without the English and the list of elements, which to_pandas() has too."""
    kept = [at for at, (name, _) in enumerate(table.columns) if not name.endswith("_en") and name != "elements"]
    return tables.Table.of(
        (table.columns[at] for at in kept), ([row[at] for at in kept] for row in table.rows)
    )


@html_of.register
def _(answer: PlanTestReport) -> str:
    failed = tables.plan_test(answer)
    rows = tuple(row for row in failed.rows if not row[1])
    return _whole(
        f"{len(answer.cases) - answer.failed} {word('passed', _LANGUAGE)}, {answer.failed} {word('failed', _LANGUAGE)}",
        _table(tables.Table(failed.columns, rows)),
    )
