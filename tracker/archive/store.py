"""The archive: opening it, reading its history and its texts, keeping it tidy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from tracker.archive import evidence, ledger, names
from tracker.archive.format import (
    BRANCH,
    ArchiveError,
    Description,
    Entry,
    News,
    as_archive_error,
    brought,
    entry,
    folder_of,
    parsed_description,
)
from tracker.archive.ledger import Coverage, parsed_instant
from tracker.archive.writer import Writer
from tracker.model import Evidence, Version
from tracker.plumbing import Commit, GitError, NotARepositoryError, Repository

_LOOSE = 2_000
"""Loose objects (six a version) from which packing is worth its while."""
_PACKS = 30
_WALKABLE = 100_000
"""Objects (about 20,000 versions) from which an index of commits by path repays its 80 bytes a commit."""
_AT_ONCE = 1_000
"""Commits named in one call of git."""
_COMMIT = re.compile(r"[0-9a-fA-F]{4,40}")


class UnknownVersionError(ArchiveError):
    """There is no such policy, or it has no version there."""


class UnknownCommitError(ArchiveError):
    """A commit that is not in this archive's history: what was derived from it must be built from scratch."""

    def __init__(self, path: Path, commit: str) -> None:
        super().__init__(f"{path}: commit {commit} is not in this archive: build from scratch")


@dataclass(frozen=True, slots=True)
class StoredSnapshot:
    """The bytes a version was read from, and how they were received (``snapshot.json``)."""

    content: bytes
    suffix: str
    about: dict[str, object]


