"""The facet of notice: was the promised notice given? (NOTICE.md A4)

Wording: what the page showed, what the text promised, what cannot be seen from here. "Short" is said of the
public channel only and never without the days; what is open is named in the conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.model import Days, Notice, Period, Promise, Truth, Verdict
from tracker.verdicts import channels
from tracker.verdicts.days import added, day, lead, period_kept, why_open
from tracker.verdicts.step import Step, candidates, timed
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN, disjunction
from tracker.verdicts.wording import Shown, interval, lead_shown, period, quoted, span, told

_WAYS = {
    "email": "email",
    "website": "the page",
    "in_app": "the product",
    "post": "letter",
    "other": "another way",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One promise with a period, held against one step."""

    step: Step
    promise: Promise
    period: Period
    effect: tuple[Days, ...]
    posted: Truth
    private: Truth
    material: Truth
    exception: Truth

    @property
    def ways(self) -> channels.Channels:
        return channels.visible(self.promise)

    @property
    def truth(self) -> Truth:
        return channels.compliant(self.material, self.exception, self.ways, self.posted, self.private)

    @property
    def shown(self) -> Shown:
        days = lead(self.step.posting, self.effect)
        return {
            **quoted(self.promise),
            **interval(self.step),
            "effective": told(self.effect),
            **lead_shown(days),
        }


def notice(step: Step) -> Iterator[Verdict]:
    """One verdict for each promise with a period that was in force before the change."""
    if step.comparison.significance not in ("substantive", "editorial"):
        return
    pledges = step.governing()
    promises = timed(pledges[0].promises)
    if not promises:
        yield _without_period(pledges[0].promises)
    for promise in promises:
        yield _judged(step, promise, others=[timed(p.promises) for p in pledges[1:]])


def _without_period(promises: Sequence[Promise]) -> Verdict:
    promise = next((p for p in promises if p.kind in ("notice", "posting")), None)
    if promise is None:
        return Verdict("notice", "promise_absent", UNKNOWN, "the text in force promised no notice of changes")
    if promise.kind == "posting" or channels.visible(promise) == "post":
        reason = "the text in force promised to show changes on the page, without a time; the page shows it"
        return Verdict("notice", "met_on_public_channel", TRUE, reason, (), quoted(promise))
    reason = (
        "the text in force promised to announce changes, without a time, in a way not to be seen from here"
    )
    return Verdict("notice", "not_observable", UNKNOWN, reason, ("private_channel",), quoted(promise))


def _judged(step: Step, promise: Promise, others: Sequence[Sequence[Promise]]) -> Verdict:
    case = _case(step, promise)
    if promise.anchor in ("posting", "notice") and not case.effect:
        return _derived(case)
    if case.effect and not step.effect_moved_forward():
        reason = f"the text names {told(case.effect)} as before: from when this change applies is not said"
        return Verdict("notice", "undecided", UNKNOWN, reason, ("no_effective_date",), case.shown)
    if any(_otherwise(case, earlier) for earlier in others):
        reason = "which text was in force is not certain, and they promise different things"
        return Verdict("notice", "undecided", UNKNOWN, reason, ("version_in_force",), case.shown)
    conditions = _open(case) if case.truth == UNKNOWN else ()
    return Verdict("notice", _value(case), case.truth, _words(case), conditions, case.shown)


def _case(step: Step, promise: Promise) -> Case:
    assert promise.period is not None
    effect = candidates(step.after, "effective")
    return Case(
        step,
        promise,
        promise.period,
        effect,
        posted=period_kept(step.posting, effect, promise.period),
        private=_filed(step, promise.period, effect),
        material=TRUE if promise.trigger == "any" else step.material,
        exception=step.exception if promise.exceptions else FALSE,
    )


def _filed(step: Step, length: Period, effect: Sequence[Days]) -> Truth:
    """TRUE when a filed notice came early enough under every reading; what was not filed proves nothing."""
    private = [n for n in step.evidence.notices if n.channel != "website" and _of_this_change(step, n)]
    days = [day(notice.announced_at, step.posting.zone.east) for notice in private]
    early = (all(added(told_on, length) < first for first, _ in effect) for told_on in days if effect)
    return disjunction(UNKNOWN, *(TRUE if kept else UNKNOWN for kept in early))


def _of_this_change(step: Step, notice: Notice) -> bool:
    """A notice is about the version it was filed for, else about the first change after it was sent."""
    if notice.commit:
        return step.newer.commit.startswith(notice.commit)
    return step.older.fetched_at <= notice.announced_at


def _derived(case: Case) -> Verdict:
    """ "Effective n days after posting", and no day named: the day follows, and nothing can be short."""
    posting, shown = case.step.posting, case.shown
    if posting.after is not None:
        first, last = added(posting.earliest, case.period), added(posting.latest, case.period)
        shown = {**shown, "derived_effective": f"{first} to {last}"}
    begins = "posted" if case.promise.anchor == "posting" else "announced"
    reason = f"the text applies {period(case.period)} after it was {begins}, and names no day itself"
    return Verdict("notice", "not_applicable", TRUE, reason, (), shown)


def _otherwise(case: Case, earlier: Sequence[Promise]) -> bool:
    """True when a text that may have been in force instead would be judged otherwise."""
    if case.truth == UNKNOWN:
        return False
    kept = [_case(case.step, promise).truth for promise in earlier]
    return not kept or any(truth != case.truth for truth in kept)


def _open(case: Case) -> tuple[str, ...]:
    """The conditions that could decide what is not decided."""
    found: list[str] = []
    if case.ways != "post" and case.private == UNKNOWN:
        found.append("private_channel")
    if case.ways != "private" and case.posted == UNKNOWN:
        found += why_open(case.step.posting, case.effect, case.period)
    if case.material == UNKNOWN:
        found.append("material")
    if case.exception == UNKNOWN:
        found.append("exception")
    return tuple(dict.fromkeys(found))


def _value(case: Case) -> str:
    if case.truth == TRUE and (case.material == FALSE or case.exception == TRUE):
        return "not_applicable"
    if case.posted == TRUE and case.ways != "private":
        return "met_on_public_channel"
    if case.truth == TRUE:
        return "met"
    if case.ways == "private":
        return "not_observable"
    return "short_on_public_channel" if case.posted == FALSE else "undecided"


def _words(case: Case) -> str:
    joined = " and " if case.promise.channel_logic == "all" else " or "
    ways = joined.join(_WAYS[c] for c in case.promise.channels) or "a way it does not name"
    promised = f"the text in force promised {period(case.period)} of notice by {ways}"
    hidden = case.truth == UNKNOWN and case.ways != "post"
    tail = "; what went by other ways than the page cannot be seen from here" if hidden else ""
    return f"{_lead_words(case)}; {promised}{tail}"


def _lead_words(case: Case) -> str:
    days = lead(case.step.posting, case.effect)
    if days is None:
        return "the new text names no day from which it applies"
    fewest, most = days
    if most is not None and most < 0:
        return f"the page first showed the new text {span(-most, -fewest)} after the day it names"
    return f"the page showed the new text {span(fewest, most)} before the day it names"
