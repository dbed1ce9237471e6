"""The archive: what is written comes back, and nothing is lost by a crash or a second writer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.archive import Archive, ArchiveError, Coverage, Recording, SecondWriterError, Snapshot

AT = datetime(2026, 3, 1, 6, tzinfo=UTC)
POLICY = "oktee/privacy-policy"


def recording(text: str, days: int = 0, policy: str = POLICY) -> Recording:
    page = f"<p>{text}</p>".encode()
    return Recording(
        policy, text, AT + timedelta(days=days), Snapshot(page, "html", {"url": "https://oktee.example"})
    )


@pytest.fixture
def archive(tmp_path: Path):
    with Archive.open(tmp_path / "archive" / "policies.git", create=True) as archive:
        yield archive


def record(archive: Archive, *recordings: Recording) -> list[str]:
    with archive.writer() as writer:
        for one in recordings:
            writer.record(one)
        return writer.publish()


def test_what_is_recorded_comes_back_byte_for_byte(archive: Archive) -> None:
    text = "Lines end so\r\nand the last one does not"
    record(archive, recording(text))

    [entry] = archive.history()

    assert (archive.version(entry).text, archive.snapshot(entry).content) == (text, f"<p>{text}</p>".encode())


def test_a_text_without_a_snapshot_is_an_upgrade_of_the_one_before(archive: Archive) -> None:
    record(archive, recording("Raw text"), Recording(POLICY, "Better text", AT))

    assert [entry.kind for entry in archive.history()] == ["capture", "upgrade"]


def test_our_own_wording_is_known_from_the_archive(archive: Archive) -> None:
    record(archive, Recording(POLICY, "In our words", AT, edition=True))

    [entry] = archive.history()

    assert (entry.kind, archive.snapshot(entry).about["edition"]) == ("edition", "re-worded")


def test_history_goes_on_after_a_commit(archive: Archive) -> None:
    record(archive, recording("One"))
    newest = archive.newest()
    record(archive, recording("Two", days=1))

    assert [archive.text(entry.version) for entry in archive.history(since=newest)] == ["Two"]


def test_a_date_means_the_version_in_force_at_its_end(archive: Archive) -> None:
    record(archive, recording("One"), recording("Two", days=4), recording("Three", days=8))

    assert archive.text(archive.version_at(POLICY, "2026-03-06").version) == "Two"


def test_a_second_writer_is_refused_by_name(archive: Archive) -> None:
    with archive.writer(), pytest.raises(SecondWriterError, match="another process"):
        archive.writer()


def test_a_batch_left_by_an_exception_records_nothing(archive: Archive) -> None:
    record(archive, recording("One"))
    before = archive.newest()

    with pytest.raises(RuntimeError), archive.writer() as writer:
        writer.record(recording("Two"))
        raise RuntimeError

    assert archive.newest() == before


def test_checks_in_a_row_are_one_span(archive: Archive) -> None:
    checks = [
        Coverage(POLICY, "unchanged", 1, AT + timedelta(hours=hour), AT + timedelta(hours=hour))
        for hour in range(3)
    ]
    for check in checks:
        with archive.writer() as writer:
            writer.cover([check])

    assert list(archive.ledger()) == [Coverage(POLICY, "unchanged", 1, AT, AT + timedelta(hours=2), 3)]


@pytest.mark.parametrize(
    "name", ["../etc", "a/../b", "-x/y", "a/b/c", "a", "A/b", "a/b\n", "a/" + "b" * 81, ".git/x", "a/.b"]
)
def test_a_name_that_is_no_safe_folder_is_refused(archive: Archive, name: str) -> None:
    with pytest.raises(ValueError, match="no policy name"):
        record(archive, recording("One", policy=name))


def test_a_folder_with_something_else_in_it_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")

    with pytest.raises(ArchiveError, match="not a git repository"):
        Archive.open(tmp_path, create=True)


def test_the_environment_of_the_caller_does_not_matter(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "/nonexistent")
    monkeypatch.setenv("GIT_WORK_TREE", "/nonexistent")
    record(archive, recording("One"))

    assert len(list(archive.history())) == 1
