"""Headings in text without marks: cues with weights."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.remembering import remember
from tracker.sections.lines import Line, Look
from tracker.sections.page import (
    EDGE,
    LONG,
    SHORT,
    STOPS,
    VERBS,
    Page,
    is_address,
    is_name,
    is_next,
    reach,
    unnumbered,
)
from tracker.sections.stamplike import is_bare_date, is_stamp

_OPENS_HEADING = re.compile(
    r"(?:what|how|who|why|where|your|our|about|use|using|data|information|personal|cookies?|changes?|contact|security|"
    r"retention|rights?|children|international|general|definitions?|introduction|scope|liability|limitation|disclaimer|"
    r"termination|governing|dispute|payments?|fees|privacy|intellectual|user|content|account|third|miscellaneous|"
    r"appendix|annex|overview|summary|legal|access|transfers?|sharing|collection|confidential|warrant|indemn|"
    r"welche|wie|was|ihre|unsere|änderung|haftung|datenschutz|kontakt|schluss|allgemein|geltung|vertrag|kündigung|"
    r"quelles?|comment|vos|données|droit|modification|responsabilité|objet|durée|résiliation|propriété|"
    r"qué|cómo|quién|derechos|datos|responsabilidad|modificaciones|objeto|propiedad|legislación|"
    r"zakres|postanowienia|odpowiedzialność|definicje|prawa|ochrona|reklamacje|zmiany|úvodní|závěrečná|práva|ochrana)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:.*[?？]$|(?:who|what|how|why|where|when|which|wer|was|wie|warum|wo|wann|welche[rs]?|qui|que|"
    r"quel(?:le)?s?|comment|pourquoi|où|quand|qué|cómo|quién|por qué|dónde|cuándo|cuál|come|chi|cosa|perché|"
    r"dove|quali|hoe|wat|waarom|waar|wanneer|jak|jaké|kdo|kto|kde|kiedy|dlaczego|como|quem|o que|onde)"
    r"\s.*[^.。:;]$)",
    re.IGNORECASE,
)
"""A question, or a heading put like one: "Who we are"."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a line that might be a heading."""

    look: Look
    all: frozenset[str]
    """Every word in small letters."""
    many: int
    """Number of words."""
    case: str
    """"caps", "title" or "sentence"."""
    scheme: str
    depth: int


@dataclass(frozen=True, slots=True)
class Between:
    """The words of a line that might be a heading, between those of the lines around it."""

    before: Look
    look: Look
    after: Look


@dataclass(frozen=True, slots=True)
class Spot:
    """A line that might be a heading in its place on the page."""

    page: Page
    i: int
    line: Line
    before: Line
    after: Line
    kin: float
    """Share of short lines among those with a label of its kind."""

    counted: float
    """0, a half or 1: the label counts on from above, and one below counts on from it."""


WordCue = Callable[[Wording], float]
BetweenCue = Callable[[Between], float]
PlaceCue = Callable[[Spot], float]


@remember()
def may_head(look: Look) -> bool:
    """True unless a line without marks is plainly no heading: too long, in small letters, a stamp."""
    words = look.words or look.seen
    return (
        0 < len(look.seen) <= 130
        and look.kind in ("text", "item")
        and look.last not in ",;，；、&-–"
        and not words[:1].islower()
        and _LETTER.search(words) is not None
        and words.count(" ") < 18
        and not is_stamp(look.seen)
        and not is_bare_date(words)
    )


def scores(page: Page, i: int, bar: float) -> bool:
    """True if more than ``bar`` speaks for line ``i`` as a heading by its words, neighbours and place."""
    spot = _spot(page, i)
    look = spot.line.look
    score = BIAS + words_score(look) + between_score(spot.before.look, look, spot.after.look)
    if look.label is not None:
        score += sum(weight * cue(spot) for _, weight, cue in LABEL_CUES)
    if score + _SET_APART + _ENDED * _in(look.last, ".。:：") <= bar:
        return False
    return score + sum(weight * cue(spot) for _, weight, cue in PLACE_CUES) > bar


@remember()
def best_score(look: Look) -> float:
    """The most that ``scores`` can find for a line in any place; quick to ask before the place is seen."""
    if look.label:
        return 99.0
    place = 4.8
    if _in(look.last, ".。:："):
        place += 3.0 * is_name(look) + 1.5 * _in(look.last, ":：")
    return BIAS + words_score(look) + place


