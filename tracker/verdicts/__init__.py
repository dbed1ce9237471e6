"""Claims held against facts: the facets of one step, three-valued (NOTICE.md A3, A4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tracker.model import Comparison, Evidence, Memory, Publisher, Reading, Verdict, Version
from tracker.verdicts.noticed import notice
from tracker.verdicts.promised import promise
from tracker.verdicts.stated import backdated, change_kind, future_stamp, stamp, stamp_age, stamp_promise
from tracker.verdicts.step import Step, pledged
from tracker.verdicts.timing import old_text_served, timing

__all__ = ["judge", "pledged"]

FACETS: tuple[Callable[[Step], Iterator[Verdict]], ...] = (
    change_kind, stamp, stamp_age, stamp_promise, future_stamp, backdated, timing, old_text_served, notice,
    promise,
)  # fmt: skip


def judge(
    older: tuple[Version, Reading] | None,
    newer: tuple[Version, Reading],
    comparison: Comparison | None,
    returns: bool,
    memory: Memory,
    publisher: Publisher | None = None,
    evidence: Evidence | None = None,
) -> tuple[Verdict, ...]:
    """The verdicts on the step from the older version to the newer, ``memory`` being that before the step.

    Of a first version, an upgrade, a capture that went wrong and a return nothing is judged but what it is.
    """
    if older is None or comparison is None:
        return (Verdict("change", "first_version", "TRUE", "the first version that is known"),)
    step = Step(*older, *newer, comparison, returns, memory, publisher, evidence or Evidence())
    if newer[0].kind == "upgrade" or step.variant or comparison.significance == "capture":
        return tuple(change_kind(step))
    return tuple(verdict for facet in FACETS for verdict in facet(step))
