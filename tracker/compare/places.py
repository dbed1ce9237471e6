"""Where the parts of an outline lie: what stands above what, and where headings end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

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


def heading_end(reading: Reading, section: Section) -> int:
    """Where a section's heading ends, the line under an underlined heading included."""
    k = bisect_left(reading.blocks, section.start, key=attrgetter("start"))
    if section.heading is None or k == len(reading.blocks) or reading.blocks[k].start != section.start:
        return section.start
    here = reading.blocks[k]
    below = reading.blocks[k + 1] if k + 1 < len(reading.blocks) else None
    close = "\n\n" not in reading.text[here.body_end : here.end]
    end = below.end if below and below.kind == "rule" and close else here.end
    return min(end, section.end)
