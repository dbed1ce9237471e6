"""Watchers from the command line and the page that ends their messages, as people use them."""

from __future__ import annotations

import logging
import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import lxml.html
import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer

from tracker.alerts import watchers
from tracker.alerts.outbox import Outbox
from tracker.alerts.wishes import Wish
from tracker.announce import announce
from tracker.cli import main
from tracker.database import connect
from tracker.home import Home
from tracker.site.serve import application


@pytest.fixture
def home(settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_HOME", str(copytree(settled, tmp_path / "home")))
    monkeypatch.setenv("TRACKER_SITE", "https://pages.example/")
    monkeypatch.setenv("TRACKER_ALLOW_PRIVATE", "1")
    return tmp_path / "home"


def tracker(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_a_watcher_is_added_and_listed_without_its_address(home: Path) -> None:
    added = tracker(
        "watchers", "add", "--to", "json://127.0.0.1:9/secret", "--name", "Press", "--service", "acorn"
    )
    told = tracker("watchers", "list").output

    assert (added.exit_code, told) == (0, "1  Press (json), at once: services: acorn; at least substantive\n")
    assert "secret" not in added.output


def test_a_wrong_address_is_wrong_usage(home: Path) -> None:
    assert tracker("watchers", "add", "--to", "slack://no").exit_code == 2


def test_a_name_that_nothing_bears_is_said(home: Path) -> None:
    told = tracker("watchers", "add", "--to", "json://127.0.0.1:9/x", "--policy", "acorn/privacy")

    assert "acorn/privacy: no such policy yet" in told.output


def test_a_watcher_is_removed_once(home: Path) -> None:
    tracker("watchers", "add", "--to", "json://127.0.0.1:9/x")

    assert [tracker("watchers", "remove", "1").exit_code for _ in range(2)] == [0, 1]


def test_a_test_message_is_sent_at_once(home: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/x").respond_with_data("thanks")
    tracker("watchers", "add", "--to", f"json://{httpserver.host}:{httpserver.port}/x")
    told = tracker("watchers", "test", "1")

    assert (told.output, httpserver.log[0][0].json["title"]) == (  # type: ignore[index]
        "Watcher 1: the message was taken\n", "A test message",
    )  # fmt: skip


def test_a_test_message_that_is_not_taken_says_why_without_the_address(home: Path) -> None:
    tracker("watchers", "add", "--to", "json://127.0.0.1:9/secret")

    assert tracker("watchers", "test", "1").output == "Error: watcher 1: the webhook did not answer\n"


def test_a_replay_shows_what_would_have_come_and_what_not(home: Path) -> None:
    told = tracker("alerts", "replay", "--since", "2025-02-01", "--dry-run", "--service", "acorn").output

    assert told.splitlines()[0].startswith("2025-02-19T12:00:00Z  Acorn Privacy Policy: How long we keep it")
    assert told.splitlines()[-1] == (
        "2 messages; passed over: 1 layout, 2 substantive (a return to an earlier text)"
    )


def test_a_replay_queues_only_for_a_named_watcher(home: Path) -> None:
    tracker("watchers", "add", "--to", "json://127.0.0.1:9/x", "--service", "acorn")
    shown = tracker("alerts", "replay", "--since", "2025-02-01", "--watcher", "1", "--dry-run").exit_code
    status = tracker("alerts", "status").output
    queued = tracker("alerts", "replay", "--since", "2025-02-01", "--watcher", "1").output

    assert (shown, status, queued) == (0, "no messages\n", "2 messages queued\n")
    assert tracker("alerts", "replay", "--since", "2025-02-01").exit_code == 2


def test_a_round_after_a_look_tells_whoever_waits(home: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/x").respond_with_data("thanks")
    tracker("watchers", "add", "--to", f"json://{httpserver.host}:{httpserver.port}/x")
    tracker("alerts", "replay", "--since", "2025-02-01", "--watcher", "1")
    done = announce(Home.of(), lambda: datetime.now(UTC))

    assert (done.taken, len(httpserver.log)) == (2, 2)


def test_a_round_without_a_database_does_nothing(tmp_path: Path) -> None:
    done = announce(Home(tmp_path), lambda: datetime.now(UTC))

    assert (done.taken, list(tmp_path.iterdir())) == (0, [])


# --- the page that ends messages


@pytest.fixture
def token(home: Path) -> str:
    with closing(connect(home / "archive" / "private.db")) as private:
        Outbox(private)
        return watchers.add(private, "json://127.0.0.1:9/x", "r", Wish(), read_to=0).token


@pytest.fixture
async def site(home: Path) -> Any:
    served = application(home)
    await served.invoke_startup()
    return served.client


def left(home: Path) -> int:
    with closing(connect(home / "archive" / "private.db")) as private:
        return len(watchers.every(private))


async def test_looking_at_the_page_ends_nothing(site: Any, home: Path, token: str) -> None:
    answer = await site.get(f"/unsubscribe/{token}")
    form = lxml.html.fromstring(answer.text).forms[-1]

    assert (answer.status_code, form.method, form.action, left(home)) == (200, "POST", None, 1)


async def test_one_click_ends_the_messages(site: Any, home: Path, token: str) -> None:
    headers = {"cookie": "theme=dark", "content-type": "application/x-www-form-urlencoded"}
    answer = await site.post(f"/unsubscribe/{token}", content=b"List-Unsubscribe=One-Click", headers=headers)

    assert (answer.status_code, left(home)) == (200, 0)


async def test_a_token_that_nobody_holds_tells_nothing(site: Any, home: Path, token: str) -> None:
    answers = [await site.post(f"/unsubscribe/{token}") for _ in range(2)]
    stranger = await site.post("/unsubscribe/" + "A" * 32)

    assert answers[0].text == answers[1].text == stranger.text


async def test_the_page_names_no_token_and_no_program_keeps_it(
    site: Any, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = await site.get(f"/unsubscribe/{token}")
    ours = "".join(r.getMessage() for r in caplog.records if not r.name.startswith("http"))  # the client's

    assert (token in answer.text, token in ours, answer.headers["cache-control"]) == (
        False,
        False,
        "no-store",
    )
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert re.search("form-action 'self'", answer.headers["content-security-policy"])


async def test_without_a_private_database_none_is_made(settled: Path) -> None:
    served = application(settled)
    await served.invoke_startup()
    answer = await served.client.post("/unsubscribe/" + "A" * 32)

    assert (answer.status_code, (settled / "archive" / "private.db").exists()) == (200, False)
