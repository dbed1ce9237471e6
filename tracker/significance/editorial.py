"""Rewording provably without meaning: spelling, contractions, doubled words, articles, renamed products."""

from __future__ import annotations

import re

from tracker.significance import wording
from tracker.significance.plain import key

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|_", re.UNICODE)
_RENAMED = {*wording.RENAMED, *wording.RENAMED.values()}
_END = re.compile(r"[\s.;:,]+$")
_PHRASES = {**wording.SPELLINGS, **wording.CONTRACTIONS, **wording.MISSPELLINGS}
_MULTIPLE = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(p) for p in _PHRASES if " " in p or "." in p) + r")(?!\w)",
    re.IGNORECASE,
)


def reading(words: str) -> str:
    """The words in one spelling: two texts with the same reading mean the same."""
    text = _MULTIPLE.sub(lambda m: _PHRASES[m.group().casefold()], words.replace("’", "'"))
    english = wording.ENGLISH.search(text) is not None
    tokens: list[str] = []
    for token in _TOKEN.findall(_END.sub("", text)):
        token = _spelt(token) if english else token
        if english and token in wording.ARTICLES:
            continue
        if tokens and token == tokens[-1] and len(token) > 1 and token.isalpha():
            continue
        tokens.append(token)
    return key(" ".join(tokens))


def _spelt(token: str) -> str:
    """A token in the spelling chosen for it; case is kept where the first letter tells something."""
    low = token.casefold()
    if low in ("the", "a", "an"):
        return low if token != "A" else token
    if low in _RENAMED:
        return wording.RENAMED.get(low, low)
    known = _PHRASES.get(low)
    if known is None:
        known = wording.AMERICAN.sub(lambda m: m.group().replace("z", "s"), low)
    return token if known == low else (known.capitalize() if token[:1].isupper() else known)
