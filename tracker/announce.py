"""News become messages, and messages go out: what follows on a sweep."""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tracker.agenda import Agenda
from tracker.alerts import messages, news, watchers
from tracker.alerts.channels import Sender
from tracker.alerts.delivery import Delivered, Round
from tracker.alerts.messages import Heard, Message
from tracker.alerts.news import Happening
from tracker.alerts.outbox import Outbox, packed
from tracker.alerts.watchers import Watcher
from tracker.alerts.wishes import Wish, Wishes
from tracker.archive import Archive, UnknownCommitError, is_first_own_look
from tracker.database import connect
from tracker.home import Home
from tracker.outgoing import Outgoing

log = logging.getLogger(__name__)

_BURST_SERVICES, _BURST_SHARE = 10, 0.2
"""Substantive changes of so many services in one sweep, and of such a share of all, are the observer's."""
_AT_A_TIME = 1_000
"""Messages sent in one round; what is more comes in the next."""
_TROUBLED = 5
"""Looks in a row that gave no policy, after which the operator is told."""
_HELD = (
    ". What came is held: `tracker quarantine list` shows it, `tracker quarantine release` takes it for the "
    "policy after all"
)
_MORNING = time(8)
_SENDERS = 8

_Gathered = Callable[[Wish, tuple[int, ...]], Message | None]


