"""Writing: versions, names and coverage become commits through one ``git fast-import``.

What is published is safe; what was sent after it vanishes with a crash as if it had never been sent. The
branch moves only on from the commit the writer started from, and a lock that dies with its process keeps
a second writer out.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha1
from pathlib import Path
from subprocess import PIPE
from types import TracebackType

from tracker.archive import evidence, ledger, names
from tracker.archive.format import (
    BRANCH,
    REWORDED,
    SUFFIXES,
    ArchiveError,
    Blob,
    Description,
    Recording,
    Snapshot,
    described,
    json_bytes,
    message,
    titled,
)
from tracker.archive.ledger import Coverage, instant
from tracker.plumbing import GitError, Repository

_PERSON = b"policy tracker <policy-tracker@localhost>"
_PATIENCE = 1.0
"""Seconds to wait for the lock: a killed writer's git needs a moment to notice."""
_DAY = 86_400


class SecondWriterError(ArchiveError):
    """Another process is writing to the archive, or has written since this one began."""


class Writer:
    """A batch of commits on top of the newest one; used as a context, it publishes at its end.

    Left through an exception, it publishes nothing beyond the last ``publish``.
    """

    def __init__(self, repository: Repository, format_text: bytes) -> None:
        """Raises SecondWriterError when another process is writing."""
        self._repository = repository
        self._format_text = format_text
        self._lock = _locked(repository.path)
        _swept(repository.path)
        self._last, self._latest = _tip(repository)
        self._begun = False
        self._marks = 0
        self._unpublished: list[int] = []
        options = ("--quiet", "--done", "--date-format=raw")
        # git holds the lock as well: until it has ended, nobody else may begin.
        self._running = repository.start("fast-import", *options, stdin=PIPE, pass_fds=(self._lock,))

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._close()
        finally:
            del self._running  # ends git; without "done" it publishes nothing
            os.close(self._lock)

    def put(self, content: bytes) -> Blob:
        """Hand over bytes once, for any number of files; texts of one policy in a row pack best."""
        mark = self._mark()
        self._send(b"blob\nmark :%d\ndata %d\n" % (mark, len(content)), content, b"\n")
        return Blob.of(f":{mark}", content)

    def record(self, recording: Recording) -> None:
        """One version, one commit; raises BadNameError or ValueError before anything is written."""
        policy = names.checked(recording.policy)
        text = self._blob(recording.text)
        files = {f"{policy}/version.md": text}
        snapshot = recording.snapshot
        if snapshot is None and recording.edition:
            snapshot = Snapshot(text, "md", {"fetcher": "edition", "media_type": "text/markdown"})
        digest = recording.sha256
        gone: list[str] = []
        if snapshot is not None:
            digest = self._snapshot(recording, snapshot, files)
            gone = [f"{policy}/snapshot.{suffix}" for suffix in SUFFIXES if suffix != snapshot.suffix]
        if recording.description is not None:
            files[f"{policy}/policy.json"] = self.put(described(recording.description))
        self._commit(message(recording, digest), recording.fetched_at, files, gone)

    def describe(
        self, policy: str, description: Description, at: datetime, imported_from: str | None = None
    ) -> None:
        """New names for a policy, without a new version."""
        said = {"Policy": names.checked(policy), "Imported-From": imported_from}
        files = {f"{policy}/policy.json": self.put(described(description))}
        subject = f"now known as {description.service}, {description.type}"
        self._commit(titled(policy, subject, said), at, files)

    def file(self, policy: str, row: Mapping[str, object], at: datetime, subject: str) -> None:
        """Add a line of evidence to a policy's; one that stands there already is not added again."""
        path = f"{names.checked(policy)}/{evidence.FILE}"
        files = {path: self.put(evidence.added(self._file(path), [dict(row)]))}
        self._commit(titled(policy, subject, {"Policy": policy}), at, files)

    def end(self, policy: str, at: datetime, reason: str, imported_from: str | None = None) -> None:
        """Nothing more will come for a policy: its text leaves the tree, its history and names stay."""
        said = {"Policy": names.checked(policy), "Ended-At": instant(at), "Imported-From": imported_from}
        gone = [f"{policy}/{name}" for name in ("version.md", "snapshot.json")]
        gone += [f"{policy}/snapshot.{suffix}" for suffix in SUFFIXES]
        self._commit(titled(policy, reason, said), at, {}, gone)

    def cover(self, spans: Iterable[Coverage]) -> None:
        """Add checks to the ledger, one commit for all; checks already told are not told twice."""
        months = ledger.by_month(spans)
        if not months:
            return
        files = {f"ledger/{name}.jsonl": self._ledger(name, new) for name, new in months.items()}
        at = max(span.last_at for new in months.values() for span in new)
        count = sum(span.count for new in months.values() for span in new)
        self._commit(titled("ledger", f"{count} checks", {}), at, files)

    def publish(self) -> list[str]:
        """Make safe what was sent so far; the ids of its commits, in order."""
        ids = [self._answer(b"get-mark :%d\n" % mark).decode() for mark in self._unpublished]
        self._unpublished.clear()
        self._answer(b"checkpoint\nprogress published\n")
        return ids

    def _snapshot(self, recording: Recording, snapshot: Snapshot, files: dict[str, Blob]) -> str:
        """Adds a snapshot's files; its SHA-256."""
        if snapshot.suffix not in SUFFIXES:
            raise ValueError(f"{recording.policy}: a snapshot cannot end in {snapshot.suffix!r}: {SUFFIXES}")
        content = self._blob(snapshot.content)
        about = dict(snapshot.about)
        if recording.imported_from is None:  # else the trailers tell, and the file stays the same
            about |= {"sha256": content.sha256, "fetched_at": instant(recording.fetched_at)}
        if recording.edition:
            about["edition"] = REWORDED
        files[f"{recording.policy}/snapshot.{snapshot.suffix}"] = content
        files[f"{recording.policy}/snapshot.json"] = self.put(json_bytes(about))
        return content.sha256

    def _ledger(self, name: str, new: Sequence[Coverage]) -> Blob:
        old = self._file(f"ledger/{name}.jsonl")
        return self.put(ledger.added(old or b"", new))

    def _blob(self, content: str | bytes | Blob) -> Blob:
        if isinstance(content, str):
            content = content.encode("utf-8", "replace")
        return self.put(content) if isinstance(content, bytes) else content

    def _mark(self) -> int:
        self._marks += 1
        return self._marks

    def _commit(self, text: str, at: datetime, files: Mapping[str, Blob], gone: Sequence[str] = ()) -> None:
        if not self._begun:
            self._begin(at)
        mark = self._mark()
        body = text.encode()
        happened = max(0, int(at.timestamp()))  # git knows no time before 1970; Fetched-At does
        self._latest = max(self._latest, happened)
        lines = [b"commit %s\nmark :%d\n" % (BRANCH.encode(), mark)]
        lines += [b"author %s %d +0000\n" % (_PERSON, happened)]
        lines += [b"committer %s %d +0000\n" % (_PERSON, self._latest)]
        lines += [b"data %d\n%s\n" % (len(body), body)]
        lines += [b"from %s\n" % self._last.encode()] if self._last else []
        lines += [b"D %s\n" % path.encode() for path in gone]
        lines += [b"M 100644 %s %s\n" % (blob.name.encode(), path.encode()) for path, blob in files.items()]
        self._send(*lines, b"\n")
        self._last = f":{mark}"
        self._unpublished.append(mark)

    def _begin(self, at: datetime) -> None:
        """See that the archive holds the specification of its own format."""
        self._begun = True
        blob = sha1(b"blob %d\0" % len(self._format_text) + self._format_text).hexdigest()
        if blob not in self._listed("FORMAT.md"):
            files = {"FORMAT.md": self.put(self._format_text)}
            self._commit(titled("FORMAT.md", "how this archive is to be read", {}), at, files)
            self._unpublished.clear()  # nobody asked for this commit

    def _listed(self, path: str) -> str:
        """What the newest commit, published or not, holds at a path: "100644 blob ID<tab>path"."""
        if not self._last:
            return ""
        return self._answer(b"ls %s %s\n" % (self._last.encode(), path.encode())).decode()

    def _file(self, path: str) -> bytes | None:
        words = self._listed(path).split()
        if len(words) < 3 or words[1] != "blob":
            return None
        head = self._answer(b"cat-blob %s\n" % words[2].encode()).split()
        content: bytes = self._running.stdout.read(int(head[2]) + 1)
        return content[:-1]

    def _send(self, *parts: bytes) -> None:
        try:
            for part in parts:
                self._running.stdin.write(part)
        except OSError as error:
            raise self._failure() from error

    def _answer(self, question: bytes) -> bytes:
        """One line git says to a question."""
        try:
            self._running.stdin.write(question)
            self._running.stdin.flush()
            line: bytes = self._running.stdout.readline()
        except OSError as error:
            raise self._failure() from error
        if not line:
            raise self._failure()
        return line.rstrip(b"\n")

    def _close(self) -> None:
        """Publish the rest and let git end; raises when it could not."""
        self._send(b"done\n")
        try:
            self._running.stdin.close()
            self._repository.finish(self._running)
        except (OSError, GitError) as error:
            raise self._failure(error) from error

    def _failure(self, error: Exception | None = None) -> ArchiveError:
        """Why git ended before its time."""
        if not isinstance(error, GitError):
            try:
                self._repository.finish(self._running)
            except GitError as told:
                error = told
        if "Not updating" in str(error):
            return SecondWriterError(
                f"{self._repository.path}: somebody else has written to the archive meanwhile; nothing "
                f"of this batch was recorded: run again"
            )
        reason = error or f"{self._repository.path}: git ended before its time"
        return ArchiveError(f"{reason}; what was published before is safe: set it right and run again")


