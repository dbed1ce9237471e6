"""What a check costs: ``make bench``. CPU of this process and its children, on loopback, in one run.

Prints a line a measurement with its bound, and fails when a bound is passed.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tracker.agenda import Agenda
from tracker.archive import Archive
from tracker.database import connect
from tracker.declarations import Declaration, each, parse
from tracker.fetch import Fetcher
from tracker.heads import Heads
from tracker.outgoing import Outgoing
from tracker.sweep import Sweeper
from tracker.track import look

PAGES = 200
WORDS = "We keep the personal data that you give us for as long as your account lives and no longer".split()


def page(number: int, octets: int) -> bytes:
    """A policy of about so many bytes, no two alike."""
    parts, size = [], 0
    while size < octets:
        n = len(parts)
        words = " ".join(WORDS[(n * 7 + number + i) % len(WORDS)] for i in range(60))
        parts.append(
            f'<section class="policy-section"><h2 id="s{n}">{n}. Part {n} of {number}</h2><p>{words}.</p>'
            f'<ul><li><a href="/x/{n}">Item {n}</a> {words[:80]}</li><li>{words[80:160]}</li></ul></section>'
        )
        size += len(parts[-1])
    nav = "".join(f'<li><a href="/{i}">Place {i}</a></li>' for i in range(40))
    return (
        f'<html lang="en"><head><title>Privacy Policy {number}</title></head><body><nav><ul>{nav}</ul></nav>'
        f"<main><h1>Privacy Policy</h1><p>Last updated: 1 March 2026</p>{''.join(parts)}</main>"
        "<footer>Acme</footer></body></html>"
    ).encode()


def serve(told: Connection) -> None:
    """/200/N, /304/N: pages of 80 KB, the second with an ETag; /small/N: pages of 4 KB."""

    class Pages(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 20  # an answer in one piece: in two, the second waits for an acknowledgement

        def do_GET(self) -> None:
            _, kind, number = [*self.path.split("/"), "", ""][:3]
            if kind not in ("200", "304", "small"):
                return self._send(404, b"")
            if kind == "304" and self.headers.get("If-None-Match"):
                return self._send(304, b"")
            return self._send(200, page(int(number), 4_000 if kind == "small" else 80_000), kind == "304")

        def _send(self, status: int, body: bytes, tagged: bool = False) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            if tagged:
                self.send_header("ETag", '"1"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    told.send(server.server_port)
    server.serve_forever()


def declared(port: int, kind: str, count: int) -> list[Declaration]:
    policies = "".join(
        f"  p{n}: {{type: Privacy Policy, url: 'http://127.0.0.1:{port}/{kind}/{n}'}}\n" for n in range(count)
    )
    return list(each(parse(Path("acme.yml"), f"service: acme-{kind}\nname: Acme\npolicies:\n{policies}")))


class Watched:
    """A sweeper over an empty archive, with a clock that we turn."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.now = datetime.now(UTC)
        private = connect(folder / "private.db")
        archive = Archive.open(folder / "policies.git", create=True)
        looker = partial(look, Fetcher(Outgoing(allow_private=True), lambda: self.now, gap=0))
        executor = ThreadPoolExecutor(8)
        self.sweeper = Sweeper(archive, Agenda(private), Heads(private), looker, executor, lambda: self.now)

    def sweep(self, declarations: list[Declaration]) -> list[str]:
        self.now += timedelta(hours=8)
        return [checked.outcome for checked in self.sweeper.due(declarations)]


def cpu() -> float:
    """Seconds of CPU of this process and of its children that have ended."""
    mine, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


@contextmanager
def server() -> Iterator[int]:
    here, there = get_context("spawn").Pipe()
    running = get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    running.start()
    try:
        yield here.recv()
    finally:
        running.kill()
        running.join()


def told(name: str, value: float, bound: float, unit: str) -> bool:
    print(f"{name:<40} {value:8.2f} {unit:<10} (at most {bound:g})", flush=True)
    return value <= bound


def swept(watched: Watched, declarations: list[Declaration]) -> float:
    """Seconds of CPU of one sweep that looks at all of them."""
    began = cpu()
    outcomes = watched.sweep(declarations)
    assert len(outcomes) == len(declarations) and set(outcomes) <= {"new", "unchanged"}, outcomes[:5]
    return cpu() - began


def idle(watched: Watched) -> float:
    """Milliseconds of asking what is due when nothing is."""
    began = time.perf_counter()
    for _ in range(20):
        assert not watched.sweeper.agenda.claim(watched.now, "nobody", 10)
    return (time.perf_counter() - began) * 1000 / 20


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(due: int) -> int:
    good: list[bool] = []
    with server() as port, tempfile.TemporaryDirectory() as folder:
        for kind, again, bound in (("200", "same bytes", 4), ("304", "not modified", 2)):
            watched = Watched(Path(folder) / kind)
            declarations = declared(port, kind, PAGES)
            cold, warm = (1000 / PAGES * swept(watched, declarations) for _ in range(2))
            good += [told(f"cold check ({kind})", cold, 30, "ms CPU"), told(again, warm, bound, "ms CPU")]
        good.append(told(f"memory after {PAGES} pages", memory(), 100, "MB"))
        grown = []
        for count in (due // 10, due):
            watched = Watched(Path(folder) / f"due-{count}")
            declarations = declared(port, "small", count)
            for which in ("first", "due"):
                spent = swept(watched, declarations)
                good.append(told(f"{count:,} {which} checks in one sweep", spent, 60, "s CPU"))
            grown.append(memory())
        good.append(told("asking what is due, when nothing is", idle(watched), 1, "ms"))
        good.append(told(f"memory that {due:,} take more than {due // 10:,}", grown[1] - grown[0], 30, "MB"))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000))
