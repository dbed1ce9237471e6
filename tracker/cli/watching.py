"""Commands that look at policies: up, check, watch, status and quarantine."""

from __future__ import annotations

import logging
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import click

from tracker.agenda import Agenda
from tracker.archive import Archive, ArchiveError, SecondWriterError, Watched, watched
from tracker.build import BuildError, build
from tracker.cli.plainly import WrongUsage, told_plainly
from tracker.database import connect
from tracker.declarations import Declaration, load
from tracker.home import Home, HomeError
from tracker.model import Outcome
from tracker.plumbing import GitError
from tracker.render import printable, printable_name
from tracker.seeds import plant
from tracker.watch import NoClusterError, Watch, check, cluster, release

_MISSED: tuple[Outcome, ...] = ("blocked", "suspect", "error")
_EXPECTED = (ArchiveError, BuildError, GitError, HomeError, NoClusterError, SecondWriterError)


_cluster = click.option(
    "--cluster", "address", help="Scheduler of a dask cluster whose workers do the looks."
)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, envvar="PORT", help="Port to listen on.")
@_cluster
def up_command(address: str | None, host: str, port: int) -> None:
    """Start from seeds/ where nothing is yet, then watch and serve in one process."""
    from tracker.cli.serving import serve_pages  # here: datasette takes seconds to import, for one command

    with told_plainly(*_EXPECTED), cluster(address) as executor:
        home = Home.of().prepared()
        _begin(home)
        watch = Watch(home, executor)
        watch.start()
        try:
            serve_pages(home, host, port)
        finally:
            click.echo("Stopping: a sweep under way is finished first", err=True)
            watch.stop()


@click.command()
@_cluster
def watch_command(address: str | None) -> None:
    """Look at what is due, again and again, until interrupted."""
    with told_plainly(*_EXPECTED), cluster(address) as executor:
        home = Home.of().prepared()
        _begin(home)
        watch = Watch(home, executor)
        ended = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: ended.set())
        watch.start()
        ended.wait()
        watch.stop()


@click.command()
@_cluster
@click.argument("policies", nargs=-1)
def check_command(address: str | None, policies: tuple[str, ...]) -> None:
    """Look at POLICIES now (all when none is named): exit 0 all fine, 1 some check failed, 2 wrong usage."""
    with told_plainly(*_EXPECTED), cluster(address) as executor:
        home = Home.of().prepared()
        declared, failed = _declared(home)
        wanted = _wanted(declared, policies)
        for one in check(home, wanted, executor):
            click.echo(printable(f"{one.policy}: {one.outcome}{f' ({one.reason})' if one.reason else ''}"))
            failed |= one.outcome in ("blocked", "suspect", "error")
    sys.exit(failed)


@click.command()
def status_command() -> None:
    """What is watched: the last look at each policy, the next, and how well it was covered so far."""
    with told_plainly(*_EXPECTED):
        home = Home.of().prepared()
        declared, failed = _declared(home)
        with _agenda(home) as agenda, Archive.open(home.archive, create=True) as archive:
            rows = {row["policy"]: row for row in agenda.rows()}
            held = agenda.held()
            covered = watched(archive.ledger())
    for declaration in declared:
        row = rows.get(declaration.policy)
        if declaration.source.url is None:
            told = "no address declared: not watched"
        elif row is None or row["checked_at"] is None:
            told = "not looked at yet"
        else:
            told = _last_look(row, datetime.now(UTC))
        click.echo(printable(f"{declaration.policy}: {told}"))
        if declaration.policy in covered:
            click.echo(f"  {_coverage(covered[declaration.policy])}")
    if held:
        captures = "capture" if len(held) == 1 else "captures"
        click.echo(f"{len(held)} {captures} held in doubt: tracker quarantine list")
    sys.exit(failed)


def _last_look(row: sqlite3.Row, now: datetime) -> str:
    late = " LATE" if datetime.fromisoformat(row["due_at"]) < now else ""
    told = f"{row['outcome']} at {row['checked_at']}, next {row['due_at']}{late}"
    return told + (f" ({row['failures']} in a row: {row['reason']})" if row["failures"] else "")


