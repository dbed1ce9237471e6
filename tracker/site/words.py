"""How the pages say things: labels, dates, lengths. Pure; plain text out, escaped where it is printed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tracker.remembering import remember

SIGNIFICANCE = {
    "substantive": ("Substantive", "what the policy says changed for those it binds"),
    "editorial": ("Editorial", "wording without a change of meaning"),
    "stamp": ("Date stamp", "only a stated date or version label"),
    "layout": ("Layout", "the same words laid out differently"),
    "furniture": ("Page furniture", "text around the policy: menus, banners, counters"),
    "capture": ("Capture", "the capture differed, not the policy"),
    "none": ("No change", "nothing that a reader sees"),
}
"""Label and meaning of each significance."""

KIND = {
    "added": "Added", "removed": "Removed", "reworded": "Reworded", "renamed": "Renamed",
    "renumbered": "Renumbered", "moved": "Moved", "split": "Split", "joined": "Joined",
}  # fmt: skip

VALUE = {
    "silent_change": "text changed, stated date did not",
    "stamped_change": "stated date moved with the text",
    "stamp_only": "only the stated date changed",
    "stamp_added": "a date is now stated",
    "stamp_removed": "no date is stated any more",
    "stamp_regressed": "stated date went backwards",
    "no_stamp": "states no date",
    "conflicting_stamps": "states several dates",
    "relative_stamp": "states a relative date",
    "announced_ahead": "shown before it takes effect",
    "same_day": "shown on the day of effect",
    "first_seen_after_effect": "first seen after its date of effect",
    "old_text_served_after_effect": "old text served after the date of effect",
    "future_stamp": "stated date lies in the future",
    "no_effective_date": "names no date of effect",
    "effective_date_moved": "date of effect was moved",
    "effective_date_withdrawn": "date of effect is no longer named",
    "superseded_before_effect": "replaced before it took effect",
    "backdated": "stated date lies before the last sight of the old text",
    "older_than_12_months": "stated date is older than a year",
    "older_than_last_observed_change": "stated date is older than the last change",
    "met": "notice given as promised",
    "met_on_public_channel": "shown on the page as promised",
    "short_on_public_channel": "short on the page",
    "not_observable": "cannot be seen from outside",
    "undecided": "undecided",
    "not_applicable": "the promise does not apply",
    "promise_absent": "no promise of notice",
    "absent": "no promise of notice",
    "numeric": "promises a period",
    "vague_advance": "promises notice in advance, no period",
    "notify_no_time": "promises notice, no time",
    "posting_only": "promises to post changes",
    "check_back_burden": "the reader must look",
    "right_without_notice": "reserves changes without notice",
    "kept": "kept",
    "broken": "not kept",
    "unknown": "undecided",
}
"""What a verdict's value says, for the reader. Never accuses; says what was seen."""

FACET = {
    "change_kind": "Kind of change", "stamp": "Stated date", "stamp_promise": "Promise to update the date",
    "stamp_age": "Age of the stated date", "timing": "Timing", "promise": "Promise in force",
    "notice": "Notice", "regime": "Candidate regimes",
}  # fmt: skip

FLAG = {
    "silent_change": "Silent", "backdated": "Dated earlier", "short_on_public_channel": "Short on the page",
    "old_text_served_after_effect": "Old text after effect", "stamp_regressed": "Date went back",
    "effective_date_moved": "Date of effect moved",
}  # fmt: skip
"""Verdict values that are shown as flags, with their short labels."""

PROMISE = {
    "advance_notice": "Notice in advance, with a period", "notice": "Notice, no period",
    "stamp": "The date at the top will be updated", "posting": "The new text will be posted",
    "check_back": "The reader must look", "no_notice": "Changes without notice",
}  # fmt: skip

