"""The clauses that say how changes to this policy will be announced (NOTICE.md B3, B4).

A cheap look for change words finds the blocks worth reading. Each, with its heading and the blocks that
belong to it, is a clause; a clause is read sentence by sentence. What a clause says depends on its words
alone, so clauses seen before are remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.model import Block, Promise, Section
from tracker.promises import clauses, details, grammar, prose, topics
from tracker.promises.languages import code

_MORE = 6
"""Blocks after one about change that may still belong to its clause."""
_HEADED = 60
"""Blocks under a heading about change that are read."""
_TELLABLE = 200
"""A block longer than this tells its own language."""
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
_ADJUNCT = re.compile(r",\s+(?:according to|in accordance with|in line with)\b.*$", re.S)
"""A trailing phrase of conformity: it promises nothing and is left out of the words quoted."""


def find(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: str | None = None
) -> tuple[Promise, ...]:
    """The promises of a text, in order of place; the same promise made again is left out."""
    tongue = code(language) or grammar.language_of(text, grammar.FALLBACK)
    found: dict[object, Promise] = {}
    page = _Page(text, blocks, tongue)
    for clause in _clauses(page, sections):
        for promise in _promises(page, clause):
            key = (promise.kind, promise.period, promise.anchor, promise.trigger, promise.channels)
            found.setdefault(key, promise)
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end)))


@dataclass(frozen=True, slots=True)
class _Clause:
    """Paragraphs read together, each (start, end) in the text; ``last`` is the first block after them."""

    paragraphs: tuple[tuple[int, int], ...]
    last: int
    headed: bool
    language: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its blocks, and the paragraphs they make."""

    text: str
    blocks: Sequence[Block]
    language: str

    def body(self, at: int) -> str:
        block = self.blocks[at]
        return self.text[block.body_start : block.body_end]

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
        this, following = self.body(at), self.body(at + 1)
        if len(this) < _SHORT_LINE or not following or this[-1] in ".!?:;*|" or _LISTED.match(following):
            return False
        hangs = this[-1] == "," or _HANGING.search(this) is not None
        return following[0].islower() or hangs or self._narrow(at)

    def _narrow(self, at: int) -> bool:
        """Whether most lines around go on in lower case: the whole passage is broken by hand."""
        around = range(max(0, at - 6), min(len(self.blocks), at + 8))
        return sum(self.body(i)[:1].islower() for i in around) >= _BROKEN


def _clauses(page: _Page, sections: Sequence[Section]) -> Iterator[_Clause]:
    """The clauses worth reading, in order, none overlapping."""
    starts = [b.start for b in page.blocks]
    stirring = _stirring(page, starts)
    headed_path: str | None = None
    done = 0
    for section, (first, last) in _spans(starts, sections):
        if headed_path is None or not section.path.startswith(headed_path + "/"):
            headed_path = section.path if section.heading and _heads(section.heading, page.language) else None
        if headed_path is not None:
            end = min(last, first + _HEADED)
            yield _Clause(_paragraphs(page, first, end), end, True, page.language)
            continue
        for at in stirring[bisect_left(stirring, first) : bisect_left(stirring, last)]:
            if at >= done and (clause := _clause(page, at, (max(first, done), last))) is not None:
                done = clause.last
                yield clause


def _clause(page: _Page, at: int, bounds: tuple[int, int]) -> _Clause | None:
    """The clause that begins with the paragraph of a block, if it speaks of changing this document."""
    start, end = page.paragraph(at, *bounds)
    begin, stop = page.span(start, end)
    words = page.text[begin:stop]
    tongue = grammar.language_of(words, page.language) if len(words) > _TELLABLE else page.language
    headed = len(words) <= _HEADING and _heads(words, tongue)
    if not (_introduces(page, end, bounds[1]) if headed else _strong(words, tongue)):
        return None
    first, more = end, end + _MORE
    while end < min(bounds[1], more) and (headed or _belongs(page, end, tongue)):
        end += 1
    return _Clause(((begin, stop), *_paragraphs(page, first, end)), end, headed, tongue)


def _introduces(page: _Page, at: int, last: int) -> bool:
    """Whether words follow a heading, and not the next line of a table of contents."""
    following = next((body for i in range(at, min(last, at + _MORE)) if (body := page.body(i))), "")
    return len(following) > _ENTRY or following.endswith((".", ":"))


