"""From a case to a decision: what may be done with a case, and what is refused."""

from __future__ import annotations

import calendar
import datetime
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import regelgraf

from .store import Store

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(,[0-9]{1,6})?")
_LIKE_A_NUMBER = re.compile(r"-?[0-9.,]+")


class Refused(Exception):
    """May not be done; says why in Danish, one reason a line. Never repeats what a fact says."""


class Cases:
    """The case system, on one day, for one person who is logged in."""

    def __init__(
        self,
        store: Store,
        model: regelgraf.Model,
        today: datetime.date,
        login: str,
        recorded: dict[str, Any] | None = None,
    ) -> None:
        """`recorded`: where the model is of a store of rules, the entry of its state."""
        self._store = store
        self._model = model
        self._recorded = recorded or {}
        self._today = today
        self._day = today.isoformat()
        self._login = login

    # ---- what changes a case ----

    def open(
        self, case_no: str, title: str, power: str, target: str, unit: str | None, name: str | None, cpr: str | None
    ) -> None:
        """Open a case. Its party is kept beside it and is in no question."""
        with self._change(case_no, "opret"):
            if self._store.row("SELECT 1 FROM cases WHERE case_no = ?", case_no):
                raise Refused("Sagen findes allerede.")
            # Whatever the model does not know is found now, not on the day of the decision.
            self._model.journal_note(power, target, unit=unit, date=self._today, case_no=case_no)
            self._store.run("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)",
                            case_no, title, power, target, unit, self._day, self._login)  # fmt: skip
            if name:
                self._store.run("INSERT INTO parties VALUES (?, ?, ?)", case_no, name, cpr)
            self._log(case_no, "opret", title)

    def give_facts(self, case_no: str, facts: list[tuple[str, str]]) -> None:
        """Note facts as a person writes them; an empty one is taken back."""
        with self._change(case_no, "oplys"):
            self._undecided(case_no)
            for name, text in facts:
                value = self._fact(text)
                name = self._name_of_fact(case_no, name, value)
                self._store.run("INSERT INTO facts (case_no, name, value, given_on, given_by)"
                                " VALUES (?, ?, ?, ?, ?)", case_no, name, value, self._day, self._login)  # fmt: skip
                self._log(case_no, "oplys", name)

    def disqualify(self, case_no: str, login: str, reason: str) -> None:
        """Note that a person is disqualified (inhabil) in the case; they may note it of themselves."""
        with self._change(case_no, "inhabil", of_self=login == self._login):
            self._undecided(case_no)
            self._person(login)
            if self._is_disqualified(case_no, login):
                raise Refused(f"Inhabiliteten er allerede noteret: {login}.")
            self._store.run("INSERT INTO disqualified VALUES (?, ?, ?, ?, ?)",
                            case_no, login, reason, self._day, self._login)  # fmt: skip
            self._log(case_no, "inhabil", login)

    def ask(self, case_no: str) -> tuple[int, regelgraf.JournalNote]:
        """Ask who decides, and keep the answer with its note: the answer's number, and the note."""
        with self._change(case_no, "spørg"):
            self._undecided(case_no)
            row, question = self._question(case_no)
            decision = self._model.who_decides(**question)
            note = self._model.journal_note(case_no=case_no, made=self._today, **question)
            answer = self._store.run(
                "INSERT INTO answers (case_no, asked_on, asked_by, facts, disqualified, model_id, model_digest,"
                " editions, verdict, answer, note, store_state, store_hash)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, json_extract(?, '$.note.layers'), ?, ?, ?, ?, ?)",
                case_no, self._day, self._login, row["facts"], row["disqualified"], self._model.id,
                self._model.digest, note.json, decision.verdict, decision.json, note.text,
                self._recorded.get("state"), self._recorded.get("hash"))  # fmt: skip
            self._log(case_no, "spørg", f"svar {answer}: {decision.verdict}")
            return answer, note

    def involve(self, case_no: str, involvement: str, body: str, result: str | None) -> None:
        """Note that a body has been asked, or with a result that it has said its word."""
        with self._change(case_no, "inddrag"):
            self._case(case_no)
            if (involvement, body) not in self._asked_for(case_no):
                raise Refused(f"Svaret beder ikke om at inddrage {body} efter {involvement}.")
            key = (case_no, involvement, body)
            there = self._store.row(
                "SELECT * FROM involvements WHERE case_no = ? AND involvement = ? AND body = ?", *key)  # fmt: skip
            if there and (there["done_on"] or result is None):
                raise Refused(f"Inddragelsen er allerede noteret: {body}, {involvement}.")
            if not there:
                self._store.run("INSERT INTO involvements (case_no, involvement, body, sent_on, sent_by)"
                                " VALUES (?, ?, ?, ?, ?)", *key, self._day, self._login)  # fmt: skip
            if result is not None:
                self._store.run("UPDATE involvements SET done_on = ?, done_by = ?, result = ?"
                                " WHERE case_no = ? AND involvement = ? AND body = ?",
                                self._day, self._login, result, *key)  # fmt: skip
            self._log(case_no, "inddrag", f"{body}, {involvement}: {'sendt' if result is None else 'sket'}")

    def decide(self, case_no: str, answer: int, by: list[tuple[str, str]], outcome: str, by_notice: bool) -> str:
        """Decide the case on an answer, by persons as their posts; the day it takes effect.

        All of it is one transaction: nothing that is checked here can change before it is written.
        """
        with self._change(case_no, "afgør"):
            self._undecided(case_no)
            _, question = self._question(case_no)
            self._still_holds(case_no, answer)
            self._may_act(case_no, by)
            # The answer still holds, so this is the same answer again.
            decision = self._model.who_decides(**question)
            posts = {post for _, post in by}
            used = _option(decision, posts, by_notice)
            if used is None:
                raise Refused("\n".join(self._why_not(question, decision, posts, by_notice)))
            option = decision.options[used]
            if waits := self._waits_for(case_no, option):
                raise Refused("\n".join(f"Mangler før afgørelsen: {one}." for one in waits))
            effective = _months_after(self._today, int(option.notice or 0)).isoformat()
            self._store.run(
                "INSERT INTO decisions"
                " SELECT case_no, id, ?, ?, ?, json_extract(answer, ?), ? FROM answers WHERE id = ?",
                self._day, effective, outcome, f"$.options[{used}]", self._login, answer)  # fmt: skip
            for login, post in by:
                self._store.run("INSERT INTO deciders VALUES (?, ?, ?)", case_no, post, login)
            who = ", ".join(f"{login} som {post}" for login, post in by)
            self._log(case_no, "afgør", f"svar {answer}: {who}")
            return effective

    # ---- what only looks ----

    def note(self, case_no: str, answer: int | None) -> str:
        """The case-file note as it was made, of the last answer or the one given."""
        self._case(case_no)
        note: str | None = self._store.value(
            "SELECT note FROM answers WHERE case_no = ?1 AND (id = ?2 OR ?2 IS NULL) ORDER BY id DESC",
            case_no, answer)  # fmt: skip
        if note is None:
            raise Refused("Sagen har ikke det svar.")
        return note

    def again(self, case_no: str, answer: int | None, rules: regelgraf.Store) -> tuple[int, int, bool]:
        """Ask once more what was asked then, of the rules as they were recorded then: the answer's number, the
        state of the rules, and whether the same answer comes out. For a complaint or an audit, years later."""
        self._case(case_no)
        row = self._store.row(
            "SELECT a.*, c.power, c.target, c.unit FROM answers a JOIN cases c USING (case_no)"
            " WHERE case_no = ?1 AND (id = ?2 OR ?2 IS NULL) ORDER BY id DESC",
            case_no, answer)  # fmt: skip
        if row is None:
            raise Refused("Sagen har ikke det svar.")
        state = row["store_state"]
        if state is None:
            raise Refused("Svaret er ikke givet på et lager af regler.")
        if state > rules.state or rules.entry(state)["hash"] != row["store_hash"]:
            raise Refused(f"Lageret er et andet end det, svaret blev givet på: tilstand {state} er ikke den samme.")
        with rules.model_of(state) as model:
            decision = model.who_decides(
                row["power"], row["target"], unit=row["unit"], date=row["asked_on"],
                facts=json.loads(row["facts"]), disqualified=json.loads(row["disqualified"]))  # fmt: skip
            return row["id"], state, decision.json == row["answer"] and model.digest == row["model_digest"]

    def queue(self) -> dict[str, list[tuple[str, str]]]:
        """By post the open cases that are first its own, each with what it waits for. Under "" the
        cases that no post here can take: somebody must see them all the same."""
        queue: dict[str, list[tuple[str, str]]] = {}
        posts = {row["post"] for row in self._store.rows("SELECT post FROM posts")}
        for case_no in self._open_cases():
            _, question = self._question(case_no)
            decision = self._model.who_decides(**question)
            first = decision.options[0] if decision.options else None
            ours = [post for post in first.holders if post in posts] if first else []
            state = self._state(case_no, question, first if ours else None)
            for post in ours or [""]:
                queue.setdefault(post, []).append((case_no, state))
        return queue

    def may_take(self) -> dict[str, list[str]]:
        """By post the open cases it may decide, alone and now, though they are first somebody else's."""
        higher: dict[str, list[str]] = {}
        for case_no in self._open_cases():
            _, question = self._question(case_no)
            for option in self._model.who_decides(**question).options[1:]:
                if option.jointly == 1 and not option.depends_on and option.notice is None:
                    cases = higher.setdefault(option.holders[0], [])
                    if case_no not in cases:
                        cases.append(case_no)
        return higher

    # ---- the checks ----

    @contextmanager
    def _change(self, case_no: str, action: str, of_self: bool = False) -> Iterator[None]:
        """One transaction; what is refused leaves nothing but a line in the log."""
        try:
            with self._store.transaction():
                self._person(self._login)
                # Who is disqualified may not decide, take part or otherwise assist.
                if not of_self and self._is_disqualified(case_no, self._login):
                    raise Refused(f"{self._login} er inhabil i sagen og må ikke medvirke.")
                yield
        except (Refused, regelgraf.Error, sqlite3.IntegrityError) as why:
            reason = refusal(why)
            with self._store.transaction():
                self._log(case_no, f"{action} afvist", reason.replace("\n", " "))
            raise Refused(reason) from why

    def _case(self, case_no: str) -> sqlite3.Row:
        case = self._store.row("SELECT * FROM cases WHERE case_no = ?", case_no)
        if case is None:
            raise Refused("Sagen findes ikke.")
        return case

    def _undecided(self, case_no: str) -> None:
        self._case(case_no)
        if self._store.row("SELECT 1 FROM decisions WHERE case_no = ?", case_no):
            raise Refused("Sagen er afgjort.")

    def _person(self, login: str) -> None:
        if not self._store.row("SELECT 1 FROM staff WHERE login = ?", login):
            raise Refused("Brugeren findes ikke.")

    def _is_disqualified(self, case_no: str, login: str) -> bool:
        return bool(self._store.row("SELECT 1 FROM disqualified WHERE case_no = ? AND login = ?", case_no, login))

    def _fact(self, text: str) -> str:
        """What a person wrote, as JSON. 18.000 is eighteen thousand to some and eighteen to others."""
        if text in ("", "ja", "nej"):
            return {"": "null", "ja": "true", "nej": "false"}[text]
        if _NUMBER.fullmatch(text):
            return text.replace(",", ".")
        if _LIKE_A_NUMBER.fullmatch(text):
            raise Refused("Skriv tal uden tusindtalsseparator: 18000 eller 18000,50.")
        quoted: str = self._store.value("SELECT json_quote(?)", text)
        return quoted

    def _name_of_fact(self, case_no: str, name: str, value: str) -> str:
        """The model's own name for a fact, which people may call by an alias: under two names it would
        be two facts here. And a name that the model does not know would count for nothing, silently."""
        _, question = self._question(case_no)
        if value == "null":
            if name not in question["facts"]:
                raise Refused("Sagen har ingen oplysning med det navn.")
            return name
        question["facts"] = {name: json.loads(value)}
        note = self._model.journal_note(**question).to_dict()["note"]
        given: list[str] = [fact["fact"] for fact in note["facts"] if fact["source"] == "given"]
        if not given:
            raise Refused("Modellen kender ingen oplysning med det navn.")
        return given[0]

    def _question(self, case_no: str) -> tuple[sqlite3.Row, dict[str, Any]]:
        """The question that the case puts today: as it is stored, and as it is asked."""
        row = self._store.row("SELECT * FROM questions WHERE case_no = ?", case_no)
        if row is None:
            raise Refused("Sagen findes ikke.")
        return row, {
            "power": row["power"],
            "target": row["target"],
            "unit": row["unit"],
            "date": self._today,
            "facts": json.loads(row["facts"]),
            "disqualified": json.loads(row["disqualified"]),
        }

    def _still_holds(self, case_no: str, answer: int) -> None:
        """An answer holds for the model, the facts, the disqualified and the day that it was given for."""
        row = self._store.row("SELECT * FROM answers WHERE id = ? AND case_no = ?", answer, case_no)
        if row is None:
            raise Refused("Sagen har ikke det svar.")
        now, _ = self._question(case_no)
        moved = [
            what
            for what, same in {
                "modellen": row["model_digest"] == self._model.digest,
                "oplysningerne": row["facts"] == now["facts"],
                "de inhabile": row["disqualified"] == now["disqualified"],
                "dagen": row["asked_on"] == self._day,
            }.items()
            if not same
        ]
        if moved:
            raise Refused(f"Svar {answer} gælder ikke længere. Ændret siden: {', '.join(moved)}. Spørg igen.")

    def _may_act(self, case_no: str, by: list[tuple[str, str]]) -> None:
        """What the library cannot know: who holds which post, and whether one person stands for two."""
        for login, post in by:
            self._person(login)
            if not self._store.row("SELECT 1 FROM staff_posts WHERE login = ? AND post = ?", login, post):
                raise Refused(f"{login} kan ikke handle som {post}.")
            if self._is_disqualified(case_no, login):
                raise Refused(f"{login} er inhabil i sagen og må ikke medvirke.")
        if len({login for login, _ in by}) < len(by) or len({post for _, post in by}) < len(by):
            raise Refused("De, der afgør sagen sammen, skal være forskellige personer med hver sin post.")

    def _waits_for(self, case_no: str, option: regelgraf.Option) -> list[str]:
        """The involvements before the decision that are not over. Whoever agrees decides, too."""
        waits = []
        for one in option.involve:
            if one["timing"] != "before" or one["how"] == "agree":
                continue
            if "body" not in one:
                waits.append(f"{one['involvement']}, og modellen kan ikke sige hos hvem")
                continue
            what = f"{one['involvement']} hos {one['body']}"
            row = self._store.row(
                "SELECT * FROM involvements WHERE case_no = ? AND involvement = ? AND body = ?",
                case_no, one["involvement"], one["body"])  # fmt: skip
            if row is None:
                waits.append(what)
                continue
            over = datetime.date.fromisoformat(row["sent_on"]) + datetime.timedelta(days=one["days"] or 0)
            if self._today < over:
                waits.append(f"{what}, tidligst overstået {over.isoformat()}")
            elif row["done_on"] is None and one["how"] != "consult":  # a hearing is met by asking
                waits.append(f"{what}, der ikke har svaret")
        return waits

    def _why_not(
        self, question: dict[str, Any], decision: regelgraf.Decision, posts: set[str], by_notice: bool
    ) -> list[str]:
        """Why these posts may not decide: the library's own words."""
        lines = []
        for post in sorted(posts):
            note = self._model.journal_note(actor=post, **question)
            lines.append(note.to_dict()["note"]["may"]["text"])
        lines.append(note.agenda_line)
        lines += [f"Spørg om: {one}" for one in note.to_ask]
        if not by_notice and _option(decision, posts, True) is not None:
            lines.append("En opsigelse med varsel skal siges som det (--notice).")
        return lines

    def _asked_for(self, case_no: str) -> set[tuple[str, str]]:
        """Which involvements, of which body, the case needs now."""
        if self._store.row("SELECT 1 FROM decisions WHERE case_no = ?", case_no):
            rows = self._store.rows("SELECT involvement, body FROM to_follow WHERE case_no = ?", case_no)
            return {(row["involvement"], row["body"]) for row in rows}
        _, question = self._question(case_no)
        return {
            (one["involvement"], one["body"])
            for option in self._model.who_decides(**question).options
            for one in option.involve
            if one["timing"] == "before" and "body" in one
        }

    def _state(self, case_no: str, question: dict[str, Any], option: regelgraf.Option | None) -> str:
        if option is None:
            return self._model.agenda_line(**question)
        if option.depends_on:
            return "spørg om: " + "; ".join(self._model.journal_note(**question).to_ask)
        if waits := self._waits_for(case_no, option):
            return "afventer " + "; ".join(waits)
        if option.jointly == 1:
            return "kan afgøres"
        names = [self._store.value("SELECT name FROM posts WHERE post = ?", one) or one for one in option.holders]
        return f"kan afgøres, {option.jointly} sammen: {', '.join(names)}"

    def _open_cases(self) -> list[str]:
        rows = self._store.rows("SELECT case_no FROM cases"
                                " WHERE case_no NOT IN (SELECT case_no FROM decisions) ORDER BY case_no")  # fmt: skip
        return [row["case_no"] for row in rows]

    def _log(self, case_no: str, action: str, text: str) -> None:
        # A number that is no case's is not repeated: it may be anything.
        self._store.run("INSERT INTO log (day, login, case_no, action, text)"
                        " VALUES (?, ?, (SELECT case_no FROM cases WHERE case_no = ?), ?, ?)",
                        self._day, self._login, case_no, action, text)  # fmt: skip


def refusal(why: Exception) -> str:
    """What went wrong, for the person at the screen."""
    if isinstance(why, regelgraf.PersonalData):
        return "Noget ligner et CPR-nummer. Personoplysninger hører ikke til i et spørgsmål."
    if isinstance(why, regelgraf.WrongType):
        return "Oplysningen er af en anden type i modellen."
    if isinstance(why, regelgraf.Error):
        return f"Modellen: {why}"
    if isinstance(why, sqlite3.IntegrityError):
        return "Databasen tager det ikke imod: et felt må ikke have den værdi."
    return str(why)


def _option(decision: regelgraf.Decision, posts: set[str], by_notice: bool) -> int | None:
    """The place of the first option with which exactly these posts may decide, with nothing unknown.

    To end a rule by notice is something else than to repeal it at once, and must be asked for.
    """
    for i, option in enumerate(decision.options):
        if option.depends_on or (option.notice is not None) != by_notice:
            continue
        if set(option.must) <= posts <= set(option.holders) and len(posts) >= option.jointly:
            return i
    return None


def _months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
