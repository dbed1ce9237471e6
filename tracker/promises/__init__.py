"""The clauses that say how changes to this policy will be announced (NOTICE.md B3, B4).

A cheap look for change words finds the blocks worth reading. Each, with its heading and the blocks that
belong to it, is a clause; a clause is read sentence by sentence. What a clause says depends on its words
alone, so clauses seen before are remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tracker.model import Block, Promise, Reservation, Section
from tracker.promises import clauses, details, grammar, pages, prose
from tracker.promises.languages import code
from tracker.remembering import remember

_ADJUNCT = re.compile(r",\s+(?:according to|in accordance with|in line with)\b.*$", re.S)
"""A trailing phrase of conformity: it promises nothing and is left out of the words quoted."""

Span = tuple[int, int, int]
"""Paragraph of a clause, start and end in it."""
_Promised = tuple[Span, clauses.Draft, tuple[str, ...]]
"""Where, what is promised there, and its exceptions."""


def find(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: str | None = None
) -> tuple[Promise, ...]:
    """The promises of a text, in order of place; the same promise made again is left out."""
    return read(text, blocks, sections, language=language)[0]


def read(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: str | None = None
) -> tuple[tuple[Promise, ...], tuple[Reservation, ...]]:
    """The promises of a text, and the places where it reserves the right to change itself."""
    tongue = code(language) or grammar.language_of(text, grammar.FALLBACK)
    page = pages.Page.of(text, blocks, tongue)
    found: dict[object, Promise] = {}
    reserved: list[Reservation] = []
    for clause in pages.clauses_of(page, sections):
        bodies = tuple(text[start:end] for start, end in clause.paragraphs)
        promised, rights = _read(bodies, clause.headed, clause.language)
        for promise in _promises(text, clause, promised):
            key = (promise.kind, promise.period, promise.anchor, promise.trigger, promise.channels)
            found.setdefault(key, promise)
        for paragraph, start, end in rights:
            begin = clause.paragraphs[paragraph][0]
            reserved.append(Reservation(text[begin + start : begin + end], begin + start, begin + end))
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end))), tuple(reserved)


def _promises(text: str, clause: pages.Clause, promised: Iterable[_Promised]) -> Iterator[Promise]:
    for (paragraph, start, end), draft, exceptions in promised:
        begin = clause.paragraphs[paragraph][0]
        yield Promise(
            kind=draft.kind, trigger=draft.trigger, period=draft.period, channels=draft.channels,
            channel_logic=draft.logic, consent=draft.consent, bound=draft.bound,
            raw=text[begin + start : begin + end], start=begin + start, end=begin + end,
            anchor=draft.anchor, exceptions=exceptions, audience=draft.audience,
        )  # fmt: skip


@remember(1 << 12)
def _read(
    bodies: tuple[str, ...], headed: bool, language: str
) -> tuple[tuple[_Promised, ...], tuple[Span, ...]]:
    """What a clause promises, and where it reserves a right, given as its paragraphs."""
    places: list[Span] = []
    lines: list[clauses.Line] = []
    led = False
    for block, body in enumerate(bodies):
        for sentence in prose.sentences(body):
            lines.append(clauses.Line(len(places), sentence.plain, led))
            places.append((block, sentence.start, sentence.end))
        if body:
            led = body.rstrip("*_ ").endswith(":") or (led and pages.listed(body))
    rules = grammar.of(language)
    drafts, rights = clauses.read(tuple(lines), headed, rules)
    found = []
    for draft in drafts:
        paragraph, start, end = quoted = _quoted(bodies, places[draft.number])
        found.append((quoted, draft, details.exceptions(bodies[paragraph][start:end], rules)))
    return tuple(found), tuple(places[number] for number in rights)


def _quoted(bodies: tuple[str, ...], place: Span) -> Span:
    """The place of a sentence without a trailing phrase of conformity."""
    block, start, end = place
    adjunct = _ADJUNCT.search(bodies[block], start, end)
    return block, start, adjunct.start() if adjunct and adjunct.start() - start > 60 else end
