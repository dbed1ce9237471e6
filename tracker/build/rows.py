"""What an assessment says, as rows of the public database. Pure; ids follow from the version's id."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tracker.build import headline
from tracker.model import (
    Assessment,
    Change,
    Days,
    FactChange,
    Precision,
    Promise,
    Reading,
    Role,
    Section,
    Stamp,
    Verdict,
)  # fmt: skip

Value = str | int | float | bytes | None
Row = dict[str, Value]


Rows = dict[str, list[Row]]
"""Table -> its rows, each a column -> value."""

ROOM = 1_000_000
"""Ids of rows that belong to one version: version id * ROOM + 1 and up."""

_LIST = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_OBJECT = json.JSONEncoder(ensure_ascii=False, sort_keys=True)

_DAYS = {"second": 1 / 86_400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0,
         "fortnight": 14.0, "month": 30.4375, "quarter": 91.3125, "year": 365.25}  # fmt: skip
_PERIOD = re.compile(r"(\d[\d,.]*)[\s)-]*(?:\w+[\s-]){0,2}?(" + "|".join(_DAYS) + r")s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FIGURES: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}
"""How much of 2026-04-01 a date of this precision states, in characters."""


_STAMP = ("role", "raw", "label", "precision", "first_on", "last_on", "candidates", "basis")
_PROMISE = ("kind", "trigger", "period_value", "period_unit", "anchor", "channels", "channel_logic",
            "consent", "bound", "exceptions", "audience", "raw")  # fmt: skip


def instant(moment: datetime | None) -> str | None:
    """``2026-04-01T06:00:11Z``, from an aware UTC datetime."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def listed(values: Iterable[object]) -> str:
    """A JSON list, compact."""
    told = list(values)
    return _LIST.encode(told) if told else "[]"


