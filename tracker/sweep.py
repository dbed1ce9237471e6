"""A sweep: what is due is looked at side by side, and settled by one writer in order of arrival."""

from __future__ import annotations

import os
import socket
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue
from typing import TypeVar
from urllib.parse import urlsplit

from tracker.agenda import Agenda, Item
from tracker.archive import Archive, Recording, SecondWriterError
from tracker.declarations import Declaration
from tracker.heads import Heads
from tracker.track import (
    Checked,
    Looker,
    Seen,
    Settled,
    before,
    judged,
    maker,
    settle,
    takes_effect_at,
    upgraded,
)

_BATCH = 200
"""Looks claimed at once and settled in one go: so many are looked at again if the process dies."""
_PATIENCE = 10.0
"""Seconds after which what has come is settled, though other looks are still under way."""
_MOST_HELD = 8_000_000
"""Bytes received after which what has come is settled too, so that memory does not grow with the pages."""
_WRITER_PATIENCE = timedelta(minutes=2)
"""So long another writer is waited for; then the looks are given up, and due again when the lease ends."""
_RETRY = 0.2
"""Seconds between two tries to write."""

_T = TypeVar("_T")


@dataclass(slots=True)
class Sweeper:
    """Looks at policies through an executor; itself it stays on one thread, like the archive it writes.

    ``executor`` may be one of threads, or of other processes when ``looker`` can be sent to them.
    """

    archive: Archive
    agenda: Agenda
    heads: Heads
    looker: Looker
    executor: Executor
    now: Callable[[], datetime]
    holder: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}")
    stopping: Callable[[], bool] = lambda: False
    """Asked before more is claimed: true ends the sweep with what is under way."""

    def due(self, declarations: Iterable[Declaration], most: int | None = None) -> Iterator[Checked]:
        """Look at what is due, at most so many."""
        by_name = {d.policy: d for d in declarations if d.source.url}
        self.agenda.declare(by_name, self.now())
        left = [len(by_name) if most is None else most]

        def claim(count: int) -> list[Item]:
            items = self.agenda.claim(self.now(), self.holder, min(count, left[0]))
            left[0] -= len(items)
            return items

        yield from self._swept(by_name, claim)

    def named(self, declarations: Iterable[Declaration]) -> Iterator[Checked]:
        """Look at these policies now, whether due or not; one that another process looks at is left to it."""
        by_name = {d.policy: d for d in declarations if d.source.url}
        self.agenda.declare_more(by_name, self.now())
        left = deque(by_name)

        def claim(count: int) -> list[Item]:
            chosen = [left.popleft() for _ in range(min(count, len(left)))]
            return self.agenda.claim_named(chosen, self.now(), self.holder) if chosen else []

        yield from self._swept(by_name, claim)

    def _swept(
        self, by_name: dict[str, Declaration], claim: Callable[[int], list[Item]]
    ) -> Iterator[Checked]:
        round_ = _Round(self, by_name)
        while items := [] if self.stopping() else claim(_BATCH):
            self._read_anew([by_name[item.policy] for item in items])
            round_.add(items)
            while round_.unfinished:
                yield from self._settled(round_.arrived(), by_name)
                self.agenda.renew(round_.unfinished, self.now(), self.holder)

    # --- before the looks

    def _read_anew(self, declarations: list[Declaration]) -> None:
        """Upgrades are recorded before the fetch, so that they are never taken for the service's change."""
        self.heads.follow(self.archive)
        stale = [d for d in declarations if self.heads.is_stale(d.policy, *maker(d))]
        known = [(d, before(self.archive, self.heads.commit(d.policy))) for d in stale]
        found = [recording for d, was in known if (recording := upgraded(self.archive, d, was))]
        if found:
            self._retried(lambda: self._upgrade(found), [recording.policy for recording in found])
        for declaration in stale:
            self.heads.read_anew(declaration.policy, *maker(declaration))

    def _upgrade(self, found: list[Recording]) -> None:
        with self.archive.writer() as writer:
            for recording in found:
                writer.record(recording)
            writer.publish()
        self.heads.follow(self.archive)

    # --- after the looks

    def _settled(self, seen: list[Seen], by_name: dict[str, Declaration]) -> Iterator[Checked]:
        """Record and publish, and only then cross off: what is not safe must be looked for again."""
        if not seen:
            return
        for done in self._retried(lambda: self._record(seen), [one.declaration.policy for one in seen]):
            item = replace(done.item, head=self.heads.commit(done.item.policy))
            self.agenda.settle(
                item, self.holder, now=self.now(), outcome=done.checked.outcome,
                reason=done.checked.reason, due_at=done.due_at,
            )  # fmt: skip
            text = done.recording.text if done.recording else ""
            if isinstance(text, str) and text and (at := takes_effect_at(text, self.now())):
                self.agenda.bring_forward(done.item.policy, at)
            yield done.checked

    def _retried(self, written: Callable[[], _T], policies: list[str]) -> _T:
        """What ``written`` gives, tried again while somebody else writes to the archive."""
        give_up_at = self.now() + _WRITER_PATIENCE
        while True:
            try:
                return written()
            except SecondWriterError:
                if self.now() > give_up_at:
                    raise
                self.agenda.renew(policies, self.now(), self.holder)
                time.sleep(_RETRY)

    def _record(self, seen: list[Seen]) -> list[Settled]:
        with self.archive.writer() as writer:
            self.heads.follow(self.archive)
            self.heads.number(self.archive, [one.declaration.policy for one in seen])
            settled = [self._one(one) for one in seen]
            recorded = [done for done in settled if done.recording]
            for done in recorded:
                assert done.recording is not None
                writer.record(done.recording)
            writer.cover(done.coverage for done in settled)
            commits = writer.publish()
        numbers = {
            commit: (done.coverage.state, done.identity)
            for commit, done in zip(commits, recorded, strict=False)
        }
        self.heads.follow(self.archive, numbers)
        return settled

    def _one(self, seen: Seen) -> Settled:
        policy = seen.declaration.policy
        commit = self.heads.commit(policy)
        if seen.found is not None:
            seen = judged(seen, before(self.archive, commit))
        return settle(seen, commit is not None, self.heads, self.agenda)


