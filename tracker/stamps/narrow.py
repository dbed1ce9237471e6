"""Which of two readings of a numeric date can stand: narrowing and preference (NOTICE.md A4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import get_args

from tracker.model import Days, Stamp
from tracker.remembering import remember
from tracker.stamps.dates import Dated, Order

EASTMOST = timedelta(hours=14)
"""UTC+14: a day there begins 14 hours before the day of the instant in UTC."""

BY_ORDER = "order of the text's other stamps"
AMBIGUOUS = "ambiguous"

_NUMBERS = re.compile(r"(\d{1,2})\s*\\?[./-]\s*(\d{1,2})\s*\\?[./-]\s*\d{4}")
_PATTERN = re.compile(r"\b(mm|dd)[./-](?:mm|dd)[./-]yy", re.I)
_NAMED = 3000
"""Characters from both ends in which a text names the order of its dates."""
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "FM", "MH", "PW"})
_AMERICAN = ("California", "Delaware", "Colorado", ", Inc", ", LLC", "U.S. ", "United States of America")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known beside the date itself."""

    orders: frozenset[Order]
    """Orders of the unambiguous numeric stamps of the same text."""
    seen: frozenset[Order]
    """Orders of all its unambiguous numeric dates: a preference only."""
    country: str | None
    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Indices of the readings that stand, the preferred one among them, and why."""

    standing: tuple[int, ...]
    preferred: int
    basis: tuple[str, ...]


def named(text: str) -> frozenset[Order]:
    """The order that a text names for its dates: "(mm/dd/yyyy)"."""
    found = {
        "mdy" if m[1].lower() == "mm" else "dmy"
        for m in _PATTERN.finditer(f"{text[:_NAMED]}\n{text[-_NAMED:]}")
    }
    return frozenset(order for order in get_args(Order) if order in found)


def narrow(dated: Dated, evidence: Evidence) -> Narrowed:
    """The readings left by the order of the text's other stamps, and the one preferred."""
    every = tuple(range(len(dated.readings)))
    if not dated.ambiguous:
        return Narrowed(every, 0, ())
    if by_order := _by_order(dated, evidence.orders):
        return Narrowed(by_order, 0, (f"{BY_ORDER}: {_only(evidence.orders)}",))
    order, why = _preferred(dated, evidence)
    return Narrowed(every, _index(dated, order), (f"{AMBIGUOUS}; preferred by {why}",))


def at_sight(stamp: Stamp, seen_at: datetime) -> Stamp:
    """A stamp of a text met at an instant: it was not last updated after that (NOTICE.md A4, rule 1).

    A date of effect may well be later. If only a reading stands that the text's own order has removed, the
    rules contradict each other: both stand again, and the basis says so.
    """
    if "updated" not in stamp.role or not stamp.candidates:
        return stamp
    latest = (seen_at + EASTMOST).date()
    standing = tuple(c for c in stamp.candidates if c[0] <= latest)
    if len(standing) == len(stamp.candidates):
        return stamp
    if not standing:
        return _later_than_seen(stamp, latest)
    kept = tuple(why for why in stamp.basis if not why.startswith(AMBIGUOUS))
    return replace(stamp, candidates=standing, preferred=0, basis=(*kept, "not after it was seen"))


def order_of(stamp: Stamp) -> Order | None:
    """The order of day and month in a numeric stamp of which one reading is left; else None."""
    written = _NUMBERS.fullmatch(stamp.raw)
    if written is None or len(stamp.candidates) != 1 or written[1] == written[2]:
        return None
    day = stamp.candidates[0][0]
    return "dmy" if (int(written[1]), int(written[2])) == (day.day, day.month) else "mdy"


def in_order(stamp: Stamp, order: Order | None) -> tuple[Days, ...]:
    """The readings of a stamp when another version of the text shows the order of its dates."""
    if order is None or len(stamp.candidates) != 2 or not (written := _NUMBERS.fullmatch(stamp.raw)):
        return stamp.candidates
    numbers = (int(written[1]), int(written[2]))
    day, month = numbers if order == "dmy" else numbers[::-1]
    return tuple(c for c in stamp.candidates if (c[0].day, c[0].month) == (day, month)) or stamp.candidates


def _later_than_seen(stamp: Stamp, latest: date) -> Stamp:
    day = stamp.candidates[0][0]
    ordered = any(why.startswith(BY_ORDER) for why in stamp.basis)
    if ordered and (other := day.replace(month=day.day, day=day.month)) <= latest:
        both = ((other, other), stamp.candidates[0])
        return replace(
            stamp,
            candidates=both,
            preferred=1,
            basis=(*stamp.basis, "conflict: not after it was seen; both kept"),
        )
    return replace(stamp, basis=(*stamp.basis, "later than seen"))


def _by_order(dated: Dated, orders: frozenset[Order]) -> tuple[int, ...]:
    only = _only(orders)
    return (_index(dated, only),) if only and dated.mark else ()


def _only(orders: frozenset[Order]) -> Order | None:
    return next(iter(orders)) if len(orders) == 1 else None


def _index(dated: Dated, order: Order) -> int:
    """Of two readings d/m and m/d of one year, the one with that order; the earlier where names differ."""
    if not dated.mark:
        return 0
    return dated.day_first if order == "dmy" else 1 - dated.day_first


@remember(1)
def _names_america(text: str) -> bool:
    return any(name in text for name in _AMERICAN)


def _preferred(dated: Dated, evidence: Evidence) -> tuple[Order, str]:
    if only := _only(evidence.seen):
        return only, f"order of the text's other dates: {only}"
    if evidence.country:
        return ("mdy" if evidence.country.upper() in _MONTH_FIRST else "dmy"), f"country {evidence.country}"
    if dated.mark == ".":
        return "dmy", "full stops between the numbers"
    if evidence.language and evidence.language != "en":
        return "dmy", f"language {evidence.language}"
    if _names_america(evidence.text):
        return "mdy", "American names in the text"
    return "dmy", "custom: day first"
