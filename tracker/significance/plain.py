"""What a reader sees of a line of Markdown, apart from its marks, its label and the targets of its links."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.blocks.quick import replacing
from tracker.remembering import remember

_TARGET = (
    r"\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*"
    r"|(?:mailto:|tel:|https?:|data:|[#/])[^()\n<>\"']*(?:\([^()\n]*\)[^()\n<>\"']*)*)"
    r">?(?:\s+\"[^\"\n]*\"|\s+'[^'\n]*')?\s*\)"
)
"""Where a link leads. Pages also write addresses with spaces in them, which Markdown does not know."""
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]" + _TARGET)
_LINK_END = re.compile(r"(?<!\\)\]" + _TARGET)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong|sub|sup"
    r"|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s*[-–(]?\s*opens in (?:a )?new (?:window|tab)(?: or (?:window|tab))?\)?", re.IGNORECASE
)
"""What pages tell those who hear them read out."""
_RULE = re.compile(r"[\s|>]*(?:[=*_:|-][\s|]*){2,}")
_HASHES = re.compile(r"^\s*#+\s|\s#+\s*$")
_MARKS = re.compile(r"[*_`|\\\[\]]+")
_BULLET = re.compile(r"[\s>]*(?:[-+*–—]\s+|[•·‣▪●○◦]\s*)+|\s*(?:>\s?)+")
_LABEL = re.compile(
    r"\s*(?:§\s*)?(\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)]|\d{1,3}(?:\.\d{1,3})+)(?=\s|$)"
    r"|\s*(\(?(?:\d{1,2}|[a-z])\)(?=[^\W\d_]{2})|\d{1,2}\.(?=[^\W\d_]{2})|[a-z]\.(?=[A-ZÀ-Þ][a-zà-ÿ]))"
)
"""A label and white space; or one to which the first word is glued, as texts out of PDFs have it."""
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")
"""Signs that show nothing, and those that fonts use for bullets and icons."""
_DOUBLE_QUOTES = re.compile(r"\"|''|``")
_typed = replacing(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u00b4\u2032\uff07`", "'")
)
_OUTER_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)")
_WEB = re.compile(r"(?:https?:?)//(?:www\.)?")
"""How an address of the web begins; its scheme, and that it names the web, tell no reader anything."""
_APART = re.compile(r"(\d\s)(?=\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a reader sees it."""

    raw: str
    labels: tuple[str, ...]
    """Its list and section labels: "2.1", "b)"; more than one where a list item holds a numbered heading."""
    words: str
    """Its visible words, white space collapsed, without marks and label."""
    targets: tuple[str, ...]
    """Where its links lead, in order."""
    images: tuple[str, ...]
    marked: bool
    """True for a list item: it stands behind a bullet."""
    key: str
    """The same for two lines that only differ in layout."""


@remember(1 << 13)
def line(raw: str) -> Line:
    """One line of Markdown, read."""
    images = tuple(m.group(1) for m in _IMAGE.finditer(raw)) if "![" in raw else ()
    text = _IMAGE.sub(" ", raw) if images else raw
    targets: tuple[str, ...] = ()
    if "](" in text:
        targets = tuple(m.group(1) for m in _LINK_END.finditer(text))
        text = _LINK_END.sub("", text)
    if _RULE.fullmatch(text):
        return Line(raw, (), "", targets, images, False, "")
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "opens in" in text:
        text = _OPENS.sub("", text)
    bullet = _BULLET.match(text)
    labels, text = _labels(_unmarked(text[bullet.end() :] if bullet else text))
    words = " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())
    return Line(raw, labels, words, targets, images, bullet is not None, key(words))


def _unmarked(text: str) -> str:
    """A text without the marks of headings, emphasis, code and links."""
    if "#" in text:
        text = _HASHES.sub("", text)
    if "~~" in text:
        text = text.replace("~~", "")
    return _MARKS.sub("", text) if _MARKS.search(text) else text


def _labels(text: str) -> tuple[tuple[str, ...], str]:
    """The labels a text begins with, two at most, and the rest."""
    found: tuple[str, ...] = ()
    while len(found) < 2 and (label := _LABEL.match(text)):
        found += (label.group(1) or label.group(2),)
        text = text[label.end() :]
    return found, text


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, blank ones left out."""
    return tuple(line(raw) for raw in text.splitlines() if raw.strip())


def words(found: Iterable[Line]) -> str:
    """The visible words of several lines, in one line."""
    return " ".join(one.words for one in found if one.words)


def key(words: str) -> str:
    """Visible words free of layout: quotes of one class, dashes of one class, no white space but in numbers.

    White space between two digits is kept: "5 0" is not "50". Case and punctuation are kept.
    """
    text = words
    if not words.isascii():
        text = unicodedata.normalize("NFKC", _typed(_INVISIBLE.sub("", text)))
    if '"' in text or "``" in text or "''" in text:
        text = _DOUBLE_QUOTES.sub("", text)
    if "'" in text:
        text = _OUTER_QUOTE.sub("", text)
    if "//" in text:
        text = _WEB.sub("http://", text)
    if _APART.search(text) is None:
        return "".join(text.split())
    pieces = _APART.split(text)
    pieces[::2] = ("".join(piece.split()) for piece in pieces[::2])
    return "".join(pieces)
