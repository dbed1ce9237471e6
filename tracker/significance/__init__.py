"""What a change is worth: the significance of each change and of a comparison, with reason and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from tracker import facts
from tracker.model import Change, Comparison, FactChange, Memory, Reading
from tracker.significance import captures, evidence, renames, telling
from tracker.significance.evidence import masked_key
from tracker.significance.ground import Ground
from tracker.significance.ladder import judge
from tracker.significance.opinions import Opinion, gathered, strongest
from tracker.significance.scene import Scene
from tracker.significance.spots import Spot, cut

_STEPS = 32
"""Steps kept at hand: captures that flap meet the same ones again."""
_REMEMBERED = 5
"""Comparisons that are remembered."""
_RESTLESS = 3
"""A line that changed in so many of them is restless."""
_LONG = 4000
"""Characters of a change beyond which it is no matter of restless lines."""


def classify(
    older: Reading, newer: Reading, comparison: Comparison, memory: Memory | None = None
) -> Comparison:
    """The comparison with significance, reason, tags and fact changes filled in.

    ``memory`` is what is known of the policy's earlier history, None for a single pair.
    """
    step = _met(_Step(older, newer, comparison))
    return _classified(step, restless(memory) & step.changed_lines)


class _Step:
    """Two readings and their comparison; the same step as any other between the same two texts."""

    def __init__(self, older: Reading, newer: Reading, comparison: Comparison) -> None:
        self.older, self.newer, self.comparison = older, newer, comparison
        self.texts = (older.text, newer.text)
        self.grounds = Ground(older), Ground(newer)
        self._spots: dict[int, tuple[Spot, ...]] = {}

    def __hash__(self) -> int:
        return hash(self.texts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Step) and self.texts == other.texts

    def spots(self, k: int) -> tuple[Spot, ...]:
        """The spots of change ``k``."""
        if k not in self._spots:
            self._spots[k] = cut(*self.grounds, self.comparison.changes[k])
        return self._spots[k]

    @cached_property
    def changed_lines(self) -> frozenset[str]:
        """The keys, digits hidden, of the lines that differ; long changes are no matter of restless lines."""
        return frozenset(
            masked_key(place.line)
            for k, change in enumerate(self.comparison.changes)
            if change.kind in WORDED and sum(len(t) for op, t in change.edits if op != "equal") < _LONG
            for spot in self.spots(k)
            for place in (*spot.gone, *spot.come)
            if place.words
        )


@lru_cache(maxsize=_STEPS)
def _met(step: _Step) -> _Step:
    """The step that was met before between the same two texts, with what was found of it."""
    return step


@lru_cache(maxsize=_STEPS)
def _classified(step: _Step, known: frozenset[str]) -> Comparison:
    """What a step is worth where these lines are known to be restless: texts that flap are judged once."""
    older, newer, comparison = step.older, step.newer, step.comparison
    if capture := captures.found(older, newer, comparison):
        changes = [replace(c, significance="capture", reason=capture) for c in comparison.changes]
        return replace(comparison, changes=tuple(changes), significance="capture", reason=capture)
    spots = [step.spots(k) if c.kind in WORDED else None for k, c in enumerate(comparison.changes)]
    renamed = renames.found(older, newer, [places for places in spots if places])
    scene = Scene(*step.grounds, comparison.spans, renamed, known)
    judged = [
        _judged(older, newer, change, places, scene)
        for change, places in zip(comparison.changes, spots, strict=True)
    ]
    if not any(change.significance == "substantive" for change, _ in judged):
        judged = [
            _judged(older, newer, change, step.spots(k), scene) if spots[k] is None else judged[k]
            for k, change in enumerate(comparison.changes)
        ]
    whole = strongest(Opinion(c.significance, c.reason, c.tags) for c, _ in judged)
    return replace(
        comparison,
        changes=tuple(change for change, _ in judged),
        significance=whole.significance,
        reason=whole.reason,
        facts=tuple(dict.fromkeys(fact for _, told in judged for fact in told)),
    )


def forget() -> None:
    """Let go of the steps kept at hand: their texts may be large."""
    for remembered in (_met, _classified):
        remembered.cache_clear()


def _judged(
    older: Reading, newer: Reading, change: Change, spots: Sequence[Spot] | None, scene: Scene
) -> tuple[Change, tuple[FactChange, ...]]:
    """A change with its significance, and the facts that differ in it; without spots by its kind alone."""
    if spots is None:
        return replace(change, significance="layout", reason=REASONS[change.kind]), ()
    opinion = gathered(judge(spot, scene) for spot in spots)
    if change.kind in REASONS and opinion.significance in ("layout", "none"):
        return replace(change, significance="layout", reason=REASONS[change.kind]), ()
    if opinion.significance != "substantive":
        return replace(
            change, significance=opinion.significance, reason=opinion.reason, tags=opinion.tags
        ), ()
    told = facts.between(older, newer, [change], lambda _: spots)
    tags = evidence.tags(opinion.gone, opinion.come, opinion.edited, opinion.tags)
    reason = telling.reason(opinion, told)
    return replace(change, significance="substantive", reason=reason, tags=tags), told


WORDED = frozenset({"added", "removed", "reworded", "renamed"})
"""Kinds of change that are judged by their words. The words of the others stand in a reworded change too,
as a rule: they are read as well where nothing else was found substantive."""

REASONS: dict[str, str] = {
    "renumbered": "only the number differs",
    "moved": "the section stands in another place",
    "split": "the section was divided",
    "joined": "the sections were joined",
}


def restless(memory: Memory | None) -> frozenset[str]:
    """The keys of the lines that changed in most of the last comparisons."""
    if memory is None or len(memory.restless) < _RESTLESS:
        return frozenset()
    times = Counter(key for keys in memory.restless[-_REMEMBERED:] for key in set(keys))
    return frozenset(key for key, n in times.items() if n >= _RESTLESS)


def remember(memory: Memory, older: Reading, newer: Reading, comparison: Comparison) -> Memory:
    """The memory after this comparison: which lines are restless."""
    keys = tuple(sorted(_met(_Step(older, newer, comparison)).changed_lines))
    return replace(memory, restless=(*memory.restless, keys)[-_REMEMBERED:])
