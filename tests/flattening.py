"""Markdown with reliable headings made plain, so that what is found in plain text can be measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker import blocks
from tracker.model import Block
from tracker.sections.finding import is_marked
from tracker.sections.lines import Line, read_lines


@dataclass(frozen=True)
class Flat:
    """A text without marks; ``headings`` are the starts of its lines that were headings.

    ``doubtful`` are the starts of lines that were bold in a document whose headings have other marks: whether
    they are headings is a matter of taste, and they count neither way.
    """

    text: str
    headings: frozenset[int]
    doubtful: frozenset[int]


def flatten(markdown: str, *, bullets: bool, blanks: bool) -> Flat:
    """The text without marks, with or without its bullets and blank lines; table rows as a cell a line."""
    cut = blocks.cut(markdown)
    lines = read_lines(markdown, cut)
    sure = _sure(lines)
    parts: list[str] = []
    headings: set[int] = set()
    doubtful: set[int] = set()
    at = 0
    for line, block in zip(lines, cut, strict=True):
        breaks = markdown[block.body_end : block.end].count("\n") if blanks else 1
        for words in _plain(markdown, block, bullets):
            if line.block in sure:
                headings.add(at)
            elif line.mark == "bold":
                doubtful.add(at)
            parts.append(words + "\n" * max(1, breaks))
            at += len(parts[-1])
    return Flat("".join(parts), frozenset(headings), frozenset(doubtful))


def is_reliable(markdown: str) -> bool:
    """True if a document marks its headings throughout: at least five, one in 5,000 characters, no gaps."""
    cut = blocks.cut(markdown)
    marked = sorted(_sure(read_lines(markdown, cut)))
    if len(marked) < 5 or len(marked) * 5_000 < len(markdown) or len(marked) > 0.5 * len(cut):
        return False
    starts = [0, *(cut[i].start for i in marked), len(markdown)]
    return max(b - a for a, b in pairwise(starts)) < 0.4 * len(markdown)


def _sure(lines: Sequence[Line]) -> frozenset[int]:
    """Blocks that are headings by their marks; bold ones only where there are hardly any others."""
    marked = [line for line in lines if line.seen and is_marked(line.look)]
    strong = [line for line in marked if line.mark != "bold"]
    return frozenset(line.block for line in (strong if len(strong) >= 5 else marked))


def _plain(markdown: str, block: Block, bullets: bool) -> list[str]:
    body = markdown[block.body_start : block.body_end]
    if block.kind in ("rule", "fence"):
        return []
    seen = " ".join(blocks.visible(body).split())
    if block.kind == "row":
        cells = [" ".join(blocks.visible(cell).split()) for cell in body.strip("|").split("|")]
        return [cell for cell in cells if cell.strip("-: ")]
    if bullets and re.match(r"[-*+]\s", body) and not re.match(r"[-*+]\s+#", body):
        seen = "- " + seen
    return [seen] if seen else []
