"""A change cut into spots: the lines that differ, as they stood before and as they stand after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.facts.touched import Piece, touched
from tracker.model import Change
from tracker.significance.ground import Ground, Place


@dataclass(frozen=True)
class Spot:
    """Whole lines around pieces that stand close together. Offsets are into the two texts."""

    older: Ground
    newer: Ground
    before: tuple[int, int]
    after: tuple[int, int]
    pieces: tuple[Piece, ...]
    """What was taken out and put in, in order."""

    @property
    def same(self) -> bool:
        """True when not a character differs."""
        return self.older.reading.text[slice(*self.before)] == self.newer.reading.text[slice(*self.after)]

    @cached_property
    def old_places(self) -> tuple[Place, ...]:
        return tuple(self.older.places(*self.before))

    @cached_property
    def new_places(self) -> tuple[Place, ...]:
        return tuple(self.newer.places(*self.after))

    @cached_property
    def one_sided(self) -> bool:
        """True when the lines of one side are all blank."""
        texts = self.older.reading.text, self.newer.reading.text
        return not texts[0][slice(*self.before)].strip() or not texts[1][slice(*self.after)].strip()

    @property
    def lone(self) -> Iterator[Place]:
        """The lines of both sides, read one by one."""
        yield from self.older.places(*self.before)
        yield from self.newer.places(*self.after)

    @cached_property
    def gone(self) -> tuple[Place, ...]:
        """Lines before that have no line with the same words, label, targets and images after."""
        return tuple(_without(self.old_places, self.new_places))

    @cached_property
    def come(self) -> tuple[Place, ...]:
        """Lines after that have no line with the same words, label, targets and images before."""
        return tuple(_without(self.new_places, self.old_places))


def _identity(place: Place) -> tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...]]:
    one = place.line
    return (one.labels, one.key, one.targets, one.images)


def _without(these: Sequence[Place], those: Sequence[Place]) -> Iterator[Place]:
    there = Counter(map(_identity, those))
    for one in these:
        if there[_identity(one)] > 0:
            there[_identity(one)] -= 1
        else:
            yield one


def cut(older: Ground, newer: Ground, change: Change) -> tuple[Spot, ...]:
    """The spots of a change, in order of place."""
    return tuple(Spot(older, newer, lines.before, lines.after, lines.pieces) for lines in touched(change))
