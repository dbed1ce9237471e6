"""The public database follows from the archive, however it came to be."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker import remembering
from tracker.archive import Archive, Coverage, Description, Recording, Snapshot
from tracker.archive.evidence import decision_row, notice_row
from tracker.assess import read
from tracker.build import BuildError, build, builder, workers
from tracker.build import chronicle as chronicles
from tracker.database import TABLES
from tracker.model import Decision, Notice, Publisher

AT = datetime(2026, 3, 1, 6, tzinfo=UTC)
PRIVACY, TERMS = "lamp/privacy-policy", "lamp/terms"

FIRST = """# Privacy Policy

Last updated: 1 March 2026

## 1. Retention

Security logs are kept for 12 months.

## 2. Sharing

We share nothing.

## 3. Changes

We will notify you by email at least 30 days before changes take effect.
"""
SHORTER = FIRST.replace("12 months", "6 months")
WITHOUT_SHARING = SHORTER.replace("## 2. Sharing\n\nWe share nothing.\n\n", "")
WITH_MODELS = SHORTER + "\n## 4. Models\n\nWe train models on what you write.\n"
RAW = FIRST.replace("Security logs", "Security logs (read with a worse extractor)")


def recorded(text: str, day: int, policy: str = PRIVACY, **more: object) -> Recording:
    at = AT + timedelta(days=day)
    return Recording(policy, text, at, Snapshot(text.encode(), "txt"), at - timedelta(hours=6), **more)  # type: ignore[arg-type]


HISTORY = [
    recorded(FIRST, 0, edition=True, description=Description("Lamp", "Privacy Policy", {"country": "FR"})),
    recorded(RAW, 1),
    recorded("# Terms\n\nYou may use it.\n", 1, TERMS),
    Recording(PRIVACY, FIRST, AT + timedelta(days=1)),
    recorded(SHORTER, 3),
    recorded(WITHOUT_SHARING, 4),
    recorded(SHORTER, 5),
    recorded("# Terms\n\nYou may use it for 30 days.\n", 4, TERMS),
    recorded(WITH_MODELS, 2),
    recorded(FIRST, 6),
    recorded("# Privacy Policy", 7),
    recorded(FIRST, 8),
]
"""An edition, an upgrade, a change, a section that goes and returns, a date that runs backwards, a flip."""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "policies.git", create=True) as archive:
        yield archive


def record(archive: Archive, recordings: list[Recording]) -> None:
    with archive.writer() as writer:
        for one in recordings:
            writer.record(one)


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, and what full-text search finds."""
    with closing(sqlite3.connect(database)) as connection:
        found = {
            table: connection.execute(f"select * from {table} order by 1").fetchall() for table in TABLES
        }
        found["broken references"] = connection.execute("pragma foreign_key_check").fetchall()
        for index in ("sections_fts", "passages_fts"):
            for word in ("security", "months", "models", "share"):
                query = f"select rowid from {index} where {index} match ? order by rowid"
                found[f"{index} {word}"] = connection.execute(query, (word,)).fetchall()
        return found


def ask(database: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, values).fetchall()


@pytest.fixture
def database(archive: Archive, tmp_path: Path) -> Path:
    """The whole history built at once."""
    record(archive, HISTORY)
    build(archive, tmp_path / "policies.db")
    return tmp_path / "policies.db"


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.sets(st.integers(1, len(HISTORY) - 1), max_size=4))
def test_any_sequence_of_updates_gives_the_rows_of_a_build_from_scratch(
    cuts: set[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    with Archive.open(home / "policies.git", create=True) as archive:
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(HISTORY)], strict=True):
            record(archive, HISTORY[start:end])
            build(archive, home / "updated.db")
        build(archive, home / "scratch.db", from_scratch=True)

    assert rows(home / "updated.db") == rows(home / "scratch.db") | {"broken references": []}


