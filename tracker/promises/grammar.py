"""The word lists of a language compiled into one grammar, and the choice of language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from tracker.promises.languages import WORDS, code
from tracker.promises.pieces import pieces
from tracker.promises.prose import lowered
from tracker.promises.words import Words, pattern

FALLBACK = "en"
_FIELDS = tuple(
    f.name for f in fields(Words) if f.type == "str" and f.name not in ("code", "common", "stems", "nouns")
)
_TASTE = 400
"""Characters by which a language is told."""
_BETWEEN = "between|entre|zwischen|tra|fra|tussen|między|mezi|medzi|între|mellan|mellem|μεταξύ|между"
_AND = "and|et|und|y|e|en|i|a|și|och|og|και|и"
_TO = "to|à|bis|al?|tot|do|până la|till|έως|до|-"
"""Words of a range in any language: "between 15 and 30 days", "15 to 30 days"."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Compiled patterns under the names of ``Words``; see there what each means."""

    words: Words
    patterns: Mapping[str, re.Pattern[str]]
    objects: re.Pattern[str]
    """Change words, documents and other objects in one pass: groups c, d and o."""
    period: re.Pattern[str]
    """Groups n (number), q (qualifier) and one of day, week, month, hour; or half. In a range of two numbers
    the lower is low or least."""
    traps: Mapping[str, re.Pattern[str]]
    stems: tuple[str, ...]
    nouns: tuple[str, ...]
    units: tuple[str, ...]
    """Pieces of the names of units of time."""
    pieces: Mapping[str, tuple[str, ...]]
    """Of each field, what every match contains; empty when nothing can be said."""

    def stirs(self, text: str) -> bool:
        """Whether a lower-case text has a piece of a change word: without one no rule finds a change."""
        return _any_in(self.stems, text)

    def names(self, text: str) -> bool:
        """Whether a lower-case text has a piece of one of the document's names."""
        return _any_in(self.nouns, text)

    def may_concern(self, text: str) -> bool:
        """Whether a lower-case text may speak of changing this document."""
        return self.stirs(text) and self.names(text)

    def times(self, text: str) -> bool:
        """Whether a plain text has a piece of a unit of time: without one there is no period in it."""
        return _any_in(self.units, text)

    def find(self, field: str, text: str) -> re.Match[str] | None:
        """The first words of a field in a text."""
        known = self.pieces[field]
        if known and not _any_in(known, text):
            return None
        return self.patterns[field].search(text)

    def has(self, field: str, text: str) -> bool:
        """Whether the text has the words of a field anywhere."""
        known = self.pieces[field]
        for piece in known:  # asked some two hundred times a clause: each call less is worth it
            if piece in text:
                break
        else:
            if known:
                return False
        return self.patterns[field].search(text) is not None


def _any_in(pieces: tuple[str, ...], text: str) -> bool:
    for piece in pieces:  # noqa: SIM110  # a generator for any() costs more than the search
        if piece in text:
            return True
    return False


@cache
def of(language: str) -> Grammar:
    """The grammar of a language; English where there is no list."""
    words = WORDS[code(language) or FALLBACK]
    sources = {name: pattern(getattr(words, name), words.parts) for name in _FIELDS}
    sources["breaks_left"] = sources["breaks_left"] or sources["breaks"]
    patterns = {name: _whole(source) for name, source in sources.items()}
    patterns["before"] = re.compile(rf"\s*(?:{sources['before']})(?!\w)")
    patterns["after"] = re.compile(rf"\s*(?:{sources['after']})(?!\w)")
    for left in ("noticed", "earliest", "lapse", "such"):
        patterns[left] = re.compile(rf"(?<!\w)(?:{sources[left]})\s*$")
    patterns["heading"] = re.compile(rf"\W*(?:{sources['heading']})\W*")
    traps = {reason: _whole(pattern(source, words.parts)) for reason, source in words.traps.items()}
    known = {name: tuple(sorted(pieces(source))) for name, source in sources.items()}
    units = [known[unit] for unit in ("day", "week", "month", "hour")]
    return Grammar(
        words=words,
        patterns=patterns,
        objects=_objects(sources),
        period=_period(words, sources),
        traps=traps,
        stems=tuple(stem.replace("_", " ") for stem in words.stems.split()),
        nouns=tuple(noun.replace("_", " ") for noun in words.nouns.split()),
        units=(*(piece for unit in units for piece in unit), *words.half) if all(units) else ("",),
        pieces=known,
    )


def language_of(text: str, default: str) -> str:
    """The language whose small words are commonest in a text; ``default`` when its own are common enough."""
    seen = _WORD.findall(lowered(text[:_TASTE]))
    if sum(word in _common()[default] for word in seen) >= len(seen) / 8:
        return default
    count = {code: sum(word in common for word in seen) for code, common in _common().items()}
    best = max(count, key=lambda code: count[code])
    return best if count[best] >= max(3, len(seen) / 8) else default


@lru_cache(maxsize=1)
def _common() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.common.split()) for code, words in WORDS.items()}


def _whole(branches: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{branches})(?!\w)")


def _objects(sources: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<o>{sources['other']})|(?P<d>{sources['document']})|(?P<c>{sources['change']}))(?!\w)"
    )


def _period(words: Words, sources: Mapping[str, str]) -> re.Pattern[str]:
    spelt = "|".join(sorted((re.escape(n) for n in words.numbers), key=len, reverse=True))
    number = rf"\d{{1,3}}(?:-?ti)?|{spelt}"
    bracket = r"(?:\s*\([^()]{1,25}\))?"
    before = rf"\(\s*(?:{number})\s*\)\s*"
    qualifier = rf"(?P<q>(?:(?:{sources['business']})|(?:{sources['calendar']}))[\s-]+)?"
    after = rf"(?:\s+(?P<q2>(?:{sources['business']})|(?:{sources['calendar']})))?"
    units = "|".join(rf"(?P<{u}>{sources[u]})" for u in ("day", "week", "month", "hour"))
    half = "|".join(re.escape(h) for h in words.half) or r"(?!)"
    span = (
        rf"(?:(?:{_BETWEEN})\s+(?P<low>{number}){bracket}\s+(?:{_AND})\s+"
        rf"|(?P<least>{number}){bracket}\s*(?:{_TO})\s*)?"
    )
    single = rf"(?:{sources['article']})\s+(?:(?P<aw>{sources['week']})|(?P<am>{sources['month']}))"
    return re.compile(
        rf"(?<![\w.,/])(?:{span}(?:{before})?(?P<n>{number}){bracket}[\s-]*{qualifier}(?:{units}){after}"
        rf"|{single}|(?P<half>{half}))(?!\w)"
    )
