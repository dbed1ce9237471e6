"""The tables of the public database, made from the SQL files beside this one."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

TABLES = (
    "services", "policies", "versions", "states", "sections", "passages", "changes", "fact_changes",
    "stamps", "promises", "notices", "decisions", "verdicts", "regimes", "checks", "shorthands", "memories",
    "descriptions", "filings", "builds",
)  # fmt: skip


def create(connection: sqlite3.Connection) -> None:
    """Make the empty tables and the views; indexes come when the rows are in."""
    connection.executescript(_sql("schema.sql"))
    connection.executescript(_sql("views.sql"))


def create_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes."""
    connection.executescript(_sql("indexes.sql"))


def _sql(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
