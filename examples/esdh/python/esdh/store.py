"""The database: SQLite, with what every connection needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).resolve().parents[2] / "schema.sql"
VERSION = 1


class Store:
    """A connection that keeps the schema's foreign keys and waits for other processes."""

    def __init__(self, path: str) -> None:
        # isolation_level=None: Python begins no transaction behind our back.
        self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        self._db.close()

    def create(self) -> None:
        """Run the schema, inside the transaction that there is; executescript would end it."""
        statement = ""
        for line in SCHEMA.read_text(encoding="utf-8").splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                self._db.execute(statement)
                statement = ""

    @property
    def version(self) -> int:
        """0: this is no case system's database yet."""
        version: int = self.value("PRAGMA user_version")
        return version

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything or nothing. IMMEDIATE takes the lock before the first look, so that nobody
        changes what is checked here before it is written."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def run(self, sql: str, *values: Any) -> int:
        """Run one statement, its values always as parameters; the id of what it inserted."""
        return self._db.execute(sql, values).lastrowid or 0

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._db.execute(sql, values).fetchone()
        return row

    def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row; None without one."""
        row = self.row(sql, *values)
        return row[0] if row else None