@dataclass(frozen=True, slots=True)
class Announcer:
    """Holds news against wishes, queues what is wanted, and sends what is due."""

    archive: Archive
    database: sqlite3.Connection
    outbox: Outbox
    now: Callable[[], datetime]
    site: str
    """The address of our pages."""

    # --- queueing

    def queue(self) -> int:
        """Queue what came since each watcher was last thought of; how many messages."""
        newest = news.newest(self.database)
        behind = [w for w in watchers.every(self.outbox.database) if w.read_to != newest]
        known = [w for w in behind if w.read_to < newest]
        if not newest or not behind:
            return 0
        came = self._came(min(w.read_to for w in known)) if known else []
        held = self._is_burst(came)
        wanted = self._wanted(known, came)
        if held:
            self._report_burst(came, newest)
        return sum(self._queue_for(watcher, wanted[watcher.watcher], newest, held) for watcher in behind)

    def _came(self, after: int) -> list[Happening]:
        """What happened since, without what was imported: that is history, not news."""
        happened = news.happened(self.database, after)
        commit = news.commit_of(self.database, after)
        if not happened:
            return []
        try:
            imported = {entry.commit for entry in self.archive.history(since=commit) if entry.imported_from}
        except UnknownCommitError:  # the database is of another archive and about to be built anew
            return []
        own = [one for one in happened if one.commit not in imported]
        begun = begins_anew(self.archive, own)
        for one in own:
            if one.version in begun:
                log.info("%s: the first look of our own after an import is no news", one.commit[:12])
        return [one for one in own if one.version not in begun]

    def _wanted(self, known: Sequence[Watcher], came: Sequence[Happening]) -> dict[int, list[_Wanted]]:
        """For each watcher what it is to hear of; each wish is held against each news once."""
        wanted: dict[int, list[_Wanted]] = defaultdict(list)
        wishes = Wishes(watcher.wish for watcher in known)
        by_wish: dict[Wish, list[Watcher]] = defaultdict(list)
        for watcher in known:
            by_wish[watcher.wish].append(watcher)
        for one in news.told(self.database, [c.version for c in came], self.archive.text_at, wishes.quotes):
            written: dict[tuple[int, ...], str] = {}
            for wish, changes in wishes.heard(one):
                which = tuple(map(id, changes))
                if which not in written:
                    written[which] = packed(messages.told(one, changes, self.site))
                for watcher in by_wish[wish]:
                    if watcher.read_to < one.version:
                        wanted[watcher.watcher].append(_Wanted(one.version, one.commit, written[which]))
        return wanted

    def _queue_for(self, watcher: Watcher, wanted: Sequence[_Wanted], newest: int, held: bool) -> int:
        if watcher.read_to > newest:
            log.warning("watcher %d had read further than the archive goes: on from here", watcher.watcher)
        with self.outbox.whole():
            if not self.outbox.read(watcher, newest):
                return 0
            if watcher.rhythm != "at_once":
                self.outbox.gather(watcher, [one.version for one in wanted], held=held)
                return 0
            for one in wanted:
                key = messages.key_of(watcher.watcher, one.commit)
                self.outbox.queue(watcher, key, one.message, self.now(), held=held)
        return len(wanted)

    def _is_burst(self, came: Sequence[Happening]) -> bool:
        """Many unrelated services at once: more likely our own doing than theirs."""
        services = {one.service for one in came if one.significance == "substantive" and not one.returns}
        total = self.database.execute("select count(*) from services").fetchone()[0]
        burst = len(services) >= max(_BURST_SERVICES, _BURST_SHARE * int(total))
        if burst:
            log.error("%d services changed in one sweep: messages are held", len(services))
        return burst

    def _report_burst(self, came: Sequence[Happening], newest: int) -> None:
        services = len({one.service for one in came})
        self.report(
            f"burst {newest}",
            f"Messages held: {services} services changed at once",
            "So many unrelated services seldom change in one sweep: perhaps our view of them did. See "
            "tracker alerts status, then let the messages go (tracker alerts release) or drop them.",
        )

    def replayed(self, watcher: Watcher, day: str) -> int:
        """Queue what a watcher should have been told since a day and was not; how many messages."""
        found, _ = replay(self.database, self.archive, watcher.wish, day)
        queued = 0
        with self.outbox.whole():
            for one, changes in found:
                key = messages.key_of(watcher.watcher, one.commit)
                message = packed(messages.told(one, changes, self.site))
                queued += self.outbox.queue(watcher, key, message, self.now()) or self.outbox.again(
                    key, self.now()
                )
        return queued

    # --- digests and quiet

    def digest(self) -> int:
        """Queue the digests that are due, and the word that all is quiet where it was asked for; how many."""
        due = [w for w in watchers.every(self.outbox.database) if w.digest_at and w.digest_at <= self.now()]
        gathered = lru_cache(maxsize=100)(self._gathered)  # many ask for the same
        return sum(self._digest_for(watcher, gathered) for watcher in due)

    def _digest_for(self, watcher: Watcher, gathered: _Gathered) -> int:
        versions = self.outbox.gathered(watcher)
        message = gathered(watcher.wish, tuple(versions)) or self._quiet(watcher)
        at = str(watchers.written(watcher.digest_at))
        with self.outbox.whole():
            next_at = next_digest(watcher.rhythm, watcher.time_zone, self.now())
            if not self.outbox.digested(watcher, next_at):
                return 0
            self.outbox.ungather(watcher, versions)
            if message:
                key = messages.key_of(watcher.watcher, "digest", at)
                self.outbox.queue(watcher, key, packed(message), self.now())
        return 1 if message else 0

    def _gathered(self, wish: Wish, versions: tuple[int, ...]) -> Message | None:
        items = list(_heard(self.database, self.archive, wish, versions))
        return messages.digest(items, self.site) if items else None

    def _quiet(self, watcher: Watcher) -> Message | None:
        """The word that all is quiet, for who asked for it and heard nothing."""
        since = self.now() - (timedelta(days=1) if watcher.rhythm == "daily" else timedelta(days=7))
        if not watcher.heartbeat or self.outbox.queued_since(watcher, since):
            return None
        watched = set(self._watched(watcher.wish))
        checks = [
            _within(span.first_at, span.last_at, span.count, since)
            for span in self.archive.ledger()
            if span.policy in watched and span.outcome in ("new", "unchanged", "returned")
        ]
        return messages.quiet(len(watched), round(sum(checks)), since.date().isoformat(), self.site)

    def _watched(self, wish: Wish) -> Iterator[str]:
        for row in self.database.execute("select policy, service, type from policies where ended = 0"):
            if (
                (not wish.policies or row["policy"] in wish.policies)
                and (not wish.services or row["service"] in wish.services)
                and (not wish.types or row["type"].casefold() in {t.casefold() for t in wish.types})
            ):
                yield str(row["policy"])

    # --- what goes wrong here

    def report(self, about: str, title: str, text: str) -> int:
        """Tell the operators something, once for each thing it is ``about``; how many hear it anew."""
        told = [w for w in watchers.every(self.outbox.database) if w.wish.trouble]
        if not told:
            return 0
        message = packed(messages.note(title, text, self.site))
        with self.outbox.whole():
            return sum(
                self.outbox.queue(w, messages.key_of(w.watcher, about), message, self.now()) for w in told
            )

    def troubles(self) -> int:
        """Tell the operators of policies that many looks in a row did not reach; how many hear it anew."""
        if not any(w.wish.trouble for w in watchers.every(self.outbox.database)):
            return 0
        agenda = Agenda(self.outbox.database)
        return sum(
            self.report(
                f"coverage {row['policy']} {row['last_seen_at']}",
                f"{row['policy']}: no policy in {row['failures']} looks",
                f"Last met {row['last_seen_at'] or 'never'}. The last look gave: {row['outcome']}, "
                f"{row['reason']}{_HELD if agenda.held(row['policy']) else ''}",
            )
            for row in agenda.rows()
            if row["failures"] >= _TROUBLED
        )

    # --- sending

    def send(self, sender: Sender, most: int = _AT_A_TIME) -> Delivered:
        """Send what is due, at most so many."""
        with ThreadPoolExecutor(_SENDERS, thread_name_prefix="send") as executor:
            done = Round(self.outbox, sender, executor, self.now, self.leaving).run(most)
        for watcher, count in Counter(done.given_up).items():
            title = f"Watcher {watcher}: {count} messages given up after days of trying"
            log.error("%s", title)
            self.report(
                f"given up {watcher} {self.now():%Y-%m-%d}",
                title,
                "See tracker alerts status; when the receiver takes messages again, tracker alerts replay "
                f"--watcher {watcher} --since DATE queues them anew.",
            )
        return done

    def round(self, sender: Sender) -> Delivered:
        """All that is to be done after a sweep, and now and then without one."""
        self.queue()
        self.digest()
        self.troubles()
        self.outbox.tidy(self.now())
        return self.send(sender)

    def leaving(self, token: str) -> str:
        """The address at which a watcher's messages end with one click."""
        return f"{self.site.rstrip('/')}/unsubscribe/{token}"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What one watcher is to hear of one version."""

    version: int
    commit: str
    message: str


@contextmanager
def announcing(home: Home, now: Callable[[], datetime]) -> Iterator[Announcer]:
    """An announcer over the home folder's archive and databases, for one thread."""
    with (
        Archive.open(home.archive, create=True) as archive,
        closing(connect(home.database)) as database,
        closing(connect(home.private)) as private,
    ):
        yield Announcer(archive, database, Outbox(private), now, home.site)


