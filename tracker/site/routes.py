"""From a request to a page: addresses, what is kept, headers. Pages are made in threads, not on the loop."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import sqlite3
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from datasette.utils.asgi import Response

from tracker.site import atom, links, pressed, unsubscribe
from tracker.site.downloads import EVIDENCE, SNAPSHOT, Download, Downloads
from tracker.site.kept import Kept
from tracker.site.store import Store
from tracker.site.texts import Archive, NoTextError, Shelf, Texts
from tracker.site.views import Missing, Page, entries
from tracker.site.views.diff import diff
from tracker.site.views.home import home
from tracker.site.views.notice import notice
from tracker.site.views.policy import policy
from tracker.site.views.search import Query, search
from tracker.site.views.service import service
from tracker.site.views.version import version

KEPT_BYTES = 48 * 1024 * 1024
"""Compressed pages kept in memory."""

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the pages see it."""

    path: str
    form: str
    names: dict[str, str]
    query: dict[str, str]
    base: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A page as it is kept: compressed."""

    packed: bytes
    etag: str
    status: int
    lasting: bool


Maker = Callable[["Site", Asked], Page]


class Site:
    """One public database and one archive, with what is kept of them."""

    def __init__(self, path: Path, archive: Archive, base: str | None = None) -> None:
        self.store = Store(path)
        self.texts = Texts(archive, Kept(path.with_name("redlines.db")))
        self.base = base
        self.press = pressed.Press()
        self.shelf = Shelf(KEPT_BYTES)
        self.threads = ThreadPoolExecutor(2, thread_name_prefix="page")
        self.downloads = Downloads(self.store, self.texts, HEADERS)
        self._edition = -1
        self._making: dict[Hashable, asyncio.Future[Pressed]] = {}

    async def answer(self, asked: Asked, make: Maker) -> Pressed:
        """The page asked for; kept until somebody writes to the database."""
        edition = self.store.edition()
        if edition != self._edition:
            self.shelf.clear()
            self._edition = edition
        key = (asked.path, tuple(sorted(asked.query.items())), asked.base)
        kept: Pressed | None = self.shelf.get(key)
        return kept or await self._once((edition, key), key, asked, make)

    async def _once(self, name: Hashable, key: Hashable, asked: Asked, make: Maker) -> Pressed:
        """Make a page; who asks for it meanwhile waits for the same one."""
        making = self._making.get(name)
        if making is None:
            loop = asyncio.get_running_loop()
            making = asyncio.ensure_future(loop.run_in_executor(self.threads, self.make, asked, make))
            self._making[name] = making
            making.add_done_callback(lambda _: self._making.pop(name, None))
        made = await asyncio.shield(making)
        if made.status == 200 and name == (self._edition, key):
            self.shelf.put(key, made, len(made.packed) + 400)
        return made

    def make(self, asked: Asked, make: Maker) -> Pressed:
        try:
            page = make(self, asked)
        except Missing as missing:
            page = error("Not found", str(missing), 404)
        except NoTextError as missing:
            page = error("Not in the archive", f"The archive does not hold this text: {missing}", 404)
        except sqlite3.OperationalError as broken:
            page = error(
                "Not ready", f"The database cannot be read ({broken}). Run tracker build, then reload.", 503
            )
        body = self._bytes(asked, page)
        digest = hashlib.sha256(body).hexdigest()[:24]
        return Pressed(gzip.compress(body, 1, mtime=0), f'W/"{digest}"', page.status, page.lasting)

    def _bytes(self, asked: Asked, page: Page) -> bytes:
        if asked.form == "json":
            return pressed.as_json(page)
        if asked.form == "atom" and page.status == 200:
            if page.steps is None:
                page = error("No feed", "This page has no feed.", 404)
                return self.press.html(page, asked.base, asked.path, {})
            twin = page.canonical or "/"
            return atom.feed(page.title, asked.base, asked.path, twin, entries(self.store, page.steps))
        return self.press.html(page, asked.base, asked.path, asked.query)


def error(title: str, message: str, status: int) -> Page:
    return Page("error.html", title, {"message": message, "status": status}, status=status)


# --- the pages -----------------------------------------------------------------------------------------


def _home(site: Site, asked: Asked) -> Page:
    return home(site.store)


def _service(site: Site, asked: Asked) -> Page:
    return service(site.store, asked.names["service"])


def _policy(site: Site, asked: Asked) -> Page:
    return policy(site.store, site.texts.kept, _name(asked), _number(asked.query.get("page")))


def _version(site: Site, asked: Asked) -> Page:
    first, dots, second = asked.names["ref"].partition("..")
    if not dots:
        return version(site.store, site.texts, _name(asked), first, dated=asked.query.get("view") == "since")
    return diff(site.store, site.texts, _name(asked), first, second, side=asked.query.get("view") == "side")


def _notice(site: Site, asked: Asked) -> Page:
    asking = asked.query.get
    return notice(site.store, asking("facet", ""), asking("service", ""), asking("certainty", ""))


def _search(site: Site, asked: Asked) -> Page:
    asking = asked.query.get
    return search(
        site.store,
        Query(
            words=asking("q", "")[:300],
            place=asking("in", ""),
            service=asking("service", ""),
            type=asking("type", ""),
            since=asking("from", ""),
            until=asking("to", ""),
            significance=asking("significance", ""),
            page=_number(asking("page")),
        ),
    )


def _name(asked: Asked) -> str:
    return f"{asked.names['service']}/{asked.names['policy']}"


def _number(typed: str | None) -> int:
    return (
        int(typed)
        if typed and typed.isascii() and typed.isdigit() and 0 < len(typed) < 6 and int(typed)
        else 1
    )


QUERIES: dict[Maker, frozenset[str]] = {
    _policy: frozenset({"page"}),
    _version: frozenset({"view"}),
    _notice: frozenset({"facet", "service", "certainty"}),
    _search: frozenset({"q", "in", "service", "type", "from", "to", "significance", "page"}),
}
"""What each page reads of a query; the rest is dropped, so that it neither counts nor is kept."""

_FORM = r"(?:\.(?P<form>json|atom))?"
PAGES: list[tuple[str, Maker]] = [
    (r"^/$", _home),
    (r"^/(?:index|feed)?\.(?P<form>json|atom)$", _home),
    (rf"^/notice{_FORM}$", _notice),
    (r"^/search(?:\.(?P<form>json))?$", _search),
    (rf"^/services/(?P<service>[^/]+?){_FORM}$", _service),
    (rf"^/services/(?P<service>[^/]+)/(?P<policy>[^/]+?){_FORM}$", _policy),
    (rf"^/services/(?P<service>[^/]+)/(?P<policy>[^/]+)/(?P<ref>[^/]+?){_FORM}$", _version),
]


# --- requests and answers ------------------------------------------------------------------------------


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """What the plugin registers; these come before datasette's own."""
    made: list[tuple[str, Callable[..., Awaitable[Any]]]] = [
        (pattern, _answering(make)) for pattern, make in PAGES
    ]
    return [
        *made,
        (SNAPSHOT, _snapshot),
        (EVIDENCE, _evidence),
        (r"^/policies(?:/[^/]+/.*)?\.atom$", _no_feed),
        (r"^/health(?:\.json)?$", _health),
        (unsubscribe.ADDRESS, _unsubscribe),
        (r"^/-/tracker/(?P<name>[a-z.]+)$", _asset),
    ]


