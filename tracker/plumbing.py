"""Git, and nothing else: every git process of the program is started here, through GitPython.

GitPython opens a repository and starts git; its object model is never used (26 to 280 times slower,
PERFORMANCE.md). Each call gets an environment without the caller's ``GIT_*``, no system or global
configuration, no hooks, no prompt, and no way to reach the network unless asked for.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from typing import IO, BinaryIO, cast

import git
from git.exc import GitCommandError, GitCommandNotFound, InvalidGitRepositoryError, NoSuchPathError

Running = git.Git.AutoInterrupt
"""A running git command with ``stdin``, ``stdout`` and ``stderr``; it ends with its last reference."""

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
}
_TRUST = ("GIT_SSL_CAINFO", "GIT_SSL_CAPATH")
"""Whose certificates the machine trusts: needed to clone, and no repository's business."""

_CONFIGURATION = (
    "safe.directory=*",  # safe: no hook, monitor, pager or transport named by the repository is run
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.autocrlf=false",
    "gc.auto=0",
    "pack.depth=250",  # with git's 50, texts that change daily take a fifth more space
    "pack.threads=1",  # the same input gives the same packs
    "maintenance.auto=false",
    "i18n.logOutputEncoding=UTF-8",
    "log.showRoot=true",
    "log.showSignature=false",
    "log.mailmap=false",
)
_OBJECT_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_CHUNK = 1 << 16


class GitError(Exception):
    """Git could not do what was asked: names the repository, the command and git's own words."""


class NotARepositoryError(GitError):
    """There is no git repository at this path."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of one commit, as ``git log --raw`` tells it: ``status`` A, M, D or T, blob ids in hex."""

    status: str
    path: str
    """Bytes that are no UTF-8 stand as surrogates (``os.fsdecode``)."""
    before: str
    after: str
    mode: str
    """Of the newer file: "100644" a file, "120000" a symbolic link, "160000" a submodule."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit with the files it changed; ``authored`` in seconds since 1970."""

    id: str
    parents: tuple[str, ...]
    authored: int
    message: str
    files: tuple[FileChange, ...]


