"""Texts of versions, their readings and their comparisons, each kept for the next page that asks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar

from tracker import archive, proof, sections, shorthand
from tracker.assess import difference, forget, read
from tracker.blame import Sentence, blame
from tracker.model import Comparison, Reading, Version
from tracker.remembering import forget_beyond
from tracker.site.kept import Kept

Found = TypeVar("Found")


LARGE = 60_000
"""Characters of two texts above which nothing is remembered of their comparison: the redline is kept."""


FINDINGS = 20_000
"""Findings about lines, at some 600 bytes each, that the engine may remember between two pages."""


class NoTextError(Exception):
    """The archive does not hold the text asked for, or cannot be read; the message says which."""


class Archive(Protocol):
    """What the pages ask of an archive: the text of a policy as it stood in a commit.

    Raises NoTextError when there is none.
    """

    def text_at(self, commit: str, policy: str) -> str: ...

    def snapshot_at(self, commit: str, policy: str) -> tuple[bytes, str]:
        """The bytes as received and the suffix of their file."""

    def pack(self, policy: str, older: str, newer: str, target: IO[bytes]) -> None:
        """Write the zip with the evidence for a step."""


class GitArchive:
    """The archive on disk, opened at the first question: a site can start before its archive is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: archive.Archive | None = None

    def text_at(self, commit: str, policy: str) -> str:
        try:
            self._open = self._open or archive.Archive.open(self.path)
            return self._open.text_at(commit, policy)
        except archive.ArchiveError as error:
            raise NoTextError(str(error)) from error

    def snapshot_at(self, commit: str, policy: str) -> tuple[bytes, str]:
        try:
            self._open = self._open or archive.Archive.open(self.path)
            entry = self._open.at_commit(commit)
            if entry is None or entry.policy != policy:
                raise NoTextError(f"{policy} in commit {commit}")
            found = self._open.snapshot(entry)
        except archive.ArchiveError as error:
            raise NoTextError(str(error)) from error
        return found.content, found.suffix

    def pack(self, policy: str, older: str, newer: str, target: IO[bytes]) -> None:
        """Through an archive opened for this alone: pages need not wait until it is done."""
        try:
            with archive.Archive.open(self.path) as opened:
                proof.pack(opened, policy, older, newer, target)
        except archive.ArchiveError as error:
            raise NoTextError(str(error)) from error


class Texts:
    """Reads texts through one archive (one git process, one reader at a time) and compares them."""

    def __init__(self, source: Archive, kept: Kept | None = None) -> None:
        self.source = source
        self.kept = kept or Kept(None)
        self._lock = threading.Lock()
        self._text = lru_cache(maxsize=16)(self._from_archive)

    def text(self, policy: str, commit: str) -> str:
        """Raises NoTextError when the archive has no such text."""
        return self._text(policy, commit)

    def _from_archive(self, policy: str, commit: str) -> str:
        with self._lock:
            return self.source.text_at(commit, policy)

    def reading(self, policy: str, commit: str) -> Reading:
        found = read(self.text(policy, commit))
        _let_go(len(found.text))
        return found

    def snapshot(self, policy: str, commit: str) -> tuple[bytes, str]:
        """The page as received, and the suffix of its file; raises NoTextError when it is not kept."""
        with self._lock:
            return self.source.snapshot_at(commit, policy)

    def pack(self, policy: str, older: str, newer: str, target: IO[bytes]) -> None:
        """Write the zip with the evidence for a step; raises NoTextError when a text is missing."""
        self.source.pack(policy, older, newer, target)
        _let_go(LARGE + 1)

    def blame(self, versions: Sequence[Version]) -> tuple[Sentence, ...]:
        """Since when each sentence of the newest stands; ``versions`` have commits and no texts yet."""
        return blame(replace(v, text=self.text(v.policy, v.commit)) for v in versions)

    def comparison(
        self, policy: str, older: str, newer: str, outlines: Sequence[bytes | None] = (None, None)
    ) -> tuple[Reading, Reading, Comparison]:
        """Two texts read and compared, under the keys that their sections have in packed ``outlines``."""
        before, after = (
            _keyed(read(self.text(policy, commit)), packed)
            for commit, packed in zip((older, newer), outlines, strict=True)
        )
        found = difference(before, after)
        _let_go(len(before.text) + len(after.text))
        return before, after, found


def _keyed(reading: Reading, packed: bytes | None) -> Reading:
    return replace(reading, sections=shorthand.outline(packed, reading.text)) if packed else reading


def _let_go(size: int) -> None:
    """Keep little of what was read: the next reader asks for another policy, and what was printed is kept.

    ``size`` is the length of the texts in characters.
    """
    if size > LARGE:
        forget()
    forget_beyond(FINDINGS)
    sections.forget_model()


class Shelf:
    """The last pages made, by what they were made of; bounded by their size in bytes."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.size = 0
        self._kept: dict[Hashable, tuple[Any, int]] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Any | None:
        with self._lock:
            found = self._kept.pop(key, None)
            if found is None:
                return None
            self._kept[key] = found
            return found[0]

    def put(self, key: Hashable, page: Any, size: int) -> None:
        with self._lock:
            old = self._kept.pop(key, None)
            self.size += size - (old[1] if old else 0)
            self._kept[key] = (page, size)
            while self.size > self.capacity and self._kept:
                _, dropped = self._kept.pop(next(iter(self._kept)))
                self.size -= dropped

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self.size = 0

    def or_make(self, key: Hashable, make: Callable[[], tuple[Found, int]]) -> Found:
        found: Found | None = self.get(key)
        if found is None:
            found, size = make()
            self.put(key, found, size)
        return found
