"""Remembering what was read of a line: the next version of a policy has mostly the same lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

LINES = 1 << 16
"""How many lines are remembered."""
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
