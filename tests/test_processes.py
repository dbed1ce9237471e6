"""Real processes on one archive: no check is done twice, and one that is killed loses none."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from test_track import POLICY
from werkzeug import Request, Response

from tracker.archive import Archive
from tracker.database import connect

COUNT = 40


class Publisher:
    """Serves policies and counts who was asked how often."""

    def __init__(self, server: HTTPServer) -> None:
        self.asked: Counter[str] = Counter()
        self.pause = 0.0
        server.expect_request("/robots.txt").respond_with_data(status=404)
        server.expect_request(re.compile(r"/p\d+")).respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        self.asked[request.path] += 1
        time.sleep(self.pause)
        body = POLICY.replace("Acme Limited", f"Acme {request.path[2:]} Limited")
        return Response(body, content_type="text/html; charset=utf-8")


@pytest.fixture
def home(tmp_path: Path, httpserver: HTTPServer) -> Path:
    folder = tmp_path / "seeds" / "declarations"
    folder.mkdir(parents=True)
    entries = "".join(
        f"  p{n}: {{type: Privacy Policy, url: '{httpserver.url_for(f'/p{n}')}'}}\n" for n in range(COUNT)
    )
    (folder / "acme.yml").write_text(f"service: acme\nname: Acme\npolicies:\n{entries}", "utf-8")
    (tmp_path / "archive").mkdir()
    return tmp_path


SWEEP = """
import sys
from pathlib import Path
from tracker.declarations import load
from tracker.home import Home
from tracker.watch import sweeper
home = Home(Path(sys.argv[1]), allow_private=True)
declared, _ = load(home.declarations)
with sweeper(home) as sweeps:
    for one in sweeps.due(declared):
        print(one.policy, one.outcome, flush=True)
"""


def start(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SWEEP, str(home)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def policies(home: Path) -> Counter[str]:
    with Archive.open(home / "archive" / "policies.git") as archive:
        return Counter(entry.policy for entry in archive.history())


@pytest.mark.slow
def test_two_processes_never_do_a_check_twice(home: Path, httpserver: HTTPServer) -> None:
    publisher = Publisher(httpserver)
    publisher.pause = 0.02
    running = [start(home), start(home)]
    told = [one.communicate(timeout=120) for one in running]

    assert [one.returncode for one in running] == [0, 0], told
    assert set(publisher.asked.values()) == {1} and len(publisher.asked) == COUNT
    assert policies(home) == Counter({f"acme/p{n}": 1 for n in range(COUNT)})


@pytest.mark.slow
def test_a_process_that_is_killed_loses_no_check(home: Path, httpserver: HTTPServer) -> None:
    publisher = Publisher(httpserver)
    publisher.pause = 0.05
    killed = start(home)
    while len(publisher.asked) < COUNT // 4:
        time.sleep(0.02)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    publisher.pause = 0.0
    _let_leases_end(home)
    after = start(home)
    told = after.communicate(timeout=120)

    assert after.returncode == 0, told
    assert policies(home) == Counter({f"acme/p{n}": 1 for n in range(COUNT)})


def _let_leases_end(home: Path) -> None:
    """As if the ten minutes of a lease had passed."""
    private = connect(home / "archive" / "private.db")
    private.execute(
        "update agenda set lease_until = '2000-01-01T00:00:00+00:00' where lease_until is not null"
    )
    private.close()
