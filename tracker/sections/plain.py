"""Headings in text without marks: cues with weights."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.sections.lines import Line
from tracker.sections.page import EDGE, LONG, SHORT, STOPS, Page, is_next, reach
from tracker.sections.stamplike import is_stamp

_SAYS = re.compile(
    r"\b(?:is|are|was|will|may|shall|must|can|could|should|would|have|has|had|do|does|agree|include|includes|means|"
    r"apply|applies|be|been|ist|sind|wird|werden|kann|können|haben|hat|muss|est|sont|peut|peuvent|avez|sera|"
    r"es|son|puede|pueden|será|debe|è|sono|può|é|são|pode|podem|zijn|kan|wordt|jest|są|może|je|jsou|lze|este|sunt|"
    r"poate|är|kan|er|на|съм|είναι|εί)\b",
    re.IGNORECASE,
)
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
_LINKED = re.compile(r"https?://|www\.|\S@\S")
_ADDRESS = re.compile(
    r"(?:\b\d{4,6}\b|\b(?:street|strasse|straße|str\.|road|avenue|ave\.|suite|rue|boulevard|floor|p\.?o\.?box|"
    r"via|calle|plaza|ul\.|ulica|tel|phone|fax|e-?mail|attn|attention|inc\.?|ltd\.?|llc|gmbh|b\.?v\.|s\.?a\.?s?)\b)",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Spot:
    """A line that might be a heading, with what is known of it and around it."""

    page: Page
    i: int
    line: Line
    before: Line
    after: Line
    many: int
    """Number of words."""
    case: str
    """"caps", "title" or "sentence"."""
    scheme: str
    depth: int
    counted: float
    """0, a half or 1: the label counts on from above, and one below counts on from it."""
    kin: float
    """Share of short lines among those with a label of its kind."""
    run: int
    """How many short lines stand together here."""


Cue = Callable[[Spot], float]


def may_head(line: Line) -> bool:
    """True unless a line without marks is plainly no heading: too long, in small letters, a stamp."""
    words = line.words or line.seen
    return (
        0 < len(line.seen) <= 130
        and line.kind in ("text", "item")
        and line.last not in ",;，；、&-–"
        and not words[:1].islower()
        and any(c.isalpha() for c in words)
        and words.count(" ") < 18
        and not is_stamp(line.seen)
    )


def score(page: Page, i: int) -> float:
    """How much speaks for line ``i`` as a heading by its words and neighbours: above 0 more than against."""
    spot = _spot(page, i)
    return BIAS + sum(weight * cue(spot) for _, weight, cue in CUES)


def _spot(page: Page, i: int) -> Spot:
    line = page.lines[i]
    numbered = line.label
    return Spot(
        page=page,
        i=i,
        line=line,
        before=page.lines[i - 1] if i else EDGE,
        after=page.lines[i + 1] if i + 1 < len(page.lines) else EDGE,
        many=line.words.count(" ") + 1,
        case=_case(line.words),
        scheme=numbered.scheme if numbered else "",
        depth=numbered.depth if numbered else 0,
        counted=page.counted(i),
        kin=page.short[numbered.kind] if numbered else 0.0,
        run=page.run(i),
    )


def _case(words: str) -> str:
    if words.isupper():
        return "caps"
    long = _LONG_WORD.findall(words)
    capitals = sum(word[0].isupper() for word in long)
    return "title" if len(long) > 1 and capitals > 0.7 * len(long) else "sentence"


def _in(character: str, characters: str) -> bool:
    return character != "" and character in characters


def _in_row(s: Spot) -> float:
    """The label counts on from the line right before, or the line right after counts on from it."""
    return (is_next(s.before.label, s.line.label) + is_next(s.line.label, s.after.label)) / 2


BIAS = -1.1
CUES: tuple[tuple[str, float, Cue], ...] = (
    ("one word", 0.6, lambda s: s.many == 1),
    ("2-5 words", 0.3, lambda s: 2 <= s.many <= 5),
    ("9-12 words", -0.6, lambda s: 9 <= s.many <= 12),
    ("13 words or more", -1.6, lambda s: s.many >= 13),
    ("ends with a stop", -2.4, lambda s: _in(s.line.last, ".。")),
    ("ends with a colon", -2.0, lambda s: _in(s.line.last, ":：")),
    ("asks", 2.5, lambda s: _in(s.line.last, "?？")),
    ("in capitals", 1.1, lambda s: s.case == "caps"),
    ("in title case", 0.3, lambda s: s.case == "title"),
    ("has a comma", -0.3, lambda s: "," in s.line.words),
    ("has a link or address", -1.6, lambda s: bool(_LINKED.search(s.line.words))),
    ("looks like a postal address", -1.7, lambda s: bool(_ADDRESS.search(s.line.words))),
    ("has money", -1.4, lambda s: any(c in "$€£¥%" for c in s.line.words)),
    ("has a verb", -0.7, lambda s: bool(_SAYS.search(s.line.words)) and s.line.last not in "?？"),
    ("has a stop within", 0.6, lambda s: ". " in s.line.words),
    ("has a colon within", -1.2, lambda s: ": " in s.line.words),
    ("opens like a heading", 0.4, lambda s: bool(_OPENS_HEADING.match(s.line.words))),
    ("deep decimal label", -1.1, lambda s: s.depth > 1),
    ("named label", -0.6, lambda s: s.scheme == "word"),
    ("letter label", 0.5, lambda s: s.scheme == "letter"),
    ("bracket label", -0.6, lambda s: s.scheme == "bracket"),
    ("lower label", -1.7, lambda s: s.line.label is not None and s.line.label.name == "lower"),
    ("bullet", -4.5, lambda s: s.line.mark == "bullet"),
    ("label counts on from its neighbours", -4.7, _in_row),
    ("labels of its kind stand on short lines", 1.5, lambda s: s.kin),
    ("label counts on from afar", -1.1, lambda s: s.counted),
    ("label counts on from afar and its kind is short", 2.4, lambda s: s.counted * s.kin),
    ("first line", 2.5, lambda s: s.before is EDGE),
    ("last line", -0.8, lambda s: s.after is EDGE),
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
    ("three short lines together", -0.3, lambda s: s.run == 3),
    ("four short lines together", -0.6, lambda s: s.run == 4),
    ("more short lines together", -2.2, lambda s: s.run > 4),
    ("more blank lines before than after", 1.5, lambda s: s.before is not EDGE and s.line.gap > s.after.gap),
    ("fewer blank lines before than usual", -0.8, lambda s: s.page.gap > s.line.gap),
    ("repeated often", -1.0, lambda s: s.page.times[s.line.seen] > 3),
    ("without a number where headings have one", -0.3, lambda s: s.page.numbered and s.line.label is None),
    ("before a row of a table", 1.0, lambda s: s.after.kind == "row"),
    ("in a flattened table", -4.0, lambda s: s.i in s.page.cells),
    (
        "a colon after few words between sentences",
        1.5,
        lambda s: (
            _in(s.line.last, ":：") and s.many < 5 and _in(s.before.last, STOPS) and reach(s.after) > SHORT
        ),
    ),
    (
        "a colon after a deep number that counts on",
        1.5,
        lambda s: _in(s.line.last, ":：") and s.depth > 1 and s.counted > 0,
    ),
    (
        "a stop after a number that counts on, kind short",
        3.5,
        lambda s: _in(s.line.last, ".。") and s.counted * s.kin,
    ),
)
"""Name, weight and rule of each cue.

The weights are a logistic regression on the headings of some 240 policies whose marks were taken off
(tests/flattening.py), rounded; those of tables and of colons were set by hand.
"""
