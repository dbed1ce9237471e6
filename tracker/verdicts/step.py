"""What the facets look at: one step of a policy's history, with the little that each of them asks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from tracker.model import (
    Comparison,
    Days,
    Decision,
    Evidence,
    Memory,
    Pledge,
    Promise,
    Publisher,
    Reading,
    Role,
    Stamp,
    Truth,
    Version,
)  # fmt: skip
from tracker.stamps import heralds, narrow
from tracker.stamps.dates import Order
from tracker.stamps.places import HEAD_CHARACTERS, TAIL_CHARACTERS
from tracker.verdicts import clauses, worded
from tracker.verdicts.days import Posting, Zone
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN, agreed

ROLES: tuple[Role, ...] = ("updated", "effective", "published")
_NOISE = ("furniture", "capture", "layout", "none")
_WHERE = ("contact", "recipient")
"""Facts that an address tells as well as words do."""
_PICTURE = re.compile(r"!\[[^\[\]]{0,400}\]\([^()\s]{0,2000}\)")
_LOSSES = 300
"""Characters: less than that is cut out by an author; more, with nothing put in, may not have loaded."""
_FEW = 20
"""Words: no more than that is no change that a promise is broken by, if no fact is among them."""
_SHARED = 0.25
"""Of each text must stand in the other before they are held for two texts of one policy."""


@dataclass(frozen=True)
class Step:
    """The step from the older version to the newer, and what is known around it."""

    older: Version
    before: Reading
    newer: Version
    after: Reading
    comparison: Comparison
    returns: bool
    memory: Memory
    publisher: Publisher | None
    evidence: Evidence

    @property
    def changed(self) -> bool:
        """The policy's own words or dates changed: not its furniture, its layout or its capture."""
        return self.comparison.significance not in _NOISE

    @property
    def reworded(self) -> bool:
        """Its words changed, not its dates alone."""
        return self.comparison.significance in ("substantive", "editorial")

    @cached_property
    def variant(self) -> bool:
        """The text, or its stamp, was seen before the older version: another variant, no step in time."""
        if self.returns or self.translated:
            return True
        earlier = set(self.memory.stamps) - set(_dated(self.before))
        now = set(_dated(self.after)) - set(_dated(self.before))
        return bool(now) and now <= earlier

    @property
    def translated(self) -> bool:
        """The text came in another language: another variant."""
        return None not in (self.before.language, self.after.language) and (
            self.before.language != self.after.language
        )

    @cached_property
    def posting(self) -> Posting:
        """When the newer text was posted. Without a check log: after the older text was captured."""
        after, until = self.old_seen_at, self.newer.fetched_at
        name = self.publisher.time_zone if self.publisher else None
        zone = Zone.of(name, until) if after is None else Zone.of(name, after, until)
        return Posting(after if after and after < until else None, until, zone)

    @property
    def old_seen_at(self) -> datetime | None:
        """The last instant at which the older text is known to have been served."""
        known = self.newer.last_seen_at or self.older.fetched_at
        return known if known <= self.newer.fetched_at else None

    @property
    def basis(self) -> str:
        """What the left end of the interval rests on: a check that met the old text, or its first capture."""
        return "check" if self.newer.last_seen_at else "capture"

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """Why the two texts may not be the policy before and after a change, though they differ.

        While one of these stands, nothing is said of the step that speaks against the publisher.
        """
        gone, come = _moved_characters(self.comparison)
        kept_of_older = sum(end - start for start, end, _ in self.comparison.spans)
        found = {
            "no_words": self.comparison.significance == "substantive"
            and all(fact.kind in _WHERE for fact in self.comparison.facts)
            and not worded.worded(self.comparison),
            "spelling": not self.comparison.facts and worded.misspelt(self.comparison),
            "other_region": worded.other_region(self.comparison),
            "other_locale": any(self._restyled(role) for role in ROLES),
            "only_losses": gone > _LOSSES and come * 10 < gone,
            "other_text": self.comparison.kept < _SHARED or kept_of_older < _SHARED * len(self.before.text),
            "doubtful_capture": bool(self.older.flags or self.newer.flags),
        }
        return tuple(name for name, doubtful in found.items() if doubtful)

    @property
    def slight(self) -> bool:
        """A few words came or went, and none of them a number, a duty, a denial or another fact."""
        changes = (c for c in self.comparison.changes if c.significance == "substantive")
        weighty = bool(self.comparison.facts) or any(c.tags for c in changes)
        return not weighty and worded.size(self.comparison) <= _FEW

    @property
    def material(self) -> Truth:
        """What a reviewer decided: only a person can say that a change is of the kind a promise is about."""
        return _decided([d for d in self._decisions if d.material is not None], lambda d: d.material)

    @property
    def exception(self) -> Truth:
        """What a reviewer decided: does an exception that the promise makes apply?"""
        return _decided([d for d in self._decisions if d.exception is not None], lambda d: d.exception)

    @cached_property
    def _decisions(self) -> list[Decision]:
        return [d for d in self.evidence.decisions if d.commit == self.newer.commit]

    def dates(self, role: Role, *, old: bool) -> tuple[Days, ...]:
        """The candidates of a role; a stamp that stands in both texts keeps what its earlier sight left."""
        if old:
            return candidates(self.before, role, self._order)
        known = {_words(s): narrow.in_order(s, self._order) for s in stamps(self.before, role)}
        return tuple(
            dict.fromkeys(
                days
                for stamp in stamps(self.after, role)
                for days in _narrowed(narrow.in_order(stamp, self._order), known.get(_words(stamp)))
            )
        )

    @cached_property
    def _order(self) -> Order | None:
        """The one order of day and month that the dates of both texts show, a later stamp's too."""
        dated = (stamp for reading in (self.before, self.after) for stamp in reading.stamps)
        orders = {order for stamp in dated if (order := narrow.order_of(stamp))}
        return orders.pop() if len(orders) == 1 else None

    def moved(self, role: Role) -> Truth:
        """Does the newer text state another date in that role? UNKNOWN when one reading is shared."""
        old, new = self.dates(role, old=True), self.dates(role, old=False)
        if set(old) == set(new) or _said(self.before, role) == _said(self.after, role):
            return FALSE
        return UNKNOWN if _overlap(old, new) else TRUE

    def at_the_edge(self, role: Role) -> bool:
        """Does the newer text's date stand at its head or its end, and not among what follows a part?"""
        text = self.after.text
        found = stamps(self.after, role)[:1]
        return any(s.start < HEAD_CHARACTERS or s.end > len(text) - TAIL_CHARACTERS for s in found)

    def _restyled(self, role: Role) -> bool:
        """The same dates are written in another way, as where another region is addressed."""
        old, new = self.dates(role, old=True), self.dates(role, old=False)
        return set(old) == set(new) and _said(self.before, role) != _said(self.after, role)

    def of_another(self, promise: Promise) -> bool:
        """Does the promise speak of another document than this one?"""
        return clauses.of_another(promise, self.older.policy.partition("/")[2], self.before.title)

    def forward(self, role: Role) -> bool:
        """Every reading of the new date is later than every reading of the old; False when one is missing."""
        old, new = self.dates(role, old=True), self.dates(role, old=False)
        return bool(old and new) and min(first for first, _ in new) > max(last for _, last in old)

    def back(self, role: Role) -> bool:
        """Every reading of the new date is earlier than every reading of the old."""
        old, new = self.dates(role, old=True), self.dates(role, old=False)
        return bool(old and new) and max(last for _, last in new) < min(first for first, _ in old)

    @cached_property
    def went_back(self) -> bool:
        """A date of its own went back: a rollback, or another region's text."""
        return any(self.back(role) for role in ROLES)

    @cached_property
    def heralded(self) -> tuple[Days, ...]:
        """The days from which a banner above the older text says that the next text applies."""
        return heralds.days(self.before.text, self.before.blocks, self.before.language)

    def effect(self) -> Literal["forward", "first", "standing"]:
        """How the day it applies from lies to the one before: later, named for the first time, or no news."""
        if self.went_back or not self.dates("effective", old=False):
            return "standing"
        if not self.dates("effective", old=True):
            return "first"
        return "forward" if self.forward("effective") else "standing"

    @cached_property
    def pending(self) -> bool:
        """The day from which the older text was to apply had not come when the newer one was seen."""
        old = self.dates("effective", old=True)
        return bool(old) and min(first for first, _ in old) > self.posting.latest

    def governing(self) -> list[Pledge]:
        """The pledges that may have been in force when the newer text was posted, newest first."""
        found: list[Pledge] = []
        for pledge in reversed(self.memory.pledges or (pledged(self.before),)):
            begins = pledge.effective
            if begins and min(first for first, _ in begins) > self.posting.latest:
                continue
            found.append(pledge)
            if not begins or max(last for _, last in begins) <= self.posting.earliest:
                break
        return found or [pledged(self.before)]


