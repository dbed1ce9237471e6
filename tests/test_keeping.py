"""The commands that keep the archive: what they print, and how they end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracker.cli import main


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"TRACKER_HOME": str(home)})


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    folder = tmp_path / "copies" / "oktee" / "privacy-policy"
    folder.mkdir(parents=True)
    for day in (1, 2, 3):
        (folder / f"2024-03-0{day}.md").write_text(f"Text of day {day}")
    return tmp_path / "copies"


def test_an_import_says_what_it_did_and_a_second_that_nothing_was_new(tmp_path: Path, copies: Path) -> None:
    told = [run(tmp_path, "import", str(copies)).output for _ in range(2)]

    assert told == ["3 versions, 1 policies, 3 flagged date_only\n", "nothing new\n"]


def test_a_sound_archive_is_verified(tmp_path: Path, copies: Path) -> None:
    run(tmp_path, "import", str(copies))
    verified = run(tmp_path, "verify")

    assert (verified.exit_code, verified.output) == (
        0, "4 commits, 3 versions, 5 snapshots and records: no faults\n"
    )  # fmt: skip


@pytest.mark.parametrize("what", ["HEAD", "HEAD~1", "HEAD^{tree}", "HEAD:oktee/privacy-policy/version.md"])
def test_a_damaged_archive_fails_verification_and_says_where(tmp_path: Path, copies: Path, what: str) -> None:
    run(tmp_path, "import", str(copies))
    repository = tmp_path / "archive" / "policies.git"
    name = subprocess.check_output(["git", "rev-parse", what], cwd=repository, text=True).strip()
    damaged = repository / "objects" / name[:2] / name[2:]
    damaged.chmod(0o644)
    damaged.write_bytes(b"not an object")
    verified = run(tmp_path, "verify")

    assert (verified.exit_code, name[2:] in verified.output) == (1, True), verified.output


@pytest.mark.parametrize("source", ["nowhere", "ext::sh -c true", "-"])
def test_a_source_that_is_none_ends_the_command_without_a_trace(tmp_path: Path, source: str) -> None:
    told = run(tmp_path, "import", "--", source)

    assert (told.exit_code, told.output.startswith(f"Error: {source}: neither")) == (1, True)


def test_verifying_without_an_archive_says_where_it_was_looked_for(tmp_path: Path) -> None:
    told = run(tmp_path, "verify")

    assert (told.exit_code, str(tmp_path / "archive" / "policies.git") in told.output) == (1, True)
