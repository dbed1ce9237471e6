"""Which lines of a text are headings, and the sections they begin."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Block, Section
from tracker.sections.lines import Line, read_lines
from tracker.sections.stamplike import is_stamp
from tracker.sections.tree import build


def outline(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections of a text; they tile it. Keys are slugs of the headings, unique in the text.

    How levels and paths are counted is said in ``tree.build``.
    """
    return build(text, blocks, headings(read_lines(text, blocks)))


def headings(lines: Sequence[Line]) -> list[Line]:
    """The lines that are headings."""
    return [line for line in lines if line.seen and _is_marked(line)]


def title(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> str | None:
    """The document's own title, or None."""
    for section in sections[:2]:
        if section.level == 1 and section.path in ("0", "0/1"):
            return section.heading
    return None


def _is_marked(line: Line) -> bool:
    if line.mark not in ("atx", "setext", "bold") or not any(c.isalnum() for c in line.seen):
        return False
    if line.mark == "bold" and (len(line.seen) > 150 or line.words.endswith((",", ";"))):
        return False
    return line.label is not None or not is_stamp(line.seen)
