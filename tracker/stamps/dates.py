"""The grammar of dates: from the figures of a year outward to the whole date, as a set of readings.

Every written date holds a year, so the year is looked for and the rest read around it: one quick pass
over the text, and a window of a few dozen characters for each year. Nothing here says what a date is for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from tracker.model import Days, Precision
from tracker.stamps import months

Order = Literal["dmy", "mdy"]

WINDOW = 44
"""Characters read before a year."""

YEARS_AT_MOST = 4000
"""Years looked at from the start of a text; the tail is always looked at."""

_S = r"[\s\u200b\\]"
_GAP = rf"{_S}{{0,4}}"
_NAME = r"(?<![^\W\d_])([^\W\d_]{3,30})"
_MARK = rf"{_GAP}([./\-‐‑–]){_GAP}"
_OF = rf"(?:(?:of|the|de|del|do|da|den|anul){_S}{{1,4}}|d['’])?"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|re|ème|eme|º|°|ª|o|a|η|ης|te|de|e)?"

_BEFORE_YEAR = (
    (
        "day name",
        re.compile(
            rf"(?<!\d)(\d{{1,2}}){_GAP}{_ORDINAL}(?![^\W\d_])(?:[\-/‑]|{_S}{{0,3}}[.,]?{_GAP}){_OF}{_NAME}"
            rf"{_S}{{0,2}}[.,\-/‑，]{{0,2}}{_GAP}{_OF}\Z",
            re.I,
        ),
    ),
    (
        "name day",
        re.compile(
            rf"{_NAME}{_S}{{0,2}}[.,\-/‑]{{0,2}}{_GAP}(?:the{_GAP})?(\d{{1,2}}){_GAP}(?:st|nd|rd|th|\.)?"
            rf"{_S}{{0,3}}[.,，、\-/]{{0,2}}{_GAP}(?:of{_GAP})?\Z",
            re.I,
        ),
    ),
    ("numbers", re.compile(rf"((?<!\d)\d{{1,2}}|(?<=\d)\d\d){_MARK}(\d{{1,2}}){_GAP}\2{_GAP}\Z")),
    ("gap", re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\s\Z")),
    (
        "vietnamese",
        re.compile(r"(?<!\d)(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})\s{0,3},?\s{0,3}năm\s{1,3}\Z", re.I),
    ),
    ("name", re.compile(rf"{_NAME}{_S}{{0,2}}[.,，\-/‑–]?{_GAP}{_OF}\Z", re.I)),
    ("month", re.compile(rf"(?<![\d./\-])(\d{{1,2}}){_GAP}[./\-]{_GAP}\Z")),
)

_AFTER_YEAR = (
    ("cjk", re.compile(r"\s?[年년]\s{0,2}(\d{1,2})\s?[月월](?:\s{0,2}(\d{1,2})\s?[日일])?")),
    ("numbers", re.compile(rf"{_MARK}(\d{{1,2}}){_GAP}\1{_GAP}(\d{{1,2}})(?!\d)")),
    ("name day", re.compile(rf"\\?[.,]?{_GAP}(?:m\.{_GAP}|г\.{_GAP})?{_NAME}[.,]?{_GAP}(\d{{1,2}})(?!\d)")),
    ("day name", re.compile(rf"\\?[.,]?{_GAP}(?:gada{_GAP})?(\d{{1,2}})\.?{_GAP}{_NAME}")),
    ("hyphen name", re.compile(rf"[\-/]{_NAME}[\-/](\d{{1,2}})(?!\d)")),
    ("name", re.compile(rf"[.,\-/]?{_GAP}(?:m\.{_GAP}|gada{_GAP})?{_NAME}")),
    ("month", re.compile(r"[\-/.](\d{1,2})(?![\d./\-])")),
)

_YEAR = re.compile(r"20\d\d(?!\d)")
_WIDE_YEAR = re.compile(r"[2２][0０]\d\d(?!\d)")
_SHORT = re.compile(r"([0-9]{1,2})([./\-])([0-9]{1,2})\2([0-9][0-9])(?![0-9./\-])")
_ERA = re.compile(
    r"(?:(令和|平成|民國|民国)\s?(元|\d{1,3})|([〇零一二三四五六七八九]{4}))\s?年"
    r"\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月(?:\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?"
)
_THAI = re.compile(
    r"(\d{1,2})\s{1,3}([\u0e01-\u0e4e]{5,12}\.?)\s{1,3}(?:พ\.\s?ศ\.\s{0,2})?(25\d\d|20\d\d)(?!\d)"
)
_NUMERIC = frozenset("0123456789./-")
_ERA_BEGINS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_BUDDHIST = 543
_FIGURES = {figure: value for value, figure in enumerate("〇一二三四五六七八九十")} | {"零": 0}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written: where, how precisely, and every day (or month, or year) it may mean."""

    start: int
    end: int
    precision: Precision
    readings: tuple[Days, ...]
    """Ordered by day; two for numbers that may be day/month or month/day."""
    order: Order | None = None
    """The order of a numeric date that has only one; None where there are two, or a month's name."""
    mark: str = ""
    """What stands between the numbers of a numeric date."""
    bare_year: bool = False
    day_first: int = 0
    """Of two numeric readings, the index of the one with the day first."""

    @property
    def ambiguous(self) -> bool:
        return len(self.readings) > 1


