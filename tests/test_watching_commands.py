"""check, status and quarantine from the command line, against a publisher on loopback."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer
from test_track import NOT_FOUND, POLICY, REVISED, html

from tracker.archive import Archive
from tracker.cli import main


class Publisher:
    def __init__(self, server: HTTPServer) -> None:
        self.body = POLICY
        server.expect_request("/robots.txt").respond_with_data(status=404)
        server.expect_request("/privacy").respond_with_handler(lambda _: html(self.body))


@pytest.fixture
def home(tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "seeds" / "declarations"
    folder.mkdir(parents=True)
    url = httpserver.url_for("/privacy")
    declared = f"service: acme\nname: Acme\npolicies:\n  privacy: {{type: Privacy Policy, url: '{url}'}}\n"
    (folder / "acme.yml").write_text(declared, "utf-8")
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path))
    monkeypatch.setenv("TRACKER_ALLOW_PRIVATE", "1")
    return tmp_path


@pytest.fixture
def publisher(home: Path, httpserver: HTTPServer) -> Publisher:
    return Publisher(httpserver)


def tracker(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def captured(home: Path) -> list[str]:
    with Archive.open(home / "archive" / "policies.git") as archive:
        return [archive.text(entry.version) for entry in archive.history("acme/privacy")]


def test_a_check_tells_its_outcome_and_by_its_exit_whether_all_is_fine(publisher: Publisher) -> None:
    good = tracker("check")
    publisher.body = NOT_FOUND
    bad = tracker("check", "acme/privacy")

    assert (good.output, good.exit_code) == ("acme/privacy: new\n", 0)
    assert (bad.output.startswith("acme/privacy: suspect (only"), bad.exit_code) == (True, 1)


def test_status_tells_how_well_a_policy_was_covered(publisher: Publisher) -> None:
    for publisher.body in (POLICY, POLICY, NOT_FOUND):
        tracker("check")
    told = tracker("status").output

    assert ("3 looks since" in told, "2 met the policy; 1 suspect; longest gap 0.0 h" in told) == (True, True)
    assert "1 capture held in doubt: tracker quarantine list" in told


def test_a_held_capture_is_listed_and_released_as_a_version(home: Path, publisher: Publisher) -> None:
    tracker("check")
    publisher.body = REVISED[: len(REVISED) // 2]
    tracker("check")
    listed = tracker("quarantine", "list").output
    capture = listed.split()[0]
    released = tracker("quarantine", "release", capture)

    assert (listed.split()[1], released.output) == ("acme/privacy", "acme/privacy: released\n")
    assert len(captured(home)) == 2
    assert tracker("quarantine", "list").output == ""


def test_a_held_capture_is_dropped(home: Path, publisher: Publisher) -> None:
    tracker("check")
    publisher.body = NOT_FOUND
    tracker("check")
    capture = tracker("quarantine", "list").output.split()[0]

    assert tracker("quarantine", "drop", capture).output == "acme/privacy: dropped\n"
    assert (len(captured(home)), tracker("quarantine", "list").output) == (1, "")


def test_a_capture_that_is_not_held_is_said(publisher: Publisher) -> None:
    told = tracker("quarantine", "release", "7")

    assert (told.exit_code, "7 is not held" in told.output) == (1, True)


def test_what_is_held_is_not_served(home: Path, publisher: Publisher) -> None:
    tracker("check")
    publisher.body = NOT_FOUND
    tracker("check")
    with closing(sqlite3.connect(home / "archive" / "policies.db")) as public:
        texts = public.execute("select count(*) from versions").fetchone()[0]

    assert texts == 1
