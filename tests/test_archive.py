"""The archive: what is written comes back, and nothing is lost by a crash or a second writer."""

import re
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.archive import (
    Archive,
    ArchiveError,
    Coverage,
    Description,
    Recording,
    SecondWriterError,
    Snapshot,
    UnknownCommitError,
    UnknownVersionError,
    checked,
    ledger,
    slug,
    verify,
)

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


def test_the_news_since_a_commit_are_all_that_later_commits_bring(archive: Archive) -> None:
    record(archive, recording("One"))
    newest = archive.newest()
    described = Recording(
        POLICY, "Two", AT, Snapshot(b"2", "html"), description=Description("OKTee", "Privacy")
    )
    record(archive, described)
    with archive.writer() as writer:
        writer.cover([Coverage(POLICY, "new", 2, AT, AT)])
        writer.end(POLICY, AT, "gone")

    found = [
        (
            news.entry is not None,
            news.described and news.described[0],
            [month for month, _ in news.ledger],
            news.ended,
        )
        for news in archive.news(newest)
    ]

    assert found == [(True, POLICY, [], None), (False, None, ["2026-03"], None), (False, None, [], POLICY)]


@pytest.mark.parametrize("since", ["0" * 40, "main~5", "not a commit"])
def test_news_since_a_commit_that_is_not_there_are_refused(archive: Archive, since: str) -> None:
    record(archive, recording("One"))

    with pytest.raises(UnknownCommitError):
        list(archive.news(since))


def test_news_since_a_commit_of_another_line_are_refused(archive: Archive) -> None:
    record(archive, recording("One"))
    made = ["git", "-C", str(archive.path), "-c", "user.name=A", "-c", "user.email=a"]
    made += ["commit-tree", "-p", "main", "-m", "Never on the branch", "main^{tree}"]
    aside = subprocess.run(made, capture_output=True, text=True, check=True).stdout.strip()

    with pytest.raises(UnknownCommitError):
        list(archive.news(aside))


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

    assert list(archive.ledger()) == [Coverage(POLICY, "unchanged", 1, AT, AT + timedelta(hours=2), 3, 3600)]


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


# --- crashes and broken ground


RECORDING = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from tracker.archive import Archive, Coverage, Recording, Snapshot

    with Archive.open(Path(sys.argv[1]), create=True) as archive:
        for number in range(1_000):
            at = datetime.fromtimestamp(1_700_000_000 + number, UTC)
            with archive.writer() as writer:
                writer.record(Recording("a/b", f"Text {number}", at, Snapshot(b"%d" % number, "html")))
                writer.cover([Coverage("a/b", "new", number, at, at)])
                published = writer.publish()
            print(*published, flush=True)
"""


def test_what_was_published_survives_a_kill_and_the_next_writer_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "policies.git"
    command = [sys.executable, "-c", textwrap.dedent(RECORDING), str(path)]
    published: list[str] = []
    for lines in (3, 8):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            published += [commit for _ in range(lines) for commit in running.stdout.readline().split()]
            running.kill()

    with Archive.open(path) as archive:
        record(archive, recording("After"))
        found = ([commit for commit in published if not archive.holds(commit)], verify(archive).faults)

    assert found == ([], [])


FULL = """
    import os, resource, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from tracker.archive import Archive, ArchiveError, Recording

    with Archive.open(Path(sys.argv[1])) as archive:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            with archive.writer() as writer:
                for number in range(200):
                    noise = os.urandom(5_000).hex()
                    writer.record(Recording("a/b", noise, datetime.now(UTC)))
        except ArchiveError as error:
            print(error)