class Archive:
    """An archive opened; a context. One instance for one thread: it keeps a process that reads for it."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    @classmethod
    def open(cls, path: Path, create: bool = False) -> Archive:
        """The archive at a path (``archive/policies.git``); raises ArchiveError when there is none.

        With ``create`` an absent one is made; a folder that holds something else is never touched.
        """
        try:
            return cls(Repository(path))
        except NotARepositoryError as error:
            if not create or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
                raise ArchiveError(f"{error}: no archive to open here") from error
        try:
            return cls(Repository.create(path))
        except GitError as error:
            raise ArchiveError(f"{path}: the archive cannot be made: {error}") from error

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._repository.close()

    @property
    def path(self) -> Path:
        return self._repository.path

    @property
    def repository(self) -> Repository:
        """The git repository itself, for ``verify`` and for measuring."""
        return self._repository

    def writer(self) -> Writer:
        """A batch of commits; raises SecondWriterError while another process writes."""
        with as_archive_error():
            return Writer(self._repository, format_text())

    # --- history

    def newest(self) -> str | None:
        """The id of the newest commit; None in an empty archive."""
        return self._repository.resolve(BRANCH)

    def holds(self, commit: str) -> bool:
        """True when a commit belongs to this archive's history."""
        return self._repository.is_ancestor(commit, BRANCH)

    def history(
        self, policy: str | None = None, since: str | None = None, doubts: list[str] | None = None
    ) -> Iterator[Entry]:
        """Versions in commit order, oldest first, streamed from one git process.

        Commit order is the order of recording; dates (``fetched_at``) may run backwards in it.
        ``since`` leaves out that commit and everything before it; raises UnknownCommitError when it is
        not in this archive. A commit that breaks the format raises ArchiveError naming it; given a list of
        ``doubts`` it is told there and left out.
        """
        if self.newest() is None:
            return
        span = BRANCH if since is None else f"{self._known(since)}..{BRANCH}"
        paths = () if policy is None else ("--", f"{names.checked(policy)}/")
        yield from self._entries("--reverse", span, *paths, doubts=doubts)

    def news(self, since: str | None = None, doubts: list[str] | None = None) -> Iterator[News]:
        """Every commit after ``since`` with all it brings, in commit order: one git process for everything.

        Raises UnknownCommitError when ``since`` is not in this archive; doubts as in ``history``.
        """
        newest = self.newest()
        if newest is None or newest == since:
            return
        if since is not None and self._repository.resolve(since) is None:
            raise UnknownCommitError(self.path, since)
        span = BRANCH if since is None else f"{since}..{BRANCH}"
        before = since
        with as_archive_error():
            for commit in self._repository.log("--reverse", span):
                if before is not None and commit.parents != (before,):  # the history is linear
                    raise UnknownCommitError(self.path, before)
                before = commit.id
                found = self._entry(commit, doubts)
                if found is not None and not found.version:
                    found = self._with_version(found)
                yield brought(commit, found)
        if before == since:
            raise UnknownCommitError(self.path, str(since))

    def latest(self, policy: str) -> Entry | None:
        """The version of a policy recorded last."""
        return self._latest(policy, BRANCH) if self.newest() else None

    def at_commit(self, commit: str) -> Entry | None:
        """The version a commit records; None when it records none."""
        return next(self._entries("--max-count=1", commit), None)

    def at_commits(self, commits: Sequence[str]) -> Iterator[Entry]:
        """The versions that these commits record, in their order, read in one go; others are left out."""
        for at in range(0, len(commits), _AT_ONCE):
            yield from self._entries("--no-walk=unsorted", *commits[at : at + _AT_ONCE])

    def version_at(self, policy: str, when: str) -> Entry:
        """The version meant by ``policy@when``.

        ``when`` is a day, month or year ("2024-03-01", "2024-03": the version in force at its end, UTC), an
        instant ("2024-03-01T06:00:00Z"), or a commit, or the beginning of its id, four characters at
        least: the version in force there. Raises UnknownVersionError saying what there is instead.
        """
        if self.latest(policy) is None:
            raise UnknownVersionError(f"{policy}: the archive has no such policy")
        end = _end_of(when)
        return self._at_commit(policy, when) if end is None else self._at_instant(policy, when, end)

    def policies(self) -> list[str]:
        """Every policy that has a folder, sorted; one that has ended keeps its folder and names."""
        return sorted({folder_of(path) for path in self._files()} - {""})

    def evidence(self) -> dict[str, Evidence]:
        """What was filed of each policy beside its texts; a policy without evidence is left out."""
        blobs = {
            folder_of(path): blob
            for path, blob in self._files(None).items()
            if path.endswith(f"/{evidence.FILE}")
        }
        contents = self._repository.read_all(blobs.values())
        return {
            policy: evidence.parsed(policy, content) for policy, content in zip(blobs, contents, strict=True)
        }

    def descriptions(self, since: str | None = None) -> dict[str, Description]:
        """What each policy is called and where it came from; with ``since``, where that is new.

        A policy without names is left out.
        """
        blobs = {
            folder_of(path): blob
            for path, blob in self._files(since).items()
            if path.endswith("/policy.json")
        }
        contents = self._repository.read_all(blobs.values())
        return {policy: parsed_description(content) for policy, content in zip(blobs, contents, strict=True)}

    def held(self) -> dict[str, str]:
        """For each policy that has not ended, the blob id of its text now."""
        files = self._files()
        return {folder_of(path): blob for path, blob in files.items() if path.endswith("/version.md")}

    def imported(self, source: str) -> list[str]:
        """What was imported from a source (its id), as it names it, in order of recording."""
        if self.newest() is None:
            return []
        only = "--format=%(trailers:key=Imported-From,valueonly,separator=)"
        origins = self._repository.run("log", "--reverse", only, BRANCH).decode().split("\n")
        mine = f"{source}@"
        return [origin.removeprefix(mine) for origin in origins if origin.startswith(mine)]

    # --- contents

    def read(self, blob: str) -> bytes:
        """The bytes of a blob; raises ArchiveError when it is missing or damaged."""
        with as_archive_error():
            return self._repository.read(blob)

    def text(self, blob: str) -> str:
        """The text of a ``version.md``; bytes that are no UTF-8 stand as U+FFFD (flag "not_utf8")."""
        return self.read(blob).decode("utf-8", "replace")

    def texts(self, blobs: Iterable[str]) -> Iterator[str]:
        """Many texts in the order asked for: three times faster than one by one."""
        with as_archive_error():
            for content in self._repository.read_all(blobs):
                yield content.decode("utf-8", "replace")

    def version(self, entry: Entry) -> Version:
        """A version with its text."""
        return version_of(entry, self.text(entry.version))

    def snapshot(self, entry: Entry) -> StoredSnapshot:
        """The bytes a version was read from: for an upgrade, those recorded before it."""
        folder = self._repository.files(entry.commit, f"{entry.policy}/")
        files = {path.rsplit("/", 1)[1]: blob for path, blob in folder.items()}
        bodies = [name for name in files if name.startswith("snapshot.") and name != "snapshot.json"]
        if not bodies:
            raise ArchiveError(f"{self.path}: commit {entry.commit}: {entry.policy} has no snapshot")
        about = json.loads(self.read(files["snapshot.json"]))
        return StoredSnapshot(self.read(files[bodies[0]]), bodies[0].removeprefix("snapshot."), about)

    def text_at(self, commit: str, policy: str) -> str:
        """The text of a policy as it stands in a commit (its whole id), without a process of its own."""
        try:
            content = self._repository.read_file(commit, f"{names.checked(policy)}/version.md")
        except GitError as error:
            raise UnknownVersionError(f"{policy}@{commit}: no text there") from error
        return content.decode("utf-8", "replace")

    def ledger(self, since: str | None = None) -> Iterator[Coverage]:
        """Spans of checks, by month, then policy, then time; with ``since``, whole months that are new."""
        files = self._files(since)
        blobs = [blob for path, blob in sorted(files.items()) if path.startswith("ledger/")]
        for content in self._repository.read_all(blobs):
            yield from ledger.parsed(content)

    # --- upkeep

    def tidy(self, force: bool = False) -> bool:
        """Pack and index what has gathered, when it is due; True when something was done.

        Never rewrites packs from the ground (``repack -f`` made archives larger: PERFORMANCE.md).
        """
        told = self._repository.run("count-objects", "-v").decode().splitlines()
        counts = {
            name: int(value) for name, _, value in (row.partition(": ") for row in told) if value.isdigit()
        }
        wide = counts["in-pack"] + counts["count"] > _WALKABLE
        gathered = counts["count"] > _LOOSE or counts["packs"] > _PACKS
        if not (force or gathered or (wide and not self._has_graph())):
            return False
        with self.writer():  # for its lock
            self._repository.run("repack", "-d", "-q", "--geometric=2")
            if wide or force:
                options = ("--reachable", "--changed-paths", "--no-progress")
                self._repository.run("commit-graph", "write", *options)
        return True

    def _has_graph(self) -> bool:
        return (self.path / "objects" / "info" / "commit-graph").exists()

    # --- below

    def _at_instant(self, policy: str, when: str, end: datetime) -> Entry:
        entries = list(self.history(policy))
        before = [found for found in entries if found.fetched_at <= end]
        if not before:
            first = ledger.instant(min(found.fetched_at for found in entries))
            raise UnknownVersionError(f"{policy}@{when}: the first version is of {first}")
        return before[max(range(len(before)), key=lambda place: (before[place].fetched_at, place))]

    def _at_commit(self, policy: str, when: str) -> Entry:
        commit = self._repository.resolve(when) if _COMMIT.fullmatch(when) else None
        if commit is None or not self.holds(commit):
            raise UnknownVersionError(
                f"{policy}@{when}: neither a date like 2024-03-01 nor a commit of this archive, meant alone"
            )
        found = self._latest(policy, commit)
        if found is None:
            raise UnknownVersionError(f"{policy}@{when}: the policy had no version yet")
        return found

    def _latest(self, policy: str, commit: str) -> Entry | None:
        return next(self._entries("--full-diff", commit, "--", f"{names.checked(policy)}/"), None)

    def _entries(self, *arguments: str, doubts: list[str] | None = None) -> Iterator[Entry]:
        with as_archive_error():
            for commit in self._repository.log(*arguments):
                found = self._entry(commit, doubts)
                if found is not None:
                    yield found if found.version else self._with_version(found)

    def _entry(self, commit: Commit, doubts: list[str] | None) -> Entry | None:
        try:
            return entry(commit)
        except ValueError as error:
            doubt = f"{self.path}: commit {commit.id}: {error}"
            if doubts is None:
                raise ArchiveError(doubt) from error
            doubts.append(doubt)
            return None

    def _with_version(self, found: Entry) -> Entry:
        """A snapshot that brought the text held already: the entry names that text."""
        path = f"{found.policy}/version.md"
        return replace(found, version=self._repository.files(found.commit, path)[path])

    def _files(self, since: str | None = None) -> dict[str, str]:
        """Path -> blob id of what the archive holds now; with ``since``, of what differs from then."""
        if self.newest() is None:
            return {}
        with as_archive_error():
            if since is None:
                return self._repository.files(BRANCH)
            changes = self._repository.changes(self._known(since), BRANCH)
        return {change.path: change.after for change in changes if change.status != "D"}

    def _known(self, commit: str) -> str:
        if not self.holds(commit):
            raise UnknownCommitError(self.path, commit)
        return commit


