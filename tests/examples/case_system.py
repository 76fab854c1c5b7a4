"""The two programs of examples/esdh, to be run by tests."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ESDH = ROOT / "examples/esdh"
MODEL = ROOT / "examples/odder/odder.json"
BUILD = Path(os.environ.get("REGELGRAF_BUILD", ROOT / "build" / "dev"))
PROGRAMS = {"Python": [sys.executable, "-m", "esdh"], "C#": ["mono", BUILD / "dotnet/Esdh.exe"]}


def environment():
    path = os.pathsep.join((str(ROOT / "bindings/python"), str(ESDH / "python")))
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}


class CaseSystem:
    """A database, and a program that works on it."""

    def __init__(self, program, folder):
        self.program = program
        self.db = folder / "cases.db"
        self.model = MODEL
        self.rules = None  # a store of them, in place of the model
        self.today = "2026-03-02"

    def command(self, user, *words):
        return [*self.program, "--db", self.db, *(("--rules", self.rules) if self.rules else ("--model", self.model)), "--today", self.today, "--user", user, *words]

    def run(self, user, *words):
        """(status, standard output, standard error)"""
        done = subprocess.run(self.command(user, *words), cwd=ESDH, env=environment(), capture_output=True)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def start(self, user, *words):
        return subprocess.Popen(self.command(user, *words), cwd=ESDH, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def do(self, user, *words):
        """What must be done; what it prints."""
        status, out, err = self.run(user, *words)
        assert (status, err) == (0, "")
        return out

    def refuse(self, user, *words):
        """What must be refused; why."""
        status, out, err = self.run(user, *words)
        assert (status, out) == (1, "")
        assert err.startswith("Afvist: ")
        return err.removeprefix("Afvist: ").removesuffix("\n")

    def sql(self, statement, *values):
        db = sqlite3.connect(self.db)
        db.execute("PRAGMA foreign_keys = ON")
        try:
            with db:
                return db.execute(statement, values).fetchall()
        finally:
            db.close()

    def open(self, case, **facts):
        """A case about support, with facts."""
        self.do("mbak", "open", case, "Støtte", "--power", "decide", "--target", "27.36.12", "--unit", "visitation")
        if facts:
            self.do("mbak", "facts", case, *(f"{name}={value}" for name, value in facts.items()))
