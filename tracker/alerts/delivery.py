"""A round of sending: receivers side by side, each one message at a time, each result written at once."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field
from datetime import datetime

from tracker.alerts.channels import Envelope, Sender, UndeliveredError
from tracker.alerts.outbox import LEASE, Alert, Outbox

log = logging.getLogger(__name__)

_AT_ONCE = 8
"""Receivers that are sent to at the same time."""


@dataclass(slots=True)
class Delivered:
    """What a round of sending did."""

    taken: int = 0
    failed: int = 0
    given_up: list[int] = field(default_factory=list)
    """The watcher of each message that was given up."""


@dataclass(slots=True)
class Round:
    """One round over one connection; the threads of ``executor`` send, this thread writes."""

    outbox: Outbox
    sender: Sender
    executor: Executor
    now: Callable[[], datetime]
    leave: Callable[[str], str]
    """The token of a watcher -> the address at which its messages end."""
    done: Delivered = field(default_factory=Delivered)

    def run(self, most: int) -> Delivered:
        """Send what is due, at most so many."""
        left = most
        while left > 0 and (claimed := self.outbox.claim(self.now(), min(left, 500))):
            left -= len(claimed)
            self._send(claimed)
        return self.done

    def _send(self, claimed: list[Alert]) -> None:
        """Each receiver's messages in order; when it takes nothing, the rest of them is given back."""
        begun = self.now()
        queues: dict[str, deque[Alert]] = {}
        for alert in claimed:
            queues.setdefault(alert.watcher.receiver, deque()).append(alert)
        waiting = deque(queues.values())
        running: dict[Future[None], tuple[Alert, deque[Alert]]] = {}
        while waiting or running:
            while waiting and len(running) < _AT_ONCE:
                queue = waiting.popleft()
                if self.now() - begun > LEASE / 2:  # another process may take them up soon: leave them to it
                    self.outbox.give_back(queue)
                    continue
                alert = queue.popleft()
                running[self.executor.submit(self.sender.send, self._envelope(alert))] = (alert, queue)
            for future in wait(running, return_when=FIRST_COMPLETED).done if running else ():
                alert, queue = running.pop(future)
                if self._settled(alert, future.exception()):
                    waiting.extendleft([queue] if queue else [])
                else:
                    self.outbox.give_back(queue)

    def _envelope(self, alert: Alert) -> Envelope:
        watcher = alert.watcher
        secret = self.outbox.secret(watcher.watcher)
        return Envelope(watcher.target, alert.key, alert.message, self.leave(watcher.token), secret)

    def _settled(self, alert: Alert, error: BaseException | None) -> bool:
        """Write down how it went; False when the receiver takes nothing at present."""
        if error is None:
            self.outbox.sent(alert)
            self.done.taken += 1
            return True
        if not isinstance(error, UndeliveredError):  # a channel broke: that costs its message, not the others
            error = UndeliveredError(f"the channel broke ({type(error).__name__})")
        self.done.failed += 1
        log.warning("watcher %d: not delivered: %s", alert.watcher.watcher, error)
        self.done.given_up += self.outbox.failed(
            alert, str(error), self.now(), retry_at=error.retry_at, receiver=error.receiver
        )
        return not error.receiver
