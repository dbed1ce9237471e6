"""Names changed throughout a text: a product's new name is no new meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.model import Reading
from tracker.significance.evidence import names_company
from tracker.significance.spots import Spot

_TIMES = 3
"""A name must be replaced at least so often to count as renamed."""
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){0,3}")


_FOLLOWING = re.compile(r"\s([^\W\d_]{2,30})(?!\w)")


def found(older: Reading, newer: Reading, spots: Iterable[Sequence[Spot]]) -> tuple[tuple[str, str], ...]:
    """(old name, new name) of each name replaced everywhere by the same other, longest first."""
    swaps: Counter[tuple[str, str]] = Counter()
    for group in spots:
        for spot in group:
            for piece in spot.pieces:
                if piece.removed[1] - piece.removed[0] < 60 and piece.added[1] - piece.added[0] < 60:
                    old, new = _bare(older.text, piece.removed), _bare(newer.text, piece.added)
                    swaps[old, new] += 1
                    if follows := _FOLLOWING.match(newer.text, piece.added[1]):
                        swaps[f"{old} {follows.group(1)}", f"{new} {follows.group(1)}"] += 1
    names = [pair for pair, times in swaps.items() if times >= _TIMES and _renames(*pair, newer.text)]
    return tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair)))


def _bare(text: str, span: tuple[int, int]) -> str:
    return text[slice(*span)].strip(" \n.,;:()[]*_“”\"'’")


def _renames(old: str, new: str, text: str) -> bool:
    """True for two names, the old one nowhere left, neither of them a company's full name."""
    if not (_NAME.fullmatch(old) and _NAME.fullmatch(new)) or names_company(old + " " + new):
        return False
    if not (old[:1].isupper() and new[:1].isupper()):
        return False
    return re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text) is None
