"""What stands, stands since its words last changed: not since a page was laid out anew or half loaded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.archive import Archive, Recording, Snapshot
from tracker.build import build
from tracker.seeds import plant

ROOT = Path(__file__).parents[1]
AT = datetime(2025, 1, 10, 12, tzinfo=UTC)
PRIVACY = "quillfern/privacy-policy"


def ask(database: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The history of Quillfern, the service that does not exist, in a database."""
    home = tmp_path_factory.mktemp("example")
    with Archive.open(home / "policies.git", create=True) as archive:
        plant(ROOT, archive)
        build(archive, home / "policies.db", quiet=True)
    return home / "policies.db"


def test_a_section_stands_since_its_words_last_changed_not_since_it_was_laid_out(example: Path) -> None:
    since = ask(
        example,
        "select heading, fetched_on from sections join versions on version = since_version"
        " where sections.policy = ? and current = 1 order by position",
        PRIVACY,
    )

    assert dict(since) == {
        "Privacy Policy": "2025-09-10",
        "Who we are": "2025-07-15",
        "What we collect": "2025-10-20",
        "How long we keep it": "2025-03-19",
        "Who receives it": "2025-07-15",
        "Writing assistant": "2025-05-02",
        "Your rights": "2025-10-05",
        "Complaints": "2025-10-05",
        "Changes to this policy": "2025-01-10",
        "Contact": "2025-01-10",
    }


def test_a_promise_stands_on_through_a_page_that_did_not_load(example: Path) -> None:
    runs = ask(
        example,
        "select fetched_on, last_version, current from promises join versions on version = since_version"
        " where promises.policy = ?",
        PRIVACY,
    )

    assert set(runs) == {("2025-01-10", None, 1)}


def test_a_stamp_stands_on_through_a_page_that_did_not_load(example: Path) -> None:
    runs = ask(
        example,
        "select raw, since.fetched_on, last.fetched_on from stamps"
        " join versions as since on since.version = since_version"
        " left join versions as last on last.version = last_version"
        " where stamps.policy = ? and role = 'updated' order by stamp",
        PRIVACY,
    )

    assert [run for run in runs if run[1] == "2025-05-02"] == [("1 May 2025", "2025-05-02", "2025-07-15")]


def test_the_words_of_a_version_that_did_not_load_are_its_own(example: Path) -> None:
    words = ask(example, "select words from versions where policy = ? and number in (4, 5)", PRIVACY)

    assert words[1] < words[0]


TEXT = """\
# Privacy Policy

Last updated: 10 January 2025

## Retention

Security logs are kept for {} months, and copies of your notes are kept until you delete your account.

## Sharing

We share nothing with anybody, unless a court tells us to, and then we tell you first if we may do so.

## Changes

We will notify you by email at least 30 days before changes take effect.
"""
BROKEN = "# Error 503\n\nService unavailable.\n"


def recorded(text: str, hours: float) -> Recording:
    at = AT + timedelta(hours=hours)
    return Recording("lamp/privacy", text, at, Snapshot(text.encode(), "md"), at)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "policies.git", create=True) as archive:
        yield archive


def told(archive: Archive, database: Path) -> list[list[tuple[object, ...]]]:
    """Since which version each section and promise stands, and the last of those that stand no longer."""
    build(archive, database, quiet=True)
    return [
        ask(database, "select heading, since_version, last_version from sections order by section"),
        ask(database, "select kind, since_version, last_version from promises order by promise"),
    ]


def record(archive: Archive, *recordings: Recording) -> None:
    with archive.writer() as writer:
        for recording in recordings:
            writer.record(recording)


STOOD = [
    [("Privacy Policy", 1, None), ("Retention", 1, None), ("Sharing", 1, None), ("Changes", 1, None)],
    [("advance_notice", 1, None)],
]


def test_an_error_page_ends_nothing_while_it_is_the_newest(archive: Archive, tmp_path: Path) -> None:
    record(archive, recorded(TEXT.format(12), 0), recorded(BROKEN, 6))

    assert told(archive, tmp_path / "policies.db") == STOOD


def test_what_changed_while_a_page_did_not_load_stands_since_its_return(
    archive: Archive, tmp_path: Path
) -> None:
    for text, hours in (
        (TEXT.format(12), 0),
        (BROKEN, 6),
        (BROKEN + "\nTry later.\n", 12),
        (TEXT.format(6), 18),
    ):
        record(archive, recorded(text, hours))
        stands = told(archive, tmp_path / "policies.db")

    assert stands == [
        [("Privacy Policy", 1, None), ("Retention", 4, None), ("Sharing", 1, None), ("Changes", 1, None)],
        [("advance_notice", 1, None)],
    ]


def test_a_history_that_begins_with_an_error_page_goes_on_with_the_policy(
    archive: Archive, tmp_path: Path
) -> None:
    record(archive, recorded(BROKEN, 0), recorded(TEXT.format(12), 6))

    assert told(archive, tmp_path / "policies.db")[1] == [("advance_notice", 2, None)]


def test_a_text_that_is_served_for_more_than_a_month_is_the_policy(archive: Archive, tmp_path: Path) -> None:
    record(archive, recorded(TEXT.format(12), 0), recorded(BROKEN, 6), recorded(BROKEN + "\nBye.\n", 1000))

    assert told(archive, tmp_path / "policies.db")[1] == [("advance_notice", 1, 1)]
