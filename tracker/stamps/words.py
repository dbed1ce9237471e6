"""Words as labels are compared by: small letters without accents."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+|\d+|[/&|]|[.!?;。](?=[\s*_)\]]|$)")

_UNSEEN = re.compile("[\u0300-\u036f\u3099\u309a\u00ad\u200b-\u200f\u2060\ufeff]+")
"""Accents set apart by NFKD, soft hyphens and signs of no width."""

_GLUED = re.compile(r"(?<=[^\W\d_A-Z])\.(?=[A-Z])")
"""Two sentences without a space between: "new.Version of"."""

STOP = frozenset(".!?;。")
"""Tokens that end a sentence."""


def fold(text: str) -> str:
    """Small letters, without accents and invisible signs, full-width forms made plain.

    Offsets are lost. Hangul stays composed.
    """
    if text.isascii():
        return text.lower()
    apart = _UNSEEN.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", apart).casefold()


def words(text: str) -> list[str]:
    """Folded words, numbers, slashes and ends of sentences, in order; Markdown marks fall away."""
    return _WORD.findall(fold(_GLUED.sub(". ", text)))
