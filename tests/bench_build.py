"""What a build costs, as ratios to plain git over the same history, taken in one run.

    python tests/bench_build.py [--versions N] [BUNDLE ...]

CPU is user and system time of a process and all it starts. Memory is the peak of all processes together, what
they share counted once. With --versions, only the history up to the Nth version is measured.
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.archive import Archive, Recording, Snapshot, adopt
from tracker.build import build
from tracker.importers import opened

BUNDLE = Path(__file__).parents[1] / ".." / "shared" / "corpora" / "pga-versions.bundle"
LIMIT_CPU = 12.0
LIMIT_MEMORY = 350.0
LIMIT_GROWTH = 1.25
LIMIT_SIZE = 15.0
LIMIT_TWO = 0.6
LIMIT_STEP = 0.060
STEPS = 100
GLANCE = 0.2
"""Seconds between two looks at the memory of a process."""

Costs = dict[str, float]


def main(bundle: Path, versions: int | None) -> int:
    """Measure, print each line as it is known, and return 1 when a limit is passed."""
    if not bundle.exists():
        print(f"{bundle}: absent, nothing measured")
        return 0
    with TemporaryDirectory(prefix="bench-build-") as name:
        folder = Path(name)
        clone, archive = folder / "clone.git", folder / "policies.git"
        git(folder, "clone", "--quiet", "--bare", str(bundle.resolve()), str(clone))
        imported(bundle, archive)
        newest = shortened(archive, versions) if versions else "--all"
        plain = measured(["git", "-C", str(clone), "log", "-p", newest])
        return int(any([*whole_and_half(archive, folder, plain), one_more(archive, folder / "whole.db")]))


def whole_and_half(archive: Path, folder: Path, plain: Costs) -> list[bool]:
    """Build it all, in one process and in two, and half of it; whether each limit was passed."""
    whole = built(archive, folder / "whole.db")
    print(f"{whole['versions']:.0f} versions, {whole['cpu']:.1f} s; git log -p {plain['cpu']:.2f} s")
    over = [
        told("build from scratch: CPU to git log -p", whole["cpu"] / plain["cpu"], LIMIT_CPU),
        told("memory, MB", whole["memory"], LIMIT_MEMORY),
        told("database, KB a version", whole["size"] / whole["versions"] / 1e3, LIMIT_SIZE),
    ]
    half = built(halved(archive, folder / "half.git"), folder / "half.db")
    over += [told("memory to that of half the history", whole["memory"] / half["memory"], LIMIT_GROWTH)]
    two = built(archive, folder / "two.db", "--jobs=2")
    print(
        f"two processes: {two['memory']:.0f} MB together, CPU {two['cpu'] / whole['cpu']:.2f} of that of one"
    )
    return [*over, told("two processes: wall time to that of one", two["wall"] / whole["wall"], LIMIT_TWO)]


def told(title: str, value: float, limit: float) -> bool:
    """Print a line of the table; whether the limit was passed."""
    over = value > limit
    print(f"{title:45} {value:8.3f}  limit {limit:6.2f}  {'OVER' if over else 'ok'}", flush=True)
    return over


def shortened(archive: Path, versions: int) -> str:
    """Cut the archive behind this many versions; the commit of its source that the last one came from."""
    with Archive.open(archive) as opened_archive:
        kept = list(opened_archive.history())[:versions]
    git(archive, "update-ref", "refs/heads/main", kept[-1].commit)
    return str(kept[-1].imported_from).rpartition("@")[2]


def imported(bundle: Path, archive: Path) -> None:
    with opened(str(bundle), archive.parent / "sources") as source, Archive.open(archive, create=True) as to:
        adopt(to, source)
        to.tidy()


def halved(archive: Path, copy: Path) -> Path:
    """The archive as it was when it had half its commits."""
    git(archive.parent, "clone", "--quiet", "--bare", "--shared", str(archive), str(copy))
    commits = git(copy, "rev-list", "main").split()
    git(copy, "update-ref", "refs/heads/main", commits[len(commits) // 2])
    return copy


def built(archive: Path, database: Path, *options: str) -> Costs:
    """One build in a process of its own: versions, CPU and wall seconds, peak MB, bytes of the database."""
    costs = measured([sys.executable, __file__, "--build", str(archive), str(database), *options])
    with closing(sqlite3.connect(database)) as connection:
        versions = connection.execute("select count(*) from versions").fetchone()[0]
    return {**costs, "versions": versions, "size": database.stat().st_size}


def measured(command: list[str]) -> Costs:
    """CPU and wall seconds and peak MB of a command and what it starts; Python may keep what it compiles."""
    watch = [sys.executable, __file__, "--watch", *command]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(watch, check=True, capture_output=True, env=environment)
    costs: Costs = json.loads(ran.stderr)
    return costs


def watched(command: list[str]) -> None:
    """Run a command in a process that starts nothing else, and tell its costs on stderr."""
    begun = time.perf_counter()
    memory = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            memory = max(memory, held(running.pid))
            time.sleep(GLANCE)
    if running.returncode:
        sys.exit(f"{command}: ended with status {running.returncode}")
    wall = time.perf_counter() - begun
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    costs = {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "memory": memory}
    print(json.dumps(costs), file=sys.stderr)


def held(process: int) -> float:
    """MB that a process and those it started hold now, what they share counted once; 0 when it has ended."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0.0
    own = sum(int(row.split()[1]) for row in rollup.splitlines() if row.startswith("Pss:"))
    return own / 1024 + sum(held(int(child)) for child in children)