@remember()
def words_score(look: Look) -> float:
    """How much speaks for a line as a heading by its words alone."""
    wording = _wording(look)
    return sum(weight * cue(wording) for _, weight, cue in WORD_CUES)


@remember()
def between_score(before: Look, look: Look, after: Look) -> float:
    """How much speaks for a line as a heading by the lines around it."""
    between = Between(before, look, after)
    return sum(weight * cue(between) for _, weight, cue in BETWEEN_CUES)


def _wording(look: Look) -> Wording:
    numbered = look.label
    return Wording(
        look=look,
        all=frozenset(_WORD.findall(look.words.casefold())),
        many=look.words.count(" ") + 1,
        case=_case(look.words),
        scheme=numbered.scheme if numbered else "",
        depth=numbered.depth if numbered else 0,
    )


def _spot(page: Page, i: int) -> Spot:
    line = page.lines[i]
    numbered = line.label
    return Spot(
        page=page,
        i=i,
        line=line,
        before=page.lines[i - 1] if i else EDGE,
        after=page.lines[i + 1] if i + 1 < len(page.lines) else EDGE,
        kin=page.short[numbered.kind] if numbered else 0.0,
        counted=page.counted(i),
    )


def _case(words: str) -> str:
    if words.isupper():
        return "caps"
    long = _LONG_WORD.findall(words)
    capitals = sum(word[0].isupper() for word in long)
    return "title" if len(long) > 1 and capitals > 0.7 * len(long) else "sentence"


def _in(character: str, characters: str) -> bool:
    return character != "" and character in characters


def _in_row(s: Between) -> float:
    """The label counts on from the line right before, or the line right after counts on from it."""
    return (is_next(s.before.label, s.look.label) + is_next(s.look.label, s.after.label)) / 2


def _is_short_colon(s: Between) -> bool:
    """A few words and a colon, after a sentence and before a longer one: "Some definitions:"."""
    few = _in(s.look.last, ":：") and s.look.words.count(" ") < 4
    return few and _in(s.before.last, STOPS) and reach(s.after) > SHORT


def _is_numbered_colon(s: Spot) -> bool:
    numbered = s.line.label
    return _in(s.line.look.last, ":：") and numbered is not None and numbered.depth > 1 and s.counted > 0


def _is_page_header(s: Spot) -> bool:
    """The same words stand elsewhere with other numbers after them: "Page 7"."""
    look = s.line.look
    return look.last.isdigit() and look.label is None and s.page.numberings[unnumbered(look)] > 4


def _numbered_stop(s: Spot) -> float:
    return s.counted * s.kin if _in(s.line.look.last, ".。") else 0.0