DOUBT = {
    "repeated_snapshots": "combined from several snapshots, one cited more than once",
    "dates_run_backwards": "fetched before the version it follows",
    "not_utf8": "bytes that are not UTF-8",
    "unreadable": "the text could not be read",
    "first_own_look": "our first own look after an import: what differs may be how the page was read",
}

FACTS = {
    "period": "Periods", "recipient": "Recipients", "contact": "Contacts", "age": "Ages",
    "amount": "Amounts", "percent": "Percentages",
}  # fmt: skip
"""Kinds of facts, in the order in which they are told."""

TOPIC = {
    "ai": "AI", "notice": "changes to the policy", "rights": "your rights",
    "sharing": "sharing and recipients", "transfers": "transfers abroad",
}  # fmt: skip
"""Topics whose names do not say enough by themselves."""

EDITION = "Re-worded edition for demonstration, not the publisher's text"


def label(significance: str | None) -> str:
    return SIGNIFICANCE.get(significance or "", ("Not compared", ""))[0]


def says(value: str) -> str:
    return VALUE.get(value) or value.replace("_", " ")


def facet(name: str) -> str:
    return FACET.get(name) or name.replace("_", " ").capitalize()


def topic(name: str) -> str:
    return TOPIC.get(name) or name


def facts(kind: str) -> str:
    return FACTS.get(kind) or kind.replace("_", " ").capitalize()


def promised(kind: str) -> str:
    return PROMISE.get(kind) or kind.replace("_", " ").capitalize()


@remember(4096)
def day(instant: str | None) -> str:
    """``2024-05-01T…`` or ``2024-05-01`` as 1 May 2024; what cannot be read as it stands."""
    try:
        when = date.fromisoformat((instant or "")[:10])
    except ValueError:
        return instant or "unknown"
    return f"{when.day} {when:%B %Y}"


@remember(4096)
def short_day(instant: str | None) -> str:
    """1 May 2024 with the month in three letters."""
    try:
        when = date.fromisoformat((instant or "")[:10])
    except ValueError:
        return instant or "unknown"
    return f"{when.day} {when:%b %Y}"


def moment(instant: str | None) -> str:
    """``2024-05-01T06:00:11Z`` as 1 May 2024, 06:00 UTC."""
    return f"{day(instant)}, {instant[11:16]} UTC" if instant and len(instant) >= 16 else day(instant)


def stated(raw: str, candidates: str | None) -> str:
    """A date as far as the text states it: 5 May 2024, April 2026, 5 February or 2 May 2024.

    ``candidates`` is the list of all readings, JSON, each a first and a last day; with none of them (the
    date is relative or unreadable) the words as written, in quotation marks.
    """
    try:
        spans = [tuple(map(date.fromisoformat, span)) for span in json.loads(candidates or "[]")]
    except (TypeError, ValueError):
        spans = []
    readings = list(dict.fromkeys(_span(first, last) for first, last in spans))
    if not readings:
        return f"“{raw}”"
    years = {reading[-5:] for reading in readings}
    if len(years) == 1 and all(len(reading) > 4 for reading in readings):
        readings[:-1] = [reading[:-5] for reading in readings[:-1]]
    return " or ".join(readings)


def _span(first: date, last: date) -> str:
    after = last + timedelta(days=1)
    if first == last:
        return day(first.isoformat())
    if first.day == 1 and after.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1) and first.year == last.year:
        return str(first.year)
    return f"{day(first.isoformat())} to {day(last.isoformat())}"


def between(first: str | None, last: str | None) -> str:
    """Between two instants, to the day; by the hour where both lie on one day."""
    if not first or not last:
        return f"by {moment(last or first)}"
    if first[:10] != last[:10]:
        return f"between {day(first)} and {day(last)}"
    if len(first) < 16 or len(last) < 16:
        return f"on {day(first)}"
    return f"on {day(first)}, between {first[11:16]} and {last[11:16]} UTC"