def test_one_version_at_a_time_is_told_behind_what_is_told(archive: Archive, tmp_path: Path) -> None:
    record(archive, HISTORY[:-1])
    build(archive, tmp_path / "policies.db")
    record(archive, HISTORY[-1:])

    built = build(archive, tmp_path / "policies.db")

    assert (built.versions, built.from_scratch) == (1, False)


def test_two_processes_give_the_rows_of_one(archive: Archive, database: Path, tmp_path: Path) -> None:
    build(archive, tmp_path / "two.db", jobs=2)

    assert rows(tmp_path / "two.db") == rows(database)


def test_every_reference_leads_somewhere(database: Path) -> None:
    assert ask(database, "pragma foreign_key_check") == []


def test_the_full_text_indexes_hold_what_the_tables_hold(archive: Archive, tmp_path: Path) -> None:
    record(archive, HISTORY[:8])
    build(archive, tmp_path / "policies.db")
    record(archive, HISTORY[8:])
    build(archive, tmp_path / "policies.db")

    with closing(sqlite3.connect(tmp_path / "policies.db")) as connection:
        for index in ("sections_fts", "passages_fts"):  # raises when index and table differ
            connection.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
    query = "select count(*) from passages_fts where passages_fts match 'models'"

    assert ask(tmp_path / "policies.db", query) == [(1,)]


def test_states_are_numbered_returns_are_named_and_nothing_is_dropped(database: Path) -> None:
    told = ask(
        database,
        "select kind, state_number, returns from versions where policy = ? order by number",
        PRIVACY,
    )

    assert told == [
        ("edition", 1, 0),
        ("capture", 1, 0),
        ("upgrade", 2, 0),
        ("capture", 3, 0),
        ("capture", 4, 0),
        ("capture", 3, 1),
        ("capture", 5, 0),
        ("capture", 2, 1),
        ("capture", 6, 0),
        ("capture", 2, 1),
    ]


def test_an_upgrade_is_compared_but_no_change_of_the_services(database: Path) -> None:
    told = ask(
        database,
        "select previous is not null, significance,"
        " (select count(*) from changes where changes.version = versions.version)"
        " from versions where kind = 'upgrade'",
    )

    assert told == [(1, None, 0)]


def test_the_first_capture_after_an_edition_begins_anew(database: Path) -> None:
    told = ask(database, "select previous, changes from versions where version = 2")

    assert told == [(None, 0)]


def test_the_order_is_the_archives_also_where_dates_run_backwards(database: Path) -> None:
    days = ask(
        database, "select fetched_on from versions where policy = ? order by number limit 4 offset 5", PRIVACY
    )

    assert [day for (day,) in days] == ["2026-03-06", "2026-03-03", "2026-03-07", "2026-03-08"]


def test_a_section_keeps_its_since_through_a_page_that_did_not_load(database: Path) -> None:
    [(since, current)] = ask(
        database,
        "select since_version, current from sections"
        " where policy = ? and heading like '%Changes' and first_version > 1",
        PRIVACY,
    )

    assert (since, current) == (2, 1)


def test_words_that_come_and_go_are_stored_once(database: Path) -> None:
    stored = ask(
        database, "select count(*) from passages where text like '%We train models on what you write.%'"
    )

    assert stored == [(1,)]


def test_a_text_that_is_not_utf8_is_read_named_and_flagged(archive: Archive, tmp_path: Path) -> None:
    with archive.writer() as writer:
        writer.record(recorded(FIRST, 0))
        writer.record(Recording(TERMS, writer.put(b"Caf\xe9"), AT, Snapshot(b"Caf\xe9", "txt")))
        writer.record(recorded(SHORTER, 1))
    built = build(archive, tmp_path / "policies.db")
    flags = ask(tmp_path / "policies.db", "select flags from versions order by version")

    assert (flags, [doubt.policy for doubt in built.doubts]) == (
        [("[]",), ('["not_utf8"]',), ("[]",)],
        [TERMS],
    )