BIAS = -1.1
_TOGETHER = (0.0, 0.0, 0.0, 0.3, 0.6, 2.2, 2.2, 2.2)
"""What speaks against a line with so many short ones around it, itself included."""
WORD_CUES: tuple[tuple[str, float, WordCue], ...] = (
    ("one word", 0.6, lambda s: s.many == 1),
    ("2-5 words", 0.3, lambda s: 2 <= s.many <= 5),
    ("9-12 words", -0.6, lambda s: 9 <= s.many <= 12),
    ("13 words or more", -1.6, lambda s: s.many >= 13),
    ("ends with a stop", -2.4, lambda s: _in(s.look.last, ".。")),
    ("ends with a colon", -2.0, lambda s: _in(s.look.last, ":：")),
    ("asks", 2.5, lambda s: _in(s.look.last, "?？")),
    ("in capitals", 1.1, lambda s: s.case == "caps"),
    ("in title case", 0.3, lambda s: s.case == "title"),
    ("has a comma", -0.3, lambda s: "," in s.look.words),
    (
        "has a link or address",
        -1.6,
        lambda s: "@" in s.look.words or "://" in s.look.words or "www." in s.look.words,
    ),
    (
        "looks like a postal address",
        -1.7,
        lambda s: is_address(s.look),
    ),
    ("has money", -1.4, lambda s: any(c in "$€£¥%" for c in s.look.words)),
    ("has a verb", -0.7, lambda s: not VERBS.isdisjoint(s.all) and not _ASKS.match(s.look.words)),
    (
        "breaks off within a sentence",
        -2.5,
        lambda s: s.many > 8 and ". " in s.look.words and s.look.last.isalnum(),
    ),
    ("says what a word means", -2.5, lambda s: s.look.words[:1] in "\"“„«'‘" and not VERBS.isdisjoint(s.all)),
    ("has a colon within", -1.2, lambda s: ": " in s.look.words),
    ("opens like a heading", 0.4, lambda s: bool(_OPENS_HEADING.match(s.look.words))),
    ("deep decimal label", -1.1, lambda s: s.depth > 1),
    ("named label", -0.6, lambda s: s.scheme == "word"),
    ("letter label", 0.5, lambda s: s.scheme == "letter"),
    ("bracket label", -0.6, lambda s: s.scheme == "bracket"),
    ("lower label", -1.7, lambda s: s.look.label is not None and s.look.label.name == "lower"),
    ("bullet", -4.5, lambda s: s.look.mark == "bullet"),
)
BETWEEN_CUES: tuple[tuple[str, float, BetweenCue], ...] = (
    ("label counts on from its neighbours", -4.7, _in_row),
    ("first line", 2.5, lambda s: s.before is EDGE.look),
    ("last line", -0.8, lambda s: s.after is EDGE.look),
    ("after a colon", -1.5, lambda s: _in(s.before.last, ":：")),
    ("after a stop", 0.8, lambda s: _in(s.before.last, STOPS)),
    ("after a comma", -0.3, lambda s: _in(s.before.last, ",;，；、")),
    ("after a long line", 0.1, lambda s: reach(s.before) >= LONG),
    ("after an open short line", 0.3, lambda s: 0 < s.before.size <= SHORT and s.before.last.isalnum()),
    ("after an item", 1.0, lambda s: s.before.mark == "bullet"),
    ("before a middling line", -0.6, lambda s: SHORT < reach(s.after) < LONG),
    ("before an open short line", 0.2, lambda s: 0 < s.after.size <= SHORT and s.after.last.isalnum()),
    ("before a sentence", 1.4, lambda s: _in(s.after.last, ".。:：")),
    ("before a list's line", 1.1, lambda s: _in(s.after.last, ",;，；、")),
    ("before small letters", -1.1, lambda s: s.after.first.islower()),
    ("before a row of a table", 1.0, lambda s: s.after.kind == "row"),
    ("a colon after few words between sentences", 1.5, _is_short_colon),
)
LABEL_CUES: tuple[tuple[str, float, PlaceCue], ...] = (
    ("labels of its kind stand on short lines", 1.5, lambda s: s.kin),
    ("label counts on from afar", -1.1, lambda s: s.counted),
    ("label counts on from afar and its kind is short", 2.4, lambda s: s.counted * s.kin),
    ("a colon after a deep number that counts on", 1.5, _is_numbered_colon),
    ("a stop after a number that counts on, kind short", 3.5, _numbered_stop),
)
PLACE_CUES: tuple[tuple[str, float, PlaceCue], ...] = (
    ("short lines together", -1.0, lambda s: _TOGETHER[s.page.run(s.i)]),
    ("more blank lines before than after", 1.5, lambda s: s.before is not EDGE and s.line.gap > s.after.gap),
    ("fewer blank lines before than usual", -0.8, lambda s: s.page.gap > s.line.gap),
    ("repeated often", -1.0, lambda s: s.page.times[s.line.seen] > 3),
    ("repeated with another number", -4.0, _is_page_header),
    ("without a number where headings have one", -0.3, lambda s: s.page.numbered and s.line.label is None),
    (
        "ends as headings here do",
        3.0,
        lambda s: _in(s.line.look.last, s.page.ends) and reach(s.after.look) > SHORT,
    ),
    ("in a postal address", -3.0, lambda s: s.page.in_address(s.i)),
    ("in a flattened table", -4.0, lambda s: s.i in s.page.cells),
)
"""Name, weight and rule of each cue.

The weights are a logistic regression on the headings of some 240 policies whose marks were taken off
(tests/flattening.py), rounded; those of tables, addresses, stops and colons were set by hand.
"""
_SET_APART = 1.5
_ENDED = 3.0
"""The most that ``PLACE_CUES`` can add for a line, and more for one that ends in a stop or a colon."""