def in_text(text: str, language: str | None, tail: int) -> Iterator[Dated]:
    """The dates of a text in order of place; between the first years and ``tail`` not all are looked at."""
    last = 0
    for year in _years(text, tail):
        if year.start() < last:
            continue
        found = _around(text, year, language, last)
        if found:
            last = found.end
            yield found


def short(text: str, start: int, end: int) -> Iterator[Dated]:
    """Dates with two figures for the year, and of other calendars and figures, in ``text[start:end]``."""
    for found in _SHORT.finditer(text, start, end):
        if text[found.start() - 1 : found.start()].strip()[:1] in _NUMERIC:
            continue
        first, second = int(found[1]), int(found[3])
        built = _numeric(found.start(), found.end(), first, second, 2000 + int(found[4]), found[2])
        if built:
            yield built
    yield from _of_eras(text, start, end)


def _of_eras(text: str, start: int, end: int) -> Iterator[Dated]:
    """Dates of Japanese eras, of the Republic of China, in Chinese figures, and in Thai."""
    if text.isascii():
        return
    for found in _ERA.finditer(text, start, end) if "年" in text else ():
        era, count, spelt, month, day = found.groups()
        year = _figures(spelt) if spelt else _ERA_BEGINS[era] + (1 if count == "元" else int(count))
        if built := _named(*found.span(), year, (_counted(month),), _counted(day) if day else None):
            yield built
    for found in _THAI.finditer(text, start, end) if "\u0e32" in text else ():  # all its months have one
        known = months.numbers(found[2], "th")
        year = int(found[3]) - (_BUDDHIST if found[3].startswith("25") else 0)
        if known and (built := _named(*found.span(), year, known, int(found[1]))):
            yield built


def _figures(spelt: str) -> int:
    """2024 for 二〇二四."""
    return int("".join(str(_FIGURES[figure]) for figure in spelt))


