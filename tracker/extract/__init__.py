"""The policy's text as Markdown from a page as received: HTML, PDF, Markdown or plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree, html

from tracker.extract import markdown, page, several

EXTRACTOR = 1
"""Grows when the same bytes may give another text: the last snapshots are then read anew."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from a snapshot's bytes: Markdown, the page's own title and language, and doubts."""

    text: str
    title: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()


def extract(
    content: bytes,
    media_type: str = "text/html",
    *,
    url: str | None = None,
    charset: str | None = None,
    select: Sequence[str] = (),
    remove: Sequence[str] = (),
    policy_type: str | None = None,
) -> Extraction:
    """The text that would be recorded from ``content``; never raises on bad content, warns instead."""
    if media_type in ("text/plain", "text/markdown"):
        return Extraction(_plain(decoded(content, charset)))
    found = _html(decoded(content, charset), url, select, remove)
    return replace(found, text=several.choose(found.text, policy_type)) if policy_type else found


def _html(source: str, url: str | None, select: Sequence[str], remove: Sequence[str]) -> Extraction:
    root = _parsed(source)
    if root is None:
        return Extraction("", warnings=("the page is empty",))
    title = root.findtext(".//title")
    language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[
        :2
    ].lower() or None
    found, warnings = page.clean(root, select=select, remove=remove)
    return Extraction(
        markdown.write(found, url), " ".join(title.split()) if title else None, language, tuple(warnings)
    )


def _parsed(source: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


_MARKDOWN = (".md", ".markdown")


def media_type(content: bytes, name: str = "") -> str:
    """The media type that the bytes themselves show, the name's ending deciding between plain text kinds."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if name.endswith(_MARKDOWN):
        return "text/markdown"
    if re.match(rb"<(!doctype|html|head|body|\?xml|!--|div|p|article|main|section|h1)\b", head, re.I):
        return "text/html"
    return "text/html" if name.endswith((".html", ".htm")) else "text/plain"


_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]{2,40})", re.I)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decoded(content: bytes, charset: str | None = None) -> str:
    """The text of bytes: by byte order mark, header, meta element, else UTF-8, else Windows-1252."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    meta = _META.search(content[:4096])
    for named in (charset, meta[1].decode("ascii") if meta else None, "utf-8"):
        try:
            if named:
                return content.decode(named)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", "replace")


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