def announce(home: Home, now: Callable[[], datetime]) -> Delivered:
    """One round: queue what is new, send what is due. A full disk or a locked file ends the round, no more:
    what was not written down is found again at the next.
    """
    if not home.database.is_file():
        return Delivered()
    outgoing = Outgoing(contact=home.contact, allow_private=home.allow_private)
    try:
        with announcing(home, now) as announcer:
            if not news.is_built(announcer.database):  # the first build is under way
                return Delivered()
            return announcer.round(Sender(outgoing, now))
    except sqlite3.OperationalError as error:
        log.error("%s: %s: alerts wait until the next round", home.private.name, error)
        return Delivered()
    finally:
        outgoing.close()


def replay(
    database: sqlite3.Connection, archive: Archive, wish: Wish, day: str
) -> tuple[list[Heard], Counter[str]]:
    """What a watcher would have been told since a day, and how many versions were passed over, by reason."""
    happened = news.happened(database, day=day)
    begun = begins_anew(archive, happened)
    met = list(_heard(database, archive, wish, [one.version for one in happened if one.version not in begun]))
    told = {one.version for one, _ in met}
    passed = Counter(_passed(one, begun) for one in happened if one.version not in told)
    return met, passed


def _passed(one: Happening, begun: frozenset[int]) -> str:
    """Why a version was passed over."""
    if one.version in begun:
        return f"{one.significance} (our first look after an import)"
    return f"{one.significance} (a return to an earlier text)" if one.returns else one.significance


def begins_anew(archive: Archive, happened: Sequence[Happening]) -> frozenset[int]:
    """The versions that are the first look of our own behind a history that others read: no news."""
    commits = list(dict.fromkeys(commit for one in happened for commit in (one.before, one.commit)))
    entries = {entry.commit: entry for entry in archive.at_commits(commits)}
    steps = ((one.version, entries.get(one.before), entries.get(one.commit)) for one in happened)
    return frozenset(
        version for version, older, newer in steps if older and newer and is_first_own_look(older, newer)
    )


def _heard(
    database: sqlite3.Connection, archive: Archive, wish: Wish, versions: Sequence[int]
) -> Iterator[Heard]:
    wishes = Wishes([wish])
    for one in news.told(database, versions, archive.text_at, wishes.quotes):
        for _, changes in wishes.heard(one):
            yield one, changes


def _within(first: datetime, last: datetime, count: int, since: datetime) -> float:
    """How many checks of a span came after an instant, when they were evenly spread."""
    if last < since:
        return 0
    if first >= since or last == first:
        return count
    return count * ((last - since) / (last - first))


def next_digest(rhythm: str, time_zone: str, now: datetime) -> datetime:
    """The next morning, or the next Monday morning, in the watcher's time zone."""
    zone = ZoneInfo(time_zone)
    local = now.astimezone(zone)
    day = local.date() + timedelta(days=0 if local.time() < _MORNING else 1)
    if rhythm != "daily":
        day += timedelta(days=-day.weekday() % 7)
    return datetime.combine(day, _MORNING, zone).astimezone(UTC)
