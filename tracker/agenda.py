"""Who is to be looked at when: due times, leases, what servers told us, and captures held in doubt.

Lives in ``archive/private.db`` and is never published; losing it costs one early look at every policy.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tracker.model import Outcome

_TABLES = """
create table if not exists agenda (
    policy text primary key,
    due_at text not null,
    lease_until text,
    holder text,
    etag text,
    last_modified text,
    full_at text,
    sha256 text,
    last_seen_at text,
    checked_at text,
    outcome text,
    reason text,
    failures integer not null default 0,
    told integer not null default 0,
    head text
) without rowid;
create index if not exists agenda_due on agenda (due_at);
create table if not exists quarantine (
    capture integer primary key,
    policy text not null,
    fetched_at text not null,
    seen_at text not null,
    seen integer not null default 1,
    identity text not null,
    reasons text not null,
    standing text not null default 'held' check (standing in ('held', 'released', 'dropped', 'passed')),
    suffix text not null,
    about text not null,
    content blob not null,
    text text not null,
    unique (policy, identity, standing)
);
"""
_LEASE = timedelta(minutes=10)
_EVERY = timedelta(hours=6)
_AGAIN = timedelta(hours=1)
"""A doubt is looked at again after this long: a half-loaded page is whole by then, a rewrite is not."""
_LONGEST = timedelta(days=1)
_JITTER = 0.1
_MOST_HELD = 30
"""Captures kept of one policy, judged ones included: the newest."""


@dataclass(frozen=True, slots=True)
class Item:
    """What the agenda knows of one policy."""

    policy: str
    etag: str | None = None
    last_modified: str | None = None
    full_at: datetime | None = None
    sha256: str | None = None
    """Of the bytes last taken for the policy."""
    last_seen_at: datetime | None = None
    """When the newest version's text was last met."""
    failures: int = 0
    """Looks in a row that gave no policy."""
    head: str | None = None
    """The commit that was the newest version then: bytes and validators are those of its text."""

    def beside(self, head: str | None) -> Item:
        """This, forgetting what was received when another version is the newest now."""
        return self if head == self.head else replace(self, etag=None, last_modified=None, sha256=None)


@dataclass(frozen=True, slots=True)
class Held:
    """A capture kept apart because of a doubt."""

    capture: int
    policy: str
    fetched_at: datetime
    seen: int
    """How many looks showed it."""
    identity: str
    reasons: tuple[str, ...]
    standing: str
    suffix: str
    about: dict[str, object]
    content: bytes
    text: str
    refused: bool = False
    """An operator dropped a capture of this very text: no second look lifts the doubt."""


