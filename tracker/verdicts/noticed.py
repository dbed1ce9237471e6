"""The facet of notice: was the promised notice given? (NOTICE.md A4)

Wording: what the page showed, what the text promised, what cannot be seen from here. "Short" is said of the
public channel only and never without the days; what is open is named in the conditions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tracker.model import Channel, Days, Notice, Period, Promise, Truth, Verdict
from tracker.verdicts import channels, clauses
from tracker.verdicts.days import PUBLISHING, added, day, lead, period_kept, why_open
from tracker.verdicts.step import Step, conflicting, timed
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN, conjunction, disjunction
from tracker.verdicts.wording import (
    Shown,
    doubted,
    interval,
    lead_shown,
    period,
    quoted,
    span,
    told,
    unchecked,
)

_WAYS: dict[Channel, str] = {
    "email": "email",
    "website": "the website",
    "in_app": "the product",
    "post": "letter",
    "other": "another way",
}
_SOME = re.compile(r"\b(?:existing|registered|affected|business|pro|active|professional)\b", re.IGNORECASE)
"""An audience that leaves others out: the day a text names may be that of the others."""


@dataclass(frozen=True)
class Case:
    """One promise with a period, held against one step."""

    step: Step
    promise: Promise
    period: Period
    effect: tuple[Days, ...]
    """The day the newer text applies from, if it names a new one."""

    @cached_property
    def page(self) -> Truth:
        """Did the page show the new text early enough?"""
        return period_kept(self.step.posting, self.effect, self.period)

    @property
    def ways(self) -> channels.Channels:
        return channels.visible(self.promise)

    @property
    def elsewhere(self) -> bool:
        """Could the website have told of it on another page than the one that is watched?"""
        return "website" in self.promise.channels and not channels.this_page(self.promise)

    @property
    def hidden(self) -> bool:
        """Short on this page, and another page of the website may have told in time."""
        return self.elsewhere and self.page == FALSE and self.posted == UNKNOWN

    @cached_property
    def posted(self) -> Truth:
        """Did the website show it early enough? A promise that names no way is not kept by the page alone."""
        if not self.promise.channels:
            return UNKNOWN
        shown = disjunction(self.page, TRUE) if self.heralded_early else self.page
        return disjunction(shown, self._filed("website")) if self.elsewhere else shown

    @property
    def heralded(self) -> bool:
        """Did a banner above the older text name this very day for the text to come?"""
        return bool(self.effect) and all(reading in self.step.heralded for reading in self.effect)

    @property
    def heralded_early(self) -> bool:
        """Was the banner there early enough? It was when the older text was captured, and may be older."""
        return self.heralded and self._before(self.step.older.fetched_at)

    def _before(self, announced_at: datetime) -> bool:
        """Whether the period had passed under every reading if it was announced then."""
        announced_on = day(announced_at, self.step.posting.zone.east)
        return all(added(announced_on, self.period) < first for first, _ in self.effect)

    @cached_property
    def private(self) -> Truth:
        """Was it announced early enough by ways that only filed evidence shows?"""
        ways = [way for way in self.promise.channels if way != "website"]
        kept = [self._filed(way) for way in ways] or [self._filed(None)]
        return conjunction(*kept) if self.promise.channel_logic == "all" else disjunction(*kept)

    def _filed(self, way: Channel | None) -> Truth:
        """TRUE when a filed notice came early enough; what was not filed proves nothing. None: any way."""
        return TRUE if any(way in (None, n.channel) for n in self.early) else UNKNOWN

    @cached_property
    def early(self) -> list[Notice]:
        """The filed notices of this change that came early enough under every reading."""
        notices = [n for n in self.step.evidence.notices if self.effect and _may_be_of(self.step, n)]
        return [n for n in notices if self._before(n.announced_at)]

    @property
    def material(self) -> Truth:
        """Is the change of the kind that the promise is about?"""
        if self.promise.trigger == "other":
            return UNKNOWN
        return TRUE if self.promise.trigger == "any" else self.step.material

    @property
    def exception(self) -> Truth:
        return self.step.exception if self.promise.exceptions else FALSE

    @cached_property
    def says(self) -> Truth:
        """If the promise applies, was it met? Before anything that forbids to say so."""
        return channels.compliant(self.material, self.exception, self.ways, self.posted, self.private)

    @cached_property
    def excused(self) -> tuple[str, ...]:
        """What forbids to say that notice was short."""
        return tuple(name for name, stands in EXCUSES if stands(self)) if self.says == FALSE else ()

    @property
    def truth(self) -> Truth:
        return UNKNOWN if self.excused or (self.step.doubts and self.says != UNKNOWN) else self.says

    @property
    def shown(self) -> Shown:
        hints = sorted({tag for c in self.step.comparison.changes for tag in c.tags})
        return {
            **quoted(self.promise),
            **interval(self.step),
            "effective": told(self.effect),
            **lead_shown(lead(self.step.posting, self.effect)),
            "page": self.page,
            "hints": ", ".join(hints),
        }


def _late(case: Case) -> bool:
    """It may have come after its own day, by more than publishing takes, as another region's text does."""
    days = lead(case.step.posting, case.effect)
    return days is not None and days[0] < -PUBLISHING.days


