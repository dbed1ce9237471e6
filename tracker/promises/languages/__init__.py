"""The word lists by ISO 639-1 code; a language is added by writing its list and naming it here."""

from collections.abc import Mapping

from tracker.promises.languages import (
    bg,
    cs,
    de,
    el,
    en,
    es,
    et,
    fi,
    fr,
    hu,
    it,
    lt,
    lv,
    nl,
    pl,
    pt,
    ro,
    sl,
    sv,
)  # fmt: skip
from tracker.promises.words import Words

_LISTS = (en, fr, de, es, it, pt, nl, pl, ro, cs, el, bg, sl, hu, sv, fi, lt, lv, et)
_KIN = {"sk": "cs", "hr": "sl", "sr": "sl", "bs": "sl", "da": "sv", "no": "sv", "nb": "sv"}

WORDS: Mapping[str, Words] = {module.WORDS.code: module.WORDS for module in _LISTS}


def code(language: str | None) -> str | None:
    """The code of the list that serves a language, or None when none does."""
    kin = _KIN.get(language[:2], language[:2]) if language else None
    return kin if kin in WORDS else None
