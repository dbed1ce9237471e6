"""An outbox, receivers on loopback and a clock we turn, over the small invented world of the site's tests."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from tests.site_world import START
from tracker.alerts import watchers
from tracker.alerts.channels import Sender, checked
from tracker.alerts.delivery import Delivered
from tracker.alerts.outbox import Outbox
from tracker.alerts.watchers import Watcher
from tracker.alerts.wishes import Wish
from tracker.announce import Announcer
from tracker.archive import Archive
from tracker.database import connect
from tracker.outgoing import Outgoing

SITE = "https://pages.example"


@lru_cache(maxsize=2)
def _outgoing(allow_private: bool) -> Outgoing:
    """Reading the system's certificates takes longer than most tests."""
    return Outgoing(allow_private=allow_private)


class Desk:
    """An announcer with its outbox, and a sender to loopback."""

    def __init__(self, home: Path, private: Path, *, allow_private: bool = True) -> None:
        self.now = START + timedelta(days=400)
        self.archive = Archive.open(home / "archive" / "policies.git")
        self.database = connect(home / "archive" / "policies.db")
        self.outbox = Outbox(connect(private))
        self.outgoing = _outgoing(allow_private)
        self.sender = Sender(self.outgoing, self.clock)
        self.announcer = Announcer(self.archive, self.database, self.outbox, self.clock, SITE)

    def clock(self) -> datetime:
        return self.now

    def add(self, target: str, wish: Wish = Wish(), read_to: int = 0, **more: Any) -> Watcher:  # noqa: B008
        return watchers.add(self.outbox.database, target, checked(target), wish, read_to=read_to, **more)

    def send(self, after: timedelta = timedelta(0)) -> Delivered:
        self.now += after
        return self.announcer.send(self.sender)

    def standing(self) -> list[str]:
        return [row[0] for row in self.outbox.database.execute("select standing from outbox order by alert")]

    def titles(self) -> list[str]:
        rows = self.outbox.database.execute(
            """
            select json_extract(content, '$.title') from outbox join messages on digest = message
            order by alert
            """
        )
        return [row[0] for row in rows]

    def close(self) -> None:
        self.archive.close()
        self.database.close()
        self.outbox.database.close()


class Mailboxes:
    """A mail server on loopback that keeps what it takes, and answers as told."""

    def __init__(self, port: int) -> None:
        self.taken: list[Any] = []
        self.answers: list[str] = []
        """What it says to the next messages; then it takes them."""
        self._controller = Controller(self, hostname="127.0.0.1", port=port)
        self.port = port

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.answers:
            return self.answers.pop(0)
        self.taken.append(envelope)
        return "250 OK"

    def __enter__(self) -> Mailboxes:
        self._controller.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._controller.stop()

    def target(self, to: str = "reader@home.example") -> str:
        return f"mailto://127.0.0.1:{self.port}?from=watch@tracker.example&to={to}"


class Script:
    """A server that says its lines one by one, then hangs up: whatever a real one could do to us."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._lines = list(lines)
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def _serve(self) -> None:
        connection, _ = self._listening.accept()
        with closing(connection):
            for line in self._lines:
                connection.sendall(line)
                connection.recv(65_536)

    def __enter__(self) -> Script:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._listening.close()
        self._thread.join(5)