def digest(text: str) -> int:
    """A number by which a text is found again: 63 bits of BLAKE2."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def stated(stamps: Sequence[Stamp], role: Role) -> str | None:
    """The day that the first stamp of that role states, when it can be only one day; else None."""
    stamp = _first(stamps, role)
    days = {end for reading in stamp.candidates for end in reading} if stamp else set()
    return day(days.pop()) if len(days) == 1 else None


def date_told(stamps: Sequence[Stamp], role: Role) -> str | None:
    """What the first stamp of that role states, as exactly as it does and with every reading, or None.

    ``2026-04-01``, ``2026-04`` for a month, ``2024-02-05 or 2024-05-02`` where both may be meant.
    """
    stamp = _first(stamps, role)
    if stamp is None:
        return None
    return " or ".join(
        dict.fromkeys(_as_told(reading, stamp.precision) for reading in sorted(stamp.candidates))
    )


def _first(stamps: Sequence[Stamp], role: Role) -> Stamp | None:
    return next((stamp for stamp in stamps if role in stamp.role and stamp.candidates), None)


def _as_told(reading: Days, precision: Precision) -> str:
    first, last = (end.isoformat()[: _FIGURES[precision]] for end in reading)
    return first if first == last else f"{first} to {last}"


def version(step: Assessment, words: int, older: Reading | None) -> Row:
    """The columns of ``versions`` that the assessment knows; of an upgrade no change is told."""
    reading, comparison = step.reading, step.comparison
    row: Row = {
        "state_number": step.state.number, "returns": int(step.returns),
        "updated_on": stated(reading.stamps, "updated"), "effective_on": stated(reading.stamps, "effective"),
        "updated": date_told(reading.stamps, "updated"),
        "effective": date_told(reading.stamps, "effective"),
        "published_on": stated(reading.stamps, "published"),
        "headline": headline.of_assessment(step, words, older), "words": words,
        "title": reading.title, "language": reading.language,
    }  # fmt: skip
    if comparison is None or step.version.kind == "upgrade":
        return row
    moved = [headline.counts(change) for change in comparison.changes]
    return row | {
        "significance": comparison.significance, "reason": comparison.reason, "kept": comparison.kept,
        "changes": len(moved),
        "words_added": sum(added for added, _ in moved), "words_removed": sum(gone for _, gone in moved),
    }  # fmt: skip


def change(told: Change, section: int | None, added: int | None, removed: int | None) -> Row:
    """The columns of ``changes``; ``added`` and ``removed`` are passages."""
    came, went = headline.counts(told)
    return {
        "kind": told.kind, "significance": told.significance, "headline": headline.of_change(told),
        "section": section, "sections": max(len(told.before), len(told.after)),
        "reason": told.reason, "tags": listed(told.tags), "cause": told.cause,
        "words_added": came, "words_removed": went, "added": added, "removed": removed,
        **_side(told.after, "heading", "path", "new_start", "new_end"),
        **_side(told.before, "heading_before", "path_before", "old_start", "old_end"),
    }  # fmt: skip


def _side(sections: Sequence[Section], heading: str, path: str, start: str, end: str) -> Row:
    if not sections:
        return {heading: None, path: None, start: None, end: None}
    first, last = sections[0], sections[-1]
    return {heading: first.heading, path: first.path, start: first.start, end: last.end}


def fact(told: FactChange, section: int | None, heading: str | None) -> Row:
    """The columns of ``fact_changes``; periods also in days."""
    before, after = (days(value) if told.kind == "period" else None for value in (told.before, told.after))
    return {
        "section": section, "heading": heading, "kind": told.kind, "label": told.label,
        "before": told.before, "after": told.after, "before_days": before, "after_days": after,
        "direction": direction(told),
    }  # fmt: skip


def days(period: str | None) -> float | None:
    """``12 months`` in days; None when the words hold no plain period."""
    found = _PERIOD.search(period or "")
    return round(_number(found[1]) * _DAYS[found[2].lower()], 3) if found else None


def direction(told: FactChange) -> str:
    """added, removed, longer, shorter, higher, lower, or different when the values cannot be ordered."""
    if told.before is None or told.after is None:
        return "added" if told.before is None else "removed"
    if told.kind == "period":
        before, after, names = days(told.before), days(told.after), ("longer", "shorter")
    else:
        before, after, names = _only_number(told.before), _only_number(told.after), ("higher", "lower")
    if before is None or after is None or before == after:
        return "different"
    return names[0] if after > before else names[1]


def _only_number(value: str) -> float | None:
    found = _NUMBER.findall(value)
    return _number(found[0]) if len(found) == 1 else None


def _number(figures: str) -> float:
    """``1,000.5`` as a number; a lone comma or full stop before three figures separates thousands."""
    figures = re.sub(r"[,.](?=\d{3}(\D|$))", "", figures.rstrip(",."))
    return float(figures.replace(",", ".")) if figures.count(".") + figures.count(",") <= 1 else 0.0


def verdict(told: Verdict, step: Assessment, promise: Row | None) -> Row:
    """The columns of ``verdicts``; figures in the evidence have columns of their own."""
    shown, stamps = told.evidence, step.reading.stamps
    dated = told.facet in ("timing", "notice")
    return {
        "facet": told.facet, "value": told.value, "truth": told.truth, "certainty": certainty(told),
        "reason": told.reason, "conditions": listed(told.conditions),
        "lead_min_days": shown.get("lead_days_fewest"), "lead_max_days": shown.get("lead_days_most"),
        "posted_from_on": _day_of(shown.get("posted_after")),
        "posted_to_on": _day_of(shown.get("posted_until")),
        "stated_on": None if dated else stated(stamps, "updated"),
        "effective_on": stated(stamps, "effective") if dated else None,
        "promise": promise["promise"] if promise else None,
        "promised_value": promise["period_value"] if promise else None,
        "promised_unit": promise["period_unit"] if promise else None,
        "evidence": _OBJECT.encode(dict(shown)),
    }  # fmt: skip


def _day_of(instant: Value) -> str | None:
    """The day of an instant in ISO form, UTC."""
    return instant[:10] if isinstance(instant, str) else None


def certainty(told: Verdict) -> str:
    if told.truth == "UNKNOWN":
        return "open"
    return "conditional" if told.conditions else "definite"


def stamps(found: Sequence[Stamp]) -> dict[tuple[Value, ...], Row]:
    """What each stamp says -> the columns of ``stamps``; one for each role of a stamp."""
    told = [_stamp(stamp, role) for stamp in found for role in stamp.role]
    return {stamp_said(row): row for row in reversed(told)}


def stamp_said(row: Row) -> tuple[Value, ...]:
    """All that a stamp says, but for its place: as long as this stands, it is one run."""
    return tuple(row[name] for name in _STAMP)


def promises(found: Sequence[Promise]) -> dict[tuple[Value, ...], Row]:
    """What each promise says -> the columns of ``promises``."""
    told = [_promise(promise) for promise in found]
    return {promise_said(row): row for row in reversed(told)}


def promise_said(row: Row) -> tuple[Value, ...]:
    """All that a promise says, but for its place."""
    return tuple(row[name] for name in _PROMISE)


def _stamp(stamp: Stamp, role: Role) -> Row:
    first, last = stamp.candidates[stamp.preferred or 0] if stamp.candidates else (None, None)
    return {
        "role": role, "raw": stamp.raw, "label": stamp.label, "precision": stamp.precision,
        "first_on": day(first), "last_on": day(last),
        "candidates": listed([a.isoformat(), b.isoformat()] for a, b in stamp.candidates),
        "basis": listed(stamp.basis), "start": stamp.start, "end": stamp.end,
    }  # fmt: skip


def _promise(promise: Promise) -> Row:
    return {
        "kind": promise.kind, "trigger": promise.trigger,
        "period_value": float(promise.period.value) if promise.period else None,
        "period_unit": promise.period.unit if promise.period else None,
        "anchor": promise.anchor, "channels": listed(promise.channels),
        "channel_logic": promise.channel_logic, "consent": promise.consent, "bound": int(promise.bound),
        "exceptions": listed(promise.exceptions), "audience": promise.audience, "raw": promise.raw,
        "start": promise.start, "end": promise.end,
    }  # fmt: skip
