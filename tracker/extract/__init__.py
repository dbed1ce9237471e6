"""The policy's text as Markdown from a page as received: HTML, PDF, Markdown or plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape

from lxml import etree

from tracker.extract import markdown, page, several

EXTRACTOR = 4
"""Grows when the same bytes may give another text: the last snapshots are then read anew."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from a snapshot's bytes: Markdown, the page's own title and language, and doubts."""

    text: str
    title: str | None = None
    language: str | None = None
    """As the page states it: two letters."""
    locale: str | None = None
    """As the page states it, with the region: "en-gb"."""
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
    if media_type == "application/pdf" or content[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf(content)
    found = _html(decoded(content, charset), url, select, remove)
    return replace(found, text=several.choose(found.text, policy_type)) if policy_type else found


def _html(source: str, url: str | None, select: Sequence[str], remove: Sequence[str]) -> Extraction:
    root, warnings = _parsed(source)
    if root is None:
        return Extraction("", warnings=("the page is empty",))
    if warnings:
        return Extraction(_bare(source), warnings=warnings)
    title = root.findtext(".//title")
    if any(mask in source for mask in page.MASKS):
        page.unmask_mail(root)
    found, doubts = page.clean(root, select=select, remove=remove, url=url)
    text = markdown.write(found, url)
    locale = _locale(root)
    language = locale[:2] if locale else None
    return Extraction(text, " ".join(title.split()) if title else None, language, locale, tuple(doubts))


def _locale(root: etree._Element) -> str | None:
    said = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return said[:12].lower().replace("_", "-") if re.match(r"[A-Za-z]{2}([-_]|$)", said) else None


def _parsed(source: str) -> tuple[etree._Element | None, tuple[str, ...]]:
    """The page's tree, and a warning when it holds only part of the page; None when there is nothing."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:
        return None, ()
    limits = [error for error in parser.error_log if error.type_name == "ERR_RESOURCE_LIMIT"]
    return root, (
        "the page is nested too deep: its words are read without their structure",
    ) if limits else ()


_TAG = re.compile(r"<(script|style)\b.*?(</\1\s*>|$)|<[^<>]*>", re.I | re.S)


def _bare(source: str) -> str:
    """The words of a page that no tree could be made of, a line for each stretch between tags."""
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub("\n", source)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _pdf(content: bytes) -> Extraction:
    from tracker.extract import pdf  # here, because PDFium takes a moment to load and few policies are PDFs

    text, title, warnings = pdf.write(content)
    return Extraction(text, title, warnings=warnings)


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
