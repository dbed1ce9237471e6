"""A page received: robots asked first, one request at a time a host, nothing asked again needlessly."""

from __future__ import annotations

import hashlib
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from protego import Protego

from tracker.outgoing import Answer, Limits, Outgoing, RefusedError, UnansweredError

FETCHER = "policy-tracker/1"
_ROBOTS_LIFE = timedelta(hours=24)
_ROBOTS_LIMITS = Limits(seconds=20, redirects=5, octets=600_000, unpacked=600_000)
GAP = 1.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
_LONGEST_GAP = 30.0
_FULL_EVERY = timedelta(days=7)
"""A server may answer "not modified" for ever: once a week the whole page is asked for."""
_LANGUAGE = "en"
"""Asked for where none is declared: always the same, or a page in several languages would swing."""
_KEPT_HEADERS = (
    "content-type", "content-language", "content-length", "date", "etag", "last-modified", "server", "age",
    "cache-control", "location", "retry-after", "x-robots-tag", "link",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Validators:
    """What a later request may say of the last answer, so that the server need not send it again."""

    etag: str | None = None
    last_modified: str | None = None
    full_at: datetime | None = None
    """When the whole page was last received."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One look at an address: what came, or why nothing did."""

    outcome: Literal["received", "unchanged", "blocked", "error"]
    url: str
    """The address asked."""
    fetched_at: datetime
    reason: str = ""
    answer: Answer | None = None
    transient: bool = True
    """Of an error: it may be otherwise another time."""
    retry_at: datetime | None = None
    """The server asked not to be asked before."""
    validators: Validators = field(default_factory=Validators)
    again_at: datetime | None = None
    """The host is not to be asked again before."""

    @property
    def content(self) -> bytes:
        return self.answer.content if self.answer else b""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def media_type(self) -> str:
        return self._content_type()[0]

    @property
    def charset(self) -> str | None:
        return self._content_type()[1]

    def _content_type(self) -> tuple[str, str | None]:
        raw = self.answer.headers.get("content-type", "") if self.answer else ""
        kind, *parameters = [part.strip() for part in raw.split(";")]
        named = (p.partition("=")[2].strip("\"' ") for p in parameters if p.lower().startswith("charset"))
        return kind.lower(), next(named, None)

    def about(self) -> dict[str, object]:
        """What ``snapshot.json`` keeps beside the bytes."""
        assert self.answer is not None
        kept = {name: value[:500] for name, value in self.answer.headers.items() if name in _KEPT_HEADERS}
        return {
            "url": self.answer.url,
            "asked": self.url,
            "redirects": [list(hop) for hop in self.answer.redirects],
            "status": self.answer.status,
            "headers": kept,
            "media_type": self.media_type,
            "fetcher": FETCHER,
        }


@dataclass(slots=True)
class Fetcher:
    """Looks at addresses; shared by the threads of one process.

    ``clock`` gives the present instant; ``pause`` waits for so many seconds.
    """

    outgoing: Outgoing
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    pause: Callable[[float], None] = time.sleep
    gap: float = GAP
    _hosts: dict[str, threading.Lock] = field(default_factory=dict)
    _free_at: dict[str, datetime] = field(default_factory=dict)
    _robots: dict[str, tuple[datetime, bytes]] = field(default_factory=dict)
    """When a host's robots.txt was asked for, and its text, packed: thousands are kept for a day."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fetch(
        self,
        url: str,
        known: Validators | None = None,
        language: str | None = None,
        free_at: datetime | None = None,
    ) -> Fetched:
        """One look at ``url``, asking for ``language``. Failures are outcomes, not exceptions.

        ``free_at``: another process asked the host last, and it is not to be asked before.
        """
        host = urlsplit(url).netloc.lower()
        with self._lock:
            gate = self._hosts.setdefault(host, threading.Lock())
            if free_at:
                self._free_at[host] = max(free_at, self._free_at.get(host, free_at))
        with gate:
            try:
                fetched = self._allowed(url, host, known or Validators(), language or _LANGUAGE)
            except RefusedError as refused:
                fetched = Fetched("error", url, self.clock(), str(refused), transient=False)
            except UnansweredError as unanswered:
                reason, transient = str(unanswered), unanswered.transient
                fetched = Fetched("error", url, self.clock(), reason, transient=transient)
        return replace(fetched, again_at=self._free_at.get(host))

    def _allowed(self, url: str, host: str, known: Validators, language: str) -> Fetched:
        robots = self._robots_of(url, host)
        if robots is None:
            return Fetched("error", url, self.clock(), f"{host}/robots.txt gives a server error: not asking")
        if not robots.can_fetch(url, self.outgoing.user_agent):
            return Fetched(
                "blocked", url, self.clock(), f"{host}/robots.txt asks not to look at this address"
            )
        self._wait(host, robots.crawl_delay(self.outgoing.user_agent))
        asked = {"accept-language": f"{language}, *;q=0.5", **_conditions(known, self.clock())}
        answer = self.outgoing.ask(url, headers=asked)
        return self._told(url, answer, known, self.clock())

    def _robots_of(self, url: str, host: str) -> Protego | None:
        """The host's rules; None while they give a server error, which forbids (RFC 9309, 2.3.1.4)."""
        now = self.clock()
        kept = self._robots.get(host)
        if kept and now - kept[0] < _ROBOTS_LIFE:
            return _rules(kept[1])
        address = f"{urlsplit(url).scheme}://{host}/robots.txt"
        answer = self.outgoing.ask(address, limits=_ROBOTS_LIMITS)
        if answer.status >= 500 or answer.status == 429:
            return None
        text = answer.content.decode("utf-8", "replace") if answer.status < 300 else ""
        self._robots[host] = (now, zlib.compress(text.encode()))
        return _rules(self._robots[host][1])

    def _wait(self, host: str, asked: float | None) -> None:
        gap = min(max(self.gap, asked or 0.0), _LONGEST_GAP)
        now = self.clock()
        free = self._free_at.get(host, now)
        if free > now:
            self.pause((free - now).total_seconds())
        self._free_at[host] = max(free, now) + timedelta(seconds=gap)

    def _told(self, url: str, answer: Answer, known: Validators, now: datetime) -> Fetched:
        retry_at = _retry_at(answer.headers, now)
        if answer.status == 304:
            return Fetched("unchanged", url, now, answer=answer, validators=known)
        if answer.status in (401, 403, 407, 429, 451):
            reason = f"{answer.url}: the server answered {answer.status}"
            return Fetched("blocked", url, now, reason, answer, retry_at=retry_at)
        if answer.status >= 300:
            reason = f"{answer.url}: the server answered {answer.status}"
            return Fetched("error", url, now, reason, answer, answer.status != 410, retry_at)
        validators = Validators(answer.headers.get("etag"), answer.headers.get("last-modified"), now)
        return Fetched("received", url, now, answer=answer, validators=validators)


@lru_cache(maxsize=64)
def _rules(packed: bytes) -> Protego:
    """What a robots.txt asks; read, it takes twenty times the room of its text."""
    return Protego.parse(zlib.decompress(packed).decode())


def _conditions(known: Validators, now: datetime) -> dict[str, str]:
    if known.full_at is None or now - known.full_at >= _FULL_EVERY:
        return {}
    named = {"if-none-match": known.etag, "if-modified-since": known.last_modified}
    return {name: value for name, value in named.items() if value and value.isprintable()}


def _retry_at(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """The instant that Retry-After names, at most a week away."""
    raw = headers.get("retry-after", "").strip()
    if raw.isdigit():
        wanted = now + timedelta(seconds=min(int(raw), 7 * 86_400))
    else:
        try:
            wanted = parsedate_to_datetime(raw).astimezone(UTC)
        except (ValueError, TypeError):
            return None
    return min(max(wanted, now), now + timedelta(days=7))
