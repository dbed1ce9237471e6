"""Why a period near "notice" and "change" is not notice of a change (NOTICE.md B4).

One rule a function in a list: it gets the clock and gives a reason or None. Most periods never get
here: they have no clock at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.promises.clocks import Clock
from tracker.promises.grammar import Grammar

Rule = Callable[[Clock, Grammar], str | None]

_BRACKET = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(r"[;:]|, (?=(?:and|but|or) (?:we|you)\b)")


def precedes_something_else(clock: Clock, grammar: Grammar) -> str | None:
    """The first thing named after the period is a termination, a price, a delivery: not the change."""
    if clock.anchor != "effect":
        return None
    own = grammar.find("event", clock.tail)
    foreign = grammar.find("foreign", clock.tail)
    if foreign is not None and (own is None or foreign.start() <= own.start()):
        return f"before something else: {foreign[0]}"
    return None


def of_something_else(clock: Clock, grammar: Grammar) -> str | None:
    """Nothing is named after the period, and what was named last before it is a termination or a price."""
    if clock.anchor != "effect" or grammar.find("event", clock.tail):
        return None
    near = clock.head[-90:]
    own, foreign = _last("event", near, grammar), _last("foreign", near, grammar)
    return "notice of something else" if foreign > own else None


def takes_effect_itself(clock: Clock, grammar: Grammar) -> str | None:
    """What takes effect after the period is a termination or an opt-out, not the change."""
    if clock.anchor == "effect":
        return None
    effect = list(grammar.patterns["effect"].finditer(clock.head))
    before = clock.head[: effect[-1].start()] if effect else clock.head
    for segment in reversed(_BRACKET.sub(" ", before).split(",")):
        foreign, changed = (_first(field, segment, grammar) for field in ("foreign", "change"))
        if foreign is not None or changed is not None:
            itself = changed is None or (foreign is not None and foreign < changed)
            return "something else takes effect" if itself else None
    return None


def readers_duty(clock: Clock, grammar: Grammar) -> str | None:
    """The reader has to act within or with the period."""
    clause = _CLAUSE.split(clock.head)[-1]
    acts = list(grammar.patterns["reader_acts"].finditer(clause))
    if not acts or grammar.has("we", clause[acts[-1].end() :]):
        return None
    return "the reader acts"


def another_limb(clock: Clock, grammar: Grammar) -> str | None:
    """The limb of the enumeration that has the period says nothing of a change."""
    limb = f"{clock.head} {clock.tail}"
    cut = len(clock.head) < clock.mention.start - 3
    return "another limb of the sentence" if cut and not grammar.has("event", limb) else None


def named(clock: Clock, grammar: Grammar) -> str | None:
    """The sentence has a word that decides: arbitration, a comment period, a refresh every twelve months."""
    for reason, pattern in grammar.traps.items():
        if pattern.search(clock.plain):
            return reason
    return None


RULES: tuple[Rule, ...] = (
    precedes_something_else, of_something_else, takes_effect_itself, readers_duty, another_limb, named,
)  # fmt: skip


def trap(clock: Clock, grammar: Grammar) -> str | None:
    """The reason the first rule gives, or None for a period that promises notice."""
    return next((reason for rule in RULES if (reason := rule(clock, grammar))), None)


def _first(field: str, text: str, grammar: Grammar) -> int | None:
    match = grammar.find(field, text)
    return match.start() if match else None


def _last(field: str, text: str, grammar: Grammar) -> int:
    """Where the last word of a field starts; -1 when there is none."""
    return max((m.start() for m in grammar.patterns[field].finditer(text)), default=-1)
