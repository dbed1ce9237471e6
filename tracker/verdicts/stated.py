"""The facets of what a text states of itself: what kind of step, whether the date moved, and truly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.model import Days, Period, Promise, Role, Truth, Verdict
from tracker.verdicts import clauses
from tracker.verdicts.days import EAST, PUBLISHING, WEST, added, day, stamp_moved
from tracker.verdicts.step import ROLES, Step, conflicting, relative, stamps
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN
from tracker.verdicts.wording import Shown, doubted, interval, quoted, seen, told

_KINDS = {
    "substantive": "content_change",
    "editorial": "content_change",
    "stamp": "stamp_only",
    "layout": "markup_only",
    "furniture": "footer_or_chrome_only",
    "capture": "collapse",
    "none": "markup_only",
}
_YEAR = Period(12, "month")


def change_kind(step: Step) -> Iterator[Verdict]:
    """What kind of step this is; all other facets rest on it."""
    if step.newer.kind == "upgrade":
        reason = "an old snapshot was read anew: not a change of the publisher's"
        yield Verdict("change", "extraction_change", TRUE, reason)
    elif step.translated:
        reason = "the text came in another language: nothing is judged of it"
        yield Verdict("change", "variant_return", TRUE, reason)
    elif step.variant:
        reason = "this text, or its stamp, was seen before: nothing is judged of it"
        yield Verdict("change", "variant_return", TRUE, reason)
    else:
        yield Verdict("change", _KINDS[step.comparison.significance], TRUE, step.comparison.reason)


# --- the stamp ----------------------------------------------------------------------------------------


def stamp(step: Step) -> Iterator[Verdict]:
    """Did the stamp move with the text?"""
    if not step.changed:
        return
    role = own_role(step)
    old, new = step.dates(role, old=True), step.dates(role, old=False)
    shown: Shown = {"role": role, "before": told(old), "after": told(new)}
    if not old and not new:
        yield _unstamped(step, shown)
    elif not old or not new:
        value, verb = ("stamp_added", "added") if new else ("stamp_removed", "removed")
        yield Verdict("stamp", value, TRUE, f"the stated date was {verb}", (), shown)
    elif (moved := step.moved(role)) != FALSE:
        yield Verdict("stamp", *_moved(step, role, moved), shown)
    elif step.comparison.significance == "substantive":
        yield _silent(step, new, shown)


def _unstamped(step: Step, shown: Shown) -> Verdict:
    if any(relative(s) for reading in (step.before, step.after) for s in reading.stamps):
        reason = 'the text dates itself in relative words only ("a year ago"), which move by themselves'
        return Verdict("stamp", "relative_stamp", TRUE, reason, (), shown)
    return Verdict("stamp", "no_stamp", TRUE, "neither text states a date of itself", (), shown)


def _moved(step: Step, role: Role, moved: Truth) -> tuple[str, Truth, str, tuple[str, ...]]:
    old, new = step.dates(role, old=True), step.dates(role, old=False)
    if conflicting(step.before, role) or conflicting(step.after, role):
        reason = "several dates of one kind stand in the text, and they do not agree: whose moved is open"
        return "conflicting_stamps", TRUE, reason, ()
    if moved == UNKNOWN:
        reason = f"the stated date reads {told(new)}, before {told(old)}: these may be the same day"
        return "stamped_change", UNKNOWN, reason, ("date_ambiguous",)
    if step.back(role):
        reason = f"the stated date went back from {told(old)} to {told(new)}: a rollback, or another variant"
        return "stamp_regressed", TRUE, reason, ()
    if step.comparison.significance == "stamp":
        return "stamp_only", TRUE, f"the stated date moved to {told(new)}, the text did not change", ()
    return "stamped_change", TRUE, f"the stated date moved with the text, to {told(new)}", ()


def _silent(step: Step, stated: Sequence[Days], shown: Shown) -> Verdict:
    shown = {**shown, **interval(step)}
    if stamp_moved(True, stated, step.old_seen_at) != FALSE:
        reason = f"the stated date stayed {told(stated)}; the change may have been made by then"
        return Verdict("stamp", "silent_change", UNKNOWN, reason, ("date_precision",), shown)
    if shown["role"] == "published":
        reason = f"the day of its publication stayed {told(stated)}, as it may when a text is changed"
        return Verdict("stamp", "silent_change", UNKNOWN, reason, ("published_date",), shown)
    if any(conflicting(reading, role) for reading in (step.before, step.after) for role in ROLES):
        reason = "several dates of one kind stand in the text, and they do not agree: none moved"
        return Verdict("stamp", "silent_change", UNKNOWN, reason, ("conflicting_stamps",), shown)
    if any(step.dates(role, old=True) != step.dates(role, old=False) for role in ROLES):
        reason = f"the stated date stayed {told(stated)}, but another date that the text states did not"
        return Verdict("stamp", "silent_change", UNKNOWN, reason, ("another_date",), shown)
    if step.doubts:
        reason = f"the stated date stayed {told(stated)}; {doubted(step)}"
        return Verdict("stamp", "silent_change", UNKNOWN, reason, step.doubts, shown)
    reason = f"the text was met {seen(step)} and changed since; the stated date stayed {told(stated)}"
    return Verdict("stamp", "silent_change", TRUE, reason, (), shown)


def stamp_age(step: Step) -> Iterator[Verdict]:
    """Is the stated date older than the change, or than twelve months, on the day of the change?"""
    stated = step.dates("updated", old=False)
    if not stated or not step.changed:
        return
    last, now = max(last for _, last in stated), day(step.newer.fetched_at, WEST)
    silent = step.comparison.significance == "substantive" and step.moved("updated") == FALSE
    if silent and not step.doubts and stamp_moved(True, stated, step.old_seen_at) == FALSE:
        seen_on = step.newer.fetched_at.date()
        reason = f"the stated date, {told(stated)}, is older than the change first seen on {seen_on}"
        yield Verdict("stamp_age", "older_than_last_observed_change", TRUE, reason, (), interval(step))
    elif added(last, _YEAR) < now:
        reason = f"the stated date, {told(stated)}, was more than twelve months old when this was seen"
        yield Verdict("stamp_age", "older_than_12_months", TRUE, reason, (), interval(step))


def future_stamp(step: Step) -> Iterator[Verdict]:
    """A date of update that had not come anywhere when it was first seen."""
    new = step.dates("updated", old=False)
    if not step.changed or not new or step.moved("updated") != TRUE:
        return
    if min(first for first, _ in new) > day(step.newer.fetched_at, EAST):
        reason = f"the text names {told(new)} as its date of update, which had not come when it was seen"
        yield Verdict("timing", "future_stamp", TRUE, reason, (), interval(step))


def backdated(step: Step) -> Iterator[Verdict]:
    """A new date of update that lies, by more than publishing takes, before the old text was last seen."""
    new, seen_at = step.dates("updated", old=False), step.old_seen_at
    if not step.reworded or not new or seen_at is None or conflicting(step.after, "updated"):
        return
    old = step.dates("updated", old=True)
    if not old and not step.at_the_edge("updated"):
        return
    dated = any(step.dates(role, old=True) for role in ROLES)
    if step.doubts or step.heralded or not dated or (old and not step.forward("updated")):
        return
    if max(last for _, last in new) + PUBLISHING < day(seen_at, WEST):
        named = "the date that was added" if not old else "the new date"
        reason = f"{named} is {told(new)}; the text before was still served {seen(step)}"
        yield Verdict("backdated", "backdated", TRUE, reason, (), interval(step))


# --- the promise to move it ------------------------------------------------------------------------------


def stamp_promise(step: Step) -> Iterator[Verdict]:
    """Was the promise to move the date at the top kept? The one promise that can be tested from outside."""
    pledges = step.governing()
    promise = next((p for p in pledges[0].promises if p.kind == "stamp"), None)
    if promise is None or not step.reworded:
        return
    role = own_role(step)
    old, new = step.dates(role, old=True), step.dates(role, old=False)
    shown = {**quoted(promise), **interval(step)}
    if not old or not new:
        reason = "the text promises to move its date, but states none that can be compared"
        yield Verdict("stamp_promise", "unknown", UNKNOWN, reason, ("no_stamp",), shown)
        return
    everywhere = all(any(p.kind == "stamp" for p in pledge.promises) for pledge in pledges)
    truth, open_ = _kept(step, promise, role, everywhere)
    value = {TRUE: "kept", FALSE: "broken", UNKNOWN: "unknown"}[truth]
    reason = _promise_words(step, truth, new, open_)
    yield Verdict("stamp_promise", value, truth, reason, open_, shown)


def _kept(step: Step, promise: Promise, role: Role, everywhere: bool) -> tuple[Truth, tuple[str, ...]]:
    """Whether the date moved as promised, and what keeps that open."""
    moved = step.moved(role)
    if step.back(role):
        return UNKNOWN, ("stamp_regressed",)
    if moved != FALSE:
        return moved, ("date_ambiguous",) if moved == UNKNOWN else ()
    if stamp_moved(True, step.dates(role, old=False), step.old_seen_at) != FALSE:
        return UNKNOWN, ("date_precision",)
    excuses = {
        "not_bound": clauses.hedged(promise),
        "promise_wording": not clauses.moves_date(promise, step.before.language),
        "another_document": step.of_another(promise),
        "editorial": step.comparison.significance == "editorial",
        "slight": step.comparison.significance == "substantive" and step.slight,
        "material": promise.trigger != "any" and (promise.trigger == "other" or step.material != TRUE),
        "exception": bool(promise.exceptions) and step.exception != FALSE,
        "version_in_force": not everywhere,
        "published_date": role == "published",
        "conflicting_stamps": any(conflicting(r, role) for r in (step.before, step.after)),
        "another_date": any(step.dates(r, old=True) != step.dates(r, old=False) for r in ROLES),
    }
    open_ = (*(name for name, stands in excuses.items() if stands), *step.doubts)
    return (UNKNOWN, open_) if open_ else (FALSE, ())


def _promise_words(step: Step, truth: Truth, stated: Sequence[Days], open_: Sequence[str]) -> str:
    if truth == TRUE:
        return f"the date moved with the text, as promised: {told(stated)}"
    if truth == FALSE:
        return f"the text promises to move its date; met {seen(step)}, it changed and says {told(stated)}"
    if "date_precision" in open_:
        return (
            f"the text promises to move its date; it says {told(stated)}, which may be the day of the change"
        )
    tail = f"; {doubted(step)}" if step.doubts else ""
    return f"the text promises to move its date; it changed and says {told(stated)}{tail}"


def own_role(step: Step) -> Role:
    """The role by which a text says when it was last changed: of its updates, else of its effect."""
    for role in ROLES:
        if stamps(step.before, role) or stamps(step.after, role):
            return role
    return "updated"
