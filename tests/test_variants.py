"""What turns out to have been a variant, and what is withdrawn of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.archive import Archive, Recording, Snapshot
from tracker.build import build
from tracker.build.variants import passing
from tracker.database import connect

AT = datetime(2026, 1, 1, tzinfo=UTC)
Row = tuple[object, ...]


def history(letters: str, *, days: int = 1) -> list[Row]:
    """A row a version, as many days apart; a letter is a text, a capital one that loaded."""
    rows: list[Row] = []
    for number, letter in enumerate(letters, 1):
        at = (AT + timedelta(days=days * number)).isoformat()
        back = letter in letters[: number - 1] and letters[number - 2] != letter
        rows.append((number, at, letter, None, None, back, int(back), int(letter.islower())))
    return rows


@pytest.mark.parametrize(
    ("letters", "variants"),
    [
        pytest.param("ABC", [], id="no text comes back"),
        pytest.param("ABA", [2], id="a text comes back after another"),
        pytest.param("ABCAD", [2, 3], id="after two others"),
        pytest.param("ABABC", [2, 3], id="two texts take turns"),
        pytest.param("AxBxC", [], id="a page that does not load stands between nothing"),
        pytest.param("AxAB", [2], id="a text comes back after a page that did not load"),
    ],
)
def test_what_stands_between_a_text_and_its_return_is_a_variant(letters: str, variants: list[int]) -> None:
    assert passing(history(letters)) == variants


def test_a_text_that_comes_back_after_years_was_restored() -> None:
    assert passing(history("ABA", days=400)) == []


def test_a_return_known_by_its_dates_alone_counts() -> None:
    spring, summer = ("2025-03-01", None), ("2025-06-01", None)
    rows: list[Row] = [
        (1, "2026-01-01T00:00:00Z", "A", *spring, 0, 0, 0),
        (2, "2026-01-02T00:00:00Z", "B", *summer, 0, 0, 0),
        (3, "2026-01-03T00:00:00Z", "C", *spring, 1, 0, 0),
    ]

    assert passing(rows) == [2]


TEXT = """\
# Privacy Policy

Last updated: 1 March 2020

## What we keep

We keep your name and {}.

## Changes

We will update the date at the top of this page whenever we change this policy.
"""


def recorded(day: int, kept: str) -> Recording:
    text = TEXT.format(kept)
    at = AT + timedelta(days=day)
    return Recording(
        "lamp/privacy", text, at, Snapshot(text.encode(), "md", {}), at - timedelta(hours=6), subject="seen"
    )


def judged(database: Path) -> list[tuple[object, ...]]:
    connection = connect(database)
    try:
        return [
            tuple(row)
            for row in connection.execute(
                """select number, transient, value, certainty from verdicts
                join versions using (version) where facet = 'stamp' order by verdict"""
            )
        ]
    finally:
        connection.close()


def test_a_silent_change_is_withdrawn_when_the_text_before_comes_back(tmp_path: Path) -> None:
    database = tmp_path / "policies.db"
    with Archive.open(tmp_path / "policies.git", create=True) as archive:
        for day, kept in ((0, "your address"), (1, "the colour of your car")):
            with archive.writer() as writer:
                writer.record(recorded(day, kept))
                writer.publish()
            build(archive, database, quiet=True)
        before = judged(database)
        with archive.writer() as writer:
            writer.record(recorded(2, "your address"))
            writer.publish()
        build(archive, database, quiet=True)
        after = judged(database)
        build(archive, tmp_path / "scratch.db", quiet=True)

    assert (before, after, judged(tmp_path / "scratch.db")) == (
        [(2, 0, "silent_change", "definite")],
        [(2, 1, "silent_change", "withdrawn")],
        [(2, 1, "silent_change", "withdrawn")],
    )
