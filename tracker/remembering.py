"""Remembering what was said of a line: the next version of a policy has mostly the same lines.

Nothing said depends on what is remembered, so whoever works through many policies may ``forget_beyond``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import ParamSpec, Protocol, TypeVar, cast

LINES = 1 << 13
"""How many lines are remembered: those of the longest policies, so that a long build stays small."""
LONGEST = 2_000
"""Characters beyond which nothing is remembered of a line."""

P = ParamSpec("P")
T = TypeVar("T")


class _Memory(Protocol):
    def cache_info(self) -> tuple[int, int, int | None, int]: ...

    def cache_clear(self) -> None: ...


_memories: list[_Memory] = []


def remember(most: int = LINES) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A decorator: a pure function that remembers its last ``most`` findings, until they are forgotten."""

    def remembering(find: Callable[P, T]) -> Callable[P, T]:
        recall = lru_cache(maxsize=most)(find)
        _memories.append(recall)
        return cast(Callable[P, T], recall)

    return remembering


def held() -> int:
    """How many findings are remembered in all; some 600 bytes each."""
    return sum(memory.cache_info()[3] for memory in _memories)


def forget_beyond(most: int) -> None:
    """Let go of everything remembered when it is more than so many findings."""
    if held() > most:
        for memory in _memories:
            memory.cache_clear()


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """A pure function of a line that remembers what it said of the last short ones."""
    recall = remember()(read)

    @wraps(read)
    def remembering(text: str) -> T:
        return recall(text) if len(text) <= LONGEST else read(text)

    return remembering


def each_remembered(recall: Callable[[str], T], read: Callable[[str], T], lines: Sequence[str]) -> list[T]:
    """What is said of each line, short ones by ``recall``, which remembers, long ones by ``read``."""
    if not lines or max(map(len, lines)) <= LONGEST:
        return list(map(recall, lines))
    return [recall(line) if len(line) <= LONGEST else read(line) for line in lines]
