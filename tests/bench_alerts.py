"""1,000 watchers and 1,000 changes in one sweep, to receivers on loopback: CPU and exactness.

The watchers are of every kind: of one policy, one service, a topic, a word, a quote, everything in a digest.
Run: python tests/bench_alerts.py
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.queues import Queue
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.alert_world import Desk
from tests.site_world import POLICY, START
from tracker.alerts.wishes import TOPICS, Wish
from tracker.archive import Archive, Description, Recording, Snapshot
from tracker.build import build

WATCHERS, POLICIES, SERVICES, IDLE = 1_000, 1_000, 100, 500
"""Services that changed, and those that did not: less than a fifth changed, so this is no burst."""
LONGEST = 60.0
"""Seconds of CPU."""


def records() -> list[Recording]:
    """Each policy twice; the second time its retention period is another."""
    made = []
    for round_, logs in enumerate(("12 months", "6 months")):
        for number in range(POLICIES if round_ else POLICIES + IDLE):
            service = number % SERVICES if number < POLICIES else number
            text = POLICY.format(stamp="1 January 2025", logs=logs, backups=f"{number + 2} weeks", more="")
            made.append(
                Recording(
                    f"s{service}/p{number}", text, START + timedelta(days=round_),
                    Snapshot(text.encode(), "md", {}),
                    description=Description(f"S{service}", f"Policy {number}", {}),
                )
            )  # fmt: skip
    return made


def settled(home: Path) -> Path:
    (home / "archive").mkdir(parents=True)
    with Archive.open(home / "archive" / "policies.git", create=True) as archive:
        with archive.writer() as writer:
            for record in records():
                writer.record(record)
            writer.publish()
        build(archive, home / "archive" / "policies.db", quiet=True)
    return home


def wish(number: int) -> tuple[Wish, int, str]:
    """What watcher so-and-so asks for, how many messages that makes, and its rhythm."""
    topics = sorted(TOPICS)
    kinds: list[Callable[[], tuple[Wish, int, str]]] = [
        lambda: (Wish(policies=(f"s{number % SERVICES}/p{number}",)), 1, "at_once"),
        lambda: (Wish(services=(f"s{number % SERVICES}",)), POLICIES // SERVICES, "at_once"),
        lambda: (Wish(services=(f"s{number % SERVICES}",), topics=("retention",)), _of(1), "at_once"),
        lambda: (Wish(topics=(topics[number % len(topics)],), removed=(f"word{number}",)), 0, "at_once"),
        lambda: (Wish(added=(f"word{number}", "nothing of the kind")), 0, "at_once"),
        lambda: (Wish(quotes=(f"quote number {number} that stood",)), 0, "at_once"),
        lambda: (Wish(types=(f"Policy {number}",)), 1, "at_once"),
        lambda: (Wish(services=(f"s{number % SERVICES}", "s1")), _of(number), "at_once"),
        lambda: (Wish(at_least="editorial"), 1, "daily"),
        lambda: (Wish(facets=("backdated",)), 0, "at_once"),
    ]  # fmt: skip
    return kinds[number % len(kinds)]()


def _of(number: int) -> int:
    return POLICIES // SERVICES * (1 if number % SERVICES == 1 else 2)


def receive(port: Queue[int], keys: Queue[Any]) -> None:
    """A receiver in a process of its own; tells the keys it saw when it is asked for them."""
    seen: Counter[str] = Counter()

    class Taker(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            seen[self.headers["idempotency-key"]] += 1
            self._answer()

        def do_GET(self) -> None:
            keys.put(seen)
            self._answer()

        def _answer(self) -> None:
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taker)
    port.put(server.server_port)
    server.serve_forever()


def measure(home: Path, port: int) -> tuple[int, float, list[str]]:
    """How many messages are expected, the CPU seconds, and what took them."""
    desk = Desk(home, home / "private.db")
    expected, marks = 0, []
    for number in range(WATCHERS):
        asked, messages, rhythm = wish(number)
        expected += messages
        desk.add(
            f"json://127.0.0.1:{port}/{number}", asked, rhythm=rhythm,
            digest_at=desk.now if rhythm == "daily" else None,
        )  # fmt: skip
    before = time.process_time()
    for name, step in (("queue", desk.announcer.queue), ("digest", desk.announcer.digest)):
        at = time.process_time()
        step()
        marks.append(f"{name} {time.process_time() - at:.1f} s")
    at = time.process_time()
    while desk.send().taken:
        pass
    marks.append(f"send {time.process_time() - at:.1f} s")
    return expected, time.process_time() - before, marks


def main() -> int:
    port: Queue[int] = multiprocessing.Queue()
    keys: Queue[Any] = multiprocessing.Queue()
    receiver = multiprocessing.Process(target=receive, args=(port, keys), daemon=True)
    receiver.start()
    with tempfile.TemporaryDirectory() as folder:
        home, at = settled(Path(folder) / "home"), port.get()
        expected, seconds, marks = measure(home, at)
        Desk(home, home / "other.db").outgoing.ask(f"http://127.0.0.1:{at}/keys")
    seen: Counter[str] = keys.get()
    receiver.terminate()
    twice = sum(count - 1 for count in seen.values())
    print(
        f"{WATCHERS} watchers, {POLICIES} changes: {len(seen)} messages of {expected} expected, {twice} twice"
    )
    print(f"CPU {seconds:.1f} s (limit {LONGEST:.0f}): {', '.join(marks)}")
    return int((len(seen), twice) != (expected, 0) or seconds > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
