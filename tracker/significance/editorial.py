"""Rewording provably without meaning: spelling, contractions, doubled words, articles, renamed products."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from tracker.align.spans import equal_head
from tracker.remembering import remember
from tracker.significance import wording
from tracker.significance.evidence import around, modalities, negations
from tracker.significance.plain import key

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|_", re.UNICODE)
_TRIPLE = re.compile(r"(?<=[^\W\d_]{3})([^\W\d_ixcm])\1{2,}")
"""A letter thrice within a word, of none that Roman numerals repeat."""
_SCRAMBLED = re.compile(r"[\u00c2\u00c3\u00e2][\u0080-\u00bf]{1,2}")
"""UTF-8 read as Latin-1."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_STEM = re.compile("|".join(wording.STEMS))
_ENUMERATED = re.compile(r"(?<=\w )\((?:[ivx]{1,4}|[a-h])\) |(?<=[,;:] )\((?:[ivx]{1,4}|[a-h])\) ")
_REFERS = re.compile(
    rf"(?:\b(?:{wording.PARTS})\.?|\d\S{{0,6}}|\)(?: (?:{wording.JOINS})\b|,)?) $", re.IGNORECASE
)
"""What stands before the label of a part that is referred to."""
_RENAMED = {*wording.RENAMED, *wording.RENAMED.values()}
_SLACK = 60
_STOP = re.compile(r"\.(?=\s+[^\W\d_a-zà-ÿ][^\W\d_])")
_LONG_WORD = 6
"""Letters of a word that is hardly another when one letter of it differs."""
_END = re.compile(r"[\s.;:,]+$")
_PHRASES = {**wording.SPELLINGS, **wording.CONTRACTIONS, **wording.MISSPELLINGS}
_MULTIPLE = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(p) for p in _PHRASES if " " in p or "." in p) + r")(?!\w)",
    re.IGNORECASE,
)


@remember(1 << 10)
def same(old: str, new: str) -> bool:
    """True for two wordings of one meaning: they read the same in one spelling."""
    if abs(len(old) - len(new)) > _SLACK + len(new) // 10:
        return False
    english = wording.ENGLISH.search(new) is not None
    before, after = around(old, new)
    return reading(before, english) == reading(after, english)


def reading(words: str, english: bool) -> str:
    """The words in one spelling: two texts with the same reading mean the same."""
    text = _unscrambled(words).replace("’", "'").replace("©", "(c)")
    text = _TRIPLE.sub(r"\1\1", text)
    text = _MULTIPLE.sub(lambda m: _PHRASES[m.group().casefold()], text)
    tokens: list[str] = []
    for token in _TOKEN.findall(_END.sub("", text)):
        token = _spelt(token) if english else token
        if english and token in wording.ARTICLES:
            continue
        if tokens and token == tokens[-1] and len(token) > 1 and token.isalpha() and not negations([token]):
            continue
        if tokens and token == tokens[-1] and token in ".,;":
            continue
        tokens.append(token)
    return key(" ".join(tokens))


def differing(old: str, new: str) -> list[tuple[str, str]]:
    """The words that differ between two wordings of as many words and signs; none when one has more."""
    before, after = (_TOKEN.findall(words) for words in around(old, new))
    if len(before) != len(after):
        return []
    return [(a, b) for a, b in zip(before, after, strict=True) if a != b]


def same_but_capitals(old: str, new: str) -> bool:
    """True when only the capitals of words differ that mean the same with and without."""
    swapped = differing(old, new)
    low = [a.casefold() for a, b in swapped if a.casefold() == b.casefold()]
    return 0 < len(low) == len(swapped) and not any(
        w in wording.TELLING_CAPITALS or modalities([w]) for w in low
    )


def same_but_a_stop(old: str, new: str) -> bool:
    """True when only the stop at the end of a sentence was set or lifted, before a word with a capital."""
    shorter, longer = sorted((old, new), key=len)
    if len(longer) != len(shorter) + 1:
        return False
    at = equal_head(shorter, longer, len(shorter))
    return shorter[at:] == longer[at + 1 :] and _STOP.match(longer, at) is not None


def same_but_a_bracket(old: str, new: str) -> bool:
    """True when only one bracket was set or lifted that has no other, or was missing."""
    shorter, longer = sorted((old, new), key=len)
    if len(longer) != len(shorter) + 1:
        return False
    at = equal_head(shorter, longer, len(shorter))
    return longer[at] in "()[]" and shorter[at:] == longer[at + 1 :]


def may_be_slip(wrong: str, right: str) -> bool:
    """True for two long words that differ by one letter or two swapped ones, but not at either end."""
    a, b = wrong.casefold(), right.casefold()
    if min(len(a), len(b)) < _LONG_WORD or not (a.isalpha() and b.isalpha()):
        return False
    inside = a[0] == b[0] and a[-1] == b[-1] and not (modalities([a, b]) or negations([a, b]))
    return inside and OSA.distance(a, b, score_cutoff=1) <= 1


def same_but_enumerated(old: str, new: str) -> bool:
    """True when the "(i)" before the parts of a sentence was set or lifted, and that is all.

    One behind a number or the name of a part, as in "clause 5 (a)", is a reference and stays.
    """
    if "(" not in old + new:
        return False
    bare = [_ENUMERATED.sub(_unless_referred_to, words) for words in (old, new)]
    return bare[0] == bare[1] and old != new and (bare[0] == old or bare[1] == new)


def _unless_referred_to(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 30) : found.start()]
    return found.group() if _REFERS.search(before) else ""


def lost_letters(old: str, new: str) -> bool:
    """True when one wording has question marks where the other has signs beyond ASCII, and that is all."""
    return old != new and old.count("?") != new.count("?") and _asked(old) == _asked(new)


def _asked(words: str) -> str:
    return _BEYOND.sub("?", words)


def _unscrambled(words: str) -> str:
    """Words that were read in the wrong encoding, read in the right one; others as they are."""
    return _SCRAMBLED.sub(lambda found: _reread(found.group()), words) if _SCRAMBLED.search(words) else words


def _reread(word: str) -> str:
    try:
        return word.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return word


@remember(1 << 13)
def _spelt(token: str) -> str:
    """A token in the spelling chosen for it; case is kept where the first letter tells something."""
    low = token.casefold()
    if low in ("the", "a", "an"):
        return low if token != "A" else token
    if (name := low.removesuffix("'s")) in _RENAMED:
        return wording.RENAMED.get(name, name)
    low = _STEM.sub(lambda m: wording.STEMS[m.group()], low)
    known = _PHRASES.get(low)
    if known is None:
        known = wording.AMERICAN.sub(lambda m: m.group().replace("z", "s"), low)
    return token if known == token.casefold() else (known.capitalize() if token[:1].isupper() else known)
