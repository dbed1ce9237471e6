"""The periods of a sentence: "thirty (30) days", "two weeks", "a month", "15 business days"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.model import Period, Unit
from tracker.promises.grammar import Grammar

_PLAIN_UNITS: tuple[Unit, ...] = ("day", "week", "month", "hour")


@dataclass(frozen=True, slots=True)
class Mention:
    """A period at a place of a plain sentence."""

    period: Period
    start: int
    end: int


def mentions(plain: str, grammar: Grammar) -> tuple[Mention, ...]:
    """Every period of a plain sentence, in order."""
    if not grammar.times(plain):
        return ()
    return tuple(
        Mention(period, m.start(), m.end())
        for m in grammar.period.finditer(plain)
        if (period := _period(m, grammar)) is not None
    )


def _period(m: re.Match[str], grammar: Grammar) -> Period | None:
    if m["half"]:
        return Period(float(grammar.words.half[m["half"]]), "day")
    if m["aw"] or m["am"]:
        return Period(1.0, "week" if m["aw"] else "month")
    value = _least(m, grammar)
    unit = next(u for u in _PLAIN_UNITS if m[u])
    if unit == "day" and _is_business(m, grammar):
        unit = "business_day"
    return Period(float(value), unit) if value else None


def _least(m: re.Match[str], grammar: Grammar) -> int:
    """The number of a period; of a range the lower one, which is all that is promised."""
    value = _value(m["n"], grammar)
    low = m["low"] or m["least"]
    return min(value, _value(low, grammar)) if low else value


def _value(spelt: str, grammar: Grammar) -> int:
    digits = re.match(r"\d+", spelt)
    return int(digits[0]) if digits else grammar.words.numbers[spelt]


def _is_business(m: re.Match[str], grammar: Grammar) -> bool:
    named = f"{m['q'] or ''} {m['q2'] or ''} {m['day'] or ''}"
    return grammar.has("business", named)