def _heralded_late(case: Case) -> bool:
    """A banner announced it on the page, too late from what is known; it may be older than its capture."""
    return case.heralded and not case.heralded_early


EXCUSES: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("not_bound", lambda case: clauses.hedged(case.promise)),
    ("another_document", lambda case: case.step.of_another(case.promise)),
    ("editorial", lambda case: case.step.comparison.significance == "editorial"),
    ("audience", lambda case: _SOME.search(case.promise.audience or "") is not None),
    ("conflicting_stamps", lambda case: conflicting(case.step.after, "effective")),
    ("other_variant", _late),
    ("banner_before", _heralded_late),
)
"""What keeps a short notice on the page from being called one, each with the question that it leaves open."""


def notice(step: Step) -> Iterator[Verdict]:
    """One verdict for each promise with a period that was in force before the change."""
    if not step.reworded:
        return
    pledges = step.governing()
    promises = timed(pledges[0].promises)
    if not promises:
        yield _without_period(pledges[0].promises)
    for promise in promises:
        yield _judged(_case(step, promise), others=[timed(p.promises) for p in pledges[1:]])


def _without_period(promises: Sequence[Promise]) -> Verdict:
    promise = next((p for p in promises if p.kind == "notice"), None)
    if promise is not None and channels.visible(promise) != "post":
        reason = "the text in force promised to announce changes, without a time, in a way not seen from here"
        return Verdict("notice", "not_observable", UNKNOWN, reason, ("private_channel",), quoted(promise))
    shown = promise or next((p for p in promises if p.kind == "posting"), None)
    reason = "no promise of notice with a time was found in the text in force"
    if shown is not None:
        reason += "; it promised to show changes on its website, and the page shows this one"
    return Verdict("notice", "promise_absent", UNKNOWN, reason, (), quoted(shown) if shown else {})


def _case(step: Step, promise: Promise) -> Case:
    assert promise.period is not None
    effect = step.dates("effective", old=False) if step.effect() != "standing" else ()
    return Case(step, promise, promise.period, effect)


def _judged(case: Case, others: Sequence[Sequence[Promise]]) -> Verdict:
    if case.step.went_back:
        reason = (
            "a date that the text states went back: a rollback or another variant, of which nothing is said"
        )
        return Verdict("notice", "undecided", UNKNOWN, reason, ("stamp_regressed",), case.shown)
    if case.promise.anchor in ("posting", "notice") and not case.effect:
        return _derived(case)
    if case.truth != UNKNOWN and any(_otherwise(case, earlier) for earlier in others):
        reason = "which text was in force is not certain, and they promise different things"
        return Verdict("notice", "undecided", UNKNOWN, reason, ("version_in_force",), case.shown)
    return Verdict("notice", _value(case), case.truth, _words(case), _conditions(case), case.shown)


