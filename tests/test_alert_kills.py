"""kill -9 at any instant loses no message; what arrives twice carries the same key."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.alert_world import Desk
from tests.site_world import settle

ROOT = Path(__file__).parents[1]
WATCHERS, CHANGES = 60, 4
KILLS = (1, 30, 31, 90, 150)
"""The process dies while the so-many-th message is being taken."""


class Killer:
    """A webhook that takes messages, and kills who sends them at certain ones before it answers."""

    def __init__(self, server: HTTPServer) -> None:
        self.keys: Counter[str] = Counter()
        self.victim: subprocess.Popen[bytes] | None = None
        self._left = list(KILLS)
        self._lock = threading.Lock()
        server.expect_request("/hook").respond_with_handler(self._take)

    def _take(self, request: Request) -> Response:
        with self._lock:
            self.keys[request.headers["idempotency-key"]] += 1
            if self._left and self.keys.total() >= self._left[0] and self.victim:
                self._left.pop(0)
                self.victim.kill()
        return Response("thanks")

    def run(self, home: Path, private: Path, minutes: int) -> int:
        """A round that may be killed: its exit code, -9 when it was."""
        command = [sys.executable, "-m", "tests.alert_victim", str(home), str(private), str(minutes)]
        self.victim = subprocess.Popen(command, cwd=ROOT)
        return self.victim.wait()


@pytest.mark.slow
def test_a_process_killed_again_and_again_loses_no_message(tmp_path: Path, httpserver: HTTPServer) -> None:
    home, private = settle(tmp_path / "home"), tmp_path / "private.db"
    desk = Desk(home, private)
    for _ in range(WATCHERS):
        desk.add(f"json://{httpserver.host}:{httpserver.port}/hook")
    killer = Killer(httpserver)
    ends = [killer.run(home, private, minutes=6 * round_) for round_ in range(len(KILLS) + 2)]
    standing = Counter(desk.standing())
    desk.close()

    assert ends == [-9] * len(KILLS) + [0, 0]
    assert (len(killer.keys), standing) == (WATCHERS * CHANGES, {"sent": WATCHERS * CHANGES})
    assert len(KILLS) >= killer.keys.total() - len(killer.keys) > 0


@pytest.mark.slow
def test_a_process_killed_while_queueing_queues_all_or_nothing_for_each_watcher(tmp_path: Path) -> None:
    home, private = settle(tmp_path / "home"), tmp_path / "private.db"
    desk = Desk(home, private)
    for number in range(WATCHERS):
        desk.add(f"json://127.0.0.1:9/{number}")
    for wait in (0.9, 1.2, 1.5, 1.8, 2.1):
        victim = subprocess.Popen(
            [sys.executable, "-m", "tests.alert_victim", str(home), str(private), "0"], cwd=ROOT
        )
        try:
            victim.wait(wait)
        except subprocess.TimeoutExpired:
            victim.kill()
            victim.wait()
        queued = Counter(row[0] for row in desk.outbox.database.execute("select watcher from outbox"))

        assert set(queued.values()) <= {CHANGES}
    desk.announcer.queue()
    total = len(desk.standing())
    desk.close()

    assert total == WATCHERS * CHANGES
