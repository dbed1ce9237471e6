"""What a step says in one line, and the figures read out of its facts."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.assess import assess
from tracker.build import headline, rows
from tracker.model import FactChange, Version

CASES = Path(__file__).parent / "cases" / "headlines.txt"
AT = datetime(2026, 3, 1, tzinfo=UTC)


def cases() -> Iterator[object]:
    """Title, older text, newer text, headline."""
    pieces = re.split(r"^\.\n", CASES.read_text(), flags=re.M)
    for title, older, newer, expected in zip(*(pieces[n::4] for n in range(4)), strict=False):
        yield pytest.param(older, newer, expected.strip(), id=" ".join(title.split()))


@pytest.mark.parametrize(("older", "newer", "expected"), cases())
def test_a_step_in_one_line(older: str, newer: str, expected: str) -> None:
    before = assess(None, Version("lamp/policy", "a", older, AT, None))
    after = assess(before, Version("lamp/policy", "b", newer, AT, None))

    assert headline.of_assessment(after, 0, before.reading) == expected


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("12 months", 365.25),
        ("24 hours", 1.0),
        ("thirty (30) days", 30.0),
        ("15 business days", 15.0),
        ("1,000 days", 1000.0),
        ("1.5 years", 547.875),
        ("as long as needed", None),
        (None, None),
    ],
)
def test_a_period_in_days(period: str | None, days: float | None) -> None:
    assert rows.days(period) == days


@pytest.mark.parametrize(
    ("kind", "before", "after", "direction"),
    [
        ("period", "12 months", "6 months", "shorter"),
        ("period", "24 hours", "14 days", "longer"),
        ("period", "30 days", "1 month", "longer"),
        ("period", "90 days", "as long as needed", "different"),
        ("age", "13", "16", "higher"),
        ("amount", "$1,000", "$50", "lower"),
        ("recipient", None, "Bright Mail Ltd", "added"),
        ("contact", "mail@lamp.example", None, "removed"),
        ("contact", "mail@lamp.example", "post@lamp.example", "different"),
    ],
)
def test_which_way_a_fact_moved(kind: str, before: str | None, after: str | None, direction: str) -> None:
    assert rows.direction(FactChange(kind, "1", "label", before, after)) == direction


def test_words_of_scripts_without_spaces_are_counted_by_character() -> None:
    assert headline.words("我们不出售数据。") == 7


def test_a_headline_is_never_long() -> None:
    text = f"# {'Very long heading ' * 30}\n\n"
    before = assess(None, Version("lamp/policy", "a", text + "We keep it.", AT, None))
    after = assess(before, Version("lamp/policy", "b", text + "We sell it.", AT, None))

    assert len(headline.of_assessment(after, 0, before.reading)) <= headline.LONGEST