def _answering(make: Maker) -> Callable[..., Awaitable[Response]]:
    async def answer(request: Any, datasette: Any) -> Response:
        site: Site = datasette.tracker_site
        asked = _asked(request, site, QUERIES.get(make, frozenset()))
        return _response(await site.answer(asked, make), asked, request)

    return answer


def _asked(request: Any, site: Site, known: frozenset[str]) -> Asked:
    names = {key: unquote(value) for key, value in request.url_vars.items() if value}
    query = {key: value for key, value in parse_qsl(request.query_string[:4000]) if key in known}
    base = links.base(request.scheme, request.headers.get("host", ""), site.base)
    return Asked(request.path, names.pop("form", "html"), names, query, base)


def _response(kept: Pressed, asked: Asked, request: Any) -> Response:
    headers = {**HEADERS, "etag": kept.etag, "vary": "Accept-Encoding"}
    form = asked.form if kept.status == 200 or asked.form == "json" else "html"
    if form != "html":
        headers["access-control-allow-origin"] = "*"
    headers["cache-control"] = "public, max-age=86400" if kept.lasting and kept.status == 200 else "no-cache"
    if kept.status == 200 and kept.etag in request.headers.get("if-none-match", ""):
        return Response(b"", status=304, headers=headers, content_type=pressed.TYPES[form])
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(kept.packed, status=kept.status, headers=headers, content_type=pressed.TYPES[form])
    return Response(
        gzip.decompress(kept.packed), status=kept.status, headers=headers, content_type=pressed.TYPES[form]
    )


async def _snapshot(request: Any, datasette: Any) -> Response:
    site: Site = datasette.tracker_site
    asked = _asked(request, site, frozenset())
    return await site.downloads.snapshot(_name(asked), asked.names["ref"]) or not_found(request)


async def _evidence(request: Any, datasette: Any) -> Response | Download:
    site: Site = datasette.tracker_site
    asked = _asked(request, site, frozenset())
    known = request.headers.get("if-none-match", "")
    return await site.downloads.evidence(_name(asked), asked.names["ref"], known) or not_found(request)


def not_found(request: Any) -> Response:
    """The page for an address that is none of ours."""
    page = error("Not found", "There is no such page here.", 404)
    body = pressed.Press().html(page, "", request.path, {})
    return Response(
        body, status=404, headers={**HEADERS, "cache-control": "no-cache"}, content_type=pressed.TYPES["html"]
    )


async def _no_feed(request: Any) -> Response:
    """datasette would answer the address of a feed with a page of the table."""
    return not_found(request)


async def _health(datasette: Any) -> Response:
    """200 when the database can be read, with how fresh it is; 503 and the reason when not."""
    site: Site = datasette.tracker_site
    headers = {"cache-control": "no-store", "content-type": pressed.TYPES["json"]}
    try:
        totals = await asyncio.get_running_loop().run_in_executor(site.threads, site.store.totals)
    except sqlite3.Error as broken:
        return _plain_json({"status": "unavailable", "reason": str(broken)}, 503, headers)
    return _plain_json({"status": "ok", **totals}, 200, headers)


def _plain_json(body: dict[str, Any], status: int, headers: dict[str, str]) -> Response:
    return Response(
        json.dumps(body), status=status, headers={**HEADERS, **headers}, content_type=pressed.TYPES["json"]
    )


async def _unsubscribe(request: Any, datasette: Any) -> Response:
    return await unsubscribe.answer(request, datasette, HEADERS)


async def _asset(request: Any) -> Response:
    name = request.url_vars["name"]
    if name not in pressed.ASSETS:
        return Response("No such file.", status=404, headers=HEADERS)
    content, digest = pressed.asset(name)
    lasting = f"v={digest}" in request.query_string
    headers = {**HEADERS, "etag": f'"{digest}"',
               "cache-control": "public, max-age=31536000, immutable" if lasting else "no-cache"}  # fmt: skip
    return Response(content, headers=headers, content_type=pressed.ASSETS[name])


__all__ = ["Site", "links", "routes"]
