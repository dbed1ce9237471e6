"""Which versions are new, and where their rows go."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from tracker.archive import Archive, Coverage, Description, UnknownCommitError
from tracker.build import filing, naming, regimes, variants, workers
from tracker.build.chronicle import Chronicle, Placed, unpacked
from tracker.build.engine import engine
from tracker.build.forgetting import collecting_seldom
from tracker.build.listing import Listing
from tracker.build.rows import ROOM, Row, Rows, instant
from tracker.build.standing import Standing
from tracker.build.telling import Doubt, Packet, tell
from tracker.build.workers import BuildError
from tracker.database import connect, create, create_indexes, store


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    versions: int
    """How many versions were read."""
    doubts: tuple[Doubt, ...]
    from_scratch: bool


def build(
    archive: Archive, database: Path, *, jobs: int = 1, from_scratch: bool = False, quiet: bool = False
) -> Built:
    """Bring the database up to the archive's newest commit.

    It is made from scratch when asked for; when another engine or another archive made it; when a publisher's
    country, time zone or name has changed, on which what has been told may rest; and when more is new than
    known. One build at a time; a second waits. What is not as it should be is in the doubts.
    """
    try:
        with _alone(database), closing(connect(database)) as live:
            # rows refer rightly by the way they are made (a test says so); to check each would mean to look
            # through every table that may refer to it
            live.execute("pragma foreign_keys = off")
            built = None if from_scratch else _update(live, archive, quiet)
            return built or _rebuild(live, archive, database, jobs, quiet)
    except (sqlite3.DatabaseError, OSError) as error:
        raise BuildError(f"{database}: {error}") from error


def _update(live: sqlite3.Connection, archive: Archive, quiet: bool) -> Built | None:
    """Tell what is new behind what is told; None when there is nothing to go on from, or not much."""
    if not live.execute("select 1 from sqlite_master where name = 'builds'").fetchone():
        return None
    build = live.execute("select newest_commit, engine, versions from builds").fetchone()
    if build is None or build["engine"] != engine():
        return None
    with _transaction(live):
        try:
            listing = Listing.of(live, archive, build["newest_commit"], build["versions"])
        except UnknownCommitError:
            return None
        if listing.versions > listing.known or not _described(live, listing.descriptions(archive)):
            live.execute("rollback")
            return None
        return _add(live, archive, listing, quiet)


def _add(live: sqlite3.Connection, archive: Archive, listing: Listing, quiet: bool) -> Built:
    for policy, blob in listing.evidence.items():
        filing.file(live, policy, blob)
    touched = sorted(listing.policies())
    naming.name_unnamed(live, touched)
    with tqdm(total=listing.versions, unit="version", desc="Building", disable=_hidden(quiet)) as bar:
        for policy in touched:
            packets = tell(archive, _resumed(live, archive, policy), listing.pending(policy))
            listing.doubts += _take(packets, bar, lambda rows: _replace(live, rows))
    for policy in sorted(listing.evidence):
        _judge_anew(live, archive, policy)
    variants.withdraw(live, sorted({*touched, *listing.evidence}))
    store.summarise(live, listing.known)
    return _finished(live, archive, listing, from_scratch=False)


def _described(live: sqlite3.Connection, descriptions: Mapping[str, Description]) -> bool:
    """False when what has been told of a policy rests on something its new description says otherwise."""
    told = {policy: naming.publisher(live, policy) for policy in descriptions if store.count(live, policy)}
    naming.describe(live, descriptions)
    return all(naming.publisher(live, policy) == publisher for policy, publisher in told.items())


def _rebuild(live: sqlite3.Connection, archive: Archive, database: Path, jobs: int, quiet: bool) -> Built:
    """Tell everything into a file aside, then put it into the live one."""
    aside = database.with_name(database.name + ".new")
    aside.unlink(missing_ok=True)
    try:
        with collecting_seldom(), closing(_scratch(aside)) as new:
            built = _fill(new, archive, jobs, quiet)
            new.backup(live)
        live.execute("pragma wal_checkpoint(truncate)")
    finally:
        aside.unlink(missing_ok=True)
    return built


def _scratch(path: Path) -> sqlite3.Connection:
    """A file nobody else opens and nobody misses: no journal, no waiting for the disk."""
    new = sqlite3.connect(path, isolation_level=None)
    new.execute("pragma journal_mode = off")
    new.execute("pragma synchronous = off")
    new.execute("pragma temp_store = file")
    create(new)
    return new


def _fill(new: sqlite3.Connection, archive: Archive, jobs: int, quiet: bool) -> Built:
    with _transaction(new):
        listing = Listing.of(new, archive, None, 0)
        regimes.write(new)
        naming.describe(new, listing.descriptions(archive))
        policies = listing.policies()
        naming.name_unnamed(new, policies)
        for policy, blob in listing.evidence.items():
            filing.file(new, policy, blob)
        tasks = (_task(new, archive, policy, listing.pending(policy)) for policy in policies)
        jobs = min(jobs, len(policies))
        packets = workers.together(archive.path, tasks, jobs) if jobs > 1 else workers.alone(archive, tasks)
        with tqdm(total=listing.versions, unit="version", desc="Building", disable=_hidden(quiet)) as bar:
            listing.doubts += _take(packets, bar, lambda rows: _insert(new, rows))
    create_indexes(new)
    with _transaction(new):
        store.index_words(new)
        store.summarise(new, 0)
        variants.withdraw(new, policies)
        built = _finished(new, archive, listing, from_scratch=True)
    new.execute("vacuum")
    return built


def _finished(
    connection: sqlite3.Connection, archive: Archive, listing: Listing, *, from_scratch: bool
) -> Built:
    """Write what is not of one version: the coverage, the policies that have ended, how far we are."""
    for month, spans in listing.coverage(archive):
        _cover(connection, int(month.replace("-", "")) * ROOM, spans)
    for policy in listing.evidence:
        evidence, doubts = filing.filed(connection, archive, policy)
        listing.doubts += doubts
        naming.name_unnamed(connection, [policy])
        filing.write(connection, policy, evidence)
    store.end(connection, listing.ended)
    row = (listing.newest, engine(), listing.known + listing.versions)
    connection.execute("insert or replace into builds values (1, ?, ?, ?)", row)
    return Built(listing.versions, tuple(listing.doubts), from_scratch)


def _take(packets: Iterable[Packet], bar: tqdm[NoReturn], write: Callable[[Rows], None]) -> list[Doubt]:
    """Write what is told; the doubts, by policy."""
    doubts: list[Doubt] = []
    for packet in packets:
        write(packet.rows)
        doubts += packet.doubts
        bar.update(packet.versions)
    return sorted(doubts, key=lambda doubt: doubt.policy)


def _insert(new: sqlite3.Connection, rows: Rows) -> None:
    for table, told in rows.items():
        store.insert(new, table, told)


def _replace(live: sqlite3.Connection, rows: Rows) -> None:
    """Write rows that may be there already, full-text indexes included."""
    for table, told in rows.items():
        if table == "sections":
            store.replace_sections(live, told)
        elif table == "passages":
            store.insert_passages(live, told)
        else:
            store.replace(live, table, told)


def _resumed(live: sqlite3.Connection, archive: Archive, policy: str) -> Chronicle:
    """The fold over a policy's history as the last build laid it down, or a new one."""
    publisher = naming.publisher(live, policy)
    standing = Standing(policy, publisher.service, lambda digest: store.find_passage(live, policy, digest))
    chronicle = Chronicle(policy, publisher, standing, filing.filed(live, archive, policy)[0])
    chronicle.number = store.count(live, policy)
    row = live.execute("select memory from memories where policy = ?", (policy,)).fetchone()
    if row is None:
        return chronicle
    carry = unpacked(row["memory"])
    chronicle.resume(carry, lambda placed: archive.text(placed.entry.version))
    chronicle.states = store.states(live, policy, carry.began)
    standing.take_up(
        store.sections(live, policy, carry.began),
        store.standing(live, "stamps", policy),
        store.standing(live, "promises", policy),
    )
    return chronicle


