"""The facets of what a text states of itself: what kind of step, whether the date moved, and truly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.model import Days, Promise, Role, Truth, Verdict
from tracker.verdicts.days import stamp_moved, wholly_before
from tracker.verdicts.step import Step, candidates, stamps
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN
from tracker.verdicts.wording import Shown, interval, quoted, seen, told

_KINDS = {
    "substantive": "content_change",
    "editorial": "content_change",
    "stamp": "stamp_only",
    "layout": "markup_only",
    "furniture": "footer_or_chrome_only",
    "capture": "collapse",
    "none": "markup_only",
}
_ROLES: tuple[Role, ...] = ("updated", "effective", "published")


def change_kind(step: Step) -> Iterator[Verdict]:
    """What kind of step this is; all other facets rest on it."""
    if step.newer.kind == "upgrade":
        reason = "an old snapshot was read anew: not a change of the publisher's"
        yield Verdict("change", "extraction_change", TRUE, reason)
    elif step.variant:
        reason = "this text, or its stamp, was seen before: nothing is judged of it"
        yield Verdict("change", "variant_return", TRUE, reason)
    else:
        yield Verdict("change", _KINDS[step.comparison.significance], TRUE, step.comparison.reason)


def stamp(step: Step) -> Iterator[Verdict]:
    """Did the stamp move with the text?"""
    if not step.changed:
        return
    old, new = own_dates(step, old=True), own_dates(step, old=False)
    shown: Shown = {"before": told(old), "after": told(new)}
    if not old and not new:
        yield Verdict("stamp", "no_stamp", TRUE, "neither text states a date of itself", (), shown)
    elif not old or not new:
        value, verb = ("stamp_added", "added") if new else ("stamp_removed", "removed")
        yield Verdict("stamp", value, TRUE, f"the stated date was {verb}", (), shown)
    elif set(old) != set(new):
        yield Verdict("stamp", *_moved(step, old, new), (), shown)
    elif step.comparison.significance == "substantive":
        yield _silent(step, new, shown)


def _moved(step: Step, old: Sequence[Days], new: Sequence[Days]) -> tuple[str, Truth, str]:
    if max(last for _, last in new) < min(first for first, _ in old):
        return "stamp_regressed", TRUE, f"the stated date went back from {told(old)} to {told(new)}"
    if step.comparison.significance == "stamp":
        return "stamp_only", TRUE, f"the stated date moved to {told(new)}, the text did not change"
    return "stamped_change", TRUE, f"the stated date moved with the text, to {told(new)}"


def _silent(step: Step, stated: Sequence[Days], shown: Shown) -> Verdict:
    shown = {**shown, **interval(step)}
    if stamp_moved(True, stated, step.old_seen_at) == FALSE:
        reason = f"the text was met {seen(step)} and changed since; the stated date stayed {told(stated)}"
        return Verdict("stamp", "silent_change", TRUE, reason, (), shown)
    reason = f"the stated date stayed {told(stated)}; the change may have been made by then"
    return Verdict("stamp", "silent_change", UNKNOWN, reason, ("date_precision",), shown)


def stamp_promise(step: Step) -> Iterator[Verdict]:
    """Was the promise to move the date at the top kept? The one promise that can be tested from outside."""
    promise = next((p for pledge in step.governing()[:1] for p in pledge.promises if p.kind == "stamp"), None)
    if promise is None or not step.changed:
        return
    old, new = own_dates(step, old=True), own_dates(step, old=False)
    shown = {**quoted(promise), **interval(step)}
    if not old or not new:
        reason = "the text promises to move its date, but states none that can be compared"
        yield Verdict("stamp_promise", "unknown", UNKNOWN, reason, ("no_stamp",), shown)
        return
    truth = stamp_moved(set(old) == set(new), new, step.old_seen_at)
    excused = _excused(step, promise) if truth == FALSE else None
    if excused:
        reason = f"the text promises to move its date; it changed and still says {told(new)}"
        yield Verdict("stamp_promise", "unknown", UNKNOWN, reason, (excused,), shown)
        return
    conditions = ("date_precision",) if truth == UNKNOWN else ()
    value = {TRUE: "kept", FALSE: "broken", UNKNOWN: "unknown"}[truth]
    yield Verdict("stamp_promise", value, truth, _promise_words(step, truth, new), conditions, shown)


def _excused(step: Step, promise: Promise) -> str | None:
    """The condition that keeps an unmoved date from being a broken promise."""
    if not promise.bound:
        return "not_bound"
    if step.comparison.significance == "editorial":
        return "editorial"
    if promise.trigger != "any" and step.material != TRUE:
        return "material"
    return None


def _promise_words(step: Step, truth: Truth, stated: Sequence[Days]) -> str:
    if truth == TRUE:
        return f"the date moved with the text, as promised: {told(stated)}"
    if truth == FALSE:
        return f"the text promises to move its date; met {seen(step)}, it changed and says {told(stated)}"
    return f"the text promises to move its date; it says {told(stated)}, which may be the day of the change"


def backdated(step: Step) -> Iterator[Verdict]:
    """A new date of update that lies wholly before the last sight of the old text."""
    old, new = candidates(step.before, "updated"), candidates(step.after, "updated")
    if not step.changed or step.comparison.significance == "stamp" or not new or set(old) == set(new):
        return
    forward = not old or max(last for _, last in new) > max(last for _, last in old)
    if forward and wholly_before(new, step.old_seen_at) == TRUE:
        reason = f"the new text names {told(new)} as its date; the old text was still served {seen(step)}"
        yield Verdict("backdated", "backdated", TRUE, reason, (), interval(step))


def own_dates(step: Step, *, old: bool) -> tuple[Days, ...]:
    """The dates by which a text says when it was last changed: of its updates, else of its effect."""
    for role in _ROLES:
        if stamps(step.before, role) or stamps(step.after, role):
            return candidates(step.before if old else step.after, role)
    return ()
