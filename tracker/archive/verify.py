"""Is the archive whole, and is it what its format says? Every rule of FORMAT.md that can be checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from tracker.archive import evidence, ledger
from tracker.archive.format import BRANCH, FORMAT, SUFFIXES, entry, folder_of, parsed_description, trailers
from tracker.archive.names import BadNameError, checked
from tracker.archive.store import Archive
from tracker.plumbing import Commit, FileChange, GitError, Repository

_OF_A_POLICY = frozenset(
    {"version.md", "snapshot.json", "policy.json", evidence.FILE, *(f"snapshot.{s}" for s in SUFFIXES)}
)

Check = Callable[[bytes], str | None]
"""What is wrong with the bytes of a file, if anything."""


@dataclass(slots=True)
class Verification:
    """What was looked at, counted, and every fault in a sentence that names its place."""

    commits: int = 0
    versions: int = 0
    files: int = 0
    faults: list[str] = field(default_factory=list)


def verify(archive: Archive, announce: Callable[[int], object] = lambda count: None) -> Verification:
    """Look at every object, commit and file; ``announce`` is told how many more commits were looked at."""
    found = Verification()
    repository = archive.repository
    try:
        found.faults += _fsck(repository)
        if archive.newest() is None:
            return found
        checks: dict[tuple[str, str], Check] = {}
        for commit in repository.log("--reverse", BRANCH):
            found.commits += 1
            found.versions += any(change.path.endswith("/version.md") for change in commit.files)
            found.faults += [f"commit {commit.id}: {fault}" for fault in _of_commit(commit)]
            checks |= _to_check(commit)
            announce(1)
        found.faults += _of_tree(repository.files(BRANCH))
        found.faults += _of_contents(repository, checks)
        found.files = len(checks)
    except GitError as error:
        found.faults.append(str(error))
    return found


def _fsck(repository: Repository) -> list[str]:
    """What git itself finds wrong: damaged or missing objects."""
    try:
        repository.run("fsck", "--full", "--no-dangling", "--no-progress")
    except GitError as error:
        return [str(error)]
    return []


def _of_commit(commit: Commit) -> Iterator[str]:
    if len(commit.parents) > 1:
        yield f"{len(commit.parents)} parents: the history must be linear"
    said = trailers(commit.message)
    if said.get("Format") != str(FORMAT):
        yield f"the trailer Format says {said.get('Format')!r}, not {FORMAT}"
    try:
        found = entry(commit)
    except ValueError as error:
        yield str(error)
    else:
        if found and found.kind != "upgrade" and not found.sha256:
            yield "the trailer Snapshot-SHA256 is missing"
    for change in commit.files:
        yield from _of_path(change)


def _of_path(change: FileChange) -> Iterator[str]:
    policy = folder_of(change.path)
    name = change.path.rpartition("/")[2]
    if change.status != "D" and change.mode != "100644":
        yield f"{change.path!r} has mode {change.mode}, not 100644"
    if policy:
        try:
            checked(policy)
        except BadNameError as error:
            yield str(error)
    if name not in _OF_A_POLICY if policy else not _is_aside(change.path):
        yield f"{change.path!r} has no place in an archive"


def _is_aside(path: str) -> bool:
    return path == "FORMAT.md" or (path.startswith("ledger/") and path.endswith(".jsonl"))


def _of_tree(files: dict[str, str]) -> Iterator[str]:
    """A policy holds a text, its snapshot and how that was received, or none of them when it has ended."""
    folders: dict[str, set[str]] = {}
    for path in files:
        if policy := folder_of(path):
            folders.setdefault(policy, set()).add(path.rpartition("/")[2])
    for policy, names in sorted(folders.items()):
        bodies = [name for name in names if name.startswith("snapshot.") and name != "snapshot.json"]
        parts = ("version.md" in names, "snapshot.json" in names, len(bodies) == 1)
        if any(parts) and not all(parts):
            yield f"{policy}: a policy holds version.md, snapshot.json and one snapshot, not {sorted(names)}"


def _to_check(commit: Commit) -> dict[tuple[str, str], Check]:
    """What the bytes of a commit's files must be, by blob and expectation."""
    digest = trailers(commit.message).get("Snapshot-SHA256", "")
    checks: dict[tuple[str, str], Check] = {}
    for change in commit.files:
        name = change.path.rpartition("/")[2]
        if change.status == "D":
            continue
        if name.startswith("snapshot.") and name != "snapshot.json":
            checks[change.after, digest] = partial(_of_snapshot, commit.id, digest)
        elif name.endswith((".json", ".jsonl")):
            checks[change.after, name] = partial(_of_json, commit.id, change.path)
    return checks


def _of_contents(repository: Repository, checks: dict[tuple[str, str], Check]) -> Iterator[str]:
    """Goes on after an object that cannot be read."""
    left = list(checks.items())
    while left:
        done = 0
        try:
            contents = repository.read_all(blob for (blob, _), _ in left)
            for (_, check), content in zip(left, contents, strict=True):
                done += 1
                if fault := check(content):
                    yield fault
        except GitError as error:
            done += 1
            yield str(error)
        left = left[done:]


def _of_snapshot(commit: str, digest: str, content: bytes) -> str | None:
    actual = sha256(content).hexdigest()
    return None if actual == digest else f"commit {commit}: the snapshot's SHA-256 is {actual}, not {digest}"


def _of_json(commit: str, path: str, content: bytes) -> str | None:
    try:
        if path.endswith(f"/{evidence.FILE}"):
            evidence.parsed(folder_of(path), content)
        elif path.endswith(".jsonl"):
            ledger.parsed(content)
        elif path.endswith("/policy.json"):
            parsed_description(content)
        else:
            json.loads(content)
    except ValueError as error:
        return f"commit {commit}: {path}: {error}"
    return None
