"""Names changed throughout a text: a product's new name is no new meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracker.facts.touched import Piece
from tracker.model import Reading
from tracker.significance.evidence import names_company, negations, said
from tracker.significance.spots import Spot

_TIMES = 3
"""A name must be replaced at least so often to count as renamed."""
_TWICE = 2
"""A name that is written with the ending of its site, or no longer."""
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){0,3}(?:\.[a-z]{2,3})?")


_FOLLOWING = re.compile(r"\s([^\W\d_]{2,30})(?!\w)")
_ROOM = 40
_TARGET = re.compile(r"\]\([^()\n]{0,800}\)")
"""Where a link leads, and the title that is shown over it: no words of the policy."""
_DOMAIN = re.compile(r"\.[a-z]{2,3}")
_AHEAD = re.compile(r"(?<!\w)([A-ZÀ-Þ][\w’'-]{1,30})\s?$")
_BEHIND = re.compile(r"\s?([A-ZÀ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-Þ][\w’'-]{1,30})?)(?!\w)")
"""The capitalised words before and after an edit within a name of several words."""


def found(older: Reading, newer: Reading, spots: Iterable[Sequence[Spot]]) -> tuple[tuple[str, str], ...]:
    """(old name, new name) of each name replaced everywhere by the same other, longest first."""
    swaps: Counter[tuple[str, str]] = Counter()
    for group in spots:
        for spot in group:
            for piece in spot.pieces:
                if piece.removed[1] - piece.removed[0] < 60 and piece.added[1] - piece.added[0] < 60:
                    old, new = _bare(older.text, piece.removed), _bare(newer.text, piece.added)
                    swaps.update(_swapped(old, new, newer.text, piece.added))
                    swaps.update(_with_domain(older.text, newer.text, piece))
    often = [pair for pair, times in swaps.items() if times >= (_TWICE if _adds_domain(*pair) else _TIMES)]
    words = _TARGET.sub("]", newer.text) if often else ""
    names = [pair for pair in often if _renames(*pair, words)]
    return tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair)))


def _swapped(old: str, new: str, text: str, at: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """What may be a name and its new form: the words of an edit, with the word after them, and in a name."""
    yield old, new
    if follows := _FOLLOWING.match(text, at[1]):
        yield f"{old} {follows.group(1)}", f"{new} {follows.group(1)}"
    ahead, behind = _AHEAD.search(text, max(0, at[0] - _ROOM), at[0]), _BEHIND.match(text, at[1])
    if ahead and behind and not (old and new):
        before, after = (
            " ".join(f"{ahead.group(1)} {name} {behind.group(1)}".split()) for name in (old, new)
        )
        yield before, after


def _with_domain(older: str, newer: str, piece: Piece) -> Iterator[tuple[str, str]]:
    """A name that was written with the ending of its site and is no longer, or the other way round."""
    gone, come = older[slice(*piece.removed)], newer[slice(*piece.added)]
    ahead = _AHEAD.search(newer, max(0, piece.added[0] - _ROOM), piece.added[0])
    if ahead and _DOMAIN.fullmatch(gone or come) and not (gone and come):
        yield ahead.group(1) + gone, ahead.group(1) + come


def _adds_domain(old: str, new: str) -> bool:
    shorter, longer = sorted((old, new), key=len)
    return longer.startswith(shorter) and _DOMAIN.fullmatch(longer[len(shorter) :]) is not None


def _bare(text: str, span: tuple[int, int]) -> str:
    return text[slice(*span)].strip(" \n.,;:()[]*_“”\"'’")


def _renames(old: str, new: str, text: str) -> bool:
    """True for two names, the old one nowhere left, neither of them a company's full name."""
    if not (_NAME.fullmatch(old) and _NAME.fullmatch(new)) or names_company(old + " " + new):
        return False
    if not (old[:1].isupper() and new[:1].isupper()) or negations(said(f"{old} {new}")):
        return False
    return not _stands(old, text)


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as words of their own."""
    at = text.find(name)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(name) : at + len(name) + 1]
        ended = re.match(r"\.\w", text[at + len(name) : at + len(name) + 2])  # "Acme" in "Acme.com"
        if not ended and not any(c.isalnum() or c == "_" for c in around):
            return True
        at = text.find(name, at + 1)
    return False
