"""Where a date stands: its block, the words on both sides, the blocks above, head or tail of the text."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.model import Block
from tracker.stamps.dates import Dated
from tracker.stamps.lexicon import ABBREVIATIONS
from tracker.stamps.words import STOP, words

HEAD_BLOCKS = 14
TAIL_BLOCKS = 12
HEAD_CHARACTERS = 3000
TAIL_CHARACTERS = 2500
SIDE = 220
"""Characters read on each side of a date."""

_ADDRESS = re.compile(r"\]\([^()\s]{0,600}(?:\s\"[^\"]{0,200}\")?\)")
_OF_NUMBER = re.compile(r"\.\s{0,2}[a-zà-öø-ÿăąćčďđęěğıłńňőřśşšťůűźżž]{2}")
"""A full stop with small letters after it ends no sentence: "2024. március 1. napján"."""
_MARKS = " \t\r\n\u00a0\u200b#*_>|-–—•·()[]{}.,;:'\"“”«»<>\\`~=+/"


@dataclass(frozen=True)
class Place:
    """A date with its surroundings; everything here is read only when a rule asks."""

    text: str
    blocks: Sequence[Block]
    index: int
    """Of the block the date stands in."""
    dated: Dated
    earlier: int
    """End of the date before it in the same block, or the block's start."""

    @property
    def block(self) -> Block:
        return self.blocks[self.index]

    @property
    def head(self) -> bool:
        return self.index < HEAD_BLOCKS and self.dated.start < HEAD_CHARACTERS

    @property
    def tail(self) -> bool:
        return (
            self.index >= len(self.blocks) - TAIL_BLOCKS and self.dated.end > len(self.text) - TAIL_CHARACTERS
        )

    @property
    def heading(self) -> bool:
        return self.text.startswith("#", self.block.body_start)

    @cached_property
    def left(self) -> str:
        """What stands before the date in its block."""
        return self.text[max(self.block.body_start, self.dated.start - SIDE) : self.dated.start]

    @cached_property
    def right(self) -> str:
        """What stands after the date in its block, without addresses of links."""
        return _ADDRESS.sub("]", self.text[self.dated.end : min(self.block.body_end, self.dated.end + SIDE)])

    @cached_property
    def before(self) -> list[str]:
        """Tokens from the block's start, or the date before, to the date."""
        return words(self.text[max(self.earlier, self.dated.start - SIDE) : self.dated.start])

    @cached_property
    def sentence(self) -> list[str]:
        """Tokens of the date's sentence before the date, a date between them left out."""
        return since_stop(words(self.left))

    @cached_property
    def after(self) -> list[str]:
        """Tokens after the date; a full stop that belongs to its last number is none."""
        rest = self.right
        return words(rest[1:] if _OF_NUMBER.match(rest) else rest)

    @cached_property
    def length(self) -> int:
        """Visible characters of the block: addresses of links are not read."""
        start, end = self.block.body_start, self.block.body_end
        return end - start if end - start > 1200 else len(_ADDRESS.sub("", self.text[start:end]))

    @cached_property
    def alone(self) -> bool:
        """Nothing but marks stands before the date in its block."""
        return self.block.body_start > self.dated.start - 40 and not self.left.strip(_MARKS)

    @property
    def last_lines(self) -> bool:
        """Whether only a line or two follow in the whole text."""
        return self.index >= len(self.blocks) - 3

    @property
    def in_address(self) -> bool:
        """Whether the date is part of a link's address or a file's name."""
        word = self.left[-120:].rsplit(None, 1)[-1] if self.left[-1:].strip() else ""
        return "://" in word or "](" in word or word.startswith("www.")

    @cached_property
    def linked(self) -> bool:
        """Whether its line is a link with the date in its words: "* [Version 4 of 29 March 2017](...)"."""
        if self.dated.start - self.block.body_start > SIDE:
            return False
        line = self.left.lstrip(" *-+•")
        return line.startswith("[") and "]" not in line and self.right.lstrip(")* _").startswith("]")

    def above(self, lines: int) -> Iterator[str]:
        """The lines before the date's block, nearest first, without marks; empty ones and rules left out."""
        for block in reversed(self.blocks[max(0, self.index - 3 * lines) : self.index]):
            line = self.text[block.body_start : min(block.body_end, block.body_start + 200)].strip(_MARKS)
            if line:
                yield line
                lines -= 1
            if not lines:
                return


def since_stop(tokens: list[str]) -> list[str]:
    """The tokens after the last end of a sentence."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at] in STOP and not (tokens[at] == "." and at and _abbreviation(tokens[at - 1])):
            return tokens[at + 1 :]
    return tokens


def _abbreviation(word: str) -> bool:
    return len(word) < 3 or word.isdigit() or word in ABBREVIATIONS


def block_at(blocks: Sequence[Block], position: int) -> int:
    """The index of the block that holds a position."""
    return bisect.bisect_right(blocks, position, key=lambda block: block.start) - 1


def trimmed(text: str) -> str:
    """A text without the marks around it."""
    return text.strip(_MARKS)
