"""A text read as far as a comparison needs it: its blocks and its outline."""

from __future__ import annotations

from tracker import blocks, sections
from tracker.model import Reading


def outlined(text: str) -> Reading:
    cut = blocks.cut(text)
    return Reading(text, None, None, cut, sections.outline(text, cut))
