"""A block as sentences: the exact words with their place, and a plain form for the rules to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from tracker.remembering import remember

_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,400})\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?[^()\n]{0,200}\)"
)
_TARGET = re.compile(r"\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?[^()\n]{0,200}\)")
_MARKS = re.compile(r"\\(?=[^\w\s]|_)|[*`|#>]+|(?<!\w)_+|_+(?!\w)|[​‌﻿­]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_STRAIGHT = {
    **dict.fromkeys("’‘`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‑–—", "-"),
    "，": ",", "；": ";",
}  # fmt: skip
_CURLY = re.compile(f"[{''.join(_STRAIGHT)}]")
_LEAD = re.compile(
    r"(?:[\s•·▪◦●○‣*\-–—|#>_]+"
    r"|\(?\d{1,3}(?:\.\d{1,3}){0,4}(?:\\?[.)])*(?=\s)"
    r"|\(?(?:[a-z]|[ivx]{1,4})\)(?=\s))"
)
_END = re.compile(
    r"[.!?…][\"'”’»)\]*_]*\s+(?=[\"'“‘«(\[*_]*[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΫА-Я¿¡0-9•])|[。！？]|\s*<br\s*/?>\s*"
)
_SHORT = frozenset(
    "e.g i.e etc no nos art arts sec para fig inc ltd co corp llc mr mrs ms dr st vs cf approx resp "
    "incl excl z.b bzw ggf d.h u.a abs nr ziff usw vgl evtl p.ej ej sr sra n.v b.v s.a s.l p.ex ex cap núm "
    "num pág tzv např tj napr str lit bijv o.a m.b.t".split()
)
_LONGEST = 5000
"""Characters after which a sentence is cut, so that no rule reads without bound."""
_WORD_BEFORE = re.compile(r"[\w.]{1,12}$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a block: ``block[start:end]`` is exact; ``plain`` is lower-case, without marks and targets."""

    start: int
    end: int
    plain: str


@remember(8192)
def plain(text: str) -> str:
    """The words as read: links without targets, no marks, straight quotes, composed accents, single spaces,
    lower case."""
    if "](" in text:
        text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = _MARKS.sub("", text)
    if not text.isascii():
        text = _CURLY.sub(lambda m: _STRAIGHT[m[0]], text)
    return " ".join(lowered(text).split())


def lowered(text: str) -> str:
    """Small letters with composed accents: PDFs and some editors write "a" and a mark for "ä"."""
    return text.lower() if text.isascii() else normalize("NFC", text.lower())


def sentences(block: str) -> tuple[Sentence, ...]:
    """The sentences of a block in order."""
    return tuple(Sentence(start, end, plain(block[start:end])) for start, end in spans(block))


@remember(4096)
def spans(block: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a block stand; list marks and emphasis around one are not part of it."""
    masked = _TARGET.sub(lambda m: "]" + "(" + "x" * (len(m[0]) - 3) + ")", block) if "](" in block else block
    found: list[tuple[int, int]] = []
    start = 0
    for end, after in [*_ends(masked), (len(block), len(block))]:
        for piece in range(start, end, _LONGEST):
            first, last = _trimmed(block, piece, min(end, piece + _LONGEST))
            if last > first:
                found.append((first, last))
        start = after
    return tuple(found)


def _ends(text: str) -> list[tuple[int, int]]:
    """(end of a sentence, start of the next) for every inner end."""
    return [
        (m.start() + len(m[0].rstrip()), m.end())
        if not m[0].lstrip().startswith("<")
        else (m.start(), m.end())
        for m in _END.finditer(text)
        if not (m[0][0] == "." and _abbreviated(text, m.start()))
    ]


def _abbreviated(text: str, dot: int) -> bool:
    word = _WORD_BEFORE.search(text, max(0, dot - 12), dot)
    if word is None:
        return False
    token = word[0].lower()
    at_start = not text[max(0, dot - 12) : word.start()].strip() and dot <= 12
    listed = token.replace(".", "").isdigit() and at_start
    return (
        listed
        or token in _SHORT
        or (len(token) == 1 and token.isalpha() and _stands_alone(text, word.start()))
    )


def _stands_alone(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "("


def _trimmed(block: str, start: int, end: int) -> tuple[int, int]:
    while (lead := _LEAD.match(block, start, end)) and lead.end() > start:
        start = lead.end()
    while end > start and (block[end - 1].isspace() or block[end - 1] in "*_|"):
        end -= 1
    return start, end