def _decided(decisions: list[Decision], answer: Callable[[Decision], bool | None]) -> Truth:
    """The newest answer counts, whatever the order of filing; two at one instant must agree."""
    newest = max((d.decided_at for d in decisions), default=None)
    return agreed(TRUE if answer(d) else FALSE for d in decisions if d.decided_at == newest)


def _moved_characters(comparison: Comparison) -> tuple[int, int]:
    """Characters deleted and inserted by the substantive changes; blank space and pictures are none."""
    edits = [e for c in comparison.changes if c.significance == "substantive" for e in c.edits]
    gone, come = (
        sum(len(_PICTURE.sub("", t).strip()) for op, t in edits if op == wanted)
        for wanted in ("delete", "insert")
    )
    return gone, come


def stamps(reading: Reading, role: Role) -> list[Stamp]:
    """The stamps of a role with at least one candidate, in order of place; relative ones are none."""
    return [s for s in reading.stamps if role in s.role and s.candidates and not relative(s)]


def relative(stamp: Stamp) -> bool:
    """ "Last updated a year ago": it moves by itself, and proves nothing."""
    return "relative" in stamp.basis


def conflicting(reading: Reading, role: Role) -> bool:
    """Several stamps of one role that share no reading, as where the texts of several regions stand."""
    found = [s.candidates for s in stamps(reading, role)]
    return any(not _overlap(found[0], other) for other in found[1:])


