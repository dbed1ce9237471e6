"""Redlines printed and facts read ahead of the first reader, in a process that yields to all others.

    python -m tracker.site.warming HOME

Printing a long redline takes a tenth of a second; what is kept is shown in a fraction of that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from tracker.site.kept import Kept
from tracker.site.store import Row, Store
from tracker.site.texts import GitArchive, NoTextError, Texts
from tracker.site.views.facts import standing
from tracker.site.views.redlined import is_short, redline_key, redlined


@contextmanager
def warming(home: Path) -> Iterator[None]:
    """Print redlines in the background for as long as the block lasts."""
    command = [sys.executable, "-m", "tracker.site.warming", str(home)]
    worker = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()


def warm(folder: Path, wanted: Callable[[], bool] = lambda: True) -> int:
    """Read the facts of every policy, then print the long redlines of steps, unless they are kept.

    Goes on as long as it is wanted; says how many redlines were made.
    """
    store = Store(folder / "policies.db")
    texts = Texts(GitArchive(folder / "policies.git"), Kept(folder / "redlines.db"))
    made = 0
    for policy, commit in takewhile(lambda _: wanted(), store.newest_commits()):
        standing(store, texts.kept, policy, commit)
    for newer in takewhile(lambda _: wanted(), store.steps_newest_first()):
        older: Row = {
            "version": newer["previous"],
            "commit_hash": newer["previous_commit"],
            "words": newer["previous_words"],
        }
        if is_short(older, newer):
            continue
        rows = store.changes_of(newer["version"])
        if texts.kept.has(redline_key(newer["policy"], older, newer, rows, False)):
            continue
        with suppress(NoTextError):
            redlined(store, texts, newer["policy"], older, newer, rows, False)
            made += 1
    return made


if __name__ == "__main__":
    os.nice(19)
    server = os.getppid()
    warm(Path(sys.argv[1]) / "archive", wanted=lambda: os.getppid() == server)
