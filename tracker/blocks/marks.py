"""Seeing through Markdown: the words a reader sees, without the marks around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from tracker.blocks.characters import BULLETS, SPACES, UNSEEN
from tracker.remembering import remembered

_ESCAPABLE = "\\`*_{}[]()#+-.!|~><&"
_HIDDEN = {mark: chr(0xFDD0 + i) for i, mark in enumerate(_ESCAPABLE)}
"""A noncharacter for each mark that a backslash makes an ordinary character."""
_SHOWN = {hidden: mark for mark, hidden in _HIDDEN.items()}
_HIDING = re.compile(f"[{''.join(_SHOWN)}]")
_ESCAPE = re.compile(rf"\\([{re.escape(_ESCAPABLE)}])")

_TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|"
    "details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|"
    "kbd|label|li|link|main|mark|meta|nav|ol|option|p|picture|pre|q|s|samp|script|section|select|small|source|"
    "span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|time|title|tr|tt|u|ul|"
    "var|video|wbr"
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|"
    r"var|wbr)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>]{3,500})>")

_TARGET = r"\((?:[^()\n]|\([^()\n]*+\))*+\)"
_IMAGE = re.compile(rf"!\[([^\[\]]{{0,1000}}+)\]{_TARGET}")
_LINK = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]{{0,200}}+\]){{0,1000}}+)\]{_TARGET}")
_DEFINITION = re.compile(r"\n[ \t]*\[([^\[\]\n]{1,200})\]:[ \t]+\S[^\n]*")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,500})\][ ]?\[[^\[\]\n]{0,200}\]")

# A run of stars that touches a word; the first star stands before what is asked of it, for speed.
_STAR_RUN = r"\*(?:(?<=[^\s*]\*)\*{0,9}+|(?<=\s\*)\*{0,9}+(?=\S))"
_STARS = re.compile(rf"{_STAR_RUN}([^*\n]*+){_STAR_RUN}")
_UNDERSCORES = re.compile(r"(_(?<!\w_)_{0,2}+)(?=[^\s_])((?:[^_\n]++|(?<=\w)_++(?=\w))*+)(?<=\S)\1(?!\w)")
_STRIKES = re.compile(r"~~(?=\S)([^~\n]{1,1000})~~")

_LINE_MARKS = re.compile(
    rf"\n[{SPACES}{UNSEEN}]*+(?:"
    rf"(?:>[ ]?)++[{SPACES}]*+(?:[{re.escape(BULLETS)}][{SPACES}]++)?"
    rf"|[{re.escape(BULLETS)}](?:[{SPACES}]++|(?=\n))(?:\#{{1,6}}[{SPACES}]++)?"
    rf"|\#{{1,6}}(?:[{SPACES}]++|(?=\n))"
    rf"|(?:`{{3,}}|~{{3,}})[^\n`]*+(?=\n)"
    rf"|(?:[-*_=][ \t]?){{3,}}+(?=\n)|[-=]{{2,}}+[ \t]*+(?=\n)"
    rf"|(?=\|)[|:\- \t]++(?=\n)"
    rf")"
)
_CLOSING_HASHES = re.compile(r"[ \t]#{1,6}[ \t]*+(?=\n)")
_ANY_MARK = re.compile(r"[\\`*_\[\]<>&|#~=\n]")
_BULLETS = tuple(BULLETS)


@remembered
def visible(markdown: str) -> str:
    """The words a reader sees: no marks, link targets, tags, escapes or entities; line breaks are kept.

    The text of a link and the description of an image stay; list labels and table cells stay, bullets and
    pipes go. Text without marks comes back as it is, without the white space around it.
    """
    if not _ANY_MARK.search(markdown) and not markdown.startswith(_BULLETS):
        return markdown.strip()
    text = f"\n{markdown}\n"
    for see in _SEEING:
        text = see(text)
    return text.strip()


def _hide_escapes(text: str) -> str:
    return _ESCAPE.sub(lambda escape: _HIDDEN[escape[1]], text) if "\\" in text else text


def _lines(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _LINE_MARKS.sub("\n", text)
    return _CLOSING_HASHES.sub("", text) if " #" in text or "\t#" in text else text


def _tags(text: str) -> str:
    if "<" not in text:
        return text
    if "<!--" in text:
        text = _uncommented(text)
    text = _TAG.sub(" ", _INLINE.sub("", text))
    return _AUTOLINK.sub(r"\1", text)


def _uncommented(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (opened := text.find("<!--", at)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        kept.append(text[at:opened])
        at = closed + 3
    return "".join(kept) + text[at:]


def _links(text: str) -> str:
    if "[" not in text:
        return text
    if "![" in text:
        text = _IMAGE.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "]: " in text and (names := {name.lower() for name in _DEFINITION.findall(text)}):
        text = _DEFINITION.sub("", text)
        text = _REFERENCE.sub(r"\1", text)
        text = re.sub(r"\[([^\[\]\n]{1,200})\]", lambda m: m[1] if m[1].lower() in names else m[0], text)
    return text


def _emphasis(text: str) -> str:
    if "*" in text:
        text = _STARS.sub(r"\1", text)
        text = text.replace("**", "")
    if "_" in text:
        text = _UNDERSCORES.sub(r"\2", text)
    return _STRIKES.sub(r"\1", text) if "~~" in text else text


def _code_and_cells(text: str) -> str:
    return text.replace("`", "").replace("|", " ")


def _entities(text: str) -> str:
    return unescape(text) if "&" in text else text


def _show_escapes(text: str) -> str:
    return _HIDING.sub(lambda hidden: _SHOWN[hidden[0]], text) if not text.isascii() else text


_SEEING: tuple[Callable[[str], str], ...] = (
    _hide_escapes, _links, _lines, _tags, _emphasis, _code_and_cells, _entities, _show_escapes,
)  # fmt: skip
