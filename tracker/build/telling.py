"""One policy's new versions told as rows, in packets; the same in this process and in a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tracker.archive import Archive
from tracker.build.chronicle import Chronicle, Placed
from tracker.build.forgetting import forget_lines
from tracker.build.rows import Rows

PACKET = 50
"""Versions in a packet: bounds what is held in memory, however long a history is."""

_TEXTS = 16
"""Texts kept: histories flip between few."""


_LOOKED = 10
"""Versions after which it is looked how much is remembered."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A version that is not as it should be; it keeps its place in the history, and the others go on."""

    policy: str
    commit: str
    flag: str
    """``not_utf8`` (read all the same) or ``unreadable``, as in the column ``versions.flags``; ``malformed``
    for a commit that is no version, of no policy."""
    reason: str

    def __str__(self) -> str:
        """A line for people: which version, and what is wrong with it."""
        return f"{self.policy}@{self.commit[:10]}: {self.reason}" if self.policy else self.reason


@dataclass
class Packet:
    """Rows of some versions of one policy."""

    rows: Rows = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    versions: int = 0


@dataclass(frozen=True, slots=True)
class _Text:
    content: str
    utf8: bool


def tell(archive: Archive, chronicle: Chronicle, history: Sequence[Placed]) -> Iterator[Packet]:
    """The rows of these versions, oldest first, and at the end those of what stands."""
    text_of = lru_cache(maxsize=_TEXTS)(_reader(archive))
    packet = Packet()
    for placed in history:
        _tell(chronicle, placed, text_of(placed.entry.version), packet)
        if packet.versions % _LOOKED == 0:
            forget_lines()
        if packet.versions == PACKET:
            yield packet
            packet = Packet()
    _add(packet, chronicle.close())
    yield packet


def _reader(archive: Archive) -> Callable[[str], _Text]:
    def text_of(blob: str) -> _Text:
        content = archive.read(blob)
        try:
            return _Text(content.decode("utf-8"), True)
        except UnicodeDecodeError:
            return _Text(content.decode("utf-8", "replace"), False)

    return text_of


def _tell(chronicle: Chronicle, placed: Placed, text: _Text, packet: Packet) -> None:
    packet.versions += 1
    if not text.utf8:
        placed = _flagged(placed, "not_utf8")
        packet.doubts.append(
            _doubt(placed, "not_utf8", "the text is not UTF-8; read with U+FFFD in its place")
        )
    try:
        rows = chronicle.step(placed, text.content)
    except Exception as error:  # whatever one text makes our reading do must not cost the other texts
        packet.doubts.append(_doubt(placed, "unreadable", f"{type(error).__name__}: {error}"))
        rows = chronicle.unreadable(_flagged(placed, "unreadable"))
    _add(packet, rows)


def _flagged(placed: Placed, flag: str) -> Placed:
    flags = tuple(dict.fromkeys((*placed.entry.flags, flag)))
    return replace(placed, entry=replace(placed.entry, flags=flags))


def _doubt(placed: Placed, flag: str, reason: str) -> Doubt:
    return Doubt(placed.entry.policy, placed.entry.commit, flag, reason)


def _add(packet: Packet, rows: Rows) -> None:
    for table, told in rows.items():
        packet.rows.setdefault(table, []).extend(told)
