"""Pages pressed into bytes: templates, JSON and Atom. Knows nothing of requests or of the database."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tracker.remembering import remember
from tracker.site import links, words
from tracker.site.views import Page

TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
}
"""Media type of each form of a page."""

ASSETS = {
    "site.css": "text/css; charset=utf-8",
    "site.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "tables.css": "text/css; charset=utf-8",
}


@lru_cache(maxsize=8)
def asset(name: str) -> tuple[bytes, str]:
    """Bytes of a static file, and a digest that changes with them."""
    content = files("tracker.site").joinpath("static", name).read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:12]


def asset_path(name: str) -> str:
    return f"/-/tracker/{name}?v={asset(name)[1]}"


@remember(4096)
def when(instant: str | None, long: bool = False) -> Markup:
    """A day for people, with its instant for programs. Lists of versions print hundreds of them."""
    said = (words.day if long else words.short_day)(instant)
    return Markup('<time datetime="{}">{}</time>').format(instant or "", said)


def environment() -> Environment:
    """Our own templates, apart from datasette's: everything printed is escaped."""
    made = Environment(
        loader=PackageLoader("tracker.site", "pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals |= {
        "asset": asset_path,
        "label": words.label,
        "says": words.says,
        "facet": words.facet,
        "day": words.day,
        "short_day": words.short_day,
        "moment": words.moment,
        "when": when,
        "count": words.count,
        "for_long": words.for_long,
        "number": lambda number: f"{number or 0:,}",
        "policy_path": links.policy,
        "service_path": links.service,
        "EDITION": words.EDITION,
        "FLAG": words.FLAG,
    }
    made.filters["sentence"] = words.sentence
    made.filters["told"] = words.told
    made.filters["plain"] = words.plain
    made.filters["kind"] = lambda name: words.KIND.get(name, name)
    return made


class Press:
    def __init__(self) -> None:
        self.templates = environment()

    def html(self, page: Page, base: str, here: str, query: dict[str, str]) -> bytes:
        """``base`` is the site's own address without a path, ``here`` the path asked for."""
        context: dict[str, Any] = {
            **page.model,
            **page.extras,
            "title": page.title,
            "base": base,
            "here": here,
            "canonical": page.canonical,
            "twin": _twin(page, here, query, "json") if page.status == 200 else None,
            "feed": _twin(page, here, {}, "atom") if page.steps is not None else None,
            "more_url": lambda place: (
                "/search?" + urlencode({**query, "in": place, "page": _next(query, place)})
            ),
        }
        return self.templates.get_template(page.template).render(context).encode()


def _next(query: dict[str, str], place: str) -> int:
    typed = query.get("page", "")
    return (
        int(typed) + 1
        if query.get("in") == place and typed.isascii() and typed.isdigit()
        else 1 + (query.get("in") == place)
    )


def _twin(page: Page, here: str, query: dict[str, str], kind: str) -> str:
    path = page.canonical or here
    if path == "/":
        path = "/feed" if kind == "atom" else "/index"
    return f"{path}.{kind}" + (f"?{urlencode(query)}" if query else "")


def as_json(page: Page) -> bytes:
    said = {"title": page.title, **page.model, **(page.more() if page.more else {})}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