def candidates(reading: Reading, role: Role, order: Order | None = None) -> tuple[Days, ...]:
    """The union of the candidates of a role: several different stamps of one role leave all of them open."""
    dated = (narrow.in_order(stamp, order) for stamp in stamps(reading, role))
    return tuple(dict.fromkeys(days for readings in dated for days in readings))


def pledged(reading: Reading) -> Pledge:
    """What a version promised, and from when it applied."""
    return Pledge(candidates(reading, "effective"), reading.promises)


def timed(promises: tuple[Promise, ...]) -> list[Promise]:
    """The promises with a period before the effect; one that a summary repeats is one."""
    found = [p for p in promises if p.kind == "advance_notice" and p.period]
    return list({(p.period, p.anchor, p.trigger, p.channels, p.bound): p for p in reversed(found)}.values())[
        ::-1
    ]


def _narrowed(now: tuple[Days, ...], earlier: tuple[Days, ...] | None) -> tuple[Days, ...]:
    return tuple(days for days in now if days in earlier) or now if earlier else now


def _overlap(some: tuple[Days, ...], others: tuple[Days, ...]) -> bool:
    return any(a <= d and c <= b for a, b in some for c, d in others)


def _words(stamp: Stamp) -> str:
    return " ".join(stamp.raw.split()).casefold()


def _said(reading: Reading, role: Role) -> set[str]:
    return {_words(stamp) for stamp in stamps(reading, role)}


def _dated(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for stamp in reading.stamps:
        if relative(stamp):
            continue
        for role in stamp.role:
            for first, last in stamp.candidates[:1]:
                yield role, first.isoformat(), last.isoformat()
