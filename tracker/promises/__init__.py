"""The clauses that say how changes to this policy will be announced (NOTICE.md B3, B4).

A cheap look for change words finds the blocks worth reading. Each, with its heading and the blocks that
belong to it, is a clause; a clause is read sentence by sentence. What a clause says depends on its words
alone, so clauses seen before are remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.model import Block, Promise, Section
from tracker.promises import clauses, details, grammar, pages, prose
from tracker.promises.languages import code
from tracker.remembering import remember

_ADJUNCT = re.compile(r",\s+(?:according to|in accordance with|in line with)\b.*$", re.S)
"""A trailing phrase of conformity: it promises nothing and is left out of the words quoted."""


def find(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: str | None = None
) -> tuple[Promise, ...]:
    """The promises of a text, in order of place; the same promise made again is left out."""
    tongue = code(language) or grammar.language_of(text, grammar.FALLBACK)
    page = pages.Page.of(text, blocks, tongue)
    found: dict[object, Promise] = {}
    for clause in pages.clauses_of(page, sections):
        for promise in _promises(text, clause):
            key = (promise.kind, promise.period, promise.anchor, promise.trigger, promise.channels)
            found.setdefault(key, promise)
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end)))


def _promises(text: str, clause: pages.Clause) -> Iterator[Promise]:
    bodies = tuple(text[start:end] for start, end in clause.paragraphs)
    for paragraph, start, end, draft, exceptions in _read(bodies, clause.headed, clause.language):
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
) -> tuple[tuple[int, int, int, clauses.Draft, tuple[str, ...]], ...]:
    """Paragraph, start and end in it, what is promised there and its exceptions, for a clause given as
    its paragraphs."""
    places: list[tuple[int, int, int]] = []
    lines: list[clauses.Line] = []
    led = False
    for block, body in enumerate(bodies):
        for sentence in prose.sentences(body):
            lines.append(clauses.Line(len(places), sentence.plain, led))
            places.append((block, sentence.start, sentence.end))
        if body:
            led = body.rstrip("*_ ").endswith(":") or (led and pages.listed(body))
    rules = grammar.of(language)
    found = []
    for draft in clauses.read(tuple(lines), headed, rules):
        paragraph, start, end = _quoted(bodies, places[draft.number])
        found.append((paragraph, start, end, draft, details.exceptions(bodies[paragraph][start:end], rules)))
    return tuple(found)


def _quoted(bodies: tuple[str, ...], place: tuple[int, int, int]) -> tuple[int, int, int]:
    """The place of a sentence without a trailing phrase of conformity."""
    block, start, end = place
    adjunct = _ADJUNCT.search(bodies[block], start, end)
    return block, start, adjunct.start() if adjunct and adjunct.start() - start > 60 else end
