"""Since when each sentence stands: one pass over a history, through moves and rewording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from tracker import blocks
from tracker.assess import difference, read
from tracker.model import Reading, Span, Version

_SAME = 0.6
"""A sentence is still the one before when this share of its characters comes from it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the newest text with the version it first stood in."""

    start: int
    end: int
    since: Version
    touched: Version | None = None
    """The last version that reworded it; None when it stands as it was first written."""


def blame(versions: Iterable[Version]) -> tuple[Sentence, ...]:
    """The sentences of the newest version, oldest version first in ``versions``.

    A capture that went wrong is passed over: what it lacked was not gone from the policy. An upgrade reads an
    old page anew, so what it brings stands since the version it re-reads.
    """
    standing: tuple[Sentence, ...] = ()
    before: Reading | None = None
    newest: Version | None = None
    for version in versions:
        reading = read(version.text)
        if before is None or newest is None or (newest.kind == "edition" != version.kind):
            standing = tuple(Sentence(start, end, version) for start, end in _sentences(reading))
        else:
            comparison = difference(before, reading)
            if comparison.significance == "capture":
                continue
            first = newest if version.kind == "upgrade" else version
            standing = _followed(standing, reading, comparison.spans, first)
        before, newest = reading, version
    return standing


def _sentences(reading: Reading) -> list[tuple[int, int]]:
    """The sentences of a text without the white space around them."""
    text = reading.text
    found: list[tuple[int, int]] = []
    for block in reading.blocks:
        for start, end in blocks.sentences(text, block.body_start, block.body_end):
            words = text[start:end].strip()
            if words:
                lead = start + len(text[start:end]) - len(text[start:end].lstrip())
                found.append((lead, lead + len(words)))
    return found


def _followed(
    older: tuple[Sentence, ...], reading: Reading, spans: tuple[Span, ...], version: Version
) -> tuple[Sentence, ...]:
    """Each sentence of the newer text traced to the one it comes from."""
    starts = [sentence.start for sentence in older]
    told: list[Sentence] = []
    at = 0
    for start, end in _sentences(reading):
        while at < len(spans) and _end(spans[at]) <= start:
            at += 1
        told.append(_traced(start, end, older, starts, spans, at, version))
    return tuple(told)


def _traced(
    start: int, end: int, older: tuple[Sentence, ...], starts: list[int], spans: tuple[Span, ...], at: int,
    version: Version,
) -> Sentence:  # fmt: skip
    kept: dict[int, int] = {}
    while at < len(spans) and spans[at][2] < end:
        old_start, old_end, new_start = spans[at]
        first = old_start + max(start - new_start, 0)
        last = min(old_end, old_start + end - new_start)
        for index in range(max(bisect_right(starts, first) - 1, 0), bisect_right(starts, last - 1)):
            shared = min(last, older[index].end) - max(first, older[index].start)
            if shared > 0:
                kept[index] = kept.get(index, 0) + shared
        at += 1
    if not kept or sum(kept.values()) < _SAME * (end - start):
        return Sentence(start, end, version)
    source = older[max(kept, key=lambda index: (kept[index], -index))]
    whole = max(kept.values()) == end - start == source.end - source.start
    return Sentence(start, end, source.since, source.touched if whole else version)


def _end(span: Span) -> int:
    return span[2] + span[1] - span[0]
