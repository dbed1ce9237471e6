"""What the engine remembers of lines, kept within bounds however many lines a build meets.

The next version of a policy has mostly the lines of the one before, so remembering them saves most of the
reading; the lines of policies long done only take room. Nothing said depends on what is remembered.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache

from tracker import assess

WITHIN = 150_000
"""Findings remembered in all, at some 600 bytes each, while a policy is told."""
BETWEEN = 50_000
"""The same when it is done: few of its lines stand in the next."""


def forget_policy() -> None:
    """Let go of the texts of a policy that is done, and of its lines when they are many."""
    assess.forget()
    forget_beyond(BETWEEN)


def forget_beyond(most: int = WITHIN) -> None:
    """Let go of everything remembered when it is more than so many findings."""
    memories = _memories()
    if sum(memory.cache_info().currsize for memory in memories) > most:
        for memory in memories:
            memory.cache_clear()


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cycles to collect a tenth as often: readings have none, and a look goes through them all."""
    before = gc.get_threshold()
    gc.set_threshold(10_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@cache
def _memories() -> tuple[_lru_cache_wrapper[object], ...]:
    """The memories of the package's functions, found where Python keeps track of them.

    Those made inside a call go with it; those of one value, or without bound, hold tables and not texts.
    """
    # a list first: a tuple in the making is among the objects itself, and another thread may hold it
    return tuple(
        [
            found
            for found in gc.get_objects()
            if isinstance(found, _lru_cache_wrapper)
            and found.__wrapped__.__module__.startswith("tracker.")
            and "<locals>" not in found.__wrapped__.__qualname__
            and (found.cache_parameters()["maxsize"] or 0) > 1
        ]
    )
