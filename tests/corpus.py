"""Real consecutive versions of policies, read from the git histories that lie beside the repository."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tqdm import tqdm

from tracker.assess import difference, read
from tracker.compare import rebuild

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


# --- make corpus -------------------------------------------------------------------------------------

REPORT = Path(__file__).parents[1] / "docs" / "corpus-report.json"
EVERY = 10
"""Of the modifications every so manieth is compared."""
SHOWN = 25
"""So many pairs whose label changed are listed."""

Report = dict[str, Any]


def report_of(name: str, repository: Path) -> Report:
    """What the engine says of a collection: counts, and the significance of each pair by its commit."""
    significance: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    labels: dict[str, str] = {}
    exact = 0
    some = steps(repository)[::EVERY]
    for step, old, new in tqdm(pairs(repository, some), desc=name, total=len(some), disable=None):
        comparison = difference(read(old), read(new))
        significance[comparison.significance] += 1
        kinds.update(change.kind for change in comparison.changes)
        labels[f"{step.commit[:10]} {step.path}"] = comparison.significance
        exact += rebuild(old, new, comparison) == new
    return {
        "pairs": len(labels), "exact": exact, "significance": dict(sorted(significance.items())),
        "changes": dict(sorted(kinds.items())), "labels": labels,
    }  # fmt: skip


def differences(before: Report, now: Report) -> list[str]:
    """What was gained and lost against the last report, in lines."""
    lines = [f"  exact rebuilds: {now['exact']} of {now['pairs']}"]
    for table in ("significance", "changes"):
        for key in sorted({*before.get(table, {}), *now[table]}):
            was, has = before.get(table, {}).get(key, 0), now[table].get(key, 0)
            lines.append(f"  {key:12} {has:6}  {has - was:+d}" if was != has else f"  {key:12} {has:6}")
    changed = [
        f"  {was} -> {now['labels'][pair]}: {pair}"
        for pair, was in before.get("labels", {}).items()
        if now["labels"].get(pair, was) != was
    ]
    more = [f"  and {len(changed) - SHOWN} more"] if len(changed) > SHOWN else []
    return [*lines, f"  {len(changed)} pairs changed their label", *changed[:SHOWN], *more]


def main() -> None:
    """Run the engine over the collections and print what changed since the committed report.

    ``--write`` makes what was found the report to compare with.
    """
    last = json.loads(REPORT.read_text()) if REPORT.exists() else {}
    found: dict[str, Report] = {}
    with tempfile.TemporaryDirectory() as folder:
        for bundle in sorted(CORPORA.glob("*.bundle")):
            name = bundle.name.removesuffix("-versions.bundle")
            repository = Path(folder) / name
            subprocess.run(["git", "clone", "-q", "--bare", str(bundle), str(repository)], check=True)
            found[name] = report_of(name, repository)
            print("\n".join([name, *differences(last.get(name, {}), found[name])]))
    if "--write" in sys.argv:
        REPORT.write_text(json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
