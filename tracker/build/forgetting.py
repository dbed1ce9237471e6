"""What the engine remembers of lines, kept within bounds however many lines a build meets.

The next version of a policy has mostly the lines of the one before, so remembering them saves most of the
reading; the lines of policies long done only take room. Nothing said depends on what is remembered.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from tracker import assess, remembering

WITHIN = 150_000
"""Findings remembered in all, at some 600 bytes each, while a policy is told."""
BETWEEN = 50_000
"""The same when it is done: few of its lines stand in the next."""


def forget_policy() -> None:
    """Let go of the texts of a policy that is done, and of its lines when they are many."""
    assess.forget()
    remembering.forget_beyond(BETWEEN)


def forget_lines() -> None:
    """Let go of what was said of lines, when it is much already while a policy is told."""
    remembering.forget_beyond(WITHIN)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cycles to collect a tenth as often: readings have none, and a look goes through them all."""
    before = gc.get_threshold()
    gc.set_threshold(10_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
