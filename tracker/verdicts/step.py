"""What the facets look at: one step of a policy's history, with the little that each of them asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

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
from tracker.verdicts.days import Posting, Zone
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN

_NOISE = ("furniture", "capture", "layout", "none")


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

    @cached_property
    def variant(self) -> bool:
        """The text, or its stamp, was seen before the older version: another variant, no step in time."""
        if self.returns:
            return True
        earlier = set(self.memory.stamps) - set(_dated(self.before))
        now = set(_dated(self.after)) - set(_dated(self.before))
        return bool(now) and now <= earlier

    @cached_property
    def posting(self) -> Posting:
        """When the newer text was posted. Without a check log: after the older text was captured."""
        zone = Zone.of(self.publisher.time_zone if self.publisher else None, self.newer.fetched_at)
        after = self.old_seen_at
        return Posting(
            after if after and after < self.newer.fetched_at else None, self.newer.fetched_at, zone
        )

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
    def decision(self) -> Decision | None:
        """The newest decision of a reviewer about this version."""
        found = [d for d in self.evidence.decisions if d.commit == self.newer.commit]
        return found[-1] if found else None

    @property
    def material(self) -> Truth:
        """What a reviewer decided: only a person can say that a change is of the kind a promise is about."""
        return _decided(self.decision.material if self.decision else None)

    @property
    def exception(self) -> Truth:
        """What a reviewer decided: does an exception that the promise makes apply?"""
        return _decided(self.decision.exception if self.decision else None)

    def effect_moved_forward(self) -> bool:
        """The day it applies from is a new one, later than the old: else nothing new is said."""
        old, new = candidates(self.before, "effective"), candidates(self.after, "effective")
        if not new or set(old) == set(new):
            return False
        return not old or min(first for first, _ in new) > min(first for first, _ in old)

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


def _decided(value: bool | None) -> Truth:
    return UNKNOWN if value is None else TRUE if value else FALSE


def stamps(reading: Reading, role: Role) -> list[Stamp]:
    """The stamps of a role with at least one candidate, in order of place."""
    return [s for s in reading.stamps if role in s.role and s.candidates]


def candidates(reading: Reading, role: Role) -> tuple[Days, ...]:
    """The union of the candidates of a role: several different stamps of one role leave all of them open."""
    return tuple(dict.fromkeys(days for stamp in stamps(reading, role) for days in stamp.candidates))


def pledged(reading: Reading) -> Pledge:
    """What a version promised, and from when it applied."""
    return Pledge(candidates(reading, "effective"), reading.promises)


def timed(promises: tuple[Promise, ...]) -> list[Promise]:
    """The promises with a period before the effect."""
    return [p for p in promises if p.kind == "advance_notice" and p.period]


def _dated(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for stamp in reading.stamps:
        for role in stamp.role:
            for first, last in stamp.candidates[:1]:
                yield role, first.isoformat(), last.isoformat()
