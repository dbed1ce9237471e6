"""Cutting a stretch of text into sentences and words."""

from __future__ import annotations

import re

from tracker.blocks.characters import BULLETS, IDEOGRAPHS

Stretch = tuple[int, int]
"""Start and end of a stretch, in code points of the whole text."""

# One class first and what is asked of it after, for speed.
_END = re.compile(
    r"[.!?…؟۔।。！？\n](?:"
    rf"(?<=\n)(?:[^\S\n]*+\n\s*+|(?=[ \t]*+[|{re.escape(BULLETS)}]\s))"
    r"|(?<=[。！？])[。！？」』”’）\"']*+\s*+"
    r"|(?<=[.!?…؟۔।])(?P<more>[.!?…؟۔।]*+[\"'”’»)\]*_]*+)\s++)"
)
_WORD_BEFORE = re.compile(r"([^\s(\[\"'“‘„«]+)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_LABEL = re.compile(r"[(]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]*$")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE_A_NAME = _set("""
    mr mrs ms dr prof st hon messrs mme mlle mm me hr fr dipl ing sr sra dott sig e.g i.e eg ie cf vs
    viz ca approx z.b d.h u.a i.d.r i.s.d bzw ggf inkl vgl gem sog insb evtl zzgl abzgl p.ex p ex c.-à-d
    bijv d.w.z o.a np tj tzn p.es ad es
""")
_BEFORE_A_NUMBER = _set("""
    no nos nr nrs n art arts para paras par sec secs sect cl ch chap pp pg pag fig vol abs ziff lit kap
    rn anm reg regs dec jan feb mar apr jun jul aug sep sept oct nov tel ph fax ext ust-idnr ust hrb hra
    az poz cap sch
""")
_OFTEN_LAST = _set("""
    inc ltd corp co llc plc s.a s.l bros etc et al u.s u.k e.u u.s.a usw osv itd resp jr gmbh b.v n.v
    s.r.l s.p.a
""")
_OPENERS = _set("""
    a all an any as at by each for from he her his however if in it its no of on our she some such that
    the their there these they this those to under unless we when where which you your die der das wir
    sie ihr wenn bei es diese dieser im für le la les l nous vous il elle ce cette si en pour el los las
    usted nosotros este esta para lo gli i se de het wij u
""")
"""Words that begin a sentence more often than they follow an abbreviation inside one."""

_MONTH = re.compile(
    r"(?:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|styc|lut|kwie|czer|lip|sier|wrze|paźd|grud|"
    r"led|únor|břez|dub|květ|červ|srp|zář|říj|list|pros)",
    re.IGNORECASE,
)
_JOINED = r"\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0e7f\u200c\u200d\u00ad"
"""Accents and vowel signs that are no letters of their own, and what joins or hyphenates softly."""
_WORD = re.compile(
    rf"""
      [A-Za-z]++(?=[\s,;)])
    | (?:https?://|www\.)[^\s<>()\[\]"'“”|]*[^\s<>()\[\]"'“”|.,;:!?]
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
    | \d+(?:[.,:/]\d+)*[%‰]?
    | [{IDEOGRAPHS}]
    | [^\W\d{IDEOGRAPHS}](?:[^\W{IDEOGRAPHS}]|[{_JOINED}]|['’](?=[^\W\d_]))*
    """,
    re.VERBOSE,
)


def sentences(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """The sentences of ``text[start:end]``; each takes in the space after it, and they tile the stretch.

    Abbreviations, initials, ordinals before a month and the label at the start of a line end no sentence;
    blank lines do.
    """
    found: list[Stretch] = []
    at = start
    for match in _END.finditer(text, start, end):
        if match["more"] is not None and not _ends(text, at, match, end):
            continue
        found.append((at, match.end()))
        at = match.end()
    if at < end:
        found.append((at, end))
    return tuple(found)


def words(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """The words of ``text[start:end]``: numbers with their decimals, e-mail addresses and URLs whole.

    Chinese and Japanese characters are words of their own. Punctuation and marks are in no word.
    """
    return tuple(match.span() for match in _WORD.finditer(text, start, end))


def _ends(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """True if the stop found by ``match`` ends the sentence that begins at ``start``."""
    after = match.end()
    if after >= end:
        return False
    if text[after].islower():
        return False
    if text[match.start()] != "." or match["more"].startswith("."):
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - 40), match.start())
    return before is None or not _abbreviates(text, start, before, after)


def _abbreviates(text: str, start: int, before: re.Match[str], after: int) -> bool:
    """True if the point after the word ``before`` belongs to the word."""
    word = before[1].casefold()
    following = text[after : after + 12]
    if word in _BEFORE_A_NAME:
        return True
    if word in _BEFORE_A_NUMBER and following[:1].isdigit():
        return True
    if _LABEL.match(before[1]) and not text[start : before.start(1)].strip(" \t\n(*_#>" + BULLETS):
        return True
    if word.isdigit() and len(word) <= 2 and _MONTH.match(following):
        return True
    if word in _OFTEN_LAST or _INITIALS.match(before[1]):
        opener = re.match(r"[^\W\d_]+", following)
        return opener is not None and opener[0].casefold() not in _OPENERS
    return False
