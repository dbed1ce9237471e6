"""What a change is worth: the significance of each change and of a comparison, with reason and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tracker import facts
from tracker.model import Change, Comparison, Memory, Reading
from tracker.significance import captures, evidence, renames
from tracker.significance.evidence import masked_key
from tracker.significance.ground import Ground
from tracker.significance.ladder import Opinion, Scene, gathered, judge, strongest
from tracker.significance.spots import Spot, cut

_REMEMBERED = 5
"""Comparisons that are remembered."""
_RESTLESS = 3
"""A line that changed in so many of them is restless."""


def classify(
    older: Reading, newer: Reading, comparison: Comparison, memory: Memory | None = None
) -> Comparison:
    """The comparison with significance, reason, tags and fact changes filled in.

    ``memory`` is what is known of the policy's earlier history, None for a single pair.
    """
    grounds = Ground(older), Ground(newer)
    spots = [cut(*grounds, change) for change in comparison.changes]
    scene = Scene(*grounds, comparison.spans, renames.found(older, newer, spots), restless(memory))
    capture = captures.found(older, newer, comparison)
    changes: list[Change] = []
    for change, places in zip(comparison.changes, spots, strict=True):
        opinion = Opinion("capture", capture) if capture else _opinion(change, places, scene)
        changes.append(
            replace(change, significance=opinion.significance, reason=opinion.reason, tags=opinion.tags)
        )
    whole = strongest(Opinion(c.significance, c.reason, c.tags) for c in changes)
    told = facts.between(older, newer, [c for c in changes if c.significance == "substantive"])
    return replace(
        comparison, changes=tuple(changes), significance=whole.significance, reason=whole.reason, facts=told
    )


def _opinion(change: Change, spots: Sequence[Spot], scene: Scene) -> Opinion:
    if not spots:
        return Opinion("layout", f"only {change.kind}, word for word")
    opinion = gathered(judge(spot, scene) for spot in spots)
    return replace(opinion, tags=evidence.tags(opinion.gone, opinion.come, opinion.edited, opinion.tags))


def restless(memory: Memory | None) -> frozenset[str]:
    """The keys of the lines that changed in most of the last comparisons."""
    if memory is None or len(memory.restless) < _RESTLESS:
        return frozenset()
    times = Counter(key for keys in memory.restless[-_REMEMBERED:] for key in set(keys))
    return frozenset(key for key, n in times.items() if n >= _RESTLESS)


def remember(memory: Memory, older: Reading, newer: Reading, comparison: Comparison) -> Memory:
    """The memory after this comparison: which lines are restless."""
    grounds = Ground(older), Ground(newer)
    keys = dict.fromkeys(
        masked_key(place.line)
        for change in comparison.changes
        for spot in cut(*grounds, change)
        for place in (*spot.gone, *spot.come)
        if place.words
    )
    return replace(memory, restless=(*memory.restless, tuple(keys))[-_REMEMBERED:])
