"""Which of two readings of a numeric date can stand: narrowing and preference (NOTICE.md A4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tracker.model import Role
from tracker.stamps.dates import Dated, Order

EASTMOST = timedelta(hours=14)
"""UTC+14: a day there begins 14 hours before the day of the instant in UTC."""

_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "FM", "MH", "PW"})
_AMERICAN = ("California", "Delaware", "Colorado", ", Inc", ", LLC", "U.S. ", "United States of America")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known beside the date itself."""

    orders: frozenset[Order]
    """Orders of the unambiguous numeric stamps of the same text."""
    seen: frozenset[Order]
    """Orders of all its unambiguous numeric dates: a preference only."""
    latest: date | None
    """Last civil day anywhere on earth at which the text was seen."""
    country: str | None
    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Indices of the readings that stand, the preferred one among them, and why."""

    standing: tuple[int, ...]
    preferred: int
    basis: tuple[str, ...]


def latest_day(seen_at: datetime | None) -> date | None:
    return (seen_at + EASTMOST).date() if seen_at else None


def narrow(dated: Dated, roles: Sequence[Role], evidence: Evidence) -> Narrowed:
    """The readings left of one date: first by time, then by the text's own order; then a preference."""
    every = tuple(range(len(dated.readings)))
    if not dated.ambiguous:
        late = "updated" in roles and evidence.latest and dated.readings[0][0] > evidence.latest
        return Narrowed(every, 0, ("later than seen",) if late else ())
    by_time = _by_time(dated, roles, evidence.latest) or every
    by_order = _by_order(dated, evidence.orders) or every
    both = tuple(i for i in by_time if i in by_order)
    basis = [
        *(["not after it was seen"] if len(by_time) < len(every) else []),
        *(
            [f"order of the text's other stamps: {_only(evidence.orders)}"]
            if len(by_order) < len(every)
            else []
        ),
    ]
    if not both:
        both, basis = every, [*basis, "conflict: both readings kept"]
    if len(both) == 1:
        return Narrowed(both, 0, tuple(basis))
    order, why = _preferred(dated, evidence)
    return Narrowed(both, both.index(_index(dated, order)), (*basis, f"ambiguous; preferred by {why}"))


def _by_time(dated: Dated, roles: Sequence[Role], latest: date | None) -> tuple[int, ...]:
    """A text is not last updated after it was seen; it may well take effect later."""
    if latest is None or "updated" not in roles:
        return ()
    return tuple(i for i, (first, _) in enumerate(dated.readings) if first <= latest)


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


def _preferred(dated: Dated, evidence: Evidence) -> tuple[Order, str]:
    if only := _only(evidence.seen):
        return only, f"order of the text's other dates: {only}"
    if evidence.country:
        return ("mdy" if evidence.country.upper() in _MONTH_FIRST else "dmy"), f"country {evidence.country}"
    if dated.mark == ".":
        return "dmy", "full stops between the numbers"
    if evidence.language and evidence.language != "en":
        return "dmy", f"language {evidence.language}"
    if any(name in evidence.text for name in _AMERICAN):
        return "mdy", "American names in the text"
    return "dmy", "custom: day first"
