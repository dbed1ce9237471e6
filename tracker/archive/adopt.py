"""Taking another archive's history over, so that a crash anywhere leaves nothing half done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from typing import Protocol

from tracker.archive.format import Blob, Description, Recording, Snapshot
from tracker.archive.names import apart, slug
from tracker.archive.store import Archive
from tracker.archive.writer import Writer
from tracker.model import Arrival
from tracker.plumbing import Repository

_BATCH = 20_000
"""Arrivals published together: what a crash loses is at most this much work, never a version."""


class Source(Protocol):
    """Another archive, as ``tracker.importers`` opens it."""

    @property
    def id(self) -> str: ...

    def arrivals(self, done: Sequence[str]) -> Iterator[Arrival]: ...

    def reads(self, contents: Iterable[str]) -> Iterator[bytes]: ...

    def hand_over(self, contents: Sequence[str], target: Repository) -> bool: ...


@dataclass(slots=True)
class Adoption:
    """What an import did, counted."""

    versions: int = 0
    upgrades: int = 0
    endings: int = 0
    renamings: int = 0
    same: int = 0
    """Arrivals that brought the text already held."""
    policies: set[str] = field(default_factory=set)
    flags: Counter[str] = field(default_factory=Counter)


def adopt(
    archive: Archive, source: Source, announce: Callable[[int], object] = lambda count: None
) -> Adoption:
    """Record everything a source has beyond what was imported from it before.

    Batches are published whole, and never end within one of the source's commits: an import that was cut
    off goes on as if it had not been. ``announce`` is told how many more arrivals were taken in.
    """
    with archive.writer() as writer:
        adopting = _Adopting(archive, source, writer)
        for batch in _batches(source.arrivals(archive.imported(source.id))):
            blobs = _sent(batch, source, archive.repository, writer, announce)
            for arrival in batch:
                adopting.take(arrival, blobs)
            writer.publish()
    return adopting.adoption


class _Adopting:
    """The state of an import: which policy each path is, what it holds, and when it was last fetched."""

    def __init__(self, archive: Archive, source: Source, writer: Writer) -> None:
        self.adoption = Adoption()
        self._source = source.id
        self._writer = writer
        self._descriptions = archive.descriptions()
        self._held = archive.held()
        self._names = _Names(source.id, self._descriptions, archive.policies())
        self._newest: dict[str, datetime] = {}
        self._read_anew: set[str] = set()
        """Policies whose last version is an upgrade."""
        for entry in archive.history():
            self._saw(entry.policy, entry.fetched_at, entry.kind == "upgrade")

    def take(self, arrival: Arrival, blobs: dict[str, Blob]) -> None:
        """Record one arrival."""
        origin = f"{self._source}@{arrival.point}"
        policy = self._names.of(arrival)
        self.adoption.policies.add(policy)
        named = self._description(policy, arrival)
        if arrival.content is None:
            self._held.pop(policy, None)
            self._writer.end(policy, arrival.at, "its file was deleted in the imported archive", origin)
            self.adoption.endings += 1
        elif self._held.get(policy) != arrival.content:
            self._record(policy, arrival, blobs[arrival.content], named, origin)
        elif named is not None:
            self._writer.describe(policy, named, arrival.at, origin)
            self.adoption.renamings += 1
        else:
            self.adoption.same += 1

    def _record(
        self, policy: str, arrival: Arrival, text: Blob, named: Description | None, origin: str
    ) -> None:
        upgrade = arrival.upgrade and policy in self._held
        flags = (*arrival.flags, *self._doubts(policy, arrival, text, upgrade))
        recording = Recording(
            policy=policy,
            text=text,
            fetched_at=arrival.at,
            snapshot=None if upgrade else Snapshot(text, arrival.suffix, self._about(policy, arrival)),
            subject="read anew" if upgrade else "a new text",
            flags=flags,
            imported_from=origin,
            description=named,
        )
        self._writer.record(recording)
        self._held[policy] = arrival.content or ""
        self._saw(policy, arrival.at, upgrade)
        self.adoption.versions += 1
        self.adoption.upgrades += upgrade
        self.adoption.flags.update(flags)

    def _doubts(self, policy: str, arrival: Arrival, text: Blob, upgrade: bool) -> Iterator[str]:
        if arrival.upgrade and not upgrade:
            yield "first_was_upgrade"
        if not text.utf8:
            yield "not_utf8"
        if not text.size:
            yield "empty"
        if arrival.at < self._newest.get(policy, arrival.at):
            yield "dates_run_backwards"

    def _about(self, policy: str, arrival: Arrival) -> dict[str, object]:
        """What ``snapshot.json`` says of a text that came without its page.

        It stays the same from version to version, but for one after an upgrade: that may bring back the
        snapshot's bytes, and would look like another upgrade if nothing of the snapshot changed.
        """
        source = {"archive": self._source, "path": arrival.path}
        if policy in self._read_anew:
            source["point"] = arrival.point
        media_type = "text/plain" if arrival.suffix == "txt" else "text/markdown"
        return {"fetcher": "import", "media_type": media_type, "source": source}

    def _description(self, policy: str, arrival: Arrival) -> Description | None:
        """The policy's names, when they are new."""
        old = self._descriptions.get(policy, Description("", ""))
        imported = {**old.imported, self._source: arrival.path}
        new = replace(old, service=arrival.service, type=arrival.type, imported=imported)
        if new == old:
            return None
        self._descriptions[policy] = new
        return new

    def _saw(self, policy: str, at: datetime, upgrade: bool) -> None:
        (self._read_anew.add if upgrade else self._read_anew.discard)(policy)
        self._newest[policy] = max(at, self._newest.get(policy, at))


