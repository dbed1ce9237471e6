"""A sentence with several periods: "30 days for material changes, 3 for others" (NOTICE.md A4, tiers)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.model import Channel, Trigger
from tracker.promises import details
from tracker.promises.clocks import Clock
from tracker.promises.grammar import Grammar


def parts(plain: str, clocks: Sequence[Clock], grammar: Grammar) -> list[str]:
    """The words of each tier, in the order of the clocks; none unless two periods differ."""
    if len({clock.mention.period for clock in clocks}) < 2:
        return []
    cuts = [0, *_cuts(plain, clocks, grammar), len(plain)]
    return [plain[start:end] for start, end in pairwise(cuts)]


def _cuts(plain: str, clocks: Sequence[Clock], grammar: Grammar) -> Iterator[int]:
    """Where one tier ends and the next begins: at a joining word between their periods.

    "30 days for material changes and 3 for others" is cut before the second period; "15 days, or in case of
    material changes 30" before the words that say which changes the second period is for.
    """
    ends = [*(clock.mention.start for clock in clocks[2:]), len(plain)]
    for (one, following), end in zip(pairwise(clocks), ends, strict=True):
        gap = slice(one.mention.end, following.mention.start)
        named = _named(plain[gap], grammar)
        later = _named(plain[following.mention.end : end], grammar)
        stop = gap.start + named if named is not None and later is None else gap.stop
        joiners = [m.start() for m in grammar.patterns["joiner"].finditer(plain, gap.start, stop)]
        yield joiners[-1] if joiners else stop


def _named(words: str, grammar: Grammar) -> int | None:
    """Where words first say which changes they are about."""
    found = (grammar.find(field, words) for field in ("material", "adverse", "partial", "others"))
    return min((m.start() for m in found if m), default=None)


def triggers(tiers: Sequence[str], grammar: Grammar) -> list[Trigger]:
    """Which changes each tier is for; one that names no change is for those of the tier before."""
    found: list[Trigger] = []
    for tier in tiers:
        own: Trigger = "other" if grammar.has("others", tier) else details.trigger(tier, grammar)
        carried = own == "any" and found and not grammar.has("change", tier)
        found.append(found[-1] if carried else own)
    return found


def channels(tiers: Sequence[str], grammar: Grammar) -> list[tuple[Channel, ...]]:
    """The channels of each tier, where each names its own; else none, and the sentence's are for all."""
    named = [details.channels(tier, grammar) for tier in tiers]
    return named if all(named) else []
