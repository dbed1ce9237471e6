"""Blocks seen as lines that might be headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tracker.blocks import exact_key, visible
from tracker.blocks.characters import BLANK, BULLETS
from tracker.model import Block
from tracker.remembering import remember
from tracker.sections.numbering import Label, label

Mark = Literal["atx", "setext", "bold", "bullet", "none"]

LONGEST = 200
"""Characters beyond which a line without a heading mark is not looked at."""
BEGINNING = 80
"""Characters of a long item that are looked at: a few words and a colon may head it."""
LONGEST_MARKED = 300
"""Visible characters beyond which even a marked line is a paragraph."""

_ATX = re.compile(rf"(?:>\s?)?(?:[{re.escape(BULLETS)}]\s+|\d{{1,3}}[.)]\s+)?(\#{{1,6}})(?:\s|\u200b|$|\[)")
_UNDERLINE = re.compile(r"(={2,}|-{2,})$")
_BOLD = re.compile(
    r"[_*]?(?:\(?\w{1,4}(?:\\?\.\w{1,3}){0,4}\\?[.)]?\s+|§\s?\d+\s+)?[_*]?"
    r"(?:(?:\*\*|__)(?:(?!\*\*|__).){1,250}(?:\*\*|__)[_*]?\s*){1,6}+[:.?]?[_*]?$"
)
_BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s+(?=\S)")


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What can be said of a line by itself; ``seen`` is empty when it is too long to be a heading.

    Looks are compared as objects, so that what is remembered of one is found quickly.
    """

    seen: str
    """The visible words, white space collapsed."""
    label: Label | None
    words: str
    """The visible words after the label; of a long item only the first ones."""
    mark: Mark
    rank: int
    """1 to 6 for marks of that level, 7 for bold, 8 for none, 9 for a bullet."""
    size: int
    """Characters: visible ones of a line that was read, all of one that was not."""
    kind: str
    """The kind of the block."""
    first: str
    last: str
    """The first and the last character."""


class Line(NamedTuple):
    """A block of a text as it might be a heading."""

    look: Look
    block: int
    """Index of the block."""
    gap: int
    """Blank lines before it."""
    indent: int
    """Characters of white space before it, at most 40."""

    @property
    def seen(self) -> str:
        return self.look.seen

    @property
    def label(self) -> Label | None:
        return self.look.label

    @property
    def words(self) -> str:
        return self.look.words

    @property
    def mark(self) -> Mark:
        return self.look.mark

    @property
    def rank(self) -> int:
        return self.look.rank

    @property
    def size(self) -> int:
        return self.look.size

    @property
    def kind(self) -> str:
        return self.look.kind


def read_lines(text: str, blocks: Sequence[Block]) -> list[Line]:
    """All blocks of a text as lines, in order."""
    breaks = "\n" if "\n" in text else "\r"
    lines: list[Line] = []
    gap = 9
    for i, block in enumerate(blocks):
        ruled = i + 1 < len(blocks) and blocks[i + 1].kind == "rule"
        look = look_at(text, block, _underline(text, blocks, i) if ruled else "")
        indent = block.body_start - block.start
        lines.append(Line(look, i, gap, indent if indent < 40 else 40))
        gap = text.count(breaks, block.body_end, block.end) - 1
    return lines


def read_line(text: str, blocks: Sequence[Block], i: int) -> Line:
    """Block ``i`` as a line, whatever stands before it."""
    return Line(look_at(text, blocks[i], _underline(text, blocks, i)), i, 0, 0)


def look_at(text: str, block: Block, under: str) -> Look:
    """A block by itself; ``under`` is the character of the line of "=" or "-" right below it, if any."""
    start, end = block.body_start, block.body_end
    if block.kind in ("rule", "row", "fence"):
        return Look(
            "", None, "", "none", 8, end - start, block.kind, text[start : start + 1], text[end - 1 : end]
        )
    if end - start <= LONGEST or under or _may_be_short(text, block):
        return _look(text[start:end], block.kind, under)
    begins = text[start : start + (BEGINNING if block.kind == "item" else 12)]
    return _unread(begins, end - start, block.kind, text[end - 1])


@remember()
def _look(body: str, kind: str, under: str) -> Look:
    mark, rank = _mark(body, kind, under)
    if mark != "none" or len(body) <= LONGEST or "](" in body:
        seen = exact_key(visible(body)).strip(BLANK)
        if seen and len(seen) <= LONGEST_MARKED:
            numbered = label(seen)
            words = seen[numbered.words_at :].strip(BLANK) if numbered else seen
            return Look(seen, numbered, words, mark, rank, len(seen), kind, seen[0], seen[-1])
    return _unread(body[: BEGINNING if kind == "item" else 12], len(body), kind, body[-1:])


@remember()
def _unread(begins: str, size: int, kind: str, last: str) -> Look:
    """A block too long for a heading: only its size, its label, its ends, an item's first words are known."""
    numbered = label(begins.replace("\\", "")) if kind in ("text", "item") else None
    words = visible(begins) if kind == "item" else ""
    return Look("", numbered, words, "none", 8, size, kind, begins[:1], last)


def _may_be_short(text: str, block: Block) -> bool:
    """True for a long block whose visible words might be few: a marked one, or one with link targets."""
    size = block.body_end - block.body_start
    if text[block.body_start] in "#>*":
        return size <= 2_000
    return size < 900 and text.find("](", block.body_start, block.body_end) >= 0


def _mark(body: str, kind: str, under: str) -> tuple[Mark, int]:
    if "#" in body[:12] and (atx := _ATX.match(body)):
        return "atx", len(atx[1])
    if under:
        return "setext", 1 if under == "=" else 2
    if ("**" in body or "__" in body) and len(body) < 600 and _BOLD.match(body):
        return "bold", 7
    if kind == "item" and _BULLET.match(body):
        return "bullet", 9
    return "none", 8


def _underline(text: str, blocks: Sequence[Block], i: int) -> str:
    """The character of the line of "=" or "-" right below block ``i``, if that makes it a heading."""
    if i + 1 == len(blocks) or blocks[i + 1].kind != "rule":
        return ""
    block, rule = blocks[i], blocks[i + 1]
    if block.kind not in ("text", "item") or block.body_end - block.body_start > 1_000:
        return ""
    between = text[block.body_end : rule.body_start].replace("\r\n", "\n").strip(" \t")
    if between in ("\n", "\r") and _UNDERLINE.match(text[rule.body_start : rule.body_end]):
        return text[rule.body_start]
    return ""
