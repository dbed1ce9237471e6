"""Policies told side by side: a few processes, each with its own git, and a queue of policies.

Work splits by policy without shared state; the longest histories go first, so that no process is left alone
with one at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from tracker.archive import Archive
from tracker.build.chronicle import Chronicle, Placed
from tracker.build.forgetting import collecting_seldom, forget_policy
from tracker.build.standing import Standing
from tracker.build.telling import Packet, tell
from tracker.model import Evidence, Publisher

Task = tuple[str, Publisher, Evidence, list[Placed]]
"""A policy, who publishes it, what was filed of it, and its versions, oldest first."""


class BuildError(Exception):
    """The build cannot go on, and the database is as it was: says what and where, and what to do."""


def alone(archive: Archive, tasks: Iterable[Task]) -> Iterator[Packet]:
    """All packets, told in this process."""
    for task in tasks:
        yield from told(archive, task)


def together(archive: Path, tasks: Iterable[Task], jobs: int) -> Iterator[Packet]:
    """All packets, told by several processes; those of one policy in order, policies as they come."""
    context = get_context("spawn")
    waiting = iter(tasks)
    with ExitStack() as stack:
        lines: dict[Connection, BaseProcess] = {}
        for _ in range(jobs):
            line, far = context.Pipe()
            process = context.Process(target=_work, args=(archive, far), daemon=True)
            process.start()
            far.close()
            stack.callback(_end, line, process)
            lines[line] = process
        yield from _served(lines, lambda: next(waiting, None))


def _served(lines: dict[Connection, BaseProcess], next_task: Callable[[], Task | None]) -> Iterator[Packet]:
    """Give each free worker the next policy, and pass on what they tell, until none is left."""
    busy = {line for line in lines if _give(line, next_task())}
    while busy:
        for line in wait(list(busy)):
            assert isinstance(line, Connection)
            packet = _received(line, lines[line])
            if packet is not None:
                yield packet
            elif not _give(line, next_task()):
                busy.discard(line)


def _give(line: Connection, task: Task | None) -> bool:
    if task is not None:
        line.send(task)
    return task is not None


def _received(line: Connection, process: BaseProcess) -> Packet | None:
    """The next packet, or None when the policy is done; what a worker raised is raised here."""
    try:
        received = line.recv()
    except (EOFError, ConnectionError) as error:
        process.join()
        status = process.exitcode
        raise BuildError(f"a process of the build ended with status {status}: run it again") from error
    if isinstance(received, Exception):
        raise received
    assert received is None or isinstance(received, Packet)
    return received


def _end(line: Connection, process: BaseProcess) -> None:
    line.close()
    process.terminate()
    process.join()


def _work(path: Path, line: Connection) -> None:
    """A worker's life: tell each policy it is given, until the line is closed."""
    with collecting_seldom(), Archive.open(path) as archive:
        while True:
            try:
                task = line.recv()
            except EOFError:
                return
            try:
                for packet in told(archive, task):
                    line.send(packet)
                line.send(None)
            except Exception as error:  # raised again where the build was asked for
                line.send(error)


def told(archive: Archive, task: Task) -> Iterator[Packet]:
    """One policy told from the beginning; its texts are of no use to the next."""
    policy, publisher, evidence, history = task
    chronicle = Chronicle(policy, publisher, Standing(policy, publisher.service), evidence)
    yield from tell(archive, chronicle, history)
    forget_policy()
