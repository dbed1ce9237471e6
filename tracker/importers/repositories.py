"""Any git repository of policy texts as a source: a path, a bundle or an address to clone from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.importers.patterns import Pattern, Place
from tracker.model import Arrival
from tracker.plumbing import (
    Commit,
    FileChange,
    GitError,
    NotARepositoryError,
    Repository,
    copy_objects,
    fetch,
)

UPGRADES = ("Apply technical or declaration upgrade", "Apply technical upgrade", "Refilter")
"""How a subject begins when a text was read anew from an old snapshot (Open Terms Archive's words)."""

_ADDRESS = re.compile(r"(?:https?|ssh|git|file)://\S+|[\w.-]+@[\w.-]+:\S+")
_PROTOCOLS = "https:http:ssh:git:file"
_HEADS = (
    "HEAD", "refs/heads/main", "refs/heads/master",
    "refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master",
)  # fmt: skip
_CITED = re.compile(r"(?:\bsnapshot |^- )(\S+)$", re.MULTILINE)
_LAST_SECOND = 253_402_300_799
"""Of the year 9999: a date beyond is a mistake."""


class SourceError(Exception):
    """A source that cannot be imported: names it, says what is wrong and what to do."""


class RepositorySource:
    """The history of one branch of a git repository, read commit by commit."""

    def __init__(self, repository: Repository, head: str, title: str, pattern: Pattern) -> None:
        """``head`` is the newest commit to import."""
        self._repository = repository
        self._head = head
        self._pattern = pattern
        self.title = title
        self.ignored: Counter[str] = Counter()
        """Paths that fit no policy, with how often they changed."""
        self.faults: list[str] = []
        self.id = self._root()[:12]

    def expected(self, done: Sequence[str]) -> int:
        """How many commits are yet to come, at most."""
        return int(self._repository.run("rev-list", "--count", *self._span(done)))

    def arrivals(self, done: Sequence[str]) -> Iterator[Arrival]:
        """What happened after the points already imported, in commit order; a merge is one step.

        Of parallel lines each is told as a whole before the next begins.
        """
        known = frozenset(done)
        options = ("--reverse", "--topo-order", "--diff-merges=first-parent")
        found = bool(known)
        for commit in self._repository.log(*options, *self._span(done)):
            if commit.id not in known:
                for arrival in self._arrivals(commit):
                    found = True
                    yield arrival
        if not found:
            examples = ", ".join(repr(path) for path, _ in self.ignored.most_common(3)) or "it has no files"
            raise SourceError(
                f"{self.title}: no file fits the pattern {self._pattern.text}; it holds: {examples}"
            )

    def reads(self, contents: Iterable[str]) -> Iterator[bytes]:
        """The bytes of each content, in the order asked for."""
        return self._repository.read_all(contents)

    def hand_over(self, contents: Sequence[str], target: Repository) -> bool:
        """Copy contents into another repository, where they have the same ids, packed as they are here."""
        if self._repository.hash_name() != target.hash_name():
            return False
        copy_objects(self._repository, target, contents)
        return True

    def _span(self, done: Sequence[str]) -> tuple[str, ...]:
        if not done:
            return (self._head,)
        if not self._repository.is_ancestor(done[-1], self._head):
            raise SourceError(
                f"{self.title}: commit {done[-1]}, imported last, is not in its history: it is older than "
                f"what was imported, or was rewritten; import it into a new archive to have it as it is now"
            )
        return (self._head, f"^{done[-1]}")

    def _root(self) -> str:
        roots = self._repository.run("rev-list", "--first-parent", "--max-parents=0", self._head)
        return roots.decode().split()[0]

    def _arrivals(self, commit: Commit) -> Iterator[Arrival]:
        places: dict[str, Place] = {}
        for change in commit.files:
            place = (
                self._pattern.find(change.path)
                if change.mode.startswith("100") or change.status == "D"
                else None
            )
            if place is None:
                self.ignored[printable(change.path)] += 1
            else:
                places[change.path] = place
        changes = [change for change in commit.files if change.path in places]
        moved = _moved(changes)
        left = set(moved.values())
        for change in changes:
            if change.path not in left:
                yield _arrival(commit, change, places[change.path], moved.get(change.path))


@contextmanager
def from_path(path: Path, pattern: Pattern) -> Iterator[RepositorySource]:
    """A repository on this machine, read where it lies."""
    try:
        repository = Repository(path)
    except NotARepositoryError as error:
        raise SourceError(str(error)) from error
    with closing(repository):
        yield _source(repository, str(path), pattern)


@contextmanager
def from_bundle(path: Path, pattern: Pattern) -> Iterator[RepositorySource]:
    """A git bundle, unpacked for the time of the import."""
    with TemporaryDirectory(prefix="tracker-bundle-") as folder:
        try:
            empty = Repository.create(Path(folder, "bundle.git"))
            listed = empty.run("bundle", "list-heads", str(path.resolve())).decode("utf-8", "replace")
            heads = {name: head for head, _, name in (row.partition(" ") for row in listed.splitlines())}
            head = _best(heads)
            repository = fetch(str(path.resolve()), empty.path, f"+{head}:refs/heads/main", "file")
        except GitError as error:
            raise SourceError(f"{path}: no whole git bundle: {_reason(error)}") from error
        with closing(repository):
            yield _source(repository, path.name, pattern)


@contextmanager
def from_address(address: str, pattern: Pattern, keep: Path) -> Iterator[RepositorySource]:
    """A repository elsewhere, by a copy kept in ``keep``, so that the next import fetches what is new."""
    copy = keep / f"{sha256(address.encode()).hexdigest()[:16]}.git"
    try:
        try:
            repository = fetch(address, copy, "+HEAD:refs/heads/main", _PROTOCOLS)
        except GitError:  # its HEAD may name a branch that is not there
            repository = fetch(address, copy, "+refs/heads/*:refs/heads/*", _PROTOCOLS)
    except GitError as error:
        raise SourceError(f"{address}: cannot be cloned: {_reason(error)}") from error
    with closing(repository):
        yield _source(repository, address, pattern)


def is_address(source: str) -> bool:
    """True for what git could clone from elsewhere: https, http, ssh, git and file addresses."""
    return _ADDRESS.fullmatch(source) is not None


def _source(repository: Repository, title: str, pattern: Pattern) -> RepositorySource:
    if repository.run("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise SourceError(
            f"{title}: a shallow clone has lost its beginning: fetch the whole with git fetch --unshallow"
        )
    listed = repository.run("for-each-ref", "--format=%(objectname) %(refname)").decode("utf-8", "replace")
    heads = {name: head for head, _, name in (row.partition(" ") for row in listed.splitlines())}
    current = repository.resolve("HEAD")
    if current is not None:
        heads["HEAD"] = current
    name = _best(heads) if heads else ""
    head = repository.resolve(heads[name]) if heads else None
    if head is None:
        raise SourceError(f"{title}: a repository without commits")
    return RepositorySource(repository, head, title, pattern)


def _best(heads: Mapping[str, str]) -> str:
    """The head that is meant when none is named; a bundle's HEAD may name none of them."""
    names = [*_HEADS, *sorted(name for name in heads if name.startswith("refs/heads/")), *sorted(heads)]
    for name in names:
        if name in heads:
            return name
    raise GitError("it names no branch")


def _reason(error: GitError) -> str:
    """Git's words without the path of a folder that is gone when they are read."""
    return str(error).partition(".git: ")[2] or str(error)


def _moved(changes: Sequence[FileChange]) -> dict[str, str]:
    """New path -> old path of files that were renamed and kept every byte."""
    gone = {change.before: change.path for change in changes if change.status == "D"}
    moved: dict[str, str] = {}
    for change in changes:
        if change.status == "A" and change.after in gone:
            moved[change.path] = gone.pop(change.after)
    return moved


def _arrival(commit: Commit, change: FileChange, place: Place, formerly: str | None) -> Arrival:
    cited = _CITED.findall(commit.message)
    return Arrival(
        service=printable(place.service),
        type=printable(place.type),
        path=printable(change.path),
        content=None if change.status == "D" else change.after,
        at=datetime.fromtimestamp(min(max(commit.authored, 0), _LAST_SECOND), UTC),
        point=commit.id,
        suffix=place.suffix,
        upgrade=commit.message.startswith(UPGRADES),
        formerly=None if formerly is None else printable(formerly),
        flags=("repeated_snapshots",) if len(set(cited)) < len(cited) else (),
    )


def printable(path: str) -> str:
    """A path as text: bytes that are no UTF-8 stand as ``\\xff``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
