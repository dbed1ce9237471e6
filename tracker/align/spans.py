"""Spans: (old start, old end, new start), a stretch of the old text that stands in the new one."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import Span


def tidy(old: str, new: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order of the new text, grown over equal text beside them, touching ones joined."""
    grown = _grown_before(old, new, _grown_after(old, new, sorted(spans, key=lambda span: span[2])))
    joined: list[Span] = []
    for start, end, at in grown:
        last = joined[-1] if joined else None
        if last and last[1] == start and last[2] + last[1] - last[0] == at:
            joined[-1] = (last[0], end, last[2])
        elif end > start:
            joined.append((start, end, at))
    return tuple(joined)


def _grown_after(old: str, new: str, spans: list[Span]) -> list[Span]:
    """Each span grown to the right over words and white space, as far as no other span stands in the way."""
    next_old = _limits(((a, b) for a, b, _ in spans), len(old))
    limits_new = [*(c for _, _, c in spans[1:]), len(new)]
    grown = []
    for (start, end, at), limit in zip(spans, limits_new, strict=False):
        to = at + end - start
        n = _common(old, new, end, to, min(next_old[start] - end, limit - to), 1)
        grown.append((start, end + n, at))
    return grown


def _grown_before(old: str, new: str, spans: list[Span]) -> list[Span]:
    """Each span grown to the left."""
    ends_old = sorted((a, b) for a, b, _ in spans)
    limits_old = {a: end for (a, _), (_, end) in zip(ends_old, [(0, 0), *ends_old], strict=False)}
    grown = []
    limit = 0
    for start, end, at in spans:
        n = _common(old, new, start, at, min(start - limits_old[start], at - limit), -1)
        grown.append((start - n, end, at - n))
        limit = at + end - start
    return grown


def _limits(stretches: Iterable[tuple[int, int]], size: int) -> dict[int, int]:
    """For the start of each stretch the start of the next one."""
    starts = sorted(start for start, _ in stretches)
    return dict(zip(starts, [*starts[1:], size], strict=False))


def _common(old: str, new: str, i: int, j: int, most: int, step: int) -> int:
    """How many characters beside ``i`` and ``j`` are equal, up to white space or the limit."""
    if most <= 0:
        return 0
    shift = 0 if step > 0 else -1
    n = edge = 0
    while n < most and old[i + shift + n * step] == new[j + shift + n * step]:
        n += 1
        if old[i + shift + (n - 1) * step].isspace():
            edge = n
    return n if n == most else edge
