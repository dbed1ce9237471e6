"""Spans: (old start, old end, new start), a stretch of the old text that stands in the new one."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import Span

STRIDE = 64
"""Characters compared at once."""


def tidy(old: str, new: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order of the new text, grown over equal text beside them, touching ones joined."""
    whole = joined(sorted(spans, key=lambda span: span[2]))
    return tuple(joined(_grown_before(old, new, _grown_after(old, new, whole))))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of the new text, those that touch in both texts made one."""
    whole: list[Span] = []
    first, end, at = 0, 0, 0
    for a, b, c in spans:
        if a == end and c - at == a - first:
            end = b
            continue
        if end > first:
            whole.append((first, end, at))
        first, end, at = a, b, c
    return [*whole, (first, end, at)] if end > first else whole


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
    """How many characters beside ``i`` and ``j`` are equal, up to where a word ends in both texts."""
    n = 0
    while n < most:
        size = min(STRIDE, most - n)
        one, other = _beside(old, i, n, size, step), _beside(new, j, n, size, step)
        same = equal_head(one, other, size)
        n += same
        if same < size:
            break
    if n <= 0 or (_is_edge(old, i + n * step) and _is_edge(new, j + n * step)):
        return max(n, 0)
    equal = _beside(old, i, 0, n, step)
    return 1 + max(equal.rfind(space) for space in " \n\t")


def _beside(text: str, at: int, skip: int, size: int, step: int) -> str:
    """So many characters after ``at`` (read backwards before it, when step is -1), some skipped."""
    if step > 0:
        return text[at + skip : at + skip + size]
    return text[at - skip - size : at - skip][::-1]


def _is_edge(text: str, at: int) -> bool:
    """True where white space, or the text, begins or ends."""
    return at in (0, len(text)) or text[at - 1].isspace() or text[at].isspace()


def equal_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two stretches share at the beginning and at the end, cut back to white space."""
    most = min(len(old), len(new))
    head = equal_head(old, new, most)
    if head < len(old) or head < len(new):
        head = max(old.rfind(space, 0, head) for space in " \n\t") + 1
    tail = equal_tail(old, new, most - head)
    if head + tail < len(old) or head + tail < len(new):
        ends = [old.find(space, len(old) - tail) for space in " \n\t"]
        tail = len(old) - min((end for end in ends if end >= 0), default=len(old))
    return head, tail


def equal_head(old: str, new: str, most: int) -> int:
    """How many characters two texts share at the beginning, ``most`` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def equal_tail(old: str, new: str, most: int) -> int:
    """How many characters two texts share at the end, ``most`` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
