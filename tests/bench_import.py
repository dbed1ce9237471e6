"""What an import costs, as ratios to plain git over the same history, taken in one run.

    python tests/bench_import.py [BUNDLE ...]

CPU is user and system time of this process and every git it starts.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.archive import Adoption, Archive, Recording, Snapshot, adopt
from tracker.importers import opened

BUNDLE = Path(__file__).parents[1] / ".." / "shared" / "corpora" / "pga-versions.bundle"
LIMIT_CPU = 3.0
LIMIT_SIZE = 1.2
LIMIT_COMMIT = 0.060


def main(bundle: Path) -> int:
    """Measure, print a table, and return 1 when a limit is passed."""
    if not bundle.exists():
        print(f"{bundle}: absent, nothing measured")
        return 0
    with TemporaryDirectory(prefix="bench-import-") as folder:
        clone = Path(folder, "clone.git")
        git(Path(folder), "init", "--quiet", "--bare", str(clone))
        git(clone, "fetch", "--quiet", str(bundle.resolve()), "refs/heads/*:refs/heads/*")
        plain = cpu(lambda: exported(clone, Path(folder, "plain.git")))
        archive = Path(folder, "policies.git")
        ours = cpu(lambda: imported(bundle, archive))
        again = cpu(lambda: imported(bundle, archive))
        sizes = packed(archive) / packed(clone)
        busy = used()
        p95 = one_more(archive)
        busy = used() - busy
    rows = [
        (
            "import: CPU to git fast-export | fast-import",
            ours / plain,
            LIMIT_CPU,
            f"{ours:.1f} s to {plain:.1f} s",
        ),
        ("import: size to the bundle's repository", sizes, LIMIT_SIZE, ""),
        ("import again, nothing new: CPU to the same", again / plain, LIMIT_CPU, f"{again:.1f} s"),
        ("one more version: p95, seconds", p95, LIMIT_COMMIT, f"wall; {busy * 10:.0f} ms of CPU each"),
    ]
    for name, value, limit, note in rows:
        print(f"{name:50} {value:8.3f}  limit {limit:5.2f}  {'ok' if value <= limit else 'OVER'}  {note}")
    return int(any(value > limit for _, value, limit, _ in rows))


def exported(source: Path, target: Path) -> None:
    git(source.parent, "init", "--quiet", "--bare", str(target))
    with subprocess.Popen(
        ["git", "-C", str(source), "fast-export", "--all"], stdout=subprocess.PIPE
    ) as export:
        subprocess.run(["git", "-C", str(target), "fast-import", "--quiet"], stdin=export.stdout, check=True)


def imported(bundle: Path, archive: Path) -> Adoption:
    with opened(str(bundle), archive.parent / "sources") as source, Archive.open(archive, create=True) as to:
        adoption = adopt(to, source)
        to.tidy()
        return adoption


def one_more(path: Path) -> float:
    """95th percentile of recording one version of one policy, with its writer opened and closed."""
    taken: list[float] = []
    with Archive.open(path) as archive:
        policies = archive.policies()
        for number in range(100):
            at = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(hours=number)
            text = f"Version {number}\n\n" + "A sentence of a policy.\n" * 500
            begun = time.perf_counter()
            with archive.writer() as writer:
                policy = policies[number % len(policies)]
                writer.record(Recording(policy, text, at, Snapshot(f"<p>{text}".encode(), "html")))
                writer.publish()
            taken.append(time.perf_counter() - begun)
    return sorted(taken)[94]


def cpu(work: Callable[[], object]) -> float:
    before = used()
    work()
    return used() - before


def used() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def packed(repository: Path) -> int:
    """Bytes of all files of a repository's object store."""
    return sum(file.stat().st_size for file in (repository / "objects").rglob("*") if file.is_file())


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(max([main(bundle) for bundle in map(Path, sys.argv[1:])] or [main(BUNDLE)]))
