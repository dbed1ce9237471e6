"""Days and intervals: when a text was posted, and whether a period had passed before a date (NOTICE.md A4).

An instant of posting is known as an interval, a civil day has no time zone, a stated date is a set of
candidate intervals: every function here answers only what holds for all of them.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.model import Days, Period, Truth
from tracker.verdicts.truth import FALSE, TRUE, UNKNOWN, agreed

WEST, EAST = -12.0, 14.0
"""Hours from UTC of the westernmost and easternmost civil days."""
PUBLISHING = timedelta(days=2)
"""A third of all new dates lie a day or two before their first sight: texts take that long to go out."""
_HOLIDAYS = {"business_day": (5, 4)}
"""Of business days: one holiday in 5, one more, and 4 at most: an allowance, not a calendar."""
_FAR = date.max - timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Zone:
    """The hours from UTC that the publisher's civil day may have; equal when its time zone is declared."""

    west: float = WEST
    east: float = EAST

    @classmethod
    def of(cls, name: str | None, *instants: datetime) -> Zone:
        """The offsets of a named time zone at some instants; every zone when the name is not known."""
        try:
            zone = ZoneInfo(name) if name else None
        except (ValueError, OSError, ZoneInfoNotFoundError):
            zone = None
        offsets = [zone.utcoffset(at) for at in instants] if zone else []
        hours = [offset.total_seconds() / 3600 for offset in offsets if offset is not None]
        return cls(min(hours), max(hours)) if hours else cls()


def day(at: datetime, hours: float) -> date:
    """The civil day of an instant so many hours from UTC."""
    return (at + timedelta(hours=hours)).date()


@dataclass(frozen=True, slots=True)
class Posting:
    """The text was posted after ``after`` (None: not known since when) and not after ``until``."""

    after: datetime | None
    until: datetime
    zone: Zone = Zone()

    @property
    def earliest(self) -> date:
        return date.min if self.after is None else day(self.after + timedelta(seconds=1), self.zone.west)

    @property
    def latest(self) -> date:
        return day(self.until, self.zone.east)


def added(start: date, period: Period) -> date:
    """The last day of a period that begins with the day after ``start``.

    Months are calendar months: 31 January and one month is the last of February. # NOTICE.md A4, counting
    """
    value = int(period.value)
    if start >= _FAR:
        return date.max
    if period.unit == "month":
        return _month_later(start, value)
    if period.unit == "business_day":
        return _business_days_later(start, value)
    days = value * 7 if period.unit == "week" else -(-value // 24) if period.unit == "hour" else value
    return start + timedelta(days=days) if days < (_FAR - start).days else date.max


def _month_later(start: date, months: int) -> date:
    number = start.year * 12 + start.month - 1 + months
    year, month = divmod(number, 12)
    if year > 9998:
        return date.max
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _business_days_later(start: date, days: int) -> date:
    at = start
    for _ in range(min(days, 2000)):
        at += timedelta(days=3 if at.weekday() == 4 else 2 if at.weekday() == 5 else 1)
    return at


def holidays(period: Period) -> int:
    """Days that holidays may add to a period of business days."""
    if period.unit not in _HOLIDAYS:
        return 0
    each, most = _HOLIDAYS[period.unit]
    return min(int(period.value) // each + 1, most)


def passed(posted: date, effect: date, period: Period, allowance: int = 0) -> Truth:
    """Had the period passed before the day of effect, if the text was posted on that day?

    UNKNOWN when the effect falls on the last day of the period: texts and laws differ whether that does.
    """
    end = added(posted, period)
    if end == date.max:
        return FALSE
    late = end + timedelta(days=allowance)
    return TRUE if late < effect else FALSE if end > effect else UNKNOWN


def period_kept(posting: Posting, effect: Sequence[Days], period: Period) -> Truth:
    """Did the period lie between posting and effect, under every day of posting and reading of the date?"""
    readings: list[Truth] = []
    for first, last in effect:
        worst = passed(posting.latest, first, period, holidays(period))
        best = passed(posting.earliest, last, period) if posting.after else UNKNOWN
        readings.append(TRUE if worst == TRUE else FALSE if best == FALSE else UNKNOWN)
    return agreed(readings)


def why_open(posting: Posting, effect: Sequence[Days], period: Period) -> tuple[str, ...]:
    """The reasons that leave ``period_kept`` UNKNOWN, so that one can see what evidence would decide."""
    if not effect:
        return ("no_effective_date",)
    reasons: list[str] = []
    single = [period_kept(posting, [reading], period) for reading in effect]
    if len(set(single)) > 1:
        reasons.append("date_ambiguous")
    for (first, last), value in zip(effect, single, strict=True):
        if value == UNKNOWN:
            reasons += _why_open(posting, first, last, period)
    return tuple(dict.fromkeys(reasons))


def _why_open(posting: Posting, first: date, last: date, period: Period) -> list[str]:
    ends = [passed(d, e, period, holidays(period)) for d in _ends(posting) for e in (first, last)]
    reasons = ["boundary_day"] if UNKNOWN in ends else []
    if first != last:
        reasons.append("date_precision")
    if posting.after is None or posting.earliest != posting.latest:
        reasons.append("first_seen_interval")
    return reasons


def _ends(posting: Posting) -> tuple[date, ...]:
    return (posting.latest,) if posting.after is None else (posting.earliest, posting.latest)


def lead(posting: Posting, effect: Sequence[Days]) -> tuple[int, int | None] | None:
    """Fewest and most days from posting to effect over all readings; the most is None when unbounded."""
    if not effect:
        return None
    fewest = min((first - posting.latest).days for first, _ in effect)
    if posting.after is None:
        return fewest, None
    return fewest, max((last - posting.earliest).days for _, last in effect)


def old_text_after_effect(effect: Sequence[Days], old_seen_at: datetime | None, zone: Zone) -> Truth:
    """Was the old text still served after the new one was to take effect?"""
    if old_seen_at is None or not effect:
        return UNKNOWN
    west, east = day(old_seen_at, zone.west), day(old_seen_at, zone.east)
    return agreed(TRUE if west > last else FALSE if east < first else UNKNOWN for first, last in effect)


def stamp_moved(same: bool, stated: Sequence[Days], old_seen_at: datetime | None) -> Truth:
    """Of a text that changed: does its stamp tell of the change?

    FALSE only if the unchanged stamp's last possible day lies before the last sight of the old text.
    """
    if not same:
        return TRUE
    if old_seen_at is None or not stated:
        return UNKNOWN
    return FALSE if day(old_seen_at, WEST) > max(last for _, last in stated) else UNKNOWN


def wholly_before(stated: Sequence[Days], at: datetime | None) -> Truth:
    """Does a stated date lie, under every reading and in every zone, before the day of an instant?"""
    if at is None or not stated:
        return UNKNOWN
    west, east = day(at, WEST), day(at, EAST)
    return agreed(TRUE if last < west else FALSE if first >= east else UNKNOWN for first, last in stated)
