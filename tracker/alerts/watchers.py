"""Watchers: who wants to hear of what, where and how often. In ``archive/private.db``; never published."""

from __future__ import annotations

import json
import secrets
import sqlite3
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from tracker.alerts.wishes import Wish

Rhythm = Literal["at_once", "daily", "weekly"]

TABLES = """
create table if not exists watchers (
    watcher integer primary key autoincrement,
    name text not null default '',
    target text not null,
    receiver text not null,
    wish text not null,
    rhythm text not null default 'at_once' check (rhythm in ('at_once', 'daily', 'weekly')),
    time_zone text not null default 'UTC',
    heartbeat integer not null default 0,
    token text not null unique,
    read_to integer not null,
    digest_at text
);
create index if not exists watchers_target on watchers (target);
"""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who wants to hear of what, where and how often."""

    watcher: int
    name: str
    """What the operator calls it."""
    target: str
    """An address with its secrets: never shown."""
    receiver: str
    """Who takes messages for this address and perhaps for others: a mail server, a host."""
    wish: Wish
    rhythm: Rhythm
    time_zone: str
    heartbeat: bool
    token: str
    """Whoever holds it may end the messages: never shown but to the watcher."""
    read_to: int
    """Id of the newest version that was held against the wish."""
    digest_at: datetime | None
    """When the next digest, or the next word that all is quiet, is due."""

    @property
    def kind(self) -> str:
        """The kind of channel: all of the address that may be shown."""
        return self.target.partition("://")[0].lower()


def add(
    database: sqlite3.Connection,
    target: str,
    receiver: str,
    wish: Wish,
    *,
    read_to: int,
    name: str = "",
    rhythm: Rhythm = "at_once",
    time_zone: str = "UTC",
    heartbeat: bool = False,
    digest_at: datetime | None = None,
) -> Watcher:
    """A new watcher, who hears of versions after ``read_to``."""
    row = database.execute(
        """
        insert into watchers
            (name, target, receiver, wish, rhythm, time_zone, heartbeat, token, read_to, digest_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
        """,
        (
            name, target, receiver, json.dumps(asdict(wish)), rhythm, time_zone, int(heartbeat),
            secrets.token_urlsafe(24), read_to, written(digest_at),
        ),
    ).fetchone()  # fmt: skip
    return _watcher(row)


def every(database: sqlite3.Connection) -> list[Watcher]:
    return [_watcher(row) for row in database.execute("select * from watchers order by watcher")]


def numbered(database: sqlite3.Connection, watcher: int) -> Watcher | None:
    row = database.execute("select * from watchers where watcher = ?", [watcher]).fetchone()
    return _watcher(row) if row else None


def remove(database: sqlite3.Connection, watcher: int) -> bool:
    """False when there is no such watcher. What is queued for it goes too."""
    return database.execute("delete from watchers where watcher = ?", [watcher]).rowcount == 1


def unsubscribe(database: sqlite3.Connection, token: str) -> bool:
    """Remove the watcher that holds this token; False when none does."""
    return database.execute("delete from watchers where token = ?", [token]).rowcount == 1


def written(at: datetime | None) -> str | None:
    """An instant as the tables hold it: in order as text when all are of one zone (UTC)."""
    return at.isoformat(timespec="seconds") if at else None


def _watcher(row: sqlite3.Row) -> Watcher:
    wish: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(row["wish"]).items()
    }
    return Watcher(
        row["watcher"], row["name"], row["target"], row["receiver"], Wish(**wish), row["rhythm"],
        row["time_zone"], bool(row["heartbeat"]), row["token"], row["read_to"],
        datetime.fromisoformat(row["digest_at"]) if row["digest_at"] else None,
    )  # fmt: skip
