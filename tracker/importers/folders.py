"""A folder of dated files as a source: ``oktee/privacy-policy/2024-03-01.md``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from tracker.importers.patterns import Pattern, PatternError, Place
from tracker.importers.repositories import SourceError, printable
from tracker.model import Arrival
from tracker.plumbing import Repository


class FolderSource:
    """The files of a folder whose paths fit a pattern with a date, in order of date."""

    def __init__(self, folder: Path, pattern: Pattern) -> None:
        if "{date}" not in pattern.text:
            raise PatternError(f"pattern {pattern.text!r}: a folder of files needs {{date}} in it")
        self._folder = folder
        self._pattern = pattern
        self.title = str(folder)
        self.id = (
            "folder-" + sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        )
        self.ignored: Counter[str] = Counter()
        self.faults: list[str] = []

    def expected(self, done: Sequence[str]) -> int:
        """How many files are yet to come, at most."""
        return max(0, sum(1 for _ in self._found()) - len(done))

    def arrivals(self, done: Sequence[str]) -> Iterator[Arrival]:
        """A text for every file that differs from the one before it and was not imported yet."""
        known = frozenset(done)
        before: dict[tuple[str, str], str] = {}
        found = False
        for path, place in sorted(self._found(), key=_order):
            found = True
            digest = self._digest(path)
            policy = (place.service, place.type)
            if digest is None or before.get(policy) == digest:
                continue
            before[policy] = digest
            arrival = _arrival(path, place, digest)
            if arrival.point not in known:
                yield arrival
        if not found:
            examples = ", ".join(repr(path) for path in sorted(self.ignored)[:3]) or "it has no files"
            raise SourceError(
                f"{self.title}: no file fits the pattern {self._pattern.text}; it holds: {examples}"
            )

    def reads(self, contents: Iterable[str]) -> Iterator[bytes]:
        """The bytes of each file, in the order asked for."""
        for path in contents:
            try:
                yield (self._folder / path).read_bytes()
            except OSError as error:
                raise SourceError(
                    f"{self._folder / path}: {error.strerror}: nothing of it was imported"
                ) from error

    def hand_over(self, contents: Sequence[str], target: Repository) -> bool:
        """False: files cannot be copied as objects."""
        return False

    def _found(self) -> Iterator[tuple[str, Place]]:
        self.ignored.clear()
        for file in self._folder.rglob("*"):
            path = file.relative_to(self._folder).as_posix()
            place = self._pattern.find(path)
            if file.is_symlink() or not file.is_file():
                continue
            if place is None:
                self.ignored[printable(path)] += 1
            else:
                yield path, place

    def _digest(self, path: str) -> str | None:
        try:
            return sha256((self._folder / path).read_bytes()).hexdigest()
        except OSError as error:
            self.faults.append(f"{self._folder / path}: {error.strerror}: left out")
            return None


def _order(found: tuple[str, Place]) -> tuple[str, str]:
    path, place = found
    return (place.at.isoformat() if place.at else "", path)


def _arrival(path: str, place: Place, digest: str) -> Arrival:
    assert place.at is not None, "the pattern has a date"
    shown = printable(path)
    home = shown.rpartition("/")[0] or shown
    return Arrival(
        service=printable(place.service),
        type=printable(place.type),
        path=home,
        content=path,
        at=place.at,
        point=f"{digest[:16]}:{quote(shown)}",
        suffix=place.suffix,
        flags=("date_only",) if place.date_only else (),
    )