def test_the_first_own_look_after_an_import_that_others_read_is_flagged(
    archive: Archive, tmp_path: Path
) -> None:
    imported = recorded(FIRST, 0, imported_from="a" * 40)
    record(archive, [imported, recorded(SHORTER, 1), recorded(FIRST, 2)])
    build(archive, tmp_path / "policies.db")

    flags = ask(tmp_path / "policies.db", "select flags from versions order by version")
    assert flags == [("[]",), ('["first_own_look"]',), ("[]",)]


def test_a_version_that_breaks_the_reader_costs_no_other(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(archive, [recorded(FIRST, 0), recorded("BROKEN", 1), recorded(SHORTER, 2)])
    sound = chronicles.assess

    def brittle(
        older: object, version: object, publisher: Publisher | None = None, evidence: object = None
    ) -> object:
        if getattr(version, "text", "") == "BROKEN":
            raise ValueError("no heading to stand on")
        return sound(older, version, publisher, evidence)  # type: ignore[arg-type]

    monkeypatch.setattr(chronicles, "assess", brittle)
    built = build(archive, tmp_path / "policies.db")
    told = ask(
        tmp_path / "policies.db", "select number, state_number, previous, flags from versions order by 1"
    )

    assert (told, [doubt.reason for doubt in built.doubts]) == (
        [(1, 1, None, "[]"), (2, None, None, '["unreadable"]'), (3, 2, 1, "[]")],
        ["ValueError: no heading to stand on"],
    )


@pytest.mark.parametrize("step", ["summarise", "replace_checks", "index_words"])
def test_a_build_that_stops_half_way_leaves_the_old_rows_and_can_be_run_again(
    step: str, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(archive, HISTORY[:6])
    build(archive, tmp_path / "policies.db")
    before = rows(tmp_path / "policies.db")
    record(archive, HISTORY[6:])
    with archive.writer() as writer:
        writer.cover([Coverage(PRIVACY, "unchanged", 1, AT, AT + timedelta(days=2), 8)])
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(builder.store, step, _interrupted)
        build(archive, tmp_path / "policies.db", from_scratch=step == "index_words")
    between = rows(tmp_path / "policies.db")
    build(archive, tmp_path / "policies.db")
    build(archive, tmp_path / "scratch.db")

    assert (between, rows(tmp_path / "policies.db")) == (before, rows(tmp_path / "scratch.db"))


def test_a_gap_within_a_stretch_of_equal_checks_is_told(archive: Archive, tmp_path: Path) -> None:
    record(archive, HISTORY[:1])
    looks = [AT + timedelta(days=n) for n in (0, 1, 9, 10)]
    with archive.writer() as writer:
        writer.cover([Coverage(PRIVACY, "unchanged", 1, at, at) for at in looks])
    build(archive, tmp_path / "policies.db")
    with closing(sqlite3.connect(tmp_path / "policies.db")) as database:
        told = database.execute("select count, gap from checks").fetchall()
        gaps = database.execute("select policy, days, within from coverage_gaps").fetchall()

    assert (told, gaps) == ([(4, 8 * 86_400)], [(PRIVACY, 8.0, 1)])


def _interrupted(*arguments: object) -> None:
    raise KeyboardInterrupt


def test_whoever_has_the_database_open_sees_the_new_rows(archive: Archive, tmp_path: Path) -> None:
    record(archive, HISTORY[:1])
    build(archive, tmp_path / "policies.db")
    with closing(sqlite3.connect(f"file:{tmp_path / 'policies.db'}?mode=ro", uri=True)) as reader:
        before = reader.execute("select count(*) from versions").fetchone()
        record(archive, HISTORY[1:])
        built = build(archive, tmp_path / "policies.db", from_scratch=True)
        after = reader.execute("select count(*) from versions").fetchone()

    assert (before, after, built.from_scratch) == ((1,), (12,), True)


def test_another_archive_is_told_from_scratch(archive: Archive, database: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "other.git", create=True) as other:
        record(other, [recorded("Other words", 9)])
        built = build(other, database)

    assert (built.from_scratch, ask(database, "select count(*) from versions")) == (True, [(1,)])


def test_another_country_means_that_dates_are_read_anew(archive: Archive, database: Path) -> None:
    with archive.writer() as writer:
        writer.describe(PRIVACY, Description("Lamp", "Privacy Policy", {"country": "US"}), AT)
    built = build(archive, database)

    assert (built.from_scratch, ask(database, "select country from services")) == (True, [("US",)])


def test_checks_are_those_of_the_ledger(archive: Archive, database: Path) -> None:
    with archive.writer() as writer:
        writer.cover([Coverage(PRIVACY, "unchanged", 2, AT, AT + timedelta(days=2), 8)])
        writer.cover([Coverage(PRIVACY, "blocked", None, AT + timedelta(days=3), AT + timedelta(days=3))])
    build(archive, database)
    build(archive, database)
    told = ask(database, "select outcome, state, count, last_at from checks order by 1 desc")

    assert told == [("unchanged", 4, 8, "2026-03-03T06:00:00Z"), ("blocked", None, 1, "2026-03-04T06:00:00Z")]


def test_an_empty_archive_gives_an_empty_database(archive: Archive, tmp_path: Path) -> None:
    built = build(archive, tmp_path / "policies.db")

    assert (built.versions, ask(tmp_path / "policies.db", "select count(*) from policies")) == (0, [(0,)])


def test_a_database_that_is_none_is_named(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "policies.db").write_text("not a database, but long enough to be looked at" * 20)

    with pytest.raises(BuildError, match=r"policies\.db: file is not a database"):
        build(archive, tmp_path / "policies.db")


def test_a_policy_of_which_nothing_more_comes_is_ended_until_it_comes_again(
    archive: Archive, database: Path
) -> None:
    with archive.writer() as writer:
        writer.end(TERMS, AT, "the page is gone")
    build(archive, database)
    ended = ask(database, "select policy, ended from policies order by 1")
    record(archive, [recorded("# Terms, once more", 12, TERMS)])
    build(archive, database)
    again = ask(database, "select policy, ended from policies order by 1")

    assert (ended, again) == ([(PRIVACY, 0), (TERMS, 1)], [(PRIVACY, 0), (TERMS, 0)])


def test_evidence_filed_later_is_heard_on_every_step_it_may_concern(archive: Archive, tmp_path: Path) -> None:
    record(archive, HISTORY[3:6])
    build(archive, tmp_path / "policies.db")
    *_, entry = archive.history(PRIVACY)
    notice = Notice(
        PRIVACY, "email", AT - timedelta(days=40), AT, "ab" * 32, entry.commit, "lamp", "News", "We change"
    )
    decision = Decision(entry.commit, False, None, "A. Reader", "only spelling", AT)
    with archive.writer() as writer:
        writer.file(PRIVACY, notice_row(notice), AT, "a mail")
        writer.file(PRIVACY, decision_row(decision), AT, "a decision")
    record(archive, HISTORY[6:7])
    built = build(archive, tmp_path / "policies.db")
    build(archive, tmp_path / "scratch.db")
    told = rows(tmp_path / "policies.db")

    assert (built.from_scratch, told["notices"][0][2], told["decisions"][0][2], told) == (
        False,
        3,
        3,
        rows(tmp_path / "scratch.db"),
    )


def test_a_process_of_the_build_that_is_gone_is_told() -> None:
    context = get_context("spawn")
    line, far = context.Pipe()
    process = context.Process(target=os._exit, args=(3,))
    process.start()
    far.close()

    with pytest.raises(BuildError, match="ended with status 3"):
        workers._received(line, process)


def test_lines_are_forgotten_when_more_are_remembered_than_there_is_room_for() -> None:
    remembering.forget_beyond(0)
    read("".join(f"Line {number} of a policy.\n\n" for number in range(50)))
    before = remembering.held()
    remembering.forget_beyond(before)
    kept = remembering.held()
    remembering.forget_beyond(before - 1)

    assert (before > 50, kept, remembering.held()) == (True, before, 0)
