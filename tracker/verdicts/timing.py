"""The facets of time: how the day it applies from lies to the days on which it was seen."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.model import Verdict
from tracker.verdicts.days import lead, old_text_after_effect
from tracker.verdicts.step import Step, candidates
from tracker.verdicts.truth import TRUE, UNKNOWN
from tracker.verdicts.wording import Shown, interval, lead_shown, seen, span, told


def timing(step: Step) -> Iterator[Verdict]:
    """How the day it applies from lies to the day it was posted."""
    if not step.changed:
        return
    new, old = candidates(step.after, "effective"), candidates(step.before, "effective")
    if not new:
        yield Verdict("timing", "no_effective_date", TRUE, "the text does not say from when it applies")
        return
    if not step.effect_moved_forward():
        return
    shown = {**interval(step), "effective": told(new), **lead_shown(lead(step.posting, new))}
    if old and min(first for first, _ in old) > step.posting.latest:
        reason = f"the day it applies from was moved from {told(old)} to {told(new)} before it had come"
        yield Verdict("timing", "effective_date_moved", TRUE, reason, (), shown)
    yield _lead(step, shown)


def _lead(step: Step, shown: Shown) -> Verdict:
    days = lead(step.posting, candidates(step.after, "effective"))
    assert days is not None
    fewest, most = days
    if fewest > 0:
        reason = f"shown {span(fewest, most)} before the day it applies from"
        return Verdict("timing", "announced_ahead", TRUE, reason, (), shown)
    if most is not None and most < 0:
        reason = f"first seen {span(-most, -fewest)} after the day it applies from"
        return Verdict("timing", "first_seen_after_effect", TRUE, reason, (), shown)
    if fewest == most == 0:
        return Verdict("timing", "same_day", TRUE, "shown on the day it applies from", (), shown)
    ahead = "an unknown number of" if most is None else most
    reason = f"shown between {-fewest} days after and {ahead} days before the day it applies from"
    return Verdict("timing", "undecided", UNKNOWN, reason, ("first_seen_interval",), shown)


def old_text_served(step: Step) -> Iterator[Verdict]:
    """Was the old text still served after the new one's day of effect?"""
    new = candidates(step.after, "effective")
    if not step.changed or not new or not step.effect_moved_forward():
        return
    if old_text_after_effect(new, step.old_seen_at, step.posting.zone) == TRUE:
        reason = f"the new text names {told(new)}; the old text was still served {seen(step)}"
        yield Verdict(
            "old_text_after_effect", "old_text_served_after_effect", TRUE, reason, (), interval(step)
        )
