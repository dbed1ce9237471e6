"""The lines of a text taken together, and a line with what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from tracker.remembering import remember
from tracker.sections.lines import Line, Look
from tracker.sections.numbering import Label

SHORT = 100
"""Characters up to which a line counts as short when its neighbours are judged."""
LONG = 140
"""Characters from which it counts as long; between them it is middling."""
STOPS = ".!?。！？…؟;；"

VERBS = frozenset(
    """
    is are was will may shall must can could should would have has had do does agree include
    includes means apply applies be been ist sind wird werden kann können haben hat muss est sont
    peut peuvent avez sera es son puede pueden será debe è sono può é são pode podem zijn kan wordt
    jest są może je jsou lze este sunt poate är er на съм είναι
    """.split()
)
"""Words that make a line a sentence rather than a heading."""

_WORD = re.compile(r"[^\W\d_]+")
_POSTCODE = re.compile(r"\b\d{4,6}\b")
ADDRESSES = frozenset(
    """
    street strasse straße str road avenue ave suite rue boulevard floor box via calle plaza ul ulica
    tel phone fax email attn attention inc ltd llc gmbh sas
    """.split()
)

Kind = tuple[str, str, int]

EDGE = Line(Look("", None, "", "none", 8, 0, "edge", "", ""), -1, 0, 0)
"""What stands before the first line and after the last."""


class Page:
    """All lines of a text with what must be counted over all of them, each when it is first asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line of words stands in the text."""
        return Counter([line.look.seen for line in self.lines])

    @cached_property
    def numberings(self) -> Counter[str]:
        """How often each line that ends in a number stands in the text, whatever its number: "Page 7"."""
        return Counter([unnumbered(line.look) for line in self.lines if line.look.last.isdigit()])

    @cached_property
    def kinds(self) -> dict[Kind, list[int]]:
        """Where labels of each kind stand."""
        kinds: dict[Kind, list[int]] = {}
        for i, line in enumerate(self.lines):
            if numbered := line.look.label:
                kinds.setdefault(numbered.kind, []).append(i)
        return kinds

    @cached_property
    def short(self) -> dict[Kind, float]:
        """Share of short lines among those with a label of each kind."""
        return {kind: _share_of_short(self.lines, places) for kind, places in self.kinds.items()}

    @cached_property
    def gap(self) -> int:
        """The usual number of blank lines between lines."""
        gaps: Counter[int] = Counter()
        for gap, count in Counter([line.gap for line in self.lines]).items():
            gaps[min(gap, 3)] += count
        return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 0

    @cached_property
    def numbered(self) -> bool:
        """True if short lines count on from each other with others between: headings here have numbers."""
        return any(_heads(self.lines, kind, places) for kind, places in self.kinds.items())

    @cached_property
    def ends(self) -> str:
        """Stops and colons that headings here end with: short lines without a verb before long ones do."""
        return "".join(ends for ends in (".。", ":：") if _head_with(self.lines, ends))

    @cached_property
    def cells(self) -> frozenset[int]:
        """Lines of tables that were laid flat, a cell a line."""
        return _cells(self.lines)

    def counted(self, i: int) -> float:
        """How far the label of line ``i`` counts: half for the one before above, half for the next below."""
        numbered = self.lines[i].label
        if numbered is None:
            return 0.0
        places = self.kinds[numbered.kind]
        at = bisect_left(places, i)
        above = any(is_next(self.lines[b].label, numbered) for b in places[max(0, at - 3) : at])
        below = any(is_next(numbered, self.lines[b].label) for b in places[at + 1 : at + 4])
        return (above + below) / 2

    def in_address(self, i: int) -> bool:
        """True for a short line at or after one that looks like part of an address, near another such."""
        first = last = i
        while first > max(0, i - 6) and _may_be_in_address(self.lines[first - 1].look):
            first -= 1
        while last + 1 < min(len(self.lines), i + 6) and _may_be_in_address(self.lines[last + 1].look):
            last += 1
        looks = [k for k in range(first, last + 1) if is_address(self.lines[k].look)]
        return _may_be_in_address(self.lines[i].look) and len(looks) >= 2 and looks[0] <= i

    def run(self, i: int) -> int:
        """How many short lines stand together around line ``i``, itself included, at most 3 to each side."""
        return 1 + self._short_to(i, -1) + self._short_to(i, 1)

    def _short_to(self, i: int, step: int) -> int:
        found = 0
        at = i + step
        while found < 3 and 0 <= at < len(self.lines) and reach(self.lines[at].look) <= SHORT:
            found += 1
            at += step
        return found


def reach(look: Look) -> int:
    """Characters of a line; a table's row or a rule ends a run of short lines as a long line does."""
    return LONG if look.kind in ("row", "rule", "fence") else look.size