def _coverage(seen: Watched) -> str:
    """ "194 looks since 2026-03-03, 190 met the policy; 4 blocked; longest gap 14 h"."""
    looks = sum(seen.counts.values())
    missed = [
        f"{seen.counts[name]} {name}" for name in ("blocked", "suspect", "error") if name in seen.counts
    ]
    hours = seen.gap.total_seconds() / 3600
    gap = f"{hours / 24:.1f} days" if hours >= 72 else f"{hours:.1f} h"
    met = f"{looks} looks since {seen.first_at.date()}, {seen.met} met the policy"
    return "; ".join([met, *missed, f"longest gap {gap}"])


@click.group()
def quarantine_command() -> None:
    """Captures held in doubt: list them, release one as a version, or drop it."""


@quarantine_command.command("list")
def _list() -> None:
    """Every capture that is held, and why."""
    with told_plainly(*_EXPECTED), _agenda(Home.of().prepared()) as agenda:
        for held in agenda.held():
            words = len(held.text.split())
            line = f"{held.capture}  {held.policy}  {held.fetched_at.isoformat()}  seen {held.seen} times"
            click.echo(printable(f"{line}  {words} words  {'; '.join(held.reasons)}"))


@quarantine_command.command("release")
@click.argument("capture", type=int)
def _release(capture: int) -> None:
    """Take CAPTURE for the policy after all: it becomes a version, dated when it was received."""
    with told_plainly(*_EXPECTED):
        home = Home.of().prepared()
        declared, _ = _declared(home)
        policy = release(home, declared, capture)
    if policy is None:
        raise click.ClickException(f"{capture} is not held: tracker quarantine list shows what is")
    click.echo(f"{policy}: released")


@quarantine_command.command("drop")
@click.argument("capture", type=int)
def _drop(capture: int) -> None:
    """Forget CAPTURE: it was not the policy."""
    with told_plainly(*_EXPECTED), _agenda(Home.of().prepared()) as agenda:
        held = agenda.judge(capture, "dropped")
    if held is None:
        raise click.ClickException(f"{capture} is not held: tracker quarantine list shows what is")
    click.echo(f"{held.policy}: dropped")


def _begin(home: Home) -> None:
    """A new installation starts from its seeds; in any case the database follows the archive."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    if home.allow_private:
        logging.warning("TRACKER_ALLOW_PRIVATE=1: addresses inside this network may be fetched")
    with Archive.open(home.archive, create=True) as archive:
        planted, mistakes = plant(home.folder, archive)
        for mistake in mistakes:
            click.echo(str(mistake), err=True)
        if planted:
            click.echo(f"Loaded {planted} versions from {home.seeds} into {home.archive}", err=True)
        built = build(archive, home.database)
        click.echo(f"Database {home.database}: {built.versions} versions read", err=True)


def _declared(home: Home) -> tuple[list[Declaration], bool]:
    """The declarations, mistakes told on standard error; True when there were any."""
    declared, mistakes = load(home.declarations)
    for mistake in mistakes:
        click.echo(str(mistake), err=True)
    if not declared and not mistakes:
        click.echo(f"{home.declarations} declares nothing: add a file there, see the README", err=True)
    return declared, bool(mistakes)


def _wanted(declared: list[Declaration], policies: tuple[str, ...]) -> list[Declaration]:
    by_name = {d.policy: d for d in declared}
    for policy in policies:
        if policy not in by_name:
            raise WrongUsage(
                f"{printable_name(policy)} is not declared; declared are: {', '.join(by_name) or 'none'}"
            )
        if by_name[policy].source.url is None:
            raise WrongUsage(f"{policy} has no url in its declaration: add it to look at the page")
    return [by_name[policy] for policy in policies] or declared


@contextmanager
def _agenda(home: Home) -> Iterator[Agenda]:
    with closing(connect(home.private)) as private:
        yield Agenda(private)