class _Names:
    """Which policy of the archive a path of the source is; names that would fall together stay apart."""

    def __init__(self, source: str, descriptions: Mapping[str, Description], policies: Iterable[str]) -> None:
        self._policies = set(policies)
        self._by_path = {
            description.imported[source]: policy
            for policy, description in descriptions.items()
            if source in description.imported
        }
        self._services = {
            description.service: policy.split("/")[0] for policy, description in descriptions.items()
        }
        # A service already here, written as its name in the archive: "oktee" for OKTee.
        elsewhere = {policy.split("/")[0] for policy in self._policies - set(self._by_path.values())}
        self._services = {**{name: name for name in elsewhere}, **self._services}

    def of(self, arrival: Arrival) -> str:
        """The policy; for a path never met, a name of its own from now on."""
        if arrival.formerly in self._by_path:
            self._by_path[arrival.path] = self._by_path.pop(arrival.formerly)
        if arrival.path not in self._by_path:
            self._by_path[arrival.path] = self._named(arrival)
        return self._by_path[arrival.path]

    def _named(self, arrival: Arrival) -> str:
        taken = {policy.split("/")[0] for policy in self._policies}
        service = self._services.setdefault(arrival.service, apart(slug(arrival.service), taken))
        types = {policy.split("/")[1] for policy in self._policies if policy.startswith(f"{service}/")}
        policy = f"{service}/{apart(slug(arrival.type), types)}"
        self._policies.add(policy)
        return policy


def _batches(arrivals: Iterator[Arrival]) -> Iterator[list[Arrival]]:
    """Arrivals in batches of about equal size that end between two points of the source."""
    batch: list[Arrival] = []
    for _, together in groupby(arrivals, key=lambda arrival: arrival.point):
        batch += together
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _sent(
    batch: Sequence[Arrival],
    source: Source,
    target: Repository,
    writer: Writer,
    announce: Callable[[int], object],
) -> dict[str, Blob]:
    """Bring the texts of a batch into the archive.

    Git's own objects are copied as they are packed, so that an archive is hardly larger than its source;
    others are sent with those of one policy in a row, which takes a seventh of the space of any order.
    """
    in_a_row = sorted(batch, key=lambda arrival: arrival.path)
    contents = list(dict.fromkeys(arrival.content for arrival in in_a_row if arrival.content is not None))
    copied = source.hand_over(contents, target)
    blobs: dict[str, Blob] = {}
    for content, text in zip(contents, source.reads(contents), strict=True):
        blobs[content] = Blob.of(content, text) if copied else writer.put(text)
        announce(1)
    announce(len(batch) - len(contents))
    return blobs
