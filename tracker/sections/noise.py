"""Text that is not the policy's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracker.blocks import content_key
from tracker.model import Block, Noise, Section
from tracker.remembering import remember
from tracker.sections.finding import is_advertisement
from tracker.sections.lines import LONGEST, Line, read_line
from tracker.sections.plain import may_head
from tracker.sections.stamplike import is_stamp

LONGEST_PERIOD = 12
"""Lines of the longest block whose repetition is looked for."""
TAIL = 4
"""Last lines among which an advertisement is looked for."""
FEWEST_ENTRIES = 4
"""Lines of the shortest table of contents."""

_COPYRIGHT = re.compile(
    r"\W*(?:copyright\s)?(?:©|\(c\)\s(?:19|20)\d\d|copyright\s(?:19|20)\d\d)"
    r"|\W*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"\W*(?:(?:skip|jump) to (?:\w+ )?content|(?:back|return|scroll|go) to (?:the )?top|"
    r"was this (?:\w+ )?helpful|(?:print|download|share|view) (?:this |the |as )?(?:page|pdf|article)|"
    r"open menu|close menu|menu|zum inhalt|nach oben|retour en haut|aller au contenu|torna su|volver arriba|"
    r"naar boven|related articles?|cookie settings|manage cookies|sign (?:in|up)|log ?in|search)\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*(\d{1,2})[.)]?\s")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in blocks and sections; ``short`` holds the words of each short line, others are empty."""

    text: str
    blocks: Sequence[Block]
    sections: Sequence[Section]
    short: Sequence[str]


Claim = tuple[str, int, int]
"""A kind of noise, and the first and last block it takes in."""
Rule = Callable[[Text], Iterable[Claim]]


def noise(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Noise, ...]:
    """Stretches that are not the policy's own words, in order; their kinds are named in ``RULES``.

    repeated_title, repeated_stamp, repeated_footer, repeated: copies of the lines right before, without the
    first; contents: a table of contents; marketing_tail; footer: from a copyright line to the end;
    orphan_label: a last line that only repeats words of a link; navigation: buttons of the page.
    """
    short = [
        text[b.body_start : b.body_end]
        if b.kind in ("text", "item") and b.body_end - b.body_start <= LONGEST
        else ""
        for b in blocks
    ]
    seen = Text(text, blocks, sections, short)
    taken = bytearray(len(blocks))
    found: list[Noise] = []
    for rule in RULES:
        for kind, first, last in rule(seen):
            if not any(taken[first : last + 1]):
                taken[first : last + 1] = b"\1" * (last + 1 - first)
                found.append(Noise(kind, blocks[first].body_start, blocks[last].body_end))
    return tuple(sorted(found, key=lambda n: n.start))


def _repeated(seen: Text) -> Iterable[Claim]:
    """Runs of short lines that repeat the run right before them, the shortest period first."""
    for period in sorted(_periods(seen.short)):
        for first, last in _periodic(seen.short, period):
            if last - first + 1 >= period:
                yield (_repeated_kind(seen, first, last), first, last)


def _periods(short: Sequence[str]) -> set[int]:
    """How far apart equal short lines stand, up to ``LONGEST_PERIOD``, from each to the one before."""
    last: dict[str, int] = {}
    periods: set[int] = set()
    for i, line in enumerate(short):
        if line:
            periods.add(i - last.get(line, -LONGEST_PERIOD))
            last[line] = i
    return {period for period in periods if period <= LONGEST_PERIOD}


def _periodic(short: Sequence[str], period: int) -> Iterable[tuple[int, int]]:
    """First and last index of each run of lines equal to the lines ``period`` before."""
    same = [i for i in range(period, len(short)) if short[i] and short[i] == short[i - period]]
    for _, run in groupby(enumerate(same), key=lambda pair: pair[1] - pair[0]):
        places = [i for _, i in run]
        yield places[0], places[-1]


