"""Stamps that count back from the day of reading: "Last updated 1 year ago"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tracker.model import Days, Precision

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

    def days(self, seen_at: datetime | None) -> tuple[Days, ...]:
        """From one unit more than stated to exactly the units stated, before it was seen; () unseen."""
        if seen_at is None or self.vague:
            return ()
        seen = seen_at.date()
        return ((_back(seen, self.count + 1, self.unit), _back(seen, self.count, self.unit)),)


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
