"""The outline of a text, and its title."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Block, Section
from tracker.sections.finding import find_headings
from tracker.sections.lines import read_lines
from tracker.sections.tree import build


def outline(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections of a text; they tile it. Keys are slugs of the headings, unique in the text.

    How levels and paths are counted is said in ``tree.build``.
    """
    return build(text, blocks, find_headings(read_lines(text, blocks)))


def title(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> str | None:
    """The document's own title, or None."""
    for section in sections[:2]:
        if section.level == 1 and section.path in ("0", "0/1"):
            return section.heading
    return None