def _tip(repository: Repository) -> tuple[str, int]:
    """The newest commit and its committer's date, which never run backwards; "" and 0 in an empty archive."""
    found = repository.commit(BRANCH)
    if found is None:
        return "", 0
    commit, content = found
    written = next(line for line in content.splitlines() if line.startswith(b"committer "))
    return commit, int(written.split()[-2])


def _locked(path: Path) -> int:
    """The lock of the archive's writer, as an open file: it dies with the processes that hold it."""
    name = path / "writer.lock"
    try:
        lock = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise ArchiveError(f"{name}: the archive cannot be written: {error.strerror}") from error
    waiting_since = time.monotonic()
    while not _taken(lock):
        if time.monotonic() - waiting_since > _PATIENCE:
            holder = os.read(lock, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(lock)
            raise SecondWriterError(
                f"{path}: another process (number {holder}) writes to the archive; wait until it has ended"
            )
        time.sleep(0.02)
    os.ftruncate(lock, 0)
    os.write(lock, b"%d\n" % os.getpid())
    return lock


def _taken(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _swept(path: Path) -> None:
    """Take away what a writer that was killed has left: it held the lock, so it is gone."""
    for left in (path / "refs" / "heads" / "main.lock", *path.glob("fast_import_crash_*")):
        left.unlink(missing_ok=True)
    packs = path / "objects" / "pack"
    for keep in packs.glob("*.keep"):
        if keep.read_bytes().strip() == b"fast-import":
            keep.unlink(missing_ok=True)
    for unfinished in packs.glob("tmp_*"):
        if time.time() - unfinished.stat().st_mtime > _DAY:  # git run by hand may be at work on others
            unfinished.unlink(missing_ok=True)