def _counted(number: str) -> int:
    """15 for 15 or 十五."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_FIGURES.get(tens, 1) * 10 if ten else 0) + (_FIGURES.get(ones, 0))


def _years(text: str, tail: int) -> Iterator[re.Match[str]]:
    """The first years of a text, and those of its tail."""
    pattern = _WIDE_YEAR if "２" in text else _YEAR  # a literal beginning is searched ten times faster
    at = 0
    for found in islice(pattern.finditer(text), YEARS_AT_MOST):
        yield found
        at = found.end()
    if at < tail:
        yield from pattern.finditer(text, tail)


def _around(text: str, year: re.Match[str], language: str | None, floor: int) -> Dated | None:
    start, end = year.span()
    number = int(year[0])
    glued = start > 0 and text[start - 1].isdigit()
    if not glued:
        found = _before(text, start, end, number, language, floor)
        if found:
            return found
    found = _after(text, start, end, number, language)
    if found or glued:
        return found
    if text[end : end + 2].strip()[:1] in ("/", "-") or text[start - 1 : start] in ("/", "-", "."):
        return None
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():  # the number of a version
        return None
    return Dated(start, end, "year", ((date(number, 1, 1), date(number, 12, 31)),), bare_year=True)


def _before(text: str, start: int, end: int, year: int, language: str | None, floor: int) -> Dated | None:
    left = max(floor, start - WINDOW)
    window = text[left:start]
    kept = window.rstrip(" \t\n\u00a0\u200b\\,，.")
    forms = _FORMS_BY_END.get(_kind(kept[-1:]), ())
    for form, pattern in _BEFORE_YEAR:
        if form not in forms:
            continue
        found = pattern.search(window)
        if not found:
            continue
        at = left + found.start()
        if form == "numbers":
            built = _numeric(at, end, int(found[1]), int(found[3]), year, found[2])
        elif form == "gap":
            built = _numeric(at, end, int(found[1]), int(found[2]), year, ".")
        elif form == "month":
            built = _named(at, end, year, (int(found[1]),), None)
        elif form == "vietnamese":
            built = _named(at, end, year, (int(found[2]),), int(found[1]))
        else:
            built = _spelt(form, found, left, end, year, language)
        if built:
            return built
    return None


_FORMS_BY_END = {
    "letter": ("day name", "vietnamese", "name", "name day"),
    "digit": ("name day", "numbers", "gap", "month"),
    "mark": ("numbers", "month", "day name", "name", "name day"),
}
"""The forms worth trying by what stands before the year, full stops and commas apart."""


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    return "letter" if character.isalpha() or character in "’'ªº°" else "mark"


def _spelt(
    form: str, found: re.Match[str], left: int, end: int, year: int, language: str | None
) -> Dated | None:
    """A date before its year with the month's name; a label glued to the name is cut off it."""
    group = 2 if form == "day name" else 1
    name, shift = _last_hump(found[group])
    known = months.numbers(name, language, anywhere=_foreign(form, name, language))
    day = None if form == "name" else int(found[1] if form == "day name" else found[2])
    at = left + (found.start() if form == "day name" else found.start(1) + shift)
    return _named(at, end, year, known, day) if known else None


def _foreign(form: str, name: str, language: str | None) -> bool:
    """Whether a word is looked up in every language: not each English word before a year."""
    return form != "name" or language != "en" or not name.isascii()


def _last_hump(word: str) -> tuple[str, int]:
    """("May", 7) for "updatedMay"."""
    for at in range(len(word) - 1, 0, -1):
        if word[at].isupper() and word[at - 1].islower():
            return word[at:], at
    return word, 0


def _after(text: str, start: int, end: int, year: int, language: str | None) -> Dated | None:
    for form, pattern in _AFTER_YEAR:
        found = pattern.match(text, end)
        if not found:
            continue
        if form in ("cjk", "month"):
            day = int(found[2]) if form == "cjk" and found[2] else None
            built = _named(start, found.end(), year, (int(found[1]),), day)
        elif form == "numbers":
            built = _named(start, found.end(), year, (int(found[2]),), int(found[3]))
        else:
            built = _spelt_after(form, found, start, year, language)
        if built:
            return built
    return None


def _spelt_after(
    form: str, found: re.Match[str], start: int, year: int, language: str | None
) -> Dated | None:
    name, day = (found[2], int(found[1])) if form == "day name" else (found[1], None)
    if form in ("name day", "hyphen name"):
        day = int(found[2])
    known = months.numbers(name, language, anywhere=_foreign(form, name, language))
    return _named(start, found.end(), year, known, day) if known else None


def _named(start: int, end: int, year: int, numbers: tuple[int, ...], day: int | None) -> Dated | None:
    readings = [days for month in numbers if (days := _days(year, month, day))]
    if not readings:
        return None
    return Dated(start, end, "month" if day is None else "day", tuple(sorted(set(readings))))


def _numeric(start: int, end: int, first: int, second: int, year: int, mark: str) -> Dated | None:
    """The readings of first/second/year: day first, month first, or both."""
    by_order: dict[Order, Days] = {}
    if days := _days(year, second, first):
        by_order["dmy"] = days
    if days := _days(year, first, second):
        by_order["mdy"] = days
    if not by_order:
        return None
    readings = tuple(sorted(set(by_order.values())))
    only: Order | None = next(iter(by_order)) if len(by_order) == 1 else None
    day_first = readings.index(by_order["dmy"]) if "dmy" in by_order else 0
    return Dated(start, end, "day", readings, only, mark, day_first=day_first)


def _days(year: int, month: int, day: int | None) -> Days | None:
    """The days of a month, or one day; None if the calendar has no such."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= last else None
