"""A comparison seen from the other side, and changes put in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.model import Change, ChangeKind, Edit, EditOp, Section, Span

_OPPOSITE: dict[ChangeKind, ChangeKind] = {
    "added": "removed", "removed": "added", "split": "joined", "joined": "split",
}  # fmt: skip
_OTHER_WAY: dict[EditOp, EditOp] = {"equal": "equal", "delete": "insert", "insert": "delete"}
_KINDS: tuple[ChangeKind, ...] = (
    "removed", "added", "moved", "renumbered", "renamed", "split", "joined", "reworded",
)  # fmt: skip


def mirrored_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(((c, c + b - a, a) for a, b, c in spans), key=lambda span: span[2]))


def mirrored_change(change: Change) -> Change:
    return replace(
        change,
        kind=_OPPOSITE.get(change.kind, change.kind),
        before=change.after,
        after=change.before,
        edits=_mirrored_edits(change.edits),
        moved=mirrored_spans(change.moved),
    )


def _mirrored_edits(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits from new to old; of two that touch, the deletion stands first here too."""
    turned = [(_OTHER_WAY[op], text) for op, text in edits]
    for k in range(1, len(turned)):
        if turned[k - 1][0] == "insert" and turned[k][0] == "delete":
            turned[k - 1], turned[k] = turned[k], turned[k - 1]
    return tuple(turned)


def in_order(changes: Iterable[Change], pairs: Iterable[tuple[Section, Section]]) -> tuple[Change, ...]:
    """Changes in order of the newer text; a section removed stands after the one it followed."""
    starts = sorted((one.start, other.start) for one, other in pairs)

    def place(change: Change) -> tuple[int, int, int, int]:
        kind = _KINDS.index(change.kind)
        if change.after:
            return (change.after[0].start, 0, 0, kind)
        start = change.before[0].start
        k = bisect_left(starts, (start, -1))
        return (starts[k - 1][1] if k else -1, 1, start, kind)

    return tuple(sorted(changes, key=place))
