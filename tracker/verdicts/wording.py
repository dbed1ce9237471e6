"""How days, periods and places are told in verdicts, and shown beside them as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Days, Period, Promise
from tracker.verdicts.step import Step

Shown = dict[str, str | int | float | None]
"""Evidence beside a verdict: names and plain values."""


def told(days: Sequence[Days]) -> str:
    """Candidates of a date: "2026-04-01 to 2026-04-30", "2024-02-05 or 2024-05-02"."""
    return " or ".join(f"{a}" if a == b else f"{a} to {b}" for a, b in days) or "none"


def period(length: Period) -> str:
    """ "15 days", "2 months"."""
    return f"{length.value:g} {length.unit.replace('_', ' ')}{'' if length.value == 1 else 's'}"


def span(fewest: int, most: int | None) -> str:
    """ "5 to 7 days"."""
    if most is None:
        return f"{fewest} or more days"
    return f"{fewest} days" if fewest == most else f"{fewest} to {most} days"


def lead_shown(days: tuple[int, int | None] | None) -> Shown:
    return {} if days is None else {"lead_days_fewest": days[0], "lead_days_most": days[1]}


def seen(step: Step) -> str:
    """When the old text was last met."""
    at = step.old_seen_at
    return f"on {at.date()}" if at else "at an unknown time"


def interval(step: Step) -> Shown:
    """The two observations every verdict rests on."""
    posting = step.posting
    return {
        "posted_after": posting.after.isoformat() if posting.after else None,
        "posted_until": posting.until.isoformat(),
        "interval_basis": step.basis,
    }


def quoted(promise: Promise) -> Shown:
    """The promise in its own words, with its place in the older text."""
    return {"promise": promise.raw, "promise_start": promise.start, "promise_end": promise.end}