class Repository:
    """A git repository by its git directory; every method is one git process, or a part of one."""

    def __init__(self, path: Path) -> None:
        """Raises NotARepositoryError naming the path and what is there instead."""
        try:
            with git.Repo(path, expand_vars=False) as repository:
                self.path = Path(repository.git_dir).resolve()
        except NoSuchPathError as error:
            raise NotARepositoryError(f"{path}: no such folder") from error
        except InvalidGitRepositoryError as error:
            raise NotARepositoryError(f"{path}: not a git repository") from error
        except (OSError, ValueError) as error:
            raise NotARepositoryError(f"{path}: cannot be opened as a git repository: {error}") from error
        self._git = git.Git(self.path)
        self._reader: Running | None = None

    @classmethod
    def create(cls, path: Path) -> Repository:
        """A bare repository with branch main; one that is there already is left as it is.

        It appears whole or not at all.
        """
        with suppress(NotARepositoryError):
            return cls(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".new-", dir=path.parent) as folder:
                new = Path(folder, "new.git")
                options = ("--quiet", "--bare", "--initial-branch=main", "--template=")
                _output(git.Git(folder), path, ("init", *options, str(new)))
                new.rename(path)
        except OSError as error:
            if not (path / "HEAD").exists():  # else somebody else was quicker
                raise GitError(f"{path}: cannot be created: {error.strerror}") from error
        return cls(path)

    def close(self) -> None:
        """End the persistent reading process, if one was started; one that failed was told of when asked."""
        reader, self._reader = self._reader, None
        if reader is not None:
            with suppress(GitCommandError, BrokenPipeError):
                reader.stdin.close()
                reader.wait()

    def run(self, *arguments: str, stdin: IO[bytes] | None = None, protocols: str = "none") -> bytes:
        """The output of one git command; ``protocols`` names the transports it may use ("https:file")."""
        return _output(
            self._git, self.path, (f"--git-dir={self.path}", *arguments), stdin=stdin, protocols=protocols
        )

    def start(
        self, *arguments: str, stdin: int | IO[bytes] | None = None, pass_fds: tuple[int, ...] = ()
    ) -> Running:
        """A running git command; read its output to the end, then ``finish`` it.

        ``pass_fds`` are open files that git keeps open as long as it runs.
        """
        return self._git.execute(
            _command(f"--git-dir={self.path}", *arguments),
            istream=cast("BinaryIO | int | None", stdin),
            as_process=True,
            env=_environment("none"),
            pass_fds=pass_fds,
        )

    def finish(self, running: Running) -> None:
        """Wait for a started command; raises GitError with git's words when it failed."""
        try:
            running.wait()
        except GitCommandError as error:
            raise GitError(f"{self.path}: {_words(error)}") from error

    def resolve(self, name: str) -> str | None:
        """The commit a name, or the beginning of an id, stands for; None when there is none, or several."""
        found = self.commit(name)
        return None if found is None else found[0]

    def commit(self, name: str) -> tuple[str, bytes] | None:
        """The id and the raw object of the commit a name stands for, through the kept ``cat-file``."""
        if "\n" in name or not name.strip():
            return None
        head, content = self._answer(os.fsencode(name) + b"^{commit}\n")
        return None if content is None else (head[0].decode(), content)

    def is_ancestor(self, older: str, newer: str) -> bool:
        """True when the newer commit's history holds the older one (or is it)."""
        with suppress(GitError):
            return self.run("rev-list", "--count", "--max-count=1", older, f"^{newer}", "--").strip() == b"0"
        return False

    def log(self, *arguments: str) -> Iterator[Commit]:
        """Commits with the files they changed, streamed from one ``git log --raw -z``."""
        options = (
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
        )
        running = self.start("log", *options, "--format=%H%x00%P%x00%at%x00%B%x00", *arguments)
        yield from _commits(_fields(running.stdout))
        self.finish(running)

    def hash_name(self) -> str:
        """How objects are named here: "sha1" or "sha256"."""
        return self.run("rev-parse", "--show-object-format").decode().strip()

    def missing(self, ids: Iterable[str]) -> list[str]:
        """Those of the objects that are not here."""
        with tempfile.TemporaryFile() as questions:
            questions.writelines(map(_checked, ids))
            questions.seek(0)
            answers = self.run("cat-file", "--batch-check=%(objectname)", "--buffer", stdin=questions)
        return [row.split()[0] for row in answers.decode().splitlines() if row.endswith(" missing")]

    def changes(self, older: str, newer: str) -> list[FileChange]:
        """The files that differ between two commits."""
        options = ("-r", "-z", "--raw", "--no-abbrev", "--no-renames")
        fields = iter(self.run("diff-tree", *options, older, newer).split(b"\0"))
        return [_file_change(field, next(fields)) for field in fields if field]

    def files(self, commit: str, path: str = "") -> dict[str, str]:
        """Path -> blob id of every file in a commit, or of those under a path."""
        listing = self.run("ls-tree", "-r", "-z", "--full-tree", commit, *([path] if path else []))
        rows = (os.fsdecode(row).partition("\t") for row in listing.split(b"\0") if row)
        return {name: head.split()[2] for head, _, name in rows}

    def read(self, blob: str) -> bytes:
        """The bytes of one object, through one ``git cat-file --batch`` kept for the next call."""
        return self._read(_checked(blob))

    def read_file(self, commit: str, path: str) -> bytes:
        """The bytes of a file as a commit holds it, through the same; ``path`` is no fetched text."""
        return self._read(_checked(commit)[:-1] + b":" + os.fsencode(path) + b"\n")

    def _read(self, question: bytes) -> bytes:
        head, content = self._answer(question)
        if content is None:
            raise _unreadable(self.path, question.decode().strip(), head)
        return content

    def _answer(self, question: bytes) -> tuple[list[bytes], bytes | None]:
        """What the kept ``cat-file`` answers to a line; it is started when it does not run."""
        if self._reader is None or self._reader.poll() is not None:
            self._reader = self.start("cat-file", "--batch", stdin=PIPE)
        self._reader.stdin.write(question)
        self._reader.stdin.flush()
        return _object(self._reader.stdout, self.path)

    def read_all(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """The bytes of many objects in the order asked for, streamed from a process of its own."""
        wanted = list(blobs)
        with tempfile.TemporaryFile() as questions:
            questions.writelines(map(_checked, wanted))
            questions.seek(0)
            running = self.start("cat-file", "--batch", "--buffer", stdin=questions)
            for blob in wanted:
                head, content = _object(running.stdout, self.path)
                if content is None:
                    raise _unreadable(self.path, blob, head)
                yield content
            self.finish(running)


def fetch(address: str, into: Path, refs: str, protocols: str) -> Repository:
    """A bare repository at ``into`` that holds what ``refs`` names in a bundle or at an address."""
    repository = Repository.create(into)
    repository.run("fetch", "--quiet", "--no-tags", "--force", "--", address, refs, protocols=protocols)
    return repository


def copy_objects(source: Repository, target: Repository, ids: Sequence[str]) -> None:
    """Copy objects from one repository to another with the compression they have; present ones stay."""
    missing = target.missing(ids)
    if not missing:
        return
    with tempfile.TemporaryFile() as wanted:
        wanted.writelines(map(_checked, missing))
        wanted.seek(0)
        packing = source.start("pack-objects", "--stdout", "-q", "--delta-base-offset", stdin=wanted)
        indexing = target.start("index-pack", "--stdin", stdin=packing.stdout)
        indexing.stdout.read()
        source.finish(packing)
        target.finish(indexing)


def _output(
    runner: git.Git,
    path: Path,
    arguments: tuple[str, ...],
    stdin: IO[bytes] | None = None,
    protocols: str = "none",
) -> bytes:
    try:
        return runner.execute(
            _command(*arguments),
            istream=cast("BinaryIO | None", stdin),
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            env=_environment(protocols),
        )
    except GitCommandNotFound as error:
        raise GitError(
            f"{path}: git cannot be run here: is it installed, and does the folder exist?"
        ) from error
    except GitCommandError as error:
        raise GitError(f"{path}: {_words(error)}") from error


def _environment(protocols: str) -> dict[str, str]:
    return {**_ENVIRONMENT, "GIT_ALLOW_PROTOCOL": protocols}


def _command(*arguments: str) -> list[str]:
    """Where the caller has GIT_* of its own, which GitPython would pass on, ``env`` takes them away."""
    kept = {*_environment(""), *_TRUST}
    foreign = [name for name in os.environ if name.startswith("GIT_") and name not in kept]
    without = ["env", *(word for name in foreign for word in ("-u", name))] if foreign else []
    configuration = [word for setting in _CONFIGURATION for word in ("-c", setting)]
    return [*without, "git", *configuration, *arguments]


def _words(error: GitCommandError) -> str:
    """What git said, in one line; never the long command."""
    words = str(error.stderr).strip().removeprefix("stderr:").strip().strip("'").strip()
    return " ".join(words.split()) or f"git ended with status {error.status}"


def _checked(blob: str) -> bytes:
    if not _OBJECT_ID.fullmatch(blob):
        raise GitError(f"{blob!r} is no object id")
    return blob.encode() + b"\n"


def _object(stream: IO[bytes], path: Path) -> tuple[list[bytes], bytes | None]:
    """An answer of ``cat-file --batch``: the words of its first line, and the bytes if there are any.

    The line is "id type size", with the bytes and a line end after it; else it says what is wrong.
    """
    head = stream.readline().split()
    if len(head) != 3 or not head[2].isdigit():
        return head, None
    size = int(head[2])
    content = stream.read(size + 1)
    if len(content) != size + 1:
        raise GitError(f"{path}: object {head[0].decode()} is cut short: the repository is damaged")
    return head, content[:-1]


def _unreadable(path: Path, name: str, head: list[bytes]) -> GitError:
    reason = head[-1].decode() if head else "it is damaged"
    return GitError(f"{path}: object {name} cannot be read: {reason}")


def _fields(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands between NUL bytes."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _commits(fields: Iterator[bytes]) -> Iterator[Commit]:
    """Four fields a commit, then an empty one, then a pair for each file: ":modes ids status", path."""
    head: list[bytes] = []
    files: list[FileChange] = []
    for field in fields:
        if field.lstrip(b"\n").startswith(b":") and len(head) == 4:
            files.append(_file_change(field, next(fields)))
        elif field or len(head) in (1, 3):  # a root has no parents, a message may be empty
            if len(head) == 4:
                yield _commit(head, files)
                head, files = [], []
            head.append(field)
    if len(head) == 4:
        yield _commit(head, files)


def _commit(head: list[bytes], files: list[FileChange]) -> Commit:
    name, parents, authored, message = (part.decode("utf-8", "replace") for part in head)
    return Commit(name.strip(), tuple(parents.split()), int(authored or 0), message, tuple(files))


def _file_change(field: bytes, path: bytes) -> FileChange:
    _, mode, before, after, status = field.lstrip(b"\n").decode().split()
    return FileChange(status[0], os.fsdecode(path), before, after, mode)
