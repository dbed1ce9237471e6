"""Real consecutive versions of policies, read from the git histories that lie beside the repository."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"


class Step(NamedTuple):
    """One file changed by one commit."""

    commit: str
    path: str
    old_blob: str
    new_blob: str


def steps(repository: Path) -> list[Step]:
    """Every modification of a Markdown file, oldest first."""
    log = _git(repository, "log", "--reverse", "--first-parent", "--raw", "--no-abbrev", "--no-renames",
               "--diff-filter=M", "--format=%H", "-z", "--all", "--", "*.md").split("\0")  # fmt: skip
    found = []
    commit = ""
    fields: list[str] = []
    for piece in log:
        for line in piece.strip("\n").split("\n"):
            if line.startswith(":"):
                fields = line.split()
            elif fields:
                found.append(Step(commit, line, fields[2], fields[3]))
                fields = []
            elif line:
                commit = line
    return found


def pairs(repository: Path, some: Sequence[Step]) -> Iterator[tuple[Step, str, str]]:
    """The older and newer text of steps, read through one ``git cat-file --batch``."""
    command = ["git", "-C", str(repository), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as batch:
        for step in some:
            yield step, _blob(batch, step.old_blob), _blob(batch, step.new_blob)
        batch.communicate()


def _blob(batch: subprocess.Popen[bytes], name: str) -> str:
    assert batch.stdin and batch.stdout
    batch.stdin.write(name.encode() + b"\n")
    batch.stdin.flush()
    size = int(batch.stdout.readline().split()[2])
    return batch.stdout.read(size + 1)[:-1].decode("utf-8", "replace")


def _git(repository: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(repository), *arguments], capture_output=True, check=True, text=True
    ).stdout
