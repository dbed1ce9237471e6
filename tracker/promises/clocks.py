"""Which event a period is counted to or from: effect, posting, notice, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tracker.promises.grammar import Grammar
from tracker.promises.periods import Mention

Anchor = Literal["effect", "posting", "notice", "none"]

_REACH = 140
_BOUNDARY = re.compile(r"[;··]|(?<=\s)\((?:[a-z]|[α-ω]|[ivx]{1,4})\)\s")
"""Where one limb of an enumeration ends: what follows speaks of something else."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A period with the words around it: what a rule needs to say whether it is notice of a change."""

    plain: str
    mention: Mention
    anchor: Anchor
    head: str
    """The words of the sentence before the period."""
    tail: str
    """The words after the period and its marker ("before", "notice of", "after")."""


def clock(plain: str, mention: Mention, grammar: Grammar) -> Clock | None:
    """The clock of a period, or None when nothing says what it is counted to or from."""
    return (
        _lapsed(plain, mention, grammar)
        or _ahead(plain, mention, grammar)
        or _behind(plain, mention, grammar)
    )


def _lapsed(plain: str, mention: Mention, grammar: Grammar) -> Clock | None:
    """The change takes effect when the period has run out, which the notice set going."""
    head = _limb_before(plain[: mention.start])
    before, tail = head[-_REACH:], _limb_after(plain[mention.end :])
    if not grammar.has("lapse", before.rstrip("(")) or not grammar.has("effect", f"{before} {tail}"):
        return None
    return Clock(plain, mention, "notice", head, tail)


def _ahead(plain: str, mention: Mention, grammar: Grammar) -> Clock | None:
    head = _limb_before(plain[: mention.start]).rstrip(" (,")
    if (m := grammar.patterns["before"].match(plain, mention.end)) is not None:
        return Clock(plain, mention, "effect", head, _limb_after(plain[m.end() :]))
    if grammar.find("noticed", head[-_REACH:]) is not None and not _follows(plain, mention, grammar):
        return Clock(plain, mention, "effect", head, _limb_after(plain[mention.end :]))
    return None


def _follows(plain: str, mention: Mention, grammar: Grammar) -> bool:
    return (
        grammar.patterns["after"].match(plain, mention.end) is not None
        and grammar.find("effect", plain[max(0, mention.start - _REACH) : mention.start]) is not None
    )


def _behind(plain: str, mention: Mention, grammar: Grammar) -> Clock | None:
    m = grammar.patterns["after"].match(plain, mention.end)
    head = _limb_before(plain[: mention.start])
    before = head[-_REACH:]
    if m is None or not (grammar.has("effect", before) or grammar.has("earliest", before.rstrip(" ("))):
        return None
    tail = _limb_after(plain[m.end() :])
    posted, told = grammar.find("posted", tail), grammar.find("told", tail)
    if posted is None and told is None:
        return None
    first_posted = told is None or (posted is not None and posted.start() < told.start())
    return Clock(plain, mention, "posting" if first_posted else "notice", head, tail)


def _limb_before(head: str) -> str:
    ends = [m.end() for m in _BOUNDARY.finditer(head)]
    return head[ends[-1] :] if ends else head


def _limb_after(tail: str) -> str:
    boundary = _BOUNDARY.search(tail, 0, _REACH)
    return tail[: boundary.start() if boundary else _REACH]
