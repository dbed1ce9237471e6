"""What a build costs, as ratios to plain git over the same history, taken in one run.

    python tests/bench_build.py [BUNDLE ...]

CPU is user and system time of a process and all it starts; memory is the peak of the largest process.
"""

from __future__ import annotations

import json
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


def main(bundle: Path) -> int:
    """Measure, print a table, and return 1 when a limit is passed."""
    if not bundle.exists():
        print(f"{bundle}: absent, nothing measured")
        return 0
    with TemporaryDirectory(prefix="bench-build-") as name:
        folder = Path(name)
        clone, archive = folder / "clone.git", folder / "policies.git"
        git(folder, "clone", "--quiet", "--bare", str(bundle.resolve()), str(clone))
        imported(bundle, archive)
        plain = measured(["git", "-C", str(clone), "log", "-p", "--all"])
        whole = built(archive, folder / "whole.db")
        half = built(halved(archive, folder / "half.git"), folder / "half.db")
        two = built(archive, folder / "two.db", "--jobs=2")
        step = one_more(archive, folder / "whole.db")
    rows = [
        ("build from scratch: CPU to git log -p", whole["cpu"] / plain["cpu"], LIMIT_CPU),
        ("memory, MB", whole["memory"], LIMIT_MEMORY),
        ("memory to that of half the history", whole["memory"] / half["memory"], LIMIT_GROWTH),
        ("database, KB a version", whole["size"] / whole["versions"] / 1e3, LIMIT_SIZE),
        ("two processes: wall time to that of one", two["wall"] / whole["wall"], LIMIT_TWO),
        ("one more version: p95, seconds", step, LIMIT_STEP),
    ]
    print(f"{whole['versions']:.0f} versions, {whole['cpu']:.1f} s; git log -p {plain['cpu']:.2f} s")
    for title, value, limit in rows:
        print(f"{title:45} {value:8.3f}  limit {limit:6.2f}  {'ok' if value <= limit else 'OVER'}")
    return int(any(value > limit for _, value, limit in rows))


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


def built(archive: Path, database: Path, *options: str) -> dict[str, float]:
    """One build in a process of its own: versions, CPU and wall seconds, peak MB, bytes of the database."""
    costs = measured([sys.executable, __file__, "--build", str(archive), str(database), *options])
    with closing(sqlite3.connect(database)) as connection:
        versions = connection.execute("select count(*) from versions").fetchone()[0]
    return {**costs, "versions": versions, "size": database.stat().st_size}


def measured(command: list[str]) -> dict[str, float]:
    """CPU and wall seconds and peak MB of a command and what it starts."""
    watch = [sys.executable, __file__, "--watch", *command]
    costs: dict[str, float] = json.loads(subprocess.run(watch, check=True, capture_output=True).stderr)
    return costs


def watched(command: list[str]) -> None:
    """Run a command in a process that starts nothing else, and tell its costs on stderr."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - begun
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    costs = {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "memory": usage.ru_maxrss / 1024}
    print(json.dumps(costs), file=sys.stderr)


def one_more(path: Path, database: Path) -> float:
    """95th percentile of recording one version and telling it, commit included, a reader looking on."""
    taken: list[float] = []
    with Archive.open(path) as archive, closing(sqlite3.connect(database)) as reader:
        reader.execute("select count(*) from versions").fetchone()
        policies = archive.policies()
        for number in range(STEPS):
            policy = policies[number * 7 % len(policies)]
            before = archive.latest(policy)
            assert before is not None
            at = before.fetched_at + timedelta(days=1)
            text = f"{archive.text(before.version)}\n\nSentence {number} has come.\n"
            begun = time.perf_counter()
            with archive.writer() as writer:
                writer.record(Recording(policy, text, at, Snapshot(text.encode(), "txt")))
            assert build(archive, database).versions == 1
            taken.append(time.perf_counter() - begun)
    return sorted(taken)[int(STEPS * 0.95)]


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
        sys.exit(max([main(bundle) for bundle in map(Path, sys.argv[1:])] or [main(BUNDLE)]))