"""


def test_a_full_disk_is_told_and_costs_nothing_that_was_recorded(archive: Archive) -> None:
    record(archive, recording("One"))
    before = archive.newest()
    command = [sys.executable, "-c", textwrap.dedent(FULL), str(archive.path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    record(archive, recording("Two", days=1))

    found = (
        str(archive.path) in told and "run again" in told,
        archive.holds(str(before)),
        verify(archive).faults,
    )

    assert found == (True, True, [])


def test_an_archive_that_cannot_be_made_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(ArchiveError, match=re.escape(str(tmp_path / "file"))):
        Archive.open(tmp_path / "file" / "policies.git", create=True)


def test_another_hand_on_the_branch_is_noticed_and_nothing_is_lost(archive: Archive) -> None:
    record(archive, recording("One"))
    foreign = ["git", "-C", str(archive.path), "-c", "user.name=A", "-c", "user.email=a"]

    with pytest.raises(SecondWriterError, match="somebody else"), archive.writer() as writer:
        writer.record(recording("Two", days=1))
        made = [*foreign, "commit-tree", "-p", "main", "-m", "By hand", "main^{tree}"]
        commit = subprocess.run(made, capture_output=True, text=True, check=True).stdout.strip()
        subprocess.run([*foreign, "update-ref", "refs/heads/main", commit], check=True)

    assert archive.newest() == commit


def test_tidying_keeps_everything_and_is_done_when_due(archive: Archive) -> None:
    record(archive, *(recording(f"Text {number}", days=number) for number in range(20)))
    before = list(archive.history())
    tidied = (archive.tidy(), archive.tidy(force=True))

    assert (tidied, list(archive.history(POLICY)), verify(archive).faults) == ((False, True), before, [])


# --- verify


def test_a_sound_archive_has_no_faults(archive: Archive) -> None:
    record(archive, recording("One"), Recording(POLICY, "Read anew", AT), recording("Two", days=2))
    with archive.writer() as writer:
        writer.cover([Coverage(POLICY, "unchanged", 1, AT, AT)])
        writer.end(POLICY, AT, "gone")

    assert verify(archive).faults == []


def test_a_damaged_object_is_found(archive: Archive) -> None:
    record(archive, recording("One"))
    [entry] = archive.history()
    loose = archive.path / "objects" / entry.version[:2] / entry.version[2:]
    loose.chmod(0o644)
    loose.write_bytes(b"\0" + loose.read_bytes()[1:])

    assert any(entry.version in fault for fault in verify(archive).faults)


def by_hand(archive: Archive, message: str, files: dict[str, bytes]) -> None:
    """A commit as no writer of ours makes it."""
    parts = [b"commit refs/heads/main\ncommitter A <a> 1700000000 +0000\n"]
    parts += [b"data %d\n%s\n" % (len(message.encode()), message.encode()), b"from refs/heads/main^0\n"]
    parts += [
        b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content)
        for path, content in files.items()
    ]
    subprocess.run(
        ["git", "-C", str(archive.path), "fast-import", "--quiet"], input=b"".join(parts), check=True
    )


@pytest.mark.parametrize(
    ("message", "files", "fault"),
    [
        pytest.param("x", {f"{POLICY}/version.md": b"x"}, "trailer Policy says ''", id="no trailers"),
        pytest.param("x\n\nFormat: 1\n", {"letter.txt": b"x"}, "has no place", id="a stray file"),
        pytest.param("x\n\nFormat: 2\n", {"FORMAT.md": b"x"}, "trailer Format says '2'", id="another format"),
        pytest.param(
            f"x\n\nPolicy: {POLICY}\nFetched-At: yesterday\nFormat: 1\n",
            {f"{POLICY}/version.md": b"x"},
            "Fetched-At is no instant",
            id="a date that is none",
        ),
        pytest.param(
            f"x\n\nPolicy: {POLICY}\nFetched-At: 2026-01-01T00:00:00Z\nSnapshot-SHA256: 00\nFormat: 1\n",
            {f"{POLICY}/version.md": b"x", f"{POLICY}/snapshot.html": b"x"},
            "SHA-256 is 2d71",
            id="a snapshot that is not the one named",
        ),
        pytest.param(
            "x\n\nFormat: 1\n",
            {"ledger/2026-01.jsonl": b"{}\n"},
            "line 1 is no span",
            id="a ledger line that is none",
        ),
    ],
)
def test_a_commit_that_breaks_the_format_is_found(
    archive: Archive, message: str, files: dict[str, bytes], fault: str
) -> None:
    record(archive, recording("One"))
    by_hand(archive, message, files)

    assert any(fault in found for found in verify(archive).faults)


def test_a_broken_commit_is_a_doubt_and_the_rest_of_the_history_goes_on(archive: Archive) -> None:
    record(archive, recording("One"))
    by_hand(archive, "x", {f"{POLICY}/version.md": b"x"})
    record(archive, recording("Two", days=1))
    doubts: list[str] = []

    assert (len(list(archive.history(doubts=doubts))), len(doubts)) == (2, 1)


# --- versions by name


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-03-01", "One"),
        ("2026-03", "Three"),
        ("2026", "Three"),
        ("2026-03-05T07:00:00Z", "Two"),
        ("2030", "Three"),
    ],
)
def test_a_policy_at_a_date(archive: Archive, when: str, text: str) -> None:
    record(archive, recording("One"), recording("Two", days=4), recording("Three", days=8))

    assert archive.text(archive.version_at(POLICY, when).version) == text


def test_a_policy_at_a_commit_is_what_was_in_force_there(archive: Archive) -> None:
    record(archive, recording("One"))
    [other] = record(archive, recording("Terms", policy="oktee/terms"))
    record(archive, recording("Two", days=1))

    assert archive.text(archive.version_at(POLICY, other[:8]).version) == "One"


@pytest.mark.parametrize("when", ["2020", "2026-13-01", "main", "--all", "", "abc", "ffffffff", "HEAD"])
def test_what_names_no_version_is_refused_with_what_there_is(archive: Archive, when: str) -> None:
    record(archive, recording("One"))

    with pytest.raises(UnknownVersionError, match=re.escape(f"{POLICY}@{when}")):
        archive.version_at(POLICY, when)


# --- coverage


CHECKS = st.lists(
    st.builds(
        lambda policy, outcome, state, hour: Coverage(
            policy, outcome, state, AT + timedelta(hours=hour), AT + timedelta(hours=hour)
        ),
        st.sampled_from(["a/b", "a/c"]),
        st.sampled_from(["unchanged", "new", "blocked"]),
        st.sampled_from([None, 1, 2]),
        st.integers(0, 1500),
    ),
    unique_by=lambda check: (check.policy, check.first_at),
)


@settings(max_examples=50)
@given(CHECKS)
def test_no_check_is_lost_or_counted_twice(checks: list[Coverage]) -> None:
    spans = ledger.merged([*ledger.merged(checks), *checks])

    assert sum(span.count for span in spans) == len(checks)


@settings(max_examples=50)
@given(CHECKS)
def test_spans_stay_in_their_month_and_come_back_as_written(checks: list[Coverage]) -> None:
    months = ledger.by_month(ledger.merged(checks))

    assert {name: ledger.parsed(ledger.written(spans)) for name, spans in months.items()} == months


@settings(max_examples=50)
@given(CHECKS, st.integers(0, 20))
def test_adding_to_a_ledger_file_says_the_same_as_writing_it_whole(checks: list[Coverage], cut: int) -> None:
    old = ledger.written(ledger.merged(checks[:cut]))

    assert ledger.added(old, checks[cut:]) == ledger.written(
        ledger.merged([*ledger.parsed(old), *checks[cut:]])
    )


# --- names


@settings(max_examples=50)
@given(st.text())
def test_every_title_gives_a_safe_name(title: str) -> None:
    policy = f"{slug(title)}/{slug(title)}"

    assert checked(policy) == policy
