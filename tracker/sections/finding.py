"""Which lines of a text are headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tracker.blocks import content_key
from tracker.remembering import remember
from tracker.sections.bulleted import bullet_headings
from tracker.sections.lines import Line, Look
from tracker.sections.page import Page
from tracker.sections.plain import best_score, may_head, scores
from tracker.sections.stamplike import is_bare_date, is_stamp

SPARSE = 4_000
"""Characters for each marked heading above which a text is taken to mark its headings badly."""
LONG_STRETCH = 8_000
"""Characters without a marked heading in which plain ones are looked for even where others are marked."""
SURE = 2.5
"""The score from which a plain line is a heading in such a stretch."""
BOLD = 2.5
"""What it speaks for a line to be bold as a whole, in units of ``plain.scores``."""

_POLICY = re.compile(
    r"polic|privac|data\b|contact|terms|agreement|e-?mail|@|law\b|legal|rights|address|effective|question|annex|appendix|"
    r"schedule|conclu|\d|kontakt|datenschutz|recht|droit|confidential|données|derecho|datos|diritt|dati\b|prawo|dane|"
    r"kontak|podmín|zákon|regul",
    re.IGNORECASE,
)

Dropping = Callable[[Page, Sequence[Line]], frozenset[int]]


def find_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines that are headings, in order.

    Lines with heading marks are; bold ones and those without marks where their words and neighbours speak for
    it, the latter only in a text, or a long stretch of one, without marks. What is in a table of contents or
    repeats the heading right before is none.
    """
    page = Page(lines)
    found = {i: line for i, line in enumerate(lines) if line.look.mark != "none" and _is_head(page, i)}
    if len(found) < 2 or len(found) * SPARSE < sum(line.size for line in lines):
        found |= {i: lines[i] for i in range(len(lines)) if _speaks(page, i, 0.0)}
        found |= bullet_headings(lines, sorted(found))
    else:
        found |= {i: lines[i] for i in _long_stretches(lines, sorted(found)) if _speaks(page, i, SURE)}
    headings = [found[i] for i in sorted(found)]
    for drop in DROPPING:
        dropped = drop(page, headings)
        headings = [line for line in headings if line.block not in dropped]
    return headings


@remember()
def is_marked(look: Look) -> bool:
    """True if a line has the marks of a heading, or is bold as a whole, and says more than a date."""
    if look.mark not in ("atx", "setext", "bold") or not any(c.isalnum() for c in look.seen):
        return False
    if look.mark == "bold" and (len(look.seen) > 150 or look.words.endswith((",", ";"))):
        return False
    return not is_bare_date(look.words) if look.label else not is_stamp(look.seen)


def _is_head(page: Page, i: int) -> bool:
    """True for a line with the marks of a heading; a bold one needs more that speaks for it."""
    look = page.lines[i].look
    return is_marked(look) and (look.mark != "bold" or scores(page, i, -BOLD))


def _speaks(page: Page, i: int, bar: float) -> bool:
    look = page.lines[i].look
    return look.seen != "" and _may_speak(look, bar) and scores(page, i, bar)


@remember()
def _may_speak(look: Look, bar: float) -> bool:
    """Whether a line might be a heading in some place."""
    return look.mark != "bold" and may_head(look) and best_score(look) > bar


def _long_stretches(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """The lines in stretches of more than ``LONG_STRETCH`` characters without a heading."""
    places: list[int] = []
    for a, b in pairwise([-1, *found, len(lines)]):
        if sum(line.size for line in lines[a + 1 : b]) > LONG_STRETCH:
            places.extend(range(a + 1, b))
    return places


def _repeats(page: Page, headings: Sequence[Line]) -> frozenset[int]:
    """Headings that repeat the one right before, with nothing between: a title captured several times."""
    return frozenset(b.block for a, b in pairwise(headings) if a.seen == b.seen and b.block - a.block == 1)


def _listed(page: Page, headings: Sequence[Line]) -> frozenset[int]:
    """Headings in a table of contents: three or more in a row, most of them headings below too."""
    listed: set[int] = set()
    below: set[str] = set()
    for run in reversed(_runs(headings)):
        again: list[int] = []
        for line in reversed(run):
            key = content_key(line.seen)
            if key in below:
                again.append(line.block)
            below.add(key)
        if len(run) >= 3 and len(again) * 5 >= len(run) * 3:
            listed.update(again)
    return frozenset(listed)


def _runs(headings: Sequence[Line]) -> list[list[Line]]:
    """The headings in runs of those that stand right after each other."""
    runs: list[list[Line]] = []
    for line in headings:
        if runs and line.block - runs[-1][-1].block == 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _tail(page: Page, headings: Sequence[Line]) -> frozenset[int]:
    """The last heading, if it is an advertisement after the policy: see ``is_advertisement``."""
    last = headings[-1:]
    return frozenset(
        line.block
        for line in last
        if line.mark == "none" and is_advertisement(page.numbered, page.lines[line.block :])
    )


def is_advertisement(numbered: bool, rest: Sequence[Line]) -> bool:
    """True for the rest of a text that begins with a plain line without a number, where headings have one.

    It is a short line and a little more, and has none of the words that policies end with.
    """
    return (
        numbered
        and rest[0].mark == "none"
        and rest[0].label is None
        and 2 <= len(rest) <= 4
        and sum(each.size for each in rest) < 400
        and not any(_POLICY.search(each.seen) for each in rest)
    )


DROPPING: tuple[Dropping, ...] = (_repeats, _listed, _tail)
