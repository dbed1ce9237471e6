"""Charts as inline SVG: shapes and classes only, colours come from the style sheet. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from tracker.site import words

STACK = ("substantive", "editorial", "stamp")
"""Drawn from the ground up; everything else is one pale part on top."""


def activity(rows: Sequence[dict[str, object]], months: int = 36) -> Markup:
    """Versions a month, stacked by significance; the last ``months`` months that the archive knows."""
    totals: dict[str, dict[str, int]] = {}
    for row in rows:
        kind = str(row["significance"])
        part = totals.setdefault(str(row["month"]), {})
        group = kind if kind in STACK else "quiet"
        part[group] = part.get(group, 0) + int(str(row["versions"]))
    if not totals:
        return Markup("")
    span = _months(min(totals), max(totals))[-months:]
    highest = max(sum(totals.get(month, {}).values()) for month in span) or 1
    width, height, step = 720, 120, 720 / len(span)
    parts = []
    for i, month in enumerate(span):
        base = float(height)
        for kind in (*STACK, "quiet"):
            number = totals.get(month, {}).get(kind, 0)
            size = number * (height - 6) / highest
            if size:
                base -= size
                parts.append(
                    _bar(i * step + 1, base, max(step - 2, 1), size, kind, f"{month}: {number} {kind}")
                )
        if month.endswith("-01") or i == 0:
            parts.append(_label(i * step + 1, height + 17, month[:4]))
    described = (
        f"Changed versions a month from {span[0]} to {span[-1]}, at most {highest} in a month, "
        "by significance. The figures are in the table of activity."
    )
    return _svg(width, height + 22, described, "".join(parts), "activity")


def _months(first: str, last: str) -> list[str]:
    year, month = int(first[:4]), int(first[5:7])
    months: list[str] = []
    while (name := f"{year:04}-{month:02}") <= last and len(months) < 1200:
        months.append(name)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def lifeline(
    versions: Sequence[dict[str, object]], checks: Sequence[dict[str, object]], stamps: Sequence[str] = ()
) -> Markup:
    """A policy's life: a mark for each version by significance; below, how it was checked."""
    days = [d for v in versions if (d := _day(v["fetched_at"]))]
    days += [d for c in checks for at in (c["first_at"], c["last_at"]) if (d := _day(at))]
    if not days:
        return Markup("")
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    width = 720

    def at(day: date) -> float:
        return 6 + (day - first).days / span * (width - 12)

    parts = [f'<line class="axis" x1="0" x2="{width}" y1="34" y2="34"/>']
    parts += [
        f'<line class="tick" x1="{at(d):.1f}" x2="{at(d):.1f}" y1="34" y2="40"/>'
        + (
            _label(at(d), 52, str(d.year), near=not 140 < at(d) < width - 200)
            if 80 < at(d) < width - 110
            else ""
        )
        for d in _years(first, last)
    ]
    parts.append(_label(0, 52, words.short_day(str(first))))
    if last > first:
        parts.append(_label(width, 52, words.short_day(str(last)), "end"))
    parts += [_mark(at(d), v) for v in versions if (d := _day(v["fetched_at"]))]
    if checks:
        parts += [_stretch(at, check) for check in checks]
    described = (
        f"{words.count(len(versions), 'version')} between {words.day(str(first))} and {words.day(str(last))}."
    )
    if checks:
        described += (
            " The strip below shows when the page was checked; its stretches are listed under Coverage."
        )
    return _svg(width, 74 if checks else 58, described, "".join(parts), "lifeline")


def interval(since: object, until: object, effect: object) -> Markup:
    """When a text was posted, between two looks, and the day it applies from; nothing without the second."""
    last, first, day = _day(until), _day(since), _day(effect)
    if last is None:
        return Markup("")
    known = [d for d in (first, last, day) if d]
    start, width = min(known), 480
    span = max((max(known) - start).days, 1)

    def at(day: date) -> float:
        return 10 + (day - start).days / span * (width - 120)

    left, right = at(first or start), at(last)
    begun = words.day(str(first)) if first else "an unknown day"
    title = f"posted between {begun} and {words.day(str(last))}"
    parts = [
        f'<line class="axis" x1="0" x2="{width}" y1="24" y2="24"/>',
        _bar(left, 15, max(right - left, 3), 9, "editorial", title),
        _label(left, 38, words.short_day(str(first)) if first else "?"),
    ]
    if (right - left) > 80:
        parts.append(_label(right, 38, words.short_day(str(last))))
    if day:
        title += f"; applies from {words.day(str(day))}"
        parts.append(_bar(at(day) - 1, 4, 3, 20, "stamp", f"applies from {day}"))
        parts.append(_label(at(day) + 5, 11, words.short_day(str(day))))
    return _svg(width, 42, title.capitalize(), "".join(parts), "interval")


def _years(first: date, last: date) -> list[date]:
    years = [date(y, 1, 1) for y in range(first.year + 1, last.year + 1)]
    step = max(1, len(years) // 12)
    return years[::step]


def _mark(x: float, version: dict[str, object]) -> str:
    kind = str(version["significance"] or ("first" if version["previous"] is None else "quiet"))
    if version["returns"] or version["kind"] == "upgrade" or kind not in (*STACK, "first"):
        kind = "quiet"
    height = {"substantive": 26, "first": 26, "editorial": 18, "stamp": 12}.get(kind, 6)
    title = f"{words.day(str(version['fetched_at']))}: {version['headline'] or words.label(kind)}"
    return _bar(x - 1.5, 34 - height, 3, height, kind, title[:160])


_OUTCOME = {
    "new": "good",
    "unchanged": "good",
    "returned": "good",
    "blocked": "blocked",
    "suspect": "suspect",
}


def _stretch(at: object, check: dict[str, object]) -> str:
    first, last = _day(check["first_at"]), _day(check["last_at"])
    if not first or not last or not callable(at):
        return ""
    x = at(first)
    kind = _OUTCOME.get(str(check["outcome"]), "failed")
    title = f"{check['outcome']}, {words.day(str(first))} to {words.day(str(last))}"
    y, height = {"good": (60, 10), "blocked": (60, 5), "suspect": (62, 5), "failed": (66, 4)}[kind]
    return _bar(x, y, max(at(last) - x, 2), height, f"c-{kind}", title)


def _day(instant: object) -> date | None:
    try:
        return date.fromisoformat(str(instant)[:10])
    except ValueError:
        return None


def _bar(x: float, y: float, width: float, height: float, kind: str, title: str) -> str:
    return (
        f'<rect class="{escape(kind)}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}">'
        f"<title>{escape(title)}</title></rect>"
    )


def _label(x: float, y: float, text: str, anchor: str = "start", near: bool = False) -> str:
    """``near`` another label: where letters are large for the picture, this one gives way."""
    name = ' class="near"' if near else ""
    return f'<text{name} x="{x:.1f}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(width: int, height: int, described: str, inside: str, name: str) -> Markup:
    return Markup(
        f'<svg class="chart {name}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(described)}">{inside}</svg>'
    )
