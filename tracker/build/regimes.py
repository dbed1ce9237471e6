"""Rules of law that may concern a change, from the file beside the schema: candidates, never verdicts."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

import yaml

_SAFE: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C, where there is one: ten times as fast."""


def write(connection: sqlite3.Connection) -> None:
    """Put the rows of ``regimes.yml`` in the place of those known."""
    text = files("tracker.database").joinpath("regimes.yml").read_text("utf-8")
    found = yaml.load(text, _SAFE)
    connection.execute("delete from regimes")
    connection.executemany(
        "insert into regimes values (:id, :name, :region, :about, :scope, :value, :unit, :channel,"
        " :exceptions, :consequence, :from, :to, :source, :mark)",
        [_row(rule) for rule in found],
    )


def _row(rule: dict[str, object]) -> dict[str, object]:
    value, _, unit = str(rule.get("period", "")).partition(" ")
    days = {name: str(rule[name]) if name in rule else None for name in ("from", "to")}
    absent = dict.fromkeys(("channel", "exceptions", "consequence"))
    return {**absent, **rule, **days, "value": float(value) if value else None, "unit": unit or None}
