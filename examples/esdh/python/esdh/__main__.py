"""The command line: python3 -m esdh --db cases.db --model odder.json COMMAND ..."""

from __future__ import annotations

import argparse
import csv
import datetime
import sqlite3
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import regelgraf

from .cases import Cases, Refused
from .store import VERSION, Store


def _pair(separator: str) -> Callable[[str], tuple[str, str]]:
    def split(text: str) -> tuple[str, str]:
        left, found, right = text.partition(separator)
        if not left or not found:
            raise argparse.ArgumentTypeError(f"expected A{separator}B")
        return left, right

    return split


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="esdh", description=__doc__, allow_abbrev=False)
    parser.add_argument("--db", required=True, help="the database, an SQLite file")
    rules = parser.add_mutually_exclusive_group(required=True)
    rules.add_argument("--model", help="the municipality's model")
    rules.add_argument("--rules", help="a store of it (regelgraf store): its newest state, noted with each answer")
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=None, help="YYYY-MM-DD")
    parser.add_argument("--user", default="", help="who is logged in")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, *positional: str, says: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=says, allow_abbrev=False)
        for one in positional:
            added.add_argument(one)
        return added

    command("setup", "staff", says="make the database, with the staff in a CSV file")
    opened = command("open", "case", "title", says="open a case")
    opened.add_argument("--power", required=True)
    opened.add_argument("--target", required=True)
    for option in ("--unit", "--party", "--cpr"):
        opened.add_argument(option)
    command("facts", "case", says="note facts: NAME=VALUE ...").add_argument("facts", nargs="+", type=_pair("="))
    command("disqualify", "case", "login", "reason", says="note that somebody is disqualified")
    command("who", "case", says="ask who decides, and keep the answer")
    command("note", "case", says="the case-file note").add_argument("--answer", type=int)
    involved = command("involve", "case", "involvement", "body", says="note that a body is asked")
    involved.add_argument("--done", help="what came of it, when it has said its word")
    decided = command("decide", "case", says="decide the case")
    decided.add_argument("--answer", type=int, required=True, help="the answer that was seen")
    decided.add_argument("--by", type=_pair(":"), action="append", required=True, help="LOGIN:POST")
    decided.add_argument("--outcome", required=True)
    decided.add_argument("--notice", action="store_true", help="end the rule by notice")
    command("again", "case", says="ask anew what was asked then, of the rules of then").add_argument("--answer", type=int)
    command("queue", says="what each post may decide").add_argument("post", nargs="?")
    command("show", "case", says="everything about a case")
    command("log", says="what was done, and what was refused")
    return parser.parse_args()


def load_staff(store: Store, path: str) -> None:
    with open(path, encoding="utf-8", newline="") as file:
        for one in list(csv.reader(file, delimiter=";"))[1:]:
            login, name, post, post_name, capacity = one
            store.run("INSERT OR IGNORE INTO staff VALUES (?, ?)", login, name)
            store.run("INSERT OR IGNORE INTO posts VALUES (?, ?)", post, post_name)
            store.run("INSERT INTO staff_posts VALUES (?, ?, ?)", login, post, capacity)


def setup(store: Store, model: regelgraf.Model, path: str) -> None:
    with store.transaction():
        if store.version:
            raise Refused("Databasen findes allerede.")
        store.create()
        load_staff(store, path)
        # An actor that the model does not have may do nothing, and nobody would be told why.
        for row in store.rows("SELECT post FROM posts ORDER BY post"):
            if row["post"] not in model:
                raise Refused(f"Modellen kender ikke posten {row['post']}.")
    print("Databasen er klar.")


def print_answer(store: Store, number: int, note: regelgraf.JournalNote, digest: str) -> None:
    said = note.to_dict()["note"]
    print(f"Svar {number} ({note.date}, model {digest[:12]})")
    print(f"  {said['answer']}")
    print(f"  {note.agenda_line}")
    for question in note.to_ask:
        print(f"  Spørg om: {question}")
    for one in said["involve"]:
        # The library knows nothing of what has been sent: where we have, ours is the date that counts.
        body = one.get("body", {"id": "", "name": ""})
        there = store.row("SELECT sent_on, ifnull(', svar ' || done_on, '') FROM involvements"
                          " WHERE case_no = ? AND involvement = ? AND body = ?",
                          said["case_no"], one["involvement"]["id"], body["id"])  # fmt: skip
        if there:
            print(f"  Inddraget: {body['name']}, sendt {there[0]}{there[1]} ({one['involvement']['id']})")
        else:
            print(f"  Inddrag: {one['text']} ({one['involvement']['id']})")
    for one in said["also"]:
        print(f"  Kræver også: {one['text']}")
    for warning in note.warnings:
        print(f"  Advarsel: {warning}")


def print_queue(store: Store, cases: Cases, day: str, only: str | None) -> None:
    first, later = cases.queue(), cases.may_take()
    titles = {row["case_no"]: row["title"] for row in store.rows("SELECT case_no, title FROM cases")}
    print(f"Kø {day}")
    posts = store.rows("SELECT post, name FROM posts UNION ALL SELECT '', 'Ingen post her' ORDER BY post DESC")
    for row in posts:
        post = row["post"]
        if only not in (None, post) or not (post in first or post in later):
            continue
        print(row["name"])
        for case_no, state in first.get(post, []):
            print(f"  {case_no} {titles[case_no]}: {state}")
        if post in later:
            print(f"  kan også tage: {', '.join(later[post])}")
    if only is None:
        for row in store.rows("SELECT * FROM to_follow ORDER BY case_no, involvement, body"):
            print(f"Efter afgørelsen mangler: {row['case_no']} {row['involvement']} hos {row['body']}")