@remember()
def unnumbered(look: Look) -> str:
    """The words of a line before the number that it ends in; nothing if there is none."""
    return look.seen.rstrip("0123456789") if look.last.isdigit() else ""


def is_next(a: Label | None, b: Label | None) -> bool:
    """True if ``b`` is the number after ``a`` at the same depth."""
    return (
        a is not None
        and b is not None
        and b.ranks[-1] - a.ranks[-1] == 1
        and a.kind == b.kind
        and a.ranks[:-1] == b.ranks[:-1]
    )


def _share_of_short(lines: Sequence[Line], places: Sequence[int]) -> float:
    return sum(0 < len(lines[i].seen) <= SHORT for i in places) / len(places)


def _heads(lines: Sequence[Line], kind: Kind, places: Sequence[int]) -> bool:
    """True if labels of this kind stand before headings: on short lines that count on, apart."""
    if kind[0] not in ("decimal", "word", "roman") or kind[2] != 1:
        return False
    short = [i for i in places if 0 < len(lines[i].seen) <= SHORT]
    steps = [b - a for a, b in pairwise(short) if is_next(lines[a].label, lines[b].label)]
    return sum(step > 1 for step in steps) >= 3


def _head_with(lines: Sequence[Line], ends: str) -> bool:
    """True if at least four short names end so and stand before long lines, as most short lines ending so."""
    looks = [line.look for line in lines]
    short = [i for i, look in enumerate(looks[:-1]) if look.last in ends and 0 < len(look.seen) <= 60]
    heads = [i for i in short if reach(looks[i + 1]) > SHORT and is_name(looks[i])]
    return len(heads) >= 4 and len(heads) * 5 >= len(short) * 3


def is_name(look: Look) -> bool:
    """True for up to six words without a verb, capitalised if there are more than three."""
    words = look.words.rstrip(".:。： ").split()
    if (
        not words
        or len(words) > 6
        or look.mark != "none"
        or not VERBS.isdisjoint(word.casefold() for word in words)
    ):
        return False
    long = [word for word in words if len(word) > 3]
    return len(words) <= 3 or sum(word[0].isupper() for word in long) > 0.7 * len(long)


@remember()
def is_address(look: Look) -> bool:
    """True if a line has a post code, a kind of street or a legal form in it."""
    if _POSTCODE.search(look.words):
        return True
    return not ADDRESSES.isdisjoint(_WORD.findall(look.words.casefold()))


@remember()
def _may_be_in_address(look: Look) -> bool:
    return 0 < len(look.seen) <= 60 and look.last not in ".?!"


def _cells(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of flattened tables: from a run of short names in small letters to the next long sentence."""
    cells: set[int] = set()
    columns = [i for i, line in enumerate(lines) if line.look.first.islower() and _is_column(line.look)]
    end = 0
    for a, b in pairwise(columns):
        if b - a == 1 and a >= end:
            end = next((i for i in range(b, len(lines)) if _ends_table(lines[i].look)), len(lines))
            cells.update(range(a, end))
    return frozenset(cells)


def _ends_table(look: Look) -> bool:
    return look.size >= LONG and look.last in STOPS


def _is_column(look: Look) -> bool:
    return (
        0 < len(look.seen) <= 40
        and look.last.isalnum()
        and not look.label
        and look.mark == "none"
        and look.seen.count(" ") < 4
    )
