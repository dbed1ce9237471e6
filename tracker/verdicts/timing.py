"""The facets of time: how the day it applies from lies to the days on which it was seen."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.model import Verdict
from tracker.verdicts.days import lead, old_text_after_effect
from tracker.verdicts.step import Step, conflicting
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN
from tracker.verdicts.wording import Shown, interval, lead_shown, seen, span, told


def timing(step: Step) -> Iterator[Verdict]:
    """How the day it applies from lies to the day it was posted; and what became of a day still to come."""
    if not step.changed:
        return
    if step.pending:
        yield from _pending(step)
    if not step.dates("effective", old=False):
        yield Verdict("timing", "no_effective_date", TRUE, "the text does not say from when it applies")
    elif step.effect() != "standing":
        yield _lead(step)


def _pending(step: Step) -> Iterator[Verdict]:
    """The older text's day had not come: its day was moved or taken away, or it never applied."""
    old, new = step.dates("effective", old=True), step.dates("effective", old=False)
    shown: Shown = {**interval(step), "effective_before": told(old), "effective": told(new)}
    if not new:
        reason = f"the day it was to apply from, {told(old)}, is no longer named, and had not come"
        yield Verdict("timing", "effective_date_withdrawn", TRUE, reason, (), shown)
    elif step.moved("effective") == TRUE:
        reason = f"the day it applies from was moved from {told(old)} to {told(new)} before it had come"
        yield Verdict("timing", "effective_date_moved", TRUE, reason, (), shown)
    superseded = not new or step.moved("effective") != FALSE
    if superseded and step.comparison.significance == "substantive" and not step.doubts:
        reason = f"the text that was to apply from {told(old)} was replaced before that day"
        yield Verdict("timing", "superseded_before_effect", TRUE, reason, (), shown)


def _lead(step: Step) -> Verdict:
    new = step.dates("effective", old=False)
    days = lead(step.posting, new)
    assert days is not None
    fewest, most = days
    shown: Shown = {**interval(step), "effective": told(new), **lead_shown(days)}
    if fewest > 0:
        reason = f"shown {span(fewest, most)} before the day it applies from"
        return Verdict("timing", "announced_ahead", TRUE, reason, (), shown)
    if most is not None and most < 0 and _certain(step):
        reason = f"first seen {span(-most, -fewest)} after the day it applies from"
        return Verdict("timing", "first_seen_after_effect", TRUE, reason, (), shown)
    if fewest == most == 0:
        return Verdict("timing", "same_day", TRUE, "shown on the day it applies from", (), shown)
    reason = f"shown {_between(fewest, most)} the day it applies from"
    return Verdict("timing", "undecided", UNKNOWN, reason, _why(step, most), shown)


def _between(fewest: int, most: int | None) -> str:
    """ "between 1 day after and 2 days before"; the days run from after to before the day of effect."""
    if most is not None and most < 0:
        return f"{span(-most, -fewest)} after"
    ahead = "an unknown number of days" if most is None else span(most, most)
    return f"between {span(-fewest, -fewest)} after and {ahead} before"


def _why(step: Step, most: int | None) -> tuple[str, ...]:
    if most is not None and most < 0:
        return ("stamp_added",) if step.effect() == "first" else step.doubts or ("conflicting_stamps",)
    return ("first_seen_interval",)


def _certain(step: Step) -> bool:
    """A day that lies in the past says something of this change only when it is later than one before."""
    return step.effect() == "forward" and not step.doubts and not conflicting(step.after, "effective")


def old_text_served(step: Step) -> Iterator[Verdict]:
    """Was the old text still served after the new one's day of effect?"""
    new = step.dates("effective", old=False)
    if not step.reworded or not new or not _certain(step):
        return
    if old_text_after_effect(new, step.old_seen_at, step.posting.zone) == TRUE:
        reason = f"the new text names {told(new)}; the old text was still served {seen(step)}"
        value = "old_text_served_after_effect"
        yield Verdict("old_text_after_effect", value, TRUE, reason, (), interval(step))