def print_case(store: Store, case_no: str) -> None:
    case = store.row("SELECT * FROM cases LEFT JOIN parties USING (case_no) WHERE case_no = ?", case_no)
    if case is None:
        raise Refused("Sagen findes ikke.")
    print(f"Sag {case_no}: {case['title']}")
    print(f"  Spørgsmål: {case['power']} {case['target']}" + (f", {case['unit']}" if case["unit"] else ""))
    print(f"  Oprettet: {case['opened_on']} {case['opened_by']}")
    if case["name"]:
        print(f"  Part: {case['name']}")

    def each(line: str, sql: str) -> None:
        for row in store.rows(sql, case_no):
            print("  " + line.format(*row))

    each("Oplysning: {} = {} ({} {})",
         "SELECT name, value, given_on, given_by FROM facts WHERE case_no = ? ORDER BY id")  # fmt: skip
    each("Inhabil: {}: {} ({} {})",
         "SELECT login, reason, noted_on, noted_by FROM disqualified WHERE case_no = ? ORDER BY login")  # fmt: skip
    each("Svar {}: {} ({}, model {}, udgaver {})",
         "SELECT id, verdict, asked_on, substr(model_digest, 1, 12),"
         " (SELECT group_concat(key || ' ' || atom, ', ') FROM (SELECT key, atom FROM json_tree(a.editions)"
         "   WHERE path LIKE '%.editions' ORDER BY path, key))"
         " FROM answers a WHERE case_no = ? ORDER BY id")  # fmt: skip
    each("Inddraget: {} hos {}, sendt {}{}",
         "SELECT involvement, body, sent_on, ifnull(', svar ' || done_on || ': ' || result, '')"
         " FROM involvements WHERE case_no = ? ORDER BY involvement, body")  # fmt: skip
    each("Afgjort: {} (svar {}, {}, virker fra {})",
         "SELECT outcome, answer, decided_on, effective_on FROM decisions WHERE case_no = ?")  # fmt: skip
    each("  af {} som {}", "SELECT login, post FROM deciders WHERE case_no = ? ORDER BY post")
    each("  efter {}",
         "SELECT ifnull((SELECT group_concat(json_extract(l.value, '$.grant'), ' > ')"
         "   FROM json_each(d.authority, '$.chain') l), 'reglen selv: den, der har lavet den')"
         " FROM decisions d WHERE case_no = ?")  # fmt: skip
    each("Efter afgørelsen mangler: {} hos {}",
         "SELECT involvement, body FROM to_follow WHERE case_no = ? ORDER BY involvement, body")  # fmt: skip


def run(
    given: argparse.Namespace, store: Store, model: regelgraf.Model, today: datetime.date,
    rules: regelgraf.Store | None = None, recorded: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    if given.command == "setup":
        return setup(store, model, given.staff)
    if store.version != VERSION:
        raise Refused("Filen er ikke sagssystemets database: kør setup.")
    cases = Cases(store, model, today, given.user, recorded)
    match given.command:
        case "open":
            cases.open(given.case, given.title, given.power, given.target, given.unit, given.party, given.cpr)
            print(f"Sag {given.case} er oprettet.")
        case "facts":
            cases.give_facts(given.case, given.facts)
            print("Noteret.")
        case "disqualify":
            cases.disqualify(given.case, given.login, given.reason)
            print("Noteret.")
        case "who":
            number, note = cases.ask(given.case)
            print_answer(store, number, note, model.digest)
        case "note":
            print(cases.note(given.case, given.answer), end="")
        case "involve":
            cases.involve(given.case, given.involvement, given.body, given.done)
            print("Noteret.")
        case "decide":
            effective = cases.decide(given.case, given.answer, given.by, given.outcome, given.notice)
            print(f"Sag {given.case} er afgjort og virker fra {effective}.")
        case "again":
            if rules is None:
                raise Refused("Giv lageret af regler (--rules).")
            number, state, same = cases.again(given.case, given.answer, rules)
            print(f"Svar {number} blev givet på reglernes tilstand {state}.")
            print("Det samme svar i dag på de regler." if same else "De regler giver i dag et andet svar.")
        case "queue":
            print_queue(store, cases, today.isoformat(), given.post)
        case "show":
            print_case(store, given.case)
        case "log":
            for row in store.rows("SELECT day, login, ifnull(case_no, '-'), action, text FROM log ORDER BY id"):
                print(*row)


def main() -> int:
    given = arguments()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[attr-defined]
    if given.command != "setup" and not Path(given.db).is_file():
        print(f"esdh: no file {given.db}", file=sys.stderr)
        return 2
    try:
        store = Store(given.db)
        try:
            # The library reads no calendar: the day is ours to give.
            today = given.today or datetime.date.today()
            if given.rules:
                with regelgraf.Store(given.rules) as rules:
                    as_of = rules.model(valid_on=today)
                    with as_of.model as model:
                        run(given, store, model, today, rules, as_of.entry)
            else:
                with regelgraf.Model.open(given.model) as model:
                    run(given, store, model, today)
        finally:
            store.close()
    except Refused as why:
        print(f"Afvist: {why}", file=sys.stderr)
        return 1
    except (regelgraf.Error, sqlite3.Error, OSError) as error:
        print(f"esdh: {error}", file=sys.stderr)
        return 2
    except Exception:  # status 1 is a refusal's and nothing else's
        traceback.print_exc()
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
