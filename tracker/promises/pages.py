"""Where a text speaks of changing itself: the clauses worth reading closely.

What is said of a line or a paragraph depends on its words alone, so it is remembered: most lines of a
version were seen in the version before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal
from unicodedata import is_normalized

from tracker.model import Block, Section
from tracker.promises import clauses, grammar, prose, topics
from tracker.remembering import LINES, LONGEST, remember

_MORE = 6
"""Blocks after one about change that may still belong to its clause."""
_HEADED = 60
"""Blocks under a heading about change that are read."""
_TELLABLE = 200
"""A paragraph longer than this tells its own language."""
_HEADING = 120
_REACH, _AHEAD = 160, 110
"""How far before and after a change word the document's name is looked for, link targets included."""
_ITEM = 300
_ENTRY = 70
"""A line of a table of contents is shorter than this."""
_WRAPPED = 40
"""Lines of a paragraph broken by hand that are joined on either side."""
_SHORT_LINE = 16
_BROKEN = 5
_HANGING = re.compile(r"(?:^|\s)(?!\d)[^\W\d_]{1,4}$")
_LISTED = re.compile(r"\s*(?:[•·▪◦●○‣*\-–—|]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Clause:
    """Paragraphs read together, each (start, end) in the text; ``last`` is the first block after them."""

    paragraphs: tuple[tuple[int, int], ...]
    last: int
    headed: bool
    language: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its blocks, and the paragraphs they make."""

    text: str
    blocks: Sequence[Block]
    language: str
    bodies: Sequence[str]
    """The words of each block, with their marks."""

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block], language: str) -> Page:
        return cls(text, blocks, language, [text[b.body_start : b.body_end] for b in blocks])

    def paragraph(self, at: int, first: int, last: int) -> tuple[int, int]:
        """First and one past the last block of the paragraph a block is in, within the bounds given."""
        start, end = at, at + 1
        while start > max(first, at - _WRAPPED) and self._flows(start - 1):
            start -= 1
        while end < min(last, at + _WRAPPED) and self._flows(end - 1):
            end += 1
        return start, end

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.blocks[start].body_start, self.blocks[end - 1].body_end

    def _flows(self, at: int) -> bool:
        """Whether a sentence broken by hand goes on in the next block: it has no end here, no start there."""
        this, following = self.bodies[at], self.bodies[at + 1]
        if len(this) < _SHORT_LINE or not following or this[-1] in ".!?:;*|" or listed(following):
            return False
        small = _HANGING.search(this)
        hangs = this[-1] == "," or (small is not None and small[0].islower())
        return following[0].islower() or hangs or self._narrow(at)

    def _narrow(self, at: int) -> bool:
        """Whether most lines around go on in lower case: the whole passage is broken by hand."""
        around = range(max(0, at - 6), min(len(self.blocks), at + 8))
        return sum(self.bodies[i][:1].islower() for i in around) >= _BROKEN


def clauses_of(page: Page, sections: Sequence[Section]) -> Iterator[Clause]:
    """The clauses worth reading, in order, none overlapping."""
    starts = [b.start for b in page.blocks]
    stirring = [at for at, worth in enumerate(_stirring(page.bodies, page.language)) if worth]
    headed_path: str | None = None
    done = 0
    for section, (first, last) in _spans(starts, sections):
        if headed_path is None or not section.path.startswith(headed_path + "/"):
            headed_path = section.path if section.heading and _heads(section.heading, page.language) else None
        if headed_path is not None:
            end = min(last, first + _HEADED)
            yield Clause(_paragraphs(page, first, end), end, True, page.language)
            continue
        for at in stirring[bisect_left(stirring, max(first, done)) : bisect_left(stirring, last)]:
            if at >= done and (clause := _clause(page, at, (max(first, done), last))) is not None:
                done = clause.last
                yield clause


def _clause(page: Page, at: int, bounds: tuple[int, int]) -> Clause | None:
    """The clause that begins with the paragraph of a block, if it speaks of changing this document."""
    start, end = page.paragraph(at, *bounds)
    begin, stop = page.span(start, end)
    kind, tongue = _opening(page.text[begin:stop], page.language)
    headed = kind == "heading"
    if kind == "none" or (headed and not _introduces(page, end, bounds[1])):
        return None
    first, more = end, end + _MORE
    while end < min(bounds[1], more) and (headed or _belongs(page, end, tongue)):
        end += 1
    return Clause(((begin, stop), *_paragraphs(page, first, end)), end, headed, tongue)


@remember(1 << 14)
def _opening(words: str, language: str) -> tuple[Literal["heading", "clause", "none"], str]:
    """What a paragraph opens, a heading's clause, a clause or none, and the language it is in."""
    tongue = grammar.language_of(words, language) if len(words) > _TELLABLE else language
    if len(words) <= _HEADING and _heads(words, tongue):
        return "heading", tongue
    return ("clause" if _speaks(words, tongue) else "none"), tongue


@remember(1 << 12)
def _heads(heading: str, language: str) -> bool:
    rules = grammar.of(language)
    return rules.stirs(prose.lowered(heading)) and topics.heads(prose.plain(heading), rules)


def _speaks(words: str, language: str) -> bool:
    """Whether a sentence of a paragraph speaks of changing this document."""
    rules = grammar.of(language)
    raw = (words[start:end] for start, end in prose.spans(words))
    return any(
        topics.topic(sentence, rules) == "document" or clauses.looks(sentence, rules)
        for sentence in map(prose.plain, (r for r in raw if rules.may_concern(prose.lowered(r))))
    )


def _stirring(bodies: Sequence[str], language: str) -> list[bool]:
    """Of each block, whether it is worth a look; those of the last versions are remembered."""
    known = _known(language)
    recalled = list(map(known.get, bodies))
    if None not in recalled:
        return [bool(worth) for worth in recalled]
    unseen = list(dict.fromkeys(body for body, worth in zip(bodies, recalled, strict=True) if worth is None))
    fresh = dict(zip(unseen, _worth(unseen, language), strict=True))
    if len(known) > LINES:
        known.clear()
    known.update((body, worth) for body, worth in fresh.items() if len(body) <= LONGEST)
    return [fresh[body] if worth is None else worth for body, worth in zip(bodies, recalled, strict=True)]


@cache
def _known(language: str) -> dict[str, bool]:
    """What is remembered of blocks in a language."""
    return {}


def _worth(bodies: Sequence[str], language: str) -> list[bool]:
    """Whether each block has a piece of a change word near one of the document's names, or in a line short
    enough to be a heading. Each piece is sought once in all of them together."""
    rules = grammar.of(language)
    raw, lines = "\0".join(bodies), bodies
    together = raw.lower()
    if len(together) != len(raw) or not is_normalized("NFC", together):  # places would shift
        lines = list(map(prose.lowered, bodies))
        together = "\0".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    worth = [False] * len(lines)
    for stem in rules.stems:
        at = together.find(stem)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            begin, end = starts[index], starts[index + 1] - 1
            near = together[max(begin, at - _REACH) : min(end, at + _AHEAD)]
            worth[index] = worth[index] or end - begin <= _HEADING or rules.names(near)
            at = together.find(stem, end if worth[index] else at + 1)
    return worth


def listed(body: str) -> bool:
    """Whether a block begins with the mark of a list."""
    return _LISTED.match(body) is not None


def _introduces(page: Page, at: int, last: int) -> bool:
    """Whether words follow a heading, and not the next line of a table of contents."""
    following = next((body for i in range(at, min(last, at + _MORE)) if (body := page.bodies[i])), "")
    return len(following) > _ENTRY or following.endswith((".", ":"))


def _paragraphs(page: Page, first: int, last: int) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        _, end = page.paragraph(at, at, last)
        found.append(page.span(at, end))
        at = end
    return tuple(found)


def _belongs(page: Page, at: int, language: str) -> bool:
    """Whether a block goes on with the clause before it: an item of its list, or more on changes."""
    before, body = page.bodies[at - 1].rstrip("*_ "), page.bodies[at]
    lowered = prose.lowered(body[:_HEADING])
    return (
        not body
        or before.endswith(":")
        or (listed(body) and listed(before) and len(body) < _ITEM)
        or grammar.of(language).stirs(lowered)
    )


def _spans(starts: Sequence[int], sections: Sequence[Section]) -> Iterator[tuple[Section, tuple[int, int]]]:
    for section in sections:
        yield section, (bisect_left(starts, section.start), bisect_left(starts, section.end))
