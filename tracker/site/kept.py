"""Redlines once printed, kept on disk: two texts of an archive never change, so neither does their diff.

A cache and nothing else: it may be deleted at any time, and where it cannot be written it is done without.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

MOST_BYTES = 256 * 1024 * 1024
"""Size of the file above which the oldest eighth of it is dropped."""


@cache
def engine() -> str:
    """A digest of our own code: another engine or another printer makes other redlines."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


class Kept:
    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._own = threading.local()

    def or_make(self, key: tuple[object, ...], make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What is kept under a key, else what is made, which is then kept; JSON both ways."""
        name = hashlib.sha256(repr((engine(), *key)).encode()).digest()
        found = self._get(name)
        if found is None:
            made = make()
            self._put(name, zlib.compress(json.dumps(made, ensure_ascii=False).encode(), 1))
            return made
        kept: dict[str, Any] = json.loads(zlib.decompress(found))
        return kept

    def has(self, key: tuple[object, ...]) -> bool:
        return self._get(hashlib.sha256(repr((engine(), *key)).encode()).digest()) is not None

    def _connection(self) -> sqlite3.Connection | None:
        if self.path is None:
            return None
        if not hasattr(self._own, "connection"):
            self._own.connection = _opened(self.path)
        connection: sqlite3.Connection | None = self._own.connection
        return connection

    def _get(self, name: bytes) -> bytes | None:
        connection = self._connection()
        if connection is None:
            return None
        try:
            row = connection.execute("select made from redlines where name = ?", (name,)).fetchone()
        except sqlite3.DatabaseError:
            return None
        return row[0] if row else None

    def _put(self, name: bytes, made: bytes) -> None:
        connection = self._connection()
        if connection is None:
            return
        try:
            connection.execute("insert or replace into redlines (name, made) values (?, ?)", (name, made))
            pages, size = (
                connection.execute(f"pragma {p}").fetchone()[0] for p in ("page_count", "page_size")
            )
            if pages * size > MOST_BYTES:
                connection.execute(
                    "delete from redlines where rowid in (select rowid from redlines order by rowid"
                    " limit (select count(*) / 8 + 1 from redlines))"
                )
        except sqlite3.DatabaseError:
            self.path = None  # full disk, read-only folder, damaged file: go on without


def _opened(path: Path) -> sqlite3.Connection | None:
    try:
        connection = sqlite3.connect(path, timeout=2, isolation_level=None)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = off")
        connection.execute("create table if not exists redlines (name blob unique, made blob not null)")
    except sqlite3.DatabaseError:
        return None
    return connection
