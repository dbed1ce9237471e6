"""The computed vectors of the semantics (NOTICE.md A4), and the laws that keep verdicts honest."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Days, Period
from tracker.verdicts.channels import Channels, compliant
from tracker.verdicts.days import (
    Posting,
    Zone,
    added,
    old_text_after_effect,
    period_kept,
    stamp_moved,
    why_open,
)  # fmt: skip

EXPECTED = Path(__file__).parents[2] / "shared" / "seeds" / "expected.json"
VECTORS: dict[str, list[dict[str, Any]]] = (
    json.loads(EXPECTED.read_text())["semantics_vectors"] if EXPECTED.is_file() else {}
)
pytestmark = pytest.mark.skipif(not EXPECTED.is_file(), reason=f"{EXPECTED} is not here")


def instant(text: str) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def posting(vector: dict[str, Any]) -> Posting:
    zone = Zone() if vector.get("zone") is None else Zone(vector["zone"], vector["zone"])
    until = instant(vector["new_first_seen"])
    assert until is not None
    return Posting(instant(vector["old_last_seen"]), until, zone)


def days(rows: list[list[str]]) -> list[Days]:
    return [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in rows]


@pytest.mark.parametrize("vector", VECTORS.get("notice", []), ids=lambda v: v["case"])
def test_notice(vector: dict[str, Any]) -> None:
    period = Period(*vector["period"])
    seen, effect = posting(vector), days(vector["effective"])
    posted = period_kept(seen, effect, period)
    channels: Channels = vector["channels"]
    applies = vector.get("material", "UNKNOWN") if vector.get("material_only") else "TRUE"
    verdict = compliant(applies, vector.get("exception", "FALSE"), channels, posted, "UNKNOWN")
    reasons = sorted(why_open(seen, effect, period)) if posted == "UNKNOWN" else []

    assert (posted, reasons, verdict) == (vector["posted"], sorted(vector["reasons"]), vector["compliant"])


@pytest.mark.parametrize("vector", VECTORS.get("old_text_after_effect", []), ids=lambda v: v["case"])
def test_old_text_after_effect(vector: dict[str, Any]) -> None:
    found = old_text_after_effect(days(vector["effective"]), instant(vector["old_last_seen"]), Zone())

    assert found == vector["old_text_after_effect"]


STAMPS = {
    "month stamp": ("2026-04-01", "2026-04-30"),
    "day stamp 2020": ("2020-11-16", "2020-11-16"),
    "day stamp of yesterday": ("2026-03-01", "2026-03-01"),
    "stamp changed": ("2026-03-01", "2026-03-01"),
}


@pytest.mark.parametrize("vector", VECTORS.get("stamp_promise", []), ids=lambda v: v["case"])
def test_stamp_promise(vector: dict[str, Any]) -> None:
    stated = next(row for name, row in STAMPS.items() if vector["case"].startswith(name))
    same = "unchanged" in vector["case"]

    assert (
        stamp_moved(same, days([list(stated)]), instant(vector["old_last_seen"])) == vector["stamp_promise"]
    )


INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))
PERIODS = st.builds(
    Period, st.integers(1, 90), st.sampled_from(["hour", "day", "business_day", "week", "month"])
)
DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))
EFFECTS = st.lists(
    st.tuples(DAYS, st.integers(0, 30)).map(lambda d: (d[0], d[0] + timedelta(d[1]))), min_size=1, max_size=3
)


@given(INSTANTS, st.integers(0, 10_000), st.integers(0, 5_000), st.integers(0, 5_000), EFFECTS, PERIODS)
def test_a_wider_interval_never_makes_a_verdict_more_certain(
    until: datetime, width: int, earlier: int, later: int, effect: list[Days], period: Period
) -> None:
    narrow = Posting(until - timedelta(hours=width), until)
    wide = Posting(narrow.after - timedelta(hours=earlier), until + timedelta(hours=later))  # type: ignore[operator]

    assert period_kept(wide, effect, period) in ("UNKNOWN", period_kept(narrow, effect, period))


@given(INSTANTS, st.integers(0, 10_000), EFFECTS, EFFECTS, PERIODS)
def test_a_further_reading_of_the_date_never_makes_a_verdict_more_certain(
    until: datetime, width: int, effect: list[Days], more: list[Days], period: Period
) -> None:
    seen = Posting(until - timedelta(hours=width), until)

    assert period_kept(seen, effect + more, period) in ("UNKNOWN", period_kept(seen, effect, period))


@given(INSTANTS, st.integers(0, 1000), EFFECTS, PERIODS)
def test_the_order_of_readings_does_not_matter(
    until: datetime, width: int, effect: list[Days], period: Period
) -> None:
    seen = Posting(until - timedelta(hours=width), until)

    assert period_kept(seen, effect[::-1], period) == period_kept(seen, effect, period)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2025-01-31", Period(1, "month"), "2025-02-28"),
        ("2023-12-31", Period(2, "month"), "2024-02-29"),
        ("2025-03-07", Period(1, "business_day"), "2025-03-10"),
        ("2025-03-08", Period(5, "business_day"), "2025-03-14"),
        ("2025-03-01", Period(2, "week"), "2025-03-15"),
        ("2025-03-01", Period(48, "hour"), "2025-03-03"),
    ],
)
def test_periods_are_counted_by_the_calendar(start: str, period: Period, end: str) -> None:
    assert added(date.fromisoformat(start), period) == date.fromisoformat(end)