def _paragraphs(page: _Page, first: int, last: int) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        _, end = page.paragraph(at, at, last)
        found.append(page.span(at, end))
        at = end
    return tuple(found)


def _belongs(page: _Page, at: int, language: str) -> bool:
    """Whether a block goes on with the clause before it: an item of its list, or more on changes."""
    before, body = page.body(at - 1).rstrip("*_ "), page.body(at)
    lowered = body[:_HEADING].lower()
    return (
        not body
        or before.endswith(":")
        or (_LISTED.match(body) is not None and _LISTED.match(before) is not None and len(body) < _ITEM)
        or grammar.of(language).stirs(lowered)
    )


def _spans(starts: Sequence[int], sections: Sequence[Section]) -> Iterator[tuple[Section, tuple[int, int]]]:
    for section in sections:
        yield section, (bisect_left(starts, section.start), bisect_left(starts, section.end))


def _promises(page: _Page, clause: _Clause) -> Iterator[Promise]:
    bodies = tuple(page.text[start:end] for start, end in clause.paragraphs)
    rules = grammar.of(clause.language)
    for paragraph, start, end, draft in _read(bodies, clause.headed, clause.language):
        begin = clause.paragraphs[paragraph][0]
        raw = page.text[begin + start : begin + end]
        yield Promise(
            kind=draft.kind, trigger=draft.trigger, period=draft.period, channels=draft.channels,
            channel_logic=draft.logic, consent=draft.consent, bound=draft.bound, raw=raw,
            start=begin + start, end=begin + end, anchor=draft.anchor,
            exceptions=details.exceptions(raw, rules), audience=draft.audience,
        )  # fmt: skip


@lru_cache(maxsize=1024)
def _heads(heading: str, language: str) -> bool:
    rules = grammar.of(language)
    return rules.stirs(heading.lower()) and topics.heads(prose.plain(heading), rules)


@lru_cache(maxsize=8192)
def _strong(words: str, language: str) -> bool:
    """Whether a sentence of a paragraph speaks of changing this document."""
    rules = grammar.of(language)
    raw = (words[start:end] for start, end in prose.spans(words))
    return any(
        topics.topic(sentence, rules) == "document" or clauses.looks(sentence, rules)
        for sentence in map(prose.plain, (r for r in raw if rules.may_concern(r.lower())))
    )


def _stirring(page: _Page, starts: Sequence[int]) -> list[int]:
    """The numbers of the blocks worth a look, in order: a piece of a change word near one of the document's
    names, or in a line short enough to be a heading."""
    rules = grammar.of(page.language)
    lowered = page.text.lower()
    found: set[int] = set()
    for stem in rules.stems:
        at = lowered.find(stem)
        while at >= 0:
            block = bisect_right(starts, at) - 1
            start, end = starts[block], page.blocks[block].end
            if end - start <= _HEADING or _near(
                lowered[max(start, at - _REACH) : min(end, at + _AHEAD)], rules.nouns
            ):
                found.add(block)
                at = end - 1
            at = lowered.find(stem, at + 1)
    return sorted(found)


def _near(window: str, nouns: Sequence[str]) -> bool:
    for noun in nouns:  # noqa: SIM110, a generator costs more than the search
        if noun in window:
            return True
    return False


@lru_cache(maxsize=2048)
def _read(
    bodies: tuple[str, ...], headed: bool, language: str
) -> tuple[tuple[int, int, int, clauses.Draft], ...]:
    """Block, start and end in the block, and what is promised there, for a clause given as its blocks."""
    places: list[tuple[int, int, int]] = []
    lines: list[clauses.Line] = []
    led = False
    for block, body in enumerate(bodies):
        for sentence in prose.sentences(body):
            lines.append(clauses.Line(len(places), sentence.plain, led))
            places.append((block, sentence.start, sentence.end))
        if body:
            led = body.rstrip("*_ ").endswith(":") or (led and _LISTED.match(body) is not None)
    drafts = clauses.read(tuple(lines), headed, grammar.of(language))
    return tuple((*_quoted(bodies, places[d.number]), d) for d in drafts)


def _quoted(bodies: tuple[str, ...], place: tuple[int, int, int]) -> tuple[int, int, int]:
    """The place of a sentence without a trailing phrase of conformity."""
    block, start, end = place
    adjunct = _ADJUNCT.search(bodies[block], start, end)
    return block, start, adjunct.start() if adjunct and adjunct.start() - start > 60 else end
