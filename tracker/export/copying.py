"""The public tables copied out of the database, into a database of their own and into CSV.

Public is what ``metadata.yml`` lists, and what its rows refer to; a table it does not describe never leaves.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker.export.described import Described, ExportError


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    """As the database declares it: INTEGER, REAL or TEXT."""
    required: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values are those of another table's columns, or empty."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was written: ``path`` is relative to the folder, ``digest`` SHA-256 of the file."""

    name: str
    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    rows: int
    bytes: int
    digest: str


@dataclass(frozen=True, slots=True)
class Build:
    """What the rows were made from: the archive's newest commit, and the engine that read it."""

    commit: str | None
    engine: str
    versions: int
    first_at: str | None
    last_at: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """The copied database, open for reading."""

    connection: sqlite3.Connection
    tables: tuple[str, ...]
    build: Build


@contextmanager
def copied(database: Path, target: Path, described: Described) -> Iterator[Copy]:
    """Copy what is public into a new file, as it is at one instant; both are closed at the end."""
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        try:
            connection.execute("attach ? as source", (f"{database.absolute().as_uri()}?mode=ro",))
            connection.execute("begin")
            tables = tuple(_public(connection, described))
            build = _build(connection)
            _copy(connection, tables, described)
            connection.execute("commit")
            connection.execute("detach source")
        except sqlite3.Error as error:
            raise ExportError(f"{database} cannot be copied ({error}): run tracker build") from error
        yield Copy(connection, tables, build)


def _public(connection: sqlite3.Connection, described: Described) -> list[str]:
    """The tables that are listed, and those that their rows refer to, by name."""
    found = connection.execute(
        "select name from source.sqlite_master where type = 'table' and sql not like 'create virtual%'"
    )
    there = {name for (name,) in found}
    public: set[str] = set()
    waiting = [name for name in there if described.is_listed(name)]
    while waiting:
        name = waiting.pop()
        if name in public or name not in described.tables:
            continue
        public.add(name)
        waiting += [row[2] for row in connection.execute(f'pragma source.foreign_key_list("{name}")')]
    return sorted(public)


def _build(connection: sqlite3.Connection) -> Build:
    row = connection.execute("select newest_commit, engine, versions from source.builds").fetchone()
    if row is None:
        raise ExportError("nothing has been built yet: run tracker build")
    commit, engine, versions = row
    first, last = connection.execute(
        "select min(fetched_at), max(fetched_at) from source.versions where kind <> 'edition'"
    ).fetchone()
    return Build(commit, engine, versions, first, last)


def _copy(connection: sqlite3.Connection, tables: Sequence[str], described: Described) -> None:
    """Rows in order of their keys, then indexes and full-text indexes, then the views that are described."""
    shapes: dict[str, list[tuple[str, str]]] = {"table": [], "index": [], "view": []}
    for kind, name, table, sql in connection.execute(
        "select type, name, tbl_name, sql from source.sqlite_master where sql is not null order by rowid"
    ):
        shapes.get(kind, []).append((name if kind != "index" else table, sql))
    for name, sql in shapes["table"]:
        if name in tables:
            connection.execute(sql)
            own = ", ".join(_quoted(column) for column in _columns(connection, name, stored=True))
            key = ", ".join(map(_quoted, _key(connection, name)))
            connection.execute(
                f'insert into main."{name}" ({own}) select {own} from source."{name}" order by {key}'
            )
    for table, sql in shapes["index"]:
        if table in tables:
            connection.execute(sql)
    for name, sql in shapes["table"]:
        if sql.lower().startswith("create virtual") and name.removesuffix("_fts") in tables:
            connection.execute(sql)
            for what in ("rebuild", "optimize"):
                connection.execute(f'insert into main."{name}" ("{name}") values (?)', (what,))
    for name, sql in shapes["view"]:
        if described.is_listed(name):
            connection.execute(sql)


# --- tables as CSV ------------------------------------------------------------------------------------------


def written(copy: Copy, name: str, folder: Path) -> Table:
    """A table as ``data/<name>.csv.gz``, in order of its key."""
    connection = copy.connection
    columns, key = _columns(connection, name), _key(connection, name)
    path = folder / "data" / f"{name}.csv.gz"
    path.parent.mkdir(exist_ok=True)
    names = ", ".join(map(_quoted, columns))
    order = ", ".join(map(_quoted, key))
    found = connection.execute(f'select {names} from "{name}" order by {order}')
    rows = _write(path, columns, found)
    content = path.read_bytes()
    return Table(
        name,
        path.relative_to(folder).as_posix(),
        tuple(columns.values()),
        key,
        tuple(_references(connection, name, copy.tables)),
        rows,
        len(content),
        hashlib.sha256(content).hexdigest(),
    )


def _write(path: Path, columns: dict[str, Column], found: sqlite3.Cursor) -> int:
    rows = 0
    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as lines,
    ):
        writer = csv.writer(lines)
        writer.writerow(columns)
        for row in found:
            writer.writerow(row)
            rows += 1
    return rows


# --- shapes -------------------------------------------------------------------------------------------------


def _columns(connection: sqlite3.Connection, table: str, stored: bool = False) -> dict[str, Column]:
    """The columns by name; with ``stored`` without those that are computed."""
    found = connection.execute(f'pragma main.table_xinfo("{table}")').fetchall()
    computed = (2, 3)
    return {
        name: Column(name, kind.split()[0].upper(), bool(required or key))
        for _, name, kind, required, _, key, hidden in found
        if not (stored and hidden in computed)
    }


def _key(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    found = connection.execute(f'pragma main.table_info("{table}")').fetchall()
    return tuple(row[1] for row in sorted(found, key=lambda row: int(row[5])) if row[5])


def _references(connection: sqlite3.Connection, table: str, public: Sequence[str]) -> Iterator[Reference]:
    """The foreign keys of a table in order of their columns; all are of one column."""
    found = connection.execute(f'pragma main.foreign_key_list("{table}")').fetchall()
    for row in sorted(found, key=lambda row: str(row[3])):
        if row[2] in public:
            yield Reference((row[3],), row[2], (row[4],))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
