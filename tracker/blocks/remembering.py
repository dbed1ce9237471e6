"""Remembering what was read of a line: the next version of a policy has mostly the same lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import TypeVar

LINES = 1 << 13
"""How many lines are remembered: those of the longest policies, so that a long build stays small."""
LONGEST = 2_000
"""Characters beyond which nothing is remembered of a line."""

T = TypeVar("T")


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """A pure function of a line that remembers what it said of the last short ones."""
    recall = lru_cache(maxsize=LINES)(read)

    @wraps(read)
    def remembering(text: str) -> T:
        return recall(text) if len(text) <= LONGEST else read(text)

    return remembering


def each_remembered(recall: Callable[[str], T], read: Callable[[str], T], lines: Sequence[str]) -> list[T]:
    """What is said of each line, short ones by ``recall``, which remembers, long ones by ``read``."""
    if not lines or max(map(len, lines)) <= LONGEST:
        return list(map(recall, lines))
    return [recall(line) if len(line) <= LONGEST else read(line) for line in lines]
