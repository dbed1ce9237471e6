"""Two blocks that are one, compared within: a pure function of their texts, and so remembered.

A policy that goes back and forth between two texts, and most do, meets the same two blocks again and again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker import blocks
from tracker.align.lcs import readable, without_islands
from tracker.align.sentences import Pool, Stretch, pair_in_order
from tracker.align.spans import equal_ends
from tracker.align.tokens import Codes, Tokens, tokens
from tracker.model import Span
from tracker.remembering import remember

REMEMBERED = 1 << 12
"""Pairs of blocks."""
LONGEST_REMEMBERED = 6_000
"""Characters of both together."""
FEW_CHARACTERS = 60

_TARGET = re.compile(r"(\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+\))")
"""The target of a link or picture."""


class Inside(NamedTuple):
    """What two blocks have in common, and their sentences that found no partner; offsets into the blocks."""

    spans: Sequence[Span]
    left_a: Sequence[Stretch]
    left_b: Sequence[Stretch]


def within(old: str, new: str) -> Inside:
    """Two blocks that are one, sentence by sentence and word by word."""
    return _recalled(old, new) if len(old) + len(new) <= LONGEST_REMEMBERED else _within(old, new)


def _within(old: str, new: str) -> Inside:
    by_links = _between_targets(old, new)
    if by_links is not None:
        return Inside(by_links, (), ())
    if _is_small(old, new):
        return Inside(same_words(old, new, (0, len(old)), (0, len(new)), Codes()), (), ())
    pairs, left_a, left_b = pair_in_order(_pool(old), _pool(new))
    codes = Codes()
    spans = [span for one, other in pairs for span in same_words(old, new, one, other, codes)]
    return Inside(spans, left_a, left_b)


_recalled = remember(REMEMBERED)(_within)


def _pool(text: str) -> Pool:
    return Pool(text, blocks.sentences(text, 0, len(text)))


def _is_small(one: str, other: str) -> bool:
    """True if two blocks differ in a few words at one place, so that sentences need not be told apart."""
    head, tail = equal_ends(one, other)
    return max(len(one), len(other)) - head - tail <= FEW_CHARACTERS


def _between_targets(old: str, new: str) -> list[Span] | None:
    """The spans of two blocks that differ in nothing but the targets of links; None if in more."""
    if "](" not in old:
        return None
    pieces_a, pieces_b = _TARGET.split(old), _TARGET.split(new)
    if pieces_a[::2] != pieces_b[::2]:
        return None
    spans: list[Span] = []
    at_a = at_b = 0
    for one, other in zip(pieces_a, pieces_b, strict=True):
        same = len(one) if one == other else _same_address(one, other)
        spans.append((at_a, at_a + same, at_b))
        if one != other:
            spans.append((at_a + len(one) - 1, at_a + len(one), at_b + len(other) - 1))
        at_a, at_b = at_a + len(one), at_b + len(other)
    return [span for span in spans if span[0] < span[1]]


def _same_address(one: str, other: str) -> int:
    """How many characters of two targets are the same address up to its query or anchor; else the bracket."""
    for mark in "?#":
        address = one.partition(mark)[0]
        if address == other.partition(mark)[0] and len(address) < min(len(one), len(other)):
            return len(address)
    return 2


def same_words(old: str, new: str, one: Stretch, other: Stretch, codes: Codes) -> list[Span]:
    """The spans of two stretches that are one, word by word."""
    (start_a, end_a), (start_b, end_b) = one, other
    head, tail = equal_ends(old[start_a:end_a], new[start_b:end_b])
    spans = [(start_a, start_a + head, start_b), (end_a - tail, end_a, end_b - tail)]
    if start_a + head < end_a - tail and start_b + head < end_b - tail:
        a = tokens(old, start_a + head, end_a - tail, codes)
        b = tokens(new, start_b + head, end_b - tail, codes)
        for i, j, n in without_islands(readable(a.codes, b.codes), len(a.codes), len(b.codes)):
            spans += _span(old, new, a, b, i, j, n)
    return [span for span in spans if span[0] < span[1]]


def _span(old: str, new: str, a: Tokens, b: Tokens, i: int, j: int, n: int) -> list[Span]:
    """A run of equal tokens as one span; as one for each token where the white space between them differs."""
    start, end, at = a.starts[i], a.ends[i + n - 1], b.starts[j]
    if old[start:end] == new[at : b.ends[j + n - 1]]:
        return [(start, end, at)]
    return [(a.starts[i + k], a.ends[i + k], b.starts[j + k]) for k in range(n)]
