"""datasette with our pages, in this process: what ``tracker serve`` runs."""

from __future__ import annotations

import contextlib
import gc
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.utils import parse_metadata

from tracker.site.warming import warming

SETTINGS = {
    "default_page_size": 50,
    "suggest_facets": False,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "max_returned_rows": 1000,
    "default_cache_ttl": 60,
    "allow_download": True,
    "template_debug": False,
    "num_sql_threads": 3,
}


class NothingToServeError(Exception):
    """There is no database yet; the message says what to do."""


def application(home: Path) -> Datasette:
    """datasette over the home folder's public database. Nothing else is mounted, least of all private.db."""
    database = home / "archive" / "policies.db"
    if not database.is_file():
        raise NothingToServeError(f"{database} is not there yet: run tracker build")
    described = home / "metadata.yml"
    metadata: dict[str, Any] = (
        parse_metadata(described.read_text(encoding="utf-8")) if described.is_file() else {}
    )
    return Datasette([str(database)], metadata=metadata, settings=SETTINGS)


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to the address; raises OSError when it is taken.

    TCP by name: only then does asyncio send what is written at once. Else the kernel holds a page back until
    its headers are acknowledged, 40 ms later.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except OSError:
        taken.close()
        raise
    return taken


class _Server(uvicorn.Server):
    """uvicorn that leaves signals alone: it would raise them again after serving and skip our clean-up."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def server(home: Path) -> uvicorn.Server:
    """A server of the home folder; ``should_exit = True`` from anywhere ends it."""
    config = uvicorn.Config(
        application(home).app(),
        lifespan="on",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
    )
    return _Server(config)


def _calm_collector() -> None:
    """Look for cycles seldom, and not among what was loaded.

    A comparison makes hundreds of thousands of objects that are in no cycle; looking through them again and
    again takes a fifth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


SWITCH = 0.001
"""Seconds after which a thread that prints a page lets another go on.

With Python's own 0.005 a page at hand waited, at each turn of the loop, for the printing of others: twice as
long at the 95th percentile.
"""


def serve(home: Path, host: str, port: int, bound: Callable[[int], None] = lambda port: None) -> None:
    """Serve until interrupted or terminated; clean-up runs. ``bound`` is told the port once it is ours."""
    running = server(home)
    socket_there = listening(host, port)
    bound(socket_there.getsockname()[1])

    def end(number: int, frame: object) -> None:
        running.should_exit = True

    _calm_collector()
    sys.setswitchinterval(SWITCH)
    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with warming(home.absolute()):
            running.run(sockets=[socket_there])
    finally:
        for number, former in before.items():
            signal.signal(number, former)
