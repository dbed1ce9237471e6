"""The tables and views claim no more than the texts carry."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from tracker.archive import Archive, Recording, Snapshot
from tracker.build import build

AT = datetime(2024, 6, 1, 6, tzinfo=UTC)
METADATA = Path(__file__).parents[1] / "metadata.yml"
QUERIES = yaml.safe_load(METADATA.read_text())["databases"]["policies"]["queries"]
TEXT = """\
# Privacy Policy

Last updated: {}

## Retention

Security logs are kept for {}.

## Changes

We will notify you by email at least 30 days before changes take effect.
"""


def built(home: Path, *recordings: Recording) -> Path:
    with Archive.open(home / "policies.git", create=True) as archive:
        with archive.writer() as writer:
            for recording in recordings:
                writer.record(recording)
        build(archive, home / "policies.db", quiet=True)
    return home / "policies.db"


def recorded(text: str, day: int = 0, *, edition: bool = False) -> Recording:
    at = AT + timedelta(days=day)
    snapshot = None if edition else Snapshot(text.encode(), "md")
    return Recording("lamp/privacy-policy", text, at, snapshot, edition=edition)


def ask(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


@pytest.mark.parametrize(
    ("written", "day", "told"),
    [
        pytest.param("1 April 2024", "2024-04-01", "2024-04-01", id="one certain day"),
        pytest.param("April 2024", None, "2024-04", id="a month"),
        pytest.param("02/05/2024", None, "2024-02-05 or 2024-05-02", id="a day that can be read two ways"),
        pytest.param("25/04/2024", "2024-04-25", "2024-04-25", id="a day that can be read one way only"),
        pytest.param("soon", None, None, id="no date"),
    ],
)
@pytest.mark.parametrize("table", ["versions", "policies"])
def test_a_day_is_told_only_when_it_is_one_certain_day(
    table: str, written: str, day: str | None, told: str | None, tmp_path: Path
) -> None:
    database = built(tmp_path, recorded(TEXT.format(written, "12 months")))

    assert ask(database, f"select updated_on, updated from {table}") == [(day, told)]


def test_a_stamp_is_older_than_a_year_only_when_every_reading_is(tmp_path: Path) -> None:
    today = datetime.now(tz=UTC)
    ambiguous = f"01/12/{today.year - 1}"  # 12 January or 1 December of last year
    over = (today.month, today.day) > (12, 1)
    database = built(tmp_path, recorded(TEXT.format(ambiguous, "12 months")))

    assert len(ask(database, "select * from stamps_older_than_a_year")) == int(over)


CLAIMS = [
    "what_changed", "silent_changes", "notice_verdicts", "promises_in_force", "stamps_standing",
    "stamps_older_than_a_year", "flagged", "activity", "added_words", "removed_words",
]  # fmt: skip
EDITIONS = [
    TEXT.format("1 April 2020", "12 months"),
    TEXT.format("1 April 2020", "24 months") + "\n## Models\n\nWe train AI models on what you write.\n",
    TEXT.format("1 April 2020", "36 months"),
]


def claims(home: Path, *, edition: bool) -> dict[str, int]:
    """How many rows each view and canned query has of three texts, as editions or as captures."""
    database = built(home, *(recorded(text, n, edition=edition) for n, text in enumerate(EDITIONS)))
    queries = {view: f"select * from {view}" for view in CLAIMS}
    queries |= {name: query["sql"] for name, query in QUERIES.items()}
    return {name: len(ask(database, query)) for name, query in queries.items()}


def test_editions_are_evidence_of_nothing(tmp_path: Path) -> None:
    assert not any(claims(tmp_path, edition=True).values())


def test_the_same_texts_as_captures_are_evidence(tmp_path: Path) -> None:
    found = claims(tmp_path, edition=False)

    assert [name for name in found if not found[name]] == [
        "days_between_posting_and_effect",
        "gaps_in_coverage",
    ]
