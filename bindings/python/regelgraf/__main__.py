"""python -m regelgraf: the commands one wants where the program `regelgraf` is not at hand.

Commands, options, JSON and statuses to leave with are the program's; for people it prints the
answer's own text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn

from . import Error, InvalidModel, Model, __version__, _native, errors

ANSWERED, FINDING, WRONG_USE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130

_LONGEST_LINE = 64 << 20  # bytes of a question; the program's limit
_NO_MODEL_FILE = {"unreadable", "too_large", "empty", "bad_gzip", "bad_utf8", "bad_json"}


class WrongUse(Exception):
    """What was typed cannot be put as a question."""


def _where() -> str:
    """The file the library was loaded from."""
    name = str(_native.lib._name)
    if os.sep in name:
        return os.path.realpath(name)
    try:  # found by name: the system knows where
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as maps:
            for line in maps:
                path = line.rstrip("\n").partition("/")[2]
                if os.path.basename(path).startswith(name):
                    return "/" + path
    except OSError:
        pass
    return name


def _language_of_locale() -> str:
    given = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "da" if next((value for value in given if value), "").startswith("da") else "en"


def _parser() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--lang", choices=("da", "en"), help="language; else the system's")
    everywhere.add_argument("--json", action="store_true", help="the answer as one line of JSON")
    everywhere.add_argument("--layers", action="append", metavar="DIR", help="folder of layers that models extend; repeatable")
    everywhere.add_argument("--allow-personal-data", action="store_true", help="let text pass that looks like CPR numbers")

    parser = argparse.ArgumentParser(
        prog="python -m regelgraf", parents=[everywhere], allow_abbrev=False,
        description="Who decides, and what breaks: ask a municipality's governance chain.",
        epilog="MODEL is a model file (.json, .jsonl, either also .gz) or - for standard input. "
        "Exit status: 0 answered, 1 a finding or a no, 2 wrong use or input, 3 internal, 130 ended by Ctrl-C.",
    )  # fmt: skip
    parser.add_argument("--version", action="store_true", help="versions of library and ABI, and where the library is")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, help: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help, parents=[everywhere], allow_abbrev=False)
        made.add_argument("model", metavar="MODEL", help="the model file")
        made.set_defaults(run=run)
        return made

    def date(to: argparse.ArgumentParser) -> None:
        to.add_argument("--date", metavar="YYYY-MM-DD", help="the day; else the model's last state")

    ask = command("ask", "Questions in and answers out, JSON on each line", _ask)
    ask.add_argument("requests", metavar="REQUESTS", nargs="?", default="-", help="a file; else standard input")

    date(command("check", "Is the model in order?", _check))

    breaks = command("what-breaks", "What breaks if rules are removed?", _what_breaks)
    breaks.add_argument("ids", metavar="ID", nargs="*", help="what is removed")
    breaks.add_argument("--remove", metavar="ID", action="append", default=[], help="what is removed; repeatable")
    breaks.add_argument("--within", metavar="UNIT", help="seen from this unit alone (a trial)")
    breaks.add_argument("--detail", choices=("ids", "causes", "full"), default="full", help="how much --json answers")
    date(breaks)

    for name, help, run in (
        ("who-decides", "Who may decide or change this?", _who_decides),
        ("may", "May this actor?", _may),
    ):
        made = command(name, help, run)
        if name == "may":
            made.add_argument("actor", metavar="ACTOR", nargs="?", help="who is asked about")
            made.add_argument("--actor", dest="actor_option", metavar="ACTOR", help="who is asked about")
        made.add_argument("--power", help="decide, start, adopt, amend, waive, repeal, sign, pay, ...")
        made.add_argument("--target", metavar="ID", help="a rule, task or matter; kle:NO is a matter by KLE number")
        made.add_argument("--kle", metavar="NR", help="instead of --target: a KLE number")
        made.add_argument("--facet", metavar="G01", help="KLE's action facet; may give the power")
        made.add_argument("--unit", help="the unit the case belongs to")
        made.add_argument("--fact", metavar="NAME=VALUE", action="append", default=[], help="a fact of the case; repeatable")
        made.add_argument("--disqualified", metavar="ACTOR", action="append", default=[], help="may not take part; repeatable")
        made.add_argument("--absent", metavar="ACTOR", action="append", default=[], help="is away; repeatable")
        date(made)
    return parser


def _out(text: str) -> None:
    """UTF-8 whatever the locale says."""
    sys.stdout.buffer.write(text.encode() + b"\n")


def _open(given: argparse.Namespace) -> Model:
    folders = [*given.layers, *filter(None, os.environ.get("REGELGRAF_LAYERS", "").split(os.pathsep))]
    options: dict[str, Any] = {"folders": folders, "allow_personal_data": given.allow_personal_data}
    if given.model == "-":
        return Model.from_text(sys.stdin.buffer.read(), **options)
    return Model.open(given.model, **options)


def _answer(model: Model, question: dict[str, Any]) -> str:
    return model.ask_json(json.dumps(question, ensure_ascii=False))


def _shown(given: argparse.Namespace, answer: str, words: Callable[[dict[str, Any]], str]) -> dict[str, Any]:
    """Prints an answer; gives it back. One that is an error raises where it is meant for people."""
    said: dict[str, Any] = json.loads(answer)
    if given.json:
        _out(answer)
    if error := said.get("error"):
        raise errors.of_answer(error)
    if not given.json:
        _out(words(said))
    return said


def _ask(given: argparse.Namespace) -> int:
    if given.model == given.requests == "-":
        raise WrongUse("the model and the questions cannot both come from standard input")
    with _open(given) as model:
        if given.requests == "-":
            return _answer_lines(model, sys.stdin.buffer)
        with open(given.requests, "rb") as questions:
            return _answer_lines(model, questions)


def _answer_lines(model: Model, questions: BinaryIO) -> int:
    for number, line in enumerate(iter(lambda: questions.readline(_LONGEST_LINE + 2), b""), start=1):
        line = line.removesuffix(b"\n")
        if len(line) > _LONGEST_LINE:
            raise WrongUse(f"the questions cannot be read: line {number} is over the limit of {_LONGEST_LINE} bytes")
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip(b" \t\r"):
            _out(model.ask_json(line))
            sys.stdout.buffer.flush()
    return ANSWERED


def _check(given: argparse.Namespace) -> int:
    try:
        model = _open(given)
    except InvalidModel as refused:
        if any(one["code"] in _NO_MODEL_FILE for one in refused.findings):
            raise
        if given.json:
            _out(_refused(refused.findings))
        else:
            for one in refused.findings:
                _out(_finding(one, given.lang))
        return FINDING
    with model:
        question = {"ask": "check"} | ({"date": given.date} if given.date else {})
        said = _shown(
            given, _answer(model, question),
            lambda said: "\n".join([_finding(one, given.lang) for one in said["findings"]] + [_in_all(model, said, given.lang)]),
        )  # fmt: skip
    return FINDING if any(one["severity"] != "note" for one in said["findings"]) else ANSWERED


_SEVERITIES = {
    "da": {"error": "fejl", "warning": "advarsel", "note": "bemærkning"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}
_ALL = {
    "da": ("elementer", "advarsler", "bemærkninger"),
    "en": ("elements", "warnings", "notes"),
}


def _in_all(model: Model, said: dict[str, Any], language: str) -> str:
    elements, warnings, notes = _ALL[language]
    severities = [one["severity"] for one in said["findings"]]
    return (
        f"{model.id}: {len(model)} {elements}, {warnings}: {severities.count('warning')}, "
        f"{notes}: {severities.count('note')}"
    )


def _finding(one: dict[str, Any], language: str) -> str:
    place = ":".join(str(one[name]) for name in ("file", "line", "column") if one.get(name))
    about = ", ".join(str(one[name]) for name in ("element", "field") if one.get(name))
    severity = _SEVERITIES[language][one["severity"]]
    line = f"{place + ': ' if place else ''}{severity}: {one['text'][language]}{f' ({about})' if about else ''}"
    advice = (one.get("advice") or {}).get(language)
    return f"{line}\n    {advice}" if advice else line


def _refused(findings: list[dict[str, Any]]) -> str:
    """What `check --json` answers where there is no model to ask."""

    def listed(one: dict[str, Any]) -> dict[str, Any]:
        head = {"code": one["code"], "severity": one["severity"], "elements": [one["element"]] if one.get("element") else []}
        given = ("file", "line", "column", "field", "text", "advice")
        there = {name: one[name] for name in given if one.get(name) or name == "file"}
        return head | {name: value for name, value in there.items() if value != {"da": "", "en": ""}}

    answer = {"ask": "check", "model": None, "date": None, "findings": [listed(one) for one in findings]}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _what_breaks(given: argparse.Namespace) -> int:
    question: dict[str, Any] = {"ask": "what_breaks", "remove": given.ids + given.remove}
    if not question["remove"]:
        raise WrongUse("missing: ID")
    if given.within:
        question["within"] = given.within
    question["detail"] = given.detail if given.json else "full"
    if given.date:
        question["date"] = given.date
    with _open(given) as model:
        _shown(given, _answer(model, question), lambda said: str(said["text"][given.lang]))
    return ANSWERED


def _who_decides(given: argparse.Namespace) -> int:
    with _open(given) as model:
        answer = _about_authority(model, {"ask": "who_decides"}, given)
        _shown(given, answer, lambda said: str(said["text"][given.lang]))
    return ANSWERED


_PERMISSIONS = {
    "da": {True: "Ja", False: "Nej", "depends": "Det kommer an på sagen"},
    "en": {True: "Yes", False: "No", "depends": "It depends on the case"},
}


def _may(given: argparse.Namespace) -> int:
    actor = given.actor_option or given.actor
    if not actor:
        raise WrongUse("missing: ACTOR")
    with _open(given) as model:

        def words(said: dict[str, Any]) -> str:
            """The answer, what kind of reason it has, and who decides: an answer of may has no text."""
            because = said["because"]
            reason = " ".join([because["kind"], *(str(one) for name, one in because.items() if name != "kind")])
            who = json.loads(_about_authority(model, {"ask": "who_decides"}, given))
            return f"{_PERMISSIONS[given.lang][said['may']]} ({reason}). {who['text'][given.lang]}"

        said = _shown(given, _about_authority(model, {"ask": "may", "actor": actor}, given), words)
    return FINDING if said["may"] is False else ANSWERED


def _about_authority(model: Model, question: dict[str, Any], given: argparse.Namespace) -> str:
    """The answer to a question about a case. The types of facts are the model's, and it tells them by
    refusing a value: what looks like a number or a yes may be text."""
    question |= _case(model, given)
    typed = [_typed_fact(one) for one in given.fact]
    facts = {name: _as_it_looks(value, given.lang) for name, value in typed}
    while True:
        answer = _answer(model, question | ({"facts": facts} if facts else {}))
        error = json.loads(answer).get("error") or {}
        name = (error.get("at") or "").removeprefix("facts.")
        if error.get("code") != "wrong_type" or name not in facts or isinstance(facts[name], str):
            return answer
        facts[name] = dict(typed)[name]


def _case(model: Model, given: argparse.Namespace) -> dict[str, Any]:
    kle, target = given.kle, given.target
    if target and kle:
        raise WrongUse("give --target or --kle, not both")
    if target and target.startswith("kle:") and (given.facet or target not in model):
        kle, target = target[4:], None
    missing = [
        name for name, there in (("--target", target or kle), ("--power", given.power or given.facet)) if not there
    ]
    if missing:
        raise WrongUse(f"missing: {', '.join(missing)}")
    if given.facet and not kle:
        raise WrongUse("--facet belongs to a KLE number: give --kle")
    asked: dict[str, Any] = {"power": given.power} if given.power else {}
    asked["target"] = ({"kle": kle} | ({"facet": given.facet} if given.facet else {})) if kle else target
    for name in ("unit", "disqualified", "absent", "date"):
        if value := getattr(given, name):
            asked[name] = value
    return asked


def _typed_fact(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not name or not equals:
        raise WrongUse(f"--fact: `{given}` is not of the form NAME=VALUE")
    return name, value


def _as_it_looks(value: str, language: str) -> bool | float | str:
    word = value.casefold()
    if word in ("true", "ja", "yes"):
        return True
    if word in ("false", "nej", "no"):
        return False
    number = typed_number(value, language)
    return value if number is None else number


def typed_number(text: str, language: str) -> float | None:
    """A number as people type it: `100000`, `100.000,50` in Danish, `100,000.50` in English. None: it is
    none, or could be read in two ways."""
    digits = text.removeprefix("-")
    group, decimal = "", ""
    if "." in text and "," in text:
        decimal = max(".,", key=text.rfind)
        group = ",." [".,".index(decimal)]
    elif mark := next((mark for mark in ".," if mark in text), ""):
        if _grouped(digits, mark):
            if text.count(mark) == 1 and (language == "da") != (mark == "."):
                return None
            group = mark
        else:
            decimal = mark
    whole = digits.rpartition(decimal)[0] if decimal else digits
    if group and not _grouped(whole, group):
        return None
    plain = text.replace(group, "") if group else text
    plain = plain.replace(decimal, ".") if decimal else plain
    if not re.fullmatch(r"-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", plain, re.ASCII):
        return None
    number = float(plain)
    return number if abs(number) != float("inf") else None


def _grouped(digits: str, mark: str) -> bool:
    return bool(re.fullmatch(rf"[1-9]\d{{0,2}}(\{mark}\d{{3}})+", digits, re.ASCII))


def _complain(text: str, status: int = WRONG_USE) -> int:
    print(f"regelgraf: {text}", file=sys.stderr)
    return status


def _run(arguments: list[str] | None) -> int:
    parser = _parser()
    given = parser.parse_args(arguments)
    for name, default in (("lang", _language_of_locale()), ("json", False), ("layers", []), ("allow_personal_data", False)):
        if not hasattr(given, name):
            setattr(given, name, default)
    if given.version:
        _out(f"regelgraf {__version__}\nABI {_native.lib.rg_abi_version()}\n{_where()}")
        return ANSWERED
    if not given.command:
        parser.print_help(sys.stderr)
        return WRONG_USE
    try:
        return int(given.run(given))
    except InvalidModel as refused:
        for one in refused.findings:
            print(_finding(one, given.lang), file=sys.stderr)
        return WRONG_USE
    except errors.Internal as error:
        return _complain(f"internal error: {error}", INTERNAL)
    except (Error, WrongUse, OSError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        return _complain(str(error))


def main(arguments: list[str] | None = None) -> int:
    """The status to leave with."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERNAL


def _exit() -> NoReturn:
    sys.exit(main())


if __name__ == "__main__":
    _exit()