def seconds_between(first: str | None, last: str | None) -> int | None:
    """Seconds from one instant to the next; None when either is missing or unreadable."""
    try:
        low, high = (datetime.fromisoformat((at or "").replace("Z", "+00:00")) for at in (first, last))
    except ValueError:
        return None
    return int((high - low).total_seconds())


def days_between(first: str | None, last: str | None) -> int | None:
    """Whole days from one instant to the next; None when either is missing or unreadable."""
    seconds = seconds_between(first, last)
    return None if seconds is None else seconds // 86_400


def for_long(seconds: int) -> str:
    """How long, to the hour below two days: 7 hours, 3 days."""
    if seconds < 3600:
        return "less than an hour"
    hours = seconds // 3600
    return count(hours, "hour") if hours < 48 else count(hours // 24, "day")


_MARKS = re.compile(r"\]\([^()\s]*\)|[\[\]]|\*\*|__|\\(?=[!-/:-@\[-`{-~])")


def plain(quote: str | None) -> str:
    """A quotation without the marks of Markdown."""
    return _MARKS.sub("", quote or "")


_TOLD = re.compile(
    r"“[^”]*”|\"[^\"]*\"|(?<![\w-])(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?)(?![\w-])|(?<= )(->)(?= )"
)


@remember(2048)
def told(text: str | None) -> str:
    """A line of ours for people: days in words, arrows as arrows; what stands in quotation marks as it is."""
    return _TOLD.sub(_spoken, text or "")


def _spoken(found: re.Match[str]) -> str:
    if found[1]:
        return moment(found[1]) if "T" in found[1] else day(found[1])
    return "→" if found[2] else found[0]


def sentence(text: str | None) -> str:
    """A reason as a sentence for people: capital first, full stop last."""
    text = told(text).strip()
    return text and text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spell(number: int) -> str:
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def count(number: int | None, one: str, many: str | None = None) -> str:
    """1 version, 2,401 versions."""
    number = number or 0
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def lasting(days: int | None) -> str:
    """How long, in words: less than a day, two days, three weeks, five months."""
    if days is None:
        return "an unknown time"
    if days < 0:
        return "a time that the archive does not tell"
    if days == 0:
        return "less than a day"
    for size, unit in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= size * 2 or size == 1 or (size == 365 and days >= 365):
            number = days // size
            return f"{spell(number)} {unit}{'' if number == 1 else 's'}"
    raise AssertionError("every length has a unit")


def listed(text: str | None) -> list[str]:
    """A list kept as JSON in a column; empty when it is not one."""
    try:
        values = json.loads(text or "[]")
    except ValueError:
        return []
    return [str(value) for value in values] if isinstance(values, list) else []


def period(value: float | None, unit: str | None) -> str | None:
    """15 days; None when there is no period."""
    if value is None or not unit:
        return None
    number = f"{value:g}"
    return f"{number} {unit.replace('_', ' ')}{'' if number == '1' else 's'}"


def channels(names: Sequence[str], logic: str) -> str:
    shown = [{"in_app": "in the product", "post": "by letter", "email": "by e-mail",
              "website": "on the website"}.get(name, name) for name in names]  # fmt: skip
    return (" and " if logic == "all" else " or ").join(shown)


def lead(low: int | None, high: int | None) -> str | None:
    """From posting to the day of effect, as an interval of whole days: 5 to 7 days before effect.

    Below nothing, the text was first seen after its day of effect.
    """
    if low is None and high is None:
        return None
    if low is not None and high is not None and high < 0:
        after = count(-high, "day") if low == high else f"{-high} to {-low} days"
        return f"{after} after effect"
    if high is not None and high <= 0:
        return "none before effect"
    if low is None or high is None:
        bound = f"at most {count(high, 'day')}" if low is None else f"at least {count(max(low, 0), 'day')}"
        return f"{bound} before effect"
    if low <= 0:
        return f"at most {count(high, 'day')} before effect"
    return f"{count(low, 'day') if low == high else f'{low} to {high} days'} before effect"