@dataclass(slots=True)
class _Round:
    """Looks under way and waiting, no two at one host at a time."""

    sweeper: Sweeper
    by_name: dict[str, Declaration]
    _waiting: dict[str, deque[Item]] = field(default_factory=dict)
    _running: dict[Future[Seen], Item] = field(default_factory=dict)
    _free_at: dict[str, datetime] = field(default_factory=dict)
    """When a host may be asked again; whoever looks waits until then."""
    _ended: SimpleQueue[Future[Seen]] = field(default_factory=SimpleQueue)

    def add(self, items: Iterable[Item]) -> None:
        for item in items:
            self._waiting.setdefault(self._host(item), deque()).append(item)
        busy = {self._host(item) for item in self._running.values()}
        for host in [host for host in self._waiting if host not in busy]:
            self._start(host)

    @property
    def unfinished(self) -> list[str]:
        """The policies not looked at yet."""
        waiting = [item.policy for queue in self._waiting.values() for item in queue]
        return waiting + [item.policy for item in self._running.values()]

    def arrived(self) -> list[Seen]:
        """What has come when all is done, patience ends or it is much; at least one look, if any is left."""
        seen: list[Seen] = []
        octets = 0
        ends = time.monotonic() + _PATIENCE
        while self._running and octets < _MOST_HELD:
            try:
                future = self._ended.get(timeout=max(ends - time.monotonic(), 0.01))
            except Empty:
                break
            item = self._running.pop(future)
            seen.append(self._seen(future, item))
            octets += len(seen[-1].fetched.content) if seen[-1].fetched else 0
            self._start(self._host(item))
        return seen

    def _start(self, host: str) -> None:
        if not self._waiting.get(host):
            self._waiting.pop(host, None)
            return
        item = self._waiting[host].popleft()
        sweeper, declaration = self.sweeper, self.by_name[item.policy]
        head = sweeper.heads.commit(item.policy)
        free_at = self._free_at.get(host)
        future = sweeper.executor.submit(
            sweeper.looker, declaration, item.beside(head), head is not None, free_at
        )
        self._running[future] = item
        future.add_done_callback(self._ended.put)

    def _seen(self, future: Future[Seen], item: Item) -> Seen:
        """What a look gave; one that broke is an error of that policy alone."""
        broken = future.exception()
        if broken is not None:
            reason = f"the look broke: {type(broken).__name__}: {broken}"
            return Seen(self.by_name[item.policy], item, "error", self.sweeper.now(), reason)
        seen = future.result()
        if seen.fetched and seen.fetched.again_at:
            self._free_at[self._host(item)] = seen.fetched.again_at
        return seen

    def _host(self, item: Item) -> str:
        return urlsplit(self.by_name[item.policy].source.url or "").netloc.lower()