def _repeated_kind(seen: Text, first: int, last: int) -> str:
    lines = seen.short[first : last + 1]
    if all(is_stamp(line) for line in lines):
        return "repeated_stamp"
    if any(_COPYRIGHT.match(line) for line in lines):
        return "repeated_footer"
    start = seen.blocks[first - 1].start
    heading = seen.sections[0].heading if seen.sections else None
    return (
        "repeated_title" if heading and start <= seen.sections[0].end and heading in lines[0] else "repeated"
    )


def _contents(seen: Text) -> Iterable[Claim]:
    """Runs of short lines that name most of the sections below, or count as many of them."""
    names = {content_key(s.heading) for s in seen.sections if s.heading}
    heads = {s.start for s in seen.sections}
    numbers = [s.number for s in seen.sections if s.number and s.number.isdigit()]
    for first, last in _short_runs(seen, heads):
        lines = seen.short[first : last + 1]
        named = sum(content_key(line) in names for line in lines)
        if named * 5 >= len(lines) * 3 or _counts(lines, numbers):
            yield ("contents", first, last)


def _short_runs(seen: Text, heads: set[int]) -> Iterable[tuple[int, int]]:
    """Runs of at least ``FEWEST_ENTRIES`` short lines without a heading or a sentence among them."""
    fits = [
        bool(line) and line[-1] not in ".;:," and seen.blocks[i].start not in heads
        for i, line in enumerate(seen.short)
    ]
    for fit, run in groupby(range(len(fits)), key=fits.__getitem__):
        places = list(run)
        if fit and len(places) >= FEWEST_ENTRIES:
            yield places[0], places[-1]


def _counts(lines: Sequence[str], numbers: Sequence[str]) -> bool:
    """True if the lines count from 1 to as many as there are numbered sections in the first row of them."""
    found = [match[1] for line in lines if (match := _NUMBER.match(line))]
    if found != [str(n) for n in range(1, len(lines) + 1)]:
        return False
    restart = numbers.index("1", 1) if numbers.count("1") > 1 else len(numbers)
    return restart == len(lines)


def _marketing(seen: Text) -> Iterable[Claim]:
    numbered = sum(s.number is not None for s in seen.sections) >= TAIL
    first = max(0, len(seen.blocks) - TAIL)
    lines: list[Line] = [read_line(seen.text, seen.blocks, i) for i in range(first, len(seen.blocks))]
    for i, line in enumerate(lines):
        if may_head(line.look) and line.look.last.isalnum() and is_advertisement(numbered, lines[i:]):
            yield ("marketing_tail", line.block, len(seen.blocks) - 1)
            return


def _footer(seen: Text) -> Iterable[Claim]:
    """From the first copyright line after which only short lines come."""
    first = len(seen.short)
    while first and seen.short[first - 1] and len(seen.short) - first < 40:
        first -= 1
    for i in range(max(1, first), len(seen.short)):
        if _COPYRIGHT.match(seen.short[i]):
            copy = next((j for j in range(i + 1, len(seen.short)) if seen.short[j] == seen.short[i]), None)
            yield ("footer", i, copy - 1 if copy else len(seen.short) - 1)
            return


def _orphan(seen: Text) -> Iterable[Claim]:
    """A last line of one to four words without a stop that stand in a line further up: a link's words."""
    last = len(seen.short) - 1
    if last < 5:
        return
    words = seen.short[last]
    before = seen.text[: seen.blocks[last].start]
    if 0 < len(words) <= 40 and words.count(" ") < 4 and words[-1].isalnum() and words in before:
        yield ("orphan_label", last, last)


@remember()
def _navigates(line: str) -> bool:
    return _NAVIGATION.match(line) is not None


def _navigation(seen: Text) -> Iterable[Claim]:
    for i, line in enumerate(seen.short):
        if line and len(line) < 60 and _navigates(line):
            yield ("navigation", i, i)


RULES: tuple[Rule, ...] = (_repeated, _footer, _contents, _orphan, _marketing, _navigation)
"""Where two rules claim a place, the earlier one has it."""
