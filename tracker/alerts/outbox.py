"""The durable queue of what watchers are to be told, in ``archive/private.db``; never published.

A message is put into the queue together with the mark of how far the news was read, in one transaction: no
death in between loses or doubles it. It is sent under a lease, at least once, with the same key each time.
"""

from __future__ import annotations

import hmac
import json
import secrets
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from tracker.alerts import watchers
from tracker.alerts.messages import Message
from tracker.alerts.watchers import Watcher, written

_TABLES = """
create table if not exists messages (
    digest text primary key,
    content text not null
) without rowid;
create table if not exists outbox (
    alert integer primary key autoincrement,
    watcher integer not null references watchers (watcher) on delete cascade,
    key text not null unique,
    message text not null references messages (digest),
    standing text not null check (standing in ('due', 'held', 'sent', 'given_up')),
    queued_at text not null,
    due_at text not null,
    lease_until text,
    attempts integer not null default 0,
    tried_at text,
    last_at text,
    error text
);
create index if not exists outbox_due on outbox (standing, due_at);
create index if not exists outbox_last on outbox (last_at);
create index if not exists outbox_watcher on outbox (watcher, queued_at);
create index if not exists outbox_message on outbox (message);
create table if not exists gathered (
    watcher integer not null references watchers (watcher) on delete cascade,
    version integer not null,
    held integer not null default 0,
    primary key (watcher, version)
) without rowid;
create table if not exists receivers (
    receiver text primary key,
    failures integer not null,
    rest_until text not null
) without rowid;
create table if not exists secrets (name text primary key, value text not null) without rowid;
"""
"""A message is kept once for all who get it, and apart from how its sending stands, which is written often.
``tried_at`` is the first attempt, ``last_at`` the latest. A receiver has a row while it takes nothing."""

LEASE = timedelta(minutes=5)
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=6)
_GIVE_UP = timedelta(days=4)
_KEEP = timedelta(days=90)

PACE = timedelta(minutes=10)
AT_A_PACE = 30
"""Messages to one address in ``PACE``; what is more waits."""
_AT_A_PACE = {"json": 600, "jsons": 600}
"""Programs read faster than people."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One message to one channel, claimed for sending."""

    alert: int
    watcher: Watcher
    key: str
    message: Message
    attempts: int
    tried_at: datetime


