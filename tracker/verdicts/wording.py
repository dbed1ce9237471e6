"""How days, periods and places are told in verdicts, and shown beside them as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Days, Period, Promise
from tracker.verdicts.step import Step

Shown = dict[str, str | int | float | None]
"""Evidence beside a verdict: names and plain values."""

_DOUBTS = {
    "no_words": "no words differ, but figures, marks or links",
    "spelling": "the words differ in spelling only",
    "other_region": "a heading names the readers of another country",
    "other_locale": "the same date is written in another way, as for readers of another region",
    "only_losses": "the newer text only lacks words, as when a page loads in part",
    "other_text": "the two texts share too little to be sure that one replaced the other",
    "doubtful_capture": "one of the two texts was captured in a doubtful way",
}


def told(days: Sequence[Days]) -> str:
    """Candidates of a date: "2026-04-01 to 2026-04-30", "2024-02-05 or 2024-05-02"."""
    return " or ".join(f"{a}" if a == b else f"{a} to {b}" for a, b in days) or "none"


def period(length: Period) -> str:
    """ "15 days", "2 months"."""
    return f"{length.value:g} {length.unit.replace('_', ' ')}{'' if length.value == 1 else 's'}"


def span(fewest: int, most: int | None) -> str:
    """ "5 to 7 days", "1 day", "40 or more days"."""
    if most is None:
        return f"{fewest} or more days"
    if fewest != most:
        return f"{fewest} to {most} days"
    return f"{fewest} day{'' if fewest == 1 else 's'}"


def lead_shown(days: tuple[int, int | None] | None) -> Shown:
    return {} if days is None else {"lead_days_fewest": days[0], "lead_days_most": days[1]}


def seen(step: Step) -> str:
    """When the old text was last met, and how that is known."""
    at = step.old_seen_at
    if at is None:
        return "at an unknown time"
    return f"on {at.date()}" + ("" if step.basis == "check" else ", when it was captured")


def unchecked(step: Step) -> str:
    """Says that an interval lies between two captures, as in archives that keep no checks; else nothing."""
    if step.basis == "check" or step.posting.after is None:
        return ""
    after, until = step.posting.after.date(), step.posting.until.date()
    return f"; it was captured on {after} and {until}, and no check between is known"


def doubted(step: Step) -> str:
    """Why nothing more is said of the step, in words."""
    return ", and ".join(_DOUBTS[doubt] for doubt in step.doubts)


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
