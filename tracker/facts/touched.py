"""Which whole lines of two texts the edits of a change touch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracker.model import Change, Section


class Piece(NamedTuple):
    """Words taken out and words put in at one place, as offsets into the older and the newer text."""

    removed: tuple[int, int]
    added: tuple[int, int]


class Touched(NamedTuple):
    """Whole lines around pieces that share a line: where they stood before and stand after."""

    before: tuple[int, int]
    after: tuple[int, int]
    pieces: tuple[Piece, ...]


def touched(change: Change) -> tuple[Touched, ...]:
    """The lines a change touches, in order of place; offsets are into the two whole texts."""
    before = "".join(text for op, text in change.edits if op != "insert")
    after = "".join(text for op, text in change.edits if op != "delete")
    was, now = _Places(change.before), _Places(change.after)
    return tuple(
        Touched(
            was.span(old),
            now.span(new),
            tuple(Piece(was.span(piece.removed), now.span(piece.added)) for piece in pieces),
        )
        for old, new, pieces in _grouped(before, after, _pieces(change))
    )


class _Places:
    """Offsets into the joined text of some sections, turned into offsets into the whole text."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._starts: list[int] = []
        self._shifts: list[int] = []
        at = 0
        for section in sections:
            self._starts.append(at)
            self._shifts.append(section.start - at)
            at += section.end - section.start

    def span(self, joined: tuple[int, int]) -> tuple[int, int]:
        start, end = joined
        if not self._starts:
            return joined
        shift = self._shifts[bisect_right(self._starts, start) - 1]
        return start + shift, end + shift


def _pieces(change: Change) -> Iterator[Piece]:
    old = new = 0
    old_from = new_from = 0
    for op, text in change.edits:
        if op == "equal":
            if (old_from, new_from) != (old, new):
                yield Piece((old_from, old), (new_from, new))
            old, new = old + len(text), new + len(text)
            old_from, new_from = old, new
        elif op == "delete":
            old += len(text)
        else:
            new += len(text)
    if (old_from, new_from) != (old, new):
        yield Piece((old_from, old), (new_from, new))


def _grouped(
    before: str, after: str, pieces: Iterable[Piece]
) -> list[tuple[tuple[int, int], tuple[int, int], list[Piece]]]:
    """Pieces that share a line, together, with the whole lines they stand in before and after."""
    groups: list[tuple[tuple[int, int], tuple[int, int], list[Piece]]] = []
    for piece in pieces:
        old, new = _whole_lines(before, after, piece)
        if groups and (old[0] < groups[-1][0][1] or new[0] < groups[-1][1][1]):
            last_old, last_new, together = groups.pop()
            together.append(piece)
            groups.append(((last_old[0], old[1]), (last_new[0], new[1]), together))
        else:
            groups.append((old, new, [piece]))
    return groups


def _whole_lines(before: str, after: str, piece: Piece) -> tuple[tuple[int, int], tuple[int, int]]:
    """The piece widened to whole lines; equal text around it makes both sides widen alike."""
    (old_from, old_to), (new_from, new_to) = piece.removed, piece.added
    if old_from > 0 and before[old_from - 1] != "\n":
        old_from = before.rfind("\n", 0, old_from) + 1
        new_from = after.rfind("\n", 0, new_from) + 1
    if not (_ends_line(before, old_to) and _ends_line(after, new_to)):
        old_to = _line_end(before, old_to)
        new_to = _line_end(after, new_to)
    return (old_from, old_to), (new_from, new_to)


def _ends_line(text: str, at: int) -> bool:
    return at in (0, len(text)) or text[at - 1] == "\n"


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
