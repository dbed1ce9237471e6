"""Claims held against facts: the facets of one step, three-valued (NOTICE.md A3, A4)."""

from __future__ import annotations

from tracker.model import Comparison, Memory, Publisher, Reading, Verdict, Version


def judge(
    older: tuple[Version, Reading] | None,
    newer: tuple[Version, Reading],
    comparison: Comparison | None,
    returns: bool,
    memory: Memory,
    publisher: Publisher | None = None,
) -> tuple[Verdict, ...]:
    """The verdicts on the step from the older version to the newer."""
    return ()
