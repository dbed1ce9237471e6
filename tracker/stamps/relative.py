"""Stamps that count back from the day of reading: "Last updated 1 year ago"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tracker.model import Days, Precision, Stamp

BASIS = "relative"

_N = r"(\d{1,3}|an?|one|un|une|ein|einem|einer|uno|una|um|uma)"
_UNIT = (
    r"(days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|années?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?"
    r"|d[ií]as?|semanas?|m[eê]s(?:es)?|años?|anos?|giorn[io]|settiman[ae]|mes[ei]|ann[oi]|dagen|dag|weken|maand(?:en)?|jaar)"
)
_AGO = (
    re.compile(rf"\b(?:over |more than |about |almost )?{_N}\s+{_UNIT}\s+(?:ago|fa|geleden|atrás)\b", re.I),
    re.compile(rf"\b(?:il y a|vor|hace|há)\s+{_N}\s+{_UNIT}\b", re.I),
)

_CUES = (
    *(
        " ago",
        " geleden",
        " atrás",
        "il y a ",
        "hace ",
        "há ",
        " fa\n",
        " fa ",
        " fa)",
        " fa*",
        " fa_",
        "vor ein",
    ),
    *(f"vor {digit}" for digit in range(1, 10)),
)

_UNITS = dict(
    zip("djtgwsmya", ("day", "day", "day", "day", "week", "week", "month", "year", "year"), strict=True)
)
"""By the first letter of the unit's name."""
_PRECISION: dict[str, Precision] = {"day": "day", "week": "day", "month": "month", "year": "year"}


@dataclass(frozen=True, slots=True)
class Ago:
    """So many whole units before the reading."""

    start: int
    end: int
    count: int
    unit: str
    vague: bool
    """ "over a week ago": no end to how long."""

    @property
    def precision(self) -> Precision:
        return _PRECISION[self.unit]

    def days(self, seen_on: date) -> tuple[Days, ...]:
        """From one unit more than stated to exactly the units stated; () when there is no end to them."""
        if self.vague:
            return ()
        return ((_back(seen_on, self.count + 1, self.unit), _back(seen_on, self.count, self.unit)),)


def at_sight(stamp: Stamp, seen_at: datetime) -> Stamp:
    """A relative stamp with the days it meant when the text was met."""
    if stamp.candidates or BASIS not in stamp.basis:
        return stamp
    days = next(in_text(stamp.raw, 0, len(stamp.raw))).days(seen_at.date())
    return replace(stamp, candidates=days, preferred=0 if days else None)


def in_text(text: str, start: int, end: int) -> Iterator[Ago]:
    """The relative dates in ``text[start:end]``."""
    small = text[start:end].lower()
    if not any(cue in small for cue in _CUES):  # most texts end here
        return
    for pattern in _AGO:
        for found in pattern.finditer(text, start, end):
            count = int(found[1]) if found[1].isdigit() else 1
            yield Ago(found.start(), found.end(), count, _unit(found[2].lower()), _vague(found[0]))


def _vague(words: str) -> bool:
    return words.lower().startswith(("over", "more"))


def _unit(word: str) -> str:
    if word.startswith(("jahr", "jaar")):
        return "year"
    return _UNITS[word[0]]


def _back(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    year, month = max(1, months // 12), months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
