"""The whole way: a page changes, the watch sees it, and one mail says so, whenever the process is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from test_track import POLICY, REVISED
from werkzeug import Request, Response

from tests.alert_world import Mailboxes
from tracker.database import connect

ROOT = Path(__file__).parents[1]
WATCH = """
import signal, sys
from pathlib import Path
import tracker.watch
from tracker.home import Home
tracker.watch._PACE = 0.5
watch = tracker.watch.Watch(Home(Path(sys.argv[1]), allow_private=True))
watch.start()
signal.pause()
"""


class Watched:
    """A home folder, the page it watches, and the watching process, which others may kill."""

    def __init__(self, home: Path, server: HTTPServer) -> None:
        self.home = home
        self.text = POLICY
        self.deadly = False
        """True when the next look at the page is the death of who looks."""
        self.asked: list[str] = []
        self.process: subprocess.Popen[bytes] | None = None
        self.hook = f"json://{server.host}:{server.port}/hook"
        server.expect_request("/robots.txt").respond_with_data(status=404)
        server.expect_request("/privacy").respond_with_handler(self._answer)
        server.expect_request("/hook").respond_with_handler(self._hooked)
        folder = home / "seeds" / "declarations"
        folder.mkdir(parents=True)
        (folder / "acme.yml").write_text(
            "service: acme\nname: Acme\npolicies:\n"
            f"  privacy-policy: {{type: Privacy Policy, url: '{server.url_for('/privacy')}'}}\n",
            "utf-8",
        )
        (home / "archive").mkdir()

    def _answer(self, request: Request) -> Response:
        if self.deadly:
            self.kill()
        return Response(self.text, content_type="text/html; charset=utf-8")

    def _hooked(self, request: Request) -> Response:
        self.asked.append(request.headers["idempotency-key"])
        return Response("thanks")

    def start(self) -> None:
        """Watch, as if hours had passed: all is due, and no lease of the dead holds."""
        self.hours_pass()
        self.process = subprocess.Popen([sys.executable, "-c", WATCH, str(self.home)], cwd=ROOT)

    def kill(self) -> None:
        self.deadly = False
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)

    def ended(self) -> int:
        assert self.process is not None
        return self.process.wait(60)

    def hours_pass(self) -> None:
        for statement in (
            "update agenda set due_at = '2000-01-01T00:00:00Z', lease_until = null",
            "update outbox set due_at = '2000-01-01T00:00:00Z', lease_until = null where standing = 'due'",
            "delete from receivers",
        ):
            if self._has(statement.split()[1 if statement.startswith("update") else 2]):
                with closing(connect(self.home / "archive" / "private.db")) as private:
                    private.execute(statement)

    def _has(self, table: str) -> bool:
        return bool(self.rows("private.db", f"select 1 from sqlite_master where name = '{table}'"))

    def rows(self, database: str, query: str) -> list[tuple[Any, ...]]:
        if not (self.home / "archive" / database).is_file():
            return []
        with closing(connect(self.home / "archive" / database)) as opened:
            return [tuple(row) for row in opened.execute(query)]

    def versions(self) -> int:
        if not self.rows("policies.db", "select 1 from sqlite_master where name = 'versions'"):
            return 0
        return int(self.rows("policies.db", "select count(*) from versions")[0][0])

    def command(self, *words: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "tracker", *words],
            env={**os.environ, "TRACKER_HOME": str(self.home), "TRACKER_ALLOW_PRIVATE": "1"},
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


class DeadlyMailboxes(Mailboxes):
    """A mail server that kills who writes to it, once, before it has the message."""

    victim: Watched | None = None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        victim, self.victim = self.victim, None
        if victim:
            victim.kill()
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def watched(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Watched]:
    made = Watched(tmp_path, httpserver)
    yield made
    if made.process and made.process.poll() is None:
        made.kill()
        made.ended()


def wait_for(true: Callable[[], object]) -> None:
    ends = time.monotonic() + 60
    while not true() and time.monotonic() < ends:
        time.sleep(0.05)
    assert true()


@pytest.mark.slow
def test_one_mail_tells_of_a_change_though_the_watch_is_killed_on_the_way(
    watched: Watched, unused_port: int
) -> None:
    watched.start()
    wait_for(lambda: watched.versions() == 1)
    watched.kill()
    first = watched.ended()
    with DeadlyMailboxes(unused_port) as mails:
        watched.command("watchers", "add", "--to", mails.target())
        watched.command("watchers", "add", "--to", watched.hook)
        watched.text, watched.deadly = REVISED, True
        watched.start()
        while_looking = watched.ended()
        mails.victim = watched
        watched.start()
        while_telling = watched.ended()
        watched.start()
        wait_for(lambda: mails.taken)
        watched.hours_pass()  # another look at the same text
        looks = watched.rows("private.db", "select checked_at from agenda")
        wait_for(lambda: watched.rows("private.db", "select checked_at from agenda") != looks)
        time.sleep(2)
        letters = [message_from_bytes(mail.content, policy=policy.default) for mail in mails.taken]

    assert [first, while_looking, while_telling] == [-signal.SIGKILL] * 3
    assert [letter["subject"].split(": ") for letter in letters] == [
        ["Acme Privacy Policy", "Retention, Security logs are kept", "12 months -> 6 months"]
    ]
    assert (watched.versions(), len(set(watched.asked))) == (2, 1)
