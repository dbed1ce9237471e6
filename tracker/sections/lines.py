"""Blocks seen as lines that might be headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.blocks import exact_key, visible
from tracker.blocks.characters import BLANK, BULLETS
from tracker.model import Block
from tracker.sections.numbering import Label, label

Mark = Literal["atx", "setext", "bold", "bullet", "none"]

LONGEST = 200
"""Characters beyond which a line without a heading mark is not looked at."""
LONGEST_MARKED = 300
"""Visible characters beyond which even a marked line is a paragraph."""

_ATX = re.compile(rf"(?:>\s?)?(?:[{re.escape(BULLETS)}]\s+|\d{{1,3}}[.)]\s+)?(\#{{1,6}})(?:\s|\u200b|$|\[)")
_UNDERLINE = re.compile(r"(={2,}|-{2,})$")
_BOLD = re.compile(
    r"[_*]?(?:\(?\w{1,4}(?:\\?\.\w{1,3}){0,4}\\?[.)]?\s+|§\s?\d+\s+)?[_*]?"
    r"(?:(?:\*\*|__)(?:(?!\*\*|__).){1,250}(?:\*\*|__)[_*]?\s*){1,6}+[:.?]?[_*]?$"
)
_BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A block as it might be a heading; ``seen`` is empty when it is too long to be one."""

    block: int
    """Index of the block."""
    seen: str
    """The visible words, white space collapsed."""
    label: Label | None
    words: str
    """The visible words after the label."""
    mark: Mark
    rank: int
    """1 to 6 for marks of that level, 7 for bold, 8 for none, 9 for a bullet."""
    size: int
    """Characters of the block's body."""
    gap: int
    """Blank lines before it."""
    kind: str
    indent: int
    first: str
    """The body's first character."""
    last: str
    """The body's last character."""


def read_lines(text: str, blocks: Sequence[Block]) -> list[Line]:
    """All blocks of a text as lines, in order."""
    breaks = "\n" if "\n" in text else "\r"
    lines: list[Line] = []
    gap = 9
    end = len(blocks) - 1
    for i, block in enumerate(blocks):
        under = blocks[i + 1] if i < end and blocks[i + 1].kind == "rule" else None
        lines.append(read_line(text, i, block, under, gap))
        gap = text.count(breaks, block.body_end, block.end) - 1
    return lines


def read_line(text: str, index: int, block: Block, under: Block | None, gap: int) -> Line:
    """A block as a line; ``under`` is the rule right after it, if any."""
    start, end = block.body_start, block.body_end
    if _is_too_long(text, block):
        return _unread(text, index, block, gap)
    body = text[start:end]
    mark, rank = _mark(text, body, block, under)
    if mark == "none" and end - start > LONGEST and "](" not in body:
        return _unread(text, index, block, gap)
    seen = exact_key(visible(body)).strip(BLANK)
    if not seen or len(seen) > LONGEST_MARKED:
        return _unread(text, index, block, gap)
    numbered = label(seen)
    words = seen[numbered.words_at :].strip(BLANK) if numbered else seen
    ends = seen[0], seen[-1]
    return Line(index, seen, numbered, words, mark, rank, len(seen), gap, block.kind, _indent(block), *ends)


def _unread(text: str, index: int, block: Block, gap: int) -> Line:
    """A block that cannot be a heading: only its size, its label and its ends are known."""
    start, end = block.body_start, block.body_end
    numbered = label(text[start : start + 12].replace("\\", "")) if block.kind in ("text", "item") else None
    first, last = text[start : start + 1], text[max(start, end - 1) : end]
    return Line(index, "", numbered, "", "none", 8, end - start, gap, block.kind, _indent(block), first, last)


def _indent(block: Block) -> int:
    return min(block.body_start - block.start, 40)


def _is_too_long(text: str, block: Block) -> bool:
    if block.kind in ("rule", "row", "fence"):
        return True
    long = block.body_end - block.body_start > LONGEST
    return long and block.kind in ("text", "quote") and not _may_be_short(text, block)


def _may_be_short(text: str, block: Block) -> bool:
    """True for a long block whose visible words might be few: a marked one, or one with link targets."""
    head = text[block.body_start]
    return head in "#>*" or (
        block.body_end - block.body_start < 900 and "](" in text[block.body_start : block.body_end]
    )


def _mark(text: str, body: str, block: Block, under: Block | None) -> tuple[Mark, int]:
    if "#" in body[:12] and (atx := _ATX.match(body)):
        return "atx", len(atx[1])
    if under and block.kind in ("text", "item") and len(body) < 1_000 and _underlines(text, block, under):
        return "setext", 1 if text[under.body_start] == "=" else 2
    if ("**" in body or "__" in body) and len(body) < 600 and _BOLD.match(body):
        return "bold", 7
    if block.kind == "item" and _BULLET.match(body):
        return "bullet", 9
    return "none", 8


def _underlines(text: str, block: Block, under: Block) -> bool:
    between = text[block.body_end : under.body_start].replace("\r\n", "\n").strip(" \t")
    return between in ("\n", "\r") and bool(_UNDERLINE.match(text[under.body_start : under.body_end]))
