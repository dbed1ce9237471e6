"""Cutting a text into blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tracker.blocks.characters import BLANK, BULLETS
from tracker.model import Block, BlockKind
from tracker.remembering import each_remembered, remember

LONGEST_JOIN = 4_000
"""Characters after which no further line is joined to a block, so that no text becomes one block."""

FEWEST_JOINS = 8
"""Lines that must look wrapped before a text is taken to be hard-wrapped."""

_KIND = re.compile(
    rf"""
      (?P<row>\|)
    | (?P<quote>>)
    | (?P<rule>(?:[-*_=](?:[ \t])?){{3,}}+$ | [-=]{{2,}}+$)
    | (?P<item>[{re.escape(BULLETS)}](?=\s)
        | \(?(?:\d{{1,3}}(?:\\?\.\d{{1,3}}){{0,5}}|[a-zA-Z]|[ivxlIVXL]{{1,6}})\\?[.)](?=\s) )
    """,
    re.VERBOSE,
)
_KINDS: dict[str | None, BlockKind] = {
    "row": "row", "quote": "quote", "rule": "rule", "item": "item",
}  # fmt: skip
_FENCES = ("```", "~~~")
_BEGINS_ANEW = re.compile(r"#{1,6}\s|§|\*\*|__|\d+(?:\.\d+)+\s|\d+\s[A-Z]|[A-ZÀ-Ý][\w]{2,9}\s\d+\b")


class Line(NamedTuple):
    """A non-blank line, or several joined."""

    start: int
    body_start: int
    body_end: int
    kind: BlockKind
    gap: int
    """Blank lines between this line and the one before."""


def cut(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order: its non-blank lines, hard-wrapped lines joined; they tile the text.

    Each block takes in the blank space after it, the first one also the blank space before it. A text that is
    only blank is one block without a body; the empty text has none.
    """
    lines = _fenced(text, _lines(text))
    if not lines:
        return (Block(0, len(text), "text", 0, 0),) if text else ()
    near = _nearest(lines)
    width = _wrap_width(text, lines, near)
    if width:
        lines = _joined(text, lines, width, near)
    starts = [0, *(line.start for line in lines[1:]), len(text)]
    return tuple(
        Block(start, end, kind, body_start, body_end)
        for start, end, (_, body_start, body_end, kind, _) in zip(starts, starts[1:], lines, strict=False)
    )


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 0
    raws = text.splitlines(keepends=True)
    starts = accumulate(map(len, raws), initial=0)
    for start, shape in zip(starts, each_remembered(_shape, _measured, raws), strict=False):
        if shape is None:
            gap += 1
            continue
        lead, size, kind = shape
        body = start + lead
        lines.append(Line(start, body, body + size, kind, gap))
        gap = 0
    return lines


def _measured(raw: str) -> tuple[int, int, BlockKind] | None:
    """Blank characters before a line's body, characters of the body, and its kind; None for a blank line."""
    tail = raw.lstrip(BLANK)
    if not tail:
        return None
    body = tail.rstrip(BLANK)
    kind = _KIND.match(body)
    return len(raw) - len(tail), len(body), _KINDS[kind.lastgroup] if kind else "text"


_shape = remember()(_measured)


def _fenced(text: str, lines: list[Line]) -> list[Line]:
    """The lines with those of closed code fences marked; a fence that is never closed is only a line."""
    if "```" not in text and "~~~" not in text:
        return lines
    opened: int | None = None
    for i, line in enumerate(lines):
        if not text.startswith(_FENCES, line.body_start):
            continue
        if opened is None:
            opened = i
        else:
            lines[opened : i + 1] = [each._replace(kind="fence") for each in lines[opened : i + 1]]
            opened = None
    return lines


def _nearest(lines: Sequence[Line]) -> int:
    """The smallest usual number of blank lines between lines: texts taken from a PDF have one everywhere."""
    gaps = Counter(line.gap for line in lines[1:])
    return min((gap for gap, count in gaps.items() if count * 10 >= len(lines)), default=0)


def _wrap_width(text: str, lines: Sequence[Line], near: int) -> float:
    """The width at which a text is hard-wrapped, in characters; 0 if it is not.

    A wrapped line is about as long as the next word allows, and the next line goes on in small letters.
    """
    pairs = [
        (before, line)
        for before, line in pairwise(lines)
        if line.gap <= near and line.kind == "text" and before.kind in ("text", "item", "quote")
    ]
    if len(pairs) < FEWEST_JOINS:
        return 0
    lengths = sorted(before.body_end - before.start for before, _ in pairs)
    width = lengths[len(lengths) * 19 // 20]
    if not 40 <= width <= 160 or _longest_lines(lines) > 2 * width:
        return 0
    full = [line for before, line in pairs if _is_full(text, before, line, width)]
    lower = sum(text[line.body_start].islower() for line in full)
    wrapped = len(full) >= FEWEST_JOINS and len(full) >= 0.6 * len(pairs) and lower >= 0.35 * len(full)
    return width if wrapped else 0


def _longest_lines(lines: Sequence[Line]) -> int:
    """The length under which 95 of 100 lines stay."""
    lengths = sorted(line.body_end - line.body_start for line in lines)
    return lengths[len(lengths) * 19 // 20]


def _is_full(text: str, line: Line, after: Line, width: float) -> bool:
    """True if the first word of the next line would not have fitted on this one."""
    space = text.find(" ", after.body_start, after.body_end)
    word = (space if space >= 0 else after.body_end) - after.body_start
    return line.body_end - line.start + 1 + word > 0.85 * width


def _is_broken_off(text: str, line: Line, after: Line, width: float) -> bool:
    """True if a line more than half full ends in no stop and the next goes on in small letters."""
    long = line.body_end - line.start > 0.55 * width
    return long and text[after.body_start].islower() and text[line.body_end - 1] not in ".:;!?"


def _joined(text: str, lines: Sequence[Line], width: float, near: int) -> list[Line]:
    joined = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        top = joined[-1]
        if (
            line.gap <= near
            and _continues(text, last, line, width)
            and line.body_end - top.body_start <= LONGEST_JOIN
        ):
            joined[-1] = top._replace(body_end=line.body_end)
        else:
            joined.append(line)
        last = line
    return joined


def _continues(text: str, last: Line, line: Line, width: float) -> bool:
    return (
        line.kind == "text"
        and last.kind in ("text", "item", "quote")
        and not text.startswith("  ", last.body_end)
        and (_is_full(text, last, line, width) or _is_broken_off(text, last, line, width))
        and not _BEGINS_ANEW.match(text, line.body_start)
    )
