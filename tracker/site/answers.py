"""Feeds of canned queries: whoever asked a question once hears of each new row of its answer.

A query in ``metadata.yml`` may say how its rows are told apart and called::

    feed:
      row: [service, year]                        # columns that name a row; else its whole content does
      at: newest_on                               # day or instant of a row; else the first column that is one
      title: "$service, $year: $changes changes"
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from string import Template
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from datasette.utils.asgi import Response
from markupsafe import escape

from tracker.site import atom, links
from tracker.site.pressed import TYPES
from tracker.site.store import Row, Store

MOST = 100
"""Rows in a feed, newest first."""

_AT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?")


def feed(store: Store, query: Mapping[str, Any], rows: Sequence[Row], base: str, path: str) -> bytes:
    """The rows as an Atom document. ``path`` is that of the feed, with what the query was asked with."""
    told: Mapping[str, Any] = query.get("feed") or {}
    name, page = query["name"], path.replace(".atom", "", 1)
    fresh = store.totals()["fetched_at"] or "1970-01-01T00:00:00Z"
    steps = store.steps_at(row["version"] for row in rows if isinstance(row.get("version"), int))
    found: dict[str, atom.Entry] = {}
    for row in rows:
        entry = atom.Entry(
            id=f"{quote(name)}/{_id(row, told.get('row') or ())}",
            title=_title(row, told.get("title")),
            updated=_at(row, told.get("at")) or fresh,
            path=_path(row, steps) or page,
            html=_table(row),
        )
        found.setdefault(entry.id, entry)
    newest = sorted(found.values(), key=lambda entry: entry.updated, reverse=True)[:MOST]
    return atom.feed(query.get("title") or name, base, path, page, newest)


def _id(row: Row, columns: Sequence[str]) -> str:
    named = [quote(str(row[column]), safe="") for column in columns if column in row]
    return "/".join(named) or sha256(repr(list(row.items())).encode()).hexdigest()[:24]


def _title(row: Row, form: str | None) -> str:
    if form:
        return Template(form).safe_substitute({column: _said(value) for column, value in row.items()})
    return ", ".join(_said(value) for value in list(row.values())[:4] if value is not None)


def _at(row: Row, column: str | None) -> str | None:
    """The instant of a row: of the column named, else of the first that holds a day or an instant."""
    values = [row.get(column)] if column else list(row.values())
    for value in values:
        if isinstance(value, str) and _AT.fullmatch(value) and _is_real(value):
            return value if "T" in value else f"{value}T00:00:00Z"
    return None


def _is_real(instant: str) -> bool:
    try:
        datetime.fromisoformat(instant)
    except ValueError:
        return False
    return True


def _path(row: Row, steps: Mapping[int, str]) -> str | None:
    """Where a row leads: to its step, its policy or its service."""
    if row.get("version") in steps:
        return steps[row["version"]]
    if isinstance(row.get("policy"), str) and "/" in row["policy"]:
        return links.policy(row["policy"])
    return links.service(row["service"]) if isinstance(row.get("service"), str) else None


def _table(row: Row) -> str:
    cells = (
        f"<tr><th>{escape(column.replace('_', ' '))}</th><td>{escape(_said(value))}</td></tr>"
        for column, value in row.items()
    )
    return f"<table>{''.join(cells)}</table>"


def _said(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


# --- datasette's renderer ---------------------------------------------------------------------------------


def is_a_query(query_name: str | None) -> bool:
    """Tables have no feed: their rows are no news by themselves."""
    return query_name is not None


def _asked(request: Any) -> str:
    """The path with the query's own parameters; those that begin with _ are datasette's."""
    own = [(key, value) for key, value in parse_qsl(request.query_string) if not key.startswith("_")]
    return str(request.path) + (f"?{urlencode(own)}" if own else "")


async def render(
    datasette: Any,
    columns: Sequence[str],
    rows: Sequence[Any],
    query_name: str | None,
    database: str,
    request: Any,
) -> Response | None:
    """What datasette answers under ``.atom``; None where there is no feed."""
    query = await datasette.get_canned_query(database, query_name, request.actor) if query_name else None
    if query is None:
        return None
    site = datasette.tracker_site
    base = links.base(request.scheme, request.headers.get("host", ""), site.base)
    told = [dict(zip(columns, row, strict=True)) for row in rows]
    loop = asyncio.get_running_loop()
    body = await loop.run_in_executor(site.threads, feed, site.store, query, told, base, _asked(request))
    headers = {"x-content-type-options": "nosniff", "access-control-allow-origin": "*"}
    return Response(body, headers=headers, content_type=TYPES["atom"])
