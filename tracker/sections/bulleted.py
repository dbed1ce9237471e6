"""Bullets that head what follows, in texts that have no better marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.sections.lines import Line
from tracker.sections.page import LONG

FEWEST = 2
"""How many bullets of one form make it a form of heading."""

_HEAD = re.compile(r"(?P<words>[^\W\d_][^:.;!?]{2,60}):(?:\s|$)")


def bullet_headings(lines: Sequence[Line], found: Sequence[int]) -> dict[int, Line]:
    """Bullets that are headings, by their index, as lines without the colon.

    A bullet is one that ends in a colon and has deeper bullets below it; or that stands alone before a long
    paragraph; or, where the first kind is at home, that begins with a few words and a colon at its depth.
    """
    bullets = [i for i, line in enumerate(lines) if line.look.mark == "bullet"]
    over = [i for i in bullets if _is_over_bullets(lines, i)]
    alone = [i for i in bullets if _is_alone(lines, i)]
    places: dict[int, Line] = {}
    if len(over) > FEWEST:
        places |= {i: _without_colon(lines[i]) for i in (*over, *_running_on(lines, over))}
    if len(alone) >= FEWEST:
        places |= {i: lines[i] for i in alone}
    return places


def _is_over_bullets(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    after = lines[i + 1] if i + 1 < len(lines) else None
    return (
        line.look.last == ":"
        and _is_title(line.words[:-1])
        and after is not None
        and after.kind == "item"
        and after.indent > line.indent
    )


def _is_alone(lines: Sequence[Line], i: int) -> bool:
    """True for a bullet of a few words between paragraphs that are no bullets, the next one long."""
    line = lines[i]
    if not line.look.last.isalnum() or len(line.words) > 80 or not line.words[:1].isupper():
        return False
    if i == 0 or i + 1 == len(lines):
        return False
    before, after = lines[i - 1], lines[i + 1]
    return before.kind == after.kind == "text" and after.size >= LONG and before.look.last != ":"


def _running_on(lines: Sequence[Line], over: Sequence[int]) -> list[int]:
    """Bullets at the same depth that begin like the others and run on after the colon, below the last."""
    depth = lines[over[-1]].indent
    return [
        i
        for i in range(over[-1] + 1, len(lines))
        if lines[i].kind == "item"
        and lines[i].indent == depth
        and _head(lines[i])
        and lines[i].look.last != ":"
    ]


def _head(line: Line) -> str:
    """The few words in title case before a colon at the start of a bullet, or nothing."""
    head = _HEAD.match(line.words)
    return head["words"] if head and _is_title(head["words"]) else ""


def _without_colon(line: Line) -> Line:
    words = _head(line) or line.words.rstrip(" :")
    return line._replace(look=replace(line.look, seen=words, words=words, label=None, mark="bullet", rank=9))


def _is_title(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 3]
    return 0 < len(words) <= 70 and sum(word[0].isupper() for word in long) * 5 >= len(long) * 3