def _task(
    connection: sqlite3.Connection, archive: Archive, policy: str, history: list[Placed]
) -> workers.Task:
    evidence, _ = filing.filed(connection, archive, policy)
    return policy, naming.publisher(connection, policy), evidence, history


def _judge_anew(live: sqlite3.Connection, archive: Archive, policy: str) -> None:
    """Verdicts rest on what was filed, so new evidence can change those on any version of the policy."""
    places = store.places(live, policy)
    history = [Placed(places[e.commit], e) for e in archive.history(policy) if e.commit in places]
    live.execute("delete from verdicts where policy = ?", (policy,))
    for packet in workers.told(archive, _task(live, archive, policy, history)):
        store.insert(live, "verdicts", packet.rows.get("verdicts", []))


def _cover(connection: sqlite3.Connection, first: int, spans: Sequence[Coverage]) -> None:
    """The checks of one month, in the place of those known of it."""
    rows = [_check(first + place, span) for place, span in enumerate(spans, start=1)]
    naming.name_unnamed(connection, {span.policy for span in spans})
    store.replace_checks(connection, first, first + ROOM, rows)


def _check(check: int, span: Coverage) -> Row:
    return {
        "check": check, "policy": span.policy, "outcome": span.outcome, "state_number": span.state,
        "first_at": instant(span.first_at), "last_at": instant(span.last_at), "count": span.count,
        "gap": span.gap,
    }  # fmt: skip


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; what has been rolled back inside stays so."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:  # an interrupt too leaves nothing half written
        connection.execute("rollback")
        raise
    if connection.in_transaction:
        connection.execute("commit")


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Wait until no other build works on this database; the lock ends with its process."""
    with database.with_name(database.name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _hidden(quiet: bool) -> bool | None:
    """None lets tqdm show its bar on a terminal only."""
    return True if quiet else None
