"""Watching: one job sweeps again and again, asks what is due, and brings the database up to date."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler

from tracker.agenda import Agenda
from tracker.announce import announce
from tracker.archive import Archive, SecondWriterError
from tracker.build import build
from tracker.database import connect
from tracker.declarations import Declaration, DeclarationError, load
from tracker.fetch import GAP
from tracker.heads import Heads
from tracker.home import Home
from tracker.sweep import Sweeper
from tracker.track import Checked, Looker, RemoteLook, released

log = logging.getLogger(__name__)

_PACE = 30
"""Seconds from one sweep to the next; what is due waits no longer than that."""
_WORKERS = 16
_TELL_AFTER = 5
"""Looks in a row without a policy after which the operator is told, once."""


def utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def sweeper(
    home: Home,
    executor: Executor | None = None,
    now: Callable[[], datetime] = utc_now,
    stopping: Callable[[], bool] = lambda: False,
) -> Iterator[Sweeper]:
    """All that a sweep needs, opened on the thread that sweeps."""
    gap = 0.0 if home.allow_private else GAP
    looker: Looker = RemoteLook(home.contact, home.allow_private, gap)
    own = executor or ThreadPoolExecutor(_WORKERS, thread_name_prefix="look")
    with Archive.open(home.archive, create=True) as archive, closing(connect(home.private)) as private:
        yield Sweeper(archive, Agenda(private), Heads(private), looker, own, now, stopping=stopping)
    if executor is None:
        own.shutdown(wait=False, cancel_futures=True)


class NoClusterError(Exception):
    """The cluster cannot be used: says why and what to do."""


@contextmanager
def cluster(address: str | None) -> Iterator[Executor | None]:
    """An executor whose workers are other machines, at a dask scheduler's address; None for None.

    Workers fetch and read, with this package installed; one leader writes. A look whose worker dies is
    given to another one, twice at most.
    """
    if address is None:
        yield None
        return
    try:
        distributed: Any = import_module("distributed")  # here, because it is an extra and slow to import
    except ImportError as error:
        raise NoClusterError("--cluster needs the extra: pip install 'policy-tracker[cluster]'") from error
    try:
        client = distributed.Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise NoClusterError(f"no scheduler answers at {address}: {error}") from error
    with client:
        yield client.get_executor(pure=False, retries=2)


def check(home: Home, wanted: list[Declaration], executor: Executor | None = None) -> Iterator[Checked]:
    """Look at these policies now and bring the database up to date."""
    with sweeper(home, executor) as sweeps:
        yield from sweeps.named(wanted)
        build(sweeps.archive, home.database, quiet=True)
    announce(home, utc_now)


def release(home: Home, declared: list[Declaration], capture: int) -> str | None:
    """Make a held capture a version by the operator's word: its policy; None when it is not held."""
    with closing(connect(home.private)) as private, Archive.open(home.archive, create=True) as archive:
        agenda = Agenda(private)
        held = next((h for h in agenda.held() if h.capture == capture), None)
        declaration = next((d for d in declared if held and d.policy == held.policy), None)
        if held is None or declaration is None:
            return None
        with archive.writer() as writer:
            writer.record(released(held, declaration, agenda.last_seen_at(held.policy)))
            writer.publish()
        agenda.judge(capture, "released")
        build(archive, home.database, quiet=True)
    return held.policy


@dataclass(slots=True)
class Watch:
    """Sweeps in the background until it is stopped; a sweep that runs late is run once, never piled up."""

    home: Home
    executor: Executor | None = None
    """Where looks are done; threads of this process when None."""
    _scheduler: BackgroundScheduler = field(init=False)
    _told: set[str] = field(default_factory=set)
    _busy: threading.Lock = field(default_factory=threading.Lock)
    _ending: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._scheduler.add_job(
            self.sweep, "interval", seconds=_PACE, next_run_time=utc_now(),
            coalesce=True, max_instances=1, misfire_grace_time=None,
        )  # fmt: skip
        self._scheduler.add_job(  # beside the sweeps: a receiver that is slow delays no look
            announce, "interval", [self.home, utc_now], seconds=_PACE, next_run_time=utc_now(),
            coalesce=True, max_instances=1, misfire_grace_time=None,
        )  # fmt: skip
        self._scheduler.start()

    def stop(self) -> None:
        """Let a running sweep settle what it has claimed, then end."""
        self._ending.set()
        self._scheduler.shutdown(wait=True)

    def sweep(self) -> list[Checked]:
        """One sweep: declarations are read anew, so that a change of theirs counts at once."""
        declared, mistakes = load(self.home.declarations)
        self._tell(mistakes)
        with self._busy, sweeper(self.home, self.executor, stopping=self._ending.is_set) as sweeps:
            try:
                checked = list(sweeps.due(declared))
            except SecondWriterError as error:
                log.warning("%s: this sweep is left out", error)
                return []
            for one in checked:
                log.info("%s: %s%s", one.policy, one.outcome, f" ({one.reason})" if one.reason else "")
            if any(one.outcome in ("new", "returned") for one in checked):
                build(sweeps.archive, self.home.database, quiet=True)
            if checked:
                sweeps.archive.tidy()
            for row in sweeps.agenda.untold_failures(_TELL_AFTER):
                log.error("%s: no policy in %d looks: %s", row["policy"], row["failures"], row["reason"])
        return checked

    def _tell(self, mistakes: list[DeclarationError]) -> None:
        for mistake in mistakes:
            if str(mistake) not in self._told:
                self._told.add(str(mistake))
                log.error("%s", mistake)
