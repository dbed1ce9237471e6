"""What is new in the archive, listed before anything is read: versions, names, coverage."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from operator import attrgetter

from tracker.archive import Archive, Coverage, Description, Entry
from tracker.archive.format import parsed_description
from tracker.archive.ledger import parsed
from tracker.build.chronicle import Placed
from tracker.build.telling import Doubt

_PENDING = (
    "create temp table pending (version integer primary key, policy text not null, entry blob not null)"
)
_fields = attrgetter(*(field.name for field in fields(Entry)))
"""An entry as a tuple: three times as fast to put away as the entry itself."""
_LONGEST_FIRST = "select policy from pending group by policy order by count(*) desc, policy"


@dataclass
class Listing:
    """All that is new. The versions lie in a temporary table: on disk, however long the history is."""

    connection: sqlite3.Connection
    known: int
    """How many versions the database holds already."""
    versions: int = 0
    newest: str | None = None
    """The newest commit."""
    names: dict[str, str] = field(default_factory=dict)
    """Policy -> blob of its newest description."""
    evidence: dict[str, str] = field(default_factory=dict)
    """Policy -> blob of its evidence."""
    ended: dict[str, bool] = field(default_factory=dict)
    """Policy -> whether nothing more is recorded of it, where that may have changed."""
    months: dict[str, str] = field(default_factory=dict)
    """Month -> blob of its coverage."""
    doubts: list[Doubt] = field(default_factory=list)

    @classmethod
    def of(cls, connection: sqlite3.Connection, archive: Archive, since: str | None, known: int) -> Listing:
        """Everything after the commit ``since``, from one git process.

        Raises UnknownCommitError when the archive does not have that commit.
        """
        connection.execute("drop table if exists temp.pending")
        connection.execute(_PENDING)
        listing = cls(connection, known, newest=since)
        malformed: list[str] = []
        for news in archive.news(since, malformed):
            listing.newest = news.commit
            listing.names |= dict([news.described] if news.described else [])
            listing.evidence |= dict([news.filed] if news.filed else [])
            listing.months |= dict(news.ledger)
            listing.ended |= {news.ended: True} if news.ended else {}
            if news.entry:
                listing._add(news.entry)
        connection.execute("create index temp.pending_policy on pending (policy)")
        listing.doubts += [Doubt("", "", "malformed", reason) for reason in malformed]
        return listing

    def policies(self) -> list[str]:
        """The policies with new versions, longest history first."""
        return [row[0] for row in self.connection.execute(_LONGEST_FIRST)]

    def pending(self, policy: str) -> list[Placed]:
        """The new versions of a policy, oldest first."""
        found = self.connection.execute(
            "select version, entry from temp.pending where policy = ? order by version", (policy,)
        )
        return [Placed(version, Entry(*pickle.loads(entry))) for version, entry in found]

    def descriptions(self, archive: Archive) -> dict[str, Description]:
        """The new descriptions, by policy; one that is none is a doubt."""
        found: dict[str, Description] = {}
        for policy, blob in sorted(self.names.items()):
            try:
                found[policy] = parsed_description(archive.read(blob))
            except ValueError as error:
                self.doubts.append(Doubt(policy, blob, "malformed", f"policy.json: {error}"))
        return found

    def coverage(self, archive: Archive) -> Iterator[tuple[str, list[Coverage]]]:
        """The months that are new, each whole; one that cannot be read is a doubt."""
        for month, blob in sorted(self.months.items()):
            try:
                yield month, parsed(archive.read(blob))
            except ValueError as error:
                self.doubts.append(Doubt("", blob, "malformed", f"ledger/{month}.jsonl: {error}"))

    def _add(self, entry: Entry) -> None:
        self.versions += 1
        version = self.known + self.versions
        row = (version, entry.policy, pickle.dumps(_fields(entry), pickle.HIGHEST_PROTOCOL))
        self.connection.execute("insert into temp.pending values (?, ?, ?)", row)
        self.ended[entry.policy] = False
