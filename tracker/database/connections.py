"""Connections to SQLite: one writer at a time, readers never wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

BUSY_MILLISECONDS = 10_000
"""How long a writer waits for another before it gives up with ``database is locked``."""


def connect(path: Path | str, migrations: Sequence[str] = ()) -> sqlite3.Connection:
    """An open database: write-ahead log, foreign keys on, rows by name, migrated to the newest shape.

    ``migrations`` are SQL scripts, oldest first; ``user_version`` counts those already applied, so a script
    that has been published is never edited, only followed by another. The connection is in autocommit mode:
    ``with connection:`` after ``begin`` makes a transaction.
    """
    connection = sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma foreign_keys = on")
    migrate(connection, migrations)
    return connection


def migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Apply the scripts not yet applied, each whole or not at all."""
    applied = connection.execute("pragma user_version").fetchone()[0]
    for version, script in enumerate(migrations[applied:], start=applied + 1):
        connection.executescript(f"begin immediate;\n{script}\n;pragma user_version = {version};\ncommit;")