def version_of(entry: Entry, text: str) -> Version:
    """The version an entry stands for, given its text."""
    return Version(
        policy=entry.policy,
        commit=entry.commit,
        text=text,
        fetched_at=entry.fetched_at,
        last_seen_at=entry.last_seen_at,
        kind=entry.kind,
        flags=entry.flags,
    )


def format_text() -> bytes:
    """``FORMAT.md``, from the package or from the source tree beside it; it goes into every archive."""
    here = Path(__file__).parent
    for place in (here / "FORMAT.md", here.parent.parent / "archive" / "FORMAT.md"):
        if place.is_file():
            return place.read_bytes()
    raise ArchiveError(f"{here}: FORMAT.md is missing from this installation")


def _end_of(when: str) -> datetime | None:
    """The last instant of a day, month or year, or the instant itself; None when it is no date."""
    for form, step in (("%Y-%m-%d", "day"), ("%Y-%m", "month"), ("%Y", "year")):
        try:
            start = datetime.strptime(when, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        return _after(start, step) - timedelta(microseconds=1)
    try:
        return parsed_instant(when) if "T" in when else None
    except ValueError:
        return None


def _after(start: datetime, step: str) -> datetime:
    """The beginning of the next day, month or year."""
    if step == "day":
        return start + timedelta(days=1)
    months = start.year * 12 + start.month - 1 + (1 if step == "month" else 12)
    return start.replace(year=months // 12, month=months % 12 + 1)
