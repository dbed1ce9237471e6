"""Rows into and out of the public database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

Value = str | int | float | bytes | None
Row = Mapping[str, Value]

_SUMMARY = """
update policies set
    versions = coalesce((select max(number) from versions where versions.policy = policies.policy), 0),
    states = (select count(*) from states where states.policy = policies.policy),
    edition = coalesce((
        select kind = 'edition' from versions where versions.policy = policies.policy
        order by number desc limit 1), 0),
    first_at = (
        select fetched_at from versions where versions.policy = policies.policy order by number limit 1),
    last_at = (
        select fetched_at from versions where versions.policy = policies.policy order by number desc limit 1),
    changed_at = (
        select max(fetched_at) from versions
        where versions.policy = policies.policy and significance = 'substantive' and returns = 0),
    (current_version, current_state, language, title, updated_on, effective_on, updated, effective,
        words) = (
        select version, state, language, title, versions.updated_on, versions.effective_on,
            versions.updated, versions.effective, versions.words
        from versions where versions.policy = policies.policy and state is not null
        order by number desc limit 1)
where policy in (select policy from versions where version > ?)
"""
"""Follows from the other tables, so a rebuild and an update give the same."""

_STATES_SEEN = """
update states set times_seen = (select count(*) from versions where versions.state = states.state)
where state in (select state from versions where version > ?)
"""


_CHECK = """
insert into checks ("check", policy, outcome, state, first_at, last_at, count, gap)
values (:check, :policy, :outcome,
    (select max(state) from states
        where policy = :policy and number = :state_number and first_seen_at <= :last_at),
    :first_at, :last_at, :count, :gap)
"""
_CHECKED = """
update policies set checked_at = (
    select max(last_at) from checks
    where checks.policy = policies.policy and outcome in ('new', 'unchanged', 'returned'))
where policy = ?
"""


_ROOM = 1 << 20
"""Bytes that a full-text index gathers before it writes a segment, unless told otherwise."""
_GATHERED = 1 << 24
"""The same while it is filled."""


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Add new rows; columns a row does not name take their default."""
    _write(connection, table, rows, update=False)


def replace(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Add rows, or bring those with the same id up to date.

    Not ``insert or replace``: that deletes first, and every row that refers to the old one is looked for.
    """
    _write(connection, table, rows, update=True)


def _write(connection: sqlite3.Connection, table: str, rows: Iterable[Row], *, update: bool) -> None:
    for columns, alike in groupby(rows, key=tuple):
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        news = ", ".join(f'"{column}" = excluded."{column}"' for column in columns)
        added = f" on conflict do update set {news}" if update else ""
        connection.executemany(f"insert into {table} ({names}) values ({marks}){added}", map(_values, alike))


def _values(row: Row) -> tuple[Value, ...]:
    """In place of their names: a third of the time of an insert goes into looking up names."""
    return tuple(row.values())


def replace_sections(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Replace rows of ``sections`` and keep the full-text index in step, where words or heading differ."""
    for row in rows:
        old = connection.execute(
            "select heading, text from sections where section = ?", (row["section"],)
        ).fetchone()
        if old is not None and tuple(old) == (row["heading"], row["text"]):
            continue
        if old is not None:
            connection.execute(
                "insert into sections_fts (sections_fts, rowid, heading, text) values ('delete', ?, ?, ?)",
                (row["section"], *old),
            )
        connection.execute(
            "insert into sections_fts (rowid, heading, text) values (:section, :heading, :text)", row
        )
    replace(connection, "sections", rows)


def insert_passages(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Add passages and index their words."""
    insert(connection, "passages", rows)
    connection.executemany("insert into passages_fts (rowid, text) values (:passage, :text)", rows)


def find_passage(connection: sqlite3.Connection, policy: str, digest: int) -> int | None:
    """The passage of a policy with this digest."""
    row = connection.execute(
        "select passage from passages where policy = ? and digest = ?", (policy, digest)
    ).fetchone()
    return row[0] if row else None


def index_words(connection: sqlite3.Connection) -> None:
    """Fill both full-text indexes from their tables and merge them into one segment each.

    The more is gathered before it is written, the less there is to merge.
    """
    for table in ("sections_fts", "passages_fts"):
        _set_room(connection, table, _GATHERED)
        connection.execute(f"insert into {table} ({table}) values ('rebuild')")
        connection.execute(f"insert into {table} ({table}) values ('optimize')")
        _set_room(connection, table, _ROOM)


def _set_room(connection: sqlite3.Connection, table: str, size: int) -> None:
    connection.execute(f"insert into {table} ({table}, rank) values ('hashsize', ?)", (size,))


def replace_checks(connection: sqlite3.Connection, first: int, end: int, rows: Sequence[Row]) -> None:
    """Replace the checks with ids from ``first`` to before ``end``; each names its state by number."""
    connection.execute('delete from checks where "check" >= ? and "check" < ?', (first, end))
    connection.executemany(_CHECK, rows)
    policies = {(row["policy"],) for row in rows}
    connection.executemany(_CHECKED, policies)


def places(connection: sqlite3.Connection, policy: str) -> dict[str, int]:
    """Commit -> version, of a policy."""
    found = connection.execute("select commit_hash, version from versions where policy = ?", (policy,))
    return dict(found.fetchall())


def end(connection: sqlite3.Connection, ended: Mapping[str, bool]) -> None:
    """Say of which policies nothing more is recorded."""
    rows = [(int(over), policy) for policy, over in ended.items()]
    connection.executemany("update policies set ended = ? where policy = ?", rows)


def count(connection: sqlite3.Connection, policy: str) -> int:
    """How many versions of a policy are in the database."""
    found = connection.execute("select count(*) from versions where policy = ?", (policy,)).fetchone()
    return int(found[0])


def summarise(connection: sqlite3.Connection, since: int) -> None:
    """Bring counts and newest values up to date, of the policies and states with versions after ``since``."""
    connection.execute(_STATES_SEEN, (since,))
    connection.execute(_SUMMARY, (since,))


def standing(connection: sqlite3.Connection, table: str, policy: str) -> list[dict[str, Any]]:
    """The rows of ``stamps`` or ``promises`` whose run goes on."""
    found = connection.execute(f"select * from {table} where policy = ? and current = 1", (policy,))
    return _dicts(found)


def sections(connection: sqlite3.Connection, policy: str, began: int) -> list[dict[str, Any]]:
    """All sections a policy ever had since the version ``began``."""
    found = connection.execute(
        "select * from sections where policy = ? and first_version >= ?", (policy, began)
    )
    return _dicts(found)


def states(connection: sqlite3.Connection, policy: str, began: int) -> dict[int, int]:
    """State number -> state, since the version ``began``."""
    found = connection.execute(
        "select number, state from states where policy = ? and state >= ?", (policy, began)
    )
    return dict(found.fetchall())


def _dicts(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