def _may_be_of(step: Step, notice: Notice) -> bool:
    """A notice is about the version it was filed for, else it may be about the next change after it."""
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
    reason = f"the text applies {period(case.period)} after it was {begins}, and names no new day itself"
    return Verdict("notice", "not_applicable", TRUE, reason, (), shown)


def _otherwise(case: Case, earlier: Sequence[Promise]) -> bool:
    """True when a text that may have been in force instead would be judged otherwise."""
    kept = [_case(case.step, promise).truth for promise in earlier]
    return not kept or any(truth != case.truth for truth in kept)


def _conditions(case: Case) -> tuple[str, ...]:
    """What is open and could decide, or, of a notice filed for no version, turn the verdict."""
    if case.truth == UNKNOWN:
        return tuple(dict.fromkeys(_open(case)))
    assumed = (
        case.truth == TRUE and case.page != TRUE and case.early and not any(n.commit for n in case.early)
    )
    return ("notice_of_this_change",) if assumed else ()


def _open(case: Case) -> Iterable[str]:
    yield from case.excused
    if case.hidden:
        yield "elsewhere_on_site"
    if case.ways != "post" and case.private == UNKNOWN:
        yield "private_channel" if case.promise.channels else "channel"
    if case.ways != "private" and case.page == UNKNOWN:
        yield from why_open(case.step.posting, case.effect, case.period)
    if not case.effect:
        yield "no_effective_date"
    if case.material == UNKNOWN:
        yield "material"
    if case.exception == UNKNOWN:
        yield "exception"
    yield from case.step.doubts


def _value(case: Case) -> str:
    if case.truth == TRUE and (case.material == FALSE or case.exception == TRUE):
        return "not_applicable"
    if case.page == TRUE and case.ways != "private":
        return "met_on_public_channel"
    if case.truth == TRUE:
        return "met"
    if case.ways == "private":
        return "not_observable"
    return "short_on_public_channel" if case.page == FALSE else "undecided"


def _words(case: Case) -> str:
    joined = " and " if case.promise.channel_logic == "all" else " or "
    ways = joined.join(_WAYS[c] for c in case.promise.channels) or "a way it does not name"
    verb = "promised" if case.promise.bound else "said it may give"
    promised = f"the text in force {verb} {period(case.period)} of notice by {ways}"
    return f"{_lead_words(case)}; {promised}{''.join(_tails(case))}"


def _tails(case: Case) -> Iterator[str]:
    """What is added for fairness: what else could have been, and how well it is known."""
    if case.truth == UNKNOWN and case.ways != "post":
        yield "; what went by other ways than the page cannot be seen from here"
    if case.hidden:
        yield "; it may have stood on another page of the website"
    if case.heralded:
        at = case.step.older.fetched_at.date()
        yield f"; a banner above the older text, captured on {at}, announced the day and led to the new text"
    if case.truth == TRUE and case.page != TRUE and case.early:
        yield f"; a notice of {min(n.announced_at for n in case.early).date()} is filed"
    if case.truth == UNKNOWN and case.step.doubts:
        yield f"; {doubted(case.step)}"
    if case.effect:
        yield unchecked(case.step)


def _lead_words(case: Case) -> str:
    days = lead(case.step.posting, case.effect)
    if days is None:
        return "the new text names no new day from which it applies"
    fewest, most = days
    if most is not None and most < 0:
        return f"the page first showed the new text {span(-most, -fewest)} after the day it names"
    if fewest < 0:
        ahead = "an unknown number of days" if most is None else span(most, most)
        between = f"{span(-fewest, -fewest)} after and {ahead} before"
        return f"the page first showed the new text between {between} the day it names"
    return f"the page showed the new text {span(fewest, most)} before the day it names"
