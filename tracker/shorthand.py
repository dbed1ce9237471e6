"""A version's outline and the step to it in shorthand: with the texts at hand, all of it again.

A page that shows a comparison need not read and compare the texts anew. What the tables tell of the changes
(significance, reason, tags) is left out here.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from tracker.model import Change, Comparison, EditOp, FactChange, Section
from tracker.sections import own_keys, slug

Sections = tuple[Section, ...]

_OPS: tuple[EditOp, ...] = ("equal", "delete", "insert")
HEADING = 400
"""Characters from the start of a section in which its heading is looked for."""

_TERSE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def pack(text: str, outline: Sections, comparison: Comparison | None, older: Sections = ()) -> bytes:
    """The outline of a text, and how it came from the older one with that outline, if it did."""
    told: list[Any] = [_labels(outline, text)]
    if comparison is not None:
        before, after = comparison.agreed or (older, outline)
        told += [
            _others(before, older),
            _others(after, outline),
            _runs(comparison.pairs),
            _changes(comparison.changes, before, after),
            [[f.kind, f.section, f.label, f.before, f.after] for f in comparison.facts],
        ]
    return zlib.compress(_TERSE.encode(told).encode("utf-8", "surrogatepass"), 9)


def outline(packed: bytes, text: str) -> Sections:
    """The sections of the text."""
    return _sections(_unpacked(packed)[0], text)


def step(packed: bytes, older: bytes, old: str, new: str) -> tuple[Sections, Sections, Comparison] | None:
    """Both outlines and the comparison, but for what the tables tell of it; None where none is kept.

    ``older`` is what was packed of the older text; ``old`` and ``new`` are the texts.
    """
    told = _unpacked(packed)
    if len(told) == 1:
        return None
    labels, before, after, pairs, changes, facts = told
    older_outline, newer_outline = outline(older, old), _sections(labels, new)
    agreed = (
        tuple(Section(*label) for label in before) if before else older_outline,
        tuple(Section(*label) for label in after) if after else newer_outline,
    )
    comparison = Comparison(
        tuple(_change(change, agreed, old, new) for change in changes),
        (),
        tuple((i + k, j + k) for i, j, length in pairs for k in range(length)),
        facts=tuple(FactChange(*fact) for fact in facts),
        agreed=agreed,
    )
    return older_outline, newer_outline, comparison


def _unpacked(packed: bytes) -> list[Any]:
    told: list[Any] = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return told


# --- outlines -----------------------------------------------------------------------------------------


def _labels(outline: Sections, text: str) -> list[list[Any]]:
    """The outline in columns; what follows from the text or from the other columns is not said again."""
    starts = [s.start for s in outline]
    return [
        [s.level for s in outline],
        [s.path for s in outline],
        [b - a for a, b in pairwise([0, *starts])],
        [part for s in outline for part in _heading(s, text)],
        [s.number for s in outline],
        [0 if s.key == slug(s.heading) else s.key for s in outline],
    ]


def _heading(section: Section, text: str) -> tuple[int | str | None, int]:
    """Where the heading begins, from the start of the section, and its length; else its words and 0."""
    heading = section.heading
    at = text.find(heading, section.start, section.start + HEADING) if heading else -1
    return (heading, 0) if heading is None or at < 0 else (at - section.start, len(heading))


def _sections(labels: Sequence[Any], text: str) -> Sections:
    levels, paths, steps, headed, numbers, keys = labels
    starts = list(accumulate(steps))
    ends = [*starts[1:], len(text)][: len(starts)]
    found: list[Section] = []
    for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
        at, length = headed[2 * k : 2 * k + 2]
        heading = text[start + at : start + at + length] if length else at
        key = slug(heading) if keys[k] == 0 else keys[k]
        found.append(Section(paths[k], key, numbers[k], heading, levels[k], start, end))
    return tuple(found)


def _others(agreed: Sections, outline: Sections) -> list[list[Any]] | None:
    """The outline that was agreed on under the keys of the reading's own; None when it is the same."""
    if [(s.start, s.heading) for s in agreed] == [(s.start, s.heading) for s in outline]:
        return None
    return [
        [s.path, key, s.number, s.heading, s.level, s.start, s.end]
        for s, key in zip(agreed, own_keys(agreed, outline), strict=True)
    ]


# --- changes ------------------------------------------------------------------------------------------


def _runs(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Pairs that go on side by side, as (first, first, how many)."""
    runs: list[list[int]] = []
    for i, j in pairs:
        if runs and (i, j) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1][2] += 1
        else:
            runs.append([i, j, 1])
    return runs


def _changes(changes: Iterable[Change], before: Sections, after: Sections) -> list[list[Any]]:
    old, new = ({(s.start, s.path): k for k, s in enumerate(side)} for side in (before, after))
    return [
        [
            change.kind,
            [old[s.start, s.path] for s in change.before],
            [new[s.start, s.path] for s in change.after],
            [len(text) * len(_OPS) + _OPS.index(op) for op, text in change.edits],
            change.cause,
            change.moved,
        ]
        for change in changes
    ]


def _change(told: Sequence[Any], agreed: tuple[Sections, Sections], old: str, new: str) -> Change:
    kind, before_at, after_at, lengths, cause, moved = told
    before = tuple(agreed[0][k] for k in before_at)
    after = tuple(agreed[1][k] for k in after_at)
    words = "".join(old[s.start : s.end] for s in before), "".join(new[s.start : s.end] for s in after)
    spans = tuple((start, end, at) for start, end, at in moved)
    return Change(kind, before, after, tuple(_edits(lengths, *words)), cause=cause, moved=spans)


def _edits(lengths: Iterable[int], old: str, new: str) -> Iterable[tuple[EditOp, str]]:
    """The edits of a change, from the words of its sections before and after."""
    at_old = at_new = 0
    for told in lengths:
        length, number = divmod(told, len(_OPS))
        op = _OPS[number]
        yield op, old[at_old : at_old + length] if op != "insert" else new[at_new : at_new + length]
        at_old += length if op != "insert" else 0
        at_new += length if op != "delete" else 0
