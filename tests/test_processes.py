"""Real processes on one archive: no check is done twice, and one that is killed loses none."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
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


@pytest.mark.slow
def test_a_cluster_does_the_looks_though_one_of_its_workers_dies(home: Path, httpserver: HTTPServer) -> None:
    pytest.importorskip("distributed", reason="distributed is an extra")
    publisher = Publisher(httpserver)
    publisher.pause = 0.05
    address = f"tcp://127.0.0.1:{unused()}"
    scheduler = dask(
        "scheduler", "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1], "--no-dashboard"
    )
    workers = [
        dask("worker", address, "--nworkers", "1", "--nthreads", "2", "--no-dashboard") for _ in range(2)
    ]
    try:
        leader = subprocess.Popen(
            [sys.executable, "-m", "tracker", "check", "--cluster", address],
            env={**os.environ, "TRACKER_HOME": str(home), "TRACKER_ALLOW_PRIVATE": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        ends = time.monotonic() + 90
        while len(publisher.asked) < COUNT // 4 and time.monotonic() < ends:
            time.sleep(0.05)
        os.killpg(workers[0].pid, signal.SIGKILL)
        told, _ = leader.communicate(timeout=200)
    finally:
        for one in (*workers, scheduler):
            with suppress(ProcessLookupError):
                os.killpg(one.pid, signal.SIGKILL)
            one.wait()

    assert leader.returncode == 0, told
    assert policies(home) == Counter({f"acme/p{n}": 1 for n in range(COUNT)})


def dask(*arguments: str) -> subprocess.Popen[bytes]:
    """A part of a cluster, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def unused() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
