"""Runs of words that are left on both sides after sentences were paired: parts of sentences that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.align.lcs import Run
from tracker.align.tokens import Codes, Tokens, tokens
from tracker.model import Span

SHORTEST = 8
"""Tokens that must follow each other before words found elsewhere are taken to be the same text."""


def left_runs(old: str, new: str, spans: Sequence[Span], codes: Codes) -> Iterator[Span]:
    """Spans for the longest runs of tokens that stand once in what is left of each text."""
    left_a = _left(old, sorted((start, end) for start, end, _ in spans))
    left_b = _left(new, [(at, at + end - start) for start, end, at in spans])
    if not left_a or not left_b:
        return
    a, b = _tokens(old, left_a, codes, "a"), _tokens(new, left_b, codes, "b")
    for i, j, n in _runs(a.codes, b.codes):
        for k in range(n):
            yield a.starts[i + k], a.ends[i + k], b.starts[j + k]


def _left(text: str, covered: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that are not covered, but those too short to hold a run."""
    at = 0
    left = []
    for start, end in [*covered, (len(text), len(text))]:
        if start - at >= 2 * SHORTEST and (text.count(" ", at, start) >= 2 or not text[at:start].isascii()):
            left.append((at, start))
        at = end
    return left


def _tokens(text: str, left: Iterable[tuple[int, int]], codes: Codes, side: str) -> Tokens:
    """The tokens of some stretches; a code of its own stands between two stretches."""
    all_codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in left:
        found = tokens(text, start, end, codes)
        if len(found.codes) >= SHORTEST:
            all_codes += [found.codes, codes[f"\n{side}{start}"]]
            starts += [*found.starts, end]
            ends += [*found.ends, end]
    return Tokens("".join(all_codes), starts, ends)


def _runs(a: str, b: str) -> list[Run]:
    """The longest common runs that do not overlap, found where a shingle stands once on both sides."""
    if not a or not b:
        return []
    places_a, places_b = _shingles(a), _shingles(b)
    found = []
    reach: dict[int, int] = {}
    for shingle, j in places_b.items():
        i = places_a.get(shingle, -1)
        if i < 0 or j < 0 or reach.get(j - i, -1) > j:
            continue
        run = _extended(a, b, i, j)
        reach[j - i] = run[1] + run[2]
        found.append(run)
    return _without_overlaps(found)


def _shingles(codes: str) -> dict[str, int]:
    """Where each shingle stands, -1 if more than once."""
    places: dict[str, int] = {}
    for k in range(len(codes) - SHORTEST + 1):
        shingle = codes[k : k + SHORTEST]
        places[shingle] = -1 if shingle in places else k
    return places


def _extended(a: str, b: str, i: int, j: int) -> Run:
    end = SHORTEST
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
        end += 1
    start = 0
    while i + start > 0 and j + start > 0 and a[i + start - 1] == b[j + start - 1]:
        start -= 1
    return i + start, j + start, end - start


def _without_overlaps(runs: list[Run]) -> list[Run]:
    """Longest first; what a longer one took is cut off the shorter."""
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for i, j, n in sorted(runs, key=lambda run: (-run[2], run)):
        free = [k for k in range(n) if i + k not in used_a and j + k not in used_b]
        for start, length in _stretches(free):
            if length >= SHORTEST:
                kept.append((i + start, j + start, length))
                used_a.update(range(i + start, i + start + length))
                used_b.update(range(j + start, j + start + length))
    return kept


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Consecutive numbers as (first, how many)."""
    start = 0
    for k in range(1, len(numbers) + 1):
        if k == len(numbers) or numbers[k] != numbers[k - 1] + 1:
            yield numbers[start], k - start
            start = k
