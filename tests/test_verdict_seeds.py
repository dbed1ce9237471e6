"""The founding documents changed as ``expected.json`` says: what may be said of each change, and no more.

Each test makes the change that a case of ``verdict_expectations`` describes in the real text.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.histories import accusations
from tracker.assess import assess
from tracker.model import Assessment, Evidence, Notice, Publisher, Verdict, Version

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is not here")
PUBLISHER = Publisher("seed", "Seed")


def text(number: str) -> str:
    return next(SEEDS.glob(f"{number}_*.txt")).read_text("utf-8")


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def step(
    number: str,
    *edits: tuple[str, str],
    first: str,
    old_seen: str,
    new_seen: str,
    filed: Evidence | None = None,
    country: str | None = None,
) -> Assessment:
    """The step from a founding text, first seen then, to the same with words replaced everywhere."""
    old = new = text(number)
    for before, after in edits:
        assert before in new
        new = new.replace(before, after)
    publisher = Publisher("seed", "Seed", country)
    older = assess(None, Version("seed/privacy-policy", "a", old, at(first), None), publisher)
    newer = Version("seed/privacy-policy", "b", new, at(new_seen), at(old_seen))
    return assess(older, newer, publisher, filed)


def of(found: Assessment, facet: str) -> Verdict | None:
    return next((v for v in found.verdicts if v.facet == facet), None)


def said(found: Assessment, facet: str) -> str:
    verdict = of(found, facet)
    return f"{verdict.value} {verdict.truth}" if verdict else "nothing"


BODY = {
    "000": ("12 months", "18 months"),
    "001": ("on the official website", "on the official website and in its archive"),
    "002": ("Regulations", "Regulations and of the practice of the courts"),
    "003": ("we will notify our users via email", "we will notify all our users via email"),
    "004": ("may be revised at any time", "may be revised by us at any time"),
}
APRIL, MAY = ("April 2026", "April 2026"), ("Last updated: April 2026", "Last updated: May 2026")
EFFECT = ("Last updated: April 2026", "Last updated: May 2026, effective 1 June 2026")


def test_an_edit_within_the_month_of_the_stamp_is_not_silent_for_certain() -> None:
    found = step("000", BODY["000"], first="2026-04-02", old_seen="2026-04-19", new_seen="2026-04-20")

    assert [said(found, facet) for facet in ("stamp", "stamp_promise", "notice")] == [
        "silent_change UNKNOWN",
        "unknown UNKNOWN",
        "not_observable UNKNOWN",
    ]


def test_an_edit_after_the_month_of_the_stamp_is_silent_and_breaks_the_promise_of_the_date() -> None:
    found = step("000", BODY["000"], first="2026-04-02", old_seen="2026-05-10", new_seen="2026-05-11")

    assert [said(found, facet) for facet in ("stamp", "stamp_promise", "notice")] == [
        "silent_change TRUE",
        "broken FALSE",
        "not_observable UNKNOWN",
    ]


def test_seven_to_nine_days_on_the_page_say_nothing_of_an_email() -> None:
    found = step("000", BODY["000"], EFFECT, first="2026-04-02", old_seen="2026-05-24", new_seen="2026-05-25")
    notice = of(found, "notice")
    assert notice is not None
    days = notice.evidence["lead_days_fewest"], notice.evidence["lead_days_most"]

    assert (days, said(found, "notice")) == ((7, 9), "not_observable UNKNOWN")


def test_a_filed_email_of_three_weeks_before_keeps_the_promise() -> None:
    mail = Notice("seed/privacy-policy", "email", at("2026-05-10"), at("2026-06-02"), "ab" * 32, "b")
    found = step(
        "000", BODY["000"], EFFECT, first="2026-04-02", old_seen="2026-05-24", new_seen="2026-05-25",
        filed=Evidence((mail,)),
    )  # fmt: skip

    assert said(found, "notice") == "met TRUE"


def test_a_new_numeric_date_of_effect_keeps_both_readings() -> None:
    moved = ("16/\u00a0\u00a01/\u00a0\u00a02025", "1/3/2025")
    found = step("001", moved, first="2025-01-20", old_seen="2025-02-19", new_seen="2025-02-20")
    days = {first.isoformat() for stamp in found.reading.stamps for first, _ in stamp.candidates}

    assert ("2025-03-01" in days, accusations(found)) == (True, [])


def test_an_old_text_served_ten_days_after_the_new_ones_day_is_told_and_posting_alone_is_no_notice() -> None:
    effect = ("16/\u00a0\u00a01/\u00a0\u00a02025", "1 June 2025")
    found = step("001", BODY["001"], effect, first="2025-01-20", old_seen="2025-06-10", new_seen="2025-06-11")

    assert [said(found, facet) for facet in ("old_text_after_effect", "notice")] == [
        "old_text_served_after_effect TRUE",
        "promise_absent UNKNOWN",
    ]


@pytest.mark.parametrize("number", ["002", "004"])
def test_a_text_without_dates_and_promises_is_held_to_none(number: str) -> None:
    found = step(number, BODY[number], first="2025-01-20", old_seen="2025-06-10", new_seen="2025-06-11")

    assert [said(found, facet) for facet in ("stamp", "stamp_promise", "notice")] == [
        "no_stamp TRUE",
        "nothing",
        "promise_absent UNKNOWN",
    ]


def test_dates_of_laws_are_no_stamps() -> None:
    found = step(
        "002",
        ("20 June 2018", "21 June 2019"),
        first="2025-01-20",
        old_seen="2025-06-10",
        new_seen="2025-06-11",
    )

    assert said(found, "stamp") == "no_stamp TRUE"


@pytest.mark.parametrize(
    ("first", "days"),
    [("2024-03-10", ["2024-02-05"]), ("2024-06-01", ["2024-02-05", "2024-05-02"])],
)
def test_the_day_of_first_sight_narrows_an_ambiguous_date(first: str, days: list[str]) -> None:
    found = assess(None, Version("seed/privacy-policy", "a", text("003"), at(first), None), PUBLISHER)

    assert sorted({a.isoformat() for s in found.reading.stamps for a, _ in s.candidates}) == days


def test_a_copyright_year_is_no_silent_change() -> None:
    found = step("003", ("©2024", "©2025"), first="2024-06-01", old_seen="2025-01-10", new_seen="2025-01-11")

    assert (said(found, "stamp"), said(found, "stamp_promise"), accusations(found)) == (
        "nothing",
        "nothing",
        [],
    )


def test_a_new_date_keeps_the_promise_of_the_date_and_an_email_is_not_seen() -> None:
    found = step(
        "003", BODY["003"], ("05/02/2024", "17/09/2024"),
        first="2024-06-01", old_seen="2024-09-19", new_seen="2024-09-20",
    )  # fmt: skip

    assert [said(found, facet) for facet in ("stamp_promise", "notice")] == [
        "kept TRUE",
        "not_observable UNKNOWN",
    ]


def test_the_tail_of_a_seller_is_no_part_of_the_policy() -> None:
    tail = text("004").splitlines()[91]
    found = step(
        "004",
        (tail, tail + " Ask us for a demonstration."),
        first="2025-01-20",
        old_seen="2025-06-10",
        new_seen="2025-06-11",
    )

    assert [said(found, facet) for facet in ("stamp", "notice")] == ["nothing", "nothing"]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
@pytest.mark.parametrize("new_seen", ["2026-05-25", "2026-06-20", "2027-06-20"])
def test_no_founding_document_is_ever_short_of_notice(number: str, new_seen: str) -> None:
    found = step(number, BODY[number], first="2024-06-01", old_seen="2026-05-24", new_seen=new_seen)

    assert said(found, "notice").partition(" ")[2] == "UNKNOWN"
