"""What a sweep must know of the newest version of every policy, kept beside the archive it follows.

Lives in ``archive/private.db``; whenever the archive has grown, only what is new is read. Losing it costs
one reading of the archive's history.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import dropwhile

from tracker.archive import Archive, Entry, UnknownCommitError
from tracker.blocks import identity
from tracker.model import Outcome

_TABLES = """
create table if not exists heads (
    policy text primary key,
    commit_id text not null,
    kind text not null,
    maker text,
    state integer
) without rowid;
create table if not exists states (
    policy text not null,
    identity text not null,
    number integer not null,
    primary key (policy, identity)
) without rowid;
create table if not exists followed (one integer primary key check (one = 1), commit_id text);
"""
_FEW = 20
"""Policies whose histories are read one by one; for more, the whole history is read once."""


class Heads:
    """The newest version of every policy and the numbers of its states, over an open ``private.db``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._db.executescript(_TABLES)

    def follow(self, archive: Archive, numbers: Mapping[str, tuple[int | None, str]] | None = None) -> None:
        """Take in what the archive has gained; ``numbers`` tells (state, identity) of commits of our own."""
        newest = archive.newest()
        row = self._db.execute("select commit_id from followed").fetchone()
        since = row[0] if row else None
        if newest == since:
            return
        try:
            entries = list(archive.history(since=since))
        except UnknownCommitError:  # another archive lies here now
            self._db.executescript("delete from heads; delete from states; delete from followed;")
            entries = list(archive.history())
        self._db.execute("begin immediate")
        for entry in entries:
            self._take(entry, *(numbers or {}).get(entry.commit, (None, "")))
        self._db.execute("insert or replace into followed values (1, ?)", [newest])
        self._db.execute("commit")

    def _take(self, entry: Entry, state: int | None, seen: str) -> None:
        made = None if entry.imported_from else _maker(entry.extractor, entry.declaration)
        self._db.execute(
            "insert or replace into heads values (?, ?, ?, ?, ?)",
            (entry.policy, entry.commit, entry.kind, made, state),
        )
        if state is None:
            self._db.execute("delete from states where policy = ?", [entry.policy])
        else:
            self._db.execute("insert or ignore into states values (?, ?, ?)", (entry.policy, seen, state))

    def commit(self, policy: str) -> str | None:
        """The commit of a policy's newest version; None when there is none but an edition of ours."""
        row = self._db.execute("select commit_id, kind from heads where policy = ?", [policy]).fetchone()
        return None if row is None or row[1] == "edition" else str(row[0])

    def is_stale(self, policy: str, extractor: str, declaration: str) -> bool:
        """True when the newest version was read by another extractor or for another declaration."""
        row = self._db.execute("select maker from heads where policy = ?", [policy]).fetchone()
        return bool(row and row[0] not in (None, _maker(extractor, declaration)) and self.commit(policy))

    def read_anew(self, policy: str, extractor: str, declaration: str) -> None:
        """The newest version was read anew: it need not be again, whether its text differed or not."""
        self._db.execute(
            "update heads set maker = ? where policy = ?", (_maker(extractor, declaration), policy)
        )

    # --- states

    def number(self, archive: Archive, policies: Sequence[str]) -> None:
        """See that the states of these policies are numbered, reading their texts where they are not."""
        unnumbered = [p for p in policies if self.commit(p) and self.state(p) is None]
        if not unnumbered:
            return
        wanted = set(unnumbered)
        entries: Iterable[Entry] = (
            (e for p in unnumbered for e in archive.history(p))
            if len(unnumbered) <= _FEW
            else (e for e in archive.history() if e.policy in wanted)
        )
        histories: dict[str, list[Entry]] = {policy: [] for policy in unnumbered}
        for entry in entries:
            histories[entry.policy].append(entry)
        self._db.execute("begin immediate")
        for policy, history in histories.items():
            self._number(archive, policy, list(dropwhile(lambda e: e.kind == "edition", history)))
        self._db.execute("commit")

    def _number(self, archive: Archive, policy: str, captured: list[Entry]) -> None:
        numbers: dict[str, int] = {}
        last = None
        for text in archive.texts(entry.version for entry in captured):
            last = numbers.setdefault(identity(text), len(numbers) + 1)
        self._db.executemany(
            "insert or replace into states values (?, ?, ?)", [(policy, i, n) for i, n in numbers.items()]
        )
        self._db.execute("update heads set state = ? where policy = ?", (last, policy))

    def state(self, policy: str) -> int | None:
        """The number of the state a policy is in; None when not known."""
        row = self._db.execute("select state from heads where policy = ?", [policy]).fetchone()
        return row[0] if row else None

    def outcome(self, policy: str, seen: str) -> tuple[Outcome, int]:
        """Is this content (``identity``) new, a return, or that of now in another dress; and its number."""
        of_policy = "from states where policy = ?"
        row = self._db.execute(f"select number {of_policy} and identity = ?", (policy, seen)).fetchone()
        if row is None:
            most = self._db.execute(f"select max(number) {of_policy}", [policy]).fetchone()[0]
            return "new", (most or 0) + 1
        return ("unchanged" if row[0] == self.state(policy) else "returned"), row[0]


def _maker(extractor: str | None, declaration: str | None) -> str:
    return f"{extractor}/{declaration}"