class Outbox:
    """The queue over an open connection to ``private.db``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.database = connection
        connection.executescript(watchers.TABLES + _TABLES)

    def secret(self, watcher: int) -> bytes:
        """The key that one watcher's webhooks are signed with; made when first asked for."""
        asked = "select value from secrets where name = 'webhooks'"
        row = self.database.execute(asked).fetchone()
        if row is None:
            made = "insert into secrets values ('webhooks', ?) on conflict do nothing"
            self.database.execute(made, [secrets.token_hex(32)])
            row = self.database.execute(asked).fetchone()
        return hmac.new(str(row[0]).encode(), f"watcher {watcher}".encode(), sha256).hexdigest().encode()

    # --- queueing

    @contextmanager
    def whole(self) -> Iterator[None]:
        """A transaction: all or nothing."""
        self.database.execute("begin immediate")
        try:
            yield
            self.database.execute("commit")
        except BaseException:  # an interrupt too leaves nothing half written
            if self.database.in_transaction:  # a full disk has rolled back already
                self.database.execute("rollback")
            raise

    def read(self, watcher: Watcher, read_to: int) -> bool:
        """Move the mark of what was read; False when another process moved it meanwhile: queue nothing."""
        moved = self.database.execute(
            "update watchers set read_to = ? where watcher = ? and read_to = ?",
            (read_to, watcher.watcher, watcher.read_to),
        )
        return moved.rowcount == 1

    def digested(self, watcher: Watcher, next_at: datetime | None) -> bool:
        """Move the mark of the next digest; False when another process moved it meanwhile."""
        moved = self.database.execute(
            "update watchers set digest_at = ? where watcher = ? and digest_at is ?",
            (written(next_at), watcher.watcher, written(watcher.digest_at)),
        )
        return moved.rowcount == 1

    def queue(self, watcher: Watcher, key: str, message: str, now: datetime, *, held: bool = False) -> bool:
        """Queue a message, packed; one with the same key is there once, however often it is queued."""
        at, digest = written(now), sha256(message.encode("utf-8", "replace")).hexdigest()
        self.database.execute("insert into messages values (?, ?) on conflict do nothing", (digest, message))
        added = self.database.execute(
            """
            insert into outbox (watcher, key, message, standing, queued_at, due_at) values (?, ?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """,
            (watcher.watcher, key, digest, "held" if held else "due", at, at),
        )
        return added.rowcount == 1

    def again(self, key: str, now: datetime) -> bool:
        """Try a message anew that was given up or held; False when there is none such."""
        found = self.database.execute(
            """
            update outbox set standing = 'due', due_at = ?, attempts = 0, tried_at = null
            where key = ? and standing in ('given_up', 'held')
            """,
            (written(now), key),
        )
        return found.rowcount == 1

    def gather(self, watcher: Watcher, versions: Sequence[int], *, held: bool = False) -> None:
        """Keep versions for the watcher's next digest."""
        self.database.executemany(
            "insert into gathered values (?, ?, ?) on conflict do nothing",
            [(watcher.watcher, version, int(held)) for version in versions],
        )

    def gathered(self, watcher: Watcher) -> list[int]:
        rows = self.database.execute(
            "select version from gathered where watcher = ? and held = 0 order by version", [watcher.watcher]
        )
        return [row[0] for row in rows]

    def ungather(self, watcher: Watcher, versions: Sequence[int]) -> None:
        self.database.executemany(
            "delete from gathered where watcher = ? and version = ?",
            [(watcher.watcher, version) for version in versions],
        )

    def queued_since(self, watcher: Watcher, at: datetime) -> int:
        """How many messages were queued for a watcher from an instant on."""
        row = self.database.execute(
            "select count(*) from outbox where watcher = ? and queued_at >= ?",
            (watcher.watcher, written(at)),
        ).fetchone()
        return int(row[0])

    # --- sending

    def claim(self, now: datetime, most: int = 200) -> list[Alert]:
        """Messages that are due, leased: no other process sends them meanwhile.

        Receivers that take nothing at present are left alone, and nobody is sent more than the pace allows:
        the rest is put off, and counts as not tried.
        """
        with self.whole():
            sent = self._sent_lately(now)
            taken, late = [], []
            for row in self._due(now, most):
                kind = row["target"].partition("://")[0].lower()
                if sent[row["target"]] < _AT_A_PACE.get(kind, AT_A_PACE):
                    sent[row["target"]] += 1
                    taken.append(row)
                else:
                    late.append(row["alert"])
            self.put_off(late, now + PACE)
            self._lease(taken, now)
        known = {watcher.watcher: watcher for watcher in watchers.every(self.database)} if taken else {}
        return [_alert(row, known[row["watcher"]], now) for row in taken if row["watcher"] in known]

    def _due(self, now: datetime, most: int) -> list[sqlite3.Row]:
        return self.database.execute(
            """
            select outbox.*, content, target from outbox join watchers using (watcher)
            join messages on digest = message
            left join receivers using (receiver)
            where standing = 'due' and due_at <= :now and coalesce(lease_until, '') <= :now
                and coalesce(rest_until, '') <= :now
            order by due_at, alert limit :most
            """,
            {"now": written(now), "most": most},
        ).fetchall()

    def _sent_lately(self, now: datetime) -> Counter[str]:
        rows = self.database.execute(
            """
            select target, count(*) from outbox join watchers using (watcher)
            where last_at > ? group by target
            """,
            [written(now - PACE)],
        )
        return Counter(dict(map(tuple, rows)))

    def _lease(self, rows: Iterable[sqlite3.Row], now: datetime) -> None:
        at = written(now)
        self.database.executemany(
            """
            update outbox set lease_until = ?, attempts = attempts + 1, last_at = ?,
                tried_at = coalesce(tried_at, ?)
            where alert = ?
            """,
            [(written(now + LEASE), at, at, row["alert"]) for row in rows],
        )

    def put_off(self, alerts: Sequence[int], until: datetime) -> None:
        """Not before then; what was not tried is no attempt."""
        self.database.executemany(
            "update outbox set lease_until = null, due_at = max(due_at, ?) where alert = ?",
            [(written(until), alert) for alert in alerts],
        )

    def give_back(self, alerts: Iterable[Alert]) -> None:
        """Claimed, but not tried after all."""
        self.database.executemany(
            """
            update outbox set lease_until = null, attempts = max(attempts - 1, 0), last_at = null
            where alert = ? and standing = 'due'
            """,
            [(alert.alert,) for alert in alerts],
        )

    def sent(self, alert: Alert) -> None:
        """The receiver took it, and so it takes messages."""
        with self.whole():
            self._settle(alert, "sent", None, None)
            self.database.execute("delete from receivers where receiver = ?", [alert.watcher.receiver])

    def failed(
        self, alert: Alert, error: str, now: datetime, *, retry_at: datetime | None, receiver: bool
    ) -> list[int]:
        """Try again later, at the time the receiver named or after a wait that doubles.

        ``receiver`` says that the fault is not this message's: all that goes to the receiver waits. After
        days without success a message is given up: the watchers of those that were.
        """
        with self.whole():
            failures = self._failures(alert) if receiver else alert.attempts
            due = retry_at if retry_at and retry_at > now else now + _wait(failures)
            self._settle(alert, "due", error, due)
            if receiver:
                self._rest(alert.watcher.receiver, failures, due, now)
            return self._given_up(alert, now, receiver)

    def _failures(self, alert: Alert) -> int:
        row = self.database.execute(
            "select failures from receivers where receiver = ?", [alert.watcher.receiver]
        ).fetchone()
        return int(row[0]) + 1 if row else 1

    def _rest(self, receiver: str, failures: int, until: datetime, now: datetime) -> None:
        """What waits for a receiver that takes nothing counts as tried: its days run too."""
        self.database.execute(
            "insert or replace into receivers values (?, ?, ?)", (receiver, failures, written(until))
        )
        self.database.execute(
            """
            update outbox set tried_at = coalesce(tried_at, ?) where standing = 'due'
                and watcher in (select watcher from watchers where receiver = ?)
            """,
            (written(now), receiver),
        )

    def _given_up(self, alert: Alert, now: datetime, receiver: bool) -> list[int]:
        rows = self.database.execute(
            """
            update outbox set standing = 'given_up' where standing = 'due' and tried_at < :limit
                and (alert = :alert or (:all
                    and watcher in (select watcher from watchers where receiver = :receiver)))
            returning watcher
            """,
            {
                "limit": written(now - _GIVE_UP), "alert": alert.alert, "all": receiver,
                "receiver": alert.watcher.receiver,
            },
        ).fetchall()  # fmt: skip
        return [row[0] for row in rows]

    def _settle(self, alert: Alert, standing: str, error: str | None, due: datetime | None) -> None:
        self.database.execute(
            """
            update outbox set standing = ?, error = ?, lease_until = null, due_at = coalesce(?, due_at)
            where alert = ?
            """,
            (standing, error, written(due), alert.alert),
        )

    # --- for the operator

    def release(self, now: datetime) -> int:
        """Let held messages go: how many."""
        with self.whole():
            self.database.execute("update gathered set held = 0")
            freed = self.database.execute(
                "update outbox set standing = 'due', due_at = ? where standing = 'held'", [written(now)]
            )
        return freed.rowcount

    def drop(self) -> int:
        """Forget held messages: how many."""
        with self.whole():
            self.database.execute("delete from gathered where held = 1")
            gone = self.database.execute("delete from outbox where standing = 'held'")
        return gone.rowcount

    def counts(self) -> dict[int, Counter[str]]:
        """For each watcher, how many messages stand how."""
        found: dict[int, Counter[str]] = {}
        rows = self.database.execute("select watcher, standing, count(*) from outbox group by 1, 2")
        for watcher, standing, count in rows:
            found.setdefault(watcher, Counter())[standing] = count
        return found

    def troubles(self) -> list[sqlite3.Row]:
        """For each watcher with messages that failed: how many, the last reason, the next attempt."""
        return self.database.execute(
            """
            select watcher, standing, count(*) as messages, error,
                min(max(due_at, coalesce(rest_until, ''))) as due_at
            from outbox join watchers using (watcher) left join receivers using (receiver)
            where error is not null and standing in ('due', 'given_up') group by watcher, standing
            """
        ).fetchall()

    def tidy(self, now: datetime) -> None:
        """What was sent or given up is kept for a while, so that it can be shown."""
        self.database.execute(
            "delete from outbox where standing in ('sent', 'given_up') and queued_at < ?",
            [written(now - _KEEP)],
        )
        self.database.execute("delete from messages where digest not in (select message from outbox)")


def packed(message: Message) -> str:
    """A message as the queue holds it."""
    return json.dumps(asdict(message), ensure_ascii=False)


def _wait(failures: int) -> timedelta:
    wait: timedelta = min(_FIRST_WAIT * 2 ** min(failures - 1, 12), _LONGEST_WAIT)
    return wait


def _alert(row: sqlite3.Row, watcher: Watcher, now: datetime) -> Alert:
    tried = datetime.fromisoformat(row["tried_at"]) if row["tried_at"] else now
    message = Message(**json.loads(row["content"]))
    return Alert(row["alert"], watcher, row["key"], message, row["attempts"] + 1, tried)