def one_more(path: Path, database: Path) -> bool:
    """What recording one version and telling it costs, commit included, a reader looking on.

    As many before, of other policies, are not counted: a process learns a language when it meets it.
    """
    with Archive.open(path) as archive, closing(sqlite3.connect(database)) as reader:
        reader.execute("select count(*) from versions").fetchone()
        chosen = sorted(archive.policies(), key=lambda policy: policy[::-1])[: 2 * STEPS]
        taken = sorted([step(archive, database, policy) for policy in chosen][len(chosen) // 2 :])
    print(f"{len(taken)} times one more: median {taken[len(taken) // 2]:.3f} s, at most {taken[-1]:.3f} s")
    return told("one more version: p95, seconds of CPU", taken[int(len(taken) * 0.95)], LIMIT_STEP)


def step(archive: Archive, database: Path, policy: str) -> float:
    """Seconds of CPU, git's included, for a policy's newest text with a sentence more."""
    before = archive.latest(policy)
    assert before is not None
    at = before.fetched_at + timedelta(days=1)
    text = f"{archive.text(before.version)}\n\nA sentence has come.\n"
    begun = cpu()
    with archive.writer() as writer:
        writer.record(Recording(policy, text, at, Snapshot(text.encode(), "txt")))
    assert build(archive, database, quiet=True).versions == 1
    return cpu() - begun


def cpu() -> float:
    """Seconds of CPU of this process and of those it started that have ended."""
    mine, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return mine.ru_utime + mine.ru_stime + others.ru_utime + others.ru_stime


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True
    ).stdout


if __name__ == "__main__":
    if sys.argv[1:2] == ["--watch"]:
        watched(sys.argv[2:])
    elif sys.argv[1:2] == ["--build"]:
        with Archive.open(Path(sys.argv[2])) as opened_archive:
            build(opened_archive, Path(sys.argv[3]), jobs=2 if "--jobs=2" in sys.argv else 1)
    else:
        given = sys.argv[1:]
        limit = int(given[1]) if given[:1] == ["--versions"] else None
        bundles = [Path(name) for name in (given[2:] if limit else given)] or [BUNDLE]
        sys.exit(max(main(bundle, limit) for bundle in bundles))
