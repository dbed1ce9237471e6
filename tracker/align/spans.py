"""Spans: (old start, old end, new start), a stretch of the old text that stands in the new one."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import Span


def tidy(old: str, new: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order of the new text, grown over equal white space, touching ones joined."""
    ordered = sorted(spans, key=lambda span: span[2])
    grown = _grown(old, new, ordered)
    joined: list[Span] = []
    for start, end, at in grown:
        last = joined[-1] if joined else None
        if last and last[1] == start and last[2] + last[1] - last[0] == at:
            joined[-1] = (last[0], end, last[2])
        elif end > start:
            joined.append((start, end, at))
    return tuple(joined)


def _grown(old: str, new: str, spans: list[Span]) -> list[Span]:
    """Each span grown over white space: first after it, then before it, as far as no other span reaches."""
    starts_old = {span[0] for span in spans}
    starts_new = {span[2] for span in spans}
    grown = [(a, _after(old, new, (a, b, c), starts_old, starts_new), c) for a, b, c in spans]
    ends_old = {b for _, b, _ in grown}
    ends_new = {c + b - a for a, b, c in grown}
    return [_before(old, new, span, ends_old, ends_new) for span in grown]


def _after(old: str, new: str, span: Span, starts_old: set[int], starts_new: set[int]) -> int:
    a, end, c = span
    at = c + end - a
    while (
        end < len(old) and at < len(new) and old[end] == new[at] and old[end].isspace()
        and end not in starts_old and at not in starts_new
    ):  # fmt: skip
        end, at = end + 1, at + 1
    return end


def _before(old: str, new: str, span: Span, ends_old: set[int], ends_new: set[int]) -> Span:
    start, end, at = span
    while (
        start > 0 and at > 0 and old[start - 1] == new[at - 1] and old[start - 1].isspace()
        and start not in ends_old and at not in ends_new
    ):  # fmt: skip
        start, at = start - 1, at - 1
    return start, end, at
