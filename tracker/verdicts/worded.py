"""Whether the policy's own words changed, or only what a page sets around them.

Significance may take a menu for the policy; before anything is held against a publisher, the words that
came and went are looked at once more, without links, headings, menus and banners.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from tracker.model import Comparison

_LINK = re.compile(r"\[([^\[\]]{0,400})\]\([^()\s]{0,2000}\)")
"""A link in Markdown; what it shows is its group."""
_LINK_END = re.compile(r"\A([^\[\]\n]{0,400})\]\([^()\s]{0,2000}(?:\)|\Z)")
"""The rest of a link that began in words that stand in both texts."""
_LINK_START = re.compile(r"\[([^\[\]\n]{0,400})\Z")
_CARD = re.compile(r"\[([^\[\]]{0,160})\n[^\[\]]{0,600}\]\([^()\s]{0,2000}\)|\A[^\[\]]{0,600}…\s*\Z")
"""A link with a title and a summary below it, or a summary that was cut off."""
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
_HEADING = re.compile(r"^(?:#{1,6} .*|.*\n(?:={3,}|-{3,})[ \t]*)$", re.MULTILINE)
_UNDERLINED = re.compile(r"\A[^\n]{0,200}\n[-=]{3,}|^[-=]{3,}$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_GLUED = re.compile(r"[a-zà-ÿ)?!][A-Z][a-z]")
_WORDS_A_TITLE = 15
_BANNER = re.compile(
    r"(?<![^\W_])we(?:[’']|\s)?(?:re|ve|are|have|\sare|\shave)\s+(?:recently\s+)?(?:updat|chang|introduc)\w+"
    r"|\bupdates? (?:will |shall )?(?:go|take)s? (?:into )?effect|\breflect (?:the new name|our updated)"
    r"|\bwill be replaced by\b|\bwir aktualisieren\b|\baktualisieren wir\b"
    r"|\bnous mettons à jour (?:nos|ces)\b"
    r"|\b(?:estamos actualizando|actualizaremos|stiamo aggiornando|we werken .{0,40}bij)\b",
    re.IGNORECASE,
)
"""Words of a banner that tells of a change and is none itself."""
_DIALOG = re.compile(
    r"\b(?:allow|accept|manage|reject) (?:the use of |all |optional |essential )?cookies\b"
    r"|\b(?:accepter|autoriser|refuser) (?:tous )?les cookies\b|\bcookies (?:akzeptieren|zulassen|ablehnen)\b"
    r"|\b(?:aceptar|permitir|rechazar) (?:todas )?las cookies\b|\baccetta (?:tutti )?i cookie\b",
    re.IGNORECASE,
)
"""A heading of a dialog that asks for consent to cookies."""
_IN_ONE_SPELLING = (
    (re.compile(r"(?<=\w{3})is(?=e[drs]?\b|ing\b|ations?\b)"), "iz"),
    (re.compile(r"(?<=\w{2})our(?=\b|s\b|ed\b|ing\b|able\b|ite\b)"), "or"),
    (re.compile(r"(?<=\w{2})ll(?=ed\b|ing\b|ers?\b)"), "l"),
    (re.compile(r"(?<=\w{3})(?:re\b|er\b)"), "er"),
)
"""English as the British and as the Americans write it, made one; what else this touches is only compared."""
_ALIKE, _BEGINNING, _LONG = 0.84, 3, 6
"""How like words are that differ in spelling only, the letters they share at first, and have at least."""
_BANNER_AT_MOST = 1500
"""Characters of a piece that a banner at its beginning makes its own, list and all."""
_POINTING = frozenset("view read see our the new previous policy terms version here".split())
"""Words that lead from one version to another."""
_PLACE = re.compile(r"\W*(?:(?:EEA|EU|UK|CH|US|USA|EWR|UE|ROW)\b\W*)+")
"""The label of a picker of regions."""
_COUNTER = re.compile(r"\d[\d.,]*\s?[kKmM]?\s+(?:views?|likes?|comments?|shares?|reads?)\b", re.IGNORECASE)
_REGION = re.compile(
    r"\bfor (?:\w+ ){0,2}(?:users|residents|customers|guests|hosts|members)\b|\bplace of residence\b"
    r"|\bresidents? (?:of|in)\b",
    re.IGNORECASE,
)


def worded(comparison: Comparison) -> bool:
    """Did words come or go, other than in headings, addresses, menus and banners, and not mostly in links?"""
    gone, come = (_words(_pieces(comparison, op)) for op in ("delete", "insert"))
    outside = sum(map(len, (*gone, *come)))
    shown = sum(
        len(link)
        for op in ("delete", "insert")
        for piece in _pieces(comparison, op)
        for link in _links(piece)
    )
    return set(gone) != set(come) and outside >= shown


def misspelt(comparison: Comparison) -> bool:
    """Do the words that came differ from those that went in spelling only, as in "personalised"?"""
    gone, come = (Counter(_words(_pieces(comparison, op))) for op in ("delete", "insert"))
    went, came = sorted((gone - come).elements()), sorted((come - gone).elements())
    pairs = list(zip_longest(went, came, fillvalue=""))
    return bool(pairs) and all(_same_word(old, new) for old, new in pairs)


def size(comparison: Comparison) -> int:
    """How many words came or went, one put for another as one."""
    gone, come = (Counter(_words(_pieces(comparison, op))) for op in ("delete", "insert"))
    return max((gone - come).total(), (come - gone).total())


def _same_word(old: str, new: str) -> bool:
    if _one_spelling(old) == _one_spelling(new):
        return True
    if min(len(old), len(new)) < _LONG or old[:_BEGINNING] != new[:_BEGINNING]:
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE


def _one_spelling(word: str) -> str:
    for pattern, put in _IN_ONE_SPELLING:
        word = pattern.sub(put, word)
    return word


def other_region(comparison: Comparison) -> bool:
    """Did a heading come or go that says for the people of which country the text is?"""
    return any(
        _REGION.search(found[0])
        for op in ("delete", "insert")
        for piece in _pieces(comparison, op)
        for pattern in (_HEADING, _UNDERLINED)
        for found in pattern.finditer(piece)
    )


def _pieces(comparison: Comparison, op: str) -> Iterator[str]:
    """What was put in or cut out, but for titles said again and dialogs that ask for consent."""
    for change in comparison.changes:
        titles = {s.heading.casefold() for s in (*change.before, *change.after) if s.heading}
        if change.significance != "substantive" or any(map(_DIALOG.search, titles)):
            continue
        yield from (t for kind, t in change.edits if kind == op and t.strip().casefold() not in titles)


def _links(piece: str) -> Iterator[str]:
    """What the links in a piece show, those that only begin or end in it among them."""
    for pattern in (_LINK, _LINK_END, _LINK_START):
        yield from (found[1] for found in pattern.finditer(piece))


def _words(pieces: Iterable[str]) -> list[str]:
    said = (word for piece in pieces for word in _WORD.findall(_own(piece).casefold()))
    return [word for word in said if word not in _POINTING]


def _own(piece: str) -> str:
    """A piece without links, headings, addresses and banners; nothing of a menu."""
    for pattern in (_COUNTER, _HEADING, _CARD, _LINK, _LINK_END, _LINK_START, _ADDRESS):
        piece = pattern.sub(" ", piece)
    if _is_menu(piece) or _PLACE.fullmatch(piece):
        return ""
    first, *_ = piece.strip().split("\n")
    if _BANNER.search(first) and len(piece) <= _BANNER_AT_MOST:
        return ""
    return "\n".join(line for line in piece.split("\n") if not _BANNER.search(line))


def _is_menu(piece: str) -> bool:
    """Titles glued together without a sentence among them."""
    glued = len(_GLUED.findall(piece))
    return bool(glued) and ". " not in piece and glued * _WORDS_A_TITLE >= len(piece.split())
