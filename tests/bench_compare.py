"""What a comparison costs against other tools, in one run over the same real pairs: ``make bench``.

CPU time of this process and of git. Ratios are what counts: they hold on a loaded machine too.
"""

from __future__ import annotations

import difflib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from diff_match_patch import diff_match_patch

from tests.corpus import CORPORA, pairs, steps
from tests.reading import outlined
from tracker.compare import compare

EVERY = 60
SLOW_EVERY = 20
"""Of the pairs so every manieth is given to diff-match-patch, which takes long."""

Pair = tuple[str, str]


def main() -> None:
    found = [pair for bundle in sorted(CORPORA.glob("*.bundle")) for pair in _pairs_of(bundle)]
    if not found:
        sys.exit(f"no bundles in {CORPORA}: nothing to measure")
    ours = _compared(found)
    slow = found[::SLOW_EVERY]
    rivals = [
        ("difflib on lines", _seconds(_difflib_lines, found), sum(ours)),
        ("git diff --word-diff", _git_word_diff(found), sum(ours)),
        ("diff-match-patch (no time limit)", _seconds(_characters, slow), sum(ours[::SLOW_EVERY])),
    ]
    ours.sort()
    print(f"{len(found)} pairs, readings cached: mean {1000 * statistics.mean(ours):.1f} ms, "
          f"median {1000 * statistics.median(ours):.1f} ms, "
          f"99 of 100 within {1000 * ours[len(ours) * 99 // 100]:.0f} ms")  # fmt: skip
    for name, seconds, own in rivals:
        print(f"{name:34} {seconds:8.2f} s CPU, ours {own:.2f} s: ratio {own / seconds:.2f}")


def _pairs_of(bundle: Path) -> list[Pair]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "-q", "--bare", str(bundle), folder], check=True)
        return [(old, new) for _, old, new in pairs(Path(folder), steps(Path(folder))[::EVERY])]


def _compared(found: list[Pair]) -> list[float]:
    times = []
    for old, new in found:
        a, b = outlined(old), outlined(new)
        started = time.process_time()
        compare(a, b)
        times.append(time.process_time() - started)
    return times


def _seconds(work: Callable[[str, str], object], found: list[Pair]) -> float:
    started = time.process_time()
    for old, new in found:
        work(old, new)
    return time.process_time() - started


def _difflib_lines(old: str, new: str) -> object:
    return difflib.SequenceMatcher(None, old.splitlines(), new.splitlines()).get_opcodes()


def _characters(old: str, new: str) -> object:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(old, new)


def _git_word_diff(found: list[Pair]) -> float:
    """CPU seconds of git and its children: a process for each pair, as a user would call it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        for old, new in found:
            files = [os.path.join(folder, name) for name in ("old", "new")]
            for file, text in zip(files, (old, new), strict=True):
                Path(file).write_text(text)
            subprocess.run(
                ["git", "diff", "--no-index", "--word-diff=porcelain", *files], stdout=subprocess.DEVNULL
            )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
