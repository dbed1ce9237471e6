"""A page as a browser shows it, each request of the browser passing the one gate of all outgoing requests.

Chromium itself reaches nothing: names do not resolve in it and its proxy is a closed port. What it asks for
is asked through ``Outgoing`` and handed to it, within bounds of time, number and bytes.
"""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from tracker.outgoing import Answer, Limits, Outgoing, RefusedError, UnansweredError

log = logging.getLogger(__name__)

_ONE_AT_A_TIME = threading.Lock()
"""A browser takes some 200 MB: the threads of one process take turns."""
_NOWHERE = "127.0.0.1:9"
_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
)
_TEXTLESS = frozenset(("image", "media", "font", "websocket", "eventsource", "texttrack", "manifest", "ping"))
_NOT_PASSED = frozenset(
    (
        "content-encoding",
        "content-length",
        "transfer-encoding",
        "set-cookie",
        "connection",
        "alt-svc",
        "refresh",
    )
)
_BUSY = 10_000
"""Milliseconds for which a page whose document is there may go on asking before it is read."""
_QUIET = 2_000
"""Milliseconds in which a page that stands still can be read."""


class BrowserError(Exception):
    """A page that was not rendered: says why and what to do. ``transient``: it may be another time."""

    def __init__(self, reason: str, transient: bool = True) -> None:
        super().__init__(reason)
        self.transient = transient


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one page with all that it asks for."""

    seconds: float = 40.0
    requests: int = 150
    octets: int = 30_000_000
    """Of all answers together, and of the page as rendered."""


def rendered(
    answer: Answer, outgoing: Outgoing, *, language: str = "en", bounds: Bounds | None = None
) -> Answer:
    """The answer of a page's address with its content as Chromium shows it; ``BrowserError`` when it cannot.

    The page itself is not asked for again: the browser is given ``answer``.
    """
    bounds = bounds or Bounds()
    told = _Requests(answer, outgoing, bounds, time.monotonic() + bounds.seconds)
    with _ONE_AT_A_TIME, _page(outgoing.user_agent, language) as (page, failures):
        page.context.route("**/*", lambda route: told.fulfil(route))
        try:
            page.goto(answer.url, wait_until="domcontentloaded", timeout=told.left * 1000)
            with suppress(failures.TimeoutError):
                page.wait_for_load_state("networkidle", timeout=max(min(told.left * 1000 - _QUIET, _BUSY), 1))
            shown = page.locator("html").evaluate("element => element.outerHTML", timeout=_QUIET)
        except failures.TimeoutError as error:
            raise BrowserError(f"{answer.url}: the page was not there within {bounds.seconds:g} s") from error
        except failures.Error as error:
            raise BrowserError(f"{answer.url}: the browser failed: {_first_line(error)}") from error
    content = f"<!doctype html>{shown}".encode("utf-8", "replace")
    if len(content) > bounds.octets:
        raise BrowserError(
            f"{answer.url}: the page as rendered is larger than {bounds.octets:,} bytes", False
        )
    return replace(
        answer, content=content, headers={**answer.headers, "content-type": "text/html; charset=utf-8"}
    )


@contextmanager
def _page(user_agent: str, language: str) -> Iterator[tuple[Any, Any]]:
    """A page of a browser of its own, and the module that names its failures."""
    try:
        playwright: Any = import_module("playwright.sync_api")  # here, because it is an extra
    except ImportError as error:
        raise BrowserError(
            "browser: true needs the extra: pip install 'policy-tracker[browser]'", False
        ) from error
    with playwright.sync_playwright() as started:
        try:
            browser = started.chromium.launch(
                executable_path=chromium(),
                args=list(_ARGUMENTS),
                chromium_sandbox=os.geteuid() != 0,  # Chromium refuses to be root in a sandbox
                proxy={"server": _NOWHERE, "bypass": "<-loopback>"},
            )
        except playwright.Error as error:
            raise BrowserError(
                f"browser: true needs a Chromium, and none started ({_first_line(error)}): install chromium, "
                "run 'playwright install chromium', or name one in TRACKER_CHROMIUM",
                False,
            ) from error
        try:
            context = browser.new_context(
                user_agent=user_agent, locale=language, service_workers="block", accept_downloads=False
            )
            yield context.new_page(), playwright
            context.unroute_all(behavior="ignoreErrors")
        finally:
            browser.close()


def chromium() -> str | None:
    """The installed Chromium: the one that is named, else one on the path, else None for playwright's own."""
    named = os.environ.get("TRACKER_CHROMIUM")
    return named or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@dataclass(slots=True)
class _Requests:
    """Answers what the browser asks for."""

    answer: Answer
    outgoing: Outgoing
    bounds: Bounds
    ends: float
    asked: int = 0
    octets: int = 0

    @property
    def left(self) -> float:
        """Seconds."""
        return max(self.ends - time.monotonic(), 0.001)

    def fulfil(self, route: Any) -> None:
        """Hand over what was asked for, or nothing when it is of no use or out of bounds."""
        request = route.request
        first = request.is_navigation_request() and request.url == self.answer.url and not self.asked
        self.asked += 1
        if first:
            _give(route, self.answer)
            return
        found = self._asked(request) if self._is_wanted(request) else None
        if found is None and request.is_navigation_request():
            route.fulfill(status=204)  # the page stays where it is
        elif found is None:
            route.abort()
        else:
            _give(route, found)

    def _is_wanted(self, request: Any) -> bool:
        """True for what may bring text to this page: no other page, no frame, and nothing sent."""
        moves = request.is_navigation_request()
        within = self.asked <= self.bounds.requests and time.monotonic() < self.ends
        return request.method == "GET" and request.resource_type not in _TEXTLESS and within and not moves

    def _asked(self, request: Any) -> Answer | None:
        room = self.bounds.octets - self.octets
        limits = Limits(seconds=self.left, connect_seconds=10, redirects=5, octets=room, unpacked=room)
        headers = {
            name: request.headers[name] for name in ("accept", "accept-language") if name in request.headers
        }
        try:
            found = self.outgoing.ask(
                request.url, headers={**headers, "referer": self.answer.url}, limits=limits
            )
        except (RefusedError, UnansweredError) as error:
            log.info("not given to the browser: %s", error)
            return None
        self.octets += len(found.content)
        return found


def _give(route: Any, found: Answer) -> None:
    headers = {name: value for name, value in found.headers.items() if name not in _NOT_PASSED}
    route.fulfill(status=found.status, headers={**headers, **_readable(route)}, body=found.content)


def _readable(route: Any) -> Mapping[str, str]:
    """The gate sends no Origin: what would be answered to it is said here, for a page that lives a moment."""
    origin = route.request.headers.get("origin")
    if not origin:
        return {}
    return {"access-control-allow-origin": origin, "access-control-allow-credentials": "true"}


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0][:200]
