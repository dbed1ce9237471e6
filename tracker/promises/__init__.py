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

_MORE = 6
"""Blocks after one about change that may still belong to its clause."""
_HEADED = 60
"""Blocks under a heading about change that are read."""
_TELLABLE = 200
"""A block longer than this tells its own language."""
_HEADING = 120
_LISTED = re.compile(r"\s*(?:[•·▪◦●○‣*\-–—|]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}[.)])\s")
_ADJUNCT = re.compile(r",\s+(?:according to|in accordance with|in line with)\b.*$", re.S)
"""A trailing phrase of conformity: it promises nothing and is left out of the words quoted."""


def find(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: str | None = None
) -> tuple[Promise, ...]:
    """The promises of a text, in order of place; the same promise made again is left out."""
    tongue = language[:2] if language and grammar.known(language) else grammar.language_of(text) or "en"
    found: dict[object, Promise] = {}
    for clause in _clauses(text, blocks, sections, tongue):
        for promise in _promises(text, blocks, clause):
            key = (promise.kind, promise.period, promise.anchor, promise.trigger, promise.channels)
            found.setdefault(key, promise)
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end)))


@dataclass(frozen=True, slots=True)
class _Clause:
    """Blocks ``first`` to ``last`` (exclusive) read together."""

    first: int
    last: int
    headed: bool
    language: str


def _clauses(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], language: str
) -> Iterator[_Clause]:
    """The clauses worth reading, in order, none overlapping."""
    starts = [b.start for b in blocks]
    stirring = _stirring(text, starts, language)
    headed_path: str | None = None
    done = 0
    for section, (first, last) in _spans(starts, sections):
        if headed_path is None or not section.path.startswith(headed_path + "/"):
            headed_path = section.path if section.heading and _heads(section.heading, language) else None
        if headed_path is not None:
            done = min(last, first + _HEADED)
            yield _Clause(first, done, True, language)
            continue
        for at in stirring[bisect_left(stirring, first) : bisect_left(stirring, last)]:
            if at >= done and (clause := _clause(text, blocks, at, last, language)) is not None:
                done = clause.last
                yield clause


def _clause(text: str, blocks: Sequence[Block], at: int, last: int, language: str) -> _Clause | None:
    """The clause that begins with a block, if the block speaks of changing this document."""
    body = text[blocks[at].body_start : blocks[at].body_end]
    tongue = grammar.language_of(body) or language if len(body) > _TELLABLE else language
    headed = _heads(body, tongue) if len(body) <= _HEADING else False
    if not headed and not _strong(body, tongue):
        return None
    end, more = at + 1, at + 1 + _MORE
    while end < min(last, more) and (headed or _belongs(text, blocks, end, tongue)):
        end += 1
    return _Clause(at, end, headed, tongue)


def _belongs(text: str, blocks: Sequence[Block], at: int, language: str) -> bool:
    """Whether a block goes on with the clause before it: an item of its list, or more on changes."""
    before = text[blocks[at - 1].body_start : blocks[at - 1].body_end].rstrip("*_ ")
    body = text[blocks[at].body_start : blocks[at].body_end]
    lowered = body[:_HEADING].lower()
    return (
        not body
        or before.endswith(":")
        or (_LISTED.match(body) is not None and _LISTED.match(before) is not None and len(body) < 300)
        or any(stem in lowered for stem in grammar.of(language).words.stems.split())
    )


@lru_cache(maxsize=8192)
def _strong(body: str, language: str) -> bool:
    rules = grammar.of(language)
    return any(
        topics.topic(s.plain, rules) == "document" or clauses.looks(s.plain, rules)
        for s in prose.sentences(body)
    )


def _stirring(text: str, starts: Sequence[int], language: str) -> list[int]:
    """The numbers of the blocks that have a piece of a change word, in order: a cheap filter."""
    lowered = text.lower()
    found: set[int] = set()
    for stem in grammar.of(language).words.stems.split():
        at = lowered.find(stem)
        while at >= 0:
            block = bisect_right(starts, at) - 1
            found.add(block)
            at = lowered.find(stem, starts[block + 1] if block + 1 < len(starts) else len(lowered))
    return sorted(found)


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


def _spans(starts: Sequence[int], sections: Sequence[Section]) -> Iterator[tuple[Section, tuple[int, int]]]:
    for section in sections:
        yield section, (bisect_right(starts, section.start - 1), bisect_right(starts, section.end - 1))


def _promises(text: str, blocks: Sequence[Block], clause: _Clause) -> Iterator[Promise]:
    bodies = tuple(text[b.body_start : b.body_end] for b in blocks[clause.first : clause.last])
    rules = grammar.of(clause.language)
    for block, start, end, draft in _read(bodies, clause.headed, clause.language):
        begin = blocks[clause.first + block].body_start
        raw = text[begin + start : begin + end]
        yield Promise(
            kind=draft.kind, trigger=draft.trigger, period=draft.period, channels=draft.channels,
            channel_logic=draft.logic, consent=draft.consent, bound=draft.bound, raw=raw,
            start=begin + start, end=begin + end, anchor=draft.anchor,
            exceptions=details.exceptions(raw, rules), audience=draft.audience,
        )  # fmt: skip


@lru_cache(maxsize=1024)
def _heads(heading: str, language: str) -> bool:
    return topics.heads(prose.plain(heading), grammar.of(language))
