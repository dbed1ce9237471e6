"""Where the parts of an outline lie: what stands above what, and where headings end."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Reading, Section

NONE = -1


def parents(sections: Sequence[Section]) -> list[int]:
    """For each section the index of the one above it, -1 for none."""
    found: list[int] = []
    above: list[int] = []
    for k, section in enumerate(sections):
        while above and sections[above[-1]].level >= section.level:
            above.pop()
        found.append(above[-1] if above else NONE)
        if section.heading is not None:
            above.append(k)
    return found


def heading_ends(reading: Reading) -> list[int]:
    """For each section where its heading ends, the line under an underlined heading included."""
    at = {block.start: k for k, block in enumerate(reading.blocks)}
    return [_heading_end(reading, section, at.get(section.start)) for section in reading.sections]


def _heading_end(reading: Reading, section: Section, k: int | None) -> int:
    if section.heading is None or k is None:
        return section.start
    here = reading.blocks[k]
    below = reading.blocks[k + 1] if k + 1 < len(reading.blocks) else None
    underlined = (
        below is not None and below.kind == "rule" and "\n\n" not in reading.text[here.body_end : here.end]
    )
    end = below.end if below and underlined else here.end
    return min(end, section.end)
