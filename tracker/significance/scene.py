"""The scene of a change: all that a rule may look at beside the words it judges."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tracker.facts.touched import Piece
from tracker.model import Span
from tracker.significance.ground import Ground, Place
from tracker.significance.plain import Line, key, line

_ENTRIES = 3
"""Entries beside one of a table of contents."""


@dataclass(frozen=True)
class Scene:
    """All that a rule may look at: both texts, what was kept, what is restless, what was renamed."""

    older: Ground
    newer: Ground
    spans: tuple[Span, ...] = ()
    renames: tuple[tuple[str, str], ...] = ()
    restless: frozenset[str] = frozenset()

    @cached_property
    def _old_kept(self) -> list[tuple[int, int]]:
        return sorted((start, end) for start, end, _ in self.spans)

    @cached_property
    def _new_kept(self) -> list[tuple[int, int]]:
        return sorted((at, at + end - start) for start, end, at in self.spans)

    def stands_elsewhere(self, piece: Piece) -> bool:
        """True when all words of a piece were only moved: the spans cover them."""
        gone = _covered(self.older.reading.text, piece.removed, self._old_kept)
        return gone and _covered(self.newer.reading.text, piece.added, self._new_kept)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """The headings that both texts have, and those that both texts lack a section for are not among."""
        old, new = (
            {line(s.heading).key for s in ground.reading.sections if s.heading}
            for ground in (self.older, self.newer)
        )
        return frozenset(old & new)

    def heads_both(self, one: Line) -> bool:
        """True when the words of a line head a section in both texts."""
        return one.key in self._titles

    def lists_titles(self, place: Place) -> bool:
        """True for an item among others that all name sections of both texts: one of a table of contents."""
        if place.heads or not (place.line.marked or place.line.labels) or not self.heads_both(place.line):
            return False
        return sum(map(self.heads_both, place.ground.beside(place.start, 4 * _ENTRIES))) >= _ENTRIES

    def kept(self, place: Place, span: tuple[int, int]) -> bool:
        """True when all words of a stretch of the place's text stand in the other text too."""
        kept = self._new_kept if place.ground is self.newer else self._old_kept
        return _covered(place.ground.reading.text, span, kept)

    def heading_across(self, place: Place, offset: int) -> str:
        """The heading of the section in which kept words of the place's text stand in the other text."""
        forward = place.ground is self.older
        other = self.newer if forward else self.older
        for start, end, at in self.spans:
            here, there = (start, at) if forward else (at, start)
            if here <= offset < here + end - start:
                return other.heading_over(there + offset - here)
        return ""


def _covered(text: str, piece: tuple[int, int], kept: list[tuple[int, int]]) -> bool:
    at, end = piece
    index = max(0, bisect_right(kept, (at, len(text) + 1)) - 1)
    while at < end:
        while index < len(kept) and kept[index][1] <= at:
            index += 1
        start = kept[index][0] if index < len(kept) else end
        if key(text[at : max(at, min(start, end))]):
            return False
        if index >= len(kept):
            return True
        at = max(at, kept[index][1])
    return True
