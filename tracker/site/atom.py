"""Feeds: RFC 4287 by the standard library; ElementTree escapes what it is given."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

ATOM = "http://www.w3.org/2005/Atom"
ET.register_namespace("", ATOM)

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. ``path`` is the address on this site, ``html`` the change itself, already safe."""

    id: str
    title: str
    updated: str
    path: str
    html: str
    category: str = ""


def feed(title: str, base: str, path: str, twin: str, entries: Iterable[Entry]) -> bytes:
    """An Atom document. ``path`` is its own address, ``twin`` that of the page beside it."""
    entries = list(entries)
    root = ET.Element(f"{{{ATOM}}}feed")
    _add(root, "title", title)
    _add(root, "id", base + twin)
    _add(root, "updated", max((e.updated for e in entries), default="1970-01-01T00:00:00Z"))
    _add(root, "link", rel="self", type="application/atom+xml", href=base + path)
    _add(root, "link", rel="alternate", type="text/html", href=base + twin)
    author = _add(root, "author")
    _add(author, "name", "Policy tracker")
    for entry in entries:
        _entry(root, base, entry)
    written: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written


def _entry(root: ET.Element, base: str, entry: Entry) -> None:
    node = _add(root, "entry")
    _add(node, "title", entry.title)
    _add(node, "id", f"tag:policy-tracker,2026:{entry.id}")
    _add(node, "updated", entry.updated)
    _add(node, "published", entry.updated)
    _add(node, "link", rel="alternate", type="text/html", href=base + entry.path)
    if entry.category:
        _add(node, "category", term=entry.category)
    _add(node, "content", entry.html, type="html")


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    node = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    for key, value in attributes.items():
        node.set(key, _FORBIDDEN.sub("\ufffd", value))
    if text is not None:
        node.text = _FORBIDDEN.sub("\ufffd", text)
    return node
