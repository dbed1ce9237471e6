"""A sweep: what is due is looked at side by side, and settled by one writer in order of arrival."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from tracker.agenda import Agenda, Item
from tracker.archive import Archive
from tracker.declarations import Declaration
from tracker.fetch import Fetcher
from tracker.track import Before, Checked, Seen, Settled, States, before, look, settle, upgraded

_BATCH = 50
"""Looks settled in one go: so many are looked at again if the process dies."""


@dataclass(slots=True)
class Sweeper:
    """Looks at policies through an executor; itself it stays on one thread, like the archive it writes."""

    archive: Archive
    agenda: Agenda
    fetcher: Fetcher
    executor: Executor
    now: Callable[[], datetime]
    holder: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}")

    def due(self, declarations: Iterable[Declaration], most: int = 500) -> Iterator[Checked]:
        """Look at what is due, at most so many."""
        by_name = {d.policy: d for d in declarations if d.source.url}
        self.agenda.declare(by_name, self.now())
        items = self.agenda.claim(self.now(), self.holder, most)
        yield from self._swept(by_name, items)

    def named(self, declarations: Iterable[Declaration]) -> Iterator[Checked]:
        """Look at these policies now, whether due or not; one that another process looks at is left to it."""
        by_name = {d.policy: d for d in declarations if d.source.url}
        items = self.agenda.claim_named(list(by_name), self.now(), self.holder)
        yield from self._swept(by_name, items)

    def _swept(self, by_name: dict[str, Declaration], items: list[Item]) -> Iterator[Checked]:
        pending = iter([item for item in items if item.policy in by_name])
        while batch := list(islice(pending, _BATCH)):
            known = {item.policy: before(self.archive, item.policy) for item in batch}
            known = self._read_anew(by_name, known)
            futures = {
                self.executor.submit(look, by_name[i.policy], i, known[i.policy], self.fetcher): i
                for i in batch
            }
            yield from self._settled(
                [self._seen(f, by_name, futures[f]) for f in as_completed(futures)], known
            )

    def _seen(self, future: Future[Seen], by_name: dict[str, Declaration], item: Item) -> Seen:
        """What a look gave; one that broke is an error of that policy alone."""
        broken = future.exception()
        if broken is None:
            return future.result()
        reason = f"the look broke: {type(broken).__name__}: {broken}"
        return Seen(by_name[item.policy], item, "error", self.now(), reason)

    def _read_anew(self, by_name: dict[str, Declaration], known: dict[str, Before]) -> dict[str, Before]:
        """Upgrades are recorded before the fetch, so that they are never taken for the service's change."""
        found = {name: upgraded(self.archive, by_name[name], was) for name, was in known.items()}
        recordings = [recording for recording in found.values() if recording]
        if not recordings:
            return known
        with self.archive.writer() as writer:
            for recording in recordings:
                writer.record(recording)
            writer.publish()
        return known | {r.policy: before(self.archive, r.policy) for r in recordings}

    def _settled(self, seen: list[Seen], known: dict[str, Before]) -> Iterator[Checked]:
        states = States(self.archive)
        settled: list[Settled] = []
        with self.archive.writer() as writer:
            for one in seen:
                settled.append(settle(one, known[one.declaration.policy], states, writer, self.agenda))
            writer.cover(s.coverage for s in settled)
            writer.publish()
        for done in settled:  # only now: a version that is not safe must be looked for again
            self.agenda.settle(
                done.item, self.holder, now=self.now(), outcome=done.checked.outcome,
                reason=done.checked.reason, due_at=done.due_at,
            )  # fmt: skip
            yield done.checked
