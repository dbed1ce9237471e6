"""What is equal, deleted and inserted from some sections to others, readable word by word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.align.tokens import UNSPACED
from tracker.compare.chain import heaviest_chain
from tracker.model import Edit, Section, Span

_LONE = re.compile(r"\W*\w{0,3}\W*")
"""An equality that only interrupts the reader when it stands between two edits."""
_LONGEST_LONE = 8

_LETTER = rf"[^\W{UNSPACED}]"
_GLUE_BEFORE = re.compile(rf"(?:{_LETTER}+[.,'’@/:-])*{_LETTER}+[.,'’@/:-]?\Z")
_GLUE_AFTER = re.compile(rf"[.,'’@/:-]?{_LETTER}+(?:[.,'’@/:-]{_LETTER}+)*")
_WORDY = re.compile(_LETTER)
_LONGEST_GLUE = 60


@dataclass(slots=True)
class Step:
    """An equal stretch and the change before it."""

    deleted: str
    inserted: str
    equal: str


class Stretches:
    """Some sections of one text, put end to end."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.ranges: list[tuple[int, int]] = []
        for section in sections:
            if self.ranges and self.ranges[-1][1] == section.start:
                self.ranges[-1] = (self.ranges[-1][0], section.end)
            else:
                self.ranges.append((section.start, section.end))
        order = sorted(range(len(self.ranges)), key=lambda k: self.ranges[k])
        offsets = [0]
        for start, end in self.ranges:
            offsets.append(offsets[-1] + end - start)
        self._sorted = [(*self.ranges[k], offsets[k]) for k in order]
        self._starts = [start for start, _, _ in self._sorted]

    def text(self, whole: str) -> str:
        return "".join(whole[start:end] for start, end in self.ranges)

    def within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The parts of ``start`` to ``end`` that lie in the sections, as (start, end, offset end to end)."""
        parts = []
        for k in range(max(0, bisect_right(self._starts, start) - 1), len(self._sorted)):
            low, high, offset = self._sorted[k]
            if low >= end:
                break
            first, last = max(low, start), min(high, end)
            if first < last:
                parts.append((first, last, offset + first - low))
        return parts

    def touching(self, spans: Sequence[Span]) -> list[Span]:
        """The spans, in order of this text, that touch one of the ranges."""
        found: list[Span] = []
        at = 0
        for low, high, _ in self._sorted:
            first = bisect_right(spans, low, key=lambda span: span[2]) - 1
            last = bisect_left(spans, high, key=lambda span: span[2])
            found += spans[max(first, at) : last]
            at = max(at, last)
        return found


@dataclass(frozen=True, slots=True)
class Piece:
    """A span cut to some sections: where it lies in the texts, and in the sections put end to end."""

    span: Span
    before: int
    after: int

    @property
    def length(self) -> int:
        return self.span[1] - self.span[0]


def edits(
    old: str, new: str, before: Sequence[Section], after: Sequence[Section], spans: Sequence[Span]
) -> tuple[tuple[Edit, ...], list[Span]]:
    """The edits, and the spans between these sections that do not keep their order.

    Equal and deleted joined are the text of ``before``, equal and inserted that of ``after``.
    """
    a, b = Stretches(before), Stretches(after)
    text_a, text_b = a.text(old), b.text(new)
    if text_a == text_b:
        return ((("equal", text_a),) if text_a else ()), []
    pieces = _shared(a, b, spans)
    chain = heaviest_chain([p.before for p in pieces], [p.length for p in pieces])
    steps = _steps(text_a, text_b, [pieces[k] for k in chain])
    kept = set(chain)
    return _told(_readable(steps)), [p.span for k, p in enumerate(pieces) if k not in kept]


def _shared(a: Stretches, b: Stretches, spans: Sequence[Span]) -> list[Piece]:
    """The spans from ``a`` to ``b``, cut to them, in order of ``b``."""
    pieces = []
    for start, end, at in b.touching(spans):
        for first, last, offset_b in b.within(at, at + end - start):
            shift = start - at
            for low, high, offset_a in a.within(first + shift, last + shift):
                span = (low, high, low - shift)
                pieces.append(Piece(span, offset_a, offset_b + low - shift - first))
    return sorted(pieces, key=lambda piece: piece.after)


def _steps(old: str, new: str, kept: list[Piece]) -> list[Step]:
    steps = []
    at_old = at_new = 0
    for piece in kept:
        start, at, n = piece.before, piece.after, piece.length
        steps.append(Step(old[at_old:start], new[at_new:at], old[start : start + n]))
        at_old, at_new = start + n, at + n
    return [*steps, Step(old[at_old:], new[at_new:], "")]


def _readable(steps: list[Step]) -> list[Step]:
    """Edits that touch made one, lone short equalities swallowed, words never cut."""
    out = [steps[0]]
    for step in steps[1:]:
        last = out[-1]
        changed = step.deleted or step.inserted
        if not changed or (_is_lone(last) and step.deleted and step.inserted):
            equal = last.equal if changed else ""
            if changed:
                last.deleted += equal + step.deleted
                last.inserted += equal + step.inserted
                last.equal = step.equal
            else:
                last.equal += step.equal
        else:
            out.append(step)
    _snap(out)
    return [s for s in out if s.deleted or s.inserted or s.equal]


def _is_lone(step: Step) -> bool:
    """True if the equality after a replacement is too short to help a reader."""
    return bool(
        step.deleted and step.inserted and len(step.equal) <= _LONGEST_LONE and _LONE.fullmatch(step.equal)
    )


def _snap(steps: list[Step]) -> None:
    """Words that an edit cuts are taken into the edit whole."""
    for k, step in enumerate(steps):
        if not step.deleted and not step.inserted:
            continue
        if k and _begins_in_word(step):
            glue = _GLUE_BEFORE.search(steps[k - 1].equal[-_LONGEST_GLUE:])
            _take_before(steps[k - 1], step, glue[0] if glue else "")
        if _ends_in_word(step):
            after = _GLUE_AFTER.match(step.equal[:_LONGEST_GLUE])
            _take_after(step, after[0] if after else "")


def _begins_in_word(step: Step) -> bool:
    return any(_WORDY.match(text[:1]) for text in (step.deleted, step.inserted))


def _ends_in_word(step: Step) -> bool:
    return any(_WORDY.match(text[-1:]) for text in (step.deleted, step.inserted))


def _take_before(last: Step, step: Step, glue: str) -> None:
    last.equal = last.equal[: len(last.equal) - len(glue)]
    step.deleted, step.inserted = glue + step.deleted, glue + step.inserted


def _take_after(step: Step, glue: str) -> None:
    step.equal = step.equal[len(glue) :]
    step.deleted, step.inserted = step.deleted + glue, step.inserted + glue


def _told(steps: list[Step]) -> tuple[Edit, ...]:
    told: list[Edit] = []
    deleted = inserted = ""
    for step in steps:
        deleted, inserted = deleted + step.deleted, inserted + step.inserted
        if not step.equal:
            continue
        told += _changed(deleted, inserted)
        told.append(("equal", step.equal))
        deleted = inserted = ""
    return tuple(told + _changed(deleted, inserted))


def _changed(deleted: str, inserted: str) -> list[Edit]:
    edits: list[Edit] = []
    if deleted:
        edits.append(("delete", deleted))
    if inserted:
        edits.append(("insert", inserted))
    return edits