class Agenda:
    """The agenda over an open connection to ``private.db``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._db.executescript(_TABLES)

    def declare(self, policies: Iterable[str], now: datetime) -> None:
        """New policies are due at once; those no longer declared are looked at no more."""
        wanted = sorted(policies)
        self._db.execute("begin immediate")
        self._db.executemany(
            "insert into agenda (policy, due_at) values (?, ?) on conflict do nothing",
            [(policy, _told(now)) for policy in wanted],
        )
        self._db.execute(
            "delete from agenda where policy not in (select value from json_each(?))", [json.dumps(wanted)]
        )
        self._db.execute("commit")

    def claim(self, now: datetime, holder: str, most: int) -> list[Item]:
        """What is due, leased to this holder until the lease ends: no other holder gets it meanwhile."""
        rows = self._db.execute(
            """
            update agenda set lease_until = :until, holder = :holder where policy in (
                select policy from agenda where due_at <= :now and coalesce(lease_until, '') <= :now
                order by due_at, policy limit :most)
            returning *
            """,
            {"now": _told(now), "until": _told(now + _LEASE), "holder": holder, "most": most},
        ).fetchall()
        return [_item(row) for row in rows]

    def claim_named(self, policies: Sequence[str], now: datetime, holder: str) -> list[Item]:
        """These policies whether due or not, unless another holder has them."""
        rows = self._db.execute(
            """
            update agenda set lease_until = :until, holder = :holder
            where policy in (select value from json_each(:names)) and coalesce(lease_until, '') <= :now
            returning *
            """,
            {
                "now": _told(now), "until": _told(now + _LEASE), "holder": holder,
                "names": json.dumps(list(policies)),
            },
        ).fetchall()  # fmt: skip
        return [_item(row) for row in rows]

    def declare_more(self, policies: Iterable[str], now: datetime) -> None:
        """New policies are due at once; the others stay as they are."""
        self._db.executemany(
            "insert into agenda (policy, due_at) values (?, ?) on conflict do nothing",
            [(policy, _told(now)) for policy in policies],
        )

    def renew(self, policies: Sequence[str], now: datetime, holder: str) -> None:
        """Looks at these policies are still under way: nobody else is to begin them."""
        if policies:
            self._db.execute(
                "update agenda set lease_until = ? where holder = ? "
                "and policy in (select value from json_each(?))",
                (_told(now + _LEASE), holder, json.dumps(list(policies))),
            )

    def settle(
        self,
        item: Item,
        holder: str,
        *,
        now: datetime,
        outcome: Outcome,
        reason: str,
        due_at: datetime,
    ) -> bool:
        """Write down what a look gave and when the next is due; False when the lease was lost meanwhile."""
        done = self._db.execute(
            """
            update agenda set due_at = ?, lease_until = null, holder = null, etag = ?, last_modified = ?,
                full_at = ?, sha256 = ?, last_seen_at = ?, checked_at = ?, outcome = ?, reason = ?,
                failures = ?, head = ?,
                told = case when ? = 0 then 0 else told end
            where policy = ? and holder = ?
            """,
            (
                _told(due_at), item.etag, item.last_modified, _told(item.full_at), item.sha256,
                _told(item.last_seen_at), _told(now), outcome, reason, item.failures, item.head,
                item.failures, item.policy, holder,
            ),
        )  # fmt: skip
        return done.rowcount == 1

    def bring_forward(self, policy: str, due_at: datetime) -> None:
        """Look no later than this: a version takes effect then."""
        self._db.execute(
            "update agenda set due_at = min(due_at, ?) where policy = ?", (_told(due_at), policy)
        )

    def last_seen_at(self, policy: str) -> datetime | None:
        """When the newest version's text was last met."""
        row = self._db.execute("select last_seen_at from agenda where policy = ?", [policy]).fetchone()
        return _read(row[0]) if row else None

    def next_due_at(self) -> datetime | None:
        row = self._db.execute("select min(due_at) from agenda").fetchone()
        return _read(row[0])

    def rows(self) -> list[sqlite3.Row]:
        """All of the agenda, for ``tracker status``."""
        return self._db.execute("select * from agenda order by policy").fetchall()

    def untold_failures(self, at_least: int) -> list[sqlite3.Row]:
        """Policies that failed so often in a row and of which the operator was not told; told once."""
        return self._db.execute(
            "update agenda set told = 1 where failures >= ? and told = 0 returning *", [at_least]
        ).fetchall()

    # --- captures held in doubt

    def hold(
        self,
        policy: str,
        *,
        now: datetime,
        good_at: datetime | None,
        identity: str,
        reasons: Sequence[str],
        suffix: str,
        about: dict[str, object],
        content: bytes,
        text: str,
    ) -> Held:
        """Keep a capture apart; one that shows a text held already counts as another sight of it.

        ``good_at`` is when the policy itself was last met: sights before that count no more.
        """
        row = self._db.execute(
            """
            insert into quarantine
                (policy, fetched_at, seen_at, identity, reasons, suffix, about, content, text)
            values (:policy, :now, :now, :identity, :reasons, :suffix, :about, :content, :text)
            on conflict (policy, identity, standing) do update set
                seen = case when seen_at <= :good_at then 1 when seen_at = :now then seen else seen + 1 end,
                fetched_at = case when seen_at <= :good_at then :now else fetched_at end,
                seen_at = :now
            returning *
            """,
            {
                "policy": policy, "now": _told(now), "good_at": _told(good_at) or "", "identity": identity,
                "reasons": json.dumps(list(reasons)), "suffix": suffix,
                "about": json.dumps(about), "content": content, "text": text,
            },
        ).fetchone()  # fmt: skip
        self._db.execute(
            """
            delete from quarantine where policy = :policy and capture not in
                (select capture from quarantine where policy = :policy order by seen_at desc limit :most)
            """,
            {"policy": policy, "most": _MOST_HELD},
        )
        dropped = "select 1 from quarantine where policy = ? and identity = ? and standing = 'dropped'"
        return _held(row, bool(self._db.execute(dropped, (policy, identity)).fetchone()))

    def held(self, policy: str | None = None) -> list[Held]:
        """Captures in doubt, oldest first."""
        rows = self._db.execute(
            "select * from quarantine where standing = 'held' and coalesce(policy = ?, 1) order by capture",
            [policy],
        ).fetchall()
        return [_held(row) for row in rows]

    def judge(self, capture: int, standing: str) -> Held | None:
        """Release or drop a held capture; None when there is no such one. An older judgement gives way."""
        found = next((h for h in self.held() if h.capture == capture), None)
        if found is None:
            return None
        self._db.execute(
            "delete from quarantine where policy = ? and identity = ? and standing = ?",
            (found.policy, found.identity, standing),
        )
        self._db.execute("update quarantine set standing = ? where capture = ?", (standing, capture))
        return found

    def forget_held(self, policy: str) -> None:
        """A new version of the policy was seen: what was held before is no longer in question."""
        for held in self.held(policy):
            self.judge(held.capture, "passed")


def next_look(
    now: datetime,
    outcome: Outcome,
    failures: int,
    every: timedelta | None,
    retry_at: datetime | None,
    chance: float,
) -> datetime:
    """When to look again. ``chance`` in 0..1 spreads looks; failures double the wait up to a day."""
    every = every or _EVERY
    if outcome == "suspect":
        wait = min(_AGAIN * 2 ** max(failures - 1, 0), every)
    elif outcome in ("blocked", "error"):
        wait = min(_AGAIN * 2 ** max(failures - 1, 0), max(every, _LONGEST))
    else:
        wait = every
    due: datetime = now + wait * (1 + _JITTER * (2 * chance - 1))
    return due if retry_at is None or retry_at < due else retry_at


def chance() -> float:
    """A number in 0..1 that spreads looks over time."""
    return random.random()


def _item(row: sqlite3.Row) -> Item:
    return Item(
        row["policy"], row["etag"], row["last_modified"], _read(row["full_at"]), row["sha256"],
        _read(row["last_seen_at"]), row["failures"], row["head"],
    )  # fmt: skip


def _held(row: sqlite3.Row, refused: bool = False) -> Held:
    return Held(
        row["capture"], row["policy"], datetime.fromisoformat(row["fetched_at"]), row["seen"],
        row["identity"], tuple(json.loads(row["reasons"])), row["standing"],
        row["suffix"], json.loads(row["about"]), row["content"], row["text"],
        refused,
    )  # fmt: skip


def _told(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def _read(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
